package org.ccican.suit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.ccican.check.Checks;
import org.ccican.reject.Reason;
import org.ccican.reject.Rejected;
import org.ccican.wire.Bytes;
import org.ccican.wire.Cbor;
import org.ccican.wire.CborDecoder;
import org.ccican.wire.CborProfile;
import org.ccican.wire.Fields;

/** The SUIT_Common of a manifest (suit-manifest section 8.4.5, trust-domains section 5.2.2). */
record SuitCommon(
    List<SuitComponentId> components,
    Map<Integer, SuitComponentId> dependencies,
    Optional<Bytes> sharedSequence) {

  private static final String SHAPE = "suit.common.shape";
  private static final SuitComponentId NO_PREFIX = new SuitComponentId(List.of());
  private static final Set<Long> KNOWN =
      Set.of(SuitLabels.DEPENDENCIES, SuitLabels.COMPONENTS, SuitLabels.SHARED_SEQUENCE);

  /**
   * @param octets nothing stands for a common part without elements
   */
  static SuitCommon parse(Optional<Bytes> octets, Checks checks) throws Rejected {
    Cbor item =
        octets.isPresent()
            ? new CborDecoder(checks).decode(octets.get(), CborProfile.VALID)
            : Cbor.map().build();
    Fields fields = Fields.of(item, SHAPE);
    for (Cbor.Entry entry : fields.map().entries()) {
      // spec| suit-manifest §6.1: what is not supported makes a manifest invalid
      Rejected.unless(
          checks,
          "suit.common.known",
          SuitManifest.label(entry.key()).map(KNOWN::contains).orElse(false),
          Reason.UNKNOWN_FIELD,
          () -> "element " + entry.key().encode() + " of the common part");
    }
    List<SuitComponentId> components = new ArrayList<>();
    for (Cbor component : fields.findArray(SuitLabels.COMPONENTS).orElse(List.of())) {
      components.add(identifier(component, checks));
    }
    Map<Integer, SuitComponentId> dependencies =
        dependencies(fields.find(SuitLabels.DEPENDENCIES), components, checks);
    return new SuitCommon(components, dependencies, fields.findOctets(SuitLabels.SHARED_SEQUENCE));
  }

  /** A component identifier; what else stands there is taken for an empty part of one. */
  static SuitComponentId identifier(Cbor item, Checks checks) throws Rejected {
    List<Bytes> segments = new ArrayList<>();
    boolean right = item instanceof Cbor.Array;
    for (Cbor segment : item instanceof Cbor.Array array ? array.items() : List.of(item)) {
      right = right && segment instanceof Cbor.Octets;
      segments.add(
          segment instanceof Cbor.Octets octets
              ? octets.value()
              : segment instanceof Cbor.Text text ? Bytes.utf8(text.value()) : segment.encode());
    }
    // spec| suit-manifest §8.4.5.1: a component identifier is an array of byte strings
    Rejected.unless(
        checks,
        "suit.component.shape",
        right,
        Reason.WRONG_TYPE,
        () -> "component identifier " + item.encode());
    return new SuitComponentId(segments);
  }

  /**
   * The dependencies by index. The text has them among the components, with a prefix for what they
   * contain; all published manifests have them behind the components, named by the prefix. Both are
   * understood: an index that is the next after the last component adds one.
   */
  private static Map<Integer, SuitComponentId> dependencies(
      Optional<Cbor> item, List<SuitComponentId> components, Checks checks) throws Rejected {
    Map<Integer, SuitComponentId> dependencies = new TreeMap<>();
    if (item.isEmpty()) {
      return dependencies;
    }
    Cbor.Map map = Fields.of(item.get(), SHAPE).map();
    // spec| trust-domains §5.2.2: the map of dependencies is not empty
    Rejected.unless(
        checks,
        "suit.dependency.index",
        !map.entries().isEmpty(),
        Reason.MISSING_FIELD,
        () -> "an empty map of dependencies");
    for (Cbor.Entry entry : map.entries()) {
      long index = SuitManifest.label(entry.key()).orElse(-1L);
      Optional<Cbor> prefix = Fields.of(entry.value(), SHAPE).find(SuitLabels.PREFIX);
      boolean inside = index >= 0 && index < components.size();
      // reading: trust-domains §5.2.2 and its examples
      boolean behind = index == components.size() && prefix.isPresent();
      // spec| trust-domains §5.2.2: its keys are indices of components
      Rejected.unless(
          checks,
          "suit.dependency.index",
          inside || behind,
          Reason.OUT_OF_RANGE,
          () -> "component " + entry.key().encode() + " as a dependency");
      if (behind) {
        components.add(identifier(prefix.get(), checks));
        dependencies.put((int) index, NO_PREFIX);
      } else if (inside) {
        dependencies.put(
            (int) index, prefix.isPresent() ? identifier(prefix.get(), checks) : NO_PREFIX);
      }
    }
    return dependencies;
  }
}
