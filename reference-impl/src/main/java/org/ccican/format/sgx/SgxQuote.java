package org.ccican.format.sgx;

import org.ccican.check.Checks;
import org.ccican.evidence.EvidenceFormat;
import org.ccican.format.intel.EnclaveReport;
import org.ccican.format.intel.QuoteLayout;
import org.ccican.reject.Rejected;
import org.ccican.wire.Bytes;

/**
 * A quote about an enclave (Intel SGX DCAP quote generation, appendix A.3): version 3, or one of
 * the later versions that TDX shares.
 *
 * @param layout whose body is an enclave's report
 */
public record SgxQuote(QuoteLayout layout) {

  public static final EvidenceFormat FORMAT =
      new EvidenceFormat("sgx", "application/vnd.ccican.sgx-quote");

  public SgxQuote {
    if (layout.type().teeType() != QuoteLayout.SGX) {
      throw new IllegalArgumentException("a quote about " + layout.type());
    }
  }

  /**
   * @throws Rejected if this is no quote about an enclave
   */
  public static SgxQuote parse(Bytes octets, Checks checks) throws Rejected {
    return new SgxQuote(QuoteLayout.parse(octets, QuoteLayout.SGX, checks));
  }

  public Bytes write() {
    return layout.write();
  }

  public EnclaveReport report() {
    return new EnclaveReport(layout.body());
  }
}
