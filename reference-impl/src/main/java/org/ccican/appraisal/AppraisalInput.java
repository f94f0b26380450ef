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
 * @param endorsements DER certificates that came with the evidence, its signer first; nothing in
 *     them is ever an anchor
 * @param crls DER revocation lists from the vendor; without one, revocation is not evaluated
 * @param anchors what the relying party trusts beforehand
 * @param at the instant for which the verdict holds
 * @param measurements accepted reference values; absent: the measurement is not evaluated
 * @param reportData what the evidence must carry, as long as the format's field; absent: freshness
 *     is not evaluated
 */
public record AppraisalInput(
    Bytes evidence,
    List<Bytes> endorsements,
    List<Bytes> crls,
    TrustAnchors anchors,
    Instant at,
    Optional<Set<Bytes>> measurements,
    Optional<Bytes> reportData,
    AppraisalPolicy policy) {

  public AppraisalInput {
    Objects.requireNonNull(evidence);
    endorsements = List.copyOf(endorsements);
    crls = List.copyOf(crls);
    Objects.requireNonNull(anchors);
    Objects.requireNonNull(at);
    measurements = measurements.map(Set::copyOf);
    Objects.requireNonNull(reportData);
    Objects.requireNonNull(policy);
  }

  public AppraisalInput withEvidence(Bytes other) {
    return new AppraisalInput(
        other, endorsements, crls, anchors, at, measurements, reportData, policy);
  }

  public AppraisalInput withEndorsements(List<Bytes> other) {
    return new AppraisalInput(evidence, other, crls, anchors, at, measurements, reportData, policy);
  }

  public AppraisalInput withCrls(List<Bytes> other) {
    return new AppraisalInput(
        evidence, endorsements, other, anchors, at, measurements, reportData, policy);
  }

  public AppraisalInput withAnchors(TrustAnchors other) {
    return new AppraisalInput(
        evidence, endorsements, crls, other, at, measurements, reportData, policy);
  }

  public AppraisalInput at(Instant other) {
    return new AppraisalInput(
        evidence, endorsements, crls, anchors, other, measurements, reportData, policy);
  }

  public AppraisalInput withMeasurements(Set<Bytes> other) {
    return new AppraisalInput(
        evidence, endorsements, crls, anchors, at, Optional.of(other), reportData, policy);
  }

  public AppraisalInput withReportData(Bytes other) {
    return new AppraisalInput(
        evidence, endorsements, crls, anchors, at, measurements, Optional.of(other), policy);
  }

  public AppraisalInput withPolicy(AppraisalPolicy other) {
    return new AppraisalInput(
        evidence, endorsements, crls, anchors, at, measurements, reportData, other);
  }
}
