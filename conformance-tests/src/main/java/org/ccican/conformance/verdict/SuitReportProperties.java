package org.ccican.conformance.verdict;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import org.ccican.conformance.verdict.AnswerProperties.Context;
import org.ccican.wire.Bytes;
import org.ccican.wire.Cbor;

/** What can be asked of the SUIT Report in an answer (draft-ietf-suit-report sections 3, 4, 6). */
final class SuitReportProperties {

  private static final int IMAGE_DIGEST = 3;
  private static final int ABORT = 14;
  private static final int FETCH = 21;

  /** What trust-domains adds: integrity, is-dependency, process, set-parameters, unlink. */
  private static final List<Long> ADDED = List.of(7L, 8L, 11L, 19L, 33L);

  private static final Map<String, Long> SECTIONS =
      Map.of(
          "validate", 7L,
          "dependency-resolution", 15L,
          "payload-fetch", 16L,
          "candidate-verification", 18L,
          "install", 20L);

  private SuitReportProperties() {}

  static Map<String, Predicate<Context>> rows() {
    Map<String, Predicate<Context>> rows = new TreeMap<>();
    reference(rows);
    records(rows);
    results(rows);
    capabilities(rows);
    ReportContainers.add(rows);
    return rows;
  }

  private static void reference(Map<String, Predicate<Context>> rows) {
    put(
        rows,
        "names the reference URI of the manifest in its report",
        (report, context) ->
            report.uri().isPresent()
                && report
                    .uri()
                    .equals(
                        manifest(context)
                            .flatMap(view -> view.manifest().find(4))
                            .flatMap(CborView::text)));
    put(
        rows,
        "names the digest of the manifest in its report",
        (report, context) ->
            report.digest().isPresent()
                && report
                    .digest()
                    .map(Cbor::encode)
                    .equals(manifest(context).map(SuitView::signedDigest)));
    put(
        rows,
        "has a reference, records and a result in its report",
        (report, context) ->
            report.reference().flatMap(CborView::items).isPresent()
                && report.records().flatMap(CborView::items).isPresent()
                && (report.succeeded() || report.failure().isPresent()));
    put(
        rows,
        "has a text and a digest for the reference in its report",
        (report, context) ->
            report.uri().isPresent()
                && report
                    .digest()
                    .flatMap(CborView::items)
                    .filter(
                        parts ->
                            parts.size() >= 2
                                && CborView.integer(parts.get(0)).isPresent()
                                && CborView.octets(parts.get(1)).isPresent())
                    .isPresent());
  }

  private static void records(Map<String, Predicate<Context>> rows) {
    put(
        rows,
        "has no record in its report",
        (report, context) ->
            report.records().flatMap(CborView::items).isPresent()
                && report.entries().size() == report.claims().size());
    put(
        rows,
        "has nothing but records and claims in its report",
        (report, context) ->
            report.entries().stream()
                .allMatch(
                    entry ->
                        CborView.map(entry).isPresent()
                            || SuitReportView.Record.of(entry).isPresent()));
    put(
        rows,
        "has records of five members in its report",
        (report, context) ->
            report.entries().size() > report.claims().size()
                && report.failed().isPresent()
                && report.entries().stream()
                    .filter(entry -> CborView.map(entry).isEmpty())
                    .allMatch(entry -> SuitReportView.Record.of(entry).isPresent()));
    put(
        rows,
        "names a component in every claim of its report",
        (report, context) ->
            report.claims().stream()
                .allMatch(
                    claims ->
                        claims.entries().size() > 1
                            && claims.find(0).flatMap(SuitView::segments).isPresent()));
    everyRecord(rows, "names the root manifest in its report", each -> each.path().isEmpty());
    someRecord(
        rows, "names the first dependency in its report", each -> each.path().equals(List.of(0L)));
    SECTIONS.forEach(
        (name, number) ->
            everyRecord(
                rows,
                "names the " + name + " section in its report",
                each -> each.section() == number));
    everyRecord(rows, "names component 1 in its report", each -> each.component() == 1);
  }

  private static void results(Map<String, Predicate<Context>> rows) {
    put(rows, "says in its report that all went well", (report, context) -> report.succeeded());
    put(
        rows,
        "has a code, a record and a reason in its report",
        (report, context) ->
            report.code().isPresent()
                && report.failed().isPresent()
                && report.reason().isPresent());
    put(
        rows,
        "names the offset of the abort in its report",
        (report, context) -> pointsAt(report, context, ABORT));
    put(
        rows,
        "names the offset of the fetch in its report",
        (report, context) -> pointsAt(report, context, FETCH));
    put(
        rows,
        "names the digest that was found in its report",
        (report, context) ->
            report.allRecords().stream()
                .anyMatch(
                    each ->
                        each.properties()
                            .find(IMAGE_DIGEST)
                            .flatMap(CborView::octets)
                            .filter(digest -> isOfPayload(digest, context))
                            .isPresent()));
  }

  private static void capabilities(Map<String, Predicate<Context>> rows) {
    put(rows, "has a capability report", (report, context) -> report.capabilities().isPresent());
    put(
        rows,
        "lists the commands of trust domains among its capabilities",
        (report, context) ->
            report.capability(2).filter(commands -> commands.containsAll(ADDED)).isPresent());
    put(
        rows,
        "lists components, commands, parameters and algorithms",
        (report, context) ->
            report
                    .capabilities()
                    .flatMap(map -> map.find(1))
                    .flatMap(CborView::items)
                    .filter(items -> !items.isEmpty())
                    .isPresent()
                && List.of(2L, 3L, 4L).stream()
                    .allMatch(
                        label ->
                            report.capability(label).filter(list -> !list.isEmpty()).isPresent()));
  }

  private static void put(
      Map<String, Predicate<Context>> rows,
      String words,
      BiPredicate<SuitReportView, Context> holds) {
    rows.put(
        words,
        context -> report(context).filter(report -> holds.test(report, context)).isPresent());
  }

  /** There are records, and this holds for each of them. */
  private static void everyRecord(
      Map<String, Predicate<Context>> rows, String words, Predicate<SuitReportView.Record> holds) {
    put(
        rows,
        words,
        (report, context) ->
            !report.allRecords().isEmpty() && report.allRecords().stream().allMatch(holds));
  }

  /** This holds for one of the records, that of the result included. */
  private static void someRecord(
      Map<String, Predicate<Context>> rows, String words, Predicate<SuitReportView.Record> holds) {
    put(rows, words, (report, context) -> report.failed().filter(holds).isPresent());
  }

  /** The only report of the answer. */
  private static Optional<SuitReportView> report(Context context) {
    List<Bytes> reports = context.answer().suitReports();
    return reports.size() == 1 ? SuitReportView.read(reports.get(0)).view() : Optional.empty();
  }

  private static Optional<SuitView> manifest(Context context) {
    return context.request().map(TeepView::manifests).stream()
        .flatMap(List::stream)
        .findFirst()
        .flatMap(envelope -> SuitView.read(envelope).view());
  }

  /** Whether the failure's offset is that of such a command in its section. */
  private static boolean pointsAt(SuitReportView report, Context context, long command) {
    return report
        .failed()
        .flatMap(
            failed ->
                manifest(context)
                    .flatMap(view -> view.manifest().find(failed.section()))
                    .flatMap(CborView::octets)
                    .flatMap(octets -> CborView.read(octets).view())
                    .flatMap(CborView::items)
                    .map(
                        items ->
                            items.stream()
                                .anyMatch(
                                    item ->
                                        item.offset() == failed.offset()
                                            && CborView.integer(item)
                                                .equals(Optional.of(command)))))
        .orElse(false);
  }

  private static boolean isOfPayload(Bytes digest, Context context) {
    return CborView.read(digest)
        .view()
        .flatMap(CborView::items)
        .filter(parts -> parts.size() >= 2)
        .flatMap(parts -> CborView.octets(parts.get(1)))
        .filter(
            value ->
                manifest(context)
                    .filter(
                        view ->
                            view.integrated().values().stream()
                                .anyMatch(payload -> Digests.sha256(payload).equals(value)))
                    .isPresent())
        .isPresent();
  }
}
