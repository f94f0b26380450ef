package org.ccican.inspect;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.ccican.wire.Bytes;

/** DER (X.690) as a tree of notes: certificates, requests and lists alike. */
final class DerNotes {

  private static final int DEPTH = 24;

  private final Words words;
  private final Bytes octets;

  DerNotes(Words words, Bytes octets) {
    this.words = words;
    this.octets = octets;
  }

  /** A value's place: where its contents begin and end. */
  private record Place(int tag, int start, int content, int end) {

    boolean isConstructed() {
      return (tag & 0x20) != 0;
    }
  }

  /** The values between two offsets; what is no DER there is one value of its own. */
  List<Note> notes(int from, int to, int depth) {
    List<Note> notes = new ArrayList<>();
    int at = from;
    while (at < to) {
      Place place = place(at, to);
      if (place.end() <= at || depth > DEPTH) {
        notes.add(
            new Note(
                at, to - at, "octets", Values.octets(octets.slice(at, to)), "", "", List.of()));
        return notes;
      }
      notes.add(note(place, depth));
      at = place.end();
    }
    return notes;
  }

  boolean isOneValue() {
    return !octets.isEmpty() && place(0, octets.size()).end() == octets.size();
  }

  private Note note(Place place, int depth) {
    List<Note> parts =
        place.isConstructed() ? notes(place.content(), place.end(), depth + 1) : List.of();
    Bytes content = octets.slice(place.content(), place.end());
    Words.Word type = words.of("der", Integer.toString(place.tag()));
    String value =
        switch (place.tag()) {
          case 0x02, 0x0a -> number(content);
          case 0x01 -> content.isZero() ? "false" : "true";
          case 0x06 -> identifier(content);
          case 0x0c, 0x13, 0x16, 0x17, 0x18 ->
              Values.text(new String(content.toArray(), StandardCharsets.UTF_8));
          default -> parts.isEmpty() ? Values.octets(content) : "";
        };
    String meaning = place.tag() == 0x06 ? words.of("oid", value).meaning() : type.meaning();
    return new Note(
        place.start(),
        place.end() - place.start(),
        type.field(),
        value,
        meaning,
        place.tag() == 0x06 ? words.of("oid", value).rule() : "",
        parts);
  }

  private static String number(Bytes content) {
    if (content.isEmpty()) {
      return "";
    }
    return content.size() > 8
        ? Values.octets(content)
        : new BigInteger(content.toArray()).toString();
  }

  /** Dotted numbers (X.690 section 8.19). */
  private static String identifier(Bytes content) {
    List<String> arcs = new ArrayList<>();
    BigInteger arc = BigInteger.ZERO;
    for (int i = 0; i < content.size() && i < 64; i++) {
      arc = arc.shiftLeft(7).or(BigInteger.valueOf(content.at(i) & 0x7f));
      if ((content.at(i) & 0x80) == 0) {
        if (arcs.isEmpty()) {
          int first = Math.min(2, arc.divide(BigInteger.valueOf(40)).intValue());
          arcs.add(Integer.toString(first));
          arc = arc.subtract(BigInteger.valueOf(40L * first));
        }
        arcs.add(arc.toString());
        arc = BigInteger.ZERO;
      }
    }
    return String.join(".", arcs);
  }

  /** The value at an offset; one that does not fit ends where it begins. */
  private Place place(int at, int to) {
    Place none = new Place(0, at, at, at);
    if (at + 2 > to || (octets.at(at) & 0x1f) == 0x1f) {
      return none;
    }
    int length = octets.at(at + 1);
    int content = at + 2;
    if (length >= 0x80) {
      int more = length & 0x7f;
      if (more == 0 || more > 3 || content + more > to) {
        return none;
      }
      length = 0;
      for (int i = 0; i < more; i++) {
        length = length << 8 | octets.at(content + i);
      }
      content += more;
    }
    return length > to - content ? none : new Place(octets.at(at), at, content, content + length);
  }
}
