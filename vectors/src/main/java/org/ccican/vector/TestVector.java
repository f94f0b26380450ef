package org.ccican.vector;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One input and the verdict that a conforming target reaches on it.
 *
 * @param id permanent; never given to another input
 * @param parent the accepted vector that this one differs from in one thing; absent for a base
 * @param spec where the rule stands
 * @param requirements identifiers in the registry of requirements
 * @param comment what was changed and why it matters
 * @param change what differs from the parent; present exactly if the parent is
 * @param check the named check of the reference that refuses; present exactly if refused
 * @param time the instant for which the verdict holds
 * @param flags keys of the file's table of flags
 */
public record TestVector(
    String id,
    Optional<String> parent,
    Spec spec,
    List<String> requirements,
    String comment,
    Optional<Change> change,
    Optional<String> check,
    Input input,
    Instant time,
    Expected expected,
    Policy policy,
    Expect expect,
    List<String> flags) {

  /** What the target is to say. */
  public enum Verdict {
    ACCEPTED,
    REFUSED
  }

  /** The part of the input that a vector and its parent differ in. */
  public enum Part {
    REPORT,
    ENDORSEMENTS,
    COLLATERAL,
    CRLS,
    ANCHORS,
    EVENT_LOG,
    TIME,
    EXPECTED,
    POLICY
  }

  /** A document and the section or field in it. */
  public record Spec(String document, String section) {}

  /**
   * @param octets for a report of its parent's length, where it differs; the signature is not among
   *     them if the report was signed again
   * @param signedAgain whether the report carries a fresh signature over the change
   */
  public record Change(Part part, List<Stretch> octets, boolean signedAgain) {

    public Change {
      Objects.requireNonNull(part);
      octets = List.copyOf(octets);
    }
  }

  /** Octets from {@code offset} on, {@code length} of them. */
  public record Stretch(int offset, int length) {}

  /**
   * @param endorsements certificates that come with the report
   * @param collateral bundles of what the vendor publishes, as they arrive
   * @param crls revocation lists of the vendor; none: revocation is not to be judged
   * @param anchors the roots that the target trusts, and no others
   * @param eventLog what was extended into registers, where the target is to replay it
   */
  public record Input(
      Octets report,
      List<NamedOctets> endorsements,
      List<NamedOctets> collateral,
      List<NamedOctets> crls,
      List<NamedOctets> anchors,
      Optional<NamedOctets> eventLog) {

    public Input {
      Objects.requireNonNull(report);
      endorsements = List.copyOf(endorsements);
      collateral = List.copyOf(collateral);
      crls = List.copyOf(crls);
      anchors = List.copyOf(anchors);
      Objects.requireNonNull(eventLog);
    }

    /** An input of a format that has neither collateral nor registers. */
    public Input(
        Octets report,
        List<NamedOctets> endorsements,
        List<NamedOctets> crls,
        List<NamedOctets> anchors) {
      this(report, endorsements, List.of(), crls, anchors, Optional.empty());
    }

    /** Everything that the file holds under a name. */
    public List<NamedOctets> objects() {
      return Stream.of(endorsements, collateral, crls, anchors, eventLog.stream().toList())
          .flatMap(List::stream)
          .toList();
    }
  }

  /**
   * @param reportData all octets of the field
   * @param measurements reference values, of which one must match
   */
  public record Expected(Octets reportData, List<Octets> measurements) {

    public Expected {
      Objects.requireNonNull(reportData);
      measurements = List.copyOf(measurements);
    }
  }

  /**
   * What the target is configured to put up with and to demand. Fields have the names that the
   * format's README gives them.
   *
   * @param vmpls privilege levels from which a guest may ask for its report
   * @param minimum least values of numbers, by field
   * @param equal values of octet fields, by field
   * @param bitsSet numbers of bits that must be one, by field
   * @param bitsClear numbers of bits that must be zero, by field
   * @param allowed what else is put up with, or not, by the format's name for it
   * @param oneOf acceptable words or decimal numbers, by field
   */
  public record Policy(
      String name,
      String comment,
      boolean allowDebug,
      boolean allowMigration,
      boolean allowProvisionalFirmware,
      List<Integer> vmpls,
      Map<String, Integer> minimum,
      Map<String, Octets> equal,
      Map<String, List<Integer>> bitsSet,
      Map<String, List<Integer>> bitsClear,
      Map<String, Boolean> allowed,
      Map<String, List<String>> oneOf) {

    /** A policy of a format that has no further words. */
    public Policy(
        String name,
        String comment,
        boolean allowDebug,
        boolean allowMigration,
        boolean allowProvisionalFirmware,
        List<Integer> vmpls,
        Map<String, Integer> minimum,
        Map<String, Octets> equal,
        Map<String, List<Integer>> bitsSet,
        Map<String, List<Integer>> bitsClear) {
      this(
          name,
          comment,
          allowDebug,
          allowMigration,
          allowProvisionalFirmware,
          vmpls,
          minimum,
          equal,
          bitsSet,
          bitsClear,
          Map.of(),
          Map.of());
    }

    public Policy {
      Objects.requireNonNull(name);
      Objects.requireNonNull(comment);
      vmpls = List.copyOf(vmpls);
      minimum = Map.copyOf(minimum);
      equal = Map.copyOf(equal);
      bitsSet = Map.copyOf(bitsSet);
      bitsClear = Map.copyOf(bitsClear);
      allowed = Map.copyOf(allowed);
      oneOf = Map.copyOf(oneOf);
    }
  }

  /**
   * @param phase present exactly if refused: decode, signature, trust, freshness or policy
   * @param reason present exactly if refused: an identifier of the closed list in the schema
   */
  public record Expect(Verdict verdict, Optional<String> phase, Optional<String> reason) {

    public static final Expect ACCEPTED =
        new Expect(Verdict.ACCEPTED, Optional.empty(), Optional.empty());

    public Expect {
      if (phase.isPresent() != (verdict == Verdict.REFUSED)
          || reason.isPresent() != phase.isPresent()) {
        throw new IllegalArgumentException("phase and reason belong to refusals, and to all");
      }
    }
  }

  public TestVector {
    Objects.requireNonNull(id);
    Objects.requireNonNull(spec);
    requirements = List.copyOf(requirements);
    Objects.requireNonNull(comment);
    Objects.requireNonNull(input);
    Objects.requireNonNull(time);
    Objects.requireNonNull(expected);
    Objects.requireNonNull(policy);
    Objects.requireNonNull(expect);
    flags = List.copyOf(flags);
    boolean refused = expect.verdict() == Verdict.REFUSED;
    if (check.isPresent() != refused || refused && parent.isEmpty()) {
      throw new IllegalArgumentException(id + ": a refusal has a check and a parent");
    }
    if (change.isPresent() != parent.isPresent()) {
      throw new IllegalArgumentException(id + ": a change has a parent");
    }
  }

  public boolean accepted() {
    return expect.verdict() == Verdict.ACCEPTED;
  }

  @Override
  public String toString() {
    return id;
  }
}
