package org.ccican.conformance.specimen;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.ccican.check.Checks;
import org.ccican.reject.Rejected;
import org.ccican.wire.Bytes;
import org.ccican.wire.Cbor;
import org.ccican.wire.CborDecoder;
import org.ccican.wire.CborProfile;

/**
 * In how many places two signed messages differ. What follows from a difference is none of its own:
 * a signature over something changed, a digest of it, the key identifier of another signer.
 */
final class Differences {

  private static final Cbor MANIFEST = Cbor.integer(3);
  private static final Cbor AUTHENTICATION = Cbor.integer(2);

  private final Set<String> places = new TreeSet<>();

  private Differences() {}

  static Set<String> between(Bytes one, Bytes other) {
    Differences differences = new Differences();
    differences.whole(one, other);
    return differences.places;
  }

  private void whole(Bytes one, Bytes other) {
    Optional<Cbor> a = decoded(one);
    Optional<Cbor> b = decoded(other);
    if (a.isEmpty() || b.isEmpty()) {
      places.add("octets");
      return;
    }
    if (parts(a.get()).isEmpty() || parts(b.get()).isEmpty()) {
      compare(a.get(), b.get(), "cose");
      return;
    }
    List<Cbor> x = parts(a.get()).get();
    List<Cbor> y = parts(b.get()).get();
    if (a.get() instanceof Cbor.Tag s
        && (!(b.get() instanceof Cbor.Tag t) || s.number() != t.number())) {
      places.add("tag");
    }
    compare(x.get(2), y.get(2), "payload");
    if (!same(x.get(0), y.get(0)) || !same(x.get(1), y.get(1))) {
      // A critical header is two entries, one that moves stands in two maps.
      places.add("headers");
    }
    if (places.isEmpty() && !same(x.get(3), y.get(3))) {
      places.add("signature");
    }
  }

  private static Optional<List<Cbor>> parts(Cbor item) {
    Cbor body = item instanceof Cbor.Tag tag ? tag.content() : item;
    return body instanceof Cbor.Array array && array.items().size() == 4
        ? Optional.of(array.items())
        : Optional.empty();
  }

  private void compare(Cbor one, Cbor other, String path) {
    if (same(one, other)) {
      return;
    }
    if (one instanceof Cbor.Map a && other instanceof Cbor.Map b) {
      maps(a, b, path);
    } else if (one instanceof Cbor.Array a
        && other instanceof Cbor.Array b
        && a.items().size() == b.items().size()) {
      for (int i = 0; i < a.items().size(); i++) {
        compare(a.items().get(i), b.items().get(i), path + "[" + i + "]");
      }
    } else if (one instanceof Cbor.Octets a
        && other instanceof Cbor.Octets b
        && container(a).isPresent()
        && container(b).isPresent()) {
      compare(container(a).get(), container(b).get(), path + "<");
    } else {
      places.add(path);
    }
  }

  private void maps(Cbor.Map a, Cbor.Map b, String path) {
    boolean envelope = a.find(MANIFEST).isPresent() && a.find(AUTHENTICATION).isPresent();
    if (envelope && !a.find(MANIFEST).equals(b.find(MANIFEST)) && path.contains("<")) {
      // Digests, sizes and signatures follow; what was changed in the builder is one call.
      places.add(path + ".manifest");
      return;
    }
    List<Cbor> gone = new ArrayList<>();
    List<Cbor> come = new ArrayList<>();
    for (Cbor.Entry entry : a.entries()) {
      Optional<Cbor> there = b.find(entry.key());
      if (there.isPresent()) {
        compare(entry.value(), there.get(), path + "." + entry.key().encode());
      } else {
        gone.add(entry.value());
      }
    }
    for (Cbor.Entry entry : b.entries()) {
      if (a.find(entry.key()).isEmpty()) {
        come.add(entry.value());
      }
    }
    boolean renumbered = gone.size() == 1 && come.size() == 1 && same(gone.get(0), come.get(0));
    for (int i = 0; i < gone.size() + come.size() - (renumbered ? 1 : 0); i++) {
      places.add(path + " entry " + i);
    }
  }

  private static Optional<Cbor> container(Cbor.Octets octets) {
    return decoded(octets.value())
        .filter(item -> item instanceof Cbor.Map || item instanceof Cbor.Array);
  }

  private static boolean same(Cbor one, Cbor other) {
    return one.encode().equals(other.encode());
  }

  private static Optional<Cbor> decoded(Bytes octets) {
    try {
      return Optional.of(new CborDecoder(Checks.unbroken()).decode(octets, CborProfile.VALID));
    } catch (Rejected e) {
      return Optional.empty();
    }
  }
}
