package org.ccican.suit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.ccican.check.Checks;
import org.ccican.cose.Crypto;
import org.ccican.reject.Rejected;
import org.ccican.wire.Bytes;
import org.ccican.wire.Cbor;
import org.ccican.wire.CborDecoder;
import org.ccican.wire.CborProfile;
import org.ccican.wire.Fields;

/**
 * The index of a durable store: an array of components, manifests, references and sequence numbers,
 * with payloads and envelopes by their SHA-256. Our own octets: what cannot be read is our fault.
 */
final class SuitStateCodec {

  private static final String OURS = "suit.store.index";

  private SuitStateCodec() {}

  /** The octets that the index names by digest. */
  static List<Bytes> contents(SuitState state) {
    List<Bytes> all = new ArrayList<>();
    state.components().forEach(each -> all.add(each.payload()));
    state.manifests().values().forEach(each -> all.add(each.envelope()));
    return all;
  }

  static Bytes encode(SuitState state) {
    List<Cbor> references = new ArrayList<>();
    state
        .references()
        .forEach(
            (id, holders) ->
                references.add(
                    Cbor.array(
                        id.toCbor(),
                        Cbor.array(holders.stream().map(SuitComponentId::toCbor).toList()))));
    List<Cbor> sequences = new ArrayList<>();
    state
        .sequences()
        .forEach((id, number) -> sequences.add(Cbor.array(id.toCbor(), Cbor.integer(number))));
    return Cbor.array(
            Cbor.array(state.components().stream().map(SuitStateCodec::component).toList()),
            Cbor.array(state.manifests().values().stream().map(SuitStateCodec::manifest).toList()),
            Cbor.array(references),
            Cbor.array(sequences))
        .encode();
  }

  /**
   * @param octets finds a payload or an envelope by its SHA-256
   */
  static SuitState decode(Bytes index, Function<Bytes, Bytes> octets) {
    try {
      Cbor item = new CborDecoder(Checks.unbroken()).decode(index, CborProfile.DETERMINISTIC);
      List<Cbor> parts = Fields.array(item, OURS);
      List<InstalledComponent> components = new ArrayList<>();
      for (Cbor each : Fields.array(parts.get(0), OURS)) {
        components.add(component(Fields.array(each, OURS), octets));
      }
      Map<SuitComponentId, StoredManifest> manifests = new LinkedHashMap<>();
      for (Cbor each : Fields.array(parts.get(1), OURS)) {
        StoredManifest manifest = manifest(Fields.array(each, OURS), octets);
        manifests.put(manifest.id(), manifest);
      }
      Map<SuitComponentId, Set<SuitComponentId>> references = new LinkedHashMap<>();
      for (Cbor each : Fields.array(parts.get(2), OURS)) {
        List<Cbor> pair = Fields.array(each, OURS);
        references.put(id(pair.get(0)), ids(pair.get(1)));
      }
      Map<SuitComponentId, Long> sequences = new LinkedHashMap<>();
      for (Cbor each : Fields.array(parts.get(3), OURS)) {
        List<Cbor> pair = Fields.array(each, OURS);
        sequences.put(id(pair.get(0)), Fields.integer(pair.get(1), OURS));
      }
      return new SuitState(components, manifests, references, sequences);
    } catch (Rejected | IndexOutOfBoundsException e) {
      throw new IllegalStateException("an index that this store did not write", e);
    }
  }

  private static Cbor component(InstalledComponent component) {
    return Cbor.array(
        component.id().toCbor(),
        Cbor.octets(Crypto.sha256(component.payload())),
        Cbor.octets(component.manifestDigest()),
        Cbor.integer(component.sequenceNumber()),
        idOrNothing(component.manifestId()));
  }

  private static InstalledComponent component(List<Cbor> parts, Function<Bytes, Bytes> octets)
      throws Rejected {
    return new InstalledComponent(
        id(parts.get(0)),
        octets.apply(Fields.octets(parts.get(1), OURS)),
        Fields.octets(parts.get(2), OURS),
        Fields.integer(parts.get(3), OURS),
        idOrNothing(parts.get(4)));
  }

  private static Cbor manifest(StoredManifest manifest) {
    return Cbor.array(
        manifest.id().toCbor(),
        Cbor.octets(Crypto.sha256(manifest.envelope())),
        Cbor.bool(manifest.root()),
        idOrNothing(manifest.ownId()));
  }

  private static StoredManifest manifest(List<Cbor> parts, Function<Bytes, Bytes> octets)
      throws Rejected {
    return new StoredManifest(
        id(parts.get(0)),
        octets.apply(Fields.octets(parts.get(1), OURS)),
        parts.get(2).equals(Cbor.bool(true)),
        idOrNothing(parts.get(3)));
  }

  private static Cbor idOrNothing(Optional<SuitComponentId> id) {
    return id.map(SuitComponentId::toCbor).orElse(Cbor.nil());
  }

  private static Optional<SuitComponentId> idOrNothing(Cbor item) throws Rejected {
    return item.equals(Cbor.nil()) ? Optional.empty() : Optional.of(id(item));
  }

  private static Set<SuitComponentId> ids(Cbor items) throws Rejected {
    Set<SuitComponentId> ids = new LinkedHashSet<>();
    for (Cbor item : Fields.array(items, OURS)) {
      ids.add(id(item));
    }
    return ids;
  }

  private static SuitComponentId id(Cbor item) throws Rejected {
    return SuitComponentId.parse(item, OURS);
  }
}
