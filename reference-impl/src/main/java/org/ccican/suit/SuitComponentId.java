package org.ccican.suit;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.ccican.reject.Rejected;
import org.ccican.wire.Bytes;
import org.ccican.wire.Cbor;
import org.ccican.wire.Fields;

/**
 * A SUIT_Component_Identifier (suit-manifest section 8.4.5.1): a path of octet strings, the widest
 * part first. Manifests have identifiers of the same form.
 */
public record SuitComponentId(List<Bytes> segments) {

  public SuitComponentId {
    segments = List.copyOf(segments);
  }

  /** A path of texts. */
  public static SuitComponentId of(String... segments) {
    List<Bytes> octets = new ArrayList<>();
    for (String segment : segments) {
      octets.add(Bytes.utf8(segment));
    }
    return new SuitComponentId(octets);
  }

  /**
   * @param rule the structural check that a refusal names
   * @throws Rejected if the item is no array of byte strings
   */
  public static SuitComponentId parse(Cbor item, String rule) throws Rejected {
    return new SuitComponentId(Fields.octetsList(item, rule));
  }

  public Cbor toCbor() {
    return Cbor.array(segments.stream().map(Cbor::octets).toList());
  }

  /** The path behind another. */
  SuitComponentId under(SuitComponentId prefix) {
    List<Bytes> all = new ArrayList<>(prefix.segments);
    all.addAll(segments);
    return new SuitComponentId(all);
  }

  /** Whether the path begins with another, as every path does with the empty one. */
  public boolean startsWith(SuitComponentId prefix) {
    return segments.size() >= prefix.segments.size()
        && segments.subList(0, prefix.segments.size()).equals(prefix.segments);
  }

  /** The path with slashes; a segment that is not plain text stands in hex. */
  @Override
  public String toString() {
    return segments.stream().map(SuitComponentId::printable).collect(Collectors.joining("/"));
  }

  private static String printable(Bytes segment) {
    String text = segment.toText();
    return text.matches("[A-Za-z0-9._:-]+") ? text : "x" + segment;
  }
}
