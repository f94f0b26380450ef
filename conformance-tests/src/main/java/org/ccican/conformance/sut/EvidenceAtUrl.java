package org.ccican.conformance.sut;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ccican.conformance.trace.Blame;
import org.ccican.evidence.Cmw;
import org.ccican.role.Message;
import org.ccican.transport.HttpReply;
import org.ccican.wire.Bytes;

/** Evidence from a server: the report data is posted to its URL, 64 octets, and nothing else. */
final class EvidenceAtUrl implements EvidenceSource {

  private static final int REPORT_DATA = 64;

  private final SutRole role;
  private final TargetConnection http;
  private final EvidenceForm form;

  EvidenceAtUrl(SutRole role, Opening opening, EvidenceForm form) {
    this.role = role;
    this.http = new TargetConnection(role, opening.clock());
    this.form = form;
  }

  @Override
  public HttpReply attest(Bytes reportData, Situation situation) {
    TargetConnection.Exchanged exchanged = ask(reportData, situation.log().id());
    String shown = Reach.Http.shown(role.http().url());
    if (!exchanged.answered()) {
      return Outcomes.problem(
          situation.log(), Blame.TIMEOUT, "no answer from " + shown + ": " + exchanged.failure());
    }
    HttpReply reply = exchanged.reply();
    return reply.status() == 200
        ? form.answer(reply.body(), reply.mediaType(), List.of(), situation)
        : Programs.refused("status " + reply.status());
  }

  private TargetConnection.Exchanged ask(Bytes reportData, String scenario) {
    return http.send(
        role.http().url(),
        scenario,
        "POST",
        Map.of(
            "content-type",
            Message.OCTETS,
            "accept",
            Cmw.CBOR + ", */*",
            Connection.CASE,
            scenario.isEmpty() ? "doctor" : scenario),
        reportData);
  }

  @Override
  public Optional<String> look() {
    String write = "; write the URL at which 64 octets that are posted are answered with evidence";
    TargetConnection.Exchanged exchanged = ask(Bytes.zero(REPORT_DATA), "");
    return form.look()
        .or(
            () ->
                UrlProbe.complaint(
                    "attesting-environment",
                    "attesting-environment.url",
                    role.http().url(),
                    exchanged,
                    write))
        .or(
            () ->
                exchanged.reply().mediaType().startsWith("text/html")
                    ? Optional.of(
                        UrlProbe.otherKind(
                            "attesting-environment.url",
                            role.http().url(),
                            exchanged.reply(),
                            "evidence",
                            write))
                    : Optional.empty());
  }

  @Override
  public Optional<String> givenUp() {
    return http.givenUp();
  }
}
