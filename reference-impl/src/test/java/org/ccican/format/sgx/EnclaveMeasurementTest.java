package org.ccican.format.sgx;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.ccican.wire.Bytes;
import org.junit.jupiter.api.Test;

class EnclaveMeasurementTest {

  @Test
  void isTheHashThatTheProcessorUpdatesInstructionByInstruction() throws NoSuchAlgorithmException {
    byte[] page = new byte[4096];
    for (int i = 0; i < page.length; i++) {
      page[i] = (byte) (i * 7);
    }
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    digest.update(block("ECREATE").putInt(8, 1).putLong(12, 8192));
    digest.update(block("EADD").putLong(8, 4096).putLong(16, 0x205));
    for (int at = 0; at < page.length; at += 256) {
      digest.update(block("EEXTEND").putLong(8, 4096 + at));
      digest.update(page, at, 256);
    }
    digest.update(block("EADD").putLong(8, 0).putLong(16, 0x203));
    assertThat(
            EnclaveMeasurement.create(1, 8192)
                .add(4096, 0x205, Bytes.of(page))
                .addUnmeasured(0, 0x203)
                .value())
        .isEqualTo(Bytes.of(digest.digest()));
  }

  @Test
  void changesWithSizeFlagsOffsetAndOrder() {
    Bytes page = Bytes.zero(4096);
    Bytes value = EnclaveMeasurement.create(1, 8192).add(0, 0x205, page).value();
    assertThat(value)
        .isNotEqualTo(EnclaveMeasurement.create(1, 16384).add(0, 0x205, page).value())
        .isNotEqualTo(EnclaveMeasurement.create(2, 8192).add(0, 0x205, page).value())
        .isNotEqualTo(EnclaveMeasurement.create(1, 8192).add(0, 0x203, page).value())
        .isNotEqualTo(EnclaveMeasurement.create(1, 8192).add(4096, 0x205, page).value())
        .isNotEqualTo(EnclaveMeasurement.create(1, 8192).addUnmeasured(0, 0x205).value());
  }

  private static ByteBuffer block(String name) {
    ByteBuffer block = ByteBuffer.allocate(64).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < name.length(); i++) {
      block.put(i, (byte) name.charAt(i));
    }
    return block;
  }
}
