package org.ccican.suit;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.ccican.cose.CoseAlgorithm;
import org.ccican.wire.Bytes;
import org.ccican.wire.Cbor;

/** The SUIT_Capability_Report of this processor (suit-report section 6). */
final class SuitCapabilities {

  private static final long COMPONENTS = 1;
  private static final long COMMANDS = 2;
  private static final long PARAMETERS = 3;
  private static final long ALGORITHMS = 4;

  private SuitCapabilities() {}

  static Bytes encode(SuitDevice device) {
    List<Cbor> places = new ArrayList<>();
    for (SuitComponentId place : device.places()) {
      List<Cbor> open = new ArrayList<>(place.segments().stream().map(Cbor::octets).toList());
      open.add(Cbor.bool(true));
      places.add(Cbor.array(open));
    }
    List<Cbor> algorithms = new ArrayList<>();
    algorithms.add(Cbor.integer(SuitDigest.SHA_256));
    for (CoseAlgorithm algorithm : CoseAlgorithm.values()) {
      if (SuitProcessor.ALGORITHMS.contains(algorithm)) {
        algorithms.add(Cbor.integer(algorithm.id()));
      }
    }
    return Cbor.map()
        .put(COMPONENTS, Cbor.array(places))
        .put(
            COMMANDS,
            integers(1, 2, 3, 5, 6, 7, 8, 11, 12, 14, 15, 18, 19, 20, 21, 22, 23, 24, 31, 32, 33))
        .put(
            PARAMETERS,
            integers(SuitParameters.KNOWN.stream().mapToLong(each -> each).sorted().toArray()))
        .put(ALGORITHMS, Cbor.array(algorithms))
        .build()
        .encode();
  }

  private static Cbor integers(long... values) {
    return Cbor.array(LongStream.of(values).mapToObj(Cbor::integer).toList());
  }
}
