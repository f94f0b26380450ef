package org.ccican.format.intel;

import java.util.Objects;
import java.util.Optional;
import org.ccican.check.Checks;
import org.ccican.reject.Reason;
import org.ccican.reject.Rejected;
import org.ccican.wire.ByteReader;
import org.ccican.wire.ByteWriter;
import org.ccican.wire.Bytes;

/**
 * A quote of any version (Intel DCAP quote generation, appendix A.3 and A.4), whatever it is about.
 * Writing what was parsed gives the same octets.
 *
 * <pre>
 * octets   what
 * 48       header, see {@link QuoteField}
 * 2 4      version 5 alone: type and octets of the body, see {@link BodyType}
 * n        body
 * 4        octets of the signature data
 * n        signature data, see {@link QuoteSignature}
 * n        whatever the carrier put behind it: nothing of it is signed
 * </pre>
 *
 * @param body as many octets as the type has
 * @param trailing what follows the signature data; most TDX quotes of version 4 have zeros there,
 *     since they travel in buffers of a fixed size
 */
public record QuoteLayout(
    QuoteHeader header, BodyType type, Bytes body, QuoteSignature signature, Bytes trailing) {

  /** TEE_TYPE of SGX. */
  public static final long SGX = 0;

  /** TEE_TYPE of TDX. */
  public static final long TDX = 0x81;

  private static final int TYPED = 5;

  public QuoteLayout {
    Objects.requireNonNull(header);
    Objects.requireNonNull(signature);
    Objects.requireNonNull(trailing);
    if (body.size() != type.size()) {
      throw new IllegalArgumentException(type + " needs " + type.size() + " octets");
    }
  }

  /**
   * @param teeType what the quote is expected to be about
   * @throws Rejected if the octets are no quote of versions 3 to 5 about that
   */
  public static QuoteLayout parse(Bytes octets, long teeType, Checks checks) throws Rejected {
    ByteReader reader = new ByteReader(octets, QuoteSignature.TRUNCATED);
    QuoteHeader header = new QuoteHeader(reader.take(QuoteField.SIZE));
    int version = header.version();
    if (version < 3 || version > TYPED || version == 3 && teeType == TDX) {
      throw new Rejected(
          Reason.UNKNOWN_VERSION,
          "intel.quote.version",
          "version " + (teeType == TDX ? "4 or 5" : "3 to 5") + " expected, found " + version);
    }
    // spec| DCAP quote §A.4: 0 is SGX, 0x81 is TDX; zero and reserved in version 3
    Rejected.unless(
        checks,
        "intel.quote.tee-type",
        header.number(QuoteField.TEE_TYPE) == teeType,
        Reason.UNKNOWN_FORMAT,
        () ->
            "0x"
                + Long.toHexString(teeType)
                + " expected in "
                + QuoteField.TEE_TYPE
                + ", found 0x"
                + Long.toHexString(header.number(QuoteField.TEE_TYPE)));
    BodyType type = version < TYPED ? untyped(teeType) : typed(reader, teeType, checks);
    Bytes body = reader.take(type.size());
    Bytes signature = reader.take((int) Math.min(reader.u32le(), Integer.MAX_VALUE));
    return new QuoteLayout(
        header,
        type,
        body,
        QuoteSignature.parse(signature, version, checks),
        reader.take(reader.remaining()));
  }

  private static BodyType untyped(long teeType) {
    return teeType == TDX ? BodyType.TD_1_0 : BodyType.ENCLAVE;
  }

  private static BodyType typed(ByteReader reader, long teeType, Checks checks) throws Rejected {
    int id = reader.u16le();
    Optional<BodyType> type = BodyType.find(id).filter(each -> each.teeType() == teeType);
    if (type.isEmpty()) {
      throw new Rejected(
          Reason.UNKNOWN_FORMAT, "intel.quote.body-type", "no body of type " + id + " here");
    }
    long size = reader.u32le();
    // spec| DCAP quote §A.4: each type of body has its size
    Rejected.unless(
        checks,
        "intel.quote.body-size",
        size == type.get().size(),
        Reason.MALFORMED,
        () -> type.get() + " has " + type.get().size() + " octets, " + size + " are announced");
    return type.get();
  }

  /** All octets, as received or built. */
  public Bytes write() {
    Bytes rest = signature.write(header.version());
    return new ByteWriter().put(signedPart()).u32le(rest.size()).put(rest).put(trailing).toBytes();
  }

  /** The octets that the attestation key signs: header, type and size where stated, body. */
  public Bytes signedPart() {
    ByteWriter writer = new ByteWriter().put(header.octets());
    if (header.version() >= TYPED) {
      writer.u16le(type.id()).u32le(type.size());
    }
    return writer.put(body).toBytes();
  }

  public QuoteLayout withHeader(QuoteHeader other) {
    return new QuoteLayout(other, type, body, signature, trailing);
  }

  public QuoteLayout withBody(Bytes other) {
    return new QuoteLayout(header, type, other, signature, trailing);
  }

  public QuoteLayout withSignature(QuoteSignature other) {
    return new QuoteLayout(header, type, body, other, trailing);
  }

  public QuoteLayout withTrailing(Bytes other) {
    return new QuoteLayout(header, type, body, signature, other);
  }
}
