package org.ccican.vector.gen;

/** What ends a procedure, in columns as {@link MessageFile#refusals} has them. */
final class SuitCommandRefusals {

  /** Accepted as well. */
  private static final String ALSO =
      """
      install | condition.device | 8.4.9.1   | SUIT-115 | The device itself.                       | $FETCH | $FETCH, 20, {24: h'00112233445566778899aabbccddeeff'}, 24, 15
      install | condition.slot   | 8.4.9.4   | SUIT-120 | The slot in which everything is.         | $FETCH | $FETCH, 20, {5: 0}, 5, 15
      install | condition.twice  | 8.4.9.3   | SUIT-118 | The content as well as its digest.       | $FETCH | $FETCH, 20, {18: h'7061796c6f6164'}, 6, 15
      install | write.content    | 8.4.10.6  | SUIT-132 | A content that the manifest brings.      | $FETCH | 20, {18: h'7061796c6f6164'}, 18, 2
      choice  | choice.none      | 8.4.10.2  | SUIT-124 | Nothing at the end of the ways.          | <<[$FETCH]>>] | <<[5, 15]>>, null], $FETCH
      """;

  /** Of sequences, commands and parameters. */
  private static final String COMMANDS =
      """
      install | commands.odd           | suit.commands.shape           | MISSING_FIELD   | 8.4.6                 | SUIT-84  | A command without its argument.                      | , 3, 15]>>} | , 3]>>}
      install | commands.none          | suit.commands.shape           | MISSING_FIELD   | 8.4.6                 | SUIT-84  | A sequence of no commands.                           | <<[$FETCH, 3, 15]>> | <<[]>>
      install | commands.text          | suit.commands.shape           | WRONG_TYPE      | 8.4.6                 | SUIT-84  | A command in letters.                                | , 3, 15]>>} | , "3", 15]>>}
      install | command.argument       | suit.command.argument         | WRONG_TYPE      | 8.4.6                 | SUIT-86  | Parameters in an array.                              | 20, {21: "#tc"} | 20, [21]
      choice  | choice.single          | suit.command.argument         | WRONG_TYPE      | 8.4.10.2              | SUIT-86  | One way alone.                                       | <<[20, {5: 1}, 5, 15]>>,  |
      run     | run.unwrapped          | suit.command.argument         | WRONG_TYPE      | 8.4.10.8              | SUIT-86  | A sequence in no byte string.                        | <<[$FETCH]>> | [$FETCH]
      install | command.unknown        | suit.command.known            | UNKNOWN_FIELD   | 6.1                   | SUIT-113 | A command that nobody knows.                         | $FETCH | 99, 15, $FETCH
      install | command.policy         | suit.command.policy           | WRONG_TYPE      | 8.4.7                 | SUIT-85  | A reporting policy of a fifth bit.                   | , 3, 15]>>} | , 3, 16]>>}
      install | command.policy-null    | suit.command.policy           | WRONG_TYPE      | 8.4.7                 | SUIT-85  | No reporting policy.                                 | , 3, 15]>>} | , 3, null]>>}
      install | parameter.unknown      | suit.parameter.known          | UNKNOWN_FIELD   | 6.1                   | SUIT-13  | A parameter that nobody knows.                       | {21: "#tc"} | {21: "#tc", 99: 0}
      install | parameter.arguments    | suit.parameter.type           | WRONG_TYPE      | 8.4.8                 | SUIT-103 | Arguments in letters.                                | {21: "#tc"} | {21: "#tc", 25: "none"}
      install | parameter.size         | suit.parameter.type           | WRONG_TYPE      | 8.4.8.7               | SUIT-97  | A size in letters.                                   | 14: 7 | 14: "7"
      install | parameter.vendor       | suit.parameter.type           | WRONG_TYPE      | 8.4.8.3               | SUIT-93  | A vendor of 15 octets.                               | 1: $VENDOR | 1: h'c0ddd5f15243566087db4f5b0aa26c'
      install | parameter.missing      | suit.parameter.set            | MISSING_FIELD   | 8.4.9                 | SUIT-112 | A condition whose parameter nobody has set.          | $FETCH | $FETCH, 24, 15
      install | directive.parameter    | suit.directive.parameter      | MISSING_FIELD   | 6.1                   | SUIT-127 | A fetch from nowhere.                                | 20, {21: "#tc"}, 21, 2 | 21, 2
      install | fetch.nothing          | suit.payload.available        | NOT_AVAILABLE   | 8.4.10.4              | SUIT-45  | A fetch of what is not in the envelope.              | {21: "#tc"} | {21: "#no"}
      install | fetch.none             | suit.payload.some             | NOT_AVAILABLE   | 8.4.9.2               | SUIT-06  | A comparison of nothing.                             | <<[$FETCH, 3, 15]>> | <<[3, 15]>>
      install | limit.nesting          | suit.limit.nesting            | LIMIT_EXCEEDED  | RFC 8949 §10          | TEEP-258 | Sequences within sequences, nine deep.               | <<[$FETCH, | <<[$NESTED,
      install | limit.steps            | suit.limit.steps              | LIMIT_EXCEEDED  | RFC 8949 §10          | TEEP-258 | More than a thousand steps.                          | $FETCH | many(2002, 1), $FETCH
      """;

  /** Of conditions. */
  private static final String CONDITIONS =
      """
      install | vendor.other           | suit.vendor-id                | POLICY_VIOLATED | 8.4.9.1               | SUIT-05  | Another vendor.                                      | 1: $VENDOR | 1: h'c0ddd5f15243566087db4f5b0aa26c20'
      install | class.other            | suit.class-id                 | POLICY_VIOLATED | 8.4.9.1               | SUIT-05  | Another class.                                       | 2: $CLASS | 2: h'db42f7093d8c55baa8c5265fc5820f40'
      install | device.other           | suit.device-id                | POLICY_VIOLATED | 8.4.9.1               | SUIT-115 | Another device.                                      | $FETCH | $FETCH, 20, {24: h'ff112233445566778899aabbccddeeff'}, 24, 15
      install | slot.other             | suit.slot                     | POLICY_VIOLATED | 8.4.9.4               | SUIT-120 | Another slot.                                        | $FETCH | $FETCH, 20, {5: 1}, 5, 15
      install | slot.ends              | suit.condition.ends           | POLICY_VIOLATED | 8.4.9                 | SUIT-111 | Nothing follows a condition that does not hold.      | , 3, 15]>>} | , 3, 15, 20, {5: 2}, 5, 15]>>}
      install | content.other          | suit.content                  | POLICY_VIOLATED | 8.4.9.3               | SUIT-118 | Another content.                                     | $FETCH | $FETCH, 20, {18: h'00'}, 6, 15
      install | abort.always           | suit.abort                    | POLICY_VIOLATED | 8.4.9.5               | SUIT-121 | An end that the manifest asks for.                   | $FETCH | $FETCH, 14, 15
      install | dependency.is          | suit.dependency.is            | POLICY_VIOLATED | trust-domains §5.6.3  | TDOM-38  | A component that is no dependency.                   | $FETCH | $FETCH, 8, 15
      install | image.size             | suit.image.size               | OUT_OF_RANGE    | 8.4.8.7               | SUIT-97  | An octet more is announced.                          | 14: 7 | 14: 8
      install | image.other            | suit.image.digest             | DIGEST_MISMATCH | 8.4.9.2               | SUIT-06  | Another payload of the same size.                    | "#tc": h'7061796c6f6164' | "#tc": h'7061796c6f6165'
      install | image.not-compared     | suit.image.compared           | POLICY_VIOLATED | 5.5                   | SUIT-145 | Nothing is compared.                                 | $FETCH, 3, 15]>>} | $FETCH]>>}
      sealed  | sealed.flipped         | cose.encrypt.tag              | DIGEST_MISMATCH | firmware-encryption §4.1 | SENC-26 | One bit of what is encrypted.                    | 18: gcm(h'000102030405060708090a0b', <<{1: 1}>>, h'7061796c6f6164') | 18: flip(20, gcm(h'000102030405060708090a0b', <<{1: 1}>>, h'7061796c6f6164'))
      """;

  /** Of what governs other commands. */
  private static final String FLOW =
      """
      two     | index.none             | suit.component.chosen         | WRONG_ORDER     | 6.2                   | SUIT-20  | Nothing is chosen among two components.              | <<[12, 0, 20, {21: | <<[20, {21:
      two     | index.beyond           | suit.component.index          | OUT_OF_RANGE    | 8.4.10.1              | SUIT-34  | A component that is not in the manifest.             | 12, 1, 20 | 12, 2, 20
      two     | index.negative         | suit.component.index          | OUT_OF_RANGE    | 8.4.10.1              | SUIT-34  | A component below zero.                              | 12, 1, 20 | 12, -1, 20
      two     | index.list             | suit.component.index          | OUT_OF_RANGE    | 8.4.10.1              | SUIT-34  | One of several components is not in the manifest.    | 12, 1, 20 | 12, [1, 2], 20
      two     | order.source           | suit.order.source             | WRONG_ORDER     | 6.7                   | SUIT-36  | A component is written and read in any order.        | {21: "#tc"} | {12: false, 21: "#tc"}
      run     | order.begins           | suit.order.begins             | WRONG_ORDER     | 6.7                   | SUIT-37  | A sequence beside others that chooses nothing.       | 32, <<[ | 20, {12: false}, 32, <<[
      run     | order.index            | suit.order.index              | WRONG_ORDER     | 6.7                   | SUIT-38  | A sequence beside others that chooses twice.         | 32, <<[20, {21: "#tc"} | 20, {12: false}, 32, <<[12, 0, 20, {21: "#tc"}, 12, 0
      choice  | choice.neither         | suit.try-each.some            | POLICY_VIOLATED | 8.4.10.2              | SUIT-123 | Neither of two ways is open.                         | <<[$FETCH]>>] | <<[5, 15]>>], $FETCH
      choice  | choice.hard            | suit.soft-failure.hard        | POLICY_VIOLATED | 8.4.8.15              | SUIT-106 | A failure that is meant to end everything.           | {5: 1} | {13: false, 5: 1}
      choice  | choice.directive       | suit.directive.failed         | NOT_AVAILABLE   | 6.4                   | SUIT-135 | A fetch that fails, and another way behind.          | [20, {5: 1}, 5, 15] | [20, {21: "#no"}, 21, 2]
      install | soft.outside           | suit.soft-failure.place       | WRONG_ORDER     | 8.4.8.15              | SUIT-105 | Failures are made soft where they cannot be.         | {21: "#tc"} | {13: true, 21: "#tc"}
      run     | soft.default           | suit.soft-failure.default     | POLICY_VIOLATED | 8.4.8.15              | SUIT-107 | A failure in a sequence that nobody made soft.       | 32, <<[$FETCH]>> | $FETCH, 32, <<[20, {5: 1}, 5, 15]>>
      run     | soft.inherited         | suit.soft-failure.scope       | POLICY_VIOLATED | 8.4.8.15              | SUIT-108 | A soft sequence around one that is not.              | 32, <<[$FETCH]>> | $FETCH, 32, <<[20, {13: true}, 32, <<[20, {5: 1}, 5, 15]>>]>>
      """;

  private SuitCommandRefusals() {}

  static void add(MessageFile file) {
    file.also(ALSO);
    file.refusals(COMMANDS);
    file.refusals(CONDITIONS);
    file.refusals(FLOW);
  }
}
