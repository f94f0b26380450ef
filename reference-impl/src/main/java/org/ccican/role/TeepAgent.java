package org.ccican.role;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ccican.check.Checks;
import org.ccican.cose.CoseKey;
import org.ccican.cose.Crypto;
import org.ccican.evidence.CmwCollection;
import org.ccican.message.ProvisioningMessage.ComponentRequest;
import org.ccican.reject.Reason;
import org.ccican.reject.Rejected;
import org.ccican.suit.InstalledComponent;
import org.ccican.suit.SuitDevice;
import org.ccican.suit.SuitProcessor;
import org.ccican.suit.SuitStore;
import org.ccican.teep.TeepCodec;
import org.ccican.teep.TeepErrorCode;
import org.ccican.teep.TeepMessage;
import org.ccican.teep.TeepSecurity;
import org.ccican.teep.WireRevision;
import org.ccican.wire.Bytes;

/**
 * TEEP Agent inside a Targeting Environment (ccican-00 section 3(4), draft-ietf-teep-protocol):
 * obeys the TAMs in its image, has itself attested, verifies and unpacks what an Update brings.
 * Resources: {@code component-requests} and {@code process-errors} from the Broker, {@code teep}
 * for TEEP messages; the item is the environment.
 */
public final class TeepAgent implements Role {

  private final TargetingEnvironment environment;
  private final SuitProcessor suit;
  private final TeepCodec codec;
  private final TeepSecurity security;
  private final Checks checks;
  private Optional<String> wanted = Optional.empty();

  public TeepAgent(
      TargetingEnvironment environment,
      WireRevision revision,
      SuitStore store,
      Crypto crypto,
      Checks checks) {
    AgentImage image = environment.agent();
    this.environment = environment;
    this.suit =
        new SuitProcessor(
            checks,
            crypto,
            new SuitDevice(image.vendorId(), image.classId(), image.signers()),
            store);
    this.codec = new TeepCodec(revision, checks);
    this.security = new TeepSecurity(revision);
    this.checks = checks;
  }

  @Override
  public RoleId id() {
    return RoleId.TEEP_AGENT;
  }

  @Override
  public Set<String> resources() {
    return Set.of("component-requests", "process-errors", "teep");
  }

  @Override
  public Turn receive(Message message) throws Rejected {
    if (message.resource().equals("component-requests")) {
      // spec| RFC 9397 §6.2.1: RequestTA names the component, the next QueryResponse asks for it
      wanted = Optional.of(ComponentRequest.parse(message.body(), checks).applicationType());
      return Turn.nothing();
    }
    if (message.resource().equals("process-errors")) {
      // spec| RFC 9397 §6.2.1: ProcessError; what becomes of it is the Agent's affair
      return Turn.nothing();
    }
    Optional<Bytes> token = Optional.empty();
    try {
      TeepMessage opened = codec.decode(open(message.body()));
      if (opened instanceof TeepMessage.QueryRequest request) {
        return query(request);
      }
      if (opened instanceof TeepMessage.Update update) {
        token = update.options().token();
        return update(update);
      }
      throw new Rejected(
          Reason.UNKNOWN_MESSAGE, "agent.message.known", "a TAM sends no such message");
    } catch (Rejected rejected) {
      return error(TeepErrorCode.Known.PERMANENT_ERROR, token, rejected);
    }
  }

  /** spec| teep-protocol-26 §4.1.2: the signature is a known TAM's. */
  private Bytes open(Bytes octets) throws Rejected {
    List<CoseKey> keys = environment.agent().tamKeys();
    if (keys.isEmpty()) {
      throw new Rejected(Reason.UNKNOWN_SIGNER, "agent.tam.known", "this Agent obeys no TAM");
    }
    return security.open(octets, keys, checks).message();
  }

  private Turn query(TeepMessage.QueryRequest request) throws Rejected {
    // spec| teep-protocol-26 §4.3: the response repeats the request's token, or has none
    Optional<Bytes> token =
        checks.keeps("agent.query-response.token")
            ? request.options().token()
            : Optional.of(Bytes.zero(16));
    // spec| teep-protocol-26 §4.3: attestation is answered if it was asked for
    if (!request.asks(TeepMessage.QueryRequest.ATTESTATION)
        || !checks.keeps("agent.query-response.attestation")) {
      return send(response(token, Optional.empty()));
    }
    // spec| teep-protocol-26 §4.3: the evidence answers the challenge
    Bytes challenge = request.options().challenge().orElse(Bytes.EMPTY);
    Bytes nonce = checks.keeps("agent.nonce.copied") ? challenge : Bytes.zero(challenge.size());
    return environment.attest(nonce, collection -> send(response(token, Optional.of(collection))));
  }

  private TeepMessage response(Optional<Bytes> token, Optional<Bytes> payload) {
    return TeepMessages.queryResponse(token, CmwCollection.MEDIA_TYPE, payload, wanted);
  }

  private Turn update(TeepMessage.Update update) {
    List<InstalledComponent> installed = new ArrayList<>();
    try {
      for (Bytes envelope : update.options().manifestList().orElse(List.of())) {
        InstalledComponent component = suit.install(envelope);
        environment.accept(component);
        installed.add(component);
      }
    } catch (Rejected rejected) {
      // spec| teep-protocol-26 §7.2.2: Success only if every manifest was installed
      if (checks.holds("agent.success.installed", false)) {
        return send(success(update));
      }
      return error(
          TeepErrorCode.Known.MANIFEST_PROCESSING_FAILED, update.options().token(), rejected);
    }
    return send(success(update));
  }

  private TeepMessage success(TeepMessage.Update update) {
    // spec| teep-protocol-26 §4.5: Success repeats the token of its Update
    Optional<Bytes> token =
        checks.keeps("agent.success.token") ? update.options().token() : Optional.empty();
    return TeepMessages.success(token, environment.agent().name());
  }

  private Turn error(TeepErrorCode code, Optional<Bytes> token, Rejected rejected) {
    // spec| teep-protocol-26 §4.6: Error repeats the token of what it answers
    Optional<Bytes> echoed = checks.keeps("agent.error.token") ? token : Optional.empty();
    // spec| teep-protocol-26 §7.2: the Agent answers what it refuses with an Error
    if (!checks.keeps("agent.error.sent")) {
      return Turn.nothing();
    }
    return send(TeepMessages.error(echoed, code, rejected.getMessage()));
  }

  private Turn send(TeepMessage message) {
    // spec| teep-protocol-26 §4: every message is signed, with the attested key
    Bytes encoded = codec.encode(message);
    return Turn.reply(
        Message.TEEP,
        checks.keeps("agent.message.signed")
            ? security.protect(encoded, environment.agentKey())
            : encoded);
  }
}
