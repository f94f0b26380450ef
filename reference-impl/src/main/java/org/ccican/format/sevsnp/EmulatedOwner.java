package org.ccican.format.sevsnp;

import org.ccican.cose.CoseAlgorithm;
import org.ccican.cose.Crypto;
import org.ccican.cose.SigningKey;
import org.ccican.format.sevsnp.SevSnpIdAuth.Field;
import org.ccican.wire.ByteWriter;
import org.ccican.wire.Bytes;

/** The owner of an emulated guest: signs what the guest is to be, with keys made from a seed. */
final class EmulatedOwner {

  static final Bytes FAMILY = Bytes.utf8("ccican agents").padRight(16);
  static final Bytes IMAGE = Bytes.utf8("ccican agent").padRight(16);
  static final long SVN = 3;

  private final SigningKey idKey;
  private final SigningKey authorKey;

  EmulatedOwner(Bytes seed, Crypto crypto) {
    this.idKey = key("emulated ID key", seed, crypto);
    this.authorKey = key("emulated author key", seed, crypto);
  }

  /** An ID block for a guest, with both signatures. */
  SevSnpIdentity.Claim claim(Bytes measurement, long policy) {
    SevSnpIdBlock block = new SevSnpIdBlock(measurement, FAMILY, IMAGE, 1, SVN, policy);
    return claim(block, auth(block));
  }

  static SevSnpIdentity.Claim claim(SevSnpIdBlock block, SevSnpIdAuth auth) {
    return new SevSnpIdentity.Claim(block.write(), auth.write(), true);
  }

  SevSnpIdAuth auth(SevSnpIdBlock block) {
    Bytes algorithm = new ByteWriter().u32le(1).toBytes();
    Bytes publicKey = SevSnpOwnerKey.write(idKey.publicKey());
    return new SevSnpIdAuth(java.util.Map.of())
        .with(Field.ID_KEY_ALGO, algorithm)
        .with(Field.AUTH_KEY_ALGO, algorithm)
        .with(Field.ID_BLOCK_SIG, SevSnpOwnerKey.sign(idKey, block.write()))
        .with(Field.ID_KEY, publicKey)
        .with(Field.ID_KEY_SIG, SevSnpOwnerKey.sign(authorKey, publicKey))
        .with(Field.AUTHOR_KEY, SevSnpOwnerKey.write(authorKey.publicKey()));
  }

  private static SigningKey key(String what, Bytes seed, Crypto crypto) {
    return SigningKey.fromSeed(CoseAlgorithm.ES384, Bytes.concat(Bytes.utf8(what), seed), crypto);
  }
}
