package org.ccican.conformance.verdict;

import java.util.List;
import java.util.Optional;
import org.ccican.wire.Bytes;
import org.ccican.wire.Cbor;

/**
 * A collection of evidence of a Targeting Environment: the hardware's evidence, the claims that it
 * binds, the event log and the endorsements, by the labels that the reference's roles agree on.
 */
record CollectionView(CmwView cmw) {

  /** The claim of a token that holds a wrapper (draft-ietf-rats-msg-wrap section 4.3). */
  private static final long CMW = 299;

  /** A collection, by itself or as a claim of a token. */
  static Reading<CollectionView> read(Bytes octets) {
    Bytes collection =
        CoseView.read(octets)
            .view()
            .flatMap(CoseView::payload)
            .flatMap(claims -> CborView.read(claims).view())
            .flatMap(CborView::map)
            .flatMap(claims -> claims.find(CMW))
            .map(item -> item.span().raw())
            .orElse(octets);
    return CmwView.read(collection).then(cmw -> new Reading.Readable<>(new CollectionView(cmw)));
  }

  Optional<Bytes> evidence() {
    return item("evidence");
  }

  /** The hardware's evidence. */
  Optional<? extends EvidenceView> report() {
    return cmw.find("evidence").flatMap(item -> EvidenceView.of(item.mediaType(), item.value()));
  }

  Optional<Bytes> claims() {
    return item("claims");
  }

  /** Whether the evidence carries the SHA-512 of the claims. */
  boolean bindsItsClaims() {
    Optional<Bytes> digest = claims().map(Digests::sha512);
    return digest.isPresent() && report().filter(view -> view.carries(digest.get())).isPresent();
  }

  /** Claim 10. */
  Optional<Bytes> nonce() {
    return claim(10);
  }

  /** Claim -65537: SHA-256 of the TLS server's SubjectPublicKeyInfo. */
  Optional<Bytes> channelKey() {
    return claim(-65_537);
  }

  /** The Agent's key, if its thumbprint is the one in claim 8. */
  Optional<Bytes> agentKey() {
    Optional<KeyView> key = item("agent-key").flatMap(octets -> KeyView.read(octets).view());
    Optional<Bytes> confirmed =
        map()
            .flatMap(claims -> claims.find(8))
            .filter(Cbor.Map.class::isInstance)
            .flatMap(cnf -> ((Cbor.Map) cnf).find(3))
            .flatMap(CborView::octets);
    return key.filter(view -> confirmed.equals(Optional.of(view.thumbprint()))).map(KeyView::spki);
  }

  /** The events of the log, if its digest is the one in claim -65538. */
  List<Event> events() {
    Optional<Bytes> log = item("event-log");
    if (log.isEmpty() || !log.map(Digests::sha256).equals(claim(-65_538))) {
      return List.of();
    }
    return CborView.read(log.get())
        .view()
        .filter(Cbor.Array.class::isInstance)
        .map(array -> ((Cbor.Array) array).items().stream().flatMap(Event::of).toList())
        .orElse(List.of());
  }

  /** The first endorsement, DER. */
  Optional<Bytes> endorsement() {
    return item("endorsement-1");
  }

  /** One installation: component name, SHA-256, SHA-256 of the manifest. */
  record Event(String component, Bytes digest, Bytes manifestDigest) {

    private static java.util.stream.Stream<Event> of(Cbor item) {
      if (item instanceof Cbor.Array array
          && array.items().size() == 3
          && array.items().get(0) instanceof Cbor.Text component
          && array.items().get(1) instanceof Cbor.Octets digest
          && array.items().get(2) instanceof Cbor.Octets manifest) {
        return java.util.stream.Stream.of(
            new Event(component.value(), digest.value(), manifest.value()));
      }
      return java.util.stream.Stream.empty();
    }
  }

  private Optional<Bytes> item(String label) {
    return cmw.find(label).map(CmwView.Item::value);
  }

  private Optional<Cbor.Map> map() {
    return claims()
        .flatMap(octets -> CborView.read(octets).view())
        .filter(Cbor.Map.class::isInstance)
        .map(Cbor.Map.class::cast);
  }

  private Optional<Bytes> claim(long label) {
    return map().flatMap(claims -> claims.find(label)).flatMap(CborView::octets);
  }
}
