package org.ccican.conformance.verdict;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.ccican.conformance.trace.Exchange;
import org.ccican.conformance.trace.ScenarioTrace;
import org.ccican.wire.Bytes;
import org.ccican.wire.Cbor;

/**
 * EARs as an Application Owner gets them (draft-ietf-rats-ear section 3): a COSE_Sign1 around
 * claims, and in submodules an appraisal of each attester.
 */
public final class EarJudges {

  private static final String PROFILE = "tag:ietf.org,2026:rats/ear#03";
  private static final String TYPE = "application/eat+cwt; eat_profile=\"" + PROFILE + "\"";

  private static final long EXP = 4;
  private static final long IAT = 6;
  private static final long NONCE = 10;
  private static final long EAT_PROFILE = 265;
  private static final long SUBMODS = 266;
  private static final long STATUS = 1000;
  private static final long VECTOR = 1001;
  private static final long POLICIES = 1003;
  private static final long VERIFIER_ID = 1004;
  private static final int CATEGORIES = 8;
  private static final long CRYPTO_FAILED = 99;

  private static final Map<String, Predicate<Ear>> ROWS = rows();

  private EarJudges() {}

  static Map<String, Judge> table() {
    return Map.of(
        "ear",
        EarJudges::judge,
        "reference-values-taken",
        (trace, expected, signatures) -> taken(trace));
  }

  /** A signed result and the request that it answers. */
  private record Ear(Bytes request, SignedResult signed) {

    Cbor.Map claims() {
      return signed.claims();
    }

    List<Cbor.Map> appraisals() {
      return claims().find(SUBMODS).flatMap(CborView::map).stream()
          .flatMap(submods -> submods.entries().stream())
          .flatMap(each -> CborView.map(each.value()).stream())
          .toList();
    }

    /** Whether there are appraisals, and all of them are so. */
    boolean each(Predicate<Cbor.Map> predicate) {
      return !appraisals().isEmpty() && appraisals().stream().allMatch(predicate);
    }
  }

  private static Map<String, Predicate<Ear>> rows() {
    Map<String, Predicate<Ear>> rows = new TreeMap<>();
    rows.put(
        "names the profile of EARs",
        ear -> ear.claims().find(EAT_PROFILE).flatMap(CborView::text).equals(Optional.of(PROFILE)));
    rows.put(
        "says in its protected header that it is an EAR",
        ear -> ear.signed().json() || ear.signed().type().equals(Optional.of(TYPE)));
    rows.put(
        "has a whole number as time of issue",
        ear -> ear.claims().find(IAT).flatMap(CborView::integer).isPresent());
    rows.put(
        "has no expiry but a whole number",
        ear -> ear.claims().find(EXP).map(exp -> CborView.integer(exp).isPresent()).orElse(true));
    rows.put("names developer and build of its verifier", EarJudges::verifier);
    rows.put("is about an attester", ear -> !ear.appraisals().isEmpty());
    rows.put("repeats the nonce of the request", EarJudges::nonce);
    rows.put(
        "has a nonce of 8 to 64 octets",
        ear ->
            ear.claims()
                .find(NONCE)
                .flatMap(CborView::octets)
                .filter(nonce -> nonce.size() >= 8 && nonce.size() <= 64)
                .isPresent());
    rows.put("has a status for each attester", ear -> ear.each(each -> status(each).isPresent()));
    rows.put("has a vector for each attester", ear -> ear.each(each -> !vector(each).isEmpty()));
    rows.put(
        "has claims of 8 bits in each vector",
        ear -> ear.each(each -> vector(each).values().stream().allMatch(EarJudges::fits)));
    rows.put(
        "is no better than the worst claim about an attester",
        ear -> ear.each(each -> status(each).isPresent() && distrust(each) >= worst(each)));
    rows.put("is no better overall than the worst attester", EarJudges::overall);
    rows.put(
        "has no empty list of policies",
        ear ->
            ear.each(
                each ->
                    each.find(POLICIES)
                        .map(ids -> CborView.items(ids).filter(all -> !all.isEmpty()).isPresent())
                        .orElse(true)));
    rows.put(
        "claims in every category that validation failed",
        ear ->
            ear.each(
                each ->
                    vector(each).size() == CATEGORIES
                        && vector(each).values().stream().allMatch(x -> x == CRYPTO_FAILED)));
    rows.put("has extensions that are maps alone", EarJudges::extensions);
    rows.put(
        "has claims in known categories alone",
        ear ->
            ear.each(
                each -> vector(each).keySet().stream().allMatch(label -> label >= 0 && label < 8)));
    return rows;
  }

  private static boolean verifier(Ear ear) {
    Optional<Cbor.Map> id = ear.claims().find(VERIFIER_ID).flatMap(CborView::map);
    return id.flatMap(map -> map.find(0)).flatMap(CborView::text).isPresent()
        && id.flatMap(map -> map.find(1)).flatMap(CborView::text).isPresent();
  }

  /** Through the Veraison API the nonce is what the evidence has to carry. */
  private static boolean nonce(Ear ear) {
    FieldsView request = new FieldsView(ear.request());
    Optional<Bytes> asked =
        ear.signed().json()
            ? request
                .octets("evidence")
                .flatMap(octets -> CollectionView.read(octets).view())
                .flatMap(CollectionView::claims)
                .map(Digests::sha512)
            : request.octets("nonce");
    return asked.isPresent() && ear.claims().find(NONCE).flatMap(CborView::octets).equals(asked);
  }

  /** spec| draft-ietf-rats-ear §3, §3.1: private claims, as ours are, and those of the drafts */
  private static boolean extensions(Ear ear) {
    return ear.each(
        appraisal ->
            appraisal.entries().stream()
                .filter(
                    each ->
                        CborView.integer(each.key())
                            .filter(label -> label < -65_536 || label == 65_000)
                            .isPresent())
                .allMatch(each -> each.value() instanceof Cbor.Map));
  }

  private static boolean overall(Ear ear) {
    Optional<Long> status = ear.claims().find(STATUS).flatMap(CborView::integer);
    return status.isEmpty()
        || ear.each(each -> tier(status.get()) >= distrust(each)) && tier(status.get()) >= 0;
  }

  private static Optional<Long> status(Cbor.Map appraisal) {
    return appraisal
        .find(STATUS)
        .flatMap(CborView::integer)
        .filter(status -> List.of(0L, 2L, 32L, 96L).contains(status));
  }

  private static Map<Long, Long> vector(Cbor.Map appraisal) {
    Map<Long, Long> claims = new TreeMap<>();
    appraisal
        .find(VECTOR)
        .flatMap(CborView::map)
        .ifPresent(
            map ->
                map.entries()
                    .forEach(
                        each ->
                            claims.put(
                                CborView.integer(each.key()).orElse(-1L),
                                CborView.integer(each.value()).orElse(Long.MAX_VALUE))));
    return claims;
  }

  private static boolean fits(long claim) {
    return claim >= -128 && claim <= 127;
  }

  /** 0 where nothing speaks against, 1 for a warning, 2 for a contraindication. */
  private static int tier(long value) {
    if (value >= 96 || value <= -97) {
      return 2;
    }
    return value >= 32 || value <= -33 ? 1 : 0;
  }

  private static int distrust(Cbor.Map appraisal) {
    return tier(status(appraisal).orElse(0L));
  }

  private static int worst(Cbor.Map appraisal) {
    return vector(appraisal).values().stream().mapToInt(EarJudges::tier).max().orElse(0);
  }

  /**
   * The words themselves.
   *
   * @throws IllegalArgumentException if no property has them
   */
  public static String known(String words) {
    if (!ROWS.containsKey(words)) {
      throw new IllegalArgumentException("no property of an EAR \"" + words + "\"");
    }
    return words;
  }

  private static Verdict judge(ScenarioTrace trace, Expectation expected, Verifier signatures) {
    String property = expected.text("property");
    Findings findings = new Findings();
    for (Exchange exchange : trace.exchanges("application-owner", "verifier")) {
      if (exchange.request().resource().equals("appraisals")) {
        if (SaidOutcome.of(exchange).isPresent()) {
          return Verdict.inapplicable("the verifier says accepted or refused and gives no result");
        }
        Optional<Ear> ear = read(exchange, expected.octets("verifier-key"), signatures);
        findings.look(
            ear.filter(ROWS.get(known(property))).isPresent(),
            ear.isPresent() ? "an EAR that is otherwise" : "no result of the Verifier");
      }
    }
    return findings.verdict("the EAR " + property);
  }

  private static Verdict taken(ScenarioTrace trace) {
    Findings findings = new Findings();
    for (Exchange exchange : trace.exchanges("middleware-repository", "verifier")) {
      findings.look(
          exchange.response().filter(ExchangeJudges::isSuccess).isPresent(),
          "reference values that were not taken");
    }
    return findings.verdict("the Verifier takes the reference values");
  }

  private static Optional<Ear> read(Exchange exchange, Bytes key, Verifier signatures) {
    return exchange
        .response()
        .filter(ExchangeJudges::isSuccess)
        .flatMap(message -> SignedResult.read(message.body(), key, signatures))
        .map(signed -> new Ear(exchange.request().body(), signed));
  }
}
