package org.ccican.vector.gen;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The vectors of conceptual message wrappers. */
final class CmwRecipes {

  static final String COMMENT =
      "Conceptual message wrappers (draft-ietf-rats-msg-wrap), in CBOR, in JSON and signed.";

  private static final String RECORD = "[\"application/eat+cwt\", h'd28443', 4]";
  private static final String JSON = "[\"application/eat+cwt\",\"0oRD\",4]";

  private static final String COLLECTION =
      "{\"__cmwc_t\": \"tag:example.com,2026:set\", \"evidence\": "
          + RECORD
          + ", \"claims\": [61, h'a0']}";
  private static final String JSON_COLLECTION =
      "{\"__cmwc_t\":\"tag:example.com,2026:set\",\"evidence\":" + JSON + "}";
  private static final String SIGNED =
      "18(sign1(signer, <<{1: -7, 3: \"application/cmw+cbor\"}>>, {}, <<" + RECORD + ">>))";
  private static final String JWS =
      "jws signer\n{\"alg\":\"ES256\",\"cty\":\"application/cmw+json\"}\n" + JSON;

  /** Accepted as well, in columns as {@link MessageFile#also} has them. */
  private static final String ALSO =
      """
      record     | indicator.absent    | 3.1            | 1  | No indicator: whoever reads knows.                       | , 4] | ]
      record     | indicator.all       | 3.1            | 4  | All five registered bits.                                | 4] | 31]
      record     | value.empty         | 3.1            | 1  | An empty message is one.                                 | h'd28443' | h''
      record     | type.parameter      | 3.1            | 5  | A media type with a quoted parameter.                    | eat+cwt | eat+cwt; eat_profile=x
      record     | type.largest-format | RFC 7252 §12.3 | 5  | Content format 65535.                                    | "application/eat+cwt" | 65535
      record     | form.long-head      | 3.1            | 1  | A head longer than need be: nothing asks for short ones. | h'd28443' | #5803d28443#
      record     | form.indefinite     | 3.1            | 1  | A record of indefinite length.                           | $RECORD | [_ "application/eat+cwt", h'd28443', 4]
      tag        | tag.largest         | 3.2            | 6  | The largest tag, of content format 65024.                | 1668546817 | 1668611839
      collection | label.negative      | 3.3            | 11 | A label that is a negative integer.                      | "claims" | -7
      collection | type.oid            | 3.3            | 9  | An object identifier as type.                            | tag:example.com,2026:set | 2.999.1
      collection | type.absent         | 3.3            | 9  | A collection of no type.                                 | "__cmwc_t": "tag:example.com,2026:set",  |
      collection | nested.tag          | 3.3            | 7  | A tag within a collection.                               | [61, h'a0'] | 1668546878(h'a0')
      collection | nested.eight        | 3.3            | 10 | Eight collections inside each other.                     | [61, h'a0'] | {"a": {"a": {"a": {"a": {"a": {"a": {"a": [61, h'a0']}}}}}}}
      json       | json.blanks         | 3.1            | 2  | White space between the values.                          | ,4] | , 4 ]
      json       | json.no-indicator   | 3.1            | 1  | No indicator.                                            | ,4] | ]
      """;

  private final MessageFile file =
      new MessageFile(
          "cmw",
          "draft-ietf-rats-msg-wrap",
          List.of("cmw-json", "cmw-jws"),
          Map.of("RECORD", RECORD, "JSON", JSON));

  private CmwRecipes() {}

  static MessageFile file() {
    CmwRecipes recipes = new CmwRecipes();
    recipes.bases();
    recipes.file.also(ALSO);
    CmwRefusals.add(recipes.file);
    return recipes.file;
  }

  private void bases() {
    base("record", "3.1", 1, "A record: media type, octets, indicator.", "cmw-cbor", RECORD);
    base(
        "tag",
        "3.2",
        6,
        "Octets under the tag of content format 0.",
        "cmw-cbor",
        "1668546817(h'a0')");
    base(
        "collection",
        "3.3",
        7,
        "A collection of a type, with two records.",
        "cmw-cbor",
        COLLECTION);
    base("json", "3.1", 2, "A record in JSON.", "cmw-json", JSON);
    base("json-collection", "3.3", 7, "A collection in JSON.", "cmw-json", JSON_COLLECTION);
    base("signed", "4.1", 13, "A record in a COSE_Sign1.", "cmw-cose", SIGNED);
    base("jws", "4.2", 14, "A record in a JWS.", "cmw-jws", JWS);
  }

  private void base(
      String id, String section, int requirement, String comment, String form, String notation) {
    boolean signed = form.equals("cmw-cose") || form.equals("cmw-jws");
    file.base(
        "base." + id,
        section,
        requirement,
        comment,
        new MessageFile.Scene(
            form,
            notation,
            signed ? List.of("signer") : List.of(),
            MessageFile.NOON,
            Optional.empty()));
  }
}
