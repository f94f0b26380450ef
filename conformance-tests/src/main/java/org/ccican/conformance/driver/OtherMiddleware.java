package org.ccican.conformance.driver;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.ccican.corim.CorimBuilder;
import org.ccican.cose.CoseSign1;
import org.ccican.cose.Crypto;
import org.ccican.cose.SigningKey;
import org.ccican.wire.Bytes;
import org.ccican.wire.Cbor;

/**
 * A reference value for middleware that the Verifier does not know yet, in a signed CoRIM, and in
 * what it differs from the middleware that is then attested (draft-ietf-rats-corim section
 * 8.3.4.4).
 */
public enum OtherMiddleware {
  A_DIGEST,
  TWO_DIGESTS,
  A_NAMED_ALGORITHM,
  A_RAW_VALUE,
  A_MASK,
  A_COSWID,
  A_COSWID_THAT_IS_MISSING,
  ANOTHER_ALGORITHM,
  A_SECOND_DIGEST_THAT_DIFFERS,
  A_MASK_THAT_DIFFERS,
  ANOTHER_ELEMENT,
  NO_ELEMENT,
  A_SECOND_ELEMENT,
  ANOTHER_CLASS,
  AN_INSTANCE,
  A_SECURITY_VERSION,
  A_VALUE_THAT_NOBODY_KNOWS;

  private static final String ID = "tag:example.com,2026:other-middleware";
  private static final String SOFTWARE = "tag:example.com,2026:software";
  private static final long SHA_256 = 1;
  private static final long SHA3_256 = 10;

  /**
   * @param id lower case with hyphens
   * @throws IllegalArgumentException if there is no such value
   */
  public static OtherMiddleware of(String id) {
    return valueOf(id.toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  /**
   * @param digest of the middleware that will be attested
   */
  Bytes signed(Bytes digest, SigningKey vendor) {
    Cbor comid =
        Cbor.map().put(1, Cbor.map().put(0, Cbor.text(ID)).build()).put(4, triples(digest)).build();
    List<Cbor> tags = new ArrayList<>(List.of(Cbor.tag(506, Cbor.wrapped(comid))));
    if (this == A_COSWID) {
      tags.add(Cbor.tag(505, Cbor.wrapped(coswid(digest))));
    }
    Cbor corim = Cbor.tag(501, Cbor.map().put(0, Cbor.text(ID)).put(1, Cbor.array(tags)).build());
    Cbor.Map header =
        Cbor.map()
            .put(CoseSign1.CONTENT_TYPE, Cbor.text("application/rim+cbor"))
            .put(15, Cbor.map().put(1, Cbor.text("vendor")).build())
            .build();
    return CoseSign1.sign(vendor, header, Cbor.map().build(), corim.encode()).encode();
  }

  private Cbor triples(Bytes digest) {
    boolean software = this == A_COSWID || this == A_COSWID_THAT_IS_MISSING;
    Cbor object = software ? Cbor.array(Cbor.text(SOFTWARE)) : Cbor.array(measurements(digest));
    Cbor triple = Cbor.array(environment(), object);
    return Cbor.map().put(software ? 6 : 0, Cbor.array(triple)).build();
  }

  /** A CoSWID whose payload is one file (RFC 9393). */
  private static Cbor coswid(Bytes digest) {
    Cbor file =
        Cbor.map()
            .put(24, Cbor.text("middleware"))
            .put(7, digest(Cbor.integer(SHA_256), digest))
            .build();
    Cbor entity = Cbor.map().put(31, Cbor.text("vendor")).put(33, Cbor.integer(1)).build();
    return Cbor.map()
        .put(0, Cbor.text(SOFTWARE))
        .put(1, Cbor.text("middleware"))
        .put(2, entity)
        .put(6, Cbor.map().put(17, file).build())
        .put(12, Cbor.integer(0))
        .build();
  }

  private Cbor environment() {
    String model = this == ANOTHER_CLASS ? "others" : CorimBuilder.COMPONENTS;
    Cbor named = Cbor.map().put(1, Cbor.text(CorimBuilder.VENDOR)).put(2, Cbor.text(model)).build();
    Cbor.MapBuilder map = Cbor.map().put(0, named);
    if (this == AN_INSTANCE) {
      map.put(1, Cbor.tag(550, Cbor.octets(Bytes.concat(Bytes.of(1), Bytes.zero(32)))));
    }
    return map.build();
  }

  private Cbor[] measurements(Bytes digest) {
    Optional<String> element =
        switch (this) {
          case NO_ELEMENT -> Optional.empty();
          case ANOTHER_ELEMENT -> Optional.of("application");
          default -> Optional.of("middleware");
        };
    Cbor one = measurement(element, values(digest));
    return this == A_SECOND_ELEMENT
        ? new Cbor[] {one, measurement(Optional.of("application"), values(digest))}
        : new Cbor[] {one};
  }

  private static Cbor measurement(Optional<String> element, Cbor values) {
    Cbor.MapBuilder map = Cbor.map();
    element.ifPresent(name -> map.put(0, Cbor.text(name)));
    return map.put(1, values).build();
  }

  private Cbor values(Bytes digest) {
    Cbor one = digest(Cbor.integer(SHA_256), digest);
    Cbor.MapBuilder map = Cbor.map();
    switch (this) {
      case TWO_DIGESTS ->
          map.put(2, Cbor.array(one, digest(Cbor.integer(SHA3_256), Crypto.sha256(digest))));
      case A_SECOND_DIGEST_THAT_DIFFERS ->
          map.put(2, Cbor.array(one, digest(Cbor.text("sha-256"), digest.flip(0, 1))));
      case A_NAMED_ALGORITHM -> map.put(2, Cbor.array(digest(Cbor.text("sha-256"), digest)));
      case ANOTHER_ALGORITHM -> map.put(2, Cbor.array(digest(Cbor.integer(SHA3_256), digest)));
      case A_RAW_VALUE -> map.put(4, Cbor.tag(560, Cbor.octets(digest)));
      case A_MASK -> map.put(4, masked(digest.flip(31, 0)));
      case A_MASK_THAT_DIFFERS -> map.put(4, masked(digest.flip(30, 0)));
      case A_SECURITY_VERSION -> map.put(1, Cbor.integer(1)).put(2, Cbor.array(one));
      case A_VALUE_THAT_NOBODY_KNOWS -> map.put(2, Cbor.array(one)).put(-70_000, Cbor.integer(1));
      default -> map.put(2, Cbor.array(one));
    }
    return map.build();
  }

  private static Cbor digest(Cbor algorithm, Bytes digest) {
    return Cbor.array(algorithm, Cbor.octets(digest));
  }

  /** All octets count but the last. */
  private static Cbor masked(Bytes value) {
    Bytes mask = Bytes.concat(Bytes.hex("ff".repeat(31)), Bytes.of(0));
    return Cbor.tag(563, Cbor.array(Cbor.octets(value), Cbor.octets(mask)));
  }
}
