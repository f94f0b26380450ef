package org.ccican.ear;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ccican.reject.Reason;
import org.ccican.reject.Rejected;
import org.ccican.wire.Bytes;
import org.ccican.wire.Cbor;
import org.ccican.wire.Fields;

/** The claims of a CWT. */
record CborEarClaims(Fields fields, EarProfile profile) implements EarClaims {

  static CborEarClaims of(Cbor item, EarProfile profile) throws Rejected {
    return new CborEarClaims(Fields.of(item, SHAPE), profile);
  }

  @Override
  public EarClaims in(EarProfile other) {
    return new CborEarClaims(fields, other);
  }

  @Override
  public Optional<String> text(EarLabel label) throws Rejected {
    return fields.findText(label.label());
  }

  @Override
  public Optional<Long> integer(EarLabel label) throws Rejected {
    return fields.findInteger(label.label());
  }

  @Override
  public Optional<Bytes> octets(EarLabel label) throws Rejected {
    return fields.findOctets(label.label());
  }

  @Override
  public Optional<Bytes> nonce(EarLabel label) throws Rejected {
    return octets(label);
  }

  @Override
  public Optional<TrustTier> tier(EarLabel label) throws Rejected {
    Optional<Long> value = integer(label);
    if (value.isEmpty()) {
      return Optional.empty();
    }
    Optional<TrustTier> tier = TrustTier.ofValue(value.get());
    if (tier.isEmpty()) {
      throw new Rejected(Reason.OUT_OF_RANGE, SHAPE, value.get() + " is no tier");
    }
    return tier;
  }

  @Override
  public Optional<EarClaims> map(EarLabel label) throws Rejected {
    Optional<Cbor> item = fields.find(label.label());
    return item.isPresent() ? Optional.of(of(item.get(), profile)) : Optional.empty();
  }

  @Override
  public boolean isOther(EarLabel label) {
    return fields.find(label.label()).filter(item -> !(item instanceof Cbor.Map)).isPresent();
  }

  @Override
  public boolean isEmpty() {
    return fields.map().entries().isEmpty();
  }

  @Override
  public boolean has(String name) {
    return fields.find(name).isPresent();
  }

  @Override
  public Optional<List<String>> texts(EarLabel label) throws Rejected {
    if (profile == EarProfile.DEPLOYED) {
      return text(label).map(List::of);
    }
    Optional<List<Cbor>> items = fields.findArray(label.label());
    if (items.isEmpty()) {
      return Optional.empty();
    }
    List<String> texts = new ArrayList<>();
    for (Cbor item : items.get()) {
      texts.add(Fields.text(item, SHAPE));
    }
    return Optional.of(texts);
  }

  @Override
  public Map<String, EarClaims> submods(EarLabel label) throws Rejected {
    Map<String, EarClaims> submods = new LinkedHashMap<>();
    for (Cbor.Entry each : Fields.of(fields.item(label.label()), SHAPE).map().entries()) {
      submods.put(Fields.text(each.key(), SHAPE), of(each.value(), profile));
    }
    return submods;
  }

  @Override
  public Optional<Map<TrustCategory, Long>> vector(EarLabel label) throws Rejected {
    Optional<Cbor> item = fields.find(label.label());
    if (item.isEmpty()) {
      return Optional.empty();
    }
    Map<TrustCategory, Long> claims = new LinkedHashMap<>();
    for (Cbor.Entry each : Fields.of(item.get(), SHAPE).map().entries()) {
      long category = Fields.integer(each.key(), SHAPE);
      claims.put(
          TrustCategory.find(category)
              .orElseThrow(() -> new Rejected(Reason.UNKNOWN_FIELD, SHAPE, "label " + category)),
          Fields.integer(each.value(), SHAPE));
    }
    return Optional.of(claims);
  }

  @Override
  public List<Cbor.Entry> unknown() {
    return fields.map().entries().stream().filter(CborEarClaims::isUnknown).toList();
  }

  private static boolean isUnknown(Cbor.Entry entry) {
    for (EarLabel each : EarLabel.values()) {
      if (entry.key().equals(Cbor.integer(each.label()))) {
        return false;
      }
    }
    return true;
  }
}
