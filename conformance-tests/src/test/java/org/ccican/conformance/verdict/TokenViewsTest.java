package org.ccican.conformance.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.ccican.cose.Crypto;
import org.ccican.cose.VerificationKey;
import org.ccican.evidence.AttestingEnvironment;
import org.ccican.evidence.LaunchedEnvironment;
import org.ccican.format.Formats;
import org.ccican.reject.Rejected;
import org.ccican.wire.Bytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Evidence of every format, as judges see it. */
class TokenViewsTest {

  private static final Instant FROM = Instant.parse("2026-01-01T00:00:00Z");
  private static final Bytes ASKED = Digests.sha512(Bytes.utf8("asked"));
  private static final String POINT =
      "30a0424cd21c2944838a2d75c92b37e76ea20d9f00893a3b4eee8a3c0aafec3e"
          + "e04b65e92456d9888b52b379bdfbd51ee869ef1f0fc65b6659695b6cce081723";

  private final Formats formats = new Formats(new Crypto());
  private final Signatures signatures = new Signatures(new BouncyCastleProvider());

  static List<String> formats() {
    return new Formats(new Crypto()).ids();
  }

  @ParameterizedTest
  @MethodSource("formats")
  void everyFormatIsReadAndVerifies(String format) throws Rejected {
    LaunchedEnvironment guest = launch(format, "an agent");
    EvidenceView view = view(format, guest);
    assertThat(view.verifies(keys(format, guest), signatures)).isTrue();
    assertThat(view.verifies(List.of(), signatures)).isEqualTo(carriesItsKey(format));
    assertThat(view.carries(ASKED)).isTrue();
    assertThat(view.carries(ASKED.flip(63, 0))).isFalse();
  }

  @ParameterizedTest
  @MethodSource("formats")
  void aChangedAgentShowsInTheMeasurement(String format) throws Rejected {
    Optional<Bytes> one = view(format, launch(format, "an agent")).launchMeasurement();
    Optional<Bytes> other = view(format, launch(format, "another")).launchMeasurement();
    assertThat(one)
        .isPresent()
        .isEqualTo(view(format, launch(format, "an agent")).launchMeasurement());
    assertThat(other).isPresent().isNotEqualTo(one);
  }

  @ParameterizedTest
  @MethodSource("formats")
  void oneBitOfWhatIsSignedSpoilsTheSignature(String format) throws Rejected {
    LaunchedEnvironment guest = launch(format, "an agent");
    Bytes evidence = guest.evidence(ASKED);
    Bytes spoilt = evidence.flip(evidence.indexOf(ASKED).orElseThrow(), 0);
    EvidenceView view = EvidenceView.of(mediaType(format), spoilt).orElseThrow();
    assertThat(view.verifies(keys(format, guest), signatures)).isFalse();
  }

  @Test
  void realmsHaveRegistersThatFollowWhatIsExtended() throws Rejected {
    LaunchedEnvironment realm = launch("cca", "an agent");
    Optional<Bytes> before = view("cca", realm).registers();
    realm.extend(Bytes.utf8("middleware"));
    assertThat(before).isPresent();
    assertThat(view("cca", realm).registers()).isPresent().isNotEqualTo(before);
  }

  @ParameterizedTest
  @CsvSource({
    "psa, psa/psa-veraison-good.cose, true",
    "psa, psa/psa-veraison-wrongkey.cose, true",
    "cca, cca/veraison-cca-good.cbor, true",
    "cca, cca/tf-rmm-cca_token.cbor, false"
  })
  void readsTokensOfOthersAndVerifiesThemWithTheirKey(
      String format, String name, boolean verifies) {
    EvidenceView view =
        EvidenceView.of(mediaType(format), Shared.octets("realdata/" + name)).orElseThrow();
    Bytes point = Bytes.hex(POINT);
    Bytes key = Curve.P256.spki(point.slice(0, 32), point.slice(32, 64));
    assertThat(view.launchMeasurement()).isPresent();
    assertThat(view.verifies(List.of(key), signatures)).isEqualTo(verifies);
  }

  @Test
  void verifiesATokenOfFirmwareFromBeforeTheDraft() {
    Bytes key =
        Bytes.of(
            java.util.Base64.getMimeDecoder()
                .decode(
                    Shared.octets("realdata/cca/tf-rmm-cca_platform.pub")
                        .toText()
                        .replaceAll("-----[A-Z ]+-----", "")));
    EvidenceView view =
        EvidenceView.of(mediaType("cca"), Shared.octets("realdata/cca/tf-rmm-cca_token.cbor"))
            .orElseThrow();
    assertThat(view.verifies(List.of(key), signatures)).isTrue();
    assertThat(view.registers().map(Bytes::size)).contains(4 * 32);
  }

  @Test
  void whatIsNoTokenIsNotRead() {
    for (String format : List.of("psa", "cca", "eat")) {
      for (String hex : List.of("00", "a0", "d28440a04000", "d28440a041a040", "d9018fa0")) {
        assertThat(EvidenceView.of(mediaType(format), Bytes.hex(hex)).isPresent())
            .as(format + " " + hex)
            .isEqualTo(hex.equals("d28440a041a040") && !format.equals("cca"));
      }
    }
  }

  /** Quotes have the certificates of their platform inside. */
  private static boolean carriesItsKey(String format) {
    return List.of("sgx", "tdx").contains(format);
  }

  private List<Bytes> keys(String format, LaunchedEnvironment guest) {
    List<Bytes> keys = new ArrayList<>();
    guest.endorsements().stream()
        .limit(1)
        .flatMap(der -> CertificateView.publicKey(der).stream())
        .forEach(keys::add);
    for (VerificationKey key : formats.emulatedAnchors(format).orElseThrow().keys()) {
      if (key instanceof VerificationKey.Public known) {
        keys.add(known.key().toSpki());
      }
    }
    return keys;
  }

  private EvidenceView view(String format, LaunchedEnvironment guest) throws Rejected {
    return EvidenceView.of(mediaType(format), guest.evidence(ASKED)).orElseThrow();
  }

  private String mediaType(String format) {
    return formats.appraiser(format).orElseThrow().format().mediaType();
  }

  private LaunchedEnvironment launch(String format, String agent) throws Rejected {
    AttestingEnvironment hardware =
        formats
            .emulator(
                format,
                new Formats.Machine(Bytes.utf8("seed"), FROM, Optional.empty(), Optional.empty()))
            .orElseThrow();
    return hardware.launch(Bytes.utf8(agent));
  }
}
