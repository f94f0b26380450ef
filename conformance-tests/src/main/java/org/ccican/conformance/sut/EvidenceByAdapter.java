package org.ccican.conformance.sut;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ccican.role.RoleId;
import org.ccican.transport.HttpReply;
import org.ccican.wire.Bytes;

/** Evidence from an adapter: the question {@code attest}. */
final class EvidenceByAdapter implements EvidenceSource {

  private final Adapter adapter;
  private final EvidenceForm form;

  EvidenceByAdapter(SutRole role, EvidenceForm form) {
    this.adapter = Programs.adapter(role);
    this.form = form;
  }

  @Override
  public HttpReply attest(Bytes reportData, Situation situation) {
    try {
      AdapterAnswer answer =
          adapter.ask(
              AdapterQuestion.run(situation.log().id(), RoleId.ATTESTING_ENVIRONMENT.id(), "attest")
                  .octets("report-data", reportData));
      return switch (answer.outcome()) {
        case ACCEPTED ->
            form.answer(answer.body(), answer.mediaType(), answer.endorsements(), situation);
        case REFUSED -> Programs.refused(answer.reason().orElse(""));
        case UNSUPPORTED, ERROR, ASKS -> Programs.nothing(answer, situation);
      };
    } catch (ChildFailed e) {
      return Outcomes.failed(situation.log(), e);
    }
  }

  @Override
  public Optional<String> look() {
    return form.look().or(() -> Programs.starts(adapter, "attesting-environment.adapter"));
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
  public void close() {
    adapter.close();
  }
}
