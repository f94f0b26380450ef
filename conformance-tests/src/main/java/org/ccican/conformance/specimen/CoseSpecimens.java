package org.ccican.conformance.specimen;

import static org.ccican.conformance.specimen.Changes.payload;
import static org.ccican.conformance.specimen.CoseChanges.critical;
import static org.ccican.conformance.specimen.CoseChanges.cut;
import static org.ccican.conformance.specimen.CoseChanges.fewerParts;
import static org.ccican.conformance.specimen.CoseChanges.flippedSignature;
import static org.ccican.conformance.specimen.CoseChanges.movedToUnprotected;
import static org.ccican.conformance.specimen.CoseChanges.naming;
import static org.ccican.conformance.specimen.CoseChanges.part;
import static org.ccican.conformance.specimen.CoseChanges.protectedHeader;
import static org.ccican.conformance.specimen.CoseChanges.replaced;
import static org.ccican.conformance.specimen.CoseChanges.signedBy;
import static org.ccican.conformance.specimen.CoseChanges.tag;
import static org.ccican.conformance.specimen.CoseChanges.trailing;
import static org.ccican.conformance.specimen.CoseChanges.unprotectedHeader;
import static org.ccican.conformance.specimen.CoseChanges.untagged;
import static org.ccican.conformance.specimen.CoseChanges.withoutProtected;
import static org.ccican.conformance.specimen.CoseChanges.withoutUnprotected;
import static org.ccican.conformance.specimen.Value.number;
import static org.ccican.conformance.specimen.Value.numbers;

import org.ccican.cose.CoseSign1;
import org.ccican.wire.Bytes;
import org.ccican.wire.Cbor;

/** What can be wrong, or unusual, with the COSE message around any TEEP message. */
final class CoseSpecimens {

  /** A label that no registry has. */
  private static final long UNKNOWN = 4_711;

  /** ES384, which no cipher suite of TEEP has. */
  private static final long ES384 = -35;

  private CoseSpecimens() {}

  /** Adds them all to a family. */
  static Family on(Family family) {
    return family
        .with("signed by a stranger", signedBy(Signer.STRANGER))
        .with("with a broken signature", flippedSignature())
        .with("with an empty signature", part(3, Value.fixed(Cbor.octets(Bytes.EMPTY))))
        .with("with a detached payload", part(2, Value.nil()))
        .with("with a critical unknown header", critical(UNKNOWN))
        .with("with an unknown header", protectedHeader(UNKNOWN, Value.bool(true)))
        .with("with an empty list of critical headers", protectedHeader(CoseSign1.CRIT, numbers()))
        .with(
            "with a critical header that is absent",
            protectedHeader(CoseSign1.CRIT, numbers(UNKNOWN)))
        .with(
            "with its critical headers unprotected",
            unprotectedHeader(CoseSign1.CRIT, numbers(CoseSign1.KID)))
        .with("with its algorithm unprotected", movedToUnprotected(CoseSign1.ALG))
        .with("without an algorithm", withoutProtected(CoseSign1.ALG))
        .with("that names another algorithm", naming(ES384))
        .with("that names an unknown algorithm", naming(UNKNOWN))
        .with(
            "with its algorithm in both headers",
            (draft, situation) ->
                unprotectedHeader(CoseSign1.ALG, number(draft.signer().algorithm().id()))
                    .of(draft, situation))
        .with(
            "with its key identifier in both headers",
            (draft, situation) ->
                protectedHeader(
                        CoseSign1.KID,
                        Value.fixed(draft.unprotectedHeader().find(CoseSign1.KID).orElseThrow()))
                    .of(draft, situation))
        .with("without a key identifier", withoutUnprotected(CoseSign1.KID))
        .with(
            "with the key identifier of nobody", unprotectedHeader(CoseSign1.KID, Value.octets(32)))
        .with("without its tag", untagged())
        .with("under the tag of a MAC", tag(17))
        .with("under the tag of another signature form", tag(98))
        .with("of three COSE parts", fewerParts())
        .with("with a text for its payload", part(2, Value.text("payload")))
        .with("with octets behind it", trailing(Bytes.of(0)))
        .with("cut short by an octet", cut(1))
        .with("replaced by a text", replaced(Bytes.utf8("teep")))
        .with("with octets behind its message", payload(each -> Bytes.concat(each, Bytes.of(0))))
        .with("with its message cut short", payload(each -> each.slice(0, each.size() - 1)))
        .with("with an empty payload", payload(each -> Bytes.EMPTY))
        .with("with a map for its message", payload(each -> Bytes.of(0xa0)))
        .with("with a message of no elements", payload(each -> Bytes.of(0x80)));
  }
}
