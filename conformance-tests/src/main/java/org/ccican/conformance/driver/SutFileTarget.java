package org.ccican.conformance.driver;

import java.net.URI;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
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
 * @param wire which revision of the TEEP protocol it speaks: {@code teep-26}
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
    String wire,
    Duration connectTimeout,
    Duration responseTimeout,
    int responseLimit) {

  public SutFileTarget {
    Objects.requireNonNull(role);
    Objects.requireNonNull(url);
    Objects.requireNonNull(credentials);
    Objects.requireNonNull(key);
    headers = Collections.unmodifiableSortedMap(new TreeMap<>(headers));
    Objects.requireNonNull(wire);
    Objects.requireNonNull(connectTimeout);
    Objects.requireNonNull(responseTimeout);
  }

  /** The URL without what may be secret in it, for reports and messages. */
  public String shownUrl() {
    String port = url.getPort() < 0 ? "" : ":" + url.getPort();
    String query = url.getRawQuery() == null ? "" : "?...";
    return url.getScheme() + "://" + url.getHost() + port + url.getRawPath() + query;
  }

  /** Role, URL and names of the headers; nothing that may be secret. */
  @Override
  public String toString() {
    return role + " at " + shownUrl() + ", " + wire + ", headers " + headers.keySet();
  }
}
