package org.ccican.role;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.ccican.cose.CoseCurve;
import org.ccican.reject.Reason;
import org.ccican.reject.Rejected;
import org.ccican.teep.Freshness;
import org.ccican.teep.SuitCoseProfileId;
import org.ccican.wire.Cbor;
import org.ccican.wire.Fields;

/**
 * How a TEEP Agent does what the protocol leaves to it (teep-protocol sections 4.6, 7.2, 8 and 9).
 * Part of the image, so that it is measured.
 *
 * @param curve of the key that signs its messages, and so its cipher suite: P-256 or Ed25519
 * @param attestsTam whether a TAM must have itself attested before it is answered
 * @param tokens whether Evidence is an EAT of the Agent's own around what the hardware gives
 * @param encryptsEvidence whether attestation payloads are encrypted to the TAM
 * @param reports how SUIT Reports go to the TAM
 * @param profile the one profile that it has for reports and payloads
 * @param freshness the mechanisms that it has
 * @param extensions what it lists as supported; the protocol defines none
 * @param versions of the protocol that it speaks
 * @param tamUris where it goes of its own accord; the first wins over what a Broker supplies
 * @param unsolicited whether it sends a QueryResponse without being asked where it may
 */
public record AgentOptions(
    CoseCurve curve,
    boolean attestsTam,
    boolean tokens,
    boolean encryptsEvidence,
    Protection reports,
    SuitCoseProfileId profile,
    List<Long> freshness,
    List<Long> extensions,
    List<Long> versions,
    List<String> tamUris,
    boolean unsolicited) {

  private static final String SHAPE = "agent.image.shape";

  /** How a SUIT Report is protected beside the message that it stands in. */
  public enum Protection {
    PLAIN,
    SIGNED,
    ENCRYPTED
  }

  public AgentOptions {
    Objects.requireNonNull(curve);
    Objects.requireNonNull(reports);
    Objects.requireNonNull(profile);
    freshness = List.copyOf(freshness);
    extensions = List.copyOf(extensions);
    versions = List.copyOf(versions);
    tamUris = List.copyOf(tamUris);
  }

  /** P-256, nothing encrypted, no extension, whatever TAM the Broker names. */
  public static AgentOptions standard() {
    return new AgentOptions(
        CoseCurve.P256,
        false,
        false,
        false,
        Protection.PLAIN,
        SuitCoseProfileId.P256_A128CTR,
        List.of(Freshness.NONCE, Freshness.TIMESTAMP),
        List.of(),
        List.of(0L),
        List.of(),
        false);
  }

  public AgentOptions withCurve(CoseCurve value) {
    return new AgentOptions(
        value,
        attestsTam,
        tokens,
        encryptsEvidence,
        reports,
        profile,
        freshness,
        extensions,
        versions,
        tamUris,
        unsolicited);
  }

  /** The same Agent that has its TAM attested. */
  public AgentOptions attestingTam() {
    return new AgentOptions(
        curve,
        true,
        tokens,
        encryptsEvidence,
        reports,
        profile,
        freshness,
        extensions,
        versions,
        tamUris,
        unsolicited);
  }

  /** The same Agent that gives its Evidence as an EAT. */
  public AgentOptions givingTokens() {
    return new AgentOptions(
        curve,
        attestsTam,
        true,
        encryptsEvidence,
        reports,
        profile,
        freshness,
        extensions,
        versions,
        tamUris,
        unsolicited);
  }

  /** The same Agent that protects what it sends about itself in the given ways. */
  public AgentOptions protecting(boolean evidence, Protection suitReports, SuitCoseProfileId with) {
    return new AgentOptions(
        curve,
        attestsTam,
        tokens,
        evidence,
        suitReports,
        with,
        freshness,
        extensions,
        versions,
        tamUris,
        unsolicited);
  }

  public AgentOptions withFreshness(List<Long> mechanisms) {
    return new AgentOptions(
        curve,
        attestsTam,
        tokens,
        encryptsEvidence,
        reports,
        profile,
        mechanisms,
        extensions,
        versions,
        tamUris,
        unsolicited);
  }

  public AgentOptions withExtensions(List<Long> supported) {
    return new AgentOptions(
        curve,
        attestsTam,
        tokens,
        encryptsEvidence,
        reports,
        profile,
        freshness,
        supported,
        versions,
        tamUris,
        unsolicited);
  }

  /**
   * @param uris where it goes of its own accord
   * @param mayBegin whether it sends a QueryResponse without being asked where it may
   */
  public AgentOptions goingTo(List<String> uris, boolean mayBegin) {
    return new AgentOptions(
        curve,
        attestsTam,
        tokens,
        encryptsEvidence,
        reports,
        profile,
        freshness,
        extensions,
        versions,
        uris,
        mayBegin);
  }

  static AgentOptions parse(Cbor item) throws Rejected {
    Fields fields = Fields.of(item, SHAPE);
    return new AgentOptions(
        at(CoseCurve.values(), fields.integer("curve")),
        flag(fields, "attests-tam"),
        flag(fields, "tokens"),
        flag(fields, "encrypts-evidence"),
        at(Protection.values(), fields.integer("reports")),
        at(SuitCoseProfileId.values(), fields.integer("profile")),
        integers(fields.array("freshness")),
        integers(fields.array("extensions")),
        integers(fields.array("versions")),
        texts(fields.array("tam-uris")),
        flag(fields, "unsolicited"));
  }

  Cbor toCbor() {
    return Cbor.map()
        .put("curve", Cbor.integer(curve.ordinal()))
        .put("attests-tam", Cbor.bool(attestsTam))
        .put("tokens", Cbor.bool(tokens))
        .put("encrypts-evidence", Cbor.bool(encryptsEvidence))
        .put("reports", Cbor.integer(reports.ordinal()))
        .put("profile", Cbor.integer(profile.ordinal()))
        .put("freshness", integerArray(freshness))
        .put("extensions", integerArray(extensions))
        .put("versions", integerArray(versions))
        .put("tam-uris", Cbor.array(tamUris.stream().<Cbor>map(Cbor::text).toList()))
        .put("unsolicited", Cbor.bool(unsolicited))
        .build();
  }

  private static Cbor integerArray(List<Long> values) {
    return Cbor.array(values.stream().<Cbor>map(Cbor::integer).toList());
  }

  private static <T> T at(T[] values, long index) throws Rejected {
    if (index < 0 || index >= values.length) {
      throw new Rejected(Reason.OUT_OF_RANGE, SHAPE, "no choice " + index);
    }
    return values[(int) index];
  }

  private static boolean flag(Fields fields, String label) throws Rejected {
    return fields
        .findBool(label)
        .orElseThrow(() -> new Rejected(Reason.MISSING_FIELD, SHAPE, "no field " + label));
  }

  private static List<Long> integers(List<Cbor> items) throws Rejected {
    List<Long> values = new ArrayList<>();
    for (Cbor item : items) {
      values.add(Fields.integer(item, SHAPE));
    }
    return values;
  }

  private static List<String> texts(List<Cbor> items) throws Rejected {
    List<String> values = new ArrayList<>();
    for (Cbor item : items) {
      values.add(Fields.text(item, SHAPE));
    }
    return values;
  }
}
