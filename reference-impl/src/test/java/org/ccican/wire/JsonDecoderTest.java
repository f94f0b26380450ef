package org.ccican.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.ccican.check.Checks;
import org.ccican.reject.Reason;
import org.ccican.reject.Rejected;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonDecoderTest {

  @Test
  void keepsTheOctetsOfEveryValue() throws Rejected {
    String text =
        " { \"a\" : [ 1 , -2.5e+3 , true , null ] , \"b\":{\"c\":\"\\u00e9\\ud83d\\ude00/\\n\"} } ";
    Json.Obj object = (Json.Obj) decode(text);
    assertThat(object.find("a").orElseThrow().span().raw().toText())
        .isEqualTo("[ 1 , -2.5e+3 , true , null ]");
    Json.Obj inner = (Json.Obj) object.find("b").orElseThrow();
    assertThat(inner.span().raw().toText()).isEqualTo("{\"c\":\"\\u00e9\\ud83d\\ude00/\\n\"}");
    assertThat(((Json.Text) inner.find("c").orElseThrow()).value()).isEqualTo("é\ud83d\ude00/\n");
    Json.Array array = (Json.Array) object.find("a").orElseThrow();
    assertThat(((Json.Number) array.items().get(0)).integer()).contains(1L);
    assertThat(((Json.Number) array.items().get(1)).integer()).isEmpty();
    assertThat(array.items().get(3)).isInstanceOf(Json.Word.class);
    assertThat(((Json.Obj) decode("{}")).members()).isEmpty();
    assertThat(((Json.Array) decode("[]")).items()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "{",
        "[",
        "[1",
        "[1,",
        "[1,]",
        "{\"a\"",
        "{\"a\":",
        "{\"a\":1,}",
        "{a:1}",
        "'a'",
        "-",
        "1.",
        ".5",
        "1e",
        "+1",
        "tru",
        "nul",
        "True",
        "NaN",
        "\"",
        "\"\\",
        "\"\\x\"",
        "\"\\u12\"",
        "\"\\ud800\"",
        "\"\\ud800\\u0041\"",
        "\"\\udc00\"",
        "\"\t\"",
        "\"\\u00g0\"",
        "{\"a\" 1}",
        "[1 2]",
        "//x\n1",
        "\ufeff1"
      })
  void refusesWhatIsNotInTheGrammar(String text) {
    refused(Bytes.utf8(text), "json.syntax");
  }

  @Test
  void refusesOctetsThatAreNoUtf8() {
    for (String hex :
        List.of("22ff22", "22c32822", "22eda08022", "22c08022", "22f4908080" + "22")) {
      refused(Bytes.hex(hex), "json.syntax");
    }
  }

  @Test
  void refusesASecondValueAndASecondName() {
    refused(Bytes.utf8("1 1"), "json.trailing");
    refused(Bytes.utf8("{}x"), "json.trailing");
    refused(Bytes.utf8("01"), "json.trailing");
    refused(Bytes.utf8("0x1"), "json.trailing");
    refused(Bytes.utf8("{\"a\":1,\"b\":2,\"a\":1}"), "json.duplicate-name");
    refused(Bytes.utf8("{\"a\":1,\"\\u0061\":1}"), "json.duplicate-name");
  }

  @Test
  void refusesMoreThanItsLimits() throws Rejected {
    int deep = JsonLimits.DEFAULT.depth();
    assertThat(decode("[".repeat(deep) + "1" + "]".repeat(deep))).isNotNull();
    refused(Bytes.utf8("[".repeat(deep + 1) + "1" + "]".repeat(deep + 1)), "json.limit.values");
    refused(Bytes.utf8("[".repeat(100_000)), "json.limit.values");
    refused(Bytes.utf8("[1" + ",1".repeat(JsonLimits.DEFAULT.values()) + "]"), "json.limit.values");
    refused(Bytes.utf8(" ".repeat(JsonLimits.DEFAULT.octets()) + "1"), "json.limit.octets");
  }

  private static Json decode(String text) throws Rejected {
    return JsonDecoder.decode(Bytes.utf8(text), Checks.unbroken());
  }

  private static void refused(Bytes text, String check) {
    assertThatThrownBy(() -> JsonDecoder.decode(text, Checks.unbroken()))
        .isInstanceOfSatisfying(
            Rejected.class,
            refusal -> {
              assertThat(refusal.check()).as(text.toText()).isEqualTo(check);
              assertThat(refusal.reason().phase()).isEqualTo(Reason.Phase.DECODE);
            });
  }
}
