package org.ccican.role;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.ccican.check.Checks;
import org.ccican.cose.CoseKey;
import org.ccican.cose.Crypto;
import org.ccican.eat.TeepEat;
import org.ccican.reject.Rejected;
import org.ccican.wire.Bytes;
import org.ccican.wire.Cbor;

/** How a TAM has itself attested for an Agent that asks for it (teep-protocol section 7.1.2). */
final class TamEvidence {

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
            Optional.of(
                List.of(new TeepEat.Manifest(TeepEat.Manifest.CBOR, Cbor.map().build().encode()))),
            Optional.of(TeepEat.Confirmation.of(key)),
            Optional.empty());
    return Turn.ask(
        RoleId.VERIFIER,
        Message.of("tam-appraisals", evidence.sign(identity.attestation())),
        answer -> next.with(answer.demandSuccess("Verifier")));
  }

  /** What follows a result about the TAM. */
  @FunctionalInterface
  interface Own {
    Turn with(Bytes result) throws Rejected;
  }
}
