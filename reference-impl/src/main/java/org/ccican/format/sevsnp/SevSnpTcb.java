package org.ccican.format.sevsnp;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.ccican.wire.Bytes;

/**
 * The security versions of a platform's firmware (AMD 56860 section 2.2): eight octets, of which
 * each product line uses some. Versions are compared part by part, never as one number.
 *
 * @param octets as in the report
 */
public record SevSnpTcb(Layout layout, Bytes octets) {

  /** A part of the firmware that has a security version of its own. */
  public enum Part {
    FMC,
    BOOT_LOADER,
    TEE,
    SNP,
    MICROCODE;

    /** {@code boot-loader}. */
    public String id() {
      return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
  }

  /** Which octet holds which part; those that hold none are reserved. */
  public enum Layout {
    /** 0 boot loader, 1 TEE, 6 SNP, 7 microcode. */
    MILAN(Map.of(Part.BOOT_LOADER, 0, Part.TEE, 1, Part.SNP, 6, Part.MICROCODE, 7)),
    /** 0 FMC, 1 boot loader, 2 TEE, 3 SNP, 7 microcode. */
    TURIN(Map.of(Part.FMC, 0, Part.BOOT_LOADER, 1, Part.TEE, 2, Part.SNP, 3, Part.MICROCODE, 7));

    private final Map<Part, Integer> offsets;

    Layout(Map<Part, Integer> offsets) {
      this.offsets = new EnumMap<>(offsets);
    }

    /** The parts that the layout has, in the order of {@link Part}. */
    public List<Part> parts() {
      return List.copyOf(offsets.keySet());
    }
  }

  public SevSnpTcb {
    Objects.requireNonNull(layout);
    if (octets.size() != 8) {
      throw new IllegalArgumentException("a TCB version has 8 octets, not " + octets.size());
    }
  }

  /** The version of a part, 0 to 255; empty if the layout has no such part. */
  public Optional<Integer> version(Part part) {
    return Optional.ofNullable(layout.offsets.get(part)).map(octets::at);
  }

  /** The same with another version of one part, of which the low eight bits count. */
  public SevSnpTcb with(Part part, int version) {
    return new SevSnpTcb(
        layout, octets.with(Objects.requireNonNull(layout.offsets.get(part)), Bytes.of(version)));
  }

  /**
   * The first part of which this has an older version than the other.
   *
   * @throws IllegalArgumentException if the layouts differ
   */
  public Optional<Part> olderThan(SevSnpTcb other) {
    if (layout != other.layout) {
      throw new IllegalArgumentException("versions of different layouts");
    }
    return layout.parts().stream()
        .filter(part -> version(part).orElseThrow() < other.version(part).orElseThrow())
        .findFirst();
  }

  public boolean isReservedZero() {
    for (int i = 0; i < octets.size(); i++) {
      if (!layout.offsets.containsValue(i) && octets.at(i) != 0) {
        return false;
      }
    }
    return true;
  }

  @Override
  public String toString() {
    return layout.parts().stream()
        .map(part -> part.id() + " " + version(part).orElseThrow())
        .collect(Collectors.joining(", "));
  }
}
