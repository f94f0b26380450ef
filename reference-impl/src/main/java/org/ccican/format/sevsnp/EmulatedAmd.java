package org.ccican.format.sevsnp;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.ccican.check.Checks;
import org.ccican.reject.Rejected;
import org.ccican.trust.CertificateTemplate;
import org.ccican.trust.EmulatedVendor;
import org.ccican.trust.RsaSigner;
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

  /** Extensions that tell a chip's certificate from a cloud's. */
  static final String CHIP = SevSnpEndorsement.ARC + "4";

  static final String PROVIDER = SevSnpEndorsement.ARC + "5";
  private static final List<Integer> MILAN_ORDER = List.of(1, 2, 4, 5, 6, 7, 3, 8);
  private static final List<Integer> TURIN_ORDER = List.of(9, 1, 2, 3, 5, 6, 7, 8);

  private final EmulatedVendor vendor;
  private final Map<Issue, Bytes> issued = new ConcurrentHashMap<>();
  private final Map<Listing, Bytes> lists = new ConcurrentHashMap<>();

  /** One certificate, by all that it depends on. */
  private record Issue(
      CertificateTemplate template, EmulatedVendor.Key key, RsaSigner.Scheme scheme) {}

  /** One revocation list, by all that it depends on. */
  private record Listing(
      SevSnpProduct product, Instant from, Duration life, boolean authority, boolean other) {}

  public EmulatedAmd(EmulatedVendor vendor) {
    this.vendor = vendor;
  }

  /** The line's root, self-signed. */
  public Bytes root(SevSnpProduct product) {
    return issue(rootTemplate(product), EmulatedVendor.Key.ROOT);
  }

  /** A root of the same name that nobody trusts. */
  Bytes otherRoot(SevSnpProduct product) {
    return issue(
        rootTemplate(product).withKey(vendor.spki(EmulatedVendor.Key.OTHER_ROOT)),
        EmulatedVendor.Key.OTHER_ROOT);
  }

  /** The line's authority for chips, signed by the root. */
  public Bytes authority(SevSnpProduct product) {
    return authority(product, SevSnpReport.SigningKeyKind.VCEK);
  }

  /** The line's authority for a kind of keys, signed by the root. */
  public Bytes authority(SevSnpProduct product, SevSnpReport.SigningKeyKind kind) {
    return issue(authorityTemplate(product, kind), EmulatedVendor.Key.ROOT);
  }

  /**
   * An authority of the same name and key, signed by a root of the same name that nobody trusts.
   */
  public Bytes authorityOfOtherRoot(SevSnpProduct product, SevSnpReport.SigningKeyKind kind) {
    return issue(authorityTemplate(product, kind), EmulatedVendor.Key.OTHER_ROOT);
  }

  /** A chip's certificate, signed by the line's authority. */
  public Bytes chip(CertificateTemplate template) {
    return issue(template, EmulatedVendor.Key.AUTHORITY);
  }

  /**
   * The line's revocation list, current from an instant on.
   *
   * @param authority whether it names the authority for chips
   * @param other whether a root that nobody trusts signs it
   */
  Bytes revocations(
      SevSnpProduct product, Instant from, Duration life, boolean authority, boolean other) {
    return lists.computeIfAbsent(
        new Listing(product, from, life, authority, other),
        each ->
            vendor.revoke(
                product.root(),
                from,
                from.plus(life),
                authority ? Set.of(serial(product, 1)) : Set.of(),
                Map.of(),
                other ? EmulatedVendor.Key.OTHER_ROOT : EmulatedVendor.Key.ROOT,
                RsaSigner.Scheme.PSS_SHA384));
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
    return authorityTemplate(product, SevSnpReport.SigningKeyKind.VCEK);
  }

  CertificateTemplate authorityTemplate(SevSnpProduct product, SevSnpReport.SigningKeyKind kind) {
    return new CertificateTemplate(
        product.authority(kind),
        product.root(),
        serial(product, 1 + kind.ordinal()),
        FROM,
        UNTIL,
        vendor.spki(
            kind == SevSnpReport.SigningKeyKind.VCEK
                ? EmulatedVendor.Key.AUTHORITY
                : EmulatedVendor.Key.CLOUD_AUTHORITY),
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
    String name = product == SevSnpProduct.MILAN ? "Milan-B0" : product.line();
    Map<String, Bytes> extensions = versions(product, tcb, name);
    extensions.put(CHIP, chipId);
    return template(
        product,
        SevSnpReport.SigningKeyKind.VCEK,
        notBefore,
        Duration.ofDays(7 * 365 + 2),
        spki,
        extensions);
  }

  /**
   * What the certificate of a cloud's key says: valid for a year, of no chip, and the product's
   * name has no stepping.
   */
  CertificateTemplate cloudTemplate(
      SevSnpProduct product, SevSnpTcb tcb, String provider, Bytes spki, Instant notBefore) {
    Map<String, Bytes> extensions = versions(product, tcb, product.line());
    extensions.put(PROVIDER, text(provider));
    return template(
        product,
        SevSnpReport.SigningKeyKind.VLEK,
        notBefore,
        Duration.ofDays(365),
        spki,
        extensions);
  }

  private static CertificateTemplate template(
      SevSnpProduct product,
      SevSnpReport.SigningKeyKind kind,
      Instant notBefore,
      Duration life,
      Bytes spki,
      Map<String, Bytes> extensions) {
    return new CertificateTemplate(
        "SEV-" + kind,
        product.authority(kind),
        BigInteger.ZERO,
        notBefore,
        notBefore.plus(life),
        spki,
        Optional.empty(),
        Optional.empty(),
        extensions,
        Map.of());
  }

  /** What certificates of both kinds say: layout, product, and the versions of the firmware. */
  private static Map<String, Bytes> versions(SevSnpProduct product, SevSnpTcb tcb, String name) {
    boolean turin = product.layout() == SevSnpTcb.Layout.TURIN;
    Map<Integer, Integer> versions = new LinkedHashMap<>();
    for (SevSnpTcb.Part part : product.layout().parts()) {
      versions.put(SevSnpEndorsement.VERSIONS.get(part), tcb.version(part).orElseThrow());
    }
    Map<String, Bytes> extensions = new LinkedHashMap<>();
    extensions.put(SevSnpEndorsement.ARC + "1", integer(turin ? 1 : 0));
    extensions.put(SevSnpEndorsement.ARC + "2", text(name));
    for (int id : turin ? TURIN_ORDER : MILAN_ORDER) {
      extensions.put(SevSnpEndorsement.ARC + "3." + id, integer(versions.getOrDefault(id, 0)));
    }
    return extensions;
  }

  /** A DER IA5String of less than 128 octets. */
  static Bytes text(String value) {
    return Bytes.concat(Bytes.of(0x16, value.length()), Bytes.utf8(value));
  }

  /** A DER INTEGER from 0 to 255. */
  static Bytes integer(int value) {
    return value < 0x80 ? Bytes.of(2, 1, value) : Bytes.of(2, 2, 0, value);
  }

  private Bytes issue(CertificateTemplate template, EmulatedVendor.Key key) {
    return issue(template, key, RsaSigner.Scheme.PSS_SHA384);
  }

  /** A certificate under any of the vendor's keys, with either padding. */
  Bytes issue(CertificateTemplate template, EmulatedVendor.Key key, RsaSigner.Scheme scheme) {
    return issued.computeIfAbsent(
        new Issue(template, key, scheme),
        each -> vendor.issue(each.template(), each.key(), each.scheme()));
  }

  private static BigInteger serial(SevSnpProduct product, int rank) {
    return BigInteger.valueOf((product.ordinal() + 1L << 16) + rank);
  }
}
