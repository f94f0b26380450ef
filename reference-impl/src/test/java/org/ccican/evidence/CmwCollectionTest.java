package org.ccican.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import co.nstant.in.cbor.CborBuilder;
import co.nstant.in.cbor.CborEncoder;
import co.nstant.in.cbor.CborException;
import java.io.ByteArrayOutputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.ccican.check.Checks;
import org.ccican.reject.Reason;
import org.ccican.reject.Rejected;
import org.ccican.wire.Bytes;
import org.ccican.wire.Cbor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CmwCollectionTest {

  private static final Checks CHECKS = Checks.unbroken();

  private final CmwCollection collection =
      new CmwCollection(
          Map.of(
              "evidence",
              new CmwCollection.Item("a/evidence", Bytes.hex("0102"), CmwCollection.EVIDENCE),
              "endorsement-1",
              new CmwCollection.Item("a/cert", Bytes.EMPTY, CmwCollection.ENDORSEMENTS),
              "plain",
              new CmwCollection.Item("a/plain", Bytes.hex("03"), 0)));

  @Test
  void readsWhatItWrote() throws Rejected {
    assertThat(CmwCollection.parse(collection.encode(), CHECKS)).isEqualTo(collection);
    assertThat(collection.item("evidence").value()).isEqualTo(Bytes.hex("0102"));
  }

  @ParameterizedTest
  @CsvSource({
    "3082, application/pkix-cert",
    "7b7d, application/json",
    "c0b4, application/octet-stream",
    "'', application/octet-stream"
  })
  void namesEndorsementsByWhatTheyAre(String octets, String mediaType) {
    CmwCollection.Item item = CmwCollection.Item.endorsement(Bytes.hex(octets));
    assertThat(item.mediaType()).isEqualTo(mediaType);
    assertThat(item.indicator()).isEqualTo(CmwCollection.ENDORSEMENTS);
  }

  @Test
  void readsWhatAnotherEncoderWrote() throws CborException, Rejected {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new CborEncoder(out)
        .nonCanonical()
        .encode(
            new CborBuilder()
                .addMap()
                .putArray("evidence")
                .add("a/evidence")
                .add(new byte[] {1, 2})
                .add(4)
                .end()
                .putArray("claims")
                .add("a/claims")
                .add(new byte[] {3})
                .end()
                .end()
                .build());

    CmwCollection read = CmwCollection.parse(Bytes.of(out.toByteArray()), CHECKS);
    assertThat(read.items())
        .containsExactly(
            Map.entry("evidence", new CmwCollection.Item("a/evidence", Bytes.hex("0102"), 4)),
            Map.entry("claims", new CmwCollection.Item("a/claims", Bytes.hex("03"), 0)));
  }

  @Test
  void refusesACollectionWithoutARecord() {
    assertThat(refusal(Cbor.map().build()).check()).isEqualTo("cmw.collection.not-empty");
  }

  @ParameterizedTest
  @ValueSource(longs = {0, -1, 32, 255, 1L << 32 | 4})
  void refusesAnIndicatorOfUnknownBits(long indicator) {
    Rejected refusal =
        refusal(one(Cbor.array(Cbor.text("a/b"), octets(), Cbor.integer(indicator))));

    assertThat(refusal.check()).startsWith("cmw.indicator.");
    assertThat(refusal.reason()).isEqualTo(Reason.OUT_OF_RANGE);
  }

  @ParameterizedTest
  @CsvSource({
    "60, no record",
    "81636a2f62, one part",
    "8463612f6240040 4, four parts",
    "824040, type no text",
    "8263612f6260, value no octets",
    "8363612f624060, indicator no integer",
    "8363612f62401bffffffffffffffff, indicator too large"
  })
  void refusesARecordOfAnotherShape(String record, String why) {
    Cbor raw = Cbor.raw(Bytes.hex(record.replace(" ", "")));

    assertThat(refusal(one(raw)).check()).as(why).isEqualTo("cmw.shape");
  }

  @Test
  void refusesALabelThatIsNoText() {
    Cbor.Map numbered = Cbor.map().put(1, Cbor.array(Cbor.text("a/b"), octets())).build();

    assertThat(refusal(numbered).check()).isEqualTo("evidence.collection.shape");
  }

  @Test
  void missesALabelThatIsNotThere() {
    Rejected refusal = catchThrowableOfType(Rejected.class, () -> collection.item("claims"));

    assertThat(refusal.reason()).isEqualTo(Reason.MISSING_FIELD);
  }

  @Test
  void keepsNoHoldOnTheMapItWasMadeOf() {
    Map<String, CmwCollection.Item> items = new LinkedHashMap<>(collection.items());
    CmwCollection copy = new CmwCollection(items);
    items.clear();

    assertThat(copy).isEqualTo(collection);
  }

  @Test
  void readsOrRefusesWhateverFlips() {
    Bytes octets = collection.encode();
    Random random = new Random(3);
    for (int round = 0; round < 4_000; round++) {
      Bytes flipped = octets.flip(random.nextInt(octets.size()), random.nextInt(8));
      flipped = flipped.slice(0, flipped.size() - random.nextInt(3));
      try {
        assertThat(CmwCollection.parse(flipped, CHECKS)).isNotEqualTo(collection);
      } catch (Rejected refused) {
        assertThat(refused.check()).isNotEmpty();
      }
    }
  }

  private static Cbor octets() {
    return Cbor.octets(Bytes.hex("00"));
  }

  private static Cbor one(Cbor record) {
    return Cbor.map().put("evidence", record).build();
  }

  private static Rejected refusal(Cbor item) {
    return catchThrowableOfType(Rejected.class, () -> CmwCollection.parse(item.encode(), CHECKS));
  }
}
