package org.ccican.conformance.specimen;

import static org.ccican.conformance.specimen.Manifests.A;
import static org.ccican.conformance.specimen.Manifests.B;
import static org.ccican.conformance.specimen.Manifests.data;
import static org.ccican.conformance.specimen.Manifests.dataBy;
import static org.ccican.conformance.specimen.Manifests.dataSharing;
import static org.ccican.conformance.specimen.Manifests.digest;
import static org.ccican.conformance.specimen.Manifests.fetched;
import static org.ccican.conformance.specimen.Manifests.joined;
import static org.ccican.conformance.specimen.Manifests.match;
import static org.ccican.conformance.specimen.Manifests.sequence;
import static org.ccican.conformance.specimen.Manifests.two;
import static org.ccican.conformance.specimen.Manifests.written;
import static org.ccican.conformance.specimen.SequenceManifests.copying;
import static org.ccican.conformance.specimen.SuitNumbers.INSTALL;
import static org.ccican.conformance.specimen.SuitNumbers.VALIDATE;

import java.util.List;

/** Directives that store something (suit-manifest section 8.4.10). */
final class DirectiveManifests {

  private static final String COPIES = "copies from another component";
  private static final String SWAPS = "swaps two components";
  private static final String SERVED = "fetches data from its URI";
  private static final String WRITES = "writes content";

  private DirectiveManifests() {}

  static List<Specimen> list() {
    ManifestRows rows = new ManifestRows();
    fetches(rows);
    copies(rows);
    swaps(rows);
    rows.good(
            WRITES,
            s ->
                dataSharing(s, digest(B))
                    .section(INSTALL, joined(written(B)))
                    .section(VALIDATE, match()))
        .bad(
            "writes without content",
            WRITES,
            s -> dataBy(s, joined(fetched("#data"), List.of(Command.write()))));
    return rows.list();
  }

  /** Content A as data, which is not in the envelope. */
  private static Manifest served(Situation situation, String file) {
    return dataSharing(situation, digest(A))
        .section(INSTALL, joined(fetched(situation.payloads() + "/" + file)))
        .section(VALIDATE, match())
        .withoutPayloads();
  }

  private static void fetches(ManifestRows rows) {
    rows.good(
            "fetches two payloads by their URIs",
            s ->
                two(s)
                    .section(
                        INSTALL,
                        Command.choose(1),
                        Command.fetch(),
                        match(),
                        Command.choose(0),
                        Command.fetch(),
                        match()))
        .good(SERVED, s -> served(s, Contents.CONTENT_A.file()))
        .needing(Specimen.Need.PAYLOADS)
        .bad("fetches data from a URI where nothing is", SERVED, s -> served(s, "content-d"))
        .needing(Specimen.Need.PAYLOADS)
        .bad(
            "fetches data from a URI where other content is",
            SERVED,
            s -> served(s, Contents.CONTENT_B.file()))
        .needing(Specimen.Need.PAYLOADS)
        .bad("fetches what is nowhere", s -> dataBy(s, joined(fetched("#nowhere"))))
        .bad(
            "fetches without a URI",
            s -> dataBy(s, joined(List.of(Command.fetch()), fetched("#data"))))
        .bad(
            "tries a fetch that fails",
            "tries one sequence after another",
            s ->
                dataBy(
                    s, Command.tryEach(sequence(fetched("#nowhere")), sequence(fetched("#data")))))
        .bad(
            "compares its payload with no digest",
            s ->
                data(s)
                    .section(INSTALL, Command.override(Parameter.uri("#data")), Command.fetch())
                    .without(VALIDATE));
  }

  private static void copies(ManifestRows rows) {
    rows.good(
            COPIES, s -> copied(s, Command.override(Parameter.source(0)), Command.copy(), match()))
        .bad("copies without a source", COPIES, s -> copied(s, Command.copy(), match()))
        .bad(
            "copies from an empty component",
            COPIES,
            s ->
                copying(s)
                    .section(
                        INSTALL,
                        joined(
                            List.of(
                                Command.choose(0),
                                Command.override(Parameter.source(1)),
                                Command.copy()),
                            bothFetched())))
        .bad(
            "copies from a component that is not listed",
            COPIES,
            s -> copied(s, Command.override(Parameter.source(9)), Command.copy(), match()));
  }

  /** Data is fetched; then come these commands for second. */
  private static Manifest copied(Situation situation, Command... second) {
    return copying(situation)
        .section(
            INSTALL,
            joined(
                List.of(Command.choose(0), Command.fetch(), match(), Command.choose(1)),
                List.of(second)));
  }

  private static List<Command> bothFetched() {
    return List.of(
        Command.chooseAll(), Command.override(Parameter.uri("#data")), Command.fetch(), match());
  }

  private static void swaps(ManifestRows rows) {
    rows.good(
            SWAPS,
            s ->
                two(s)
                    .section(
                        INSTALL,
                        Command.chooseAll(),
                        Command.fetch(),
                        match(),
                        Command.choose(1),
                        Command.override(Parameter.source(0)),
                        Command.swap(),
                        Command.override(digest(A)),
                        match(),
                        Command.choose(0),
                        Command.override(digest(B)),
                        match())
                    .section(
                        VALIDATE,
                        Command.choose(1),
                        Command.override(digest(A)),
                        match(),
                        Command.choose(0),
                        Command.override(digest(B)),
                        match()))
        .bad(
            "swaps with an empty component",
            SWAPS,
            s ->
                two(s)
                    .section(
                        INSTALL,
                        Command.choose(0),
                        Command.fetch(),
                        match(),
                        Command.override(Parameter.source(1)),
                        Command.swap(),
                        Command.chooseAll(),
                        Command.fetch(),
                        match()))
        .bad(
            "swaps without a source",
            SWAPS,
            s ->
                two(s)
                    .section(
                        INSTALL,
                        Command.chooseAll(),
                        Command.fetch(),
                        match(),
                        Command.choose(0),
                        Command.swap()));
  }
}
