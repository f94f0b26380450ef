package org.ccican.vector.gen;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Optional;

/** Defects of the quoting enclave and of the signatures from the platform to the quote. */
final class IntelEnclaveRecipes extends IntelRecipe {

  IntelEnclaveRecipes(VectorFile<PlannedCase<IntelPlan>> file, IntelFormat format) {
    super(file, format);
  }

  @Override
  void add() {
    report();
    identity();
    ranges();
    quote();
  }

  private void report() {
    refused(
        "qe-report.signature-bit",
        "intel.qe-report.signature",
        Why.INVALID_SIGNATURE,
        "One bit of the signature of the quoting enclave's report is flipped.",
        plan -> plan.qeSignature = signature -> flipped(signature, 63));
    refused(
        "qe-report.signed-by-attestation-key",
        "intel.qe-report.signature",
        Why.INVALID_SIGNATURE,
        "The attestation key vouches for itself.",
        plan ->
            plan.qeSignature =
                signature ->
                    plan.curve.sign(
                        plan.attestationKey, plan.qeReport.slice(0, plan.qeReport.size())));
    refused(
        "qe-report.other-key",
        "intel.qe-report.data",
        Why.BINDING_MISMATCH,
        "The quoting enclave vouches for another attestation key.",
        plan -> {
          plan.vouches = false;
          plan.qeReport.put(320, IntelPlan.pattern("hash of another key", 32));
        });
    refused(
        "qe-report.tail-not-zero",
        "intel.qe-report.data",
        Why.BINDING_MISMATCH,
        "The hash is right; the last of the 32 zeros behind it is 1.",
        plan -> {
          plan.vouches = false;
          plan.qeReport
              .put(320, TestKeys.digest("SHA-256", plan.keyInQuote, plan.authentication))
              .u8(383, 1);
        });
    refused(
        "qe-report.authentication-left-out",
        "intel.qe-report.data",
        Why.BINDING_MISMATCH,
        "The hash is over the key alone.",
        plan -> {
          plan.vouches = false;
          plan.qeReport.put(320, TestKeys.digest("SHA-256", plan.keyInQuote));
        });
    accepted(
        "qe-report.without-authentication",
        "intel.qe-report.data",
        "Authentication data of no octets.",
        plan -> plan.authentication = new byte[0]);
  }

  private void identity() {
    refused(
        "qe.misc-select",
        "intel.qe-identity.misc-select",
        Why.ENDORSEMENT_MISMATCH,
        "The quoting enclave reports faults, which the identity excludes.",
        plan -> plan.qeReport.u8(16, 1));
    refused(
        "qe.debug",
        "intel.qe-identity.attributes",
        Why.ENDORSEMENT_MISMATCH,
        "The quoting enclave may be debugged: whoever does has its attestation key.",
        plan -> plan.qeReport.flip(48, 1));
    accepted(
        "qe.masked-attribute",
        "intel.qe-identity.attributes",
        "A bit outside the mask: the quoting enclave may have provisioning keys, or not.",
        plan -> plan.qeReport.flip(48, 2));
    refused(
        "qe.signer",
        "intel.qe-identity.signer",
        Why.ENDORSEMENT_MISMATCH,
        "Somebody else signed the quoting enclave.",
        plan -> plan.qeReport.flip(159, 0));
    refused(
        "qe.product",
        "intel.qe-identity.product",
        Why.ENDORSEMENT_MISMATCH,
        "Another enclave of Intel's: the other technology's quoting enclave.",
        plan -> plan.qeReport.u8(256, format == IntelFormat.SGX ? 2 : 1));
    refused(
        "qe.product-high-octet",
        "intel.qe-identity.product",
        Why.ENDORSEMENT_MISMATCH,
        "The low octet of the product is right.",
        plan -> plan.qeReport.u8(257, 1));
  }

  private void ranges() {
    String range = "intel.signature.range";
    for (String number : new String[] {"zero", "order"}) {
      BigInteger value = number.equals("zero") ? BigInteger.ZERO : new P256().order();
      refused(
          "signature.r-" + number,
          range,
          Why.INVALID_SIGNATURE,
          "r of the quote's signature is "
              + (number.equals("zero") ? "zero." : "the curve's order."),
          plan -> plan.quoteSignature = signature -> number(signature, 0, value));
      refused(
          "signature.qe-report-s-" + number,
          range,
          Why.INVALID_SIGNATURE,
          "s of the signature of the quoting enclave's report is "
              + (number.equals("zero") ? "zero." : "the curve's order."),
          plan -> plan.qeSignature = signature -> number(signature, 32, value));
    }
    accepted(
        "signature.high-s",
        "intel.quote.signature",
        "s is n-s. Processors make both, and the octets of a quote are no identity.",
        plan -> plan.quoteSignature = signature -> negated(plan, signature));
    accepted(
        "signature.qe-report-high-s",
        "intel.qe-report.signature",
        "The same for the quoting enclave's report.",
        plan -> plan.qeSignature = signature -> negated(plan, signature));
  }

  private void quote() {
    refused(
        "signature.bit",
        "intel.quote.signature",
        Why.INVALID_SIGNATURE,
        "One bit of s is flipped.",
        plan -> plan.quoteSignature = signature -> flipped(signature, 63));
    refused(
        "signature.little-endian",
        "intel.quote.signature",
        Why.INVALID_SIGNATURE,
        "r and s the wrong way round, as all else in a quote is.",
        plan ->
            plan.quoteSignature =
                signature ->
                    Der.concat(
                        reversed(Arrays.copyOf(signature, 32)),
                        reversed(Arrays.copyOfRange(signature, 32, 64))));
    refused(
        "signature.user-data-changed",
        "intel.quote.signature",
        Why.INVALID_SIGNATURE,
        "The last octet of the header was changed: the signature covers the header too.",
        plan ->
            plan.finish =
                quote -> {
                  byte[] copy = quote.clone();
                  copy[47] ^= 1;
                  return copy;
                });
    refused(
        "signature.body-changed",
        "intel.quote.signature",
        Why.INVALID_SIGNATURE,
        "An octet of the body was changed after it was signed.",
        plan ->
            plan.finish =
                quote -> {
                  byte[] copy = quote.clone();
                  copy[48 + 17] ^= 1;
                  return copy;
                });
    refusedFrom(
        "base.v5",
        "signature.without-descriptor",
        "intel.quote.signature",
        Why.INVALID_SIGNATURE,
        "Signed are header and body, without the type and the size between them.",
        plan -> plan.signsDescriptor = false);
    refused(
        "signature.key-off-curve",
        "intel.quote.attestation-key",
        Why.INVALID_KEY,
        "The attestation key is no point, and the quoting enclave vouches for it.",
        plan -> plan.keyInQuote = flipped(plan.keyInQuote, 63));
    refused(
        "signature.key-zero",
        "intel.quote.attestation-key",
        Why.INVALID_KEY,
        "The attestation key is all zeros.",
        plan -> plan.keyInQuote = new byte[64]);
    refused(
        "signature.leaf-in-der",
        "cert.path.complete",
        Why.BROKEN_CHAIN,
        "A chain of type 5 that holds one certificate in DER, the root: nobody signed.",
        plan -> plan.certificationData = Optional.of(plan.root.write(plan.curve)));
  }

  private static byte[] negated(IntelPlan plan, byte[] signature) {
    BigInteger s = new BigInteger(1, Arrays.copyOfRange(signature, 32, 64));
    return number(signature, 32, plan.curve.order().subtract(s));
  }

  private static byte[] number(byte[] signature, int offset, BigInteger value) {
    byte[] copy = signature.clone();
    System.arraycopy(P256.big(value), 0, copy, offset, P256.NUMBER);
    return copy;
  }

  private static byte[] flipped(byte[] octets, int at) {
    byte[] copy = octets.clone();
    copy[at] ^= 1;
    return copy;
  }

  private static byte[] reversed(byte[] octets) {
    byte[] copy = new byte[octets.length];
    for (int i = 0; i < octets.length; i++) {
      copy[i] = octets[octets.length - 1 - i];
    }
    return copy;
  }
}
