package org.ccican.conformance.verdict;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.ccican.conformance.verdict.AnswerProperties.Context;
import org.ccican.wire.Bytes;
import org.ccican.wire.Cbor;

/** What can be asked of the COSE around SUIT Reports (draft-ietf-suit-report section 8). */
final class ReportContainers {

  /** COSE_Sign1, COSE_Encrypt0 and COSE_Mac0, which the grammar has beside the words. */
  private static final List<Long> SINGLE = List.of(18L, 16L, 17L);

  private ReportContainers() {}

  static void add(Map<String, Predicate<Context>> rows) {
    rows.put(
        "carries SUIT Reports in containers that reports may have",
        each -> all(each, ReportContainers::mayHave));
    rows.put(
        "carries SUIT Reports that are all that their containers hold",
        each -> all(each, ReportContainers::isAlone));
    rows.put(
        "carries SUIT Reports signed as SUIT profiles have it",
        each -> all(each, ReportContainers::keepsToProfile));
  }

  private static boolean all(Context each, Predicate<Bytes> rule) {
    return !each.answer().suitReports().isEmpty()
        && each.answer().suitReports().stream().allMatch(rule);
  }

  /** Tagged, or a COSE_Sign1 without its tag. */
  private static boolean mayHave(Bytes report) {
    return CborView.read(report)
        .view()
        .filter(
            item ->
                item instanceof Cbor.Tag tag
                    ? SINGLE.contains(tag.number())
                    : CoseView.read(report).view().isPresent())
        .isPresent();
  }

  /** The payload is inside, and is one map. */
  private static boolean isAlone(Bytes report) {
    return CoseView.read(report)
        .view()
        .flatMap(CoseView::payload)
        .flatMap(octets -> CborView.read(octets).view())
        .flatMap(CborView::map)
        .isPresent();
  }

  /** Algorithms of the profiles that TEEP has, as one edition or another numbers them. */
  private static boolean keepsToProfile(Bytes report) {
    return CoseView.read(report)
        .view()
        .flatMap(CoseView::algorithm)
        .filter(id -> WrapperProperties.MANDATORY.stream().anyMatch(ids -> ids.contains(id)))
        .isPresent();
  }
}
