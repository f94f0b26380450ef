package org.ccican.conformance.sut;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ccican.cose.CoseKey;
import org.ccican.cose.Crypto;
import org.ccican.reject.Rejected;
import org.ccican.role.RoleId;
import org.ccican.teep.WireRevision;
import org.ccican.trust.Pem;
import org.ccican.wire.Bytes;

/**
 * A role that the target plays, as the recipe describes it. Fields that its way does not have are
 * empty, or have the value that they have where nothing is said.
 *
 * @param way id of the way in which it is reached; see {@link Ways}
 * @param key the public key that its messages are signed with, SubjectPublicKeyInfo in DER
 * @param encryption the public key that Agents encrypt to, on P-256, SubjectPublicKeyInfo in DER;
 *     empty if they cannot
 * @param headers further request headers, names in lower case; their values may be secret
 * @param revision which edition of the TEEP protocol it speaks
 * @param uris further URIs, by what they are for: {@code token}, {@code passport}, {@code known}
 * @param clock where its clock is moved: a POST with a number of seconds; empty if it cannot be
 * @param format id of the format of its evidence
 * @param trust PEM file with the roots, or the keys, that vouch for its hardware
 * @param facts what else is known of it beforehand
 */
public record SutRole(
    RoleId role,
    String way,
    Reach reach,
    Optional<Bytes> key,
    Optional<Bytes> encryption,
    Map<String, String> headers,
    WireRevision revision,
    Map<String, URI> uris,
    Optional<URI> clock,
    Optional<String> format,
    Optional<Path> trust,
    SutFacts facts,
    SutLimits limits) {

  public SutRole {
    Objects.requireNonNull(role);
    Objects.requireNonNull(way);
    Objects.requireNonNull(reach);
    Objects.requireNonNull(key);
    Objects.requireNonNull(encryption);
    headers = Collections.unmodifiableSortedMap(new TreeMap<>(headers));
    Objects.requireNonNull(revision);
    uris = Collections.unmodifiableSortedMap(new TreeMap<>(uris));
    Objects.requireNonNull(clock);
    Objects.requireNonNull(format);
    Objects.requireNonNull(trust);
    Objects.requireNonNull(facts);
    Objects.requireNonNull(limits);
  }

  /** The same role with other limits. */
  SutRole within(SutLimits others) {
    return new SutRole(
        role,
        way,
        reach,
        key,
        encryption,
        headers,
        revision,
        uris,
        clock,
        format,
        trust,
        facts,
        others);
  }

  /** Where it is: the hosts of its URLs, or this machine. */
  List<String> hosts() {
    Reach by = reach instanceof Reach.Trigger trigger ? trigger.by() : reach;
    return Stream.of(
            by instanceof Reach.Http at ? Stream.of(at.url()) : Stream.<URI>empty(),
            uris.values().stream(),
            clock.stream())
        .flatMap(each -> each)
        .map(URI::getHost)
        .collect(
            Collectors.collectingAndThen(
                Collectors.toList(), found -> found.isEmpty() ? List.of("localhost") : found));
  }

  /** The server that it is reached at. */
  Reach.Http http() {
    return reach instanceof Reach.Http http ? http : (Reach.Http) ((Reach.Trigger) reach).by();
  }

  /** What its messages are verified with. */
  public Optional<CoseKey> signingKey(Crypto crypto) {
    return key.map(spki -> read(spki, crypto));
  }

  /** What Agents encrypt to. */
  public Optional<CoseKey> encryptionKey(Crypto crypto) {
    return encryption.map(spki -> read(spki, crypto));
  }

  /** The certificates in the file of trust, DER; none if there is no file, or it cannot be read. */
  public List<Bytes> roots() {
    return trusted().filter(each -> !isKey(each)).toList();
  }

  /** The public keys in it, SubjectPublicKeyInfo in DER: of hardware that has no certificate. */
  public List<Bytes> pinned() {
    return trusted().filter(SutRole::isKey).toList();
  }

  private Stream<Bytes> trusted() {
    try {
      return trust.isPresent()
          ? Pem.blocks(Bytes.of(Files.readAllBytes(trust.get()))).stream()
          : Stream.empty();
    } catch (IOException | Rejected e) {
      return Stream.empty();
    }
  }

  private static boolean isKey(Bytes der) {
    try {
      CoseKey.ofSpki(der, new Crypto());
      return true;
    } catch (Rejected e) {
      return false;
    }
  }

  private static CoseKey read(Bytes spki, Crypto crypto) {
    try {
      return CoseKey.ofSpki(spki, crypto);
    } catch (Rejected e) {
      throw new IllegalStateException("a key that the recipe's reader took is refused", e);
    }
  }

  /** Role, place and names of the headers; nothing that may be secret. */
  @Override
  public String toString() {
    return role.id()
        + " at "
        + reach.shown()
        + (role == RoleId.TAM ? ", " + revision.id() : "")
        + (headers.isEmpty() ? "" : ", headers " + headers.keySet());
  }
}
