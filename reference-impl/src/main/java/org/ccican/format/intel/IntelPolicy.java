package org.ccican.format.intel;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ccican.appraisal.AppraisalPolicy;

/** The words that policies for quotes have in common. */
public final class IntelPolicy {

  /** Switch: octets behind the quote; allowed unless forbidden, since real TDX quotes have them. */
  public static final String TRAILING_OCTETS = "trailing-octets";

  /** Switch: no collateral, hence no word of Intel's on the platform's firmware. */
  public static final String MISSING_COLLATERAL = "missing-collateral";

  /** Words: the acceptable statuses; the platform must be up to date where none are named. */
  static final String STATUS = "tcb-status";

  /** Words: advisories that the level may be subject to; without any the check is not made. */
  static final String ADVISORIES = "advisories";

  /** Number: the least evaluation that both documents come from. */
  static final String EVALUATION = "tcb-evaluation-data-number";

  /** Number, seconds since the epoch: the least date of the level. */
  static final String DATE = "tcb-date";

  private IntelPolicy() {}

  /**
   * The vocabulary of a format on top of the common words.
   *
   * @param octets field names with sizes
   * @param switches what else may be allowed
   * @param words fields that hold decimal numbers
   */
  public static AppraisalPolicy.Vocabulary vocabulary(
      List<String> numbers,
      Map<String, Integer> octets,
      Set<String> bits,
      Map<String, Boolean> switches,
      List<String> words) {
    Map<String, Boolean> allSwitches = new LinkedHashMap<>(switches);
    allSwitches.put(TRAILING_OCTETS, true);
    allSwitches.put(MISSING_COLLATERAL, false);
    Map<String, Set<String>> allWords = new LinkedHashMap<>();
    words.forEach(word -> allWords.put(word, Set.of()));
    allWords.put(
        STATUS, Stream.of(TcbStatus.values()).map(TcbStatus::id).collect(Collectors.toSet()));
    allWords.put(ADVISORIES, Set.of());
    Set<String> allNumbers =
        Stream.concat(numbers.stream(), Stream.of(EVALUATION, DATE)).collect(Collectors.toSet());
    return new AppraisalPolicy.Vocabulary(allNumbers, octets, bits, allSwitches, allWords);
  }

  static Set<String> statuses(AppraisalPolicy policy) {
    return policy.oneOf().getOrDefault(STATUS, Set.of(TcbStatus.UP_TO_DATE.id()));
  }
}
