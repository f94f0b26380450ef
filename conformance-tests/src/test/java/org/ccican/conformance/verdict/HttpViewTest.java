package org.ccican.conformance.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.ccican.conformance.trace.MessageDraft;
import org.ccican.conformance.trace.Stamp;
import org.ccican.wire.Bytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpViewTest {

  private static final Stamp STAMP =
      new Stamp(0, "A-1.1", Instant.EPOCH, Instant.EPOCH, Optional.empty());

  @ParameterizedTest
  @CsvSource({"199,false", "200,true", "204,true", "299,true", "300,false", "500,false", "0,false"})
  void knowsSuccess(int status, boolean success) {
    HttpView view =
        new HttpView(
            MessageDraft.response("tam", "teep-broker", 1, "teep", status, Bytes.EMPTY).at(STAMP));
    assertThat(view.isSuccess()).isEqualTo(success);
    assertThat(view.status()).contains(status);
    assertThat(view.isRequest()).isFalse();
  }

  @Test
  void readsARequest() {
    HttpView view =
        new HttpView(
            MessageDraft.request("teep-broker", "tam", 1, "teep", Bytes.of(1))
                .mediaType("Application/TEEP+cbor ; charset=x")
                .header(":method", "POST")
                .header("accept", "text/html, application/teep+cbor;q=0.9")
                .at(STAMP));
    assertThat(view.isRequest()).isTrue();
    assertThat(view.isSuccess()).isFalse();
    assertThat(view.method()).contains("POST");
    assertThat(view.isType(HttpView.TEEP)).isTrue();
    assertThat(view.mediaType().parameters()).isEqualTo(Map.of("charset", "x"));
    assertThat(view.accepts(HttpView.TEEP)).isTrue();
    assertThat(view.accepts("application/json")).isFalse();
    assertThat(view.header("referrer-policy")).isEmpty();
    assertThat(view.body()).isEqualTo(Bytes.of(1));
  }

  @Test
  void readsQuotedParameters() {
    MediaType type = MediaType.of("application/eat+cwt; eat_profile=\"urn:x;y\\\"z\" ;A=b;");
    assertThat(type.essence()).isEqualTo("application/eat+cwt");
    assertThat(type.parameters()).isEqualTo(Map.of("eat_profile", "urn:x;y\"z", "a", "b"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "x",
        "/",
        "a/",
        "/b",
        "a/b/c",
        "a b/c",
        "a/b;c",
        "a/b;=d",
        "a/b;c=",
        "a/b;c=\"d",
        "a/b;c=d e",
        "a/b;c=d;c=d",
        "a/b;c=\"d\"e",
        "é/b"
      })
  void knowsWhatIsNoMediaType(String text) {
    assertThat(MediaType.of(text)).isEqualTo(new MediaType("", Map.of()));
  }

  @Test
  void neverThrowsOnHostileText() {
    Random random = new Random(5);
    String letters = "a/;=\"\\ \t,\u00e9\ud800";
    for (int round = 0; round < 20_000; round++) {
      StringBuilder text = new StringBuilder();
      for (int i = random.nextInt(12); i >= 0; i--) {
        text.append(letters.charAt(random.nextInt(letters.length())));
      }
      assertThat(MediaType.of(text.toString())).isNotNull();
    }
  }
}
