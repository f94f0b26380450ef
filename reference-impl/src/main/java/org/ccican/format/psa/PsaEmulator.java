package org.ccican.format.psa;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.ccican.cose.CoseAlgorithm;
import org.ccican.cose.Crypto;
import org.ccican.cose.MacKey;
import org.ccican.cose.SigningKey;
import org.ccican.cose.VerificationKey;
import org.ccican.evidence.AttestingEnvironment;
import org.ccican.evidence.EvidenceFormat;
import org.ccican.evidence.LaunchedEnvironment;
import org.ccican.format.arm.ArmKeys;
import org.ccican.format.arm.ArmLifecycle;
import org.ccican.format.arm.EmulatedManufacturer;
import org.ccican.reject.Reason;
import org.ccican.reject.Rejected;
import org.ccican.trust.TrustAnchors;
import org.ccican.wire.Bytes;
import org.ccican.wire.Cbor;

/**
 * An emulated device with a PSA root of trust: its boot loader measures what it loads, and its
 * attestation service signs tokens with a key that the emulated manufacturer certifies. Devices
 * with a shared secret all have one and the same, which is published here, and so are one instance.
 * It protects nothing.
 */
public final class PsaEmulator implements AttestingEnvironment {

  private static final Duration ENDORSED = Duration.ofDays(7 * 365 + 2);
  private static final int NONCE_SIZE = 64;
  private static final long CALLER = 1001;
  private static final Bytes SECRET = Crypto.sha512(Bytes.utf8("secret of all emulated devices"));
  private static final MacKey SHARED = new MacKey(SECRET);
  private static final Bytes IMPLEMENTATION =
      Crypto.sha256(Bytes.utf8("emulated root of trust, no implementation of anything"));

  private final PsaOptions options;
  private final EmulatedManufacturer maker;
  private final Crypto crypto;

  public PsaEmulator(PsaOptions options, EmulatedManufacturer maker, Crypto crypto) {
    this.options = options;
    this.maker = maker;
    this.crypto = crypto;
  }

  /** What a relying party pins that wants to believe emulated devices: their root, their secret. */
  public static TrustAnchors anchors(EmulatedManufacturer maker) {
    Cbor.Map secret =
        Cbor.map()
            .put(1, Cbor.integer(4))
            .put(2, Cbor.octets(ArmKeys.instance(shared())))
            .put(-1, Cbor.octets(SECRET))
            .build();
    return maker.anchors(List.of(secret.encode()));
  }

  private static VerificationKey shared() {
    return new VerificationKey.Shared(SHARED, Optional.empty());
  }

  @Override
  public EvidenceFormat format() {
    return PsaProfile.FORMAT;
  }

  @Override
  public LaunchedEnvironment launch(Bytes agentImage) throws Rejected {
    return new Partition(EmulatedPartition.load(agentImage, options.variant()));
  }

  private Optional<SigningKey> key() {
    return options.variant().signature().map(algorithm -> key(algorithm, "attestation key"));
  }

  private SigningKey key(CoseAlgorithm algorithm, String name) {
    return SigningKey.fromSeed(
        algorithm, Bytes.concat(Bytes.utf8("emulated " + name), options.seed()), crypto);
  }

  private Bytes instance() {
    return ArmKeys.instance(
        key()
            .<VerificationKey>map(
                own -> new VerificationKey.Public(own.publicKey(), Optional.empty()))
            .orElseGet(PsaEmulator::shared));
  }

  /** The device's certificate and its authority's, in the order that the defect wants. */
  private List<Bytes> certificates(SigningKey own) {
    Bytes authority =
        options.has(PsaDefect.WRONG_ROOT) ? maker.authorityOfOtherRoot() : maker.authority();
    Instant from = endorsedFrom();
    BigInteger serial = new BigInteger(1, Crypto.sha256(options.seed()).slice(0, 15).toArray());
    Bytes device = maker.device(own.publicKey(), serial, from, from.plus(ENDORSED));
    return switch (options.defect().orElse(PsaDefect.WRONG_REPORT_DATA)) {
      case ENDORSEMENT_MISSING -> List.of();
      case AUTHORITY_MISSING -> List.of(device);
      case CHAIN_SWAPPED -> List.of(authority, device);
      default -> List.of(device, authority);
    };
  }

  private Instant endorsedFrom() {
    Duration shift =
        switch (options.defect().orElse(PsaDefect.WRONG_REPORT_DATA)) {
          case CERTIFICATE_EXPIRED -> Duration.ofDays(-8 * 365);
          case CERTIFICATE_NOT_YET_VALID -> Duration.ofDays(20 * 365);
          default -> Duration.ZERO;
        };
    return options.endorsedFrom().plus(shift);
  }

  /** The secure world of the device, with the agent in a partition of its own. */
  private final class Partition implements LaunchedEnvironment {

    private final EmulatedPartition memory;

    Partition(EmulatedPartition memory) {
      this.memory = memory;
    }

    /** Of all software together, see {@link PsaClaims#digest}. */
    @Override
    public Bytes measurement() {
      return PsaClaims.digest(memory.components());
    }

    @Override
    public Bytes agentImage() {
      return memory.agentImage();
    }

    @Override
    public List<Bytes> endorsements() {
      return inside() ? List.of() : key().map(PsaEmulator.this::certificates).orElse(List.of());
    }

    @Override
    public Bytes evidence(Bytes reportData) throws Rejected {
      if (reportData.size() != NONCE_SIZE) {
        throw new Rejected(
            Reason.MALFORMED,
            "psa.request.nonce",
            NONCE_SIZE + " octets expected, found " + reportData.size());
      }
      PsaTokenWriter writer =
          new PsaTokenWriter(
              options, inside() ? key().map(PsaEmulator.this::certificates) : Optional.empty());
      PsaClaims claims = PsaSpoiler.spoil(claims(reportData), options.defect());
      return options.variant().mac().isPresent()
          ? writer.maced(claims, options.has(PsaDefect.WRONG_KEY) ? other() : SHARED)
          : writer.signed(claims, signer());
    }

    private boolean inside() {
      return options.variant() == PsaVariant.TFM_X5CHAIN;
    }

    private SigningKey signer() {
      CoseAlgorithm algorithm = options.variant().signature().orElseThrow();
      return key(algorithm, options.has(PsaDefect.WRONG_KEY) ? "other key" : "attestation key");
    }

    private MacKey other() {
      return new MacKey(Crypto.sha512(Bytes.utf8("secret of nobody")));
    }

    private PsaClaims claims(Bytes nonce) {
      PsaProfile profile = options.variant().profile();
      return new PsaClaims(
          profile,
          Optional.of(profile.claim()),
          List.of(nonce),
          false,
          Optional.of(CALLER),
          Optional.of(instance()),
          Optional.of(IMPLEMENTATION),
          Optional.of((long) ArmLifecycle.SECURED.value(0)),
          Optional.of(Crypto.sha256(Bytes.concat(Bytes.utf8("emulated boot"), options.seed()))),
          Optional.of("0000000000000-10000"),
          Optional.of(memory.components()),
          Optional.empty(),
          Optional.of("https://verifier.example/emulated"));
    }
  }
}
