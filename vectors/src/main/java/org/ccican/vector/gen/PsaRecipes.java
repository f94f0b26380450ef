package org.ccican.vector.gen;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.ccican.vector.Octets;
import org.ccican.vector.TestVector;
import org.ccican.vector.gen.DeviceKeys.Curve;

/** The vectors of PSA tokens: the bases, then the changes of them, area by area. */
final class PsaRecipes {

  static final String COMMENT =
      "PSA attestation tokens, each with everything that its verdict depends on. Keys, devices and"
          + " manufacturers are made up and published; no vector is of a real device.";

  private PsaRecipes() {}

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
        "non-secure",
        "Refused because the policy takes no caller from the non-secure side. The RFC leaves that"
            + " to policy.");
    flags.put(
        "demand",
        "The verdict rests on a demand in the policy. For a target that cannot be told to demand"
            + " it, the vector is inapplicable, which is not a pass.");
    return flags;
  }

  static VectorFile<PlannedCase<PsaPlan>> file() {
    VectorFile<PlannedCase<PsaPlan>> file = new VectorFile<>("psa", policies());
    bases(file);
    new PsaEncodingRecipes(file).add();
    new PsaEnvelopeRecipes(file).add();
    new PsaKeyRecipes(file).add();
    new PsaCertificateRecipes(file).add();
    new PsaSignatureRecipes(file).add();
    new PsaClaimRecipes(file).add();
    new PsaDeviceRecipes(file).add();
    new PsaDemandRecipes(file).add();
    return file;
  }

  private static void bases(VectorFile<PlannedCase<PsaPlan>> file) {
    String valid = "psa.signature.valid#algorithms";
    base(file, "es256", valid, "Profile TFM with ES256; the key is pinned.", plan -> {});
    base(file, "es384", valid, "With ES384.", plan -> plan.keyed(Curve.P384));
    base(file, "es512", valid, "With ES512.", plan -> plan.keyed(Curve.P521));
    base(file, "hmac256", valid, "With HMAC 256/256.", plan -> plan.shared(Curve.P256));
    base(file, "hmac384", valid, "With HMAC 384/384.", plan -> plan.shared(Curve.P384));
    base(file, "hmac512", valid, "With HMAC 512/512.", plan -> plan.shared(Curve.P521));
    base(
        file,
        "certified",
        "cert.path.anchor",
        "The key is certified; certificates come beside the" + " token.",
        plan -> plan.certified(false));
    base(
        file,
        "x5chain",
        "arm.key.chain",
        "The certificates are in the token.",
        plan -> plan.certified(true));
    base(
        file,
        "certified-crl",
        "cert.crl.revoked",
        "With current revocation lists of both" + " issuers.",
        plan -> {
          plan.certified(false);
          plan.chain.revocation = true;
        });
    base(
        file,
        "arm-2-0-0",
        "psa.profile.accepted",
        "The profile of 2022, which has another key for" + " the boot seed.",
        plan -> {
          plan.claims.put(PsaPlan.PROFILE, PlainCbor.text("http://arm.com/psa/2.0.0"));
          plan.claims.put(2397L, plan.claims.remove(PsaPlan.SEED));
        });
    base(file, "legacy", "psa.profile.accepted", "The first profile.", PsaPlan::legacy);
    base(
        file,
        "debug-allowed",
        "psa.lifecycle.debug",
        "Debugging outside the root of trust, where" + " that is allowed.",
        plan -> {
          plan.claims.put(PsaPlan.LIFECYCLE, PlainCbor.integer(0x4000));
          plan.policy = "debug-allowed";
        });
    base(
        file,
        "non-secure-caller",
        "psa.client-id.side",
        "A caller from the non-secure side, where" + " that is allowed.",
        plan -> {
          plan.claims.put(PsaPlan.CLIENT, PlainCbor.integer(-5));
          plan.policy = "non-secure-callers";
        });
    base(
        file,
        "each-component",
        "psa.components.reference",
        "Every component is a reference value" + " by itself.",
        plan -> plan.singly = true);
    base(
        file,
        "short-nonce",
        "psa.nonce.size",
        "A nonce of 32 octets; the challenge has zeros" + " behind it.",
        plan -> {
          plan.claims.put(PsaPlan.NONCE, PlainCbor.octets(PsaPlan.pattern("short nonce", 32)));
          plan.expectedNonce = java.util.Arrays.copyOf(PsaPlan.pattern("short nonce", 32), 64);
        });
    base(
        file,
        "demanding",
        "psa.components.signer-expected",
        "Under a policy that demands as much" + " as the token can just give.",
        plan -> {
          plan.policy = "demanding";
          plan.singly = true;
        });
  }

  private static void base(
      VectorFile<PlannedCase<PsaPlan>> file,
      String id,
      String check,
      String comment,
      Consumer<PsaPlan> plan) {
    file.base(
        "base." + id,
        new PsaRules().rule(check, Why.MALFORMED),
        comment,
        new PlannedCase<>(PsaPlan::new).with(plan));
  }

  private static List<TestVector.Policy> policies() {
    return List.of(
        policy(
            "standard",
            "Secured devices, callers from the secure side.",
            false,
            Map.of(),
            Map.of(),
            Map.of()),
        policy(
            "debug-allowed",
            "The standard one, debugging allowed.",
            true,
            Map.of(),
            Map.of(),
            Map.of()),
        policy(
            "non-secure-callers",
            "The standard one, and callers from either side.",
            false,
            Map.of("non-secure-caller", true),
            Map.of(),
            Map.of()),
        policy(
            "tfm-only",
            "The standard one, and no older profile.",
            false,
            Map.of(),
            Map.of("profile", List.of("tfm")),
            Map.of()),
        demanding(
            "demanding", "The standard one, and demands as much as the token can just give.", true),
        demanding("demanding-other-instance", "The same of another instance.", false));
  }

  private static TestVector.Policy demanding(String name, String comment, boolean wanted) {
    Map<String, List<String>> oneOf = new LinkedHashMap<>();
    oneOf.put("client-id", List.of("2147483647"));
    oneOf.put("certification-reference", List.of("1234567890123-12345"));
    oneOf.put("signer-id", List.of(Octets.of(PsaPlan.pattern("signer", 32)).hex()));
    Map<String, Octets> equal = new LinkedHashMap<>();
    equal.put("implementation-id", Octets.of(PsaPlan.pattern("implementation", 32)));
    equal.put("instance-id", Octets.of(PsaDemandRecipes.instance(wanted)));
    return policy(name, comment, false, Map.of(), oneOf, equal);
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
