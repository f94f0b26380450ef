package org.ccican.conformance.sut;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.ccican.conformance.requirement.Level;
import org.ccican.conformance.requirement.Requirement;
import org.ccican.conformance.requirement.Requirements;
import org.ccican.cose.Crypto;
import org.ccican.format.Formats;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Reads what a SUT file says that the target can do. */
final class SutClaimsReader {

  static final List<String> CIPHER_SUITES = List.of("esp256", "ed25519");
  static final List<String> FRESHNESS = List.of("nonce", "timestamp");

  private final SutFileField at;

  SutClaimsReader(SutFileField at) {
    this.at = at;
  }

  SutClaims read() throws SutFileException {
    Map<String, SutFileField> fields =
        at.fields(Set.of("cipher-suites", "formats", "freshness", "options"));
    List<String> known = new Formats(new Crypto()).ids();
    Optional<List<String>> formats = names(fields, "formats", known);
    if (formats.filter(List::isEmpty).isPresent()) {
      throw fields.get("formats").wrong("expected at least one of " + String.join(", ", known));
    }
    return new SutClaims(
        names(fields, "cipher-suites", CIPHER_SUITES),
        formats,
        names(fields, "freshness", FRESHNESS),
        options(fields));
  }

  /** Ids of requirements that say what an implementation may do. */
  private static Optional<List<String>> options(Map<String, SutFileField> fields)
      throws SutFileException {
    return fields.containsKey("options")
        ? names(
            fields,
            "options",
            Requirements.load().all().stream()
                .filter(each -> each.level() == Level.MAY)
                .map(Requirement::id)
                .collect(Collectors.toCollection(TreeSet::new)))
        : Optional.empty();
  }

  private static Optional<List<String>> names(
      Map<String, SutFileField> fields, String name, Collection<String> known)
      throws SutFileException {
    if (!fields.containsKey(name)) {
      return Optional.empty();
    }
    SutFileField field = fields.get(name);
    if (!(field.node() instanceof SequenceNode list)) {
      throw field.expected("a list");
    }
    List<String> names = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (Node each : list.getValue()) {
      SutFileField item = new SutFileField(field.file(), field.name(), field.key(), each);
      String value = item.text(100);
      if (!known.contains(value)) {
        throw item.wrong("unknown claim " + value + "; known here: " + String.join(", ", known));
      }
      if (!seen.add(value)) {
        throw item.wrong(value + " is there twice");
      }
      names.add(value);
    }
    return Optional.of(names);
  }
}
