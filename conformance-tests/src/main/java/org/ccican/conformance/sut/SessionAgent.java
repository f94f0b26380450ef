package org.ccican.conformance.sut;

import java.util.Optional;
import org.ccican.transport.Endpoint;
import org.ccican.wire.Bytes;

/** An Agent of the target's for whom somebody of ours carries messages. */
interface SessionAgent extends Endpoint {

  /**
   * Begins a session, before there is anything to say.
   *
   * @param item our name of the Agent
   * @param applicationType what it is to ask its TAM for
   * @return the Agent's own first message, or nothing; empty if no session was begun, which the log
   *     then has
   */
  Optional<Bytes> begin(String item, String applicationType);

  /** Ends a session; returns where the target says that its middleware is, or nothing. */
  String end(String item);
}
