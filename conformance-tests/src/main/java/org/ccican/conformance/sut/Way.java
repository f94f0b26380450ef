package org.ccican.conformance.sut;

import java.util.Objects;
import java.util.Set;
import org.ccican.role.RoleId;

/**
 * A way to reach some of the roles.
 *
 * @param id the field of the recipe that says where the role is
 * @param kind what stands in that field
 * @param roles that can be reached so
 * @param fields that the role may have beside it
 * @param required those of them that must be there
 */
public record Way(
    String id,
    Kind kind,
    Set<RoleId> roles,
    Set<String> fields,
    Set<String> required,
    Opener opener) {

  public Way {
    Objects.requireNonNull(id);
    Objects.requireNonNull(kind);
    roles = Set.copyOf(roles);
    fields = Set.copyOf(fields);
    required = Set.copyOf(required);
    Objects.requireNonNull(opener);
  }

  /** What stands in the field of a way. */
  public enum Kind {
    /** {@link Reach.Http}. */
    URL,
    /** A list of a program and its arguments: {@link Reach.Program}. */
    PROGRAM,
    /** {@link Reach.Folder}. */
    FOLDER,
    /** A mapping with either {@code command} or {@code url}: {@link Reach.Trigger}. */
    TRIGGER
  }

  /** Opens the way for a run, or for a look; nothing is sent yet. */
  @FunctionalInterface
  public interface Opener {
    Connection open(SutRole role, Opening opening);
  }
}
