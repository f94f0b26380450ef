package org.ccican.conformance.verdict;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.ccican.reject.Rejected;
import org.ccican.wire.Bytes;
import org.ccican.wire.Cbor;

/**
 * A SUIT Report as it was seen (draft-ietf-suit-report section 4): {99: reference, ?2: nonce, 3:
 * records, 4: true or {5: code, 6: record, 7: reason}, ?8: capabilities}. Read as far as it can be;
 * properties ask for what they need.
 *
 * @param reference the item under 99
 * @param records the item under 3
 * @param result the item under 4
 * @param capabilities the item under 8
 */
record SuitReportView(
    Optional<Cbor> reference,
    Optional<Cbor> records,
    Optional<Cbor> result,
    Optional<Cbor.Map> capabilities) {

  private static final String WHAT = "suit-report";
  private static final int TRUE = 21;

  /** In the order of their numbers. */
  private static final List<String> REASONS =
      List.of(
          "ok",
          "cbor-parse",
          "cose-unsupported",
          "alg-unsupported",
          "unauthorised",
          "command-unsupported",
          "component-unsupported",
          "component-unauthorised",
          "parameter-unsupported",
          "severing-unsupported",
          "condition-failed",
          "operation-failed",
          "invoke-pending");

  /**
   * What the manifest processor had to say of one command (section 3).
   *
   * @param path of the manifest, from the root on
   * @param section the section's key in the manifest
   * @param offset octets from the start of the sequence
   * @param properties measured values as parameters
   */
  record Record(List<Long> path, long section, long offset, long component, Cbor.Map properties) {

    static Optional<Record> of(Cbor item) {
      List<Cbor> parts = CborView.items(item).orElse(List.of());
      if (parts.size() < 5) {
        return Optional.empty();
      }
      Optional<List<Long>> path = numbers(parts.get(0));
      Optional<Long> section = CborView.integer(parts.get(1));
      Optional<Long> offset = unsigned(parts.get(2));
      Optional<Long> component = unsigned(parts.get(3));
      Optional<Cbor.Map> properties = CborView.map(parts.get(4));
      return path.isPresent()
              && section.isPresent()
              && offset.isPresent()
              && component.isPresent()
              && properties.isPresent()
          ? Optional.of(
              new Record(
                  path.get(), section.get(), offset.get(), component.get(), properties.get()))
          : Optional.empty();
    }

    private static Optional<Long> unsigned(Cbor item) {
      return CborView.integer(item).filter(value -> value >= 0);
    }

    private static Optional<List<Long>> numbers(Cbor item) {
      Optional<List<Cbor>> items = CborView.items(item);
      List<Long> numbers =
          items.orElse(List.of()).stream().flatMap(each -> unsigned(each).stream()).toList();
      return items.filter(each -> each.size() == numbers.size()).map(each -> numbers);
    }
  }

  SuitReportView {
    Objects.requireNonNull(reference);
    Objects.requireNonNull(records);
    Objects.requireNonNull(result);
    Objects.requireNonNull(capabilities);
  }

  /** Reads a report that stands in the TEEP message as it is, without a container of its own. */
  static Reading<SuitReportView> read(Bytes octets) {
    return Reading.of(() -> split(CborView.map(CborView.decode(octets), WHAT)));
  }

  private static SuitReportView split(Cbor.Map map) throws Rejected {
    return new SuitReportView(
        map.find(99), map.find(3), map.find(4), map.find(8).flatMap(CborView::map));
  }

  /** The number of a reason by its name. */
  static long reason(String name) {
    int number = REASONS.indexOf(name);
    if (number < 0) {
      throw new IllegalArgumentException("no reason " + name);
    }
    return number;
  }

  static String reasonName(long number) {
    return number >= 0 && number < REASONS.size() ? REASONS.get((int) number) : "reason " + number;
  }

  boolean succeeded() {
    return result
        .filter(item -> item instanceof Cbor.Simple simple && simple.value() == TRUE)
        .isPresent();
  }

  Optional<Cbor.Map> failure() {
    return result.flatMap(CborView::map);
  }

  Optional<Long> code() {
    return failure().flatMap(map -> map.find(5)).flatMap(CborView::integer);
  }

  /** Where it failed. */
  Optional<Record> failed() {
    return failure().flatMap(map -> map.find(6)).flatMap(Record::of);
  }

  Optional<Long> reason() {
    return failure().flatMap(map -> map.find(7)).flatMap(CborView::integer);
  }

  Optional<String> uri() {
    return reference
        .flatMap(CborView::items)
        .flatMap(parts -> at(parts, 0))
        .flatMap(CborView::text);
  }

  Optional<Cbor> digest() {
    return reference.flatMap(CborView::items).flatMap(parts -> at(parts, 1));
  }

  List<Cbor> entries() {
    return records.flatMap(CborView::items).orElse(List.of());
  }

  List<Cbor.Map> claims() {
    return entries().stream().flatMap(entry -> CborView.map(entry).stream()).toList();
  }

  /** Every record, that of the result at the end. */
  List<Record> allRecords() {
    List<Record> all = new ArrayList<>();
    entries().forEach(entry -> Record.of(entry).ifPresent(all::add));
    failed().ifPresent(all::add);
    return all;
  }

  /** The numbers that a capability list has. */
  Optional<List<Long>> capability(long label) {
    return capabilities
        .flatMap(map -> map.find(label))
        .flatMap(CborView::items)
        .map(items -> items.stream().flatMap(item -> CborView.integer(item).stream()).toList());
  }

  private static Optional<Cbor> at(List<Cbor> parts, int index) {
    return index < parts.size() ? Optional.of(parts.get(index)) : Optional.empty();
  }
}
