package org.ccican.conformance.specimen;

import static org.ccican.conformance.specimen.Manifests.A;
import static org.ccican.conformance.specimen.Manifests.B;
import static org.ccican.conformance.specimen.Manifests.data;
import static org.ccican.conformance.specimen.Manifests.dataBy;
import static org.ccican.conformance.specimen.Manifests.dataSharing;
import static org.ccican.conformance.specimen.Manifests.digest;
import static org.ccican.conformance.specimen.Manifests.fetched;
import static org.ccican.conformance.specimen.Manifests.identity;
import static org.ccican.conformance.specimen.Manifests.joined;
import static org.ccican.conformance.specimen.Manifests.match;
import static org.ccican.conformance.specimen.Manifests.two;
import static org.ccican.conformance.specimen.SequenceManifests.after;
import static org.ccican.conformance.specimen.SuitNumbers.INSTALL;
import static org.ccican.conformance.specimen.SuitNumbers.VALIDATE;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ccican.teep.TeepMessage;
import org.ccican.teep.TeepOptions;
import org.ccican.wire.Bytes;
import org.ccican.wire.Cbor;

/** Parameters: which there are, of what types, and how they are set (suit-manifest 8.4.8). */
final class ParameterManifests {

  private static final long UNKNOWN = 200;
  private static final long ENTERPRISE_NUMBER = 112;
  private static final String ID = "manifest";
  private static final String TWO_MANIFESTS = "an Update with two manifests";

  private ParameterManifests() {}

  static List<Specimen> list() {
    ManifestRows rows = new ManifestRows();
    types(rows);
    values(rows);
    scope(rows);
    return rows.list();
  }

  private static void types(ManifestRows rows) {
    rows.bad("has a text for a vendor", s -> parameter(s, 1, Cbor.text("a vendor")))
        .bad("has a class of 15 octets", s -> parameter(s, 2, octets(15)))
        .bad("has a class of 17 octets", s -> parameter(s, 2, octets(17)))
        .bad("has a device of 15 octets", s -> parameter(s, 24, octets(15)))
        .bad("has a negative slot", s -> parameter(s, 5, Cbor.integer(-1)))
        .bad("has a text for content", s -> parameter(s, 18, Cbor.text("content")))
        .bad(
            "has octets for a URI",
            s ->
                dataBy(
                    s,
                    Command.override(
                        Parameter.of(SuitNumbers.URI, Cbor.octets(Bytes.utf8("#data")))),
                    Command.fetch(),
                    match()))
        .bad("has a negative source component", s -> parameter(s, 22, Cbor.integer(-1)))
        .bad(
            "has a text for the arguments of an invocation",
            s -> parameter(s, 23, Cbor.text("arguments")))
        .bad(
            "has a text for the arguments of a fetch",
            s -> parameter(s, 25, Cbor.text("arguments")))
        .bad("sets an unknown parameter", s -> parameter(s, UNKNOWN, Cbor.integer(1)));
  }

  /** As usual, and at the end of install a parameter that nothing needs. */
  private static Manifest parameter(Situation situation, long label, Cbor value) {
    return after(situation, Command.override(Parameter.of(label, value)));
  }

  private static Cbor octets(int size) {
    return Cbor.octets(Bytes.zero(size));
  }

  private static void values(ManifestRows rows) {
    rows.bad(
            "has another vendor's enterprise number",
            s ->
                after(
                    s,
                    Command.override(
                        Parameter.of(
                            SuitNumbers.VENDOR_ID,
                            Cbor.tag(ENTERPRISE_NUMBER, Cbor.octets(Bytes.hex("d9af08"))))),
                    Command.vendor()))
        .bad("says one octet more than the payload has", s -> sized(s, A.size() + 1))
        .bad("says one octet less than the payload has", s -> sized(s, A.size() - 1))
        .good(
            "overrides a wrong digest",
            s ->
                dataSharing(s, digest(B))
                    .section(
                        INSTALL, joined(List.of(Command.override(digest(A))), fetched("#data")))
                    .section(VALIDATE, Command.override(digest(A)), match()))
        .bad(
            "overrides a right digest by a wrong one",
            "overrides a wrong digest",
            s ->
                dataSharing(s, digest(A))
                    .section(
                        INSTALL, joined(List.of(Command.override(digest(B))), fetched("#data")))
                    .section(VALIDATE, match()))
        .good(
            "sets what is set already",
            s ->
                dataSharing(s, digest(A))
                    .section(INSTALL, joined(List.of(Command.set(digest(B))), fetched("#data")))
                    .section(VALIDATE, match()))
        .bad(
            "sets a right digest after a wrong one",
            "sets what is set already",
            s ->
                dataSharing(s, digest(B))
                    .section(INSTALL, joined(List.of(Command.set(digest(A))), fetched("#data")))
                    .section(VALIDATE, match()));
  }

  private static Manifest sized(Situation situation, long size) {
    return dataSharing(situation, digest(A), Parameter.size(size))
        .section(INSTALL, joined(fetched("#data")))
        .section(VALIDATE, match());
  }

  private static void scope(ManifestRows rows) {
    rows.bad(
            "has a digest for one of two components only",
            "installs two components at index True",
            s ->
                two(s)
                    .shared(
                        joined(
                            List.of(Command.choose(0)),
                            identity(s),
                            List.of(
                                Command.override(digest(A), Parameter.uri("#data")),
                                Command.choose(1),
                                Command.override(Parameter.uri("#data")))))
                    .section(INSTALL, Command.chooseAll(), Command.fetch(), match()))
        .whole(TWO_MANIFESTS, Optional.empty(), s -> update(s, data(s).named(ID), newer(s)))
        .whole(
            "an Update whose second manifest relies on parameters of the first",
            Optional.of(TWO_MANIFESTS),
            s ->
                update(
                    s,
                    data(s).named(ID),
                    newer(s).shared(Command.vendor(), Command.deviceClass(), sized(A))));
  }

  private static Command sized(Bytes content) {
    return Command.override(Manifests.digestAndSize(content));
  }

  /** Content A as data, by the next edition of the same manifest. */
  private static Manifest newer(Situation situation) {
    return data(situation).named(ID).sequence(4);
  }

  static Bytes update(Situation situation, Manifest... manifests) {
    List<Bytes> envelopes = new ArrayList<>();
    for (Manifest manifest : manifests) {
      envelopes.add(manifest.encode());
    }
    return Draft.of(
            new TeepMessage.Update(
                TeepOptions.builder().token(situation.random(16)).manifestList(envelopes).build()),
            situation.keys().tam(),
            situation)
        .encode();
  }
}
