package org.ccican.role;

import java.util.List;
import java.util.Optional;
import org.ccican.check.Checks;
import org.ccican.message.PackagingMessage.Packages;
import org.ccican.message.ProvisioningMessage.MiddlewarePackage;
import org.ccican.message.ProvisioningMessage.MiddlewareQuery;
import org.ccican.message.ProvisioningMessage.Placement;
import org.ccican.message.ProvisioningMessage.PlacementRequest;
import org.ccican.reject.Reason;
import org.ccican.reject.Rejected;
import org.ccican.suit.SuitComponentId;
import org.ccican.teep.TeepMessage;
import org.ccican.teep.TeepOptions;
import org.ccican.wire.Bytes;

/**
 * What a TAM installs and removes (ccican-00 section 3(8), teep-protocol section 7.1.1.1): what was
 * placed or is asked for comes, what is not needed goes.
 */
final class TamProvisioning {

  /** What a TAM installs that does not care what is needed. */
  private static final Optional<String> ANY = Optional.of("analytics");

  private final String address;
  private final TamVoice voice;
  private final TamSessions sessions;
  private final TamPackages packages;
  private final Checks checks;
  private final Bounded<String, PlacementRequest> placements = new Bounded<>(TamSessions.ROOM);

  TamProvisioning(String address, TamVoice voice, TamSessions sessions, Checks checks) {
    this.address = address;
    this.voice = voice;
    this.sessions = sessions;
    this.packages = new TamPackages(checks);
    this.checks = checks;
  }

  void bring(String placement, Packages brought) {
    packages.bring(placement, brought);
  }

  Turn place(PlacementRequest request) {
    return askRepository(
        request.applicationType(),
        request.hardwareType(),
        chosen -> {
          String item = request.request().toHex();
          placements.put(item, request);
          return Turn.reply(
              new Placement(request.request(), address + "/teep/" + item, chosen.name()).encode());
        });
  }

  /**
   * @param evidence whether the Agent does not have its Attestation Result yet
   * @throws Rejected if the environment is of other hardware than was asked for
   */
  Turn choose(
      TeepMessage.QueryResponse response,
      TamSessions.Outstanding session,
      TamVoice.Peer peer,
      TamAttestation.Verdict verdict,
      boolean evidence)
      throws Rejected {
    String hardware = verdict.hardware();
    String place = TamPolicy.placement(session.item());
    Optional<PlacementRequest> placement = placements.find(place);
    // spec| ccican-00 §4: the environment fits what was asked for
    Rejected.unless(
        checks,
        "tam.choice.hardware",
        placement.isEmpty() || placement.get().hardwareType().equals(hardware),
        Reason.POLICY_VIOLATED,
        () -> "asked for " + placement.get().hardwareType() + ", attested " + hardware);
    Optional<String> wanted =
        placement
            .map(PlacementRequest::applicationType)
            .or(() -> TeepMessages.requested(response))
            // spec| teep-protocol-26 §7.1.1.1: nothing is installed that nobody needs
            .or(() -> checks.keeps("tam.update.needed") ? Optional.empty() : ANY);
    TeepOptions.Builder options = TeepOptions.builder();
    List<SuitComponentId> unneeded = response.options().unneededManifestList().orElse(List.of());
    // spec| teep-protocol-26 §7.1.1.1: what the Agent does not need is unlinked
    boolean unlinks = !unneeded.isEmpty() && checks.keeps("tam.update.unneeded");
    if (unlinks) {
      options.unneededManifestList(unneeded);
    }
    Otherwise nothing =
        () ->
            unlinks ? update(options, session, peer) : unchanged(session, peer, verdict, evidence);
    // spec| ccican-00 §3(8): the TAM provisions what the application needs
    if (wanted.isEmpty() || !checks.keeps("tam.update.sent")) {
      return nothing.turn();
    }
    long least = TeepMessages.leastSequence(response);
    return askRepository(
        wanted.get(),
        hardware,
        chosen ->
            // spec| teep-protocol-26 §4.3: nothing older than what the Agent asks for will do
            checks.holds("tam.choice.sequence", packages.isRecent(chosen.envelope(), least))
                ? update(
                    options.manifestList(packages.envelopes(place, chosen.envelope())),
                    session,
                    peer)
                : nothing.turn());
  }

  /** Nothing is to be changed; the Agent may be given its result for others. */
  private Turn unchanged(
      TamSessions.Outstanding session,
      TamVoice.Peer peer,
      TamAttestation.Verdict verdict,
      boolean evidence)
      throws Rejected {
    boolean returned =
        evidence && TamPolicy.of(session.item()).returnsResult() && !verdict.result().isEmpty();
    // spec| teep-protocol-26 §7.1.1.1: an Update may bring nothing but the result
    return returned && checks.keeps("tam.update.result")
        ? update(TeepOptions.builder().attestationPayload(verdict.result()), session, peer)
        : Turn.nothing();
  }

  private Turn update(
      TeepOptions.Builder options, TamSessions.Outstanding session, TamVoice.Peer peer)
      throws Rejected {
    Bytes token = voice.token();
    sessions.updated(token, session.item(), peer);
    return voice.to(peer.algorithm(), new TeepMessage.Update(options.token(token).build()));
  }

  private Turn askRepository(String applicationType, String hardwareType, Chosen next) {
    // spec| ccican-00 §4(1): middleware that fits the request and the resource type
    String other = applicationType.equals("analytics") ? "imaging" : "analytics";
    String application = checks.keeps("tam.choice.application") ? applicationType : other;
    String hardware = checks.keeps("tam.choice.resource-type") ? hardwareType : "sev-snp";
    return Turn.ask(
        RoleId.MIDDLEWARE_REPOSITORY,
        Message.of("middleware", new MiddlewareQuery(application, hardware).encode()),
        answer -> {
          Bytes body = answer.demandSuccess("middleware repository");
          MiddlewarePackage chosen = MiddlewarePackage.parse(body, checks);
          packages.own(chosen.envelope());
          return next.with(chosen);
        });
  }

  /** What follows where nothing is to be installed. */
  @FunctionalInterface
  private interface Otherwise {
    Turn turn() throws Rejected;
  }

  /** What follows a choice. */
  @FunctionalInterface
  private interface Chosen {
    Turn with(MiddlewarePackage chosen) throws Rejected;
  }
}
