package org.ccican.transport;

/** Whatever answers calls: a role, or somebody standing in front of one. */
@FunctionalInterface
public interface Endpoint {

  HttpReply handle(HttpCall call);

  /** Stands in front of an endpoint: may look, alter, hold back, repeat. */
  @FunctionalInterface
  interface Interceptor {

    HttpReply around(HttpCall call, Endpoint next);

    /** Passes everything on. */
    static Interceptor none() {
      return (call, next) -> next.handle(call);
    }
  }

  /** This endpoint with each connection closed after one exchange. */
  default Endpoint closing() {
    return call -> handle(call).withHeader("connection", "close");
  }

  /** This endpoint with somebody in front. */
  default Endpoint behind(Interceptor interceptor) {
    return call -> interceptor.around(call, this);
  }
}
