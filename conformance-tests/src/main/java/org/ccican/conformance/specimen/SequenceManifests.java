package org.ccican.conformance.specimen;

import static org.ccican.conformance.specimen.Manifests.A;
import static org.ccican.conformance.specimen.Manifests.B;
import static org.ccican.conformance.specimen.Manifests.bare;
import static org.ccican.conformance.specimen.Manifests.data;
import static org.ccican.conformance.specimen.Manifests.dataBy;
import static org.ccican.conformance.specimen.Manifests.dataSharing;
import static org.ccican.conformance.specimen.Manifests.digest;
import static org.ccican.conformance.specimen.Manifests.digestAndSize;
import static org.ccican.conformance.specimen.Manifests.fetched;
import static org.ccican.conformance.specimen.Manifests.identity;
import static org.ccican.conformance.specimen.Manifests.joined;
import static org.ccican.conformance.specimen.Manifests.match;
import static org.ccican.conformance.specimen.Manifests.written;
import static org.ccican.conformance.specimen.SuitNumbers.INSTALL;
import static org.ccican.conformance.specimen.SuitNumbers.INVOKE;
import static org.ccican.conformance.specimen.SuitNumbers.LOAD;
import static org.ccican.conformance.specimen.SuitNumbers.PAYLOAD_FETCH;
import static org.ccican.conformance.specimen.SuitNumbers.VALIDATE;

import java.util.ArrayList;
import java.util.List;
import org.ccican.wire.Cbor;

/**
 * Shared sequence, sections and the shape of sequences (suit-manifest sections 5.3, 6.2, 8.4.6).
 */
final class SequenceManifests {

  private static final long CUSTOM = -300;
  private static final long UNKNOWN = 200;
  private static final Cbor REPORT = Cbor.integer(Command.REPORT_ALL);

  private SequenceManifests() {}

  static List<Specimen> list() {
    ManifestRows rows = new ManifestRows();
    shared(rows);
    sections(rows);
    shapes(rows);
    return rows.list();
  }

  private static void shared(ManifestRows rows) {
    rows.bad(
            "has no vendor condition in its shared sequence",
            s -> data(s).shared(withoutCondition(s, 1)))
        .bad(
            "has no class condition in its shared sequence",
            s -> data(s).shared(withoutCondition(s, 2)))
        .bad(
            "has a custom command in its shared sequence",
            s -> shared(s, Command.of(CUSTOM, REPORT)))
        .bad(
            "has a custom parameter in its shared sequence",
            s -> shared(s, Command.override(Parameter.of(CUSTOM, Cbor.integer(1)))))
        .good(
            "needs its shared sequence again before validate",
            s -> dataBy(s, joined(fetched("#data"), List.of(Command.override(digest(B))))))
        .bad(
            "fetches in its shared sequence",
            s -> shared(s, Command.override(Parameter.uri("#data")), Command.fetch()))
        .bad(
            "writes in its shared sequence",
            s -> shared(s, Command.override(Parameter.content(A)), Command.write()))
        .bad(
            "copies in its shared sequence",
            s -> shared(s, Command.override(Parameter.source(0)), Command.copy()))
        .bad(
            "swaps in its shared sequence",
            s -> shared(s, Command.override(Parameter.source(0)), Command.swap()))
        .bad("invokes in its shared sequence", s -> shared(s, Command.invoke()));
  }

  /** As usual, and these commands at the end of the shared sequence. */
  static Manifest shared(Situation situation, Command... more) {
    return data(situation)
        .shared(
            joined(
                identity(situation), List.of(Command.override(digestAndSize(A))), List.of(more)));
  }

  private static Command[] withoutCondition(Situation situation, long label) {
    return joined(
        identity(situation).stream()
            .filter(command -> !command.label().equals(Cbor.integer(label)))
            .toList(),
        List.of(Command.override(digestAndSize(A))));
  }

  private static void sections(ManifestRows rows) {
    rows.bad("fails in validate", s -> data(s).section(VALIDATE, match(), Command.abort()))
        .good(
            "fetches in payload-fetch",
            s -> data(s).section(PAYLOAD_FETCH, joined(fetched("#data"))).section(INSTALL, match()))
        .good(
            "copies in install what it fetched before",
            s ->
                copying(s)
                    .section(PAYLOAD_FETCH, Command.choose(0), Command.fetch(), match())
                    .section(
                        INSTALL,
                        Command.choose(1),
                        Command.override(Parameter.source(0)),
                        Command.copy(),
                        match()))
        .good(
            "writes in payload-fetch, again in install, and validates the latter",
            s ->
                dataSharing(s, digest(B))
                    .section(PAYLOAD_FETCH, joined(written(A)))
                    .section(INSTALL, joined(written(B)))
                    .section(VALIDATE, match()))
        .good(
            "installs data by what means invoke",
            s ->
                dataSharing(s, digestAndSize(A))
                    .section(INVOKE, joined(fetched("#data")))
                    .section(VALIDATE, match()))
        .good("aborts in load", s -> data(s).section(LOAD, Command.abort()))
        .good("aborts in invoke", s -> data(s).section(INVOKE, Command.abort()));
  }

  /** Data and second, both of content A, which is there as data. */
  static Manifest copying(Situation situation) {
    return bare(situation)
        .components("data", "second")
        .shared(
            joined(
                List.of(Command.choose(0)),
                identity(situation),
                List.of(
                    Command.override(digest(A), Parameter.uri("#data")),
                    Command.choose(1),
                    Command.override(digest(A)))))
        .section(VALIDATE, Command.chooseAll(), match())
        .payload("#data", A);
  }

  private static void shapes(ManifestRows rows) {
    rows.bad(
            "has an empty install sequence",
            "fetches in payload-fetch",
            s -> data(s).section(PAYLOAD_FETCH, joined(fetched("#data"))).section(INSTALL))
        .bad(
            "has a command without an argument",
            s ->
                data(s)
                    .element(
                        INSTALL,
                        Cbor.wrapped(
                            Cbor.array(joinedItems(fetched("#data"), List.of(Cbor.integer(3)))))))
        .bad(
            "has a text for a command",
            s -> after(s, new Command(Cbor.text("image match"), REPORT)))
        .bad(
            "has an install sequence that is a map",
            "fetches in payload-fetch",
            s ->
                data(s)
                    .section(PAYLOAD_FETCH, joined(fetched("#data")))
                    .element(INSTALL, Cbor.wrapped(Cbor.map().put(3, REPORT).build())))
        .bad("has a text for a reporting policy", s -> after(s, Command.of(3, Cbor.text("always"))))
        .bad("has reporting policy 16", s -> after(s, Command.of(3, Cbor.integer(16))))
        .good("reports nothing", s -> after(s, Command.of(3, Cbor.integer(0))))
        .bad("overrides no parameters", s -> after(s, Command.override()))
        .bad("overrides with an array", s -> after(s, Command.of(20, Cbor.array(REPORT, REPORT))))
        .bad(
            "runs a sequence in no byte string",
            s -> after(s, Command.of(32, Command.array(List.of(match())))))
        .bad("tries only one sequence", s -> after(s, Command.tryEach(Command.sequence(match()))))
        .bad("has an unknown command", s -> after(s, Command.of(UNKNOWN, REPORT)))
        .bad("has an unknown custom command", s -> after(s, Command.of(CUSTOM, REPORT)));
  }

  /** As usual, and this command at the end of install. */
  static Manifest after(Situation situation, Command... more) {
    return dataBy(situation, joined(fetched("#data"), List.of(more)));
  }

  private static List<Cbor> joinedItems(List<Command> commands, List<Cbor> more) {
    List<Cbor> items = new ArrayList<>(((Cbor.Array) Command.array(commands)).items());
    items.addAll(more);
    return items;
  }
}
