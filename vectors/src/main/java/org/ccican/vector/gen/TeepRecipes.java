package org.ccican.vector.gen;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The vectors of TEEP messages, as they are inside their signature. */
final class TeepRecipes {

  static final String COMMENT =
      "Messages of TEEP (teep-protocol-26) without their signature, for a reader that takes no more"
          + " than 16 manifests, 256 elements of any other list and 8 operations of a suite. Where"
          + " the text can be read in two ways (A2, A3, A4), a token and a challenge exclude each"
          + " other.";

  private static final String SUITES = "[[[18, -9]], [[18, -19]]]";
  private static final String PROFILES = "[[-16, -9, -29, -65534]]";
  private static final String TOKEN = "19: h'000102030405060708090a0b0c0d0e0f'";
  private static final String REQUEST =
      "[1, {3: [0], " + TOKEN + "}, " + SUITES + ", " + PROFILES + ", 2]";
  private static final String ATTESTATION =
      "[1, {2: h'6368616c6c656e6765', 3: [0], 20: [0, 1]}, " + SUITES + ", " + PROFILES + ", 1]";
  private static final String RESPONSE =
      "[2, {5: 0, 6: h'a0', 7: [{0: [h'7463']}], 8: [1], 12: \"application/eat+cwt\", 13: [{15:"
          + " [h'7463'], 16: 3, 17: true}], 14: [[h'6f6c64']], 18: [h'00'], "
          + TOKEN
          + "}]";
  private static final String UPDATE =
      "[3, {9: [h'a0'], 14: [[h'6f6c64']], 11: \"a reason\", 22: 4, " + TOKEN + "}]";
  private static final String SUCCESS = "[4, {10: \"done\", 18: [h'00'], " + TOKEN + "}]";
  private static final String ERROR = "[5, {11: \"no\", 21: \"en-GB\", " + TOKEN + "}, 10]";
  private static final String UNSUPPORTED =
      "[5, {1: [[[18, -9]]], 3: [0], 4: " + PROFILES + ", 20: [0], " + TOKEN + "}, 5]";

  /** Accepted as well, in columns as {@link MessageFile#also} has them. */
  private static final String ALSO =
      """
      request     | option.unknown       | 6      | TEEP-19  | An option of a label that nobody has assigned.      | 3: [0] | 3: [0], 4711: "new"
      request     | token.least          | 4.2    | TEEP-33  | A token of 8 octets.                                | h'000102030405060708090a0b0c0d0e0f' | h'0001020304050607'
      request     | items.more           | 4.2    | TEEP-31  | Bits that nobody has assigned.                      | , 2] | , 4294967298]
      attestation | challenge.least      | 4.2    | TEEP-35  | A challenge of 8 octets.                            | h'6368616c6c656e6765' | h'6368616c6c656e67'
      response    | options.none         | 4.3    | TEEP-64  | A response that says nothing.                       | $RESPONSE | [2, {}]
      error       | error.unknown        | 4.6    | TEEP-149 | An error of a number that nobody has assigned.      | , 10] | , 4711]
      update      | update.nothing       | 4.4    | TEEP-97  | An Update that asks for nothing.                    | 9: [h'a0'], 14: [[h'6f6c64']], 11: "a reason", 22: 4,  |
      """;

  /** Of the message as a whole, in columns as {@link MessageFile#refusals} has them. */
  private static final String MESSAGES =
      """
      request     | shape.map              | teep.shape             | WRONG_TYPE      | App. C | TEEP-25  | A map in the place of the array.                   | $REQUEST | {1: 2}
      request     | shape.empty            | teep.shape             | MISSING_FIELD   | App. C | TEEP-31  | Nothing in the array.                              | $REQUEST | []
      request     | shape.type-text        | teep.shape             | WRONG_TYPE      | App. C | TEEP-31  | A type that is no number.                          | [1, {3: | ["1", {3:
      request     | type.unknown           | teep.type              | UNKNOWN_MESSAGE | App. C | TEEP-31  | A message that nobody knows.                       | [1, {3: | [7, {3:
      request     | elements.missing       | teep.shape             | MISSING_FIELD   | App. C | TEEP-31  | Nothing is asked for.                              | , 2] | ]
      request     | elements.more          | teep.elements          | UNKNOWN_FIELD   | App. C | TEEP-31  | An element more than there is.                     | , 2] | , 2, 0]
      response    | response.more          | teep.elements          | UNKNOWN_FIELD   | App. C | TEEP-64  | The same of a response.                            | [2, { | [2, {}, {
      update      | update.more            | teep.elements          | UNKNOWN_FIELD   | App. C | TEEP-97  | The same of an Update.                             | [3, { | [3, {}, {
      success     | success.more           | teep.elements          | UNKNOWN_FIELD   | App. C | TEEP-122 | The same of a Success.                             | [4, { | [4, {}, {
      error       | error.more             | teep.elements          | UNKNOWN_FIELD   | App. C | TEEP-131 | The same of an Error.                              | , 10] | , 10, 0]
      error       | error.missing          | teep.shape             | MISSING_FIELD   | App. C | TEEP-131 | An Error of no number.                             | , 10] | ]
      request     | items.negative         | teep.shape             | OUT_OF_RANGE    | App. C | TEEP-31  | Bits below zero.                                   | , 2] | , -2]
      request     | options.array          | teep.option.type       | WRONG_TYPE      | App. C | TEEP-31  | Options in an array.                               | {3: [0], $TOKEN} | [3, 0]
      request     | option.text            | teep.option.label      | WRONG_TYPE      | App. C | TEEP-19  | A label that is a text.                            | 3: [0], | 3: [0], "new": 1,
      request     | option.negative        | teep.option.label      | WRONG_TYPE      | App. C | TEEP-19  | A label below zero.                                | 3: [0], | 3: [0], -1: 1,
      request     | option.twice           | cbor.duplicate-key     | DUPLICATE_KEY   | RFC 8949 §5.6 | TEEP-25 | An option twice.                             | 3: [0], | 3: [0], 3: [0],
      request     | trailing.item          | cbor.trailing          | TRAILING_OCTETS | RFC 8949 §5.3.1 | TEEP-25 | Something behind the message.              | , 2] | , 2] 0
      request     | token.text             | teep.option.type       | WRONG_TYPE      | App. C | TEEP-33  | A token that is a text.                            | h'000102030405060708090a0b0c0d0e0f' | "0123456789abcdef"
      request     | token.short            | teep.token.size        | OUT_OF_RANGE    | 4.2    | TEEP-33  | A token of 7 octets.                               | h'000102030405060708090a0b0c0d0e0f' | h'00010203040506'
      request     | token.long             | teep.token.size        | OUT_OF_RANGE    | 4.2    | TEEP-33  | A token of 65 octets.                              | h'000102030405060708090a0b0c0d0e0f' | $LONG65
      request     | token.none             | teep.token.attestation | POLICY_VIOLATED | 4.2    | TEEP-33  | No token where no attestation is asked for.        | , $TOKEN |
      attestation | token.beside           | teep.token.attestation | POLICY_VIOLATED | 4.2    | TEEP-33  | A token where attestation is asked for.            | 3: [0], | 3: [0], $TOKEN,
      attestation | challenge.short        | teep.challenge.size    | OUT_OF_RANGE    | 4.2    | TEEP-35  | A challenge of 7 octets.                           | h'6368616c6c656e6765' | h'6368616c6c656e'
      attestation | challenge.long         | teep.challenge.size    | OUT_OF_RANGE    | 4.2    | TEEP-35  | A challenge of 513 octets.                         | h'6368616c6c656e6765' | $LONG513
      request     | challenge.unasked      | teep.challenge.attestation | POLICY_VIOLATED | 4.2 | TEEP-35 | A challenge where no attestation is asked for.     | 3: [0], | 2: h'6368616c6c656e6765', 3: [0],
      request     | freshness.unasked      | teep.freshness.attestation | POLICY_VIOLATED | 4.2 | TEEP-53 | Freshness where no attestation is asked for.       | 3: [0], | 3: [0], 20: [0],
      """;

  /** Of what messages list. */
  private static final String LISTS =
      """
      request     | versions.none          | teep.list.some         | MISSING_FIELD   | App. C | TEEP-36  | A list of no versions.                             | 3: [0] | 3: []
      attestation | freshness.none         | teep.list.some         | MISSING_FIELD   | App. C | TEEP-37  | A list of no mechanisms.                           | 20: [0, 1] | 20: []
      response    | components.none        | teep.list.some         | MISSING_FIELD   | App. C | TEEP-81  | A list of no components.                           | 7: [{0: [h'7463']}] | 7: []
      response    | extensions.none        | teep.list.some         | MISSING_FIELD   | App. C | TEEP-92  | A list of no extensions.                           | 8: [1] | 8: []
      response    | requested.none         | teep.list.some         | MISSING_FIELD   | App. C | TEEP-90  | A list of nothing that is asked for.               | 13: [{15: [h'7463'], 16: 3, 17: true}] | 13: []
      response    | unneeded.none          | teep.list.some         | MISSING_FIELD   | App. C | TEEP-92  | A list of nothing that is unneeded.                | 14: [[h'6f6c64']] | 14: []
      response    | reports.none           | teep.list.some         | MISSING_FIELD   | App. C | TEEP-84  | A list of no reports.                              | 18: [h'00'] | 18: []
      update      | manifests.none         | teep.list.some         | MISSING_FIELD   | App. C | TEEP-99  | A list of no manifests.                            | 9: [h'a0'] | 9: []
      unsupported | suites.none            | teep.list.some         | MISSING_FIELD   | App. C | TEEP-277  | A list of no suites.                               | 1: [[[18, -9]]] | 1: []
      unsupported | profiles.none          | teep.list.some         | MISSING_FIELD   | App. C | TEEP-277  | A list of no profiles.                             | 4: $PROFILES | 4: []
      request     | offers.no-suite        | teep.suites.some       | MISSING_FIELD   | App. C | TEEP-39  | No suite is offered.                               | $SUITES | []
      request     | offers.no-operation    | teep.suites.some       | MISSING_FIELD   | App. C | TEEP-39  | A suite of no operation.                           | $SUITES | [[]]
      request     | offers.no-profile      | teep.suites.some       | MISSING_FIELD   | App. C | TEEP-40  | No profile is offered.                             | $PROFILES | []
      request     | offers.three-parts     | teep.option.type       | WRONG_TYPE      | App. C | TEEP-39  | An operation of three parts.                       | [18, -9] | [18, -9, 0]
      request     | offers.profile-of-two  | teep.option.type       | WRONG_TYPE      | App. C | TEEP-40  | A profile of two parts.                            | $PROFILES | [[-16, -9]]
      request     | version.negative       | teep.version.size      | OUT_OF_RANGE    | App. C | TEEP-41  | A version below zero.                              | 3: [0] | 3: [-1]
      request     | version.33-bits        | teep.version.size      | OUT_OF_RANGE    | App. C | TEEP-41  | A version of 33 bits.                              | 3: [0] | 3: [4294967296]
      response    | version.selected       | teep.version.size      | OUT_OF_RANGE    | App. C | TEEP-84  | A chosen version below zero.                       | 5: 0 | 5: -1
      response    | extension.33-bits      | teep.version.size      | OUT_OF_RANGE    | App. C | TEEP-84  | An extension of 33 bits.                           | 8: [1] | 8: [4294967296]
      response    | component.unnamed      | teep.tc-list.component | MISSING_FIELD   | suit-report §4 | TEEP-81 | An installed component without its name.    | 7: [{0: [h'7463']}] | 7: [{3: 1}]
      response    | component.no-map       | teep.option.type       | WRONG_TYPE      | suit-report §4 | TEEP-81 | An installed component that is no map.      | 7: [{0: [h'7463']}] | 7: [[h'7463']]
      response    | requested.no-sequence  | teep.requested-tc.sequence | MISSING_FIELD | 4.3  | TEEP-87  | A binary is here, and nothing says which.          | 16: 3, 17: true | 17: true
      response    | requested.no-name      | teep.option.type       | MISSING_FIELD   | 4.3    | TEEP-87  | Something is asked for that has no name.           | {15: [h'7463'], 16: 3, 17: true} | {16: 3, 17: true}
      response    | format.no-type         | teep.attestation.format | MALFORMED      | 4.3    | TEEP-273 | One name alone.                                    | application/eat+cwt | eat+cwt
      response    | format.blank           | teep.attestation.format | MALFORMED      | 4.3    | TEEP-273 | A blank in front.                                  | "application/eat+cwt | " application/eat+cwt
      """;

  /** Of texts, errors and limits. */
  private static final String REST =
      """
      success     | msg.empty              | teep.text.size         | OUT_OF_RANGE    | 4.5    | TEEP-127 | A text of no letters.                              | 10: "done" | 10: ""
      success     | msg.long               | teep.text.size         | OUT_OF_RANGE    | 4.5    | TEEP-127 | A text of 129 letters.                             | 10: "done" | 10: long(129)
      error       | err-msg.long           | teep.text.size         | OUT_OF_RANGE    | 4.6    | TEEP-136 | The same of an error.                              | 11: "no" | 11: long(129)
      update      | err-msg.empty          | teep.text.size         | OUT_OF_RANGE    | 4.4    | TEEP-111 | An empty text of an error.                         | 11: "a reason" | 11: ""
      error       | err-lang.underscore    | teep.err-lang          | MALFORMED       | 4.6    | TEEP-138 | A language as the C library writes it.             | en-GB | en_GB
      error       | err-lang.empty         | teep.err-lang          | MALFORMED       | 4.6    | TEEP-138 | No language.                                       | "en-GB" | ""
      error       | err-lang.long          | teep.err-lang          | MALFORMED       | 4.6    | TEEP-138 | A language of 36 letters.                          | en-GB | en-aaaaaaaa-bbbbbbbb-cccccccc-dddddd
      error       | code.zero              | teep.error.code        | OUT_OF_RANGE    | 4.6    | TEEP-149 | The number that is no error.                       | , 10] | , 0]
      error       | code.negative          | teep.error.code        | OUT_OF_RANGE    | 4.6    | TEEP-149 | A number below zero.                               | , 10] | , -1]
      update      | code.update            | teep.error.code        | OUT_OF_RANGE    | 4.4    | TEEP-109 | The number that is no error, in an Update.         | 22: 4 | 22: 0
      unsupported | companion.suites       | teep.error.companion   | MISSING_FIELD   | 4.6    | TEEP-277 | Suites are not supported, and nothing says which.  | 1: [[[18, -9]]],  |
      unsupported | companion.versions     | teep.error.companion   | MISSING_FIELD   | 4.6    | TEEP-277 | The same of versions.                              | 3: [0], 4: $PROFILES, 20: [0], $TOKEN}, 5] | 4: $PROFILES, 20: [0], $TOKEN}, 4]
      request     | limit.versions         | teep.limit.list        | LIMIT_EXCEEDED  | RFC 8949 §10 | TEEP-258 | A list of 257 versions.                      | 3: [0] | 3: [many(257, 0)]
      request     | limit.components       | teep.limit.list        | LIMIT_EXCEEDED  | RFC 8949 §10 | TEEP-258 | A list of 257 components.                    | 3: [0] | 3: [0], 7: [many(257, {0: [h'7463']})]
      update      | limit.manifests        | teep.limit.manifests   | LIMIT_EXCEEDED  | RFC 8949 §10 | TEEP-258 | 17 manifests.                                | 9: [h'a0'] | 9: [many(17, h'a0')]
      request     | limit.suites           | teep.limit.offers      | LIMIT_EXCEEDED  | RFC 8949 §10 | TEEP-258 | 257 suites.                                  | $SUITES | [many(257, [[18, -9]])]
      request     | limit.profiles         | teep.limit.offers      | LIMIT_EXCEEDED  | RFC 8949 §10 | TEEP-258 | 257 profiles.                                | $PROFILES | [many(257, [-16, -9, -29, -65534])]
      request     | limit.operations       | teep.limit.operations  | LIMIT_EXCEEDED  | RFC 8949 §10 | TEEP-258 | A suite of nine operations.                  | $SUITES | [[many(9, [18, -9])]]
      unsupported | limit.error-operations | teep.limit.operations  | LIMIT_EXCEEDED  | RFC 8949 §10 | TEEP-258 | The same in an Error.                        | [[[18, -9]]] | [[many(9, [18, -9])]]
      """;

  private TeepRecipes() {}

  static MessageFile file() {
    MessageFile file =
        new MessageFile(
            "teep",
            "teep-protocol-26",
            List.of(),
            Map.of(
                "REQUEST", REQUEST,
                "RESPONSE", RESPONSE,
                "TOKEN", TOKEN,
                "SUITES", SUITES,
                "PROFILES", PROFILES,
                "LONG65", "h'" + "5a".repeat(65) + "'",
                "LONG513", "h'" + "5a".repeat(513) + "'"));
    base(file, "request", "4.2", "TEEP-31", "What is installed is asked for.", REQUEST);
    base(file, "attestation", "4.2", "TEEP-35", "Attestation is asked for.", ATTESTATION);
    base(file, "response", "4.3", "TEEP-64", "An answer with everything.", RESPONSE);
    base(file, "update", "4.4", "TEEP-97", "An Update with everything.", UPDATE);
    base(file, "success", "4.5", "TEEP-122", "A Success.", SUCCESS);
    base(file, "error", "4.6", "TEEP-131", "An Error.", ERROR);
    base(
        file, "unsupported", "4.6", "TEEP-277", "What is not supported, and what is.", UNSUPPORTED);
    file.also(ALSO);
    for (String table : List.of(MESSAGES, LISTS, REST)) {
      file.refusals(table);
    }
    return file;
  }

  private static void base(
      MessageFile file,
      String name,
      String section,
      String requirement,
      String comment,
      String notation) {
    file.base(
        "base." + name,
        section,
        requirement,
        comment,
        new MessageFile.Scene("teep", notation, List.of(), MessageFile.NOON, Optional.empty()));
  }
}
