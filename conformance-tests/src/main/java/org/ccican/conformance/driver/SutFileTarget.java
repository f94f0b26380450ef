package org.ccican.conformance.driver;

import java.net.URI;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.ccican.cose.CoseKey;
import org.ccican.cose.Crypto;
import org.ccican.reject.Rejected;
import org.ccican.teep.WireRevision;
import org.ccican.wire.Bytes;

/**
 * A role in another process, as a SUT file describes it.
 *
 * @param role its id: {@code tam}
 * @param url where it listens, without the credentials that the file may have there; the query is
 *     kept, and may be secret
 * @param credentials {@code user:password} as the URL had them, percent-decoded
 * @param key the public key that its messages are signed with, SubjectPublicKeyInfo in DER
 * @param headers further request headers, names in lower case; their values may be secret
 * @param revision which edition of the TEEP protocol it speaks
 * @param uris further URIs, by what they are for: {@code token}, {@code passport}, {@code known}
 * @param clock where its clock is moved: a POST with a number of seconds; empty if it cannot be
 * @param encryption the public key that Agents encrypt to, on P-256, SubjectPublicKeyInfo in DER;
 *     empty if they cannot
 * @param connectTimeout how long a connection may take
 * @param responseTimeout how long a response may take
 * @param responseLimit how many octets a response may have
 */
public record SutFileTarget(
    String role,
    URI url,
    Optional<String> credentials,
    Bytes key,
    Map<String, String> headers,
    WireRevision revision,
    Map<String, URI> uris,
    Optional<URI> clock,
    Optional<Bytes> encryption,
    Duration connectTimeout,
    Duration responseTimeout,
    int responseLimit) {

  public SutFileTarget {
    Objects.requireNonNull(role);
    Objects.requireNonNull(url);
    Objects.requireNonNull(credentials);
    Objects.requireNonNull(key);
    headers = Collections.unmodifiableSortedMap(new TreeMap<>(headers));
    Objects.requireNonNull(revision);
    uris = Collections.unmodifiableSortedMap(new TreeMap<>(uris));
    Objects.requireNonNull(clock);
    Objects.requireNonNull(encryption);
    Objects.requireNonNull(connectTimeout);
    Objects.requireNonNull(responseTimeout);
  }

  /** What its messages are verified with. */
  CoseKey signingKey(Crypto crypto) {
    return read(key, crypto);
  }

  /** What Agents encrypt to. */
  Optional<CoseKey> encryptionKey(Crypto crypto) {
    return encryption.map(spki -> read(spki, crypto));
  }

  private static CoseKey read(Bytes spki, Crypto crypto) {
    try {
      return CoseKey.ofSpki(spki, crypto);
    } catch (Rejected e) {
      throw new IllegalStateException("a key that the recipe's reader took is refused", e);
    }
  }

  /** The URL without what may be secret in it, for reports and messages. */
  public String shownUrl() {
    return shown(url);
  }

  /** As above, any of its URLs. */
  static String shown(URI url) {
    String port = url.getPort() < 0 ? "" : ":" + url.getPort();
    String query = url.getRawQuery() == null ? "" : "?...";
    return url.getScheme() + "://" + url.getHost() + port + url.getRawPath() + query;
  }

  /** Role, URL and names of the headers; nothing that may be secret. */
  @Override
  public String toString() {
    return role + " at " + shownUrl() + ", " + revision.id() + ", headers " + headers.keySet();
  }
}
