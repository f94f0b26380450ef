package org.ccican.suit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.ccican.cose.CoseSign1;
import org.ccican.cose.SigningKey;
import org.ccican.wire.Bytes;
import org.ccican.wire.Cbor;

/**
 * Makes envelopes of any content, right or wrong: nothing is added to what is said here but version
 * 1, sequence number 1, and the digest that is signed. Labels are those of suit-manifest section
 * 11. What is set later replaces what was set under the same label.
 */
public final class SuitEnvelopeBuilder {

  private final Map<Long, Cbor> manifest = new LinkedHashMap<>();
  private final Map<Long, Cbor> common = new LinkedHashMap<>();
  private final Map<Long, Cbor> severed = new LinkedHashMap<>();
  private final Map<Cbor, Cbor> integrated = new LinkedHashMap<>();
  private final Map<Long, Cbor> replaced = new LinkedHashMap<>();
  private final List<Bytes> blocks = new ArrayList<>();
  private final List<SigningKey> signers = new ArrayList<>();
  private Optional<Bytes> digest = Optional.empty();
  private UnaryOperator<Bytes> signed = octets -> octets;

  public SuitEnvelopeBuilder() {
    element(SuitLabels.VERSION, Cbor.integer(1));
    sequenceNumber(1);
  }

  public SuitEnvelopeBuilder sequenceNumber(long number) {
    return element(SuitLabels.SEQUENCE_NUMBER, Cbor.integer(number));
  }

  public SuitEnvelopeBuilder referenceUri(String uri) {
    return element(SuitLabels.REFERENCE_URI, Cbor.text(uri));
  }

  /** The name by which a root manifest can be unlinked. */
  public SuitEnvelopeBuilder manifestComponentId(SuitComponentId id) {
    return element(SuitLabels.COMPONENT_ID, id.toCbor());
  }

  /** Any element of the manifest. */
  public SuitEnvelopeBuilder element(long label, Cbor value) {
    manifest.put(label, value);
    return this;
  }

  public SuitEnvelopeBuilder without(long label) {
    manifest.remove(label);
    return this;
  }

  public SuitEnvelopeBuilder components(SuitComponentId... ids) {
    List<Cbor> all = new ArrayList<>();
    for (SuitComponentId id : ids) {
      all.add(id.toCbor());
    }
    return common(SuitLabels.COMPONENTS, Cbor.array(all));
  }

  /** Components by these indices are dependencies. */
  public SuitEnvelopeBuilder dependencies(long... indices) {
    Cbor.MapBuilder map = Cbor.map();
    for (long index : indices) {
      map.put(index, Cbor.map().build());
    }
    return common(SuitLabels.DEPENDENCIES, map.build());
  }

  public SuitEnvelopeBuilder shared(SuitScript sequence) {
    return common(SuitLabels.SHARED_SEQUENCE, Cbor.wrapped(sequence.toCbor()));
  }

  /** Any element of the common part. */
  public SuitEnvelopeBuilder common(long label, Cbor value) {
    common.put(label, value);
    return this;
  }

  public SuitEnvelopeBuilder section(long label, SuitScript sequence) {
    return element(label, Cbor.wrapped(sequence.toCbor()));
  }

  public SuitEnvelopeBuilder dependencyResolution(SuitScript sequence) {
    return section(SuitLabels.DEPENDENCY_RESOLUTION, sequence);
  }

  public SuitEnvelopeBuilder payloadFetch(SuitScript sequence) {
    return section(SuitLabels.PAYLOAD_FETCH, sequence);
  }

  public SuitEnvelopeBuilder candidateVerification(SuitScript sequence) {
    return section(SuitLabels.CANDIDATE_VERIFICATION, sequence);
  }

  public SuitEnvelopeBuilder install(SuitScript sequence) {
    return section(SuitLabels.INSTALL, sequence);
  }

  public SuitEnvelopeBuilder validate(SuitScript sequence) {
    return section(SuitLabels.VALIDATE, sequence);
  }

  public SuitEnvelopeBuilder load(SuitScript sequence) {
    return section(SuitLabels.LOAD, sequence);
  }

  public SuitEnvelopeBuilder invoke(SuitScript sequence) {
    return section(SuitLabels.INVOKE, sequence);
  }

  public SuitEnvelopeBuilder uninstall(SuitScript sequence) {
    return section(SuitLabels.UNINSTALL, sequence);
  }

  /** Moves an element that was set out into the envelope; its digest stays. */
  public SuitEnvelopeBuilder sever(long label) {
    Cbor element = manifest.get(label);
    element(label, SuitDigest.sha256(element.encode()).toCbor());
    severed.put(label, element);
    return this;
  }

  /** What the envelope has under a label, whatever the manifest says. */
  public SuitEnvelopeBuilder severed(long label, Cbor element) {
    severed.put(label, element);
    return this;
  }

  /** What was moved out of the manifest, by its label. */
  public Map<Long, Cbor> severed() {
    return Map.copyOf(severed);
  }

  /** Leaves a severed element behind. */
  public SuitEnvelopeBuilder forget(long label) {
    severed.remove(label);
    return this;
  }

  /** An integrated payload, or an integrated dependency. */
  public SuitEnvelopeBuilder payload(String uri, Bytes octets) {
    return integrated(Cbor.text(uri), Cbor.octets(octets));
  }

  /** Any further entry of the envelope. */
  public SuitEnvelopeBuilder integrated(Cbor key, Cbor value) {
    integrated.put(key, value);
    return this;
  }

  /** What stands in the envelope for wrapper (2) or manifest (3), whatever is right. */
  public SuitEnvelopeBuilder replacing(long label, Cbor value) {
    replaced.put(label, value);
    return this;
  }

  public SuitEnvelopeBuilder signedBy(SigningKey... keys) {
    signers.addAll(List.of(keys));
    return this;
  }

  /** Signs something else than the octets of the digest. */
  public SuitEnvelopeBuilder signing(UnaryOperator<Bytes> other) {
    signed = other;
    return this;
  }

  /** An authentication block of any kind, behind the signatures. */
  public SuitEnvelopeBuilder block(Bytes octets) {
    blocks.add(octets);
    return this;
  }

  /** Another digest than the manifest's, to be signed. */
  public SuitEnvelopeBuilder stating(SuitDigest other) {
    return stating(other.toCbor().encode());
  }

  /** Other octets in place of the digest, to be signed. */
  public SuitEnvelopeBuilder stating(Bytes other) {
    digest = Optional.of(other);
    return this;
  }

  /** The encoded manifest, as its byte string holds it. */
  public Bytes manifest() {
    Cbor.MapBuilder map = Cbor.map();
    manifest.forEach(map::put);
    if (!common.isEmpty() && !manifest.containsKey(SuitLabels.COMMON)) {
      Cbor.MapBuilder inner = Cbor.map();
      common.forEach(inner::put);
      map.put(SuitLabels.COMMON, Cbor.wrapped(inner.build()));
    }
    return map.build().encode();
  }

  /** The manifest's own digest, by which a dependent names it. */
  public SuitDigest digest() {
    return SuitDigest.sha256(Cbor.octets(manifest()).encode());
  }

  /** The untagged envelope, the wrapper before the manifest (suit-manifest section 8.3). */
  public Bytes build() {
    Bytes stated = digest.orElseGet(() -> digest().toCbor().encode());
    List<Cbor> wrapper = new ArrayList<>(List.of(Cbor.octets(stated)));
    for (SigningKey key : signers) {
      wrapper.add(Cbor.octets(signature(key, signed.apply(stated))));
    }
    blocks.forEach(each -> wrapper.add(Cbor.octets(each)));
    Map<Long, Cbor> labelled = new LinkedHashMap<>(severed);
    labelled.put(SuitLabels.AUTHENTICATION, Cbor.wrapped(Cbor.array(wrapper)));
    labelled.put(SuitLabels.MANIFEST, Cbor.octets(manifest()));
    labelled.putAll(replaced);
    Cbor.MapBuilder map = Cbor.map();
    labelled.forEach(map::put);
    integrated.forEach(map::put);
    return map.build().encode();
  }

  private static Bytes signature(SigningKey key, Bytes octets) {
    Cbor.Map kid = Cbor.map().put(CoseSign1.KID, Cbor.octets(key.publicKey().thumbprint())).build();
    return CoseSign1.signDetached(key, Cbor.map().build(), kid, octets).encode();
  }
}
