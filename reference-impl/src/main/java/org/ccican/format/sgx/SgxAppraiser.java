package org.ccican.format.sgx;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ccican.appraisal.Appraisal;
import org.ccican.appraisal.AppraisalInput;
import org.ccican.appraisal.AppraisalPolicy;
import org.ccican.appraisal.Appraiser;
import org.ccican.appraisal.CheckOrder;
import org.ccican.appraisal.OrderedChecks;
import org.ccican.check.CheckCatalogue;
import org.ccican.check.Checks;
import org.ccican.cose.Crypto;
import org.ccican.evidence.EvidenceFormat;
import org.ccican.format.intel.EnclaveField;
import org.ccican.format.intel.EnclaveReport;
import org.ccican.format.intel.IntelEndorsement;
import org.ccican.format.intel.IntelForm;
import org.ccican.format.intel.IntelLevels;
import org.ccican.format.intel.IntelOrder;
import org.ccican.format.intel.IntelPolicy;
import org.ccican.format.intel.IntelScene;
import org.ccican.reject.Reason;
import org.ccican.reject.Rejected;
import org.ccican.wire.Bytes;

/**
 * Judges quotes about enclaves in the order of Intel's quote verification (Intel QVL, section
 * 4.1.2): form, collateral, certificates, quoting enclave, signature, levels of firmware; then what
 * the relying party wants. Where a quote comes from makes no difference: an emulated platform
 * differs from a real one by its root alone.
 */
public final class SgxAppraiser implements Appraiser {

  /** Every check, in the order in which they are made and reported. */
  static final List<String> ORDER =
      Stream.of(
              IntelOrder.FORM,
              List.of("sgx.report.reserved", "sgx.attributes.reserved", "sgx.attributes.init"),
              IntelOrder.TRUST,
              IntelOrder.SIGNATURES,
              IntelOrder.LEVELS,
              List.of("sgx.attributes.debug"),
              IntelOrder.POLICY,
              List.of(
                  "sgx.attributes.bits",
                  "sgx.measurement",
                  "sgx.signer",
                  "sgx.product",
                  "sgx.versions",
                  "sgx.identity",
                  "sgx.report-data"))
          .flatMap(List::stream)
          .toList();

  private static final long DEFINED =
      Stream.of(EnclaveField.Flag.values())
          .map(EnclaveField.Flag::mask)
          .reduce(0L, (a, b) -> a | b);

  private final CheckOrder order;
  private final AppraisalPolicy.Vocabulary vocabulary = words();
  private final Crypto crypto;

  public SgxAppraiser(CheckCatalogue catalogue, Crypto crypto) {
    this.order = new CheckOrder(ORDER, catalogue);
    this.crypto = crypto;
  }

  @Override
  public EvidenceFormat format() {
    return SgxQuote.FORMAT;
  }

  @Override
  public int reportDataSize() {
    return EnclaveField.REPORT_DATA.size();
  }

  @Override
  public List<String> checks() {
    return ORDER;
  }

  @Override
  public Set<Inputs> inputs() {
    return Set.of(Inputs.COLLATERAL);
  }

  @Override
  public AppraisalPolicy.Vocabulary vocabulary() {
    return vocabulary;
  }

  private static AppraisalPolicy.Vocabulary words() {
    Map<String, Integer> octets = new LinkedHashMap<>();
    octets.put(EnclaveField.MR_SIGNER.id(), EnclaveField.MR_SIGNER.size());
    SgxClaims.IDENTITY.forEach(field -> octets.put(field.id(), field.size()));
    return IntelPolicy.vocabulary(
        SgxClaims.VERSIONS.stream().map(EnclaveField::id).toList(),
        octets,
        SgxClaims.BITS.stream().map(EnclaveField::id).collect(Collectors.toSet()),
        Map.of(),
        List.of(EnclaveField.ISV_PROD_ID.id()));
  }

  @Override
  public Appraisal appraise(AppraisalInput input, Checks checks) {
    OrderedChecks run = new OrderedChecks(order, checks, input.policy());
    run.attempt(() -> judge(input, run));
    return run.appraisal();
  }

  private void judge(AppraisalInput input, OrderedChecks run) throws Rejected {
    SgxQuote quote = SgxQuote.parse(input.evidence(), run.checks());
    IntelScene scene = new IntelScene(quote.layout(), input, vocabulary, run, crypto);
    EnclaveReport report = quote.report();
    new IntelForm(scene).check();
    run.attempt(() -> reserved(report, run.checks()));
    run.attempt(() -> attributes(report, run.checks()));
    run.attempt(() -> initialised(report, run.checks()));
    if (run.hasFailed()) {
      return;
    }
    IntelEndorsement.Endorsed endorsed = new IntelEndorsement(scene).check(none -> {});
    new SgxClaims(report, scene).check(levels(endorsed, scene), endorsed.documents());
  }

  private static void reserved(EnclaveReport report, Checks checks) throws Rejected {
    Optional<EnclaveField> wrong = report.reservedAndSet();
    // spec| Intel SDM §REPORT: reserved fields are zero
    Rejected.unless(
        checks,
        "sgx.report.reserved",
        wrong.isEmpty(),
        Reason.RESERVED_NOT_ZERO,
        () -> wrong.map(EnclaveField::toString).orElse("") + " is not zero");
  }

  private static void attributes(EnclaveReport report, Checks checks) throws Rejected {
    long attributes = report.number(EnclaveField.ATTRIBUTES);
    // spec| Intel SDM §ATTRIBUTES: bits that mean nothing are zero
    Rejected.unless(
        checks,
        "sgx.attributes.reserved",
        (attributes & ~DEFINED) == 0,
        Reason.RESERVED_NOT_ZERO,
        () -> "attributes 0x" + Long.toHexString(attributes) + " have bits that mean nothing");
  }

  private static void initialised(EnclaveReport report, Checks checks) throws Rejected {
    // spec| Intel SDM §EINIT: only an enclave that was initialised can ask for a report
    Rejected.unless(
        checks,
        "sgx.attributes.init",
        report.has(EnclaveField.Flag.INIT),
        Reason.MALFORMED,
        () -> "INIT is zero in the attributes");
  }

  private static Optional<IntelLevels.Together> levels(
      IntelEndorsement.Endorsed endorsed, IntelScene scene) throws Rejected {
    if (endorsed.documents().isEmpty()) {
      for (String name : IntelOrder.LEVELS) {
        scene.run().notEvaluated(name, "no collateral");
      }
      return Optional.empty();
    }
    IntelLevels levels = new IntelLevels(endorsed.pck(), endorsed.documents().get(), scene);
    return Optional.of(levels.check(Bytes.EMPTY, 0, Optional.empty()));
  }
}
