package org.ccican.corim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.ccican.check.Checks;
import org.ccican.cose.CoseAlgorithm;
import org.ccican.cose.CoseKey;
import org.ccican.cose.CoseSign1;
import org.ccican.cose.Crypto;
import org.ccican.cose.SigningKey;
import org.ccican.reject.Rejected;
import org.ccican.wire.Bytes;
import org.ccican.wire.Cbor;
import org.ccican.wire.CborDecoder;
import org.ccican.wire.CborProfile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** CoRIMs that somebody signed. */
class CorimSignedTest {

  private static final Checks CHECKS = Checks.unbroken();
  private static final Instant NOW = Instant.ofEpochSecond(1_700_000_000);
  private static final SigningKey KEY =
      SigningKey.fromSeed(CoseAlgorithm.ESP256, Bytes.utf8("vendor"), new Crypto());
  private static final CoseKey OTHER =
      SigningKey.fromSeed(CoseAlgorithm.ESP256, Bytes.utf8("other"), new Crypto()).publicKey();
  private static final CorimReader READER = new CorimReader(CHECKS);

  @Test
  void opensWhatAnAuthorityHasSigned() throws Rejected {
    Bytes octets = new CorimBuilder("a").launch("sgx", Bytes.zero(32)).encode();
    Corim corim = READER.read(octets);
    Validity until = new Validity(Optional.empty(), NOW.getEpochSecond());
    Bytes signed = CorimSigned.sign(corim, "vendor", Optional.of(until), KEY);
    CorimSigned message = CorimSigned.parse(signed, CHECKS);

    assertThat(message.signer()).isEqualTo("vendor");
    assertThat(message.open(List.of(OTHER, KEY.publicKey()), Optional.empty(), NOW, CHECKS))
        .isEqualTo(corim);
    assertThat(refusal(() -> message.open(List.of(), Optional.empty(), NOW, CHECKS)).check())
        .isEqualTo("corim.signer");
    assertThat(refusal(() -> message.open(List.of(OTHER), Optional.empty(), NOW, CHECKS)).check())
        .isEqualTo("cose.signature");
    Instant later = NOW.plusSeconds(1);
    assertThat(
            refusal(() -> message.open(List.of(KEY.publicKey()), Optional.empty(), later, CHECKS))
                .check())
        .isEqualTo("corim.signed.valid");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a1 03 6161|corim.signed.type",
        "a1 0f a1 01 6161|corim.signed.type",
        "a1 03 74 6170706c69636174696f6e2f72696d2b63626f72|corim.shape",
        "a3 03 74 6170706c69636174696f6e2f72696d2b63626f72 08 46 a100a1006161 0f a1 01 6162"
            + "|corim.signed.agree",
        "a3 03 74 6170706c69636174696f6e2f72696d2b63626f72 08 46 a100a1006161 0f a2 01 6161 04 05"
            + "|corim.signed.agree"
      })
  void refusesHeadersThatDoNotSayWhoSignedWhat(String header, String check) throws Rejected {
    Cbor.Map map =
        (Cbor.Map)
            new CborDecoder(CHECKS).decode(Bytes.hex(header.replace(" ", "")), CborProfile.VALID);
    Bytes octets = new CorimBuilder("a").launch("sgx", Bytes.zero(32)).encode();
    Bytes signed = CoseSign1.sign(KEY, map, Cbor.map().build(), octets).encode();

    assertThat(refusal(() -> CorimSigned.parse(signed, CHECKS)).check()).isEqualTo(check);
  }

  @Test
  void opensAHashEnvelope() throws Rejected {
    Bytes octets = new CorimBuilder("a").launch("sgx", Bytes.zero(32)).encode();
    Cbor.Map header =
        Cbor.map()
            .put(258, Cbor.integer(-16))
            .put(259, Cbor.text(Corim.UNSIGNED))
            .put(15, Cbor.map().put(1, Cbor.text("vendor")).build())
            .build();
    CorimSigned message =
        CorimSigned.parse(
            CoseSign1.sign(KEY, header, Cbor.map().build(), Crypto.sha256(octets)).encode(),
            CHECKS);
    List<CoseKey> keys = List.of(KEY.publicKey());

    assertThat(message.open(keys, Optional.of(octets), NOW, CHECKS).encode()).isEqualTo(octets);
    assertThat(refusal(() -> message.open(keys, Optional.empty(), NOW, CHECKS)).check())
        .isEqualTo("corim.signed.preimage");
    Bytes other = octets.flip(octets.size() - 1, 0);
    assertThat(refusal(() -> message.open(keys, Optional.of(other), NOW, CHECKS)).check())
        .isEqualTo("corim.signed.digest");
  }

  private static Rejected refusal(ThrowingCallable call) {
    return catchThrowableOfType(Rejected.class, call);
  }
}
