package org.ccican.suit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ccican.check.Checks;
import org.ccican.reject.Reason;
import org.ccican.reject.Rejected;
import org.ccican.wire.Bytes;
import org.ccican.wire.Cbor;
import org.ccican.wire.Fields;

/**
 * One update procedure (suit-manifest sections 5.3.3 and 6.4): the abstract machine with its
 * parameters and the payloads that it has in hand. It changes nothing outside itself.
 */
final class SuitRun {

  private static final int MOST_STEPS = 1000;
  private static final int MOST_NESTING = 8;

  private static final Set<Long> PARAMETERS =
      Set.of(
          SuitLabels.VENDOR_ID,
          SuitLabels.CLASS_ID,
          SuitLabels.IMAGE_DIGEST,
          SuitLabels.IMAGE_SIZE,
          SuitLabels.URI);

  private final Checks checks;
  private final SuitDevice device;
  private final SuitFetcher fetcher;
  private final SuitEnvelope envelope;
  private final SuitManifest manifest;
  private final List<Slot> slots = new ArrayList<>();
  private int steps;

  SuitRun(
      Checks checks,
      SuitDevice device,
      SuitStore store,
      SuitFetcher fetcher,
      SuitEnvelope envelope,
      SuitManifest manifest) {
    this.checks = checks;
    this.device = device;
    this.fetcher = fetcher;
    this.envelope = envelope;
    this.manifest = manifest;
    for (SuitComponentId id : manifest.components()) {
      slots.add(new Slot(store.find(id).map(InstalledComponent::payload)));
    }
  }

  /** Fetch, verify, install and validate, the shared sequence before each of them. */
  void update() throws Rejected {
    List<SuitCommand> shared =
        SuitCommand.sequence(manifest.sharedSequence().orElse(Cbor.array().encode()), checks);
    // spec| suit-manifest §6.2: the shared sequence checks vendor and class
    Rejected.unless(
        checks,
        "suit.shared.identity",
        has(shared, SuitLabels.VENDOR_IDENTIFIER) && has(shared, SuitLabels.CLASS_IDENTIFIER),
        Reason.POLICY_VIOLATED,
        () -> "the shared sequence does not check vendor and class");
    List<Long> procedure =
        List.of(
            SuitLabels.PAYLOAD_FETCH,
            SuitLabels.CANDIDATE_VERIFICATION,
            SuitLabels.INSTALL,
            SuitLabels.VALIDATE);
    for (long section : procedure) {
      Optional<Bytes> commands = Optional.ofNullable(manifest.sections().get(section));
      if (commands.isPresent()) {
        run(shared, start(), 0);
        run(SuitCommand.sequence(commands.get(), checks), start(), 0);
      }
    }
  }

  /**
   * What a component holds after the procedure.
   *
   * @throws Rejected if it holds nothing, or something that was never compared with its digest
   */
  Bytes payload(int index) throws Rejected {
    Slot slot = slots.get(index);
    SuitComponentId id = manifest.components().get(index);
    // spec| suit-manifest §5.5: integrated payloads are vouched for by image-match alone
    Rejected.unless(
        checks,
        "suit.image.compared",
        !slot.unverified,
        Reason.POLICY_VIOLATED,
        () -> "the payload of " + id + " was not compared with its digest");
    if (slot.payload.isEmpty()) {
      throw new Rejected(Reason.NOT_AVAILABLE, "suit.payload.some", "nothing fetched for " + id);
    }
    return slot.payload.get();
  }

  private List<Integer> start() {
    return slots.size() == 1 ? List.of(0) : List.of();
  }

  private void run(List<SuitCommand> commands, List<Integer> initial, int depth) throws Rejected {
    // spec| RFC 8949 §10: nesting of sequences is bounded
    Rejected.unless(
        checks,
        "suit.limit.nesting",
        depth <= MOST_NESTING,
        Reason.LIMIT_EXCEEDED,
        () -> "sequences nested deeper than " + MOST_NESTING);
    List<Integer> selected = initial;
    for (SuitCommand command : commands) {
      if (command.code() == SuitLabels.SET_COMPONENT_INDEX) {
        step();
        selected = select(command.argument());
        continue;
      }
      // spec| suit-manifest §6.2: with several components a sequence begins by choosing
      Rejected.unless(
          checks,
          "suit.component.chosen",
          !selected.isEmpty(),
          Reason.WRONG_ORDER,
          () -> "command " + command.code() + " before any set-component-index");
      for (int index : selected.isEmpty() ? List.of(0) : selected) {
        step();
        perform(command, index, depth);
      }
    }
  }

  private void perform(SuitCommand command, int index, int depth) throws Rejected {
    Slot slot = slots.get(index);
    Cbor argument = command.argument();
    if (command.code() == SuitLabels.OVERRIDE_PARAMETERS) {
      override(slot, argument);
      return;
    }
    if (command.code() == SuitLabels.RUN_SEQUENCE) {
      Bytes sequence = Fields.octets(argument, "suit.command.argument");
      run(SuitCommand.sequence(sequence, checks), List.of(index), depth + 1);
      return;
    }
    boolean known =
        command.code() == SuitLabels.VENDOR_IDENTIFIER
            || command.code() == SuitLabels.CLASS_IDENTIFIER
            || command.code() == SuitLabels.IMAGE_MATCH
            || command.code() == SuitLabels.FETCH;
    // spec| suit-manifest §6.1: an unsupported command makes the manifest invalid
    Rejected.unless(
        checks,
        "suit.command.known",
        known,
        Reason.UNKNOWN_FIELD,
        () -> "command " + command.code() + " at offset " + argument.offset());
    if (known) {
      Fields.integer(argument, "suit.command.argument");
      comply(command.code(), slot, index);
    }
  }

  private void comply(long code, Slot slot, int index) throws Rejected {
    if (code == SuitLabels.VENDOR_IDENTIFIER) {
      Cbor vendor = slot.parameter(SuitLabels.VENDOR_ID);
      // spec| suit-manifest §8.4.9.1: the vendor is the device's
      Rejected.unless(
          checks,
          "suit.vendor-id",
          vendor.equals(Cbor.octets(device.vendorId())),
          Reason.POLICY_VIOLATED,
          () -> "vendor " + device.vendorId() + " expected, found " + vendor.encode());
    } else if (code == SuitLabels.CLASS_IDENTIFIER) {
      Cbor found = slot.parameter(SuitLabels.CLASS_ID);
      // spec| suit-manifest §8.4.9.1: the class is the device's
      Rejected.unless(
          checks,
          "suit.class-id",
          found.equals(Cbor.octets(device.classId())),
          Reason.POLICY_VIOLATED,
          () -> "class " + device.classId() + " expected, found " + found.encode());
    } else if (code == SuitLabels.FETCH) {
      fetch(slot);
    } else {
      match(slot, manifest.components().get(index));
    }
  }

  private void fetch(Slot slot) throws Rejected {
    String uri = Fields.text(slot.parameter(SuitLabels.URI), "suit.parameter.type");
    Optional<Bytes> payload =
        Optional.ofNullable(envelope.payloads().get(uri)).or(() -> fetcher.fetch(uri));
    if (payload.isEmpty()) {
      throw new Rejected(Reason.NOT_AVAILABLE, "suit.payload.available", "no payload at " + uri);
    }
    slot.payload = payload;
    slot.unverified = true;
  }

  private void match(Slot slot, SuitComponentId id) throws Rejected {
    SuitDigest digest =
        SuitDigest.parse(
            Fields.octets(slot.parameter(SuitLabels.IMAGE_DIGEST), "suit.parameter.type"), checks);
    if (slot.payload.isEmpty()) {
      throw new Rejected(Reason.NOT_AVAILABLE, "suit.payload.some", "nothing to compare for " + id);
    }
    Bytes payload = slot.payload.get();
    Optional<Cbor> size = Optional.ofNullable(slot.parameters.get(SuitLabels.IMAGE_SIZE));
    // spec| suit-manifest §8.4.8.7: image-size is the number of octets
    Rejected.unless(
        checks,
        "suit.image.size",
        size.isEmpty() || size.get().equals(Cbor.integer(payload.size())),
        Reason.OUT_OF_RANGE,
        () -> "image-size " + size.get().encode() + ", " + payload.size() + " octets fetched");
    // spec| suit-manifest §8.4.9.2: the component has the digest of the manifest
    Rejected.unless(
        checks,
        "suit.image.digest",
        digest.matches(payload),
        Reason.DIGEST_MISMATCH,
        () -> "digest " + digest.value() + " expected for " + id);
    slot.unverified = false;
  }

  private void override(Slot slot, Cbor argument) throws Rejected {
    Cbor.Map values = Fields.of(argument, "suit.command.argument").map();
    for (Cbor.Entry entry : values.entries()) {
      long label = Fields.integer(entry.key(), "suit.command.argument");
      // spec| suit-manifest §6.1: an unsupported parameter makes the manifest invalid
      Rejected.unless(
          checks,
          "suit.parameter.known",
          PARAMETERS.contains(label),
          Reason.UNKNOWN_FIELD,
          () -> "parameter " + label + " at offset " + entry.key().offset());
      slot.parameters.put(label, entry.value());
    }
  }

  private List<Integer> select(Cbor argument) throws Rejected {
    List<Integer> chosen = new ArrayList<>();
    if (argument instanceof Cbor.Simple simple && simple.value() == 21) {
      for (int index = 0; index < slots.size(); index++) {
        chosen.add(index);
      }
      return chosen;
    }
    List<Cbor> indexes = argument instanceof Cbor.Array array ? array.items() : List.of(argument);
    for (Cbor item : indexes) {
      long index = Fields.integer(item, "suit.component.index");
      if (index < 0 || index >= slots.size()) {
        throw new Rejected(
            Reason.OUT_OF_RANGE,
            "suit.component.index",
            "component " + index + " of " + slots.size());
      }
      chosen.add((int) index);
    }
    return chosen;
  }

  private void step() throws Rejected {
    steps++;
    // spec| RFC 8949 §10: a stranger's sequence ends
    Rejected.unless(
        checks,
        "suit.limit.steps",
        steps <= MOST_STEPS,
        Reason.LIMIT_EXCEEDED,
        () -> "more than " + MOST_STEPS + " steps");
  }

  private static boolean has(List<SuitCommand> commands, long code) {
    return commands.stream().anyMatch(command -> command.code() == code);
  }

  /** One component while the procedure runs. */
  private static final class Slot {

    private final Map<Long, Cbor> parameters = new HashMap<>();
    private Optional<Bytes> payload;
    private boolean unverified;

    Slot(Optional<Bytes> payload) {
      this.payload = payload;
      this.unverified = payload.isPresent();
    }

    Cbor parameter(long label) throws Rejected {
      Cbor value = parameters.get(label);
      if (value == null) {
        throw new Rejected(
            Reason.MISSING_FIELD, "suit.parameter.set", "parameter " + label + " is not set");
      }
      return value;
    }
  }
}
