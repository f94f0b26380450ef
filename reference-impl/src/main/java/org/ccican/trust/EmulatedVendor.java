package org.ccican.trust;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.ccican.reject.Rejected;
import org.ccican.wire.Bytes;

/**
 * An emulated hardware vendor: certificates and revocation lists under RSA keys of 4096 bits that
 * are published with this class and vouch for nothing but emulated chips. What it issues depends on
 * what it is asked for alone, octet by octet.
 */
public final class EmulatedVendor {

  /** The published keys. */
  public enum Key {
    ROOT("emulated-ark"),
    AUTHORITY("emulated-ask"),
    /** The authority of keys that a cloud's machines share. */
    CLOUD_AUTHORITY("emulated-asvk"),
    /** A root that nobody trusts. */
    OTHER_ROOT("emulated-other-ark");

    private final String file;

    Key(String file) {
      this.file = file + ".test-key.pem";
    }
  }

  private final Map<Key, RsaSigner> signers = new EnumMap<>(Key.class);

  public EmulatedVendor() {
    for (Key key : Key.values()) {
      signers.put(key, new RsaSigner(read(key.file)));
    }
  }

  /** The DER SubjectPublicKeyInfo of a key. */
  public Bytes spki(Key key) {
    return signer(key).spki();
  }

  /** A DER certificate, signed as AMD signs. */
  public Bytes issue(CertificateTemplate template, Key key) {
    return issue(template, key, RsaSigner.Scheme.PSS_SHA384);
  }

  /** A DER certificate. */
  public Bytes issue(CertificateTemplate template, Key key, RsaSigner.Scheme scheme) {
    return EmulatedIssuer.issue(template, signer(key).scheme(scheme));
  }

  /**
   * A DER revocation list.
   *
   * @param issuer common name
   * @param critical contents of extensions, all critical
   */
  public Bytes revoke(
      String issuer,
      Instant thisUpdate,
      Instant nextUpdate,
      Set<BigInteger> serials,
      Map<String, Bytes> critical,
      Key key,
      RsaSigner.Scheme scheme) {
    return EmulatedIssuer.revoke(
        issuer, thisUpdate, nextUpdate, serials, critical, signer(key).scheme(scheme));
  }

  private RsaSigner signer(Key key) {
    return java.util.Objects.requireNonNull(signers.get(key));
  }

  private static Bytes read(String file) {
    try (InputStream in = EmulatedVendor.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("resource " + file + " is missing");
      }
      return Pem.blocks(Bytes.of(in.readAllBytes())).get(0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (Rejected e) {
      throw new IllegalStateException("resource " + file + " is damaged", e);
    }
  }
}
