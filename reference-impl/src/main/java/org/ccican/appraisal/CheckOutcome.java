package org.ccican.appraisal;

import java.util.Objects;
import java.util.Optional;
import org.ccican.reject.Reason;
import org.ccican.reject.SpecRef;

/**
 * What one named check found.
 *
 * @param check its name in the check catalogue
 * @param reason present exactly if it failed
 * @param detail what was found, or why nothing was; may be empty
 */
public record CheckOutcome(
    String check, Status status, Optional<Reason> reason, String detail, SpecRef spec) {

  /** Whether a check was made, and with which result. */
  public enum Status {
    PASSED,
    FAILED,
    /** There was nothing to compare with, and nobody demanded that there be. */
    NOT_EVALUATED,
    /** An earlier check failed, and what this one looks at is not trusted. */
    NOT_REACHED;

    /** {@code not-evaluated}. */
    public String id() {
      return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
  }

  public CheckOutcome {
    Objects.requireNonNull(check);
    Objects.requireNonNull(detail);
    Objects.requireNonNull(spec);
    if (reason.isPresent() != (status == Status.FAILED)) {
      throw new IllegalArgumentException(check + ": " + status + " with reason " + reason);
    }
  }
}
