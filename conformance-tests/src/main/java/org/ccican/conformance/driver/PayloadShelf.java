package org.ccican.conformance.driver;

import java.util.Arrays;
import java.util.Map;
import org.ccican.conformance.specimen.Contents;
import org.ccican.role.Message;
import org.ccican.role.RoleId;
import org.ccican.transport.Endpoint;
import org.ccican.transport.HttpCall;
import org.ccican.transport.HttpReply;

/**
 * The suite in the place of a server of payloads, beside the repository: {@code GET
 * payloads/content-a}.
 */
final class PayloadShelf implements Endpoint {

  static final String RESOURCE = "payloads";

  /** Whoever answers a call: this shelf, or the role that it was meant for. */
  static Endpoint before(HttpCall call, Endpoint role) {
    return call.to() == RoleId.MIDDLEWARE_REPOSITORY && call.resource().equals(RESOURCE)
        ? new PayloadShelf()
        : role;
  }

  @Override
  public HttpReply handle(HttpCall call) {
    return Arrays.stream(Contents.values())
        .filter(each -> call.method().equals("GET") && each.file().equals(call.item()))
        .map(each -> new HttpReply(200, Map.of("content-type", Message.OCTETS), each.octets()))
        .findFirst()
        .orElse(HttpReply.empty(404));
  }
}
