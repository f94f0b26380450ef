package org.ccican.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ccican.check.Checks;
import org.ccican.reject.Reason;
import org.ccican.reject.Rejected;
import org.ccican.wire.Base64Url;
import org.ccican.wire.Bytes;
import org.ccican.wire.Json;
import org.ccican.wire.JsonDecoder;
import org.ccican.wire.JsonText;

/**
 * A CMW in JSON (draft-ietf-rats-msg-wrap section 3): octets are base64url without padding, labels
 * are names, and there are no tags and no numbers of content formats.
 */
public final class CmwJson {

  private final Checks checks;
  private final CmwRules rules;

  public CmwJson(Checks checks) {
    this.checks = checks;
    this.rules = new CmwRules(checks);
  }

  /**
   * @throws Rejected if the text is no CMW
   */
  public Cmw read(Bytes text) throws Rejected {
    return of(JsonDecoder.decode(text, checks));
  }

  /**
   * A value inside a larger one, for instance the claim of a JWT.
   *
   * @throws Rejected if it is no CMW
   */
  public Cmw of(Json value) throws Rejected {
    return cmw(value, 1);
  }

  /**
   * Without any white space.
   *
   * @throws IllegalArgumentException if the CMW has something that JSON lacks
   */
  public static Bytes write(Cmw cmw) {
    return Bytes.utf8(text(cmw));
  }

  private static String text(Cmw cmw) {
    if (cmw instanceof Cmw.Record record && record.type() instanceof CmwType.MediaType type) {
      String indicator = record.indicator() == 0 ? "" : "," + record.indicator();
      String value = JsonText.string(Base64Url.encode(record.value()));
      return "[" + JsonText.string(type.text()) + "," + value + indicator + "]";
    }
    if (cmw instanceof Cmw.Collection collection) {
      List<String> members = new ArrayList<>();
      collection.type().ifPresent(type -> members.add(member(Cmw.COLLECTION_TYPE, type)));
      for (Cmw.Item item : collection.items()) {
        if (!(item.label() instanceof Cmw.Label.Name name)) {
          throw new IllegalArgumentException("JSON has no label that is a number");
        }
        members.add(JsonText.string(name.text()) + ":" + text(item.cmw()));
      }
      return "{" + String.join(",", members) + "}";
    }
    throw new IllegalArgumentException("JSON has neither tags nor content formats");
  }

  private static String member(String name, String value) {
    return JsonText.string(name) + ":" + JsonText.string(value);
  }

  private Cmw cmw(Json value, int depth) throws Rejected {
    if (value instanceof Json.Array array) {
      return record(array);
    }
    if (value instanceof Json.Obj object) {
      rules.depth(depth);
      return collection(object, depth);
    }
    throw wrong(value, "a record or a collection");
  }

  private Cmw.Record record(Json.Array record) throws Rejected {
    List<Json> parts = record.items();
    if (parts.size() != 2 && parts.size() != 3) {
      throw wrong(record, "a record of 2 or 3 parts");
    }
    CmwType type = rules.mediaType(text(parts.get(0)));
    // spec| draft-ietf-rats-msg-wrap §3.1: octets are base64url without padding, always
    Bytes value = Base64Url.decode(text(parts.get(1)), CmwRules.SHAPE);
    if (parts.size() == 2) {
      return new Cmw.Record(type, value, 0);
    }
    Optional<Long> bits =
        parts.get(2) instanceof Json.Number number ? number.integer() : Optional.empty();
    if (bits.isEmpty()) {
      throw wrong(parts.get(2), "an indicator");
    }
    return new Cmw.Record(type, value, rules.indicator(bits.get()));
  }

  private Cmw.Collection collection(Json.Obj object, int depth) throws Rejected {
    Optional<String> type = Optional.empty();
    List<Cmw.Item> items = new ArrayList<>();
    for (Json.Member member : object.members()) {
      if (member.name().equals(Cmw.COLLECTION_TYPE)) {
        type = Optional.of(text(member.value()));
      } else {
        items.add(new Cmw.Item(new Cmw.Label.Name(member.name()), cmw(member.value(), depth + 1)));
      }
    }
    return rules.collection(type, items);
  }

  private static String text(Json value) throws Rejected {
    if (value instanceof Json.Text text) {
      return text.value();
    }
    throw wrong(value, "a text");
  }

  private static Rejected wrong(Json value, String expected) {
    return new Rejected(
        Reason.WRONG_TYPE, CmwRules.SHAPE, expected + " expected at offset " + value.span());
  }
}
