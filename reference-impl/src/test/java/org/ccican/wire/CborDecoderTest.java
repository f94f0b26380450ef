package org.ccican.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import co.nstant.in.cbor.model.DataItem;
import java.lang.management.ManagementFactory;
import java.util.Random;
import org.ccican.check.BrokenChecks;
import org.ccican.check.CheckCatalogue;
import org.ccican.check.Checks;
import org.ccican.reject.Reason;
import org.ccican.reject.Rejected;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CborDecoderTest {

  private final CborDecoder decoder = new CborDecoder(Checks.unbroken());
  private final CheckCatalogue catalogue = CheckCatalogue.load();

  @Test
  void readsWhatAnotherEncoderWrote() throws Rejected {
    Random random = new Random(8949);
    for (int i = 0; i < 2_000; i++) {
      DataItem item = CborOracle.random(random, 3);
      Bytes octets = CborOracle.encode(item);
      Cbor read = decoder.decode(octets, CborProfile.DEFINITE);

      assertThat(read).isEqualTo(CborOracle.translate(item));
      assertThat(read.encode()).isEqualTo(octets);
      assertThat(read.span().raw()).isEqualTo(octets);
    }
  }

  @Test
  void writesWhatAnotherDecoderReads() {
    Random random = new Random(7049);
    for (int i = 0; i < 1_000; i++) {
      Cbor item = CborOracle.translate(CborOracle.random(random, 3));

      assertThat(CborOracle.translate(CborOracle.decode(item.encode()))).isEqualTo(item);
    }
  }

  /** What must be refused in every profile. */
  @ParameterizedTest
  @CsvSource({
    "'',                 cbor.truncated,     TRUNCATED,       0",
    "18,                 cbor.truncated,     TRUNCATED,       1",
    "19ff,               cbor.truncated,     TRUNCATED,       1",
    "1bffffffffffffff,   cbor.truncated,     TRUNCATED,       1",
    "42aa,               cbor.truncated,     TRUNCATED,       0",
    "6261,               cbor.truncated,     TRUNCATED,       0",
    "8201,               cbor.truncated,     TRUNCATED,       0",
    "82018201,           cbor.truncated,     TRUNCATED,       2",
    "a101,               cbor.truncated,     TRUNCATED,       0",
    "c1,                 cbor.truncated,     TRUNCATED,       1",
    "f9ff,               cbor.truncated,     TRUNCATED,       1",
    "9a7fffffff,         cbor.truncated,     TRUNCATED,       0",
    "ba80000000,         cbor.truncated,     TRUNCATED,       0",
    "5a7fffffff,         cbor.truncated,     TRUNCATED,       0",
    "7a7fffffff,         cbor.truncated,     TRUNCATED,       0",
    "5a10000000,         cbor.truncated,     TRUNCATED,       0",
    "9bffffffffffffffff, cbor.truncated,     TRUNCATED,       0",
    "bb8000000000000000, cbor.truncated,     TRUNCATED,       0",
    "5bffffffffffffffff, cbor.truncated,     TRUNCATED,       0",
    "0000,               cbor.trailing,      TRAILING_OCTETS, 1",
    "82010203,           cbor.trailing,      TRAILING_OCTETS, 3",
    "a201020103,         cbor.duplicate-key, DUPLICATE_KEY,   3",
    "a26161016161 02,    cbor.duplicate-key, DUPLICATE_KEY,   4",
    "a20102180103,       cbor.duplicate-key, DUPLICATE_KEY,   3",
    "a2410001 5f4100ff02, cbor.duplicate-key, DUPLICATE_KEY,  4",
    "bf010a010bff,       cbor.duplicate-key, DUPLICATE_KEY,   3",
    "61ff,               cbor.utf8,          MALFORMED,       0",
    "62c328,             cbor.utf8,          MALFORMED,       0",
    "62c080,             cbor.utf8,          MALFORMED,       0",
    "63eda080,           cbor.utf8,          MALFORMED,       0",
    "8161c3,             cbor.utf8,          MALFORMED,       1",
    "7f61c361a9ff,       cbor.utf8,          MALFORMED,       1",
    "1c,                 cbor.well-formed,   MALFORMED,       0",
    "3d,                 cbor.well-formed,   MALFORMED,       0",
    "5e,                 cbor.well-formed,   MALFORMED,       0",
    "fc,                 cbor.well-formed,   MALFORMED,       0",
    "f800,               cbor.well-formed,   MALFORMED,       0",
    "f818,               cbor.well-formed,   MALFORMED,       0",
    "81f81f,             cbor.well-formed,   MALFORMED,       1",
    "ff,                 cbor.well-formed,   MALFORMED,       0",
    "8201ff,             cbor.well-formed,   MALFORMED,       2",
    "a1ff,               cbor.truncated,     TRUNCATED,       0",
    "a1ff01,             cbor.well-formed,   MALFORMED,       1",
    "bf01ff,             cbor.well-formed,   MALFORMED,       2",
    "c1ff,               cbor.well-formed,   MALFORMED,       1",
    "1f,                 cbor.well-formed,   MALFORMED,       0",
    "3f,                 cbor.well-formed,   MALFORMED,       0",
    "df,                 cbor.well-formed,   MALFORMED,       0",
    "5f5f4100ffff,       cbor.well-formed,   MALFORMED,       1",
    "5f6161ff,           cbor.well-formed,   MALFORMED,       1",
    "7f4161ff,           cbor.well-formed,   MALFORMED,       1",
    "5f00ff,             cbor.well-formed,   MALFORMED,       1",
    "9f01,               cbor.truncated,     TRUNCATED,       2",
    "5f4100,             cbor.truncated,     TRUNCATED,       3"
  })
  void refusesAlways(String hex, String check, Reason reason, int offset) {
    refuses(hex, CborProfile.VALID, check, reason, offset);
  }

  /** What is valid, and yet not the one encoding that there should be. */
  @ParameterizedTest
  @CsvSource({
    "1800,               cbor.shortest, 0",
    "1817,               cbor.shortest, 0",
    "190018,             cbor.shortest, 0",
    "1900ff,             cbor.shortest, 0",
    "1a0000ffff,         cbor.shortest, 0",
    "1b00000000ffffffff, cbor.shortest, 0",
    "3817,               cbor.shortest, 0",
    "5800,               cbor.shortest, 0",
    "780161,             cbor.shortest, 0",
    "9800,               cbor.shortest, 0",
    "b800,               cbor.shortest, 0",
    "d80100,             cbor.shortest, 0",
    "81fa3f800000,       cbor.shortest, 1",
    "fb3ff0000000000000, cbor.shortest, 0",
    "fa7fc00000,         cbor.shortest, 0",
    "a203000100,         cbor.sorted,   3",
    "a2410000 0100,      cbor.sorted,   4",
    "a3 1864 00 18c8 00 01 00, cbor.sorted, 7",
    "5fff,               cbor.definite, 0",
    "7fff,               cbor.definite, 0",
    "819fff,             cbor.definite, 1",
    "bfff,               cbor.definite, 0"
  })
  void refusesInTheDeterministicProfileAlone(String hex, String check, int offset) throws Rejected {
    refuses(hex, CborProfile.DETERMINISTIC, check, Reason.NOT_DETERMINISTIC, offset);
    assertThat(decoder.decode(bytes(hex), CborProfile.VALID)).isNotNull();
    if (check.equals("cbor.definite")) {
      refuses(hex, CborProfile.DEFINITE, check, Reason.NOT_DETERMINISTIC, offset);
    } else {
      assertThat(decoder.decode(bytes(hex), CborProfile.DEFINITE)).isNotNull();
    }
    BrokenChecks broken = new BrokenChecks(catalogue.find(check).orElseThrow());
    assertThat(new CborDecoder(broken).decode(bytes(hex), CborProfile.DETERMINISTIC)).isNotNull();
    assertThat(broken.reached()).isPositive();
  }

  @ParameterizedTest
  @CsvSource({
    "00",
    "17",
    "1818",
    "18ff",
    "190100",
    "1a00010000",
    "1b0000000100000000",
    "1bffffffffffffffff",
    "20",
    "3bffffffffffffffff",
    "40",
    "4100",
    "60",
    "62c3a9",
    "64f09f9880",
    "80",
    "8101",
    "a0",
    "a2010203 04",
    "a3 0a00 1864 00 20 00",
    "c000",
    "d9d9f7a0",
    "f4",
    "f5",
    "f6",
    "f7",
    "e0",
    "f820",
    "f8ff",
    "f93c00",
    "f97e00",
    "fa47c35000",
    "fb3ff199999999999a"
  })
  void takesDeterministicItemsAsTheyAre(String hex) throws Rejected {
    Cbor item = decoder.decode(bytes(hex), CborProfile.DETERMINISTIC);

    assertThat(item.encode()).isEqualTo(bytes(hex));
    assertThat(item.offset()).isZero();
  }

  @Test
  void joinsTheChunksOfAString() throws Rejected {
    assertThat(decoder.decode(bytes("5f410142020340ff"), CborProfile.VALID))
        .isEqualTo(Cbor.octets(Bytes.of(1, 2, 3)));
    assertThat(decoder.decode(bytes("7f61616162ff"), CborProfile.VALID)).isEqualTo(Cbor.text("ab"));
  }

  @Test
  void knowsWhereEachItemStood() throws Rejected {
    Cbor.Map map = (Cbor.Map) decoder.decode(bytes("a2 01 8142aabb 1903e8 f6"), CborProfile.VALID);
    Cbor.Array array = (Cbor.Array) map.find(1).orElseThrow();

    assertThat(array.offset()).isEqualTo(2);
    assertThat(array.items().get(0).span().raw()).isEqualTo(bytes("42aabb"));
    assertThat(map.entries().get(1).key().offset()).isEqualTo(6);
    assertThat(map.find(1000)).contains(Cbor.nil());
  }

  @Test
  void keepsToItsLimits() throws Rejected {
    CborLimits limits = new CborLimits(8, 2, 5, 8, 8);
    CborDecoder narrow = new CborDecoder(Checks.unbroken(), limits);

    assertThat(narrow.decode(bytes("818100"), CborProfile.VALID)).isNotNull();
    assertThat(refusal(narrow, "81818100").check()).isEqualTo("cbor.limit.depth");
    assertThat(refusal(narrow, "c1c1c100").check()).isEqualTo("cbor.limit.depth");
    assertThat(narrow.decode(bytes("8400000000"), CborProfile.VALID)).isNotNull();
    assertThat(refusal(narrow, "850000000000").check()).isEqualTo("cbor.limit.items");
    assertThat(refusal(narrow, "5f4040404040ff").check()).isEqualTo("cbor.limit.items");
    assertThat(refusal(narrow, "480000000000000000").check()).isEqualTo("cbor.limit.octets");
    for (String hex : new String[] {"81818100", "850000000000", "480000000000000000"}) {
      Rejected refusal = refusal(narrow, hex);
      assertThat(refusal.reason()).isEqualTo(Reason.LIMIT_EXCEEDED);
      BrokenChecks broken = new BrokenChecks(catalogue.find(refusal.check()).orElseThrow());
      assertThat(new CborDecoder(broken, limits).decode(bytes(hex), CborProfile.VALID)).isNotNull();
    }
  }

  @Test
  void stopsAtDepthBeforeTheStackDoes() {
    for (String level : new String[] {"81", "9f", "a100", "bf00", "c1"}) {
      assertThat(refusal(decoder, level.repeat(10_000) + "00").check())
          .isEqualTo("cbor.limit.depth");
    }
  }

  @Test
  void takesNoMemoryForOctetsThatAreNotThere() {
    com.sun.management.ThreadMXBean threads =
        (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    String[] claims = {
      "9a7fffffff", "ba80000000", "5a7fffffff", "7a7fffffff", "5a10000000", "9a00ffffff".repeat(40)
    };
    for (String claim : claims) {
      refusal(decoder, claim);
      long before = threads.getCurrentThreadAllocatedBytes();
      refusal(decoder, claim);
      assertThat(threads.getCurrentThreadAllocatedBytes() - before).as(claim).isLessThan(1 << 20);
    }
  }

  @Test
  void managesKeysWhoseHashesCollide() throws Rejected {
    Cbor.MapBuilder map = Cbor.map();
    for (int i = 0; i < 1 << 14; i++) {
      StringBuilder key = new StringBuilder();
      for (int bit = 0; bit < 14; bit++) {
        key.append((i >> bit & 1) == 0 ? "Aa" : "BB");
      }
      map.put(key.toString(), Cbor.integer(i));
    }
    Bytes octets = map.build().encode();

    Cbor.Map read = (Cbor.Map) decoder.decode(octets, CborProfile.DETERMINISTIC);
    assertThat(read.entries()).hasSize(1 << 14);
  }

  @Test
  void answersAnyOctetsWithAnItemOrARefusal() {
    Random random = new Random(1);
    for (int i = 0; i < 30_000; i++) {
      byte[] octets = new byte[random.nextInt(60)];
      random.nextBytes(octets);
      Bytes bad = Bytes.of(octets);
      if (i % 2 == 0) {
        bad = CborOracle.encode(CborOracle.random(random, 2));
        bad = bad.flip(random.nextInt(bad.size()), random.nextInt(8));
        bad = bad.slice(0, random.nextInt(bad.size() + 1));
      }
      for (CborProfile profile : CborProfile.values()) {
        try {
          decoder.decode(bad, profile);
        } catch (Rejected e) {
          assertThat(catalogue.find(e.check())).as(e.check()).isPresent();
        }
      }
    }
  }

  private void refuses(String hex, CborProfile profile, String check, Reason reason, int offset) {
    Rejected refusal =
        catchThrowableOfType(Rejected.class, () -> decoder.decode(bytes(hex), profile));
    assertThat(refusal).as(hex).isNotNull();
    assertThat(refusal.check()).isEqualTo(check);
    assertThat(refusal.reason()).isEqualTo(reason);
    assertThat(refusal.getMessage()).containsPattern("offset " + offset + "\\b");
  }

  private static Rejected refusal(CborDecoder decoder, String hex) {
    Rejected refusal =
        catchThrowableOfType(Rejected.class, () -> decoder.decode(bytes(hex), CborProfile.VALID));
    assertThat(refusal).as(hex).isNotNull();
    return refusal;
  }

  private static Bytes bytes(String hex) {
    return Bytes.hex(hex.replace(" ", ""));
  }
}
