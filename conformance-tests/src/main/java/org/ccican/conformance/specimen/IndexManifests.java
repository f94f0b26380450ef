package org.ccican.conformance.specimen;

import static org.ccican.conformance.specimen.Manifests.A;
import static org.ccican.conformance.specimen.Manifests.B;
import static org.ccican.conformance.specimen.Manifests.C;
import static org.ccican.conformance.specimen.Manifests.dataBy;
import static org.ccican.conformance.specimen.Manifests.dataSharing;
import static org.ccican.conformance.specimen.Manifests.digest;
import static org.ccican.conformance.specimen.Manifests.fetched;
import static org.ccican.conformance.specimen.Manifests.identity;
import static org.ccican.conformance.specimen.Manifests.joined;
import static org.ccican.conformance.specimen.Manifests.match;
import static org.ccican.conformance.specimen.Manifests.three;
import static org.ccican.conformance.specimen.Manifests.two;
import static org.ccican.conformance.specimen.Manifests.written;
import static org.ccican.conformance.specimen.SequenceManifests.copying;
import static org.ccican.conformance.specimen.SuitNumbers.INSTALL;
import static org.ccican.conformance.specimen.SuitNumbers.VALIDATE;

import java.util.List;
import org.ccican.wire.Cbor;

/** Component index and order of execution (suit-manifest sections 6.5 and 6.7). */
final class IndexManifests {

  private static final String INTEGERS = "installs two components by their indices";
  private static final String ALL = "installs two components at index True";
  private static final String UNORDERED = "runs a sequence without strict order";

  private IndexManifests() {}

  static List<Specimen> list() {
    ManifestRows rows = new ManifestRows();
    chosen(rows);
    notChosen(rows);
    order(rows);
    return rows.list();
  }

  private static void chosen(ManifestRows rows) {
    rows.good(INTEGERS, IndexManifests::byIntegers)
        .good(
            "installs three components by an array of indices",
            s ->
                three(s)
                    .section(
                        INSTALL,
                        Command.choose(0, 2),
                        Command.fetch(),
                        match(),
                        Command.choose(1),
                        Command.fetch(),
                        match()))
        .good(ALL, s -> atAll(two(s)))
        .good(
            "installs three components with parameters of their own",
            s ->
                three(s)
                    .section(
                        INSTALL,
                        Command.choose(2),
                        Command.fetch(),
                        match(),
                        Command.choose(1),
                        Command.fetch(),
                        match(),
                        Command.choose(0),
                        Command.fetch(),
                        match()))
        .bad(
            "has a wrong digest for the second component at index True",
            ALL,
            s ->
                two(s)
                    .section(
                        INSTALL,
                        Command.choose(1),
                        Command.override(digest(C)),
                        Command.chooseAll(),
                        Command.fetch(),
                        match()))
        .good(
            "runs one sequence for both components",
            s ->
                two(s).section(INSTALL, Command.chooseAll(), Command.run(Command.fetch(), match())))
        .good(
            "tries sequences for both components",
            s ->
                two(s)
                    .section(
                        INSTALL,
                        Command.chooseAll(),
                        Command.tryEach(
                            Command.sequence(Command.abort()),
                            Command.sequence(Command.fetch(), match()))));
  }

  private static Manifest byIntegers(Situation situation) {
    return two(situation)
        .section(
            INSTALL,
            Command.choose(0),
            Command.fetch(),
            match(),
            Command.choose(1),
            Command.fetch(),
            match());
  }

  private static Manifest atAll(Manifest manifest) {
    return manifest.section(INSTALL, Command.chooseAll(), Command.fetch(), match());
  }

  private static void notChosen(ManifestRows rows) {
    rows.bad(
            "chooses no component in install",
            INTEGERS,
            s ->
                two(s)
                    .section(
                        INSTALL,
                        Command.fetch(),
                        match(),
                        Command.choose(1),
                        Command.fetch(),
                        match()))
        .bad(
            "chooses no component in its shared sequence",
            INTEGERS,
            s ->
                byIntegers(s)
                    .shared(
                        joined(
                            identity(s),
                            List.of(
                                Command.choose(0),
                                Command.override(digest(A), Parameter.uri("#data")),
                                Command.choose(1),
                                Command.override(digest(B), Parameter.uri("#second"))))))
        .bad("chooses component 2 of two", INTEGERS, s -> choosing(s, Cbor.integer(2)))
        .bad("chooses component -1", INTEGERS, s -> choosing(s, Cbor.integer(-1)))
        .bad("chooses an empty array of components", INTEGERS, s -> choosing(s, Cbor.array()))
        .bad("chooses component False", INTEGERS, s -> choosing(s, Cbor.bool(false)));
  }

  /** As usual, then once more, and compares what is chosen so. */
  private static Manifest choosing(Situation situation, Cbor index) {
    return two(situation)
        .section(
            INSTALL, Command.chooseAll(), Command.fetch(), match(), Command.of(12, index), match());
  }

  private static void order(ManifestRows rows) {
    rows.good(
            "writes content A and then content B",
            s ->
                dataSharing(s, digest(B))
                    .section(INSTALL, joined(written(A), written(B)))
                    .section(VALIDATE, match()))
        .good(
            UNORDERED,
            s ->
                two(s)
                    .section(
                        INSTALL,
                        Command.choose(0),
                        Command.override(Parameter.strictOrder(false)),
                        Command.run(Command.choose(0), Command.fetch(), match()),
                        Command.run(Command.choose(1), Command.fetch(), match())))
        .bad(
            "runs a sequence without choosing and without strict order",
            UNORDERED,
            s ->
                dataBy(
                    s,
                    joined(
                        List.of(
                            Command.override(Parameter.strictOrder(false)),
                            new Command(Cbor.integer(32), Manifests.sequence(fetched("#data")))))))
        .bad(
            "chooses again in a sequence without strict order",
            UNORDERED,
            s ->
                two(s)
                    .section(
                        INSTALL,
                        Command.choose(0),
                        Command.override(Parameter.strictOrder(false)),
                        Command.run(
                            Command.choose(0),
                            Command.fetch(),
                            match(),
                            Command.choose(1),
                            Command.fetch(),
                            match())))
        .bad(
            "reads what it writes without strict order",
            UNORDERED,
            s ->
                copying(s)
                    .section(
                        INSTALL,
                        Command.choose(0),
                        Command.override(Parameter.strictOrder(false)),
                        Command.fetch(),
                        match(),
                        Command.choose(1),
                        Command.override(Parameter.source(0)),
                        Command.copy(),
                        match()));
  }
}
