package org.ccican.appraisal;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.ccican.wire.Bytes;

/**
 * What a relying party wants of evidence beyond being authentic. Fields that one format has and
 * another has not are demanded by the name that the vendor gives them; which names a format knows
 * is its appraiser's {@link Vocabulary}.
 *
 * @param allowDebug whether an environment that a debugger may enter is acceptable
 * @param allowUnknownVersions whether evidence of an unlisted version is read as the nearest one
 *     below that is listed
 * @param allowMigration whether an environment that may move to another machine is acceptable
 * @param allowProvisionalFirmware whether firmware that can still be rolled back is acceptable
 * @param privilegeLevels from which levels inside the environment evidence may be asked for
 * @param minimum least values of numbers, by field
 * @param equal wanted values of octets, by field
 * @param bitsSet bits that must be one, by field
 * @param bitsClear bits that must be zero, by field
 * @param switches what is allowed, by the format's name for it; what is not mentioned is as {@link
 *     Vocabulary#switches} has it
 * @param oneOf acceptable words or decimal numbers, by field
 * @param notEvaluated what becomes of checks that had nothing to compare with
 */
public record AppraisalPolicy(
    boolean allowDebug,
    boolean allowUnknownVersions,
    boolean allowMigration,
    boolean allowProvisionalFirmware,
    Set<Long> privilegeLevels,
    Map<String, Long> minimum,
    Map<String, Bytes> equal,
    Map<String, Long> bitsSet,
    Map<String, Long> bitsClear,
    Map<String, Boolean> switches,
    Map<String, Set<String>> oneOf,
    NotEvaluated notEvaluated) {

  /** A policy that says nothing of switches and words. */
  public AppraisalPolicy(
      boolean allowDebug,
      boolean allowUnknownVersions,
      boolean allowMigration,
      boolean allowProvisionalFirmware,
      Set<Long> privilegeLevels,
      Map<String, Long> minimum,
      Map<String, Bytes> equal,
      Map<String, Long> bitsSet,
      Map<String, Long> bitsClear,
      NotEvaluated notEvaluated) {
    this(
        allowDebug,
        allowUnknownVersions,
        allowMigration,
        allowProvisionalFirmware,
        privilegeLevels,
        minimum,
        equal,
        bitsSet,
        bitsClear,
        Map.of(),
        Map.of(),
        notEvaluated);
  }

  /**
   * Which checks must not stay without a result.
   *
   * @param all every check
   * @param names these checks, by catalogue name
   */
  public record NotEvaluated(boolean all, Set<String> names) {

    public static final NotEvaluated TOLERATED = new NotEvaluated(false, Set.of());

    public NotEvaluated {
      names = Set.copyOf(names);
    }

    public boolean isFatal(String check) {
      return all || names.contains(check);
    }
  }

  /** The fields of a format that a policy may speak of. */
  public record Vocabulary(
      Set<String> numbers,
      Map<String, Integer> octets,
      Set<String> bits,
      Map<String, Boolean> switches,
      Map<String, Set<String>> words) {

    /**
     * @param octets field names with their sizes
     * @param switches what may be allowed, and whether it is where a policy does not say
     * @param words fields with all the words that they may hold; without any, decimal numbers
     */
    public Vocabulary {
      numbers = Set.copyOf(numbers);
      octets = Map.copyOf(octets);
      bits = Set.copyOf(bits);
      switches = Map.copyOf(switches);
      words = Map.copyOf(words);
    }

    public Vocabulary(Set<String> numbers, Map<String, Integer> octets, Set<String> bits) {
      this(numbers, octets, bits, Map.of(), Map.of());
    }
  }

  public AppraisalPolicy {
    privilegeLevels = Set.copyOf(privilegeLevels);
    minimum = Map.copyOf(minimum);
    equal = Map.copyOf(equal);
    bitsSet = Map.copyOf(bitsSet);
    bitsClear = Map.copyOf(bitsClear);
    switches = Map.copyOf(switches);
    oneOf = Map.copyOf(oneOf);
  }

  /** Whether something is allowed that a format has a switch for. */
  public boolean allows(String name, Vocabulary vocabulary) {
    return switches.getOrDefault(name, vocabulary.switches().getOrDefault(name, false));
  }

  /** The same policy, in which one field has to hold these octets. */
  public AppraisalPolicy demanding(String field, Bytes octets) {
    Map<String, Bytes> demanded = new HashMap<>(equal);
    demanded.put(field, octets);
    return new AppraisalPolicy(
        allowDebug,
        allowUnknownVersions,
        allowMigration,
        allowProvisionalFirmware,
        privilegeLevels,
        minimum,
        demanded,
        bitsSet,
        bitsClear,
        switches,
        oneOf,
        notEvaluated);
  }

  /**
   * Refuses debug, migration and unknown versions and wants the most privileged level. Provisional
   * firmware is accepted, since real clouds run it, and shown; checks without a reference are shown
   * as not evaluated.
   */
  public static AppraisalPolicy standard() {
    return new AppraisalPolicy(
        false,
        false,
        false,
        true,
        Set.of(0L),
        Map.of(),
        Map.of(),
        Map.of(),
        Map.of(),
        NotEvaluated.TOLERATED);
  }
}
