package org.ccican.conformance.specimen;

import static org.ccican.conformance.specimen.Manifests.A;
import static org.ccican.conformance.specimen.Manifests.B;
import static org.ccican.conformance.specimen.Manifests.dataBy;
import static org.ccican.conformance.specimen.Manifests.fetched;
import static org.ccican.conformance.specimen.Manifests.joined;
import static org.ccican.conformance.specimen.Manifests.match;
import static org.ccican.conformance.specimen.Manifests.sequence;
import static org.ccican.conformance.specimen.Manifests.written;
import static org.ccican.conformance.specimen.SequenceManifests.after;
import static org.ccican.conformance.specimen.SequenceManifests.shared;

import java.util.ArrayList;
import java.util.List;
import org.ccican.wire.Cbor;

/** Try-each, run-sequence and soft failure (suit-manifest sections 8.4.8.15, 8.4.10). */
final class FlowManifests {

  private static final String TRIES = "tries one sequence after another";
  private static final String RUNS = "runs a sequence that fetches";
  private static final String SOFTLY = "runs a sequence that fails softly";
  private static final Command SOFT = Command.override(Parameter.softFailure(true));

  private FlowManifests() {}

  static List<Specimen> list() {
    ManifestRows rows = new ManifestRows();
    tries(rows);
    runs(rows);
    return rows.list();
  }

  private static void tries(ManifestRows rows) {
    rows.good(
            TRIES,
            s ->
                dataBy(
                    s,
                    Command.tryEach(Command.sequence(Command.abort()), sequence(fetched("#data")))))
        .good(
            "tries a sequence that succeeds before another",
            s -> dataBy(s, Command.tryEach(sequence(written(A)), sequence(written(B))), match()))
        .bad(
            "tries two sequences that fail",
            TRIES,
            s ->
                after(
                    s,
                    Command.tryEach(
                        Command.sequence(Command.abort()), Command.sequence(Command.abort()))))
        .good(
            "tries two sequences that fail before an empty one",
            s ->
                after(
                    s,
                    Command.tryEach(
                        Command.sequence(Command.abort()),
                        Command.sequence(Command.abort()),
                        Cbor.nil())))
        .bad(
            "tries a sequence whose failure is hard",
            TRIES,
            s ->
                dataBy(
                    s,
                    Command.tryEach(
                        Command.sequence(
                            Command.override(Parameter.softFailure(false)), Command.abort()),
                        sequence(fetched("#data")))));
  }

  private static void runs(ManifestRows rows) {
    rows.good(RUNS, s -> dataBy(s, run(fetched("#data"))))
        .bad("runs a sequence that fails", RUNS, s -> after(s, Command.run(Command.abort())))
        .good(SOFTLY, s -> after(s, Command.run(SOFT, Command.abort())))
        .bad(
            "runs a soft sequence whose fetch fails",
            SOFTLY,
            s ->
                dataBy(
                    s, joined(List.of(run(preceded(SOFT, fetched("#nowhere")))), fetched("#data"))))
        .bad(
            "runs a failing sequence and takes it to be soft outside",
            SOFTLY,
            s -> after(s, Command.run(SOFT, Command.run(Command.abort()))))
        .bad(
            "fails after a soft sequence",
            SOFTLY,
            s -> after(s, Command.run(Command.run(SOFT, match()), Command.abort())))
        .bad("sets soft failure in install", s -> after(s, SOFT))
        .bad("sets soft failure in its shared sequence", s -> shared(s, SOFT));
  }

  private static Command run(List<Command> commands) {
    return Command.run(commands.toArray(Command[]::new));
  }

  private static List<Command> preceded(Command first, List<Command> then) {
    List<Command> all = new ArrayList<>(List.of(first));
    all.addAll(then);
    return all;
  }
}
