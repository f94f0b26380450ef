package org.ccican.conformance.sut;

import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ccican.conformance.trace.Blame;
import org.ccican.cose.CoseKey;
import org.ccican.cose.Crypto;
import org.ccican.format.Formats;
import org.ccican.role.RoleId;
import org.ccican.transport.Endpoint;
import org.ccican.transport.HttpCall;
import org.ccican.transport.HttpReply;
import org.ccican.wire.Bytes;

/**
 * A Verifier that is a program: one that is run for each appraisal ({@code command}) or an adapter.
 * It is asked what the owner asks; TAM and Agents, who want results of the TEEP profile, are
 * answered by the reference beside it.
 */
final class ProgramVerifier implements Connection {

  /** How the program is asked. */
  private interface Asked {

    HttpReply appraise(AdapterQuestion question, Map<String, Bytes> files, Situation situation)
        throws ChildFailed;

    HttpReply provision(Bytes corim, Situation situation) throws ChildFailed;

    default Optional<String> givenUp() {
      return Optional.empty();
    }

    default Map<String, List<String>> claims() {
      return Map.of();
    }

    /** What is wrong with the program, found without an appraisal. */
    Optional<String> look();

    default void close() {}
  }

  private final SutRole role;
  private final InstantSource clock;
  private final Formats formats;
  private final Asked asked;

  private ProgramVerifier(SutRole role, Opening opening, Asked asked) {
    this.role = role;
    this.clock = opening.clock();
    this.formats = opening.formats();
    this.asked = asked;
  }

  /** Way {@code command}: its arguments name files that are made for each case. */
  static Connection command(SutRole role, Opening opening) {
    return new ProgramVerifier(role, opening, new ByCommand(role));
  }

  /** Way {@code adapter}. */
  static Connection adapter(SutRole role, Opening opening) {
    return new ProgramVerifier(role, opening, new ByAdapter(role));
  }

  @Override
  public SutRole role() {
    return role;
  }

  @Override
  public Optional<String> look() {
    return asked.look();
  }

  @Override
  public Optional<CoseKey> key(Crypto any) {
    return Optional.empty();
  }

  @Override
  public Endpoint endpoint(Situation situation) {
    return call -> {
      boolean owner = call.from().equals(Optional.of(RoleId.APPLICATION_OWNER));
      try {
        if (call.resource().equals("reference-values")) {
          return asked.provision(call.body(), situation);
        }
        return owner && call.resource().equals("appraisals")
            ? appraised(call, situation)
            : situation.bench().beside(RoleId.VERIFIER).handle(call);
      } catch (ChildFailed e) {
        return Outcomes.failed(situation.log(), e);
      }
    };
  }

  private HttpReply appraised(HttpCall call, Situation situation) throws ChildFailed {
    Optional<AppraisalCase> found = AppraisalCase.of(call);
    if (found.isEmpty()) {
      return Unsayable.because(
          situation.log(), "what is around evidence is looked at before the program is asked");
    }
    ProgramInput input = new ProgramInput(found.get(), situation, formats);
    return asked.appraise(input.question(), input.files(), situation);
  }

  @Override
  public Map<String, List<String>> claims() {
    return asked.claims();
  }

  @Override
  public Optional<String> givenUp() {
    return asked.givenUp();
  }

  @Override
  public Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.SECONDS);
  }

  @Override
  public void close() {
    asked.close();
  }

  private static final class ByCommand implements Asked {

    private final SutRole role;

    private ByCommand(SutRole role) {
      this.role = role;
    }

    @Override
    public HttpReply appraise(
        AdapterQuestion question, Map<String, Bytes> files, Situation situation)
        throws ChildFailed {
      Reach.Program program = (Reach.Program) role.reach();
      try (CaseFolder folder = CaseFolder.with(files)) {
        List<String> words = folder.filled(Programs.words(program), Programs.values(question));
        CommandCase.Result result =
            CommandCase.run(
                words,
                situation.log().id(),
                Bytes.utf8(question.line(0) + "\n"),
                new ChildProcess.Limits(
                    role.limits().response(), role.limits().size(), AdapterProcess.TAIL));
        return Outcomes.said(
            result.accepted(), result.accepted() ? Optional.empty() : Optional.of("exit code 1"));
      } catch (IOException e) {
        return Outcomes.problem(
            situation.log(), Blame.SUITE, "no folder for a case: " + e.getMessage());
      }
    }

    @Override
    public HttpReply provision(Bytes corim, Situation situation) {
      return Unsayable.because(
          situation.log(), "a command gets reference values with each case and keeps none");
    }

    @Override
    public Optional<String> look() {
      return Programs.missing((Reach.Program) role.reach(), "verifier.command");
    }
  }

  private static final class ByAdapter implements Asked {

    private final Adapter adapter;

    private ByAdapter(SutRole role) {
      this.adapter = Programs.adapter(role);
    }

    @Override
    public HttpReply appraise(
        AdapterQuestion question, Map<String, Bytes> files, Situation situation)
        throws ChildFailed {
      return answered(adapter.ask(question), situation);
    }

    private static HttpReply answered(AdapterAnswer answer, Situation situation) {
      return switch (answer.outcome()) {
        case ACCEPTED, REFUSED ->
            answer.body().isEmpty()
                ? Outcomes.said(answer.outcome() == AdapterAnswer.Outcome.ACCEPTED, answer.reason())
                : new HttpReply(
                    200, new HashMap<>(Map.of("content-type", answer.mediaType())), answer.body());
        case UNSUPPORTED, ERROR, ASKS -> Programs.nothing(answer, situation);
      };
    }

    @Override
    public HttpReply provision(Bytes corim, Situation situation) throws ChildFailed {
      AdapterAnswer answer =
          adapter.ask(
              AdapterQuestion.run(situation.log().id(), RoleId.VERIFIER.id(), "provision")
                  .octets("reference-values", corim));
      return answer.outcome() == AdapterAnswer.Outcome.ACCEPTED
          ? HttpReply.empty(200)
          : answer.outcome() == AdapterAnswer.Outcome.REFUSED
              ? Programs.refused(answer.reason().orElse(""))
              : answered(answer, situation);
    }

    @Override
    public Map<String, List<String>> claims() {
      return adapter.claims();
    }

    @Override
    public Optional<String> givenUp() {
      return adapter.givenUp();
    }

    @Override
    public Optional<String> look() {
      return Programs.starts(adapter, "verifier.adapter");
    }

    @Override
    public void close() {
      adapter.close();
    }
  }
}
