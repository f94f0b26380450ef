package org.ccican.corim;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ccican.reject.Reason;
import org.ccican.reject.Rejected;
import org.ccican.wire.Bytes;
import org.ccican.wire.Cbor;
import org.ccican.wire.Fields;

/** Reads triples and holds them against their rules (draft-ietf-rats-corim sections 5.1.4 ff). */
final class TriplesReader {

  private final CorimRules rules;

  TriplesReader(CorimRules rules) {
    this.rules = rules;
  }

  /** Reads one element of a list. */
  @FunctionalInterface
  private interface Element<T> {
    T read(Cbor item) throws Rejected;
  }

  Triples read(Cbor item) throws Rejected {
    Fields fields = Fields.of(item, CorimRules.SHAPE);
    // spec| draft-ietf-rats-corim §5.1.4: there is a triple
    Rejected.unless(
        rules.checks(),
        "corim.triples.not-empty",
        !fields.map().entries().isEmpty(),
        Reason.MISSING_FIELD,
        () -> "no triples at offset " + item.offset());
    Triples triples =
        new Triples(
            list(fields, 0, this::claims),
            list(fields, 1, this::claims),
            list(fields, 2, this::keys),
            list(fields, 3, this::keys),
            list(fields, 4, this::domain),
            list(fields, 5, this::domain),
            list(fields, 6, this::software),
            list(fields, 8, this::series),
            list(fields, 10, this::conditional));
    demandAcyclic(triples.memberships());
    demandAcyclic(triples.dependencies());
    return triples;
  }

  private <T> List<T> list(Fields fields, int label, Element<T> element) throws Rejected {
    Optional<Cbor> item = fields.find(label);
    return item.isPresent() ? list(rules.some(item.get()), element) : List.of();
  }

  private static <T> List<T> list(List<Cbor> items, Element<T> element) throws Rejected {
    List<T> all = new ArrayList<>();
    for (Cbor each : items) {
      all.add(element.read(each));
    }
    return all;
  }

  private Environment environment(Cbor item) throws Rejected {
    return Environment.parse(item, rules);
  }

  private List<Measurement> measurements(Cbor item) throws Rejected {
    return list(rules.some(item), each -> Measurement.parse(each, rules));
  }

  private Triples.Claims claims(Cbor item) throws Rejected {
    List<Cbor> parts = CorimRules.tuple(item, 2, 2);
    return new Triples.Claims(environment(parts.get(0)), measurements(parts.get(1)));
  }

  private Triples.Keys keys(Cbor item) throws Rejected {
    List<Cbor> parts = CorimRules.tuple(item, 2, 3);
    Environment environment = environment(parts.get(0));
    List<Cbor> keys = rules.keys(parts.get(1));
    if (parts.size() == 3) {
      Fields conditions = Fields.of(parts.get(2), CorimRules.SHAPE);
      if (conditions.find(0).isPresent()) {
        CorimRules.element(conditions.item(0));
      }
      if (conditions.find(1).isPresent()) {
        rules.keys(conditions.item(1));
      }
    }
    return new Triples.Keys(environment, keys);
  }

  private Triples.Domain domain(Cbor item) throws Rejected {
    List<Cbor> parts = CorimRules.tuple(item, 2, 2);
    return new Triples.Domain(
        environment(parts.get(0)), list(rules.some(parts.get(1)), this::environment));
  }

  private Triples.Software software(Cbor item) throws Rejected {
    List<Cbor> parts = CorimRules.tuple(item, 2, 2);
    return new Triples.Software(
        environment(parts.get(0)), list(rules.some(parts.get(1)), CorimRules::textOrUuid));
  }

  private Triples.Series series(Cbor item) throws Rejected {
    List<Cbor> parts = CorimRules.tuple(item, 2, 2);
    List<Cbor> common = CorimRules.tuple(parts.get(0), 2, 3);
    Triples.Claims condition =
        new Triples.Claims(
            environment(common.get(0)),
            list(
                Fields.array(common.get(1), CorimRules.SHAPE),
                each -> Measurement.parse(each, rules)));
    if (common.size() == 3) {
      rules.keys(common.get(2));
    }
    List<Triples.Case> cases =
        list(
            rules.some(parts.get(1)),
            each -> {
              List<Cbor> pair = CorimRules.tuple(each, 2, 2);
              return new Triples.Case(measurements(pair.get(0)), measurements(pair.get(1)));
            });
    Set<List<Bytes>> kinds = new HashSet<>();
    cases.forEach(each -> kinds.add(kinds(each.condition())));
    // spec| draft-ietf-rats-corim §5.1.8: all conditions of a series measure the same
    Rejected.unless(
        rules.checks(),
        "corim.series.same",
        kinds.size() == 1,
        Reason.WRONG_TYPE,
        () -> "conditions of " + kinds.size() + " kinds in the series at " + item.offset());
    return new Triples.Series(condition, cases);
  }

  /** Keys and labels of measurements, without their values. */
  private static List<Bytes> kinds(List<Measurement> measurements) {
    List<Bytes> kinds = new ArrayList<>();
    for (Measurement each : measurements) {
      kinds.add(each.key().map(Cbor::encode).orElse(Bytes.EMPTY));
      List<Bytes> labels = new ArrayList<>();
      each.values().entries().forEach(entry -> labels.add(entry.key().encode()));
      labels.sort(null);
      kinds.add(Bytes.concat(labels));
    }
    return kinds;
  }

  private Triples.Conditional conditional(Cbor item) throws Rejected {
    List<Cbor> parts = CorimRules.tuple(item, 2, 2);
    return new Triples.Conditional(
        list(rules.some(parts.get(0)), this::claims), list(rules.some(parts.get(1)), this::claims));
  }

  private void demandAcyclic(List<Triples.Domain> domains) throws Rejected {
    Map<Bytes, Set<Bytes>> edges = new HashMap<>();
    Map<Bytes, Integer> arrows = new HashMap<>();
    for (Triples.Domain each : domains) {
      Bytes from = each.subject().map().encode();
      arrows.putIfAbsent(from, 0);
      for (Environment object : each.objects()) {
        Bytes to = object.map().encode();
        if (edges.computeIfAbsent(from, none -> new HashSet<>()).add(to)) {
          arrows.merge(to, 1, Integer::sum);
        }
      }
    }
    Deque<Bytes> free = new ArrayDeque<>();
    arrows.forEach(
        (environment, count) -> {
          if (count == 0) {
            free.add(environment);
          }
        });
    int reached = 0;
    for (; !free.isEmpty(); reached++) {
      for (Bytes to : edges.getOrDefault(free.remove(), Set.of())) {
        if (arrows.merge(to, -1, Integer::sum) == 0) {
          free.add(to);
        }
      }
    }
    int visited = reached;
    // spec| draft-ietf-rats-corim §5.1.11: domains are in no circle
    Rejected.unless(
        rules.checks(),
        "corim.domain.acyclic",
        visited == arrows.size(),
        Reason.MALFORMED,
        () -> arrows.size() - visited + " environments hang on a circle");
  }
}
