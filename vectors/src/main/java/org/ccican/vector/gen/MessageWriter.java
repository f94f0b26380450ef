package org.ccican.vector.gen;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.ccican.vector.MessageVector;
import org.ccican.vector.MessageVectors;
import org.ccican.vector.NamedOctets;

/** Writes a file of message vectors as {@link VectorWriter} writes one of evidence. */
final class MessageWriter {

  private MessageWriter() {}

  static String write(String comment, MessageFile file) {
    ObjectNode node =
        JsonNodeFactory.instance
            .objectNode()
            .put("schema", MessageVectors.SCHEMA)
            .put("format", file.format())
            .put("comment", comment);
    Map<String, String> keys = new TreeMap<>();
    for (MessageVector vector : file.vectors()) {
      for (NamedOctets each : vector.keys()) {
        keys.put(each.name(), each.octets().hex());
      }
    }
    ObjectNode table = node.putObject("keys");
    keys.forEach(table::put);
    ArrayNode all = node.putArray("vectors");
    file.vectors().forEach(each -> vector(all.addObject(), each));
    DefaultIndenter lines = new DefaultIndenter("  ", "\n");
    DefaultPrettyPrinter printer =
        new DefaultPrettyPrinter().withObjectIndenter(lines).withArrayIndenter(lines);
    try {
      return new JsonMapper().writer(printer).writeValueAsString(node) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void vector(ObjectNode node, MessageVector vector) {
    node.put("id", vector.id());
    vector.parent().ifPresent(parent -> node.put("parent", parent));
    node.putObject("spec")
        .put("document", vector.spec().document())
        .put("section", vector.spec().section());
    vector.requirements().forEach(node.putArray("requirements")::add);
    node.put("comment", vector.comment());
    vector.check().ifPresent(check -> node.put("check", check));
    node.put("form", vector.form())
        .put("notation", vector.notation())
        .put("input", vector.input().hex());
    ArrayNode keys = node.putArray("keys");
    vector.keys().forEach(each -> keys.add(each.name()));
    node.put("time", vector.time().toString());
    vector.attester().ifPresent(label -> node.put("attester", label));
    ObjectNode expect =
        node.putObject("expect")
            .put("verdict", vector.expect().verdict().name().toLowerCase(Locale.ROOT));
    vector.expect().phase().ifPresent(phase -> expect.put("phase", phase));
    vector.expect().reason().ifPresent(reason -> expect.put("reason", reason));
  }
}
