package org.ccican.vector;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * A file of vectors, read strictly: an unknown or doubled field, a name without an object, or
 * another version of the schema is an error and never passed over.
 *
 * @param format the evidence format, for instance {@code sev-snp}
 * @param flags what each flag means
 */
public record Vectors(String format, Map<String, String> flags, List<TestVector> all) {

  /** The version of the schema that this class reads. */
  public static final String SCHEMA = "ccican-vectors/1";

  /** The formats that there are vectors for. */
  public static final List<String> FORMATS = List.of("sev-snp", "sgx", "tdx", "psa", "cca", "eat");

  public Vectors {
    Objects.requireNonNull(format);
    flags = Map.copyOf(flags);
    all = List.copyOf(all);
  }

  /**
   * Reads the file of a format from the class path.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static Vectors load(String format) {
    String file = "/org/ccican/vectors/data/" + format + ".json";
    try (InputStream in = Vectors.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalArgumentException("no vectors for " + format);
      }
      return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * @throws VectorFormatException if the text is not a vector file of this schema version
   */
  public static Vectors parse(String json) {
    try {
      JsonNode node =
          JsonMapper.builder()
              .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
              .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
              .build()
              .readTree(json);
      return StrictObject.whole(new StrictObject("", node), Vectors::file);
    } catch (JsonProcessingException e) {
      throw new VectorFormatException("no JSON: " + e.getOriginalMessage());
    } catch (IllegalArgumentException | DateTimeParseException e) {
      throw new VectorFormatException(e.getMessage());
    }
  }

  public Optional<TestVector> find(String id) {
    return all.stream().filter(each -> each.id().equals(id)).findFirst();
  }

  private static Vectors file(StrictObject file) {
    if (!file.text("schema").equals(SCHEMA)) {
      throw new VectorFormatException("schema " + file.text("schema") + ", expected " + SCHEMA);
    }
    file.text("comment");
    Map<String, TestVector.Policy> policies = file.table("policies", Vectors::policy);
    Map<String, String> objects = file.textTable("objects");
    Map<String, String> flags = file.textTable("flags");
    List<TestVector> all = file.objects("vectors", each -> vector(each, policies, objects));
    for (TestVector each : all) {
      if (!flags.keySet().containsAll(each.flags())) {
        throw new VectorFormatException(each.id() + ": a flag that the file does not explain");
      }
    }
    return new Vectors(file.text("format"), flags, all);
  }

  private static TestVector vector(
      StrictObject each, Map<String, TestVector.Policy> policies, Map<String, String> objects) {
    String policy = each.text("policy");
    if (!policies.containsKey(policy)) {
      throw new VectorFormatException("no policy " + policy);
    }
    return new TestVector(
        each.text("id"),
        each.findText("parent"),
        part(
            each, "spec", spec -> new TestVector.Spec(spec.text("document"), spec.text("section"))),
        each.texts("requirements"),
        each.text("comment"),
        each.findObject("change").map(change -> StrictObject.whole(change, Vectors::change)),
        each.findText("check"),
        part(each, "input", input -> input(input, objects)),
        Instant.parse(each.text("time")),
        part(each, "expected", Vectors::expected),
        policies.get(policy),
        part(each, "expect", Vectors::expect),
        each.texts("flags"));
  }

  private static <T> T part(StrictObject parent, String name, Function<StrictObject, T> reader) {
    return StrictObject.whole(parent.object(name), reader);
  }

  private static TestVector.Change change(StrictObject change) {
    return new TestVector.Change(
        TestVector.Part.valueOf(constant(change.text("part"))),
        change.objects(
            "octets",
            each -> new TestVector.Stretch(each.integer("offset"), each.integer("length"))),
        change.bool("signedAgain"));
  }

  private static TestVector.Input input(StrictObject input, Map<String, String> objects) {
    return new TestVector.Input(
        new Octets(input.text("report")),
        named(input.texts("endorsements"), objects),
        input.has("collateral") ? named(input.texts("collateral"), objects) : List.of(),
        named(input.texts("crls"), objects),
        named(input.texts("anchors"), objects),
        input.findText("eventLog").map(name -> named(List.of(name), objects).get(0)));
  }

  private static List<NamedOctets> named(List<String> names, Map<String, String> objects) {
    return names.stream()
        .map(
            name -> {
              if (!objects.containsKey(name)) {
                throw new VectorFormatException("no object " + name);
              }
              return new NamedOctets(name, new Octets(objects.get(name)));
            })
        .toList();
  }

  private static TestVector.Expected expected(StrictObject expected) {
    return new TestVector.Expected(
        new Octets(expected.text("reportData")),
        expected.texts("measurements").stream().map(Octets::new).toList());
  }

  private static TestVector.Policy policy(String name, StrictObject policy) {
    return new TestVector.Policy(
        name,
        policy.text("comment"),
        policy.bool("allowDebug"),
        policy.bool("allowMigration"),
        !policy.has("allowProvisionalFirmware") || policy.bool("allowProvisionalFirmware"),
        policy.has("vmpls") ? policy.integers("vmpls") : List.of(),
        policy.integerTable("minimum"),
        octets(policy.textTable("equal")),
        policy.integersTable("bitsSet"),
        policy.integersTable("bitsClear"),
        policy.has("allowed") ? policy.boolTable("allowed") : Map.of(),
        policy.has("oneOf") ? policy.textsTable("oneOf") : Map.of());
  }

  private static Map<String, Octets> octets(Map<String, String> texts) {
    Map<String, Octets> octets = new LinkedHashMap<>();
    texts.forEach((name, hex) -> octets.put(name, new Octets(hex)));
    return octets;
  }

  private static TestVector.Expect expect(StrictObject expect) {
    return new TestVector.Expect(
        TestVector.Verdict.valueOf(constant(expect.text("verdict"))),
        expect.findText("phase"),
        expect.findText("reason"));
  }

  private static String constant(String id) {
    return id.toUpperCase(Locale.ROOT).replace('-', '_');
  }
}
