package org.ccican.ear;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.ccican.wire.Base64Url;
import org.ccican.wire.Bytes;
import org.ccican.wire.Cbor;
import org.ccican.wire.JsonText;

/**
 * The claims of an EAR as a JWT has them (draft-ietf-rats-ear section 3): names for labels, tiers
 * and categories by name, octets in base64url. Claims that break a rule are written as well: what
 * has no name keeps its number.
 */
public final class EarJson {

  private static final List<EarLabel> CLAIMS =
      Arrays.stream(EarLabel.values())
          .filter(each -> each.label() != 0 && each.label() != 1)
          .toList();

  private EarJson() {}

  /**
   * @param claims with the labels of CBOR
   * @return JSON in UTF-8
   */
  public static Bytes encode(Cbor.Map claims) {
    return Bytes.utf8(object(claims, EarJson::name, EarJson::claim));
  }

  private static String claim(Cbor.Entry entry) {
    Cbor value = entry.value();
    if (is(entry, EarLabel.STATUS) && value instanceof Cbor.Int number) {
      return TrustTier.ofValue(number.longValue())
          .map(tier -> JsonText.string(tier.id()))
          .orElseGet(() -> plain(value));
    }
    if (!(value instanceof Cbor.Map map)) {
      return plain(value);
    }
    if (is(entry, EarLabel.SUBMODS)) {
      return object(map, EarJson::name, EarJson::appraisal);
    }
    if (is(entry, EarLabel.VECTOR)) {
      return object(map, EarJson::category, each -> plain(each.value()));
    }
    if (is(entry, EarLabel.VERIFIER_ID)) {
      return object(
          map, key -> part(key, EarLabel.DEVELOPER, EarLabel.BUILD), each -> plain(each.value()));
    }
    if (is(entry, EarLabel.REFUSAL)) {
      return object(
          map, key -> part(key, EarLabel.REASON, EarLabel.CHECK), each -> plain(each.value()));
    }
    return plain(value);
  }

  private static String appraisal(Cbor.Entry attester) {
    return attester.value() instanceof Cbor.Map map
        ? object(map, EarJson::name, EarJson::claim)
        : plain(attester.value());
  }

  private static boolean is(Cbor.Entry entry, EarLabel label) {
    return entry.key().equals(Cbor.integer(label.label()));
  }

  private static String name(Cbor key) {
    for (EarLabel each : CLAIMS) {
      if (key.equals(Cbor.integer(each.label()))) {
        return each.name(EarProfile.CURRENT);
      }
    }
    return number(key);
  }

  private static String part(Cbor key, EarLabel first, EarLabel second) {
    for (EarLabel each : List.of(first, second)) {
      if (key.equals(Cbor.integer(each.label()))) {
        return each.name(EarProfile.CURRENT);
      }
    }
    return number(key);
  }

  private static String category(Cbor key) {
    return key instanceof Cbor.Int label
        ? TrustCategory.find(label.longValue()).map(TrustCategory::id).orElseGet(() -> number(key))
        : number(key);
  }

  /** A name for what has none: the text that it is, or its number. */
  private static String number(Cbor key) {
    if (key instanceof Cbor.Text text) {
      return text.value();
    }
    return key instanceof Cbor.Int label ? String.valueOf(label.longValue()) : key.encode().toHex();
  }

  private static String object(
      Cbor.Map map, Function<Cbor, String> name, Function<Cbor.Entry, String> value) {
    List<String> members = new ArrayList<>();
    for (Cbor.Entry each : map.entries()) {
      members.add(JsonText.string(name.apply(each.key())) + ":" + value.apply(each));
    }
    return "{" + String.join(",", members) + "}";
  }

  /** What needs no name. */
  private static String plain(Cbor value) {
    if (value instanceof Cbor.Int number) {
      return String.valueOf(number.longValue());
    }
    if (value instanceof Cbor.Text text) {
      return JsonText.string(text.value());
    }
    if (value instanceof Cbor.Real real) {
      return String.format(java.util.Locale.ROOT, "%.1f", Double.longBitsToDouble(real.bits()));
    }
    if (value instanceof Cbor.Array array) {
      return "[" + String.join(",", array.items().stream().map(EarJson::plain).toList()) + "]";
    }
    if (value instanceof Cbor.Map map) {
      return object(map, EarJson::number, each -> plain(each.value()));
    }
    return value instanceof Cbor.Octets octets
        ? JsonText.string(Base64Url.encode(octets.value()))
        : JsonText.string(value.encode().toHex());
  }
}
