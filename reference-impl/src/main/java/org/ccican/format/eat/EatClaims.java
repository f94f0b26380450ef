package org.ccican.format.eat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.ccican.reject.Reason;
import org.ccican.reject.Rejected;
import org.ccican.wire.Bytes;
import org.ccican.wire.Cbor;
import org.ccican.wire.Fields;

/**
 * A claims-set (RFC 9711 section 3) in the order in which it came. Claims that came in JSON are
 * held as CBOR would have them, but for nonces, which are texts there; claims that nobody knows
 * stay.
 *
 * @param json whether the set came in JSON
 */
record EatClaims(Cbor.Map map, boolean json) {

  static final String SHAPE = "eat.claims.shape";

  /** What stands for a part of the entity (RFC 9711 section 4.2.18). */
  sealed interface Submodule {

    /** Its label in the claim. */
    String name();

    /** A claims-set of its own. */
    record Claims(String name, EatClaims claims) implements Submodule {}

    /** A token in CBOR, tagged. */
    record Nested(String name, Bytes token) implements Submodule {}

    /** A token in JSON: type and token, as text. */
    record Selector(String name, String text) implements Submodule {}

    /** The digest of a claims-set that travels apart. */
    record Digest(String name, Cbor algorithm, Bytes digest) implements Submodule {}
  }

  EatClaims {
    Objects.requireNonNull(map);
  }

  /** The octets of the set in CBOR; the ones that came if they were in preferred serialization. */
  Bytes encode() {
    return map.encode();
  }

  Optional<Cbor> find(EatClaim claim) {
    return map.find(claim.label());
  }

  boolean has(EatClaim claim) {
    return find(claim).isPresent();
  }

  /** The value of a claim where it is an integer of 63 bits. */
  Optional<Long> number(EatClaim claim) {
    return find(claim)
        .filter(item -> item instanceof Cbor.Int found && found.isLong())
        .map(item -> ((Cbor.Int) item).longValue());
  }

  /** The value of a claim where it is a byte string. */
  Optional<Bytes> octets(EatClaim claim) {
    return find(claim)
        .filter(Cbor.Octets.class::isInstance)
        .map(item -> ((Cbor.Octets) item).value());
  }

  /** The value of a claim where it is a text. */
  Optional<String> text(EatClaim claim) {
    return find(claim).filter(Cbor.Text.class::isInstance).map(item -> ((Cbor.Text) item).value());
  }

  /** The nonces, one or several. */
  List<Cbor> nonces() {
    return find(EatClaim.NONCE)
        .map(item -> item instanceof Cbor.Array all ? all.items() : List.of(item))
        .orElse(List.of());
  }

  /**
   * The submodules in their order.
   *
   * @throws Rejected if one is none of the four kinds
   */
  List<Submodule> submodules() throws Rejected {
    Optional<Cbor> claim = find(EatClaim.SUBMODS);
    List<Submodule> all = new ArrayList<>();
    if (claim.isEmpty()) {
      return all;
    }
    for (Cbor.Entry entry : Fields.of(claim.get(), SHAPE).map().entries()) {
      all.add(submodule(Fields.text(entry.key(), SHAPE), entry.value()));
    }
    return all;
  }

  private Submodule submodule(String name, Cbor value) throws Rejected {
    if (value instanceof Cbor.Map claims) {
      return new Submodule.Claims(name, new EatClaims(claims, json));
    }
    if (value instanceof Cbor.Octets token) {
      return new Submodule.Nested(name, token.value());
    }
    if (value instanceof Cbor.Text selector) {
      return new Submodule.Selector(name, selector.value());
    }
    if (value instanceof Cbor.Array parts && parts.items().size() == 2) {
      return new Submodule.Digest(
          name, parts.items().get(0), Fields.octets(parts.items().get(1), SHAPE));
    }
    throw new Rejected(
        Reason.WRONG_TYPE, SHAPE, "submodule at offset " + value.offset() + " is of no kind");
  }
}
