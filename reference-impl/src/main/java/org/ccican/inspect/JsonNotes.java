package org.ccican.inspect;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ccican.check.Checks;
import org.ccican.reject.Rejected;
import org.ccican.wire.Bytes;
import org.ccican.wire.Json;
import org.ccican.wire.JsonDecoder;
import org.ccican.wire.Span;

/** JSON as a tree of notes. */
final class JsonNotes {

  private final Words words;

  JsonNotes(Words words) {
    this.words = words;
  }

  static Optional<Json> decode(Bytes text) {
    try {
      return Optional.of(JsonDecoder.decode(text, Checks.unbroken()));
    } catch (Rejected e) {
      return Optional.empty();
    }
  }

  Note note(Json value, Words.Word word) {
    List<Note> parts = new ArrayList<>();
    String shown;
    Span span;
    if (value instanceof Json.Obj object) {
      span = object.span();
      shown = "object of " + object.members().size();
      object
          .members()
          .forEach(each -> parts.add(note(each.value(), words.of(word.next(), each.name()))));
    } else if (value instanceof Json.Array array) {
      span = array.span();
      shown = "array of " + array.items().size();
      for (int i = 0; i < array.items().size(); i++) {
        parts.add(note(array.items().get(i), words.of(word.next(), Integer.toString(i))));
      }
    } else if (value instanceof Json.Text text) {
      span = text.span();
      shown = Values.text(text.value());
    } else if (value instanceof Json.Number number) {
      span = number.span();
      shown = Values.text(number.literal()).replace("\"", "");
    } else {
      span = ((Json.Word) value).span();
      shown = ((Json.Word) value).name();
    }
    return Note.of(span.start(), span.end() - span.start(), shown, word, parts);
  }
}
