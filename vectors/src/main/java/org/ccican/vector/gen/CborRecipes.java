package org.ccican.vector.gen;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The vectors of CBOR itself. */
final class CborRecipes {

  static final String COMMENT =
      "Items of CBOR (RFC 8949) for a reader that takes everything valid, one that takes definite"
          + " lengths alone, one of core deterministic encoding, and one that takes no more than 48"
          + " octets, 4 levels below the outermost, 16 items, 16 octets in a string and 12 octets"
          + " of keys.";

  private static final String VALID =
      "{1: [1, -2, h'0102', \"text\", true, null, 1.5], \"name\": {_ 3: (_ h'01', h'02')}, 2:"
          + " 1(0)}";
  private static final String DEFINITE = "{2: [1, h'0102', \"text\"], 1: {3: 1(0)}}";
  private static final String DETERMINISTIC =
      "{1: [1, h'0102', \"text\", #f93e00#], \"a\": {3: 1(0)}}";
  private static final String SMALL = "[1, [2], h'0102', {3: 4}]";

  /** Accepted as well, in columns as {@link MessageFile#also} has them. */
  private static final String ALSO =
      """
      valid         | head.long          | 3.1   | TEEP-25  | A head that is longer than it need be.        | 1(0)} | #c11b0000000000000000#}
      valid         | simple.unassigned  | 3.3   | TEEP-25  | A simple value that nobody has assigned.      | true | #f8ff#
      valid         | order.descending   | 3.1   | TEEP-25  | Keys in no order.                             | 2: 1(0) | 0: 1(0)
      valid         | text.chunks        | 3.2.3 | TEEP-25  | A text in two chunks, each valid.             | "text" | #7f62c3a96162ff#
      valid         | text.wide          | 3.1   | TEEP-25  | A character of four octets.                   | "text" | #64f0908d88#
      definite      | definite.long-head | 3.1   | CCA-24   | Definite, and a head longer than it need be.  | 1(0) | #d80100#
      small         | limit.octets-most  | 10    | TEEP-258 | As many octets as there may be.               | * | [h'00112233445566778899aabbccddee', h'00112233445566778899aabbccddee', h'00112233445566778899aabbcc', 0]
      small         | limit.depth-most   | 10    | TEEP-258 | As deep as there may be.                      | [2] | [[[2]]]
      small         | limit.items-most   | 10    | TEEP-258 | As many items as there may be.                | * | [many(15, 0)]
      small         | limit.string-most  | 10    | TEEP-258 | As many octets in a string as there may be.   | h'0102' | h'00112233445566778899aabbccddeeff'
      small         | limit.keys-most    | 10    | TEEP-258 | As many octets of keys as there may be.       | {3: 4} | {"abcde": 4, "fghij": 4}
      """;

  /** Refused by every reader, in columns as {@link MessageFile#refusals} has them. */
  private static final String INVALID =
      """
      valid | trailing.item          | cbor.trailing      | TRAILING_OCTETS | 5.3.1 | TEEP-25 | A second item.                                        | 1(0)} | 1(0)} 0
      valid | trailing.break         | cbor.trailing      | TRAILING_OCTETS | 5.3.1 | TEEP-25 | The end of something that never began.                | 1(0)} | 1(0)} #ff#
      valid | trailing.half          | cbor.trailing      | TRAILING_OCTETS | 5.3.1 | TEEP-25 | A head without its content.                           | 1(0)} | 1(0)} #19#
      valid | key.twice              | cbor.duplicate-key | DUPLICATE_KEY   | 5.6   | TEEP-25 | A key twice.                                          | 2: 1(0) | 1: 1(0)
      valid | key.longer-head        | cbor.duplicate-key | DUPLICATE_KEY   | 5.6   | TEEP-25 | The same number in two octets.                        | 2: 1(0) | #1801#: 1(0)
      valid | key.chunks             | cbor.duplicate-key | DUPLICATE_KEY   | 5.6   | TEEP-25 | The same text in chunks.                              | 2: 1(0) | #7f626e61626d65ff#: 1(0)
      valid | key.inner              | cbor.duplicate-key | DUPLICATE_KEY   | 5.6   | TEEP-25 | A key twice in a map within the map.                  | h'0102' | {4: 5, 4: 5}
      valid | key.indefinite         | cbor.duplicate-key | DUPLICATE_KEY   | 5.6   | TEEP-25 | A key twice in a map of indefinite length.            | {_ 3: | {_ 3: 0, 3:
      valid | text.octet             | cbor.utf8          | MALFORMED       | 5.3.1 | TEEP-25 | An octet that no UTF-8 has.                           | "text" | #61ff#
      valid | text.overlong          | cbor.utf8          | MALFORMED       | 5.3.1 | TEEP-25 | A zero in two octets.                                 | "text" | #62c080#
      valid | text.surrogate         | cbor.utf8          | MALFORMED       | 5.3.1 | TEEP-25 | Half of a pair of UTF-16.                             | "text" | #63eda080#
      valid | text.beyond            | cbor.utf8          | MALFORMED       | 5.3.1 | TEEP-25 | A number above the last character.                    | "text" | #64f4908080#
      valid | text.cut               | cbor.utf8          | MALFORMED       | 5.3.1 | TEEP-25 | A character without its end.                          | "text" | #61c3#
      valid | text.split             | cbor.utf8          | MALFORMED       | 5.3.1 | TEEP-25 | A character that begins in one chunk, ends in another. | "text" | #7f61c361a9ff#
      valid | head.reserved-28       | cbor.well-formed   | MALFORMED       | 3     | TEEP-25 | Additional information that is reserved.              | 1(0)} | #1c#}
      valid | head.reserved-29       | cbor.well-formed   | MALFORMED       | 3     | TEEP-25 | The same of a byte string.                            | 1(0)} | #5d#}
      valid | head.reserved-30       | cbor.well-formed   | MALFORMED       | 3     | TEEP-25 | The same of a simple value.                           | 1(0)} | #fe#}
      valid | indefinite.integer     | cbor.well-formed   | MALFORMED       | 3.2   | TEEP-25 | A number of indefinite length.                        | 1(0)} | #1f#}
      valid | indefinite.tag         | cbor.well-formed   | MALFORMED       | 3.2   | TEEP-25 | A tag of indefinite length.                           | 1(0)} | #df00#}
      valid | break.alone            | cbor.well-formed   | MALFORMED       | 3.2.1 | TEEP-25 | An end in a map of definite length.                   | 1(0)} | #ff#}
      valid | chunk.of-text          | cbor.well-formed   | MALFORMED       | 3.2.3 | TEEP-25 | Text in a byte string.                                | h'0102' | #5f6161ff#
      valid | chunk.nested           | cbor.well-formed   | MALFORMED       | 3.2.3 | TEEP-25 | A chunk in chunks.                                    | h'0102' | #5f5f4101ffff#
      valid | simple.small           | cbor.well-formed   | MALFORMED       | 3.3   | TEEP-25 | A small simple value in two octets.                   | true | #f814#
      valid | end.head               | cbor.truncated     | TRUNCATED       | 5.3.1 | TEEP-25 | A number of four octets with three.                   | 1(0)} | #1a000000#}
      valid | end.string             | cbor.truncated     | TRUNCATED       | 5.3.1 | TEEP-25 | A string that announces more than there is.           | 1(0)} | #42ff#}
      valid | end.huge-string        | cbor.truncated     | TRUNCATED       | 5.3.1 | TEEP-25 | A string of 2^64 - 1 octets.                          | 1(0)} | #5bffffffffffffffff#}
      valid | end.huge-array         | cbor.truncated     | TRUNCATED       | 5.3.1 | TEEP-25 | An array of 2^63 items.                               | 1(0)} | #9b8000000000000000#}
      valid | end.map                | cbor.truncated     | TRUNCATED       | 5.3.1 | TEEP-25 | A key without its value.                              | 1(0)} | #a201#}
      valid | end.indefinite         | cbor.truncated     | TRUNCATED       | 3.2.1 | TEEP-25 | An array of indefinite length without its end.        | 1(0)} | #9f01#}
      valid | end.tag                | cbor.truncated     | TRUNCATED       | 3.4   | TEEP-25 | A tag without its content.                            | 1(0)} | #c1#}
      valid | end.nothing            | cbor.truncated     | TRUNCATED       | 5.3.1 | TEEP-25 | Nothing.                                              | $VALID |
      """;

  /** Refused where one encoding alone is taken, or limits are low. */
  private static final String DEMANDING =
      """
      definite      | definite.array       | cbor.definite     | NOT_DETERMINISTIC | 4.2.1 | CCA-24   | An array of indefinite length.             | [1, | [_ 1,
      definite      | definite.map         | cbor.definite     | NOT_DETERMINISTIC | 4.2.1 | CCA-24   | A map of indefinite length.                | {3: | {_ 3:
      definite      | definite.octets      | cbor.definite     | NOT_DETERMINISTIC | 4.2.1 | CCA-24   | A byte string in a chunk.                  | h'0102' | (_ h'0102')
      definite      | definite.text        | cbor.definite     | NOT_DETERMINISTIC | 4.2.1 | CCA-24   | A text in a chunk.                         | "text" | #7f6474657874ff#
      deterministic | shortest.definite    | cbor.definite     | NOT_DETERMINISTIC | 4.2.1 | SUIT-46  | An array of indefinite length.             | [1, | [_ 1,
      deterministic | shortest.integer     | cbor.shortest     | NOT_DETERMINISTIC | 4.2.1 | SUIT-46  | A small number in two octets.              | [1, | [#1801#,
      deterministic | shortest.two-octets  | cbor.shortest     | NOT_DETERMINISTIC | 4.2.1 | SUIT-46  | A number below 256 in three octets.        | [1, | [#1900ff#,
      deterministic | shortest.four-octets | cbor.shortest     | NOT_DETERMINISTIC | 4.2.1 | SUIT-46  | A number below 65536 in five octets.       | [1, | [#1a0000ffff#,
      deterministic | shortest.eight       | cbor.shortest     | NOT_DETERMINISTIC | 4.2.1 | SUIT-46  | A number below 2^32 in nine octets.        | [1, | [#1b00000000ffffffff#,
      deterministic | shortest.length      | cbor.shortest     | NOT_DETERMINISTIC | 4.2.1 | SUIT-46  | The length of a string in two octets.      | h'0102' | #58020102#
      deterministic | shortest.count       | cbor.shortest     | NOT_DETERMINISTIC | 4.2.1 | SUIT-46  | The size of a map in two octets.           | {3: 1(0)} | #b80103c100#
      deterministic | shortest.tag         | cbor.shortest     | NOT_DETERMINISTIC | 4.2.1 | SUIT-46  | The number of a tag in two octets.         | 1(0) | #d80100#
      deterministic | shortest.double      | cbor.shortest     | NOT_DETERMINISTIC | 4.2.2 | SUIT-46  | A float of eight octets that fits in two.  | #f93e00# | #fb3ff8000000000000#
      deterministic | shortest.single      | cbor.shortest     | NOT_DETERMINISTIC | 4.2.2 | SUIT-46  | A float of four octets that fits in two.   | #f93e00# | #fa3fc00000#
      deterministic | sorted.text-first    | cbor.sorted       | NOT_DETERMINISTIC | 4.2.1 | SUIT-46  | A text before a number.                    | {3: 1(0)} | {"b": 0, 3: 1(0)}
      deterministic | sorted.numbers       | cbor.sorted       | NOT_DETERMINISTIC | 4.2.1 | SUIT-46  | A greater number before a smaller.         | {3: 1(0)} | {4: 0, 3: 1(0)}
      deterministic | sorted.negative      | cbor.sorted       | NOT_DETERMINISTIC | 4.2.1 | SUIT-46  | A negative number before a positive.       | {3: 1(0)} | {-1: 0, 3: 1(0)}
      deterministic | sorted.by-length     | cbor.sorted       | NOT_DETERMINISTIC | 4.2.1 | SUIT-46  | Keys in the order of RFC 7049.             | {3: 1(0)} | {-1: 0, 100: 1(0)}
      small         | limit.octets-more    | cbor.limit.octets | LIMIT_EXCEEDED    | 10    | TEEP-258 | An octet more than there may be.           | * | [h'00112233445566778899aabbccddee', h'00112233445566778899aabbccddee', h'00112233445566778899aabbcc', 24]
      small         | limit.depth-more     | cbor.limit.depth  | LIMIT_EXCEEDED    | 10    | TEEP-258 | A level more than there may be.            | [2] | [[[[2]]]]
      small         | limit.depth-tags     | cbor.limit.depth  | LIMIT_EXCEEDED    | 10    | TEEP-258 | Tags in tags, a level more.                | [2] | 1(1(1(1(2))))
      small         | limit.items-more     | cbor.limit.items  | LIMIT_EXCEEDED    | 10    | TEEP-258 | An item more than there may be.            | * | [many(16, 0)]
      small         | limit.items-chunks   | cbor.limit.items  | LIMIT_EXCEEDED    | 10    | TEEP-258 | Chunks count as items do.                  | h'0102' | (_ many(11, h''))
      small         | limit.string-more    | cbor.limit.string | LIMIT_EXCEEDED    | 10    | TEEP-258 | An octet more in a string.                 | h'0102' | h'00112233445566778899aabbccddeeff00'
      small         | limit.string-text    | cbor.limit.string | LIMIT_EXCEEDED    | 10    | TEEP-258 | A letter more in a text.                   | h'0102' | long(17)
      small         | limit.string-chunks  | cbor.limit.string | LIMIT_EXCEEDED    | 10    | TEEP-258 | All chunks together count.                 | h'0102' | (_ h'0011223344556677', h'8899aabbccddeeff00')
      small         | limit.keys-more      | cbor.limit.keys   | LIMIT_EXCEEDED    | 10    | TEEP-258 | An octet more of keys.                     | {3: 4} | {"abcde": 4, "fghijk": 4}
      small         | limit.keys-nested    | cbor.limit.keys   | LIMIT_EXCEEDED    | 10    | TEEP-258 | A key within a key counts twice.           | {3: 4} | {{h'0102030405': 6}: 7}
      """;

  private CborRecipes() {}

  static MessageFile file() {
    MessageFile file = new MessageFile("cbor", "RFC 8949", List.of(), Map.of("VALID", VALID));
    base(file, "valid", "3", "TEEP-25", "An item of many kinds.", VALID);
    base(file, "definite", "3.2", "CCA-24", "Keys in any order.", DEFINITE);
    base(file, "deterministic", "4.2.1", "SUIT-46", "Heads, floats and order.", DETERMINISTIC);
    base(file, "small", "10", "TEEP-258", "Below every limit.", SMALL);
    file.also(ALSO);
    file.refusals(INVALID);
    file.refusals(DEMANDING);
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
        new MessageFile.Scene(
            "cbor-" + name, notation, List.of(), MessageFile.NOON, Optional.empty()));
  }
}
