package org.ccican.vector.gen;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.ccican.vector.gen.DeviceKeys.Curve;

/** The form of claims (RFC 9783 section 4). */
final class PsaClaimRecipes extends PsaRecipe {

  private static final String CERTIFIED = "base.certified";
  private static final String LEGACY = "base.legacy";

  PsaClaimRecipes(VectorFile<PsaCase> file) {
    super(file);
  }

  @Override
  void add() {
    types();
    profiles();
    nonce();
    caller();
    identities();
    state();
    certification();
    components();
  }

  private void types() {
    malformed(
        "types.lifecycle-text",
        "psa.claims.types",
        Why.WRONG_TYPE,
        "The lifecycle is a text.",
        claim(PsaPlan.LIFECYCLE, PlainCbor.text("secured")));
    malformed(
        "types.profile-oid",
        "psa.claims.types",
        Why.WRONG_TYPE,
        "The profile is an object identifier instead of a URI.",
        claim(PsaPlan.PROFILE, octets(9)));
    malformed(
        "types.components-map",
        "psa.claims.types",
        Why.WRONG_TYPE,
        "The software components are a map.",
        claim(PsaPlan.COMPONENTS, PlainCbor.map(new LinkedHashMap<>())));
  }

  private void profiles() {
    malformed(
        "profile.missing",
        "psa.profile.present",
        Why.MISSING_FIELD,
        "No profile claim.",
        without(PsaPlan.PROFILE));
    malformed(
        "profile.derived",
        "psa.profile.known",
        Why.UNKNOWN_VERSION,
        "A profile that is derived from the same baseline and has rules of its own.",
        claim(PsaPlan.PROFILE, PlainCbor.text("tag:psacertified.org,2023:psa#aes-mac")));
    malformed(
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
    malformed(
        "nonce.missing",
        "psa.nonce.present",
        Why.MISSING_FIELD,
        "No nonce.",
        without(PsaPlan.NONCE));
    malformed(
        "nonce.one-in-an-array",
        "psa.nonce.single",
        Why.WRONG_TYPE,
        "The right nonce stands in an array.",
        claim(PsaPlan.NONCE, PlainCbor.array(PlainCbor.octets(PsaPlan.EXPECTED_NONCE))));
    malformed(
        "nonce.two",
        "psa.nonce.single",
        Why.WRONG_TYPE,
        "A second nonce follows.",
        claim(
            PsaPlan.NONCE, PlainCbor.array(PlainCbor.octets(PsaPlan.EXPECTED_NONCE), octets(32))));
    malformed(
        "nonce.short",
        "psa.nonce.size",
        Why.MALFORMED,
        "63 octets.",
        claim(PsaPlan.NONCE, PlainCbor.octets(Arrays.copyOf(PsaPlan.EXPECTED_NONCE, 63))));
    malformed(
        "nonce.long",
        "psa.nonce.size",
        Why.MALFORMED,
        "65 octets, the first 64 right.",
        claim(PsaPlan.NONCE, PlainCbor.octets(Arrays.copyOf(PsaPlan.EXPECTED_NONCE, 65))));
  }

  private void caller() {
    malformed(
        "client.missing",
        "psa.client-id.present",
        Why.MISSING_FIELD,
        "No caller.",
        without(PsaPlan.CLIENT));
    malformed(
        "client.zero",
        "psa.client-id.range",
        Why.OUT_OF_RANGE,
        "The caller is 0, which is on neither side.",
        claim(PsaPlan.CLIENT, PlainCbor.integer(0)));
    malformed(
        "client.large",
        "psa.client-id.range",
        Why.OUT_OF_RANGE,
        "2^32 + 1, which is 1 for those who drop the upper bits.",
        claim(PsaPlan.CLIENT, PlainCbor.head(0, (1L << 32) + 1, 8)));
  }

  private void identities() {
    byte[] instance = PsaPlan.instance(Curve.P256);
    refusedFrom(
        CERTIFIED,
        "instance.missing",
        "psa.instance-id.present",
        Why.MISSING_FIELD,
        "No instance; the certified key would do without.",
        without(PsaPlan.INSTANCE));
    refusedFrom(
        CERTIFIED,
        "instance.short",
        "psa.instance-id.size",
        Why.MALFORMED,
        "32 octets.",
        claim(PsaPlan.INSTANCE, PlainCbor.octets(Arrays.copyOf(instance, 32))));
    refusedFrom(
        CERTIFIED,
        "instance.long",
        "psa.instance-id.size",
        Why.MALFORMED,
        "34 octets.",
        claim(PsaPlan.INSTANCE, PlainCbor.octets(Arrays.copyOf(instance, 34))));
    byte[] imei = instance.clone();
    imei[0] = 2;
    refusedFrom(
        CERTIFIED,
        "instance.type",
        "psa.instance-id.type",
        Why.MALFORMED,
        "The first octet says that another kind of name follows.",
        claim(PsaPlan.INSTANCE, PlainCbor.octets(imei)));
    malformed(
        "implementation.missing",
        "psa.implementation-id.present",
        Why.MISSING_FIELD,
        "No implementation.",
        without(PsaPlan.IMPLEMENTATION));
    malformed(
        "implementation.short",
        "psa.implementation-id.size",
        Why.MALFORMED,
        "31 octets.",
        claim(PsaPlan.IMPLEMENTATION, octets(31)));
    malformed(
        "implementation.long",
        "psa.implementation-id.size",
        Why.MALFORMED,
        "33 octets.",
        claim(PsaPlan.IMPLEMENTATION, octets(33)));
  }

  private void state() {
    malformed(
        "lifecycle.missing",
        "psa.lifecycle.present",
        Why.MISSING_FIELD,
        "No lifecycle.",
        without(PsaPlan.LIFECYCLE));
    malformed(
        "lifecycle.undefined",
        "psa.lifecycle.range",
        Why.OUT_OF_RANGE,
        "State 0x70, which nobody defined.",
        claim(PsaPlan.LIFECYCLE, PlainCbor.integer(0x7000)));
    malformed(
        "lifecycle.above",
        "psa.lifecycle.range",
        Why.OUT_OF_RANGE,
        "0x13000: the lower 16 bits say secured.",
        claim(PsaPlan.LIFECYCLE, PlainCbor.integer(0x13000)));
    accepted(
        "lifecycle.minor",
        "psa.lifecycle.range",
        "Secured, and the lower octet is the implementation's.",
        claim(PsaPlan.LIFECYCLE, PlainCbor.integer(0x30ff)));
    malformed(
        "seed.short",
        "psa.boot-seed.size",
        Why.MALFORMED,
        "7 octets of boot seed.",
        claim(PsaPlan.SEED, octets(7)));
    malformed(
        "seed.long",
        "psa.boot-seed.size",
        Why.MALFORMED,
        "33 octets of boot seed.",
        claim(PsaPlan.SEED, octets(33)));
    accepted(
        "seed.least",
        "psa.boot-seed.size",
        "8 octets of boot seed.",
        claim(PsaPlan.SEED, octets(8)));
    accepted("seed.none", "psa.boot-seed.present#optional", "No boot seed.", without(PsaPlan.SEED));
  }

  private void certification() {
    malformed(
        "certification.ean13",
        "psa.certification-reference.form",
        Why.MALFORMED,
        "An EAN-13 alone, as the first profile had it.",
        claim(PsaPlan.CERTIFICATION, PlainCbor.text("1234567890123")));
    malformed(
        "certification.twelve",
        "psa.certification-reference.form",
        Why.MALFORMED,
        "Twelve digits before the dash.",
        claim(PsaPlan.CERTIFICATION, PlainCbor.text("123456789012-12345")));
    malformed(
        "certification.line",
        "psa.certification-reference.form",
        Why.MALFORMED,
        "A line feed follows the right form.",
        claim(PsaPlan.CERTIFICATION, PlainCbor.text("1234567890123-12345\n")));
    accepted(
        "certification.none",
        "psa.certification-reference.form#optional",
        "No certification reference.",
        without(PsaPlan.CERTIFICATION));
  }

  private void components() {
    malformed(
        "components.missing",
        "psa.components.present",
        Why.MISSING_FIELD,
        "No software components.",
        plan -> plan.components.clear());
    malformed(
        "components.empty",
        "psa.components.present",
        Why.MISSING_FIELD,
        "An empty list of software components.",
        claim(PsaPlan.COMPONENTS, PlainCbor.array()));
    malformed(
        "components.no-measurement",
        "psa.components.measurement",
        Why.MISSING_FIELD,
        "The last component was not measured.",
        plan -> last(plan).remove(2L));
    malformed(
        "components.sha1",
        "psa.components.measurement-size",
        Why.MALFORMED,
        "The last measurement has the 20 octets of SHA-1.",
        member(2, octets(20)));
    refusedFrom(
        "base.each-component",
        "components.no-signer",
        "psa.components.signer",
        Why.MISSING_FIELD,
        "The last component has no signer.",
        plan -> last(plan).remove(5L));
    refusedFrom(
        "base.each-component",
        "components.short-signer",
        "psa.components.signer-size",
        Why.MALFORMED,
        "The last signer has 31 octets.",
        member(5, octets(31)));
    acceptedFrom(
        "base.each-component",
        "components.bare-minimum",
        "psa.components.measurement#type",
        "Measurements and signers alone; type, version and hash name are not wanted.",
        plan ->
            plan.components.forEach(
                each -> {
                  Map<Long, byte[]> least = new LinkedHashMap<>();
                  least.put(2L, each.get(2L));
                  least.put(5L, each.get(5L));
                  each.clear();
                  each.putAll(least);
                }));
  }

  private void malformed(
      String id, String check, Why why, String comment, Consumer<PsaPlan> change) {
    refused(id, check, why, comment, change);
  }
}
