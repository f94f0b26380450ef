package org.ccican.eat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ccican.check.Checks;
import org.ccican.cose.CoseAlgorithm;
import org.ccican.cose.CoseKey;
import org.ccican.cose.CoseSign1;
import org.ccican.cose.Crypto;
import org.ccican.reject.Reason;
import org.ccican.reject.Rejected;
import org.ccican.wire.Bytes;
import org.ccican.wire.Cbor;
import org.ccican.wire.CborDecoder;
import org.ccican.wire.CborProfile;
import org.ccican.wire.Fields;

/** Reads tokens of the TEEP profile and asks what the profile demands (teep-protocol section 5). */
public final class TeepEatReader {

  private static final String SHAPE = "eat.shape";
  private static final Set<CoseAlgorithm> ALGORITHMS =
      Set.of(CoseAlgorithm.ESP256, CoseAlgorithm.ED25519, CoseAlgorithm.ES256, CoseAlgorithm.EDDSA);

  private final Crypto crypto;
  private final Checks checks;

  public TeepEatReader(Crypto crypto, Checks checks) {
    this.crypto = crypto;
    this.checks = checks;
  }

  /**
   * A token that one of the keys has signed.
   *
   * @param signers whose tokens count; at least one
   * @throws Rejected if nobody of them signed it, or it breaks a rule of the profile
   */
  public TeepEat open(Bytes signed, List<CoseKey> signers) throws Rejected {
    return read(claims(signed, signers));
  }

  /**
   * The claims-set of a token that one of the keys has signed, whatever its profile.
   *
   * @throws Rejected if nobody of them signed it
   */
  public Bytes claims(Bytes signed, List<CoseKey> signers) throws Rejected {
    CoseSign1 token = CoseSign1.parse(signed, checks);
    Optional<Bytes> kid = token.kid(checks);
    Optional<Rejected> last = Optional.empty();
    for (CoseKey signer : signers) {
      try {
        Bytes claims = token.verify(signer, ALGORITHMS, checks);
        // spec| teep-protocol-26 §5: a key is named by its thumbprint after RFC 9679
        Rejected.unless(
            checks,
            "eat.kid",
            kid.isEmpty() || kid.get().equals(signer.thumbprint()),
            Reason.BINDING_MISMATCH,
            () -> "kid " + kid.get() + " where the signer's thumbprint is " + signer.thumbprint());
        return claims;
      } catch (Rejected rejected) {
        last = Optional.of(rejected);
      }
    }
    throw last.orElseGet(
        () -> new Rejected(Reason.UNKNOWN_SIGNER, "eat.signer.known", "nobody's tokens count"));
  }

  /**
   * @throws Rejected if the octets are no claims-set of the profile
   */
  public TeepEat read(Bytes octets) throws Rejected {
    Cbor item = new CborDecoder(checks).decode(octets, CborProfile.VALID);
    // spec| teep-protocol-26 §5: definite lengths and preferred serialization
    Rejected.unless(
        checks,
        "eat.encoding",
        item.encode().size() == octets.size(),
        Reason.NOT_DETERMINISTIC,
        () -> octets.size() + " octets where preferred serialization takes fewer");
    // spec| teep-protocol-26 §5: CBOR tags are not used
    Rejected.unless(
        checks, "eat.tags", !tagged(item), Reason.WRONG_TYPE, () -> "a tag inside the claims");
    Fields claims = Fields.of(item, SHAPE);
    Optional<String> profile = claims.findText(TeepEat.EAT_PROFILE);
    // spec| teep-protocol-26 §5: the profile's label is the URN of the RFC
    Rejected.unless(
        checks,
        "eat.profile",
        profile.isEmpty() || profile.get().equals(TeepEat.PROFILE),
        Reason.UNKNOWN_FORMAT,
        () -> "eat_profile " + profile.get());
    TeepEat token =
        new TeepEat(
            nonce(claims),
            claims.findInteger(TeepEat.IAT).map(Instant::ofEpochSecond),
            claims.findOctets(TeepEat.UEID),
            oemid(claims),
            claims.findOctets(TeepEat.HWMODEL),
            hwversion(claims),
            manifests(claims),
            confirmation(claims),
            appraised(claims));
    demand(token);
    return token;
  }

  private void demand(TeepEat token) throws Rejected {
    // spec| teep-protocol-26 §5: ueid is required; RFC 9711 §4.2.1 gives it 7 to 33 octets
    required("eat.ueid", token.ueid().filter(ueid -> ueid.size() >= 7 && ueid.size() <= 33));
    // spec| teep-protocol-26 §5: oemid is required
    required("eat.oemid", token.oemid());
    // spec| teep-protocol-26 §5: hwmodel is required; RFC 9711 §4.2.4 gives it 1 to 32 octets
    required("eat.hwmodel", token.hwmodel().filter(m -> m.size() >= 1 && m.size() <= 32));
    // spec| teep-protocol-26 §5: hwversion is required
    required("eat.hwversion", token.hwversion());
    // spec| teep-protocol-26 §5: manifests is required
    required("eat.manifests", token.manifests().filter(all -> !all.isEmpty()));
    // spec| teep-protocol-26 §5: cnf is required
    required("eat.cnf", token.confirmation());
  }

  private void required(String check, Optional<?> claim) throws Rejected {
    Rejected.unless(
        checks,
        check,
        claim.isPresent(),
        Reason.MISSING_FIELD,
        () -> "no usable claim " + check.substring("eat.".length()));
  }

  private Optional<Bytes> nonce(Fields claims) throws Rejected {
    Optional<Cbor> nonce = claims.find(TeepEat.NONCE);
    // spec| teep-protocol-26 §5: eat_nonce is a single byte string
    Rejected.unless(
        checks,
        "eat.nonce.single",
        nonce.isEmpty() || nonce.get() instanceof Cbor.Octets,
        Reason.WRONG_TYPE,
        () -> "eat_nonce is no single byte string");
    Optional<Cbor> single =
        nonce.map(
            item ->
                item instanceof Cbor.Array all && !all.items().isEmpty()
                    ? all.items().get(0)
                    : item);
    return single.isPresent() ? Optional.of(Fields.octets(single.get(), SHAPE)) : Optional.empty();
  }

  /** An IEEE or a random identifier; a Private Enterprise Number as its digits. */
  private static Optional<Bytes> oemid(Fields claims) throws Rejected {
    Optional<Cbor> oemid = claims.find(TeepEat.OEMID);
    if (oemid.isPresent() && oemid.get() instanceof Cbor.Int number) {
      return Optional.of(Bytes.utf8(String.valueOf(number.value())));
    }
    return claims.findOctets(TeepEat.OEMID);
  }

  private static Optional<String> hwversion(Fields claims) throws Rejected {
    Optional<List<Cbor>> parts = claims.findArray(TeepEat.HWVERSION);
    return parts.isPresent() && !parts.get().isEmpty()
        ? Optional.of(Fields.text(parts.get().get(0), SHAPE))
        : Optional.empty();
  }

  private static Optional<List<TeepEat.Manifest>> manifests(Fields claims) throws Rejected {
    Optional<List<Cbor>> items = claims.findArray(TeepEat.MANIFESTS);
    if (items.isEmpty()) {
      return Optional.empty();
    }
    List<TeepEat.Manifest> manifests = new ArrayList<>();
    for (Cbor item : items.get()) {
      List<Cbor> pair = Fields.array(item, SHAPE);
      if (pair.size() != 2) {
        throw new Rejected(
            Reason.WRONG_TYPE, SHAPE, "a manifest of " + pair.size() + " parts, 2 expected");
      }
      manifests.add(
          new TeepEat.Manifest(
              Fields.integer(pair.get(0), SHAPE), Fields.octets(pair.get(1), SHAPE)));
    }
    return Optional.of(manifests);
  }

  private Optional<TeepEat.Confirmation> confirmation(Fields claims) throws Rejected {
    Optional<Cbor> cnf = claims.find(TeepEat.CNF);
    if (cnf.isEmpty()) {
      return Optional.empty();
    }
    Fields fields = Fields.of(cnf.get(), SHAPE);
    Optional<Cbor> key = fields.find(TeepEat.CNF_KEY);
    return Optional.of(
        new TeepEat.Confirmation(
            key.isPresent()
                ? Optional.of(CoseKey.parse(key.get(), crypto, checks))
                : Optional.empty(),
            fields.findOctets(TeepEat.CNF_KID)));
  }

  private static Optional<TeepEat.Appraised> appraised(Fields claims) throws Rejected {
    Optional<Cbor> submods = claims.find(TeepEat.SUBMODS);
    if (submods.isEmpty()) {
      return Optional.empty();
    }
    List<Cbor.Entry> entries =
        Fields.of(submods.get(), SHAPE).map().entries().stream()
            .filter(each -> each.value() instanceof Cbor.Map)
            .toList();
    if (entries.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new TeepEat.Appraised(
            Fields.text(entries.get(0).key(), SHAPE),
            Fields.of(entries.get(0).value(), SHAPE)
                .findInteger(TeepEat.STATUS)
                .map(status -> status == TeepEat.AFFIRMING)
                .orElse(true)));
  }

  private static boolean tagged(Cbor item) {
    if (item instanceof Cbor.Array array) {
      return array.items().stream().anyMatch(TeepEatReader::tagged);
    }
    if (item instanceof Cbor.Map map) {
      return map.entries().stream().anyMatch(entry -> tagged(entry.key()) || tagged(entry.value()));
    }
    return item instanceof Cbor.Tag;
  }
}
