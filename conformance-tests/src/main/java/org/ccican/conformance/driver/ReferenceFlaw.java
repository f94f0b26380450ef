package org.ccican.conformance.driver;

import java.util.Locale;
import java.util.function.UnaryOperator;
import org.ccican.corim.CorimBuilder;
import org.ccican.cose.CoseSign1;
import org.ccican.cose.SigningKey;
import org.ccican.wire.Bytes;
import org.ccican.wire.Cbor;

/** One thing wrong with a signed CoRIM that a Verifier is given, or nothing. */
public enum ReferenceFlaw {
  NONE,
  UNSIGNED,
  UNKNOWN_KEY,
  ONE_BIT,
  NO_CONTENT_TYPE,
  OTHER_CONTENT_TYPE,
  NO_SIGNER,
  OTHER_SIGNER,
  SIGNATURE_EXPIRED,
  OLDER_TAG("d901f4", part -> part),
  UNKNOWN_PROFILE(
      "d901f5", map -> map.put(3, Cbor.tag(32, Cbor.text("tag:example.com,2026:unknown")))),
  EXPIRED("d901f5", map -> map.put(4, period(0, 1))),
  NO_END("d901f5", map -> map.put(4, Cbor.map().put(0, time(0)).build())),
  ENDS_BEFORE_IT_BEGINS("d901f5", map -> map.put(4, period(4_000_000_001L, 4_000_000_000L))),
  TWO_SIGNERS("d901f5", map -> map.put(5, Cbor.array(signer(), signer()))),
  NO_TAGS,
  TAG_TWICE,
  KNOWN_TAG,
  NO_TRIPLES,
  EMPTY_ENVIRONMENT,
  NO_VALUE,
  BARE_RAW_VALUE,
  MASK_TOO_LONG,
  SHORT_DIGEST,
  DIGEST_TWICE,
  RANGE_BACKWARDS,
  MIXED_SERIES,
  CIRCLE;

  private static final long CWT_CLAIMS = 15;
  private static final String ID = "tag:example.com,2026:reference-values";

  /** Of the tag that the reference's Verifier has from the start. */
  private static final String KNOWN = "tag:ccican.org,2026:reference-values";

  private final String tag;
  private final UnaryOperator<Cbor.MapBuilder> change;

  ReferenceFlaw() {
    this("d901f5", map -> map);
  }

  ReferenceFlaw(String tag, UnaryOperator<Cbor.MapBuilder> change) {
    this.tag = tag;
    this.change = change;
  }

  /**
   * @param id lower case with hyphens
   * @throws IllegalArgumentException if there is no such flaw
   */
  public static ReferenceFlaw of(String id) {
    return valueOf(id.toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  /**
   * The CoRIM with this flaw.
   *
   * @param scenario whose it is: a Verifier elsewhere has those of other scenarios
   */
  Bytes signed(String scenario, SigningKey vendor, SigningKey stranger) {
    Bytes corim = corim(ID + "/" + scenario);
    if (this == UNSIGNED) {
      return corim;
    }
    Cbor.MapBuilder header = Cbor.map();
    if (this != NO_CONTENT_TYPE) {
      header.put(
          CoseSign1.CONTENT_TYPE,
          Cbor.text(this == OTHER_CONTENT_TYPE ? "application/cbor" : "application/rim+cbor"));
    }
    if (this != NO_SIGNER) {
      Cbor.MapBuilder claims = Cbor.map().put(1, Cbor.text("vendor"));
      if (this == SIGNATURE_EXPIRED) {
        claims.put(4, Cbor.integer(1));
      }
      header.put(CWT_CLAIMS, claims.build());
    }
    if (this == OTHER_SIGNER) {
      header.put(8, Cbor.wrapped(Cbor.map().put(0, meta("somebody else")).build()));
    }
    Bytes message =
        CoseSign1.sign(
                this == UNKNOWN_KEY ? stranger : vendor, header.build(), Cbor.map().build(), corim)
            .encode();
    return this == ONE_BIT ? message.flip(message.size() - 1, 0) : message;
  }

  private static Cbor meta(String name) {
    return Cbor.map().put(0, Cbor.text(name)).build();
  }

  private Bytes corim(String id) {
    Cbor comid = Cbor.tag(506, Cbor.wrapped(comid(id)));
    Cbor tags =
        switch (this) {
          case NO_TAGS -> Cbor.array();
          case TAG_TWICE -> Cbor.array(comid, comid);
          default -> Cbor.array(comid);
        };
    Cbor.Map map = change.apply(Cbor.map().put(0, Cbor.text(id)).put(1, tags)).build();
    return Bytes.concat(Bytes.hex(tag), map.encode());
  }

  private Cbor comid(String id) {
    Cbor.MapBuilder triples = Cbor.map();
    switch (this) {
      case NO_TRIPLES -> {}
      case MIXED_SERIES -> triples.put(8, Cbor.array(series()));
      case CIRCLE -> triples.put(5, Cbor.array(domain("a", "b"), domain("b", "a")));
      default ->
          triples.put(0, Cbor.array(Cbor.array(subject(), Cbor.array(measurement(measured())))));
    }
    return Cbor.map()
        .put(1, Cbor.map().put(0, Cbor.text(this == KNOWN_TAG ? KNOWN : id)).build())
        .put(4, triples.build())
        .build();
  }

  private Cbor subject() {
    return this == EMPTY_ENVIRONMENT ? Cbor.map().build() : environment("a-device");
  }

  private Cbor measured() {
    Cbor.MapBuilder values = Cbor.map();
    Cbor zeros = Cbor.octets(Bytes.zero(4));
    switch (this) {
      case NO_VALUE -> {}
      case BARE_RAW_VALUE -> values.put(4, zeros);
      case MASK_TOO_LONG ->
          values.put(4, Cbor.tag(563, Cbor.array(zeros, Cbor.octets(Bytes.zero(5)))));
      case SHORT_DIGEST -> values.put(2, Cbor.array(digest(31)));
      case DIGEST_TWICE -> values.put(2, Cbor.array(digest(32), digest(32)));
      case RANGE_BACKWARDS ->
          values.put(15, Cbor.tag(564, Cbor.array(Cbor.integer(2), Cbor.integer(1))));
      default -> values.put(2, Cbor.array(digest(32)));
    }
    return values.build();
  }

  private static Cbor digest(int size) {
    return Cbor.array(Cbor.integer(1), Cbor.octets(Bytes.zero(size)));
  }

  private static Cbor measurement(Cbor values) {
    return Cbor.map().put(0, Cbor.text(CorimBuilder.LAUNCH)).put(1, values).build();
  }

  private static Cbor environment(String model) {
    Cbor named = Cbor.map().put(1, Cbor.text("example.com")).put(2, Cbor.text(model)).build();
    return Cbor.map().put(0, named).build();
  }

  private static Cbor domain(String one, String other) {
    return Cbor.array(environment(one), Cbor.array(environment(other)));
  }

  private static Cbor series() {
    Cbor version = measurement(Cbor.map().put(1, Cbor.integer(1)).build());
    Cbor name = measurement(Cbor.map().put(11, Cbor.text("a name")).build());
    return Cbor.array(
        Cbor.array(environment("a-device"), Cbor.array()),
        Cbor.array(
            Cbor.array(Cbor.array(version), Cbor.array(name)),
            Cbor.array(Cbor.array(name), Cbor.array(name))));
  }

  private static Cbor time(long seconds) {
    return Cbor.tag(1, Cbor.integer(seconds));
  }

  private static Cbor period(long from, long to) {
    return Cbor.map().put(0, time(from)).put(1, time(to)).build();
  }

  private static Cbor signer() {
    return Cbor.map().put(0, Cbor.text("signer")).put(2, Cbor.array(Cbor.integer(2))).build();
  }
}
