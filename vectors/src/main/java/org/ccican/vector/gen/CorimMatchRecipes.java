package org.ccican.vector.gen;

import java.util.List;
import java.util.Optional;

/** The vectors of what needs two messages, or compares what was found with a condition. */
final class CorimMatchRecipes {

  private static final String KEY = "560(h'010203')";
  private static final String OTHER_KEY = "560(h'04')";
  private static final String DIGEST =
      "[1, h'e45b72f5c0c0b572db4d8d3ab7e97f368ff74e62347a824decb67a84e5224d75']";
  private static final String LONG_DIGEST = "[7, h'" + "11".repeat(48) + "']";
  private static final String HEAD =
      "{0: \"corim.example/4\", 1: [506(<<{1: {0: \"comid-1\", 1: 7}, 4: {";
  private static final String CONDITION =
      "{0: \"firmware\", 1: {1: 553(3), 2: ["
          + DIGEST
          + "], 3: {3: false}, 4: 560(h'0102'), 5: h'ff00', 11: \"name\", 13: ["
          + KEY
          + "], 14: {0: ["
          + DIGEST
          + "]}, 15: 564([1, 9])}, 2: ["
          + KEY
          + "]}";
  private static final String FOUND =
      "{0: \"firmware\", 1: {1: 552(3), 2: ["
          + DIGEST
          + ", "
          + LONG_DIGEST
          + "], 3: {3: false, 4: true}, 4: 560(h'01ff'), 11: \"name\", 13: ["
          + KEY
          + ", "
          + OTHER_KEY
          + "], 14: {0: ["
          + DIGEST
          + "], 1: ["
          + DIGEST
          + "]}, 15: 5}, 2: ["
          + OTHER_KEY
          + ", "
          + KEY
          + "]}";
  private static final String MATCHING =
      "501("
          + HEAD
          + "0: [[{0: {1: \"ACME\", 2: \"Coyote\"}}, ["
          + CONDITION
          + "]]], 1: [[{0: {1: \"ACME\", 2: \"Coyote\", 3: 1}}, ["
          + FOUND
          + "]]]}}>>)]})";
  private static final String REVISED =
      "[<<501("
          + HEAD
          + "0: [[{0: {1: \"ACME\"}}, [{1: {1: 1}}]]]}}>>)]})>>, <<501({0: \"corim.example/5\", 1:"
          + " [506(<<{1: {0: \"comid-1\", 1: 8}, 4: {0: [[{0: {1: \"ACME\"}}, [{1: {1:"
          + " 2}}]]]}}>>)]})>>]";

  /** Accepted as well, in columns as {@link MessageFile#also} has them. */
  private static final String ALSO =
      """
      match | match.svn-more       | 8.3.4.4.5.3 | 32 | More than the minimum.                         | 552(3) | 4
      match | match.svn-exact      | 8.3.4.4.5.3 | 32 | A version that is asked for exactly.           | 553(3) | 3
      match | match.svn-minimum    | 8.3.4.4.5.3 | 32 | The same minimum on both sides.                | 552(3) | 553(3)
      match | match.mask-aside     | 8.3.4.4.5.5 | 34 | Other bits where the mask has zeros.           | h'01ff' | h'0100'
      match | match.range-least    | 8.3.4.4.5.8 | 36 | The smallest number of the range.              | 15: 5} | 15: 1}
      match | match.range-most     | 8.3.4.4.5.8 | 36 | The greatest number of the range.              | 15: 5} | 15: 9}
      match | match.range-within   | 8.3.4.4.5.8 | 36 | A range within the range.                      | 15: 5} | 15: 564([2, 9])}
      match | match.register-name  | 8.3.4.4.5.7 | 35 | A further register that has a name.            | , 1: [$DIGEST]}, 15 | , "pcr": [$DIGEST]}, 15
      match | match.keys-order     | 8.3.4.4.2   | 30 | Authorities in another order.                  | 2: [560(h'04'), $KEY]} | 2: [$KEY, 560(h'04')]}
      match | match.key-longer     | 8.3.4.4.2   | 30 | The same key in a longer encoding.             | 2: [560(h'04'), $KEY]} | 2: [560(h'04'), #d902305803010203#]}
      revised | revised.other      | 5.1.1.2     | 12 | An older version of another tag.               | "comid-1", 1: 8 | "comid-2", 1: 6
      """;

  /** Refused, in columns as {@link MessageFile#refusals} has them. */
  private static final String REFUSED =
      """
      match | match.environment-class | corim.match.environment | MEASUREMENT_MISMATCH | 8.3.4.4.1   | 29 | Another model.                                     | "Coyote", 3: 1 | "Roadrunner", 3: 1
      match | match.environment-less  | corim.match.environment | MEASUREMENT_MISMATCH | 8.3.4.4.1   | 29 | Nothing is said of the model.                      | 2: "Coyote", 3: 1 | 3: 1
      match | match.elements          | corim.match.elements    | MEASUREMENT_MISMATCH | 8.3.4.4.3   | 31 | A second element that nothing satisfies.           | , 15: 564([1, 9])}, 2: [$KEY]} | , 15: 564([1, 9])}, 2: [$KEY]}, {0: "second", 1: {1: 1}}
      match | match.element-other     | corim.match.element     | MEASUREMENT_MISMATCH | 8.3.4.4.4   | 31 | The values of another element.                     | {0: "firmware", 1: {1: 552(3) | {0: "loader", 1: {1: 552(3)
      match | match.element-none      | corim.match.element     | MEASUREMENT_MISMATCH | 8.3.4.4.4   | 31 | Values of no element.                              | {0: "firmware", 1: {1: 552(3) | {1: {1: 552(3)
      match | match.authority         | corim.match.authority   | MEASUREMENT_MISMATCH | 8.3.4.4.2   | 30 | Somebody else claims it.                           | 2: [560(h'04'), $KEY]} | 2: [560(h'04'), 560(h'05')]}
      match | match.authority-none    | corim.match.authority   | MEASUREMENT_MISMATCH | 8.3.4.4.2   | 30 | Nobody claims it.                                  | , 2: [560(h'04'), $KEY]} | }
      match | match.attribute-less    | corim.match.attribute   | MEASUREMENT_MISMATCH | 8.3.4.4.5.1 | 31 | A value of the condition is not there.             | 15: 5}, 2 | -2: 5}, 2
      match | match.attribute-unknown | corim.match.attribute   | MEASUREMENT_MISMATCH | 8.3.4.4.5.1 | 37 | A value that nobody can compare.                   | 15: 564([1, 9])} | 15: 564([1, 9]), -1: 1}
      match | match.svn-less          | corim.match.svn         | MEASUREMENT_MISMATCH | 8.3.4.4.5.3 | 32 | Less than the minimum.                             | 552(3) | 552(2)
      match | match.svn-other         | corim.match.svn         | MEASUREMENT_MISMATCH | 8.3.4.4.5.3 | 32 | More than a version that is asked for exactly.     | 553(3) | 2
      match | match.svn-at-least      | corim.match.svn         | MEASUREMENT_MISMATCH | 8.3.4.4.5.3 | 32 | A minimum is no version.                           | 552(3) | 553(4)
      match | match.digest-other      | corim.match.digests     | MEASUREMENT_MISMATCH | 8.3.4.4.5.4 | 33 | Another digest of the same algorithm.              | {1: 552(3), 2: [[1, h'e4 | {1: 552(3), 2: [[1, h'e5
      match | match.digest-apart      | corim.match.digests     | MEASUREMENT_MISMATCH | 8.3.4.4.5.4 | 33 | No algorithm in common.                            | {1: 552(3), 2: [$DIGEST, | {1: 552(3), 2: [
      match | match.digest-one-of-two | corim.match.digests     | MEASUREMENT_MISMATCH | 8.3.4.4.5.4 | 33 | One of two common digests is another.              | {1: 553(3), 2: [$DIGEST] | {1: 553(3), 2: [$DIGEST, [7, h'121212121212121212121212121212121212121212121212121212121212121212121212121212121212121212121212']]
      match | match.flag              | corim.match.value       | MEASUREMENT_MISMATCH | 8.3.4.4.5   | 31 | A flag is set.                                     | 3: {3: false, 4 | 3: {3: true, 4
      match | match.name              | corim.match.value       | MEASUREMENT_MISMATCH | 8.3.4.4.5   | 31 | Another name.                                      | h'01ff'), 11: "name" | h'01ff'), 11: "Name"
      match | match.raw-value         | corim.match.raw-value   | MEASUREMENT_MISMATCH | 8.3.4.4.5.5 | 34 | A bit where the mask has a one.                    | h'01ff' | h'00ff'
      match | match.raw-longer        | corim.match.raw-value   | MEASUREMENT_MISMATCH | 8.3.4.4.5.5 | 34 | An octet more than the mask.                       | h'01ff' | h'01ff00'
      match | match.keys-other        | corim.match.keys        | MEASUREMENT_MISMATCH | 8.3.4.4.5.6 | 30 | The key of the condition is the second.            | 13: [$KEY, 560(h'04')] | 13: [560(h'04'), $KEY]
      match | match.keys-more         | corim.match.keys        | MEASUREMENT_MISMATCH | 8.3.4.4.5.6 | 30 | The condition has more keys.                       | 13: [$KEY], 14 | 13: [$KEY, 560(h'04'), 560(h'05')], 14
      match | match.register-missing  | corim.match.registers   | MEASUREMENT_MISMATCH | 8.3.4.4.5.7 | 35 | A register of the condition is not there.          | {0: [$DIGEST], 1: [$DIGEST]} | {2: [$DIGEST], 1: [$DIGEST]}
      match | match.register-other    | corim.match.registers   | MEASUREMENT_MISMATCH | 8.3.4.4.5.7 | 35 | A register with another digest.                    | {0: [$DIGEST], 1: [$DIGEST]} | {0: [[7, h'111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111']], 1: [$DIGEST]}
      match | match.range-above       | corim.match.range       | MEASUREMENT_MISMATCH | 8.3.4.4.5.8 | 36 | One more than the greatest number.                 | 15: 5} | 15: 10}
      match | match.range-below       | corim.match.range       | MEASUREMENT_MISMATCH | 8.3.4.4.5.8 | 36 | One less than the smallest number.                 | 15: 5} | 15: 0}
      match | match.range-open        | corim.match.range       | MEASUREMENT_MISMATCH | 8.3.4.4.5.8 | 36 | A range that has no end.                           | 15: 5} | 15: 564([2, null])}
      revised | revised.same          | corim.tag.version       | ROLLED_BACK          | 5.1.1.2     | 12 | A revision of the same version.                    | 1: 8 | 1: 7
      revised | revised.older         | corim.tag.version       | ROLLED_BACK          | 5.1.1.2     | 12 | A revision of an older version.                    | 1: 8 | 1: 6
      hashed | hashed.other           | corim.signed.digest     | DIGEST_MISMATCH      | 4.2         | 7  | Another manifest than the one that is signed.      | )))>>, <<501({0: "corim.example/1" | )))>>, <<501({0: "corim.example/9"
      hashed | hashed.algorithm       | corim.signed.digest     | DIGEST_MISMATCH      | 4.2         | 7  | A digest of another algorithm.                     | 258: -16 | 258: -43
      hashed | hashed.unknown         | corim.signed.digest     | DIGEST_MISMATCH      | 4.2         | 7  | A digest of an algorithm that nobody knows.        | 258: -16 | 258: -4711
      hashed | hashed.type            | corim.signed.type       | WRONG_TYPE           | 4.2.1       | 5  | What is hashed is said to be something else.       | 259: "application/rim+cbor" | 259: "application/cbor"
      list   | list.expired           | corim.list.valid        | EXPIRED              | 6           | 21 | A list that counted until yesterday.               | 1: 1(1798761600) | 1: 1(1780228800)
      list   | list.early             | corim.list.valid        | EXPIRED              | 6           | 21 | A list that counts from tomorrow.                  | 0: 1(1767225600) | 0: 1(1790000000)
      """;

  private CorimMatchRecipes() {}

  /**
   * @param plain a manifest
   */
  static void add(MessageFile file, String plain) {
    base(file, "match", "8.3.4.4", 31, "Endorsed is what the reference asks for.", MATCHING);
    base(file, "revised", "5.1.1.2", 12, "A tag and its revision.", REVISED);
    String hashed =
        "[<<18(sign1(signer, <<{1: -7, 258: -16, 259: \"application/rim+cbor\", 15: {1:"
            + " \"ACME\"}}>>, {}, sha256("
            + plain
            + ")))>>, <<"
            + plain
            + ">>]";
    base(file, "hashed", "4.2", 7, "A manifest apart, and its digest signed.", hashed);
    file.also(ALSO);
    file.refusals(REFUSED);
  }

  private static void base(
      MessageFile file,
      String name,
      String section,
      int requirement,
      String comment,
      String notation) {
    file.base(
        "base." + name,
        section,
        requirement,
        comment,
        new MessageFile.Scene(
            "corim-" + name,
            notation,
            name.equals("hashed") ? List.of("signer") : List.of(),
            MessageFile.NOON,
            Optional.empty()));
  }
}
