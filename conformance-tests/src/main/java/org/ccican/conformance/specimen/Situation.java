package org.ccican.conformance.specimen;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.ccican.conformance.tamper.MisbehavingKeys;
import org.ccican.cose.CoseKey;
import org.ccican.cose.SigningKey;
import org.ccican.teep.TeepMessage;
import org.ccican.teep.WireRevision;
import org.ccican.wire.Bytes;

/**
 * What the suite knows when it makes a message in the place of a TAM or an Agent: the session that
 * the message is for, other sessions, keys and the device. Randomness follows from the run's seed.
 */
public interface Situation {

  /** The numbers that the target speaks. */
  WireRevision revision();

  /** The keys of the parties; {@code agent} is the key of the Agent in this session. */
  MisbehavingKeys keys();

  /** Octets that nobody has sent before. */
  Bytes random(int size);

  /** What the judged role sent in this session and could be read, oldest first. */
  List<TeepMessage> received();

  /** What the suite sent in this session, as octets, oldest first. */
  List<Bytes> sent();

  /** The time that the roles of the scenario are told. */
  Instant now();

  /** The latest of them. */
  default Bytes latest() {
    return sent().get(sent().size() - 1);
  }

  /** A session of the same peer beside this one, in which the judged role has sent as much. */
  Situation other();

  /** The session of another Agent. */
  Situation otherAgent();

  /**
   * A collection of evidence of this session's Agent, as CMW.
   *
   * @param nonce what it answers
   */
  Bytes evidence(Bytes nonce);

  /** Where payloads can be fetched, the name of one to follow after a slash. */
  String payloads();

  /** The device that the Agent runs on. */
  DeviceFacts device();

  /** Signs Evidence of the TAM. */
  SigningKey tamAttestation();

  /** What is for the TAM alone is encrypted to this key, on P-256. */
  CoseKey tamEncryption();

  /** The latest message of a kind that the judged role sent in this session. */
  default <T extends TeepMessage> Optional<T> received(Class<T> kind) {
    return received().stream()
        .filter(kind::isInstance)
        .map(kind::cast)
        .reduce((earlier, later) -> later);
  }

  /** The challenge that the latest QueryRequest wants Evidence for; empty octets if it had none. */
  default Bytes challenge() {
    return received(TeepMessage.QueryRequest.class)
        .filter(request -> request.asks(TeepMessage.QueryRequest.ATTESTATION))
        .flatMap(request -> request.options().challenge())
        .orElse(Bytes.EMPTY);
  }

  /** The token of the latest QueryRequest of the judged TAM, whatever came after it. */
  default Optional<Bytes> queryToken() {
    return received(TeepMessage.QueryRequest.class).flatMap(request -> request.options().token());
  }

  /** The token of the latest message of the judged role. */
  default Optional<Bytes> token() {
    return received().isEmpty()
        ? Optional.empty()
        : received().get(received().size() - 1).options().token();
  }
}
