package org.ccican.format.tdx;

import org.ccican.check.Checks;
import org.ccican.evidence.EvidenceFormat;
import org.ccican.format.intel.QuoteLayout;
import org.ccican.reject.Rejected;
import org.ccican.wire.Bytes;

/**
 * A quote about a TD (Intel TDX DCAP quote generation, appendix A.3 and A.4), version 4 or 5.
 *
 * @param layout whose body is a TD's report
 */
public record TdxQuote(QuoteLayout layout) {

  public static final EvidenceFormat FORMAT =
      new EvidenceFormat("tdx", "application/vnd.ccican.tdx-quote");

  public TdxQuote {
    if (layout.type().teeType() != QuoteLayout.TDX) {
      throw new IllegalArgumentException("a quote about " + layout.type());
    }
  }

  /**
   * @throws Rejected if this is no quote about a TD
   */
  public static TdxQuote parse(Bytes octets, Checks checks) throws Rejected {
    return new TdxQuote(QuoteLayout.parse(octets, QuoteLayout.TDX, checks));
  }

  public Bytes write() {
    return layout.write();
  }

  public TdReport report() {
    return new TdReport(layout.type(), layout.body());
  }
}
