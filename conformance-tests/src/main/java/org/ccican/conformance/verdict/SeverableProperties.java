package org.ccican.conformance.verdict;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.ccican.wire.Bytes;
import org.ccican.wire.Cbor;

/**
 * What an author owes the text of a manifest and what it severs (suit-manifest sections 8.4, 8.4.4
 * and 8.6), by the words of features.
 */
final class SeverableProperties {

  private static final long TEXT = 23;

  /** The elements that can stand in the envelope, with their digests in the manifest. */
  private static final Set<Long> SEVERABLE = Set.of(15L, 16L, 18L, 20L, TEXT);

  /** What a digest takes beside the hash: two arrays' and strings' heads and the algorithm. */
  private static final int AROUND_A_HASH = 4;

  private SeverableProperties() {}

  static Map<String, Predicate<Bytes>> rows() {
    Map<String, Predicate<Bytes>> rows = new TreeMap<>();
    rows.put("has text", envelope -> element(envelope, TEXT).isPresent());
    rows.put(
        "has its text severed",
        envelope -> element(envelope, TEXT).map(item -> hash(item).isPresent()).orElse(true));
    rows.put(
        "has texts of no other components than its own",
        envelope ->
            ManifestProperties.view(envelope)
                .filter(
                    view ->
                        described(envelope)
                            .map(SuitView::segments)
                            .allMatch(id -> id.filter(view.components()::contains).isPresent()))
                .isPresent());
    rows.put(
        "has nothing severed that is shorter than its digest",
        envelope -> SEVERABLE.stream().allMatch(label -> isLongEnough(envelope, label)));
    return rows;
  }

  private static boolean isLongEnough(Bytes envelope, long label) {
    Optional<Bytes> hash = element(envelope, label).flatMap(SeverableProperties::hash);
    Optional<Bytes> severed =
        ManifestProperties.view(envelope)
            .flatMap(view -> view.element(label))
            .flatMap(CborView::octets);
    return hash.isEmpty()
        || severed.isEmpty()
        || severed.get().size() >= hash.get().size() + AROUND_A_HASH;
  }

  /** The component ids that are keys of the text of any language. */
  private static Stream<Cbor> described(Bytes envelope) {
    return ManifestProperties.view(envelope)
        .flatMap(view -> view.element(TEXT))
        .flatMap(ManifestProperties::wrapped)
        .stream()
        .flatMap(text -> CborView.map(text).stream())
        .flatMap(languages -> languages.entries().stream())
        .flatMap(language -> CborView.map(language.value()).stream())
        .flatMap(texts -> texts.entries().stream())
        .map(Cbor.Entry::key)
        .filter(key -> CborView.integer(key).isEmpty());
  }

  private static Optional<Cbor> element(Bytes envelope, long label) {
    return ManifestProperties.view(envelope).flatMap(view -> view.manifest().find(label));
  }

  /** The hash of a digest that stands in an element's place: {@code [algorithm, hash]}. */
  private static Optional<Bytes> hash(Cbor item) {
    return CborView.items(item)
        .map(parts -> parts.size() > 1 ? parts.get(1) : parts.isEmpty() ? item : parts.get(0))
        .flatMap(CborView::octets);
  }
}
