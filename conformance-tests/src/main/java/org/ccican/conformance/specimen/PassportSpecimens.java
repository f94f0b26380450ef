package org.ccican.conformance.specimen;

import static org.ccican.conformance.specimen.Changes.option;
import static org.ccican.conformance.specimen.Changes.without;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.ccican.cose.CoseKey;
import org.ccican.cose.Crypto;
import org.ccican.cose.SigningKey;
import org.ccican.eat.TeepEat;
import org.ccican.teep.TeepLabel;
import org.ccican.wire.Bytes;
import org.ccican.wire.Cbor;

/** Attestation Results of the TEEP profile that an Agent has with it. */
final class PassportSpecimens {

  private static final long CNF = 8;
  private static final long KID = 3;

  private PassportSpecimens() {}

  /** A QueryResponse that brings a result, and what can be wrong with the result. */
  static Family on(Family family) {
    family.with("without the claim ueid", claims(each -> lacking(each, 256)));
    family.with("without the claim oemid", claims(each -> lacking(each, 258)));
    family.with("without the claim hwmodel", claims(each -> lacking(each, 259)));
    family.with("without the claim hwversion", claims(each -> lacking(each, 260)));
    family.with("without the claim manifests", claims(each -> lacking(each, 272)));
    family.with(
        "with its manifests where the example has them",
        claims(
            each ->
                Draft.put(lacking(each, 272), Cbor.integer(273), each.find(272).orElseThrow())));
    family.with("without the claim cnf", claims(each -> lacking(each, 8)));
    family.with(
        "of another profile",
        claims(each -> Draft.put(each, Cbor.integer(265), Cbor.text("urn:example:profile"))));
    family.with(
        "with two nonces",
        claims(
            each ->
                Draft.put(
                    each,
                    Cbor.integer(10),
                    Cbor.array(Cbor.octets(Bytes.zero(8)), Cbor.octets(Bytes.zero(9))))));
    family.with(
        "with a tag among its claims",
        claims(each -> Draft.put(each, Cbor.integer(6), tagged(each.find(6).orElseThrow()))));
    family.with(
        "signed by no Verifier",
        payload(
            situation ->
                signed(
                    token(situation, situation.keys().agent().publicKey(), Duration.ZERO),
                    situation.keys().stranger())));
    family.with(
        "about another key",
        payload(
            situation ->
                signed(
                    token(situation, situation.keys().stranger().publicKey(), Duration.ZERO),
                    situation.keys().verifier())));
    family.with("that names the key by its hash", naming(CoseKey::thumbprint));
    family.beside(
        "that names the key by its hash",
        "that names the key by a hash of no SUIT profile",
        naming(key -> Crypto.sha512(key.toCbor().encode())));
    family.with(
        "that is a year old",
        payload(
            situation ->
                signed(
                    token(situation, situation.keys().agent().publicKey(), Duration.ofDays(365)),
                    situation.keys().verifier())));
    return family;
  }

  /** In place of the Evidence: a result that keeps every rule, and no format. */
  static Change result() {
    return without(TeepLabel.ATTESTATION_PAYLOAD_FORMAT).and(payload(each -> good(each)));
  }

  private static Bytes good(Situation situation) {
    return signed(
        token(situation, situation.keys().agent().publicKey(), Duration.ZERO),
        situation.keys().verifier());
  }

  private static Change payload(Octets octets) {
    return option(TeepLabel.ATTESTATION_PAYLOAD, situation -> Cbor.octets(octets.in(situation)));
  }

  private static Change claims(UnaryOperator<Cbor.Map> change) {
    return payload(
        situation ->
            TeepEat.sign(
                change
                    .apply(token(situation, situation.keys().agent().publicKey(), Duration.ZERO))
                    .encode(),
                situation.keys().verifier()));
  }

  private static Bytes signed(Cbor.Map claims, SigningKey key) {
    return TeepEat.sign(claims.encode(), key);
  }

  /** The result does not hold the Agent's key but names it. */
  private static Change naming(Function<CoseKey, Bytes> name) {
    return payload(
        situation -> {
          CoseKey key = situation.keys().agent().publicKey();
          return signed(
              Draft.put(
                  token(situation, key, Duration.ZERO),
                  Cbor.integer(CNF),
                  Cbor.map().put(KID, Cbor.octets(name.apply(key))).build()),
              situation.keys().verifier());
        });
  }

  private static Cbor tagged(Cbor value) {
    return Cbor.tag(1, value);
  }

  private static Cbor.Map lacking(Cbor.Map claims, long label) {
    return Draft.without(claims, Cbor.integer(label));
  }

  /** The nonce of a passport is the token of the request for it, if that has one (section 9). */
  static Cbor.Map token(Situation situation, CoseKey key, Duration age) {
    return new TeepEat(
            situation.queryToken(),
            Optional.of(situation.now().minus(age)),
            Optional.of(Bytes.concat(Bytes.of(1), Crypto.sha256(Bytes.utf8("device")))),
            Optional.of(Bytes.zero(16)),
            Optional.of(Bytes.utf8("sev-snp")),
            Optional.of("1"),
            Optional.of(
                List.of(new TeepEat.Manifest(TeepEat.Manifest.CBOR, Cbor.map().build().encode()))),
            Optional.of(TeepEat.Confirmation.of(key)),
            Optional.empty())
        .toCbor();
  }

  /** Octets for a situation. */
  @FunctionalInterface
  private interface Octets {
    Bytes in(Situation situation);
  }
}
