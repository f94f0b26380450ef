package org.ccican.ear;

/**
 * The claims of an EAR with their label in CBOR, their name in JSON and the name in the dialect
 * that was deployed before (draft-ietf-rats-ear section 3).
 */
enum EarLabel {
  EXP(4, "exp"),
  IAT(6, "iat"),
  NONCE(10, "eat_nonce"),
  PROFILE(265, "eat_profile"),
  SUBMODS(266, "submods"),
  STATUS(1000, "ear_status", "status"),
  VECTOR(1001, "ear_trustworthiness_vector", "trustworthiness-vector"),
  RAW_EVIDENCE(1002, "ear_raw_evidence", "raw-evidence"),
  POLICY_IDS(1003, "ear_appraisal_policy_ids", "appraisal-policy-id"),
  VERIFIER_ID(1004, "ear_verifier_id", "verifier-id"),
  TEEP_CLAIMS(65_000, "ear_teep_claims", "teep-claims"),
  ANNOTATED_EVIDENCE(-70_000, "ear_veraison_annotated_evidence", "veraison.annotated-evidence"),
  POLICY_CLAIMS(-70_001, "ear_veraison_policy_claims", "veraison.policy-claims"),
  KEY_ATTESTATION(-70_002, "ear_veraison_key_attestation", "veraison.key-attestation"),
  /** Ours: an extension of an appraisal that says why evidence was refused. */
  REFUSAL(-70_101, "ear_ccican_refusal"),
  DEVELOPER(0, "developer"),
  BUILD(1, "build"),
  /** Of our extension. */
  REASON(0, "reason"),
  CHECK(1, "check");

  private final long label;
  private final String current;
  private final String deployed;

  EarLabel(long label, String name) {
    this.label = label;
    this.current = name;
    this.deployed = name;
  }

  /**
   * @param deployed without the {@code ear.} in front
   */
  EarLabel(long label, String current, String deployed) {
    this.label = label;
    this.current = current;
    this.deployed = "ear." + deployed;
  }

  long label() {
    return label;
  }

  String name(EarProfile profile) {
    return profile == EarProfile.DEPLOYED ? deployed : current;
  }
}
