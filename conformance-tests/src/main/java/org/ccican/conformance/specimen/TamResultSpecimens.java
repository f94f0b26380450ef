package org.ccican.conformance.specimen;

import static org.ccican.conformance.specimen.Changes.option;
import static org.ccican.conformance.specimen.Value.text;
import static org.ccican.teep.TeepMessage.QueryRequest.ATTESTATION;
import static org.ccican.teep.TeepMessage.QueryRequest.TRUSTED_COMPONENTS;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.ccican.cose.CoseKey;
import org.ccican.cose.SigningKey;
import org.ccican.eat.TeepEat;
import org.ccican.evidence.CmwCollection;
import org.ccican.teep.TeepLabel;
import org.ccican.teep.TeepMessage;
import org.ccican.teep.TeepOptions;
import org.ccican.wire.Bytes;
import org.ccican.wire.Cbor;

/** QueryRequests of a TAM that had itself attested, for the challenge of the Agent's Error. */
public final class TamResultSpecimens {

  /** What follows the words of a QueryRequest that such a result goes with. */
  public static final String ATTESTED = " with the tam's Attestation Result";

  /** A token of no profile in particular. */
  private static final String EVIDENCE = "application/eat+cwt";

  private static final int NONCE = 10;
  private static final int SIZE = 32;

  private TamResultSpecimens() {}

  static List<Specimen> list() {
    return Stream.of(results(), evidence(), forAttestation())
        .flatMap(family -> family.list().stream())
        .toList();
  }

  private static Family results() {
    return Family.of(
            "a QueryRequest" + ATTESTED,
            situation ->
                request(
                    TeepOptions.builder().token(situation.random(16)),
                    TRUSTED_COMPONENTS,
                    situation))
        .with(
            "signed by no Verifier",
            payload(s -> signed(s, tam(s), challenge(s), s.keys().stranger())))
        .with(
            "about another key",
            payload(
                s -> signed(s, s.keys().stranger().publicKey(), challenge(s), s.keys().verifier())))
        .with(
            "for another challenge",
            payload(s -> signed(s, tam(s), s.random(SIZE), s.keys().verifier())))
        .with(
            "under the media type of Evidence",
            option(TeepLabel.ATTESTATION_PAYLOAD_FORMAT, text(CmwCollection.MEDIA_TYPE)));
  }

  /** As an Attestation Result, signed by the TAM's own attester. */
  private static Family evidence() {
    return Family.of(
            "a QueryRequest with the tam's Evidence",
            situation ->
                QueryRequestSpecimens.request(
                    TeepOptions.builder()
                        .token(situation.random(16))
                        .attestationPayloadFormat(EVIDENCE)
                        .attestationPayload(
                            signed(
                                situation,
                                tam(situation),
                                challenge(situation),
                                situation.tamAttestation())),
                    TRUSTED_COMPONENTS,
                    situation))
        .with(
            "signed by a stranger",
            payload(s -> signed(s, tam(s), challenge(s), s.keys().stranger())))
        .with(
            "for another challenge",
            payload(s -> signed(s, tam(s), s.random(SIZE), s.tamAttestation())));
  }

  private static Family forAttestation() {
    return Family.of(
        "a QueryRequest for attestation" + ATTESTED,
        situation ->
            request(
                TeepOptions.builder().challenge(situation.random(SIZE)),
                ATTESTATION | TRUSTED_COMPONENTS,
                situation));
  }

  private static Draft request(TeepOptions.Builder options, long bits, Situation s) {
    return QueryRequestSpecimens.request(
        options.attestationPayload(signed(s, tam(s), challenge(s), s.keys().verifier())), bits, s);
  }

  private static Change payload(Octets octets) {
    return option(TeepLabel.ATTESTATION_PAYLOAD, situation -> Cbor.octets(octets.in(situation)));
  }

  private static Bytes signed(Situation situation, CoseKey about, Bytes nonce, SigningKey by) {
    Cbor.Map claims = PassportSpecimens.token(situation, about, Duration.ZERO);
    return TeepEat.sign(Draft.put(claims, Cbor.integer(NONCE), Cbor.octets(nonce)).encode(), by);
  }

  private static CoseKey tam(Situation situation) {
    return situation.keys().tam().publicKey();
  }

  /** The one of the Agent's latest Error. */
  private static Bytes challenge(Situation situation) {
    return situation
        .received(TeepMessage.Error.class)
        .flatMap(error -> error.options().challenge())
        .orElse(Bytes.zero(SIZE));
  }

  /** Octets for a situation. */
  @FunctionalInterface
  private interface Octets {
    Bytes in(Situation situation);
  }
}
