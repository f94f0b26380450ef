package org.ccican.corim;

import java.util.List;
import java.util.Optional;
import org.ccican.reject.Reason;
import org.ccican.reject.Rejected;
import org.ccican.wire.Cbor;

/** The profiles that are understood here (draft-ietf-rats-corim section 4.1.4). */
public enum CorimProfile {
  /** Ours: launch measurements by evidence format, components by name. */
  CCICAN("tag:ccican.org,2026:corim/reference-values"),
  AMD_SNP("tag:amd.com,2024:snp-corim-profile"),
  ARM_PSA("tag:arm.com,2025:psa#1.0.0"),
  ARM_CCA_PLATFORM("tag:arm.com,2025:cca_platform#1.0.0"),
  ARM_CCA_REALM("tag:arm.com,2025:cca_realm#1.0.0");

  private static final long URI = 32;
  private static final long BYTES = 560;

  private final String uri;

  CorimProfile(String uri) {
    this.uri = uri;
  }

  public Cbor toCbor() {
    return Cbor.tag(URI, Cbor.text(uri));
  }

  static Optional<CorimProfile> find(Cbor item) {
    for (CorimProfile each : values()) {
      if (item.equals(each.toCbor())) {
        return Optional.of(each);
      }
    }
    return Optional.empty();
  }

  /** The profile's own rules on what the base grammar lets through. */
  void demand(Corim corim, CorimRules rules) throws Rejected {
    for (CorimTag.Comid comid : corim.comids()) {
      for (Triples.Claims each : comid.triples().references()) {
        reference(each, rules);
      }
      for (Triples.Keys each : comid.triples().attestKeys()) {
        attestKey(each, rules);
      }
    }
  }

  private void reference(Triples.Claims claims, CorimRules rules) throws Rejected {
    boolean keyed = claims.measurements().stream().allMatch(each -> each.key().isPresent());
    // spec| AMD SNP CoRIM profile: each measurement says which field of the report it is
    Rejected.unless(
        rules.checks(),
        "corim.profile.element",
        this != AMD_SNP || keyed,
        Reason.MISSING_FIELD,
        () -> "a measurement without its key");
    int size = octets(claims.environment().classId());
    // spec| Arm CCA CoRIM profile: a realm is known by its initial measurement
    Rejected.unless(
        rules.checks(),
        "corim.profile.realm",
        this != ARM_CCA_REALM || List.of(32, 48, 64).contains(size),
        Reason.OUT_OF_RANGE,
        () -> "a realm named by " + size + " octets");
  }

  private static int octets(Optional<Cbor> id) {
    return id.isPresent()
            && id.get() instanceof Cbor.Tag tag
            && tag.number() == BYTES
            && tag.content() instanceof Cbor.Octets octets
        ? octets.value().size()
        : 0;
  }

  private void attestKey(Triples.Keys keys, CorimRules rules) throws Rejected {
    // spec| AMD SNP CoRIM profile: an anchor is the vendor's
    Rejected.unless(
        rules.checks(),
        "corim.profile.vendor",
        this != AMD_SNP || keys.environment().vendor().isPresent(),
        Reason.MISSING_FIELD,
        () -> "an anchor of no vendor");
    boolean arm = this == ARM_PSA || this == ARM_CCA_PLATFORM;
    // spec| Arm PSA CoRIM profile: an instance has one attestation key
    Rejected.unless(
        rules.checks(),
        "corim.profile.single-key",
        !arm || keys.keys().size() == 1,
        Reason.DUPLICATE_KEY,
        () -> keys.keys().size() + " attestation keys of one instance");
  }
}
