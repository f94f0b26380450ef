package org.ccican.conformance.specimen;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ccican.wire.Bytes;

/** A base, and everything that departs from it in one thing. */
final class Family {

  private final String words;
  private final Base base;
  private final List<Specimen> members = new ArrayList<>();

  /** A message that keeps every rule, before it is changed. */
  @FunctionalInterface
  interface Base {
    Draft in(Situation situation);
  }

  private Family(String words, Base base) {
    this.words = words;
    this.base = base;
  }

  /**
   * @param words article and type, and what makes this base special
   */
  static Family of(String words, Base base) {
    Family family = new Family(words, base);
    family.members.add(
        new Specimen(words, Optional.empty(), 0, situation -> base.in(situation).encode()));
    return family;
  }

  /** A base that departs from this one in one thing, with specimens of its own. */
  Family variant(String what, Change change) {
    Family family =
        new Family(words + " " + what, situation -> change.of(base.in(situation), situation));
    family.with(this, change);
    return family;
  }

  private void with(Family parent, Change change) {
    members.add(
        new Specimen(
            words,
            Optional.of(parent.words),
            change.places(),
            situation -> change.of(parent.base.in(situation), situation).encode()));
  }

  /**
   * One more specimen.
   *
   * @param what follows the words of the base
   */
  Family with(String what, Change change) {
    members.add(
        new Specimen(
            words + " " + what,
            Optional.of(words),
            change.places(),
            situation -> change.of(base.in(situation), situation).encode()));
    return this;
  }

  /**
   * One more specimen, which departs in one place from another of this family rather than from the
   * base.
   *
   * @param parent what follows the words of the base in the parent's
   * @param change from the base
   */
  Family beside(String parent, String what, Change change) {
    members.add(
        new Specimen(
            words + " " + what,
            Optional.of(words + " " + parent),
            1,
            situation -> change.of(base.in(situation), situation).encode()));
    return this;
  }

  /** One more specimen whose octets are no change of the base's, such as a repetition. */
  Family whole(String what, Specimen.Maker maker) {
    members.add(new Specimen(words + " " + what, Optional.empty(), 0, maker));
    return this;
  }

  List<Specimen> list() {
    return List.copyOf(members);
  }

  Bytes octets(Situation situation) {
    return base.in(situation).encode();
  }
}
