package org.ccican.conformance.specimen;

import static org.ccican.conformance.specimen.Dependencies.DEPENDENCY;
import static org.ccican.conformance.specimen.Manifests.A;
import static org.ccican.conformance.specimen.Manifests.B;
import static org.ccican.conformance.specimen.Manifests.bare;
import static org.ccican.conformance.specimen.Manifests.data;
import static org.ccican.conformance.specimen.Manifests.dataSharing;
import static org.ccican.conformance.specimen.Manifests.digest;
import static org.ccican.conformance.specimen.Manifests.fetched;
import static org.ccican.conformance.specimen.Manifests.identity;
import static org.ccican.conformance.specimen.Manifests.joined;
import static org.ccican.conformance.specimen.Manifests.match;
import static org.ccican.conformance.specimen.Manifests.written;
import static org.ccican.conformance.specimen.SuitNumbers.INSTALL;
import static org.ccican.conformance.specimen.SuitNumbers.MANIFEST_ID;
import static org.ccican.conformance.specimen.SuitNumbers.UNINSTALL;
import static org.ccican.conformance.specimen.SuitNumbers.VALIDATE;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.ccican.suit.SuitComponentId;
import org.ccican.teep.TeepMessage;
import org.ccican.teep.TeepOptions;
import org.ccican.wire.Bytes;
import org.ccican.wire.Cbor;

/**
 * Manifests with an identifier of their own, which can be uninstalled by it (trust-domains sections
 * 5.2.1, 5.6.5 and 6). The roots {@code manifest, 1} and {@code manifest, 2} share a dependency.
 */
final class UninstallManifests {

  private static final String FIRST = "has an identifier and an uninstall sequence";
  private static final String UNLINKS = "an Update that unlinks ";

  private UninstallManifests() {}

  static List<Specimen> list() {
    ManifestRows rows = new ManifestRows();
    rows.good(FIRST, s -> root(s, "1"))
        .bad(
            "has a text for its own identifier",
            FIRST,
            s -> root(s, "1").element(MANIFEST_ID, Cbor.text("manifest")))
        .bad(
            "has a digest for uninstall",
            FIRST,
            s -> root(s, "1").element(UNINSTALL, Parameter.sha256(A)))
        .good(
            "has an uninstall sequence that aborts",
            s -> root(s, "1").section(UNINSTALL, Command.abort()))
        .good("shares a dependency", s -> sharing(s, "1", "data", unlinking(1)))
        .good("shares the same dependency", s -> sharing(s, "2", "tc", unlinking(1)))
        .good(
            "shares a dependency and unlinks it twice", s -> sharing(s, "1", "data", unlinking(2)))
        .good(
            "has a dependency with an identifier",
            s -> Dependencies.root(s, named(Dependencies.dependency(s), "inner")))
        .bad(
            "fetches to a component of another manifest",
            s -> another(s).section(INSTALL, joined(fetched("#other"))).payload("#other", B))
        .bad(
            "writes to a component of another manifest",
            s -> another(s).section(INSTALL, joined(written(B))))
        .bad(
            "copies to a component of another manifest",
            s ->
                named(bare(s), "2")
                    .components("second", "data")
                    .shared(
                        joined(
                            List.of(Command.choose(0)),
                            identity(s),
                            List.of(Command.chooseAll(), Command.override(digest(B)))))
                    .section(
                        INSTALL,
                        joined(
                            List.of(Command.choose(0)),
                            written(B),
                            List.of(
                                match(),
                                Command.choose(1),
                                Command.override(Parameter.source(0)),
                                Command.copy(),
                                match()))));
    unlinks(rows);
    return rows.list();
  }

  private static void unlinks(ManifestRows rows) {
    rows.whole(UNLINKS + "it", Optional.empty(), s -> unlink(s, "1"))
        .whole(UNLINKS + "both", Optional.empty(), s -> unlink(s, "1", "2"))
        .whole(
            UNLINKS + "the dependency by its identifier", Optional.empty(), s -> unlink(s, "inner"))
        .whole(
            UNLINKS + "it and installs another",
            Optional.empty(),
            s ->
                update(
                    s,
                    List.of(
                        another(s)
                            .section(INSTALL, joined(fetched("#other")))
                            .payload("#other", B)
                            .encode()),
                    "1"));
  }

  private static Manifest named(Manifest manifest, String last) {
    return manifest.element(
        MANIFEST_ID,
        Cbor.array(Cbor.octets(Bytes.utf8("manifest")), Cbor.octets(Bytes.utf8(last))));
  }

  /** Content A as data, and how it goes again. */
  private static Manifest root(Situation situation, String last) {
    return named(data(situation), last).section(UNINSTALL, Command.unlink());
  }

  /** Another manifest that would have content B as data. */
  private static Manifest another(Situation situation) {
    return named(dataSharing(situation, digest(B)), "2").section(VALIDATE, match());
  }

  /** A root with content A as this component, and the dependency that installs second. */
  private static Manifest sharing(
      Situation situation, String last, String component, List<Command> uninstall) {
    return named(Dependencies.root(situation, shared(situation)), last)
        .components("manifest", component)
        .section(UNINSTALL, joined(List.of(DEPENDENCY), uninstall));
  }

  private static Manifest shared(Situation situation) {
    return Dependencies.dependency(situation).section(UNINSTALL, Command.unlink());
  }

  /** Unlinks the dependency so often, and data. */
  private static List<Command> unlinking(int times) {
    Command[] commands = new Command[times + 2];
    Arrays.fill(commands, Command.unlink());
    commands[times] = Command.choose(1);
    return List.of(commands);
  }

  private static Bytes unlink(Situation situation, String... last) {
    return update(situation, List.of(), last);
  }

  private static Bytes update(Situation situation, List<Bytes> envelopes, String... last) {
    TeepOptions.Builder options =
        TeepOptions.builder()
            .token(situation.random(16))
            .unneededManifestList(
                Arrays.stream(last)
                    .map(
                        each ->
                            new SuitComponentId(List.of(Bytes.utf8("manifest"), Bytes.utf8(each))))
                    .toList());
    if (!envelopes.isEmpty()) {
      options.manifestList(envelopes);
    }
    return Draft.of(new TeepMessage.Update(options.build()), situation.keys().tam(), situation)
        .encode();
  }
}
