package org.ccican.conformance.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.ccican.conformance.trace.MessageDraft;
import org.ccican.conformance.trace.ScenarioLog;
import org.ccican.conformance.trace.TraceEvent;
import org.ccican.conformance.trace.TraceLog;
import org.ccican.conformance.trace.Traces;
import org.ccican.wire.Bytes;
import org.ccican.wire.Cbor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A secret is found in whatever form it shows, and nothing is where there is none. */
class TaintTest {

  private static final Bytes SECRET = random(1, 48);

  /** By name, octets in which the secret shows. */
  static List<Map.Entry<String, Bytes>> forms() {
    byte[] raw = SECRET.toArray();
    Base64.Encoder url = Base64.getUrlEncoder().withoutPadding();
    Bytes shifted = Bytes.concat(Bytes.of(1), SECRET, Bytes.of(2));
    Map<String, Bytes> forms = new LinkedHashMap<>();
    forms.put("whole", Bytes.concat(random(2, 30), SECRET, random(3, 30)));
    forms.put("hex", Bytes.utf8("id=" + SECRET.toHex() + "&x"));
    forms.put("upper-case hex", Bytes.utf8(SECRET.toHex().toUpperCase(java.util.Locale.ROOT)));
    forms.put("hex behind a digit", Bytes.utf8("7" + SECRET.toHex()));
    forms.put("base64", Bytes.utf8(Base64.getEncoder().encodeToString(raw)));
    forms.put(
        "base64 of lines",
        Bytes.utf8(
            Base64.getMimeEncoder(20, "\r\n".getBytes(java.nio.charset.StandardCharsets.US_ASCII))
                .encodeToString(raw)));
    forms.put("base64url", Bytes.utf8("/a/" + url.encodeToString(raw) + "/b"));
    forms.put("base64 among others", Bytes.utf8(url.encodeToString(shifted.toArray())));
    forms.put("percent-encoded", Bytes.utf8(SECRET.toHex().replaceAll("(..)", "%$1")));
    forms.put("beginning", Bytes.concat(random(4, 9), SECRET.slice(0, 24)));
    forms.put("end", SECRET.slice(24, 48));
    forms.put("hash", Digests.sha256(SECRET));
    forms.put("long hash", Digests.sha512(SECRET));
    forms.put("truncated hash", Digests.sha256(SECRET).slice(0, 16));
    forms.put("hash in hex", Bytes.utf8(Digests.sha256(SECRET).toHex()));
    forms.put("in CBOR", Cbor.map().put("x", Cbor.array(Cbor.octets(SECRET))).build().encode());
    forms.put("in chunks", chunks());
    forms.put("in CBOR in CBOR", Cbor.array(Cbor.tag(24, Cbor.octets(chunks()))).encode());
    forms.put("numbers", Cbor.array(numbers()).encode());
    forms.put("zlib", deflated(hex(), false));
    forms.put("raw deflate", deflated(hex(), true));
    forms.put("gzip", gzip(hex()));
    forms.put("gzip in CBOR", Cbor.array(Cbor.octets(gzip(hex()))).encode());
    forms.put("base64 of zlib", Bytes.utf8(url.encodeToString(deflated(hex(), false).toArray())));
    return List.copyOf(forms.entrySet());
  }

  @ParameterizedTest
  @MethodSource("forms")
  void findsTheSecret(Map.Entry<String, Bytes> form) {
    assertThat(Taint.of(SECRET).in(form.getValue())).as(form.getKey()).isPresent();
    assertThat(Taint.of(random(9, 48)).in(form.getValue())).as(form.getKey()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("forms")
  void secretInALogIsJudgedWhereverItStands(Map.Entry<String, Bytes> form) {
    Bytes clean = Cbor.map().put("request", Cbor.octets(random(5, 16))).build().encode();
    assertThat(confined(clean, "requests").outcome()).isEqualTo(Outcome.PASSED);
    assertThat(confined(form.getValue(), "requests").outcome()).isEqualTo(Outcome.FAILED);
  }

  @Test
  void secretInAResourceOrAHeaderIsFound() {
    assertThat(confined(Bytes.EMPTY, "requests/" + SECRET.toHex()).outcome())
        .isEqualTo(Outcome.FAILED);
    MessageDraft headed =
        MessageDraft.request("application-owner", "moc", 1, "requests", Bytes.EMPTY)
            .header("cookie", Base64.getEncoder().encodeToString(SECRET.toArray()));
    assertThat(confined(headed).outcome()).isEqualTo(Outcome.FAILED);
  }

  @Test
  void hashOfWhatIsMeasuredIsNoSecret() {
    assertThat(Taint.ofMeasured(SECRET).in(Digests.sha256(SECRET))).isEmpty();
    assertThat(Taint.ofMeasured(SECRET).in(SECRET)).contains("whole");
  }

  @Test
  void findsNothingInOctetsWithoutIt() {
    for (int seed = 10; seed < 30; seed++) {
      assertThat(Taint.of(SECRET).in(random(seed, 4000))).isEmpty();
    }
    assertThat(Layers.of(random(30, 4000))).hasSize(1);
    assertThatThrownBy(() -> Taint.of(Bytes.of(1, 2, 3)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /** Whatever the octets inflate to, what is kept of them is bounded. */
  @Test
  void aBombIsNotUnpacked() {
    Bytes bomb = deflated(Bytes.zero(1 << 24), false);
    assertThat(Layers.of(bomb).keySet()).allMatch(each -> each.size() <= 1 << 20);
  }

  /** What leaks in one scenario fails the one that says that nothing does. */
  @Test
  void leakInAnotherScenarioContradicts() {
    TraceLog log = new TraceLog(new ByteArrayOutputStream(), Traces.REAL);
    ScenarioLog asking = log.scenario("A-1.1", Traces.REAL);
    ScenarioLog leaking = log.scenario("A-2.1", Traces.REAL);
    ask(asking, MessageDraft.request("application-owner", "moc", 1, "requests", Bytes.EMPTY));
    leaking.append(data()::at);
    Map<String, org.ccican.conformance.trace.ScenarioTrace> scenarios =
        new LinkedHashMap<>(Map.of("A-1.1", asking.trace(), "A-2.1", leaking.trace()));
    assertThat(outcome(scenarios)).isEqualTo(Outcome.PASSED);
    leaking.append(
        MessageDraft.request("middleware", "teep-broker", 2, "x", Bytes.utf8(SECRET.toHex()))::at);
    scenarios.put("A-2.1", leaking.trace());
    assertThat(outcome(scenarios)).isEqualTo(Outcome.FAILED);
  }

  private static Outcome outcome(
      Map<String, org.ccican.conformance.trace.ScenarioTrace> scenarios) {
    var trace =
        new org.ccican.conformance.trace.RunTrace(
            new org.ccican.conformance.trace.ScenarioTrace("", List.of()), scenarios, false);
    return RunJudgement.of(trace, List.of(), StandardJudges.all(), TestKey.SIGNATURES)
        .scenarios()
        .get(0)
        .outcome();
  }

  private static Verdict confined(Bytes body, String resource) {
    return confined(MessageDraft.request("application-owner", "moc", 1, resource, body));
  }

  private static Verdict confined(MessageDraft message) {
    ScenarioLog log =
        new TraceLog(new ByteArrayOutputStream(), Traces.REAL).scenario("A-1.1", Traces.REAL);
    TraceEvent.Expectation expectation = ask(log, message);
    return StandardJudges.all().judge(log.trace(), expectation, TestKey.SIGNATURES);
  }

  /** A scenario in which something is sent beside the data, and that it is confined expected. */
  private static TraceEvent.Expectation ask(ScenarioLog log, MessageDraft message) {
    log.append(
        at ->
            new TraceEvent.Scenario(
                at, "X", "a.feature", 1, "A-1", List.of("moc"), "must", false, "", List.of()));
    log.append(message::at);
    log.append(data()::at);
    TraceEvent.Expectation expectation =
        log.append(
            at ->
                new TraceEvent.Expectation(
                    at, "A-1", "secrets-confined", Map.of("data", SECRET.toHex()), Traces.NOON));
    log.append(at -> new TraceEvent.ScenarioEnd(at, TraceEvent.ScenarioEnd.PASSED));
    return expectation;
  }

  private static MessageDraft data() {
    return MessageDraft.request("application-owner", "middleware", 9, "data", SECRET);
  }

  private static Cbor[] numbers() {
    List<Cbor> numbers = new ArrayList<>();
    for (int at = 0; at < SECRET.size(); at++) {
      numbers.add(Cbor.integer(SECRET.at(at)));
    }
    return numbers.toArray(Cbor[]::new);
  }

  /** Chunks of 5 octets, so that no half is in one piece. */
  private static Bytes chunks() {
    Bytes chunks = Bytes.of(0x5F);
    for (int at = 0; at < SECRET.size(); at += 5) {
      Bytes chunk = SECRET.slice(at, Math.min(at + 5, SECRET.size()));
      chunks = Bytes.concat(chunks, Bytes.of(0x40 | chunk.size()), chunk);
    }
    return Bytes.concat(chunks, Bytes.of(0xFF));
  }

  private static Bytes hex() {
    return Bytes.utf8(SECRET.toHex());
  }

  private static Bytes deflated(Bytes octets, boolean raw) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, raw);
    try (DeflaterOutputStream stream = new DeflaterOutputStream(out, deflater)) {
      stream.write(octets.toArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    deflater.end();
    return Bytes.of(out.toByteArray());
  }

  private static Bytes gzip(Bytes octets) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream stream = new GZIPOutputStream(out)) {
      stream.write(octets.toArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Bytes.of(out.toByteArray());
  }

  private static Bytes random(long seed, int size) {
    byte[] octets = new byte[size];
    new Random(seed).nextBytes(octets);
    return Bytes.of(octets);
  }
}
