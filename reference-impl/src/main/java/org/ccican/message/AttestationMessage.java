package org.ccican.message;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.ccican.check.Checks;
import org.ccican.reject.Rejected;
import org.ccican.wire.Bytes;
import org.ccican.wire.Cbor;
import org.ccican.wire.Fields;

/**
 * The messages of remote attestation (ccican-00 section 5) for which the draft names no wire
 * format, in the shape of {@link ProvisioningMessage}. Evidence itself travels as a CMW collection.
 */
public sealed interface AttestationMessage {

  Bytes encode();

  /** Application owner to middleware, resource {@code attestation}: prove who you are (5(1)). */
  record AttestationRequest(Bytes nonce) implements AttestationMessage {

    public static AttestationRequest parse(Bytes octets, Checks checks) throws Rejected {
      return new AttestationRequest(Shape.read(octets, checks).octets("nonce"));
    }

    @Override
    public Bytes encode() {
      return Cbor.map().put("nonce", Cbor.octets(nonce)).build().encode();
    }
  }

  /**
   * Middleware or TEEP Agent to Attesting Environment, resource {@code evidence} (5(2)).
   *
   * @param environment whose evidence is wanted
   * @param reportData 64 octets that the evidence shall carry
   */
  record EvidenceRequest(Bytes environment, Bytes reportData) implements AttestationMessage {

    public static EvidenceRequest parse(Bytes octets, Checks checks) throws Rejected {
      Fields fields = Shape.read(octets, checks);
      return new EvidenceRequest(fields.octets("environment"), fields.octets("report-data"));
    }

    @Override
    public Bytes encode() {
      return Cbor.map()
          .put("environment", Cbor.octets(environment))
          .put("report-data", Cbor.octets(reportData))
          .build()
          .encode();
    }
  }

  /**
   * Attesting Environment to whoever asked.
   *
   * @param format media type of the evidence
   * @param endorsements DER certificates, the signer's first, never a root
   * @param registerLog what was extended into the hardware's registers, where it has some
   */
  record EvidenceAnswer(
      String format, Bytes evidence, List<Bytes> endorsements, Optional<Bytes> registerLog)
      implements AttestationMessage {

    public EvidenceAnswer {
      endorsements = List.copyOf(endorsements);
    }

    /** The answer of hardware without registers. */
    public EvidenceAnswer(String format, Bytes evidence, List<Bytes> endorsements) {
      this(format, evidence, endorsements, Optional.empty());
    }

    public static EvidenceAnswer parse(Bytes octets, Checks checks) throws Rejected {
      Fields fields = Shape.read(octets, checks);
      return new EvidenceAnswer(
          fields.text("format"),
          fields.octets("evidence"),
          Fields.octetsList(fields.item("endorsements"), Shape.SHAPE),
          fields.findOctets("register-log"));
    }

    @Override
    public Bytes encode() {
      return Cbor.map()
          .put("format", Cbor.text(format))
          .put("evidence", Cbor.octets(evidence))
          .put("endorsements", Cbor.array(endorsements.stream().map(Cbor::octets).toList()))
          .put("register-log", registerLog.map(Cbor::octets))
          .build()
          .encode();
    }
  }

  /**
   * Application owner or TAM to Verifier, resource {@code appraisals}.
   *
   * @param evidence a CMW: a collection as received, or a record around what is none, with its
   *     media type
   * @param nonce what the asker sent out; empty if it cannot tell what the evidence answers
   * @param channelKey SHA-256 of the SubjectPublicKeyInfo at the other end of the asker's TLS
   *     channel
   * @param required components that must have been installed by now
   * @param components what the asker expects besides the reference values: component name to digest
   * @param profile {@code teep} for a result in the TEEP profile of EAT, {@code jwt} for an EAR in
   *     JSON
   */
  record AppraisalRequest(
      Bytes evidence,
      Bytes nonce,
      Optional<Bytes> channelKey,
      List<String> required,
      Map<String, Bytes> components,
      Optional<String> profile)
      implements AttestationMessage {

    public static final String TEEP = "teep";

    /** For an EAR in a JWT, about evidence that carries the nonce itself where it has no claims. */
    public static final String JWT = "jwt";

    /** A request for a result of the usual kind. */
    public AppraisalRequest(
        Bytes evidence,
        Bytes nonce,
        Optional<Bytes> channelKey,
        List<String> required,
        Map<String, Bytes> components) {
      this(evidence, nonce, channelKey, required, components, Optional.empty());
    }

    /** A request of a TAM or Agent, for a result in the TEEP profile. */
    public static AppraisalRequest teep(Bytes evidence, Bytes nonce) {
      return new AppraisalRequest(
          evidence, nonce, Optional.empty(), List.of(), Map.of(), Optional.of(TEEP));
    }

    /** A request through the Veraison API, which knows evidence and nonce alone. */
    public static AppraisalRequest jwt(Bytes evidence, Bytes nonce) {
      return new AppraisalRequest(
          evidence, nonce, Optional.empty(), List.of(), Map.of(), Optional.of(JWT));
    }

    public AppraisalRequest {
      required = List.copyOf(required);
      components = Map.copyOf(components);
    }

    /** Whether the result is wanted as a JWT. */
    public boolean isJwt() {
      return profile.equals(Optional.of(JWT));
    }

    public static AppraisalRequest parse(Bytes octets, Checks checks) throws Rejected {
      Fields fields = Shape.read(octets, checks);
      Fields named = Fields.of(fields.item("components"), Shape.SHAPE);
      Map<String, Bytes> components = new TreeMap<>();
      for (Cbor.Entry entry : named.map().entries()) {
        components.put(
            Fields.text(entry.key(), Shape.SHAPE), Fields.octets(entry.value(), Shape.SHAPE));
      }
      List<String> required = new ArrayList<>();
      for (Cbor name : fields.array("required")) {
        required.add(Fields.text(name, Shape.SHAPE));
      }
      return new AppraisalRequest(
          fields.octets("evidence"),
          fields.octets("nonce"),
          fields.findOctets("channel-key"),
          required,
          components,
          fields.findText("profile"));
    }

    @Override
    public Bytes encode() {
      List<Cbor.Entry> named = new ArrayList<>();
      components.forEach(
          (name, digest) -> named.add(new Cbor.Entry(Cbor.text(name), Cbor.octets(digest))));
      Cbor.MapBuilder map =
          Cbor.map()
              .put("evidence", Cbor.octets(evidence))
              .put("nonce", Cbor.octets(nonce))
              .put("required", Cbor.array(required.stream().map(Cbor::text).toList()))
              .put("components", Cbor.map(named));
      channelKey.ifPresent(key -> map.put("channel-key", Cbor.octets(key)));
      profile.ifPresent(name -> map.put("profile", Cbor.text(name)));
      return map.build().encode();
    }
  }

  /**
   * Middleware to application owner, answer to resource {@code application}: it is installed.
   *
   * @param digest SHA-256 of the application
   * @param middleware name and version of what runs it
   */
  record Deployed(Bytes digest, String middleware) implements AttestationMessage {

    public static Deployed parse(Bytes octets, Checks checks) throws Rejected {
      Fields fields = Shape.read(octets, checks);
      return new Deployed(fields.octets("digest"), fields.text("middleware"));
    }

    @Override
    public Bytes encode() {
      return Cbor.map()
          .put("digest", Cbor.octets(digest))
          .put("middleware", Cbor.text(middleware))
          .build()
          .encode();
    }
  }

  /**
   * Middleware to application owner in place of an answer: send me this. No step of the draft lets
   * middleware ask; a conformant owner never obeys before it has appraised.
   */
  record SecretRequest(String wanted) implements AttestationMessage {

    public static SecretRequest parse(Bytes octets, Checks checks) throws Rejected {
      return new SecretRequest(Shape.read(octets, checks).text("wanted"));
    }

    @Override
    public Bytes encode() {
      return Cbor.map().put("wanted", Cbor.text(wanted)).build().encode();
    }
  }
}
