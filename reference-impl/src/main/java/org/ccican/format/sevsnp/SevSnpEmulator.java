package org.ccican.format.sevsnp;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ccican.check.Checks;
import org.ccican.cose.CoseAlgorithm;
import org.ccican.cose.Crypto;
import org.ccican.cose.SigningKey;
import org.ccican.evidence.AttestingEnvironment;
import org.ccican.evidence.EvidenceFormat;
import org.ccican.evidence.LaunchedEnvironment;
import org.ccican.format.sevsnp.SevSnpCertificateTable.Kind;
import org.ccican.format.sevsnp.SevSnpDials.Defect;
import org.ccican.reject.Rejected;
import org.ccican.trust.CertificateTemplate;
import org.ccican.trust.EmulatedVendor;
import org.ccican.trust.RsaSigner;
import org.ccican.wire.Bytes;

/**
 * An emulated secure processor: it launches guests, measures what it loads, and signs reports of
 * AMD's layout with a chip key that the emulated AMD certifies. It protects nothing.
 */
public final class SevSnpEmulator implements AttestingEnvironment {

  /** Whom shared keys are certified for. */
  private static final String CLOUD = "emulated cloud";

  /** How long a revocation list is current. */
  private static final Duration YEAR = Duration.ofDays(365);

  private final SevSnpOptions options;
  private final EmulatedAmd amd;
  private final EmulatedChip chip;
  private final SigningKey key;
  private final Crypto crypto;

  public SevSnpEmulator(SevSnpOptions options, EmulatedAmd amd, Crypto crypto) {
    this.options = options;
    this.amd = amd;
    this.crypto = crypto;
    this.chip = EmulatedChip.of(options.product(), options.seed());
    Bytes seed =
        options.signer() == SevSnpReport.SigningKeyKind.VLEK ? chip.cloudSeed() : chip.keySeed();
    this.key = SigningKey.fromSeed(CoseAlgorithm.ES384, seed, crypto);
  }

  @Override
  public EvidenceFormat format() {
    return SevSnpReport.FORMAT;
  }

  @Override
  public LaunchedEnvironment launch(Bytes agentImage) throws Rejected {
    EmulatedMemory memory = EmulatedMemory.load(agentImage, chip.processorSignature());
    Optional<SevSnpIdentity> identity =
        options.manner() == SevSnpManner.ID_BLOCK
            ? Optional.of(identity(memory.measurement()))
            : Optional.empty();
    return new EmulatedGuest(memory, options, chip, key, identity, this::endorsements);
  }

  private SevSnpIdentity identity(Bytes measurement) throws Rejected {
    return SevSnpIdentity.verify(
        new EmulatedOwner(options.seed(), crypto).claim(measurement, EmulatedGuest.POLICY),
        measurement,
        EmulatedGuest.POLICY,
        crypto,
        Checks.unbroken());
  }

  private List<Bytes> endorsements() {
    SevSnpDials dials = options.dials();
    Bytes authority =
        dials.has(Defect.WRONG_ROOT)
            ? amd.authorityOfOtherRoot(options.product(), options.signer())
            : amd.authority(options.product(), authority());
    Bytes certificate = certificate();
    if (options.manner() == SevSnpManner.CERTIFICATE_TABLE) {
      Bytes table = table(certificate, authority);
      return dials.has(Defect.TABLE_TWO) ? List.of(table, table) : List.of(table);
    }
    return switch (dials.defect().orElse(Defect.WRONG_REPORT_DATA)) {
      case ENDORSEMENT_MISSING -> List.of();
      case AUTHORITY_MISSING -> List.of(certificate);
      case CHAIN_SWAPPED -> List.of(authority, certificate);
      default -> List.of(certificate, authority);
    };
  }

  private Bytes table(Bytes certificate, Bytes authority) {
    SevSnpDials dials = options.dials();
    SevSnpProduct product = options.product();
    Bytes root = dials.has(Defect.WRONG_ROOT) ? amd.otherRoot(product) : amd.root(product);
    EmulatedTable table = new EmulatedTable(dials).put(Kind.ARK, root);
    if (!dials.has(Defect.AUTHORITY_MISSING)) {
      table.put(Kind.ASK, authority);
    }
    boolean stale = dials.has(Defect.CRL_STALE);
    Bytes list =
        amd.revocations(
            product,
            options.endorsedFrom().minus(stale ? YEAR.plusDays(1) : Duration.ofDays(1)),
            YEAR,
            dials.has(Defect.AUTHORITY_REVOKED),
            dials.has(Defect.CRL_SIGNATURE));
    return table.put(Kind.VCEK, certificate).put(Kind.CRL, list).write();
  }

  /** Which authority signs the certificate. */
  private SevSnpReport.SigningKeyKind authority() {
    return options.dials().has(Defect.VLEK_OF_CHIP_AUTHORITY)
        ? SevSnpReport.SigningKeyKind.VCEK
        : options.signer();
  }

  private Bytes certificate() {
    SevSnpTcb tcb = chip.tcb();
    if (options.dials().has(Defect.TCB_ABOVE_ENDORSEMENT)) {
      tcb = EmulatedChip.older(tcb);
    }
    Bytes spki = key.publicKey().toSpki();
    SevSnpProduct product = options.product();
    CertificateTemplate template =
        options.signer() == SevSnpReport.SigningKeyKind.VLEK
            ? amd.cloudTemplate(product, tcb, CLOUD, spki, endorsedFrom())
            : amd.chipTemplate(product, tcb, namedChip(), spki, endorsedFrom());
    CertificateTemplate spoilt = spoil(template).withIssuer(product.authority(authority()));
    EmulatedVendor.Key own =
        authority() == SevSnpReport.SigningKeyKind.VLEK
            ? EmulatedVendor.Key.CLOUD_AUTHORITY
            : EmulatedVendor.Key.AUTHORITY;
    return amd.issue(
        spoilt,
        options.dials().has(Defect.CHAIN_SIGNATURE) ? EmulatedVendor.Key.OTHER_ROOT : own,
        options.dials().has(Defect.CHAIN_PKCS1)
            ? RsaSigner.Scheme.PKCS1_SHA384
            : RsaSigner.Scheme.PSS_SHA384);
  }

  private Bytes namedChip() {
    return options.manner() == SevSnpManner.WRAPPED_CHIP_ID
        ? Bytes.concat(Bytes.of(4, chip.id().size()), chip.id())
        : chip.id();
  }

  private CertificateTemplate spoil(CertificateTemplate right) {
    Map<String, Bytes> extensions = new LinkedHashMap<>(right.extensions());
    if (options.dials().has(Defect.VLEK_NAMES_CHIP)) {
      extensions.put(EmulatedAmd.CHIP, chip.id());
    }
    if (options.dials().has(Defect.VCEK_NAMES_CLOUD)) {
      extensions.put(EmulatedAmd.PROVIDER, EmulatedAmd.text(CLOUD));
    }
    return right.withExtensions(extensions);
  }

  private Instant endorsedFrom() {
    Map<Defect, Duration> shifts =
        Map.of(
            Defect.VCEK_EXPIRED, Duration.ofDays(-8 * 365),
            Defect.VLEK_AFTER_A_YEAR, Duration.ofDays(-365 - 30),
            Defect.VCEK_NOT_YET_VALID, Duration.ofDays(20 * 365));
    Duration shift =
        options
            .dials()
            .defect()
            .map(defect -> shifts.getOrDefault(defect, Duration.ZERO))
            .orElse(Duration.ZERO);
    return options.endorsedFrom().plus(shift);
  }
}
