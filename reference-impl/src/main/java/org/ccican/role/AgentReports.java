package org.ccican.role;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ccican.check.Checks;
import org.ccican.cose.ContentAlgorithm;
import org.ccican.cose.CoseEncrypt;
import org.ccican.cose.CoseKey;
import org.ccican.cose.CoseSign1;
import org.ccican.cose.SigningKey;
import org.ccican.evidence.CmwCollection;
import org.ccican.reject.Rejected;
import org.ccican.suit.SuitReport;
import org.ccican.suit.SuitReporting;
import org.ccican.teep.WireRevision;
import org.ccican.wire.Bytes;
import org.ccican.wire.Cbor;

/**
 * What an Agent says about itself, protected as its options say: SUIT Reports with the nonce that
 * TEEP wants in them, and attestation payloads (teep-protocol sections 4.3, 4.5, 4.6 and 8.2).
 */
final class AgentReports {

  /** The record of a collection that holds the key of the reports, a COSE_Key. */
  static final String KEY = "report-key";

  private static final int SEED_SIZE = 32;

  private final AgentImage image;
  private final ContentAlgorithm cipher;
  private final SigningKey reportKey;
  private final SigningKey messageKey;
  private final Randomness randomness;
  private final SuitReporting reporting;
  private final Checks checks;

  /**
   * @param inside with the key that signs reports
   * @param messageKey signs messages, and reports only in an Agent that misbehaves
   */
  AgentReports(
      AgentImage image,
      WireRevision revision,
      TeepAgent.Inside inside,
      SigningKey messageKey,
      Checks checks) {
    this.image = image;
    this.cipher =
        ContentAlgorithm.find(revision.profile(image.options().profile()).encryption())
            .orElseThrow(() -> new IllegalStateException("a profile without cipher"));
    this.reportKey = inside.reportKey();
    this.messageKey = messageKey;
    this.randomness = inside.randomness();
    this.reporting = new SuitReporting(checks);
    this.checks = checks;
  }

  /**
   * Reports as they go into a message. One that refers to no manifest is of no use and left out.
   *
   * @param token of the message that is answered
   */
  List<Bytes> told(List<SuitReport> reports, Optional<Bytes> token) {
    List<Bytes> told = new ArrayList<>();
    for (SuitReport report : reports) {
      // spec| suit-report §4: a report is sent and refers to its manifest
      if (report.isReferring() && checks.keeps("suit.report.sent")) {
        told.add(protect(withNonce(reporting.told(report), token).encode()));
      }
    }
    return told;
  }

  private SuitReport withNonce(SuitReport report, Optional<Bytes> token) {
    // spec| teep-protocol-26 §4.3, §4.5, §4.6: the nonce of a report is the request's token
    return token.isPresent() && checks.keeps("agent.report.nonce")
        ? report.withNonce(token.get())
        : report;
  }

  private Bytes protect(Bytes report) {
    if (image.options().reports() == AgentOptions.Protection.PLAIN) {
      return report;
    }
    // spec| teep-protocol-26 §4.5: a report is not signed with the key of the messages
    SigningKey signer = checks.keeps("agent.report.key") ? reportKey : messageKey;
    Cbor.Map kid =
        Cbor.map().put(CoseSign1.KID, Cbor.octets(signer.publicKey().thumbprint())).build();
    // spec| suit-report §8: a report is the sole payload of its container
    Bytes alone =
        checks.keeps("agent.report.alone") ? report : Bytes.concat(report, Cbor.nil().encode());
    Bytes signed = CoseSign1.sign(signer, Cbor.map().build(), kid, alone).encode();
    // spec| teep-protocol-26 §8.2: a report is encrypted to the TAM
    return image.options().reports() == AgentOptions.Protection.ENCRYPTED
            && checks.keeps("agent.report.encrypted")
        ? sealed(signed, CoseEncrypt.REPORT)
        : signed;
  }

  /**
   * Evidence that names the key of the reports, where they are signed. Nobody attests that record:
   * the message that it stands in is signed with the attested key.
   *
   * @throws Rejected if it is no collection
   */
  Bytes naming(Bytes collection) throws Rejected {
    return image.options().reports() == AgentOptions.Protection.PLAIN
        ? collection
        : CmwCollection.parse(collection, checks)
            .with(
                KEY,
                new CmwCollection.Item(
                    "application/cose-key",
                    reportKey.publicKey().toCbor().encode(),
                    CmwCollection.EVIDENCE))
            .encode();
  }

  /** An attestation payload as it goes into a message. */
  Bytes payload(Bytes attestation) {
    // spec| teep-protocol-26 §8.2: an EAT is encrypted to the TAM
    return image.options().encryptsEvidence() && checks.keeps("agent.evidence.encrypted")
        ? sealed(attestation, CoseEncrypt.EAT)
        : attestation;
  }

  /** For the TAM alone, if its key is known here. */
  private Bytes sealed(Bytes content, String context) {
    Optional<CoseKey> tam = image.tamEncryption();
    if (tam.isEmpty()) {
      return content;
    }
    // spec| teep-protocol-26 §8.2: the key's derivation says what is encrypted
    String said = checks.keeps("agent.encryption.context") ? context : CoseEncrypt.PAYLOAD;
    // spec| RFC 9053 §6.3, firmware-encryption §6: keys and IV are of this message alone
    Bytes seed =
        checks.keeps("agent.encryption.fresh") ? randomness.next(SEED_SIZE) : Bytes.zero(SEED_SIZE);
    CoseEncrypt.Sealed sealed =
        CoseEncrypt.encrypt(cipher, List.of(tam.get()), said, content, seed);
    // spec| teep-protocol-26 §8.2: the ciphertext is not detached
    return checks.keeps("agent.encryption.attached")
        ? sealed.attached().encode()
        : sealed.message().encode();
  }
}
