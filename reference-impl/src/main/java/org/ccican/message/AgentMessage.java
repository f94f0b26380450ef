package org.ccican.message;

import java.util.Optional;
import org.ccican.check.Checks;
import org.ccican.reject.Rejected;
import org.ccican.wire.Bytes;
import org.ccican.wire.Cbor;
import org.ccican.wire.Fields;

/**
 * What a TEEP Broker asks of a TEEP Agent beside TEEP messages: the conceptual API of RFC 9397
 * section 6.2.1. Each is one deterministic CBOR map with text labels.
 */
public sealed interface AgentMessage {

  Bytes encode();

  /**
   * Resource {@code component-requests}: RequestTA, naming the component that the application type
   * needs.
   *
   * @param tamUri where the caller thinks that it can be had
   * @param binary where the binary is there already, the sequence number of the manifest that it
   *     waits for
   */
  record ComponentRequest(String applicationType, Optional<String> tamUri, Optional<Long> binary)
      implements AgentMessage {

    /** A request for a component of which nothing is there. */
    public ComponentRequest(String applicationType, Optional<String> tamUri) {
      this(applicationType, tamUri, Optional.empty());
    }

    /** A request by a caller who knows of no TAM. */
    public ComponentRequest(String applicationType) {
      this(applicationType, Optional.empty());
    }

    public static ComponentRequest parse(Bytes octets, Checks checks) throws Rejected {
      Fields fields = Shape.read(octets, checks);
      return new ComponentRequest(
          fields.text("application-type"),
          fields.findText("tam-uri"),
          fields.findInteger("binary"));
    }

    @Override
    public Bytes encode() {
      return typed(applicationType, tamUri)
          .put("binary", binary.map(Cbor::integer))
          .build()
          .encode();
    }
  }

  /**
   * Resource {@code component-releases}: UnrequestTA, for a component that no application needs any
   * more.
   *
   * @param tamUri where the caller thinks that it was had from
   */
  record ComponentRelease(String applicationType, Optional<String> tamUri) implements AgentMessage {

    public static ComponentRelease parse(Bytes octets, Checks checks) throws Rejected {
      Fields fields = Shape.read(octets, checks);
      return new ComponentRelease(fields.text("application-type"), fields.findText("tam-uri"));
    }

    @Override
    public Bytes encode() {
      return typed(applicationType, tamUri).build().encode();
    }
  }

  /**
   * The Agent's answer to RequestTA, UnrequestTA and RequestPolicyCheck where it has one: go there.
   * No body at all says that there is nothing to do.
   *
   * @param tamUri wins over what the caller supplied
   * @param message to be sent first, in place of the empty request
   */
  record Contact(String tamUri, Optional<Bytes> message) implements AgentMessage {

    public static Contact parse(Bytes octets, Checks checks) throws Rejected {
      Fields fields = Shape.read(octets, checks);
      return new Contact(fields.text("tam-uri"), fields.findOctets("message"));
    }

    @Override
    public Bytes encode() {
      Cbor.MapBuilder map = Cbor.map().put("tam-uri", Cbor.text(tamUri));
      message.ifPresent(octets -> map.put("message", Cbor.octets(octets)));
      return map.build().encode();
    }
  }

  private static Cbor.MapBuilder typed(String applicationType, Optional<String> tamUri) {
    return Cbor.map()
        .put("application-type", Cbor.text(applicationType))
        .put("tam-uri", tamUri.map(Cbor::text));
  }
}
