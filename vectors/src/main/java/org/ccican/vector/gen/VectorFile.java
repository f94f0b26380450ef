package org.ccican.vector.gen;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.ccican.vector.TestVector;
import org.ccican.vector.TestVector.Change;
import org.ccican.vector.TestVector.Expect;
import org.ccican.vector.TestVector.Part;
import org.ccican.vector.TestVector.Verdict;

/**
 * Collects vectors of one format: accepted bases, and changes of one thing in an accepted vector.
 * What was changed is found by comparison, and a change of two parts of the input is refused.
 */
final class VectorFile<C extends VectorCase> {

  private final String format;
  private final Map<String, TestVector.Policy> policies;
  private final Map<String, C> accepted = new HashMap<>();
  private final List<TestVector> vectors = new ArrayList<>();

  VectorFile(String format, List<TestVector.Policy> policies) {
    this.format = format;
    this.policies = new LinkedHashMap<>();
    policies.forEach(each -> this.policies.put(each.name(), each));
  }

  /** A right appraisal to start from. */
  void base(String id, Rule about, String comment, C scene) {
    add(id, Optional.empty(), about, comment, scene, true, List.of());
  }

  /** A change that a conforming target still accepts. */
  void accepted(
      String parent,
      String id,
      Rule about,
      String comment,
      UnaryOperator<C> change,
      String... flags) {
    add(id, Optional.of(parent), about, comment, change.apply(scene(parent)), true, List.of(flags));
  }

  /** A change that a conforming target refuses under the rule. */
  void refused(
      String parent,
      String id,
      Rule rule,
      String comment,
      UnaryOperator<C> change,
      String... flags) {
    add(id, Optional.of(parent), rule, comment, change.apply(scene(parent)), false, List.of(flags));
  }

  List<TestVector.Policy> policies() {
    return List.copyOf(policies.values());
  }

  List<TestVector> vectors() {
    return List.copyOf(vectors);
  }

  private C scene(String id) {
    return Optional.ofNullable(accepted.get(id))
        .orElseThrow(() -> new IllegalStateException("no accepted vector " + id));
  }

  private void add(
      String id,
      Optional<String> parent,
      Rule rule,
      String comment,
      C scene,
      boolean right,
      List<String> flags) {
    String full = format + "." + id;
    if (vectors.stream().anyMatch(each -> each.id().equals(full))) {
      throw new IllegalStateException("twice: " + full);
    }
    if (right) {
      accepted.put(id, scene);
    }
    vectors.add(
        new TestVector(
            full,
            parent.map(each -> format + "." + each),
            rule.spec(),
            rule.requirements(),
            comment,
            parent.map(each -> change(full, scene(each), scene)),
            right ? Optional.empty() : Optional.of(rule.check()),
            scene.input(),
            scene.time(),
            scene.expected(),
            policies.get(scene.policy()),
            right ? Expect.ACCEPTED : refusal(rule.why()),
            flags));
  }

  private static Expect refusal(Why why) {
    return new Expect(Verdict.REFUSED, Optional.of(why.phase()), Optional.of(why.id()));
  }

  private static Change change(String id, VectorCase from, VectorCase to) {
    List<Part> parts = new ArrayList<>();
    differing(Part.REPORT, from.input().report(), to.input().report(), parts);
    differing(Part.ENDORSEMENTS, from.input().endorsements(), to.input().endorsements(), parts);
    differing(Part.COLLATERAL, from.input().collateral(), to.input().collateral(), parts);
    differing(Part.CRLS, from.input().crls(), to.input().crls(), parts);
    differing(Part.ANCHORS, from.input().anchors(), to.input().anchors(), parts);
    differing(Part.EVENT_LOG, from.input().eventLog(), to.input().eventLog(), parts);
    differing(Part.TIME, from.time(), to.time(), parts);
    differing(Part.EXPECTED, from.expected(), to.expected(), parts);
    differing(Part.POLICY, from.policy(), to.policy(), parts);
    if (parts.size() != 1) {
      throw new IllegalStateException(id + " changes " + parts + " of its parent");
    }
    return parts.get(0) == Part.REPORT
        ? reportChange(
            Raw.of(from.input().report()), Raw.of(to.input().report()), from.signatures())
        : new Change(parts.get(0), List.of(), false);
  }

  private static void differing(Part part, Object one, Object other, List<Part> into) {
    if (!one.equals(other)) {
      into.add(part);
    }
  }

  private static Change reportChange(Raw from, Raw to, List<TestVector.Stretch> signatures) {
    if (from.size() != to.size()) {
      return new Change(Part.REPORT, List.of(), false);
    }
    List<TestVector.Stretch> body = new ArrayList<>();
    List<TestVector.Stretch> rest = new ArrayList<>();
    int done = 0;
    for (TestVector.Stretch each : signatures) {
      int end = each.offset() + each.length();
      body.addAll(stretches(from, to, done, each.offset()));
      rest.addAll(stretches(from, to, each.offset(), end));
      done = end;
    }
    body.addAll(stretches(from, to, done, from.size()));
    boolean signedAgain = !body.isEmpty() && !rest.isEmpty();
    return new Change(Part.REPORT, body.isEmpty() ? rest : body, signedAgain);
  }

  private static List<TestVector.Stretch> stretches(Raw from, Raw to, int start, int end) {
    List<TestVector.Stretch> found = new ArrayList<>();
    int offset = start;
    while (offset < end) {
      int length = 0;
      while (offset + length < end && from.at(offset + length) != to.at(offset + length)) {
        length++;
      }
      if (length > 0) {
        found.add(new TestVector.Stretch(offset, length));
      }
      offset += length + 1;
    }
    return found;
  }
}
