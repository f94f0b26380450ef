package org.ccican.role;

import java.util.List;
import java.util.Optional;
import org.ccican.check.Checks;
import org.ccican.cose.CoseAlgorithm;
import org.ccican.cose.CoseKey;
import org.ccican.cose.CoseSign1;
import org.ccican.cose.SigningKey;
import org.ccican.reject.Reason;
import org.ccican.reject.Rejected;
import org.ccican.teep.TeepCodec;
import org.ccican.teep.TeepMessage;
import org.ccican.teep.TeepSecurity;
import org.ccican.wire.Bytes;

/** How a TAM speaks and listens: signatures, cipher suites, tokens (teep-protocol section 8.1). */
final class TamVoice {

  private static final int TOKEN_SIZE = 16;

  /**
   * An Agent by the key and algorithm that it signs with: its cipher suite.
   *
   * @param key that its messages verify with
   */
  record Peer(CoseKey key, CoseAlgorithm algorithm) {}

  private final List<SigningKey> keys;
  private final TeepCodec codec;
  private final TeepSecurity security;
  private final Randomness randomness;
  private final Checks checks;
  private Bytes lastToken = Bytes.EMPTY;

  TamVoice(Tam.Identity identity, Randomness randomness, Checks checks) {
    this.keys = identity.keys();
    this.codec = new TeepCodec(identity.revision(), checks);
    this.security = new TeepSecurity(identity.revision());
    this.randomness = randomness;
    this.checks = checks;
  }

  /** The message inside, of which nothing is verified yet. */
  TeepMessage peek(Bytes octets) throws Rejected {
    return codec.decode(security.peek(octets, checks));
  }

  /** The key that a message names as its signer's; nothing vouches for it. */
  Optional<Bytes> kid(Bytes octets) throws Rejected {
    return CoseSign1.parse(octets, checks).kid(checks);
  }

  /**
   * Who signed a message.
   *
   * @throws Rejected if it was not the key
   */
  Peer verified(Bytes octets, CoseKey key) throws Rejected {
    security.open(octets, key, checks);
    return peer(octets, key);
  }

  /** Who claims to have signed a message. */
  Peer peer(Bytes octets, CoseKey key) throws Rejected {
    return new Peer(key, CoseSign1.parse(octets, checks).algorithm(checks));
  }

  /**
   * The algorithm that a message names, where its signer is not known yet.
   *
   * @throws Rejected if it names none
   */
  CoseAlgorithm algorithm(Bytes octets) throws Rejected {
    return CoseSign1.parse(octets, checks).algorithm(checks);
  }

  /** The TAM's key for a cipher suite. */
  SigningKey key(CoseAlgorithm algorithm) throws Rejected {
    return keys.stream()
        .filter(each -> algorithm.fits(each.publicKey().curve()))
        .findFirst()
        .orElseThrow(
            () ->
                new Rejected(
                    Reason.UNSUPPORTED_ALGORITHM, "tam.suite.offered", "no key for " + algorithm));
  }

  /**
   * To an Agent whose cipher suite nobody knows yet.
   *
   * <p>spec| teep-protocol-26 §8.1: one signature for each algorithm that is offered
   */
  Turn toUnknown(TeepMessage message) {
    if (!checks.keeps("tam.query.every-suite") || !checks.keeps("tam.message.signed")) {
      return toUsual(message);
    }
    return reply(security.protectForAny(codec.encode(message), keys));
  }

  /** To an Agent that is known to have the first suite. */
  Turn toUsual(TeepMessage message) {
    Bytes encoded = codec.encode(message);
    // spec| teep-protocol-26 §4: every message is signed
    return reply(
        checks.keeps("tam.message.signed") ? security.protect(encoded, keys.get(0)) : encoded);
  }

  /**
   * In the cipher suite that an Agent has selected.
   *
   * @throws Rejected if this TAM has no key for it
   */
  Turn to(CoseAlgorithm selected, TeepMessage message) throws Rejected {
    Bytes encoded = codec.encode(message);
    SigningKey key = key(selected);
    // spec| teep-protocol-26 §8.1: the selected suite is used in both directions
    if (!checks.keeps("tam.suite.kept") && keys.size() > 1) {
      return reply(security.protect(encoded, keys.get(key == keys.get(0) ? 1 : 0)));
    }
    return reply(
        checks.keeps("tam.message.signed") ? security.protect(encoded, key, selected) : encoded);
  }

  /** A token for one message. */
  Bytes token() {
    // spec| teep-protocol-26 §4.2: 8 to 64 octets
    Bytes fresh = randomness.next(checks.keeps("tam.token.size") ? TOKEN_SIZE : 4);
    // spec| teep-protocol-26 §4.1.1: each message has a token that no earlier one had
    lastToken = checks.keeps("tam.token.reuse") || lastToken.isEmpty() ? fresh : lastToken;
    return lastToken;
  }

  private Turn reply(Bytes octets) {
    return Turn.reply(
        checks.keeps("tam.http.own-media-type") ? Message.TEEP : Message.OCTETS, octets);
  }
}
