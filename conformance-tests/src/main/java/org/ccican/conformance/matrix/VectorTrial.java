package org.ccican.conformance.matrix;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.ccican.appraisal.Appraisal;
import org.ccican.appraisal.Appraiser;
import org.ccican.appraisal.CheckOutcome;
import org.ccican.check.BrokenChecks;
import org.ccican.check.CheckCatalogue;
import org.ccican.check.CheckPoint;
import org.ccican.check.Checks;
import org.ccican.check.Fault;
import org.ccican.cose.Crypto;
import org.ccican.format.Formats;
import org.ccican.reject.Reason;
import org.ccican.reject.Rejected;
import org.ccican.vector.MessageVector;
import org.ccican.vector.MessageVectors;
import org.ccican.vector.TestVector;
import org.ccican.vector.TestVector.Expect;
import org.ccican.vector.TestVector.Verdict;
import org.ccican.vector.Vectors;

/**
 * The test vectors against appraisers and readers of the reference, broken or not: a fault is
 * noticed by a vector that names its check, or by the accepted one that it was made from.
 */
final class VectorTrial {

  /** Stands before the id of a vector where scenarios have theirs. */
  static final String MARK = "vector:";

  /**
   * @param reached whether the broken rule was asked
   * @param killers ids of the vectors that came out otherwise
   */
  record Result(boolean reached, List<String> killers) {

    Result {
      killers = List.copyOf(killers);
    }
  }

  /** Judges a vector's input. */
  private interface Target {

    /**
     * @throws Rejected if what the vector brings along cannot be read
     */
    Expect of(Checks checks) throws Rejected;
  }

  /**
   * A vector and what judges it.
   *
   * @param id with {@value #MARK}
   * @param parent the accepted one that it departs from, likewise
   */
  private record Aimed(
      String id,
      Optional<String> parent,
      Optional<String> check,
      List<String> requirements,
      Expect expect,
      Target target) {

    static Aimed of(TestVector vector, Appraiser appraiser) {
      return new Aimed(
          MARK + vector.id(),
          vector.parent().map(MARK::concat),
          vector.check(),
          vector.requirements(),
          vector.expect(),
          checks -> expect(appraiser.appraise(VectorInput.of(vector, appraiser), checks)));
    }

    static Aimed of(MessageVector vector, Crypto crypto) {
      return new Aimed(
          MARK + vector.id(),
          vector.parent().map(MARK::concat),
          vector.check(),
          vector.requirements(),
          vector.expect(),
          checks -> new MessageInput(vector, crypto).read(checks));
    }

    /**
     * What comes of it. A crash is no verdict, and no appraiser is wanted that crashes because one
     * check is broken; it is kept apart from all of them.
     */
    Optional<Expect> outcome(Checks checks) {
      try {
        return Optional.of(target.of(checks));
      } catch (Rejected | RuntimeException e) {
        return Optional.empty();
      }
    }

    boolean agrees(Checks checks) {
      return outcome(checks).equals(Optional.of(expect));
    }

    private static Expect expect(Appraisal appraisal) {
      Optional<Reason> reason = appraisal.firstFailure().flatMap(CheckOutcome::reason);
      return new Expect(
          reason.isEmpty() && appraisal.accepted() ? Verdict.ACCEPTED : Verdict.REFUSED,
          reason.map(each -> each.phase().name().toLowerCase(Locale.ROOT)),
          reason.map(Reason::id));
    }
  }

  private final Map<String, Aimed> all;

  /** By check, those that name it, and the accepted ones that they depart from. */
  private final Map<String, List<Aimed>> naming = new TreeMap<>();

  private final Map<String, List<Aimed>> parents = new TreeMap<>();

  private VectorTrial(Map<String, Aimed> all) {
    this.all = new LinkedHashMap<>(all);
    for (Aimed each : all.values()) {
      each.check()
          .ifPresent(
              check -> {
                naming.computeIfAbsent(check, any -> new ArrayList<>()).add(each);
                Aimed parent = all.get(each.parent().orElseThrow());
                List<Aimed> bases = parents.computeIfAbsent(check, any -> new ArrayList<>());
                if (!bases.contains(parent)) {
                  bases.add(parent);
                }
              });
    }
  }

  static VectorTrial load(Formats formats, Crypto crypto) {
    Map<String, Aimed> all = new LinkedHashMap<>();
    for (String format : Vectors.FORMATS) {
      Appraiser appraiser = formats.appraiser(format).orElseThrow();
      Vectors.load(format).all().stream()
          .map(each -> Aimed.of(each, appraiser))
          .forEach(each -> all.put(each.id(), each));
    }
    for (String format : MessageVectors.FORMATS) {
      MessageVectors.load(format).all().stream()
          .map(each -> Aimed.of(each, crypto))
          .forEach(each -> all.put(each.id(), each));
    }
    return new VectorTrial(all);
  }

  int size() {
    return all.size();
  }

  /** The requirements of one vector. */
  List<String> requirementsOf(String id) {
    return all.get(id).requirements();
  }

  /** Whether there is such a vector, and it is accepted. */
  boolean accepts(String id) {
    return all.containsKey(id) && all.get(id).expect().verdict() == Verdict.ACCEPTED;
  }

  /** Ids of the vectors that name a check, in the order of their files. */
  List<String> naming(String check) {
    return naming.getOrDefault(check, List.of()).stream().map(Aimed::id).toList();
  }

  /** The requirements of the vectors that name a check. */
  SortedSet<String> requirements(String check) {
    SortedSet<String> requirements = new TreeSet<>();
    naming.getOrDefault(check, List.of()).forEach(each -> requirements.addAll(each.requirements()));
    return requirements;
  }

  /** The vectors that name a rule which can be broken. */
  List<String> aimedAtFaults(CheckCatalogue catalogue) {
    return all.values().stream()
        .filter(
            each ->
                each.check()
                    .flatMap(catalogue::find)
                    .filter(point -> point.kind() != CheckPoint.Kind.STRUCTURAL)
                    .isPresent())
        .map(Aimed::id)
        .toList();
  }

  /** Those that the unbroken reference does not judge as they say. */
  List<String> notPassed() {
    return all.values().stream()
        .filter(each -> !each.agrees(Checks.unbroken()))
        .map(each -> each.id() + ": " + each.outcome(Checks.unbroken()))
        .toList();
  }

  /** What the vectors that a fault is aimed at by make of it; a crash is no kill. */
  Result tried(Fault fault) {
    return tried(fault, List.of());
  }

  /**
   * The same with further vectors.
   *
   * @param beside ids of accepted ones
   */
  Result tried(Fault fault, List<String> beside) {
    boolean reached = false;
    List<String> killers = new ArrayList<>();
    List<Aimed> aimed = aimed(fault);
    beside.forEach(id -> aimed.add(all.get(id)));
    for (Aimed each : aimed) {
      BrokenChecks broken = BrokenChecks.of(List.of(fault));
      Optional<Expect> outcome = each.outcome(broken);
      reached |= broken.reached() > 0;
      if (broken.reached() > 0
          && outcome.isPresent()
          && !outcome.equals(Optional.of(each.expect()))) {
        killers.add(each.id());
      }
    }
    return new Result(reached, killers);
  }

  /** What a rule wrongly lets through is refused otherwise, what it wrongly refuses accepted. */
  private List<Aimed> aimed(Fault fault) {
    List<Aimed> aimed = new ArrayList<>(naming.getOrDefault(fault.point().name(), List.of()));
    if (!fault.isWritten()) {
      aimed.addAll(parents.getOrDefault(fault.point().name(), List.of()));
    }
    return aimed;
  }
}
