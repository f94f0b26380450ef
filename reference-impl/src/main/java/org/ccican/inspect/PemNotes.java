package org.ccican.inspect;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ccican.reject.Rejected;
import org.ccican.trust.Pem;
import org.ccican.wire.Bytes;

/** Blocks of PEM, each with the DER in it; offsets are those within a block. */
final class PemNotes {

  private static final Bytes BEGIN = Bytes.utf8("-----BEGIN ");

  private final Words words;

  PemNotes(Words words) {
    this.words = words;
  }

  /** Empty if this is no PEM. */
  Optional<List<Note>> notes(Bytes text) {
    if (text.size() < BEGIN.size() || !text.slice(0, BEGIN.size()).equals(BEGIN)) {
      return Optional.empty();
    }
    List<Note> notes = new ArrayList<>();
    try {
      for (Bytes block : Pem.blocks(text)) {
        Words.Word word = words.of("der", "block");
        notes.add(
            Note.of(
                0, block.size(), "", word, new DerNotes(words, block).notes(0, block.size(), 0)));
      }
    } catch (Rejected e) {
      return Optional.empty();
    }
    return Optional.of(notes);
  }
}
