package org.ccican.ear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.ccican.check.Checks;
import org.ccican.cose.CoseAlgorithm;
import org.ccican.cose.CoseSign1;
import org.ccican.cose.Crypto;
import org.ccican.cose.SigningKey;
import org.ccican.reject.Rejected;
import org.ccican.wire.Base64Url;
import org.ccican.wire.Bytes;
import org.ccican.wire.Cbor;
import org.ccican.wire.Json;
import org.ccican.wire.JsonDecoder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class EarTest {

  private static final Checks CHECKS = Checks.unbroken();
  private static final Path PUBLISHED =
      Path.of(System.getProperty("ccican.shared", "../../shared"), "realdata", "ear");
  private static final SigningKey KEY =
      SigningKey.fromSeed(CoseAlgorithm.ESP256, Bytes.utf8("verifier"), new Crypto());
  private static final EarReader READER = new EarReader(CHECKS);

  private static final EarAppraisal ABOUT =
      new EarAppraisal(
          Optional.of("tag:example.com,2026:attester"),
          TrustTier.WARNING,
          Optional.of(
              new TrustworthinessVector(
                  Map.of(TrustCategory.HARDWARE, 32, TrustCategory.EXECUTABLES, 2))),
          List.of("a:b", "a:c"),
          Optional.of(Bytes.zero(8)),
          Optional.of(new EarAppraisal.Refusal("stale-nonce", "verifier.nonce")),
          List.of(new Cbor.Entry(Cbor.integer(-80_000), Cbor.integer(7))));

  private static final Ear EAR =
      new Ear(
          EarProfile.CURRENT,
          Optional.of(TrustTier.CONTRAINDICATED),
          1_700_000_000,
          Optional.of(1_700_003_600L),
          new Ear.VerifierId("https://example.com", "1"),
          Optional.of(Bytes.of(1)),
          Map.of("device", ABOUT),
          Optional.of(Bytes.zero(64)),
          List.of(new Cbor.Entry(Cbor.text("more"), Cbor.bool(true))));

  static Stream<Path> published() throws IOException {
    if (!Files.isDirectory(PUBLISHED)) {
      return Stream.of(PUBLISHED);
    }
    try (Stream<Path> files = Files.list(PUBLISHED)) {
      return files
          .filter(each -> !each.getFileName().toString().endsWith("key.json"))
          .sorted()
          .toList()
          .stream();
    }
  }

  @ParameterizedTest
  @MethodSource("published")
  void judgesWhatIsPublishedAsItsSourceDoes(Path file) throws IOException, Rejected {
    assumeThat(file).isRegularFile();
    Bytes octets = Bytes.of(Files.readAllBytes(file));
    String name = file.getFileName().toString();
    if (name.contains("-ko")) {
      assertThat(refusal(() -> READER.readJson(octets)).check()).isEqualTo("ear.extension.key");
    } else if (name.contains("submods")) {
      Json.Obj submods = (Json.Obj) JsonDecoder.decode(octets, CHECKS);
      for (EarAppraisal each : READER.submods(submods, EarProfile.DEPLOYED).values()) {
        assertThat(each.status()).isEqualTo(each.vector().orElseThrow().worst());
        assertThat(each.policyIds()).hasSize(1);
      }
    } else if (name.endsWith(".json")) {
      Ear ear = READER.readJson(octets);
      assertThat(ear.profile())
          .isEqualTo(name.startsWith("draft") ? EarProfile.CURRENT : EarProfile.DEPLOYED);
      // JSON keeps no extensions, and the CBOR of the rest says the same.
      assertThat(READER.read(ear.encode())).isEqualTo(ear);
    } else {
      assertThat(READER.read(octets)).isEqualTo(READER.read(READER.read(octets).encode()));
    }
  }

  @Test
  void saysTheSameInBothEncodingsOfOneExample() throws IOException, Rejected {
    assumeThat(PUBLISHED).isDirectory();
    Ear cbor =
        READER.read(Bytes.of(Files.readAllBytes(PUBLISHED.resolve("draft-ear-cbor-1.cbor"))));
    Ear json =
        READER.readJson(Bytes.of(Files.readAllBytes(PUBLISHED.resolve("draft-ear-json-1.json"))));

    assertThat(cbor.submods()).isEqualTo(json.submods());
    assertThat(cbor.verifier()).isEqualTo(json.verifier());
    assertThat(json.submods().get("PSA").vector().orElseThrow().claim(TrustCategory.EXECUTABLES))
        .isEqualTo(96);
  }

  @Test
  void readsWhatItWrote() throws Rejected {
    assertThat(READER.read(EAR.encode())).isEqualTo(EAR);
  }

  @ParameterizedTest
  @CsvSource({
    "-128,CONTRAINDICATED",
    "-97,CONTRAINDICATED",
    "-96,WARNING",
    "-33,WARNING",
    "-32,AFFIRMING",
    "-2,AFFIRMING",
    "-1,NONE",
    "0,NONE",
    "1,NONE",
    "2,AFFIRMING",
    "31,AFFIRMING",
    "32,WARNING",
    "50,WARNING",
    "95,WARNING",
    "96,CONTRAINDICATED",
    "127,CONTRAINDICATED"
  })
  void putsEachClaimIntoItsTier(int claim, TrustTier tier) {
    assertThat(TrustTier.of(claim)).isEqualTo(tier);
  }

  @Test
  void ranksTiers() {
    assertThat(TrustTier.AFFIRMING.isBetterThan(TrustTier.WARNING)).isTrue();
    assertThat(TrustTier.WARNING.isBetterThan(TrustTier.CONTRAINDICATED)).isTrue();
    assertThat(TrustTier.NONE.isBetterThan(TrustTier.WARNING)).isTrue();
    assertThat(TrustTier.AFFIRMING.isBetterThan(TrustTier.NONE)).isFalse();
    assertThat(TrustTier.NONE.isBetterThan(TrustTier.AFFIRMING)).isFalse();
    assertThat(TrustTier.NONE.worse(TrustTier.AFFIRMING)).isEqualTo(TrustTier.AFFIRMING);
  }

  static Stream<org.junit.jupiter.params.provider.Arguments> defects() {
    return Stream.of(
        defect("ear.profile", ear -> put(ear, 265, Cbor.text("tag:ietf.org,2026:rats/ear#02"))),
        defect("ear.shape", ear -> without(ear, 265)),
        defect("ear.shape", ear -> without(ear, 6)),
        defect("ear.shape", ear -> put(ear, 6, real())),
        defect("ear.shape", ear -> put(ear, 4, real())),
        defect("ear.shape", ear -> without(ear, 1004)),
        defect("ear.shape", ear -> put(ear, 1004, Cbor.map().put(0, Cbor.text("d")).build())),
        defect("ear.shape", ear -> without(ear, 266)),
        defect("ear.submods.not-empty", ear -> put(ear, 266, Cbor.map().build())),
        defect("ear.status.overall", ear -> put(ear, 1000, Cbor.integer(2))),
        defect("ear.shape", ear -> put(ear, 1000, Cbor.integer(3))),
        defect("ear.nonce.size", ear -> put(ear, 10, Cbor.octets(Bytes.zero(7)))),
        defect("ear.nonce.size", ear -> put(ear, 10, Cbor.octets(Bytes.zero(65)))),
        defect("ear.shape", ear -> put(ear, 10, Cbor.array(Cbor.octets(Bytes.zero(8))))),
        defect("ear.extension.map", ear -> put(ear, 65_000, Cbor.integer(1))),
        defect("ear.extension.teep", ear -> put(ear, 65_000, Cbor.map().build())),
        defect("ear.shape", ear -> about(ear, each -> without(each, 1000))),
        defect("ear.status.vector", ear -> about(ear, each -> put(each, 1000, Cbor.integer(0)))),
        defect("ear.vector.not-empty", ear -> about(ear, each -> vector(each, Cbor.map().build()))),
        defect(
            "ear.vector.range",
            ear -> about(ear, each -> vector(each, Cbor.map().put(2, Cbor.integer(128)).build()))),
        defect(
            "ear.vector.range",
            ear -> about(ear, each -> vector(each, Cbor.map().put(2, Cbor.integer(-129)).build()))),
        defect(
            "ear.shape",
            ear -> about(ear, each -> vector(each, Cbor.map().put(8, Cbor.integer(2)).build()))),
        defect(
            "ear.policy-ids.not-empty", ear -> about(ear, each -> put(each, 1003, Cbor.array()))),
        defect("ear.shape", ear -> about(ear, each -> put(each, 1003, Cbor.text("a:b")))),
        defect("ear.extension.map", ear -> about(ear, each -> put(each, -70_002, Cbor.text("k")))),
        defect(
            "ear.extension.key",
            ear -> about(ear, each -> put(each, -70_002, Cbor.map().build()))));
  }

  @ParameterizedTest
  @MethodSource("defects")
  void refusesWhatBreaksARule(String check, UnaryOperator<Cbor.Map> change) {
    Bytes wrong = change.apply(EAR.toCbor()).encode();

    assertThat(refusal(() -> READER.read(wrong)).check()).isEqualTo(check);
  }

  @Test
  void readsOrRefusesWhateverFlips() {
    Bytes octets = EAR.encode();
    java.util.Random random = new java.util.Random(7);
    for (int round = 0; round < 4_000; round++) {
      Bytes flipped = octets.flip(random.nextInt(octets.size()), random.nextInt(8));
      try {
        assertThat(READER.read(flipped)).isNotEqualTo(EAR);
      } catch (Rejected refused) {
        assertThat(refused.check()).isNotEmpty();
      }
    }
  }

  @Test
  void opensWhatAVerifierSigned() throws Rejected {
    Cbor.Map none = Cbor.map().build();
    Bytes cwt = CoseSign1.sign(KEY, none, none, EAR.encode()).encode();
    String json =
        "{\"eat_profile\":\"tag:ietf.org,2026:rats/ear#03\",\"iat\":1,\"ear_verifier_id\":"
            + "{\"developer\":\"d\",\"build\":\"b\"},\"eat_nonce\":\"AAAAAAAAAAA=\",\"submods\":"
            + "{\"x\":{\"ear_status\":\"none\"}}}";
    String signed =
        Base64Url.encode(Bytes.utf8("{\"alg\":\"ES256\"}"))
            + "."
            + Base64Url.encode(Bytes.utf8(json));
    Bytes jwt = Bytes.utf8(signed + "." + Base64Url.encode(KEY.sign(Bytes.utf8(signed))));

    assertThat(EarToken.open(cwt, KEY.publicKey(), CHECKS)).isEqualTo(EAR);
    assertThat(EarToken.open(jwt, KEY.publicKey(), CHECKS).nonce()).contains(Bytes.zero(8));
    Bytes forged = Bytes.utf8(signed + "." + Base64Url.encode(Bytes.zero(64)));
    assertThat(refusal(() -> EarToken.open(forged, KEY.publicKey(), CHECKS)).check())
        .isEqualTo("cose.jws.signature");
  }

  @Test
  void letsARelyingPartyDemandWhatIsCurrent() throws Rejected {
    Instant now = Instant.ofEpochSecond(1_700_000_100);

    EarToken.demandCurrent(EAR, EarProfile.CURRENT, now, 60, CHECKS);
    assertThat(
            refusal(() -> EarToken.demandCurrent(EAR, EarProfile.DEPLOYED, now, 60, CHECKS))
                .check())
        .isEqualTo("ear.dialect");
    assertThat(current(now.plusSeconds(3500))).isEqualTo("ear.expired");
    assertThat(current(now.minusSeconds(161))).isEqualTo("ear.issued");
    assertThat(EarToken.demandAbout(EAR, "device", CHECKS)).isEqualTo(ABOUT);
    assertThat(refusal(() -> EarToken.demandAbout(EAR, "other", CHECKS)).check())
        .isEqualTo("ear.label");
  }

  private static String current(Instant now) {
    return refusal(() -> EarToken.demandCurrent(EAR, EarProfile.CURRENT, now, 60, CHECKS)).check();
  }

  private static org.junit.jupiter.params.provider.Arguments defect(
      String check, UnaryOperator<Cbor.Map> change) {
    return org.junit.jupiter.params.provider.Arguments.of(check, change);
  }

  private static Cbor real() {
    return Cbor.raw(Bytes.hex("fb41d954fc40000000"));
  }

  private static Cbor.Map without(Cbor.Map map, long label) {
    return Cbor.map(
        map.entries().stream().filter(each -> !each.key().equals(Cbor.integer(label))).toList());
  }

  private static Cbor.Map put(Cbor.Map map, long label, Cbor value) {
    List<Cbor.Entry> entries = new java.util.ArrayList<>(without(map, label).entries());
    entries.add(new Cbor.Entry(Cbor.integer(label), value));
    return Cbor.map(entries);
  }

  private static Cbor.Map vector(Cbor.Map appraisal, Cbor vector) {
    return put(appraisal, 1001, vector);
  }

  private static Cbor.Map about(Cbor.Map ear, UnaryOperator<Cbor.Map> change) {
    Cbor.Map submods = (Cbor.Map) ear.find(266).orElseThrow();
    Cbor.Map device = (Cbor.Map) submods.find("device").orElseThrow();
    return put(ear, 266, Cbor.map().put("device", change.apply(device)).build());
  }

  private static Rejected refusal(ThrowingCallable call) {
    return catchThrowableOfType(Rejected.class, call);
  }
}
