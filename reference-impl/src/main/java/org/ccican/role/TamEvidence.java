package org.ccican.role;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.ccican.check.Checks;
import org.ccican.cose.CoseCurve;
import org.ccican.cose.CoseKey;
import org.ccican.cose.CoseSign1;
import org.ccican.cose.Crypto;
import org.ccican.cose.SigningKey;
import org.ccican.eat.TeepEat;
import org.ccican.reject.Rejected;
import org.ccican.suit.SuitDigest;
import org.ccican.suit.SuitReport;
import org.ccican.wire.Bytes;
import org.ccican.wire.Cbor;

/** How a TAM has itself attested for an Agent that asks for it (teep-protocol section 7.1.2). */
final class TamEvidence {

  /** The manifest that the emulated TAM was started from: one without anything. */
  private static final Bytes SOFTWARE = Cbor.map().build().encode();

  private final Tam.Identity identity;
  private final InstantSource clock;
  private final Checks checks;

  TamEvidence(Tam.Identity identity, InstantSource clock, Checks checks) {
    this.identity = identity;
    this.clock = clock;
    this.checks = checks;
  }

  /** A result about this TAM's own key, for an Agent's challenge. */
  Turn own(CoseKey key, Optional<Bytes> challenge, Own next) {
    TeepEat evidence =
        new TeepEat(
            // spec| teep-protocol-26 §4.6: eat_nonce is the challenge of the Error
            checks.keeps("tam.attestation.nonce")
                ? challenge
                : challenge.map(some -> Bytes.zero(some.size())),
            Optional.of(clock.instant()),
            Optional.of(Bytes.concat(Bytes.of(1), Crypto.sha256(Bytes.utf8(identity.address())))),
            Optional.of(Crypto.sha256(Bytes.utf8("vendor of the TAM")).slice(0, 16)),
            Optional.of(Bytes.utf8("tam")),
            Optional.of("1"),
            Optional.of(List.of(new TeepEat.Manifest(TeepEat.Manifest.CBOR, SOFTWARE))),
            Optional.of(TeepEat.Confirmation.of(key)),
            Optional.empty());
    return Turn.ask(
        RoleId.VERIFIER,
        Message.of("tam-appraisals", evidence.sign(identity.attestation())),
        answer -> next.with(answer.demandSuccess("Verifier")));
  }

  /**
   * A SUIT Report on the TAM's own software, signed, which goes with a result about the TAM:
   * nothing was done when it started.
   *
   * @param messages signs the message that the report stands in
   */
  Bytes report(SigningKey messages) {
    SuitReport report =
        new SuitReport(
            "",
            SuitDigest.sha256(SOFTWARE).toCbor().encode(),
            Optional.empty(),
            List.of(),
            List.of(),
            Optional.empty(),
            Optional.empty());
    SigningKey own = identity.attestation().with(identity.revision().signature(CoseCurve.P256));
    // spec| teep-protocol-26 §4.2: a report is not signed with the key of the message
    SigningKey signer = checks.keeps("tam.attestation.report-key") ? own : messages;
    Cbor.Map kid =
        Cbor.map().put(CoseSign1.KID, Cbor.octets(signer.publicKey().thumbprint())).build();
    return CoseSign1.sign(signer, Cbor.map().build(), kid, report.encode()).encode();
  }

  /** What follows a result about the TAM. */
  @FunctionalInterface
  interface Own {
    Turn with(Bytes result) throws Rejected;
  }
}
