package org.ccican.format.cca;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ccican.cose.CoseAlgorithm;
import org.ccican.cose.Crypto;
import org.ccican.cose.SigningKey;
import org.ccican.cose.VerificationKey;
import org.ccican.evidence.AttestingEnvironment;
import org.ccican.evidence.EvidenceFormat;
import org.ccican.evidence.LaunchedEnvironment;
import org.ccican.format.arm.ArmKeys;
import org.ccican.format.arm.ArmLifecycle;
import org.ccican.format.arm.EmulatedManufacturer;
import org.ccican.format.arm.SoftwareComponent;
import org.ccican.reject.Reason;
import org.ccican.reject.Rejected;
import org.ccican.wire.Bytes;
import org.ccican.wire.Cbor;

/**
 * An emulated platform of the Confidential Compute Architecture: its monitor measures a realm as
 * the RMM does, makes the realm a key, and has the platform vouch for the key's hash; the platform
 * signs with a key that the emulated manufacturer certifies beside the token. It protects nothing.
 */
public final class CcaEmulator implements AttestingEnvironment {

  /** The platform's last component. */
  static final SoftwareComponent MONITOR = component("RMM", "realm management monitor", "0.7.0");

  private static final List<SoftwareComponent> COMPONENTS =
      List.of(
          component("BL", "boot loader", "2.12.0"),
          component("BL31", "monitor of the root world", "2.12.0"),
          MONITOR);

  private static final Duration ENDORSED = Duration.ofDays(7 * 365 + 2);
  private static final CcaHash KEY_HASH = CcaHash.SHA_256;
  private static final Bytes IMPLEMENTATION =
      Crypto.sha256(Bytes.utf8("emulated CCA platform, no implementation of anything"));

  private final CcaOptions options;
  private final EmulatedManufacturer maker;
  private final Crypto crypto;

  public CcaEmulator(CcaOptions options, EmulatedManufacturer maker, Crypto crypto) {
    this.options = options;
    this.maker = maker;
    this.crypto = crypto;
  }

  @Override
  public EvidenceFormat format() {
    return CcaToken.FORMAT;
  }

  @Override
  public Realm launch(Bytes agentImage) throws Rejected {
    return new Realm(EmulatedRealmMemory.load(agentImage));
  }

  private static SoftwareComponent component(String type, String name, String version) {
    return SoftwareComponent.of(
        type,
        Crypto.sha256(Bytes.utf8("ccican emulated " + name + ": runs nothing\0")),
        version,
        Crypto.sha256(Bytes.utf8("signer of emulated firmware")),
        CcaHash.SHA_256.id());
  }

  private SigningKey key(CoseAlgorithm algorithm, String name) {
    return SigningKey.fromSeed(
        algorithm, Bytes.concat(Bytes.utf8("emulated " + name), options.seed()), crypto);
  }

  private SigningKey platformKey() {
    return key(options.variant().algorithm(), "CCA platform attestation key");
  }

  private Bytes certificate() {
    Duration shift =
        switch (options.defect().orElse(CcaDefect.WRONG_REPORT_DATA)) {
          case CERTIFICATE_EXPIRED -> Duration.ofDays(-8 * 365);
          case CERTIFICATE_NOT_YET_VALID -> Duration.ofDays(20 * 365);
          default -> Duration.ZERO;
        };
    Instant from = options.endorsedFrom().plus(shift);
    BigInteger serial = new BigInteger(1, Crypto.sha256(options.seed()).slice(0, 15).toArray());
    return maker.device(platformKey().publicKey(), serial, from, from.plus(ENDORSED));
  }

  /** A realm of the emulated platform, with the agent in it. */
  public final class Realm implements LaunchedEnvironment {

    private final EmulatedRealmMemory memory;
    private CcaRegisterLog log =
        new CcaRegisterLog(
            List.of(
                new CcaRegisterLog.Event(0, EmulatedRealmMemory.FIRMWARE),
                new CcaRegisterLog.Event(1, Bytes.utf8("ccican agent started"))));

    private Realm(EmulatedRealmMemory memory) {
      this.memory = memory;
    }

    /** The initial measurement, as long as a hash of the realm. */
    @Override
    public Bytes measurement() {
      return memory.measurement(options.variant().hash());
    }

    @Override
    public Bytes agentImage() {
      return memory.agentImage();
    }

    @Override
    public synchronized Optional<Bytes> registerLog() {
      return Optional.of(log.encode());
    }

    /** The event's hash goes into the last register (RMM specification, RSI_MEASUREMENT_EXTEND). */
    @Override
    public synchronized void extend(Bytes event) {
      log = log.plus(new CcaRegisterLog.Event(CcaRegisterLog.RUNTIME, event));
    }

    @Override
    public List<Bytes> endorsements() {
      Bytes authority =
          options.has(CcaDefect.WRONG_ROOT) ? maker.authorityOfOtherRoot() : maker.authority();
      return switch (options.defect().orElse(CcaDefect.WRONG_REPORT_DATA)) {
        case ENDORSEMENT_MISSING -> List.of();
        case AUTHORITY_MISSING -> List.of(certificate());
        case CHAIN_SWAPPED -> List.of(authority, certificate());
        default -> List.of(certificate(), authority);
      };
    }

    @Override
    public synchronized Bytes evidence(Bytes reportData) throws Rejected {
      if (reportData.size() != CcaRealmForm.CHALLENGE_SIZE) {
        throw new Rejected(
            Reason.MALFORMED,
            "cca.request.challenge",
            CcaRealmForm.CHALLENGE_SIZE + " octets expected, found " + reportData.size());
      }
      CcaDefect defect = options.defect().orElse(CcaDefect.TRUNCATED);
      SigningKey own = key(CoseAlgorithm.ES384, "realm attestation key");
      SigningKey other = key(CoseAlgorithm.ES384, "key of another realm");
      Cbor.Map right = realmClaims(reportData, own).toCbor();
      Cbor.Map realm = CcaSpoiler.realm(right, defect, other.publicKey());
      boolean swapped = defect == CcaDefect.RAK_SWAPPED || defect == CcaDefect.REALM_WRONG_KEY;
      Cbor.Map platform =
          CcaSpoiler.platform(platformClaims(vouched(right, realm)).toCbor(), defect);
      CcaTokenWriter writer = new CcaTokenWriter(options);
      SigningKey signer =
          defect == CcaDefect.WRONG_KEY
              ? key(options.variant().algorithm(), "other platform key")
              : platformKey();
      return writer.join(
          writer.platform(platform, signer, certificate()),
          writer.realm(realm, swapped ? other : own));
    }

    /** What the platform is given to vouch for: the hash of a key that may be spoilt already. */
    private Bytes vouched(Cbor.Map right, Cbor.Map spoilt) {
      CcaDefect defect = options.defect().orElse(CcaDefect.TRUNCATED);
      boolean key = defect == CcaDefect.REALM_KEY_POINT || defect == CcaDefect.REALM_KEY_SHAPE;
      if (defect == CcaDefect.OTHER_REALM) {
        return KEY_HASH.digest(
            CcaSpoiler.spelt(right, key(CoseAlgorithm.ES384, "key of another realm").publicKey()));
      }
      Cbor found = (key ? spoilt : right).find(CcaRealmClaims.KEY).orElseThrow();
      return KEY_HASH.digest(((Cbor.Octets) found).value());
    }

    private CcaRealmClaims realmClaims(Bytes challenge, SigningKey key) {
      CcaHash hash = options.variant().hash();
      boolean legacy = options.variant() == CcaVariant.LEGACY;
      boolean unnamed = legacy || options.variant() == CcaVariant.UNNAMED_REALM;
      return new CcaRealmClaims(
          unnamed ? Optional.empty() : Optional.of(CcaRealmClaims.PROFILE_2023),
          List.of(challenge),
          false,
          Optional.of(Crypto.sha512(Bytes.utf8("emulated realm"))),
          Optional.of(measurement()),
          Optional.of(new ArrayList<>(log.replay(hash))),
          Optional.of(hash.id()),
          Optional.of(legacy ? key.publicKey().point() : key.publicKey().toCbor().encode()),
          Optional.of(KEY_HASH.id()),
          legacy ? Optional.empty() : Optional.of("private"));
    }

    private CcaPlatformClaims platformClaims(Bytes nonce) {
      CcaVariant variant = options.variant();
      return new CcaPlatformClaims(
          Optional.of(
              variant == CcaVariant.LEGACY
                  ? CcaPlatformClaims.PROFILE_LEGACY
                  : CcaPlatformClaims.PROFILE_2023),
          List.of(nonce),
          false,
          Optional.of(
              ArmKeys.instance(
                  new VerificationKey.Public(platformKey().publicKey(), Optional.empty()))),
          Optional.of(IMPLEMENTATION),
          Optional.of((long) ArmLifecycle.SECURED.value(3)),
          Optional.of(Bytes.hex("cfcfcfcf")),
          Optional.of(COMPONENTS),
          variant == CcaVariant.WITHOUT_SERVICE
              ? Optional.empty()
              : Optional.of("https://verifier.example/emulated"),
          Optional.of(CcaHash.SHA_256.id()));
    }
  }
}
