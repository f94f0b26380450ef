package org.ccican.conformance.verdict;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.ccican.wire.Bytes;
import org.ccican.wire.Cbor;

/** What an author owes a manifest (suit-manifest sections 7 and 8), by the words of features. */
public final class ManifestProperties {

  private static final long SET_PARAMETERS = 19;
  private static final long OVERRIDE_PARAMETERS = 20;
  private static final long IMAGE_DIGEST = 3;

  /** Commands, and the parameter without which they have nothing to do. */
  private static final Map<Long, Long> NEEDS =
      Map.of(1L, 1L, 2L, 2L, 3L, 3L, 5L, 5L, 6L, 18L, 18L, 18L, 21L, 21L, 22L, 22L, 24L, 24L);

  private static final Set<Long> SECTIONS = Set.of(7L, 8L, 9L, 15L, 16L, 18L, 20L, 24L);

  private static final Map<String, Predicate<Bytes>> ROWS = rows();

  private ManifestProperties() {}

  private static Map<String, Predicate<Bytes>> rows() {
    Map<String, Predicate<Bytes>> rows = new TreeMap<>();
    rows.put(
        "has its maps in order",
        envelope ->
            view(envelope)
                .filter(each -> CborView.nonDeterministic(each.manifest().span().raw()).isEmpty())
                .isPresent());
    rows.put(
        "comes after its authentication wrapper",
        envelope -> {
          List<Long> labels = labels(envelope);
          return labels.contains(2L) && labels.indexOf(2L) < labels.indexOf(3L);
        });
    rows.put(
        "sets digests by override-parameters",
        envelope ->
            view(envelope)
                .filter(
                    each ->
                        commands(each).stream()
                            .noneMatch(
                                command ->
                                    command.code() == SET_PARAMETERS
                                        && sets(command.argument(), IMAGE_DIGEST)))
                .isPresent());
    rows.put(
        "sets parameters before they are needed",
        envelope -> view(envelope).filter(ManifestProperties::setsBefore).isPresent());
    rows.put(
        "has texts for the names of its payloads",
        envelope ->
            view(envelope)
                .filter(
                    each ->
                        each.uri().filter(each.integrated()::containsKey).isPresent()
                            && labels(envelope).stream().allMatch(label -> label < 24))
                .isPresent());
    rows.put(
        "identifies vendor and class by UUIDs of version 3, 4 or 5",
        envelope -> view(envelope).filter(each -> isUuid(each, 1) && isUuid(each, 2)).isPresent());
    rows.put(
        "checks vendor and class in its shared sequence",
        envelope ->
            view(envelope)
                .map(ManifestProperties::sharedCommands)
                .filter(
                    commands ->
                        commands.stream().map(Command::code).toList().containsAll(List.of(1L, 2L)))
                .isPresent());
    rows.putAll(SeverableProperties.rows());
    rows.put(
        "matches the grammar",
        envelope ->
            view(envelope).filter(ManifestProperties::matches).isPresent()
                && signsDetached(envelope));
    return rows;
  }

  /**
   * The words themselves.
   *
   * @throws IllegalArgumentException if no property has them
   */
  public static String known(String words) {
    if (!ROWS.containsKey(words)) {
      throw new IllegalArgumentException("no property of a manifest \"" + words + "\"");
    }
    return words;
  }

  public static SortedSet<String> words() {
    return new TreeSet<>(ROWS.keySet());
  }

  static boolean holds(String words, Bytes envelope) {
    return ROWS.get(known(words)).test(envelope);
  }

  private record Command(long code, Cbor argument) {}

  static Optional<SuitView> view(Bytes envelope) {
    return SuitView.read(envelope).view();
  }

  /** The numbers among the envelope's keys, in their order. */
  private static List<Long> labels(Bytes envelope) {
    return CborView.read(envelope).view().flatMap(CborView::map).stream()
        .flatMap(map -> map.entries().stream())
        .flatMap(entry -> CborView.integer(entry.key()).stream())
        .toList();
  }

  private static boolean isUuid(SuitView view, long parameter) {
    return view.parameter(parameter)
        .flatMap(CborView::octets)
        .filter(octets -> octets.size() == 16)
        .filter(octets -> octets.at(6) >> 4 >= 3 && octets.at(6) >> 4 <= 5)
        .filter(octets -> octets.at(8) >> 6 == 2)
        .isPresent();
  }

  private static boolean sets(Cbor argument, long parameter) {
    return CborView.map(argument).flatMap(map -> map.find(parameter)).isPresent();
  }

  /** Of one component, without sequences inside sequences: what authors of the suite write. */
  private static boolean setsBefore(SuitView view) {
    for (long section : SECTIONS) {
      Set<Long> set = new HashSet<>();
      for (Command command : commands(view, section)) {
        Long needed = NEEDS.get(command.code());
        if (needed != null && !set.contains(needed)) {
          return false;
        }
        if (command.code() == SET_PARAMETERS || command.code() == OVERRIDE_PARAMETERS) {
          CborView.map(command.argument()).stream()
              .flatMap(map -> map.entries().stream())
              .flatMap(entry -> CborView.integer(entry.key()).stream())
              .forEach(set::add);
        }
      }
    }
    return true;
  }

  private static List<Command> commands(SuitView view) {
    List<Command> all = new ArrayList<>(sharedCommands(view));
    SECTIONS.forEach(
        section -> view.element(section).ifPresent(item -> all.addAll(sequence(item))));
    return all;
  }

  /** The shared sequence, and then the section. */
  private static List<Command> commands(SuitView view, long section) {
    List<Command> all = new ArrayList<>(sharedCommands(view));
    view.element(section).ifPresent(item -> all.addAll(sequence(item)));
    return all;
  }

  private static List<Command> sharedCommands(SuitView view) {
    return common(view)
        .flatMap(map -> map.find(4))
        .map(ManifestProperties::sequence)
        .orElse(List.of());
  }

  private static Optional<Cbor.Map> common(SuitView view) {
    return view.manifest().find(3).flatMap(ManifestProperties::wrapped).flatMap(CborView::map);
  }

  static Optional<Cbor> wrapped(Cbor item) {
    return CborView.octets(item).flatMap(octets -> CborView.read(octets).view());
  }

  private static List<Command> sequence(Cbor item) {
    List<Cbor> items = wrapped(item).flatMap(CborView::items).orElse(List.of());
    List<Command> commands = new ArrayList<>();
    for (int index = 0; index + 1 < items.size(); index += 2) {
      commands.add(
          new Command(CborView.integer(items.get(index)).orElse(0L), items.get(index + 1)));
    }
    return commands;
  }

  /** Appendix A, as far as a manifest has parts. */
  private static boolean matches(SuitView view) {
    Optional<List<Cbor>> components =
        common(view).flatMap(map -> map.find(2)).flatMap(CborView::items);
    return view.version().equals(Optional.of(1L))
        && view.sequenceNumber().filter(number -> number >= 0).isPresent()
        && components.filter(all -> !all.isEmpty()).isPresent()
        && components.get().stream().allMatch(id -> SuitView.segments(id).isPresent())
        && view.manifest().find(4).map(uri -> CborView.text(uri).isPresent()).orElse(true)
        && SECTIONS.stream()
            .flatMap(section -> view.element(section).stream())
            .filter(item -> CborView.items(item).isEmpty())
            .allMatch(ManifestProperties::isSequence)
        && common(view)
            .flatMap(map -> map.find(4))
            .map(ManifestProperties::isSequence)
            .orElse(true);
  }

  /** Section 8.3: what is signed is the digest before the blocks, which have nil in its place. */
  private static boolean signsDetached(Bytes envelope) {
    List<Cbor> wrapper =
        CborView.read(envelope)
            .view()
            .flatMap(CborView::map)
            .flatMap(map -> map.find(2))
            .flatMap(ManifestProperties::wrapped)
            .flatMap(CborView::items)
            .orElse(List.of());
    return wrapper.size() > 1 && wrapper.stream().skip(1).allMatch(ManifestProperties::isDetached);
  }

  private static boolean isDetached(Cbor block) {
    return wrapped(block)
        .flatMap(
            message -> CborView.items(message instanceof Cbor.Tag tag ? tag.content() : message))
        .filter(parts -> parts.size() == 4 && CborView.isNil(parts.get(2)))
        .isPresent();
  }

  private static boolean isSequence(Cbor item) {
    List<Cbor> items = wrapped(item).flatMap(CborView::items).orElse(List.of());
    return !items.isEmpty()
        && items.size() % 2 == 0
        && sequence(item).stream().allMatch(command -> command.code() != 0);
  }
}
