package org.ccican.conformance.sut;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.ccican.check.Checks;
import org.ccican.cose.CoseAlgorithm;
import org.ccican.cose.CoseSign1;
import org.ccican.cose.Crypto;
import org.ccican.cose.SigningKey;
import org.ccican.role.RoleId;
import org.ccican.teep.TeepCodec;
import org.ccican.teep.TeepMessage;
import org.ccican.teep.TeepOptions;
import org.ccican.teep.TeepSecurity;
import org.ccican.teep.WireRevision;
import org.ccican.wire.Bytes;
import org.ccican.wire.Cbor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PreflightTest {

  private static final Crypto CRYPTO = new Crypto();
  private static final SigningKey TAM = key(1);
  private static final SigningKey OTHER = key(2);
  private static final Bytes MESSAGE = Bytes.of(0x82, 0x01, 0xa0);

  private final WireMockServer server =
      new WireMockServer(options().dynamicPort().dynamicHttpsPort().bindAddress("127.0.0.1"));

  @BeforeEach
  void start() {
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "404 | tam.url: http://127.0.0.1:PORT/tam answers 404; write the URI",
        "405 | tam.url: http://127.0.0.1:PORT/tam answers 405; write the URI",
        "308 | tam.url: http://127.0.0.1:PORT/tam answers 308, which is not followed"
            + " (to /else)",
        "401 | tam.headers: http://127.0.0.1:PORT/tam answers 401; write there what gives access",
        "403 | tam.headers: http://127.0.0.1:PORT/tam answers 403; write there what gives access",
      })
  void namesTheFieldThatAStatusPointsTo(int status, String expected) {
    server.stubFor(
        any(anyUrl())
            .willReturn(
                aResponse()
                    .withStatus(status)
                    .withHeader("location", "/else")
                    .withHeader("www-authenticate", "Basic")));

    assertThat(complaint(url("http", server.port())).orElseThrow())
        .startsWith(expected.replace("PORT", String.valueOf(server.port())));
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 204, 400, 415, 500, 503})
  void leavesOtherStatusesToTheScenarios(int status) {
    server.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(status)));

    assertThat(complaint(url("http", server.port()))).isEmpty();
  }

  @Test
  void saysThatNobodyListens() throws IOException {
    int free;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      free = socket.getLocalPort();
    }

    assertThat(complaint(url("http", free)).orElseThrow())
        .startsWith(
            "tam.url: no answer from http://127.0.0.1:" + free + "/tam (connection refused)")
        .endsWith("and start it first");
  }

  @Test
  void saysThatAHostIsUnknown() {
    String host = "x".repeat(64) + ".invalid"; // a label that no resolver asks anybody for

    assertThat(complaint(URI.create("http://" + host + "/tam")).orElseThrow())
        .startsWith("tam.url: no answer from http://" + host + "/tam (no such host " + host + ")");
  }

  @Test
  void doesNotTrustACertificateThatNobodyVouchesFor() {
    server.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(204)));

    assertThat(complaint(url("https", server.httpsPort())).orElseThrow())
        .startsWith("tam.url: no answer from https://127.0.0.1")
        .contains("(TLS: ")
        .endsWith("CCICAN_JAVA_OPTS=-Djavax.net.ssl.trustStore=FILE");
  }

  @Test
  void saysThatTlsIsSpokenToAServerWithout() {
    assertThat(complaint(url("https", server.port())).orElseThrow())
        .contains("(TLS: ")
        .contains("write http:// where the TAM speaks no TLS");
  }

  @Test
  void acceptsWhatTheKeyOfTheRecipeHasSigned() {
    answer(new TeepSecurity(WireRevision.TEEP_26).protect(MESSAGE, TAM));

    assertThat(complaint(url("http", server.port()))).isEmpty();
  }

  @Test
  void acceptsAnyNameOfAKeyThatVerifies() {
    answer(signed(TAM, Bytes.zero(32)));

    assertThat(complaint(url("http", server.port()))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 7, 32})
  void saysThatAnotherKeySigned(int sizeOfName) {
    answer(signed(OTHER, Bytes.zero(sizeOfName)));

    assertThat(complaint(url("http", server.port())).orElseThrow())
        .startsWith("tam.key: the TAM's first message does not verify with the recipe's key")
        .contains(TAM.publicKey().thumbprint().toHex());
  }

  /** It claims the right key: that it does not verify is no mistake in the recipe. */
  @Test
  void leavesABadSignatureToTheScenarios() {
    Bytes message = new TeepSecurity(WireRevision.TEEP_26).protect(MESSAGE, TAM);
    answer(message.flip(message.size() - 1, 0));

    assertThat(complaint(url("http", server.port()))).isEmpty();
  }

  @Test
  void leavesWhatIsNoMessageToTheScenarios() {
    answer(Bytes.utf8("no message"));

    assertThat(complaint(url("http", server.port()))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "text/html; charset=utf-8, answers with a web page; write the URI",
    "application/json, 'answers with application/json, and no message of TEEP in it; write the URI'"
  })
  void saysThatSomethingElseAnswers(String mediaType, String words) {
    server.stubFor(
        any(anyUrl())
            .willReturn(
                aResponse().withStatus(200).withHeader("content-type", mediaType).withBody("{}")));

    assertThat(complaint(url("http", server.port())).orElseThrow())
        .startsWith("tam.url: http://127.0.0.1:" + server.port() + "/tam " + words);
  }

  /** A message of the right key in the wrong media type is no mistake in the recipe. */
  @Test
  void leavesAWrongMediaTypeToTheScenarios() {
    server.stubFor(
        any(anyUrl())
            .willReturn(
                aResponse()
                    .withStatus(200)
                    .withHeader("content-type", "application/json")
                    .withBody(
                        new TeepSecurity(WireRevision.TEEP_26).protect(MESSAGE, TAM).toArray())));

    assertThat(complaint(url("http", server.port()))).isEmpty();
  }

  @Test
  void namesTheRevisionThatTheFirstMessageHas() {
    Bytes query = query(WireRevision.TEEP_LEGACY);
    answer(new TeepSecurity(WireRevision.TEEP_LEGACY).protect(query, TAM));
    URI url = url("http", server.port());

    assertThat(look(url).complaint().orElseThrow())
        .startsWith("tam.revision: the TAM's first message has the numbers of teep-legacy")
        .endsWith("write revision: teep-legacy");
    assertThat(look(url, WireRevision.TEEP_LEGACY, Map.of(), Optional.empty()).complaint())
        .isEmpty();
  }

  @Test
  void triesTheOtherUrisAndTheClockToo() {
    answer(new TeepSecurity(WireRevision.TEEP_26).protect(MESSAGE, TAM));
    server.stubFor(any(urlEqualTo("/gone")).willReturn(aResponse().withStatus(404)));
    server.stubFor(
        any(urlEqualTo("/clock"))
            .withRequestBody(equalTo("0"))
            .willReturn(aResponse().withStatus(204)));
    URI gone = URI.create("http://127.0.0.1:" + server.port() + "/gone");
    URI clock = URI.create("http://127.0.0.1:" + server.port() + "/clock");
    URI url = url("http", server.port());

    assertThat(
            look(url, WireRevision.TEEP_26, Map.of("known", url, "token", gone), Optional.empty())
                .complaint()
                .orElseThrow())
        .startsWith("tam.uris.token: " + gone + " answers 404; write the URI");
    assertThat(
            look(url, WireRevision.TEEP_26, Map.of(), Optional.of(gone)).complaint().orElseThrow())
        .startsWith("tam.clock: " + gone + ": answered with status 404; write the URL");
    assertThat(look(url, WireRevision.TEEP_26, Map.of(), Optional.of(clock)).complaint()).isEmpty();
  }

  /** Of A22 the second reading: nothing begins without a media type, whatever is said instead. */
  @ParameterizedTest
  @ValueSource(ints = {400, 404, 405, 415, 500})
  void asksAgainWithAMediaType(int status) {
    server.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(status)));
    server.stubFor(
        any(anyUrl())
            .withHeader("content-type", equalTo("application/teep+cbor"))
            .willReturn(
                aResponse()
                    .withStatus(200)
                    .withBody(
                        new TeepSecurity(WireRevision.TEEP_26).protect(MESSAGE, TAM).toArray())));

    Preflight.Found found = look(url("http", server.port()));

    assertThat(found.complaint()).isEmpty();
    assertThat(found.typed()).isTrue();
  }

  @Test
  void takesNoOtherContentForABeginning() {
    answer(Bytes.utf8("no message"));

    assertThat(look(url("http", server.port())).typed()).isFalse();
  }

  @Test
  void sendsWhatTheRecipeSays() {
    server.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(204)));

    assertThat(complaint(url("http", server.port()))).isEmpty();
    server.verify(
        postRequestedFor(anyUrl())
            .withHeader("accept", equalTo("application/teep+cbor"))
            .withHeader("x-api-key", equalTo("hidden"))
            .withHeader("authorization", equalTo("Basic dXNlcjpwYXNz")));
  }

  private void answer(Bytes body) {
    server.stubFor(
        any(anyUrl())
            .willReturn(
                aResponse()
                    .withStatus(200)
                    .withHeader("content-type", "application/teep+cbor")
                    .withBody(body.toArray())));
  }

  private static Bytes signed(SigningKey key, Bytes kid) {
    Cbor.MapBuilder header = Cbor.map();
    if (!kid.isEmpty()) {
      header.put(CoseSign1.KID, Cbor.octets(kid));
    }
    return CoseSign1.sign(key, Cbor.map().build(), header.build(), MESSAGE).encode();
  }

  /** Without attestation: the token has another label in each edition. */
  private static Bytes query(WireRevision revision) {
    return new TeepCodec(revision, Checks.unbroken())
        .encode(
            new TeepMessage.QueryRequest(
                TeepOptions.builder().token(Bytes.zero(16)).build(),
                revision.cipherSuites(),
                revision.suitProfiles(),
                TeepMessage.QueryRequest.TRUSTED_COMPONENTS));
  }

  private static URI url(String scheme, int port) {
    return URI.create(scheme + "://127.0.0.1:" + port + "/tam");
  }

  private static Optional<String> complaint(URI url) {
    return look(url).complaint();
  }

  private static Preflight.Found look(URI url) {
    return look(url, WireRevision.TEEP_26, Map.of(), Optional.empty());
  }

  private static Preflight.Found look(
      URI url, WireRevision revision, Map<String, URI> uris, Optional<URI> clock) {
    return new Preflight(
            new SutRole(
                RoleId.TAM,
                "url",
                new Reach.Http(url, Optional.of("user:pass")),
                Optional.of(TAM.publicKey().toSpki()),
                Optional.empty(),
                Map.of("x-api-key", "hidden"),
                revision,
                uris,
                clock,
                Optional.empty(),
                Optional.empty(),
                SutFacts.none(),
                new SutLimits(Duration.ofSeconds(5), Duration.ofSeconds(20), 1 << 20)),
            CRYPTO,
            InstantSource.system())
        .look();
  }

  private static SigningKey key(int seed) {
    return SigningKey.fromSeed(CoseAlgorithm.ESP256, Crypto.sha256(Bytes.of(seed)), CRYPTO);
  }
}
