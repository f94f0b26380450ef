package org.ccican.format.eat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.ccican.check.Checks;
import org.ccican.cose.CoseAlgorithm;
import org.ccican.cose.CoseEnvelope;
import org.ccican.cose.CoseSign1;
import org.ccican.cose.MacAlgorithm;
import org.ccican.cose.VerificationKey;
import org.ccican.reject.Reason;
import org.ccican.reject.Rejected;
import org.ccican.wire.Base64Url;
import org.ccican.wire.Bytes;
import org.ccican.wire.Cbor;
import org.ccican.wire.Json;
import org.ccican.wire.JsonDecoder;
import org.ccican.wire.JsonFields;

/** What gives a token authenticity and integrity (RFC 9711 section 3): a signature, or a MAC. */
sealed interface EatSeal {

  /** Signatures that are taken, whatever the profile. */
  Set<CoseAlgorithm> SIGNATURES =
      Set.of(
          CoseAlgorithm.ES256,
          CoseAlgorithm.ES384,
          CoseAlgorithm.ES512,
          CoseAlgorithm.ESP256,
          CoseAlgorithm.ESP384,
          CoseAlgorithm.EDDSA,
          CoseAlgorithm.ED25519);

  /** What a token names as its algorithm. */
  record Algorithm(String name, Optional<CoseAlgorithm> signature, Optional<MacAlgorithm> mac) {

    /** Whether keys of this kind, and on this curve, go with it. */
    boolean fits(VerificationKey key) {
      return key instanceof VerificationKey.Public found
          ? signature.filter(each -> each.fits(found.key().curve())).isPresent()
          : mac.isPresent();
    }
  }

  /** The encoded claims-set. */
  Bytes payload();

  /** Names the key; nothing vouches for it. */
  Optional<Bytes> kid(Checks checks) throws Rejected;

  /**
   * @throws Rejected if the token names none, or one that is not signed or not known
   */
  Algorithm algorithm(Checks checks) throws Rejected;

  /** What the signature or tag is over. */
  Bytes covered();

  Bytes authenticator();

  /** Whether a key made the token, and nothing else is asked. */
  default boolean isBy(VerificationKey key, Algorithm algorithm) {
    if (key instanceof VerificationKey.Public found && algorithm.signature().isPresent()) {
      return found.key().verify(algorithm.signature().get(), covered(), authenticator());
    }
    return key instanceof VerificationKey.Shared shared
        && algorithm.mac().isPresent()
        && shared.key().verify(algorithm.mac().get(), covered(), authenticator());
  }

  /** COSE_Sign1 or COSE_Mac0 (RFC 9052 sections 4.2 and 6.2). */
  record Cose(CoseEnvelope envelope) implements EatSeal {

    public Cose {
      Objects.requireNonNull(envelope);
    }

    boolean isSigned() {
      return envelope.tag() == CoseSign1.TAG;
    }

    @Override
    public Bytes payload() {
      return envelope.payload();
    }

    @Override
    public Optional<Bytes> kid(Checks checks) throws Rejected {
      Optional<Cbor> kid = envelope.header(CoseSign1.KID, checks);
      return kid.filter(Cbor.Octets.class::isInstance).map(item -> ((Cbor.Octets) item).value());
    }

    @Override
    public Algorithm algorithm(Checks checks) throws Rejected {
      if (isSigned()) {
        CoseAlgorithm signature = envelope.signatureAlgorithm(checks);
        return new Algorithm(signature.name(), Optional.of(signature), Optional.empty());
      }
      MacAlgorithm mac = envelope.macAlgorithm(checks);
      return new Algorithm(mac.name(), Optional.empty(), Optional.of(mac));
    }

    @Override
    public Bytes covered() {
      return isSigned() ? envelope.toBeSigned() : envelope.toBeMaced();
    }

    @Override
    public Bytes authenticator() {
      return envelope.authenticator();
    }
  }

  /**
   * A JWT that is signed, in compact form (RFC 7515 section 7.1).
   *
   * @param covered both parts before the last dot, as they came
   */
  record Jws(Json header, Bytes payload, Bytes covered, Bytes authenticator) implements EatSeal {

    private static final String SHAPE = "eat.jws.shape";
    private static final Map<String, CoseAlgorithm> SIGNATURES =
        Map.of(
            "ES256", CoseAlgorithm.ES256,
            "ES384", CoseAlgorithm.ES384,
            "ES512", CoseAlgorithm.ES512,
            "EdDSA", CoseAlgorithm.EDDSA);
    private static final Map<String, MacAlgorithm> MACS =
        Map.of(
            "HS256", MacAlgorithm.HMAC_256_256,
            "HS384", MacAlgorithm.HMAC_384_384,
            "HS512", MacAlgorithm.HMAC_512_512);

    /**
     * @throws Rejected if these are not three parts of base64url, the first one an object
     */
    static Jws parse(Bytes octets, Checks checks) throws Rejected {
      String text = octets.toText();
      List<String> parts = List.of(text.split("\\.", -1));
      if (parts.size() != 3 || !text.matches("[A-Za-z0-9_.-]*")) {
        throw new Rejected(Reason.MALFORMED, SHAPE, "three parts of base64url expected");
      }
      Json header = JsonDecoder.decode(part(parts.get(0)), checks);
      // spec| RFC 7515 §4.1.11: a critical parameter that is not understood is an error
      Rejected.unless(
          checks,
          "eat.jws.crit",
          JsonFields.of(header, SHAPE).find("crit").isEmpty(),
          Reason.CRITICAL_HEADER,
          () -> "crit in the header, and nothing of it is understood");
      return new Jws(
          header,
          part(parts.get(1)),
          Bytes.utf8(parts.get(0) + "." + parts.get(1)),
          part(parts.get(2)));
    }

    @Override
    public Optional<Bytes> kid(Checks checks) throws Rejected {
      Optional<Json> kid = JsonFields.of(header, SHAPE).find("kid");
      return kid.filter(Json.Text.class::isInstance)
          .flatMap(value -> EatJson.base64(((Json.Text) value).value()));
    }

    @Override
    public Algorithm algorithm(Checks checks) throws Rejected {
      String name = JsonFields.of(header, SHAPE).text("alg");
      return new Algorithm(
          name, Optional.ofNullable(SIGNATURES.get(name)), Optional.ofNullable(MACS.get(name)));
    }

    private static Bytes part(String text) throws Rejected {
      return Base64Url.decode(text, SHAPE);
    }
  }
}
