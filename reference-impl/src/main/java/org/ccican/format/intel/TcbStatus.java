package org.ccican.format.intel;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What Intel says of a level of firmware (Intel PCS, tcbStatus), and what follows from several such
 * statements.
 */
public enum TcbStatus {
  UP_TO_DATE("UpToDate"),
  SW_HARDENING_NEEDED("SWHardeningNeeded"),
  CONFIGURATION_NEEDED("ConfigurationNeeded"),
  CONFIGURATION_AND_SW_HARDENING_NEEDED("ConfigurationAndSWHardeningNeeded"),
  OUT_OF_DATE("OutOfDate"),
  OUT_OF_DATE_CONFIGURATION_NEEDED("OutOfDateConfigurationNeeded"),
  REVOKED("Revoked"),
  /** Never in a document: a TD launched on an old module that runs on a newer one by now. */
  TD_RELAUNCH_ADVISED("TDRelaunchAdvised"),
  TD_RELAUNCH_ADVISED_CONFIGURATION_NEEDED("TDRelaunchAdvisedConfigurationNeeded");

  private static final Set<TcbStatus> CONFIGURATION =
      Set.of(
          CONFIGURATION_NEEDED,
          CONFIGURATION_AND_SW_HARDENING_NEEDED,
          OUT_OF_DATE_CONFIGURATION_NEEDED);

  private final String id;

  TcbStatus(String id) {
    this.id = id;
  }

  /** The word in Intel's documents. */
  public String id() {
    return id;
  }

  static Optional<TcbStatus> find(String id) {
    for (TcbStatus each : values()) {
      if (each.id.equals(id) && each.compareTo(TD_RELAUNCH_ADVISED) < 0) {
        return Optional.of(each);
      }
    }
    return Optional.empty();
  }

  /** This status of the platform together with those of the quoting enclave and of a TDX module. */
  public TcbStatus converge(List<TcbStatus> components) {
    if (components.contains(REVOKED)) {
      return REVOKED;
    }
    if (!components.contains(OUT_OF_DATE)) {
      return this;
    }
    return switch (this) {
      case UP_TO_DATE, SW_HARDENING_NEEDED -> OUT_OF_DATE;
      case CONFIGURATION_NEEDED, CONFIGURATION_AND_SW_HARDENING_NEEDED ->
          OUT_OF_DATE_CONFIGURATION_NEEDED;
      default -> this;
    };
  }

  /** This status at launch together with that of the module that runs now. */
  public TcbStatus relaunch(TcbStatus current) {
    boolean old = this == OUT_OF_DATE || this == OUT_OF_DATE_CONFIGURATION_NEEDED;
    if (!old || current.compareTo(CONFIGURATION_AND_SW_HARDENING_NEEDED) > 0) {
      return this;
    }
    return CONFIGURATION.contains(this) || CONFIGURATION.contains(current)
        ? TD_RELAUNCH_ADVISED_CONFIGURATION_NEEDED
        : TD_RELAUNCH_ADVISED;
  }

  @Override
  public String toString() {
    return id;
  }
}
