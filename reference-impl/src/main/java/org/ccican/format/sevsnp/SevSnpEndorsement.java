package org.ccican.format.sevsnp;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.ccican.reject.Reason;
import org.ccican.reject.Rejected;
import org.ccican.trust.Der;
import org.ccican.trust.VendorCertificate;
import org.ccican.wire.Bytes;

/**
 * What AMD's certificate says of a chip and the firmware its key was derived for (AMD 57230, VCEK
 * and VLEK extensions, object identifiers below 1.3.6.1.4.1.3704.1).
 *
 * @param kind by the certificate's subject; absent if it is neither {@code SEV-VCEK} nor {@code
 *     SEV-VLEK}
 * @param structVersion .1: layout of the extensions, 0, or 1 from Turin on
 * @param productName .2: line and, up to Genoa, stepping
 * @param product the line by that name, where it is known
 * @param versions .3.1 boot loader, .3.2 TEE, .3.3 SNP, .3.8 microcode, .3.9 FMC, each 0 to 255
 * @param reserved .3.4 to .3.7, where present
 * @param chipId .4, 64 octets or, from Turin on, 8; always present in a VCEK
 * @param provider .5: the cloud that a VLEK was made for; always present in a VLEK
 */
public record SevSnpEndorsement(
    Optional<SevSnpReport.SigningKeyKind> kind,
    int structVersion,
    String productName,
    Optional<SevSnpProduct> product,
    Map<SevSnpTcb.Part, Integer> versions,
    Map<Integer, Integer> reserved,
    Optional<Bytes> chipId,
    Optional<String> provider) {

  static final String ARC = "1.3.6.1.4.1.3704.1.";
  static final String RULE = "sev-snp.endorsement.extension";
  static final Map<SevSnpTcb.Part, Integer> VERSIONS =
      Map.of(
          SevSnpTcb.Part.BOOT_LOADER,
          1,
          SevSnpTcb.Part.TEE,
          2,
          SevSnpTcb.Part.SNP,
          3,
          SevSnpTcb.Part.MICROCODE,
          8,
          SevSnpTcb.Part.FMC,
          9);

  public SevSnpEndorsement {
    Objects.requireNonNull(kind);
    Objects.requireNonNull(productName);
    Objects.requireNonNull(product);
    versions = Map.copyOf(versions);
    reserved = Map.copyOf(reserved);
  }

  /**
   * @throws Rejected if an extension is missing or of another shape
   */
  public static SevSnpEndorsement parse(VendorCertificate certificate) throws Rejected {
    Map<String, Bytes> extensions = certificate.extensions();
    Optional<SevSnpReport.SigningKeyKind> kind = kind(certificate.commonName());
    int structVersion = Der.octet(wanted(extensions, "1"), RULE);
    String name = Der.text(wanted(extensions, "2"), RULE);
    Optional<SevSnpProduct> product = SevSnpProduct.ofName(name);
    EnumMap<SevSnpTcb.Part, Integer> versions = new EnumMap<>(SevSnpTcb.Part.class);
    for (SevSnpTcb.Part part : SevSnpTcb.Part.values()) {
      String id = "3." + VERSIONS.get(part);
      boolean optional =
          part == SevSnpTcb.Part.FMC
              && product.map(line -> !line.layout().parts().contains(part)).orElse(true);
      if (!optional || extensions.containsKey(ARC + id)) {
        versions.put(part, Der.octet(wanted(extensions, id), RULE));
      }
    }
    Map<Integer, Integer> reserved = new LinkedHashMap<>();
    for (int i = 4; i <= 7; i++) {
      Bytes value = extensions.get(ARC + "3." + i);
      if (value != null) {
        reserved.put(i, Der.octet(value, RULE));
      }
    }
    boolean cloud = kind.equals(Optional.of(SevSnpReport.SigningKeyKind.VLEK));
    Optional<Bytes> chipId = Optional.empty();
    if (!cloud || extensions.containsKey(ARC + "4")) {
      int size = product.map(SevSnpProduct::chipIdSize).orElse(64);
      chipId = Optional.of(Der.octets(wanted(extensions, "4"), size, RULE));
    }
    Optional<String> provider = Optional.empty();
    if (cloud || extensions.containsKey(ARC + "5")) {
      provider = Optional.of(Der.text(wanted(extensions, "5"), RULE));
    }
    return new SevSnpEndorsement(
        kind, structVersion, name, product, versions, reserved, chipId, provider);
  }

  /** The versions as one value of a product's layout; a part that is not stated counts as zero. */
  public SevSnpTcb tcb(SevSnpProduct line) {
    SevSnpTcb tcb = new SevSnpTcb(line.layout(), Bytes.zero(8));
    for (SevSnpTcb.Part part : line.layout().parts()) {
      tcb = tcb.with(part, versions.getOrDefault(part, 0));
    }
    return tcb;
  }

  private static Optional<SevSnpReport.SigningKeyKind> kind(String commonName) {
    return switch (commonName) {
      case "SEV-VCEK" -> Optional.of(SevSnpReport.SigningKeyKind.VCEK);
      case "SEV-VLEK" -> Optional.of(SevSnpReport.SigningKeyKind.VLEK);
      default -> Optional.empty();
    };
  }

  private static Bytes wanted(Map<String, Bytes> extensions, String id) throws Rejected {
    Bytes value = extensions.get(ARC + id);
    if (value == null) {
      throw new Rejected(Reason.MISSING_FIELD, RULE, "extension " + ARC + id + " is missing");
    }
    return value;
  }
}
