package org.ccican.conformance.specimen;

import static org.ccican.conformance.specimen.SuitNumbers.INSTALL;
import static org.ccican.conformance.specimen.SuitNumbers.VALIDATE;

import java.util.ArrayList;
import java.util.List;
import org.ccican.wire.Bytes;
import org.ccican.wire.Cbor;

/**
 * Manifests that keep every rule, from which others depart. The components of the device that they
 * are for: data, second and tc belong to the vendor.
 */
final class Manifests {

  static final Bytes A = Contents.CONTENT_A.octets();
  static final Bytes B = Contents.CONTENT_B.octets();
  static final Bytes C = Contents.CONTENT_C.octets();

  private static final List<String> NAMES = List.of("data", "second", "tc");
  private static final List<Bytes> CONTENTS = List.of(A, B, C);

  private Manifests() {}

  /** Nothing but what every manifest has. */
  static Manifest bare(Situation situation) {
    return Manifest.signedBy(situation.keys().vendor());
  }

  /** Fetches content A as data and compares it: what the minimal updater can do. */
  static Manifest data(Situation situation) {
    return dataSharing(situation, digestAndSize(A))
        .section(INSTALL, Command.override(Parameter.uri("#data")), Command.fetch(), match())
        .section(VALIDATE, match());
  }

  /** As {@link #data}, without sections and with these parameters in the shared sequence. */
  static Manifest dataSharing(Situation situation, Parameter... parameters) {
    List<Command> shared = new ArrayList<>(identity(situation));
    if (parameters.length > 0) {
      shared.add(Command.override(parameters));
    }
    return bare(situation)
        .components("data")
        .shared(shared.toArray(Command[]::new))
        .payload("#data", A);
  }

  /** Content A as data with these commands in place of the usual install sequence. */
  static Manifest dataBy(Situation situation, Command... install) {
    return data(situation).section(INSTALL, install);
  }

  /** Two components, whose digests are set and whose payloads are there, without sections. */
  static Manifest two(Situation situation) {
    return several(situation, 2);
  }

  /** Three components, likewise. */
  static Manifest three(Situation situation) {
    return several(situation, 3);
  }

  private static Manifest several(Situation situation, int count) {
    List<Command> shared = new ArrayList<>(List.of(Command.choose(0)));
    shared.addAll(identity(situation));
    Manifest manifest = bare(situation).components(NAMES.subList(0, count).toArray(String[]::new));
    for (int index = 0; index < count; index++) {
      String uri = "#" + NAMES.get(index);
      shared.add(Command.choose(index));
      shared.add(Command.override(digest(CONTENTS.get(index)), Parameter.uri(uri)));
      manifest.payload(uri, CONTENTS.get(index));
    }
    return manifest
        .shared(shared.toArray(Command[]::new))
        .section(VALIDATE, Command.chooseAll(), match());
  }

  /** The commands that tell device and class. */
  static List<Command> identity(Situation situation) {
    return List.of(
        Command.override(
            Parameter.octets(SuitNumbers.VENDOR_ID, situation.device().vendorId()),
            Parameter.octets(SuitNumbers.CLASS_ID, situation.device().classId())),
        Command.vendor(),
        Command.deviceClass());
  }

  /** The commands of several lists. */
  @SafeVarargs
  static Command[] joined(List<Command>... parts) {
    List<Command> all = new ArrayList<>();
    for (List<Command> part : parts) {
      all.addAll(part);
    }
    return all.toArray(Command[]::new);
  }

  static Parameter[] digestAndSize(Bytes content) {
    return new Parameter[] {digest(content), Parameter.size(content.size())};
  }

  static Parameter digest(Bytes content) {
    return Parameter.digest(content);
  }

  /** Fetches what this URI names, and compares it. */
  static List<Command> fetched(String uri) {
    return List.of(Command.override(Parameter.uri(uri)), Command.fetch(), match());
  }

  /** Writes this content. */
  static List<Command> written(Bytes content) {
    return List.of(Command.override(Parameter.content(content)), Command.write());
  }

  static Cbor sequence(List<Command> commands) {
    return Command.sequence(commands.toArray(Command[]::new));
  }

  static Command match() {
    return Command.imageMatch();
  }
}
