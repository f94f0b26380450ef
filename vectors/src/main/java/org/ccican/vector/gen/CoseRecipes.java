package org.ccican.vector.gen;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The vectors of signed and encrypted messages, and of keys. */
final class CoseRecipes {

  static final String COMMENT =
      "Messages and keys of COSE (RFC 9052, RFC 9053) for a reader that takes ESP256 and Ed25519"
          + " from one trusted key, payloads inside or apart, and what is encrypted for it as SUIT"
          + " payloads are. What travels apart stands beside the message in an array.";

  private static final String SIGNED =
      "18(sign1(signer, <<{1: -9, 3: \"text/plain\"}>>, {4: h'01'}, h'686921'))";
  private static final String APART =
      "[<<18(detached(signer, <<{1: -9}>>, {}, h'686921'))>>, h'686921']";
  private static final String IV = "h'000102030405060708090a0b'";
  private static final String RECIPIENT =
      "[<<{1: -29}>>, {4: h'686f6c646572', -1: ephemeral}, wrapped(holder, <<{1: -29}>>)]";
  private static final String GCM =
      "[<<96([<<{1: 1}>>, {5: "
          + IV
          + "}, null, ["
          + RECIPIENT
          + "]])>>, gcm("
          + IV
          + ", <<{1: 1}>>, h'736563726574')]";
  private static final String INSIDE =
      "96([<<{1: 1}>>, {5: "
          + IV
          + "}, gcm("
          + IV
          + ", <<{1: 1}>>, h'736563726574'), ["
          + RECIPIENT
          + "]])";
  private static final String CTR =
      "[<<96([h'', {1: -65534, 5: h'000102030405060708090a0b0c0d0e0f'}, null, ["
          + RECIPIENT
          + "]])>>, ctr(h'000102030405060708090a0b0c0d0e0f', h'736563726574')]";

  /** Accepted as well, in columns as {@link MessageFile#also} has them. */
  private static final String ALSO =
      """
      sign1  | sign1.critical-known | RFC 9052 §3.1           | TEEP-27 | A critical parameter that is understood.         | 1: -9,  | 1: -9, 2: [3],
      sign1  | sign1.empty-payload  | RFC 9052 §4.4           | TEEP-26 | Nothing is signed.                               | h'686921' | h''
      key    | key.for-verification | RFC 9052 §7.1           | CCA-20  | A key that says that it is for verification.     | 1: 2,  | 1: 2, 4: [2],
      key    | key.with-algorithm   | RFC 9052 §7.1           | CCA-20  | A key that names an algorithm of its curve.      | 1: 2,  | 1: 2, 3: -9,
      gcm    | encrypt.two          | RFC 9052 §5.1           | SENC-07 | The second of two recipients is the reader.      | [$RECIPIENT] | [[<<{1: -29}>>, {4: h'6f74686572', -1: ephemeral}, h'000102030405060708090a0b0c0d0e0f1011121314151617'], $RECIPIENT]
      """;

  /** Of signatures, in columns as {@link MessageFile#refusals} has them. */
  private static final String SIGNATURES =
      """
      sign1 | sign1.flipped          | cose.signature        | INVALID_SIGNATURE     | RFC 9052 §4.4 | SUIT-54 | One bit of the signature.                              | $SIGNED | flip(1, $SIGNED)
      sign1 | sign1.other-payload    | cose.signature        | INVALID_SIGNATURE     | RFC 9052 §4.4 | SUIT-54 | Another payload than the one that is signed.           | $SIGNED | flip(67, $SIGNED)
      sign1 | sign1.other-key        | cose.signature        | INVALID_SIGNATURE     | RFC 9052 §4.4 | SUIT-54 | The same signed by somebody else.                      | sign1(signer | sign1(stranger
      sign1 | sign1.short            | cose.sign1.shape      | WRONG_TYPE            | RFC 9052 §4.2 | TEEP-26 | Three parts.                                           | $SIGNED | 18([<<{1: -9}>>, {}, h''])
      sign1 | sign1.text-payload     | cose.sign1.shape      | WRONG_TYPE            | RFC 9052 §4.2 | TEEP-26 | A payload that is no byte string.                      | $SIGNED | 18([<<{1: -9}>>, {}, "hi", h''])
      sign1 | sign1.header-array     | cose.protected.shape  | WRONG_TYPE            | RFC 9052 §3   | TEEP-24 | A protected header that is no map.                     | <<{1: -9, 3: "text/plain"}>> | <<[1, -9]>>
      sign1 | sign1.unprotected      | cose.sign1.shape      | WRONG_TYPE            | RFC 9052 §3   | TEEP-24 | An unprotected header that is no map.                  | {4: h'01'} | h''
      sign1 | sign1.no-tag           | cose.sign1.tag        | WRONG_TYPE            | RFC 9052 §4.2 | TEEP-26 | No tag.                                                | 18(sign1(signer, <<{1: -9, 3: "text/plain"}>>, {4: h'01'}, h'686921')) | sign1(signer, <<{1: -9, 3: "text/plain"}>>, {4: h'01'}, h'686921')
      sign1 | sign1.other-tag        | cose.sign1.tag        | WRONG_TYPE            | RFC 9052 §4.2 | TEEP-26 | The tag of a COSE_Mac0.                                | 18( | 17(
      sign1 | sign1.twice            | cose.header.once      | DUPLICATE_KEY         | RFC 9052 §3   | TEEP-24 | A parameter in both headers.                           | {4: h'01'} | {3: "text/plain"}
      sign1 | crit.unprotected       | cose.crit.protected   | CRITICAL_HEADER       | RFC 9052 §3.1 | TEEP-24 | A list of critical parameters that nobody has signed.  | {4: h'01'} | {2: [3]}
      sign1 | crit.empty             | cose.crit.some        | CRITICAL_HEADER       | RFC 9052 §3.1 | TEEP-24 | A list of no critical parameters.                      | 1: -9,  | 1: -9, 2: [],
      sign1 | crit.absent            | cose.crit.listed      | CRITICAL_HEADER       | RFC 9052 §3.1 | TEEP-24 | A critical parameter that is not there.                | 1: -9,  | 1: -9, 2: [4],
      sign1 | crit.unknown           | cose.crit.understood  | CRITICAL_HEADER       | RFC 9052 §3.1 | TEEP-27 | A critical parameter that nobody knows.                | 1: -9,  | 1: -9, 2: [70000], 70000: 1,
      sign1 | crit.unknown-text      | cose.crit.understood  | CRITICAL_HEADER       | RFC 9052 §3.1 | TEEP-27 | The same under a text.                                 | 1: -9,  | 1: -9, 2: ["reserved"], "reserved": false,
      sign1 | crit.number            | cose.crit.shape       | WRONG_TYPE            | RFC 9052 §3.1 | TEEP-24 | A critical parameter that is in no list.               | 1: -9,  | 1: -9, 2: 3,
      sign1 | alg.unprotected        | cose.alg.protected    | ALGORITHM_MISMATCH    | RFC 9052 §3.1 | SMTI-13 | An algorithm that nobody has signed.                   | 1: -9, 3: "text/plain"}>>, {4: h'01'} | 3: "text/plain"}>>, {1: -9}
      sign1 | alg.none               | cose.alg.present      | MISSING_FIELD         | RFC 9052 §3.1 | SMTI-13 | No algorithm.                                          | 1: -9,  |
      sign1 | alg.mac                | cose.alg.known        | UNSUPPORTED_ALGORITHM | RFC 9053 §2   | TEEP-27 | An algorithm with a shared secret.                     | 1: -9 | 1: 5
      sign1 | alg.not-taken          | cose.alg.allowed      | UNSUPPORTED_ALGORITHM | RFC 9052 §10  | SMTI-10 | The older number, which the reader does not take.      | 1: -9 | 1: -7
      sign1 | alg.of-another-curve   | cose.alg.key          | ALGORITHM_MISMATCH    | RFC 9864 §2   | SMTI-10 | Ed25519 with a key on P-256.                           | 1: -9 | 1: -19
      sign1 | payload.apart          | cose.payload.attached | MISSING_FIELD         | RFC 9052 §4.1 | TEEP-26 | Nil where the payload is expected.                     | h'686921' | null
      apart | payload.inside         | cose.payload.detached | MALFORMED             | RFC 9052 §4.1 | SUIT-53 | The payload inside, and apart once more.               | detached(signer | sign1(signer
      apart | payload.other          | cose.signature        | INVALID_SIGNATURE     | RFC 9052 §4.4 | SUIT-54 | Another payload beside the message.                    | >>, h'686921'] | >>, h'686922']
      """;

  /** Of keys. */
  private static final String KEYS =
      """
      key | key.no-map         | cose.key.shape      | WRONG_TYPE            | RFC 9052 §7     | CCA-20 | No map.                                                   | $KEY | [$KEY]
      key | key.kind-shared    | cose.key.kind       | UNSUPPORTED_ALGORITHM | RFC 9053 §7     | CCA-20 | The kind of a shared secret.                              | 1: 2 | 1: 4
      key | key.curve-unknown  | cose.key.kind       | UNSUPPORTED_ALGORITHM | RFC 9053 §7.1   | CCA-20 | A curve that is not known here.                           | -1: 1 | -1: 8
      key | key.coordinate     | cose.key.coordinate | INVALID_KEY           | RFC 9053 §7.1.1 | CCA-20 | A coordinate of 31 octets.                   | -2: h'$FIRST | -2: h'
      key | key.other-alg      | cose.key.alg        | ALGORITHM_MISMATCH    | RFC 9052 §7.1   | CCA-20 | A key on P-256 for the algorithm of another curve.        | 1: 2,  | 1: 2, 3: -51,
      key | key.for-signing    | cose.key.ops        | INVALID_KEY           | RFC 9052 §7.1   | CCA-20 | A key for signing alone.                                  | 1: 2,  | 1: 2, 4: [1],
      key | key.private        | cose.key.private    | INVALID_KEY           | RFC 9053 §7.1.1 | CCA-20 | A key with its private number.                            | 1: 2,  | 1: 2, -4: h'0000000000000000000000000000000000000000000000000000000000000001',
      key | key.off-the-curve  | cose.key.point      | INVALID_KEY           | RFC 9053 §7.1.1 | CCA-20 | One bit of a coordinate.                                  | $KEY | flip(1, $KEY)
      """;

  /** Of what is encrypted. */
  private static final String SEALED =
      """
      gcm | encrypt.no-tag          | cose.encrypt.tagged      | WRONG_TYPE            | RFC 9052 §5.1             | SENC-09 | The tag of a COSE_Encrypt0.                          | <<96( | <<16(
      gcm | encrypt.recipients-nine | cose.limit.recipients    | LIMIT_EXCEEDED        | RFC 8949 §10              | SENC-07 | Nine recipients.                                     | [$RECIPIENT] | [many(9, $RECIPIENT)]
      gcm | encrypt.other-name      | cose.recipient.known     | NOT_AVAILABLE         | RFC 9052 §5.1             | SENC-08 | A recipient of another name.                         | 4: h'686f6c646572' | 4: h'6f74686572'
      gcm | encrypt.three-parts     | cose.encrypt.shape       | WRONG_TYPE            | RFC 9052 §5.1             | SENC-09 | No recipients at all.                                | , null, [$RECIPIENT]]) | , null])
      gcm | encrypt.unknown         | cose.encrypt.algorithm   | UNSUPPORTED_ALGORITHM | RFC 9053 §4               | SMTI-11 | A cipher that is not known here.                     | <<96([<<{1: 1}>> | <<96([<<{1: 10}>>
      gcm | encrypt.header-changed  | cose.encrypt.tag         | DIGEST_MISMATCH       | RFC 9052 §5.3             | SENC-19 | A header that is not the one that was authenticated. | <<96([<<{1: 1}>> | <<96([<<{1: 1, 3: 0}>>
      gcm | encrypt.flipped         | cose.encrypt.tag         | DIGEST_MISMATCH       | RFC 9052 §5.3             | SENC-26 | One bit of the ciphertext.                           | gcm($IV, <<{1: 1}>>, h'736563726574') | flip(20, gcm($IV, <<{1: 1}>>, h'736563726574'))
      gcm | encrypt.inside          | cose.ciphertext.detached | MALFORMED             | firmware-encryption §3    | SENC-09 | A ciphertext inside, and apart once more.            | , null, [ | , h'00', [
      gcm | encrypt.short-iv        | cose.encrypt.sizes       | OUT_OF_RANGE          | RFC 9053 §4               | SENC-22 | An IV of 11 octets.                                  | {5: $IV}, null | {5: h'000102030405060708090a'}, null
      gcm | recipient.two-parts     | cose.recipient.shape     | WRONG_TYPE            | RFC 9052 §5.1             | SENC-09 | A recipient without its key.                         | , wrapped(holder, <<{1: -29}>>)] | ]
      gcm | recipient.direct        | cose.recipient.algorithm | UNSUPPORTED_ALGORITHM | firmware-encryption §5.2  | SMTI-12 | A key that is distributed in another way.            | [[<<{1: -29}>>, | [[<<{1: -31}>>,
      gcm | recipient.header-longer | cose.recipient.unwrap    | INVALID_KEY           | firmware-encryption §5.2.4 | SENC-15 | A header that is not the one that was derived from.  | [[<<{1: -29}>>, | [[<<{1: -29, 3: 0}>>,
      gcm | recipient.salt          | cose.recipient.unwrap    | INVALID_KEY           | firmware-encryption §5.2.4 | SENC-17 | A salt that was not derived with.                    | -1: ephemeral | -1: ephemeral, -20: h'01'
      gcm | recipient.other         | cose.recipient.unwrap    | INVALID_KEY           | RFC 3394 §2.2.3           | SENC-11 | The key, wrapped for somebody else.                  | wrapped(holder | wrapped(stranger
      gcm | recipient.short-key     | cose.recipient.wrapped   | MALFORMED             | RFC 3394 §2.2.2           | SENC-11 | A wrapped key of 20 octets.                          | wrapped(holder, <<{1: -29}>>) | h'000102030405060708090a0b0c0d0e0f10111213'
      gcm | recipient.p384          | cose.key.coordinate      | INVALID_KEY           | RFC 9053 §6.3             | SENC-10 | An ephemeral key with coordinates of another curve.  | -1: ephemeral | -1: {1: 2, -1: 2, -2: h'00', -3: h'00'}
      inside | encrypt.apart        | cose.ciphertext.attached | MISSING_FIELD         | teep-protocol-26 §8.2     | TEEP-27 | Nil where the ciphertext is expected.                | gcm($IV, <<{1: 1}>>, h'736563726574') | null
      ctr | encrypt.protected       | cose.encrypt.protected   | MALFORMED             | firmware-encryption §6    | SENC-20 | A header that a cipher without integrity protects.   | <<96([h'', {1: -65534, | <<96([<<{1: -65534}>>, {
      """;

  /** What a reader would take that derives or begins otherwise. */
  private static final String DERIVED =
      """
      gcm | derived.salt      | cose.kdf.salt         | INVALID_KEY     | firmware-encryption §5.2.4 | SENC-17 | A salt that was not derived with, of two octets. | -1: ephemeral | -1: ephemeral, -20: h'0102'
      gcm | derived.algorithm | cose.kdf.algorithm    | INVALID_KEY     | firmware-encryption §5.2.4 | SENC-12 | Derived for a key wrap of 256 bits.              | $WRAPPED | wrapped(holder, <<{1: -29}>>, -5, 128, $PURPOSE, null)
      gcm | derived.length    | cose.kdf.length       | INVALID_KEY     | firmware-encryption §5.2.4 | SENC-13 | The length in octets and not in bits.            | $WRAPPED | wrapped(holder, <<{1: -29}>>, -3, 16, $PURPOSE, null)
      gcm | derived.protected | cose.kdf.protected    | INVALID_KEY     | firmware-encryption §5.2.4 | SENC-15 | Derived without the recipient's header.          | $WRAPPED | wrapped(holder, h'', -3, 128, $PURPOSE, null)
      gcm | derived.other     | cose.kdf.other        | INVALID_KEY     | firmware-encryption §5.2.4 | SENC-14 | Derived for no purpose.                          | $WRAPPED | wrapped(holder, <<{1: -29}>>, -3, 128, h'', null)
      gcm | derived.parties   | cose.kdf.parties      | INVALID_KEY     | RFC 9053 §5.2              | SENC-16 | Empty names in the place of none.                | $WRAPPED | wrapped(holder, <<{1: -29}>>, -3, 128, $PURPOSE, h'')
      gcm | derived.counter   | cose.encrypt.counter  | DIGEST_MISMATCH | RFC 9459 §4                | SENC-21 | Encrypted from one before the IV.                   | gcm($IV, <<{1: 1}>>, h'736563726574') | gcm(h'000102030405060708090a0a', <<{1: 1}>>, h'736563726574')
      gcm | derived.external  | cose.encrypt.external | DIGEST_MISMATCH | firmware-encryption §6     | SENC-18 | External data where there are none.              | gcm($IV, <<{1: 1}>>, h'736563726574') | gcm($IV, <<{1: 1}>>, h'00', h'736563726574')
      """;

  private CoseRecipes() {}

  static MessageFile file() {
    MessageFile file =
        new MessageFile(
            "cose",
            "RFC 9052",
            List.of(),
            Map.ofEntries(
                Map.entry("SIGNED", SIGNED),
                Map.entry("RECIPIENT", RECIPIENT),
                Map.entry("IV", IV),
                Map.entry("KEY", key()),
                Map.entry("WRAPPED", "wrapped(holder, <<{1: -29}>>)"),
                Map.entry("PURPOSE", "h'53554954205061796c6f616420456e6372797074696f6e'"),
                Map.entry("FIRST", key().substring(20, 22))));
    base(file, "sign1", "4.2", "TEEP-26", "A payload that is signed.", "cose-sign1", SIGNED);
    base(file, "apart", "4.1", "SUIT-53", "A payload beside it.", "cose-detached", APART);
    base(file, "key", "7", "CCA-20", "A key on P-256.", "cose-key", key());
    base(file, "gcm", "5.1", "SENC-09", "A cipher that vouches.", "cose-encrypt", GCM);
    base(file, "ctr", "5.1", "SENC-20", "A cipher that does not.", "cose-encrypt", CTR);
    base(file, "inside", "5.1", "TEEP-27", "A ciphertext inside.", "cose-encrypt-inside", INSIDE);
    file.also(ALSO);
    for (String table : List.of(SIGNATURES, KEYS, SEALED, DERIVED)) {
      file.refusals(table);
    }
    return file;
  }

  private static String key() {
    byte[] point = DeviceKeys.point(DeviceKeys.Curve.P256, "signer");
    java.util.HexFormat hex = java.util.HexFormat.of();
    return "{1: 2, -1: 1, -2: h'"
        + hex.formatHex(point, 1, 33)
        + "', -3: h'"
        + hex.formatHex(point, 33, 65)
        + "'}";
  }

  private static void base(
      MessageFile file,
      String name,
      String section,
      String requirement,
      String comment,
      String form,
      String notation) {
    List<String> keys =
        form.startsWith("cose-encrypt")
            ? List.of("holder")
            : form.equals("cose-key") ? List.of() : List.of("signer");
    file.base(
        "base." + name,
        section,
        requirement,
        comment,
        new MessageFile.Scene(form, notation, keys, MessageFile.NOON, Optional.empty()));
  }
}
