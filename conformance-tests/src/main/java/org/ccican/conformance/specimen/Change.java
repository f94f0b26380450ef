package org.ccican.conformance.specimen;

/** The one thing in which a specimen departs from its parent. */
@FunctionalInterface
interface Change {

  Draft of(Draft draft, Situation situation);

  /** Two changes that make one defect only together, such as a text and its language. */
  default Change and(Change then) {
    return (draft, situation) -> then.of(of(draft, situation), situation);
  }
}
