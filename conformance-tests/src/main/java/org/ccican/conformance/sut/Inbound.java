package org.ccican.conformance.sut;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.ccican.role.RoleId;
import org.ccican.transport.HttpCall;
import org.ccican.transport.HttpCaller;
import org.ccican.transport.HttpListener;
import org.ccican.transport.HttpReply;

/**
 * Where the roles that we play answer a target that asks them of its own accord: at {@code
 * http://HOST:PORT/ROLE/RESOURCE}, always. What comes is handed to the scenario that is running.
 */
final class Inbound implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofMinutes(5);

  /** Who asks for a resource, where a caller does not say who it is. */
  private static final Map<String, RoleId> ASKERS =
      Map.of(
          "requests", RoleId.APPLICATION_OWNER,
          "devices", RoleId.APPLICATION_OWNER,
          "placements", RoleId.MOC,
          "packages", RoleId.MOC,
          "wake-ups", RoleId.MOC,
          "releases", RoleId.MOC,
          "appraisals", RoleId.APPLICATION_OWNER,
          "user-applications", RoleId.APPLICATION_OWNER,
          "middleware", RoleId.TAM,
          "environments", RoleId.TEEP_BROKER);

  private static final List<String> HANDED_ON = List.of("accept", "content-type");

  private final ExecutorService executor = Executors.newCachedThreadPool(Inbound::daemon);
  private final HttpListener listener;
  private final HttpCaller caller;
  private final Set<String> theirs;
  private final AtomicReference<Optional<Function<RoleId, String>>> running =
      new AtomicReference<>(Optional.empty());

  /**
   * @param theirs ids of the roles that the target plays
   * @throws IOException if the port is taken
   */
  Inbound(InetSocketAddress at, Set<String> theirs) throws IOException {
    this.theirs = theirs;
    this.caller = new HttpCaller(HttpCaller.client(), any -> "", PATIENCE);
    this.listener = HttpListener.open(RoleId.MOC, at.getPort(), executor);
    for (RoleId role : RoleId.values()) {
      listener.mount(role.id(), call -> handOn(role, call));
    }
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "inbound");
    thread.setDaemon(true);
    return thread;
  }

  /**
   * A scenario begins.
   *
   * @param addresses the base URI of each role's listener in it
   */
  void serve(Function<RoleId, String> addresses) {
    running.set(Optional.of(addresses));
  }

  /** It is over; nobody is there until the next one. */
  void rest() {
    running.set(Optional.empty());
  }

  private HttpReply handOn(RoleId role, HttpCall call) {
    Optional<Function<RoleId, String>> scenario = running.get();
    if (scenario.isEmpty() || role == RoleId.MIDDLEWARE) {
      return HttpReply.empty(503);
    }
    Map<String, String> headers = new HashMap<>(call.headers());
    headers.keySet().retainAll(HANDED_ON);
    asker(call).ifPresent(from -> headers.put(HttpListener.FROM, from.id()));
    String item = call.item().isEmpty() ? "" : "/" + call.item();
    String uri = scenario.get().apply(role) + "/" + call.resource() + item;
    HttpReply reply = caller.send(call.method(), uri, headers, call.body()).reply();
    String mediaType = reply.mediaType();
    return new HttpReply(
        reply.status(),
        mediaType.isEmpty() ? Map.of() : Map.of("content-type", mediaType),
        reply.body());
  }

  /** Who it says that it is, if the target plays that; or who would ask for such a thing. */
  private Optional<RoleId> asker(HttpCall call) {
    return call.from()
        .filter(role -> theirs.contains(role.id()))
        .or(() -> Optional.ofNullable(ASKERS.get(call.resource())));
  }

  @Override
  public void close() {
    listener.close();
    executor.shutdownNow();
  }
}
