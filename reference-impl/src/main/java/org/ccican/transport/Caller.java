package org.ccican.transport;

import org.ccican.role.Answer;
import org.ccican.role.RoleId;
import org.ccican.role.Turn;

/** Carries a role's question to whom it is for. */
@FunctionalInterface
public interface Caller {

  /** The answer; status 0 if none came. */
  Answer call(RoleId from, Turn.Ask ask);
}
