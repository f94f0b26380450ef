package org.ccican.conformance.driver;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.ccican.role.RoleId;
import org.ccican.teep.WireRevision;

/**
 * What a run judges.
 *
 * @param description in words, for the report
 * @param roles ids of the roles that the target plays; the reference plays the others
 * @param revision the edition of TEEP that it speaks, and so do all others
 * @param tam how a foreign TAM is reached; empty if the reference plays it too
 * @param typed whether that TAM answers an empty request only if it has the media type of TEEP
 */
public record Target(
    String description,
    Set<String> roles,
    WireRevision revision,
    Optional<SutFileTarget> tam,
    boolean typed) {

  public Target {
    roles = Set.copyOf(roles);
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
        Optional.empty(),
        false);
  }

  /** Whoever a recipe describes. */
  public static Target of(SutFile file) {
    return new Target(
        file.name().orElseGet(() -> String.valueOf(file.targets().get(0))),
        file.targets().stream().map(SutFileTarget::role).collect(Collectors.toSet()),
        file.find(RoleId.TAM.id()).map(SutFileTarget::revision).orElse(WireRevision.TEEP_26),
        file.find(RoleId.TAM.id()),
        false);
  }

  /** The same target, as it was found to be. */
  public Target typed(boolean found) {
    return new Target(description, roles, revision, tam, found);
  }

  public boolean plays(String role) {
    return roles.contains(role);
  }
}
