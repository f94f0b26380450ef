package org.ccican.vector;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ccican.vector.TestVector.Part;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every vector but a base is an accepted vector with one change, and the change is stated. */
class SingleDefectTest {

  private static final Vectors ALL = Vectors.load("sev-snp");
  private static final int SIGNED = 0x2a0;

  static Stream<TestVector> children() {
    return ALL.all().stream().filter(each -> each.parent().isPresent());
  }

  @Test
  void identifiersAreUnique() {
    assertThat(ALL.all()).extracting(TestVector::id).doesNotHaveDuplicates();
    assertThat(ALL.all()).allMatch(each -> each.id().startsWith("sev-snp."));
  }

  @Test
  void inputsAreUnique() {
    assertThat(ALL.all())
        .extracting(each -> List.of(each.input(), each.time(), each.expected(), each.policy()))
        .doesNotHaveDuplicates();
  }

  @Test
  void baseIsAccepted() {
    assertThat(ALL.all())
        .filteredOn(each -> each.parent().isEmpty())
        .allMatch(TestVector::accepted);
  }

  @Test
  void everyFlagIsUsed() {
    Set<String> used =
        ALL.all().stream().flatMap(each -> each.flags().stream()).collect(Collectors.toSet());
    assertThat(used).isEqualTo(ALL.flags().keySet());
  }

  @ParameterizedTest
  @MethodSource("children")
  void parentIsAccepted(TestVector vector) {
    assertThat(parent(vector).accepted()).isTrue();
  }

  @ParameterizedTest
  @MethodSource("children")
  void onePartDiffersFromTheParent(TestVector vector) {
    assertThat(differences(parent(vector), vector))
        .containsExactly(vector.change().orElseThrow().part());
  }

  @ParameterizedTest
  @MethodSource("children")
  void reportDiffersWhereTheChangeSays(TestVector vector) {
    TestVector.Change change = vector.change().orElseThrow();
    byte[] from = parent(vector).input().report().toArray();
    byte[] to = vector.input().report().toArray();
    if (change.part() != Part.REPORT || from.length != to.length) {
      assertThat(change.octets()).isEmpty();
      assertThat(change.signedAgain()).isFalse();
      return;
    }
    Set<Integer> stated =
        change.octets().stream()
            .flatMap(each -> IntStream.range(each.offset(), each.offset() + each.length()).boxed())
            .collect(Collectors.toSet());
    Set<Integer> found =
        IntStream.range(0, change.signedAgain() ? SIGNED : to.length)
            .filter(i -> from[i] != to[i])
            .boxed()
            .collect(Collectors.toSet());
    assertThat(found).isNotEmpty().isEqualTo(stated);
  }

  @ParameterizedTest
  @MethodSource("children")
  void atMostOneObjectOfAKindIsNewUnlessTheChainIs(TestVector vector) {
    Set<String> old =
        parent(vector).input().endorsements().stream()
            .map(NamedOctets::name)
            .collect(Collectors.toSet());
    List<String> fresh =
        vector.input().endorsements().stream()
            .map(NamedOctets::name)
            .filter(name -> !old.contains(name))
            .toList();
    boolean wholeChain =
        Set.of(
                "sev-snp.chain.forged-with-its-root",
                "sev-snp.chain.authority-above-ask",
                "sev-snp.chain.ask-named-milan",
                "sev-snp.vlek.of-chip-authority",
                "sev-snp.vek.vlek-of-same-key")
            .contains(vector.id());
    assertThat(fresh.size()).isLessThanOrEqualTo(wholeChain ? 3 : 1);
  }

  private static List<Part> differences(TestVector one, TestVector other) {
    List<Part> parts = new ArrayList<>();
    add(parts, Part.REPORT, one.input().report(), other.input().report());
    add(parts, Part.ENDORSEMENTS, one.input().endorsements(), other.input().endorsements());
    add(parts, Part.CRLS, one.input().crls(), other.input().crls());
    add(parts, Part.ANCHORS, one.input().anchors(), other.input().anchors());
    add(parts, Part.TIME, one.time(), other.time());
    add(parts, Part.EXPECTED, one.expected(), other.expected());
    add(parts, Part.POLICY, one.policy(), other.policy());
    return parts;
  }

  private static void add(List<Part> parts, Part part, Object one, Object other) {
    if (!one.equals(other)) {
      parts.add(part);
    }
  }

  private static TestVector parent(TestVector vector) {
    return ALL.find(vector.parent().orElseThrow()).orElseThrow();
  }
}
