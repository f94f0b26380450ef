package org.ccican.vector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VectorsTest {

  private final String json = text("sev-snp");

  @Test
  void readsEveryFormat() {
    for (String format : Vectors.FORMATS) {
      Vectors vectors = Vectors.load(format);
      assertThat(vectors.format()).isEqualTo(format);
      assertThat(vectors.all()).hasSizeGreaterThan(20);
      TestVector first = vectors.all().get(0);
      assertThat(vectors.find(first.id())).contains(first);
    }
  }

  @Test
  void resolvesNamesToOctets() {
    TestVector base = Vectors.load("sev-snp").find("sev-snp.base.v3-genoa").orElseThrow();
    assertThat(base.input().endorsements())
        .extracting(NamedOctets::name)
        .containsExactly("genoa.vcek", "genoa.ask");
    assertThat(base.input().endorsements().get(0).octets().hex()).startsWith("3082");
    assertThat(base.input().report().size()).isEqualTo(1184);
    assertThat(base.accepted()).isTrue();
    assertThat(base.policy().name()).isEqualTo("standard");
  }

  @Test
  void refusesFormatWithoutFile() {
    assertThatThrownBy(() -> Vectors.load("none")).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'\"schema\" :'|'\"more\" : 1, \"schema\" :'|unknown field more",
        "'\"id\" :'|'\"more\" : 1, \"id\" :'|unknown field more",
        "'\"report\" :'|'\"more\" : 1, \"report\" :'|unknown field more",
        "'\"vmpls\" :'|'\"more\" : 1, \"vmpls\" :'|unknown field more",
        "'\"schema\" :'|'\"format\" : \"x\", \"schema\" :'|Duplicate",
        "ccican-vectors/1|ccican-vectors/2|expected ccican-vectors/1",
        "'\"genoa.ask\" :'|'\"genoa.usk\" :'|no object genoa.ask",
        "'\"standard\" :'|'\"other\" :'|no policy standard",
        "'\"strict-reserved\" :'|'\"lenient\" :'|does not explain",
        "'\"verdict\" : \"refused\"'|'\"verdict\" : \"acceptable\"'|ACCEPTABLE",
        "'\"reason\" : \"truncated\"'|'\"reason\" : 1'|text expected",
        "'\"allowDebug\" : false'|'\"allowDebug\" : 0'|true or false expected",
      })
  void refusesFileThatIsNotAsTheSchemaWantsIt(String from, String to, String message) {
    assertThat(json).contains(from);
    String spoilt = json.replaceFirst(java.util.regex.Pattern.quote(from), to);
    assertThatThrownBy(() -> Vectors.parse(spoilt))
        .isInstanceOf(VectorFormatException.class)
        .hasMessageContaining(message);
  }

  @Test
  void refusesTextAfterTheFile() {
    assertThatThrownBy(() -> Vectors.parse(json + "{}")).isInstanceOf(VectorFormatException.class);
  }

  private static String text(String format) {
    String file = "/org/ccican/vectors/data/" + format + ".json";
    try (InputStream in = VectorsTest.class.getResourceAsStream(file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
