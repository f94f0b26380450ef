package org.ccican.appraisal;

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
    NotEvaluated notEvaluated) {

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
  public record Vocabulary(Set<String> numbers, Map<String, Integer> octets, Set<String> bits) {

    /**
     * @param octets field names with their sizes
     */
    public Vocabulary {
      numbers = Set.copyOf(numbers);
      octets = Map.copyOf(octets);
      bits = Set.copyOf(bits);
    }
  }

  public AppraisalPolicy {
    privilegeLevels = Set.copyOf(privilegeLevels);
    minimum = Map.copyOf(minimum);
    equal = Map.copyOf(equal);
    bitsSet = Map.copyOf(bitsSet);
    bitsClear = Map.copyOf(bitsClear);
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
