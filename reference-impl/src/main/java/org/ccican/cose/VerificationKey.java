package org.ccican.cose;

import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.ccican.check.Checks;
import org.ccican.reject.Reason;
import org.ccican.reject.Rejected;
import org.ccican.wire.Bytes;
import org.ccican.wire.Cbor;
import org.ccican.wire.CborDecoder;
import org.ccican.wire.CborProfile;
import org.ccican.wire.Fields;
import org.ccican.wire.Json;
import org.ccican.wire.JsonDecoder;
import org.ccican.wire.JsonFields;

/** A raw key that somebody hands over, with the name under which it goes, where it has one. */
public sealed interface VerificationKey {

  /** COSE: the octets of {@code kid}; JWK: what its {@code kid} decodes to as base64url. */
  Optional<Bytes> name();

  /** A public key, for signatures. */
  record Public(CoseKey key, Optional<Bytes> name) implements VerificationKey {

    public Public {
      Objects.requireNonNull(key);
      Objects.requireNonNull(name);
    }
  }

  /** A shared secret, for tags. */
  record Shared(MacKey key, Optional<Bytes> name) implements VerificationKey {

    public Shared {
      Objects.requireNonNull(key);
      Objects.requireNonNull(name);
    }
  }

  /**
   * Reads a key in JSON (RFC 7517), in CBOR (RFC 9052 section 7) or as DER SubjectPublicKeyInfo, by
   * what it looks like.
   *
   * @throws Rejected if it is none of them, is private, or is no point of its curve
   */
  static VerificationKey parse(Bytes octets, Crypto crypto, Checks checks) throws Rejected {
    if (CoseKey.isSpki(octets)) {
      return new Public(CoseKey.ofSpki(octets, crypto), Optional.empty());
    }
    return octets.toText().stripLeading().startsWith("{")
        ? jwk(octets, crypto, checks)
        : coseKey(octets, crypto, checks);
  }

  private static VerificationKey coseKey(Bytes octets, Crypto crypto, Checks checks)
      throws Rejected {
    Cbor item = new CborDecoder(checks).decode(octets, CborProfile.VALID);
    Fields fields = Fields.of(item, "cose.key.shape");
    Optional<Bytes> name = fields.findOctets(2);
    if (fields.integer(1) != 4) {
      return new Public(CoseKey.parse(item, crypto, checks), name);
    }
    Optional<Long> algorithm = fields.findInteger(3);
    mac(algorithm.isEmpty() || MacAlgorithm.find(algorithm.get()).isPresent(), checks);
    return new Shared(secret(fields.octets(-1)), name);
  }

  private static VerificationKey jwk(Bytes octets, Crypto crypto, Checks checks) throws Rejected {
    JsonFields fields = JsonFields.of(JsonDecoder.decode(octets, checks), "cose.key.shape");
    Optional<Bytes> name = Optional.empty();
    if (fields.find("kid").orElse(null) instanceof Json.Text kid) {
      name = base64(kid.value());
    }
    String type = fields.text("kty");
    if (type.equals("oct")) {
      return new Shared(secret(wanted(fields, "k")), name);
    }
    // spec| RFC 7518 §6.2.2.1: d is private and has no place in a key that is handed over
    Rejected.unless(
        checks,
        "cose.key.private",
        fields.find("d").isEmpty(),
        Reason.INVALID_KEY,
        () -> "a private key where a public one belongs");
    List<String> operations = fields.findTexts("key_ops");
    // spec| RFC 7517 §4.3: key_ops restricts what a key is used for
    Rejected.unless(
        checks,
        "cose.key.ops",
        operations.isEmpty() || operations.contains("verify"),
        Reason.INVALID_KEY,
        () -> "a key that is not for verification");
    String curve = fields.text("crv");
    for (CoseCurve each : CoseCurve.values()) {
      if (type.equals("EC") && each.isWeierstrass() && each.standardName().equals(curve)) {
        return new Public(
            CoseKey.ofPoint(each, wanted(fields, "x"), wanted(fields, "y"), crypto, checks), name);
      }
    }
    throw new Rejected(
        Reason.UNSUPPORTED_ALGORITHM, "cose.key.kind", "key type " + type + " with " + curve);
  }

  private static void mac(boolean known, Checks checks) throws Rejected {
    // spec| RFC 9052 §7.1: the algorithm of a key restricts its use
    Rejected.unless(
        checks,
        "cose.key.alg",
        known,
        Reason.ALGORITHM_MISMATCH,
        () -> "a shared secret for another algorithm than HMAC");
  }

  private static MacKey secret(Bytes octets) throws Rejected {
    if (octets.isEmpty()) {
      throw new Rejected(Reason.INVALID_KEY, "cose.key.shape", "a secret of no octets");
    }
    return new MacKey(octets);
  }

  private static Bytes wanted(JsonFields fields, String member) throws Rejected {
    return base64(fields.text(member))
        .orElseThrow(
            () -> new Rejected(Reason.MALFORMED, "cose.key.shape", member + " is no base64url"));
  }

  private static Optional<Bytes> base64(String text) {
    try {
      return Optional.of(Bytes.of(Base64.getUrlDecoder().decode(text)));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
