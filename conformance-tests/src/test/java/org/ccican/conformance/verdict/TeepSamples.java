package org.ccican.conformance.verdict;

import org.ccican.wire.Bytes;
import org.ccican.wire.Cbor;

/** TEEP messages that keep every rule, built by hand. */
final class TeepSamples {

  static final Bytes TOKEN = Bytes.hex("00010203040506070809");
  static final Cbor SUITES =
      Cbor.array(
          Cbor.array(Cbor.array(Cbor.integer(18), Cbor.integer(-9))),
          Cbor.array(Cbor.array(Cbor.integer(18), Cbor.integer(-19))));
  static final Cbor PROFILES =
      Cbor.array(
          Cbor.array(Cbor.integer(-16), Cbor.integer(-9), Cbor.integer(-29), Cbor.integer(1)));
  static final Cbor COMPONENT = Cbor.array(Cbor.octets(Bytes.utf8("middleware")));

  private TeepSamples() {}

  static Cbor.MapBuilder withToken() {
    return Cbor.map().put(19, Cbor.octets(TOKEN));
  }

  static Cbor queryRequest(Cbor.MapBuilder options, long bits) {
    return message(1, options, SUITES, PROFILES, Cbor.integer(bits));
  }

  static Cbor message(long type, Cbor.MapBuilder options, Cbor... more) {
    java.util.List<Cbor> items = new java.util.ArrayList<>();
    items.add(Cbor.integer(type));
    items.add(options.build());
    items.addAll(java.util.List.of(more));
    return Cbor.array(items);
  }

  /** An envelope of one component and one payload, signed by {@link TestKey}. */
  static Cbor envelope(Bytes payload) {
    return envelope(payload, payload);
  }

  /** An envelope that carries another payload than the one it has the digest of. */
  static Cbor envelope(Bytes hashed, Bytes carried) {
    return envelope(hashed, carried, 20);
  }

  /** As above, with the section that fetches under this key. */
  static Cbor envelope(Bytes hashed, Bytes carried, long section) {
    Cbor imageDigest = digest(Digests.sha256(hashed));
    Cbor common =
        Cbor.map()
            .put(2, Cbor.array(COMPONENT))
            .put(
                4,
                Cbor.wrapped(
                    Cbor.array(
                        Cbor.integer(20),
                        Cbor.map()
                            .put(3, Cbor.wrapped(imageDigest))
                            .put(14, Cbor.integer(hashed.size()))
                            .build())))
            .build();
    Cbor install =
        Cbor.array(
            Cbor.integer(20),
            Cbor.map().put(21, Cbor.text("#tc")).build(),
            Cbor.integer(21),
            Cbor.integer(15));
    Cbor manifest =
        Cbor.wrapped(
            Cbor.map()
                .put(1, Cbor.integer(1))
                .put(2, Cbor.integer(7))
                .put(3, Cbor.wrapped(common))
                .put(5, Cbor.array(Cbor.octets(Bytes.utf8("manifest"))))
                .put(section, Cbor.wrapped(install))
                .build());
    Cbor signed = digest(Digests.sha256(manifest.encode()));
    return Cbor.map()
        .put(
            2,
            Cbor.wrapped(
                Cbor.array(
                    Cbor.wrapped(signed), Cbor.wrapped(TestKey.cose(signed.encode(), false)))))
        .put(3, manifest)
        .put("#tc", Cbor.octets(carried))
        .build();
  }

  private static Cbor digest(Bytes hash) {
    return Cbor.array(Cbor.integer(-16), Cbor.octets(hash));
  }
}
