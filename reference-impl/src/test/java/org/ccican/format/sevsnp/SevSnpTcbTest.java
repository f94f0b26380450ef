package org.ccican.format.sevsnp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.ccican.format.sevsnp.SevSnpTcb.Layout;
import org.ccican.format.sevsnp.SevSnpTcb.Part;
import org.ccican.wire.Bytes;
import org.junit.jupiter.api.Test;

class SevSnpTcbTest {

  @Test
  void readsMilansOctets() {
    SevSnpTcb tcb = tcb(Layout.MILAN, "04000000000018db");
    assertThat(tcb.version(Part.BOOT_LOADER)).contains(4);
    assertThat(tcb.version(Part.TEE)).contains(0);
    assertThat(tcb.version(Part.SNP)).contains(0x18);
    assertThat(tcb.version(Part.MICROCODE)).contains(0xdb);
    assertThat(tcb.version(Part.FMC)).isEmpty();
  }

  @Test
  void readsTurinsOctets() {
    SevSnpTcb tcb = tcb(Layout.TURIN, "0102030400000051");
    assertThat(tcb.version(Part.FMC)).contains(1);
    assertThat(tcb.version(Part.BOOT_LOADER)).contains(2);
    assertThat(tcb.version(Part.TEE)).contains(3);
    assertThat(tcb.version(Part.SNP)).contains(4);
    assertThat(tcb.version(Part.MICROCODE)).contains(0x51);
  }

  @Test
  void comparesPartByPartAndNotAsOneNumber() {
    SevSnpTcb newMicrocode = tcb(Layout.MILAN, "03000000000008ff");
    SevSnpTcb newBootLoader = tcb(Layout.MILAN, "0400000000000801");
    assertThat(newMicrocode.olderThan(newBootLoader)).contains(Part.BOOT_LOADER);
    assertThat(newBootLoader.olderThan(newMicrocode)).contains(Part.MICROCODE);
    assertThat(newMicrocode.olderThan(newMicrocode)).isEqualTo(Optional.empty());
  }

  @Test
  void comparesVersionsAbove127AsUnsigned() {
    assertThat(
            tcb(Layout.MILAN, "03000000000008ce").olderThan(tcb(Layout.MILAN, "0300000000000873")))
        .isEmpty();
  }

  @Test
  void seesEveryReservedOctet() {
    for (Layout layout : Layout.values()) {
      for (int i = 0; i < 8; i++) {
        Bytes octets = Bytes.zero(8).with(i, Bytes.of(1));
        boolean reserved = layout == Layout.MILAN ? i >= 2 && i <= 5 : i >= 4 && i <= 6;
        assertThat(new SevSnpTcb(layout, octets).isReservedZero()).isEqualTo(!reserved);
      }
    }
  }

  @Test
  void knowsLinesByProcessorAndByName() {
    assertThat(SevSnpProduct.ofCpuid(0x19, 0x0f)).contains(SevSnpProduct.MILAN);
    assertThat(SevSnpProduct.ofCpuid(0x19, 0x10)).contains(SevSnpProduct.GENOA);
    assertThat(SevSnpProduct.ofCpuid(0x19, 0xa0)).contains(SevSnpProduct.GENOA);
    assertThat(SevSnpProduct.ofCpuid(0x19, 0x20)).isEmpty();
    assertThat(SevSnpProduct.ofCpuid(0x1a, 0x02)).contains(SevSnpProduct.TURIN);
    assertThat(SevSnpProduct.ofCpuid(0x1a, 0x12)).isEmpty();
    assertThat(SevSnpProduct.ofCpuid(0x1a, 0x50)).contains(SevSnpProduct.VENICE);
    assertThat(SevSnpProduct.ofCpuid(0x17, 0x01)).isEmpty();
    assertThat(SevSnpProduct.ofName("Milan-B0")).contains(SevSnpProduct.MILAN);
    assertThat(SevSnpProduct.ofName("Turin")).contains(SevSnpProduct.TURIN);
    assertThat(SevSnpProduct.ofName("Naples-A0")).isEmpty();
    assertThat(SevSnpProduct.ofName("")).isEmpty();
  }

  private static SevSnpTcb tcb(Layout layout, String hex) {
    return new SevSnpTcb(layout, Bytes.hex(hex));
  }
}
