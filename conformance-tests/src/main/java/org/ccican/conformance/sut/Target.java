package org.ccican.conformance.sut;

import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.ccican.role.RoleId;
import org.ccican.teep.WireRevision;
import org.ccican.transport.AllowedHosts;

/**
 * What a run judges.
 *
 * @param description in words, for the report
 * @param roles ids of the roles that the target plays; the reference plays the others
 * @param revision the edition of TEEP that it speaks, and so do all others
 * @param foreign how those roles are reached that are in other processes; empty if the reference
 *     plays them all
 * @param listen where our roles answer what the target asks of its own accord
 * @param claims what the target says that it can do
 * @param together whether those roles meet each other in every scenario
 * @param allowed further hosts that may be asked at an address which came in a message
 */
public record Target(
    String description,
    Set<String> roles,
    WireRevision revision,
    List<SutRole> foreign,
    SutClaims claims,
    boolean together,
    Optional<InetSocketAddress> listen,
    AllowedHosts allowed) {

  public Target {
    roles = Set.copyOf(roles);
    foreign = List.copyOf(foreign);
  }

  /** The reference itself, in every role. */
  public static Target reference() {
    return reference(WireRevision.TEEP_26);
  }

  /** The reference itself, in every role and in one edition of TEEP. */
  public static Target reference(WireRevision revision) {
    return new Target(
        "the reference implementation on emulated hardware",
        Arrays.stream(RoleId.values()).map(RoleId::id).collect(Collectors.toSet()),
        revision,
        List.of(),
        SutClaims.none(),
        false,
        Optional.empty(),
        AllowedHosts.thisMachine());
  }

  /** Whoever a recipe describes. */
  public static Target of(SutFile file) {
    return new Target(
        file.name()
            .orElseGet(
                () -> file.roles().stream().map(String::valueOf).collect(Collectors.joining("; "))),
        file.roles().stream().map(each -> each.role().id()).collect(Collectors.toSet()),
        file.find(RoleId.TAM).map(SutRole::revision).orElse(WireRevision.TEEP_26),
        file.roles(),
        file.claims(),
        file.together(),
        file.listen(),
        file.allowed());
  }

  /**
   * Whom an address may lead to that came in a message: wherever the recipe says that the target
   * is, and whoever else it allows.
   */
  public AllowedHosts hosts() {
    AllowedHosts hosts = allowed;
    for (SutRole role : foreign) {
      for (String host : role.hosts()) {
        hosts = hosts.and(host);
      }
    }
    return hosts;
  }

  /** The same roles, each of which meets the reference only. */
  public Target apart() {
    return new Target(description, roles, revision, foreign, claims, false, listen, allowed);
  }

  /** Whom a failure in a scenario of all its roles can be put down to; see {@link Parties}. */
  public List<String> parties() {
    return together ? Parties.of(foreign) : List.of();
  }

  /** The device that the target's Agent, or its middleware, is in; empty if there is none. */
  public Optional<SutRole> device() {
    return foreign(RoleId.TEEP_AGENT).or(() -> foreign(RoleId.MIDDLEWARE));
  }

  /** The same target with other claims. */
  Target claiming(SutClaims others) {
    return new Target(description, roles, revision, foreign, others, together, listen, allowed);
  }

  public boolean plays(String role) {
    return roles.contains(role);
  }

  /** Whether somebody else than the reference is judged. */
  public boolean isForeign() {
    return !foreign.isEmpty();
  }

  /** How a role of another process is reached; empty if the reference plays it. */
  public Optional<SutRole> foreign(RoleId role) {
    return foreign.stream().filter(each -> each.role() == role).findFirst();
  }
}
