package org.ccican.format.arm;

import java.util.Locale;
import java.util.Optional;

/**
 * States in the life of a root of trust (RFC 9783 section 4.3.1): an integer of 16 bits whose high
 * octet is the state and whose low octet is the implementation's own. The states of a CCA platform
 * have the same numbers.
 */
public enum ArmLifecycle {
  /** Must not occur. */
  UNKNOWN(0x00),
  ASSEMBLY_AND_TEST(0x10),
  ROT_PROVISIONING(0x20),
  SECURED(0x30),
  /** Debugging goes on outside the root of trust. */
  NON_ROT_DEBUG(0x40),
  RECOVERABLE_ROT_DEBUG(0x50),
  DECOMMISSIONED(0x60);

  private final int major;

  ArmLifecycle(int major) {
    this.major = major;
  }

  /** The state of a claim's value; empty outside the defined ranges. */
  public static Optional<ArmLifecycle> of(long value) {
    for (ArmLifecycle each : values()) {
      if (value >> 8 == each.major) {
        return Optional.of(each);
      }
    }
    return Optional.empty();
  }

  /** A claim's value. */
  public int value(int minor) {
    return major << 8 | minor & 0xff;
  }

  /** {@code non-rot-debug}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Whether reports from a root of trust in this state can be believed at all. */
  public boolean isTrusted() {
    return this == SECURED || this == NON_ROT_DEBUG;
  }

  /** Whether somebody may debug something on the device. */
  public boolean isDebug() {
    return this == NON_ROT_DEBUG || this == RECOVERABLE_ROT_DEBUG;
  }
}
