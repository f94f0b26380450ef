package org.ccican.vector.gen;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What readers of Attestation Results refuse, in columns as {@link MessageFile#refusals} has them.
 */
final class EarRefusals {

  /** Of the profile and the form. */
  private static final String PROFILE =
      """
      claims | profile.missing  | ear.shape          | MISSING_FIELD   | 3               | 1 | No profile.                         | 265: "tag:ietf.org,2026:rats/ear#03",  |
      claims | profile.other    | ear.profile        | UNKNOWN_VERSION | 3               | 1 | The profile of an earlier revision. | #03 | #02
      claims | profile.case     | ear.profile        | UNKNOWN_VERSION | 3               | 1 | URIs are compared octet by octet.   | rats/ear | rats/EAR
      claims | profile.octets   | ear.shape          | WRONG_TYPE      | 3               | 1 | A profile is a text.                | "tag:ietf.org,2026:rats/ear#03" | h'00'
      no-policies | dialect.of-before | ear.dialect | UNKNOWN_VERSION | 3 | 1 | The older dialect, which nobody has agreed on. | tag:ietf.org,2026:rats/ear#03 | tag:github.com,2023:veraison/ear
      claims | form.array       | ear.shape          | WRONG_TYPE      | 3               | 1 | Claims are a map.                   | $CLAIMS | []
      claims | form.claim-twice | cbor.duplicate-key | DUPLICATE_KEY   | RFC 8949 §5.6   | 1 | A claim twice.                      | 10: h | 6: 1780315140, 10: h
      claims | form.trailing    | cbor.trailing      | TRAILING_OCTETS | RFC 8949 §5.3.1 | 1 | An octet after the claims.          | $CLAIMS | $CLAIMS #00#
      claims | form.truncated   | cbor.truncated     | TRUNCATED       | RFC 8949 §5.3.1 | 1 | The last octet is missing.          | $CLAIMS | cut(1, $CLAIMS)
      claims | form.broken-text | cbor.utf8          | MALFORMED       | RFC 8949 §3.1   | 8 | A name that is no UTF-8.            | "build 7" | #62ffff#
      """;

  /** Of times. */
  private static final String TIMES =
      """
      claims | iat.missing | ear.shape   | MISSING_FIELD | 3          | 3  | No time of issue.                  | 6: 1780315140,  |
      claims | iat.float   | ear.shape   | WRONG_TYPE    | 3          | 3  | A time of issue in floating point. | 6: 1780315140 | 6: 1780315140.0
      claims | iat.text    | ear.shape   | WRONG_TYPE    | 3          | 3  | A time of issue in words.          | 6: 1780315140 | 6: "2026-06-01"
      claims | iat.future  | ear.issued  | EXPIRED       | AR4SI §2.4 | 33 | Issued in an hour.                 | 1780315140 | 1780318799
      claims | exp.float   | ear.shape   | WRONG_TYPE    | 3          | 5  | An expiry in floating point.       | 4: 1780318800 | 4: 1780318800.0
      claims | exp.null    | ear.shape   | WRONG_TYPE    | 3          | 4  | Null is no absence.                | 4: 1780318800 | 4: null
      claims | exp.reached | ear.expired | EXPIRED       | 3          | 6  | Expires in this very second.       | 4: 1780318800 | 4: 1780315200
      """;

  /** Of attesters. */
  private static final String ATTESTERS =
      """
      claims | submods.missing        | ear.shape                | MISSING_FIELD | 3   | 7  | No submodules.                            | 266: {"cpu": {1000: 2, 1001: {1: 2, 2: 3}, 1003: ["policy:strict"]}},  |
      claims | submods.empty          | ear.submods.not-empty    | MISSING_FIELD | 3   | 7  | A result about nobody.                    | {"cpu": {1000: 2, 1001: {1: 2, 2: 3}, 1003: ["policy:strict"]}} | {}
      claims | submods.array          | ear.shape                | WRONG_TYPE    | 3   | 7  | Submodules are a map.                     | {"cpu": {1000: 2, 1001: {1: 2, 2: 3}, 1003: ["policy:strict"]}} | []
      claims | submods.number-label   | ear.shape                | WRONG_TYPE    | 3   | 7  | A label is a text.                        | "cpu" | 7
      claims | submods.no-map         | ear.shape                | WRONG_TYPE    | 3.1 | 12 | An appraisal is a map.                    | {"cpu": {1000: 2, 1001: {1: 2, 2: 3}, 1003: ["policy:strict"]}} | {"cpu": 2}
      claims | status.missing         | ear.shape                | MISSING_FIELD | 3.1 | 12 | An appraisal without status.              | 1000: 2, 1001 | 1001
      claims | status.unknown         | ear.shape                | OUT_OF_RANGE  | 3.1 | 12 | A status that is none of four.            | 1000: 2, 1001 | 1000: 3, 1001
      claims | status.text            | ear.shape                | WRONG_TYPE    | 3.1 | 12 | The word of JSON in CBOR.                 | 1000: 2, 1001 | 1000: "affirming", 1001
      claims | status.overall-unknown | ear.shape                | OUT_OF_RANGE  | 3   | 2  | An overall status that is none of four.   | 1000: 2, 1004 | 1000: 31, 1004
      claims | status.overall-better  | ear.status.overall       | MALFORMED     | 3   | 2  | Better overall than the one attester.     | 1000: 2, 1001 | 1000: 96, 1001
      claims | status.hidden-attester | ear.status.overall       | MALFORMED     | 3   | 2  | A second attester, worse than the whole.  | 266: { | 266: {"gpu": {1000: 32},
      claims | policies.empty         | ear.policy-ids.not-empty | MISSING_FIELD | 3.1 | 15 | A list without a policy.                  | ["policy:strict"] | []
      claims | policies.text          | ear.shape                | WRONG_TYPE    | 3.1 | 15 | One policy in place of a list, as before. | ["policy:strict"] | "policy:strict"
      claims | policies.number        | ear.shape                | WRONG_TYPE    | 3.1 | 15 | A policy is named by a text.              | ["policy:strict"] | [1]
      """;

  /** Of the trustworthiness vector. */
  private static final String VECTOR =
      """
      claims | vector.missing         | ear.vector.present   | MISSING_FIELD | 3.1          | 14 | No vector, which nobody wanted dropped.                  | 1001: {1: 2, 2: 3},  |
      claims | vector.empty           | ear.vector.not-empty | MISSING_FIELD | 3.1          | 14 | A vector without a claim.                                | {1: 2, 2: 3} | {}
      claims | vector.array           | ear.shape            | WRONG_TYPE    | 3.1          | 14 | A vector is a map.                                       | {1: 2, 2: 3} | [2, 3]
      claims | vector.warning         | ear.status.vector    | MALFORMED     | 3.1          | 13 | Affirming although a claim warns.                        | 2: 3} | 2: 33}
      claims | vector.contraindicated | ear.status.vector    | MALFORMED     | 3.1          | 13 | Affirming although a claim contraindicates.              | 2: 3} | 2: 99}
      claims | vector.private-warning | ear.status.vector    | MALFORMED     | AR4SI §2.3.2 | 29 | An unknown value counts as its tier, below zero as well. | 2: 3} | 2: -33}
      claims | vector.above           | ear.vector.range     | OUT_OF_RANGE  | AR4SI §2.3.2 | 25 | A claim of 9 bits.                                       | 2: 3} | 2: 128}
      claims | vector.below           | ear.vector.range     | OUT_OF_RANGE  | AR4SI §2.3.2 | 25 | One below the smallest.                                  | 2: 3} | 2: -129}
      claims | vector.float           | ear.shape            | WRONG_TYPE    | AR4SI §2.3.2 | 25 | A claim is a whole number.                               | 2: 3} | 2: 3.0}
      claims | vector.ninth           | ear.shape            | UNKNOWN_FIELD | AR4SI §2.3.4 | 25 | A ninth category.                                        | 2: 3} | 8: 3}
      claims | vector.negative-label  | ear.shape            | UNKNOWN_FIELD | AR4SI §2.3.4 | 25 | A category below the first.                              | 2: 3} | -1: 3}
      claims | vector.word            | ear.shape            | WRONG_TYPE    | AR4SI §2.3.4 | 25 | The word of JSON for a category.                         | 2: 3} | "executables": 3}
      """;

  /** Of whoever appraised, of nonces and of extensions. */
  private static final String REST =
      """
      claims | verifier.missing       | ear.shape          | MISSING_FIELD | 3   | 8  | Nobody says that he appraised.               | 1004: {0: "https://verifier.example", 1: "build 7"},  |
      claims | verifier.no-developer  | ear.shape          | MISSING_FIELD | 3   | 8  | No developer.                                | 0: "https://verifier.example",  |
      claims | verifier.no-build      | ear.shape          | MISSING_FIELD | 3   | 8  | No build.                                    | , 1: "build 7" |
      claims | verifier.build-number  | ear.shape          | WRONG_TYPE    | 3   | 8  | A build is named by a text.                  | "build 7" | 7
      claims | verifier.text          | ear.shape          | WRONG_TYPE    | 3   | 8  | A name in place of the map.                  | {0: "https://verifier.example", 1: "build 7"} | "https://verifier.example"
      claims | nonce.short            | ear.nonce.size     | OUT_OF_RANGE  | 3   | 10 | One octet too few.                           | h'00010203040506070809' | h'00010203040506'
      claims | nonce.long             | ear.nonce.size     | OUT_OF_RANGE  | 3   | 10 | One octet too many.                          | h'00010203040506070809' | h'0000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000'
      claims | nonce.text             | ear.shape          | WRONG_TYPE    | 3   | 10 | A nonce is octets.                           | h'00010203040506070809' | "0001020304"
      claims | nonce.array            | ear.shape          | WRONG_TYPE    | 3   | 10 | A single nonce, and no array.                | h'00010203040506070809' | [h'00010203040506070809', h'00010203040506070809']
      claims | nonce.of-appraisal     | ear.nonce.size     | OUT_OF_RANGE  | 3.1 | 16 | A short nonce about the attester.            | 1003: ["policy:strict"] | 1003: ["policy:strict"], 10: h'00'
      claims | raw-evidence.text      | ear.shape          | WRONG_TYPE    | 3   | 20 | Raw evidence is octets.                      | 1000: 2, 1004 | 1000: 2, 1002: "", 1004
      claims | extension.number       | ear.extension.map  | WRONG_TYPE    | 3   | 11 | An extension of the result that is no map.   | 1000: 2, 1004 | 1000: 2, -70000: 1, 1004
      claims | extension.in-appraisal | ear.extension.map  | WRONG_TYPE    | 3.1 | 11 | An extension of an appraisal that is no map. | 1003: ["policy:strict"] | 1003: ["policy:strict"], -70001: []
      claims | extension.teep-empty   | ear.extension.teep | MISSING_FIELD | 4.4 | 11 | Claims for TEEP, of which there are none.    | 1003: ["policy:strict"] | 1003: ["policy:strict"], 65000: {}
      claims | extension.key-missing  | ear.extension.key  | MISSING_FIELD | 4.5 | 11 | An attested key that is not there.           | 1003: ["policy:strict"] | 1003: ["policy:strict"], -70002: {}
      """;

  /** In JSON. */
  private static final String JSON =
      """
      json | json.status-unknown    | ear.shape           | OUT_OF_RANGE    | 3.1          | 12 | A word that is none of four.                            | "ear_status":"affirming","ear_tr | "ear_status":"good","ear_tr
      json | json.status-number     | ear.shape           | WRONG_TYPE      | 3.1          | 12 | The number of CBOR in JSON.                             | "ear_status":"affirming","ear_tr | "ear_status":2,"ear_tr
      json | json.iat-fraction      | ear.shape           | WRONG_TYPE      | 3            | 3  | A fraction of a second.                                 | 1780315140 | 1780315140.5
      json | json.iat-text          | ear.shape           | WRONG_TYPE      | 3            | 3  | A number in quotes.                                     | 1780315140 | "1780315140"
      json | json.category-unknown  | ear.shape           | UNKNOWN_FIELD   | AR4SI §2.3.4 | 25 | A category that nobody knows.                           | "executables" | "executable"
      json | json.name-of-before    | ear.shape           | MISSING_FIELD   | 3            | 8  | A name of the older dialect under the profile of today. | "ear_verifier_id" | "ear.verifier-id"
      json | json.dialect-of-before | ear.shape           | MISSING_FIELD   | 3            | 1  | The profile of the older dialect, with names of today.  | tag:ietf.org,2026:rats/ear#03 | tag:github.com,2023:veraison/ear
      json | json.nonce-digit       | ear.shape           | MALFORMED       | 3            | 10 | A digit that base64 has not.                            | AAECAwQFBgcICQ | AAECAwQFBgcIC!
      json | json.name-twice        | json.duplicate-name | DUPLICATE_KEY   | RFC 8259 §4  | 1  | A claim twice.                                          | "iat":1780315140 | "iat":1780315140,"iat":1780315140
      json | json.trailing          | json.trailing       | TRAILING_OCTETS | RFC 8259 §2  | 1  | A second value.                                         | ICQ"} | ICQ"}{}
      """;

  /** Of what is signed. */
  private static final String SIGNED =
      """
      cwt | cwt.flipped           | cose.signature        | INVALID_SIGNATURE     | 5                | 21 | One bit of the signature.            | $CWT | flip(1, $CWT)
      cwt | cwt.no-algorithm      | cose.alg.present      | MISSING_FIELD         | 5                | 21 | No algorithm.                        | 1: -7,  |
      cwt | cwt.mac               | cose.alg.known        | UNSUPPORTED_ALGORITHM | 5                | 21 | An algorithm with a shared secret.   | 1: -7 | 1: 5
      cwt | cwt.detached          | cose.payload.attached | MISSING_FIELD         | 5                | 19 | The claims are not inside.           | <<$CLAIMS>> | null
      cwt | cwt.critical          | cose.crit.understood  | CRITICAL_HEADER       | RFC 9052 §3.1    | 21 | A critical header that nobody knows. | 1: -7,  | 1: -7, 2: [70000], 70000: 1,
      cwt | cwt.claims-inside-out | ear.shape             | WRONG_TYPE            | 5                | 19 | Something else is signed.            | <<$CLAIMS>> | <<7>>
      jwt | jwt.none              | cose.jws.algorithm    | UNSUPPORTED_ALGORITHM | RFC 8725 §3.2    | 21 | The algorithm that signs nothing.    | ES256 | none
      jwt | jwt.critical          | cose.jws.critical     | CRITICAL_HEADER       | RFC 7515 §4.1.11 | 21 | A critical header.                   | "alg": | "crit":["exp"],"alg":
      """;

  private EarRefusals() {}

  static void add(MessageFile file) {
    for (String table : List.of(PROFILE, TIMES, ATTESTERS, VECTOR, REST, JSON, SIGNED)) {
      file.refusals(table);
    }
    file.refused(
        "base.claims",
        "exp.past",
        "ear.expired",
        Why.EXPIRED,
        "3",
        6,
        "The same result a day later.",
        at(file, "base.claims", "2026-06-02T12:00:00Z"));
    MessageFile.Scene scene = file.scene("base.claims");
    file.refused(
        "base.claims",
        "attester.other",
        "ear.label",
        Why.MISSING_FIELD,
        "3",
        9,
        "A result about another attester than the one asked about.",
        new MessageFile.Scene(
            scene.form(), scene.notation(), scene.keys(), scene.time(), Optional.of("gpu")));
    file.refused(
        "base.cwt",
        "cwt.unknown-key",
        "cose.signature",
        Why.INVALID_SIGNATURE,
        "AR4SI §2.2",
        21,
        "Signed by somebody who is not trusted.",
        trusting(file, "base.cwt"));
    file.refused(
        "base.jwt",
        "jwt.unknown-key",
        "cose.jws.signature",
        Why.INVALID_SIGNATURE,
        "AR4SI §2.2",
        21,
        "Signed by somebody who is not trusted.",
        trusting(file, "base.jwt"));
  }

  /** The same message for whoever trusts another key. */
  private static MessageFile.Scene trusting(MessageFile file, String parent) {
    MessageFile.Scene scene = file.scene(parent);
    return new MessageFile.Scene(
        scene.form(), scene.notation(), List.of("stranger"), scene.time(), scene.attester());
  }

  /** The same message at another time. */
  private static MessageFile.Scene at(MessageFile file, String parent, String time) {
    MessageFile.Scene scene = file.scene(parent);
    return new MessageFile.Scene(
        scene.form(), scene.notation(), scene.keys(), Instant.parse(time), scene.attester());
  }
}
