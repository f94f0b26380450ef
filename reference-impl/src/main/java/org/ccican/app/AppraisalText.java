package org.ccican.app;

import java.util.LinkedHashMap;
import org.ccican.appraisal.Appraisal;
import org.ccican.appraisal.CheckOutcome;
import org.ccican.check.CheckCatalogue;

/** The outcomes of an appraisal as lines for a terminal, or as JSON. */
final class AppraisalText {

  private AppraisalText() {}

  static String lines(Appraisal appraisal) {
    StringBuilder lines = new StringBuilder();
    for (CheckOutcome each : appraisal.outcomes()) {
      String reason = each.reason().map(found -> found.id() + ": ").orElse("");
      String line =
          String.format(
              "%-13s  %-34s  %s%s", each.status().id(), each.check(), reason, each.detail());
      lines.append(printable(line).stripTrailing()).append(System.lineSeparator());
    }
    return lines.append(verdict(appraisal)).append(System.lineSeparator()).toString();
  }

  private static String verdict(Appraisal appraisal) {
    long open =
        appraisal.outcomes().stream()
            .filter(each -> each.status() == CheckOutcome.Status.NOT_EVALUATED)
            .count();
    String checks = appraisal.outcomes().size() + " checks, " + open + " not evaluated";
    String because =
        appraisal
            .firstFailure()
            .map(each -> " by " + each.check() + " (" + each.reason().orElseThrow().id() + ")")
            .orElse("");
    return (appraisal.accepted() ? "accepted" : "refused") + because + ": " + checks;
  }

  static String json(Appraise.Request request, Appraisal appraisal) {
    LinkedHashMap<String, String> members = new LinkedHashMap<>();
    members.put("format", JsonWriter.text(request.format()));
    members.put("at", JsonWriter.text(request.at()));
    members.put("accepted", String.valueOf(appraisal.accepted()));
    members.put("verdict", JsonWriter.text(verdict(appraisal)));
    CheckCatalogue catalogue = CheckCatalogue.load();
    members.put(
        "checks",
        JsonWriter.array(
            appraisal.outcomes().stream().map(each -> json(each, catalogue)).toList()));
    return JsonWriter.object(members, "\n  ") + System.lineSeparator();
  }

  /** What was expected is what the check says of itself, unless it found something else. */
  private static String json(CheckOutcome outcome, CheckCatalogue catalogue) {
    LinkedHashMap<String, String> members = new LinkedHashMap<>();
    members.put("check", JsonWriter.text(outcome.check()));
    members.put("status", JsonWriter.text(outcome.status().id()));
    outcome.reason().ifPresent(reason -> members.put("reason", JsonWriter.text(reason.id())));
    String[] both = outcome.detail().split(" expected, found ", 2);
    boolean compared = outcome.reason().isPresent() && both.length == 2;
    members.put(
        "expected",
        JsonWriter.text(
            compared ? both[0] : catalogue.find(outcome.check()).orElseThrow().statement()));
    members.put("actual", JsonWriter.text(compared ? both[1] : outcome.detail()));
    members.put("rule", JsonWriter.text(outcome.spec().toString()));
    return JsonWriter.object(members, " ");
  }

  /** Names in certificates are a stranger's: nothing of them may steer a terminal. */
  static String printable(String text) {
    return text.replaceAll("\\p{C}", "?");
  }
}
