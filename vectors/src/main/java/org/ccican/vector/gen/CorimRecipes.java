package org.ccican.vector.gen;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The vectors of reference values and endorsements. */
final class CorimRecipes {

  static final String COMMENT =
      "Concise reference integrity manifests (draft-ietf-rats-corim), unsigned and signed, for a"
          + " Verifier that takes them into what it appraises with.";

  private static final String ENVIRONMENT =
      "{0: {0: 37(h'31fb5abf023e4992aa4e95f9c1503bfa'), 1: \"ACME\", 2: \"Roadrunner\"}, 1:"
          + " 550(h'02deadbeefdead')}";
  private static final String OTHER = "{0: {1: \"ACME\", 2: \"Coyote\"}}";
  private static final String DIGEST =
      "[1, h'e45b72f5c0c0b572db4d8d3ab7e97f368ff74e62347a824decb67a84e5224d75']";
  private static final String KEY = "560(h'010203')";
  private static final String PERIOD = "{0: 1(1767225600), 1: 1(1798761600)}";
  private static final String SIGNED_HEADER =
      "<<{1: -7, 3: \"application/rim+cbor\", 15: {1: \"ACME\", 4: 1798761600, 5: 1767225600}}>>";
  private static final String REFERENCE =
      "0: [[" + ENVIRONMENT + ", [{0: \"firmware\", 1: {2: [" + DIGEST + "]}}]]]";
  private static final String PLAIN = corim(REFERENCE, "");

  private static final String SIGNED =
      "18(sign1(signer, " + SIGNED_HEADER + ", {}, <<" + PLAIN + ">>))";

  private static final String VALUES =
      "0: [["
          + OTHER
          + ", [{1: {0: {0: \"1.0\"}, 1: 553(3), 3: {3: false}, 4: 560(h'0102'), 5: h'ff00',"
          + " 6: h'010203040506', 7: h'7f000001', 14: {0: ["
          + DIGEST
          + "]}, 15: 564([1, 9])}, 2: ["
          + KEY
          + "]}]]]";

  /** Accepted as well, in columns as {@link MessageFile#also} has them. */
  private static final String ALSO =
      """
      plain  | id.uuid               | 4.1       | 2  | A UUID for an identifier.                 | "corim.example/1" | h'31fb5abf023e4992aa4e95f9c1503bfa'
      plain  | locator.digest        | 4.1.3     | 2  | A dependent manifest with its digest.     | 4: {0: 1(1767225600) | 2: [{0: 32("https://acme.example/other"), 1: $DIGEST}], 4: {0: 1(1767225600)
      plain  | validity.no-begin     | 7.3       | 22 | A period that began long ago.             | 0: 1(1767225600),  |
      plain  | validity.float        | 7.3       | 22 | A time with a fraction.                   | 1(1798761600) | 1(1798761600.5)
      plain  | digest.two-algorithms | 7.7       | 23 | Two digests of different algorithms.      | [$DIGEST] | [$DIGEST, [7, h'111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111']]
      plain  | digest.named          | 7.7       | 23 | An algorithm by its name.                 | [1, h'e4 | ["sha-256", h'e4
      plain  | entity.creator-too    | 4.1.5     | 4  | One entity in two roles.                  | 2: [2]}] | 2: [2, 1]}]
      values | value.svn             | 5.1.4.5.3 | 32 | An exact security version, without a tag. | 553(3) | 3
      values | value.masked          | 5.1.4.5.6 | 15 | A value with its mask, as today.          | 4: 560(h'0102'), 5: h'ff00' | 4: 563([h'0102', h'ff00'])
      values | range.open            | 5.1.4.8   | 36 | A range without an upper bound.           | [1, 9] | [1, null]
      keys   | key.thumbprint        | 5.1.4.4   | 19 | A key by its thumbprint.                  | 2: [[$OTHER, [$KEY]]] | 2: [[$OTHER, [557($DIGEST)]]]
      """;

  private final MessageFile file =
      new MessageFile(
          "corim",
          "draft-ietf-rats-corim",
          List.of(),
          Map.ofEntries(
              Map.entry("ENVIRONMENT", ENVIRONMENT),
              Map.entry("OTHER", OTHER),
              Map.entry("DIGEST", DIGEST),
              Map.entry("KEY", KEY),
              Map.entry("PERIOD", PERIOD),
              Map.entry("REFERENCE", REFERENCE),
              Map.entry("PLAIN", PLAIN),
              Map.entry("SIGNED", SIGNED)));

  private CorimRecipes() {}

  static MessageFile file() {
    CorimRecipes recipes = new CorimRecipes();
    recipes.bases();
    recipes.file.also(ALSO);
    CorimRefusals.add(recipes.file);
    CorimTripleRefusals.add(recipes.file);
    CorimMatchRecipes.add(recipes.file, PLAIN);
    return recipes.file;
  }

  /** A manifest with one CoMID. */
  private static String corim(String triples, String more) {
    return "501({0: \"corim.example/1\", 1: [506(<<{0: \"en\", 1: {0: \"comid-1\", 1: 7}, 2: [{0:"
        + " \"ACME\", 2: [0]}], 3: [{0: \"comid-0\", 1: 1}], 4: {"
        + triples
        + "}}>>)], "
        + more
        + "4: "
        + PERIOD
        + ", 5: [{0: \"ACME\", 1: 32(\"https://acme.example\"), 2: [2]}]})";
  }

  private void bases() {
    base("plain", "4.1", 2, "A manifest with one CoMID and one reference value.", PLAIN);
    base("values", "5.1.4.5", 15, "A measurement with a value of each kind.", corim(VALUES, ""));
    base(
        "endorsed",
        "5.1.5",
        9,
        "Endorsed values.",
        corim("1: [[" + OTHER + ", [{1: {11: \"name\"}}]]]", ""));
    base(
        "keys",
        "5.1.9",
        18,
        "Keys of devices and of Attesting Environments.",
        corim(
            "2: [["
                + OTHER
                + ", ["
                + KEY
                + "]]], 3: [["
                + OTHER
                + ", ["
                + KEY
                + "], {0: \"firmware\", 1: ["
                + KEY
                + "]}]]",
            ""));
    base(
        "domains",
        "5.1.11",
        20,
        "Who trusts whom, and who belongs to whom.",
        corim(
            "4: [["
                + OTHER
                + ", ["
                + ENVIRONMENT
                + "]]], 5: [["
                + OTHER
                + ", ["
                + ENVIRONMENT
                + "]]]",
            ""));
    base(
        "software",
        "5.1.7",
        10,
        "A CoSWID, and the environment that it is of.",
        "501({0: \"corim.example/2\", 1: [505(<<{0: \"sw-1\"}>>), 506(<<{1: {0: \"comid-2\"}, 4:"
            + " {6: [["
            + OTHER
            + ", [\"sw-1\"]]]}}>>)]})");
    base(
        "series",
        "5.1.8",
        17,
        "Of two conditions the first that matches.",
        corim(
            "8: [[["
                + OTHER
                + ", []], [[[{1: {1: 1}}], [{1: {11: \"old\"}}]], [[{1: {1: 2}}], [{1: {11:"
                + " \"new\"}}]]]]]",
            ""));
    base(
        "conditional",
        "5.1.6",
        9,
        "What follows from what was found.",
        corim(
            "10: [[[[" + OTHER + ", [{1: {1: 1}}]]], [[" + OTHER + ", [{1: {11: \"name\"}}]]]]]",
            ""));
    base(
        "list",
        "6",
        21,
        "A list of tags beside the tag that it names.",
        "501({0: \"corim.example/3\", 1: [506(<<{1: {0: \"comid-1\", 1: 7}, 4: {"
            + REFERENCE
            + "}}>>),"
            + " 508(<<{0: {0: \"list-1\"}, 1: [{0: \"comid-1\", 1: 7}], 2: "
            + PERIOD
            + "}>>)]})",
        "corim-list");
    base(
        "psa",
        "4.1.4",
        3,
        "The profile of PSA, with the key of an instance.",
        corim(
            "3: [[{1: 550(h'01" + "ce".repeat(32) + "')}, [" + KEY + "]]]",
            "3: 32(\"tag:arm.com,2025:psa#1.0.0\"), "));
    base(
        "realm",
        "4.1.4",
        3,
        "The profile of realms.",
        corim(
            "0: [[{0: {0: 560(h'"
                + "4a".repeat(32)
                + "')}}, [{1: {14: {\"rim\": ["
                + DIGEST
                + "]}}}]]]",
            "3: 32(\"tag:arm.com,2025:cca_realm#1.0.0\"), "));
    base(
        "snp",
        "4.1.4",
        3,
        "The profile of SEV-SNP, with an anchor.",
        corim(
            "0: [["
                + OTHER
                + ", [{0: 641, 1: {2: ["
                + DIGEST
                + "]}}]]], 3: [["
                + OTHER
                + ", ["
                + KEY
                + "]]]",
            "3: 32(\"tag:amd.com,2024:snp-corim-profile\"), "));
    base("signed", "4.2", 5, "Signed, with CWT claims.", SIGNED, "corim-cose");
    base(
        "meta",
        "4.2.1",
        5,
        "Signed, with a meta map.",
        "18(sign1(signer, <<{1: -7, 3: \"application/rim+cbor\", 8: <<{0: {0: \"ACME\", 1:"
            + " 32(\"https://acme.example\")}, 1: "
            + PERIOD
            + "}>>}>>, {}, <<"
            + PLAIN
            + ">>))",
        "corim-cose");
    base(
        "both",
        "4.2.1",
        6,
        "Signed, with both, which agree.",
        "18(sign1(signer, <<{1: -7, 3: \"application/rim+cbor\", 8: <<{0: {0: \"ACME\"}, 1: "
            + PERIOD
            + "}>>, 15: {1: \"ACME\", 4: 1798761600, 5: 1767225600}}>>, {}, <<"
            + PLAIN
            + ">>))",
        "corim-cose");
  }

  private void base(String id, String section, int requirement, String comment, String notation) {
    base(id, section, requirement, comment, notation, "corim");
  }

  private void base(
      String id, String section, int requirement, String comment, String notation, String form) {
    file.base(
        "base." + id,
        section,
        requirement,
        comment,
        new MessageFile.Scene(
            form,
            notation,
            form.equals("corim-cose") ? List.of("signer") : List.of(),
            MessageFile.NOON,
            Optional.empty()));
  }
}
