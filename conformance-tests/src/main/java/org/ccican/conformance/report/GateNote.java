package org.ccican.conformance.report;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * What a baseline makes of one case.
 *
 * @param requirement id of the requirement; empty where the baseline does not say and nothing ran
 * @param scenario id of the case
 * @param reason that the baseline gives
 * @param until the last day of the entry, as 2026-12-31; empty if it has none
 * @param link where it is dealt with; empty if nowhere
 * @param detail what was found, in a sentence
 */
public record GateNote(
    Kind kind,
    String requirement,
    String scenario,
    String reason,
    String until,
    String link,
    String detail) {

  /** What can be said of a case. */
  public enum Kind {
    /** It failed as the baseline says, and is not held against the run. */
    KNOWN("known failure", true, false),
    /** It is blocked by a case that is known or in quarantine. */
    FOLLOWS("follows from a known failure", true, false),
    /** The test is disputed; its verdict does not count. */
    QUARANTINED("in quarantine", true, false),
    /** It passed though the baseline says that it fails. */
    UNEXPECTED_PASS("unexpected pass", false, true),
    /** There is nothing that the entry could be about. */
    UNMATCHED("matches nothing", false, true),
    /** It failed as the baseline said, whose entry counts no more. */
    EXPIRED("expired", false, false),
    /** It failed in another manner than the baseline says. */
    OTHERWISE("fails otherwise than known", false, false),
    /** It could not be judged, so that the entry stands as it was. */
    UNSETTLED("could not be looked at", false, false);

    private final String words;
    private final boolean excuses;
    private final boolean stale;

    Kind(String words, boolean excuses, boolean stale) {
      this.words = words;
      this.excuses = excuses;
      this.stale = stale;
    }

    /** The spelling of the report: {@code unexpected-pass}. */
    public String id() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public String words() {
      return words;
    }

    /** Whether the case is not held against the run. */
    public boolean excuses() {
      return excuses;
    }

    /** Whether the baseline has to be brought up to date. */
    public boolean stale() {
      return stale;
    }

    public static Optional<Kind> find(String id) {
      for (Kind kind : values()) {
        if (kind.id().equals(id)) {
          return Optional.of(kind);
        }
      }
      return Optional.empty();
    }
  }

  public GateNote {
    Objects.requireNonNull(kind, "kind");
    requirement = Text.bounded(requirement);
    scenario = Text.bounded(scenario);
    reason = Text.bounded(reason);
    until = Text.bounded(until);
    link = Text.bounded(link);
    detail = Text.bounded(detail);
  }

  /** Kind, case, what was found and the reason, in one line. */
  String line() {
    StringBuilder line = new StringBuilder(kind.words()).append(": ").append(scenario);
    if (!detail.isEmpty()) {
      line.append(" (").append(detail).append(')');
    }
    if (!reason.isEmpty()) {
      line.append("; reason: ").append(reason);
    }
    if (!until.isEmpty()) {
      line.append("; until ").append(until);
    }
    return line.toString();
  }
}
