package org.ccican.conformance.verdict;

import java.util.Optional;
import org.ccican.wire.Bytes;
import org.ccican.wire.Cbor;

/**
 * An attestation result as its receiver sees it: a token of the Verifier around a claims-set with
 * one submodule (draft-ietf-rats-ear section 3), of which status (label 1000; 2 is affirming) and
 * our private reason (label -70101, a map with it under 0) count.
 *
 * @param reason of a refusal; empty where the Verifier does not say it in our words
 * @param json whether it came as a JWT, which is what the Veraison API gives
 */
record ResultView(boolean accepted, Optional<String> reason, boolean json) {

  private ResultView(ResultView view, boolean json) {
    this(view.accepted(), view.reason(), json);
  }

  private static final long SUBMODS = 266;
  private static final long STATUS = 1000;
  private static final long REASON = -70_101;
  private static final long AFFIRMING = 2;

  /** Empty unless the octets are a result that the key has signed. */
  static Optional<ResultView> read(Bytes octets, Bytes spki, Verifier signatures) {
    return SignedResult.read(octets, spki, signatures)
        .flatMap(
            result -> claims(result.claims()).map(view -> new ResultView(view, result.json())));
  }

  private static Optional<ResultView> claims(Cbor claims) {
    Optional<Cbor.Map> submod =
        map(claims)
            .flatMap(fields -> fields.find(SUBMODS))
            .flatMap(ResultView::map)
            .filter(submods -> submods.entries().size() == 1)
            .flatMap(submods -> map(submods.entries().get(0).value()));
    return submod.flatMap(
        fields ->
            fields
                .find(STATUS)
                .flatMap(CborView::integer)
                .map(
                    status ->
                        new ResultView(
                            status == AFFIRMING,
                            fields
                                .find(REASON)
                                .flatMap(ResultView::map)
                                .flatMap(refusal -> refusal.find(0))
                                .flatMap(CborView::text),
                            false)));
  }

  private static Optional<Cbor.Map> map(Cbor item) {
    return item instanceof Cbor.Map map ? Optional.of(map) : Optional.empty();
  }
}
