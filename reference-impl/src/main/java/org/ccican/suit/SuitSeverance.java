package org.ccican.suit;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ccican.check.Checks;
import org.ccican.reject.Reason;
import org.ccican.reject.Rejected;
import org.ccican.wire.Bytes;
import org.ccican.wire.Cbor;
import org.ccican.wire.CborDecoder;
import org.ccican.wire.CborProfile;
import org.ccican.wire.Fields;

/** Puts severed elements back into their manifest (suit-manifest section 8.6). */
final class SuitSeverance {

  private static final Set<Long> SEVERABLE =
      Set.of(
          SuitLabels.DEPENDENCY_RESOLUTION,
          SuitLabels.PAYLOAD_FETCH,
          SuitLabels.CANDIDATE_VERIFICATION,
          SuitLabels.INSTALL,
          SuitLabels.TEXT);

  private final SuitEnvelope envelope;
  private final Checks checks;
  private final Map<Long, Bytes> sections = new HashMap<>();
  private final Set<Long> missing = new HashSet<>();

  SuitSeverance(SuitEnvelope envelope, Checks checks) {
    this.envelope = envelope;
    this.checks = checks;
  }

  Map<Long, Bytes> sections() {
    return sections;
  }

  Set<Long> missing() {
    return missing;
  }

  /** A command sequence, or a digest in its place. */
  void take(long label, Cbor element) throws Rejected {
    if (element instanceof Cbor.Array array && isDigest(array)) {
      restore(label, element);
      return;
    }
    // spec| suit-manifest §8.1: a command sequence is wrapped in a byte string
    Rejected.unless(
        checks,
        "suit.section.wrapped",
        element instanceof Cbor.Octets,
        Reason.WRONG_TYPE,
        () -> "the sequence " + label + " is in no byte string");
    sections.put(
        label, element instanceof Cbor.Octets octets ? octets.value() : element.span().raw());
  }

  /** An algorithm and octets; anything else in an array is a sequence without its byte string. */
  private static boolean isDigest(Cbor.Array array) {
    return array.items().size() == 2 && array.items().get(1) instanceof Cbor.Octets;
  }

  /** Text is for people; severed or not, it is left alone. */
  void passOver(Cbor text) throws Rejected {
    // spec| suit-manifest §8.4.4: a text need not be understood
    if (!checks.keeps("suit.text.passed-over")) {
      throw new Rejected(Reason.UNKNOWN_FIELD, "suit.manifest.shape", "a text in the manifest");
    }
    if (text instanceof Cbor.Array) {
      Optional<Bytes> severed = Optional.ofNullable(envelope.severed().get(SuitLabels.TEXT));
      if (severed.isPresent()) {
        compare(SuitLabels.TEXT, SuitDigest.parse(text), severed.get());
      }
    }
  }

  /**
   * The common part; nothing, if it is missing or severed and that was let through.
   *
   * @throws Rejected if it is no byte string
   */
  Optional<Bytes> common(Fields fields) throws Rejected {
    Optional<Cbor> item = fields.find(SuitLabels.COMMON);
    if (item.isPresent() && item.get() instanceof Cbor.Array) {
      allowed(SuitLabels.COMMON);
      return Optional.empty();
    }
    return fields.findOctets(SuitLabels.COMMON);
  }

  private void allowed(long label) throws Rejected {
    // spec| suit-manifest §8.6: only these elements have a place in the envelope
    Rejected.unless(
        checks,
        "suit.severed.allowed",
        SEVERABLE.contains(label),
        Reason.WRONG_TYPE,
        () -> "a digest in the place of element " + label);
  }

  private void restore(long label, Cbor stated) throws Rejected {
    allowed(label);
    Optional<Bytes> severed = Optional.ofNullable(envelope.severed().get(label));
    SuitDigest digest = SuitDigest.parse(stated);
    if (severed.isEmpty()) {
      missing.add(label);
      return;
    }
    compare(label, digest, severed.get());
    Cbor item = new CborDecoder(checks).decode(severed.get(), CborProfile.VALID);
    // spec| suit-manifest §8.4.12: a severed sequence is taken from the envelope
    if (checks.keeps("suit.severed.taken")) {
      sections.put(label, Fields.octets(item, "suit.manifest.shape"));
    }
  }

  private void compare(long label, SuitDigest digest, Bytes severed) throws Rejected {
    // spec| suit-manifest §8.4.12: a severed element is the one whose digest was signed
    Rejected.unless(
        checks,
        "suit.severed.digest",
        digest.matches(severed),
        Reason.DIGEST_MISMATCH,
        () -> "the severed element " + label + " has another digest than " + digest.value());
  }
}
