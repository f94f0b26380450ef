package org.ccican.app;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.ccican.role.Answer;
import org.ccican.role.Message;
import org.ccican.role.RoleId;
import org.ccican.role.Turn;
import org.ccican.transport.AllowedHosts;
import org.ccican.transport.Caller;
import org.ccican.transport.Endpoint;
import org.ccican.transport.HttpCall;
import org.ccican.transport.HttpReply;
import org.ccican.transport.SecureChannel;

/**
 * A caller of middleware that is elsewhere: somebody stands at this end of the connection, since
 * nobody can in between. Whose key the channel has is known before anything is said, and the
 * question goes to that key alone.
 */
final class WatchedCaller implements Caller {

  private final Caller caller;
  private final Endpoint.Interceptor watching;
  private final AllowedHosts hosts;
  private final Duration timeout;

  WatchedCaller(
      Caller caller, Endpoint.Interceptor watching, AllowedHosts hosts, Duration timeout) {
    this.caller = caller;
    this.hosts = hosts;
    this.watching = watching;
    this.timeout = timeout;
  }

  @Override
  public Answer call(RoleId from, Turn.Ask ask) {
    return ask.to() == RoleId.MIDDLEWARE ? watched(from, ask) : caller.call(from, ask);
  }

  private Answer watched(RoleId from, Turn.Ask ask) {
    Message message = ask.message();
    Map<String, String> headers = new HashMap<>();
    if (!message.mediaType().isEmpty()) {
      headers.put("content-type", message.mediaType());
    }
    Optional<Answer.Channel> channel = channel(ask.address());
    HttpReply reply =
        watching.around(
            new HttpCall(
                Optional.of(from),
                RoleId.MIDDLEWARE,
                "POST",
                message.resource(),
                message.item(),
                headers,
                message.body(),
                channel),
            call -> reply(caller.call(from, pinned(ask, call, channel))));
    return new Answer(reply.status(), reply.mediaType(), reply.body(), channel);
  }

  private Optional<Answer.Channel> channel(String address) {
    if (hosts.complaint(address).isPresent()) {
      return Optional.empty();
    }
    try {
      return SecureChannel.look(URI.create(address), timeout);
    } catch (IOException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Turn.Ask pinned(Turn.Ask ask, HttpCall call, Optional<Answer.Channel> channel) {
    Message asked = ask.message();
    return new Turn.Ask(
        ask.to(),
        ask.address(),
        new Message(asked.resource(), asked.item(), call.mediaType(), call.body()),
        ask.peerKey().or(() -> channel.map(Answer.Channel::peerKey)),
        ask.next());
  }

  private static HttpReply reply(Answer answer) {
    Map<String, String> headers =
        answer.mediaType().isEmpty() ? Map.of() : Map.of("content-type", answer.mediaType());
    return new HttpReply(answer.status(), headers, answer.body());
  }
}
