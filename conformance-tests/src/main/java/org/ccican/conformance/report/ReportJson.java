package org.ccican.conformance.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdScalarSerializer;
import com.fasterxml.jackson.databind.type.LogicalType;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.ccican.conformance.requirement.Level;
import org.ccican.conformance.verdict.Outcome;

/**
 * {@link RunReport} as JSON: UTF-8, members in the order of the records, every member always there;
 * on reading no member may be missing, unknown, double, null or of another type.
 */
final class ReportJson {

  /** Octets of the longest report that is read or written. */
  static final int LIMIT = 64 * 1024 * 1024;

  private static final int DEPTH = 16;
  private static final int DETAIL = 300;

  private final ObjectMapper mapper;

  ReportJson() {
    JsonFactory factory =
        JsonFactory.builder()
            .streamReadConstraints(
                StreamReadConstraints.builder()
                    .maxDocumentLength(LIMIT)
                    .maxNestingDepth(DEPTH)
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .build();
    SimpleModule module = new SimpleModule();
    module.addSerializer(new TextWriter<>(Instant.class, Instant::toString));
    module.addDeserializer(Instant.class, new TextReader<>(Instant.class, ReportJson::instant));
    module.addSerializer(new TextWriter<>(Outcome.class, Outcome::id));
    module.addDeserializer(
        Outcome.class, new TextReader<>(Outcome.class, named("outcome", Outcome::find)));
    module.addSerializer(new TextWriter<>(Level.class, Level::id));
    module.addDeserializer(Level.class, new TextReader<>(Level.class, named("level", Level::find)));
    module.addSerializer(new TextWriter<>(GateNote.Kind.class, GateNote.Kind::id));
    module.addDeserializer(
        GateNote.Kind.class,
        new TextReader<>(GateNote.Kind.class, named("kind", GateNote.Kind::find)));
    DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
    mapper =
        JsonMapper.builder(factory)
            .addModule(module)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .withCoercionConfig(
                LogicalType.Textual,
                config ->
                    config
                        .setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                        .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                        .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
            .defaultPrettyPrinter(
                new DefaultPrettyPrinter().withObjectIndenter(indenter).withArrayIndenter(indenter))
            .build();
  }

  byte[] write(RunReport report) throws IOException {
    return mapper.writerWithDefaultPrettyPrinter().writeValueAsBytes(report);
  }

  /**
   * @throws UnreadableReport saying in one line what is wrong, and where
   */
  RunReport read(byte[] json) throws UnreadableReport {
    try {
      RunReport report = mapper.readValue(json, RunReport.class);
      if (report == null) {
        throw new UnreadableReport("it holds null");
      }
      return report;
    } catch (JsonProcessingException e) {
      throw new UnreadableReport(otherSchema(json).orElseGet(() -> describe(e)));
    } catch (CharConversionException e) {
      throw new UnreadableReport("it is not UTF-8: " + Text.line(e.getMessage()));
    } catch (UnreadableReport e) {
      throw e;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A report of another schema is told from a broken one by its first member. */
  private Optional<String> otherSchema(byte[] json) {
    try (JsonParser parser = mapper.createParser(json)) {
      if (parser.nextToken() == JsonToken.START_OBJECT
          && "schema".equals(parser.nextFieldName())
          && parser.nextToken() == JsonToken.VALUE_STRING
          && !parser.getText().equals(RunReport.SCHEMA)) {
        return Optional.of(
            "its schema is \""
                + Text.line(Text.cut(parser.getText(), DETAIL))
                + "\"; only "
                + RunReport.SCHEMA
                + " is understood");
      }
      return Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static String describe(JsonProcessingException problem) {
    JsonLocation at = problem.getLocation();
    String place =
        at == null || at.getLineNr() < 1
            ? ""
            : "line " + at.getLineNr() + ", column " + Math.max(1, at.getColumnNr()) + ": ";
    String path = problem instanceof JsonMappingException mapping ? path(mapping) : "";
    return place + path + Text.cut(Text.line(said(problem)), DETAIL);
  }

  private static String said(JsonProcessingException problem) {
    if (problem.getCause() instanceof IllegalArgumentException cause) {
      return cause.getMessage();
    }
    if (problem.getCause() instanceof NullPointerException) {
      return "a list holds null";
    }
    String original = problem.getOriginalMessage();
    if (problem instanceof UnrecognizedPropertyException) {
      return "there is no such member";
    }
    if (original.startsWith("Missing creator property")) {
      return "it is missing";
    }
    if (original.startsWith("No content")) {
      return "it is empty";
    }
    return problem instanceof MismatchedInputException
        ? "the value is null or of another type than it should be"
        : original;
  }

  private static String path(JsonMappingException problem) {
    StringBuilder path = new StringBuilder();
    for (JsonMappingException.Reference step : problem.getPath()) {
      if (step.getFieldName() == null) {
        path.append('[').append(step.getIndex()).append(']');
      } else {
        path.append(path.isEmpty() ? "" : ".").append(Text.line(step.getFieldName()));
      }
    }
    return path.isEmpty() ? "" : path + ": ";
  }

  private static Instant instant(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("\"" + text + "\" is not an instant", e);
    }
  }

  private static <T> Function<String, T> named(String what, Function<String, Optional<T>> find) {
    return text ->
        find.apply(text)
            .orElseThrow(
                () -> new IllegalArgumentException("no " + what + " is called \"" + text + "\""));
  }

  /** Writes a value as a text. */
  private static final class TextWriter<T> extends StdScalarSerializer<T> {

    private static final long serialVersionUID = 1L;

    private final transient Function<T, String> text;

    TextWriter(Class<T> type, Function<T, String> text) {
      super(type);
      this.text = text;
    }

    @Override
    public void serialize(T value, JsonGenerator out, SerializerProvider provider)
        throws IOException {
      out.writeString(text.apply(value));
    }
  }

  /** Reads a value from a text that the parser takes, or refuses as an illegal argument. */
  private static final class TextReader<T> extends StdScalarDeserializer<T> {

    private static final long serialVersionUID = 1L;

    private final transient Function<String, T> parse;

    TextReader(Class<T> type, Function<String, T> parse) {
      super(type);
      this.parse = parse;
    }

    @Override
    public T deserialize(JsonParser in, DeserializationContext context) throws IOException {
      try {
        return parse.apply(in.getValueAsString(""));
      } catch (IllegalArgumentException e) {
        throw JsonMappingException.from(in, e.getMessage());
      }
    }
  }
}
