package org.ccican.vector.gen;

import java.util.List;

/**
 * What Verifiers refuse of triples and of what is measured, as {@link MessageFile#refusals} has it.
 */
final class CorimTripleRefusals {

  /** Of environments. */
  private static final String ENVIRONMENTS =
      """
      plain | environment.empty          | corim.environment.not-empty | MISSING_FIELD | 5.1.4.1   | 14 | A triple about nothing.           | $ENVIRONMENT | {}
      plain | environment.class-empty    | corim.environment.not-empty | MISSING_FIELD | 5.1.4.1.1 | 14 | A class that says nothing.        | {0: 37(h'31fb5abf023e4992aa4e95f9c1503bfa'), 1: "ACME", 2: "Roadrunner"} | {}
      plain | environment.class-id-text  | corim.shape                 | WRONG_TYPE    | 5.1.4.1.1 | 14 | A class named by a bare text.     | 37(h'31fb5abf023e4992aa4e95f9c1503bfa') | "class"
      plain | environment.uuid-short     | corim.shape                 | WRONG_TYPE    | 7.4       | 14 | A UUID of 15 octets.              | 37(h'31fb5abf023e4992aa4e95f9c1503bfa') | 37(h'31fb5abf023e4992aa4e95f9c1503b')
      plain | environment.vendor-octets  | corim.shape                 | WRONG_TYPE    | 5.1.4.1.1 | 14 | A vendor is a text.               | 1: "ACME", 2: "Roadrunner" | 1: h'00', 2: "Roadrunner"
      plain | environment.layer-negative | corim.shape                 | WRONG_TYPE    | 5.1.4.1.1 | 14 | A layer has no sign.              | 2: "Roadrunner" | 2: "Roadrunner", 3: -1
      plain | environment.ueid-long      | corim.shape                 | WRONG_TYPE    | 7.5       | 14 | A UEID of 34 octets.              | 550(h'02deadbeefdead') | 550(h'02020202020202020202020202020202020202020202020202020202020202020202')
      plain | environment.ueid-short     | corim.shape                 | WRONG_TYPE    | 7.5       | 14 | A UEID of 6 octets.               | 550(h'02deadbeefdead') | 550(h'02deadbeefde')
      plain | environment.instance-text  | corim.shape                 | WRONG_TYPE    | 5.1.4.1.2 | 14 | An instance named by a bare text. | 550(h'02deadbeefdead') | "one"
      """;

  /** Of digests and measured elements. */
  private static final String DIGESTS =
      """
      plain | digest.none                  | corim.list.not-empty  | MISSING_FIELD | 7.7           | 23 | A list of no digests.                | [$DIGEST] | []
      plain | digest.twice                 | corim.digest.unique   | DUPLICATE_KEY | 7.7           | 23 | Two digests of one algorithm.        | [$DIGEST] | [$DIGEST, [1, h'0000000000000000000000000000000000000000000000000000000000000000']]
      plain | digest.short                 | corim.digest.size     | OUT_OF_RANGE  | RFC 6920 §9.4 | 23 | One octet too few.                   | 4d75'] | 4d']
      plain | digest.long                  | corim.digest.size     | OUT_OF_RANGE  | RFC 6920 §9.4 | 23 | One octet too many.                  | 4d75'] | 4d7500']
      plain | digest.empty-of-name         | corim.digest.size     | OUT_OF_RANGE  | 7.7           | 23 | An algorithm by name, and no octets. | $DIGEST | ["mine", h'']
      plain | digest.text                  | corim.shape           | WRONG_TYPE    | 7.7           | 23 | A digest in hexadecimal digits.      | $DIGEST | [1, "e45b"]
      plain | digest.three-parts           | corim.shape           | WRONG_TYPE    | 7.7           | 23 | A part too many.                     | [1, h'e4 | [1, 1, h'e4
      plain | measurement.no-value         | corim.shape           | MISSING_FIELD | 5.1.4.5       | 15 | A measurement without its values.    | , 1: {2: [$DIGEST]} |
      plain | measurement.empty            | corim.value.not-empty | MISSING_FIELD | 5.1.4.5       | 15 | A map of no values.                  | {2: [$DIGEST]} | {}
      plain | measurement.element-octets   | corim.shape           | WRONG_TYPE    | 5.1.4.5.1     | 15 | An element named by bare octets.     | 0: "firmware" | 0: h'00'
      plain | measurement.element-negative | corim.shape           | WRONG_TYPE    | 5.1.4.5.1     | 15 | An element's number has no sign.     | 0: "firmware" | 0: -1
      plain | measurement.label-text       | corim.shape           | WRONG_TYPE    | 5.1.4.5       | 15 | A value under a name.                | {2: [$DIGEST]} | {"digests": [$DIGEST]}
      """;

  /** Of measured values. */
  private static final String VALUES =
      """
      values | value.version-bare    | corim.shape            | WRONG_TYPE    | 5.1.4.5.2   | 15 | A version without its map.               | {0: "1.0"} | "1.0"
      values | value.svn-negative    | corim.shape            | WRONG_TYPE    | 5.1.4.5.3   | 32 | A security version has no sign.          | 553(3) | 553(-3)
      values | value.svn-other-tag   | corim.shape            | WRONG_TYPE    | 5.1.4.5.3   | 32 | A tag that is neither.                   | 553(3) | 551(3)
      values | value.flag-number     | corim.shape            | WRONG_TYPE    | 5.1.4.5.5   | 15 | A flag is true or false.                 | {3: false} | {3: 0}
      values | value.raw-bare        | corim.raw-value.tagged | WRONG_TYPE    | 5.1.4.5.6   | 15 | A raw value without its tag.             | 560(h'0102') | h'0102'
      values | value.raw-text        | corim.shape            | WRONG_TYPE    | 5.1.4.5.6   | 15 | A raw value is octets.                   | 560(h'0102') | 560("0102")
      values | value.mask-long       | corim.raw-value.mask   | OUT_OF_RANGE  | 8.3.4.4.5.5 | 34 | A mask longer than its value.            | 5: h'ff00' | 5: h'ff0000'
      values | value.mask-alone      | corim.shape            | MISSING_FIELD | 5.1.4.5.6   | 15 | A mask of no value.                      | 4: 560(h'0102'),  |
      values | value.masked-short    | corim.raw-value.mask   | OUT_OF_RANGE  | 8.3.4.4.5.5 | 34 | A mask shorter than its value, as today. | 4: 560(h'0102'), 5: h'ff00' | 4: 563([h'0102', h'ff'])
      values | value.mac             | corim.shape            | WRONG_TYPE    | 5.1.4.5.7   | 15 | A MAC address of 5 octets.               | h'010203040506' | h'0102030405'
      values | value.ip              | corim.shape            | WRONG_TYPE    | 5.1.4.5.7   | 15 | An IP address of 5 octets.               | h'7f000001' | h'7f00000100'
      values | value.register-octets | corim.shape            | WRONG_TYPE    | 5.1.4.7     | 35 | A register named by octets.              | 14: {0: | 14: {h'00':
      values | value.register-empty  | corim.list.not-empty   | MISSING_FIELD | 5.1.4.7     | 35 | A register without a digest.             | 14: {0: [$DIGEST]} | 14: {0: []}
      values | value.range-order     | corim.range.order      | OUT_OF_RANGE  | 5.1.4.8     | 36 | A range that runs backwards.             | [1, 9] | [9, 1]
      values | value.range-tag       | corim.range.order      | OUT_OF_RANGE  | 5.1.4.8     | 36 | A range under another tag.               | 564( | 565(
      values | value.range-float     | corim.shape            | WRONG_TYPE    | 5.1.4.8     | 36 | A bound is a whole number.               | [1, 9] | [1, 9.5]
      values | value.authority-none  | corim.list.not-empty   | MISSING_FIELD | 5.1.4.5     | 15 | A list of no authority.                  | 2: [$KEY] | 2: []
      """;

  /** Of triples. */
  private static final String TRIPLES =
      """
      keys        | key.bare                 | corim.shape          | WRONG_TYPE    | 5.1.4.4 | 18 | A key without its tag.                 | 2: [[$OTHER, [560(h'010203')]]] | 2: [[$OTHER, [h'010203']]]
      keys        | key.unknown-tag          | corim.shape          | WRONG_TYPE    | 5.1.4.4 | 18 | A key under a tag that is not defined. | 2: [[$OTHER, [560( | 2: [[$OTHER, [569(
      keys        | key.none                 | corim.list.not-empty | MISSING_FIELD | 5.1.9   | 18 | A list of no keys.                     | 2: [[$OTHER, [560(h'010203')]]] | 2: [[$OTHER, []]]
      keys        | key.pem-octets           | corim.shape          | WRONG_TYPE    | 5.1.4.4 | 18 | PEM is a text.                         | 2: [[$OTHER, [560( | 2: [[$OTHER, [554(
      keys        | key.condition-list       | corim.shape          | WRONG_TYPE    | 5.1.10  | 19 | Conditions are a map.                  | {0: "firmware", 1: [560(h'010203')]} | []
      endorsed    | triple.one-part          | corim.shape          | WRONG_TYPE    | 5.1.5   | 9  | An environment and nothing about it.   | , [{1: {11: "name"}}] |
      endorsed    | triple.no-measurements   | corim.list.not-empty | MISSING_FIELD | 5.1.5   | 9  | A list of no measurements.             | [{1: {11: "name"}}] | []
      endorsed    | triple.none              | corim.list.not-empty | MISSING_FIELD | 5.1.4   | 13 | A list of no triples.                  | 1: [[$OTHER, [{1: {11: "name"}}]]] | 1: []
      domains     | domain.circle            | corim.domain.acyclic | MALFORMED     | 5.1.11  | 20 | Two that trust each other.             | 4: [[$OTHER | 4: [[$ENVIRONMENT, [$OTHER]], [$OTHER
      domains     | domain.itself            | corim.domain.acyclic | MALFORMED     | 5.1.11  | 20 | A member of itself.                    | 5: [[$OTHER, [ | 5: [[$OTHER, [$OTHER,
      domains     | domain.empty             | corim.list.not-empty | MISSING_FIELD | 5.1.11  | 20 | A domain of nobody.                    | 5: [[$OTHER, [$ENVIRONMENT]]] | 5: [[$OTHER, []]]
      software    | software.number          | corim.shape          | WRONG_TYPE    | 5.1.7   | 10 | A CoSWID named by a number.            | ["sw-1"] | [1]
      software    | software.none            | corim.list.not-empty | MISSING_FIELD | 5.1.7   | 10 | A list of no CoSWID.                   | ["sw-1"] | []
      software | software.missing | corim.coswid.resolved | NOT_AVAILABLE | 8.3.3.3 | 25 | A CoSWID that is not here. | ["sw-1"] | ["sw-2"]
      series      | series.mixed             | corim.series.same    | WRONG_TYPE    | 5.1.8   | 17 | Conditions that measure not the same.  | {1: {1: 2}} | {1: {11: "2"}}
      series      | series.mixed-element     | corim.series.same    | WRONG_TYPE    | 5.1.8   | 17 | Conditions on different elements.      | {1: {1: 2}} | {0: "x", 1: {1: 2}}
      series      | series.none              | corim.list.not-empty | MISSING_FIELD | 5.1.8   | 17 | A series of nothing.                   | [[[{1: {1: 1}}], [{1: {11: "old"}}]], [[{1: {1: 2}}], [{1: {11: "new"}}]]] | []
      conditional | conditional.no-condition | corim.list.not-empty | MISSING_FIELD | 5.1.6   | 9  | What follows from nothing.             | [[$OTHER, [{1: {1: 1}}]]] | []
      conditional | conditional.no-addition  | corim.list.not-empty | MISSING_FIELD | 5.1.6   | 9  | From which nothing follows.            | [[$OTHER, [{1: {11: "name"}}]]] | []
      """;

  private CorimTripleRefusals() {}

  static void add(MessageFile file) {
    for (String table : List.of(ENVIRONMENTS, DIGESTS, VALUES, TRIPLES)) {
      file.refusals(table);
    }
  }
}
