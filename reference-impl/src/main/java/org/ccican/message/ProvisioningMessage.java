package org.ccican.message;

import java.util.Optional;
import org.ccican.check.Checks;
import org.ccican.reject.Rejected;
import org.ccican.wire.Bytes;
import org.ccican.wire.Cbor;
import org.ccican.wire.Fields;

/**
 * The messages of environment provisioning (ccican-00 section 4) for which the draft names no wire
 * format. Each is one deterministic CBOR map with text labels, the labels being the names of the
 * record's components with hyphens, sent as {@code application/vnd.ccican+cbor}. A request id is an
 * octet string of 1 to 64 octets, chosen by the application owner and carried through.
 */
public sealed interface ProvisioningMessage {

  Bytes encode();

  /** Whoever operates the application owner, resource {@code sessions}: begin. */
  record Start(String applicationType, String hardwareType) implements ProvisioningMessage {

    public static Start parse(Bytes octets, Checks checks) throws Rejected {
      Fields fields = Shape.read(octets, checks);
      return new Start(fields.text("application-type"), fields.text("hardware-type"));
    }

    @Override
    public Bytes encode() {
      return Cbor.map()
          .put("application-type", Cbor.text(applicationType))
          .put("hardware-type", Cbor.text(hardwareType))
          .build()
          .encode();
    }
  }

  /** Application owner to M/OC, resource {@code requests}: a place to compute is wanted (4(1)). */
  record ResourceRequest(Bytes request, String applicationType, String hardwareType)
      implements ProvisioningMessage {

    public static ResourceRequest parse(Bytes octets, Checks checks) throws Rejected {
      Fields fields = Shape.read(octets, checks);
      return new ResourceRequest(
          Shape.request(fields), fields.text("application-type"), fields.text("hardware-type"));
    }

    @Override
    public Bytes encode() {
      return Shape.typed(request, applicationType, hardwareType).build().encode();
    }
  }

  /** M/OC to application owner: where the middleware answers. */
  record ResourceGrant(Bytes request, String middleware) implements ProvisioningMessage {

    public static ResourceGrant parse(Bytes octets, Checks checks) throws Rejected {
      Fields fields = Shape.read(octets, checks);
      return new ResourceGrant(Shape.request(fields), fields.text("middleware"));
    }

    @Override
    public Bytes encode() {
      return Cbor.map()
          .put("request", Cbor.octets(request))
          .put("middleware", Cbor.text(middleware))
          .build()
          .encode();
    }
  }

  /** M/OC to TAM, resource {@code placements}: choose middleware for this request (4(1)). */
  record PlacementRequest(Bytes request, String applicationType, String hardwareType)
      implements ProvisioningMessage {

    public static PlacementRequest parse(Bytes octets, Checks checks) throws Rejected {
      Fields fields = Shape.read(octets, checks);
      return new PlacementRequest(
          Shape.request(fields), fields.text("application-type"), fields.text("hardware-type"));
    }

    @Override
    public Bytes encode() {
      return Shape.typed(request, applicationType, hardwareType).build().encode();
    }
  }

  /** TAM to M/OC: the middleware chosen and the URI at which the Broker opens its TEEP session. */
  record Placement(Bytes request, String tamUri, String middleware) implements ProvisioningMessage {

    public static Placement parse(Bytes octets, Checks checks) throws Rejected {
      Fields fields = Shape.read(octets, checks);
      return new Placement(
          Shape.request(fields), fields.text("tam-uri"), fields.text("middleware"));
    }

    @Override
    public Bytes encode() {
      return Cbor.map()
          .put("request", Cbor.octets(request))
          .put("tam-uri", Cbor.text(tamUri))
          .put("middleware", Cbor.text(middleware))
          .build()
          .encode();
    }
  }

  /** TAM to middleware repository, resource {@code middleware}: what fits these types (3(9)). */
  record MiddlewareQuery(String applicationType, String hardwareType)
      implements ProvisioningMessage {

    public static MiddlewareQuery parse(Bytes octets, Checks checks) throws Rejected {
      Fields fields = Shape.read(octets, checks);
      return new MiddlewareQuery(fields.text("application-type"), fields.text("hardware-type"));
    }

    @Override
    public Bytes encode() {
      return Cbor.map()
          .put("application-type", Cbor.text(applicationType))
          .put("hardware-type", Cbor.text(hardwareType))
          .build()
          .encode();
    }
  }

  /**
   * Middleware repository to TAM.
   *
   * @param envelope a SUIT envelope with its payload, signed by the middleware's vendor
   */
  record MiddlewarePackage(String name, String applicationType, String hardwareType, Bytes envelope)
      implements ProvisioningMessage {

    public static MiddlewarePackage parse(Bytes octets, Checks checks) throws Rejected {
      Fields fields = Shape.read(octets, checks);
      return new MiddlewarePackage(
          fields.text("name"),
          fields.text("application-type"),
          fields.text("hardware-type"),
          fields.octets("envelope"));
    }

    @Override
    public Bytes encode() {
      return Cbor.map()
          .put("name", Cbor.text(name))
          .put("application-type", Cbor.text(applicationType))
          .put("hardware-type", Cbor.text(hardwareType))
          .put("envelope", Cbor.octets(envelope))
          .build()
          .encode();
    }
  }

  /**
   * M/OC to TEEP Broker, resource {@code wake-ups}: open a TEEP session with this TAM (4(2)).
   *
   * @param serverKey SHA-256 of the SubjectPublicKeyInfo of the TAM's server, for a URI of https
   */
  record WakeUp(
      Bytes request,
      String tamUri,
      String applicationType,
      String hardwareType,
      Optional<Bytes> serverKey)
      implements ProvisioningMessage {

    /** A wake-up that says nothing of the TAM's server. */
    public WakeUp(Bytes request, String tamUri, String applicationType, String hardwareType) {
      this(request, tamUri, applicationType, hardwareType, Optional.empty());
    }

    public static WakeUp parse(Bytes octets, Checks checks) throws Rejected {
      Fields fields = Shape.read(octets, checks);
      return new WakeUp(
          Shape.request(fields),
          fields.text("tam-uri"),
          fields.text("application-type"),
          fields.text("hardware-type"),
          fields.findOctets("server-key"));
    }

    @Override
    public Bytes encode() {
      return Shape.typed(request, applicationType, hardwareType)
          .put("tam-uri", Cbor.text(tamUri))
          .put("server-key", serverKey.map(Cbor::octets))
          .build()
          .encode();
    }
  }

  /** TEEP Broker to M/OC: the session has ended, the environment answers here. */
  record Provisioned(Bytes request, String middleware) implements ProvisioningMessage {

    public static Provisioned parse(Bytes octets, Checks checks) throws Rejected {
      Fields fields = Shape.read(octets, checks);
      return new Provisioned(Shape.request(fields), fields.text("middleware"));
    }

    @Override
    public Bytes encode() {
      return Cbor.map()
          .put("request", Cbor.octets(request))
          .put("middleware", Cbor.text(middleware))
          .build()
          .encode();
    }
  }

  /**
   * TEEP Broker to platform, resource {@code environments}: create one with a TEEP Agent (4(3)).
   */
  record CreateEnvironment(String hardwareType) implements ProvisioningMessage {

    public static CreateEnvironment parse(Bytes octets, Checks checks) throws Rejected {
      return new CreateEnvironment(Shape.read(octets, checks).text("hardware-type"));
    }

    @Override
    public Bytes encode() {
      return Cbor.map().put("hardware-type", Cbor.text(hardwareType)).build().encode();
    }
  }

  /**
   * Platform to Attesting Environment, resource {@code launches}: load and measure these octets.
   */
  record LaunchRequest(Bytes agentImage) implements ProvisioningMessage {

    public static LaunchRequest parse(Bytes octets, Checks checks) throws Rejected {
      return new LaunchRequest(Shape.read(octets, checks).octets("agent-image"));
    }

    @Override
    public Bytes encode() {
      return Cbor.map().put("agent-image", Cbor.octets(agentImage)).build().encode();
    }
  }

  /**
   * Attesting Environment to platform, and platform to Broker: the Targeting Environment runs.
   *
   * @param environment its id
   * @param agent where the TEEP Agent answers
   * @param middleware where the middleware answers, once there is one
   */
  record EnvironmentCreated(Bytes environment, String agent, String middleware)
      implements ProvisioningMessage {

    public static EnvironmentCreated parse(Bytes octets, Checks checks) throws Rejected {
      Fields fields = Shape.read(octets, checks);
      return new EnvironmentCreated(
          fields.octets("environment"), fields.text("agent"), fields.text("middleware"));
    }

    @Override
    public Bytes encode() {
      return Cbor.map()
          .put("environment", Cbor.octets(environment))
          .put("agent", Cbor.text(agent))
          .put("middleware", Cbor.text(middleware))
          .build()
          .encode();
    }
  }

  /**
   * Any role to whoever asked: no.
   *
   * @param reason a reason's id
   * @param check the check that refused
   */
  record Refusal(String reason, String check, String detail) implements ProvisioningMessage {

    public static Refusal parse(Bytes octets, Checks checks) throws Rejected {
      Fields fields = Shape.read(octets, checks);
      return new Refusal(fields.text("refused"), fields.text("check"), fields.text("detail"));
    }

    public static Refusal of(Rejected rejected) {
      return new Refusal(rejected.reason().id(), rejected.check(), rejected.getMessage());
    }

    @Override
    public Bytes encode() {
      return Cbor.map()
          .put("refused", Cbor.text(reason))
          .put("check", Cbor.text(check))
          .put("detail", Cbor.text(detail))
          .build()
          .encode();
    }
  }
}
