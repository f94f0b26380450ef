package org.ccican.format.cca;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.ccican.check.Checks;
import org.ccican.evidence.EvidenceFormat;
import org.ccican.format.arm.ArmToken;
import org.ccican.reject.Reason;
import org.ccican.reject.Rejected;
import org.ccican.wire.Bytes;
import org.ccican.wire.Cbor;
import org.ccican.wire.CborDecoder;
import org.ccican.wire.CborLimits;
import org.ccican.wire.CborProfile;
import org.ccican.wire.Fields;

/**
 * Evidence of a realm (draft-ffm-rats-cca-token section 4.1): tag 399 around a map that has the
 * platform's token under 44234 and the realm's under 44241, each a byte string with a COSE_Sign1.
 *
 * @param collection the map, other entries included, in the order of its octets
 */
public record CcaToken(Cbor.Map collection, ArmToken platform, ArmToken realm) {

  /** What messages carry such a token as. */
  public static final EvidenceFormat FORMAT =
      new EvidenceFormat(
          "cca", "application/eat-collection; profile=\"http://arm.com/CCA-SSD/1.0.0\"");

  static final long TAG = 399;
  static final long PLATFORM = 44_234;
  static final long REALM = 44_241;

  private static final String SHAPE = "cca.token.shape";

  /** Everything on record of a token that was read, in order. */
  static final List<String> CHECKS =
      Stream.concat(
              ArmToken.CHECKS.stream().filter(each -> each.startsWith("cbor.")),
              Stream.concat(
                  Stream.of("cca.token.tag", SHAPE),
                  ArmToken.CHECKS.stream().filter(each -> !each.startsWith("cbor."))))
          .toList();

  private static final Set<ArmToken.Form> FORMS = EnumSet.of(ArmToken.Form.SIGN1);

  /** 128 KiB around two tokens of at most half of that each. */
  private static final CborLimits LIMITS = new CborLimits(1 << 17, 16, 1 << 8, 1 << 16, 1 << 14);

  public CcaToken {
    Objects.requireNonNull(collection);
    Objects.requireNonNull(platform);
    Objects.requireNonNull(realm);
  }

  /**
   * Reads both tokens and checks everything about their headers that needs no key.
   *
   * @throws Rejected if it is no such token
   */
  public static CcaToken parse(Bytes octets, Checks checks) throws Rejected {
    Cbor item = new CborDecoder(checks, LIMITS).decode(octets, CborProfile.DEFINITE);
    boolean tagged = item instanceof Cbor.Tag tag && tag.number() == TAG;
    // spec| draft-ffm-rats-cca-token §4.1: tag 399 says that this is a CCA token
    Rejected.unless(
        checks, "cca.token.tag", tagged, Reason.WRONG_TYPE, () -> "tag 399 expected at offset 0");
    Fields fields = Fields.of(item instanceof Cbor.Tag tag ? tag.content() : item, SHAPE);
    return new CcaToken(
        fields.map(),
        ArmToken.parse(fields.octets(PLATFORM), FORMS, checks),
        ArmToken.parse(fields.octets(REALM), FORMS, checks));
  }

  /** The token written anew: what was read, if whoever wrote it kept heads short. */
  public Bytes encode() {
    List<Cbor.Entry> entries = new ArrayList<>();
    for (Cbor.Entry each : collection.entries()) {
      Cbor value = each.value();
      if (each.key().equals(Cbor.integer(PLATFORM))) {
        value = Cbor.octets(platform.encode());
      } else if (each.key().equals(Cbor.integer(REALM))) {
        value = Cbor.octets(realm.encode());
      }
      entries.add(new Cbor.Entry(each.key(), value));
    }
    return Cbor.tag(TAG, Cbor.unsorted(entries)).encode();
  }
}
