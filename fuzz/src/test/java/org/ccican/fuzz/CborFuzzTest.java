package org.ccican.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.stream.Stream;
import org.ccican.check.Checks;
import org.ccican.wire.Bytes;
import org.ccican.wire.Cbor;
import org.ccican.wire.CborDecoder;
import org.ccican.wire.CborProfile;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * CBOR in each profile of the strict decoder: what is read is written as it was, where only one
 * form is allowed.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CborFuzzTest {

  private final Bounds bounds = Bounds.ofReader();

  Stream<byte[]> seeds() {
    return Stream.concat(
        Corpus.of(getClass()),
        Stream.of(Bytes.hex("a3010203f5616182d8184101fb3ff8000000000000").toArray()));
  }

  @MethodSource("seeds")
  @FuzzTest
  void readsWhateverComes(byte[] octets) {
    for (CborProfile profile : CborProfile.values()) {
      bounds.hold(
          octets,
          any -> {
            Cbor item = new CborDecoder(Checks.unbroken()).decode(Bytes.of(any), profile);
            boolean same = item.encode().equals(Bytes.of(any));
            if (profile == CborProfile.DETERMINISTIC && !same) {
              throw new AssertionError("another encoding than the one that was read");
            }
          });
    }
  }
}
