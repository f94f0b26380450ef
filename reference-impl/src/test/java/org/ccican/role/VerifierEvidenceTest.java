package org.ccican.role;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.ccican.role.Peers.AGENT;
import static org.ccican.role.Peers.CHECKS;
import static org.ccican.role.Peers.CRYPTO;
import static org.ccican.role.Peers.STRANGER;

import java.util.Map;
import java.util.Random;
import org.ccican.check.BrokenChecks;
import org.ccican.check.CheckCatalogue;
import org.ccican.check.Checks;
import org.ccican.cose.SigningKey;
import org.ccican.evidence.AgentToken;
import org.ccican.evidence.BoundClaims;
import org.ccican.evidence.Cmw;
import org.ccican.evidence.CmwCollection;
import org.ccican.evidence.CmwType;
import org.ccican.message.AttestationMessage.AppraisalRequest;
import org.ccican.reject.Rejected;
import org.ccican.wire.Bytes;
import org.junit.jupiter.api.Test;

class VerifierEvidenceTest {

  private static final Bytes NONCE = Bytes.hex("22".repeat(32));
  private static final CmwCollection COLLECTION =
      new CmwCollection(
          Map.of(
              "evidence", new CmwCollection.Item("a/fake", Bytes.of(5), CmwCollection.EVIDENCE)));

  @Test
  void readsACollectionByItselfAndInAToken() throws Rejected {
    VerifierEvidence bare =
        VerifierEvidence.read(AppraisalRequest.teep(COLLECTION.encode(), NONCE), CRYPTO, CHECKS);
    VerifierEvidence wrapped = read(token(NONCE, AGENT, AGENT));

    assertThat(bare.collection()).isEqualTo(COLLECTION);
    assertThat(bare.token()).isEmpty();
    assertThat(wrapped.collection()).isEqualTo(COLLECTION);
    assertThat(wrapped.token()).contains(new AgentToken(NONCE, AGENT.publicKey(), COLLECTION));
  }

  @Test
  void refusesATokenOfAnotherKeyThanItNames() throws Rejected {
    Bytes token = token(NONCE, AGENT, STRANGER);

    assertThat(AgentToken.peek(token, CRYPTO, CHECKS).key()).isEqualTo(AGENT.publicKey());
    assertThat(refusal(() -> read(token))).isEqualTo("cose.signature");
  }

  @Test
  void refusesATokenWhoseKeyTheHardwareDoesNotAttest() throws Rejected {
    VerifierEvidence evidence = read(token(NONCE, STRANGER, STRANGER));

    assertThat(refusal(() -> evidence.demandBound(claims(), NONCE, CHECKS)))
        .isEqualTo("verifier.agent-token.key");
    evidence.demandBound(claims(), NONCE, broken("verifier.agent-token.key"));
  }

  @Test
  void refusesATokenForAnotherNonceThanTheAskers() throws Rejected {
    VerifierEvidence evidence = read(token(NONCE.flip(0, 0), AGENT, AGENT));

    assertThat(refusal(() -> evidence.demandBound(claims(), NONCE, CHECKS)))
        .isEqualTo("verifier.agent-token.nonce");
    evidence.demandBound(claims(), NONCE, broken("verifier.agent-token.nonce"));
    read(token(NONCE, AGENT, AGENT)).demandBound(claims(), NONCE, CHECKS);
  }

  @Test
  void refusesTokensThatAreNoneOfItsProfile() {
    assertThat(refusal(() -> read(COLLECTION.encode()))).isEqualTo("cose.sign1.tag");
    assertThat(
            refusal(
                () ->
                    VerifierEvidence.read(
                        record("application/eat+cwt", token(NONCE, AGENT, AGENT)), CRYPTO, CHECKS)))
        .isEqualTo("verifier.format.known");
  }

  /** The name of the key is a hint that nobody signs; whatever else changes is noticed. */
  @Test
  void refusesATokenThatSaysAnythingElse() throws Rejected {
    Bytes token = token(NONCE, AGENT, AGENT);
    VerifierEvidence said = read(token);
    Random random = new Random(5);
    int refused = 0;
    for (int round = 0; round < 300; round++) {
      Bytes other = token.flip(random.nextInt(token.size()), random.nextInt(8));
      try {
        assertThat(read(other)).isEqualTo(said);
      } catch (Rejected rejected) {
        refused++;
      }
      Bytes shorter = token.slice(0, random.nextInt(token.size()));
      assertThat(catchThrowableOfType(Rejected.class, () -> read(shorter))).isNotNull();
    }
    assertThat(refused).isGreaterThan(200);
  }

  private static BoundClaims claims() {
    return new BoundClaims(NONCE, AGENT.publicKey().thumbprint(), NONCE, NONCE);
  }

  private static VerifierEvidence read(Bytes token) throws Rejected {
    return VerifierEvidence.read(record(AgentToken.MEDIA_TYPE, token), CRYPTO, CHECKS);
  }

  private static AppraisalRequest record(String mediaType, Bytes value) {
    Cmw.Record record = new Cmw.Record(new CmwType.MediaType(mediaType), value, Cmw.EVIDENCE);
    return AppraisalRequest.teep(record.encode(), NONCE);
  }

  private static Bytes token(Bytes nonce, SigningKey named, SigningKey signer) {
    return new AgentToken(nonce, named.publicKey(), COLLECTION).sign(signer);
  }

  private static Checks broken(String name) {
    return new BrokenChecks(CheckCatalogue.load().find(name).orElseThrow());
  }

  private static String refusal(Refusing call) {
    return catchThrowableOfType(Rejected.class, call::run).check();
  }

  /** Something that is refused. */
  @FunctionalInterface
  private interface Refusing {
    void run() throws Rejected;
  }
}
