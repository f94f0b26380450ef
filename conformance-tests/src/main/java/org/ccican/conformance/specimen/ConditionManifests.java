package org.ccican.conformance.specimen;

import static org.ccican.conformance.specimen.Manifests.A;
import static org.ccican.conformance.specimen.Manifests.B;
import static org.ccican.conformance.specimen.Manifests.bare;
import static org.ccican.conformance.specimen.Manifests.data;
import static org.ccican.conformance.specimen.Manifests.dataBy;
import static org.ccican.conformance.specimen.Manifests.dataSharing;
import static org.ccican.conformance.specimen.Manifests.digestAndSize;
import static org.ccican.conformance.specimen.Manifests.fetched;
import static org.ccican.conformance.specimen.Manifests.identity;
import static org.ccican.conformance.specimen.Manifests.joined;
import static org.ccican.conformance.specimen.Manifests.match;
import static org.ccican.conformance.specimen.Manifests.written;
import static org.ccican.conformance.specimen.SequenceManifests.after;
import static org.ccican.conformance.specimen.SuitNumbers.CLASS_ID;
import static org.ccican.conformance.specimen.SuitNumbers.DEVICE_ID;
import static org.ccican.conformance.specimen.SuitNumbers.INSTALL;
import static org.ccican.conformance.specimen.SuitNumbers.VENDOR_ID;

import java.util.List;
import org.ccican.wire.Bytes;

/** Conditions (suit-manifest section 8.4.9). */
final class ConditionManifests {

  private static final String CHECKED = "checks content that is there";

  private ConditionManifests() {}

  static List<Specimen> list() {
    ManifestRows rows = new ManifestRows();
    notSet(rows);
    compared(rows);
    ended(rows);
    return rows.list();
  }

  private static void notSet(ManifestRows rows) {
    rows.bad(
            "has no vendor for its vendor condition",
            s ->
                data(s)
                    .shared(
                        Command.override(Parameter.octets(CLASS_ID, s.device().classId())),
                        Command.vendor(),
                        Command.deviceClass(),
                        Command.override(digestAndSize(A))))
        .bad(
            "has no class for its class condition",
            s ->
                data(s)
                    .shared(
                        Command.override(Parameter.octets(VENDOR_ID, s.device().vendorId())),
                        Command.vendor(),
                        Command.deviceClass(),
                        Command.override(digestAndSize(A))))
        .bad("has no digest for its image condition", s -> withoutDigest(s))
        .bad("has no content for its content condition", s -> after(s, Command.checkContent()))
        .bad("has no slot for its slot condition", s -> after(s, Command.slot()))
        .bad("has no device for its device condition", s -> after(s, Command.device()));
  }

  /** The digest comes too late for the first comparison. */
  private static Manifest withoutDigest(Situation situation) {
    return bare(situation)
        .components("data")
        .shared(joined(identity(situation)))
        .section(
            INSTALL,
            joined(fetched("#data"), List.of(Command.override(Parameter.digest(A)), match())))
        .payload("#data", A);
  }

  private static void compared(ManifestRows rows) {
    rows.good(
            "is for this device",
            s ->
                after(
                    s,
                    Command.override(Parameter.octets(DEVICE_ID, s.device().deviceId())),
                    Command.device()))
        .needing(Specimen.Need.DEVICE_ID)
        .bad(
            "is for another device",
            "is for this device",
            s ->
                after(
                    s,
                    Command.override(Parameter.octets(DEVICE_ID, s.device().deviceId().flip(0, 0))),
                    Command.device()))
        .needing(Specimen.Need.DEVICE_ID)
        .good(CHECKED, s -> checking(s, A))
        .bad(
            "checks content that differs in its last octet",
            CHECKED,
            s -> checking(s, A.flip(A.size() - 1, 0)))
        .bad("checks content that is shorter", CHECKED, s -> checking(s, A.slice(0, A.size() - 1)))
        .bad(
            "checks content that is longer",
            CHECKED,
            s -> checking(s, Bytes.concat(A, Bytes.zero(1))))
        .good(
            "checks the slot of its component",
            s -> after(s, Command.override(Parameter.slot(0)), Command.slot()))
        .bad(
            "checks another slot",
            "checks the slot of its component",
            s -> after(s, Command.override(Parameter.slot(1)), Command.slot()))
        .bad("aborts", s -> after(s, Command.abort()));
  }

  private static Manifest checking(Situation situation, Bytes content) {
    return after(situation, Command.override(Parameter.content(content)), Command.checkContent());
  }

  private static void ended(ManifestRows rows) {
    rows.good(
            "tries conditions that fail before its fetch",
            s ->
                dataBy(
                    s,
                    joined(
                        List.of(
                            Command.tryEach(
                                Command.sequence(
                                    Command.override(Parameter.slot(1)), Command.slot()),
                                Command.sequence(Command.abort()),
                                Command.sequence(match()),
                                Command.sequence(
                                    Command.override(Parameter.slot(0)), Command.slot()))),
                        fetched("#data"))))
        .good(
            "tries a sequence that fails before it writes",
            s ->
                dataSharing(s, Parameter.digest(A))
                    .section(
                        INSTALL,
                        Command.tryEach(
                            Manifests.sequence(
                                List.of(joined(List.of(Command.abort()), written(B)))),
                            Manifests.sequence(fetched("#data"))))
                    .section(SuitNumbers.VALIDATE, match()));
  }
}
