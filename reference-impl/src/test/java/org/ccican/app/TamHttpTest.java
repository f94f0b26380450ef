package org.ccican.app;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.config.EncoderConfig;
import io.restassured.config.RedirectConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.ccican.check.Checks;
import org.ccican.cose.Crypto;
import org.ccican.message.ProvisioningMessage.MiddlewareQuery;
import org.ccican.reject.Rejected;
import org.ccican.role.Message;
import org.ccican.role.RoleId;
import org.ccican.teep.TeepCodec;
import org.ccican.teep.TeepMessage;
import org.ccican.teep.TeepSecurity;
import org.ccican.teep.WireRevision;
import org.ccican.transport.HttpListener;
import org.ccican.wire.Bytes;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A served TAM as any HTTP client sees it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TamHttpTest {

  private static final Instant NOW = Instant.parse("2026-11-01T12:00:00Z");

  private final Checks checks = Checks.unbroken();
  private Serve serve;
  private String tam;
  private String repository;

  @BeforeAll
  void open() throws IOException {
    serve =
        new Serve(
            List.of(RoleId.TAM, RoleId.MIDDLEWARE_REPOSITORY),
            0,
            Bytes.utf8("a seed"),
            () -> NOW,
            checks);
    tam = serve.served().get(0).url();
    repository = serve.served().get(1).url();
  }

  @AfterAll
  void close() {
    serve.close();
  }

  @Test
  void beginsASessionAtAnEmptyPost() throws Rejected {
    Response response = teep().post(tam);

    response
        .then()
        .statusCode(200)
        .header("content-type", equalTo(Message.TEEP))
        .header("x-content-type-options", equalTo("nosniff"))
        .header("content-security-policy", equalTo("default-src 'none'"))
        .header("referrer-policy", equalTo("no-referrer"))
        .header("set-cookie", nullValue());
    Bytes octets = Bytes.of(response.body().asByteArray());
    Bytes message =
        new TeepSecurity(WireRevision.TEEP_26)
            .open(octets, List.of(ReferenceKeys.fixed(new Crypto()).tam().publicKey()), checks)
            .message();
    assertThat(new TeepCodec(WireRevision.TEEP_26, checks).decode(message))
        .isInstanceOf(TeepMessage.QueryRequest.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "HEAD", "PUT", "DELETE", "PATCH", "OPTIONS", "PROPFIND"})
  void takesPostAndNothingElse(String method) {
    teep().request(method, tam).then().statusCode(405).header("allow", equalTo("POST"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"application/octet-stream", "application/cose", "text/plain", "application/cbor"})
  void answersAnotherMediaTypeWith415(String mediaType) {
    teep().contentType(mediaType).body(new byte[] {1}).post(tam).then().statusCode(415);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/teep+cbor",
        "Application/TEEP+CBOR",
        "application/teep+cbor; charset=ISO-8859-1",
        "application/teep+cbor ; x=y"
      })
  void knowsItsMediaTypeInAnySpelling(String mediaType) {
    teep().contentType(mediaType).body(new byte[] {1}).post(tam).then().statusCode(400);
  }

  @Test
  void dropsOctetsThatAreNoMessageWithoutAWord() {
    teep()
        .contentType(Message.TEEP)
        .body("no COSE".getBytes(StandardCharsets.US_ASCII))
        .post(tam)
        .then()
        .statusCode(400)
        .header("content-type", nullValue());
  }

  @Test
  void answersTooLargeABodyWith413() {
    teep()
        .contentType(Message.TEEP)
        .body(new byte[HttpListener.MAX_BODY + 1])
        .post(tam)
        .then()
        .statusCode(413);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/nothing", "/teep2", "/"})
  void hasNoOtherResources(String path) {
    String base = tam.substring(0, tam.lastIndexOf('/'));

    teep().post(base + path).then().statusCode(404);
    teep().post(base.substring(0, base.lastIndexOf('/')) + "/other/teep").then().statusCode(404);
  }

  @Test
  void saysInAMessageWhatItRefuses() {
    Bytes query = new MiddlewareQuery("imaging", "abacus").encode();

    Response refusal =
        teep().contentType(Message.CCICAN).body(query.toArray()).post(repository + "/middleware");
    assertThat(refusal.statusCode()).isEqualTo(422);
    assertThat(refusal.contentType()).isEqualTo(Message.CCICAN);
    assertThat(refusal.header("x-content-type-options")).isEqualTo("nosniff");
  }

  /** Without the charset that the client would add to a media type of its own accord. */
  private static RequestSpecification teep() {
    return given()
        .config(
            RestAssuredConfig.config()
                .redirect(RedirectConfig.redirectConfig().followRedirects(false))
                .encoderConfig(
                    EncoderConfig.encoderConfig()
                        .appendDefaultContentCharsetToContentTypeIfUndefined(false)));
  }
}
