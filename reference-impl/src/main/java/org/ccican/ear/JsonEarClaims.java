package org.ccican.ear;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ccican.reject.Reason;
import org.ccican.reject.Rejected;
import org.ccican.wire.Base64Url;
import org.ccican.wire.Bytes;
import org.ccican.wire.Cbor;
import org.ccican.wire.Json;

/** The claims of a JWT. */
record JsonEarClaims(Json.Obj object, EarProfile profile) implements EarClaims {

  static JsonEarClaims of(Json value, EarProfile profile) throws Rejected {
    if (value instanceof Json.Obj object) {
      return new JsonEarClaims(object, profile);
    }
    throw wrong(value, "an object");
  }

  @Override
  public EarClaims in(EarProfile other) {
    return new JsonEarClaims(object, other);
  }

  @Override
  public Optional<String> text(EarLabel label) throws Rejected {
    Optional<Json> value = find(label);
    return value.isPresent() ? Optional.of(text(value.get())) : Optional.empty();
  }

  @Override
  public Optional<Long> integer(EarLabel label) throws Rejected {
    Optional<Json> value = find(label);
    return value.isPresent() ? Optional.of(integer(value.get())) : Optional.empty();
  }

  @Override
  public Optional<Bytes> octets(EarLabel label) throws Rejected {
    Optional<String> text = text(label);
    return text.isPresent() ? Optional.of(Base64Url.decode(text.get(), SHAPE)) : Optional.empty();
  }

  @Override
  public Optional<Bytes> nonce(EarLabel label) throws Rejected {
    Optional<String> text = text(label);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    // reading: base64 of RFC 4648 section 4 or 5, and padding where it makes four
    String padded = text.get();
    String digits = padded.length() % 4 == 0 ? padded.replaceFirst("={1,2}$", "") : padded;
    return Optional.of(Base64Url.decode(digits.replace('+', '-').replace('/', '_'), SHAPE));
  }

  @Override
  public Optional<TrustTier> tier(EarLabel label) throws Rejected {
    Optional<String> text = text(label);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    Optional<TrustTier> tier = TrustTier.ofId(text.get());
    if (tier.isEmpty()) {
      throw new Rejected(Reason.OUT_OF_RANGE, SHAPE, "no tier in " + label);
    }
    return tier;
  }

  @Override
  public Optional<EarClaims> map(EarLabel label) throws Rejected {
    Optional<Json> value = find(label);
    return value.isPresent() ? Optional.of(of(value.get(), profile)) : Optional.empty();
  }

  @Override
  public boolean isOther(EarLabel label) {
    return find(label).filter(value -> !(value instanceof Json.Obj)).isPresent();
  }

  @Override
  public boolean isEmpty() {
    return object.members().isEmpty();
  }

  @Override
  public boolean has(String name) {
    return object.find(name).isPresent();
  }

  @Override
  public Optional<List<String>> texts(EarLabel label) throws Rejected {
    if (profile == EarProfile.DEPLOYED) {
      return text(label).map(List::of);
    }
    Optional<Json> value = find(label);
    if (value.isEmpty()) {
      return Optional.empty();
    }
    if (!(value.get() instanceof Json.Array array)) {
      throw wrong(value.get(), "an array");
    }
    List<String> texts = new ArrayList<>();
    for (Json each : array.items()) {
      texts.add(text(each));
    }
    return Optional.of(texts);
  }

  @Override
  public Map<String, EarClaims> submods(EarLabel label) throws Rejected {
    Map<String, EarClaims> submods = new LinkedHashMap<>();
    Optional<Json> value = find(label);
    if (value.isEmpty()) {
      throw new Rejected(Reason.MISSING_FIELD, SHAPE, "no " + label.name(profile));
    }
    for (Json.Member each : of(value.get(), profile).object().members()) {
      submods.put(each.name(), of(each.value(), profile));
    }
    return submods;
  }

  @Override
  public Optional<Map<TrustCategory, Long>> vector(EarLabel label) throws Rejected {
    Optional<Json> value = find(label);
    if (value.isEmpty()) {
      return Optional.empty();
    }
    Map<TrustCategory, Long> claims = new LinkedHashMap<>();
    for (Json.Member each : of(value.get(), profile).object().members()) {
      claims.put(
          TrustCategory.find(each.name())
              .orElseThrow(() -> new Rejected(Reason.UNKNOWN_FIELD, SHAPE, "an unknown category")),
          integer(each.value()));
    }
    return Optional.of(claims);
  }

  @Override
  public List<Cbor.Entry> unknown() {
    return List.of();
  }

  private Optional<Json> find(EarLabel label) {
    return object.find(label.name(profile));
  }

  private static String text(Json value) throws Rejected {
    if (value instanceof Json.Text text) {
      return text.value();
    }
    throw wrong(value, "a text");
  }

  private static long integer(Json value) throws Rejected {
    Optional<Long> number = value instanceof Json.Number found ? found.integer() : Optional.empty();
    if (number.isEmpty()) {
      throw wrong(value, "a whole number");
    }
    return number.get();
  }

  private static Rejected wrong(Json value, String expected) {
    return new Rejected(Reason.WRONG_TYPE, SHAPE, expected + " expected at " + value.span());
  }
}
