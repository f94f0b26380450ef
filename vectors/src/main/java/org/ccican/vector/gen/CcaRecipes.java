package org.ccican.vector.gen;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.ccican.vector.Octets;
import org.ccican.vector.TestVector;
import org.ccican.vector.gen.DeviceKeys.Curve;

/** The vectors of CCA tokens: the bases, then the changes of them, area by area. */
final class CcaRecipes {

  static final String COMMENT =
      "CCA attestation tokens, each with everything that its verdict depends on. Keys, platforms,"
          + " realms and manufacturers are made up and published; no vector is of a real platform.";

  private static final String VALID = "cca.platform.signature";
  private static final String REALM_VALID = "cca.realm.signature";

  private CcaRecipes() {}

  /** What the flags of the vectors mean. */
  static Map<String, String> flags() {
    Map<String, String> flags = new LinkedHashMap<>();
    flags.put(
        "limit",
        "Refused because of a limit that the reference sets itself. A target with a wider one may"
            + " accept.");
    flags.put(
        "certificate-order",
        "Refused because the signer's certificate does not come first. A target that documents that"
            + " it finds it wherever it stands may accept.");
    flags.put(
        "derived-instance",
        "Refused because a certified key makes another instance than the token names. A target"
            + " that ties certificates to instances in another way may accept.");
    flags.put(
        "event-log",
        "The verdict rests on a log of what was extended, in the layout of this project. For a"
            + " target that replays none, the vector is inapplicable, which is not a pass.");
    flags.put(
        "demand",
        "The verdict rests on a demand in the policy. For a target that cannot be told to demand"
            + " it, the vector is inapplicable, which is not a pass.");
    return flags;
  }

  static VectorFile<PlannedCase<CcaPlan>> file() {
    VectorFile<PlannedCase<CcaPlan>> file = new VectorFile<>("cca", policies());
    platforms(file);
    realms(file);
    demands(file);
    new CcaEncodingRecipes(file).add();
    new CcaEnvelopeRecipes(file).add();
    new CcaKeyRecipes(file).add();
    new CcaSignatureRecipes(file).add();
    new CcaPlatformRecipes(file).add();
    new CcaBindingRecipes(file).add();
    new CcaRealmRecipes(file).add();
    new CcaDemandRecipes(file).add();
    return file;
  }

  private static void platforms(VectorFile<PlannedCase<CcaPlan>> file) {
    base(file, "es384", VALID, "Both parts with ES384; the key is pinned.", plan -> {});
    base(
        file,
        "es256",
        VALID,
        "The platform signs with ES256.",
        plan -> plan.platformKeyed(Curve.P256));
    base(
        file,
        "es512",
        VALID,
        "The platform signs with ES512.",
        plan -> plan.platformKeyed(Curve.P521));
    base(
        file,
        "certified",
        "cert.path.anchor",
        "The platform's key is certified; certificates come beside the token.",
        CcaPlan::certified);
    base(
        file,
        "certified-crl",
        "cert.crl.revoked",
        "With current revocation lists of both issuers.",
        plan -> {
          plan.certified();
          plan.chain.revocation = true;
        });
    base(
        file,
        "any-instance",
        "arm.key.instance",
        "A certified key whose certificate says whose it is in a way of its own, where that is"
            + " allowed.",
        plan -> {
          plan.certified();
          plan.platform.claims.put(
              CcaPlan.INSTANCE, PlainCbor.octets(PsaPlan.instance(Curve.P521)));
          plan.policy = "key-of-any-instance";
        });
    base(
        file,
        "without-service",
        "cca.platform.types#service",
        "No verification service is named.",
        plan -> plan.platform.claims.remove(CcaPlan.SERVICE));
    base(
        file,
        "legacy",
        "cca.profile.known#legacy",
        "As firmware from before the draft: the first profile, none of the realm, and the realm's"
            + " key as a point.",
        CcaPlan::legacy);
  }

  private static void realms(VectorFile<PlannedCase<CcaPlan>> file) {
    base(
        file,
        "realm-es256",
        REALM_VALID,
        "The realm signs with ES256.",
        plan -> plan.realmKeyed(Curve.P256));
    base(
        file,
        "realm-es512",
        REALM_VALID,
        "The realm signs with ES512.",
        plan -> plan.realmKeyed(Curve.P521));
    base(
        file,
        "realm-sha384",
        "cca.realm-hash.known",
        "The realm is measured with SHA-384.",
        plan -> plan.measured(384));
    base(
        file,
        "realm-sha512",
        "cca.realm-hash.known",
        "The realm is measured with SHA-512, its key hashed with SHA-256 all the same.",
        plan -> plan.measured(512));
    base(
        file,
        "key-sha384",
        "cca.binder.hash",
        "The platform vouches for SHA-384 of the realm's key.",
        plan -> plan.keyHashed(384));
    base(
        file,
        "key-sha512",
        "cca.binder.hash",
        "The platform vouches for SHA-512 of the realm's key.",
        plan -> plan.keyHashed(512));
    base(
        file,
        "unnamed-realm",
        "cca.realm-profile.known",
        "The realm's profile is not named, its key a COSE_Key.",
        plan -> plan.realm.claims.remove(CcaPlan.PROFILE));
    base(
        file,
        "without-log",
        "cca.rem.replay",
        "Nobody gives a log of what was extended, and nobody replays it.",
        plan -> plan.withLog = false);
  }

  private static void demands(VectorFile<PlannedCase<CcaPlan>> file) {
    base(
        file,
        "debug-allowed",
        "cca.lifecycle.debug",
        "Debugging outside the root of trust, where that is allowed.",
        plan -> {
          plan.platform.claims.put(CcaPlan.LIFECYCLE, PlainCbor.integer(0x4000));
          plan.policy = "debug-allowed";
        });
    base(
        file,
        "demanding",
        "cca.components.signer-expected",
        "Under a policy that demands as much as the token can just give.",
        plan -> plan.policy = "demanding");
  }

  private static void base(
      VectorFile<PlannedCase<CcaPlan>> file,
      String id,
      String check,
      String comment,
      Consumer<CcaPlan> plan) {
    file.base(
        "base." + id,
        new CcaRules().rule(check, Why.MALFORMED),
        comment,
        new PlannedCase<>(CcaPlan::new).with(plan));
  }

  private static List<TestVector.Policy> policies() {
    return List.of(
        policy("standard", "Secured platforms.", false, Map.of(), Map.of(), Map.of()),
        policy(
            "debug-allowed",
            "The standard one, debugging allowed.",
            true,
            Map.of(),
            Map.of(),
            Map.of()),
        policy(
            "key-of-any-instance",
            "The standard one, and certified keys need not make the instance.",
            false,
            Map.of("key-of-any-instance", true),
            Map.of(),
            Map.of()),
        demanding(
            "demanding",
            "The standard one, and demands as much as the token can just give.",
            Curve.P384),
        demanding("demanding-other-instance", "The same of another instance.", Curve.P256));
  }

  private static TestVector.Policy demanding(String name, String comment, Curve instance) {
    Map<String, List<String>> oneOf = new LinkedHashMap<>();
    oneOf.put("platform-config", List.of(Octets.of(CcaPlan.CONFIGURED).hex()));
    oneOf.put("signer-id", List.of(hex("signer", 32)));
    oneOf.put("software-component", List.of("BL 2.12.0", "BL31 2.12.0", "RMM 2.12.0"));
    oneOf.put(
        "component-measurement",
        List.of(hex("boot loader", 32), hex("root world", 32), hex("realm world", 32)));
    Map<String, Octets> equal = new LinkedHashMap<>();
    equal.put("implementation-id", Octets.of(PsaPlan.pattern("implementation", 32)));
    equal.put("instance-id", Octets.of(PsaPlan.instance(instance)));
    equal.put("personalization-value", Octets.of(PsaPlan.pattern("personal", 64)));
    return policy(name, comment, false, Map.of(), oneOf, equal);
  }

  private static String hex(String name, int size) {
    return Octets.of(PsaPlan.pattern(name, size)).hex();
  }

  private static TestVector.Policy policy(
      String name,
      String comment,
      boolean debug,
      Map<String, Boolean> allowed,
      Map<String, List<String>> oneOf,
      Map<String, Octets> equal) {
    return new TestVector.Policy(
        name, comment, debug, false, true, List.of(), Map.of(), equal, Map.of(), Map.of(), allowed,
        oneOf);
  }
}
