package org.ccican.vector.gen;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What a word with arguments stands for in {@link Notation}; the reader stands behind the word. */
final class NotationFunctions {

  private final Notation reader;

  NotationFunctions(Notation reader) {
    this.reader = reader;
  }

  Optional<byte[]> find(String word) {
    return Optional.ofNullable(
        switch (word) {
          case "sign1", "detached" -> signed(word.equals("detached"));
          case "flip" -> flipped();
          case "cut" -> cut();
          case "let" -> let();
          case "long" -> PlainCbor.text("a".repeat(count()));
          case "zeros" -> PlainCbor.octets(new byte[count()]);
          case "sha256" -> PlainCbor.octets(TestKeys.digest("SHA-256", arguments().get(0)));
          case "joined" -> joined(arguments());
          case "ephemeral" -> Sealing.ephemeral();
          case "gcm", "ctr" -> sealed(word);
          case "wrapped" -> wrapped();
          case "owner-key" -> OwnerForm.key(name(")"));
          case "owner-signature" -> ownerSignature();
          default -> null;
        });
  }

  private byte[] signed(boolean apart) {
    String key = name(",");
    List<byte[]> parts = rest();
    byte[] payload = parts.get(2);
    boolean nothing = Arrays.equals(payload, PlainCbor.NULL);
    byte[] toSign =
        PlainCbor.array(
            PlainCbor.text("Signature1"),
            parts.get(0),
            PlainCbor.octets(new byte[0]),
            nothing ? PlainCbor.octets(new byte[0]) : payload);
    return PlainCbor.array(
        parts.get(0),
        parts.get(1),
        apart ? PlainCbor.NULL : payload,
        PlainCbor.octets(DeviceKeys.sign(DeviceKeys.Curve.P256, key, toSign)));
  }

  private byte[] flipped() {
    reader.demand("(");
    int back = reader.number();
    reader.demand(",");
    byte[] whole = rest().get(0);
    whole[whole.length - back] ^= 1;
    return whole;
  }

  private byte[] cut() {
    reader.demand("(");
    int less = reader.number();
    reader.demand(",");
    byte[] whole = rest().get(0);
    return Arrays.copyOf(whole, whole.length - less);
  }

  private byte[] let() {
    String name = name(",");
    reader.bind(name, reader.item());
    reader.demand(",");
    return rest().get(0);
  }

  private byte[] sealed(String cipher) {
    List<byte[]> parts = arguments();
    if (cipher.equals("gcm") && parts.size() == 4) {
      return Sealing.gcm(parts.get(0), parts.get(1), parts.get(2), parts.get(3));
    }
    return cipher.equals("gcm")
        ? Sealing.gcm(parts.get(0), parts.get(1), parts.get(2))
        : Sealing.ctr(parts.get(0), parts.get(1));
  }

  private byte[] wrapped() {
    String holder = name(",");
    List<byte[]> parts = rest();
    return parts.size() == 1
        ? Sealing.wrapped(holder, parts.get(0))
        : Sealing.wrapped(
            holder, parts.get(0), parts.get(1), parts.get(2), parts.get(3), parts.get(4));
  }

  private byte[] ownerSignature() {
    String owner = name(",");
    return OwnerForm.signature(owner, PlainCbor.content(rest().get(0)));
  }

  private static byte[] joined(List<byte[]> parts) {
    return PlainCbor.octets(
        Der.concat(parts.stream().map(PlainCbor::content).toArray(byte[][]::new)));
  }

  private int count() {
    reader.demand("(");
    int count = reader.number();
    reader.demand(")");
    return count;
  }

  private String name(String end) {
    reader.demand("(");
    reader.blanks();
    return reader.until(end);
  }

  private List<byte[]> arguments() {
    reader.demand("(");
    return rest();
  }

  /** Items between commas, up to the bracket. */
  private List<byte[]> rest() {
    List<byte[]> items = new ArrayList<>();
    do {
      items.add(reader.item());
      reader.blanks();
    } while (reader.taken(","));
    reader.demand(")");
    return items;
  }
}
