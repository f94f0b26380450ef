package org.ccican.conformance.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.ccican.app.Serve;
import org.ccican.role.RoleId;
import org.ccican.teep.WireRevision;

/**
 * Which roles of the reference are to listen, and where.
 *
 * @param roles ids, at least one, none twice
 * @param port 0 for any that is free; with several roles the first one's, the others follow it
 * @param revision the edition of TEEP that they speak
 * @param faults names of checks that they answer wrongly
 * @param clock whether their time can be moved over HTTP
 * @param peers roles that they ask elsewhere
 * @param sutOut where to write the SUT file that describes them
 * @param ways ids of ways that it is to name, where a role has several
 */
public record ServeOptions(
    List<String> roles,
    int port,
    WireRevision revision,
    List<String> faults,
    boolean clock,
    Map<RoleId, Serve.Peer> peers,
    Optional<Path> sutOut,
    List<String> ways) {

  public ServeOptions {
    roles = List.copyOf(roles);
    Objects.requireNonNull(revision);
    faults = List.copyOf(faults);
    peers = Map.copyOf(peers);
    Objects.requireNonNull(sutOut);
    ways = List.copyOf(ways);
  }
}
