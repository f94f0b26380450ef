package org.ccican.conformance.suite;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.harrel.jsonschema.Validator;
import dev.harrel.jsonschema.ValidatorFactory;
import dev.harrel.jsonschema.providers.JacksonNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.ccican.app.Serve;
import org.ccican.check.Checks;
import org.ccican.conformance.step.Scenario;
import org.ccican.conformance.trace.Exchange;
import org.ccican.conformance.trace.Origin;
import org.ccican.conformance.trace.ScenarioTrace;
import org.ccican.conformance.trace.TraceEvent.Message;
import org.ccican.conformance.trace.TraceReader;
import org.ccican.role.RoleId;
import org.ccican.transport.HttpCaller;
import org.ccican.transport.HttpReply;
import org.ccican.wire.Bytes;
import org.ccican.wire.Cbor;
import org.ccican.wire.CborDecoder;
import org.ccican.wire.CborProfile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The published interface, held against what passes between the roles of the reference. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OpenApiTest {

  private static final String FILE = "/" + Scenario.ROOT + "openapi.yaml";
  private static final String SHELF = "payloads";
  private static final String CCICAN = "application/vnd.ccican+cbor";

  /** Between them they use every resource, and refuse where a role refuses. */
  private static final Set<String> FEATURES =
      Set.of(
          "architecture/role-obligations.feature",
          "attestation/reference-values.feature",
          "packaging/case-2.feature",
          "packaging/case-3.feature",
          "packaging/case-4.feature",
          "packaging/case-5.feature",
          "provisioning/resource-request.feature",
          "provisioning/tam-broker-session.feature",
          "teep/http-agent-api.feature",
          "teep/http-broker.feature",
          "teep/http-tam.feature",
          "teep/tam-attestation.feature",
          "teep/update.feature",
          "teep/unlinking.feature");

  private final JsonNode document = read();
  private final Validator validator =
      new ValidatorFactory().withJsonNodeFactory(new JacksonNode.Factory()).createValidator();
  private final Map<JsonNode, URI> schemas = new HashMap<>();
  private List<Exchange> exchanges = List.of();

  @BeforeAll
  void run(@TempDir Path folder) throws Exception {
    Equipment equipment = Equipment.load();
    List<String> ids =
        equipment.features().select(SuiteRun.everything()).stream()
            .filter(scenario -> FEATURES.contains(scenario.feature()))
            .map(Scenario::id)
            .toList();
    Runs.run(equipment, Runs.scenarios(ids), Checks.unbroken(), 4, folder);
    exchanges =
        new TraceReader()
            .read(folder.resolve(SuiteRun.LOG)).scenarios().values().stream()
                .map(ScenarioTrace::exchanges)
                .flatMap(List::stream)
                .filter(each -> !each.request().resource().equals("in-the-clear"))
                .toList();
  }

  @Test
  void whatRolesAskIsInTheDocument() {
    assertThat(exchanges).hasSizeGreaterThan(1000);
    for (Exchange exchange : exchanges) {
      Message request = exchange.request();
      if (request.origin() == Origin.ROLE && request.tampering().isEmpty()) {
        JsonNode operation = operation(request);
        assertThat(operation.isMissingNode()).as("%s", place(request)).isFalse();
        body(request, operation.path("requestBody"));
      }
    }
  }

  @Test
  void whatRolesAnswerIsInTheDocument() {
    for (Exchange exchange : exchanges) {
      Optional<Message> response = exchange.response();
      if (response.isPresent()
          && response.get().origin() == Origin.ROLE
          && exchange.request().headers().getOrDefault(":method", "").equals("POST")) {
        String status = String.valueOf(response.get().status().orElseThrow());
        JsonNode documented = operation(exchange.request()).path("responses").path(status);
        assertThat(documented.isMissingNode())
            .as("%s answers with %s", place(exchange.request()), status)
            .isFalse();
        body(response.get(), documented);
      }
    }
  }

  @Test
  void everyOperationIsUsedByTheReference() {
    Set<String> used = new HashSet<>();
    exchanges.forEach(exchange -> used.add(template(exchange.request())));
    Set<String> documented = new TreeSet<>();
    document.path("paths").fieldNames().forEachRemaining(documented::add);
    // Whoever asks there is no role, and so is in no log.
    documented.removeIf(path -> path.contains("/triggers/"));
    assertThat(used).containsAll(documented);
  }

  /** By name, whoever asks for it. */
  @Test
  void everyResourceOfTheReferenceIsInTheDocument() throws IOException {
    Set<String> documented = new TreeSet<>();
    document
        .path("paths")
        .fieldNames()
        .forEachRemaining(path -> documented.add(String.join("/", first(path))));
    documented.remove("middleware-repository/" + SHELF);

    Set<String> served = new TreeSet<>();
    try (Serve serve = served()) {
      serve
          .resources()
          .forEach((role, names) -> names.forEach(name -> served.add(role.id() + "/" + name)));
    }

    assertThat(documented).isEqualTo(served);
  }

  /** Whoever speaks nothing but HTTP is answered with the types and states of the document. */
  @Test
  void everyTriggerAnswersAsTheDocumentSays() throws IOException {
    Set<String> triggers = new TreeSet<>();
    document.path("paths").fieldNames().forEachRemaining(triggers::add);
    triggers.removeIf(path -> !path.contains("/triggers/"));
    assertThat(triggers).hasSize(3);
    try (Serve serve = served()) {
      HttpCaller caller = new HttpCaller(HttpCaller.client(), any -> "", Duration.ofSeconds(60));
      String tam =
          serve.served().stream()
              .filter(each -> each.role() == RoleId.TAM)
              .map(Serve.Served::url)
              .findFirst()
              .orElseThrow();
      for (String path : triggers) {
        RoleId role = RoleId.find(first(path).get(0)).orElseThrow();
        String base =
            serve.served().stream()
                .filter(each -> each.role() == role)
                .map(Serve.Served::url)
                .findFirst()
                .orElseThrow();
        String uri =
            base
                + path.substring(role.id().length() + 1)
                    .replace("{case}", "a%20case")
                    .replace("{tam-uri}", tam.replace(":", "%3A").replace("/", "%2F"));
        String known =
            uri.replace("{application-type}", "analytics").replace("{hardware-type}", "sev-snp");
        String unknown =
            uri.replace("a%20case", "another")
                .replace("{application-type}", "analytics")
                .replace("{hardware-type}", "nothing");
        answers(path, caller.send("POST", known, Map.of(), Bytes.EMPTY).reply(), 200);
        answers(path, caller.send("POST", unknown, Map.of(), Bytes.EMPTY).reply(), 422);
        assertThat(caller.send("GET", known, Map.of(), Bytes.EMPTY).reply().status())
            .as(path)
            .isEqualTo(405);
      }
    }
  }

  private void answers(String path, HttpReply reply, int status) {
    assertThat(reply.status()).as("%s: %s", path, reply.body().toText()).isEqualTo(status);
    JsonNode documented =
        document.path("paths").path(path).path("post").path("responses").path("" + status);
    String type = reply.mediaType().split(";")[0];
    assertThat(deref(documented).path("content").has(type)).as("%s, %s", path, type).isTrue();
  }

  private static Serve served() throws IOException {
    return new Serve(
        List.of(RoleId.TAM, RoleId.TEEP_BROKER, RoleId.MOC, RoleId.APPLICATION_OWNER),
        0,
        Bytes.of(1),
        InstantSource.system(),
        Checks.unbroken());
  }

  /** Role and resource of a path. */
  private static List<String> first(String path) {
    return List.of(path.split("/")).subList(1, 3);
  }

  @Test
  void everyRoleIsNamedAndEveryReferenceLeadsSomewhere() {
    Set<String> tags = new TreeSet<>();
    document.path("tags").forEach(tag -> tags.add(tag.path("name").textValue()));
    Set<String> roles = new TreeSet<>();
    for (RoleId role : RoleId.values()) {
      roles.add(role.id());
    }
    assertThat(tags).isEqualTo(roles);
    for (JsonNode reference : document.findValues("$ref")) {
      assertThat(resolved(reference.textValue()).isMissingNode()).as("%s", reference).isFalse();
    }
  }

  private JsonNode operation(Message request) {
    return document
        .path("paths")
        .path(template(request))
        .path(request.headers().getOrDefault(":method", "").toLowerCase(Locale.ROOT));
  }

  /** The path as the document has it: a name in place of an item. */
  private String template(Message request) {
    String path = "/" + request.to() + "/" + request.resource();
    String item = request.headers().getOrDefault(":item", "");
    if (item.isEmpty()) {
      return path;
    }
    for (String name : List.of("environment", "request", "way", "payload")) {
      JsonNode candidate = document.path("paths").path(path + "/{" + name + "}");
      if (!candidate.isMissingNode()) {
        JsonNode form = deref(candidate.path("parameters").path(0)).path("schema");
        assertThat(valid(form, JsonNodeFactory.instance.textNode(item)))
            .as("%s of %s", item, path)
            .isEmpty();
        return path + "/{" + name + "}";
      }
    }
    return path + "/" + item;
  }

  /** A body is there where one is documented, of a documented type and of its shape. */
  private void body(Message message, JsonNode reference) {
    JsonNode documented = deref(reference);
    JsonNode content = documented.path("content");
    if (message.body().isEmpty()) {
      boolean needed =
          message.status().isPresent()
              ? content.has(CCICAN)
              : documented.path("required").asBoolean(false);
      assertThat(needed).as("%s without a body", place(message)).isFalse();
      return;
    }
    String type = message.mediaType().split(";")[0].strip().toLowerCase(Locale.ROOT);
    assertThat(content.has(type)).as("%s with a body of %s", place(message), type).isTrue();
    JsonNode form = content.path(type).path("schema");
    if (!form.isMissingNode()) {
      assertThat(valid(form, json(decoded(message.body())))).as("%s", place(message)).isEmpty();
    }
  }

  private static Cbor decoded(Bytes body) {
    try {
      return new CborDecoder(Checks.unbroken()).decode(body, CborProfile.DETERMINISTIC);
    } catch (org.ccican.reject.Rejected e) {
      throw new AssertionError("no deterministic CBOR: " + body, e);
    }
  }

  private List<String> valid(JsonNode form, JsonNode value) {
    URI schema =
        schemas.computeIfAbsent(
            form,
            any -> {
              ObjectNode whole = JsonNodeFactory.instance.objectNode();
              whole.set("components", document.path("components"));
              whole.setAll((ObjectNode) form.deepCopy());
              return validator.registerSchema(whole);
            });
    Validator.Result result = validator.validate(schema, value);
    return result.getErrors().stream().map(error -> error.getError()).toList();
  }

  private JsonNode deref(JsonNode node) {
    return node.has("$ref") ? resolved(node.path("$ref").textValue()) : node;
  }

  private JsonNode resolved(String reference) {
    assertThat(reference).startsWith("#/");
    return document.at(reference.substring(1));
  }

  private static String place(Message message) {
    return message.from() + " to " + message.to() + ", " + message.resource();
  }

  /** Octet strings as hex, labels as they are. */
  private static JsonNode json(Cbor item) {
    JsonNodeFactory nodes = JsonNodeFactory.instance;
    if (item instanceof Cbor.Octets octets) {
      return nodes.textNode(octets.value().toHex());
    }
    if (item instanceof Cbor.Text text) {
      return nodes.textNode(text.value());
    }
    if (item instanceof Cbor.Int number) {
      return nodes.numberNode(number.longValue());
    }
    if (item instanceof Cbor.Simple simple && (simple.value() == 20 || simple.value() == 21)) {
      return nodes.booleanNode(simple.value() == 21);
    }
    if (item instanceof Cbor.Array array) {
      ArrayNode list = nodes.arrayNode();
      array.items().forEach(each -> list.add(json(each)));
      return list;
    }
    if (item instanceof Cbor.Map map) {
      ObjectNode fields = nodes.objectNode();
      map.entries()
          .forEach(entry -> fields.set(((Cbor.Text) entry.key()).value(), json(entry.value())));
      return fields;
    }
    throw new AssertionError("nothing of this kind is in the interface: " + item);
  }

  private static JsonNode read() {
    try (InputStream file = OpenApiTest.class.getResourceAsStream(FILE)) {
      Object whole = new Load(LoadSettings.builder().build()).loadFromInputStream(file);
      return new ObjectMapper().valueToTree((Map<?, ?>) whole);
    } catch (IOException e) {
      throw new AssertionError(FILE, e);
    }
  }
}
