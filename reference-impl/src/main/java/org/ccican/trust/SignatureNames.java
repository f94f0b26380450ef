package org.ccican.trust;

import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSASSAPSSparams;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;

/**
 * Signature algorithms of certificates by name: PSS with the hash, the mask's hash and the octets
 * of salt, for instance {@code RSASSA-PSS SHA-384 SHA-384 48}; others by object identifier.
 */
public final class SignatureNames {

  /** The one that AMD signs with (RFC 8017 section 8.1). */
  public static final String PSS_SHA384 = "RSASSA-PSS SHA-384 SHA-384 48";

  /** The one that Intel signs with (RFC 5758 section 3.2). */
  public static final String ECDSA_SHA256 = "1.2.840.10045.4.3.2";

  /** RFC 5758 section 3.2. */
  public static final String ECDSA_SHA384 = "1.2.840.10045.4.3.3";

  /** RFC 5758 section 3.2. */
  public static final String ECDSA_SHA512 = "1.2.840.10045.4.3.4";

  private SignatureNames() {}

  static String of(AlgorithmIdentifier algorithm) {
    if (!algorithm.getAlgorithm().equals(PKCSObjectIdentifiers.id_RSASSA_PSS)) {
      return algorithm.getAlgorithm().getId();
    }
    RSASSAPSSparams parameters = RSASSAPSSparams.getInstance(algorithm.getParameters());
    AlgorithmIdentifier mask = parameters.getMaskGenAlgorithm();
    String inner =
        mask.getAlgorithm().equals(PKCSObjectIdentifiers.id_mgf1)
            ? hash(AlgorithmIdentifier.getInstance(mask.getParameters()))
            : mask.getAlgorithm().getId();
    return String.join(
        " ",
        "RSASSA-PSS",
        hash(parameters.getHashAlgorithm()),
        inner,
        parameters.getSaltLength().toString());
  }

  private static String hash(AlgorithmIdentifier algorithm) {
    return algorithm.getAlgorithm().equals(NISTObjectIdentifiers.id_sha384)
        ? "SHA-384"
        : algorithm.getAlgorithm().getId();
  }
}
