package org.ccican.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.stream.Stream;
import org.ccican.check.Checks;
import org.ccican.suit.SuitEnvelope;
import org.ccican.suit.SuitManifest;
import org.ccican.wire.Bytes;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.provider.MethodSource;

/** SUIT envelopes: read, and applied as if whoever signed were trusted. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SuitEnvelopeFuzzTest {

  private final Device device = new Device();
  private final Bounds bounds =
      Bounds.beyond(device.envelope().toArray(), any -> device.apply(Bytes.of(any)));

  Stream<byte[]> seeds() {
    return Stream.concat(Corpus.of(getClass()), Stream.of(device.envelope().toArray()));
  }

  @MethodSource("seeds")
  @FuzzTest
  void processesWhateverComes(byte[] octets) {
    bounds.hold(
        octets,
        any -> {
          SuitEnvelope envelope = SuitEnvelope.parse(Bytes.of(any), Checks.unbroken());
          SuitManifest.parse(envelope, Checks.unbroken());
        });
    bounds.hold(octets, any -> device.apply(Bytes.of(any)));
  }
}
