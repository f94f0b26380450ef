package org.ccican.format.eat;

import java.util.ArrayList;
import java.util.List;
import org.ccican.wire.Bytes;
import org.ccican.wire.Cbor;

/**
 * What was measured, as evidence CoSWIDs say it (RFC 9711 section 4.2.16, RFC 9393 section 2.9.2):
 * the hash entry of each file, an algorithm and a value.
 */
final class EatMeasurements {

  private static final long FILE = 17;
  private static final long HASH = 7;

  private EatMeasurements() {}

  /** The hashes of all files in all evidence CoSWIDs of a token's measurements. */
  static List<Bytes> digests(EatClaims claims) {
    List<Bytes> all = new ArrayList<>();
    Cbor claim = claims.find(EatClaim.MEASUREMENTS).orElse(Cbor.array());
    for (Cbor each : items(claim)) {
      EatStateGrammar.coswid(each)
          .flatMap(map -> map.find(EatStateGrammar.COSWID_EVIDENCE))
          .filter(Cbor.Map.class::isInstance)
          .flatMap(evidence -> ((Cbor.Map) evidence).find(FILE))
          .ifPresent(files -> hashes(files, all));
    }
    return all;
  }

  /** A CoSWID over one file whose hash is SHA-256. */
  static Cbor.Map coswid(long member, String tag, String name, String version, Bytes digest) {
    Cbor.Map entity =
        Cbor.map().put(31, Cbor.text("Emulated Vendor")).put(33, Cbor.integer(1)).build();
    Cbor.Map file =
        Cbor.map()
            .put(24, Cbor.text(name))
            .put(HASH, Cbor.array(Cbor.integer(1), Cbor.octets(digest)))
            .build();
    return Cbor.map()
        .put(0, Cbor.text(tag))
        .put(1, Cbor.text(name))
        .put(2, entity)
        .put(12, Cbor.integer(0))
        .put(13, Cbor.text(version))
        .put(member, Cbor.map().put(FILE, file).build())
        .build();
  }

  private static void hashes(Cbor files, List<Bytes> into) {
    for (Cbor file : files instanceof Cbor.Map ? List.of(files) : items(files)) {
      if (file instanceof Cbor.Map map
          && map.find(HASH).orElse(Cbor.nil()) instanceof Cbor.Array hash
          && hash.items().size() == 2
          && hash.items().get(1) instanceof Cbor.Octets value) {
        into.add(value.value());
      }
    }
  }

  private static List<Cbor> items(Cbor item) {
    return item instanceof Cbor.Array array ? array.items() : List.of();
  }
}
