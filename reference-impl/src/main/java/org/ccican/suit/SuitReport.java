package org.ccican.suit;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.ccican.check.Checks;
import org.ccican.reject.Reason;
import org.ccican.reject.Rejected;
import org.ccican.wire.Bytes;
import org.ccican.wire.Cbor;
import org.ccican.wire.CborDecoder;
import org.ccican.wire.CborProfile;
import org.ccican.wire.Fields;

/**
 * A SUIT_Report (suit-report-18 section 4).
 *
 * @param referenceUri the manifest's; empty for a manifest without one
 * @param digest the encoded SUIT_Digest of the authentication wrapper; empty octets if the envelope
 *     had none
 * @param nonce ties the report to a request; in TEEP it is the token
 * @param records conditions that failed, in their order
 * @param claims properties that the reporting policies asked for, in their order
 * @param failure absent if everything succeeded
 * @param capabilities an encoded SUIT_Capability_Report, where something was missing
 */
public record SuitReport(
    String referenceUri,
    Bytes digest,
    Optional<Bytes> nonce,
    List<SuitRecord> records,
    List<SuitClaims> claims,
    Optional<Failure> failure,
    Optional<Bytes> capabilities) {

  static final long REFERENCE = 99;
  static final long NONCE = 2;
  static final long RECORDS = 3;
  static final long RESULT = 4;
  static final long RESULT_CODE = 5;
  static final long RESULT_RECORD = 6;
  static final long RESULT_REASON = 7;
  static final long CAPABILITIES = 8;

  private static final String SHAPE = "suit.report.shape";

  public SuitReport {
    Objects.requireNonNull(referenceUri);
    Objects.requireNonNull(digest);
    Objects.requireNonNull(nonce);
    records = List.copyOf(records);
    claims = List.copyOf(claims);
    Objects.requireNonNull(failure);
    Objects.requireNonNull(capabilities);
  }

  /**
   * Where and why processing ended.
   *
   * @param code of this processor alone, for debugging
   * @param reason 0 to 12, see {@link SuitReason}
   */
  public record Failure(long code, SuitRecord record, long reason) {

    public Failure {
      Objects.requireNonNull(record);
    }

    Cbor toCbor() {
      return Cbor.map()
          .put(RESULT_CODE, Cbor.integer(code))
          .put(RESULT_RECORD, record.toCbor())
          .put(RESULT_REASON, Cbor.integer(reason))
          .build();
    }
  }

  /** Whether the report says which manifest it is about; without that it is of no use to others. */
  public boolean isReferring() {
    return !digest.isEmpty();
  }

  /** The same report for another request. */
  public SuitReport withNonce(Bytes other) {
    return new SuitReport(
        referenceUri, digest, Optional.of(other), records, claims, failure, capabilities);
  }

  public Bytes encode() {
    return toCbor().encode();
  }

  public Cbor toCbor() {
    List<Cbor> entries = new ArrayList<>();
    records.forEach(each -> entries.add(each.toCbor()));
    claims.forEach(each -> entries.add(each.toCbor()));
    return Cbor.map()
        .put(REFERENCE, Cbor.array(Cbor.text(referenceUri), Cbor.raw(digest)))
        .put(NONCE, nonce.map(Cbor::octets))
        .put(RECORDS, Cbor.array(entries))
        .put(RESULT, failure.map(Failure::toCbor).orElse(Cbor.bool(true)))
        .put(CAPABILITIES, capabilities.map(Cbor::raw))
        .build();
  }

  /**
   * @throws Rejected if the octets are no report of this shape; extensions are passed over
   */
  public static SuitReport parse(Bytes octets, Checks checks) throws Rejected {
    Fields fields = Fields.of(new CborDecoder(checks).decode(octets, CborProfile.VALID), SHAPE);
    List<Cbor> reference = fields.array(REFERENCE);
    if (reference.size() != 2) {
      throw new Rejected(
          Reason.MISSING_FIELD, "suit.report.shape", "a reference has a text and a digest");
    }
    SuitDigest.parse(reference.get(1));
    List<SuitRecord> records = new ArrayList<>();
    List<SuitClaims> claims = new ArrayList<>();
    for (Cbor item : fields.array(RECORDS)) {
      if (item instanceof Cbor.Map map) {
        claims.add(claims(map));
      } else {
        records.add(SuitRecord.parse(item));
      }
    }
    return new SuitReport(
        Fields.text(reference.get(0), SHAPE),
        reference.get(1).encode(),
        fields.findOctets(NONCE),
        records,
        claims,
        failure(fields.item(RESULT)),
        fields.find(CAPABILITIES).map(Cbor::encode));
  }

  private static Optional<Failure> failure(Cbor item) throws Rejected {
    if (item.equals(Cbor.bool(true))) {
      return Optional.empty();
    }
    Fields fields = Fields.of(item, SHAPE);
    return Optional.of(
        new Failure(
            fields.integer(RESULT_CODE),
            SuitRecord.parse(fields.item(RESULT_RECORD)),
            fields.integer(RESULT_REASON)));
  }

  private static SuitClaims claims(Cbor.Map map) throws Rejected {
    Fields fields = Fields.of(map, SHAPE);
    SuitComponentId id = SuitComponentId.parse(fields.item(SuitClaims.COMPONENT), SHAPE);
    return new SuitClaims(
        id,
        Cbor.map(
            map.entries().stream()
                .filter(each -> !each.key().equals(Cbor.integer(SuitClaims.COMPONENT)))
                .toList()));
  }
}
