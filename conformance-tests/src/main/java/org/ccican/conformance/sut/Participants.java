package org.ccican.conformance.sut;

import java.util.List;
import java.util.Optional;
import org.ccican.role.RoleId;

/**
 * What of the target takes part in one scenario; the reference plays everything else.
 *
 * @param connections the judged roles' first
 */
public record Participants(List<Connection> connections) {

  public Participants {
    connections = List.copyOf(connections);
  }

  /** A role that the recipe names and that takes part. */
  public Optional<SutRole> find(RoleId role) {
    return connections.stream()
        .map(Connection::role)
        .filter(each -> each.role() == role)
        .findFirst();
  }

  /** Whether the target plays a role here, be it named or inside something that is. */
  public boolean plays(RoleId role) {
    return connections.stream().anyMatch(each -> each.plays().contains(role));
  }

  /** Whether two roles are in one device of the target's. */
  public boolean inside(RoleId one, RoleId other) {
    return connections.stream()
        .anyMatch(each -> each.plays().contains(one) && each.plays().contains(other));
  }
}
