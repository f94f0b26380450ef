package org.ccican.conformance.sut;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Objects;
import org.ccican.cose.CoseCurve;
import org.ccican.cose.CoseKey;
import org.ccican.cose.Crypto;
import org.ccican.wire.Bytes;

/** One public key in each of the forms that implementations read, and the names it has by them. */
public record KeyForms(CoseKey key) {

  private static final int LINE = 64;

  public KeyForms {
    Objects.requireNonNull(key);
  }

  /** SubjectPublicKeyInfo in PEM (RFC 7468). */
  public String pem() {
    return pem("PUBLIC KEY", key.toSpki());
  }

  /** A JWK (RFC 7517) of one line, whose {@code kid} is its own thumbprint. */
  public String jwk() {
    String members = members();
    return members.substring(0, members.length() - 1)
        + ",\"kid\":\""
        + base64(jwkThumbprint())
        + "\"}\n";
  }

  /** A COSE_Key (RFC 9052 section 7) with its required members, deterministically encoded. */
  public Bytes cose() {
    return key.toCbor().encode();
  }

  /** SHA-256 over the COSE_Key, 32 octets (RFC 9679 section 3). */
  public Bytes coseThumbprint() {
    return key.thumbprint();
  }

  /** The same as a URI (RFC 9679 section 5.6). */
  public String coseThumbprintUri() {
    return "urn:ietf:params:oauth:ckt:sha-256:" + base64(coseThumbprint());
  }

  /** SHA-256 over the JWK's required members in the order of their names (RFC 7638 section 3). */
  public Bytes jwkThumbprint() {
    return Crypto.sha256(Bytes.of(members().getBytes(StandardCharsets.UTF_8)));
  }

  /** The name of the curve in JWKs. */
  public String curve() {
    return switch (key.curve()) {
      case P256 -> "P-256";
      case P384 -> "P-384";
      case P521 -> "P-521";
      case ED25519 -> "Ed25519";
    };
  }

  /** Octets in PEM, 64 characters to a line. */
  public static String pem(String label, Bytes der) {
    return "-----BEGIN "
        + label
        + "-----\n"
        + Base64.getMimeEncoder(LINE, new byte[] {'\n'}).encodeToString(der.toArray())
        + "\n-----END "
        + label
        + "-----\n";
  }

  /** Octets as base64url without padding. */
  public static String base64(Bytes octets) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(octets.toArray());
  }

  private String members() {
    boolean edwards = key.curve() == CoseCurve.ED25519;
    return "{\"crv\":\""
        + curve()
        + "\",\"kty\":\""
        + (edwards ? "OKP" : "EC")
        + "\",\"x\":\""
        + base64(key.x())
        + "\""
        + (edwards ? "" : ",\"y\":\"" + base64(key.y()) + "\"")
        + "}";
  }
}
