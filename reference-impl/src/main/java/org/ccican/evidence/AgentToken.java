package org.ccican.evidence;

import java.util.Objects;
import java.util.Set;
import org.ccican.check.Checks;
import org.ccican.cose.CoseAlgorithm;
import org.ccican.cose.CoseKey;
import org.ccican.cose.CoseSign1;
import org.ccican.cose.Crypto;
import org.ccican.cose.SigningKey;
import org.ccican.reject.Reason;
import org.ccican.reject.Rejected;
import org.ccican.wire.Bytes;
import org.ccican.wire.Cbor;
import org.ccican.wire.CborDecoder;
import org.ccican.wire.CborProfile;
import org.ccican.wire.Fields;

/**
 * Evidence of a TEEP Agent as an Entity Attestation Token (RFC 9711) of a profile of our own: two
 * layers, of which the hardware attests the Agent's key and the Agent signs what it says with that
 * key. A COSE_Sign1 with its tag around the claims, in deterministic encoding:
 *
 * <pre>
 * label claim       value
 *     8 cnf         {1: COSE_Key}, the key that signs
 *    10 eat_nonce   the challenge, one byte string
 *   265 eat_profile text
 *   299 cmw         the collection about the environment (draft-ietf-rats-msg-wrap section 4.3)
 * </pre>
 *
 * @param nonce what it says that it answers
 * @param key whose it says that it is
 * @param collection what the environment and its hardware say, the key's thumbprint included
 */
public record AgentToken(Bytes nonce, CoseKey key, CmwCollection collection) {

  /** Another profile than TEEP's, whose media type is one of Attestation Results. */
  public static final String PROFILE = "tag:ccican.org,2026:eat/teep-agent";

  public static final String MEDIA_TYPE = "application/eat+cwt; eat_profile=\"" + PROFILE + "\"";

  private static final String SHAPE = "evidence.agent-token.shape";
  private static final long CNF = 8;
  private static final long CNF_KEY = 1;
  private static final long NONCE = 10;
  private static final long EAT_PROFILE = 265;
  private static final long CMW = 299;

  private static final Set<CoseAlgorithm> ALGORITHMS =
      Set.of(CoseAlgorithm.ESP256, CoseAlgorithm.ED25519, CoseAlgorithm.ES256, CoseAlgorithm.EDDSA);

  public AgentToken {
    Objects.requireNonNull(nonce);
    Objects.requireNonNull(key);
    Objects.requireNonNull(collection);
  }

  /**
   * What a token says, whoever signed it.
   *
   * @throws Rejected if it cannot be read, or is of another profile
   */
  public static AgentToken peek(Bytes octets, Crypto crypto, Checks checks) throws Rejected {
    return read(CoseSign1.parse(octets, checks), crypto, checks);
  }

  /**
   * A token that the key has signed which it names. Whose key that is, only the collection says.
   *
   * @throws Rejected if it cannot be read, is of another profile, or another key's
   */
  public static AgentToken open(Bytes octets, Crypto crypto, Checks checks) throws Rejected {
    CoseSign1 signed = CoseSign1.parse(octets, checks);
    AgentToken token = read(signed, crypto, checks);
    signed.verify(token.key(), ALGORITHMS, checks);
    return token;
  }

  private static AgentToken read(CoseSign1 signed, Crypto crypto, Checks checks) throws Rejected {
    Bytes payload =
        signed
            .payload()
            .orElseThrow(() -> new Rejected(Reason.MISSING_FIELD, SHAPE, "no claims inside"));
    Fields claims =
        Fields.of(new CborDecoder(checks).decode(payload, CborProfile.DETERMINISTIC), SHAPE);
    String profile = claims.findText(EAT_PROFILE).orElse("");
    if (!profile.equals(PROFILE)) {
      throw new Rejected(
          Reason.UNKNOWN_FORMAT, SHAPE, "eat_profile " + profile + ", expected " + PROFILE);
    }
    return new AgentToken(
        claims.octets(NONCE),
        CoseKey.parse(Fields.of(claims.item(CNF), SHAPE).item(CNF_KEY), crypto, checks),
        CmwCollection.of(claims.item(CMW), checks));
  }

  /** Signs it with the key that it names. */
  public Bytes sign(SigningKey signer) {
    Cbor.Map claims =
        Cbor.map()
            .put(CNF, Cbor.map().put(CNF_KEY, key.toCbor()).build())
            .put(NONCE, Cbor.octets(nonce))
            .put(EAT_PROFILE, Cbor.text(PROFILE))
            .put(CMW, collection.toCbor())
            .build();
    Cbor.Map kid =
        Cbor.map().put(CoseSign1.KID, Cbor.octets(signer.publicKey().thumbprint())).build();
    return CoseSign1.sign(signer, Cbor.map().build(), kid, claims.encode()).encode();
  }
}
