package org.ccican.conformance.sut;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.ccican.check.Checks;
import org.ccican.message.AttestationMessage.EvidenceRequest;
import org.ccican.message.ProvisioningMessage.EnvironmentCreated;
import org.ccican.reject.Rejected;
import org.ccican.role.RoleId;
import org.ccican.transport.Endpoint;
import org.ccican.transport.HttpCall;
import org.ccican.transport.HttpReply;
import org.ccican.wire.Bytes;

/**
 * An Attesting Environment of the target: one environment that is there already, and gives evidence
 * over what it is asked. Agents and middleware run in environments of the reference, and have the
 * target attest in their place; what only a launch could show is inapplicable.
 */
final class ForeignAttester implements Connection {

  private final SutRole role;
  private final InstantSource clock;
  private final EvidenceSource source;

  private ForeignAttester(SutRole role, Opening opening, EvidenceSource source) {
    this.role = role;
    this.clock = opening.clock();
    this.source = source;
  }

  static Connection url(SutRole role, Opening opening) {
    return new ForeignAttester(
        role, opening, new EvidenceAtUrl(role, opening, new EvidenceForm(role, opening)));
  }

  static Connection command(SutRole role, Opening opening) {
    return new ForeignAttester(
        role, opening, new EvidenceByCommand(role, new EvidenceForm(role, opening)));
  }

  static Connection adapter(SutRole role, Opening opening) {
    return new ForeignAttester(
        role, opening, new EvidenceByAdapter(role, new EvidenceForm(role, opening)));
  }

  static Connection tsm(SutRole role, Opening opening) {
    return new ForeignAttester(
        role, opening, new EvidenceFromTsm(role, new EvidenceForm(role, opening)));
  }

  @Override
  public SutRole role() {
    return role;
  }

  @Override
  public Optional<String> look() {
    return source.look();
  }

  @Override
  public Endpoint endpoint(Situation situation) {
    Set<Bytes> launched = ConcurrentHashMap.newKeySet();
    return call ->
        call.resource().equals("evidence")
            ? evidence(call, launched, situation)
            : besides(call, launched, situation);
  }

  private static HttpReply besides(HttpCall call, Set<Bytes> launched, Situation situation) {
    HttpReply reply = situation.bench().beside(RoleId.ATTESTING_ENVIRONMENT).handle(call);
    try {
      if (call.resource().equals("launches") && reply.status() == 200) {
        launched.add(EnvironmentCreated.parse(reply.body(), Checks.unbroken()).environment());
        if (launched.size() > 1) {
          return Unsayable.because(
              situation.log(), "the target is one environment: it launches no other");
        }
      }
      return reply;
    } catch (Rejected e) {
      throw new IllegalStateException("the reference's own answer", e);
    }
  }

  private HttpReply evidence(HttpCall call, Set<Bytes> launched, Situation situation) {
    try {
      EvidenceRequest request = EvidenceRequest.parse(call.body(), Checks.unbroken());
      return launched.contains(request.environment())
          ? source.attest(request.reportData(), situation)
          : Unsayable.because(
              situation.log(), "the target is one environment: it is told of no other");
    } catch (Rejected e) {
      throw new IllegalStateException("the suite's own request", e);
    }
  }

  @Override
  public Map<String, List<String>> claims() {
    return source.claims();
  }

  @Override
  public Optional<String> givenUp() {
    return source.givenUp();
  }

  @Override
  public Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.SECONDS);
  }

  @Override
  public void close() {
    source.close();
  }
}
