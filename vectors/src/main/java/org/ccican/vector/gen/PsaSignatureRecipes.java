package org.ccican.vector.gen;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.function.Consumer;
import org.ccican.vector.gen.DeviceKeys.Curve;

/** Signatures and tags (RFC 9783 section 5.2, RFC 9053). */
final class PsaSignatureRecipes extends PsaRecipe {

  PsaSignatureRecipes(VectorFile<PlannedCase<PsaPlan>> file) {
    super(file);
  }

  @Override
  void add() {
    signatures();
  }

  private void signatures() {
    signature(
        "bit",
        "One bit of the signature is flipped.",
        plan -> plan.signature = octets -> flipped(octets, 0));
    signature("other-key", "Another key signed.", plan -> plan.signer = "two");
    signature(
        "context",
        "The signature is over the structure of a message with several.",
        plan -> plan.context = "Signature");
    signature(
        "r-zero",
        "r is zero.",
        plan ->
            plan.signature =
                octets -> Der.concat(new byte[32], Arrays.copyOfRange(octets, 32, 64)));
    signature(
        "in-der",
        "r and s stand in a SEQUENCE, as certificates have them.",
        plan ->
            plan.signature =
                octets ->
                    Der.sequence(
                        Der.integer(new BigInteger(1, Arrays.copyOf(octets, 32))),
                        Der.integer(new BigInteger(1, Arrays.copyOfRange(octets, 32, 64)))));
    refusedFrom(
        "base.each-component",
        "signature.other-claims",
        "psa.signature.valid",
        Why.INVALID_SIGNATURE,
        "A bit of the claims was flipped after they were signed.",
        plan ->
            plan.parts =
                four ->
                    PsaEnvelopeRecipes.replaced(
                        four, 2, flipped(four.get(2), four.get(2).length - 1)));
    accepted(
        "signature.high-s",
        "psa.signature.valid",
        "s is the larger one of both that are right: a token is no identity.",
        plan ->
            plan.signature =
                octets -> {
                  BigInteger s = new BigInteger(1, Arrays.copyOfRange(octets, 32, 64));
                  BigInteger n = Curve.P256.domain().getN();
                  return Der.concat(Arrays.copyOf(octets, 32), DeviceKeys.big(n.subtract(s), 32));
                });
    refusedFrom(
        "base.hmac256",
        "signature.mac-context",
        "psa.signature.valid#mac",
        Why.INVALID_SIGNATURE,
        "The tag is over the structure of a message for several recipients.",
        plan -> plan.context = "MAC");
    refusedFrom(
        "base.hmac256",
        "signature.mac-cut",
        "psa.signature.valid#mac",
        Why.INVALID_SIGNATURE,
        "The tag is cut to 16 octets, which its algorithm does not do.",
        plan -> plan.signature = octets -> Arrays.copyOf(octets, 16));
    refusedFrom(
        "base.hmac256",
        "signature.other-secret",
        "psa.signature.valid#mac",
        Why.INVALID_SIGNATURE,
        "The tag is of another secret.",
        plan -> plan.signer = "two");
  }

  private void signature(String id, String comment, Consumer<PsaPlan> change) {
    refused("signature." + id, "psa.signature.valid", Why.INVALID_SIGNATURE, comment, change);
  }
}
