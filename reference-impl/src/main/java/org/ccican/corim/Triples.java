package org.ccican.corim;

import java.util.ArrayList;
import java.util.List;
import org.ccican.wire.Cbor;

/**
 * What a CoMID says (draft-ietf-rats-corim section 5.1.4), by kind of triple.
 *
 * @param references label 0: possible states of an environment
 * @param endorsements label 1
 * @param identities label 2: keys of devices
 * @param attestKeys label 3: keys of Attesting Environments
 * @param dependencies label 4: environments and what they trust
 * @param memberships label 5: domains and their members
 * @param software label 6: environments and CoSWIDs
 * @param series label 8
 * @param conditionals label 10
 */
public record Triples(
    List<Claims> references,
    List<Claims> endorsements,
    List<Keys> identities,
    List<Keys> attestKeys,
    List<Domain> dependencies,
    List<Domain> memberships,
    List<Software> software,
    List<Series> series,
    List<Conditional> conditionals) {

  /** An environment and measurements of it. */
  public record Claims(Environment environment, List<Measurement> measurements) {

    public Claims {
      measurements = List.copyOf(measurements);
    }
  }

  /** An environment and keys in it, each with its tag. */
  public record Keys(Environment environment, List<Cbor> keys) {

    public Keys {
      keys = List.copyOf(keys);
    }
  }

  /** An environment and others that it is made of, or trusts. */
  public record Domain(Environment subject, List<Environment> objects) {

    public Domain {
      objects = List.copyOf(objects);
    }
  }

  /** An environment and the ids of CoSWIDs. */
  public record Software(Environment environment, List<Cbor> ids) {

    public Software {
      ids = List.copyOf(ids);
    }
  }

  /** Of several conditions the first that matches adds what goes with it. */
  public record Series(Claims common, List<Case> cases) {

    public Series {
      cases = List.copyOf(cases);
    }
  }

  /** A condition of a series, and what it adds. */
  public record Case(List<Measurement> condition, List<Measurement> addition) {

    public Case {
      condition = List.copyOf(condition);
      addition = List.copyOf(addition);
    }
  }

  /** Conditions that all have to match, and what they add. */
  public record Conditional(List<Claims> conditions, List<Claims> additions) {

    public Conditional {
      conditions = List.copyOf(conditions);
      additions = List.copyOf(additions);
    }
  }

  public Triples {
    references = List.copyOf(references);
    endorsements = List.copyOf(endorsements);
    identities = List.copyOf(identities);
    attestKeys = List.copyOf(attestKeys);
    dependencies = List.copyOf(dependencies);
    memberships = List.copyOf(memberships);
    software = List.copyOf(software);
    series = List.copyOf(series);
    conditionals = List.copyOf(conditionals);
  }

  /** The same with more reference values. */
  Triples with(List<Claims> more) {
    List<Claims> all = new ArrayList<>(references);
    all.addAll(more);
    return new Triples(
        all,
        endorsements,
        identities,
        attestKeys,
        dependencies,
        memberships,
        software,
        series,
        conditionals);
  }
}
