package org.ccican.format.cca;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.function.Consumer;
import org.ccican.wire.Bytes;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Measurements of realms against descriptors laid out by hand. */
class RealmMeasurementTest {

  @ParameterizedTest
  @CsvSource({"SHA_256, SHA-256, 0", "SHA_512, SHA-512, 1"})
  void extendsByDescriptors(CcaHash hash, String name, int number) throws NoSuchAlgorithmException {
    byte[] granule = new byte[4096];
    granule[0] = 7;
    byte[] rim =
        digest(
            name,
            4096,
            to -> {
              to.putLong(0, 1);
              to.putLong(8, 40);
              to.put(0x30, (byte) number);
            });
    RealmMeasurement measurement = new RealmMeasurement(hash, 1, 40);
    assertThat(measurement.value()).isEqualTo(Bytes.of(rim));
    rim = step(name, 2, rim, to -> to.putLong(0x50, 0x1000).putLong(0x58, 0x9000));
    assertThat(measurement.memory(0x1000, 0x9000).value()).isEqualTo(Bytes.of(rim));
    byte[] content = MessageDigest.getInstance(name).digest(granule);
    rim =
        step(
            name,
            0,
            rim,
            to -> to.putLong(0x50, 0x2000).putLong(0x58, 1).position(0x60).put(content));
    assertThat(measurement.data(0x2000, Bytes.of(granule)).value()).isEqualTo(Bytes.of(rim));
    byte[] context = digest(name, 4096, to -> to.putLong(0, 1).putLong(0x200, 0x2000));
    rim = step(name, 1, rim, to -> to.position(0x50).put(context));
    assertThat(measurement.context(1, 0x2000).value()).isEqualTo(Bytes.of(rim));
  }

  private static byte[] step(String name, int kind, byte[] rim, Consumer<ByteBuffer> rest)
      throws NoSuchAlgorithmException {
    return digest(
        name,
        256,
        to -> {
          to.put(0, (byte) kind).putLong(8, 0x100).position(16).put(rim);
          rest.accept(to);
        });
  }

  private static byte[] digest(String name, int size, Consumer<ByteBuffer> fill)
      throws NoSuchAlgorithmException {
    ByteBuffer octets = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    fill.accept(octets);
    return MessageDigest.getInstance(name).digest(octets.array());
  }
}
