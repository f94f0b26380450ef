package org.ccican.conformance.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import org.ccican.app.SeededRandomness;
import org.ccican.app.Serve;
import org.ccican.check.BrokenChecks;
import org.ccican.check.CheckCatalogue;
import org.ccican.check.Checks;
import org.ccican.cose.Crypto;
import org.ccican.message.AgentMessage.ComponentRequest;
import org.ccican.message.ProvisioningMessage.CreateEnvironment;
import org.ccican.message.ProvisioningMessage.EnvironmentCreated;
import org.ccican.message.ProvisioningMessage.Provisioned;
import org.ccican.message.ProvisioningMessage.WakeUp;
import org.ccican.reject.Rejected;
import org.ccican.role.Answer;
import org.ccican.role.ApplicationOwner;
import org.ccican.role.Message;
import org.ccican.role.Moc;
import org.ccican.role.RoleId;
import org.ccican.role.TeepBroker;
import org.ccican.role.Turn;
import org.ccican.transport.Endpoint;
import org.ccican.transport.HttpCall;
import org.ccican.transport.HttpCaller;
import org.ccican.transport.HttpListener;
import org.ccican.transport.HttpReply;
import org.ccican.transport.RoleEndpoint;
import org.ccican.wire.Bytes;

/**
 * A program that speaks JSON Lines and is a role of the reference: {@code ROLE [FAULT]}. Those that
 * ask others ask them through the suite.
 */
final class ReferenceAdapter {

  private static final String CHANNEL = "ccican-channel-key";
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final JsonMapper json = JsonMapper.builder().build();
  private final BufferedReader in =
      new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
  private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.US_ASCII);
  private final HttpCaller http = new HttpCaller(HttpCaller.client(), any -> "", PATIENCE);
  private final Deque<BlockingQueue<Event>> waiting = new ArrayDeque<>();
  private final Map<String, EnvironmentCreated> agents = new HashMap<>();
  private final RoleId role;
  private final Checks checks;
  private final Endpoint endpoint;

  /** What becomes of a question: a call to somebody else, or the reply. */
  private sealed interface Event {

    record Asks(Turn.Ask ask, CompletableFuture<Answer> answer) implements Event {}

    record Replies(HttpReply reply) implements Event {}
  }

  private ReferenceAdapter(RoleId role, Checks checks) throws IOException {
    this.role = role;
    this.checks = checks;
    this.endpoint =
        switch (role) {
          case MOC -> new RoleEndpoint(new Moc(checks), this::ask, checks);
          case TEEP_BROKER -> new RoleEndpoint(new TeepBroker(checks), this::ask, checks);
          case APPLICATION_OWNER ->
              new RoleEndpoint(
                  new ApplicationOwner(
                      serve(role).plan(),
                      InstantSource.system(),
                      new SeededRandomness(Bytes.of(3)),
                      checks),
                  this::ask,
                  checks);
          case MIDDLEWARE ->
              installing(serve(RoleId.TEEP_BROKER, RoleId.PLATFORM, RoleId.TEEP_AGENT, RoleId.TAM));
          case TEEP_AGENT -> device(serve(RoleId.TEEP_BROKER, RoleId.PLATFORM, RoleId.TEEP_AGENT));
          default -> behind(serve(role).served().get(0).url());
        };
  }

  public static void main(String[] words) throws Exception {
    Checks checks =
        words.length > 1
            ? new BrokenChecks(CheckCatalogue.load().find(words[1]).orElseThrow())
            : Checks.unbroken();
    ReferenceAdapter adapter = new ReferenceAdapter(RoleId.find(words[0]).orElseThrow(), checks);
    JsonNode question = adapter.read();
    while (!question.path("op").textValue().equals("stop")) {
      adapter.handle(question);
      question = adapter.read();
    }
    adapter.say(adapter.answer(question, "accepted"));
    System.exit(0);
  }

  private Serve serve(RoleId... roles) throws IOException {
    return new Serve(List.of(roles), 0, Bytes.of(0), InstantSource.system(), checks);
  }

  private JsonNode read() throws IOException {
    String line = in.readLine();
    return line == null
        ? json.createObjectNode().put("op", "stop").put("id", 0)
        : json.readTree(line);
  }

  private void say(JsonNode line) {
    out.println(line);
  }

  private ObjectNode answer(JsonNode question, String outcome) {
    return json.createObjectNode()
        .put("id", question.path("id").longValue())
        .put("outcome", outcome);
  }

  private void handle(JsonNode question) throws Exception {
    String op = question.path("op").textValue();
    if (op.equals("claims")) {
      say(answer(question, "unsupported").put("reason", "what the reference can do"));
    } else if (op.equals("run")) {
      run(question);
    } else {
      say(answer(question, "accepted"));
    }
  }

  private void run(JsonNode question) throws Exception {
    BlockingQueue<Event> events = new LinkedBlockingQueue<>();
    waiting.push(events);
    HttpCall call = call(question);
    Thread thread =
        new Thread(() -> events.add(new Event.Replies(endpoint.handle(call))), "a question");
    thread.start();
    JsonNode open = question;
    Event event = events.take();
    while (event instanceof Event.Asks asks) {
      say(answer(open, "asks").set("call", call(asks.ask())));
      open = read();
      while (open.path("op").textValue().equals("run")) {
        run(open);
        open = read();
      }
      asks.answer().complete(answer(open));
      event = events.take();
    }
    waiting.pop();
    HttpReply reply = ((Event.Replies) event).reply();
    ObjectNode said = answer(open, "accepted").put("status", reply.status());
    said.put("body", reply.body().toArray());
    said.set("headers", headers(reply.headers()));
    say(said);
  }

  private HttpCall call(JsonNode question) throws IOException {
    Map<String, String> headers = new HashMap<>();
    question
        .path("headers")
        .properties()
        .forEach(each -> headers.put(each.getKey(), each.getValue().textValue()));
    headers.put(":wanted", question.path("application-type").asText());
    headers.put(":hardware", question.path("hardware-type").asText());
    return new HttpCall(
        Optional.empty(),
        role,
        question.path("method").textValue(),
        question.path("resource").textValue(),
        question.path("item").textValue(),
        headers,
        Bytes.of(question.path("body").binaryValue()),
        Optional.empty());
  }

  /** The role asks: whoever runs it says so, and waits. */
  private Answer ask(RoleId from, Turn.Ask ask) {
    CompletableFuture<Answer> answer = new CompletableFuture<>();
    waiting.peek().add(new Event.Asks(ask, answer));
    return answer.join();
  }

  private ObjectNode call(Turn.Ask ask) {
    Message message = ask.message();
    ObjectNode call = json.createObjectNode();
    if (ask.address().isEmpty()) {
      call.put("to", ask.to().id()).put("resource", message.resource()).put("item", message.item());
    } else {
      String uri = ask.address();
      uri += message.resource().isEmpty() ? "" : "/" + message.resource();
      call.put("uri", uri + (message.item().isEmpty() ? "" : "/" + message.item()));
    }
    ObjectNode headers = json.createObjectNode();
    if (!message.mediaType().isEmpty()) {
      headers.put("content-type", message.mediaType());
    }
    if (ask.to() == RoleId.TAM) {
      headers.put("accept", Message.TEEP);
    }
    ask.peerKey().ifPresent(key -> headers.put(CHANNEL, key.toHex()));
    call.put("method", "POST").put("body", message.body().toArray());
    return call.set("headers", headers);
  }

  private static Answer answer(JsonNode reply) throws IOException {
    return new Answer(
        reply.path("status").intValue(),
        reply.path("headers").path("content-type").asText(),
        Bytes.of(reply.path("body").binaryValue()),
        Optional.ofNullable(reply.path("headers").path(CHANNEL).textValue())
            .map(key -> new Answer.Channel("TLSv1.3", Bytes.hex(key))));
  }

  private ObjectNode headers(Map<String, String> headers) {
    ObjectNode object = json.createObjectNode();
    headers.forEach(object::put);
    return object;
  }

  /** A role that is behind a URL. */
  private Endpoint behind(String url) {
    String base = url.endsWith("/teep") ? url.substring(0, url.length() - "/teep".length()) : url;
    return call -> {
      String item = call.item().isEmpty() ? "" : "/" + call.item();
      Map<String, String> headers = new HashMap<>(call.headers());
      headers.keySet().removeIf(name -> name.startsWith(":"));
      HttpReply reply =
          http.send(call.method(), base + "/" + call.resource() + item, headers, call.body())
              .reply();
      Map<String, String> back = new HashMap<>(reply.headers());
      back.keySet().removeIf(name -> name.startsWith(":"));
      return new HttpReply(reply.status(), back, reply.body());
    };
  }

  /** Middleware that the roles of this process install. */
  private Endpoint installing(Serve serve) {
    String tam = serve.served().get(3).url();
    return call -> {
      WakeUp wakeUp =
          new WakeUp(
              Crypto.sha256(Bytes.utf8(call.item())),
              tam,
              call.headers().get(":wanted"),
              call.headers().get(":hardware"));
      HttpReply reply =
          post(serve.served().get(0).url() + "/wake-ups", Message.CCICAN, wakeUp.encode());
      try {
        return HttpReply.empty(204)
            .withHeader(
                "location", Provisioned.parse(reply.body(), Checks.unbroken()).middleware());
      } catch (Rejected e) {
        return HttpReply.empty(500);
      }
    };
  }

  /** Agents by their names, each in an environment that is made with its first message. */
  private Endpoint device(Serve serve) {
    String platform = serve.served().get(1).url();
    return call -> {
      EnvironmentCreated agent =
          agents.computeIfAbsent(call.item(), any -> launched(platform, call));
      return post(agent.agent() + "/teep/" + agent.environment().toHex(), Message.TEEP, call.body())
          .withHeader("location", agent.middleware());
    };
  }

  private EnvironmentCreated launched(String platform, HttpCall call) {
    try {
      Bytes created =
          post(
                  platform + "/environments",
                  Message.CCICAN,
                  new CreateEnvironment(call.headers().get(":hardware")).encode())
              .body();
      EnvironmentCreated agent = EnvironmentCreated.parse(created, Checks.unbroken());
      post(
          agent.agent() + "/component-requests/" + agent.environment().toHex(),
          Message.CCICAN,
          new ComponentRequest(call.headers().get(":wanted")).encode());
      return agent;
    } catch (Rejected e) {
      throw new IllegalStateException(e);
    }
  }

  private HttpReply post(String uri, String mediaType, Bytes body) {
    Map<String, String> headers = new HashMap<>();
    headers.put(HttpListener.FROM, RoleId.TEEP_BROKER.id());
    if (!body.isEmpty()) {
      headers.put("content-type", mediaType);
    }
    return http.send("POST", uri, headers, body).reply();
  }
}
