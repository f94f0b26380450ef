package org.ccican.conformance.verdict;

import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.ccican.conformance.trace.Exchange;
import org.ccican.wire.Bytes;

/** What can be asked of an answer, by the words that follow "the answer" in a feature. */
public final class AnswerProperties {

  private static final int MOST_TEXT = 128;

  /** The last error code of the older numbering; the newer one ends at 11. */
  private static final long LAST_CODE = 17;

  private static final Map<String, Predicate<Context>> ROWS = rows();

  private AnswerProperties() {}

  /**
   * An answer and what it answers.
   *
   * @param request as it was sent; empty if it cannot be read
   */
  record Context(
      Exchange exchange,
      Optional<TeepView> request,
      TeepView answer,
      Expectation expected,
      Verifier signatures) {

    boolean has(TeepOption option) {
      return answer.option(option).isPresent();
    }
  }

  private static Map<String, Predicate<Context>> rows() {
    Map<String, Predicate<Context>> rows = new TreeMap<>();
    rows.put(
        "repeats the token",
        each ->
            each.answer().token().isPresent()
                && each.request().flatMap(TeepView::token).equals(each.answer().token()));
    rows.put("has no token", each -> !each.has(TeepOption.TOKEN));
    rows.put("has a token", each -> each.answer().token().isPresent());
    rows.put("has a challenge", each -> each.answer().challenge().isPresent());
    rows.put("has no challenge", each -> !each.has(TeepOption.CHALLENGE));
    rows.put("lists the supported versions", each -> !each.answer().versions().isEmpty());
    rows.put(
        "lists the supported cipher suites",
        each -> !each.answer().signatureAlgorithms().isEmpty());
    rows.put(
        "lists the supported freshness mechanisms",
        each -> !each.answer().freshnessMechanisms().isEmpty());
    rows.put(
        "lists the supported SUIT profiles",
        each -> each.has(TeepOption.SUPPORTED_SUIT_COSE_PROFILES));
    rows.put("lists its components", each -> !each.answer().installedComponents().isEmpty());
    rows.put("lists its extensions", each -> !each.answer().extensions().isEmpty());
    rows.put("carries an attestation payload", each -> each.has(TeepOption.ATTESTATION_PAYLOAD));
    rows.put(
        "carries a result of the verifier",
        each ->
            each.answer()
                .attestationPayload()
                .flatMap(payload -> CoseView.read(payload).view())
                .filter(
                    signed ->
                        signed.verifies(
                            each.signatures(),
                            each.expected().findOctets("verifier").orElse(Bytes.EMPTY)))
                .isPresent());
    rows.put("has no attestation payload", each -> !each.has(TeepOption.ATTESTATION_PAYLOAD));
    rows.put("carries a SUIT Report", each -> !each.answer().suitReports().isEmpty());
    rows.put("has no SUIT Report", each -> !each.has(TeepOption.SUIT_REPORTS));
    rows.put("asks for a component", each -> !each.answer().requestedComponents().isEmpty());
    rows.put("lists manifests to unlink", each -> !each.answer().unneededManifests().isEmpty());
    rows.put("carries a manifest", each -> !each.answer().manifests().isEmpty());
    rows.put(
        "carries a manifest or says why it does not",
        each ->
            !each.answer().manifests().isEmpty()
                || (each.answer().errorCode().isPresent()
                    && each.answer().errorMessage().isPresent()));
    rows.put("has no manifest", each -> each.answer().manifests().isEmpty());
    rows.put("selects version 0", each -> each.answer().selectedVersion().orElse(0L) == 0);
    rows.put(
        "carries a manifest of sequence number 1 or more",
        each ->
            each.answer().manifests().stream()
                .flatMap(manifest -> SuitView.read(manifest).view().stream())
                .flatMap(manifest -> manifest.sequenceNumber().stream())
                .anyMatch(number -> number >= 1));
    rows.put(
        "says that attestation is required",
        each ->
            each.answer()
                .errorCode()
                .equals(
                    Optional.of(each.expected().revision().errorCode("ERR_ATTESTATION_REQUIRED"))));
    rows.put("says why in words", each -> each.answer().errorMessage().isPresent());
    rows.put(
        "carries Evidence for the challenge",
        each ->
            each.answer()
                .attestationPayload()
                .flatMap(payload -> CollectionView.read(payload).view())
                .filter(CollectionView::bindsItsClaims)
                .flatMap(CollectionView::nonce)
                .equals(each.request().flatMap(TeepView::challenge)));
    rows.put(
        "names its format or is an EAT",
        each ->
            each.answer().attestationPayloadFormat().isPresent()
                || each.answer()
                    .attestationPayload()
                    .filter(payload -> CoseView.readEach(payload).view().isPresent())
                    .isPresent());
    rows.put(
        "has no reserved label",
        each ->
            each.answer().options().entries().stream()
                .flatMap(entry -> CborView.integer(entry.key()).stream())
                .noneMatch(label -> label == 0 || label == 23));
    rows.put(
        "has a short text or none",
        each ->
            Stream.of(each.answer().errorMessage(), each.answer().message())
                .flatMap(Optional::stream)
                .map(text -> Bytes.utf8(text).size())
                .allMatch(size -> size >= 1 && size <= MOST_TEXT));
    rows.put(
        "has a policy that loads nothing",
        each -> header(each, "content-security-policy").equals(Optional.of("default-src 'none'")));
    rows.put(
        "has a policy that sends no referrer",
        each -> header(each, "referrer-policy").equals(Optional.of("no-referrer")));
    rows.put(
        "has the media type of TEEP",
        each ->
            each.exchange()
                .response()
                .map(HttpView::new)
                .filter(view -> view.isSuccess() && view.isType(HttpView.TEEP))
                .isPresent());
    OfferProperties.add(rows);
    WrapperProperties.add(rows);
    ConfidentialProperties.add(rows);
    ListProperties.add(rows);
    rows.put(
        "names the manifests that are no longer needed",
        each ->
            !each.answer().unneededManifests().isEmpty()
                && each.request()
                    .map(TeepView::unneededManifests)
                    .equals(Optional.of(each.answer().unneededManifests())));
    rows.put(
        "names a listed error code",
        each ->
            each.answer().errorCode().filter(code -> code >= 1 && code <= LAST_CODE).isPresent());
    rows.put("is valid", each -> each.answer().broken().isEmpty());
    rows.putAll(SuitReportProperties.rows());
    return rows;
  }

  private static Optional<String> header(Context each, String name) {
    return each.exchange().response().map(HttpView::new).flatMap(view -> view.header(name));
  }

  /**
   * The words themselves.
   *
   * @throws IllegalArgumentException if no property has them
   */
  public static String known(String words) {
    if (!ROWS.containsKey(words)) {
      throw new IllegalArgumentException("no property of an answer \"" + words + "\"");
    }
    return words;
  }

  public static SortedSet<String> words() {
    return new TreeSet<>(ROWS.keySet());
  }

  static boolean holds(String words, Context context) {
    return ROWS.get(known(words)).test(context);
  }
}
