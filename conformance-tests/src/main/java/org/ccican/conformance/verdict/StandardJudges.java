package org.ccican.conformance.verdict;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The one list of judges. */
public final class StandardJudges {

  private StandardJudges() {}

  /**
   * @throws IllegalStateException if two judges have one name
   */
  public static Judges all() {
    Map<String, Judge> judges = new HashMap<>();
    for (Map<String, Judge> table :
        List.of(
            ExchangeJudges.table(),
            SecretJudges.table(),
            PackagingJudges.table(),
            TeepJudges.table(),
            TokenJudges.table(),
            LinkJudges.table(),
            HttpJudges.table(),
            HttpRuleJudges.table(),
            BrokerJudges.table(),
            PlayedJudges.table(),
            ReadingJudges.table(),
            ComponentJudges.table(),
            SuitAnswerJudges.table(),
            ContactJudges.table(),
            ResultJudges.table(),
            ConveyanceJudges.table(),
            EvidenceJudges.table(),
            CollectionJudges.table(),
            ProfileJudges.table(),
            EarJudges.table(),
            AppraisalJudges.table(),
            Recorded.table())) {
      table.forEach(
          (name, judge) -> {
            if (judges.put(name, judge) != null) {
              throw new IllegalStateException("two judges are called " + name);
            }
          });
    }
    return new Judges(judges);
  }
}
