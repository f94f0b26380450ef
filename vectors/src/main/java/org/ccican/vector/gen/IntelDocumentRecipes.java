package org.ccican.vector.gen;

import java.util.List;
import java.util.Locale;

/** Defects of collateral: of the bundle, of who signed, and of TCB info and QE identity. */
final class IntelDocumentRecipes extends IntelRecipe {

  IntelDocumentRecipes(VectorFile<PlannedCase<IntelPlan>> file, IntelFormat format) {
    super(file, format);
  }

  @Override
  void add() {
    bundle();
    signer();
    exactOctets();
    tcbInfo();
    qeIdentity();
  }

  private void bundle() {
    refused(
        "collateral.missing",
        "intel.collateral.present",
        Why.ENDORSEMENT_MISSING,
        "No collateral. Signatures hold, and nobody says what the firmware is worth.",
        plan -> plan.bundles = List.of());
    refused(
        "collateral.twice",
        "intel.collateral.single",
        Why.MALFORMED,
        "Two bundles: which one counts is nobody's to guess.",
        plan -> plan.bundles = List.of("", ".again"));
    published(
        "collateral.cut-off",
        "json.syntax",
        Why.TRUNCATED,
        "The bundle lacks its closing brace.",
        plan -> plan.bundleText = text -> text.substring(0, text.length() - 1));
    published(
        "collateral.deep",
        "json.limit.values",
        Why.LIMIT_EXCEEDED,
        "A member is an array in an array, a hundred times over.",
        plan ->
            plan.bundleText =
                text -> "{\"deep\":" + "[".repeat(100) + "]".repeat(100) + "," + text.substring(1));
    published(
        "collateral.member-twice",
        "json.duplicate-name",
        Why.DUPLICATE_KEY,
        "The last member stands there twice with the same value.",
        plan ->
            plan.bundleText =
                text ->
                    text.substring(0, text.length() - 1)
                        + text.substring(text.lastIndexOf(",\"qe_identity_signature\"")),
        "strict-form");
    published(
        "collateral.something-behind",
        "json.trailing",
        Why.TRAILING_OCTETS,
        "A second object follows the bundle.",
        plan -> plan.bundleText = text -> text + "{}",
        "strict-form");
    published(
        "collateral.without-qe-identity",
        "intel.collateral.malformed",
        Why.MISSING_FIELD,
        "No QE identity.",
        plan -> plan.bundle = node -> node.remove("qe_identity"));
    published(
        "collateral.list-no-hex",
        "intel.collateral.malformed",
        Why.WRONG_TYPE,
        "A revocation list is neither hex digits nor PEM.",
        plan -> plan.bundle = node -> node.put("pck_crl", "none"));
    published(
        "collateral.unknown-member",
        "intel.collateral.malformed",
        Why.UNKNOWN_FIELD,
        "A member that nobody knows.",
        plan -> plan.bundle = node -> node.put("tcb_info_v2", "{}"),
        "strict-form");
  }

  private void signer() {
    published(
        "signer.of-other-name",
        "intel.signer.name",
        Why.CERTIFICATE_UNFIT,
        "The root certified the signer for something else.",
        plan -> plan.signer.subject = "Intel SGX Launch Signing");
    published(
        "signer.is-a-pck",
        "intel.signer.name",
        Why.CERTIFICATE_UNFIT,
        "A platform signed the documents, with a chain that is right as a PCK chain.",
        plan -> {
          plan.signers = List.of("pck", "authority", "root");
          plan.tcbInfoKey = plan.pckKey;
          plan.qeIdentityKey = plan.pckKey;
        });
    published(
        "signer.below-the-authority",
        "intel.signer.issuer",
        Why.CERTIFICATE_UNFIT,
        "The authority of platforms certified a signer of documents, which is the root's to do.",
        plan -> {
          plan.signer.issuer = IntelPlan.AUTHORITY;
          plan.signer.signer = plan.curve.key("authority");
          plan.signers = List.of("signer", "authority", "root");
        });
    published(
        "signer.p-384",
        "intel.signer.key",
        Why.INVALID_KEY,
        "The signer's key is of P-384.",
        plan ->
            plan.signer.publicKey =
                CertificateWriter.ecPublicKey(
                    "1.3.132.0.34",
                    new TestKeys()
                        .publicPoint(java.math.BigInteger.valueOf(54321))
                        .getEncoded(false)));
    published(
        "signer.expired",
        "cert.validity.ended",
        Why.CERTIFICATE_EXPIRED,
        "The signer's certificate ended a second before the instant of the verdict.",
        plan -> plan.signer.until = IntelPlan.TIME.minusSeconds(1));
    acceptedPublished(
        "signer.root-first",
        "cert.path.complete",
        "The root before the signer.",
        plan -> plan.signers = List.of("root", "signer"));
  }

  private void exactOctets() {
    published(
        "tcb-info.blank-added",
        "intel.tcb-info.signature",
        Why.INVALID_SIGNATURE,
        "A blank that changes no value. What is signed are octets.",
        plan -> plan.tcbInfoPublished = text -> "{ " + text.substring(1));
    published(
        "tcb-info.hex-in-lower-case",
        "intel.tcb-info.signature",
        Why.INVALID_SIGNATURE,
        "The family in lower case, after it was signed in upper case.",
        plan -> plan.tcbInfoPublished = text -> text.replace("00C06F", "00c06f"));
    published(
        "tcb-info.status-changed",
        "intel.tcb-info.signature",
        Why.INVALID_SIGNATURE,
        "A status changed for the better after it was signed.",
        plan -> plan.tcbInfoPublished = text -> text.replace("OutOfDate", "UpToDate"));
    published(
        "qe-identity.members-reordered",
        "intel.qe-identity.signature",
        Why.INVALID_SIGNATURE,
        "The identity with its first two members the other way round.",
        plan ->
            plan.qeIdentityPublished =
                text -> text.replaceFirst("^\\{(\"id\":\"[A-Z_]+\"),(\"version\":2)", "{$2,$1"));
    published(
        "qe-identity.signed-by-other-key",
        "intel.qe-identity.signature",
        Why.INVALID_SIGNATURE,
        "The identity is signed by somebody else.",
        plan -> plan.qeIdentityKey = plan.curve.key("somebody else"));
    acceptedPublished(
        "tcb-info.signed-in-lower-case",
        "intel.tcb-info.fmspc",
        "The family in lower case, and signed so: octets differ, the value does not.",
        plan ->
            plan.tcbInfo.put(
                "fmspc", plan.tcbInfo.get("fmspc").textValue().toLowerCase(Locale.ROOT)));
  }

  private void tcbInfo() {
    published(
        "tcb-info.without-levels",
        "intel.tcb-info.malformed",
        Why.MISSING_FIELD,
        "Signed and empty: no level at all.",
        plan -> plan.tcbInfo.withArray("tcbLevels").removeAll());
    published(
        "tcb-info.unknown-status",
        "intel.tcb-info.malformed",
        Why.OUT_OF_RANGE,
        "A status that nobody has defined may be as bad as Revoked.",
        plan -> IntelLevelRecipes.level(plan, 0).put("tcbStatus", "MostlyHarmless"));
    published(
        "tcb-info.version-4",
        "intel.tcb-info.version",
        Why.UNKNOWN_VERSION,
        "A version that nobody has defined.",
        plan -> plan.tcbInfo.put("version", 4));
    published(
        "tcb-info.stale",
        "intel.tcb-info.current",
        Why.EXPIRED,
        "The next update was due a second ago.",
        plan -> plan.tcbInfo.put("nextUpdate", "2025-12-01T11:59:59Z"));
    published(
        "tcb-info.of-the-future",
        "intel.tcb-info.current",
        Why.EXPIRED,
        "Issued a second later.",
        plan -> plan.tcbInfo.put("issueDate", "2025-12-01T12:00:01Z"),
        "strict-time");
    if (format == IntelFormat.SGX) {
      acceptedPublished(
          "tcb-info.version-2",
          "intel.tcb-info.version",
          "The flat form of version 2, which does not say what it is about.",
          plan -> IntelJson.flatten(plan.tcbInfo));
      published(
          "tcb-info.of-tdx",
          "intel.tcb-info.tee",
          Why.ENDORSEMENT_MISMATCH,
          "Levels of TDX for the same family of platforms.",
          plan -> {
            plan.tcbInfo.removeAll();
            plan.tcbInfo.setAll(IntelJson.tcbInfo(IntelFormat.TDX));
          });
    } else {
      published(
          "tcb-info.of-sgx",
          "intel.tcb-info.tee",
          Why.ENDORSEMENT_MISMATCH,
          "Levels of SGX, which know no module, for the same family of platforms.",
          plan -> {
            plan.tcbInfo.removeAll();
            plan.tcbInfo.setAll(IntelJson.tcbInfo(IntelFormat.SGX));
          });
    }
    published(
        "tcb-info.type-1",
        "intel.tcb-info.type",
        Why.UNKNOWN_FORMAT,
        "Levels that are to be compared in a way that nobody has defined.",
        plan -> plan.tcbInfo.put("tcbType", 1));
    published(
        "tcb-info.other-family",
        "intel.tcb-info.fmspc",
        Why.ENDORSEMENT_MISMATCH,
        "Levels of another family of platforms.",
        plan -> plan.tcbInfo.put("fmspc", "00606A000000"));
    published(
        "tcb-info.other-pce",
        "intel.tcb-info.pce-id",
        Why.ENDORSEMENT_MISMATCH,
        "Levels for another provisioning enclave.",
        plan -> plan.tcbInfo.put("pceId", "0100"));
  }

  private void qeIdentity() {
    published(
        "qe-identity.without-signer",
        "intel.qe-identity.malformed",
        Why.MISSING_FIELD,
        "Anybody's quoting enclave would do, if the absence of a member meant that.",
        plan -> plan.qeIdentity.remove("mrsigner"));
    published(
        "qe-identity.version-3",
        "intel.qe-identity.version",
        Why.UNKNOWN_VERSION,
        "A version that nobody has defined.",
        plan -> plan.qeIdentity.put("version", 3));
    published(
        "qe-identity.stale",
        "intel.qe-identity.current",
        Why.EXPIRED,
        "The next update was due a second ago.",
        plan -> plan.qeIdentity.put("nextUpdate", "2025-12-01T11:59:59Z"));
    published(
        "qe-identity.of-the-future",
        "intel.qe-identity.current",
        Why.EXPIRED,
        "Issued a second later.",
        plan -> plan.qeIdentity.put("issueDate", "2025-12-01T12:00:01Z"),
        "strict-time");
    published(
        "qe-identity.of-the-other-technology",
        "intel.qe-identity.tee",
        Why.ENDORSEMENT_MISMATCH,
        "The identity of the other technology's quoting enclave, all else the same.",
        plan -> plan.qeIdentity.put("id", format == IntelFormat.SGX ? "TD_QE" : "QE"));
  }
}
