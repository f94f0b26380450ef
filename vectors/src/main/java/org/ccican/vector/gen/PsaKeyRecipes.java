package org.ccican.vector.gen;

import java.util.List;
import org.ccican.vector.NamedOctets;
import org.ccican.vector.Octets;
import org.ccican.vector.gen.DeviceKeys.Curve;

/** Who signed: keys by instance (RFC 9783 section 8). */
final class PsaKeyRecipes extends PsaRecipe {

  private static final String CERTIFIED = "base.certified";

  PsaKeyRecipes(VectorFile<PlannedCase<PsaPlan>> file) {
    super(file);
  }

  @Override
  void add() {
    keys();
  }

  private void keys() {
    refused(
        "key.other-instance",
        "arm.key.known",
        Why.UNKNOWN_SIGNER,
        "The pinned key is of another instance. Whether it signed does not matter.",
        claim(PsaPlan.INSTANCE, PlainCbor.octets(other(PsaPlan.instance(Curve.P256)))));
    refused(
        "key.secret-for-a-signature",
        "arm.key.known",
        Why.UNKNOWN_SIGNER,
        "Only a shared secret is pinned for the instance, and the token has a signature.",
        plan ->
            plan.anchors =
                List.of(
                    new NamedOctets(
                        "key.shared-of-signer",
                        Octets.of(
                            DeviceKeys.sharedKey(PsaPlan.OWNER, PsaPlan.instance(Curve.P256))))));
    refused(
        "key.of-another-kind",
        "psa.signature.key",
        Why.ALGORITHM_MISMATCH,
        "The pinned key is of Ed25519, the algorithm ES256.",
        plan ->
            plan.anchors =
                List.of(
                    new NamedOctets("key.ed25519", Octets.of(DeviceKeys.edwards(PsaPlan.OWNER)))));
    refusedFrom(
        CERTIFIED,
        "key.certified-for-another-instance",
        "arm.key.instance",
        Why.ENDORSEMENT_MISMATCH,
        "The key is certified, the instance is not the one that it makes: one device would speak"
            + " for another.",
        claim(PsaPlan.INSTANCE, PlainCbor.octets(other(PsaPlan.instance(Curve.P256)))),
        "derived-instance");
  }

  private static byte[] other(byte[] instance) {
    return flipped(instance, 32);
  }
}
