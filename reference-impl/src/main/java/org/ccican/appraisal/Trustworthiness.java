package org.ccican.appraisal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.ccican.ear.TrustCategory;
import org.ccican.ear.TrustTier;
import org.ccican.ear.TrustworthinessVector;
import org.ccican.reject.Reason;

/**
 * What checks say about a device, as a trustworthiness vector (draft-ietf-rats-ar4si section 2.3).
 * The table beside this class says which category a check is about and which claim follows if it
 * fails; of several claims the worst stands (section 2.3.3). A category of which checks passed and
 * none failed or was left out is affirmed.
 */
public final class Trustworthiness {

  /** The claim of a category whose checks have passed. */
  private static final int AFFIRMED = 2;

  private static final String EVERY = "*";

  /** A row of the table; no category stands for all of them. */
  private record Row(Optional<TrustCategory> category, int claim) {}

  private final Map<String, Row> rows;

  private Trustworthiness(Map<String, Row> rows) {
    this.rows = Map.copyOf(rows);
  }

  /** Reads the table from the class path. */
  public static Trustworthiness load() {
    Map<String, Row> rows = new TreeMap<>();
    try (InputStream in = Trustworthiness.class.getResourceAsStream("trustworthiness.tsv")) {
      if (in == null) {
        throw new IllegalStateException("the table of categories is missing");
      }
      BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.isBlank() && !line.startsWith("#")) {
          String[] cells = line.split("\t", -1);
          rows.put(cells[0], new Row(category(cells[1]), Integer.parseInt(cells[2])));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Trustworthiness(rows);
  }

  private static Optional<TrustCategory> category(String cell) {
    Optional<TrustCategory> category = TrustCategory.find(cell);
    if (category.isEmpty() && !cell.equals(EVERY)) {
      throw new IllegalStateException("no category " + cell);
    }
    return category;
  }

  /** Whether the table has a row for a check. */
  public boolean covers(String check) {
    return row(check).isPresent();
  }

  /**
   * The vector of evidence that was accepted, or whose checks were made as far as they were.
   *
   * @param outcomes of the format's checks; none if it never came to them
   * @param refusal of the Verifier itself, beside those of the format
   */
  public TrustworthinessVector vector(List<CheckOutcome> outcomes, Optional<Refusal> refusal) {
    Map<TrustCategory, Integer> worst = new EnumMap<>(TrustCategory.class);
    Set<TrustCategory> passed = EnumSet.noneOf(TrustCategory.class);
    Set<TrustCategory> open = EnumSet.noneOf(TrustCategory.class);
    for (CheckOutcome each : outcomes) {
      // A check that the table does not know is about what signed.
      Optional<TrustCategory> category =
          row(each.check()).map(Row::category).orElse(Optional.of(TrustCategory.HARDWARE));
      switch (each.status()) {
        case PASSED -> category.ifPresent(passed::add);
        case FAILED -> fail(worst, each.check(), each.reason().orElseThrow());
        case NOT_REACHED -> category.ifPresent(open::add);
        case NOT_EVALUATED -> {}
      }
    }
    refusal.ifPresent(found -> fail(worst, found.check(), found.reason()));
    passed.removeAll(open);
    passed.forEach(category -> worst.putIfAbsent(category, AFFIRMED));
    return worst.isEmpty()
        ? TrustworthinessVector.all(TrustworthinessVector.UNKNOWN)
        : new TrustworthinessVector(worst);
  }

  /** What a Verifier refused by a check of its own. */
  public record Refusal(String check, Reason reason) {}

  private void fail(Map<TrustCategory, Integer> worst, String check, Reason reason) {
    Row row = row(check).orElseGet(() -> usual(reason));
    // spec| draft-ietf-rats-ar4si §2.3.4: 99 wherever the evidence is not what was signed
    int claim =
        reason.phase() == Reason.Phase.SIGNATURE
            ? TrustworthinessVector.CRYPTO_FAILED
            : row.claim();
    Set<TrustCategory> about =
        row.category().isPresent() && claim != TrustworthinessVector.CRYPTO_FAILED
            ? Set.of(row.category().get())
            : EnumSet.allOf(TrustCategory.class);
    about.forEach(category -> worst.merge(category, claim, Trustworthiness::worse));
  }

  /** Where the table says nothing, the phase does. */
  private static Row usual(Reason reason) {
    return switch (reason.phase()) {
      case DECODE -> new Row(Optional.empty(), TrustworthinessVector.UNKNOWN);
      case SIGNATURE, FRESHNESS -> new Row(Optional.empty(), TrustworthinessVector.CRYPTO_FAILED);
      case TRUST -> new Row(Optional.of(TrustCategory.HARDWARE), 97);
      case POLICY -> new Row(Optional.of(TrustCategory.CONFIGURATION), 96);
    };
  }

  /** spec| draft-ietf-rats-ar4si §2.3.3: a standard claim of the worst tier before all others. */
  private static int worse(int one, int other) {
    TrustTier tier = TrustTier.of(one);
    if (tier != TrustTier.of(other)) {
      return tier.worse(TrustTier.of(other)) == tier ? one : other;
    }
    return Math.max(one, other);
  }

  private Optional<Row> row(String check) {
    Row exact = rows.get(check);
    if (exact != null) {
      return Optional.of(exact);
    }
    for (int dot = check.lastIndexOf('.'); dot > 0; dot = check.lastIndexOf('.', dot - 1)) {
      Row found = rows.get(check.substring(0, dot + 1));
      if (found != null) {
        return Optional.of(found);
      }
    }
    return Optional.empty();
  }
}
