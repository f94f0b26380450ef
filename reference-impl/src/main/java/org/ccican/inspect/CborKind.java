package org.ccican.inspect;

import java.util.List;
import java.util.Optional;
import org.ccican.wire.Cbor;

/** What a CBOR item is, as far as its tags, shapes and telling labels say. */
final class CborKind {

  /** Labels of claims that only one kind of token has. */
  private static final List<String> TELLING =
      List.of("1004", "2394", "-75001", "44241", "2401", "265", "256", "10");

  /** Tags of content formats (RFC 9277 appendix B). */
  private static final long FIRST_FORMAT = 0x63740101L;

  private static final long LAST_FORMAT = 1_668_612_095L;

  private final Words words;
  private final CborNotes notes;

  CborKind(Words words, CborNotes notes) {
    this.words = words;
    this.notes = notes;
  }

  String of(Cbor item) {
    if (item instanceof Cbor.Tag tag) {
      if (tag.number() >= FIRST_FORMAT && tag.number() <= LAST_FORMAT) {
        return "cmw";
      }
      String kind = words.of("kind", "#" + tag.number()).field();
      return switch (kind) {
        case "signed" -> signed(tag.content()).orElse("cose");
        case "wrapped" -> of(tag.content());
        default -> words.knows("kind", "#" + tag.number()) ? kind : "cbor";
      };
    }
    String shape = notes.shape(item);
    return switch (shape) {
      case "cose-sign1" -> signed(item).orElse("cose");
      case "claims" -> claims(item).orElse("cbor");
      case "record" -> "cmw";
      case "collection", "teep-message" -> shape;
      default -> "cbor";
    };
  }

  private Optional<String> signed(Cbor item) {
    return item instanceof Cbor.Array array
            && array.items().size() >= 3
            && array.items().get(2) instanceof Cbor.Octets payload
        ? CborNotes.decode(payload.value()).map(this::of).filter(kind -> !kind.equals("cbor"))
        : Optional.empty();
  }

  private Optional<String> claims(Cbor item) {
    Cbor.Map map = (Cbor.Map) item;
    return TELLING.stream()
        .filter(
            label ->
                map.entries().stream().anyMatch(each -> CborNotes.label(each.key()).equals(label)))
        .map(label -> words.of("kind", label).field())
        .findFirst();
  }
}
