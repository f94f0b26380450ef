package org.ccican.role;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ccican.role.Peers.AGENT;
import static org.ccican.role.Peers.CHANNEL_KEY;
import static org.ccican.role.Peers.CHECKS;
import static org.ccican.role.Peers.NOW;
import static org.ccican.role.Peers.VERIFIER;
import static org.ccican.role.Peers.reply;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.ccican.appraisal.Appraisal;
import org.ccican.appraisal.AppraisalInput;
import org.ccican.appraisal.AppraisalPolicy;
import org.ccican.appraisal.Appraiser;
import org.ccican.appraisal.AttestationResult;
import org.ccican.appraisal.CheckOutcome;
import org.ccican.check.Checks;
import org.ccican.corim.CorimBuilder;
import org.ccican.corim.CorimReader;
import org.ccican.corim.CorimSelection;
import org.ccican.cose.CoseAlgorithm;
import org.ccican.cose.CoseSign1;
import org.ccican.ear.Ear;
import org.ccican.ear.TrustCategory;
import org.ccican.ear.TrustworthinessVector;
import org.ccican.evidence.BoundClaims;
import org.ccican.evidence.CmwCollection;
import org.ccican.evidence.EventLog;
import org.ccican.evidence.EvidenceFormat;
import org.ccican.format.Formats;
import org.ccican.message.AttestationMessage.AppraisalRequest;
import org.ccican.reject.Reason;
import org.ccican.reject.Rejected;
import org.ccican.reject.SpecRef;
import org.ccican.wire.Bytes;
import org.junit.jupiter.api.Test;

class VerifierTest {

  private static final Bytes NONCE = Bytes.hex("22".repeat(32));
  private static final Bytes MEASUREMENT = Bytes.hex("33".repeat(48));
  private static final Bytes KNOWN = Bytes.hex("44".repeat(32));
  private static final EventLog LOG =
      new EventLog(List.of(new EventLog.Event("middleware", KNOWN, Bytes.EMPTY)));

  private final Fake appraiser = new Fake();
  private final Verifier verifier =
      new Verifier(
          List.of(appraiser),
          Map.of("fake", new Formats(Peers.CRYPTO).emulatedAnchors("sev-snp").orElseThrow()),
          references(),
          AppraisalPolicy.standard(),
          VERIFIER,
          () -> NOW,
          CHECKS,
          new Verifier.Teep(Peers.CRYPTO, List.of(Peers.STRANGER.publicKey())));

  private static CorimSelection references() {
    try {
      CorimSelection references =
          new CorimSelection(List.of(Peers.VENDOR.publicKey()), false, () -> NOW, CHECKS);
      references.addAuthentic(
          new CorimReader(CHECKS)
              .read(
                  new CorimBuilder("a")
                      .launch("fake", MEASUREMENT)
                      .component("middleware", KNOWN)
                      .encode()));
      return references;
    } catch (Rejected e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void acceptsWhatItsAppraiserAndTheClaimsBearOut() throws Rejected {
    AttestationResult result = appraise(request(items(LOG), NONCE, Optional.of(CHANNEL_KEY)));

    assertThat(result)
        .isEqualTo(
            new AttestationResult(
                NONCE,
                NOW,
                "fake",
                new TrustworthinessVector(Map.of(TrustCategory.HARDWARE, 2)),
                Optional.empty()));
    AppraisalInput given = appraiser.inputs.get(0);
    assertThat(given.at()).isEqualTo(NOW);
    assertThat(given.measurements()).contains(Set.of(MEASUREMENT));
    assertThat(given.reportData()).contains(claims(LOG).reportData());
    assertThat(given.endorsements()).containsExactly(Bytes.of(1), Bytes.of(2));
  }

  @Test
  void namesTheAppraisersFirstFailure() throws Rejected {
    appraiser.failure = Optional.of(Reason.DEBUG_ENABLED);

    AttestationResult result = appraise(request(items(LOG), NONCE, Optional.empty()));
    assertThat(result.accepted()).isFalse();
    assertThat(result.reason()).contains(Reason.DEBUG_ENABLED);
    assertThat(result.check()).contains("fake.check");
  }

  @Test
  void acceptsNothingThatWasNotAppraisedToTheEnd() throws Rejected {
    appraiser.otherwise = CheckOutcome.Status.NOT_REACHED;

    assertThat(refusing(request(items(LOG), NONCE, Optional.empty())))
        .isEqualTo("verifier.evidence.accepted");
  }

  @Test
  void refusesAnotherNonceAndAnotherChannel() throws Rejected {
    assertThat(refusing(request(items(LOG), NONCE.flip(31, 0), Optional.empty())))
        .isEqualTo("verifier.nonce");
    assertThat(refusing(request(items(LOG), NONCE, Optional.of(CHANNEL_KEY.flip(0, 7)))))
        .isEqualTo("verifier.channel-key");
  }

  @Test
  void refusesALogThatTheClaimsDoNotBind() throws Rejected {
    Map<String, CmwCollection.Item> items = items(LOG);
    items.put("event-log", items(new EventLog(List.of())).get("event-log"));

    assertThat(refusing(request(items, NONCE, Optional.empty())))
        .isEqualTo("verifier.event-log.digest");
  }

  @Test
  void refusesComponentsWithoutReferenceValueAndWithoutThoseRequired() throws Rejected {
    EventLog foreign = LOG.plus(new EventLog.Event("middleware", KNOWN.flip(0, 0), Bytes.EMPTY));
    EventLog further = LOG.plus(new EventLog.Event("rootkit", KNOWN, Bytes.EMPTY));

    assertThat(refusing(request(items(foreign), NONCE, Optional.empty())))
        .isEqualTo("verifier.component.known");
    assertThat(refusing(request(items(further), NONCE, Optional.empty())))
        .isEqualTo("verifier.component.known");
    assertThat(refusing(request(items(new EventLog(List.of())), NONCE, Optional.empty())))
        .isEqualTo("verifier.component.required");
  }

  @Test
  void takesTheAskersWordForWhatTheAskerKnows() throws Rejected {
    Bytes digest = Bytes.hex("55".repeat(32));
    EventLog log = LOG.plus(new EventLog.Event("application", digest, Bytes.EMPTY));
    Bytes collection = new CmwCollection(items(log)).encode();
    List<String> required = List.of("middleware", "application");

    assertThat(
            appraise(
                    new AppraisalRequest(
                        collection,
                        NONCE,
                        Optional.empty(),
                        required,
                        Map.of("application", digest)))
                .accepted())
        .isTrue();
    assertThat(
            refusing(
                new AppraisalRequest(
                    collection, NONCE, Optional.empty(), required, Map.of("application", KNOWN))))
        .isEqualTo("verifier.component.known");
  }

  @Test
  void concludesAboutAnyOctetsAndSignsWhatItConcludes() throws Rejected {
    Bytes collection = new CmwCollection(items(LOG)).encode();
    Random random = new Random(31);
    int refused = 0;
    for (int round = 0; round < 500; round++) {
      int size = 1 + random.nextInt(collection.size());
      Bytes wrong = collection.slice(0, size).flip(random.nextInt(size), random.nextInt(8));
      AttestationResult result =
          appraise(new AppraisalRequest(wrong, NONCE, Optional.empty(), List.of(), Map.of()));

      assertThat(result.accepted()).isFalse();
      refused++;
    }
    assertThat(refused).isEqualTo(500);
    assertThat(
            refusing(request(Map.of("claims", items(LOG).get("claims")), NONCE, Optional.empty())))
        .isEqualTo("evidence.collection.shape");
  }

  @Test
  void refusesAFormatItDoesNotKnow() throws Rejected {
    Map<String, CmwCollection.Item> items = items(LOG);
    items.put("evidence", new CmwCollection.Item("a/other", Bytes.of(5), 4));

    assertThat(refusing(request(items, NONCE, Optional.empty())))
        .isEqualTo("verifier.format.known");
  }

  private String refusing(AppraisalRequest request) throws Rejected {
    AttestationResult result = appraise(request);
    assertThat(result.accepted()).isFalse();
    assertThat(result.nonce()).isEqualTo(request.nonce());
    return result.check().orElseThrow();
  }

  private AttestationResult appraise(AppraisalRequest request) throws Rejected {
    Turn.Reply reply = reply(verifier.receive(Message.of("appraisals", request.encode())));
    assertThat(reply.mediaType()).isEqualTo(Ear.CWT);
    Bytes payload =
        CoseSign1.parse(reply.body(), CHECKS)
            .verify(VERIFIER.publicKey(), Set.of(CoseAlgorithm.ESP256), CHECKS);
    return AttestationResult.parse(payload, CHECKS);
  }

  private static AppraisalRequest request(
      Map<String, CmwCollection.Item> items, Bytes nonce, Optional<Bytes> channelKey) {
    return new AppraisalRequest(
        new CmwCollection(items).encode(), nonce, channelKey, List.of("middleware"), Map.of());
  }

  private static BoundClaims claims(EventLog log) {
    return new BoundClaims(NONCE, AGENT.publicKey().thumbprint(), CHANNEL_KEY, log.digest());
  }

  private static Map<String, CmwCollection.Item> items(EventLog log) {
    Map<String, CmwCollection.Item> items = new LinkedHashMap<>();
    items.put("evidence", new CmwCollection.Item("a/fake", Bytes.of(5), 4));
    items.put("claims", new CmwCollection.Item("a/claims", claims(log).encode(), 4));
    items.put("event-log", new CmwCollection.Item("a/log", log.encode(), 4));
    items.put("endorsement-1", new CmwCollection.Item("a/cert", Bytes.of(1), 2));
    items.put("endorsement-2", new CmwCollection.Item("a/cert", Bytes.of(2), 2));
    return items;
  }

  /** Finds fault as it is told to. */
  private static final class Fake implements Appraiser {

    private final List<AppraisalInput> inputs = new ArrayList<>();
    private Optional<Reason> failure = Optional.empty();
    private CheckOutcome.Status otherwise = CheckOutcome.Status.PASSED;

    @Override
    public EvidenceFormat format() {
      return new EvidenceFormat("fake", "a/fake");
    }

    @Override
    public AppraisalPolicy.Vocabulary vocabulary() {
      throw new IllegalStateException("nobody asks for it here");
    }

    @Override
    public int reportDataSize() {
      return 64;
    }

    @Override
    public List<String> checks() {
      return List.of("fake.check");
    }

    @Override
    public Appraisal appraise(AppraisalInput input, Checks checks) {
      inputs.add(input);
      boolean bound = input.evidence().equals(Bytes.of(5));
      Optional<Reason> reason = bound ? failure : Optional.of(Reason.INVALID_SIGNATURE);
      return new Appraisal(
          List.of(
              new CheckOutcome(
                  "fake.check",
                  reason.isPresent() ? CheckOutcome.Status.FAILED : otherwise,
                  reason,
                  "told to",
                  new SpecRef("none", "0"))));
    }
  }
}
