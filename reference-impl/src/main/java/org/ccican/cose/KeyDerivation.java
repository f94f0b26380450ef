package org.ccican.cose;

import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.generators.HKDFBytesGenerator;
import org.bouncycastle.crypto.params.HKDFParameters;
import org.ccican.check.Checks;
import org.ccican.wire.Bytes;
import org.ccican.wire.Cbor;

/**
 * The key encryption key of ECDH-ES + A128KW: HKDF with SHA-256 over a COSE_KDF_Context (RFC 9053
 * section 5.2, firmware-encryption section 5.2.4).
 *
 * @param salt nothing unless the recipient's header has one
 * @param header the recipient's protected header as it stands
 * @param context what the keys are for, as SuppPubInfo.other says
 */
record KeyDerivation(Bytes salt, Bytes header, String context) {

  private static final long A128KW = -3;
  private static final long A256KW = -5;
  private static final int SIZE = 16;

  /**
   * 16 octets.
   *
   * @param secret the x-coordinate of the shared point
   */
  Bytes kek(Bytes secret, Checks checks) {
    // spec| firmware-encryption §5.2.4: a salt that is sent goes into the derivation
    Bytes salted = checks.keeps("cose.kdf.salt") ? salt : Bytes.EMPTY;
    HKDFBytesGenerator generator = new HKDFBytesGenerator(new SHA256Digest());
    generator.init(new HKDFParameters(secret.toArray(), salted.toArray(), info(checks).toArray()));
    byte[] kek = new byte[SIZE];
    generator.generateBytes(kek, 0, kek.length);
    return Bytes.of(kek);
  }

  private Bytes info(Checks checks) {
    // spec| firmware-encryption §5.2.4: AlgorithmID is the key wrap's
    long algorithm = checks.keeps("cose.kdf.algorithm") ? A128KW : A256KW;
    // spec| firmware-encryption §5.2.4: keyDataLength goes with it, in bits
    long bits = checks.keeps("cose.kdf.length") ? SIZE * 8L : SIZE;
    // spec| firmware-encryption §5.2.4: protected is the recipient's header
    Bytes covered = checks.keeps("cose.kdf.protected") ? header : Bytes.EMPTY;
    // spec| firmware-encryption §5.2.4: other says what the keys are for
    Bytes purpose = checks.keeps("cose.kdf.other") ? Bytes.utf8(context) : Bytes.EMPTY;
    // spec| firmware-encryption §5.2.4: nobody is named
    Cbor name = checks.keeps("cose.kdf.parties") ? Cbor.nil() : Cbor.octets(Bytes.EMPTY);
    Cbor party = Cbor.array(name, Cbor.nil(), Cbor.nil());
    return Cbor.array(
            Cbor.integer(algorithm),
            party,
            party,
            Cbor.array(Cbor.integer(bits), Cbor.octets(covered), Cbor.octets(purpose)))
        .encode();
  }
}
