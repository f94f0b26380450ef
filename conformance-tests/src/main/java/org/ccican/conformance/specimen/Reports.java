package org.ccican.conformance.specimen;

import java.util.Optional;
import org.ccican.cose.CoseSign1;
import org.ccican.cose.SigningKey;
import org.ccican.teep.TeepLabel;
import org.ccican.wire.Bytes;
import org.ccican.wire.Cbor;

/** SUIT Reports in the place of an Agent, plain (suit-report section 4). */
final class Reports {

  private Reports() {}

  /** A report for the latest message of the TAM; it has no nonce if there was no token. */
  static Change answering() {
    return with(situation -> Cbor.octets(report(situation.token())));
  }

  /** A report for a token that was never sent. */
  static Change strayed() {
    return with(situation -> Cbor.octets(report(Optional.of(situation.random(16)))));
  }

  /** A report for the latest message of the TAM, signed with the key that signs the message. */
  static Change signed() {
    return with(
        situation -> {
          SigningKey key = situation.keys().agent();
          SigningKey signer = key.with(situation.revision().signature(key.publicKey().curve()));
          return Cbor.octets(
              CoseSign1.sign(
                      signer,
                      Cbor.map().build(),
                      Cbor.map()
                          .put(CoseSign1.KID, Cbor.octets(signer.publicKey().thumbprint()))
                          .build(),
                      report(situation.token()))
                  .encode());
        });
  }

  private static Change with(Value report) {
    return Changes.option(TeepLabel.SUIT_REPORTS, Value.list(report));
  }

  /**
   * A report that all went well.
   *
   * @param nonce what it answers
   */
  private static Bytes report(Optional<Bytes> nonce) {
    return Cbor.map()
        .put(
            99,
            Cbor.array(Cbor.text(""), Cbor.array(Cbor.integer(-16), Cbor.octets(Bytes.zero(32)))))
        .put(2, nonce.map(Cbor::octets))
        .put(3, Cbor.array())
        .put(4, Cbor.bool(true))
        .build()
        .encode();
  }
}
