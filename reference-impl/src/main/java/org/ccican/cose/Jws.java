package org.ccican.cose;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.ccican.check.Checks;
import org.ccican.reject.Reason;
import org.ccican.reject.Rejected;
import org.ccican.wire.Base64Url;
import org.ccican.wire.Bytes;
import org.ccican.wire.Json;
import org.ccican.wire.JsonDecoder;
import org.ccican.wire.JsonFields;
import org.ccican.wire.JsonText;

/**
 * A message with one signature in JSON (RFC 7515), read in the compact serialization (section 7.1)
 * or the flattened one (section 7.2.2), and written in the former.
 *
 * @param signed the protected header and the payload, each in base64url, and the dot between them
 * @param header the protected header
 */
public record Jws(Bytes signed, Json.Obj header, Bytes payload, Bytes signature) {

  private static final String SHAPE = "cose.jws.shape";

  /** A protected header is short. */
  private static final int LONGEST_HEADER = 4096;

  public Jws {
    Objects.requireNonNull(signed);
    Objects.requireNonNull(header);
    Objects.requireNonNull(payload);
    Objects.requireNonNull(signature);
  }

  /**
   * Signs a message, in the compact serialization.
   *
   * @param key on P-256, P-384 or P-521, or Ed25519
   * @param type what the header calls the whole ({@code typ}, section 4.1.9)
   */
  public static Bytes sign(SigningKey key, String type, Bytes payload) {
    String algorithm =
        switch (key.publicKey().curve()) {
          case P256 -> "ES256";
          case P384 -> "ES384";
          case P521 -> "ES512";
          case ED25519 -> "EdDSA";
        };
    String header = "{\"alg\":\"" + algorithm + "\",\"typ\":" + JsonText.string(type) + "}";
    String signed = Base64Url.encode(Bytes.utf8(header)) + "." + Base64Url.encode(payload);
    return Bytes.utf8(signed + "." + Base64Url.encode(key.sign(Bytes.utf8(signed))));
  }

  /**
   * Reads a message and checks what needs no key.
   *
   * @throws Rejected if it is none, or a header may not be ignored
   */
  public static Jws parse(Bytes octets, Checks checks) throws Rejected {
    if (!octets.isEmpty() && octets.at(0) == '{') {
      return flattened(JsonDecoder.decode(octets, checks), checks);
    }
    String[] parts = octets.toText().split("\\.", -1);
    if (parts.length != 3) {
      throw new Rejected(Reason.WRONG_TYPE, SHAPE, parts.length + " parts, 3 expected");
    }
    return of(parts[0], parts[1], parts[2], checks);
  }

  private static Jws flattened(Json value, Checks checks) throws Rejected {
    JsonFields fields = JsonFields.of(value, SHAPE);
    fields.find("header");
    Jws message =
        of(fields.text("protected"), fields.text("payload"), fields.text("signature"), checks);
    fields.done();
    return message;
  }

  private static Jws of(String header, String payload, String signature, Checks checks)
      throws Rejected {
    Bytes octets = Base64Url.decode(header, SHAPE);
    if (octets.size() > LONGEST_HEADER
        || !(JsonDecoder.decode(octets, checks) instanceof Json.Obj map)) {
      throw new Rejected(Reason.WRONG_TYPE, SHAPE, "no object of a protected header");
    }
    // spec| RFC 7515 §4.1.11: what a header calls critical has to be understood
    Rejected.unless(
        checks,
        "cose.jws.critical",
        map.find("crit").isEmpty(),
        Reason.CRITICAL_HEADER,
        () -> "a critical header");
    return new Jws(
        Bytes.utf8(header + "." + payload),
        map,
        Base64Url.decode(payload, SHAPE),
        Base64Url.decode(signature, SHAPE));
  }

  /** A header that is a text. */
  public Optional<String> text(String name) {
    return header
        .find(name)
        .filter(Json.Text.class::isInstance)
        .map(found -> ((Json.Text) found).value());
  }

  /**
   * The payload, if the signature is good.
   *
   * @param keys of which one has to have signed
   * @throws Rejected if the algorithm is none of a key, not the key's, or the signature is wrong
   */
  public Bytes verify(List<CoseKey> keys, Checks checks) throws Rejected {
    Optional<CoseAlgorithm> algorithm = text("alg").flatMap(Jws::algorithm);
    if (algorithm.isEmpty()) {
      // spec| RFC 8725 §3.1, §3.2: neither none nor an algorithm that the receiver did not choose
      throw new Rejected(
          Reason.UNSUPPORTED_ALGORITHM, "cose.jws.algorithm", "alg is none of a public key");
    }
    CoseCurve curve = algorithm.get().usualCurve();
    List<CoseKey> fitting = keys.stream().filter(key -> key.curve() == curve).toList();
    // spec| RFC 7518 §3.4: ES256 is with P-256, ES384 with P-384, ES512 with P-521
    Rejected.unless(
        checks,
        "cose.jws.key",
        !fitting.isEmpty(),
        Reason.ALGORITHM_MISMATCH,
        () -> algorithm.get() + " with a key on another curve");
    // spec| RFC 7515 §5.2: the signature is over header and payload as they came
    Rejected.unless(
        checks,
        "cose.jws.signature",
        fitting.stream().anyMatch(key -> key.verify(algorithm.get(), signed, signature)),
        Reason.INVALID_SIGNATURE,
        () -> algorithm.get() + " signature of " + signature.size() + " octets does not verify");
    return payload;
  }

  private static Optional<CoseAlgorithm> algorithm(String name) {
    return switch (name) {
      case "ES256" -> Optional.of(CoseAlgorithm.ES256);
      case "ES384" -> Optional.of(CoseAlgorithm.ES384);
      case "ES512" -> Optional.of(CoseAlgorithm.ES512);
      case "EdDSA", "Ed25519" -> Optional.of(CoseAlgorithm.ED25519);
      default -> Optional.empty();
    };
  }
}
