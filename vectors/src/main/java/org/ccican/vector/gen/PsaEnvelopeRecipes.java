package org.ccican.vector.gen;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/** What stands around the claims: tags, headers, algorithms (RFC 9783 section 5.1.1, RFC 9052). */
final class PsaEnvelopeRecipes extends PsaRecipe {

  PsaEnvelopeRecipes(VectorFile<PlannedCase<PsaPlan>> file) {
    super(file);
  }

  @Override
  void add() {
    envelope();
    critical();
    algorithms();
  }

  private void envelope() {
    refused(
        "envelope.untagged",
        "arm.token.tag",
        Why.WRONG_TYPE,
        "No tag.",
        plan -> plan.message = octets -> tail(octets, 1));
    refused(
        "envelope.cwt-tag",
        "arm.token.tag",
        Why.WRONG_TYPE,
        "The tag of a CWT stands in front of the one of COSE_Sign1. It is not used.",
        plan -> plan.message = octets -> PlainCbor.tag(61, octets));
    refused(
        "envelope.sign-tag",
        "arm.token.tag",
        Why.WRONG_TYPE,
        "The tag is the one of a message with several signatures.",
        plan -> plan.tag = 98);
    refused(
        "envelope.detached-bundle",
        "arm.token.tag#bundle",
        Why.WRONG_TYPE,
        "The token is inside a detached EAT bundle.",
        plan ->
            plan.message =
                octets ->
                    PlainCbor.tag(
                        602,
                        PlainCbor.array(
                            PlainCbor.octets(octets), PlainCbor.map(new LinkedHashMap<>()))));
    refused(
        "envelope.three-parts",
        "arm.token.shape",
        Why.WRONG_TYPE,
        "The signature is missing.",
        plan -> plan.parts = four -> four.subList(0, 3));
    refused(
        "envelope.detached-payload",
        "arm.token.shape",
        Why.WRONG_TYPE,
        "Nil stands in the place of the claims.",
        plan -> plan.parts = four -> replaced(four, 2, PlainCbor.NULL));
    refused(
        "envelope.claims-in-an-array",
        "arm.token.claims",
        Why.WRONG_TYPE,
        "The payload is an array around the claims.",
        plan -> plan.payload = octets -> PlainCbor.array(octets));
    refused(
        "envelope.protected-array",
        "cose.protected.shape",
        Why.WRONG_TYPE,
        "The protected header is an array.",
        plan -> plan.protectedHeader = octets -> PlainCbor.array(octets));
    refused(
        "envelope.label-in-both-headers",
        "cose.header.once",
        Why.DUPLICATE_KEY,
        "The key identifier stands in both headers.",
        plan -> {
          plan.header.put(4L, octets(4));
          plan.unprotected.put(4L, octets(4));
        });
  }

  static List<byte[]> replaced(List<byte[]> parts, int index, byte[] other) {
    List<byte[]> all = new ArrayList<>(parts);
    all.set(index, other);
    return all;
  }

  private void critical() {
    refused(
        "critical.unknown",
        "cose.crit.understood",
        Why.CRITICAL_HEADER,
        "A parameter that nobody knows is called critical.",
        plan -> {
          plan.header.put(2L, PlainCbor.array(PlainCbor.integer(-70_002)));
          plan.header.put(-70_002L, PlainCbor.integer(1));
        });
    refused(
        "critical.not-there",
        "cose.crit.listed",
        Why.CRITICAL_HEADER,
        "What is called critical is not there.",
        plan -> plan.header.put(2L, PlainCbor.array(PlainCbor.integer(4))));
    refused(
        "critical.nothing",
        "cose.crit.some",
        Why.CRITICAL_HEADER,
        "Nothing is called critical, in an empty list.",
        plan -> plan.header.put(2L, PlainCbor.array()));
    refused(
        "critical.no-list",
        "cose.crit.shape",
        Why.WRONG_TYPE,
        "The list of critical parameters is a number.",
        plan -> plan.header.put(2L, PlainCbor.integer(1)));
    refused(
        "critical.unprotected",
        "cose.crit.protected",
        Why.CRITICAL_HEADER,
        "The list of critical parameters is not signed.",
        plan -> plan.unprotected.put(2L, PlainCbor.array(PlainCbor.integer(1))));
  }

  private void algorithms() {
    refused(
        "algorithm.unprotected",
        "cose.alg.protected",
        Why.ALGORITHM_MISMATCH,
        "The algorithm is not signed.",
        plan -> plan.unprotected.put(1L, plan.header.remove(1L)));
    refused(
        "algorithm.missing",
        "cose.alg.present",
        Why.MISSING_FIELD,
        "No algorithm is named.",
        plan -> plan.header.remove(1L));
    refused(
        "algorithm.es256k",
        "cose.alg.known",
        Why.UNSUPPORTED_ALGORITHM,
        "ES256K is named, which profile TFM does not take.",
        plan -> plan.header.put(1L, PlainCbor.integer(-47)));
    refused(
        "algorithm.hmac-for-a-signature",
        "cose.alg.known",
        Why.UNSUPPORTED_ALGORITHM,
        "The tag says that there is a signature, the algorithm is HMAC: whoever took the public"
            + " key for a secret would be fooled.",
        plan -> plan.header.put(1L, PlainCbor.integer(5)));
    refused(
        "algorithm.eddsa",
        "psa.signature.algorithm",
        Why.UNSUPPORTED_ALGORITHM,
        "EdDSA is named, which profile TFM does not take.",
        plan -> plan.header.put(1L, PlainCbor.integer(-8)));
    refusedFrom(
        "base.hmac256",
        "algorithm.short-tag",
        "cose.alg.known",
        Why.UNSUPPORTED_ALGORITHM,
        "HMAC with a tag of 64 bits is named and used.",
        plan -> {
          plan.header.put(1L, PlainCbor.integer(4));
          plan.signature = mac -> java.util.Arrays.copyOf(mac, 8);
        });
  }
}
