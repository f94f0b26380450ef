package org.ccican.vector.gen;

import static org.ccican.vector.gen.PsaEnvelopeRecipes.replaced;
import static org.ccican.vector.gen.PsaRecipe.flipped;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.ccican.vector.gen.DeviceKeys.Curve;

/** Signatures of both parts (draft section 7, RFC 9053 section 2.1). */
final class CcaSignatureRecipes extends CcaRecipe {

  private static final int HALF = Curve.P384.size;

  CcaSignatureRecipes(VectorFile<PlannedCase<CcaPlan>> file) {
    super(file);
  }

  @Override
  void add() {
    both("bit", "One bit of the signature is flipped.", signed(octets -> flipped(octets, 0)));
    both("other-key", "Another key signed.", part -> part.signer = "two");
    both(
        "context",
        "The signature is over the structure of a message with several.",
        part -> part.context = "Signature");
    both(
        "r-zero",
        "r is zero.",
        signed(octets -> Der.concat(new byte[HALF], Arrays.copyOfRange(octets, HALF, 2 * HALF))));
    both(
        "s-large",
        "s has all bits set, which is more than the order.",
        signed(
            octets -> {
              byte[] large = octets.clone();
              Arrays.fill(large, HALF, 2 * HALF, (byte) 0xff);
              return large;
            }));
    both("in-der", "r and s stand in a SEQUENCE.", signed(CcaSignatureRecipes::der));
    otherClaims("platform", "implementation", CcaRecipe::platform);
    otherClaims("realm", "personal", CcaRecipe::realm);
    highS("platform", "cca.platform.signature", platform(signed(CcaSignatureRecipes::larger)));
    highS("realm", "cca.realm.signature", realm(signed(CcaSignatureRecipes::larger)));
    refused(
        "signature.platform-for-realm",
        "cca.realm.signature",
        Why.INVALID_SIGNATURE,
        "The platform's key signed the realm's claims.",
        realm(part -> part.signer = CcaPlan.PLATFORM_OWNER));
    refused(
        "signature.realm-key-of-another-kind",
        "cca.realm.key",
        Why.ALGORITHM_MISMATCH,
        "The realm names ES384, its key is of Ed25519.",
        plan -> plan.key = edwards());
  }

  private static Map<Long, byte[]> edwards() {
    byte[] spki = DeviceKeys.edwards(CcaPlan.REALM_OWNER);
    Map<Long, byte[]> key = new LinkedHashMap<>();
    key.put(1L, PlainCbor.integer(1));
    key.put(-1L, PlainCbor.integer(6));
    key.put(-2L, PlainCbor.octets(Arrays.copyOfRange(spki, spki.length - 32, spki.length)));
    return key;
  }

  /** A bit of a claim that nobody looks at is flipped after it was signed. */
  private void otherClaims(
      String part, String claim, Function<Consumer<CcaPart>, Consumer<CcaPlan>> in) {
    byte[] value = PsaPlan.pattern(claim, 32);
    refused(
        "signature." + part + "-other-claims",
        "cca." + part + ".signature",
        Why.INVALID_SIGNATURE,
        "In the " + part + "'s part: a bit of a claim was flipped after it was signed.",
        in.apply(
            each ->
                each.parts =
                    four -> replaced(four, 2, flipped(four.get(2), offset(four.get(2), value)))));
  }

  private static int offset(byte[] octets, byte[] part) {
    for (int i = 0; i + part.length <= octets.length; i++) {
      if (Arrays.equals(octets, i, i + part.length, part, 0, part.length)) {
        return i;
      }
    }
    throw new IllegalStateException("not in the claims");
  }

  /** The same defect in the platform's part, and in the realm's. */
  private void both(String id, String comment, Consumer<CcaPart> change) {
    refused(
        "signature.platform-" + id,
        "cca.platform.signature",
        Why.INVALID_SIGNATURE,
        "In the platform's part: " + comment,
        platform(change));
    refused(
        "signature.realm-" + id,
        "cca.realm.signature",
        Why.INVALID_SIGNATURE,
        "In the realm's part: " + comment,
        realm(change));
  }

  private void highS(String part, String check, Consumer<CcaPlan> change) {
    accepted(
        "signature." + part + "-high-s",
        check,
        "s is the larger one of both that are right: a token is no identity.",
        change);
  }

  private static Consumer<CcaPart> signed(UnaryOperator<byte[]> change) {
    return part -> part.signature = change;
  }

  private static byte[] der(byte[] octets) {
    return Der.sequence(
        Der.integer(new BigInteger(1, Arrays.copyOf(octets, HALF))),
        Der.integer(new BigInteger(1, Arrays.copyOfRange(octets, HALF, 2 * HALF))));
  }

  private static byte[] larger(byte[] octets) {
    BigInteger s = new BigInteger(1, Arrays.copyOfRange(octets, HALF, 2 * HALF));
    BigInteger n = Curve.P384.domain().getN();
    return Der.concat(Arrays.copyOf(octets, HALF), DeviceKeys.big(n.subtract(s), HALF));
  }
}
