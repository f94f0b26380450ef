package org.ccican.check;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * One rule answered wrongly in one manner.
 *
 * @param point a rule that can be broken
 * @param manner one that fits its kind
 */
public record Fault(CheckPoint point, Manner manner) {

  /** Stands between a rule's name and a generated manner. */
  private static final String MARK = "~";

  /** How the answer goes wrong. */
  public enum Manner {
    /** As the rule's kind says: a guard lets everything through, a duty is never done. */
    WRITTEN,
    /** A guard refuses what it must let through, and lets through what it must refuse. */
    INVERTED,
    /** A guard refuses everything. */
    ALWAYS_REFUSED,
    /** A guard gives each answer one question late, a duty is missed the first time. */
    OFF_BY_ONE,
    /** A guard that names its reason refuses what it must, and names another one. */
    WRONG_CODE;

    public String id() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private boolean fits(CheckPoint point) {
      return switch (point.kind()) {
        case GUARD -> fits(point.traits());
        case DUTY -> this == WRITTEN || this == OFF_BY_ONE;
        case STRUCTURAL -> false;
      };
    }

    /** What is always refused is not refused more often, and inverted it is always let through. */
    private boolean fits(Set<CheckPoint.Trait> traits) {
      return switch (this) {
        case WRITTEN, OFF_BY_ONE -> true;
        case INVERTED, ALWAYS_REFUSED -> !traits.contains(CheckPoint.Trait.BREACHED);
        case WRONG_CODE -> !traits.contains(CheckPoint.Trait.SILENT);
      };
    }
  }

  /**
   * @throws IllegalArgumentException if the rule cannot be broken in this manner
   */
  public Fault {
    Objects.requireNonNull(point);
    Objects.requireNonNull(manner);
    if (point.kind() == CheckPoint.Kind.STRUCTURAL) {
      throw new IllegalArgumentException(point.name() + " is structural and cannot be broken");
    }
    if (!manner.fits(point)) {
      throw new IllegalArgumentException(point.name() + " cannot be " + manner.id());
    }
  }

  /** The fault that somebody wrote the rule's name for. */
  public static Fault written(CheckPoint point) {
    return new Fault(point, Manner.WRITTEN);
  }

  /** Those that follow from the rule's kind and that nobody wrote. */
  public static List<Fault> generated(CheckPoint point) {
    return Arrays.stream(Manner.values())
        .filter(manner -> manner != Manner.WRITTEN && manner.fits(point))
        .map(manner -> new Fault(point, manner))
        .toList();
  }

  /**
   * @param id a rule's name, for a generated fault with {@value #MARK} and a manner behind it
   * @return empty if there is no such rule or manner, or the rule cannot be broken in it
   */
  public static Optional<Fault> find(CheckCatalogue catalogue, String id) {
    String name = id.contains(MARK) ? id.substring(0, id.indexOf(MARK)) : id;
    return catalogue
        .find(name)
        .filter(point -> point.kind() != CheckPoint.Kind.STRUCTURAL)
        .flatMap(
            point ->
                id.equals(name)
                    ? Optional.of(written(point))
                    : generated(point).stream().filter(each -> each.id().equals(id)).findFirst());
  }

  public boolean isWritten() {
    return manner == Manner.WRITTEN;
  }

  /** See {@link #find}. */
  public String id() {
    return isWritten() ? point.name() : point.name() + MARK + manner.id();
  }
}
