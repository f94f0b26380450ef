package org.ccican.vector.gen;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Encodings of tokens, their headers and their tags (RFC 9783 section 5.1.1, RFC 9052). */
final class PsaEncodingRecipes extends PsaRecipe {

  PsaEncodingRecipes(VectorFile<PsaCase> file) {
    super(file);
  }

  @Override
  void add() {
    cbor();
    tolerated();
    limits();
    envelope();
    critical();
    algorithms();
  }

  private void cbor() {
    refused(
        "cbor.truncated",
        "cbor.truncated",
        Why.TRUNCATED,
        "The last octet is missing.",
        plan -> plan.message = octets -> resized(octets, -1));
    refused(
        "cbor.trailing",
        "cbor.trailing",
        Why.TRAILING_OCTETS,
        "An octet follows the token.",
        plan -> plan.message = octets -> resized(octets, 1));
    refused(
        "cbor.indefinite-claims",
        "cbor.definite",
        Why.NOT_DETERMINISTIC,
        "The claims are a map of indefinite length.",
        plan ->
            plan.payload =
                octets ->
                    Der.concat(
                        new byte[] {(byte) 0xbf}, tail(octets, 1), new byte[] {(byte) 0xff}));
    refused(
        "cbor.indefinite-nonce",
        "cbor.definite",
        Why.NOT_DETERMINISTIC,
        "The nonce comes in one chunk of a string of indefinite length.",
        claim(
            PsaPlan.NONCE,
            Der.concat(
                new byte[] {0x5f},
                PlainCbor.octets(PsaPlan.EXPECTED_NONCE),
                new byte[] {(byte) 0xff})));
    refused(
        "cbor.indefinite-message",
        "cbor.definite",
        Why.NOT_DETERMINISTIC,
        "The message is an array of indefinite length; no signature covers that.",
        plan ->
            plan.message =
                octets ->
                    Der.concat(
                        new byte[] {(byte) 0xd2, (byte) 0x9f},
                        tail(octets, 2),
                        new byte[] {(byte) 0xff}));
    refused(
        "cbor.indefinite-header",
        "cbor.definite",
        Why.NOT_DETERMINISTIC,
        "The protected header is a map of indefinite length.",
        plan ->
            plan.protectedHeader =
                octets ->
                    Der.concat(
                        new byte[] {(byte) 0xbf}, tail(octets, 1), new byte[] {(byte) 0xff}));
    refused(
        "cbor.claim-twice",
        "cbor.duplicate-key",
        Why.DUPLICATE_KEY,
        "The lifecycle stands twice, with the same value.",
        plan -> plan.payload = octets -> twice(octets, PlainCbor.integer(PsaPlan.LIFECYCLE)));
    refused(
        "cbor.claim-twice-in-disguise",
        "cbor.duplicate-key",
        Why.DUPLICATE_KEY,
        "The same, the second time with the key in eight octets.",
        plan -> plan.payload = octets -> twice(octets, PlainCbor.head(0, PsaPlan.LIFECYCLE, 8)));
    refused(
        "cbor.text-is-no-text",
        "cbor.utf8",
        Why.MALFORMED,
        "A claim is a text of an octet that UTF-8 does not have.",
        claim(PsaPlan.SERVICE, new byte[] {0x61, (byte) 0xff}));
    refused(
        "cbor.reserved-head",
        "cbor.well-formed",
        Why.MALFORMED,
        "A head has the additional information 28, which means nothing.",
        claim(PsaPlan.CLIENT, new byte[] {0x1c}));
  }

  private static byte[] twice(byte[] claims, byte[] key) {
    return Der.concat(
        PlainCbor.head(5, (claims[0] & 0x1f) + 1), tail(claims, 1), key, PlainCbor.integer(0x3000));
  }

  private void tolerated() {
    accepted(
        "cbor.long-heads",
        "cbor.definite#variation",
        "Heads of the claims-set, of a key and of the nonce are longer than needed. Devices may"
            + " write so, and verifiers must read it.",
        plan -> {
          plan.claims.remove(PsaPlan.NONCE);
          plan.payload =
              octets ->
                  Der.concat(
                      PlainCbor.head(5, (octets[0] & 0x1f) + 1, 4),
                      tail(octets, 1),
                      PlainCbor.head(0, PsaPlan.NONCE, 8),
                      PlainCbor.head(2, 64, 2),
                      PsaPlan.EXPECTED_NONCE);
        });
    accepted(
        "cbor.other-order",
        "cbor.definite#variation",
        "The claims stand in another order.",
        plan -> {
          Map<Long, byte[]> old = new LinkedHashMap<>(plan.claims);
          List<Long> keys = new ArrayList<>(old.keySet());
          java.util.Collections.reverse(keys);
          plan.claims.clear();
          keys.forEach(key -> plan.claims.put(key, old.get(key)));
        });
    accepted(
        "cbor.unknown-claim",
        "psa.claims.types#unknown",
        "A claim that nobody knows is no reason to refuse.",
        claim(-70_001, PlainCbor.text("anything")));
  }

  private void limits() {
    byte[] deep = PlainCbor.integer(0);
    for (int i = 0; i < 17; i++) {
      deep = PlainCbor.array(deep);
    }
    refused(
        "cbor.deep",
        "cbor.limit.depth",
        Why.LIMIT_EXCEEDED,
        "An unknown claim is nested deeper than any token.",
        claim(-70_001, deep),
        "limit");
    byte[][] many = new byte[8200][];
    java.util.Arrays.fill(many, PlainCbor.integer(0));
    refused(
        "cbor.many",
        "cbor.limit.items",
        Why.LIMIT_EXCEEDED,
        "An unknown claim has more elements than any token.",
        claim(-70_001, PlainCbor.array(many)),
        "limit");
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
