package org.ccican.conformance.specimen;

/** The one thing in which a specimen departs from its parent. */
@FunctionalInterface
interface Change {

  Draft of(Draft draft, Situation situation);
}
