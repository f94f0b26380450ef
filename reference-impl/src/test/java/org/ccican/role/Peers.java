package org.ccican.role;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.ccican.app.ReferenceImages;
import org.ccican.appraisal.AttestationResult;
import org.ccican.appraisal.Trustworthiness;
import org.ccican.check.Checks;
import org.ccican.cose.AgreementKey;
import org.ccican.cose.CoseAlgorithm;
import org.ccican.cose.CoseKey;
import org.ccican.cose.CoseSign1;
import org.ccican.cose.Crypto;
import org.ccican.cose.SigningKey;
import org.ccican.ear.TrustworthinessVector;
import org.ccican.eat.TeepEat;
import org.ccican.message.ProvisioningMessage.MiddlewarePackage;
import org.ccican.message.ProvisioningMessage.Refusal;
import org.ccican.reject.Reason;
import org.ccican.reject.Rejected;
import org.ccican.suit.SuitFetcher;
import org.ccican.teep.TeepCodec;
import org.ccican.teep.TeepMessage;
import org.ccican.teep.TeepSecurity;
import org.ccican.teep.WireRevision;
import org.ccican.wire.ByteWriter;
import org.ccican.wire.Bytes;
import org.ccican.wire.Cbor;

/** Keys, answers and what else the tests of roles let a role's peers say. */
final class Peers {

  static final Crypto CRYPTO = new Crypto();
  static final Checks CHECKS = Checks.unbroken();
  static final Instant NOW = Instant.parse("2026-11-01T12:00:00Z");
  static final SigningKey TAM = key("tam");
  static final SigningKey TAM_ED25519 =
      SigningKey.fromSeed(CoseAlgorithm.ED25519, Bytes.utf8("tam"), CRYPTO);
  static final AgreementKey TAM_ENCRYPTION = AgreementKey.fromSeed(Bytes.utf8("tam"));
  static final SigningKey KNOWN = key("an Agent known beforehand");
  static final SigningKey VENDOR = key("vendor");
  static final SigningKey VERIFIER = key("verifier");
  static final SigningKey AGENT = key("agent");
  static final SigningKey STRANGER = key("stranger");
  static final Bytes REQUEST = Bytes.hex("00112233445566778899aabbccddeeff");
  static final Bytes CHANNEL_KEY = Crypto.sha256(Bytes.utf8("a TLS key"));

  private static final TeepCodec CODEC = new TeepCodec(WireRevision.TEEP_26, CHECKS);
  private static final TeepSecurity SECURITY = new TeepSecurity(WireRevision.TEEP_26);

  private Peers() {}

  static SigningKey key(String seed) {
    return SigningKey.fromSeed(CoseAlgorithm.ESP256, Crypto.sha256(Bytes.utf8(seed)), CRYPTO);
  }

  /** Octets that never repeat: a count, then zeros. */
  static Randomness counting() {
    long[] count = {0};
    return size -> new ByteWriter().u64le(++count[0]).zero(size).toBytes().slice(0, size);
  }

  static TeepAgent.Inside inside() {
    return new TeepAgent.Inside(
        key("reports"),
        AgreementKey.fromSeed(Bytes.utf8("device")),
        SuitFetcher.none(),
        counting());
  }

  static Bytes signed(TeepMessage message, SigningKey key) {
    return SECURITY.protect(CODEC.encode(message), key);
  }

  /** The message of a reply, whose signature is the key's. */
  static <T extends TeepMessage> T opened(Class<T> type, Turn turn, SigningKey key)
      throws Rejected {
    Turn.Reply reply = reply(turn);
    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.mediaType()).isEqualTo(Message.TEEP);
    return type.cast(
        CODEC.decode(SECURITY.open(reply.body(), List.of(key.publicKey()), CHECKS).message()));
  }

  static Message teep(Bytes body) {
    return new Message("teep", "", body.isEmpty() ? "" : Message.TEEP, body);
  }

  static Turn.Reply reply(Turn turn) {
    assertThat(turn).isInstanceOf(Turn.Reply.class);
    return (Turn.Reply) turn;
  }

  static Turn.Ask ask(Turn turn, RoleId to, String resource) {
    assertThat(turn).isInstanceOf(Turn.Ask.class);
    Turn.Ask ask = (Turn.Ask) turn;
    assertThat(ask.to()).isEqualTo(to);
    assertThat(ask.message().resource()).isEqualTo(resource);
    return ask;
  }

  static Answer answer(Bytes body) {
    return new Answer(200, body.isEmpty() ? "" : Message.CCICAN, body, Optional.empty());
  }

  static Answer status(int status) {
    return new Answer(status, "", Bytes.EMPTY, Optional.empty());
  }

  static Answer over(String protocol, Bytes body) {
    return new Answer(
        200, Message.CCICAN, body, Optional.of(new Answer.Channel(protocol, CHANNEL_KEY)));
  }

  static Answer refusal(Reason reason) {
    Bytes body = Refusal.of(new Rejected(reason, "verifier.nonce", "for a test")).encode();
    return new Answer(422, Message.CCICAN, body, Optional.empty());
  }

  /** What a Verifier concludes: accepted if there is no reason against it. */
  static Answer result(SigningKey verifier, Bytes nonce, String format, Optional<Reason> against) {
    AttestationResult result =
        new AttestationResult(
            nonce,
            NOW,
            format,
            TrustworthinessVector.all(against.isEmpty() ? 2 : 99),
            against.map(reason -> new Trustworthiness.Refusal("verifier.nonce", reason)));
    Cbor.Map none = Cbor.map().build();
    return answer(CoseSign1.sign(verifier, none, none, result.encode()).encode());
  }

  /** What a Verifier vouches for in the TEEP profile. */
  static TeepEat token(Optional<Bytes> nonce, String format, CoseKey about) {
    return new TeepEat(
        nonce,
        Optional.of(NOW),
        Optional.of(Bytes.zero(33)),
        Optional.of(Bytes.zero(16)),
        Optional.of(Bytes.utf8(format)),
        Optional.of("1"),
        Optional.of(List.of(new TeepEat.Manifest(TeepEat.Manifest.CBOR, Bytes.of(0xa0)))),
        Optional.of(TeepEat.Confirmation.of(about)),
        Optional.of(new TeepEat.Appraised(format, true)));
  }

  /** A TAM with both suites that was told about one Agent. */
  static Tam.Identity tam(WireRevision revision) {
    return new Tam.Identity(
        revision,
        List.of(TAM, TAM_ED25519),
        VERIFIER.publicKey(),
        key("tam attestation"),
        Optional.of(TAM_ENCRYPTION),
        List.of(
            new Tam.Known(
                KNOWN.publicKey(), "sev-snp", Optional.of(inside().reportKey().publicKey()))),
        "http://tam");
  }

  static MiddlewarePackage middleware(String applicationType, String hardwareType) {
    return ReferenceImages.middlewarePackage(applicationType, hardwareType, VENDOR);
  }

  static TargetingEnvironment environment() {
    return environment(CHECKS);
  }

  static TargetingEnvironment environment(Checks checks) {
    return new TargetingEnvironment(
        REQUEST,
        ReferenceImages.agent(TAM.publicKey(), VENDOR.publicKey(), CRYPTO),
        AGENT,
        CHANNEL_KEY,
        checks);
  }

  /** The same environment with middleware in it. */
  static TargetingEnvironment provisioned() {
    TargetingEnvironment environment = environment();
    MiddlewareImage image = ReferenceImages.middleware("analytics", "sev-snp");
    environment.install(image, image.encode(), Bytes.zero(32));
    return environment;
  }
}
