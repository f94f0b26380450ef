package org.ccican.vector;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * A file of message vectors, read as strictly as {@link Vectors}.
 *
 * @param format the message format, for instance {@code cmw}
 */
public record MessageVectors(String format, List<MessageVector> all) {

  /** The version of the schema that this class reads. */
  public static final String SCHEMA = "ccican-message-vectors/1";

  /** The formats that there are vectors for. */
  public static final List<String> FORMATS =
      List.of("cmw", "ear", "corim", "cbor", "json", "cose", "teep", "suit", "snp-launch");

  public MessageVectors {
    Objects.requireNonNull(format);
    all = List.copyOf(all);
  }

  /**
   * Reads the file of a format from the class path.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static MessageVectors load(String format) {
    String file = "/org/ccican/vectors/data/" + format + ".json";
    try (InputStream in = MessageVectors.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalArgumentException("no vectors for " + format);
      }
      return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * @throws VectorFormatException if the text is no file of this schema version
   */
  public static MessageVectors parse(String json) {
    try {
      return StrictObject.whole(
          new StrictObject(
              "",
              JsonMapper.builder()
                  .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
                  .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                  .build()
                  .readTree(json)),
          MessageVectors::file);
    } catch (JsonProcessingException e) {
      throw new VectorFormatException("no JSON: " + e.getOriginalMessage());
    } catch (IllegalArgumentException | DateTimeParseException e) {
      throw new VectorFormatException(e.getMessage());
    }
  }

  private static MessageVectors file(StrictObject file) {
    if (!file.text("schema").equals(SCHEMA)) {
      throw new VectorFormatException("schema " + file.text("schema") + ", expected " + SCHEMA);
    }
    file.text("comment");
    Map<String, String> keys = file.textTable("keys");
    return new MessageVectors(
        file.text("format"), file.objects("vectors", each -> vector(each, keys)));
  }

  private static MessageVector vector(StrictObject each, Map<String, String> keys) {
    return new MessageVector(
        each.text("id"),
        each.findText("parent"),
        StrictObject.whole(
            each.object("spec"),
            spec -> new TestVector.Spec(spec.text("document"), spec.text("section"))),
        each.texts("requirements"),
        each.text("comment"),
        each.findText("check"),
        each.text("form"),
        each.text("notation"),
        new Octets(each.text("input")),
        each.texts("keys").stream().map(name -> key(name, keys)).toList(),
        Instant.parse(each.text("time")),
        each.findText("attester"),
        StrictObject.whole(each.object("expect"), MessageVectors::expect));
  }

  private static NamedOctets key(String name, Map<String, String> keys) {
    if (!keys.containsKey(name)) {
      throw new VectorFormatException("no key " + name);
    }
    return new NamedOctets(name, new Octets(keys.get(name)));
  }

  private static TestVector.Expect expect(StrictObject expect) {
    return new TestVector.Expect(
        TestVector.Verdict.valueOf(expect.text("verdict").toUpperCase(Locale.ROOT)),
        expect.findText("phase"),
        expect.findText("reason"));
  }
}
