package org.ccican.conformance.recording;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.ccican.conformance.trace.MessageDraft;
import org.ccican.wire.Bytes;

/**
 * One session between Broker and TAM. What its Agent was given and said stands in the same octets:
 * the body of a response goes to the Agent, and what the Broker posts next came from there.
 */
final class TeepSession {

  private static final String BROKER = "teep-broker";
  private static final String TAM = "tam";
  private static final String AGENT = "teep-agent";
  private static final String TEEP = "teep";
  private static final String TYPE = "application/teep+cbor";

  private final String name;
  private final boolean http;
  private final AtomicInteger numbers;
  private final List<MessageDraft> messages = new ArrayList<>();
  private Bytes forAgent = Bytes.EMPTY;

  /**
   * @param numbers gives each exchange of the recording a number of its own
   */
  TeepSession(String name, boolean http, AtomicInteger numbers) {
    this.name = name;
    this.http = http;
    this.numbers = numbers;
  }

  /**
   * What the Broker posted and the TAM answered.
   *
   * @param headers names in lower case, {@code :method} among them
   */
  void exchange(
      Map<String, String> headers,
      String mediaType,
      Bytes body,
      int status,
      Map<String, String> answerHeaders,
      String answerType,
      Bytes answer) {
    if (!forAgent.isEmpty() && !body.isEmpty()) {
      turn(forAgent, body);
    }
    int number = numbers.incrementAndGet();
    MessageDraft request =
        MessageDraft.request(BROKER, TAM, number, TEEP, body).mediaType(mediaType);
    headers.forEach(request::header);
    MessageDraft response =
        MessageDraft.response(TAM, BROKER, number, TEEP, status, answer).mediaType(answerType);
    answerHeaders.forEach(response::header);
    messages.add(request);
    messages.add(response);
    forAgent = answer;
  }

  /** The Agent's part, which was carried out of sight. */
  private void turn(Bytes given, Bytes said) {
    int number = numbers.incrementAndGet();
    messages.add(
        MessageDraft.request(BROKER, AGENT, number, TEEP, given)
            .mediaType(TYPE)
            .header(":method", "POST"));
    messages.add(MessageDraft.response(AGENT, BROKER, number, TEEP, 200, said).mediaType(TYPE));
  }

  boolean isEmpty() {
    return messages.isEmpty();
  }

  Recording.Session session() {
    return new Recording.Session(name, http, messages);
  }
}
