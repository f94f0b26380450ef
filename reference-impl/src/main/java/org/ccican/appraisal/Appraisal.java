package org.ccican.appraisal;

import java.util.List;
import java.util.Optional;

/** The outcome of every check of a format, in the order in which they are made. */
public record Appraisal(List<CheckOutcome> outcomes) {

  public Appraisal {
    outcomes = List.copyOf(outcomes);
    if (outcomes.isEmpty()) {
      throw new IllegalArgumentException("an appraisal without checks accepts nothing");
    }
  }

  /** Whether no check failed, and none was kept from being made by one that did. */
  public boolean accepted() {
    return outcomes.stream()
        .allMatch(
            each ->
                each.status() == CheckOutcome.Status.PASSED
                    || each.status() == CheckOutcome.Status.NOT_EVALUATED);
  }

  public Optional<CheckOutcome> firstFailure() {
    return outcomes.stream()
        .filter(each -> each.status() == CheckOutcome.Status.FAILED)
        .findFirst();
  }

  public Optional<CheckOutcome> find(String check) {
    return outcomes.stream().filter(each -> each.check().equals(check)).findFirst();
  }
}
