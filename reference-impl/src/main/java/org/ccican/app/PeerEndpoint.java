package org.ccican.app;

import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ccican.check.Checks;
import org.ccican.transport.AllowedHosts;
import org.ccican.transport.Endpoint;
import org.ccican.transport.HttpCall;
import org.ccican.transport.HttpCaller;
import org.ccican.transport.HttpReply;

/**
 * Stands where a role of the reference would, and hands everything on to one elsewhere: {@code
 * URL/RESOURCE[/ITEM]}. No answer there is none here.
 */
final class PeerEndpoint implements Endpoint {

  /** Request headers that mean something to a role; what concerns the connection ends here. */
  private static final List<String> HANDED_ON =
      List.of("accept", "content-type", "ccican-from", "ccican-case");

  private static final List<String> HANDED_BACK = List.of("content-type");

  private final String url;
  private final HttpCaller caller;

  /**
   * @param url base of the role's resources
   * @param timeout real time for one whole answer
   */
  PeerEndpoint(String url, Duration timeout) {
    this.url = url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    this.caller =
        new HttpCaller(
            HttpCaller.client(),
            role -> "",
            timeout,
            AllowedHosts.nobody().and(URI.create(url).getHost()),
            Checks.unbroken());
  }

  @Override
  public HttpReply handle(HttpCall call) {
    String item = call.item().isEmpty() ? "" : "/" + call.item();
    HttpReply reply =
        caller
            .send(
                call.method(),
                url + "/" + call.resource() + item,
                only(call.headers(), HANDED_ON),
                call.body())
            .reply();
    return new HttpReply(reply.status(), only(reply.headers(), HANDED_BACK), reply.body());
  }

  private static Map<String, String> only(Map<String, String> headers, List<String> names) {
    Map<String, String> kept = new HashMap<>(headers);
    kept.keySet().retainAll(names);
    return kept;
  }
}
