package org.ccican.appraisal;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.ccican.trust.TrustAnchors;
import org.ccican.wire.Bytes;

/**
 * Everything a verdict depends on; the same input always has the same verdict.
 *
 * @param endorsements what the vendor says of the signer: DER certificates, the signer's first, and
 *     for Intel a bundle of collateral; nothing in them is ever an anchor
 * @param crls DER revocation lists from the vendor; without one, revocation is not evaluated
 * @param anchors what the relying party trusts beforehand
 * @param at the instant for which the verdict holds
 * @param measurements accepted reference values; absent: the measurement is not evaluated
 * @param reportData what the evidence must carry, as long as the format's field; absent: freshness
 *     is not evaluated
 * @param eventLog what an environment measured into its registers while it ran; absent: the
 *     registers are not replayed
 * @param matching what is accepted besides the reference values
 */
public record AppraisalInput(
    Bytes evidence,
    List<Bytes> endorsements,
    List<Bytes> crls,
    TrustAnchors anchors,
    Instant at,
    Optional<Set<Bytes>> measurements,
    Optional<Bytes> reportData,
    Optional<Bytes> eventLog,
    AppraisalPolicy policy,
    Matching matching) {

  /** Reference values that are not octets to be compared, for instance under a mask. */
  @FunctionalInterface
  public interface Matching {
    boolean accepts(Bytes measurement);
  }

  public AppraisalInput {
    Objects.requireNonNull(evidence);
    endorsements = List.copyOf(endorsements);
    crls = List.copyOf(crls);
    Objects.requireNonNull(anchors);
    Objects.requireNonNull(at);
    measurements = measurements.map(Set::copyOf);
    Objects.requireNonNull(reportData);
    Objects.requireNonNull(eventLog);
    Objects.requireNonNull(policy);
    Objects.requireNonNull(matching);
  }

  /** An input with nothing accepted besides the reference values. */
  public AppraisalInput(
      Bytes evidence,
      List<Bytes> endorsements,
      List<Bytes> crls,
      TrustAnchors anchors,
      Instant at,
      Optional<Set<Bytes>> measurements,
      Optional<Bytes> reportData,
      Optional<Bytes> eventLog,
      AppraisalPolicy policy) {
    this(
        evidence,
        endorsements,
        crls,
        anchors,
        at,
        measurements,
        reportData,
        eventLog,
        policy,
        measurement -> false);
  }

  /** An input without an event log. */
  public AppraisalInput(
      Bytes evidence,
      List<Bytes> endorsements,
      List<Bytes> crls,
      TrustAnchors anchors,
      Instant at,
      Optional<Set<Bytes>> measurements,
      Optional<Bytes> reportData,
      AppraisalPolicy policy) {
    this(
        evidence,
        endorsements,
        crls,
        anchors,
        at,
        measurements,
        reportData,
        Optional.empty(),
        policy);
  }

  /** Whether there is a reference value for what was measured. */
  public boolean accepts(Bytes measurement) {
    return measurements.filter(values -> values.contains(measurement)).isPresent()
        || matching.accepts(measurement);
  }

  public AppraisalInput matching(Matching other) {
    return new AppraisalInput(
        evidence,
        endorsements,
        crls,
        anchors,
        at,
        measurements,
        reportData,
        eventLog,
        policy,
        other);
  }

  public AppraisalInput withEvidence(Bytes other) {
    return new AppraisalInput(
        other,
        endorsements,
        crls,
        anchors,
        at,
        measurements,
        reportData,
        eventLog,
        policy,
        matching);
  }

  public AppraisalInput withEndorsements(List<Bytes> other) {
    return new AppraisalInput(
        evidence, other, crls, anchors, at, measurements, reportData, eventLog, policy, matching);
  }

  public AppraisalInput withCrls(List<Bytes> other) {
    return new AppraisalInput(
        evidence,
        endorsements,
        other,
        anchors,
        at,
        measurements,
        reportData,
        eventLog,
        policy,
        matching);
  }

  public AppraisalInput withAnchors(TrustAnchors other) {
    return new AppraisalInput(
        evidence,
        endorsements,
        crls,
        other,
        at,
        measurements,
        reportData,
        eventLog,
        policy,
        matching);
  }

  public AppraisalInput at(Instant other) {
    return new AppraisalInput(
        evidence,
        endorsements,
        crls,
        anchors,
        other,
        measurements,
        reportData,
        eventLog,
        policy,
        matching);
  }

  public AppraisalInput withMeasurements(Set<Bytes> other) {
    return new AppraisalInput(
        evidence,
        endorsements,
        crls,
        anchors,
        at,
        Optional.of(other),
        reportData,
        eventLog,
        policy,
        matching);
  }

  public AppraisalInput withReportData(Bytes other) {
    return new AppraisalInput(
        evidence,
        endorsements,
        crls,
        anchors,
        at,
        measurements,
        Optional.of(other),
        eventLog,
        policy,
        matching);
  }

  public AppraisalInput withPolicy(AppraisalPolicy other) {
    return new AppraisalInput(
        evidence,
        endorsements,
        crls,
        anchors,
        at,
        measurements,
        reportData,
        eventLog,
        other,
        matching);
  }

  public AppraisalInput withEventLog(Bytes other) {
    return new AppraisalInput(
        evidence,
        endorsements,
        crls,
        anchors,
        at,
        measurements,
        reportData,
        Optional.of(other),
        policy,
        matching);
  }
}
