package org.ccican.conformance.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ccican.conformance.verdict.TeepSamples.COMPONENT;
import static org.ccican.conformance.verdict.TeepSamples.PROFILES;
import static org.ccican.conformance.verdict.TeepSamples.SUITES;
import static org.ccican.conformance.verdict.TeepSamples.TOKEN;
import static org.ccican.conformance.verdict.TeepSamples.envelope;
import static org.ccican.conformance.verdict.TeepSamples.message;
import static org.ccican.conformance.verdict.TeepSamples.queryRequest;
import static org.ccican.conformance.verdict.TeepSamples.withToken;

import java.util.List;
import java.util.stream.Stream;
import org.ccican.wire.Bytes;
import org.ccican.wire.Cbor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TeepViewTest {

  private static final Cbor ENVELOPE = envelope(Bytes.utf8("package"));

  @Test
  void readsAQueryRequest() {
    TeepView view =
        read(
            queryRequest(
                Cbor.map()
                    .put(2, Cbor.octets(Bytes.zero(8)))
                    .put(3, Cbor.array(Cbor.integer(0)))
                    .put(20, Cbor.array(Cbor.integer(0))),
                3));
    assertThat(view.deviations()).isEmpty();
    assertThat(view.type()).isEqualTo(TeepType.QUERY_REQUEST);
    assertThat(view.challenge()).contains(Bytes.zero(8));
    assertThat(view.signatureAlgorithms()).containsExactly(-9L, -19L);
    assertThat(view.versions()).containsExactly(0L);
    assertThat(view.freshnessMechanisms()).containsExactly(0L);
    assertThat(view.asksFor(TeepView.ATTESTATION | TeepView.TRUSTED_COMPONENTS)).isTrue();
    assertThat(view.asksFor(TeepView.EXTENSIONS)).isFalse();
  }

  @Test
  void readsAQueryResponse() {
    Cbor claims = Cbor.map().put(0, COMPONENT).put(14, Cbor.integer(3)).build();
    Cbor wanted =
        Cbor.map().put(15, COMPONENT).put(16, Cbor.integer(1)).put(17, Cbor.bool(true)).build();
    TeepView view =
        read(
            message(
                2,
                withToken()
                    .put(5, Cbor.integer(0))
                    .put(6, Cbor.octets(Bytes.of(1, 2)))
                    .put(12, Cbor.text("application/cmw+cbor"))
                    .put(7, Cbor.array(claims))
                    .put(8, Cbor.array(Cbor.integer(1)))
                    .put(13, Cbor.array(wanted))
                    .put(14, Cbor.array(COMPONENT))));
    assertThat(view.deviations()).isEmpty();
    assertThat(view.token()).contains(TOKEN);
    assertThat(view.selectedVersion()).contains(0L);
    assertThat(view.attestationPayload()).contains(Bytes.of(1, 2));
    assertThat(view.attestationPayloadFormat()).contains("application/cmw+cbor");
    List<Bytes> id = List.of(Bytes.utf8("middleware"));
    assertThat(view.installedComponents()).containsExactly(id);
    assertThat(view.requestedComponents()).containsExactly(id);
    assertThat(view.unneededManifests()).containsExactly(id);
    assertThat(view.extensions()).containsExactly(1L);
  }

  @Test
  void readsUpdateSuccessAndError() {
    TeepView update =
        read(
            message(
                3,
                withToken().put(9, Cbor.array(Cbor.wrapped(ENVELOPE))).put(22, Cbor.integer(7))));
    assertThat(update.deviations()).isEmpty();
    assertThat(update.manifests()).containsExactly(ENVELOPE.encode());
    assertThat(update.errorCode()).contains(7L);

    TeepView success = read(message(4, withToken().put(10, Cbor.text("done"))));
    assertThat(success.deviations()).isEmpty();
    assertThat(success.message()).contains("done");

    TeepView error =
        read(
            message(
                5,
                withToken().put(11, Cbor.text("no room")).put(21, Cbor.text("en-GB")),
                Cbor.integer(11)));
    assertThat(error.deviations()).isEmpty();
    assertThat(error.errorCode()).contains(11L);
    assertThat(error.errorMessage()).contains("no room");
  }

  static Stream<Arguments> broken() {
    Cbor seven = Cbor.octets(Bytes.zero(7));
    Cbor plain = Cbor.integer(0);
    Cbor none = Cbor.array();
    Bytes claims = Cbor.map().put(265, Cbor.text("urn:ietf:rfc:rfc9711")).build().encode();
    Cbor otherProfile = Cbor.octets(TestKey.cose(claims, true).encode());
    Cbor report = Cbor.map().put(2, Cbor.octets(Bytes.zero(8))).build();
    return Stream.of(
        broken("token (19): 8 to 64", message(4, Cbor.map().put(19, seven))),
        broken("token (19): 8 to 64", message(4, Cbor.map().put(19, Cbor.octets(Bytes.zero(65))))),
        broken("token (19): 8 to 64", message(4, Cbor.map().put(19, Cbor.text("abcdefgh")))),
        broken("challenge (2): 8 to 512", queryRequest(Cbor.map().put(2, seven), 1)),
        broken(
            "challenge (2): 8 to 512",
            queryRequest(Cbor.map().put(2, Cbor.octets(Bytes.zero(513))), 1)),
        broken("token (19) together", queryRequest(withToken(), 1)),
        broken("neither token (19)", queryRequest(Cbor.map(), 2)),
        broken(
            "challenge (2) without",
            queryRequest(withToken().put(2, Cbor.octets(Bytes.zero(8))), 2)),
        broken(
            "supported-freshness-mechanisms (20) without",
            queryRequest(withToken().put(20, Cbor.array(plain)), 2)),
        broken("data-item-requested: unassigned", queryRequest(Cbor.map(), 17)),
        broken(
            "data-item-requested: an unsigned",
            message(1, Cbor.map(), SUITES, PROFILES, Cbor.integer(-1))),
        broken("QUERY_REQUEST: 5 elements", message(1, Cbor.map(), SUITES, PROFILES)),
        broken("QUERY_RESPONSE: 2 elements", message(2, withToken(), plain)),
        broken("UPDATE: 2 elements", message(3, withToken(), plain)),
        broken("SUCCESS: 2 elements", message(4, withToken(), plain)),
        broken("ERROR: 3 elements", message(5, withToken())),
        broken(
            "supported-teep-cipher-suites: an array",
            message(1, Cbor.map(), none, PROFILES, Cbor.integer(1))),
        broken(
            "supported-teep-cipher-suites[0]: an array",
            message(1, Cbor.map(), Cbor.array(none), PROFILES, Cbor.integer(1))),
        broken(
            "supported-teep-cipher-suites[0][0]: [COSE",
            message(1, Cbor.map(), Cbor.array(Cbor.array(plain)), PROFILES, Cbor.integer(1))),
        broken(
            "supported-suit-cose-profiles: an array",
            message(1, Cbor.map(), SUITES, none, Cbor.integer(1))),
        broken(
            "supported-suit-cose-profiles[0]: an array of 4",
            message(1, Cbor.map(), SUITES, Cbor.array(Cbor.array(plain)), Cbor.integer(1))),
        broken("versions (3): an array", queryRequest(Cbor.map().put(3, none), 1)),
        broken(
            "versions (3)[0]: an unsigned integer of at most 4",
            queryRequest(Cbor.map().put(3, Cbor.array(Cbor.integer(1L << 32))), 1)),
        broken(
            "supported-freshness-mechanisms (20): an array",
            queryRequest(Cbor.map().put(20, none), 1)),
        broken("suit-reports (18): an array", message(4, withToken().put(18, none))),
        broken("suit-reports (18)[0]: a byte", message(4, withToken().put(18, Cbor.array(plain)))),
        broken(
            "suit-reports (18)[0]: its nonce",
            message(4, withToken().put(18, Cbor.array(Cbor.wrapped(report))))),
        broken("selected-version (5)", message(2, withToken().put(5, Cbor.integer(-1)))),
        broken("attestation-payload (6): octets", message(2, withToken().put(6, Cbor.text("")))),
        broken(
            "attestation-payload (6) without format",
            message(2, withToken().put(6, Cbor.octets(Bytes.EMPTY)))),
        broken(
            "attestation-payload (6) without format", message(3, withToken().put(6, otherProfile))),
        broken(
            "attestation-payload-format (12): a media",
            message(2, withToken().put(12, Cbor.text("x")))),
        broken("tc-list (7): an array", message(2, withToken().put(7, none))),
        broken(
            "tc-list (7)[0]: a map with 0",
            message(2, withToken().put(7, Cbor.array(Cbor.map().put(0, COMPONENT).build())))),
        broken(
            "tc-list (7)[0].0: an array of byte",
            message(
                2,
                withToken().put(7, Cbor.array(Cbor.map().put(0, plain).put(14, plain).build())))),
        broken("ext-list (8): an array", message(2, withToken().put(8, none))),
        broken("requested-tc-list (13): an array", message(2, withToken().put(13, none))),
        broken(
            "requested-tc-list (13)[0]: have-binary",
            message(
                2,
                withToken()
                    .put(
                        13,
                        Cbor.array(
                            Cbor.map().put(15, COMPONENT).put(17, Cbor.bool(true)).build())))),
        broken(
            "requested-tc-list (13)[0].16",
            message(
                2,
                withToken()
                    .put(
                        13,
                        Cbor.array(Cbor.map().put(15, COMPONENT).put(16, Cbor.text("")).build())))),
        broken("unneeded-manifest-list (14): an array", message(3, withToken().put(14, none))),
        broken(
            "unneeded-manifest-list (14)[0]",
            message(3, withToken().put(14, Cbor.array(Cbor.octets(TOKEN))))),
        broken("manifest-list (9): an array", message(3, withToken().put(9, none))),
        broken(
            "manifest-list (9)[0]: a byte", message(3, withToken().put(9, Cbor.array(ENVELOPE)))),
        broken(
            "manifest-list (9)[0]: the SUIT envelope at",
            message(3, withToken().put(9, Cbor.array(Cbor.wrapped(Cbor.tag(107, ENVELOPE)))))),
        broken(
            "manifest-list (9)[0]: no SUIT",
            message(3, withToken().put(9, Cbor.array(Cbor.wrapped(plain))))),
        broken("msg (10): a text of 1 to 128", message(4, withToken().put(10, Cbor.text("")))),
        broken(
            "msg (10): a text of 1 to 128",
            message(4, withToken().put(10, Cbor.text("é".repeat(65))))),
        broken(
            "err-msg (11)",
            message(5, withToken().put(11, Cbor.text("x".repeat(129))), Cbor.integer(1))),
        broken(
            "err-lang (21)", message(5, withToken().put(21, Cbor.text("en_GB")), Cbor.integer(1))),
        broken(
            "err-lang (21)",
            message(
                5, withToken().put(21, Cbor.text("abcdefgh-".repeat(4) + "a")), Cbor.integer(1))),
        broken("err-code: an error", message(5, withToken(), Cbor.integer(0))),
        broken("err-code: an error", message(5, withToken(), Cbor.integer(17))),
        broken("err-code (22): an error", message(3, withToken().put(22, Cbor.integer(0)))),
        broken("err-code 3 without", message(5, withToken(), Cbor.integer(3))),
        broken("err-code 4 without", message(5, withToken(), Cbor.integer(4))),
        broken("err-code 5 without", message(5, withToken(), Cbor.integer(5))),
        broken("err-code 7 without", message(5, withToken(), Cbor.integer(7))),
        broken("err-code 8 without", message(5, withToken(), Cbor.integer(8))),
        broken("err-code (22): no option", message(4, withToken().put(22, Cbor.integer(1)))),
        broken("msg (10): no option", message(3, withToken().put(10, Cbor.text("x")))),
        broken("component-id (15): no option", message(2, withToken().put(15, COMPONENT))),
        broken("options: an unsigned", message(4, withToken().put("token", plain))),
        broken("options: an unsigned", message(4, withToken().put(-1, plain))));
  }

  private static Arguments broken(String rule, Cbor message) {
    return Arguments.of(rule, message);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("broken")
  void findsExactlyTheBrokenRule(String rule, Cbor message) {
    assertThat(read(message).deviations()).singleElement().asString().startsWith(rule);
  }

  @Test
  void takesWhatStandsOnTheEdgeOfARule() {
    for (int size : new int[] {8, 64}) {
      assertThat(read(message(4, Cbor.map().put(19, Cbor.octets(Bytes.zero(size))))).deviations())
          .isEmpty();
    }
    for (int size : new int[] {8, 512}) {
      assertThat(
              read(queryRequest(Cbor.map().put(2, Cbor.octets(Bytes.zero(size))), 1)).deviations())
          .isEmpty();
    }
    assertThat(read(message(4, withToken().put(10, Cbor.text("é".repeat(64))))).deviations())
        .isEmpty();
    assertThat(
            read(queryRequest(Cbor.map().put(3, Cbor.array(Cbor.integer(0xffff_ffffL))), 15))
                .deviations())
        .isEmpty();
  }

  @Test
  void takesUnknownLabelsAndAnyValidEncoding() {
    assertThat(read(message(4, withToken().put(99, Cbor.text("new")))).deviations()).isEmpty();
    Bytes indefinite = Bytes.concat(Bytes.hex("9f04bf134a"), TOKEN, Bytes.hex("ffff"));
    TeepView view = TeepView.read(indefinite, TeepRevision.TEEP_26).view().get();
    assertThat(view.deviations()).isEmpty();
    assertThat(view.token()).contains(TOKEN);
    assertThat(CborView.nonDeterministic(indefinite)).isPresent();
  }

  @Test
  void takesATeepEatWithoutFormat() {
    Bytes claims = Cbor.map().put(265, Cbor.text("urn:ietf:rfc:rfc9999")).build().encode();
    for (Cbor eat :
        List.of(
            TestKey.cose(claims, true),
            Cbor.tag(61, TestKey.cose(claims, true)),
            Cbor.tag(96, Cbor.array()))) {
      assertThat(read(message(3, withToken().put(6, Cbor.wrapped(eat)))).deviations()).isEmpty();
    }
  }

  @Test
  void takesAReportThatRepeatsTheToken() {
    Cbor report = Cbor.map().put(2, Cbor.octets(TOKEN)).build();
    Cbor signed = TestKey.cose(report.encode(), true);
    assertThat(
            read(message(
                    4, withToken().put(18, Cbor.array(Cbor.wrapped(report), Cbor.wrapped(signed)))))
                .deviations())
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "00",
        "a0",
        "80",
        "8104",
        "8204 80",
        "8206a0",
        "8200a0",
        "8261 34a0",
        "8220a0",
        "821bffffffffffffffffa0",
        "8204a0ff",
        "8204a2130013 00"
      })
  void saysWhyItIsUnreadable(String hex) {
    Reading<TeepView> reading =
        TeepView.read(Bytes.hex(hex.replace(" ", "")), TeepRevision.TEEP_26);
    assertThat(reading.view()).isEmpty();
    assertThat(reading.detail()).isNotBlank();
  }

  @Test
  void namesTheOffsetOfTheOffence() {
    assertThat(
            TeepView.read(Bytes.hex("8204a11340"), TeepRevision.TEEP_26).view().get().deviations())
        .containsExactly("token (19): 8 to 64 octets expected at offset 4, found 0 octets");
  }

  @Test
  void readsSignedMessagesOnlyWithTheirPayload() {
    Bytes payload = message(4, withToken()).encode();
    assertThat(
            TeepView.readSigned(TestKey.cose(payload, true).encode(), TeepRevision.TEEP_26).view())
        .isPresent();
    assertThat(
            TeepView.readSigned(TestKey.cose(payload, false).encode(), TeepRevision.TEEP_26)
                .detail())
        .contains("detached");
    assertThat(TeepView.readSigned(payload, TeepRevision.TEEP_26).view()).isEmpty();
  }

  private static TeepView read(Cbor message) {
    return TeepView.read(message.encode(), TeepRevision.TEEP_26).view().get();
  }
}
