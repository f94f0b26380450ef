package org.ccican.conformance.verdict;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.ccican.conformance.trace.Exchange;
import org.ccican.conformance.trace.ScenarioTrace;
import org.ccican.conformance.trace.TraceEvent.Message;
import org.ccican.wire.Bytes;
import org.ccican.wire.Cbor;

/** Attestation Results of the TEEP profile as a TAM gets them: a COSE_Sign1 around claims. */
public final class ProfileJudges {

  static final String PROFILE = "urn:ietf:rfc:rfcXXXX";

  private static final long CNF = 8;
  private static final long NONCE = 10;
  private static final long UEID = 256;
  private static final long OEMID = 258;
  private static final long HWMODEL = 259;
  private static final long HWVERSION = 260;
  private static final long EAT_PROFILE = 265;
  private static final long MANIFESTS = 272;

  private static final Map<String, Predicate<Result>> ROWS = rows();

  private ProfileJudges() {}

  static Map<String, Judge> table() {
    return Map.of("profile-result", ProfileJudges::judge);
  }

  /**
   * A signed result.
   *
   * @param octets of the claims, as they were signed
   */
  private record Result(
      Message request, CoseView signed, Bytes octets, Cbor.Map claims, Bytes verifier) {

    Optional<Cbor> claim(long label) {
      return claims.find(label);
    }

    Optional<Bytes> octets(long label) {
      return claim(label).flatMap(CborView::octets);
    }
  }

  private static Map<String, Predicate<Result>> rows() {
    Map<String, Predicate<Result>> rows = new TreeMap<>();
    rows.put("is an EAT", each -> !each.claims().entries().isEmpty());
    rows.put("is of definite lengths", each -> CborHeads.definite(each.octets()));
    rows.put("is in preferred serialization", each -> CborHeads.preferred(each.octets()));
    rows.put("has no tags among its claims", each -> CborHeads.untagged(each.octets()));
    rows.put(
        "names the profile",
        each -> each.claim(EAT_PROFILE).flatMap(CborView::text).equals(Optional.of(PROFILE)));
    rows.put(
        "names its key by the thumbprint",
        each ->
            each.signed().kid().isEmpty()
                || each.signed().kid().equals(KeyView.thumbprintOf(each.verifier())));
    rows.put("has a nonce that is a single byte string", each -> each.octets(NONCE).isPresent());
    rows.put(
        "has the required claims",
        each ->
            device(each)
                && hardware(each)
                && each.claim(MANIFESTS).flatMap(CborView::items).isPresent()
                && each.claim(CNF).flatMap(CborView::map).isPresent());
    rows.put(
        "has references to manifests",
        each ->
            each.claim(MANIFESTS)
                .flatMap(CborView::items)
                .filter(all -> !all.isEmpty() && all.stream().allMatch(ProfileJudges::refers))
                .isPresent());
    return rows;
  }

  /**
   * A content format, which has no number yet, and a SUIT_Reference: URI and digest (suit-report
   * section 4).
   */
  private static boolean refers(Cbor manifest) {
    return CborView.items(manifest)
        .filter(pair -> pair.size() == 2 && CborView.integer(pair.get(0)).isPresent())
        .flatMap(pair -> CborView.octets(pair.get(1)))
        .flatMap(octets -> CborView.read(octets).view())
        .flatMap(CborView::items)
        .filter(reference -> reference.size() == 2)
        .filter(reference -> CborView.text(reference.get(0)).isPresent())
        .flatMap(reference -> CborView.items(reference.get(1)))
        .filter(digest -> digest.size() == 2 && CborView.octets(digest.get(1)).isPresent())
        .isPresent();
  }

  /** spec| RFC 9711 §4.2.1: 7 to 33 octets */
  private static boolean device(Result result) {
    return result.octets(UEID).filter(ueid -> ueid.size() >= 7 && ueid.size() <= 33).isPresent();
  }

  private static boolean hardware(Result result) {
    return result.claim(OEMID).isPresent()
        && result.octets(HWMODEL).filter(model -> !model.isEmpty()).isPresent()
        && result.claim(HWVERSION).flatMap(CborView::items).isPresent();
  }

  /**
   * The words themselves.
   *
   * @throws IllegalArgumentException if no property has them
   */
  public static String known(String words) {
    if (!ROWS.containsKey(words)) {
      throw new IllegalArgumentException("no property of a result \"" + words + "\"");
    }
    return words;
  }

  private static Verdict judge(ScenarioTrace trace, Expectation expected, Verifier signatures) {
    String property = expected.text("property");
    Findings findings = new Findings();
    for (Exchange exchange : trace.exchanges("tam", "verifier")) {
      if (exchange.request().resource().equals(expected.text("resource"))) {
        Optional<Result> result = read(exchange, expected, signatures);
        findings.look(
            result.filter(ROWS.get(known(property))).isPresent(),
            result.isPresent() ? "a result that is otherwise" : "no result of the Verifier");
      }
    }
    return findings.verdict("the result " + property);
  }

  private static Optional<Result> read(
      Exchange exchange, Expectation expected, Verifier signatures) {
    Bytes key = expected.octets("verifier-key");
    Optional<CoseView> signed =
        exchange
            .response()
            .filter(ExchangeJudges::isSuccess)
            .flatMap(message -> CoseView.read(message.body()).view())
            .filter(view -> view.verifies(signatures, key));
    Optional<Bytes> octets = signed.flatMap(CoseView::payload);
    return octets
        .flatMap(payload -> CborView.read(payload).view())
        .flatMap(CborView::map)
        .map(claims -> new Result(exchange.request(), signed.get(), octets.get(), claims, key));
  }
}
