package org.ccican.vector.gen;

import java.util.Arrays;
import java.util.LinkedHashMap;

/** Types of claims, profiles and nonces (RFC 9783 section 4). */
final class PsaClaimRecipes extends PsaRecipe {

  private static final String LEGACY = "base.legacy";

  PsaClaimRecipes(VectorFile<PlannedCase<PsaPlan>> file) {
    super(file);
  }

  @Override
  void add() {
    types();
    profiles();
    nonce();
  }

  private void types() {
    refused(
        "types.lifecycle-text",
        "psa.claims.types",
        Why.WRONG_TYPE,
        "The lifecycle is a text.",
        claim(PsaPlan.LIFECYCLE, PlainCbor.text("secured")));
    refused(
        "types.profile-oid",
        "psa.claims.types",
        Why.WRONG_TYPE,
        "The profile is an object identifier instead of a URI.",
        claim(PsaPlan.PROFILE, octets(9)));
    refused(
        "types.components-map",
        "psa.claims.types",
        Why.WRONG_TYPE,
        "The software components are a map.",
        claim(PsaPlan.COMPONENTS, PlainCbor.map(new LinkedHashMap<>())));
  }

  private void profiles() {
    refused(
        "profile.missing",
        "psa.profile.present",
        Why.MISSING_FIELD,
        "No profile claim.",
        without(PsaPlan.PROFILE));
    refused(
        "profile.derived",
        "psa.profile.known",
        Why.UNKNOWN_VERSION,
        "A profile that is derived from the same baseline and has rules of its own.",
        claim(PsaPlan.PROFILE, PlainCbor.text("tag:psacertified.org,2023:psa#aes-mac")));
    refused(
        "profile.without-fragment",
        "psa.profile.known",
        Why.UNKNOWN_VERSION,
        "The tag of the baseline, without a fragment.",
        claim(PsaPlan.PROFILE, PlainCbor.text("tag:psacertified.org,2023:psa")));
    refusedFrom(
        LEGACY,
        "profile.legacy-not-wanted",
        "psa.profile.accepted",
        Why.POLICY_VIOLATED,
        "The policy takes no token of the first profile any more.",
        plan -> plan.policy = "tfm-only",
        "demand");
    acceptedFrom(
        LEGACY,
        "profile.legacy-unnamed",
        "psa.profile.accepted",
        "The first profile might be left unnamed.",
        without(-75_000));
    acceptedFrom(
        LEGACY,
        "profile.legacy-ean13",
        "psa.profile.accepted",
        "The first profile had an EAN-13 alone as its certification reference.",
        claim(-75_005, PlainCbor.text("1234567890123")));
    refusedFrom(
        LEGACY,
        "profile.legacy-bare-and-not",
        "psa.components.bare",
        Why.MALFORMED,
        "It is said that no software was measured, and listed what was.",
        claim(-75_007, PlainCbor.integer(1)));
    refusedFrom(
        LEGACY,
        "profile.legacy-seed-missing",
        "psa.boot-seed.present",
        Why.MISSING_FIELD,
        "The first profile wants a boot seed.",
        without(-75_004));
    refusedFrom(
        LEGACY,
        "profile.legacy-seed-short",
        "psa.boot-seed.size",
        Why.MALFORMED,
        "The first profile wants 32 octets of boot seed, here are 31.",
        claim(-75_004, octets(31)));
  }

  private void nonce() {
    refused(
        "nonce.missing",
        "psa.nonce.present",
        Why.MISSING_FIELD,
        "No nonce.",
        without(PsaPlan.NONCE));
    refused(
        "nonce.one-in-an-array",
        "psa.nonce.single",
        Why.WRONG_TYPE,
        "The right nonce stands in an array.",
        claim(PsaPlan.NONCE, PlainCbor.array(PlainCbor.octets(PsaPlan.EXPECTED_NONCE))));
    refused(
        "nonce.two",
        "psa.nonce.single",
        Why.WRONG_TYPE,
        "A second nonce follows.",
        claim(
            PsaPlan.NONCE, PlainCbor.array(PlainCbor.octets(PsaPlan.EXPECTED_NONCE), octets(32))));
    refused(
        "nonce.short",
        "psa.nonce.size",
        Why.MALFORMED,
        "63 octets.",
        claim(PsaPlan.NONCE, PlainCbor.octets(Arrays.copyOf(PsaPlan.EXPECTED_NONCE, 63))));
    refused(
        "nonce.long",
        "psa.nonce.size",
        Why.MALFORMED,
        "65 octets, the first 64 right.",
        claim(PsaPlan.NONCE, PlainCbor.octets(Arrays.copyOf(PsaPlan.EXPECTED_NONCE, 65))));
  }
}
