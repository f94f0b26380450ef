package org.ccican.role;

import java.util.Optional;
import org.ccican.message.ProvisioningMessage.Refusal;
import org.ccican.reject.Rejected;
import org.ccican.wire.Bytes;

/** What a role does next: answer, or ask somebody else first. Whoever carries it does the I/O. */
public sealed interface Turn {

  /**
   * The answer to what came in.
   *
   * @param status as in HTTP
   */
  record Reply(int status, String mediaType, Bytes body) implements Turn {}

  /**
   * A question to another role.
   *
   * @param address where it answers; empty for the role's usual place
   * @param peerKey SHA-256 of the SubjectPublicKeyInfo of the only server that may see the
   *     question; absent if any may
   * @param next what to do with the answer
   */
  record Ask(RoleId to, String address, Message message, Optional<Bytes> peerKey, Next next)
      implements Turn {

    /** A question to whoever answers at the address. */
    public Ask(RoleId to, String address, Message message, Next next) {
      this(to, address, message, Optional.empty(), next);
    }
  }

  /** The rest of a turn, once an answer is there. */
  @FunctionalInterface
  interface Next {

    /**
     * @throws Rejected if the answer is refused; whoever carries the turn lets the role say so
     */
    Turn then(Answer answer) throws Rejected;
  }

  static Turn reply(Bytes body) {
    return reply(Message.CCICAN, body);
  }

  static Turn reply(String mediaType, Bytes body) {
    return new Reply(200, mediaType, body);
  }

  static Turn nothing() {
    return new Reply(204, "", Bytes.EMPTY);
  }

  static Turn refuse(Rejected rejected) {
    return new Reply(422, Message.CCICAN, Refusal.of(rejected).encode());
  }

  static Turn ask(RoleId to, Message message, Next next) {
    return new Ask(to, "", message, next);
  }
}
