package org.ccican.format.tdx;

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
import org.ccican.format.intel.BodyType;
import org.ccican.format.intel.Documents;
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
 * Judges quotes about TDs in the order of Intel's quote verification (Intel QVL, section 4.1.2):
 * form, collateral, certificates, TDX module, quoting enclave, signature, levels of firmware; then
 * what the relying party wants. Where a quote comes from makes no difference: an emulated platform
 * differs from a real one by its root alone.
 */
public final class TdxAppraiser implements Appraiser {

  static final List<String> MODULE =
      List.of("tdx.module.identity", "tdx.module.signer", "tdx.module.attributes");

  static final List<String> REPLAY =
      List.of(CcEventLog.RULE, "tdx.event-log.trailing", "tdx.registers.replay");

  /** Every check, in the order in which they are made and reported. */
  static final List<String> ORDER =
      Stream.of(
              IntelOrder.FORM,
              List.of("tdx.attributes.reserved"),
              IntelOrder.TRUST,
              MODULE,
              IntelOrder.SIGNATURES,
              IntelOrder.LEVELS,
              List.of("tdx.module.level", "tdx.attributes.debug"),
              IntelOrder.POLICY,
              List.of(
                  "tdx.attributes.sept-ve",
                  "tdx.attributes.migratable",
                  "tdx.attributes.bits",
                  "tdx.service-td",
                  "tdx.measurement"),
              REPLAY,
              List.of("tdx.registers", "tdx.identity", "tdx.report-data"))
          .flatMap(List::stream)
          .toList();

  /** Bits of the attributes that mean something, and those that make a TD untrusted. */
  private static final long DEFINED =
      0xff
          | Stream.of(TdField.Attribute.values())
              .map(TdField.Attribute::mask)
              .reduce(0L, (a, b) -> a | b);

  private final CheckOrder order;
  private final AppraisalPolicy.Vocabulary vocabulary = words();
  private final Crypto crypto;

  public TdxAppraiser(CheckCatalogue catalogue, Crypto crypto) {
    this.order = new CheckOrder(ORDER, catalogue);
    this.crypto = crypto;
  }

  @Override
  public EvidenceFormat format() {
    return TdxQuote.FORMAT;
  }

  @Override
  public int reportDataSize() {
    return TdField.REPORT_DATA.size();
  }

  @Override
  public List<String> checks() {
    return ORDER;
  }

  @Override
  public Set<Inputs> inputs() {
    return Set.of(Inputs.COLLATERAL, Inputs.EVENT_LOG);
  }

  @Override
  public AppraisalPolicy.Vocabulary vocabulary() {
    return vocabulary;
  }

  @Override
  public List<Bytes> extended(Bytes registerLog, Checks checks) throws Rejected {
    return CcEventLog.parse(registerLog, checks).events().stream()
        .filter(event -> event.register() == CcEventLog.RUNTIME)
        .map(CcEventLog.Event::data)
        .toList();
  }

  private static AppraisalPolicy.Vocabulary words() {
    Map<String, Integer> octets = new LinkedHashMap<>();
    Stream.of(TdxClaims.REGISTERS, TdxClaims.IDENTITY, List.of(TdField.MR_SERVICE_TD))
        .flatMap(List::stream)
        .forEach(field -> octets.put(field.id(), field.size()));
    return IntelPolicy.vocabulary(
        List.of(),
        octets,
        TdxClaims.BITS.stream().map(TdField::id).collect(Collectors.toSet()),
        Map.of(TdxClaims.SEPT_VE, false),
        List.of());
  }

  @Override
  public Appraisal appraise(AppraisalInput input, Checks checks) {
    OrderedChecks run = new OrderedChecks(order, checks, input.policy());
    run.attempt(() -> judge(input, run));
    return run.appraisal();
  }

  private void judge(AppraisalInput input, OrderedChecks run) throws Rejected {
    TdxQuote quote = TdxQuote.parse(input.evidence(), run.checks());
    IntelScene scene = new IntelScene(quote.layout(), input, vocabulary, run, crypto);
    TdReport report = quote.report();
    new IntelForm(scene).check();
    run.attempt(() -> reserved(report, run.checks()));
    if (run.hasFailed()) {
      return;
    }
    TdxModule module = new TdxModule(report, scene);
    IntelEndorsement.Endorsed endorsed = new IntelEndorsement(scene).check(module::check);
    Optional<IntelLevels.Together> levels = levels(report, endorsed, module, scene);
    new TdxClaims(report, scene).check(levels, endorsed.documents());
  }

  private static void reserved(TdReport report, Checks checks) throws Rejected {
    long attributes = report.number(TdField.TD_ATTRIBUTES);
    // spec| TDX module ABI §ATTRIBUTES: bits that mean nothing are zero
    Rejected.unless(
        checks,
        "tdx.attributes.reserved",
        (attributes & ~DEFINED) == 0,
        Reason.RESERVED_NOT_ZERO,
        () -> "TD_ATTRIBUTES 0x" + Long.toHexString(attributes) + " has bits that mean nothing");
  }

  private static Optional<IntelLevels.Together> levels(
      TdReport report, IntelEndorsement.Endorsed endorsed, TdxModule module, IntelScene scene)
      throws Rejected {
    if (endorsed.documents().isEmpty()) {
      for (String name : IntelOrder.LEVELS) {
        scene.run().notEvaluated(name, "no collateral");
      }
      scene.run().notEvaluated("tdx.module.level", "no collateral");
      return Optional.empty();
    }
    Documents documents = endorsed.documents().get();
    IntelLevels levels = new IntelLevels(endorsed.pck(), documents, scene);
    IntelLevels.Together launch = module.levels(levels, documents, TdField.TEE_TCB_SVN);
    if (report.type().compareTo(BodyType.TD_1_5) < 0) {
      return Optional.of(launch);
    }
    IntelLevels.Together current = module.levels(levels, documents, TdField.TEE_TCB_SVN2);
    return Optional.of(
        new IntelLevels.Together(
            launch.status().relaunch(current.status()),
            launch.date(),
            launch.advisories(),
            "at launch " + launch.shown() + "; now " + current.shown()));
  }
}
