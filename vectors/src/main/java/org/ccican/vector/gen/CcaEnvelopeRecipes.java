package org.ccican.vector.gen;

import static org.ccican.vector.gen.PsaEnvelopeRecipes.replaced;
import static org.ccican.vector.gen.PsaRecipe.tail;

import java.util.LinkedHashMap;

/** The messages of both parts and their headers (RFC 9052). */
final class CcaEnvelopeRecipes extends CcaRecipe {

  CcaEnvelopeRecipes(VectorFile<PlannedCase<CcaPlan>> file) {
    super(file);
  }

  @Override
  void add() {
    tags();
    messages();
    critical();
    algorithms();
  }

  private void tags() {
    refused(
        "envelope.platform-untagged",
        "arm.token.tag",
        Why.WRONG_TYPE,
        "The platform's message has no tag.",
        platform(part -> part.message = octets -> tail(octets, 1)));
    refused(
        "envelope.realm-untagged",
        "arm.token.tag",
        Why.WRONG_TYPE,
        "The realm's message has no tag.",
        realm(part -> part.message = octets -> tail(octets, 1)));
    refused(
        "envelope.realm-mac-tag",
        "arm.token.tag",
        Why.WRONG_TYPE,
        "The realm's tag is the one of a message under a shared secret.",
        realm(part -> part.tag = 17));
    refused(
        "envelope.detached-bundle",
        "arm.token.tag#bundle",
        Why.WRONG_TYPE,
        "The platform's token is inside a detached EAT bundle.",
        platform(
            part ->
                part.message =
                    octets ->
                        PlainCbor.tag(
                            602,
                            PlainCbor.array(
                                PlainCbor.octets(octets), PlainCbor.map(new LinkedHashMap<>())))));
  }

  private void messages() {
    refused(
        "envelope.three-parts",
        "arm.token.shape",
        Why.WRONG_TYPE,
        "The platform's signature is missing.",
        platform(part -> part.parts = four -> four.subList(0, 3)));
    refused(
        "envelope.detached-payload",
        "arm.token.shape",
        Why.WRONG_TYPE,
        "Nil stands in the place of the realm's claims.",
        realm(part -> part.parts = four -> replaced(four, 2, PlainCbor.NULL)));
    refused(
        "envelope.claims-in-an-array",
        "arm.token.claims",
        Why.WRONG_TYPE,
        "The payload of the platform is an array around the claims.",
        platform(part -> part.payload = octets -> PlainCbor.array(octets)));
    refused(
        "envelope.protected-array",
        "cose.protected.shape",
        Why.WRONG_TYPE,
        "The realm's protected header is an array.",
        realm(part -> part.protectedHeader = octets -> PlainCbor.array(octets)));
    refused(
        "envelope.label-in-both-headers",
        "cose.header.once",
        Why.DUPLICATE_KEY,
        "The platform's key identifier stands in both headers.",
        platform(
            part -> {
              part.header.put(4L, octets(4));
              part.unprotected.put(4L, octets(4));
            }));
  }

  private void critical() {
    refused(
        "critical.unknown",
        "cose.crit.understood",
        Why.CRITICAL_HEADER,
        "The platform calls a parameter critical that nobody knows.",
        platform(
            part -> {
              part.header.put(2L, PlainCbor.array(PlainCbor.integer(-70_002)));
              part.header.put(-70_002L, PlainCbor.integer(1));
            }));
    refused(
        "critical.unknown-in-realm",
        "cose.crit.understood",
        Why.CRITICAL_HEADER,
        "The realm calls a parameter critical that nobody knows.",
        realm(
            part -> {
              part.header.put(2L, PlainCbor.array(PlainCbor.integer(-70_002)));
              part.header.put(-70_002L, PlainCbor.integer(1));
            }));
    refused(
        "critical.not-there",
        "cose.crit.listed",
        Why.CRITICAL_HEADER,
        "What is called critical is not there.",
        platform(part -> part.header.put(2L, PlainCbor.array(PlainCbor.integer(4)))));
    refused(
        "critical.nothing",
        "cose.crit.some",
        Why.CRITICAL_HEADER,
        "Nothing is called critical, in an empty list.",
        platform(part -> part.header.put(2L, PlainCbor.array())));
    refused(
        "critical.no-list",
        "cose.crit.shape",
        Why.WRONG_TYPE,
        "The list of critical parameters is a number.",
        platform(part -> part.header.put(2L, PlainCbor.integer(1))));
    refused(
        "critical.unprotected",
        "cose.crit.protected",
        Why.CRITICAL_HEADER,
        "The list of critical parameters is not signed.",
        platform(part -> part.unprotected.put(2L, PlainCbor.array(PlainCbor.integer(1)))));
  }

  private void algorithms() {
    refused(
        "algorithm.unprotected",
        "cose.alg.protected",
        Why.ALGORITHM_MISMATCH,
        "The platform's algorithm is not signed.",
        platform(part -> part.unprotected.put(1L, part.header.remove(1L))));
    refused(
        "algorithm.realm-unprotected",
        "cose.alg.protected",
        Why.ALGORITHM_MISMATCH,
        "The realm's algorithm is not signed.",
        realm(part -> part.unprotected.put(1L, part.header.remove(1L))));
    refused(
        "algorithm.missing",
        "cose.alg.present",
        Why.MISSING_FIELD,
        "The platform names no algorithm.",
        platform(part -> part.header.remove(1L)));
    refused(
        "algorithm.es256k",
        "cose.alg.known",
        Why.UNSUPPORTED_ALGORITHM,
        "The platform names ES256K, which no profile takes.",
        platform(part -> part.header.put(1L, PlainCbor.integer(-47))));
    refused(
        "algorithm.hmac-for-a-signature",
        "cose.alg.known",
        Why.UNSUPPORTED_ALGORITHM,
        "The realm's tag says that there is a signature, the algorithm is HMAC.",
        realm(part -> part.header.put(1L, PlainCbor.integer(5))));
    refused(
        "algorithm.platform-eddsa",
        "cca.platform.algorithm",
        Why.UNSUPPORTED_ALGORITHM,
        "The platform names EdDSA.",
        platform(part -> part.header.put(1L, PlainCbor.integer(-8))));
    refused(
        "algorithm.realm-eddsa",
        "cca.realm.algorithm",
        Why.UNSUPPORTED_ALGORITHM,
        "The realm names EdDSA.",
        realm(part -> part.header.put(1L, PlainCbor.integer(-8))));
    refused(
        "algorithm.platform-x5chain",
        "cca.platform.raw-key",
        Why.UNKNOWN_FIELD,
        "A certificate stands in the platform's header, which this profile does not have.",
        platform(part -> part.unprotected.put(33L, octets(40))));
    refused(
        "algorithm.realm-x5chain",
        "cca.platform.raw-key",
        Why.UNKNOWN_FIELD,
        "A certificate stands in the realm's header.",
        realm(part -> part.unprotected.put(33L, octets(40))));
  }
}
