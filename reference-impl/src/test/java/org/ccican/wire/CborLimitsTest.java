package org.ccican.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.stream.Stream;
import org.ccican.check.BrokenChecks;
import org.ccican.check.CheckCatalogue;
import org.ccican.check.Checks;
import org.ccican.reject.Reason;
import org.ccican.reject.Rejected;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What a stranger can make the decoder do: counted in octets visited and octets allocated. */
class CborLimitsTest {

  /** Octets allocated by a decoder as such and by its refusal. */
  private static final long FIXED = 32 << 10;

  /** Octets allocated by an item of no content: the object, its span, its place in a list. */
  private static final long ITEM = 256;

  /** Octets allocated for one of a string: its copy, its characters, and those grown by half. */
  private static final long OCTET = 12;

  private static final CborLimits LIMITS = CborLimits.DEFAULT;
  private static final CborLimits SMALL = new CborLimits(64, 4, 10, 6, 8);

  /**
   * What is refused, and after how many octets at the latest.
   *
   * @param visited octets that may be looked at before the refusal
   * @param allocated octets that may be taken from the heap before it
   */
  record Attack(String name, Bytes octets, String check, long visited, long allocated) {

    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Attack> attacks() {
    return Stream.of(
        new Attack(
            "a message of 100 MiB",
            Bytes.concat(Bytes.hex("5a06400000"), Bytes.zero(100 << 20)),
            "cbor.limit.octets",
            0,
            FIXED),
        claim("a map of 2^31 entries", "ba80000000", "cbor.truncated"),
        claim("a map of 2^64 - 1 entries", "bbffffffffffffffff", "cbor.truncated"),
        claim("an array of 2^31 elements", "9a80000000", "cbor.truncated"),
        claim("octets that are not there", "5a7fffffff", "cbor.truncated"),
        claim("2^64 - 1 octets", "5bffffffffffffffff", "cbor.truncated"),
        claim("text that is not there", "7a7fffffff0000", "cbor.truncated"),
        claim("a chunk that is not there", "5f4100" + "5a7fffffff", "cbor.truncated"),
        new Attack(
            "an array of more elements than items are taken, all there",
            Bytes.concat(Bytes.hex("9a00010000"), Bytes.zero(1 << 16)),
            "cbor.limit.items",
            5,
            FIXED),
        new Attack(
            "a map of more entries than items are taken, all there",
            Bytes.concat(Bytes.hex("b98000"), Bytes.zero(1 << 16)),
            "cbor.limit.items",
            3,
            FIXED),
        deep("10,000 arrays", "81"),
        deep("10,000 arrays without length", "9f"),
        deep("10,000 maps", "a100"),
        deep("10,000 maps as keys", "a1"),
        deep("10,000 tags", "c1"),
        claim("10,000 arrays that claim 16 million", "9a00ffffff".repeat(10_000), "cbor.truncated"),
        endless("arrays without end", "9f" + "00".repeat(LIMITS.items())),
        endless("a map without end", "bf" + keys(LIMITS.items() / 2)),
        endless("chunks without end", "5f" + "40".repeat(LIMITS.items())),
        endless("chunks of text without end", "7f" + "60".repeat(LIMITS.items())),
        new Attack(
            "a string of 9 MiB",
            Bytes.concat(Bytes.hex("5a00900000"), Bytes.zero(9 << 20)),
            "cbor.limit.string",
            5,
            FIXED),
        new Attack(
            "a text of 9 MiB",
            Bytes.concat(Bytes.hex("7a00900000"), Bytes.zero(9 << 20)),
            "cbor.limit.string",
            5,
            FIXED),
        new Attack(
            "chunks of 9 MiB together",
            chunks("5f", "5a00100000", 9),
            "cbor.limit.string",
            (8L << 20) + 64,
            OCTET * LIMITS.string()),
        new Attack(
            "chunks of text of 9 MiB together",
            chunks("7f", "7a00100000", 9),
            "cbor.limit.string",
            (16L << 20) + 64,
            OCTET * LIMITS.string()),
        new Attack(
            "keys of 9 MiB together",
            bigKeys(9, 1 << 20),
            "cbor.limit.keys",
            (4L << 20) + 64,
            OCTET * (2L << 20)),
        new Attack(
            "one key of a quarter of a MiB inside 30 others",
            Bytes.concat(
                Bytes.hex("a1".repeat(30) + "5a00040000"), Bytes.zero(1 << 18), Bytes.zero(31)),
            "cbor.limit.keys",
            (2L << 20) + 64,
            OCTET * (2L << 20)));
  }

  @ParameterizedTest
  @MethodSource("attacks")
  void refusesAfterSoManyOctets(Attack attack) {
    Cost cost = new Cost();
    // The first decoding loads the classes; what the second allocates is the decoder's own.
    refusal(attack, LIMITS, new Cost());
    Rejected refusal = cost.of(() -> refusal(attack, LIMITS, cost));

    assertThat(refusal.check()).isEqualTo(attack.check());
    assertThat(cost.visited()).isLessThanOrEqualTo(attack.visited());
    assertThat(cost.allocated()).isLessThanOrEqualTo(attack.allocated());
  }

  /** Whatever is taken costs no more than its items and its octets, whatever it looks like. */
  @Test
  void takesTheLargestInputsForABoundedPrice() throws Rejected {
    int half = LIMITS.items() / 2 - 1;
    Bytes[] largest = {
      Bytes.concat(Bytes.hex("99ffff"), Bytes.zero(LIMITS.items() - 1)),
      Bytes.concat(Bytes.hex("b97fff"), Bytes.hex(keys(half))),
      Bytes.concat(Bytes.hex("5a00800000"), Bytes.zero(8 << 20)),
      Bytes.concat(Bytes.hex("7a00800000"), Bytes.zero(8 << 20)),
      Bytes.concat(chunks("7f", "7a00100000", 8), Bytes.of(0xff)),
      Bytes.hex("81".repeat(LIMITS.depth()) + "00")
    };
    for (Bytes octets : largest) {
      new CborDecoder(Checks.unbroken()).decode(octets, CborProfile.VALID);
      Cost cost = new Cost();
      cost.of(
          () -> new CborDecoder(Checks.unbroken(), LIMITS, cost).decode(octets, CborProfile.VALID));

      assertThat(cost.visited()).isGreaterThanOrEqualTo(octets.size());
      assertThat(cost.visited()).isLessThanOrEqualTo(3L * octets.size() + LIMITS.keys());
      assertThat(cost.allocated())
          .isLessThanOrEqualTo(ITEM * LIMITS.items() + OCTET * octets.size());
    }
  }

  /** Each limit from both sides, and each as the one thing that refuses. */
  @ParameterizedTest
  @CsvSource({
    "cbor.limit.depth,  8181818100,                 818181818100",
    "cbor.limit.depth,  c1c1c1c100,                 c1c1c1c1c100",
    "cbor.limit.depth,  81a10081a10000,             81a10081a1008100",
    "cbor.limit.items,  89000000000000000000,       8a00000000000000000000",
    "cbor.limit.items,  9f000000000000000000ff,     9f00000000000000000000ff",
    "cbor.limit.items,  5f404040404040404040ff,     5f40404040404040404040ff",
    "cbor.limit.items,  a4000001000200030 0,        a50000010002000300 0400",
    "cbor.limit.string, 46000000000000,             4700000000000000",
    "cbor.limit.string, 66616161616161,             6761616161616161",
    "cbor.limit.string, 5f430000004300 0000ff,      5f43000000440000 0000ff",
    "cbor.limit.string, 7f6361616163616161ff,       7f636161616461616161ff",
    "cbor.limit.keys,   a2430000000043000001 00,    a243000000004400000001 00",
    "cbor.limit.keys,   a1831a000000010000 00,      a1831a00000001001800 00"
  })
  void drawsEachLineBetweenTwoNeighbours(String check, String taken, String refused)
      throws Rejected {
    CborDecoder decoder = new CborDecoder(Checks.unbroken(), SMALL);
    assertThat(decoder.decode(bytes(taken), CborProfile.VALID)).isNotNull();
    Rejected refusal =
        catchThrowableOfType(
            Rejected.class, () -> decoder.decode(bytes(refused), CborProfile.VALID));

    assertThat(refusal).isNotNull();
    assertThat(refusal.reason()).isEqualTo(Reason.LIMIT_EXCEEDED);
    assertThat(refusal.check()).isEqualTo(check);
    BrokenChecks broken = new BrokenChecks(CheckCatalogue.load().find(check).orElseThrow());
    assertThat(new CborDecoder(broken, SMALL).decode(bytes(refused), CborProfile.VALID))
        .isNotNull();
  }

  @Test
  void drawsTheLineOfTheWholeInput() throws Rejected {
    CborLimits limits = new CborLimits(8, 4, 10, 8, 8);
    CborDecoder decoder = new CborDecoder(Checks.unbroken(), limits);

    assertThat(decoder.decode(bytes("4700000000000000"), CborProfile.VALID)).isNotNull();
    Rejected refusal =
        catchThrowableOfType(
            Rejected.class, () -> decoder.decode(bytes("480000000000000000"), CborProfile.VALID));
    assertThat(refusal.check()).isEqualTo("cbor.limit.octets");
  }

  private static Rejected refusal(Attack attack, CborLimits limits, CborMeter meter) {
    CborDecoder decoder = new CborDecoder(Checks.unbroken(), limits, meter);
    try {
      decoder.decode(attack.octets(), CborProfile.VALID);
    } catch (Rejected refusal) {
      return refusal;
    }
    throw new AssertionError(attack + " was taken");
  }

  private static Attack claim(String name, String hex, String check) {
    return new Attack(name, Bytes.hex(hex), check, Math.min(hex.length(), 32), FIXED);
  }

  private static Attack deep(String name, String level) {
    Bytes octets = Bytes.hex(level.repeat(10_000) + "00");
    long visited = 3L * (LIMITS.depth() + 1) * level.length() / 2;
    return new Attack(name, octets, "cbor.limit.depth", visited, FIXED);
  }

  private static Attack endless(String name, String hex) {
    long octets = hex.length() / 2;
    return new Attack(name, Bytes.hex(hex), "cbor.limit.items", 3 * octets, ITEM * LIMITS.items());
  }

  /** So many distinct keys of five octets, each with a value of one. */
  private static String keys(int count) {
    StringBuilder keys = new StringBuilder();
    for (int key = 0; key < count; key++) {
      keys.append("1a%08x00".formatted(0x10000 + key));
    }
    return keys.toString();
  }

  /** Chunks of 1 MiB of zeros, which are text as well. */
  private static Bytes chunks(String head, String each, int count) {
    Bytes[] parts = new Bytes[1 + 2 * count];
    parts[0] = Bytes.hex(head);
    for (int chunk = 0; chunk < count; chunk++) {
      parts[1 + 2 * chunk] = Bytes.hex(each);
      parts[2 + 2 * chunk] = Bytes.zero(1 << 20);
    }
    return Bytes.concat(parts);
  }

  private static Bytes bigKeys(int count, int size) {
    Bytes[] parts = new Bytes[1 + 3 * count];
    parts[0] = Bytes.of(0xa0 + count);
    for (int key = 0; key < count; key++) {
      parts[1 + 3 * key] = Bytes.hex("5a%08x".formatted(size));
      parts[2 + 3 * key] = Bytes.zero(size).with(0, Bytes.of(key));
      parts[3 + 3 * key] = Bytes.of(0);
    }
    return Bytes.concat(parts);
  }

  private static Bytes bytes(String hex) {
    return Bytes.hex(hex.replace(" ", ""));
  }
}
