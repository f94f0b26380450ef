package org.ccican.conformance.driver;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.ccican.app.Listeners;
import org.ccican.conformance.sut.Situation;
import org.ccican.role.RoleId;
import org.ccican.transport.Endpoint;
import org.ccican.transport.HttpCall;
import org.ccican.transport.HttpReply;

/**
 * Where the target comes in by itself in one scenario, behind the recorder; so much of it is taken
 * and no more.
 */
final class Doors implements Situation.Door, AutoCloseable {

  /** Requests, and octets of them, in one scenario. */
  private static final int MOST = 1000;

  private static final long MOST_OCTETS = 64L << 20;

  private final Listeners listeners;
  private final String instance;
  private final Recorder recorder;
  private final List<RoleId> opened = new ArrayList<>();
  private final List<Runnable> tasks = new ArrayList<>();
  private final AtomicLong requests = new AtomicLong();
  private final AtomicLong octets = new AtomicLong();

  /**
   * @param instance of the scenario at every listener
   */
  Doors(Listeners listeners, String instance, Recorder recorder) {
    this.listeners = listeners;
    this.instance = instance + "-target";
    this.recorder = recorder;
  }

  @Override
  public synchronized String open(RoleId role, Endpoint endpoint) {
    Endpoint recorded = endpoint.behind(recorder);
    listeners.of(role).mount(instance, call -> admit(call, recorded));
    opened.add(role);
    return listeners.of(role).address(instance);
  }

  private HttpReply admit(HttpCall call, Endpoint recorded) {
    boolean room =
        requests.incrementAndGet() <= MOST && octets.addAndGet(call.body().size()) <= MOST_OCTETS;
    return room ? recorded.handle(call) : HttpReply.empty(429);
  }

  @Override
  public synchronized void whenOver(Runnable task) {
    tasks.add(task);
  }

  @Override
  public synchronized void close() {
    tasks.forEach(Runnable::run);
    opened.forEach(role -> listeners.of(role).unmount(instance));
  }
}
