package org.ccican.conformance.specimen;

/** The one thing in which a specimen departs from its parent. */
@FunctionalInterface
interface Change {

  Draft of(Draft draft, Situation situation);

  /** In how many places the message differs by it: more than one only where all are one defect. */
  default int places() {
    return 1;
  }

  /** Two changes that make one defect only together, such as a text and its language. */
  default Change and(Change then) {
    Change first = this;
    return new Change() {
      @Override
      public Draft of(Draft draft, Situation situation) {
        return then.of(first.of(draft, situation), situation);
      }

      @Override
      public int places() {
        return first.places() + then.places();
      }
    };
  }
}
