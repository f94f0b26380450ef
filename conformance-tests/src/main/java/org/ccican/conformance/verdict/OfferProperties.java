package org.ccican.conformance.verdict;

import java.util.Map;
import java.util.function.Predicate;
import org.ccican.conformance.verdict.AnswerProperties.Context;
import org.ccican.wire.Bytes;
import org.ccican.wire.Cbor;

/** What can be asked of a QueryRequest: what it offers, asks and carries. */
final class OfferProperties {

  private OfferProperties() {}

  /** What a QueryRequest offers and asks. */
  static void add(Map<String, Predicate<Context>> rows) {
    rows.put(
        "has a token of 8 to 64 octets",
        each -> each.answer().token().filter(token -> within(token, 8, 64)).isPresent());
    rows.put(
        "has no challenge but one of 8 to 512 octets",
        each ->
            !each.has(TeepOption.CHALLENGE)
                || each.answer().challenge().filter(sent -> within(sent, 8, 512)).isPresent());
    rows.put(
        "has a challenge only if it asks for attestation",
        each -> each.answer().asksFor(TeepView.ATTESTATION) || !each.has(TeepOption.CHALLENGE));
    rows.put(
        "asks for nothing that is not defined",
        each -> each.answer().dataItemRequested().filter(bits -> bits < 16).isPresent());
    rows.put("asks for SUIT Reports", each -> each.answer().asksFor(TeepView.SUIT_REPORTS));
    rows.put(
        "has no freshness mechanisms",
        each -> !each.has(TeepOption.SUPPORTED_FRESHNESS_MECHANISMS));
    rows.put(
        "lists the nonce among its freshness mechanisms or none",
        each ->
            !each.has(TeepOption.SUPPORTED_FRESHNESS_MECHANISMS)
                || each.answer().freshnessMechanisms().contains(0L));
    rows.put(
        "lists timestamps among its freshness mechanisms",
        each -> each.answer().freshnessMechanisms().contains(1L));
    rows.put(
        "lists version 0 or no versions",
        each -> !each.has(TeepOption.VERSIONS) || each.answer().versions().contains(0L));
    rows.put(
        "lists both cipher suites",
        each ->
            each.answer().signatureAlgorithms().stream()
                    .anyMatch(id -> WrapperProperties.MANDATORY.get(0).contains(id))
                && each.answer().signatureAlgorithms().stream()
                    .anyMatch(id -> WrapperProperties.MANDATORY.get(1).contains(id)));
    rows.put(
        "lists four SUIT profiles",
        each ->
            each.answer().elements().size() > 3
                && CborView.items(each.answer().elements().get(3))
                    .filter(all -> all.stream().map(Cbor::encode).distinct().count() >= 4)
                    .isPresent());
  }

  private static boolean within(Bytes octets, int least, int most) {
    return octets.size() >= least && octets.size() <= most;
  }
}
