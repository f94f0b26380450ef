package org.ccican.role;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ccican.check.Checks;
import org.ccican.cose.Crypto;
import org.ccican.evidence.CmwCollection;
import org.ccican.message.AttestationMessage.AttestationRequest;
import org.ccican.message.AttestationMessage.Deployed;
import org.ccican.message.AttestationMessage.SecretRequest;
import org.ccican.message.PackagingMessage.Bundle;
import org.ccican.program.Program;
import org.ccican.reject.Reason;
import org.ccican.reject.Rejected;
import org.ccican.wire.Bytes;

/**
 * Middleware inside a Targeting Environment (ccican-00 section 3(3)): answers the owner's
 * attestation requests with evidence, and runs the owner's application on the owner's data.
 * Resources, over the environment's TLS channel only: {@code attestation}, {@code application},
 * {@code data}; {@code bundles}, {@code encryption-keys} and {@code results} as a submodule of the
 * TEEP Agent, which usecase-for-cc-in-network-10 appendix A calls it.
 */
public final class Middleware implements Role {

  /** What it can be asked for. */
  public static final Set<String> RESOURCES =
      Set.of("attestation", "application", "data", "bundles", "encryption-keys", "results");

  private final TargetingEnvironment environment;
  private final Checks checks;
  private Optional<Bytes> last = Optional.empty();

  public Middleware(TargetingEnvironment environment, Checks checks) {
    this.environment = environment;
    this.checks = checks;
  }

  @Override
  public RoleId id() {
    return RoleId.MIDDLEWARE;
  }

  @Override
  public Set<String> resources() {
    return RESOURCES;
  }

  @Override
  public Turn receive(Message message) throws Rejected {
    MiddlewareImage image =
        environment
            .middleware()
            .orElseThrow(
                () ->
                    new Rejected(
                        Reason.NOT_AVAILABLE, "middleware.installed", "nothing is installed"));
    return switch (message.resource()) {
      case "attestation" -> attest(AttestationRequest.parse(message.body(), checks));
      case "application" -> deploy(image, message.body());
      case "data" -> Turn.reply(Message.OCTETS, compute(image, message.body()));
      case "encryption-keys" -> Turn.reply(personal().key().publicKey().toCbor().encode());
      case "results" -> Turn.reply(Message.OCTETS, compute(image, personal().data()));
      case "bundles" -> unbundle(image, Bundle.parse(message.body(), checks));
      default ->
          throw new Rejected(
              Reason.UNKNOWN_MESSAGE, "middleware.resource", "no " + message.resource());
    };
  }

  private Turn attest(AttestationRequest request) throws Rejected {
    // spec| RFC 9711 §4.1: a nonce of 8 to 64 octets
    Rejected.unless(
        checks,
        "middleware.nonce.size",
        request.nonce().size() >= 8 && request.nonce().size() <= 64,
        Reason.OUT_OF_RANGE,
        () -> request.nonce().size() + " octets of nonce");
    // spec| ccican-00 §5(1): middleware answers for secrets it was given, and asks for none
    if (!checks.keeps("middleware.secret.unasked")) {
      return Turn.reply(new SecretRequest("data").encode());
    }
    // spec| ccican-00 §5(1): the evidence answers the request's nonce
    Bytes nonce =
        checks.keeps("middleware.nonce.copied")
            ? request.nonce()
            : Bytes.zero(request.nonce().size());
    // spec| ccican-00 §5(2): middleware asks the Attesting Environment each time
    if (last.isPresent() && !checks.keeps("middleware.evidence.collected")) {
      return Turn.reply(CmwCollection.MEDIA_TYPE, last.get());
    }
    return environment.attest(
        nonce,
        collection -> {
          last = Optional.of(collection);
          // spec| ccican-00 §5(2): and hands on what it gets
          return Turn.reply(
              CmwCollection.MEDIA_TYPE,
              checks.keeps("middleware.evidence.unchanged") ? collection : spoiled(collection));
        });
  }

  /** The collection with one bit of the evidence flipped: what a broken middleware returns. */
  private Bytes spoiled(Bytes collection) throws Rejected {
    Map<String, CmwCollection.Item> items =
        new LinkedHashMap<>(CmwCollection.parse(collection, checks).items());
    items.computeIfPresent(
        "evidence",
        (label, item) ->
            new CmwCollection.Item(item.mediaType(), item.value().flip(0, 0), item.indicator()));
    return new CmwCollection(items).encode();
  }

  private Turn deploy(MiddlewareImage image, Bytes application) {
    environment.deploy(application);
    return Turn.reply(new Deployed(Crypto.sha256(application), image.title()).encode());
  }

  /** spec| usecase-for-cc-in-network-10 §4.1 (5): TA and PD into the TEE, then UA into the REE. */
  private Turn unbundle(MiddlewareImage image, Bundle bundle) throws Rejected {
    environment.deploy(bundle.application());
    Bytes result = compute(image, bundle.data());
    if (bundle.userApplication().isEmpty() || !checks.keeps("middleware.bundle.user-application")) {
      return Turn.reply(Message.OCTETS, result);
    }
    return Turn.ask(
        RoleId.TEEP_BROKER,
        new Message("user-applications", "", Message.OCTETS, bundle.userApplication()),
        answer -> {
          answer.demandSuccess("TEEP Broker");
          return Turn.reply(Message.OCTETS, result);
        });
  }

  private PersonalData personal() throws Rejected {
    return environment
        .personalData()
        .orElseThrow(
            () ->
                new Rejected(
                    Reason.NOT_AVAILABLE,
                    "middleware.personal-data.key",
                    "no key to decrypt with"));
  }

  private Bytes compute(MiddlewareImage image, Bytes data) throws Rejected {
    Program application =
        environment
            .application()
            .orElseThrow(
                () ->
                    new Rejected(
                        Reason.WRONG_ORDER, "middleware.application.first", "no application yet"));
    // spec| ccican-00 §3(3): the owner's application runs as it is
    return checks.keeps("middleware.application.executed")
        ? application.run(image.feed().run(data))
        : data;
  }
}
