package org.ccican.format.eat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ccican.check.Checks;
import org.ccican.format.eat.EatClaim.Form;
import org.ccican.reject.Reason;
import org.ccican.reject.Rejected;
import org.ccican.wire.Base64Url;
import org.ccican.wire.Bytes;
import org.ccican.wire.Cbor;
import org.ccican.wire.Json;
import org.ccican.wire.JsonDecoder;
import org.ccican.wire.Span;

/**
 * Reads claims-sets in JSON (RFC 9711 section 7.2): names become labels, base64url becomes octets,
 * words become numbers. What is of another type is left as it is, so that the rule about the claim
 * refuses it; names that nobody knows, numbers among them, stay texts and so mean nothing.
 */
final class EatJson {

  private static final String VALUE = "eat.json.value";
  private static final List<String> DEBUG =
      List.of(
          "enabled",
          "disabled",
          "disabled-since-boot",
          "disabled-permanently",
          "disabled-fully-and-permanently");
  private static final List<String> LOCATION =
      List.of(
          "",
          "latitude",
          "longitude",
          "altitude",
          "accuracy",
          "altitude-accuracy",
          "heading",
          "speed",
          "timestamp",
          "age");
  private static final List<String> RESULTS = List.of("", "success", "fail", "not-run", "absent");
  private static final List<String> USES =
      List.of("", "generic", "registration", "provisioning", "csr", "pop");

  private EatJson() {}

  /**
   * @throws Rejected if this is no object in JSON
   */
  static EatClaims parse(Bytes text, Checks checks) throws Rejected {
    return claims(JsonDecoder.decode(text, checks));
  }

  static EatClaims claims(Json value) throws Rejected {
    if (value instanceof Json.Obj object) {
      return new EatClaims(map(object), true);
    }
    throw new Rejected(
        Reason.WRONG_TYPE, "eat.claims.map", "a claims-set expected at " + value.span());
  }

  /**
   * What base64url stands for; padding is taken in claims, since the grammar's own sizes count it.
   */
  static Optional<Bytes> base64(String text) {
    try {
      return Optional.of(Base64Url.decode(text.replaceFirst("={1,2}$", ""), VALUE));
    } catch (Rejected e) {
      return Optional.empty();
    }
  }

  private static Cbor.Map map(Json.Obj object) throws Rejected {
    List<Cbor.Entry> entries = new ArrayList<>();
    for (Json.Member each : object.members()) {
      Optional<EatClaim> claim = EatClaim.named(each.name());
      entries.add(
          claim.isPresent()
              ? new Cbor.Entry(
                  Cbor.integer(claim.get().label()), value(claim.get().form(), each.value()))
              : new Cbor.Entry(Cbor.text(each.name()), plain(each.value())));
    }
    return Cbor.unsorted(entries);
  }

  private static Cbor value(Form form, Json value) throws Rejected {
    return switch (form) {
      case AS_IT_IS -> plain(value);
      case OCTETS -> octets(value);
      case NAMED_OCTETS -> namedOctets(value);
      case DEBUG -> word(value, DEBUG);
      case LOCATION -> location(value);
      case CONTENTS -> contents(value);
      case RESULTS -> results(value);
      case INTENDED_USE -> word(value, USES);
      case SUBMODULES -> submodules(value);
    };
  }

  private static Cbor plain(Json value) throws Rejected {
    if (value instanceof Json.Text text) {
      return Cbor.text(text.value());
    }
    if (value instanceof Json.Number number) {
      return number(number);
    }
    if (value instanceof Json.Word word) {
      return word.name().equals("null") ? Cbor.nil() : Cbor.bool(word.name().equals("true"));
    }
    if (value instanceof Json.Array array) {
      List<Cbor> items = new ArrayList<>();
      for (Json each : array.items()) {
        items.add(plain(each));
      }
      return Cbor.array(items);
    }
    return map((Json.Obj) value);
  }

  private static Cbor number(Json.Number number) {
    Optional<Long> integer = number.integer();
    return integer.isPresent()
        ? Cbor.integer(integer.get())
        : new Cbor.Real(
            8, Double.doubleToRawLongBits(Double.parseDouble(number.literal())), Span.NONE);
  }

  private static Cbor octets(Json value) throws Rejected {
    Optional<Bytes> octets =
        value instanceof Json.Text text ? base64(text.value()) : Optional.empty();
    return octets.isPresent() ? Cbor.octets(octets.get()) : plain(value);
  }

  private static Cbor word(Json value, List<String> words) throws Rejected {
    boolean known = value instanceof Json.Text text && words.contains(text.value());
    return known ? Cbor.integer(words.indexOf(((Json.Text) value).value())) : plain(value);
  }

  private static Cbor namedOctets(Json value) throws Rejected {
    if (!(value instanceof Json.Obj object)) {
      return plain(value);
    }
    List<Cbor.Entry> entries = new ArrayList<>();
    for (Json.Member each : object.members()) {
      entries.add(new Cbor.Entry(Cbor.text(each.name()), octets(each.value())));
    }
    return Cbor.unsorted(entries);
  }

  private static Cbor location(Json value) throws Rejected {
    if (!(value instanceof Json.Obj object)) {
      return plain(value);
    }
    List<Cbor.Entry> entries = new ArrayList<>();
    for (Json.Member each : object.members()) {
      int label = LOCATION.indexOf(each.name());
      Cbor key = label > 0 ? Cbor.integer(label) : Cbor.text(each.name());
      entries.add(new Cbor.Entry(key, plain(each.value())));
    }
    return Cbor.unsorted(entries);
  }

  private static Cbor contents(Json value) throws Rejected {
    if (!(value instanceof Json.Array array)) {
      return plain(value);
    }
    List<Cbor> all = new ArrayList<>();
    for (Json each : array.items()) {
      boolean pair = each instanceof Json.Array parts && parts.items().size() == 2;
      all.add(
          pair
              ? Cbor.array(
                  plain(((Json.Array) each).items().get(0)),
                  octets(((Json.Array) each).items().get(1)))
              : plain(each));
    }
    return Cbor.array(all);
  }

  /** Words in the last place of an array of two, at any depth. */
  private static Cbor results(Json value) throws Rejected {
    if (!(value instanceof Json.Array array)) {
      return plain(value);
    }
    List<Cbor> all = new ArrayList<>();
    for (int i = 0; i < array.items().size(); i++) {
      Json each = array.items().get(i);
      boolean last = i == 1 && each instanceof Json.Text;
      all.add(last ? word(each, RESULTS) : results(each));
    }
    return Cbor.array(all);
  }

  private static Cbor submodules(Json value) throws Rejected {
    if (!(value instanceof Json.Obj object)) {
      return plain(value);
    }
    List<Cbor.Entry> entries = new ArrayList<>();
    for (Json.Member each : object.members()) {
      entries.add(new Cbor.Entry(Cbor.text(each.name()), submodule(each.value())));
    }
    return Cbor.unsorted(entries);
  }

  private static Cbor submodule(Json value) throws Rejected {
    if (value instanceof Json.Obj object) {
      return map(object);
    }
    if (!(value instanceof Json.Array array)
        || array.items().size() != 2
        || !(array.items().get(0) instanceof Json.Text type)) {
      throw new Rejected(Reason.WRONG_TYPE, VALUE, "a selector of two expected at " + value.span());
    }
    Json second = array.items().get(1);
    if (type.value().equals("CBOR")) {
      return octets(second);
    }
    if (!type.value().equals("DIGEST")) {
      return Cbor.text(value.span().raw().toText());
    }
    List<Json> digest = second instanceof Json.Array parts ? parts.items() : List.of();
    if (digest.size() != 2) {
      throw new Rejected(Reason.WRONG_TYPE, VALUE, "a digest of two expected at " + second.span());
    }
    return Cbor.array(plain(digest.get(0)), octets(digest.get(1)));
  }
}
