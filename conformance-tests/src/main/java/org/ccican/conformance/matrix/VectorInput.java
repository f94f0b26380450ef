package org.ccican.conformance.matrix;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ccican.appraisal.AppraisalInput;
import org.ccican.appraisal.AppraisalPolicy;
import org.ccican.appraisal.Appraiser;
import org.ccican.check.Checks;
import org.ccican.reject.Rejected;
import org.ccican.vector.NamedOctets;
import org.ccican.vector.Octets;
import org.ccican.vector.TestVector;
import org.ccican.wire.Bytes;

/** A vector's fields as an appraiser wants them. */
final class VectorInput {

  private VectorInput() {}

  /**
   * @throws Rejected if the vector's anchors cannot be read
   */
  static AppraisalInput of(TestVector vector, Appraiser appraiser) throws Rejected {
    TestVector.Input input = vector.input();
    return new AppraisalInput(
        octets(input.report()),
        Stream.concat(list(input.endorsements()).stream(), list(input.collateral()).stream())
            .toList(),
        list(input.crls()),
        appraiser.anchors(list(input.anchors()), Checks.unbroken()),
        vector.time(),
        Optional.of(
            vector.expected().measurements().stream()
                .map(VectorInput::octets)
                .collect(Collectors.toSet())),
        Optional.of(octets(vector.expected().reportData())),
        input.eventLog().map(each -> octets(each.octets())),
        policy(vector.policy()));
  }

  private static AppraisalPolicy policy(TestVector.Policy policy) {
    Map<String, Long> minimum = new HashMap<>();
    policy.minimum().forEach((field, least) -> minimum.put(field, (long) least));
    Map<String, Bytes> equal = new HashMap<>();
    policy.equal().forEach((field, wanted) -> equal.put(field, octets(wanted)));
    Map<String, Set<String>> oneOf = new HashMap<>();
    policy.oneOf().forEach((field, words) -> oneOf.put(field, Set.copyOf(words)));
    return new AppraisalPolicy(
        policy.allowDebug(),
        false,
        policy.allowMigration(),
        policy.allowProvisionalFirmware(),
        policy.vmpls().stream().map(Integer::longValue).collect(Collectors.toSet()),
        minimum,
        equal,
        masks(policy.bitsSet()),
        masks(policy.bitsClear()),
        policy.allowed(),
        oneOf,
        AppraisalPolicy.NotEvaluated.TOLERATED);
  }

  private static Map<String, Long> masks(Map<String, List<Integer>> bits) {
    Map<String, Long> masks = new HashMap<>();
    bits.forEach(
        (field, list) ->
            masks.put(field, list.stream().mapToLong(bit -> 1L << bit).reduce(0, (a, b) -> a | b)));
    return masks;
  }

  private static List<Bytes> list(List<NamedOctets> objects) {
    return objects.stream().map(each -> octets(each.octets())).toList();
  }

  private static Bytes octets(Octets octets) {
    return Bytes.of(octets.toArray());
  }
}
