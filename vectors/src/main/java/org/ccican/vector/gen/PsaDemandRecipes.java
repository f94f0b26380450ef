package org.ccican.vector.gen;

import java.util.function.Consumer;
import org.ccican.vector.gen.DeviceKeys.Curve;

/** What a relying party wants of an authentic, well-formed token. */
final class PsaDemandRecipes extends PsaRecipe {

  private static final String DEMANDING = "base.demanding";

  PsaDemandRecipes(VectorFile<PlannedCase<PsaPlan>> file) {
    super(file);
  }

  @Override
  void add() {
    lifecycle("unknown", 0x00ff, "The state that must not occur.");
    lifecycle("assembly", 0x1000, "Still in assembly and test.");
    lifecycle("provisioning", 0x2000, "The root of trust is being provisioned.");
    lifecycle("root-debug", 0x5000, "The root of trust itself is debugged.");
    lifecycle("decommissioned", 0x6000, "Taken out of service.");
    refused(
        "lifecycle.debug",
        "psa.lifecycle.debug",
        Why.DEBUG_ENABLED,
        "Software outside the root of trust is debugged.",
        claim(PsaPlan.LIFECYCLE, PlainCbor.integer(0x4000)));
    refused(
        "client.non-secure",
        "psa.client-id.side",
        Why.POLICY_VIOLATED,
        "The caller is from the non-secure side.",
        claim(PsaPlan.CLIENT, PlainCbor.integer(-1)),
        "non-secure");
    demanded(
        "client",
        "psa.client-id.expected",
        "Another caller.",
        claim(PsaPlan.CLIENT, PlainCbor.integer(1)));
    demanded(
        "implementation",
        "psa.implementation-id.expected",
        "Another implementation.",
        claim(PsaPlan.IMPLEMENTATION, octets(32)));
    demanded(
        "certification",
        "psa.certification-reference.expected",
        "Another reference.",
        claim(PsaPlan.CERTIFICATION, PlainCbor.text("1234567890123-12346")));
    demanded(
        "no-certification",
        "psa.certification-reference.expected",
        "A reference is wanted, and there is none.",
        without(PsaPlan.CERTIFICATION));
    demanded(
        "instance",
        "psa.instance-id.expected",
        "A pinned device that is not the one wanted.",
        plan -> plan.policy = "demanding-other-instance");
    demanded(
        "signer",
        "psa.components.signer-expected",
        "The last component is signed by somebody else.",
        member(5, octets(32)));
    refused(
        "components.reference",
        "psa.components.reference",
        Why.MEASUREMENT_MISMATCH,
        "The last component is not the one that was expected.",
        member(2, octets(32)));
    refused(
        "components.order",
        "psa.components.reference",
        Why.MEASUREMENT_MISMATCH,
        "The last component is missing; the others are as expected.",
        plan -> plan.components.remove(plan.components.size() - 1));
    refused(
        "nonce.other",
        "psa.nonce.expected",
        Why.BINDING_MISMATCH,
        "One bit of the nonce is another.",
        claim(PsaPlan.NONCE, PlainCbor.octets(flipped(PsaPlan.EXPECTED_NONCE, 63))));
    refused(
        "nonce.prefix",
        "psa.nonce.expected",
        Why.BINDING_MISMATCH,
        "The first 32 octets of the nonce that was sent.",
        claim(
            PsaPlan.NONCE, PlainCbor.octets(java.util.Arrays.copyOf(PsaPlan.EXPECTED_NONCE, 32))));
    refused(
        "nonce.expected",
        "psa.nonce.expected",
        Why.BINDING_MISMATCH,
        "The nonce answers another challenge.",
        plan -> plan.expectedNonce = PsaPlan.pattern("another nonce", 64));
  }

  private void lifecycle(String id, int value, String comment) {
    refused(
        "lifecycle." + id,
        "psa.lifecycle.trusted",
        Why.POLICY_VIOLATED,
        comment,
        claim(PsaPlan.LIFECYCLE, PlainCbor.integer(value)));
  }

  private void demanded(String id, String check, String comment, Consumer<PsaPlan> change) {
    refusedFrom(DEMANDING, "demand." + id, check, Why.POLICY_VIOLATED, comment, change, "demand");
  }

  /** The instance of the usual key, and the one of another. */
  static byte[] instance(boolean wanted) {
    return wanted ? PsaPlan.instance(Curve.P256) : PsaPlan.instance(Curve.P384);
  }
}
