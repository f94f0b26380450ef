package org.ccican.conformance.driver;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.ccican.cose.CoseKey;
import org.ccican.cose.CoseSign1;
import org.ccican.cose.SigningKey;
import org.ccican.eat.TeepEat;
import org.ccican.wire.Bytes;
import org.ccican.wire.Cbor;

/** One thing wrong with a token of the TEEP profile by which a TAM has itself appraised. */
public enum TokenFlaw {
  INDEFINITE_LENGTH,
  LONG_HEAD,
  TAG,
  OTHER_PROFILE,
  OTHER_KID,
  LISTED_NONCE,
  NO_UEID(256),
  NO_OEMID(258),
  NO_HWMODEL(259),
  NO_HWVERSION(260),
  NO_MANIFESTS(272),
  NO_CNF(8);

  private static final long NONCE = 10;
  private static final long NOT_BEFORE = 5;
  private static final long PROFILE = 265;

  private final long lacking;

  TokenFlaw() {
    this(0);
  }

  TokenFlaw(long lacking) {
    this.lacking = lacking;
  }

  /**
   * @param id lower case with hyphens
   * @throws IllegalArgumentException if there is no such flaw
   */
  public static TokenFlaw of(String id) {
    return valueOf(id.toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  /** The token with this flaw, signed. */
  Bytes token(CoseKey tam, Instant now, Bytes nonce, SigningKey signer) {
    Cbor.Map good =
        new TeepEat(
                Optional.of(nonce),
                Optional.of(now),
                Optional.of(Bytes.concat(Bytes.of(1), Bytes.zero(32))),
                Optional.of(Bytes.zero(16)),
                Optional.of(Bytes.utf8("tam")),
                Optional.of("1"),
                Optional.of(
                    List.of(
                        new TeepEat.Manifest(TeepEat.Manifest.CBOR, Cbor.map().build().encode()))),
                Optional.of(TeepEat.Confirmation.of(tam)),
                Optional.empty())
            .toCbor();
    Bytes claims = encoded(changed(good));
    if (this == OTHER_KID) {
      Cbor.Map kid = Cbor.map().put(CoseSign1.KID, Cbor.octets(Bytes.utf8("tam"))).build();
      return CoseSign1.sign(signer, Cbor.map().build(), kid, claims).encode();
    }
    return TeepEat.sign(claims, signer);
  }

  private Cbor.Map changed(Cbor.Map good) {
    Cbor.MapBuilder map = Cbor.map();
    for (Cbor.Entry entry : good.entries()) {
      long label = ((Cbor.Int) entry.key()).longValue();
      if (label != lacking) {
        map.put(label, value(label, entry.value()));
      }
    }
    if (this == TAG) {
      map.put(NOT_BEFORE, Cbor.tag(1, Cbor.integer(1)));
    }
    return map.build();
  }

  private Cbor value(long label, Cbor value) {
    if (this == OTHER_PROFILE && label == PROFILE) {
      return Cbor.text("urn:example:profile");
    }
    return this == LISTED_NONCE && label == NONCE ? Cbor.array(value) : value;
  }

  /** The head of a map of fewer than 24 entries is one octet. */
  private Bytes encoded(Cbor.Map claims) {
    Bytes octets = claims.encode();
    Bytes entries = octets.slice(1, octets.size());
    return switch (this) {
      case INDEFINITE_LENGTH -> Bytes.concat(Bytes.of(0xbf), entries, Bytes.of(0xff));
      case LONG_HEAD -> Bytes.concat(Bytes.of(0xb8, claims.entries().size()), entries);
      default -> octets;
    };
  }
}
