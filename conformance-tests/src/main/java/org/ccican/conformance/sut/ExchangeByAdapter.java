package org.ccican.conformance.sut;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ccican.role.RoleId;
import org.ccican.transport.HttpCall;
import org.ccican.transport.HttpReply;
import org.ccican.wire.Bytes;

/** The question {@code exchange} of the adapter's protocol. */
final class ExchangeByAdapter implements Exchange {

  /** Request headers that mean something to a role. */
  private static final List<String> SAID = List.of("accept", "content-type");

  private final SutRole role;
  private final Adapter adapter;

  ExchangeByAdapter(SutRole role) {
    this.role = role;
    this.adapter = Programs.adapter(role);
  }

  @Override
  public HttpReply pass(HttpCall call, About about, Adapter.Peers peers)
      throws ChildFailed, Unsaid {
    AdapterAnswer answer = adapter.ask(question(call, about), peers);
    return switch (answer.outcome()) {
      case ACCEPTED -> reply(answer, answer.body().isEmpty() ? 204 : 200);
      case REFUSED -> refusal(answer);
      case UNSUPPORTED ->
          throw new Unsaid(true, "the adapter says: " + Programs.shown(answer.reason()));
      case ERROR, ASKS ->
          throw new Unsaid(
              false, "the adapter could not ask its target: " + Programs.shown(answer.reason()));
    };
  }

  private AdapterQuestion question(HttpCall call, About about) {
    Map<String, String> headers = new HashMap<>(call.headers());
    headers.keySet().retainAll(SAID);
    AdapterQuestion question =
        AdapterQuestion.run(about.scenario(), role.role().id(), "exchange")
            .text("method", call.method())
            .text("resource", call.resource())
            .text("item", call.item())
            .texts("headers", headers)
            .octets("body", call.body());
    return role.role() == RoleId.TEEP_AGENT || role.role() == RoleId.MIDDLEWARE
        ? question
            .text("application-type", about.applicationType())
            .text("hardware-type", about.hardwareType())
        : question;
  }

  /** A refusal with a status is as it is; another is said as the role would. */
  private HttpReply refusal(AdapterAnswer answer) {
    return answer.status().isPresent()
        ? reply(answer, 0)
        : Programs.refused(role.role(), answer.reason().orElse(""));
  }

  private static HttpReply reply(AdapterAnswer answer, int usual) {
    Map<String, String> headers = new HashMap<>(answer.headers());
    headers.keySet().retainAll(ScenarioExchanges.HANDED_BACK);
    if (!answer.mediaType().isEmpty()) {
      headers.put("content-type", answer.mediaType());
    }
    Optional.ofNullable(answer.headers().get("location"))
        .ifPresent(place -> headers.put("location", place));
    Bytes body = answer.body();
    return new HttpReply(answer.status().orElse(usual), headers, body);
  }

  @Override
  public Optional<String> look() {
    return Programs.starts(adapter, role.role().id() + ".adapter");
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
