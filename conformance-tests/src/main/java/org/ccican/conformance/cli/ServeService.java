package org.ccican.conformance.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.ccican.app.MovableClock;
import org.ccican.app.Serve;
import org.ccican.app.Stack;
import org.ccican.conformance.verdict.ExitCode;
import org.ccican.role.AgentOptions;
import org.ccican.role.RoleId;
import org.ccican.transport.Endpoint;

/** What the process does when it is asked to serve roles of the reference. */
final class ServeService {

  private final InstantSource clock;

  ServeService(InstantSource clock) {
    this.clock = clock;
  }

  ExitCode serve(ServeOptions options, PrintWriter out) throws CommandFailed {
    List<RoleId> roles = options.roles().stream().map(id -> RoleId.find(id).orElseThrow()).toList();
    MovableClock time = new MovableClock(clock);
    try (Serve serve =
        new Serve(
            roles,
            options.port(),
            SuiteServices.drawn(),
            time,
            SuiteServices.checks(options.faults()),
            new Stack.Teep(options.revision(), AgentOptions.standard()),
            Endpoint.Interceptor.none(),
            options.peers())) {
      Optional<String> hook = options.clock() ? Optional.of(serve.movable(time)) : Optional.empty();
      if (options.sutOut().isPresent()) {
        new Recipe(serve, options.revision(), options.peers(), hook, options.ways())
            .write(options.sutOut().get());
      }
      out.println(line(serve, hook));
      out.flush();
      CountDownLatch ended = new CountDownLatch(1);
      Runtime.getRuntime().addShutdownHook(new Thread(ended::countDown));
      ended.await();
      return ExitCode.PASSED;
    } catch (IOException | IllegalStateException e) {
      throw new CommandFailed(ExitCode.CONFIGURATION, e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return ExitCode.PASSED;
    }
  }

  /** One line of JSON: an array would hide which role is which from a shell. */
  private static String line(Serve serve, Optional<String> clock) {
    List<String> roles = new ArrayList<>();
    for (Serve.Served each : serve.served()) {
      List<String> fields = new ArrayList<>(List.of(field("url", each.url())));
      each.key()
          .map(signer -> Base64.getEncoder().encodeToString(signer.publicKey().toSpki().toArray()))
          .ifPresent(key -> fields.add(field("key", key)));
      each.trigger().ifPresent(url -> fields.add(field("trigger", url)));
      // Other ways to the same role.
      if (each.role() == RoleId.VERIFIER) {
        fields.add(field("veraison", serve.veraison()));
      }
      if (each.role() == RoleId.ATTESTING_ENVIRONMENT) {
        fields.add(field("evidence", serve.evidence()));
      }
      roles.add("\"" + each.role().id() + "\":{" + String.join(",", fields) + "}");
    }
    clock.ifPresent(url -> roles.add("\"clock\":{" + field("url", url) + "}"));
    return "{" + String.join(",", roles) + "}";
  }

  private static String field(String name, String value) {
    return "\"" + name + "\":\"" + value + "\"";
  }
}
