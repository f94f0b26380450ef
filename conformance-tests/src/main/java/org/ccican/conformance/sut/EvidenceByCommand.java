package org.ccican.conformance.sut;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ccican.transport.HttpReply;
import org.ccican.wire.Bytes;

/**
 * Evidence from a program that is run for each request: the report data is its standard input, and
 * in its arguments {@code {report-data}} in hex; the evidence is its standard output.
 */
final class EvidenceByCommand implements EvidenceSource {

  private final SutRole role;
  private final EvidenceForm form;

  EvidenceByCommand(SutRole role, EvidenceForm form) {
    this.role = role;
    this.form = form;
  }

  @Override
  public HttpReply attest(Bytes reportData, Situation situation) {
    List<String> words = new ArrayList<>();
    for (String word : Programs.words((Reach.Program) role.reach())) {
      words.add(
          word.replace("{report-data}", reportData.toHex())
              .replace("{nonce}", reportData.toHex())
              .replace("{case}", situation.log().id()));
    }
    try {
      CommandCase.Result result =
          CommandCase.run(
              words,
              situation.log().id(),
              reportData,
              new ChildProcess.Limits(
                  role.limits().response(), role.limits().size(), AdapterProcess.TAIL));
      return result.accepted()
          ? form.answer(result.output(), "", List.of(), situation)
          : Programs.refused("exit code 1");
    } catch (ChildFailed e) {
      return Outcomes.failed(situation.log(), e);
    }
  }

  @Override
  public Optional<String> look() {
    return form.look()
        .or(() -> Programs.missing((Reach.Program) role.reach(), "attesting-environment.command"));
  }
}
