package org.ccican.conformance.verdict;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.ccican.reject.Reason;
import org.ccican.reject.Rejected;
import org.ccican.wire.ByteReader;
import org.ccican.wire.Bytes;

/**
 * What judges need of a quote of Intel SGX or TDX (DCAP quote generation, appendix A.3 and A.4):
 * integers little-endian, keys and signatures big-endian.
 *
 * <pre>
 * 48       header: 2 version, 2 key type, 4 TEE type
 * 2 4      version 5: type and size of the body
 * 384      SGX: MRENCLAVE at 64, report data at 320
 * 584 648  TDX: MRTD at 136, RTMR0 to RTMR3 at 328, report data at 520
 * 4 n      signature data: 64 signature, 64 attestation key, from version 4 on 2 and 4 for type
 *          and size, 384 report of the quoting enclave, 64 its signature, 2 and n authentication
 *          data, 2 and 4 and n certification data
 * </pre>
 *
 * @param signed header and body
 * @param rtmrs the four registers of a TD, 48 octets each; empty for an enclave, which has none
 * @param signature by the attestation key
 * @param attestationKey x and y
 * @param qeReport report of the quoting enclave
 * @param qeSignature its signature, by the platform's key
 * @param authentication what the quoting enclave vouches for beside the attestation key
 * @param certification PEM, where the quote holds certificates
 */
public record QuoteView(
    Bytes signed,
    Bytes measurement,
    Bytes rtmrs,
    Bytes reportData,
    Bytes signature,
    Bytes attestationKey,
    Bytes qeReport,
    Bytes qeSignature,
    Bytes authentication,
    Bytes certification)
    implements EvidenceView {

  private static final String WHAT = "quote";
  private static final long ES256 = -7;
  private static final int HEADER = 48;
  private static final int ENCLAVE = 384;
  private static final int TD = 584;
  private static final int PAIR = 64;
  private static final int HALF = 32;
  private static final String BEGIN = "-----BEGIN CERTIFICATE-----";
  private static final String END = "-----END CERTIFICATE-----";

  public QuoteView {
    Objects.requireNonNull(signed);
    Objects.requireNonNull(measurement);
    Objects.requireNonNull(rtmrs);
    Objects.requireNonNull(reportData);
    Objects.requireNonNull(signature);
    Objects.requireNonNull(attestationKey);
    Objects.requireNonNull(qeReport);
    Objects.requireNonNull(qeSignature);
    Objects.requireNonNull(authentication);
    Objects.requireNonNull(certification);
  }

  public static Reading<QuoteView> read(Bytes octets) {
    return Reading.of(() -> parse(octets));
  }

  @Override
  public boolean carries(Bytes expected) {
    return reportData.equals(expected);
  }

  @Override
  public Optional<Bytes> launchMeasurement() {
    return Optional.of(measurement);
  }

  @Override
  public Optional<Bytes> registers() {
    return Optional.of(rtmrs).filter(octets -> !octets.isEmpty());
  }

  /** The platform's key, in the quote, signed what vouches for the key that signed the quote. */
  @Override
  public boolean verifies(List<Bytes> keys, Verifier signatures) {
    Bytes key = Curve.P256.spki(attestationKey.slice(0, HALF), attestationKey.slice(HALF, PAIR));
    Bytes vouched = Digests.sha256(Bytes.concat(attestationKey, authentication)).padRight(PAIR);
    Optional<Bytes> platform = certificate().flatMap(CertificateView::publicKey);
    return signatures.verifies(ES256, key, signed, signature)
        && qeReport.slice(ENCLAVE - PAIR, ENCLAVE).equals(vouched)
        && platform.isPresent()
        && signatures.verifies(ES256, platform.get(), qeReport, qeSignature);
  }

  /** The first certificate of the certification data. */
  private Optional<Bytes> certificate() {
    String text = certification.toText();
    int from = text.indexOf(BEGIN);
    int to = text.indexOf(END);
    if (from < 0 || to < from) {
      return Optional.empty();
    }
    byte[] base64 = text.substring(from + BEGIN.length(), to).getBytes(StandardCharsets.US_ASCII);
    try {
      return Optional.of(Bytes.of(Base64.getMimeDecoder().decode(base64)));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static QuoteView parse(Bytes octets) throws Rejected {
    ByteReader reader = new ByteReader(octets, WHAT);
    int version = reader.u16le();
    reader.u16le();
    boolean td = reader.u32le() == 0x81;
    reader.take(HEADER - reader.offset());
    int size = td ? TD : ENCLAVE;
    if (version == 5) {
      reader.u16le();
      size = Math.max(size, length(reader));
    }
    Bytes body = reader.take(size);
    Bytes signed = octets.slice(0, reader.offset());
    ByteReader rest = new ByteReader(reader.take(length(reader)), WHAT);
    Bytes signature = rest.take(PAIR);
    Bytes key = rest.take(PAIR);
    if (version > 3) {
      rest.take(6);
    }
    Bytes qeReport = rest.take(ENCLAVE);
    Bytes qeSignature = rest.take(PAIR);
    Bytes authentication = rest.take(rest.u16le());
    rest.u16le();
    return new QuoteView(
        signed,
        td ? body.slice(136, 184) : body.slice(64, 96),
        td ? body.slice(328, 520) : Bytes.EMPTY,
        td ? body.slice(520, 584) : body.slice(320, 384),
        signature,
        key,
        qeReport,
        qeSignature,
        authentication,
        rest.take(length(rest)));
  }

  private static int length(ByteReader reader) throws Rejected {
    long length = reader.u32le();
    if (length > reader.remaining()) {
      throw new Rejected(
          Reason.TRUNCATED, WHAT, length + " octets announced, " + reader.remaining() + " there");
    }
    return (int) length;
  }
}
