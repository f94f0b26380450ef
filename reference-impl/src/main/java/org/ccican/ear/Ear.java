package org.ccican.ear;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.ccican.wire.Bytes;
import org.ccican.wire.Cbor;

/**
 * The claims-set of an EAT Attestation Result (draft-ietf-rats-ear section 3). {@link EarReader}
 * reads either encoding; CBOR is what is written.
 *
 * @param status of all attesters together, where the Verifier says one
 * @param issuedAt seconds since the epoch
 * @param expires seconds since the epoch
 * @param submods an appraisal for each attester, by a label that the Verifier chooses
 * @param nonce that the asker had sent to the Verifier
 * @param unknown further claims in CBOR, as they came
 */
public record Ear(
    EarProfile profile,
    Optional<TrustTier> status,
    long issuedAt,
    Optional<Long> expires,
    VerifierId verifier,
    Optional<Bytes> rawEvidence,
    Map<String, EarAppraisal> submods,
    Optional<Bytes> nonce,
    List<Cbor.Entry> unknown) {

  /** The media type of an EAR in a CWT (section 5). */
  public static final String CWT =
      "application/eat+cwt; eat_profile=\"tag:ietf.org,2026:rats/ear#03\"";

  /** The media type of an EAR in a JWT (section 5). */
  public static final String JWT =
      "application/eat+jwt; eat_profile=\"tag:ietf.org,2026:rats/ear#03\"";

  /**
   * Who appraised (draft-ietf-rats-ar4si section 3.3).
   *
   * @param developer an organisation, for instance as URI
   * @param build of its software
   */
  public record VerifierId(String developer, String build) {

    Cbor toCbor() {
      return Cbor.map()
          .put(EarLabel.DEVELOPER.label(), Cbor.text(developer))
          .put(EarLabel.BUILD.label(), Cbor.text(build))
          .build();
    }
  }

  public Ear {
    Objects.requireNonNull(profile);
    Objects.requireNonNull(status);
    Objects.requireNonNull(expires);
    Objects.requireNonNull(verifier);
    Objects.requireNonNull(rawEvidence);
    submods = Collections.unmodifiableMap(new LinkedHashMap<>(submods));
    Objects.requireNonNull(nonce);
    unknown = List.copyOf(unknown);
  }

  public Cbor.Map toCbor() {
    Cbor.MapBuilder attesters = Cbor.map();
    submods.forEach((label, each) -> attesters.put(label, each.toCbor(profile)));
    Cbor.MapBuilder map =
        Cbor.map()
            .put(EarLabel.PROFILE.label(), Cbor.text(profile.uri()))
            .put(EarLabel.STATUS.label(), status.map(tier -> Cbor.integer(tier.value())))
            .put(EarLabel.IAT.label(), Cbor.integer(issuedAt))
            .put(EarLabel.EXP.label(), expires.map(Cbor::integer))
            .put(EarLabel.VERIFIER_ID.label(), verifier.toCbor())
            .put(EarLabel.RAW_EVIDENCE.label(), rawEvidence.map(Cbor::octets))
            .put(EarLabel.SUBMODS.label(), attesters.build())
            .put(EarLabel.NONCE.label(), nonce.map(Cbor::octets));
    unknown.forEach(each -> map.put(each.key(), each.value()));
    return map.build();
  }

  /** Deterministic CBOR. */
  public Bytes encode() {
    return toCbor().encode();
  }
}
