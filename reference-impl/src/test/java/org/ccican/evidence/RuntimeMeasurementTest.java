package org.ccican.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Random;
import org.ccican.check.Checks;
import org.ccican.reject.Rejected;
import org.ccican.wire.Bytes;
import org.ccican.wire.Cbor;
import org.junit.jupiter.api.Test;

/** The event log and the claims that bind it. */
class RuntimeMeasurementTest {

  private static final Checks CHECKS = Checks.unbroken();
  private static final Bytes ONE = Bytes.hex("01".repeat(32));
  private static final Bytes TWO = Bytes.hex("02".repeat(32));

  private final EventLog log =
      new EventLog(List.of())
          .plus(new EventLog.Event("middleware", ONE, TWO))
          .plus(new EventLog.Event("application", TWO, Bytes.EMPTY));
  private final BoundClaims claims = new BoundClaims(Bytes.utf8("a nonce"), ONE, TWO, log.digest());

  @Test
  void readsTheLogItWrote() throws Rejected {
    assertThat(EventLog.parse(log.encode(), CHECKS)).isEqualTo(log);
    assertThat(EventLog.parse(Bytes.hex("80"), CHECKS).events()).isEmpty();
  }

  @Test
  void logsInOrder() {
    EventLog other = new EventLog(List.of(log.events().get(1), log.events().get(0)));

    assertThat(other.digest()).isNotEqualTo(log.digest());
    assertThat(log.plus(log.events().get(0)).digest()).isNotEqualTo(log.digest());
  }

  @Test
  void digestsTheEncodingOfTheLog() throws NoSuchAlgorithmException {
    byte[] hash = MessageDigest.getInstance("SHA-256").digest(log.encode().toArray());

    assertThat(log.digest()).isEqualTo(Bytes.of(hash));
    assertThat(new EventLog(List.of()).encode()).isEqualTo(Bytes.hex("80"));
  }

  @Test
  void refusesAnEventOfAnotherShape() {
    for (String wrong : List.of("a0", "8160", "818261 61 40", "81836040 60", "8184604040 40")) {
      Bytes octets = Bytes.hex(wrong.replace(" ", ""));
      assertThat(catchThrowableOfType(Rejected.class, () -> EventLog.parse(octets, CHECKS)).check())
          .as(wrong)
          .isEqualTo("evidence.event-log.shape");
    }
  }

  @Test
  void readsTheClaimsItWrote() throws Rejected {
    assertThat(BoundClaims.parse(claims.encode(), CHECKS)).isEqualTo(claims);
  }

  @Test
  void bindsTheClaimsBySha512() throws NoSuchAlgorithmException {
    byte[] hash = MessageDigest.getInstance("SHA-512").digest(claims.encode().toArray());

    assertThat(claims.reportData()).isEqualTo(Bytes.of(hash));
    assertThat(claims.reportData().size()).isEqualTo(64);
  }

  @Test
  void bindsEachClaim() {
    assertThat(
            List.of(
                new BoundClaims(ONE, ONE, TWO, log.digest()).reportData(),
                new BoundClaims(claims.nonce(), TWO, TWO, log.digest()).reportData(),
                new BoundClaims(claims.nonce(), ONE, ONE, log.digest()).reportData(),
                new BoundClaims(claims.nonce(), ONE, TWO, ONE).reportData(),
                claims.reportData()))
        .doesNotHaveDuplicates();
  }

  @Test
  void writesClaimsUnderTheirRegisteredLabels() {
    Cbor expected =
        Cbor.map()
            .put(8, Cbor.map().put(3, Cbor.octets(ONE)).build())
            .put(10, Cbor.octets(claims.nonce()))
            .put(-65_537, Cbor.octets(TWO))
            .put(-65_538, Cbor.octets(log.digest()))
            .build();

    assertThat(claims.encode()).isEqualTo(expected.encode());
  }

  @Test
  void readsOrRefusesWhateverFlips() {
    Random random = new Random(5);
    for (int round = 0; round < 4_000; round++) {
      Bytes flippedLog = flipped(log.encode(), random);
      Bytes flippedClaims = flipped(claims.encode(), random);
      try {
        assertThat(EventLog.parse(flippedLog, CHECKS)).isNotEqualTo(log);
      } catch (Rejected refused) {
        assertThat(refused.check()).isNotEmpty();
      }
      try {
        assertThat(BoundClaims.parse(flippedClaims, CHECKS)).isNotEqualTo(claims);
      } catch (Rejected refused) {
        assertThat(refused.check()).isNotEmpty();
      }
    }
  }

  private static Bytes flipped(Bytes octets, Random random) {
    Bytes flipped = octets.flip(random.nextInt(octets.size()), random.nextInt(8));
    return flipped.slice(0, flipped.size() - random.nextInt(2));
  }
}
