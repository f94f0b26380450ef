package org.ccican.format.sgx;

import java.util.List;
import org.ccican.cose.Crypto;
import org.ccican.evidence.AttestingEnvironment;
import org.ccican.evidence.EvidenceFormat;
import org.ccican.evidence.LaunchedEnvironment;
import org.ccican.format.intel.BodyType;
import org.ccican.format.intel.EmulatedIntel;
import org.ccican.format.intel.EmulatedPlatform;
import org.ccican.format.intel.EnclaveField;
import org.ccican.format.intel.EnclaveReport;
import org.ccican.format.intel.PlatformOptions;
import org.ccican.format.intel.QuoteDefect;
import org.ccican.format.intel.QuoteLayout;
import org.ccican.reject.Reason;
import org.ccican.reject.Rejected;
import org.ccican.wire.Bytes;

/**
 * An emulated processor with SGX: it builds enclaves page by page, measures them as they are built,
 * and its quoting enclave signs quotes of Intel's layout. It protects nothing.
 */
public final class SgxEmulator implements AttestingEnvironment {

  /** Versions of quotes, the usual one first. */
  public static final List<String> VARIANTS = List.of("3", "4", "5");

  private static final Bytes SIGNER = Crypto.sha256(Bytes.utf8("signer of emulated enclaves"));

  private final PlatformOptions options;
  private final EmulatedPlatform platform;

  public SgxEmulator(PlatformOptions options, EmulatedIntel intel) {
    this.options = options;
    this.platform = new EmulatedPlatform(options, intel, QuoteLayout.SGX);
  }

  @Override
  public EvidenceFormat format() {
    return SgxQuote.FORMAT;
  }

  @Override
  public LaunchedEnvironment launch(Bytes agentImage) throws Rejected {
    return new Enclave(EmulatedEnclaveMemory.load(agentImage));
  }

  /** An enclave of the emulated processor. */
  private final class Enclave implements LaunchedEnvironment {

    private final EmulatedEnclaveMemory memory;

    Enclave(EmulatedEnclaveMemory memory) {
      this.memory = memory;
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
    public Bytes evidence(Bytes reportData) throws Rejected {
      if (reportData.size() != EnclaveField.REPORT_DATA.size()) {
        throw new Rejected(
            Reason.MALFORMED,
            "sgx.request.report-data",
            "64 octets expected, found " + reportData.size());
      }
      return platform.quote(BodyType.ENCLAVE, spoilt(report(reportData)).octets());
    }

    private EnclaveReport report(Bytes reportData) {
      return EnclaveReport.blank()
          .with(EnclaveField.CPU_SVN, platform.cpuSvn())
          .with(
              EnclaveField.ATTRIBUTES,
              EnclaveField.Flag.INIT.mask() | EnclaveField.Flag.MODE64BIT.mask())
          .with(EnclaveField.XFRM, 0xe7)
          .with(EnclaveField.MR_ENCLAVE, memory.measurement())
          .with(EnclaveField.MR_SIGNER, SIGNER)
          .with(EnclaveField.ISV_PROD_ID, 1)
          .with(EnclaveField.ISV_SVN, 1)
          .with(EnclaveField.REPORT_DATA, reportData);
    }

    private EnclaveReport spoilt(EnclaveReport right) {
      return switch (options.defect().orElse(QuoteDefect.TRUNCATED)) {
        case REPORT_RESERVED -> flip(right, EnclaveField.RESERVED_262, 0);
        case ATTRIBUTES_RESERVED -> flip(right, EnclaveField.ATTRIBUTES, 3);
        case NOT_INITIALISED -> flip(right, EnclaveField.ATTRIBUTES, 0);
        case DEBUG -> flip(right, EnclaveField.ATTRIBUTES, 1);
        case WRONG_MEASUREMENT -> flip(right, EnclaveField.MR_ENCLAVE, 0);
        case WRONG_REPORT_DATA -> flip(right, EnclaveField.REPORT_DATA, 511);
        default -> right;
      };
    }

    private EnclaveReport flip(EnclaveReport report, EnclaveField field, int bit) {
      return report.with(field, report.octets(field).flip(bit / 8, bit % 8));
    }
  }
}
