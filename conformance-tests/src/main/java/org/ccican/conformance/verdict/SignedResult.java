package org.ccican.conformance.verdict;

import java.util.Objects;
import java.util.Optional;
import org.ccican.reject.Rejected;
import org.ccican.wire.Bytes;
import org.ccican.wire.Cbor;
import org.ccican.wire.Json;

/**
 * An Attestation Result that a Verifier has signed: a COSE_Sign1 around claims, or a JWS around the
 * same in JSON.
 *
 * @param claims with the labels of CBOR
 * @param type what the protected header says that it is
 */
record SignedResult(Cbor.Map claims, Optional<String> type, boolean json) {

  SignedResult {
    Objects.requireNonNull(claims);
    Objects.requireNonNull(type);
  }

  /** Empty unless the octets are claims that the key has signed. */
  static Optional<SignedResult> read(Bytes octets, Bytes spki, Verifier signatures) {
    // A JWS begins with the e of a brace in base64url; no COSE_Sign1 begins so.
    return !octets.isEmpty() && octets.at(0) == 'e'
        ? JwsView.read(octets)
            .view()
            .filter(signed -> signed.verifies(signatures, spki))
            .flatMap(SignedResult::ofJson)
        : CoseView.read(octets)
            .view()
            .filter(signed -> signed.verifies(signatures, spki))
            .flatMap(
                signed ->
                    signed
                        .payload()
                        .flatMap(payload -> CborView.read(payload).view())
                        .flatMap(CborView::map)
                        .map(claims -> new SignedResult(claims, signed.contentType(), false)));
  }

  private static Optional<SignedResult> ofJson(JwsView signed) {
    try {
      return JwsView.json(signed.payload()) instanceof Json.Obj claims
          ? Optional.of(new SignedResult(EarClaimsView.of(claims), Optional.empty(), true))
          : Optional.empty();
    } catch (Rejected e) {
      return Optional.empty();
    }
  }
}
