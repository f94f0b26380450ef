package org.ccican.conformance.sut;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.ccican.role.RoleId;

/** The ways to all roles that the target plays in other processes, open for a run. */
public final class Connections implements AutoCloseable {

  private final List<Connection> all;
  private List<Probe> latest = List.of();

  private Connections(List<Connection> all) {
    this.all = List.copyOf(all);
  }

  /** Where the reference plays every role. */
  public static Connections none() {
    return new Connections(List.of());
  }

  /** Nothing is sent yet. */
  public static Connections open(Target target, Opening opening) {
    List<Connection> all = new ArrayList<>();
    for (SutRole role : target.foreign()) {
      all.add(Ways.find(role.way(), role.role()).orElseThrow().opener().open(role, opening));
    }
    return new Connections(all);
  }

  public List<Connection> all() {
    return all;
  }

  public Optional<Connection> find(RoleId role) {
    return all.stream().filter(each -> each.role().role() == role).findFirst();
  }

  /**
   * Those that a scenario meets: of the roles that it judges. Whoever else takes part is the
   * reference, so that a failure has one owner.
   *
   * @param roles ids
   */
  public List<Connection> of(Collection<String> roles) {
    return all.stream().filter(each -> roles.contains(each.role().role().id())).toList();
  }

  /** What is wrong with the recipe: the first complaint of any role. */
  public Optional<String> look() {
    return Probe.firstComplaint(probes());
  }

  /** What there is to be seen of each role, up to what is wrong with it. */
  public synchronized List<Probe> probes() {
    latest = all.stream().flatMap(each -> each.probes().stream()).toList();
    return latest;
  }

  /** What was last seen of the roles, each as {@code FIELD: WORDS}. */
  public synchronized List<String> seen() {
    return latest.stream()
        .filter(each -> each.complaint().isEmpty())
        .map(each -> each.field() + ": " + each.seen())
        .toList();
  }

  @Override
  public void close() {
    all.forEach(Connection::close);
  }
}
