package org.ccican.conformance.verdict;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.ccican.conformance.verdict.AnswerProperties.Context;
import org.ccican.wire.Bytes;
import org.ccican.wire.Cbor;

/** What can be asked of the lists of a QueryResponse, and of the token that it may carry. */
final class ListProperties {

  /** Confirmation method and UEID of a claims-set (RFC 8747, RFC 9711). */
  private static final List<Long> CLAIMS = List.of(8L, 256L);

  private ListProperties() {}

  static void add(Map<String, Predicate<Context>> rows) {
    rows.put(
        "lists data among its components",
        each -> each.answer().installedComponents().contains(List.of(Bytes.utf8("data"))));
    rows.put(
        "has no data among its components",
        each -> !each.answer().installedComponents().contains(List.of(Bytes.utf8("data"))));
    rows.put("asks for one component", each -> each.answer().requestedComponents().size() == 1);
    rows.put(
        "names a sequence number beside each binary that it has", ListProperties::numbersBinaries);
    rows.put("asks for no component", each -> !each.has(TeepOption.REQUESTED_TC_LIST));
    rows.put(
        "names the manifest of analytics as unneeded",
        each ->
            each.answer()
                .unneededManifests()
                .equals(List.of(List.of(Bytes.utf8("manifest"), Bytes.utf8("analytics")))));
    rows.put("names no manifest as unneeded", each -> !each.has(TeepOption.UNNEEDED_MANIFEST_LIST));
    rows.put("carries an EAT without media type", ListProperties::isToken);
  }

  /** Of the requested components one at least has its binary there. */
  private static boolean numbersBinaries(Context each) {
    List<Cbor.Map> there =
        each
            .answer()
            .option(TeepOption.REQUESTED_TC_LIST)
            .flatMap(CborView::items)
            .orElse(List.of())
            .stream()
            .flatMap(item -> CborView.map(item).stream())
            .filter(
                map -> find(each, map, TeepOption.HAVE_BINARY).equals(Optional.of(Cbor.bool(true))))
            .toList();
    return !there.isEmpty()
        && there.stream()
            .allMatch(
                map ->
                    find(each, map, TeepOption.TC_MANIFEST_SEQUENCE_NUMBER)
                        .flatMap(CborView::integer)
                        .isPresent());
  }

  private static Optional<Cbor> find(Context each, Cbor.Map map, TeepOption option) {
    return map.find(each.expected().revision().label(option));
  }

  private static boolean isToken(Context each) {
    return !each.has(TeepOption.ATTESTATION_PAYLOAD_FORMAT)
        && each.answer()
            .attestationPayload()
            .flatMap(payload -> CoseView.read(payload).view())
            .flatMap(CoseView::payload)
            .flatMap(claims -> CborView.read(claims).view())
            .flatMap(CborView::map)
            .filter(claims -> CLAIMS.stream().allMatch(label -> has(claims, label)))
            .isPresent();
  }

  private static boolean has(Cbor.Map claims, long label) {
    return claims.find(label).isPresent();
  }
}
