package org.ccican.format.intel;

import org.ccican.check.Checks;
import org.ccican.reject.Reason;
import org.ccican.reject.Rejected;
import org.ccican.wire.ByteReader;
import org.ccican.wire.ByteWriter;
import org.ccican.wire.Bytes;

/**
 * What follows the body of a quote (Intel DCAP quote generation, appendix A.3 and A.4).
 *
 * <pre>
 * octets   version 3                       versions 4 and 5
 * 64       signature of header and body    the same
 * 64       attestation key, x and y        the same
 *                                          2 type 6, 4 length of all that follows
 * 384      report of the quoting enclave
 * 64       its signature by the PCK
 * 2 and n  authentication data of the quoting enclave
 * 2 4 n    certification data: type, length, data
 * </pre>
 *
 * Numbers of signatures and coordinates are big-endian.
 *
 * @param attestationKey x and y, big-endian, 32 octets each
 * @param signature r and s, big-endian, 32 octets each
 */
public record QuoteSignature(
    Bytes signature,
    Bytes attestationKey,
    EnclaveReport qeReport,
    Bytes qeReportSignature,
    Bytes authentication,
    CertificationData certification) {

  /** Octets of a signature, and of a key. */
  public static final int PAIR = 64;

  /** The structural check for octets that are missing. */
  static final String TRUNCATED = "intel.quote.truncated";

  /** From this version on the quoting enclave's report is certification data of its own. */
  private static final int NESTED = 4;

  public QuoteSignature {
    if (signature.size() != PAIR
        || attestationKey.size() != PAIR
        || qeReportSignature.size() != PAIR
        || authentication.size() > 0xffff) {
      throw new IllegalArgumentException("signatures and keys have " + PAIR + " octets");
    }
  }

  static QuoteSignature parse(Bytes octets, int version, Checks checks) throws Rejected {
    ByteReader reader = new ByteReader(octets, TRUNCATED);
    Bytes signature = reader.take(PAIR);
    Bytes key = reader.take(PAIR);
    if (version < NESTED) {
      QuoteSignature parsed = rest(signature, key, reader);
      consumed(reader, "the signature data", checks);
      return parsed;
    }
    int type = reader.u16le();
    // spec| DCAP quote §A.4: the certification data of versions 4 and 5 is of type 6
    Rejected.unless(
        checks,
        "intel.quote.certification-outer",
        type == CertificationData.QE_REPORT,
        Reason.UNKNOWN_FORMAT,
        () -> "certification data of type 6 expected, found " + type);
    ByteReader inner = new ByteReader(reader.take(length(reader)), TRUNCATED);
    QuoteSignature parsed = rest(signature, key, inner);
    consumed(inner, "the certification data of type 6", checks);
    consumed(reader, "the signature data", checks);
    return parsed;
  }

  private static QuoteSignature rest(Bytes signature, Bytes key, ByteReader reader)
      throws Rejected {
    EnclaveReport report = new EnclaveReport(reader.take(EnclaveField.SIZE));
    Bytes reportSignature = reader.take(PAIR);
    Bytes authentication = reader.take(reader.u16le());
    int type = reader.u16le();
    return new QuoteSignature(
        signature,
        key,
        report,
        reportSignature,
        authentication,
        new CertificationData(type, reader.take(length(reader))));
  }

  private static void consumed(ByteReader reader, String what, Checks checks) throws Rejected {
    // spec| DCAP quote §A.4: lengths are those of what is there, outside and inside
    Rejected.unless(
        checks,
        "intel.quote.consumed",
        reader.remaining() == 0,
        Reason.TRAILING_OCTETS,
        () -> reader.remaining() + " octets left over at the end of " + what);
  }

  /** All octets, as received or built. */
  Bytes write(int version) {
    ByteWriter rest = new ByteWriter().put(qeReport.octets()).put(qeReportSignature);
    rest.u16le(authentication.size()).put(authentication);
    certification.write(rest);
    ByteWriter all = new ByteWriter().put(signature).put(attestationKey);
    if (version < NESTED) {
      return all.put(rest.toBytes()).toBytes();
    }
    new CertificationData(CertificationData.QE_REPORT, rest.toBytes()).write(all);
    return all.toBytes();
  }

  /** What the quoting enclave's report vouches for: 32 octets of its report data. */
  public Bytes attestationKeyHash() {
    return org.ccican.cose.Crypto.sha256(Bytes.concat(attestationKey, authentication));
  }

  public QuoteSignature withSignature(Bytes other) {
    return new QuoteSignature(
        other, attestationKey, qeReport, qeReportSignature, authentication, certification);
  }

  public QuoteSignature withQeReport(EnclaveReport other, Bytes otherSignature) {
    return new QuoteSignature(
        signature, attestationKey, other, otherSignature, authentication, certification);
  }

  public QuoteSignature withCertification(CertificationData other) {
    return new QuoteSignature(
        signature, attestationKey, qeReport, qeReportSignature, authentication, other);
  }

  /** A length of four octets; more than there can be is left to the reader to refuse. */
  private static int length(ByteReader reader) throws Rejected {
    return (int) Math.min(reader.u32le(), Integer.MAX_VALUE);
  }
}
