package org.ccican.conformance.sut;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ccican.transport.HttpCall;
import org.ccican.transport.HttpReply;

/** How a program is asked what its role would be asked over HTTP, and says what it would answer. */
interface Exchange extends AutoCloseable {

  /**
   * What belongs to a call and is not said in it.
   *
   * @param scenario id
   * @param applicationType what an Agent is to ask its TAM for, if it does not know yet
   * @param hardwareType what it runs on
   */
  record About(String scenario, String applicationType, String hardwareType) {}

  /**
   * One call and its reply.
   *
   * @param peers whom the role asks before it answers
   * @throws ChildFailed if the program gives no answer that can be understood
   * @throws Unsaid if it answers, and that is none of its role's
   */
  HttpReply pass(HttpCall call, About about, Adapter.Peers peers) throws ChildFailed, Unsaid;

  /** What is wrong with the program, found without a call. */
  Optional<String> look();

  /** What the program says that its target can do, after a look. */
  default Map<String, List<String>> claims() {
    return Map.of();
  }

  default Optional<String> givenUp() {
    return Optional.empty();
  }

  @Override
  default void close() {}
}
