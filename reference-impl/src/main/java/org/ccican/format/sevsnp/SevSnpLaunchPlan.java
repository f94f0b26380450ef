package org.ccican.format.sevsnp;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.ccican.reject.Rejected;
import org.ccican.wire.Bytes;

/**
 * Which pages a virtual machine monitor launches a guest with, in which order: the firmware below 4
 * GiB, the sections its metadata asks for, then one save area per processor.
 *
 * @param processors how many virtual processors
 * @param signature CPUID signature of the virtual processor, where the monitor puts it into a
 *     register
 * @param features SEV_FEATURES of each save area: bit 0 SNP, bit 5 debug swap
 * @param kernel hashes of a kernel that is booted directly, where one is
 */
public record SevSnpLaunchPlan(
    Monitor monitor,
    int processors,
    long signature,
    long features,
    Optional<SevSnpKernelHashes> kernel) {

  /** Monitors differ in the order of pages and in first values of registers. */
  public enum Monitor {
    QEMU,
    EC2,
    GCE
  }

  private static final long FOUR_GIB = 1L << 32;

  public SevSnpLaunchPlan {
    Objects.requireNonNull(monitor);
    Objects.requireNonNull(kernel);
    if (processors < 1) {
      throw new IllegalArgumentException("a guest has a processor");
    }
  }

  /** One processor under QEMU with nothing but SNP, and no kernel. */
  public static SevSnpLaunchPlan single(long signature) {
    return new SevSnpLaunchPlan(Monitor.QEMU, 1, signature, 1, Optional.empty());
  }

  /**
   * All pages in launch order.
   *
   * @throws Rejected if the firmware has no place for the kernel's hashes
   */
  public List<SevSnpPage> pages(OvmfImage firmware) throws Rejected {
    List<SevSnpPage> pages = new ArrayList<>(memory(firmware));
    pages.addAll(saveAreas(firmware));
    return pages;
  }

  /** The pages before the save areas: a loader may put more between them. */
  public List<SevSnpPage> memory(OvmfImage firmware) throws Rejected {
    List<SevSnpPage> pages = new ArrayList<>();
    Bytes image = firmware.octets();
    for (int at = 0; at < image.size(); at += SevSnpPage.SIZE) {
      pages.add(
          new SevSnpPage(
              SevSnpPage.Type.NORMAL,
              FOUR_GIB - image.size() + at,
              image.slice(at, at + SevSnpPage.SIZE)));
    }
    if (kernel.isPresent()) {
      firmware.requireKernelHashes();
    }
    List<SevSnpPage> last = new ArrayList<>();
    for (OvmfImage.Section section : firmware.sections()) {
      boolean late = monitor == Monitor.EC2 && section.type() == OvmfImage.SectionType.CPUID;
      (late ? last : pages).addAll(section(section, firmware));
    }
    pages.addAll(last);
    return pages;
  }

  /** One save area per processor: the first starts at the reset vector, the others elsewhere. */
  public List<SevSnpPage> saveAreas(OvmfImage firmware) throws Rejected {
    List<SevSnpPage> pages = new ArrayList<>();
    pages.add(SevSnpSaveArea.page(this, SevSnpSaveArea.RESET_VECTOR));
    for (int i = 1; i < processors; i++) {
      pages.add(SevSnpSaveArea.page(this, firmware.resetBlock()));
    }
    return pages;
  }

  private List<SevSnpPage> section(OvmfImage.Section section, OvmfImage firmware) throws Rejected {
    return switch (section.type()) {
      case MEMORY ->
          empty(
              section, monitor == Monitor.GCE ? SevSnpPage.Type.UNMEASURED : SevSnpPage.Type.ZERO);
      case SECRETS -> empty(section, SevSnpPage.Type.SECRETS);
      case CPUID -> empty(section, SevSnpPage.Type.CPUID);
      case SVSM_CALLING_AREA -> empty(section, SevSnpPage.Type.ZERO);
      case KERNEL_HASHES ->
          kernel.isEmpty()
              ? empty(section, SevSnpPage.Type.ZERO)
              : List.of(
                  new SevSnpPage(
                      SevSnpPage.Type.NORMAL,
                      section.gpa(),
                      kernel.get().page((int) (firmware.hashTable() % SevSnpPage.SIZE))));
    };
  }

  private static List<SevSnpPage> empty(OvmfImage.Section section, SevSnpPage.Type type) {
    List<SevSnpPage> pages = new ArrayList<>();
    for (long at = 0; at < section.size(); at += SevSnpPage.SIZE) {
      pages.add(SevSnpPage.empty(type, section.gpa() + at));
    }
    return pages;
  }
}
