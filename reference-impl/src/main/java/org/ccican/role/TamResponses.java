package org.ccican.role;

import java.util.List;
import java.util.Optional;
import org.ccican.check.Checks;
import org.ccican.cose.CoseEncrypt;
import org.ccican.cose.CoseKey;
import org.ccican.cose.Crypto;
import org.ccican.reject.Reason;
import org.ccican.reject.Rejected;
import org.ccican.teep.SuitReportView;
import org.ccican.teep.TeepErrorCode;
import org.ccican.teep.TeepMessage;
import org.ccican.teep.TeepOptions;
import org.ccican.wire.Bytes;

/**
 * How a TAM handles a QueryResponse (teep-protocol section 7.1.1): finds the Agent's key and the
 * session, looks whether everything is there that was asked for, has the Agent appraised and leaves
 * what follows to its provisioning.
 */
final class TamResponses {

  /** How many messages without token and challenge are remembered against repetition. */
  private static final int ROOM = 1_000;

  private final TamVoice voice;
  private final TamSessions sessions;
  private final TamAttestation attestation;
  private final TamProvisioning provisioning;
  private final Checks checks;
  private final Bounded<Bytes, Tam.Known> agents = new Bounded<>(TamSessions.ROOM);
  private final Bounded<Bytes, CoseKey> reportKeys = new Bounded<>(TamSessions.ROOM);
  private final Bounded<Bytes, Boolean> seen = new Bounded<>(ROOM);

  TamResponses(
      List<Tam.Known> agents,
      TamVoice voice,
      TamSessions sessions,
      TamAttestation attestation,
      TamProvisioning provisioning,
      Checks checks) {
    this.voice = voice;
    this.sessions = sessions;
    this.attestation = attestation;
    this.provisioning = provisioning;
    this.checks = checks;
    agents.forEach(this::remember);
  }

  private void remember(Tam.Known agent) {
    Bytes thumbprint = agent.key().thumbprint();
    agents.put(thumbprint, agent);
    agent.reportKey().ifPresent(key -> reportKeys.put(thumbprint, key));
  }

  /** The Agent whose key a message names, if it was met before. */
  Optional<Tam.Known> named(Bytes octets) throws Rejected {
    return voice.kid(octets).flatMap(agents::find);
  }

  /**
   * @param item where the message was sent to
   * @throws Rejected if the message is to be dropped
   */
  Turn take(Bytes octets, TeepMessage.QueryResponse response, String item) throws Rejected {
    TeepOptions options = response.options();
    // spec| teep-protocol-26 §4.3: the selected version is one that was offered
    Rejected.unless(
        checks,
        "tam.version.offered",
        options.selectedVersion().orElse(TeepMessages.VERSION) == TeepMessages.VERSION,
        Reason.OUT_OF_RANGE,
        () -> "version " + options.selectedVersion().get() + " was not offered");
    Optional<Tam.Known> known = named(octets);
    if (options.attestationPayload().isEmpty()) {
      return unattested(octets, response, known, TamPolicy.of(item).attests());
    }
    TamAttestation.Payload payload =
        attestation.read(
            options.attestationPayload().get(),
            options.attestationPayloadFormat(),
            known.map(Tam.Known::key));
    TamVoice.Peer peer = voice.verified(octets, payload.key());
    TamSessions.Outstanding session = session(octets, options, payload);
    boolean challenged = payload.nonce().filter(sessions::knowsChallenge).isPresent();
    TamAttestation.Appraised next =
        verdict -> {
          payload.reportKey().ifPresent(key -> reportKeys.put(peer.key().thumbprint(), key));
          return appraised(
              response, answered(session, payload, verdict), peer, verdict, !payload.isResult());
        };
    CoseKey signer = peer.key();
    return payload.isResult()
        ? attestation.passport(payload, signer, challenged, next)
        : attestation.background(payload, signer, next);
  }

  /** Where only the Verifier could see which challenge was answered, its result says so. */
  private TamSessions.Outstanding answered(
      TamSessions.Outstanding session,
      TamAttestation.Payload payload,
      TamAttestation.Verdict verdict)
      throws Rejected {
    return payload.isUnread() && verdict.objection().isEmpty()
        ? sessions.redeemChallenge(verdict.nonce().orElse(Bytes.EMPTY))
        : session;
  }

  /** The session that a payload answers; one of its own where nothing names one. */
  private TamSessions.Outstanding session(
      Bytes octets, TeepOptions options, TamAttestation.Payload payload) throws Rejected {
    Optional<Bytes> nonce = payload.nonce();
    boolean read = !payload.isResult() && !payload.isUnread();
    if (read || nonce.filter(sessions::knowsChallenge).isPresent()) {
      // spec| teep-protocol-26 §4.3: there is no token in the answer to a request without
      Rejected.unless(
          checks,
          "tam.token.unasked",
          options.token().equals(sessions.besideChallenge(nonce.orElse(Bytes.EMPTY))),
          Reason.UNKNOWN_FIELD,
          () -> "a token in the answer to a challenge");
      return sessions.redeemChallenge(nonce.orElse(Bytes.EMPTY));
    }
    if (options.token().isPresent()) {
      return query(options.token().get());
    }
    Bytes digest = Crypto.sha256(octets);
    // spec| RFC 9397 §9.3: a message that is repeated has no effect
    Rejected.unless(
        checks,
        "tam.response.once",
        seen.find(digest).isEmpty(),
        Reason.REPLAYED,
        () -> "the same response was taken before");
    seen.put(digest, true);
    return sessions.unsolicited();
  }

  /** A response without attestation payload, which only an Agent can send that was met before. */
  private Turn unattested(
      Bytes octets,
      TeepMessage.QueryResponse response,
      Optional<Tam.Known> known,
      boolean attestationAsked)
      throws Rejected {
    if (known.isEmpty()) {
      throw new Rejected(Reason.UNKNOWN_SIGNER, "tam.agent.known", "a key that was never met");
    }
    TamVoice.Peer peer = voice.verified(octets, known.get().key());
    Optional<Bytes> token = response.options().token();
    if (token.isEmpty() && !attestationAsked) {
      throw new Rejected(Reason.MISSING_FIELD, "tam.token.known", "no token");
    }
    if (token.isEmpty()) {
      return missing(peer);
    }
    TamSessions.Outstanding session = query(token.get());
    if (TamPolicy.of(session.item()).attests()) {
      return missing(peer);
    }
    TamAttestation.Verdict trusted = TamAttestation.Verdict.trusted(known.get().hardwareType());
    return appraised(response, session, peer, trusted, false);
  }

  /** spec| teep-protocol-26 §7.1.1: what was asked for and is not there is answered by an Update */
  private Turn missing(TamVoice.Peer peer) throws Rejected {
    return refuse(
        peer, "", TeepErrorCode.Known.ATTESTATION_REQUIRED, "the attestation payload is missing");
  }

  private TamSessions.Outstanding query(Bytes token) throws Rejected {
    TamSessions.Outstanding session = sessions.find(token);
    // spec| teep-protocol-26 §4.2: a QueryResponse answers the token of a QueryRequest
    Rejected.unless(
        checks,
        "tam.token.kind",
        session.isQuery(),
        Reason.WRONG_ORDER,
        () -> "a QueryResponse to the token of an Update");
    return sessions.redeemToken(token);
  }

  private Turn appraised(
      TeepMessage.QueryResponse response,
      TamSessions.Outstanding session,
      TamVoice.Peer peer,
      TamAttestation.Verdict verdict,
      boolean evidence)
      throws Rejected {
    // spec| RFC 9334 §2.5: a TAM assesses an environment before it provisions it
    if (!checks.holds("tam.result.accepted", verdict.objection().isEmpty())) {
      return refuse(
          peer,
          session.item(),
          TeepErrorCode.Known.ATTESTATION_REQUIRED,
          verdict.objection().orElse("attestation failed"));
    }
    remember(new Tam.Known(peer.key(), verdict.hardware()));
    Optional<String> objection = reports(response, peer.key());
    // spec| teep-protocol-26 §7.1.1: the nonce of a SUIT Report is the request's token
    if (!checks.holds("tam.response.report-nonce", objection.isEmpty())) {
      return refuse(
          peer,
          session.item(),
          TeepErrorCode.Known.PERMANENT_ERROR,
          objection.orElse("a SUIT Report of another request"));
    }
    return provisioning.choose(response, session, peer, verdict, evidence);
  }

  /** What is wrong with the SUIT Reports of a message, if anything. */
  Optional<String> reports(TeepMessage message, CoseKey signer) throws Rejected {
    for (Bytes report : message.options().suitReports().orElse(List.of())) {
      Optional<SuitReportView> view =
          SuitReportView.of(attestation.decrypted(report, CoseEncrypt.REPORT));
      if (view.isEmpty()) {
        return Optional.of("a SUIT Report that cannot be read");
      }
      // spec| teep-protocol-26 §4.3, §4.5, §4.6: reports have a key of their own
      if (!checks.holds(
          "tam.report.key", !view.get().signer().equals(Optional.of(signer.thumbprint())))) {
        return Optional.of("a SUIT Report signed with the key of the message");
      }
      Optional<CoseKey> key = reportKeys.find(signer.thumbprint());
      // reading: a key that nobody has named vouches for no more than the message does
      // spec| teep-protocol-26 §8: reports are signed; the signature is the Agent's for reports
      if (!checks.holds("tam.report.signature", key.isEmpty() || view.get().isBy(key.get()))) {
        return Optional.of("a SUIT Report with a signature that is not the Agent's");
      }
      Optional<Bytes> token = message.options().token();
      if (token.isPresent() && !view.get().nonce().equals(token)) {
        return Optional.of("a SUIT Report with another nonce than the token");
      }
    }
    return Optional.empty();
  }

  private Turn refuse(TamVoice.Peer peer, String item, TeepErrorCode code, String why)
      throws Rejected {
    Bytes token = voice.token();
    sessions.updated(token, item, peer);
    return voice.to(peer.algorithm(), TeepMessages.refusingUpdate(token, code, why));
  }
}
