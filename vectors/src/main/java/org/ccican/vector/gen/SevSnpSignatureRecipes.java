package org.ccican.vector.gen;

import static org.ccican.vector.gen.SevSnpLayout.*;
import static org.ccican.vector.gen.SevSnpReportRecipes.GENOA;
import static org.ccican.vector.gen.SevSnpReportRecipes.TURIN;

import java.math.BigInteger;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.ccican.vector.gen.SevSnpLayout.Field;

/** Defects of the report's signature, and changes of what it covers. */
final class SevSnpSignatureRecipes {

  private static final String SMALL = "base.v3-genoa-small-numbers";
  private static final String VLEK = "base.v3-genoa-vlek";

  /** Stretches with the bit of their first octet to flip: the result breaks no other rule. */
  private static final Map<Field, Integer> FLIPPED =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry(new Field("guest-svn", GUEST_SVN, 4), 0),
              Map.entry(new Field("policy-abi-minor", POLICY, 1), 1),
              Map.entry(new Field("family-id", FAMILY_ID, 16), 0),
              Map.entry(new Field("image-id", IMAGE_ID, 16), 0),
              Map.entry(new Field("current-tcb", CURRENT_TCB + 7, 1), 2),
              Map.entry(new Field("platform-info", PLATFORM_INFO, 8), 0),
              Map.entry(new Field("host-data", HOST_DATA, 32), 0),
              Map.entry(new Field("id-key-digest", ID_KEY_DIGEST, 48), 0),
              Map.entry(new Field("author-key-digest", AUTHOR_KEY_DIGEST, 48), 0),
              Map.entry(new Field("report-id", REPORT_ID, 32), 0),
              Map.entry(new Field("report-id-ma", REPORT_ID_MA, 32), 0),
              Map.entry(new Field("cpuid-stepping", CPUID + 2, 1), 1),
              Map.entry(new Field("committed-tcb", COMMITTED_TCB + 7, 1), 1),
              Map.entry(new Field("current-version", CURRENT_VERSION, 3), 1),
              Map.entry(new Field("committed-version", COMMITTED_VERSION, 3), 0),
              Map.entry(new Field("launch-tcb", LAUNCH_TCB + 7, 1), 0)));

  private final VectorFile<SevSnpCase> file;
  private final TestKeys keys;

  SevSnpSignatureRecipes(VectorFile<SevSnpCase> file, TestKeys keys) {
    this.file = file;
    this.keys = keys;
  }

  void add() {
    kinds();
    numbers();
    wrongOnes();
    FLIPPED.forEach(
        (field, bit) -> {
          flip(GENOA, field, 0, bit);
          if (field.size() >= 16) {
            flip(GENOA, field, field.size() - 1, 7);
          }
        });
    flip(TURIN, new Field("launch-mitigations", LAUNCH_MITIGATIONS, 8), 0, 0);
    flip(TURIN, new Field("current-mitigations", CURRENT_MITIGATIONS, 8), 0, 0);
  }

  private void kinds() {
    for (int algorithm : new int[] {0, 2}) {
      file.refused(
          GENOA,
          "signature.algorithm-" + algorithm,
          SevSnpRules.ALGORITHM,
          "Signature algorithm " + algorithm + " is announced; the only one defined is 1.",
          scene -> scene.resigned(raw -> raw.u32(SIGNATURE_ALGO, algorithm)));
    }
    signingKey(GENOA, 1, SevSnpRules.KEY_KIND, "a VLEK is announced and a VCEK supplied");
    signingKey(VLEK, 0, SevSnpRules.KEY_KIND, "a VCEK is announced and a VLEK supplied");
    signingKey(GENOA, 2, SevSnpRules.SIGNING_KEY, "the lowest reserved kind of key is announced");
    signingKey(GENOA, 7, SevSnpRules.SIGNING_KEY, "the report says that nobody signed it");
  }

  private void signingKey(String parent, int kind, Rule rule, String what) {
    file.refused(
        parent,
        "signing-key." + kind + (parent.equals(VLEK) ? "-with-vlek" : "-with-vcek"),
        rule,
        "Signing key " + kind + ": " + what + ".",
        scene -> scene.resigned(raw -> raw.u8(KEY_INFO, 1 | kind << 2)));
  }

  private void numbers() {
    BigInteger n = keys.p384().getN();
    BigInteger zero = BigInteger.ZERO;
    file.accepted(
        GENOA,
        "signature.s-negated",
        SevSnpRules.HIGH_S,
        "s is replaced by n-s, which verifies as well. Firmware makes both kinds, so both pass, and"
            + " the octets of a report are no name for it.",
        scene ->
            scene.signature(
                new P384Signature(scene.signature().r(), n.subtract(scene.signature().s()))));
    number(GENOA, "r-zero", "r is 0.", old -> new P384Signature(zero, old.s()));
    number(GENOA, "s-zero", "s is 0.", old -> new P384Signature(old.r(), zero));
    number(GENOA, "both-zero", "r and s are 0.", old -> new P384Signature(zero, zero));
    number(
        GENOA, "r-order", "r is n, the order of the group.", old -> new P384Signature(n, old.s()));
    number(
        GENOA, "s-order", "s is n, the order of the group.", old -> new P384Signature(old.r(), n));
    number(
        SMALL,
        "r-plus-order",
        "r is replaced by r+n, which still fits 48 octets and is the same number modulo n.",
        old -> new P384Signature(old.r().add(n), old.s()));
    number(
        SMALL,
        "s-plus-order",
        "s is replaced by s+n, which still fits 48 octets and is the same number modulo n.",
        old -> new P384Signature(old.r(), old.s().add(n)));
  }

  private void number(
      String parent, String id, String comment, UnaryOperator<P384Signature> change) {
    file.refused(
        parent,
        "signature." + id,
        SevSnpRules.SIGNATURE_RANGE,
        comment + " Only 1 to n-1 are signatures.",
        scene -> scene.signature(change.apply(scene.signature())));
  }

  private void wrongOnes() {
    file.refused(
        GENOA,
        "signature.big-endian",
        SevSnpRules.SIGNATURE,
        "r and s are the right numbers in big-endian order, as everybody but AMD writes them.",
        scene -> scene.edited(raw -> raw.put(R, scene.signature().bigEndian())));
    file.refused(
        GENOA,
        "signature.swapped",
        SevSnpRules.SIGNATURE,
        "r and s have changed places.",
        scene -> scene.signature(new P384Signature(scene.signature().s(), scene.signature().r())));
    file.refused(
        GENOA,
        "signature.other-key",
        SevSnpRules.SIGNATURE,
        "Signed with a key that nobody endorses.",
        scene -> signedOver(scene, keys.p384("ccican test vectors, nobody"), SIGNED, "SHA-384"));
    file.refused(
        GENOA,
        "signature.sha-256",
        SevSnpRules.SIGNATURE,
        "The chip's key signed the SHA-256 hash of the report in the place of SHA-384.",
        scene -> signedOver(scene, scene.signer(), SIGNED, "SHA-256"));
    file.refused(
        GENOA,
        "signature.over-0x290-octets",
        SevSnpRules.SIGNATURE,
        "The chip's key signed the first 0x290 octets: the last 16 of the signed part are left"
            + " out.",
        scene -> signedOver(scene, scene.signer(), SIGNED - 16, "SHA-384"));
    file.refused(
        GENOA,
        "signature.of-other-report-data",
        SevSnpRules.SIGNATURE,
        "An older report of the same guest, into which the report data now expected was written:"
            + " the signature is a right one over the older report data.",
        scene -> {
          Raw older = Raw.of(scene.input().report()).fill(REPORT_DATA, 64, 0x5a);
          byte[] digest = TestKeys.sha384(older.slice(0, SIGNED));
          return scene.signature(P384Signature.sign(keys, scene.signer(), digest));
        });
    file.refused(
        GENOA,
        "signature.of-other-measurement",
        SevSnpRules.SIGNATURE,
        "The measurement is replaced by the other reference value after signing.",
        scene ->
            scene.edited(
                raw -> raw.put(MEASUREMENT, scene.expected().measurements().get(1).toArray())));
    file.refused(
        GENOA,
        "signature.r-bit-flipped",
        SevSnpRules.SIGNATURE,
        "The lowest bit of r is flipped.",
        scene -> scene.edited(raw -> raw.flip(R, 0)));
    file.refused(
        GENOA,
        "signature.s-bit-flipped",
        SevSnpRules.SIGNATURE,
        "The lowest bit of s is flipped.",
        scene -> scene.edited(raw -> raw.flip(S, 0)));
  }

  private SevSnpCase signedOver(SevSnpCase scene, BigInteger signer, int size, String hash) {
    byte[] digest = TestKeys.digest(hash, Raw.of(scene.input().report()).slice(0, size));
    return scene.signature(P384Signature.sign(keys, signer, digest));
  }

  private void flip(String parent, Field field, int octet, int bit) {
    file.refused(
        parent,
        "signature.flipped-" + field.name() + (octet == 0 ? "" : "-tail"),
        SevSnpRules.SIGNATURE,
        "One bit of "
            + field.name().replace('-', ' ')
            + " is flipped after signing; the value is one that a report may have.",
        scene -> scene.edited(raw -> raw.flip(field.offset() + octet, bit)));
  }
}
