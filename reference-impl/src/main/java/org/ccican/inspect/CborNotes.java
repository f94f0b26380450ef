package org.ccican.inspect;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ccican.check.Checks;
import org.ccican.reject.Rejected;
import org.ccican.wire.Bytes;
import org.ccican.wire.Cbor;
import org.ccican.wire.CborDecoder;
import org.ccican.wire.CborProfile;

/** CBOR as a tree of notes; octets that hold CBOR by a rule are opened as well. */
final class CborNotes {

  /** Strings within strings are opened so deep. */
  private static final int DEPTH = 12;

  /** The context of an item that says itself what it is, by its tag or shape. */
  static final String ANY = "any";

  private final Words words;

  CborNotes(Words words) {
    this.words = words;
  }

  static Optional<Cbor> decode(Bytes octets) {
    try {
      return Optional.of(new CborDecoder(Checks.unbroken()).decode(octets, CborProfile.VALID));
    } catch (Rejected e) {
      return Optional.empty();
    }
  }

  /**
   * @param base offset of the item's source in the file
   */
  Note note(Cbor item, String context, String label, int base) {
    return note(item, words.of(context, label), base, 0);
  }

  private Note note(Cbor item, Words.Word word, int base, int depth) {
    List<Note> parts = parts(item, word.next(), base, depth);
    return Note.of(
        base + item.span().start(),
        item.span().end() - item.span().start(),
        value(item, !parts.isEmpty()),
        word,
        parts);
  }

  private List<Note> parts(Cbor item, String said, int base, int depth) {
    String context = said.equals(ANY) ? shape(item) : said;
    List<Note> parts = new ArrayList<>();
    if (depth > DEPTH) {
      return parts;
    }
    if (item instanceof Cbor.Map map) {
      for (Cbor.Entry entry : map.entries()) {
        Words.Word word = words.of(context, label(entry.key()));
        parts.add(note(entry.value(), word, base, depth + 1));
      }
    } else if (item instanceof Cbor.Array array) {
      for (int i = 0; i < array.items().size(); i++) {
        parts.add(
            note(array.items().get(i), words.of(context, Integer.toString(i)), base, depth + 1));
      }
    } else if (item instanceof Cbor.Tag tag) {
      Words.Word word = words.of(context.isEmpty() ? ANY : context, "#" + tag.number());
      Words.Word held =
          new Words.Word("content", word.next().isEmpty() ? ANY : word.next(), "", "");
      parts.add(note(tag.content(), held, base, depth + 1));
    } else if (item instanceof Cbor.Octets octets && !context.isEmpty()) {
      Optional<Cbor> inner = decode(octets.value());
      if (inner.isPresent()) {
        int start = base + item.span().end() - octets.value().size();
        parts.add(note(inner.get(), new Words.Word("holds", context, "", ""), start, depth + 1));
      }
    }
    return parts;
  }

  /** What an item without a name of its own is taken for. */
  String shape(Cbor item) {
    if (item instanceof Cbor.Map map) {
      boolean numbers = map.entries().stream().allMatch(each -> each.key() instanceof Cbor.Int);
      boolean messages =
          map.entries().stream()
              .allMatch(
                  each ->
                      label(each.key()).startsWith("__")
                          || each.value() instanceof Cbor.Array
                          || each.value() instanceof Cbor.Map
                          || each.value() instanceof Cbor.Tag);
      return numbers ? "claims" : messages ? "collection" : ANY;
    }
    if (item instanceof Cbor.Array array && array.items().size() >= 2) {
      Cbor first = array.items().get(0);
      Cbor second = array.items().get(1);
      if (second instanceof Cbor.Octets
          && (first instanceof Cbor.Text || first instanceof Cbor.Int)) {
        return "record";
      }
      if (first instanceof Cbor.Int && second instanceof Cbor.Map) {
        return "teep-message";
      }
      if (array.items().size() == 4 && first instanceof Cbor.Octets && second instanceof Cbor.Map) {
        return "cose-sign1";
      }
    }
    return ANY;
  }

  static String label(Cbor key) {
    if (key instanceof Cbor.Int number) {
      return number.value().toString();
    }
    return key instanceof Cbor.Text text ? text.value() : key.getClass().getSimpleName();
  }

  private String value(Cbor item, boolean opened) {
    if (item instanceof Cbor.Int number) {
      return number.value().toString();
    }
    if (item instanceof Cbor.Text text) {
      return Values.text(text.value());
    }
    if (item instanceof Cbor.Octets octets) {
      return opened ? octets.value().size() + " octets" : Values.octets(octets.value());
    }
    if (item instanceof Cbor.Array array) {
      return "array of " + array.items().size();
    }
    if (item instanceof Cbor.Map map) {
      return "map of " + map.entries().size();
    }
    if (item instanceof Cbor.Tag tag) {
      Words.Word word = words.of(ANY, "#" + tag.number());
      return "tag " + tag.number() + (word.meaning().isEmpty() ? "" : ", " + word.meaning());
    }
    if (item instanceof Cbor.Simple simple) {
      return switch (simple.value()) {
        case 20 -> "false";
        case 21 -> "true";
        case 22 -> "null";
        default -> "simple " + simple.value();
      };
    }
    return item.span().raw().toHex();
  }
}
