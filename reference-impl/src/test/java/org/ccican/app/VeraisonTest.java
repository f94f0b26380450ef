package org.ccican.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ccican.check.BrokenChecks;
import org.ccican.check.CheckCatalogue;
import org.ccican.check.Checks;
import org.ccican.cose.Crypto;
import org.ccican.ear.Ear;
import org.ccican.ear.EarToken;
import org.ccican.ear.TrustTier;
import org.ccican.evidence.AttestingEnvironment;
import org.ccican.evidence.CmwCollection;
import org.ccican.evidence.LaunchedEnvironment;
import org.ccican.format.Formats;
import org.ccican.reject.Rejected;
import org.ccican.role.RoleId;
import org.ccican.wire.Base64Url;
import org.ccican.wire.Bytes;
import org.ccican.wire.Json;
import org.ccican.wire.JsonDecoder;
import org.ccican.wire.JsonFields;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The reference Verifier as a client of Veraison finds it. */
class VeraisonTest {

  private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");
  private static final Bytes NONCE = Crypto.sha512(Bytes.utf8("a nonce"));

  private final Crypto crypto = new Crypto();
  private final Formats formats = new Formats(crypto);
  private final HttpClient client = HttpClient.newHttpClient();
  private final ReferenceKeys keys = ReferenceKeys.fixed(crypto);
  private Serve serve;
  private String base;

  @BeforeEach
  void listens() throws IOException {
    listens(Checks.unbroken());
  }

  private void listens(Checks checks) throws IOException {
    serve = new Serve(List.of(RoleId.VERIFIER), 0, Bytes.of(0), () -> NOW, checks);
    base = serve.veraison();
  }

  @AfterEach
  void isDone() {
    serve.close();
  }

  @Test
  void saysWhereItIsAndWhatItKnows() throws Exception {
    HttpResponse<String> found = get("/.well-known/veraison/verification");

    assertThat(found.statusCode()).isEqualTo(200);
    assertThat(found.headers().firstValue("content-type"))
        .contains("application/vnd.veraison.discovery+json");
    JsonFields fields = fields(found.body());
    assertThat(fields.findTexts("media-types"))
        .contains("application/eat+cwt", "application/cmw+cbor", "application/cmw+json");
    assertThat(fields.text("service-state")).isEqualTo("READY");
    JsonFields key = JsonFields.of(fields.value("ear-verification-key"), "json.syntax");
    assertThat(Base64Url.decode(key.text("x"), "json.syntax"))
        .isEqualTo(keys.verifier().publicKey().x());
    assertThat(get("/.well-known/veraison/provisioning").body())
        .contains("\"/endorsement-provisioning/v1/submit\"");
    assertThat(get("/.well-known/veraison/management").statusCode()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"sev-snp", "sgx", "tdx", "psa", "cca", "eat"})
  void appraisesEvidenceOfEveryFormat(String format) throws Exception {
    Ear good = appraised(format, NONCE, NONCE);
    assertThat(good.submods()).containsOnlyKeys(format);
    assertThat(good.submods().get(format).status()).isEqualTo(TrustTier.AFFIRMING);
    assertThat(good.nonce()).contains(NONCE);

    Ear stale = appraised(format, NONCE, NONCE.flip(0, 0));
    assertThat(stale.submods().get(format).status()).isNotEqualTo(TrustTier.AFFIRMING);
    assertThat(stale.submods().get(format).refusal()).isPresent();
  }

  @Test
  void takesEvidenceUnderItsOwnMediaType() throws Exception {
    String session = begun(NONCE);
    LaunchedEnvironment device = launched("eat");
    String type = formats.appraiser("eat").orElseThrow().format().mediaType();

    HttpResponse<String> done = submit(session, type, device.evidence(NONCE));

    assertThat(done.statusCode()).isEqualTo(200);
    assertThat(ear(done.body()).submods().get("eat").status()).isEqualTo(TrustTier.AFFIRMING);
    assertThat(fields(done.body()).text("status")).isEqualTo("complete");
    assertThat(get("/challenge-response/v1/" + session).body()).isEqualTo(done.body());
  }

  @ParameterizedTest
  @CsvSource({
    "'', 201",
    "?nonceSize=8, 201",
    "?nonceSize=64, 201",
    "?nonceSize=7, 400",
    "?nonceSize=65, 400",
    "?nonceSize=-1, 400",
    "?nonce=AAAAAAAAAAA, 201",
    "?nonce=AAAAAAAAAAA%3D, 201",
    "?nonce=AAAAAAAAAAA=, 201",
    "?nonce=AAAA, 400",
    "?nonce=AAAAAAAA+AA, 400",
    "?nonce=AAAAAAAAAAA&nonceSize=8, 400",
    "?other=1, 400",
  })
  void beginsASessionForANonceOfEightToSixtyFourOctets(String query, int status) throws Exception {
    assertThat(post("/challenge-response/v1/newSession" + query, "", Bytes.EMPTY).statusCode())
        .isEqualTo(status);
  }

  @Test
  void givesEachSessionANonceOfItsOwn() throws Exception {
    String one = post("/challenge-response/v1/newSession", "", Bytes.EMPTY).body();
    String other = post("/challenge-response/v1/newSession", "", Bytes.EMPTY).body();

    Bytes nonce = Base64Url.decode(fields(one).text("nonce"), "json.syntax");
    assertThat(nonce.size()).isEqualTo(32);
    assertThat(fields(other).text("nonce")).isNotEqualTo(fields(one).text("nonce"));
    assertThat(fields(one).text("status")).isEqualTo("waiting");
    assertThat(Instant.parse(fields(one).text("expiry"))).isAfter(NOW);
  }

  @Test
  void answersWithTheStatusOfWhatIsWrong() throws Exception {
    String session = begun(NONCE);
    String nobody = "session/00000000-0000-0000-0000-000000000000";
    Bytes some = Bytes.of(0xa0);

    assertThat(submit(session, "application/eat+cwt", Bytes.EMPTY).statusCode()).isEqualTo(400);
    assertThat(submit(session, "application/cmw+cbor", Bytes.of(0xff)).statusCode()).isEqualTo(400);
    HttpResponse<String> other = submit(nobody, "text/plain", some);
    assertThat(other.statusCode()).isEqualTo(415);
    assertThat(other.headers().firstValue("accept").orElse("")).contains("application/eat+cwt");
    assertThat(submit("session/1", "application/eat+cwt", some).statusCode()).isEqualTo(400);
    assertThat(submit(nobody, "application/eat+cwt", some).statusCode()).isEqualTo(404);
    assertThat(get("/challenge-response/v1/session/1").statusCode()).isEqualTo(400);
    assertThat(get("/challenge-response/v1/" + nobody).statusCode()).isEqualTo(404);
    assertThat(get("/challenge-response/v1/newSession").statusCode()).isEqualTo(405);
    HttpResponse<String> text =
        client.send(
            HttpRequest.newBuilder(URI.create(base + "/challenge-response/v1/newSession"))
                .header("accept", "text/plain")
                .POST(BodyPublishers.noBody())
                .build(),
            BodyHandlers.ofString());
    assertThat(text.statusCode()).isEqualTo(406);
    assertThat(text.headers().firstValue("content-type")).contains("application/problem+json");
  }

  @Test
  void forgetsASession() throws Exception {
    String session = begun(NONCE);
    HttpRequest delete =
        HttpRequest.newBuilder(URI.create(base + "/challenge-response/v1/" + session))
            .DELETE()
            .build();

    assertThat(client.send(delete, BodyHandlers.discarding()).statusCode()).isEqualTo(204);
    assertThat(get("/challenge-response/v1/" + session).statusCode()).isEqualTo(404);
  }

  @Test
  void takesReferenceValuesAndSaysWhenItDoesNot() throws Exception {
    Bytes corim =
        ReferenceCorim.signed(
            "tag:example.com,2026:more", hardware("psa"), List.of(agent()), keys.vendor());

    HttpResponse<String> taken = provision("application/rim+cose", corim);
    assertThat(fields(taken.body()).text("status")).isEqualTo("success");
    HttpResponse<String> again = provision("application/rim+cose", corim);
    assertThat(again.statusCode()).isEqualTo(200);
    assertThat(fields(again.body()).text("status")).isEqualTo("failed");
    assertThat(fields(again.body()).text("failure-reason")).isEqualTo("rolled-back");
    assertThat(provision("text/plain", corim).statusCode()).isEqualTo(415);
    assertThat(provision("application/rim+cose", Bytes.EMPTY).statusCode()).isEqualTo(400);
  }

  /** What a Verifier gets wrong is as wrong in JSON. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "verifier.result.profile", "verifier.result.issued", "verifier.result.expires",
        "verifier.result.identity", "verifier.result.submods", "verifier.result.status",
        "verifier.result.range", "verifier.result.category", "verifier.result.extension",
        "verifier.result.policies", "verifier.result.signed",
      })
  void writesWrongClaimsAsTheyAre(String fault) throws Exception {
    serve.close();
    listens(new BrokenChecks(CheckCatalogue.load().find(fault).orElseThrow()));
    String result = fields(submitted("eat", NONCE, NONCE)).text("result");

    assertThat(refused(result)).as(result).isTrue();
  }

  private boolean refused(String result) {
    try {
      EarToken.open(Bytes.utf8(result), keys.verifier().publicKey(), Checks.unbroken());
      return false;
    } catch (Rejected e) {
      return true;
    }
  }

  private Ear appraised(String format, Bytes asked, Bytes carried) throws Exception {
    return ear(submitted(format, asked, carried));
  }

  private String submitted(String format, Bytes asked, Bytes carried) throws Exception {
    LaunchedEnvironment device = launched(format);
    Map<String, CmwCollection.Item> items = new LinkedHashMap<>();
    items.put(
        "evidence",
        new CmwCollection.Item(
            formats.appraiser(format).orElseThrow().format().mediaType(),
            device.evidence(carried),
            CmwCollection.EVIDENCE));
    int number = 1;
    for (Bytes each : device.endorsements()) {
      items.put(
          "endorsement-" + number++,
          new CmwCollection.Item("application/pkix-cert", each, CmwCollection.ENDORSEMENTS));
    }
    HttpResponse<String> done =
        submit(begun(asked), "application/cmw+cbor", new CmwCollection(items).encode());
    assertThat(done.statusCode()).as(done.body()).isEqualTo(200);
    return done.body();
  }

  private Ear ear(String session) throws Rejected {
    return EarToken.open(
        Bytes.utf8(fields(session).text("result")), keys.verifier().publicKey(), Checks.unbroken());
  }

  private AttestingEnvironment hardware(String format) {
    return formats
        .emulator(
            format,
            new Formats.Machine(
                Serve.MACHINE, NOW.minus(Duration.ofDays(30)), Optional.empty(), Optional.empty()))
        .orElseThrow();
  }

  private LaunchedEnvironment launched(String format) throws Rejected {
    return hardware(format).launch(agent().encode());
  }

  private org.ccican.role.AgentImage agent() {
    return ReferenceImages.agent(
        List.of(keys.tam().publicKey(), keys.tamEd25519().publicKey()),
        keys.vendor().publicKey(),
        List.of(keys.verifier().publicKey()),
        Optional.of(keys.tamEncryption().publicKey()),
        Stack.Teep.standard().agent(),
        crypto);
  }

  private String begun(Bytes nonce) throws Exception {
    HttpResponse<String> begun =
        post("/challenge-response/v1/newSession?nonce=" + Base64Url.encode(nonce), "", Bytes.EMPTY);
    assertThat(begun.statusCode()).as(begun.body()).isEqualTo(201);
    assertThat(fields(begun.body()).text("nonce")).isEqualTo(Base64Url.encode(nonce));
    return begun.headers().firstValue("location").orElseThrow();
  }

  private HttpResponse<String> submit(String session, String type, Bytes body) throws Exception {
    return post("/challenge-response/v1/" + session, type, body);
  }

  private HttpResponse<String> provision(String type, Bytes body) throws Exception {
    return post("/endorsement-provisioning/v1/submit", type, body);
  }

  private HttpResponse<String> post(String path, String type, Bytes body) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(base + path))
            .POST(
                body.isEmpty()
                    ? BodyPublishers.noBody()
                    : BodyPublishers.ofByteArray(body.toArray()));
    if (!type.isEmpty()) {
      request.header("content-type", type);
    }
    return client.send(request.build(), BodyHandlers.ofString());
  }

  private HttpResponse<String> get(String path) throws Exception {
    return client.send(
        HttpRequest.newBuilder(URI.create(base + path)).build(), BodyHandlers.ofString());
  }

  private static JsonFields fields(String text) throws Rejected {
    Json json = JsonDecoder.decode(Bytes.utf8(text), Checks.unbroken());
    return JsonFields.of(json, "json.syntax");
  }
}
