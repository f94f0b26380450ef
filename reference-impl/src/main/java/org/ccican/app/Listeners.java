package org.ccican.app;

import java.io.IOException;
import java.net.http.HttpClient;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.ccican.role.RoleId;
import org.ccican.transport.HttpCaller;
import org.ccican.transport.HttpListener;

/**
 * One listener for each role that takes requests, and the one HTTP client, shared by all stacks of
 * a run. Middleware has none here: its listener speaks TLS with its environment's key.
 */
public final class Listeners implements AutoCloseable {

  private final Map<RoleId, HttpListener> byRole = new EnumMap<>(RoleId.class);
  private final Set<HttpListener> further = ConcurrentHashMap.newKeySet();
  private final ExecutorService executor;
  private final HttpClient client = HttpCaller.client();

  /**
   * @throws IOException if the loopback interface gives no port
   */
  public Listeners() throws IOException {
    this(Map.of());
  }

  /**
   * @param ports of roles that listen at a chosen one; 0, or nothing, for any that is free
   * @throws IOException if a port is taken, or is none, naming it
   */
  public Listeners(Map<RoleId, Integer> ports) throws IOException {
    this.executor =
        Executors.newCachedThreadPool(
            task -> {
              Thread thread = new Thread(task, "listener");
              thread.setDaemon(true);
              return thread;
            });
    for (RoleId role : RoleId.values()) {
      if (role != RoleId.MIDDLEWARE) {
        byRole.put(role, open(role, ports.getOrDefault(role, 0)));
      }
    }
  }

  private HttpListener open(RoleId role, int port) throws IOException {
    try {
      return HttpListener.open(role, port, executor);
    } catch (IOException | IllegalArgumentException e) {
      close();
      throw new IOException("port " + port + " for " + role.id() + ": " + e.getMessage(), e);
    }
  }

  public HttpListener of(RoleId role) {
    return byRole.get(role);
  }

  public ExecutorService executor() {
    return executor;
  }

  public HttpClient client() {
    return client;
  }

  /** One more listener, of this run until it is closed. */
  public HttpListener with(HttpListener listener) {
    further.add(listener);
    return listener;
  }

  /** Closes such a listener. */
  public void close(HttpListener listener) {
    further.remove(listener);
    listener.close();
  }

  /** Whether one of these listens at a port of this machine. */
  public boolean owns(int port) {
    return byRole.values().stream().anyMatch(each -> each.port() == port)
        || further.stream().anyMatch(each -> each.port() == port);
  }

  @Override
  public void close() {
    further.forEach(HttpListener::close);
    byRole.values().forEach(HttpListener::close);
    executor.shutdownNow();
  }
}
