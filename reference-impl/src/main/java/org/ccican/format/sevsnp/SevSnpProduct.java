package org.ccican.format.sevsnp;

import java.util.Optional;

/** Product lines, each with an authority, a layout of TCB versions and a size of chip identity. */
public enum SevSnpProduct {
  MILAN("Milan", SevSnpTcb.Layout.MILAN, 64),
  /** Also Bergamo and Siena, which share Genoa's authorities. */
  GENOA("Genoa", SevSnpTcb.Layout.MILAN, 64),
  TURIN("Turin", SevSnpTcb.Layout.TURIN, 8),
  VENICE("Venice", SevSnpTcb.Layout.TURIN, 8);

  private final String line;
  private final SevSnpTcb.Layout layout;
  private final int chipIdSize;

  SevSnpProduct(String line, SevSnpTcb.Layout layout, int chipIdSize) {
    this.line = line;
    this.layout = layout;
    this.chipIdSize = chipIdSize;
  }

  /** The name in certificates, without stepping. */
  public String line() {
    return line;
  }

  public SevSnpTcb.Layout layout() {
    return layout;
  }

  /** How many octets of a chip identity are used; the rest of the report's field is zero. */
  public int chipIdSize() {
    return chipIdSize;
  }

  /** The root's common name. */
  public String root() {
    return "ARK-" + line;
  }

  /** The common name of the authority that certifies keys of a kind. */
  public String authority(SevSnpReport.SigningKeyKind kind) {
    return switch (kind) {
      case VCEK -> "SEV-" + line;
      case VLEK -> "SEV-VLEK-" + line;
    };
  }

  /** The line of a processor by its combined family and model numbers. */
  public static Optional<SevSnpProduct> ofCpuid(int family, int model) {
    if (family == 0x19) {
      if (model <= 0x0f) {
        return Optional.of(MILAN);
      }
      return model <= 0x1f || in(model, 0xa0, 0xaf) ? Optional.of(GENOA) : Optional.empty();
    }
    if (family == 0x1a) {
      if (model <= 0x11) {
        return Optional.of(TURIN);
      }
      boolean venice = in(model, 0x50, 0x57) || in(model, 0x90, 0xaf) || in(model, 0xc0, 0xc7);
      return venice ? Optional.of(VENICE) : Optional.empty();
    }
    return Optional.empty();
  }

  /** The line of a name with or without stepping, for instance {@code Milan-B0}. */
  public static Optional<SevSnpProduct> ofName(String name) {
    int dash = name.indexOf('-');
    return switch (dash < 0 ? name : name.substring(0, dash)) {
      case "Milan" -> Optional.of(MILAN);
      case "Genoa", "Bergamo", "Siena" -> Optional.of(GENOA);
      case "Turin" -> Optional.of(TURIN);
      case "Venice" -> Optional.of(VENICE);
      default -> Optional.empty();
    };
  }

  private static boolean in(int model, int least, int most) {
    return model >= least && model <= most;
  }
}
