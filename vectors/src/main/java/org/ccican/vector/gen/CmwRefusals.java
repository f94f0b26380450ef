package org.ccican.vector.gen;

import java.util.List;

/** What readers of wrappers refuse, in columns as {@link MessageFile#refusals} has them. */
final class CmwRefusals {

  /** Of records. */
  private static final String RECORDS =
      """
      record | indicator.zero         | cmw.indicator.range | OUT_OF_RANGE | 3.1 | 3 | Zero says nothing.                | 4] | 0]
      record | indicator.negative     | cmw.indicator.range | OUT_OF_RANGE | 3.1 | 3 | An indicator has no sign.         | 4] | -1]
      record | indicator.33-bits      | cmw.indicator.range | OUT_OF_RANGE | 3.1 | 3 | One bit more than 32.             | 4] | 4294967296]
      record | indicator.unregistered | cmw.indicator.known | OUT_OF_RANGE | 3.1 | 4 | The first bit that means nothing. | 4] | 32]
      record | indicator.text         | cmw.shape           | WRONG_TYPE   | 3.1 | 1 | An indicator is a number.         | 4] | "4"]
      record | indicator.null         | cmw.shape           | WRONG_TYPE   | 3.1 | 1 | Null is no absence.               | 4] | null]
      record | indicator.float        | cmw.shape           | WRONG_TYPE   | 3.1 | 1 | An indicator is a whole number.   | 4] | 4.0]
      record | value.text             | cmw.shape           | WRONG_TYPE   | 3.1 | 1 | Text where octets are due.        | h'd28443' | "d28443"
      record | value.array            | cmw.shape           | WRONG_TYPE   | 3.1 | 1 | An item in place of its octets.   | h'd28443' | []
      record | parts.one              | cmw.shape           | WRONG_TYPE   | 3.1 | 1 | A type without a value.           | , h'd28443', 4 |
      record | parts.four             | cmw.shape           | WRONG_TYPE   | 3.1 | 1 | A part that nothing defines.      | 4] | 4, 4]
      record | parts.none             | cmw.shape           | WRONG_TYPE   | 3.1 | 1 | An empty array.                   | $RECORD | []
      """;

  /** Of types and tags. */
  private static final String TYPES =
      """
      record | type.no-slash                | cmw.type.media          | MALFORMED    | 3.1            | 5 | One name alone.                         | application/eat+cwt | eat+cwt
      record | type.empty                   | cmw.type.media          | MALFORMED    | 3.1            | 5 | No name at all.                         | application/eat+cwt |
      record | type.blank                   | cmw.type.media          | MALFORMED    | 3.1            | 5 | A blank in front.                       | "application/eat+cwt | " application/eat+cwt
      record | type.parameter-without-value | cmw.type.media          | MALFORMED    | 3.1            | 5 | A parameter without its value.          | eat+cwt | eat+cwt; eat_profile
      record | type.two                     | cmw.type.media          | MALFORMED    | 3.1            | 5 | A list of types, as in Accept.          | eat+cwt | eat+cwt, text/plain
      record | type.format-17-bits          | cmw.type.content-format | OUT_OF_RANGE | RFC 7252 §12.3 | 5 | One above the largest.                  | "application/eat+cwt" | 65536
      record | type.format-negative         | cmw.type.content-format | OUT_OF_RANGE | RFC 7252 §12.3 | 5 | Formats have no sign.                   | "application/eat+cwt" | -1
      record | type.octets                  | cmw.shape               | WRONG_TYPE   | 3.1            | 5 | Octets are neither.                     | "application/eat+cwt" | h'00'
      tag    | tag.below                    | cmw.tag.range           | OUT_OF_RANGE | 3.2            | 6 | One below the first tag.                | 1668546817 | 1668546816
      tag    | tag.above                    | cmw.tag.range           | OUT_OF_RANGE | 3.2            | 6 | One above the last tag.                 | 1668546817 | 1668611840
      tag    | tag.gap                      | cmw.tag.range           | OUT_OF_RANGE | 3.2            | 6 | A tag with an octet of zero is skipped. | 1668546817 | 1668547072
      tag    | tag.of-cose                  | cmw.tag.range           | OUT_OF_RANGE | 3.2            | 6 | A tag, but of something else.           | 1668546817 | 18
      tag    | tag.text                     | cmw.shape               | WRONG_TYPE   | 3.2            | 6 | A tag is around octets.                 | h'a0' | ""
      tag    | tag.item                     | cmw.shape               | WRONG_TYPE   | 3.2            | 6 | A tag around the message itself.        | h'a0' | {}
      """;

  /** Of collections. */
  private static final String COLLECTIONS =
      """
      collection | collection.empty            | cmw.collection.not-empty | MISSING_FIELD  | 3.3 | 7  | A collection within, of nothing.           | [61, h'a0'] | {}
      collection | collection.type-alone       | cmw.collection.not-empty | MISSING_FIELD  | 3.3 | 7  | A type is no entry.                        | [61, h'a0'] | {"__cmwc_t": "2.999"}
      collection | collection.type-relative    | cmw.collection.type      | MALFORMED      | 3.3 | 9  | A relative reference.                      | tag:example.com,2026:set | ../set
      collection | collection.type-empty       | cmw.collection.type      | MALFORMED      | 3.3 | 9  | An empty type.                             | tag:example.com,2026:set |
      collection | collection.type-oid-one-arc | cmw.collection.type      | MALFORMED      | 3.3 | 9  | One arc is no object identifier.           | tag:example.com,2026:set | 2
      collection | collection.type-oid-zero    | cmw.collection.type      | MALFORMED      | 3.3 | 9  | An arc with a zero in front.               | tag:example.com,2026:set | 2.0999
      collection | collection.type-record      | cmw.shape                | WRONG_TYPE     | 3.3 | 8  | The reserved label on a record.            | "tag:example.com,2026:set" | [61, h'a0']
      collection | collection.type-octets      | cmw.shape                | WRONG_TYPE     | 3.3 | 9  | A type is a text.                          | "tag:example.com,2026:set" | h'00'
      collection | collection.label-octets     | cmw.shape                | WRONG_TYPE     | 3.3 | 11 | A label of octets.                         | "claims" | h'00'
      collection | collection.label-true       | cmw.shape                | WRONG_TYPE     | 3.3 | 11 | A label that is true.                      | "claims" | true
      collection | collection.label-twice      | cbor.duplicate-key       | DUPLICATE_KEY  | 3.3 | 12 | Two records under one label.               | "claims" | "evidence"
      collection | collection.entry-number     | cmw.shape                | WRONG_TYPE     | 3.3 | 7  | An entry that is no wrapper.               | [61, h'a0'] | 61
      collection | collection.entry-octets     | cmw.shape                | WRONG_TYPE     | 3.3 | 7  | A wrapper inside octets.                   | [61, h'a0'] | <<[61, h'a0']>>
      collection | collection.nine             | cmw.limit.depth          | LIMIT_EXCEEDED | 3.3 | 10 | One collection too many inside the others. | [61, h'a0'] | {"a": {"a": {"a": {"a": {"a": {"a": {"a": {"a": [61, h'a0']}}}}}}}}
      collection | collection.inner-defect     | cmw.indicator.range      | OUT_OF_RANGE   | 3.1 | 3  | A defect in the last entry counts as well. | [61, h'a0'] | [61, h'a0', 0]
      """;

  /** Of the encoding. */
  private static final String ENCODING =
      """
      record | form.trailing      | cbor.trailing    | TRAILING_OCTETS | RFC 8949 §5.3.1 | 1 | An octet after the item.              | 4] | 4] #00#
      record | form.truncated     | cbor.truncated   | TRUNCATED       | RFC 8949 §5.3.1 | 1 | The last octet is missing.            | $RECORD | cut(1, $RECORD)
      record | form.nothing       | cbor.truncated   | TRUNCATED       | RFC 8949 §5.3.1 | 1 | No octet at all.                      | $RECORD |
      record | form.reserved-head | cbor.well-formed | MALFORMED       | RFC 8949 §3     | 1 | A head that is reserved.              | 4] | #1c#]
      record | form.broken-text   | cbor.utf8        | MALFORMED       | RFC 8949 §3.1   | 5 | A type that is no UTF-8.              | "application/eat+cwt" | #63612fff#
      record | form.no-break      | cbor.truncated   | TRUNCATED       | RFC 8949 §3.2.2 | 1 | Of indefinite length and never ended. | $RECORD | cut(1, [_ "application/eat+cwt", h'd28443', 4])
      record | form.number        | cmw.shape        | WRONG_TYPE      | 3               | 1 | A number is no wrapper.               | $RECORD | 4
      record | form.null          | cmw.shape        | WRONG_TYPE      | 3               | 1 | Null is no wrapper.                   | $RECORD | null
      """;

  /** In JSON. */
  private static final String JSON =
      """
      json            | json.padding            | cmw.shape           | MALFORMED       | 3.1         | 2  | Padding at the end of the value.              | 0oRD | 0oQ=
      json            | json.alphabet           | cmw.shape           | MALFORMED       | 3.1         | 2  | A digit of the other alphabet.                | 0oRD | 0oR+
      json            | json.loose-bits         | cmw.shape           | MALFORMED       | 3.1         | 2  | Bits behind the last octet that are not zero. | 0oRD | 0oT
      json            | json.one-digit          | cmw.shape           | MALFORMED       | 3.1         | 2  | A single digit more than octets need.         | 0oRD | 0oRDA
      json            | json.indicator-text     | cmw.shape           | WRONG_TYPE      | 3.1         | 1  | An indicator is a number.                     | ,4] | ,"4"]
      json            | json.indicator-fraction | cmw.shape           | WRONG_TYPE      | 3.1         | 1  | An indicator is a whole number.               | ,4] | ,4.5]
      json            | json.indicator-zero     | cmw.indicator.range | OUT_OF_RANGE    | 3.1         | 3  | Zero says nothing.                            | ,4] | ,0]
      json            | json.content-format     | cmw.shape           | WRONG_TYPE      | 3.1         | 5  | JSON has media types alone.                   | "application/eat+cwt" | 61
      json            | json.text               | cmw.shape           | WRONG_TYPE      | 3           | 1  | A text is no wrapper.                         | $JSON | "0oRD"
      json            | json.trailing           | json.trailing       | TRAILING_OCTETS | RFC 8259 §2 | 1  | A second value.                               | ,4] | ,4][]
      json            | json.truncated          | json.syntax         | TRUNCATED       | RFC 8259 §2 | 1  | No end of the array.                          | ,4] | ,4
      json-collection | json.name-twice         | json.duplicate-name | DUPLICATE_KEY   | 3.3         | 12 | Two records under one name.                   | "__cmwc_t":"tag:example.com,2026:set" | "evidence":["a/b",""]
      json-collection | json.type-number        | cmw.shape           | WRONG_TYPE      | 3.3         | 9  | A type is a text.                             | "tag:example.com,2026:set" | 2
      """;

  /** Of what is signed. */
  private static final String SIGNED =
      """
      signed | signed.no-content-type    | cmw.signed.type       | WRONG_TYPE            | 4.1              | 13 | Nothing says that a wrapper is signed.        | , 3: "application/cmw+cbor" |
      signed | signed.other-content-type | cmw.signed.type       | WRONG_TYPE            | 4.1              | 13 | The name of the other encoding.               | cmw+cbor | cmw+json
      signed | signed.loose-content-type | cmw.signed.type       | WRONG_TYPE            | 4.1              | 13 | Said where nobody vouches for it.             | , 3: "application/cmw+cbor"}>>, {} | }>>, {3: "application/cmw+cbor"}
      signed | signed.no-algorithm       | cose.alg.present      | MISSING_FIELD         | 4.1              | 13 | No algorithm.                                 | 1: -7,  |
      signed | signed.loose-algorithm    | cose.alg.protected    | ALGORITHM_MISMATCH    | 4.1              | 13 | An algorithm that is not signed.              | 1: -7, 3: "application/cmw+cbor"}>>, {} | 3: "application/cmw+cbor"}>>, {1: -7}
      signed | signed.mac-algorithm      | cose.alg.known        | UNSUPPORTED_ALGORITHM | 4.1              | 13 | An algorithm with a shared secret.            | 1: -7 | 1: 5
      signed | signed.critical           | cose.crit.understood  | CRITICAL_HEADER       | RFC 9052 §3.1    | 13 | A critical header that nobody knows.          | 1: -7,  | 1: -7, 2: [70000], 70000: 1,
      signed | signed.flipped            | cose.signature        | INVALID_SIGNATURE     | 4.1              | 13 | One bit of the signature.                     | 18(sign1(signer, <<{1: -7, 3: "application/cmw+cbor"}>>, {}, <<$RECORD>>)) | flip(1, 18(sign1(signer, <<{1: -7, 3: "application/cmw+cbor"}>>, {}, <<$RECORD>>)))
      signed | signed.payload-item       | cmw.shape             | WRONG_TYPE            | 4.1              | 13 | Something else is signed.                     | <<$RECORD>> | <<61>>
      signed | signed.detached           | cose.payload.attached | MISSING_FIELD         | 4.1              | 13 | The wrapper is not inside.                    | <<$RECORD>> | null
      signed | signed.untagged           | cose.sign1.tag        | WRONG_TYPE            | 4.1              | 13 | Another tag than that of a COSE_Sign1.        | 18( | 98(
      jws    | jws.no-content-type       | cmw.signed.type       | WRONG_TYPE            | 4.2              | 14 | Nothing says that a wrapper is signed.        | ,"cty":"application/cmw+json" |
      jws    | jws.other-content-type    | cmw.signed.type       | WRONG_TYPE            | 4.2              | 14 | The name of the other encoding.               | cmw+json | cmw+cbor
      jws    | jws.none                  | cose.jws.algorithm    | UNSUPPORTED_ALGORITHM | RFC 8725 §3.2    | 14 | The algorithm that signs nothing.             | ES256 | none
      jws    | jws.other-curve           | cose.jws.key          | ALGORITHM_MISMATCH    | RFC 7518 §3.4    | 14 | An algorithm of another curve than the key's. | ES256 | ES384
      jws    | jws.critical              | cose.jws.critical     | CRITICAL_HEADER       | RFC 7515 §4.1.11 | 14 | A critical header.                            | "alg": | "crit":["b64"],"alg":
      jws    | jws.payload               | cmw.shape             | WRONG_TYPE            | 4.2              | 14 | Something else is signed.                     | $JSON | 61
      """;

  private CmwRefusals() {}

  static void add(MessageFile file) {
    for (String table : List.of(RECORDS, TYPES, COLLECTIONS, ENCODING, JSON, SIGNED)) {
      file.refusals(table);
    }
    file.refused(
        "base.signed",
        "signed.unknown-key",
        "cose.signature",
        Why.INVALID_SIGNATURE,
        "4.1",
        13,
        "Signed by somebody who is not trusted.",
        trusting(file, "base.signed"));
    file.refused(
        "base.jws",
        "jws.unknown-key",
        "cose.jws.signature",
        Why.INVALID_SIGNATURE,
        "4.2",
        14,
        "Signed by somebody who is not trusted.",
        trusting(file, "base.jws"));
  }

  /** The same message for whoever trusts another key. */
  private static MessageFile.Scene trusting(MessageFile file, String parent) {
    MessageFile.Scene scene = file.scene(parent);
    return new MessageFile.Scene(
        scene.form(), scene.notation(), List.of("stranger"), scene.time(), scene.attester());
  }
}
