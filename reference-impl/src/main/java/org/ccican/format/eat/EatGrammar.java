package org.ccican.format.eat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.ccican.check.Checks;
import org.ccican.format.eat.EatClaims.Submodule;
import org.ccican.reject.Reason;
import org.ccican.reject.Rejected;
import org.ccican.wire.Cbor;

/**
 * What every claim looks like (RFC 9711 sections 4.1 to 4.3), for a set and the sets inside it. Of
 * identifiers nothing but the size is looked at: to a receiver they are opaque.
 */
final class EatGrammar {

  /** The rules, in the order in which they are asked. */
  static final List<String> CHECKS =
      List.of(
          "eat.claims.shape",
          "eat.nonce.type",
          "eat.nonce.size",
          "eat.nonce.array",
          "eat.ueid.size",
          "eat.sueids.map",
          "eat.oemid.form",
          "eat.hwmodel.size",
          "eat.hwversion.shape",
          "eat.swname.text",
          "eat.swversion.shape",
          "eat.profile.form",
          "eat.iat.integer",
          "eat.time.number",
          "eat.cti.octets",
          "eat.uptime.count",
          "eat.bootcount.count",
          "eat.bootseed.octets",
          "eat.oemboot.bool",
          "eat.dbgstat.range",
          "eat.location.coordinates",
          "eat.dloas.parts",
          "eat.manifests.pairs",
          "eat.manifests.payload",
          "eat.measurements.pairs",
          "eat.measurements.evidence",
          "eat.measres.shape",
          "eat.intuse.number",
          "eat.submods.map",
          "eat.submods.algorithm",
          "eat.selector.digest");

  /** The most octets of a text that holds a nonce in JSON. */
  private static final int LONGEST_TEXT = 88;

  private final Checks checks;

  EatGrammar(Checks checks) {
    this.checks = checks;
  }

  /**
   * Asks about a set and every claims-set inside it.
   *
   * @param where the path of submodules to the set
   * @throws Rejected naming the claim
   */
  void check(EatClaims claims, String where) throws Rejected {
    EatDemands demands = new EatDemands(claims, where, checks);
    nonces(demands);
    identity(demands);
    software(demands);
    token(demands);
    new EatStateGrammar(demands).check();
    submodules(demands);
  }

  private void nonces(EatDemands demands) throws Rejected {
    EatClaims claims = demands.claims();
    List<Cbor> nonces = claims.nonces();
    // spec| RFC 9711 §4.1: a nonce is a byte string in CBOR and a text in JSON
    demands.demand(
        "eat.nonce.type",
        nonces.stream()
            .allMatch(claims.json() ? EatDemands::isText : Cbor.Octets.class::isInstance),
        Reason.WRONG_TYPE,
        "eat_nonce");
    // spec| RFC 9711 §4.1: 8 to 64 octets in CBOR, 8 to 88 in JSON
    demands.demand(
        "eat.nonce.size",
        nonces.stream().allMatch(EatGrammar::isNonceSize),
        Reason.OUT_OF_RANGE,
        "eat_nonce");
    // spec| RFC 9711 §4.1: an array is for two nonces or more
    demands.wellFormed(
        "eat.nonce.array",
        EatClaim.NONCE,
        Reason.WRONG_TYPE,
        item -> !(item instanceof Cbor.Array) || nonces.size() >= 2);
  }

  private static boolean isNonceSize(Cbor item) {
    if (item instanceof Cbor.Text text) {
      int size = text.value().getBytes(StandardCharsets.UTF_8).length;
      return size >= 8 && size <= LONGEST_TEXT;
    }
    return !(item instanceof Cbor.Octets) || EatDemands.isSize(item, 8, 64);
  }

  private static void identity(EatDemands demands) throws Rejected {
    // spec| RFC 9711 §4.2.1: 7 to 33 octets
    demands.wellFormed(
        "eat.ueid.size",
        EatClaim.UEID,
        Reason.OUT_OF_RANGE,
        each -> EatDemands.isSize(each, 7, 33));
    // spec| RFC 9711 §4.2.2: a map from labels to identifiers, for a single one as well
    demands.wellFormed(
        "eat.sueids.map",
        EatClaim.SUEIDS,
        Reason.WRONG_TYPE,
        item ->
            item instanceof Cbor.Map map
                && !map.entries().isEmpty()
                && map.entries().stream()
                    .allMatch(
                        each ->
                            EatDemands.isText(each.key())
                                && EatDemands.isSize(each.value(), 7, 33)));
    // spec| RFC 9711 §4.2.3: 16 octets at random, 3 octets of IEEE, or an enterprise number
    demands.wellFormed(
        "eat.oemid.form",
        EatClaim.OEMID,
        Reason.WRONG_TYPE,
        item ->
            EatDemands.isCount(item)
                || EatDemands.isSize(item, 3, 3)
                || EatDemands.isSize(item, 16, 16));
    // spec| RFC 9711 §4.2.4: 1 to 32 octets
    demands.wellFormed(
        "eat.hwmodel.size",
        EatClaim.HWMODEL,
        Reason.OUT_OF_RANGE,
        each -> EatDemands.isSize(each, 1, 32));
    // spec| RFC 9711 §4.2.5: a text, and perhaps how versions are sorted
    demands.wellFormed(
        "eat.hwversion.shape", EatClaim.HWVERSION, Reason.WRONG_TYPE, EatGrammar::isVersion);
  }

  private static void software(EatDemands demands) throws Rejected {
    // spec| RFC 9711 §4.2.6: a text
    demands.wellFormed("eat.swname.text", EatClaim.SWNAME, Reason.WRONG_TYPE, EatDemands::isText);
    // spec| RFC 9711 §4.2.7: a text, and perhaps how versions are sorted
    demands.wellFormed(
        "eat.swversion.shape", EatClaim.SWVERSION, Reason.WRONG_TYPE, EatGrammar::isVersion);
  }

  private static void token(EatDemands demands) throws Rejected {
    // spec| RFC 9711 §4.3.2: a URI, or an absolute OID: octets in CBOR, dotted in JSON
    demands.wellFormed(
        "eat.profile.form",
        EatClaim.EAT_PROFILE,
        Reason.WRONG_TYPE,
        item -> EatDemands.isText(item) || EatDemands.isSize(item, 1, 64));
    // spec| RFC 9711 §4.3.1: the time of issue is no floating-point number
    demands.wellFormed(
        "eat.iat.integer", EatClaim.IAT, Reason.WRONG_TYPE, Cbor.Int.class::isInstance);
    for (EatClaim each : List.of(EatClaim.EXP, EatClaim.NBF)) {
      // spec| RFC 8392 §2: a NumericDate without tag
      demands.wellFormed("eat.time.number", each, Reason.WRONG_TYPE, EatDemands::isNumber);
    }
    // spec| RFC 8392 §3.1.7: octets; JWT has a text instead
    demands.wellFormed("eat.cti.octets", EatClaim.CTI, Reason.WRONG_TYPE, EatDemands::isContent);
  }

  private void submodules(EatDemands demands) throws Rejected {
    // spec| RFC 9711 §4.2.18: a map with at least one submodule, each under a text
    demands.wellFormed(
        "eat.submods.map",
        EatClaim.SUBMODS,
        Reason.WRONG_TYPE,
        item -> item instanceof Cbor.Map map && !map.entries().isEmpty());
    for (Submodule each : demands.claims().submodules()) {
      String path = demands.where() + "/" + each.name();
      if (each instanceof Submodule.Claims inside) {
        check(inside.claims(), path);
      }
      Optional<Submodule.Digest> digest =
          Optional.of(each)
              .filter(Submodule.Digest.class::isInstance)
              .map(Submodule.Digest.class::cast);
      // spec| RFC 9711 §4.2.18.2: a hash algorithm of COSE's registry, by number or name
      demands.demand(
          "eat.submods.algorithm",
          digest.isEmpty() || EatDigests.isKnown(digest.get().algorithm()),
          Reason.UNSUPPORTED_ALGORITHM,
          "hash algorithm at " + path);
      // spec| RFC 9711 §4.2.18: within CBOR a selector never holds a digest
      demands.demand(
          "eat.selector.digest",
          demands.claims().json()
              || !(each instanceof Submodule.Selector selector)
              || !EatSelector.isDigest(selector.text()),
          Reason.WRONG_TYPE,
          "selector of a digest at " + path);
    }
  }

  private static boolean isVersion(Cbor item) {
    return EatDemands.isArray(item, 1, 2) && EatDemands.isText(((Cbor.Array) item).items().get(0));
  }
}
