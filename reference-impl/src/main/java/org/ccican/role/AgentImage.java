package org.ccican.role;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ccican.check.Checks;
import org.ccican.cose.CoseKey;
import org.ccican.cose.Crypto;
import org.ccican.program.Program;
import org.ccican.reject.Rejected;
import org.ccican.wire.Bytes;
import org.ccican.wire.Cbor;
import org.ccican.wire.CborDecoder;
import org.ccican.wire.CborProfile;
import org.ccican.wire.Fields;

/**
 * The TEEP Agent as octets: deterministic CBOR that is loaded and measured at launch. Whatever the
 * Agent later does, it does with what stands here, so that no octet can change without a change of
 * both behaviour and evidence.
 *
 * @param name what the Agent calls itself when it reports success
 * @param tamKeys whose TEEP messages it obeys
 * @param signers whose SUIT manifests it installs
 * @param vendorId 16 octets, compared by SUIT's vendor condition
 * @param classId 16 octets, compared by SUIT's class condition
 * @param verifiers whose attestation results about a TAM it believes
 * @param tamEncryption the TAM's key for what only the TAM may read
 * @param options how it does what the protocol leaves to it
 * @param unpack turns a package's payload into middleware
 */
public record AgentImage(
    String name,
    List<CoseKey> tamKeys,
    List<CoseKey> signers,
    Bytes vendorId,
    Bytes classId,
    List<CoseKey> verifiers,
    Optional<CoseKey> tamEncryption,
    AgentOptions options,
    Program unpack) {

  private static final String SHAPE = "agent.image.shape";

  public AgentImage {
    tamKeys = List.copyOf(tamKeys);
    signers = List.copyOf(signers);
    verifiers = List.copyOf(verifiers);
  }

  /** The same Agent that calls itself something else. */
  public AgentImage named(String other) {
    return new AgentImage(
        other, tamKeys, signers, vendorId, classId, verifiers, tamEncryption, options, unpack);
  }

  /**
   * @throws Rejected if the octets are no Agent; then nothing starts
   */
  public static AgentImage parse(Bytes octets, Crypto crypto, Checks checks) throws Rejected {
    Cbor item = new CborDecoder(checks).decode(octets, CborProfile.DETERMINISTIC);
    Fields fields = Fields.of(item, SHAPE);
    return new AgentImage(
        fields.text("name"),
        keys(fields.array("tam-keys"), crypto, checks),
        keys(fields.array("signers"), crypto, checks),
        fields.octets("vendor-id"),
        fields.octets("class-id"),
        keys(fields.array("verifiers"), crypto, checks),
        keys(fields.array("tam-encryption"), crypto, checks).stream().findFirst(),
        AgentOptions.parse(fields.item("options")),
        new Program(fields.octets("unpack")));
  }

  public Bytes encode() {
    return Cbor.map()
        .put("name", Cbor.text(name))
        .put("tam-keys", array(tamKeys))
        .put("signers", array(signers))
        .put("vendor-id", Cbor.octets(vendorId))
        .put("class-id", Cbor.octets(classId))
        .put("verifiers", array(verifiers))
        .put("tam-encryption", array(tamEncryption.stream().toList()))
        .put("options", options.toCbor())
        .put("unpack", Cbor.octets(unpack.code()))
        .build()
        .encode();
  }

  private static Cbor array(List<CoseKey> keys) {
    return Cbor.array(keys.stream().<Cbor>map(CoseKey::toCbor).toList());
  }

  private static List<CoseKey> keys(List<Cbor> items, Crypto crypto, Checks checks)
      throws Rejected {
    List<CoseKey> keys = new ArrayList<>();
    for (Cbor item : items) {
      keys.add(CoseKey.parse(item, crypto, checks));
    }
    return keys;
  }
}
