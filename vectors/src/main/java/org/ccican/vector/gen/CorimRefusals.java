package org.ccican.vector.gen;

import java.time.Instant;
import java.util.List;

/** What Verifiers refuse of a manifest and around it, as {@link MessageFile#refusals} has it. */
final class CorimRefusals {

  /** Of a manifest. */
  private static final String MANIFEST =
      """
      plain    | tag.missing          | corim.shape          | WRONG_TYPE      | 4.1             | 2  | Another tag than that of a manifest.              | 501( | 507(
      plain    | tag.older            | corim.version        | UNKNOWN_VERSION | 4.1             | 2  | The tag of drafts before the sixth.               | 501( | 500(
      plain    | id.missing           | corim.shape          | MISSING_FIELD   | 4.1             | 2  | No identifier.                                    | 0: "corim.example/1",  |
      plain    | id.short-uuid        | corim.shape          | WRONG_TYPE      | 4.1             | 2  | A UUID of 15 octets.                              | "corim.example/1" | h'31fb5abf023e4992aa4e95f9c1503b'
      software | tags.empty           | corim.list.not-empty | MISSING_FIELD   | 4.1             | 2  | No tag at all.                                    | 1: [505(<<{0: "sw-1"}>>), 506(<<{1: {0: "comid-2"}, 4: {6: [[$OTHER, ["sw-1"]]]}}>>)] | 1: []
      software | tags.unknown         | corim.shape          | WRONG_TYPE      | 4.1.2           | 2  | A tag of an unknown kind.                         | 505( | 504(
      software | tags.bare            | corim.shape          | WRONG_TYPE      | 4.1.2           | 2  | A tag around the item in place of its octets.     | 505(<<{0: "sw-1"}>>) | 505({0: "sw-1"})
      plain    | locator.text         | corim.shape          | WRONG_TYPE      | 4.1.3           | 2  | A location that is no URI.                        | 4: {0: 1(1767225600) | 2: [{0: "https://acme.example"}], 4: {0: 1(1767225600)
      plain    | locator.none         | corim.list.not-empty | MISSING_FIELD   | 4.1.3           | 2  | A list of no locations.                           | 4: {0: 1(1767225600) | 2: [], 4: {0: 1(1767225600)
      plain    | locator.short-digest | corim.digest.size    | OUT_OF_RANGE    | 4.1.3           | 23 | A location with a digest that is too short.       | 4: {0: 1(1767225600) | 2: [{0: 32("https://acme.example"), 1: [1, h'00']}], 4: {0: 1(1767225600)
      plain    | profile.unknown      | corim.profile.known  | UNKNOWN_VERSION | 4.1             | 3  | A profile that nobody understands.                | 4: {0: 1(1767225600) | 3: 32("https://profile.example"), 4: {0: 1(1767225600)
      plain    | profile.text         | corim.shape          | WRONG_TYPE      | 4.1             | 3  | A profile that is neither URI nor OID.            | 4: {0: 1(1767225600) | 3: "https://profile.example", 4: {0: 1(1767225600)
      plain    | validity.no-end      | corim.shape          | MISSING_FIELD   | 7.3             | 22 | A period without an end.                          | , 1: 1(1798761600) |
      plain    | validity.order       | corim.validity.order | OUT_OF_RANGE    | 7.3             | 22 | A period that ends before it begins.              | 1: 1(1798761600) | 1: 1(1767225599)
      plain    | validity.untagged    | corim.shape          | WRONG_TYPE      | 7.3             | 22 | A number that is no time.                         | 1: 1(1798761600) | 1: 1798761600
      plain    | validity.text        | corim.shape          | WRONG_TYPE      | 7.3             | 22 | A time in words.                                  | 1: 1(1798761600) | 1: 0("2027-01-01T00:00:00Z")
      plain    | entity.two-signers   | corim.entity.signer  | DUPLICATE_KEY   | 4.1.5           | 4  | Two entities that sign.                           | 2: [2]}] | 2: [2]}, {0: "other", 2: [2]}]
      plain    | entity.no-name       | corim.shape          | MISSING_FIELD   | 7.2             | 4  | An entity without a name.                         | 0: "ACME", 1: 32 | 1: 32
      plain    | entity.no-role       | corim.list.not-empty | MISSING_FIELD   | 7.2             | 4  | An entity in no role.                             | 2: [2] | 2: []
      plain    | entity.plain-uri     | corim.shape          | WRONG_TYPE      | 7.2             | 4  | An address that is no URI.                        | 32("https://acme.example") | "https://acme.example"
      plain    | form.trailing        | cbor.trailing        | TRAILING_OCTETS | RFC 8949 §5.3.1 | 2  | An octet after the manifest.                      | $PLAIN | $PLAIN #00#
      plain    | form.truncated       | cbor.truncated       | TRUNCATED       | RFC 8949 §5.3.1 | 2  | The last octet is missing.                        | $PLAIN | cut(1, $PLAIN)
      plain    | form.label-twice     | cbor.duplicate-key   | DUPLICATE_KEY   | RFC 8949 §5.6   | 2  | A label twice.                                    | 0: "corim.example/1",  | 0: "corim.example/1", 0: "",
      plain    | form.trailing-inside | cbor.trailing        | TRAILING_OCTETS | RFC 8949 §5.3.1 | 25 | An octet after the CoMID, within its byte string. | 506(<<{0: "en", 1: {0: "comid-1", 1: 7}, 2: [{0: "ACME", 2: [0]}], 3: [{0: "comid-0", 1: 1}], 4: {$REFERENCE}}>>) | 506(h'a000')
      """;

  /** Of tags. */
  private static final String TAGS =
      """
      plain    | comid.no-identity      | corim.shape             | MISSING_FIELD | 5.1.1   | 11 | A CoMID that nobody can tell from others. | 1: {0: "comid-1", 1: 7},  |
      plain    | comid.version-negative | corim.shape             | WRONG_TYPE    | 5.1.1.2 | 12 | A version has no sign.                    | 1: 7} | 1: -7}
      plain    | comid.language-number  | corim.shape             | WRONG_TYPE    | 5.1     | 11 | A language is a text.                     | 0: "en" | 0: 1
      plain    | comid.relation         | corim.shape             | OUT_OF_RANGE  | 5.1.3   | 25 | A relation that is not defined.           | "comid-0", 1: 1 | "comid-0", 1: 2
      plain    | comid.no-links         | corim.list.not-empty    | MISSING_FIELD | 5.1.3   | 25 | A list of no links.                       | [{0: "comid-0", 1: 1}] | []
      software | comid.no-triples       | corim.shape             | MISSING_FIELD | 5.1.4   | 13 | A CoMID that says nothing.                | , 4: {6: [[$OTHER, ["sw-1"]]]} |
      software | comid.empty-triples    | corim.triples.not-empty | MISSING_FIELD | 5.1.4   | 13 | A map of no triples.                      | {6: [[$OTHER, ["sw-1"]]]} | {}
      software | comid.twice            | corim.tag.unique        | DUPLICATE_KEY | 5.1.1.1 | 11 | Two tags with one identifier.             | 505(<<{0: "sw-1"}>>) | 506(<<{1: {0: "comid-2"}, 4: {6: [[{0: {1: "ACME"}}, ["sw-1"]]]}}>>)
      software | coswid.array           | corim.shape             | WRONG_TYPE    | 5.2     | 10 | A CoSWID that is no map.                  | {0: "sw-1"} | []
      software | coswid.no-id | corim.shape | MISSING_FIELD | RFC 9393 §2.3 | 25 | A CoSWID that nobody can refer to. | {0: "sw-1"} | {1: "sw-1"}
      software | coswid.file-without-name | corim.shape | MISSING_FIELD | RFC 9393 §2.9.4 | 25 | A file without a name. | {0: "sw-1"} | {0: "sw-1", 6: {17: {7: $DIGEST}}}
      software | coswid.short-digest | corim.digest.size | OUT_OF_RANGE | RFC 6920 §9.4 | 25 | A file with a digest that is too short. | {0: "sw-1"} | {0: "sw-1", 6: {17: {24: "a", 7: [1, h'00']}}}
      list     | list.no-tags           | corim.list.not-empty    | MISSING_FIELD | 6.1     | 21 | A list of nothing.                        | [{0: "comid-1", 1: 7}] | []
      list     | list.no-period         | corim.shape             | MISSING_FIELD | 6.1     | 21 | A list without a period.                  | , 2: $PERIOD |
      list     | list.no-identity       | corim.shape             | MISSING_FIELD | 6.1     | 21 | A list that nobody can tell from others.  | 0: {0: "list-1"},  |
      list     | list.other-version     | corim.list.complete     | NOT_AVAILABLE | 6       | 21 | It names a version that is not here.      | [{0: "comid-1", 1: 7}] | [{0: "comid-1", 1: 8}]
      """;

  /** Of what is signed. */
  private static final String SIGNED =
      """
      signed | signed.no-type      | corim.signed.type    | WRONG_TYPE        | 4.2.1         | 5  | Nothing says that a manifest is signed.                | 3: "application/rim+cbor",  |
      signed | signed.other-type   | corim.signed.type    | WRONG_TYPE        | 4.2.1         | 5  | The name of a signed manifest for what is inside.      | rim+cbor | rim+cose
      signed | signed.nobody       | corim.shape          | MISSING_FIELD     | 4.2.1         | 5  | Nobody is named.                                       | , 15: {1: "ACME", 4: 1798761600, 5: 1767225600} |
      signed | signed.no-issuer    | corim.shape          | MISSING_FIELD     | 4.2.1         | 5  | Claims that name nobody.                               | 1: "ACME", 4: 1798761600 | 4: 1798761600
      signed | signed.period-past  | corim.signed.valid   | EXPIRED           | 8.3.3.1       | 24 | A signature that counted until yesterday.              | 4: 1798761600 | 4: 1780228800
      signed | signed.flipped      | cose.signature       | INVALID_SIGNATURE | 4.2.1         | 7  | One bit of the signature.                              | $SIGNED | flip(1, $SIGNED)
      signed | signed.other-tag    | cose.sign1.tag       | WRONG_TYPE        | 4.2           | 5  | Another tag than that of a COSE_Sign1.                 | 18( | 98(
      signed | signed.critical     | cose.crit.understood | CRITICAL_HEADER   | RFC 9052 §3.1 | 5  | A critical header that nobody knows.                   | 1: -7,  | 1: -7, 2: [70000], 70000: 1,
      signed | signed.other-curve  | corim.signer         | UNKNOWN_SIGNER    | 8.3.3.2       | 7  | An algorithm for which nobody holds a key.             | 1: -7 | 1: -51
      signed | signed.inner-defect | corim.shape          | MISSING_FIELD     | 4.2           | 24 | A good signature around a manifest without identifier. | 0: "corim.example/1",  |
      meta   | meta.no-signer      | corim.shape          | MISSING_FIELD     | 4.2.1         | 5  | A meta map that names nobody.                          | 0: {0: "ACME", 1: 32("https://acme.example")}, 1: {0: 1(1767225600), 1: 1(1798761600)}}>>}>> | 1: {0: 1(1767225600), 1: 1(1798761600)}}>>}>>
      meta   | meta.item           | corim.shape          | WRONG_TYPE        | 4.2.1         | 5  | A meta map in place of its octets.                     | 8: <<{0: {0: "ACME", 1: 32("https://acme.example")}, 1: {0: 1(1767225600), 1: 1(1798761600)}}>> | 8: {0: {0: "ACME"}}
      both   | both.other-signer   | corim.signed.agree   | MALFORMED         | 4.2.1         | 6  | Two names.                                             | 15: {1: "ACME" | 15: {1: "Acme"
      both   | both.other-period   | corim.signed.agree   | MALFORMED         | 4.2.1         | 6  | Two periods.                                           | 4: 1798761600 | 4: 1798761601
      """;

  /** Of profiles. */
  private static final String PROFILES =
      """
      psa   | profile.psa-two-keys | corim.profile.single-key | DUPLICATE_KEY | draft-fdb-rats-psa-endorsements §3          | 3 | Two keys of one instance.                | [$KEY] | [$KEY, 560(h'04')]
      realm | profile.realm-name   | corim.profile.realm      | OUT_OF_RANGE  | draft-ydb-rats-cca-endorsements §3          | 3 | A realm named by what is no measurement. | 560(h'4a4a4a4a4a4a4a4a4a4a4a4a4a4a4a4a4a4a4a4a4a4a4a4a4a4a4a4a4a4a4a4a') | 560(h'4a')
      snp   | profile.snp-element  | corim.profile.element    | MISSING_FIELD | draft-deeglaze-amd-sev-snp-corim-profile §3 | 3 | A measurement of no field of the report. | 0: 641,  |
      snp   | profile.snp-vendor   | corim.profile.vendor     | MISSING_FIELD | draft-deeglaze-amd-sev-snp-corim-profile §3 | 3 | An anchor of no vendor.                  | 3: [[$OTHER | 3: [[{0: {2: "Coyote"}}
      """;

  private CorimRefusals() {}

  static void add(MessageFile file) {
    for (String table : List.of(MANIFEST, TAGS, SIGNED, PROFILES)) {
      file.refusals(table);
    }
    file.refused(
        "base.plain",
        "validity.past",
        "corim.valid",
        Why.EXPIRED,
        "8.3.3.1",
        24,
        "The same manifest a year later.",
        at(file, "base.plain", "2027-06-01T12:00:00Z"));
    file.refused(
        "base.plain",
        "validity.future",
        "corim.valid",
        Why.EXPIRED,
        "8.3.3.1",
        24,
        "The same manifest a year before.",
        at(file, "base.plain", "2025-06-01T12:00:00Z"));
    file.refused(
        "base.signed",
        "signed.unknown-key",
        "cose.signature",
        Why.INVALID_SIGNATURE,
        "4.2.1",
        7,
        "Signed by somebody who is not trusted.",
        trusting(file, "base.signed"));
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
