package org.ccican.vector.gen;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Encodings of tokens (RFC 9783 section 5.1.1, RFC 8949). */
final class PsaEncodingRecipes extends PsaRecipe {

  PsaEncodingRecipes(VectorFile<PlannedCase<PsaPlan>> file) {
    super(file);
  }

  @Override
  void add() {
    cbor();
    tolerated();
    limits();
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
}
