package org.ccican.vector.gen;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.ccican.vector.NamedOctets;
import org.ccican.vector.TestVector;
import org.ccican.vector.Vectors;

/** Writes a vector file: UTF-8, two blanks of indentation, LF, every member in a fixed order. */
final class VectorWriter {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private VectorWriter() {}

  static String write(
      String format,
      String comment,
      List<TestVector.Policy> policies,
      Map<String, String> flags,
      List<TestVector> vectors) {
    ObjectNode file =
        JSON.objectNode()
            .put("schema", Vectors.SCHEMA)
            .put("format", format)
            .put("comment", comment);
    ObjectNode policyTable = file.putObject("policies");
    policies.forEach(each -> policyTable.set(each.name(), policy(each)));
    ObjectNode flagTable = file.putObject("flags");
    flags.forEach(flagTable::put);
    ObjectNode objectTable = file.putObject("objects");
    objects(vectors).forEach(objectTable::put);
    ArrayNode all = file.putArray("vectors");
    vectors.forEach(each -> all.add(vector(each)));
    DefaultIndenter lines = new DefaultIndenter("  ", "\n");
    DefaultPrettyPrinter printer =
        new DefaultPrettyPrinter().withObjectIndenter(lines).withArrayIndenter(lines);
    try {
      return new JsonMapper().writer(printer).writeValueAsString(file) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Map<String, String> objects(List<TestVector> vectors) {
    Map<String, String> objects = new TreeMap<>();
    for (TestVector vector : vectors) {
      for (NamedOctets each : vector.input().objects()) {
        String before = objects.put(each.name(), each.octets().hex());
        if (before != null && !before.equals(each.octets().hex())) {
          throw new IllegalStateException("two objects are called " + each.name());
        }
      }
    }
    return objects;
  }

  private static ObjectNode policy(TestVector.Policy policy) {
    ObjectNode node =
        JSON.objectNode()
            .put("comment", policy.comment())
            .put("allowDebug", policy.allowDebug())
            .put("allowMigration", policy.allowMigration());
    if (!policy.vmpls().isEmpty()) {
      node.put("allowProvisionalFirmware", policy.allowProvisionalFirmware());
      policy.vmpls().forEach(node.putArray("vmpls")::add);
    }
    ObjectNode minimum = node.putObject("minimum");
    new TreeMap<>(policy.minimum()).forEach(minimum::put);
    ObjectNode equal = node.putObject("equal");
    new TreeMap<>(policy.equal()).forEach((field, octets) -> equal.put(field, octets.hex()));
    bits(node.putObject("bitsSet"), policy.bitsSet());
    bits(node.putObject("bitsClear"), policy.bitsClear());
    if (policy.vmpls().isEmpty()) {
      ObjectNode allowed = node.putObject("allowed");
      new TreeMap<>(policy.allowed()).forEach(allowed::put);
      ObjectNode oneOf = node.putObject("oneOf");
      new TreeMap<>(policy.oneOf())
          .forEach((field, words) -> words.forEach(oneOf.putArray(field)::add));
    }
    return node;
  }

  private static void bits(ObjectNode node, Map<String, List<Integer>> bits) {
    new TreeMap<>(bits).forEach((field, list) -> list.forEach(node.putArray(field)::add));
  }

  private static ObjectNode vector(TestVector vector) {
    ObjectNode node = JSON.objectNode().put("id", vector.id());
    vector.parent().ifPresent(parent -> node.put("parent", parent));
    node.putObject("spec")
        .put("document", vector.spec().document())
        .put("section", vector.spec().section());
    texts(node, "requirements", vector.requirements());
    node.put("comment", vector.comment());
    vector.change().ifPresent(change -> node.set("change", change(change)));
    vector.check().ifPresent(check -> node.put("check", check));
    ObjectNode input = node.putObject("input").put("report", vector.input().report().hex());
    names(input, "endorsements", vector.input().endorsements());
    if (vector.policy().vmpls().isEmpty()) {
      names(input, "collateral", vector.input().collateral());
    }
    names(input, "crls", vector.input().crls());
    names(input, "anchors", vector.input().anchors());
    vector.input().eventLog().ifPresent(log -> input.put("eventLog", log.name()));
    node.put("time", vector.time().toString());
    ObjectNode expected =
        node.putObject("expected").put("reportData", vector.expected().reportData().hex());
    texts(
        expected,
        "measurements",
        vector.expected().measurements().stream().map(each -> each.hex()).toList());
    node.put("policy", vector.policy().name());
    ObjectNode expect = node.putObject("expect").put("verdict", lower(vector.expect().verdict()));
    vector.expect().phase().ifPresent(phase -> expect.put("phase", phase));
    vector.expect().reason().ifPresent(reason -> expect.put("reason", reason));
    texts(node, "flags", vector.flags());
    return node;
  }

  private static ObjectNode change(TestVector.Change change) {
    ObjectNode node = JSON.objectNode().put("part", lower(change.part()));
    ArrayNode octets = node.putArray("octets");
    for (TestVector.Stretch each : change.octets()) {
      octets.addObject().put("offset", each.offset()).put("length", each.length());
    }
    return node.put("signedAgain", change.signedAgain());
  }

  private static void names(ObjectNode node, String field, List<NamedOctets> objects) {
    texts(node, field, objects.stream().map(NamedOctets::name).toList());
  }

  private static void texts(ObjectNode node, String field, List<String> texts) {
    texts.forEach(node.putArray(field)::add);
  }

  private static String lower(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
