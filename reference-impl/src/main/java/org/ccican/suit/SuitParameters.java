package org.ccican.suit;

import java.util.Set;
import org.ccican.check.Checks;
import org.ccican.reject.Reason;
import org.ccican.reject.Rejected;
import org.ccican.wire.Cbor;

/** Which parameters there are, and of which type each is (suit-manifest section 8.4.8). */
final class SuitParameters {

  /** Everything below is of somebody's own (suit-manifest section 11). */
  static final long CUSTOM = -256;

  static final Set<Long> KNOWN =
      Set.of(
          SuitLabels.VENDOR_ID,
          SuitLabels.CLASS_ID,
          SuitLabels.IMAGE_DIGEST,
          SuitLabels.SLOT,
          SuitLabels.STRICT_ORDER,
          SuitLabels.SOFT_FAILURE,
          SuitLabels.IMAGE_SIZE,
          SuitLabels.CONTENT,
          SuitLabels.ENCRYPTION_INFO,
          SuitLabels.URI,
          SuitLabels.SOURCE_COMPONENT,
          SuitLabels.INVOKE_ARGUMENTS,
          SuitLabels.DEVICE_ID,
          SuitLabels.FETCH_ARGUMENTS);

  private static final int UUID = 16;
  private static final long TAG_ENTERPRISE = 112;

  private SuitParameters() {}

  /**
   * @param shared whether the parameter is set in a shared sequence
   * @throws Rejected if the parameter is unknown, or its value of another type than its own
   */
  static void check(long label, Cbor value, boolean shared, Checks checks) throws Rejected {
    boolean custom = label < CUSTOM;
    if (custom && shared) {
      // spec| suit-manifest §8.4.8.16: a custom parameter is not used in the shared sequence
      Rejected.unless(
          checks,
          "suit.shared.custom-parameter",
          false,
          Reason.POLICY_VIOLATED,
          () -> "custom parameter " + label + " in the shared sequence");
      return;
    }
    // spec| suit-manifest §6.1: an unsupported parameter makes the manifest invalid
    Rejected.unless(
        checks,
        "suit.parameter.known",
        KNOWN.contains(label),
        Reason.UNKNOWN_FIELD,
        () -> "parameter " + label);
    // spec| suit-manifest §8.4.8: a parameter has its type
    Rejected.unless(
        checks,
        "suit.parameter.type",
        !KNOWN.contains(label) || fits(label, value),
        Reason.WRONG_TYPE,
        () -> "parameter " + label + " is " + value.encode());
  }

  private static boolean fits(long label, Cbor value) {
    if (label == SuitLabels.VENDOR_ID) {
      return uuid(value)
          || value instanceof Cbor.Tag tag
              && tag.number() == TAG_ENTERPRISE
              && tag.content() instanceof Cbor.Octets;
    }
    if (label == SuitLabels.CLASS_ID || label == SuitLabels.DEVICE_ID) {
      return uuid(value);
    }
    if (label == SuitLabels.STRICT_ORDER || label == SuitLabels.SOFT_FAILURE) {
      return value instanceof Cbor.Simple simple && (simple.value() | 1) == 21;
    }
    if (label == SuitLabels.SLOT
        || label == SuitLabels.IMAGE_SIZE
        || label == SuitLabels.SOURCE_COMPONENT) {
      return value instanceof Cbor.Int number && !number.negative() && number.isLong();
    }
    if (label == SuitLabels.URI) {
      return value instanceof Cbor.Text;
    }
    return value instanceof Cbor.Octets;
  }

  private static boolean uuid(Cbor value) {
    return value instanceof Cbor.Octets octets && octets.value().size() == UUID;
  }
}
