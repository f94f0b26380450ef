package org.ccican.conformance.matrix;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ccican.check.Checks;
import org.ccican.cose.CoseAlgorithm;
import org.ccican.cose.CoseEncrypt;
import org.ccican.cose.CoseKey;
import org.ccican.cose.CoseSign1;
import org.ccican.cose.Crypto;
import org.ccican.format.sevsnp.SevSnpIdentity;
import org.ccican.reject.Rejected;
import org.ccican.suit.MemorySuitStore;
import org.ccican.suit.SuitComponentId;
import org.ccican.suit.SuitDevice;
import org.ccican.suit.SuitEnvelope;
import org.ccican.suit.SuitOutcome;
import org.ccican.suit.SuitProcessor;
import org.ccican.suit.SuitSigner;
import org.ccican.teep.TeepCodec;
import org.ccican.teep.WireRevision;
import org.ccican.wire.Bytes;
import org.ccican.wire.Cbor;
import org.ccican.wire.CborDecoder;
import org.ccican.wire.CborLimits;
import org.ccican.wire.CborProfile;
import org.ccican.wire.Fields;
import org.ccican.wire.JsonDecoder;
import org.ccican.wire.JsonLimits;

/**
 * Encodings, signatures, TEEP messages and manifests as their readers want them: what a file's
 * comment says of its reader is said here once more, in the reference's terms.
 *
 * @param form of a message vector
 */
record DecoderInput(String form, MessageKeys keys, Crypto crypto, Checks checks) {

  private static final CborLimits FEW = new CborLimits(48, 4, 16, 16, 12);
  private static final JsonLimits FEW_IN_JSON = new JsonLimits(48, 4, 16);
  private static final Bytes VENDOR = Bytes.hex("c0ddd5f15243566087db4f5b0aa26c2f");
  private static final Bytes CLASS = Bytes.hex("db42f7093d8c55baa8c5265fc5820f4e");
  private static final Bytes DEVICE = Bytes.hex("00112233445566778899aabbccddeeff");
  private static final String SHAPE = "cbor.well-formed";

  /**
   * @throws Rejected as the reader does
   */
  void read(Bytes input) throws Rejected {
    switch (form) {
      case "cbor-valid" -> decode(input, CborProfile.VALID);
      case "cbor-definite" -> decode(input, CborProfile.DEFINITE);
      case "cbor-deterministic" -> decode(input, CborProfile.DETERMINISTIC);
      case "cbor-small" -> new CborDecoder(checks, FEW).decode(input, CborProfile.VALID);
      case "json" -> JsonDecoder.decode(input, checks);
      case "json-small" -> JsonDecoder.decode(input, FEW_IN_JSON, checks);
      case "cose-key" -> CoseKey.parse(item(input), crypto, checks);
      case "cose-sign1" -> CoseSign1.parse(input, checks).verify(keys.first(), allowed(), checks);
      case "cose-detached" -> {
        List<Bytes> parts = parts(input);
        CoseSign1.parse(parts.get(0), checks)
            .verifyDetached(parts.get(1), keys.first(), allowed(), checks);
      }
      case "cose-encrypt" -> {
        List<Bytes> parts = parts(input);
        CoseEncrypt.parse(parts.get(0), checks)
            .decryptDetached(parts.get(1), keys.own().get(0), CoseEncrypt.PAYLOAD, crypto, checks);
      }
      case "cose-encrypt-inside" ->
          CoseEncrypt.parse(input, checks)
              .decrypt(keys.own().get(0), CoseEncrypt.PAYLOAD, crypto, checks);
      case "teep" -> new TeepCodec(WireRevision.TEEP_26, checks).decode(input);
      case "suit" -> install(input);
      case "suit-tagged" ->
          SuitEnvelope.parseTagged(input, checks).authenticate(keys.trusted(), allowed(), checks);
      case "sev-snp-id-block" -> launch(item(input));
      default -> throw new IllegalStateException("form " + form);
    }
  }

  private static Set<CoseAlgorithm> allowed() {
    return SuitProcessor.ALGORITHMS;
  }

  private void decode(Bytes input, CborProfile profile) throws Rejected {
    new CborDecoder(checks).decode(input, profile);
  }

  private void install(Bytes input) throws Rejected {
    SuitSigner signer =
        new SuitSigner(keys.first(), List.of(SuitComponentId.of("tc"), SuitComponentId.of("lib")));
    SuitDevice device =
        new SuitDevice(
            VENDOR,
            CLASS,
            Optional.of(DEVICE),
            List.of(signer),
            List.of(
                SuitComponentId.of("tc"), SuitComponentId.of("lib"), SuitComponentId.of("other")),
            keys.own());
    SuitOutcome outcome =
        new SuitProcessor(checks, crypto, device, new MemorySuitStore()).update(input);
    if (outcome.refusal().isPresent()) {
      throw outcome.refusal().get();
    }
  }

  private void launch(Cbor item) throws Rejected {
    List<Cbor> parts = Fields.array(item, SHAPE);
    SevSnpIdentity.verify(
        new SevSnpIdentity.Claim(
            Fields.octets(parts.get(0), SHAPE),
            Fields.octets(parts.get(1), SHAPE),
            parts.get(2).equals(Cbor.bool(true))),
        Fields.octets(parts.get(3), SHAPE),
        Fields.integer(parts.get(4), SHAPE),
        crypto,
        checks);
  }

  /** The byte strings of an array, in which messages and what goes with them stand. */
  private static List<Bytes> parts(Bytes input) throws Rejected {
    return Fields.octetsList(item(input), SHAPE);
  }

  private static Cbor item(Bytes input) throws Rejected {
    return new CborDecoder(Checks.unbroken()).decode(input, CborProfile.VALID);
  }
}
