package org.ccican.format.sevsnp;

import java.math.BigInteger;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.ccican.check.Checks;
import org.ccican.reject.Rejected;
import org.ccican.trust.CertificateTemplate;
import org.ccican.trust.EmulatedVendor;
import org.ccican.trust.TrustAnchors;
import org.ccican.wire.Bytes;

/**
 * The emulated AMD: a root and an authority per product line, with AMD's common names, and
 * certificates of emulated chips (AMD 57230). Names of organisation and unit say what it is. Each
 * certificate is made when it is first asked for and kept, since signing takes the most time.
 */
public final class EmulatedAmd {

  /** Validity of roots and authorities. */
  private static final Instant FROM = Instant.parse("2020-01-01T00:00:00Z");

  private static final Instant UNTIL = Instant.parse("2070-01-01T00:00:00Z");
  private static final List<Integer> MILAN_ORDER = List.of(1, 2, 4, 5, 6, 7, 3, 8);
  private static final List<Integer> TURIN_ORDER = List.of(9, 1, 2, 3, 5, 6, 7, 8);

  private final EmulatedVendor vendor;
  private final Map<Issue, Bytes> issued = new ConcurrentHashMap<>();

  /** One certificate, by all that it depends on. */
  private record Issue(CertificateTemplate template, EmulatedVendor.Key key) {}

  public EmulatedAmd(EmulatedVendor vendor) {
    this.vendor = vendor;
  }

  /** The line's root, self-signed. */
  public Bytes root(SevSnpProduct product) {
    return issue(rootTemplate(product), EmulatedVendor.Key.ROOT);
  }

  /** The line's authority for chips, signed by the root. */
  public Bytes authority(SevSnpProduct product) {
    return issue(authorityTemplate(product), EmulatedVendor.Key.ROOT);
  }

  /**
   * An authority of the same name and key, signed by a root of the same name that nobody trusts.
   */
  public Bytes authorityOfOtherRoot(SevSnpProduct product) {
    return issue(authorityTemplate(product), EmulatedVendor.Key.OTHER_ROOT);
  }

  /** A chip's certificate, signed by the line's authority. */
  public Bytes chip(CertificateTemplate template) {
    return issue(template, EmulatedVendor.Key.AUTHORITY);
  }

  /** The roots of some lines: what a relying party pins that wants to believe emulated evidence. */
  public TrustAnchors anchors(SevSnpProduct... products) {
    try {
      return TrustAnchors.parse(Stream.of(products).map(this::root).toList(), Checks.unbroken());
    } catch (Rejected e) {
      throw new IllegalStateException("a root of our own is refused", e);
    }
  }

  CertificateTemplate rootTemplate(SevSnpProduct product) {
    return new CertificateTemplate(
        product.root(),
        product.root(),
        serial(product, 0),
        FROM,
        UNTIL,
        vendor.spki(EmulatedVendor.Key.ROOT),
        Optional.of(-1),
        Optional.of(CertificateTemplate.SIGN_CERTIFICATES | CertificateTemplate.SIGN_LISTS),
        Map.of(),
        Map.of());
  }

  CertificateTemplate authorityTemplate(SevSnpProduct product) {
    return new CertificateTemplate(
        product.authority(SevSnpReport.SigningKeyKind.VCEK),
        product.root(),
        serial(product, 1),
        FROM,
        UNTIL,
        vendor.spki(EmulatedVendor.Key.AUTHORITY),
        Optional.of(0),
        Optional.of(CertificateTemplate.SIGN_CERTIFICATES),
        Map.of(),
        Map.of());
  }

  /**
   * What a chip's certificate says; AMD's have serial number zero and are valid for seven years.
   *
   * @param chipId as many octets as the line has
   */
  CertificateTemplate chipTemplate(
      SevSnpProduct product, SevSnpTcb tcb, Bytes chipId, Bytes spki, Instant notBefore) {
    boolean turin = product.layout() == SevSnpTcb.Layout.TURIN;
    Map<Integer, Integer> versions = new LinkedHashMap<>();
    for (SevSnpTcb.Part part : product.layout().parts()) {
      versions.put(SevSnpEndorsement.VERSIONS.get(part), tcb.version(part).orElseThrow());
    }
    Map<String, Bytes> extensions = new LinkedHashMap<>();
    extensions.put(SevSnpEndorsement.ARC + "1", integer(turin ? 1 : 0));
    String name = product == SevSnpProduct.MILAN ? "Milan-B0" : product.line();
    extensions.put(
        SevSnpEndorsement.ARC + "2", Bytes.concat(Bytes.of(0x16, name.length()), Bytes.utf8(name)));
    for (int id : turin ? TURIN_ORDER : MILAN_ORDER) {
      extensions.put(SevSnpEndorsement.ARC + "3." + id, integer(versions.getOrDefault(id, 0)));
    }
    extensions.put(SevSnpEndorsement.ARC + "4", chipId);
    return new CertificateTemplate(
        "SEV-VCEK",
        product.authority(SevSnpReport.SigningKeyKind.VCEK),
        BigInteger.ZERO,
        notBefore,
        notBefore.plus(java.time.Duration.ofDays(7 * 365 + 2)),
        spki,
        Optional.empty(),
        Optional.empty(),
        extensions,
        Map.of());
  }

  /** A DER INTEGER from 0 to 255. */
  static Bytes integer(int value) {
    return value < 0x80 ? Bytes.of(2, 1, value) : Bytes.of(2, 2, 0, value);
  }

  private Bytes issue(CertificateTemplate template, EmulatedVendor.Key key) {
    return issued.computeIfAbsent(
        new Issue(template, key), each -> vendor.issue(each.template(), each.key()));
  }

  private static BigInteger serial(SevSnpProduct product, int rank) {
    return BigInteger.valueOf((product.ordinal() + 1L << 16) + rank);
  }
}
