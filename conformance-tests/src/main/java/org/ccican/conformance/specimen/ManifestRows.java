package org.ccican.conformance.specimen;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ccican.wire.Bytes;

/** Collects Updates by what is said of their manifests. */
final class ManifestRows {

  /** What the words of a specimen begin with. */
  static final String WHOSE = "an Update whose manifest ";

  /** The manifest from which most others depart. */
  static final String BASE = WHOSE + "installs data";

  private final List<Specimen> rows = new ArrayList<>();

  /** A manifest for a situation. */
  @FunctionalInterface
  interface Maker {
    Manifest in(Situation situation);
  }

  /** An Update that keeps every rule. */
  ManifestRows good(String what, Maker maker) {
    return update(WHOSE + what, Optional.empty(), maker);
  }

  /** An Update with one defect in its manifest, from the manifest that installs data. */
  ManifestRows bad(String what, Maker maker) {
    return update(WHOSE + what, Optional.of(BASE), maker);
  }

  /** As above, from another one. */
  ManifestRows bad(String what, String from, Maker maker) {
    return update(WHOSE + what, Optional.of(WHOSE + from), maker);
  }

  /** An Update of several manifests or with other options. */
  ManifestRows whole(String words, Optional<String> from, Specimen.Maker maker) {
    rows.add(new Specimen(words, from, from.isPresent() ? 1 : 0, maker));
    return this;
  }

  /** The latest one differs from its parent in so many places, which are one defect. */
  ManifestRows inPlaces(int count) {
    Specimen last = rows.remove(rows.size() - 1);
    rows.add(new Specimen(last.words(), last.parent(), count, last.own(), last.maker()));
    return this;
  }

  /** The latest one is for a device of which this is known. */
  ManifestRows needing(Specimen.Need need) {
    Specimen last = rows.remove(rows.size() - 1);
    rows.add(needing(last, need));
    return this;
  }

  /** All of them are. */
  ManifestRows allNeeding(Specimen.Need need) {
    rows.replaceAll(each -> needing(each, need));
    return this;
  }

  private static Specimen needing(Specimen specimen, Specimen.Need need) {
    Set<Specimen.Need> needs = new HashSet<>(specimen.own());
    needs.add(need);
    return new Specimen(
        specimen.words(), specimen.parent(), specimen.places(), needs, specimen.maker());
  }

  private ManifestRows update(String words, Optional<String> from, Maker maker) {
    rows.add(
        new Specimen(
            words,
            from,
            from.isPresent() ? 1 : 0,
            situation -> {
              Bytes envelope = maker.in(situation).encode();
              return UpdateSpecimens.update(envelope, situation).encode();
            }));
    return this;
  }

  List<Specimen> list() {
    return List.copyOf(rows);
  }
}
