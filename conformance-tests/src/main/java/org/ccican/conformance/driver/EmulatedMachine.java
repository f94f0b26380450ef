package org.ccican.conformance.driver;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.ccican.app.Serve;
import org.ccican.app.Stack;
import org.ccican.check.Checks;
import org.ccican.conformance.tamper.Delivery;
import org.ccican.conformance.tamper.Passing;
import org.ccican.conformance.tamper.Tampering;
import org.ccican.conformance.trace.Direction;
import org.ccican.cose.VerificationKey;
import org.ccican.evidence.AttestingEnvironment;
import org.ccican.evidence.LaunchedEnvironment;
import org.ccican.format.Formats;
import org.ccican.message.AttestationMessage.EvidenceAnswer;
import org.ccican.message.AttestationMessage.EvidenceRequest;
import org.ccican.reject.Rejected;
import org.ccican.role.RoleId;
import org.ccican.trust.TrustAnchors;
import org.ccican.wire.Bytes;

/**
 * The emulated hardware of a scenario: of a usual format, in its usual kind and without a defect,
 * unless something else is given. The format is given before the rest.
 */
public final class EmulatedMachine {

  private final Formats formats;
  private final Instant start;
  private final Recorder recorder;
  private String format;
  private Optional<String> variant = Optional.empty();

  /**
   * @param usual the format where nothing is given
   */
  EmulatedMachine(Formats formats, String usual, Instant start, Recorder recorder) {
    this.formats = formats;
    this.start = start;
    this.recorder = recorder;
    this.format = usual;
  }

  /** Id of its evidence format, which is its hardware type as well. */
  public String format() {
    return format;
  }

  /**
   * The machine is of another kind of hardware.
   *
   * @param id of an evidence format
   */
  public void is(String id) {
    format = id;
    hardware();
  }

  /** The machine is of one of its format's other kinds. */
  public void variant(String chosen) {
    variant = Optional.of(chosen);
    hardware();
  }

  /**
   * Evidence that one role asks for is wrong in one way.
   *
   * @param asker the role that gets it
   * @param network known at the first stimulus
   * @param defect one that the format's emulator has
   */
  void defect(String asker, Supplier<Stack> network, String defect) {
    AttestingEnvironment defective = hardware(Optional.of(defect));
    recorder.add(
        new Tampering(
            defect,
            new Tampering.Point(RoleId.ATTESTING_ENVIRONMENT.id(), "evidence", Direction.RESPONSE),
            passing -> passing.from().equals(asker),
            passing -> new Delivery.Altered(evidence(defective, network.get(), passing))));
  }

  AttestingEnvironment hardware() {
    return hardware(Optional.empty());
  }

  /** The roots that vouch for it. */
  TrustAnchors anchors() {
    return formats.emulatedAnchors(format).orElseThrow();
  }

  /**
   * The devices' keys where those are known beforehand: SubjectPublicKeyInfo in hex, with blanks
   * between.
   */
  public String pinnedKeys() {
    return anchors().keys().stream()
        .filter(VerificationKey.Public.class::isInstance)
        .map(key -> ((VerificationKey.Public) key).key().toSpki().toHex())
        .collect(Collectors.joining(" "));
  }

  private AttestingEnvironment hardware(Optional<String> defect) {
    Formats.Machine machine =
        new Formats.Machine(Serve.MACHINE, start.minus(Serve.ENDORSED_FOR), variant, defect);
    return formats
        .emulator(format, machine)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "no emulator of " + format + ", variant " + variant + ", defect " + defect));
  }

  private static Bytes evidence(AttestingEnvironment defective, Stack network, Passing passing) {
    try {
      EvidenceRequest request = EvidenceRequest.parse(passing.request(), Checks.unbroken());
      LaunchedEnvironment launched = defective.launch(network.agentImage().encode());
      network.extended(request.environment()).forEach(launched::extend);
      return new EvidenceAnswer(
              defective.format().mediaType(),
              launched.evidence(request.reportData()),
              launched.endorsements(),
              launched.registerLog())
          .encode();
    } catch (Rejected e) {
      throw new IllegalStateException("the emulator does not launch the reference Agent", e);
    }
  }
}
