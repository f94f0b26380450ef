package org.ccican.ear;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.ccican.wire.Bytes;
import org.ccican.wire.Cbor;

/**
 * What a Verifier concluded about one attester (draft-ietf-rats-ear section 3.1).
 *
 * @param vector absent only where whoever asked wanted it dropped
 * @param policyIds in the order in which the policies were applied; none if there is no claim
 * @param nonce that the evidence carried
 * @param refusal our extension
 * @param unknown further claims in CBOR, as they came
 */
public record EarAppraisal(
    Optional<String> profile,
    TrustTier status,
    Optional<TrustworthinessVector> vector,
    List<String> policyIds,
    Optional<Bytes> nonce,
    Optional<Refusal> refusal,
    List<Cbor.Entry> unknown) {

  /**
   * Why evidence was refused, as private claim -70101: a map of two texts.
   *
   * @param reason label 0
   * @param check label 1, the named check that failed
   */
  public record Refusal(String reason, String check) {

    Cbor toCbor() {
      return Cbor.map().put(0, Cbor.text(reason)).put(1, Cbor.text(check)).build();
    }
  }

  /** The label of the status, which tokens of the TEEP profile have in their submodules as well. */
  public static final long STATUS = EarLabel.STATUS.label();

  public EarAppraisal {
    Objects.requireNonNull(profile);
    Objects.requireNonNull(status);
    Objects.requireNonNull(vector);
    policyIds = List.copyOf(policyIds);
    Objects.requireNonNull(nonce);
    Objects.requireNonNull(refusal);
    unknown = List.copyOf(unknown);
  }

  Cbor.Map toCbor(EarProfile dialect) {
    Cbor.MapBuilder map =
        Cbor.map()
            .put(EarLabel.PROFILE.label(), profile.map(Cbor::text))
            .put(EarLabel.STATUS.label(), Cbor.integer(status.value()))
            .put(EarLabel.VECTOR.label(), vector.map(TrustworthinessVector::toCbor))
            .put(EarLabel.NONCE.label(), nonce.map(Cbor::octets))
            .put(EarLabel.REFUSAL.label(), refusal.map(Refusal::toCbor));
    if (!policyIds.isEmpty()) {
      map.put(
          EarLabel.POLICY_IDS.label(),
          dialect == EarProfile.DEPLOYED
              ? Cbor.text(policyIds.get(0))
              : Cbor.array(policyIds.stream().map(Cbor::text).toList()));
    }
    unknown.forEach(each -> map.put(each.key(), each.value()));
    return map.build();
  }
}
