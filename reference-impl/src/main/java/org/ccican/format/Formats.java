package org.ccican.format;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.ccican.appraisal.Appraiser;
import org.ccican.check.CheckCatalogue;
import org.ccican.cose.Crypto;
import org.ccican.evidence.AttestingEnvironment;
import org.ccican.format.arm.EmulatedManufacturer;
import org.ccican.format.cca.CcaAppraiser;
import org.ccican.format.cca.CcaDefect;
import org.ccican.format.cca.CcaEmulator;
import org.ccican.format.cca.CcaOptions;
import org.ccican.format.cca.CcaVariant;
import org.ccican.format.eat.EatAppraiser;
import org.ccican.format.eat.EatDefect;
import org.ccican.format.eat.EatEmulator;
import org.ccican.format.eat.EatOptions;
import org.ccican.format.eat.EmulatedEatVendor;
import org.ccican.format.intel.EmulatedIntel;
import org.ccican.format.intel.PlatformOptions;
import org.ccican.format.intel.QuoteDefect;
import org.ccican.format.intel.QuoteLayout;
import org.ccican.format.psa.PsaAppraiser;
import org.ccican.format.psa.PsaDefect;
import org.ccican.format.psa.PsaEmulator;
import org.ccican.format.psa.PsaOptions;
import org.ccican.format.psa.PsaVariant;
import org.ccican.format.sevsnp.EmulatedAmd;
import org.ccican.format.sevsnp.SevSnpAppraiser;
import org.ccican.format.sevsnp.SevSnpDials;
import org.ccican.format.sevsnp.SevSnpEmulator;
import org.ccican.format.sevsnp.SevSnpOptions;
import org.ccican.format.sevsnp.SevSnpProduct;
import org.ccican.format.sgx.SgxAppraiser;
import org.ccican.format.sgx.SgxEmulator;
import org.ccican.format.tdx.TdxAppraiser;
import org.ccican.format.tdx.TdxEmulator;
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

  /**
   * What there is of one format.
   *
   * @param variants versions of its evidence, the usual one first where no other is said to be
   * @param usual the variant where none is asked for
   * @param defects of evidence of a variant
   * @param emulator empty if it knows no such variant or defect
   */
  private record Row(
      Appraiser appraiser,
      List<String> variants,
      String usual,
      Function<String, List<String>> defects,
      TrustAnchors anchors,
      Function<Machine, Optional<AttestingEnvironment>> emulator) {}

  private final EmulatedAmd amd;
  private final List<Row> rows;

  public Formats(Crypto crypto) {
    CheckCatalogue catalogue = CheckCatalogue.load();
    EmulatedIntel intel = new EmulatedIntel(crypto);
    this.amd = new EmulatedAmd(new EmulatedVendor());
    this.rows =
        List.of(
            new Row(
                new SevSnpAppraiser(catalogue, crypto),
                SevSnpOptions.VARIANTS,
                "3",
                SevSnpOptions::defects,
                amd.anchors(SevSnpProduct.MILAN, SevSnpProduct.TURIN),
                machine -> sevSnp(machine, crypto)),
            new Row(
                new SgxAppraiser(catalogue, crypto),
                SgxEmulator.VARIANTS,
                SgxEmulator.VARIANTS.get(0),
                variant -> defects(QuoteLayout.SGX, variant),
                intel.anchors(),
                machine ->
                    platform(machine, QuoteLayout.SGX, SgxEmulator.VARIANTS)
                        .map(options -> new SgxEmulator(options, intel))),
            new Row(
                new TdxAppraiser(catalogue, crypto),
                TdxEmulator.VARIANTS,
                TdxEmulator.VARIANTS.get(0),
                variant -> defects(QuoteLayout.TDX, variant),
                intel.anchors(),
                machine ->
                    platform(machine, QuoteLayout.TDX, TdxEmulator.VARIANTS)
                        .map(options -> new TdxEmulator(options, intel))),
            psa(catalogue, crypto),
            cca(catalogue, crypto),
            eat(catalogue, crypto));
  }

  /** Ids of all formats, in the order in which they are shown. */
  public List<String> ids() {
    return rows.stream().map(row -> row.appraiser().format().id()).toList();
  }

  public Optional<Appraiser> appraiser(String id) {
    return row(id).map(Row::appraiser);
  }

  /** Emulated hardware of a format; empty if the format, the variant or the defect is unknown. */
  public Optional<AttestingEnvironment> emulator(String id, Machine machine) {
    return row(id).flatMap(row -> row.emulator().apply(machine));
  }

  /** The kinds of a format's emulated machines: versions of what they sign. */
  public List<String> variants(String id) {
    return row(id).map(Row::variants).orElse(List.of());
  }

  /**
   * What can be wrong with the evidence of a format's usual machine; empty if the format is
   * unknown.
   */
  public List<String> defects(String id) {
    return row(id).map(row -> row.defects().apply(row.usual())).orElse(List.of());
  }

  /** What can be wrong with the evidence of one of a format's {@link #variants}. */
  public List<String> defects(String id, String variant) {
    return row(id)
        .filter(row -> row.variants().contains(variant))
        .map(row -> row.defects().apply(variant))
        .orElse(List.of());
  }

  /** The roots that vouch for a format's emulated machines; empty if the format is unknown. */
  public Optional<TrustAnchors> emulatedAnchors(String id) {
    return row(id).map(Row::anchors);
  }

  /** The emulated AMD of these emulators, for those who need its certificates themselves. */
  public EmulatedAmd emulatedAmd() {
    return amd;
  }

  private Optional<Row> row(String id) {
    return rows.stream().filter(row -> row.appraiser().format().id().equals(id)).findFirst();
  }

  private Optional<AttestingEnvironment> sevSnp(Machine machine, Crypto crypto) {
    Optional<SevSnpOptions> options =
        SevSnpOptions.variant(
            machine.variant().orElse("3"), machine.seed(), machine.endorsedFrom());
    Optional<SevSnpDials.Defect> defect =
        machine
            .defect()
            .filter(each -> options.map(found -> found.defects().contains(each)).orElse(false))
            .flatMap(SevSnpDials.Defect::find);
    return defect.isPresent() == machine.defect().isPresent()
        ? options.map(found -> new SevSnpEmulator(found.with(new SevSnpDials(defect)), amd, crypto))
        : Optional.empty();
  }

  private static Row psa(CheckCatalogue catalogue, Crypto crypto) {
    EmulatedManufacturer maker = new EmulatedManufacturer("PSA", crypto);
    return new Row(
        new PsaAppraiser(catalogue, crypto),
        Stream.of(PsaVariant.values()).map(PsaVariant::id).toList(),
        PsaVariant.TFM.id(),
        variant ->
            Stream.of(PsaDefect.values())
                .filter(each -> each.fits(PsaVariant.find(variant).orElseThrow()))
                .map(PsaDefect::id)
                .toList(),
        PsaEmulator.anchors(maker),
        machine -> psa(machine).map(options -> new PsaEmulator(options, maker, crypto)));
  }

  private static Optional<PsaOptions> psa(Machine machine) {
    Optional<PsaVariant> variant = PsaVariant.find(machine.variant().orElse(PsaVariant.TFM.id()));
    Optional<PsaDefect> defect =
        machine
            .defect()
            .flatMap(PsaDefect::find)
            .filter(each -> variant.map(each::fits).orElse(false));
    return defect.isPresent() == machine.defect().isPresent()
        ? variant.map(each -> new PsaOptions(each, machine.seed(), machine.endorsedFrom(), defect))
        : Optional.empty();
  }

  private static Row cca(CheckCatalogue catalogue, Crypto crypto) {
    EmulatedManufacturer maker = new EmulatedManufacturer("CCA", crypto);
    return new Row(
        new CcaAppraiser(catalogue, crypto),
        Stream.of(CcaVariant.values()).map(CcaVariant::id).toList(),
        CcaVariant.REFERENCE.id(),
        variant -> Stream.of(CcaDefect.values()).map(CcaDefect::id).toList(),
        maker.anchors(List.of()),
        machine ->
            CcaOptions.of(
                    machine.variant(), machine.seed(), machine.endorsedFrom(), machine.defect())
                .map(options -> new CcaEmulator(options, maker, crypto)));
  }

  private static Row eat(CheckCatalogue catalogue, Crypto crypto) {
    EmulatedEatVendor vendor = new EmulatedEatVendor(crypto);
    return new Row(
        new EatAppraiser(catalogue, crypto),
        EatEmulator.VARIANTS,
        EatEmulator.VARIANTS.get(0),
        variant ->
            Stream.of(EatDefect.values())
                .filter(each -> each.fits(variant))
                .map(EatDefect::id)
                .toList(),
        vendor.anchors(),
        machine ->
            EatOptions.of(
                    machine.variant(), machine.seed(), machine.endorsedFrom(), machine.defect())
                .map(options -> new EatEmulator(options, vendor)));
  }

  private static List<String> defects(long teeType, String variant) {
    return QuoteDefect.of(teeType, Integer.parseInt(variant)).stream()
        .map(QuoteDefect::id)
        .toList();
  }

  private static Optional<PlatformOptions> platform(
      Machine machine, long teeType, List<String> variants) {
    String variant = machine.variant().orElse(variants.get(0));
    if (!variants.contains(variant)) {
      return Optional.empty();
    }
    int version = Integer.parseInt(variant);
    Optional<QuoteDefect> defect =
        machine.defect().flatMap(QuoteDefect::find).filter(each -> each.fits(teeType, version));
    return defect.isPresent() == machine.defect().isPresent()
        ? Optional.of(new PlatformOptions(version, machine.seed(), machine.endorsedFrom(), defect))
        : Optional.empty();
  }
}
