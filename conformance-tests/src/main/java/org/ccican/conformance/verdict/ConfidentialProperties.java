package org.ccican.conformance.verdict;

import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.ccican.conformance.verdict.AnswerProperties.Context;
import org.ccican.wire.Bytes;

/** What only the TAM can read in an answer; the key to read it with is an argument. */
final class ConfidentialProperties {

  private ConfidentialProperties() {}

  static void add(Map<String, Predicate<Context>> rows) {
    rows.put(
        "carries an attestation payload that only the tam can read",
        each ->
            each.answer()
                .attestationPayload()
                .flatMap(payload -> opened(each.expected(), payload, Sealed.EAT))
                .flatMap(payload -> CollectionView.read(payload).view())
                .isPresent());
    rows.put(
        "carries SUIT Reports that only the tam can read",
        each ->
            !each.answer().suitReports().isEmpty()
                && each.answer().suitReports().stream()
                    .allMatch(
                        report ->
                            opened(each.expected(), report, Sealed.REPORT)
                                .filter(octets -> CborView.read(octets).view().isPresent())
                                .isPresent()));
  }

  /** What was encrypted to the TAM, where the scenario has its key. */
  static Optional<Bytes> opened(Expectation expected, Bytes octets, String purpose) {
    return expected
        .findOctets("tam-agreement")
        .flatMap(secret -> Sealed.open(octets, secret, purpose));
  }
}
