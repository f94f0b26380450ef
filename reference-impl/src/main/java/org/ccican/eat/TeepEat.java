package org.ccican.eat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.ccican.cose.CoseKey;
import org.ccican.cose.CoseSign1;
import org.ccican.cose.SigningKey;
import org.ccican.ear.EarAppraisal;
import org.ccican.ear.TrustTier;
import org.ccican.wire.Bytes;
import org.ccican.wire.Cbor;

/**
 * An Entity Attestation Token of the TEEP profile (teep-protocol section 5): the claims-set of a
 * CWT. An instance is well-shaped; what the profile demands is asked where it is read.
 *
 * @param nonce eat_nonce, label 10
 * @param issuedAt seconds since the epoch, label 6
 * @param ueid of the device, label 256: 7 to 33 octets in a conformant token
 * @param oemid its vendor, label 258: 3 or 16 octets here
 * @param hwmodel its class, label 259: 1 to 32 octets
 * @param hwversion of the hardware, label 260
 * @param manifests what runs there, label 272: content format and encoded SUIT_Reference
 * @param confirmation whose key it vouches for, label 8
 * @param appraised for an Attestation Result that says more: what was appraised, and how it went
 */
public record TeepEat(
    Optional<Bytes> nonce,
    Optional<Instant> issuedAt,
    Optional<Bytes> ueid,
    Optional<Bytes> oemid,
    Optional<Bytes> hwmodel,
    Optional<String> hwversion,
    Optional<List<Manifest>> manifests,
    Optional<Confirmation> confirmation,
    Optional<Appraised> appraised) {

  /** The profile's label; the RFC has no number yet. */
  public static final String PROFILE = "urn:ietf:rfc:rfcXXXX";

  /** What attestation-payload-format means where it is absent. */
  public static final String MEDIA_TYPE = "application/eat+cwt; eat_profile=" + PROFILE;

  static final long CNF = 8;
  static final long NONCE = 10;
  static final long IAT = 6;
  static final long UEID = 256;
  static final long OEMID = 258;
  static final long HWMODEL = 259;
  static final long HWVERSION = 260;
  static final long EAT_PROFILE = 265;
  static final long SUBMODS = 266;
  static final long MANIFESTS = 272;
  static final long CNF_KEY = 1;
  static final long CNF_KID = 3;
  static final long STATUS = EarAppraisal.STATUS;
  static final long AFFIRMING = TrustTier.AFFIRMING.value();
  static final long CONTRAINDICATED = TrustTier.CONTRAINDICATED.value();

  /**
   * One element of the manifests claim.
   *
   * @param contentFormat a CoAP content format; the one of SUIT_Reference is not registered yet
   */
  public record Manifest(long contentFormat, Bytes content) {

    /** application/cbor, as the document's own example has it. */
    public static final long CBOR = 60;
  }

  /**
   * Whose key the token vouches for (RFC 8747 section 3.1).
   *
   * @param key the key itself, for receivers that have not met it
   * @param kid its thumbprint after RFC 9679, 32 octets
   */
  public record Confirmation(Optional<CoseKey> key, Optional<Bytes> kid) {

    /** The key and its thumbprint. */
    public static Confirmation of(CoseKey key) {
      return new Confirmation(Optional.of(key), Optional.of(key.thumbprint()));
    }
  }

  /**
   * A submodule in the manner of an EAR (draft-ietf-rats-ear section 3).
   *
   * @param format id of what was appraised
   * @param affirming status 2 (affirming) or 96 (contraindicated), label 1000
   */
  public record Appraised(String format, boolean affirming) {}

  public TeepEat {
    manifests = manifests.map(List::copyOf);
  }

  /** The same token for another challenge. */
  public TeepEat withNonce(Optional<Bytes> other) {
    return new TeepEat(
        other, issuedAt, ueid, oemid, hwmodel, hwversion, manifests, confirmation, appraised);
  }

  /** The same token about somebody else's key. */
  public TeepEat confirming(CoseKey key) {
    return new TeepEat(
        nonce,
        issuedAt,
        ueid,
        oemid,
        hwmodel,
        hwversion,
        manifests,
        Optional.of(Confirmation.of(key)),
        appraised);
  }

  /** The claims-set in deterministic encoding, with the profile's label. */
  public Cbor.Map toCbor() {
    return Cbor.map()
        .put(IAT, issuedAt.map(at -> Cbor.integer(at.getEpochSecond())))
        .put(CNF, confirmation.map(TeepEat::confirmation))
        .put(NONCE, nonce.map(Cbor::octets))
        .put(UEID, ueid.map(Cbor::octets))
        .put(OEMID, oemid.map(Cbor::octets))
        .put(HWMODEL, hwmodel.map(Cbor::octets))
        .put(HWVERSION, hwversion.map(version -> Cbor.array(Cbor.text(version))))
        .put(EAT_PROFILE, Cbor.text(PROFILE))
        .put(SUBMODS, appraised.map(TeepEat::submods))
        .put(
            MANIFESTS,
            manifests.map(all -> Cbor.array(all.stream().<Cbor>map(TeepEat::manifest).toList())))
        .build();
  }

  /** Signs the claims-set; the signer is named by its thumbprint after RFC 9679. */
  public Bytes sign(SigningKey key) {
    return sign(toCbor().encode(), key);
  }

  /** Signs any claims-set as a token of the profile is signed. */
  public static Bytes sign(Bytes claims, SigningKey key) {
    Cbor.Map kid = Cbor.map().put(CoseSign1.KID, Cbor.octets(key.publicKey().thumbprint())).build();
    return CoseSign1.sign(key, Cbor.map().build(), kid, claims).encode();
  }

  private static Cbor confirmation(Confirmation cnf) {
    return Cbor.map()
        .put(CNF_KEY, cnf.key().map(CoseKey::toCbor))
        .put(CNF_KID, cnf.kid().map(Cbor::octets))
        .build();
  }

  private static Cbor submods(Appraised appraised) {
    Cbor.Map submod =
        Cbor.map()
            .put(STATUS, Cbor.integer(appraised.affirming() ? AFFIRMING : CONTRAINDICATED))
            .build();
    return Cbor.map().put(appraised.format(), submod).build();
  }

  private static Cbor manifest(Manifest manifest) {
    return Cbor.array(Cbor.integer(manifest.contentFormat()), Cbor.octets(manifest.content()));
  }
}
