package org.ccican.vector.gen;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The vectors of JSON itself. */
final class JsonRecipes {

  static final String COMMENT =
      "Texts of JSON (RFC 8259) for a reader that takes one value with distinct names, and for one"
          + " that takes no more than 48 octets, 4 levels below the outermost and 16 values.";

  private static final String PLAIN =
      "{\"a\": [1, -2.5e+3, \"t\\u00e9xt\", true, false, null], \"b\": {\"c\": {}}}";
  private static final String SMALL = "{\"a\": [1, [2]]}";

  /** Accepted as well, in columns as {@link MessageFile#also} has them. */
  private static final String ALSO =
      """
      plain | space.around      | 2  | EAR-01   | Blanks around every token.                  | "b": { | "b" :\t{
      plain | text.pair         | 7  | EAR-01   | A character as two escapes.                 | true | "\\ud834\\udd1e"
      plain | text.escapes      | 7  | EAR-01   | Every short escape.                         | true | "\\"\\\\\\/\\b\\f\\n\\r\\t"
      plain | number.zero       | 6  | EAR-01   | Zero with a sign.                           | [1, | [-0,
      plain | name.empty        | 4  | EAR-01   | A name of no letters.                       | "c": | "":
      plain | name.in-another   | 4  | EAR-01   | The same name in two objects.               | "c": | "a":
      small | limit.octets-most | 9  | TEEP-258 | As many octets as there may be.             | * | ["01234567890123456789012345678901234567890123"]
      small | limit.depth-most  | 9  | TEEP-258 | As deep as there may be.                    | [2] | [[2]]
      small | limit.values-most | 9  | TEEP-258 | As many values as there may be.             | * | [1,2,3,4,5,6,7,8,9,0,1,2,3,4,5]
      """;

  /** Refused, in columns as {@link MessageFile#refusals} has them. */
  private static final String REFUSED =
      """
      plain | trailing.value      | json.trailing       | TRAILING_OCTETS | 2 | EAR-01   | A second value.                                 | {}}} | {}}} 1
      plain | trailing.bracket    | json.trailing       | TRAILING_OCTETS | 2 | EAR-01   | A bracket too many.                             | {}}} | {}}}}
      plain | trailing.comma      | json.trailing       | TRAILING_OCTETS | 2 | EAR-01   | A comma behind the value.                       | {}}} | {}}},
      plain | name.twice          | json.duplicate-name | DUPLICATE_KEY   | 4 | EAR-01   | A name twice.                                   | "b": | "a":
      plain | name.escaped        | json.duplicate-name | DUPLICATE_KEY   | 4 | EAR-01   | The same name with an escape.                   | "b": | "\\u0061":
      plain | name.twice-within   | json.duplicate-name | DUPLICATE_KEY   | 4 | EAR-01   | A name twice in an object within the object.    | "c": {} | "c": {}, "c": {}
      plain | comma.last-in-array | json.syntax         | MALFORMED       | 5 | EAR-01   | A comma before the end of an array.             | null] | null,]
      plain | comma.last-in-map   | json.syntax         | MALFORMED       | 4 | EAR-01   | A comma before the end of an object.            | {}}} | {},}}
      plain | comma.missing       | json.syntax         | MALFORMED       | 5 | EAR-01   | Two values with nothing between.                | true, false | true false
      plain | colon.missing       | json.syntax         | MALFORMED       | 4 | EAR-01   | A name with nothing behind.                     | "c": {} | "c" {}
      plain | name.bare           | json.syntax         | MALFORMED       | 4 | EAR-01   | A name without quotes.                          | "c": | c:
      plain | name.quotes         | json.syntax         | MALFORMED       | 7 | EAR-01   | Single quotes.                                  | "c": | 'c':
      plain | word.case           | json.syntax         | MALFORMED       | 3 | EAR-01   | A word in capitals.                             | true | True
      plain | word.nan            | json.syntax         | MALFORMED       | 6 | EAR-01   | A number that is none.                          | true | NaN
      plain | word.comment        | json.syntax         | MALFORMED       | 2 | EAR-01   | A comment.                                      | true | /**/ true
      plain | number.zeros        | json.syntax         | MALFORMED       | 6 | EAR-01   | A zero in front.                                | [1, | [01,
      plain | number.plus         | json.syntax         | MALFORMED       | 6 | EAR-01   | A plus in front.                                | [1, | [+1,
      plain | number.point        | json.syntax         | MALFORMED       | 6 | EAR-01   | A point with nothing behind.                    | [1, | [1.,
      plain | number.bare-point   | json.syntax         | MALFORMED       | 6 | EAR-01   | A point with nothing in front.                  | [1, | [.5,
      plain | number.exponent     | json.syntax         | MALFORMED       | 6 | EAR-01   | An exponent with nothing behind.                | [1, | [1e,
      plain | number.hex          | json.syntax         | MALFORMED       | 6 | EAR-01   | A number to the base of 16.                     | [1, | [0x1,
      plain | number.sign         | json.syntax         | MALFORMED       | 6 | EAR-01   | A sign alone.                                   | [1, | [-,
      plain | text.escape         | json.syntax         | MALFORMED       | 7 | EAR-01   | An escape that nobody knows.                    | true | "\\x41"
      plain | text.hex            | json.syntax         | MALFORMED       | 7 | EAR-01   | A digit that is none.                           | true | "\\u00g1"
      plain | text.half           | json.syntax         | MALFORMED       | 8 | EAR-01   | The first half of a pair alone.                 | true | "\\ud834"
      plain | text.second-half    | json.syntax         | MALFORMED       | 8 | EAR-01   | The second half of a pair alone.                | true | "\\udd1e"
      plain | text.two-halves     | json.syntax         | MALFORMED       | 8 | EAR-01   | Two first halves.                               | true | "\\ud834\\ud834"
      plain | text.tabulator      | json.syntax         | MALFORMED       | 7 | EAR-01   | A control character as it is.                   | true | "a\tb"
      plain | bracket.wrong       | json.syntax         | MALFORMED       | 5 | EAR-01   | An array that ends as an object does.           | null] | null}
      plain | end.object          | json.syntax         | TRUNCATED       | 2 | EAR-01   | An object without its end.                      | {}}} | {}}
      plain | end.text            | json.syntax         | TRUNCATED       | 2 | EAR-01   | A text without its end.                         | {}}} | {}, "d
      plain | end.escape          | json.syntax         | TRUNCATED       | 7 | EAR-01   | An escape without its end.                      | {}}} | {}, "d\\
      plain | end.value           | json.syntax         | TRUNCATED       | 2 | EAR-01   | A name without its value.                       | {}}} | {}, "d":
      plain | end.nothing         | json.syntax         | TRUNCATED       | 2 | EAR-01   | Nothing.                                        | $PLAIN |
      plain | end.nested          | json.limit.values   | LIMIT_EXCEEDED  | 9 | TEEP-258 | Arrays in arrays, a level too many for anybody. | {}}} | [[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]}}
      small | limit.octets-more   | json.limit.octets   | LIMIT_EXCEEDED  | 9 | TEEP-258 | An octet more than there may be.                | * | ["012345678901234567890123456789012345678901234"]
      small | limit.octets-blanks | json.limit.octets   | LIMIT_EXCEEDED  | 9 | TEEP-258 | Blanks count as everything does.                | * | [                                                1]
      small | limit.depth-more    | json.limit.values   | LIMIT_EXCEEDED  | 9 | TEEP-258 | A level more than there may be.                 | [2] | [[[2]]]
      small | limit.values-more   | json.limit.values   | LIMIT_EXCEEDED  | 9 | TEEP-258 | A value more than there may be.                 | * | [1,2,3,4,5,6,7,8,9,0,1,2,3,4,5,6]
      """;

  private JsonRecipes() {}

  static MessageFile file() {
    MessageFile file =
        new MessageFile("json", "RFC 8259", List.of("json", "json-small"), Map.of("PLAIN", PLAIN));
    file.base("base.plain", "2", "EAR-01", "A value of many kinds.", scene("json", PLAIN));
    file.base("base.small", "9", "TEEP-258", "Below every limit.", scene("json-small", SMALL));
    file.also(ALSO);
    file.refusals(REFUSED);
    return file;
  }

  private static MessageFile.Scene scene(String form, String notation) {
    return new MessageFile.Scene(form, notation, List.of(), MessageFile.NOON, Optional.empty());
  }
}
