package org.ccican.role;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ccican.check.Checks;
import org.ccican.cose.CoseSign1;
import org.ccican.cose.Crypto;
import org.ccican.cose.SigningKey;
import org.ccican.suit.InstalledComponent;
import org.ccican.suit.SuitDigest;
import org.ccican.wire.Bytes;
import org.ccican.wire.Cbor;

/**
 * The SUIT Reports of an Agent (suit-report section 4), with the nonce that TEEP wants in them and
 * protected as the Agent's options say (teep-protocol sections 4.3, 4.5, 4.6 and 8.2).
 */
final class AgentReports {

  private static final long NONCE = 2;
  private static final long RECORDS = 3;
  private static final long RESULT = 4;
  private static final long RESULT_CODE = 5;
  private static final long RESULT_RECORD = 6;
  private static final long RESULT_REASON = 7;
  private static final long REFERENCE = 99;
  private static final long OPERATION_FAILED = 11;

  private final AgentOptions options;
  private final SigningKey reportKey;
  private final SigningKey messageKey;
  private final Checks checks;

  /**
   * @param reportKey signs reports
   * @param messageKey signs messages, and reports only in an Agent that misbehaves
   */
  AgentReports(AgentOptions options, SigningKey reportKey, SigningKey messageKey, Checks checks) {
    this.options = options;
    this.reportKey = reportKey;
    this.messageKey = messageKey;
    this.checks = checks;
  }

  /** One report for each manifest that components came with. */
  List<Bytes> installed(List<InstalledComponent> components, Optional<Bytes> token) {
    List<Bytes> reports = new ArrayList<>();
    for (InstalledComponent each : components) {
      reports.add(
          encoded(
              each.manifestDigest(),
              List.of(AgentComponents.claims(each)),
              Cbor.bool(true),
              token));
    }
    return reports;
  }

  /** The report of an update that came to nothing. */
  Bytes failed(Bytes envelope, Optional<Bytes> token) {
    Cbor record =
        Cbor.array(
            Cbor.array(), Cbor.integer(0), Cbor.integer(0), Cbor.integer(0), Cbor.map().build());
    Cbor.Map result =
        Cbor.map()
            .put(RESULT_CODE, Cbor.integer(-1))
            .put(RESULT_RECORD, record)
            .put(RESULT_REASON, Cbor.integer(OPERATION_FAILED))
            .build();
    return encoded(Crypto.sha256(envelope), List.of(), result, token);
  }

  private Bytes encoded(Bytes manifest, List<Cbor> records, Cbor result, Optional<Bytes> token) {
    // spec| teep-protocol-26 §4.3, §4.5, §4.6: the nonce of a report is the request's token
    Optional<Bytes> nonce =
        checks.keeps("agent.report.nonce") ? token : token.map(some -> Bytes.zero(some.size()));
    Cbor.Map report =
        Cbor.map()
            .put(
                REFERENCE,
                Cbor.array(Cbor.text(""), new SuitDigest(SuitDigest.SHA_256, manifest).toCbor()))
            .put(NONCE, nonce.map(Cbor::octets))
            .put(RECORDS, Cbor.array(records))
            .put(RESULT, result)
            .build();
    return protect(report.encode());
  }

  private Bytes protect(Bytes report) {
    if (options.reports() == AgentOptions.Protection.PLAIN) {
      return report;
    }
    // spec| teep-protocol-26 §4.5: a report is not signed with the key of the messages
    SigningKey signer = checks.keeps("agent.report.key") ? reportKey : messageKey;
    Cbor.Map kid =
        Cbor.map().put(CoseSign1.KID, Cbor.octets(signer.publicKey().thumbprint())).build();
    return CoseSign1.sign(signer, Cbor.map().build(), kid, report).encode();
  }
}
