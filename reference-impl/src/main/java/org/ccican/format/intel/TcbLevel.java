package org.ccican.format.intel;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ccican.reject.Reason;
import org.ccican.reject.Rejected;
import org.ccican.wire.Json;
import org.ccican.wire.JsonFields;

/**
 * One level of firmware in Intel's documents: what is needed for it, and what Intel says of it.
 *
 * @param needs what the platform, enclave or module must at least have
 * @param date until when Intel knows of no weakness that the level has
 */
public record TcbLevel<T>(T needs, Instant date, TcbStatus status, List<String> advisories) {

  public TcbLevel {
    advisories = List.copyOf(advisories);
  }

  /** Reads the member {@code tcb} of a level. */
  @FunctionalInterface
  interface Needs<T> {
    T read(JsonFields tcb) throws Rejected;
  }

  /** The levels of the member {@code tcbLevels}, in its order: the highest comes first. */
  static <T> List<TcbLevel<T>> all(JsonFields parent, String rule, Needs<T> needs) throws Rejected {
    List<TcbLevel<T>> levels = new ArrayList<>();
    for (Json each : parent.array("tcbLevels")) {
      JsonFields level = JsonFields.of(each, rule);
      String word = level.text("tcbStatus");
      Optional<TcbStatus> status = TcbStatus.find(word);
      if (status.isEmpty()) {
        throw new Rejected(Reason.OUT_OF_RANGE, rule, "tcbStatus " + word + " is not known");
      }
      levels.add(
          new TcbLevel<>(
              needs.read(JsonFields.of(level.value("tcb"), rule)),
              level.instant("tcbDate"),
              status.get(),
              level.findTexts("advisoryIDs")));
    }
    if (levels.isEmpty()) {
      throw new Rejected(Reason.MISSING_FIELD, rule, "no level in tcbLevels");
    }
    return levels;
  }

  /** The same for levels that need one security version. */
  static List<TcbLevel<Long>> versions(JsonFields parent, String rule) throws Rejected {
    return all(parent, rule, tcb -> tcb.number("isvsvn", 0xffff));
  }

  /** The first level that a version reaches. */
  static Optional<TcbLevel<Long>> reached(List<TcbLevel<Long>> levels, long version) {
    return levels.stream().filter(each -> version >= each.needs()).findFirst();
  }
}
