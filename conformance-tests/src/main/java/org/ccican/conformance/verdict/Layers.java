package org.ccican.conformance.verdict;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.ccican.wire.Bytes;
import org.ccican.wire.Cbor;

/**
 * What octets hold: themselves, and whatever is written, packed or nested in them, taken apart
 * again and again. Something hidden is looked for in all of it.
 *
 * <p>Hexadecimal and both alphabets of base64 are read at every alignment, since what is looked for
 * need not stand at the beginning of a text; strings of CBOR with their chunks together; zlib, gzip
 * and raw deflate from the beginning of a layer.
 */
final class Layers {

  /** Octets from which on something can be recognised: 64 bits. */
  static final int LEAST = 8;

  private static final int DEPTH = 4;
  private static final int PIECE = 1 << 12;
  private static final int MOST_INFLATED = 1 << 20;
  private static final int GZIP_HEADER = 10;

  private static final Pattern HEX = Pattern.compile("[0-9A-Fa-f]{" + 2 * LEAST + ",}");
  private static final Pattern BASE64 = Pattern.compile("[0-9A-Za-z+/_-]{11,}");
  private static final Pattern PERCENT = Pattern.compile("%([0-9A-Fa-f]{2})");

  private final Map<Bytes, String> found = new LinkedHashMap<>();

  private Layers() {}

  /**
   * @return every layer with how it was reached, the octets themselves first, with nothing said
   */
  static Map<Bytes, String> of(Bytes octets) {
    Layers layers = new Layers();
    layers.add(octets, "", 0);
    return layers.found;
  }

  private void add(Bytes octets, String how, int depth) {
    if (octets.size() < LEAST || depth > DEPTH || found.putIfAbsent(octets, how) != null) {
      return;
    }
    String text = new String(octets.toArray(), StandardCharsets.ISO_8859_1);
    hex(text, how, depth);
    base64(text, how, depth);
    percent(text, how, depth);
    CborView.read(octets).view().ifPresent(item -> nested(item, how, depth));
    inflated(octets).forEach(each -> add(each, said(how, "inflated"), depth + 1));
  }

  private void hex(String text, String how, int depth) {
    Matcher runs = HEX.matcher(text);
    while (runs.find()) {
      for (int skipped = 0; skipped < 2; skipped++) {
        String run = runs.group().substring(skipped);
        byte[] octets = HexFormat.of().parseHex(run.substring(0, run.length() / 2 * 2));
        add(Bytes.of(octets), said(how, "hex"), depth + 1);
      }
    }
  }

  private void base64(String text, String how, int depth) {
    // Lines may be broken.
    Matcher runs = BASE64.matcher(text.replace("\r\n", "").replace("\n", ""));
    while (runs.find()) {
      String run = runs.group().replace('-', '+').replace('_', '/');
      for (int skipped = 0; skipped < 4; skipped++) {
        String rest = run.substring(skipped);
        // One letter alone is no octet.
        int whole = rest.length() % 4 == 1 ? rest.length() - 1 : rest.length();
        add(
            Bytes.of(Base64.getDecoder().decode(rest.substring(0, whole))),
            said(how, "base64"),
            depth + 1);
      }
    }
  }

  private void percent(String text, String how, int depth) {
    String plain =
        PERCENT
            .matcher(text)
            .replaceAll(
                escape ->
                    Matcher.quoteReplacement(
                        Character.toString((char) HexFormat.fromHexDigits(escape.group(1)))));
    if (!plain.equals(text)) {
      add(
          Bytes.of(plain.getBytes(StandardCharsets.ISO_8859_1)),
          said(how, "percent-encoded"),
          depth + 1);
    }
  }

  private void nested(Cbor item, String how, int depth) {
    if (item instanceof Cbor.Octets octets) {
      add(octets.value(), said(how, "CBOR"), depth + 1);
    } else if (item instanceof Cbor.Text text) {
      add(Bytes.utf8(text.value()), said(how, "CBOR"), depth + 1);
    } else if (item instanceof Cbor.Array array) {
      array.items().forEach(each -> nested(each, how, depth));
      numbers(array.items()).ifPresent(each -> add(each, said(how, "numbers"), depth + 1));
    } else if (item instanceof Cbor.Map map) {
      map.entries()
          .forEach(
              entry -> {
                nested(entry.key(), how, depth);
                nested(entry.value(), how, depth);
              });
    } else if (item instanceof Cbor.Tag tag) {
      nested(tag.content(), how, depth);
    }
  }

  /** An array of numbers that are octets. */
  private static Optional<Bytes> numbers(List<Cbor> items) {
    byte[] octets = new byte[items.size()];
    for (int i = 0; i < octets.length; i++) {
      Optional<Long> value = CborView.integer(items.get(i)).filter(each -> (each & ~0xFFL) == 0);
      if (value.isEmpty()) {
        return Optional.empty();
      }
      octets[i] = value.get().byteValue();
    }
    return Optional.of(Bytes.of(octets));
  }

  /** RFC 1950, RFC 1952 without optional fields, and RFC 1951 alone. */
  private static List<Bytes> inflated(Bytes octets) {
    List<Bytes> all = new ArrayList<>();
    inflated(octets, false).ifPresent(all::add);
    inflated(octets, true).ifPresent(all::add);
    if (octets.size() > GZIP_HEADER && octets.at(0) == 0x1F && octets.at(1) == 0x8B) {
      inflated(octets.slice(GZIP_HEADER, octets.size()), true).ifPresent(all::add);
    }
    return all;
  }

  private static Optional<Bytes> inflated(Bytes octets, boolean raw) {
    Inflater inflater = new Inflater(raw);
    try {
      inflater.setInput(octets.toArray());
      byte[] out = new byte[PIECE];
      int size = inflater.inflate(out);
      while (!inflater.finished() && size == out.length && size < MOST_INFLATED) {
        out = Arrays.copyOf(out, 2 * size);
        size += inflater.inflate(out, size, size);
      }
      return inflater.finished() && size >= LEAST
          ? Optional.of(Bytes.of(out).slice(0, size))
          : Optional.empty();
    } catch (DataFormatException e) {
      return Optional.empty();
    } finally {
      inflater.end();
    }
  }

  private static String said(String how, String more) {
    return how.isEmpty() ? more : how + " in " + more;
  }
}
