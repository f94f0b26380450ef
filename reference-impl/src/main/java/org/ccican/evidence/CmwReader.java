package org.ccican.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ccican.check.Checks;
import org.ccican.reject.Reason;
import org.ccican.reject.Rejected;
import org.ccican.wire.Bytes;
import org.ccican.wire.Cbor;
import org.ccican.wire.CborDecoder;
import org.ccican.wire.CborProfile;
import org.ccican.wire.Fields;

/** Reads a CMW in CBOR (draft-ietf-rats-msg-wrap section 3), or in whichever of the two it is. */
public final class CmwReader {

  private final Checks checks;
  private final CmwRules rules;

  public CmwReader(Checks checks) {
    this.checks = checks;
    this.rules = new CmwRules(checks);
  }

  /**
   * Told apart by the first octet (section 3.4): no CMW in CBOR begins as JSON does.
   *
   * @throws Rejected if it is neither
   */
  public Cmw readEither(Bytes octets) throws Rejected {
    boolean json = !octets.isEmpty() && " \t\r\n[{".indexOf(octets.at(0)) >= 0;
    return json ? new CmwJson(checks).read(octets) : read(octets);
  }

  /**
   * @throws Rejected if the octets are no CMW in CBOR
   */
  public Cmw read(Bytes octets) throws Rejected {
    return cmw(new CborDecoder(checks).decode(octets, CborProfile.VALID), 1);
  }

  /**
   * An item inside a larger one, for instance the claim of a CWT.
   *
   * @throws Rejected if it is no CMW
   */
  public Cmw of(Cbor item) throws Rejected {
    return cmw(item, 1);
  }

  private Cmw cmw(Cbor item, int depth) throws Rejected {
    if (item instanceof Cbor.Array array) {
      return record(array);
    }
    if (item instanceof Cbor.Tag tag) {
      return new Cmw.Tag(rules.tagged(tag.number()), Fields.octets(tag.content(), CmwRules.SHAPE));
    }
    rules.depth(depth);
    return collection(Fields.of(item, CmwRules.SHAPE).map(), depth);
  }

  private Cmw.Record record(Cbor.Array record) throws Rejected {
    List<Cbor> parts = record.items();
    if (parts.size() != 2 && parts.size() != 3) {
      throw new Rejected(
          Reason.WRONG_TYPE,
          CmwRules.SHAPE,
          "record of " + parts.size() + " parts at offset " + record.offset());
    }
    CmwType type =
        parts.get(0) instanceof Cbor.Int number
            ? rules.contentFormat(number.isLong() ? number.longValue() : -1)
            : rules.mediaType(Fields.text(parts.get(0), CmwRules.SHAPE));
    Bytes value = Fields.octets(parts.get(1), CmwRules.SHAPE);
    if (parts.size() == 2) {
      return new Cmw.Record(type, value, 0);
    }
    return new Cmw.Record(
        type, value, rules.indicator(Fields.integer(parts.get(2), CmwRules.SHAPE)));
  }

  private Cmw.Collection collection(Cbor.Map map, int depth) throws Rejected {
    Optional<String> type = Optional.empty();
    List<Cmw.Item> items = new ArrayList<>();
    for (Cbor.Entry entry : map.entries()) {
      if (entry.key().equals(Cbor.text(Cmw.COLLECTION_TYPE))) {
        type = Optional.of(Fields.text(entry.value(), CmwRules.SHAPE));
      } else {
        items.add(new Cmw.Item(label(entry.key()), cmw(entry.value(), depth + 1)));
      }
    }
    return rules.collection(type, items);
  }

  private static Cmw.Label label(Cbor key) throws Rejected {
    return key instanceof Cbor.Int
        ? new Cmw.Label.Number(Fields.integer(key, CmwRules.SHAPE))
        : new Cmw.Label.Name(Fields.text(key, CmwRules.SHAPE));
  }
}
