package org.ccican.suit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ccican.wire.Bytes;

/**
 * One manifest of a tree while it is processed.
 *
 * <p>The holder is the name under which the manifest's references are counted: a root's own
 * identifier, a dependency's component identifier.
 */
final class SuitFrame {

  private final SuitEnvelope envelope;
  private final SuitManifest manifest;
  private final List<Long> path;
  private final Optional<SuitSigner> signer;
  private final Optional<SuitComponentId> holder;
  private final List<SuitCell> cells;
  private final Set<Integer> checked = new HashSet<>();
  private final Set<Integer> processed = new HashSet<>();
  private final Map<Integer, SuitFrame> children = new HashMap<>();
  private boolean shared;

  SuitFrame(
      SuitEnvelope envelope,
      SuitManifest manifest,
      List<Long> path,
      Optional<SuitSigner> signer,
      Optional<SuitComponentId> holder,
      List<SuitCell> cells) {
    this.envelope = envelope;
    this.manifest = manifest;
    this.path = List.copyOf(path);
    this.signer = signer;
    this.holder = holder;
    this.cells = List.copyOf(cells);
  }

  SuitEnvelope envelope() {
    return envelope;
  }

  SuitManifest manifest() {
    return manifest;
  }

  /** Indices of components, from the root to here. */
  List<Long> path() {
    return path;
  }

  boolean isRoot() {
    return path.isEmpty();
  }

  Optional<SuitSigner> signer() {
    return signer;
  }

  Optional<SuitComponentId> holder() {
    return holder;
  }

  /** The components in the order of the manifest. */
  List<SuitCell> cells() {
    return cells;
  }

  boolean isDependency(int index) {
    return manifest.dependencies().containsKey(index);
  }

  Optional<Bytes> section(long label) {
    return Optional.ofNullable(manifest.sections().get(label));
  }

  /** Dependencies whose integrity was checked in this manifest. */
  Set<Integer> checked() {
    return checked;
  }

  /** Dependencies that were processed in the section that is executed. */
  Set<Integer> processed() {
    return processed;
  }

  Map<Integer, SuitFrame> children() {
    return children;
  }

  /** The manifest and everything that it depends on, a dependency before its dependent. */
  List<SuitFrame> tree() {
    List<SuitFrame> all = new ArrayList<>();
    children.values().forEach(each -> all.addAll(each.tree()));
    all.add(this);
    return all;
  }

  /** Whether the shared sequence ran already. */
  boolean sharedRan() {
    return shared;
  }

  void sharedRuns() {
    shared = true;
  }
}
