package org.ccican.role;

import java.util.Set;
import org.ccican.reject.Rejected;

/**
 * A role of the draft: takes a message, returns messages. It does no input or output and has
 * neither clock nor randomness of its own; one instance serves one scenario and is called by one
 * thread at a time.
 */
public interface Role {

  RoleId id();

  /** What messages to it may be about; it is told of no others. */
  Set<String> resources();

  /**
   * @throws Rejected if the message is refused
   */
  Turn receive(Message message) throws Rejected;

  /** How a refusal is said to whoever sent the message. */
  default Turn refused(Rejected rejected) {
    return Turn.refuse(rejected);
  }
}
