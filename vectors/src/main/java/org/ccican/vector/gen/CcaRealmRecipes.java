package org.ccican.vector.gen;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;

/** The form of the realm's claims (draft section 4.8). */
final class CcaRealmRecipes extends CcaRecipe {

  CcaRealmRecipes(VectorFile<PlannedCase<CcaPlan>> file) {
    super(file);
  }

  @Override
  void add() {
    types();
    challenge();
    personalization();
    hash();
    initial();
    registers();
    encryption();
  }

  private void types() {
    malformed(
        "types.challenge-text",
        "cca.realm.types",
        Why.WRONG_TYPE,
        "The challenge is a text.",
        CcaPlan.NONCE,
        PlainCbor.text("challenge"));
    malformed(
        "types.registers-octets",
        "cca.realm.types",
        Why.WRONG_TYPE,
        "The extensible measurements are one string of 128 octets.",
        CcaPlan.EXTENSIBLE,
        PlainCbor.octets(new byte[128]));
    malformed(
        "realm-profile.later",
        "cca.realm-profile.known",
        Why.UNKNOWN_VERSION,
        "A later version of the realm's profile.",
        CcaPlan.PROFILE,
        PlainCbor.text("tag:arm.com,2023:realm#2.0.0"));
    malformed(
        "realm-profile.of-the-platform",
        "cca.realm-profile.known",
        Why.UNKNOWN_VERSION,
        "The realm names the platform's profile.",
        CcaPlan.PROFILE,
        PlainCbor.text("tag:arm.com,2023:cca_platform#1.0.0"));
  }

  private void challenge() {
    missing("challenge", "cca.challenge.present", CcaPlan.NONCE);
    malformed(
        "challenge.one-in-an-array",
        "cca.challenge.single",
        Why.WRONG_TYPE,
        "The right challenge stands in an array.",
        CcaPlan.NONCE,
        PlainCbor.array(PlainCbor.octets(CcaPlan.CHALLENGE)));
    malformed(
        "challenge.two",
        "cca.challenge.single",
        Why.WRONG_TYPE,
        "A second challenge follows the right one.",
        CcaPlan.NONCE,
        PlainCbor.array(PlainCbor.octets(CcaPlan.CHALLENGE), octets(64)));
    malformed(
        "challenge.short",
        "cca.challenge.size",
        Why.MALFORMED,
        "63 octets.",
        CcaPlan.NONCE,
        PlainCbor.octets(Arrays.copyOf(CcaPlan.CHALLENGE, 63)));
    malformed(
        "challenge.long",
        "cca.challenge.size",
        Why.MALFORMED,
        "65 octets, the first 64 right.",
        CcaPlan.NONCE,
        PlainCbor.octets(Arrays.copyOf(CcaPlan.CHALLENGE, 65)));
  }

  private void personalization() {
    missing("personalization", "cca.rpv.present", CcaPlan.PERSONALIZATION);
    malformed(
        "personalization.short",
        "cca.rpv.size",
        Why.MALFORMED,
        "63 octets.",
        CcaPlan.PERSONALIZATION,
        octets(63));
    malformed(
        "personalization.long",
        "cca.rpv.size",
        Why.MALFORMED,
        "65 octets.",
        CcaPlan.PERSONALIZATION,
        PlainCbor.octets(new byte[65]));
  }

  private void hash() {
    missing("realm-hash", "cca.realm-hash.present", CcaPlan.REALM_HASH);
    malformed(
        "realm-hash.sha1",
        "cca.realm-hash.known",
        Why.UNSUPPORTED_ALGORITHM,
        "The realm is said to be measured with SHA-1.",
        CcaPlan.REALM_HASH,
        PlainCbor.text("sha-1"));
  }

  private void initial() {
    missing("initial", "cca.rim.present", CcaPlan.INITIAL);
    malformed(
        "initial.short",
        "cca.rim.size",
        Why.MALFORMED,
        "31 octets, the right ones.",
        CcaPlan.INITIAL,
        PlainCbor.octets(PsaPlan.pattern("initial", 31)));
    malformed(
        "initial.long",
        "cca.rim.size",
        Why.MALFORMED,
        "33 octets, the first 32 right.",
        CcaPlan.INITIAL,
        PlainCbor.octets(PsaPlan.pattern("initial", 33)));
  }

  private void registers() {
    refusedFrom(
        WITHOUT_LOG,
        "registers.missing",
        "cca.rem.present",
        Why.MISSING_FIELD,
        "The extensible measurements are missing.",
        withoutRealmClaim(CcaPlan.EXTENSIBLE));
    registers("three", "cca.rem.four", "The last one is missing.", all -> all.subList(0, 3));
    registers("none", "cca.rem.four", "The array is empty.", all -> List.of());
    registers(
        "five",
        "cca.rem.four",
        "A fifth one follows.",
        all -> {
          List<byte[]> five = new ArrayList<>(all);
          five.add(all.get(1));
          return five;
        });
    registers(
        "short",
        "cca.rem.size",
        "The last one has 20 octets.",
        all -> {
          List<byte[]> other = new ArrayList<>(all);
          other.set(3, new byte[20]);
          return other;
        });
  }

  private void registers(
      String id, String check, String comment, UnaryOperator<List<byte[]>> change) {
    refusedFrom(
        WITHOUT_LOG,
        "registers." + id,
        check,
        Why.MALFORMED,
        comment,
        plan -> plan.registers = change);
  }

  private void encryption() {
    String check = "cca.mec-policy.known";
    malformed(
        "encryption.public",
        check,
        Why.OUT_OF_RANGE,
        "Memory is said to be encrypted publicly.",
        CcaPlan.ENCRYPTION,
        PlainCbor.text("public"));
    for (String each : List.of("shared", "private")) {
      accepted(
          "encryption." + each,
          check,
          "The context of memory encryption is " + each + ".",
          realmClaim(CcaPlan.ENCRYPTION, PlainCbor.text(each)));
    }
  }

  private void missing(String claim, String check, long key) {
    refused(
        claim + ".missing",
        check,
        Why.MISSING_FIELD,
        "The realm's " + claim.replace("realm-", "") + " is missing.",
        withoutRealmClaim(key));
  }

  private void malformed(String id, String check, Why why, String comment, long key, byte[] value) {
    refused(id, check, why, comment, realmClaim(key, value));
  }
}
