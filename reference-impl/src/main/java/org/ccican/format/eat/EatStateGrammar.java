package org.ccican.format.eat;

import java.util.Optional;
import org.ccican.check.Checks;
import org.ccican.reject.Reason;
import org.ccican.reject.Rejected;
import org.ccican.wire.Bytes;
import org.ccican.wire.Cbor;
import org.ccican.wire.CborDecoder;
import org.ccican.wire.CborLimits;
import org.ccican.wire.CborProfile;

/**
 * What claims about the state of an entity and of its software look like (RFC 9711 section 4.2).
 */
final class EatStateGrammar {

  /** The CoAP content format of application/swid+cbor. */
  static final long COSWID = 258;

  /** Members of a CoSWID (RFC 9393 section 2.3). */
  static final long COSWID_EVIDENCE = 3;

  static final long COSWID_PAYLOAD = 6;

  private static final int LARGEST_FORMAT = 0xffff;
  private static final CborLimits LIMITS = new CborLimits(1 << 16, 12, 1 << 12, 1 << 16, 1 << 14);

  private final EatDemands demands;

  EatStateGrammar(EatDemands demands) {
    this.demands = demands;
  }

  void check() throws Rejected {
    // spec| RFC 9711 §4.2.11: seconds, an unsigned integer
    demands.wellFormed("eat.uptime.count", EatClaim.UPTIME, Reason.WRONG_TYPE, EatDemands::isCount);
    // spec| RFC 9711 §4.2.12: an unsigned integer
    demands.wellFormed(
        "eat.bootcount.count", EatClaim.BOOTCOUNT, Reason.WRONG_TYPE, EatDemands::isCount);
    // spec| RFC 9711 §4.2.13: octets
    demands.wellFormed(
        "eat.bootseed.octets", EatClaim.BOOTSEED, Reason.WRONG_TYPE, Cbor.Octets.class::isInstance);
    // spec| RFC 9711 §4.2.8: true or false
    demands.wellFormed(
        "eat.oemboot.bool",
        EatClaim.OEMBOOT,
        Reason.WRONG_TYPE,
        item -> item instanceof Cbor.Simple simple && (simple.value() | 1) == 21);
    // spec| RFC 9711 §4.2.9: five states, and never more of them
    demands.wellFormed(
        "eat.dbgstat.range",
        EatClaim.DBGSTAT,
        Reason.OUT_OF_RANGE,
        item ->
            EatDemands.isCount(item)
                && ((Cbor.Int) item).isLong()
                && ((Cbor.Int) item).longValue() <= 4);
    // spec| RFC 9711 §4.2.10: latitude and longitude at least, all numbers
    demands.wellFormed(
        "eat.location.coordinates",
        EatClaim.LOCATION,
        Reason.MISSING_FIELD,
        item ->
            item instanceof Cbor.Map map
                && map.find(1).filter(EatDemands::isNumber).isPresent()
                && map.find(2).filter(EatDemands::isNumber).isPresent());
    software();
  }

  private void software() throws Rejected {
    // spec| RFC 9711 §4.2.14: registrar, platform and perhaps application
    demands.wellFormed(
        "eat.dloas.parts",
        EatClaim.DLOAS,
        Reason.WRONG_TYPE,
        item ->
            EatDemands.isArrayOf(
                item,
                each ->
                    EatDemands.isArray(each, 2, 3)
                        && EatDemands.isArrayOf(each, EatDemands::isText)));
    // spec| RFC 9711 §4.2.15: pairs of a content format and a manifest, at least one
    demands.wellFormed(
        "eat.manifests.pairs",
        EatClaim.MANIFESTS,
        Reason.WRONG_TYPE,
        item -> EatDemands.isArrayOf(item, EatStateGrammar::isPair));
    // spec| RFC 9711 §4.2.15: a CoSWID there is one of a payload
    demands.wellFormed(
        "eat.manifests.payload",
        EatClaim.MANIFESTS,
        Reason.WRONG_TYPE,
        item -> !holdsCoswid(item, COSWID_EVIDENCE, COSWID_PAYLOAD));
    // spec| RFC 9711 §4.2.16: pairs of a content format and a measurement, at least one
    demands.wellFormed(
        "eat.measurements.pairs",
        EatClaim.MEASUREMENTS,
        Reason.WRONG_TYPE,
        item -> EatDemands.isArrayOf(item, EatStateGrammar::isPair));
    // spec| RFC 9711 §4.2.16: a CoSWID there is one of evidence
    demands.wellFormed(
        "eat.measurements.evidence",
        EatClaim.MEASUREMENTS,
        Reason.WRONG_TYPE,
        item -> !holdsCoswid(item, COSWID_PAYLOAD, COSWID_EVIDENCE));
    // spec| RFC 9711 §4.2.17: for each system the results, one of four for each
    demands.wellFormed(
        "eat.measres.shape",
        EatClaim.MEASRES,
        Reason.WRONG_TYPE,
        item -> EatDemands.isArrayOf(item, EatStateGrammar::isResultGroup));
    // spec| RFC 9711 §4.3.3: a number of the registry, a word of it in JSON
    demands.wellFormed(
        "eat.intuse.number", EatClaim.INTUSE, Reason.WRONG_TYPE, Cbor.Int.class::isInstance);
  }

  /** A CoSWID where a format says so, if the octets are one; signed ones are not looked into. */
  static Optional<Cbor.Map> coswid(Cbor pair) {
    if (!isPair(pair)
        || !((Cbor.Array) pair).items().get(0).equals(Cbor.integer(COSWID))
        || !(((Cbor.Array) pair).items().get(1) instanceof Cbor.Octets octets)) {
      return Optional.empty();
    }
    return decoded(octets.value())
        .map(item -> item instanceof Cbor.Tag tag ? tag.content() : item)
        .filter(Cbor.Map.class::isInstance)
        .map(Cbor.Map.class::cast);
  }

  private static Optional<Cbor> decoded(Bytes octets) {
    try {
      return Optional.of(
          new CborDecoder(Checks.unbroken(), LIMITS).decode(octets, CborProfile.VALID));
    } catch (Rejected e) {
      return Optional.empty(); // nobody says that a measurement must be read here
    }
  }

  private static boolean holdsCoswid(Cbor item, long member, long other) {
    return item instanceof Cbor.Array all
        && all.items().stream()
            .flatMap(each -> coswid(each).stream())
            .anyMatch(each -> each.find(member).isPresent() && each.find(other).isEmpty());
  }

  private static boolean isPair(Cbor item) {
    return EatDemands.isArray(item, 2, 2)
        && ((Cbor.Array) item).items().get(0) instanceof Cbor.Int format
        && format.isLong()
        && format.longValue() >= 0
        && format.longValue() <= LARGEST_FORMAT
        && EatDemands.isContent(((Cbor.Array) item).items().get(1));
  }

  private static boolean isResultGroup(Cbor item) {
    return EatDemands.isArray(item, 2, 2)
        && EatDemands.isText(((Cbor.Array) item).items().get(0))
        && EatDemands.isArrayOf(((Cbor.Array) item).items().get(1), EatStateGrammar::isResult);
  }

  private static boolean isResult(Cbor item) {
    return EatDemands.isArray(item, 2, 2)
        && EatDemands.isContent(((Cbor.Array) item).items().get(0))
        && ((Cbor.Array) item).items().get(1) instanceof Cbor.Int result
        && result.isLong()
        && result.longValue() >= 1
        && result.longValue() <= 4;
  }
}
