package org.ccican.conformance.verdict;

import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Provider;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPrivateKeySpec;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.ccican.wire.Bytes;
import org.ccican.wire.Cbor;

/** The P-256 key of RFC 6979 appendix A.2.5, which signs messages for tests. */
final class TestKey {

  static final Provider BOUNCY_CASTLE = new BouncyCastleProvider();
  static final Signatures SIGNATURES = new Signatures(BOUNCY_CASTLE);

  static final Bytes X =
      Bytes.hex("60fed4ba255a9d31c961eb74c6356d68c049b8923b61fa6ce669622e60f29fb6");
  static final Bytes Y =
      Bytes.hex("7903fe1008b8bc99a41ae9e95628bc64f2f1b20c2d7e9f5177a3c294d4462299");
  static final Bytes SPKI = Curve.P256.spki(X, Y);

  private TestKey() {}

  /** Deterministic (RFC 6979), r and s of 32 octets. */
  static Bytes sign(Bytes message) {
    try {
      AlgorithmParameters curve = AlgorithmParameters.getInstance("EC");
      curve.init(new ECGenParameterSpec("secp256r1"));
      BigInteger d =
          new BigInteger("c9afa9d845ba75166b5c215767b1d6934e50c3db36e89b127b8a622b120f6721", 16);
      Signature signer = Signature.getInstance("SHA256withECDDSA", BOUNCY_CASTLE);
      signer.initSign(
          KeyFactory.getInstance("EC", BOUNCY_CASTLE)
              .generatePrivate(
                  new ECPrivateKeySpec(d, curve.getParameterSpec(ECParameterSpec.class))));
      signer.update(message.toArray());
      return raw(Bytes.of(signer.sign()));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A COSE_Sign1 with ESP256 in its protected header; detached if the payload is not carried. */
  static Cbor cose(Bytes payload, boolean carried) {
    Bytes header = Cbor.map().put(1, Cbor.integer(-9)).build().encode();
    Bytes input =
        Cbor.array(
                Cbor.text("Signature1"),
                Cbor.octets(header),
                Cbor.octets(Bytes.EMPTY),
                Cbor.octets(payload))
            .encode();
    return Cbor.tag(
        18,
        Cbor.array(
            Cbor.octets(header),
            Cbor.map().build(),
            carried ? Cbor.octets(payload) : Cbor.nil(),
            Cbor.octets(sign(input))));
  }

  private static Bytes raw(Bytes der) {
    int sizeOfR = der.at(3);
    return Bytes.concat(
        fixed(der.slice(4, 4 + sizeOfR)), fixed(der.slice(6 + sizeOfR, der.size())));
  }

  private static Bytes fixed(Bytes integer) {
    Bytes unsigned =
        integer.size() > 32 ? integer.slice(integer.size() - 32, integer.size()) : integer;
    return Bytes.concat(Bytes.zero(32 - unsigned.size()), unsigned);
  }
}
