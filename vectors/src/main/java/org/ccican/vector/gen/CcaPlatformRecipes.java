package org.ccican.vector.gen;

import java.util.Arrays;
import java.util.LinkedHashMap;
import org.ccican.vector.gen.DeviceKeys.Curve;

/** The form of the platform's claims (draft sections 4.3 to 4.7). */
final class CcaPlatformRecipes extends CcaRecipe {

  CcaPlatformRecipes(VectorFile<PlannedCase<CcaPlan>> file) {
    super(file);
  }

  @Override
  void add() {
    types();
    profile();
    nonce();
    instance();
    identities();
    lifecycle();
    components();
    members();
    hash();
  }

  private void types() {
    malformed(
        "types.lifecycle-text",
        "cca.platform.types",
        Why.WRONG_TYPE,
        "The lifecycle is a text.",
        CcaPlan.LIFECYCLE,
        PlainCbor.text("secured"));
    malformed(
        "types.configuration-number",
        "cca.platform.types",
        Why.WRONG_TYPE,
        "The configuration is a number.",
        CcaPlan.CONFIGURATION,
        PlainCbor.integer(0xcf));
    malformed(
        "types.components-map",
        "cca.platform.types",
        Why.WRONG_TYPE,
        "The software components are a map.",
        CcaPlan.COMPONENTS,
        PlainCbor.map(new LinkedHashMap<>()));
  }

  private void profile() {
    missing("profile", "cca.profile.present", CcaPlan.PROFILE);
    malformed(
        "profile.other",
        "cca.profile.known",
        Why.UNKNOWN_VERSION,
        "A profile of certified keys, which has rules of its own.",
        CcaPlan.PROFILE,
        PlainCbor.text("tag:example.org,2023:certified#1.0.0"));
    malformed(
        "profile.later",
        "cca.profile.known",
        Why.UNKNOWN_VERSION,
        "A later version of the profile.",
        CcaPlan.PROFILE,
        PlainCbor.text("tag:arm.com,2023:cca_platform#2.0.0"));
    malformed(
        "profile.of-the-realm",
        "cca.profile.known",
        Why.UNKNOWN_VERSION,
        "The platform names the realm's profile.",
        CcaPlan.PROFILE,
        PlainCbor.text("tag:arm.com,2023:realm#1.0.0"));
  }

  private void nonce() {
    missing("nonce", "cca.nonce.present", CcaPlan.NONCE);
    byte[] right = TestKeys.digest("SHA-256", PlainCbor.map(new CcaPlan().key));
    malformed(
        "nonce.one-in-an-array",
        "cca.nonce.single",
        Why.WRONG_TYPE,
        "The right nonce stands in an array.",
        CcaPlan.NONCE,
        PlainCbor.array(PlainCbor.octets(right)));
    malformed(
        "nonce.two",
        "cca.nonce.single",
        Why.WRONG_TYPE,
        "A second nonce follows the right one.",
        CcaPlan.NONCE,
        PlainCbor.array(PlainCbor.octets(right), octets(32)));
    malformed(
        "nonce.short",
        "cca.nonce.size",
        Why.MALFORMED,
        "31 octets.",
        CcaPlan.NONCE,
        PlainCbor.octets(Arrays.copyOf(right, 31)));
    malformed(
        "nonce.long",
        "cca.nonce.size",
        Why.MALFORMED,
        "33 octets, the first 32 right.",
        CcaPlan.NONCE,
        PlainCbor.octets(Arrays.copyOf(right, 33)));
  }

  private void instance() {
    byte[] right = PsaPlan.instance(Curve.P256);
    refusedFrom(
        CERTIFIED,
        "instance.missing",
        "cca.instance-id.present",
        Why.MISSING_FIELD,
        "No instance; the certified key would do without.",
        withoutPlatformClaim(CcaPlan.INSTANCE));
    instance("short", "cca.instance-id.size", "32 octets.", Arrays.copyOf(right, 32));
    instance("long", "cca.instance-id.size", "34 octets.", Arrays.copyOf(right, 34));
    byte[] imei = right.clone();
    imei[0] = 2;
    instance(
        "type",
        "cca.instance-id.type",
        "The first octet says that another kind of name follows.",
        imei);
  }

  private void instance(String id, String check, String comment, byte[] value) {
    refusedFrom(
        CERTIFIED,
        "instance." + id,
        check,
        Why.MALFORMED,
        comment,
        platformClaim(CcaPlan.INSTANCE, PlainCbor.octets(value)));
  }

  private void identities() {
    missing("implementation", "cca.implementation-id.present", CcaPlan.IMPLEMENTATION);
    malformed(
        "implementation.short",
        "cca.implementation-id.size",
        Why.MALFORMED,
        "31 octets.",
        CcaPlan.IMPLEMENTATION,
        octets(31));
    malformed(
        "implementation.long",
        "cca.implementation-id.size",
        Why.MALFORMED,
        "33 octets.",
        CcaPlan.IMPLEMENTATION,
        octets(33));
    missing("configuration", "cca.config.present", CcaPlan.CONFIGURATION);
  }

  private void lifecycle() {
    missing("lifecycle", "cca.lifecycle.present", CcaPlan.LIFECYCLE);
    malformed(
        "lifecycle.undefined",
        "cca.lifecycle.range",
        Why.OUT_OF_RANGE,
        "State 0x70, which nobody defined.",
        CcaPlan.LIFECYCLE,
        PlainCbor.integer(0x7000));
    malformed(
        "lifecycle.above",
        "cca.lifecycle.range",
        Why.OUT_OF_RANGE,
        "0x13000: the lower 16 bits say secured.",
        CcaPlan.LIFECYCLE,
        PlainCbor.integer(0x13000));
    accepted(
        "lifecycle.minor",
        "cca.lifecycle.range",
        "Secured, and the lower octet is the implementation's.",
        platformClaim(CcaPlan.LIFECYCLE, PlainCbor.integer(0x30ff)));
  }

  private void components() {
    missing("components", "cca.components.present", CcaPlan.COMPONENTS);
    malformed(
        "components.empty",
        "cca.components.present",
        Why.MISSING_FIELD,
        "The list of components is empty.",
        CcaPlan.COMPONENTS,
        PlainCbor.array());
    accepted(
        "components.without-type",
        "cca.components.measurement",
        "The last component says nothing about its role, version and hash algorithm.",
        plan -> last(plan).keySet().removeAll(java.util.List.of(1L, 4L, 6L)));
    refused(
        "components.measurement-text",
        "cca.platform.types",
        Why.WRONG_TYPE,
        "The last component's measurement is a text.",
        member(2, PlainCbor.text("measurement")));
  }

  private void members() {
    refused(
        "components.no-measurement",
        "cca.components.measurement",
        Why.MISSING_FIELD,
        "The last component has no measurement.",
        plan -> last(plan).remove(2L));
    refused(
        "components.sha1",
        "cca.components.measurement-size",
        Why.MALFORMED,
        "The last component's measurement has 20 octets.",
        member(2, octets(20)));
    refused(
        "components.no-signer",
        "cca.components.signer",
        Why.MISSING_FIELD,
        "Nobody signed the last component.",
        plan -> last(plan).remove(5L));
    refused(
        "components.signer-short",
        "cca.components.signer-size",
        Why.MALFORMED,
        "The last component's signer has 20 octets.",
        member(5, octets(20)));
  }

  private void hash() {
    missing("platform-hash", "cca.platform-hash.present", CcaPlan.PLATFORM_HASH);
    malformed(
        "platform-hash.sha1",
        "cca.platform-hash.known",
        Why.UNSUPPORTED_ALGORITHM,
        "The platform hashes with SHA-1.",
        CcaPlan.PLATFORM_HASH,
        PlainCbor.text("sha-1"));
    malformed(
        "platform-hash.spelling",
        "cca.platform-hash.known",
        Why.UNSUPPORTED_ALGORITHM,
        "The registry's name has a hyphen and small letters.",
        CcaPlan.PLATFORM_HASH,
        PlainCbor.text("SHA256"));
  }

  private void missing(String claim, String check, long key) {
    refused(
        claim + ".missing",
        check,
        Why.MISSING_FIELD,
        "The platform's " + claim.replace('-', ' ') + " is missing.",
        withoutPlatformClaim(key));
  }

  private void malformed(String id, String check, Why why, String comment, long key, byte[] value) {
    refused(id, check, why, comment, platformClaim(key, value));
  }
}
