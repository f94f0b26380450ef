package org.ccican.eat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ccican.check.BrokenChecks;
import org.ccican.check.CheckCatalogue;
import org.ccican.check.Checks;
import org.ccican.cose.CoseAlgorithm;
import org.ccican.cose.Crypto;
import org.ccican.cose.SigningKey;
import org.ccican.reject.Rejected;
import org.ccican.wire.Bytes;
import org.ccican.wire.Cbor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TeepEatTest {

  private final Crypto crypto = new Crypto();
  private final SigningKey verifier = key("verifier");
  private final SigningKey agent = key("agent");
  private final TeepEatReader reader = new TeepEatReader(crypto, Checks.unbroken());
  private final TeepEat token =
      new TeepEat(
          Optional.of(Bytes.zero(32)),
          Optional.of(Instant.ofEpochSecond(1_800_000_000)),
          Optional.of(Bytes.zero(33)),
          Optional.of(Bytes.zero(3)),
          Optional.of(Bytes.utf8("model")),
          Optional.of("1.3.4"),
          Optional.of(List.of(new TeepEat.Manifest(TeepEat.Manifest.CBOR, Bytes.of(0xa0)))),
          Optional.of(TeepEat.Confirmation.of(agent.publicKey())),
          Optional.of(new TeepEat.Appraised("sev-snp", true)));

  @Test
  void readsWhatItWrites() throws Rejected {
    assertThat(reader.open(token.sign(verifier), List.of(verifier.publicKey()))).isEqualTo(token);
  }

  @Test
  void believesNobodyElse() {
    Bytes signed = token.sign(agent);

    assertThat(refusal(() -> reader.open(signed, List.of(verifier.publicKey()))))
        .isEqualTo("cose.signature");
    assertThat(refusal(() -> reader.open(signed, List.of()))).isEqualTo("eat.signer.known");
  }

  @ParameterizedTest
  @CsvSource({
    "8,eat.cnf",
    "256,eat.ueid",
    "258,eat.oemid",
    "259,eat.hwmodel",
    "260,eat.hwversion",
    "272,eat.manifests"
  })
  void demandsEachClaimOfTheProfile(long label, String check) throws Rejected {
    Bytes lacking = without(label).encode();

    assertThat(refusal(() -> reader.read(lacking))).isEqualTo(check);
    BrokenChecks broken = new BrokenChecks(CheckCatalogue.load().find(check).orElseThrow());
    assertThat(new TeepEatReader(crypto, broken).read(lacking)).isNotNull();
    assertThat(broken.reached()).isPositive();
  }

  @ParameterizedTest
  @CsvSource({"0", "6", "34", "64"})
  void takesAUeidOfSevenToThirtyThreeOctets(int size) {
    Bytes wrong = with(256, Cbor.octets(Bytes.zero(size))).encode();

    assertThat(refusal(() -> reader.read(wrong))).isEqualTo("eat.ueid");
  }

  @Test
  void refusesWhatTheProfileForbids() {
    Bytes nonces = with(10, Cbor.array(Cbor.octets(Bytes.zero(8)))).encode();
    Bytes tagged = with(6, Cbor.tag(1, Cbor.integer(5))).encode();
    Bytes foreign = with(265, Cbor.text("urn:ietf:rfc:rfc9711")).encode();
    Bytes definite = token.toCbor().encode();
    // The map opened without a length and closed by a break.
    Bytes indefinite =
        Bytes.concat(Bytes.of(0xbf), definite.slice(1, definite.size()), Bytes.of(0xff));

    assertThat(refusal(() -> reader.read(nonces))).isEqualTo("eat.nonce.single");
    assertThat(refusal(() -> reader.read(tagged))).isEqualTo("eat.tags");
    assertThat(refusal(() -> reader.read(foreign))).isEqualTo("eat.profile");
    assertThat(refusal(() -> reader.read(indefinite))).isEqualTo("eat.encoding");
  }

  @Test
  void ignoresClaimsThatItDoesNotKnow() throws Rejected {
    assertThat(reader.read(with(4_711, Cbor.text("whatever")).encode())).isEqualTo(token);
  }

  private Cbor.Map with(long label, Cbor value) {
    List<Cbor.Entry> entries = new ArrayList<>(without(label).entries());
    entries.add(new Cbor.Entry(Cbor.integer(label), value));
    return Cbor.map(entries);
  }

  private Cbor.Map without(long label) {
    return Cbor.map(
        token.toCbor().entries().stream()
            .filter(entry -> !entry.key().encode().equals(Cbor.integer(label).encode()))
            .toList());
  }

  private static String refusal(Step step) {
    return catchThrowableOfType(Rejected.class, step::run).check();
  }

  private SigningKey key(String seed) {
    return SigningKey.fromSeed(CoseAlgorithm.ESP256, Bytes.utf8(seed), crypto);
  }

  private interface Step {
    Object run() throws Rejected;
  }
}
