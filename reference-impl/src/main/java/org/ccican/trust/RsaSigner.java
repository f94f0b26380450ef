package org.ccican.trust;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.pkcs.RSAPrivateKey;
import org.bouncycastle.asn1.pkcs.RSAPublicKey;
import org.bouncycastle.asn1.pkcs.RSASSAPSSparams;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.digests.SHA384Digest;
import org.bouncycastle.crypto.encodings.PKCS1Encoding;
import org.bouncycastle.crypto.engines.RSAEngine;
import org.bouncycastle.crypto.params.ParametersWithRandom;
import org.bouncycastle.crypto.params.RSAPrivateCrtKeyParameters;
import org.bouncycastle.crypto.prng.FixedSecureRandom;
import org.bouncycastle.crypto.signers.PSSSigner;
import org.bouncycastle.operator.ContentSigner;
import org.ccican.cose.Crypto;
import org.ccican.wire.Bytes;

/**
 * Signs with a published RSA key. The salt of PSS is the hash of what is signed, so that nothing
 * depends on chance; a key that is worth something needs a random one and a guarded engine.
 */
public final class RsaSigner {

  /** How a certificate is signed. */
  public enum Scheme {
    /** RSASSA-PSS, SHA-384, 48 octets of salt. */
    PSS_SHA384,
    /** RSASSA-PKCS1-v1_5 with SHA-384. */
    PKCS1_SHA384
  }

  private static final int SALT = 48;

  /** What stands before a SHA-384 in RSASSA-PKCS1-v1_5 (RFC 8017 section 9.2, note 1). */
  private static final Bytes SHA384_INFO = Bytes.hex("3041300d060960864801650304020205000430");

  private final RSAPrivateCrtKeyParameters key;
  private final Bytes spki;

  /**
   * @param pkcs8 a DER PrivateKeyInfo with an RSA key
   */
  RsaSigner(Bytes pkcs8) {
    try {
      RSAPrivateKey read =
          RSAPrivateKey.getInstance(PrivateKeyInfo.getInstance(pkcs8.toArray()).parsePrivateKey());
      // Told that the key is our own, the library does not spend half a second on testing it.
      this.key =
          new RSAPrivateCrtKeyParameters(
              read.getModulus(),
              read.getPublicExponent(),
              read.getPrivateExponent(),
              read.getPrime1(),
              read.getPrime2(),
              read.getExponent1(),
              read.getExponent2(),
              read.getCoefficient(),
              true);
      this.spki =
          Bytes.of(
              new SubjectPublicKeyInfo(
                      new AlgorithmIdentifier(
                          PKCSObjectIdentifiers.rsaEncryption, DERNull.INSTANCE),
                      new RSAPublicKey(read.getModulus(), read.getPublicExponent()))
                  .getEncoded());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Bytes spki() {
    return spki;
  }

  ContentSigner scheme(Scheme scheme) {
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    return new ContentSigner() {
      @Override
      public AlgorithmIdentifier getAlgorithmIdentifier() {
        return identifier(scheme);
      }

      @Override
      public OutputStream getOutputStream() {
        return content;
      }

      @Override
      public byte[] getSignature() {
        return sign(scheme, Bytes.of(content.toByteArray()));
      }
    };
  }

  private byte[] sign(Scheme scheme, Bytes message) {
    try {
      return switch (scheme) {
        case PSS_SHA384 -> pss(message);
        case PKCS1_SHA384 -> pkcs1(message);
      };
    } catch (CryptoException e) {
      throw new IllegalStateException("a published key does not sign", e);
    }
  }

  private byte[] pss(Bytes message) throws CryptoException {
    byte[] salt = Crypto.sha384(message).toArray();
    PSSSigner signer = new PSSSigner(new RSAEngine(), new SHA384Digest(), new SHA384Digest(), salt);
    signer.init(true, withoutChance());
    signer.update(message.toArray(), 0, message.size());
    return signer.generateSignature();
  }

  private byte[] pkcs1(Bytes message) throws CryptoException {
    PKCS1Encoding encoding = new PKCS1Encoding(new RSAEngine());
    encoding.init(true, withoutChance());
    byte[] hashed = Bytes.concat(SHA384_INFO, Crypto.sha384(message)).toArray();
    return encoding.processBlock(hashed, 0, hashed.length);
  }

  private static AlgorithmIdentifier identifier(Scheme scheme) {
    AlgorithmIdentifier hash = new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha384);
    return switch (scheme) {
      case PSS_SHA384 ->
          new AlgorithmIdentifier(
              PKCSObjectIdentifiers.id_RSASSA_PSS,
              new RSASSAPSSparams(
                  hash,
                  new AlgorithmIdentifier(PKCSObjectIdentifiers.id_mgf1, hash),
                  new ASN1Integer(SALT),
                  RSASSAPSSparams.DEFAULT_TRAILER_FIELD));
      case PKCS1_SHA384 ->
          new AlgorithmIdentifier(PKCSObjectIdentifiers.sha384WithRSAEncryption, DERNull.INSTANCE);
    };
  }

  /** The key, and where the library wants a source of chance one that has nothing to give. */
  private ParametersWithRandom withoutChance() {
    return new ParametersWithRandom(key, new FixedSecureRandom(new byte[0]));
  }
}
