package org.ccican.role;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ccican.check.Checks;
import org.ccican.cose.CoseKey;
import org.ccican.cose.Crypto;
import org.ccican.program.Program;
import org.ccican.reject.Rejected;
import org.ccican.suit.SuitComponentId;
import org.ccican.suit.SuitDevice;
import org.ccican.suit.SuitSigner;
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
 * @param device what SUIT manifests are compared with, and who may sign them
 * @param verifiers whose attestation results about a TAM it believes
 * @param tamEncryption the TAM's key for what only the TAM may read
 * @param options how it does what the protocol leaves to it
 * @param unpack turns a package's payload into middleware
 */
public record AgentImage(
    String name,
    List<CoseKey> tamKeys,
    SuitDevice device,
    List<CoseKey> verifiers,
    Optional<CoseKey> tamEncryption,
    AgentOptions options,
    Program unpack) {

  private static final String SHAPE = "agent.image.shape";

  public AgentImage {
    tamKeys = List.copyOf(tamKeys);
    verifiers = List.copyOf(verifiers);
  }

  /** The same Agent that calls itself something else. */
  public AgentImage named(String other) {
    return new AgentImage(other, tamKeys, device, verifiers, tamEncryption, options, unpack);
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
        device(Fields.of(fields.item("device"), SHAPE), crypto, checks),
        keys(fields.array("verifiers"), crypto, checks),
        keys(fields.array("tam-encryption"), crypto, checks).stream().findFirst(),
        AgentOptions.parse(fields.item("options")),
        new Program(fields.octets("unpack")));
  }

  public Bytes encode() {
    return Cbor.map()
        .put("name", Cbor.text(name))
        .put("tam-keys", array(tamKeys))
        .put("device", deviceItem())
        .put("verifiers", array(verifiers))
        .put("tam-encryption", array(tamEncryption.stream().toList()))
        .put("options", options.toCbor())
        .put("unpack", Cbor.octets(unpack.code()))
        .build()
        .encode();
  }

  /** Everything but the keys for encrypted payloads, which are no part of a public image. */
  private Cbor deviceItem() {
    List<Cbor> signers = new ArrayList<>();
    for (SuitSigner signer : device.signers()) {
      signers.add(
          Cbor.map()
              .put("key", signer.key().toCbor())
              .put("rights", items(signer.rights()))
              .build());
    }
    return Cbor.map()
        .put("vendor-id", Cbor.octets(device.vendorId()))
        .put("class-id", Cbor.octets(device.classId()))
        .put("device-id", Cbor.octets(device.deviceId().orElse(Bytes.EMPTY)))
        .put("signers", Cbor.array(signers))
        .put("places", items(device.places()))
        .build();
  }

  private static SuitDevice device(Fields fields, Crypto crypto, Checks checks) throws Rejected {
    List<SuitSigner> signers = new ArrayList<>();
    for (Cbor item : fields.array("signers")) {
      Fields signer = Fields.of(item, SHAPE);
      signers.add(
          new SuitSigner(
              CoseKey.parse(signer.item("key"), crypto, checks), ids(signer.array("rights"))));
    }
    return new SuitDevice(
        fields.octets("vendor-id"),
        fields.octets("class-id"),
        Optional.of(fields.octets("device-id")).filter(id -> !id.isEmpty()),
        signers,
        ids(fields.array("places")),
        List.of());
  }

  private static Cbor items(List<SuitComponentId> ids) {
    return Cbor.array(ids.stream().<Cbor>map(SuitComponentId::toCbor).toList());
  }

  private static List<SuitComponentId> ids(List<Cbor> items) throws Rejected {
    List<SuitComponentId> ids = new ArrayList<>();
    for (Cbor item : items) {
      ids.add(SuitComponentId.parse(item, SHAPE));
    }
    return ids;
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
