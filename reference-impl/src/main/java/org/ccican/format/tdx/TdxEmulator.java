package org.ccican.format.tdx;

import java.util.List;
import java.util.Optional;
import org.ccican.evidence.AttestingEnvironment;
import org.ccican.evidence.EvidenceFormat;
import org.ccican.evidence.LaunchedEnvironment;
import org.ccican.format.intel.BodyType;
import org.ccican.format.intel.EmulatedIntel;
import org.ccican.format.intel.EmulatedPlatform;
import org.ccican.format.intel.PlatformOptions;
import org.ccican.format.intel.QuoteDefect;
import org.ccican.format.intel.QuoteLayout;
import org.ccican.reject.Reason;
import org.ccican.reject.Rejected;
import org.ccican.wire.Bytes;

/**
 * An emulated processor with TDX: it builds TDs page by page, measures them as they are built,
 * keeps registers with the log of what was extended into them, and its quoting enclave signs quotes
 * of Intel's layout. It protects nothing.
 */
public final class TdxEmulator implements AttestingEnvironment {

  /** Versions of quotes, the usual one first. */
  public static final List<String> VARIANTS = List.of("4", "5");

  private static final int VERSION_5 = 5;

  private final PlatformOptions options;
  private final EmulatedPlatform platform;

  public TdxEmulator(PlatformOptions options, EmulatedIntel intel) {
    this.options = options;
    this.platform = new EmulatedPlatform(options, intel, QuoteLayout.TDX);
  }

  @Override
  public EvidenceFormat format() {
    return TdxQuote.FORMAT;
  }

  @Override
  public LaunchedEnvironment launch(Bytes agentImage) throws Rejected {
    return new Td(EmulatedTdMemory.load(agentImage));
  }

  /** A TD of the emulated processor; version 5 reports of it as TDX 1.5 does. */
  private final class Td implements LaunchedEnvironment {

    private final EmulatedTdMemory memory;
    private CcEventLog log;

    Td(EmulatedTdMemory memory) {
      this.memory = memory;
      this.log =
          new CcEventLog(
              List.of(
                  CcEventLog.Event.of(1, EmulatedTdMemory.HAND_OFF),
                  CcEventLog.Event.of(2, EmulatedTdMemory.FIRMWARE),
                  CcEventLog.Event.of(3, Bytes.utf8("ccican agent started"))));
    }

    @Override
    public Bytes measurement() {
      return memory.measurement();
    }

    @Override
    public Bytes agentImage() {
      return memory.agentImage();
    }

    @Override
    public List<Bytes> endorsements() {
      return platform.endorsements();
    }

    @Override
    public synchronized void extend(Bytes event) {
      log = log.plus(CcEventLog.Event.of(CcEventLog.RUNTIME, event));
    }

    @Override
    public synchronized Optional<Bytes> registerLog() {
      return Optional.of(log.write());
    }

    @Override
    public synchronized Bytes evidence(Bytes reportData) throws Rejected {
      if (reportData.size() != TdField.REPORT_DATA.size()) {
        throw new Rejected(
            Reason.MALFORMED,
            "tdx.request.report-data",
            "64 octets expected, found " + reportData.size());
      }
      BodyType type = options.version() == VERSION_5 ? BodyType.TD_1_5 : BodyType.TD_1_0;
      return platform.quote(type, spoilt(report(type, reportData)).octets());
    }

    private TdReport report(BodyType type, Bytes reportData) {
      TdReport report =
          TdReport.blank(type)
              .with(TdField.TEE_TCB_SVN, platform.moduleVersions())
              .with(
                  TdField.MR_SEAM, org.ccican.cose.Crypto.sha384(Bytes.utf8("emulated TDX module")))
              .with(TdField.TD_ATTRIBUTES, TdField.Attribute.SEPT_VE_DISABLE.mask())
              .with(TdField.XFAM, 0xe7)
              .with(TdField.MR_TD, memory.measurement())
              .with(TdField.REPORT_DATA, reportData);
      List<Bytes> registers = log.replay();
      for (int i = 0; i < registers.size(); i++) {
        report = report.with(TdxClaims.REGISTERS.get(i), registers.get(i));
      }
      return type == BodyType.TD_1_5
          ? report.with(TdField.TEE_TCB_SVN2, platform.moduleVersions())
          : report;
    }

    private TdReport spoilt(TdReport right) {
      return switch (options.defect().orElse(QuoteDefect.TRUNCATED)) {
        case ATTRIBUTES_RESERVED -> flip(right, TdField.TD_ATTRIBUTES, 8);
        case DEBUG -> flip(right, TdField.TD_ATTRIBUTES, 0);
        case SEPT_VE -> flip(right, TdField.TD_ATTRIBUTES, 28);
        case MIGRATABLE -> flip(right, TdField.TD_ATTRIBUTES, 29);
        case MODULE_SIGNER -> flip(right, TdField.MR_SIGNER_SEAM, 0);
        case MODULE_ATTRIBUTES -> flip(right, TdField.SEAM_ATTRIBUTES, 63);
        case SERVICE_TD -> flip(right, TdField.MR_SERVICE_TD, 0);
        case WRONG_MEASUREMENT -> flip(right, TdField.MR_TD, 0);
        case WRONG_REGISTER -> flip(right, TdField.RTMR3, 0);
        case WRONG_REPORT_DATA -> flip(right, TdField.REPORT_DATA, 511);
        default -> right;
      };
    }

    private TdReport flip(TdReport report, TdField field, int bit) {
      return report.with(field, report.octets(field).flip(bit / 8, bit % 8));
    }
  }
}
