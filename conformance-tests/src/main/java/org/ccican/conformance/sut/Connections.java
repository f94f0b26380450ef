package org.ccican.conformance.sut;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ccican.role.RoleId;

/** The ways to all roles that the target plays in other processes, open for a run. */
public final class Connections implements AutoCloseable {

  private final List<Connection> all;
  private final boolean together;
  private final SutClaims recipe;
  private List<Probe> latest = List.of();
  private AdapterClaims claims;

  private Optional<Inbound> inbound = Optional.empty();

  private Connections(List<Connection> all, boolean together, SutClaims recipe) {
    this.all = List.copyOf(all);
    this.together = together;
    this.recipe = recipe;
    this.claims = new AdapterClaims(recipe);
  }

  /** Where the reference plays every role. */
  public static Connections none() {
    return new Connections(List.of(), false, SutClaims.none());
  }

  /** Nothing is sent yet. */
  public static Connections open(Target target, Opening opening) {
    List<Connection> all = new ArrayList<>();
    for (SutRole role : target.foreign()) {
      all.add(Ways.find(role.way(), role.role()).orElseThrow().opener().open(role, opening));
    }
    return new Connections(all, target.together(), target.claims());
  }

  /**
   * Lets our roles answer what the target asks of its own accord, where the recipe says so.
   *
   * @return what is wrong with that, naming the field; empty if nothing is
   */
  public synchronized Optional<String> listen(Target target) {
    if (target.listen().isEmpty()) {
      return Optional.empty();
    }
    try {
      inbound = Optional.of(new Inbound(target.listen().get(), target.roles()));
      return Optional.empty();
    } catch (IOException e) {
      return Optional.of("listen: port " + target.listen().get().getPort() + ": " + e.getMessage());
    }
  }

  /**
   * A scenario begins, and answers what the target asks.
   *
   * @param addresses the base URI of each role's listener in it
   */
  public synchronized void begin(Function<RoleId, String> addresses) {
    inbound.ifPresent(each -> each.serve(addresses));
  }

  /** The scenario is over. */
  public synchronized void end() {
    inbound.ifPresent(Inbound::rest);
  }

  public List<Connection> all() {
    return all;
  }

  public Optional<Connection> find(RoleId role) {
    return all.stream().filter(each -> each.role().role() == role).findFirst();
  }

  /**
   * Those that a scenario meets: of the roles that it judges. Whoever else takes part is the
   * reference, so that a failure has one owner. Where the recipe wants its roles together, all of
   * them take part.
   *
   * @param roles ids
   * @return those of the judged roles first
   */
  public List<Connection> of(Collection<String> roles) {
    Map<Boolean, List<Connection>> judged =
        all.stream()
            .collect(Collectors.partitioningBy(each -> roles.contains(each.role().role().id())));
    return together
        ? Stream.concat(judged.get(true).stream(), judged.get(false).stream()).toList()
        : judged.get(true);
  }

  /** The same ways to the same roles, each of which then meets the reference only. */
  public Connections apart() {
    Connections apart = new Connections(all, false, recipe);
    apart.inbound = inbound;
    return apart;
  }

  /** What is wrong with the recipe: the first complaint of any role. */
  public Optional<String> look() {
    return Probe.firstComplaint(probes());
  }

  /** What there is to be seen of each role, up to what is wrong with it. */
  public synchronized List<Probe> probes() {
    List<Probe> found = new ArrayList<>();
    claims = new AdapterClaims(recipe);
    for (Connection each : all) {
      found.addAll(each.probes());
      claims.note(each.role(), each.claims()).ifPresent(found::add);
    }
    latest = List.copyOf(found);
    return latest;
  }

  /** The target with what was found that it can do, where its recipe does not say. */
  public synchronized Target claimed(Target target) {
    return target.claiming(claims.together());
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
    inbound.ifPresent(Inbound::close);
    all.forEach(Connection::close);
  }
}
