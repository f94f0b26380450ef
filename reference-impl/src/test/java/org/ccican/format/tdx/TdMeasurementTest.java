package org.ccican.format.tdx;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.ccican.wire.Bytes;
import org.junit.jupiter.api.Test;

class TdMeasurementTest {

  @Test
  void isTheHashThatTheModuleUpdatesCallByCall() throws NoSuchAlgorithmException {
    byte[] page = new byte[4096];
    for (int i = 0; i < page.length; i++) {
      page[i] = (byte) (i * 11);
    }
    MessageDigest digest = MessageDigest.getInstance("SHA-384");
    digest.update(block("MEM.PAGE.ADD", 0xfffff000L));
    for (int at = 0; at < page.length; at += 256) {
      digest.update(block("MR.EXTEND", 0xfffff000L + at));
      digest.update(page, at, 256);
    }
    digest.update(block("MEM.PAGE.ADD", 0x809000));
    assertThat(new TdMeasurement().add(0xfffff000L, Bytes.of(page)).addUnmeasured(0x809000).value())
        .isEqualTo(Bytes.of(digest.digest()));
  }

  @Test
  void changesWithAddressOrderAndWhatIsMeasured() {
    Bytes page = Bytes.zero(4096);
    Bytes value = new TdMeasurement().add(0, page).addUnmeasured(4096).value();
    assertThat(value)
        .isNotEqualTo(new TdMeasurement().addUnmeasured(4096).add(0, page).value())
        .isNotEqualTo(new TdMeasurement().add(0, page).addUnmeasured(8192).value())
        .isNotEqualTo(new TdMeasurement().add(0, page).add(4096, page).value());
  }

  private static ByteBuffer block(String name, long address) {
    ByteBuffer block = ByteBuffer.allocate(128).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < name.length(); i++) {
      block.put(i, (byte) name.charAt(i));
    }
    return block.putLong(16, address);
  }
}
