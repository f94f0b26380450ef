package org.ccican.conformance.specimen;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.ccican.cose.CoseSign1;
import org.ccican.cose.SigningKey;
import org.ccican.wire.Bytes;
import org.ccican.wire.Cbor;

/**
 * An envelope made by hand, layer by layer from the inside out: whatever is changed inside is
 * digested and signed over (suit-manifest section 8). It is written once and used once.
 */
final class Manifest {

  private final List<Cbor> components = new ArrayList<>();
  private final Map<Long, Cbor> dependencies = new TreeMap<>();
  private final Map<Long, Cbor> common = new TreeMap<>();
  private final Map<Long, Cbor> elements = new TreeMap<>();
  private final Set<Long> absent = new TreeSet<>();
  private final Map<Long, Cbor> severed = new TreeMap<>();
  private final List<Cbor.Entry> members = new ArrayList<>();
  private List<SigningKey> signers;
  private UnaryOperator<Bytes> digested = UnaryOperator.identity();
  private UnaryOperator<Bytes> signed = UnaryOperator.identity();
  private UnaryOperator<Cbor> block = UnaryOperator.identity();
  private UnaryOperator<List<Cbor>> wrapper = UnaryOperator.identity();
  private UnaryOperator<Cbor> envelope = UnaryOperator.identity();

  private Manifest(SigningKey signer) {
    signers = List.of(signer);
    element(SuitNumbers.VERSION, Cbor.integer(1));
    element(SuitNumbers.SEQUENCE_NUMBER, Cbor.integer(3));
  }

  static Manifest signedBy(SigningKey signer) {
    return new Manifest(signer);
  }

  // ---- inside

  /** Components of one segment each. */
  Manifest components(String... names) {
    components.clear();
    Arrays.stream(names).map(Manifest::id).forEach(components::add);
    return this;
  }

  Manifest components(Cbor... ids) {
    components.clear();
    components.addAll(List.of(ids));
    return this;
  }

  /** The component of this index is the envelope of a dependency. */
  Manifest dependency(long index) {
    return dependency(index, Cbor.map().build());
  }

  Manifest dependency(long index, Cbor metadata) {
    dependencies.put(index, metadata);
    return this;
  }

  Manifest shared(Command... commands) {
    return common(SuitNumbers.SHARED_SEQUENCE, Command.sequence(commands));
  }

  /** An element of the common part, as it is to stand there. */
  Manifest common(long label, Cbor value) {
    common.put(label, value);
    return this;
  }

  Manifest sequence(long number) {
    return element(SuitNumbers.SEQUENCE_NUMBER, Cbor.integer(number));
  }

  Manifest named(String manifestId) {
    return element(SuitNumbers.MANIFEST_ID, id(manifestId));
  }

  Manifest section(long label, Command... commands) {
    return element(label, Command.sequence(commands));
  }

  /** An element of the manifest, as it is to stand there. */
  Manifest element(long label, Cbor value) {
    elements.put(label, value);
    return this;
  }

  Manifest without(long label) {
    elements.remove(label);
    absent.add(label);
    return this;
  }

  /** A section moves to the envelope; its digest stays. */
  Manifest sever(long label) {
    return sever(label, UnaryOperator.identity(), UnaryOperator.identity());
  }

  /**
   * As above, with a defect.
   *
   * @param hashed what the digest is made over, from the encoded byte string
   * @param moved what the envelope has in place of the section
   */
  Manifest sever(long label, UnaryOperator<Bytes> hashed, UnaryOperator<Cbor> moved) {
    Cbor section = elements.get(label);
    elements.put(label, Parameter.sha256(hashed.apply(section.encode())));
    severed.put(label, moved.apply(section));
    return this;
  }

  /** A section moves away and is not in the envelope. */
  Manifest severAndDrop(long label) {
    sever(label);
    severed.remove(label);
    return this;
  }

  // ---- envelope

  Manifest payload(String uri, Bytes content) {
    return member(Cbor.text(uri), Cbor.octets(content));
  }

  Manifest member(Cbor key, Cbor value) {
    members.add(new Cbor.Entry(key, value));
    return this;
  }

  Manifest withoutPayloads() {
    members.clear();
    return this;
  }

  Manifest signers(SigningKey... keys) {
    signers = List.of(keys);
    return this;
  }

  /** What the digest is made over, from the encoded byte string of the manifest. */
  Manifest digestOver(UnaryOperator<Bytes> change) {
    digested = change;
    return this;
  }

  /** What is signed, from the encoded digest. */
  Manifest signOver(UnaryOperator<Bytes> change) {
    signed = change;
    return this;
  }

  /** Each authentication block. */
  Manifest block(UnaryOperator<Cbor> change) {
    block = change;
    return this;
  }

  /** The items of the authentication wrapper: the digest and the blocks. */
  Manifest wrapper(UnaryOperator<List<Cbor>> change) {
    wrapper = change;
    return this;
  }

  Manifest envelope(UnaryOperator<Cbor> change) {
    envelope = change;
    return this;
  }

  // ---- made

  /** The untagged envelope. */
  Bytes encode() {
    return envelope.apply(item()).encode();
  }

  /** The digest by which a dependent names this manifest. */
  Cbor digest() {
    return Parameter.sha256(digested.apply(Cbor.octets(manifest()).encode()));
  }

  private Cbor item() {
    Bytes manifest = manifest();
    Bytes digest = Parameter.sha256(digested.apply(Cbor.octets(manifest).encode())).encode();
    List<Cbor> parts = new ArrayList<>(List.of(Cbor.octets(digest)));
    for (SigningKey signer : signers) {
      parts.add(Cbor.wrapped(block.apply(block(signer, signed.apply(digest)))));
    }
    List<Cbor.Entry> entries = new ArrayList<>();
    entries.add(
        entry(SuitNumbers.WRAPPER, Cbor.wrapped(Cbor.array(wrapper.apply(List.copyOf(parts))))));
    entries.add(entry(SuitNumbers.MANIFEST, Cbor.octets(manifest)));
    severed.forEach((label, section) -> entries.add(entry(label, section)));
    entries.addAll(members);
    return Cbor.map(entries);
  }

  private static Cbor block(SigningKey signer, Bytes content) {
    Cbor.Map kid =
        Cbor.map().put(CoseSign1.KID, Cbor.octets(signer.publicKey().thumbprint())).build();
    return CoseSign1.signDetached(signer, Cbor.map().build(), kid, content).toCbor();
  }

  private Bytes manifest() {
    Map<Long, Cbor> all = new TreeMap<>(elements);
    if (!absent.contains(SuitNumbers.COMMON)) {
      all.putIfAbsent(SuitNumbers.COMMON, Cbor.wrapped(commonPart()));
    }
    return map(all).encode();
  }

  private Cbor commonPart() {
    Map<Long, Cbor> all = new TreeMap<>(common);
    if (!dependencies.isEmpty()) {
      all.putIfAbsent(SuitNumbers.DEPENDENCIES, map(dependencies));
    }
    all.putIfAbsent(SuitNumbers.COMPONENTS, Cbor.array(components));
    return map(all);
  }

  static Cbor id(String name) {
    return Cbor.array(Cbor.octets(Bytes.utf8(name)));
  }

  static Cbor.Entry entry(long label, Cbor value) {
    return new Cbor.Entry(Cbor.integer(label), value);
  }

  private static Cbor map(Map<Long, Cbor> entries) {
    return Cbor.map(
        entries.entrySet().stream().map(each -> entry(each.getKey(), each.getValue())).toList());
  }
}
