package org.ccican.conformance.verdict;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ccican.wire.Bytes;
import org.ccican.wire.Cbor;
import org.ccican.wire.Json;
import org.ccican.wire.Span;

/**
 * The claims of an EAR in JSON as they would be in CBOR (draft-ietf-rats-ear section 3), so that
 * one set of rules judges both. Names of the present draft and those that were deployed before it
 * have the same labels; any other name stays a text, and any value that a claim may not have stays
 * what it is.
 */
final class EarClaimsView {

  private static final Map<String, Long> LABELS =
      Map.ofEntries(
          Map.entry("exp", 4L),
          Map.entry("iat", 6L),
          Map.entry("eat_nonce", 10L),
          Map.entry("eat_profile", 265L),
          Map.entry("submods", 266L),
          Map.entry("ear_status", 1000L),
          Map.entry("ear.status", 1000L),
          Map.entry("ear_trustworthiness_vector", 1001L),
          Map.entry("ear.trustworthiness-vector", 1001L),
          Map.entry("ear_raw_evidence", 1002L),
          Map.entry("ear.raw-evidence", 1002L),
          Map.entry("ear_appraisal_policy_ids", 1003L),
          Map.entry("ear_verifier_id", 1004L),
          Map.entry("ear.verifier-id", 1004L),
          Map.entry("ear_teep_claims", 65_000L),
          Map.entry("ear_ccican_refusal", -70_101L));

  private static final Map<String, Long> TIERS =
      Map.of("none", 0L, "affirming", 2L, "warning", 32L, "contraindicated", 96L);

  private static final List<String> CATEGORIES =
      List.of(
          "instance-identity",
          "configuration",
          "executables",
          "file-system",
          "hardware",
          "runtime-opaque",
          "storage-opaque",
          "sourced-data");

  private EarClaimsView() {}

  static Cbor.Map of(Json.Obj claims) {
    List<Cbor.Entry> entries = new ArrayList<>();
    for (Json.Member each : claims.members()) {
      entries.add(new Cbor.Entry(label(each.name()), claim(each.name(), each.value())));
    }
    return Cbor.unsorted(entries);
  }

  private static Cbor label(String name) {
    return LABELS.containsKey(name) ? Cbor.integer(LABELS.get(name)) : Cbor.text(name);
  }

  private static Cbor claim(String name, Json value) {
    return switch (name) {
      case "ear_status", "ear.status" -> tier(value);
      case "eat_nonce" -> nonce(value);
      case "submods" -> each(value, EarClaimsView::label, (label, submod) -> submod(submod));
      case "ear_trustworthiness_vector", "ear.trustworthiness-vector" ->
          each(value, EarClaimsView::category, (label, claimed) -> plain(claimed));
      case "ear_verifier_id", "ear.verifier-id" ->
          each(value, part("developer", "build"), (label, text) -> plain(text));
      case "ear_ccican_refusal" ->
          each(value, part("reason", "check"), (label, text) -> plain(text));
      default -> plain(value);
    };
  }

  private static Cbor submod(Json value) {
    return value instanceof Json.Obj object ? of(object) : plain(value);
  }

  private static Cbor tier(Json value) {
    return value instanceof Json.Text text && TIERS.containsKey(text.value())
        ? Cbor.integer(TIERS.get(text.value()))
        : plain(value);
  }

  /** reading: base64 of RFC 4648 section 4 or 5, with or without padding */
  private static Cbor nonce(Json value) {
    if (value instanceof Json.Text text) {
      String digits = text.value().replace('+', '-').replace('/', '_').replaceFirst("={1,2}$", "");
      try {
        return Cbor.octets(Bytes.of(Base64.getUrlDecoder().decode(digits)));
      } catch (IllegalArgumentException e) {
        return plain(value);
      }
    }
    return plain(value);
  }

  private static Cbor category(String name) {
    int label = CATEGORIES.indexOf(name);
    return label < 0 ? Cbor.text(name) : Cbor.integer(label);
  }

  private static java.util.function.Function<String, Cbor> part(String first, String second) {
    return name ->
        name.equals(first) || name.equals(second)
            ? Cbor.integer(name.equals(first) ? 0 : 1)
            : Cbor.text(name);
  }

  private static Cbor each(
      Json value,
      java.util.function.Function<String, Cbor> label,
      java.util.function.BiFunction<String, Json, Cbor> claim) {
    if (!(value instanceof Json.Obj object)) {
      return plain(value);
    }
    List<Cbor.Entry> entries = new ArrayList<>();
    for (Json.Member each : object.members()) {
      entries.add(new Cbor.Entry(label.apply(each.name()), claim.apply(each.name(), each.value())));
    }
    return Cbor.unsorted(entries);
  }

  /** Values without a meaning of their own. */
  private static Cbor plain(Json value) {
    if (value instanceof Json.Text text) {
      return Cbor.text(text.value());
    }
    if (value instanceof Json.Number number) {
      Optional<Long> whole = number.integer();
      return whole.isPresent()
          ? Cbor.integer(whole.get())
          : new Cbor.Real(
              8, Double.doubleToLongBits(Double.parseDouble(number.literal())), Span.NONE);
    }
    if (value instanceof Json.Array array) {
      return Cbor.array(array.items().stream().map(EarClaimsView::plain).toList());
    }
    if (value instanceof Json.Obj object) {
      return each(object, Cbor::text, (name, inner) -> plain(inner));
    }
    return new Cbor.Simple(((Json.Word) value).name().equals("true") ? 21 : 20, Span.NONE);
  }
}
