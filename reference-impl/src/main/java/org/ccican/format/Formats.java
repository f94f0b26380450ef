package org.ccican.format;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.ccican.appraisal.Appraiser;
import org.ccican.check.CheckCatalogue;
import org.ccican.cose.Crypto;
import org.ccican.evidence.AttestingEnvironment;
import org.ccican.format.sevsnp.EmulatedAmd;
import org.ccican.format.sevsnp.SevSnpAppraiser;
import org.ccican.format.sevsnp.SevSnpDials;
import org.ccican.format.sevsnp.SevSnpEmulator;
import org.ccican.format.sevsnp.SevSnpOptions;
import org.ccican.format.sevsnp.SevSnpProduct;
import org.ccican.format.sevsnp.SevSnpReport;
import org.ccican.format.sgx.SgxAppraiser;
import org.ccican.format.tdx.TdxAppraiser;
import org.ccican.trust.EmulatedVendor;
import org.ccican.trust.TrustAnchors;
import org.ccican.wire.Bytes;

/**
 * The one list of evidence formats: who judges each, and what emulates its hardware. Emulators of
 * one instance share their vendor, whose certificates are made once.
 */
public final class Formats {

  /**
   * Which emulated machine is wanted.
   *
   * @param seed the same seed gives the same machine
   * @param endorsedFrom first instant at which the vendor vouches for it; about seven years follow
   * @param variant which of the format's kinds, by {@link #variants}; absent: the usual one
   * @param defect what is wrong with its evidence, by {@link #defects} of the format
   */
  public record Machine(
      Bytes seed, Instant endorsedFrom, Optional<String> variant, Optional<String> defect) {

    public Machine {
      Objects.requireNonNull(seed);
      Objects.requireNonNull(endorsedFrom);
      Objects.requireNonNull(variant);
      Objects.requireNonNull(defect);
    }
  }

  private static final String SEV_SNP = SevSnpReport.FORMAT.id();

  private final Crypto crypto;
  private final SevSnpAppraiser sevSnp;
  private final SgxAppraiser sgx;
  private final TdxAppraiser tdx;
  private final EmulatedAmd amd;

  public Formats(Crypto crypto) {
    this.crypto = crypto;
    CheckCatalogue catalogue = CheckCatalogue.load();
    this.sevSnp = new SevSnpAppraiser(catalogue, crypto);
    this.sgx = new SgxAppraiser(catalogue, crypto);
    this.tdx = new TdxAppraiser(catalogue, crypto);
    this.amd = new EmulatedAmd(new EmulatedVendor());
  }

  /** Ids of all formats, in the order in which they are shown. */
  public List<String> ids() {
    return List.of(SEV_SNP);
  }

  public Optional<Appraiser> appraiser(String id) {
    return Stream.<Appraiser>of(sevSnp, sgx, tdx)
        .filter(each -> each.format().id().equals(id))
        .findFirst();
  }

  /** Emulated hardware of a format; empty if the format, the variant or the defect is unknown. */
  public Optional<AttestingEnvironment> emulator(String id, Machine machine) {
    Optional<SevSnpDials> dials =
        machine.defect().isEmpty()
            ? Optional.of(SevSnpDials.none())
            : machine.defect().flatMap(SevSnpDials.Defect::find).map(SevSnpDials::only);
    Optional<SevSnpOptions> options =
        SevSnpOptions.variant(
            machine.variant().orElse("3"), machine.seed(), machine.endorsedFrom());
    return dials
        .filter(each -> id.equals(SEV_SNP))
        .flatMap(each -> options.map(found -> found.with(each)))
        .map(found -> new SevSnpEmulator(found, amd, crypto));
  }

  /** The kinds of a format's emulated machines: for SEV-SNP the version of the report. */
  public List<String> variants(String id) {
    return id.equals(SEV_SNP) ? SevSnpOptions.VARIANTS : List.of();
  }

  /** What can be wrong with the evidence of a format's emulator; empty if the format is unknown. */
  public List<String> defects(String id) {
    return id.equals(SEV_SNP)
        ? Stream.of(SevSnpDials.Defect.values()).map(SevSnpDials.Defect::id).toList()
        : List.of();
  }

  /** The roots that vouch for a format's emulated machines; empty if the format is unknown. */
  public Optional<TrustAnchors> emulatedAnchors(String id) {
    return id.equals(SEV_SNP)
        ? Optional.of(amd.anchors(SevSnpProduct.MILAN, SevSnpProduct.TURIN))
        : Optional.empty();
  }

  /** The emulated AMD of these emulators, for those who need its certificates themselves. */
  public EmulatedAmd emulatedAmd() {
    return amd;
  }
}
