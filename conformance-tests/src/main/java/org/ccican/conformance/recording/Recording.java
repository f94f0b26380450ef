package org.ccican.conformance.recording;

import java.util.List;
import org.ccican.conformance.trace.MessageDraft;

/**
 * Traffic that was captured elsewhere.
 *
 * @param sessions in the order of the recording, at least one
 */
public record Recording(List<Session> sessions) {

  public Recording {
    sessions = List.copyOf(sessions);
  }

  /**
   * Messages that belong together.
   *
   * @param name where it stands in the recording
   * @param http whether what HTTP says of the messages was captured too
   * @param messages in the order in which they passed; requests and responses share a number that
   *     no other session has
   */
  public record Session(String name, boolean http, List<MessageDraft> messages) {

    public Session {
      messages = List.copyOf(messages);
    }
  }
}
