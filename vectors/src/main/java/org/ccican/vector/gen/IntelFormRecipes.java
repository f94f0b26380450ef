package org.ccican.vector.gen;

import java.util.Arrays;

/** Defects of a quote's form: sizes, versions, types, reserved octets and bits. */
final class IntelFormRecipes extends IntelRecipe {

  private final int length;

  IntelFormRecipes(VectorFile<PlannedCase<IntelPlan>> file, IntelFormat format) {
    super(file, format);
    this.length = 48 + format.bodySize();
  }

  @Override
  void add() {
    sizes();
    header();
    typed();
    nested();
    reserved();
    trailing();
  }

  private void sizes() {
    String truncated = "intel.quote.truncated";
    refused(
        "quote.empty",
        truncated,
        Why.TRUNCATED,
        "No octets at all: there is nothing to judge, and nothing is not a pass.",
        plan -> plan.finish = quote -> new byte[0]);
    refused(
        "quote.header-only",
        truncated,
        Why.TRUNCATED,
        "Only the header.",
        plan -> plan.finish = quote -> Arrays.copyOf(quote, 48));
    refused(
        "quote.truncated-by-1",
        truncated,
        Why.TRUNCATED,
        "The last octet, the zero behind the PEM text, is cut off.",
        plan -> plan.finish = quote -> Arrays.copyOf(quote, quote.length - 1));
    refused(
        "quote.length-of-4-gib",
        truncated,
        Why.TRUNCATED,
        "The signature data announces 2^32-1 octets: no memory may be taken for what is not there.",
        plan -> plan.finish = quote -> patch(quote, length, IntelPlan.little(0xffff_ffffL, 4)));
    refused(
        "quote.authentication-beyond-end",
        truncated,
        Why.TRUNCATED,
        "The quoting enclave's authentication data announces more than is left.",
        plan ->
            plan.finish =
                quote ->
                    patch(
                        quote,
                        length + 4 + 128 + (plan.version > 3 ? 6 : 0) + 448,
                        IntelPlan.little(0xffff, 2)));
    refused(
        "quote.left-over-in-signature-data",
        "intel.quote.consumed",
        Why.TRAILING_OCTETS,
        "One octet more within the signature data than its parts have.",
        plan ->
            plan.finish =
                quote -> {
                  byte[] longer = Arrays.copyOf(quote, quote.length + 1);
                  return patch(longer, length, IntelPlan.little(longer.length - length - 4L, 4));
                });
  }

  private void header() {
    refused(
        "quote.version-2",
        "intel.quote.version",
        Why.UNKNOWN_VERSION,
        "Version 2, signed as such.",
        plan -> plan.header.u8(0, 2));
    refused(
        "quote.version-6",
        "intel.quote.version",
        Why.UNKNOWN_VERSION,
        "Version 6, whose layout nobody has defined.",
        plan -> plan.header.u8(0, 6));
    if (format == IntelFormat.TDX) {
      refused(
          "quote.version-3",
          "intel.quote.version",
          Why.UNKNOWN_VERSION,
          "Version 3, which is about enclaves alone.",
          plan -> plan.header.u8(0, 3));
    }
    refused(
        "quote.other-technology",
        "intel.quote.tee-type",
        Why.UNKNOWN_FORMAT,
        "The type of the other technology: what was read as this one's body is none.",
        plan -> plan.header.u32(4, format == IntelFormat.SGX ? 0x81 : 0));
    refused(
        "quote.unknown-technology",
        "intel.quote.tee-type",
        Why.UNKNOWN_FORMAT,
        "A type that nobody has defined; the low octet is right.",
        plan -> plan.header.u8(7, 1));
    refused(
        "quote.key-type-3",
        "intel.quote.key-type",
        Why.UNSUPPORTED_ALGORITHM,
        "The attestation key claims to be of P-384 and is of P-256.",
        plan -> plan.header.u8(2, 3));
    refused(
        "quote.vendor",
        "intel.quote.vendor",
        Why.UNKNOWN_FORMAT,
        "One bit of the quoting enclave's vendor is flipped.",
        plan -> plan.header.flip(27, 0));
    refused(
        "quote.certification-type-7",
        "intel.quote.certification-type",
        Why.UNKNOWN_FORMAT,
        "The certification data claims to be a platform's manifest.",
        plan -> plan.certificationType = 7);
    refused(
        "quote.certification-type-0",
        "intel.quote.certification-type",
        Why.UNKNOWN_FORMAT,
        "The certification data is of no type.",
        plan -> plan.certificationType = 0);
  }

  private void typed() {
    refusedFrom(
        "base.v5",
        "quote.body-type-9",
        "intel.quote.body-type",
        Why.UNKNOWN_FORMAT,
        "A body of a type that nobody has defined.",
        plan -> plan.bodyType = 9);
    refusedFrom(
        "base.v5",
        "quote.body-type-of-other-technology",
        "intel.quote.body-type",
        Why.UNKNOWN_FORMAT,
        "A body of the other technology under this one's TEE type.",
        plan -> plan.bodyType = format == IntelFormat.SGX ? 2 : 1);
    refusedFrom(
        "base.v5",
        "quote.body-size",
        "intel.quote.body-size",
        Why.MALFORMED,
        "The body announces one octet more than its type has.",
        plan -> plan.bodySizeError = 1);
  }

  private void nested() {
    refusedFrom(
        "base.v4",
        "quote.outer-certification-type-5",
        "intel.quote.certification-outer",
        Why.UNKNOWN_FORMAT,
        "The outer certification data claims to be the PCK chain itself.",
        plan -> plan.outerType = 5);
    refusedFrom(
        "base.v4",
        "quote.reserved-qe-svn",
        "intel.quote.reserved",
        Why.RESERVED_NOT_ZERO,
        "A security version stands where version 4 has reserved octets.",
        plan -> plan.header.u8(8, 8),
        "strict-reserved");
    refusedFrom(
        "base.v4",
        "quote.reserved-last-octet",
        "intel.quote.reserved",
        Why.RESERVED_NOT_ZERO,
        "The last reserved octet of the header is 1.",
        plan -> plan.header.u8(11, 1),
        "strict-reserved");
    refusedFrom(
        "base.v4",
        "quote.left-over-in-certification-data",
        "intel.quote.consumed",
        Why.TRAILING_OCTETS,
        "One octet more within the outer certification data than its parts have; both lengths say"
            + " so.",
        plan ->
            plan.finish =
                quote -> {
                  byte[] longer = Arrays.copyOf(quote, quote.length + 1);
                  long rest = longer.length - length - 4L;
                  byte[] outer = patch(longer, length, IntelPlan.little(rest, 4));
                  return patch(outer, length + 4 + 130, IntelPlan.little(rest - 134, 4));
                });
  }

  private void reserved() {
    for (int offset : new int[] {20, 96, 160, 303}) {
      refused(
          "qe-report.reserved-" + offset,
          "intel.qe-report.reserved",
          Why.RESERVED_NOT_ZERO,
          "Reserved octet " + offset + " of the quoting enclave's report is 1, and signed.",
          plan -> plan.qeReport.u8(offset, 1),
          "strict-reserved");
    }
    if (format == IntelFormat.SGX) {
      for (int offset : new int[] {31, 127, 191, 262}) {
        refused(
            "report.reserved-" + offset,
            "sgx.report.reserved",
            Why.RESERVED_NOT_ZERO,
            "Reserved octet " + offset + " of the enclave's report is 1, and signed.",
            plan -> plan.body.u8(offset, 1),
            "strict-reserved");
      }
      attribute(48, 3);
      attribute(55, 7);
      refused(
          "report.not-initialised",
          "sgx.attributes.init",
          Why.MALFORMED,
          "The enclave was never initialised, and such an enclave cannot ask for a report.",
          plan -> plan.body.flip(48, 0));
    } else {
      attribute(121, 0);
      attribute(123, 2);
      attribute(127, 5);
    }
  }

  private void attribute(int offset, int bit) {
    refused(
        "report.attribute-bit-" + ((offset - (format == IntelFormat.SGX ? 48 : 120)) * 8 + bit),
        own("attributes.reserved"),
        Why.RESERVED_NOT_ZERO,
        "A bit of the attributes that means nothing is set.",
        plan -> plan.body.flip(offset, bit),
        "strict-reserved");
  }

  private void trailing() {
    acceptedFrom(
        "base.trailing",
        "quote.trailing-text",
        "intel.quote.trailing",
        "Text follows the quote. Nobody signed it, and nothing of it may be used.",
        plan ->
            plan.finish = quote -> Der.concat(quote, IntelPlan.pattern("whatever follows", 40)));
    refusedFrom(
        "base.trailing",
        "quote.trailing-forbidden",
        "intel.quote.trailing",
        Why.TRAILING_OCTETS,
        "The same octets under a policy that wants nothing behind the quote.",
        plan -> plan.policy = "nothing-trailing",
        "demand");
  }

  private static byte[] patch(byte[] quote, int offset, byte[] value) {
    byte[] copy = quote.clone();
    System.arraycopy(value, 0, copy, offset, value.length);
    return copy;
  }
}
