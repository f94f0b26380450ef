package org.ccican.format.intel;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.ccican.appraisal.Appraisal;
import org.ccican.appraisal.AppraisalInput;
import org.ccican.appraisal.AppraisalPolicy;
import org.ccican.appraisal.CheckOutcome;
import org.ccican.check.Checks;
import org.ccican.reject.Rejected;
import org.ccican.trust.Pem;
import org.ccican.trust.TrustAnchors;
import org.ccican.wire.Bytes;
import org.junit.jupiter.api.Test;

/** What real quotes and real collateral taught, each on a quote of a real processor. */
class IntelTrapsTest {

  private static final String QUOTE = "tdx/tdx-v4-uptodate.quote.bin";
  private static final Instant AT = Instant.parse("2025-07-04T10:16:31Z");
  private static final BigInteger ORDER =
      new BigInteger("ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551", 16);

  private final RealQuotes data = RealQuotes.open();
  private final EmulatedIntelStack stack = new EmulatedIntelStack();

  @Test
  void trailingOctetsChangeNoVerdict() throws Rejected {
    QuoteLayout quote = quote();
    assertThat(quote.trailing().size()).isEqualTo(70);
    for (Bytes trailing : List.of(Bytes.EMPTY, Bytes.utf8("anything"), Bytes.zero(3000))) {
      accepted(quote.withTrailing(trailing).write(), collateral());
    }
  }

  @Test
  void mostCapturedQuotesOfVersion4HaveTrailingOctets() throws Rejected {
    int with = 0;
    int without = 0;
    for (java.util.Map.Entry<String, Bytes> each : data.quotes("tdx").entrySet()) {
      if (each.getKey().startsWith("tdx-v4")) {
        QuoteLayout quote = QuoteLayout.parse(each.getValue(), QuoteLayout.TDX, Checks.unbroken());
        assertThat(quote.write()).as(each.getKey()).isEqualTo(each.getValue());
        if (quote.trailing().isEmpty()) {
          without++;
        } else {
          with++;
        }
      }
    }
    assertThat(with).isGreaterThan(without);
  }

  @Test
  void chainStandsInAnyOrder() throws Rejected {
    QuoteLayout quote = quote();
    List<Bytes> chain = Pem.blocks(quote.signature().certification().data());
    assertThat(chain).hasSize(3);
    for (int[] order : new int[][] {{0, 2, 1}, {1, 0, 2}, {2, 1, 0}, {0, 1}}) {
      List<Bytes> other = java.util.stream.IntStream.of(order).mapToObj(chain::get).toList();
      CertificationData certification =
          new CertificationData(CertificationData.PCK_CHAIN, Bytes.utf8(Pem.certificates(other)));
      accepted(
          quote.withSignature(quote.signature().withCertification(certification)).write(),
          collateral());
    }
  }

  @Test
  void highSIsAsGoodAsALowOne() throws Rejected {
    QuoteLayout quote = quote();
    Bytes signature = quote.signature().signature();
    BigInteger s = new BigInteger(1, signature.slice(32, 64).toArray());
    Bytes other = Bytes.of(ORDER.subtract(s).toByteArray());
    Bytes padded =
        other.size() > 32
            ? other.slice(other.size() - 32, other.size())
            : Bytes.concat(Bytes.zero(32 - other.size()), other);
    accepted(
        quote.withSignature(quote.signature().withSignature(signature.with(32, padded))).write(),
        collateral());
  }

  @Test
  void oneBlankInTcbInfoBreaksItsSignature() throws Rejected {
    String text = collateral().toText();
    for (String[] change :
        new String[][] {
          {"\"tcb_info\": \"{", "\"tcb_info\": \"{ "}, {"\"tcb_info\":\"{", "\"tcb_info\":\"{ "}
        }) {
      if (text.contains(change[0])) {
        Bytes spoilt = Bytes.utf8(text.replace(change[0], change[1]));
        assertThat(appraise(quote().write(), spoilt).firstFailure().map(CheckOutcome::check))
            .contains("intel.tcb-info.signature");
        return;
      }
    }
    throw new AssertionError("the bundle looks otherwise");
  }

  @Test
  void platformAndModuleBothCount() {
    assertThat(TcbStatus.UP_TO_DATE.converge(List.of(TcbStatus.OUT_OF_DATE)))
        .isEqualTo(TcbStatus.OUT_OF_DATE);
    assertThat(TcbStatus.OUT_OF_DATE.converge(List.of(TcbStatus.UP_TO_DATE)))
        .isEqualTo(TcbStatus.OUT_OF_DATE);
    assertThat(TcbStatus.CONFIGURATION_NEEDED.converge(List.of(TcbStatus.OUT_OF_DATE)))
        .isEqualTo(TcbStatus.OUT_OF_DATE_CONFIGURATION_NEEDED);
    assertThat(
            TcbStatus.SW_HARDENING_NEEDED.converge(
                List.of(TcbStatus.OUT_OF_DATE, TcbStatus.REVOKED)))
        .isEqualTo(TcbStatus.REVOKED);
    assertThat(TcbStatus.OUT_OF_DATE.relaunch(TcbStatus.UP_TO_DATE))
        .isEqualTo(TcbStatus.TD_RELAUNCH_ADVISED);
    assertThat(TcbStatus.OUT_OF_DATE.relaunch(TcbStatus.CONFIGURATION_NEEDED))
        .isEqualTo(TcbStatus.TD_RELAUNCH_ADVISED_CONFIGURATION_NEEDED);
    assertThat(TcbStatus.REVOKED.relaunch(TcbStatus.UP_TO_DATE)).isEqualTo(TcbStatus.REVOKED);
  }

  @Test
  void everyChangedOctetIsRefusedOrWithoutMeaningAndNoneMakesTheAppraiserFail() throws Rejected {
    QuoteLayout quote = quote();
    Bytes octets = quote.write();
    int end = octets.size() - quote.trailing().size();
    for (int at = 0; at < end; at += at < 1400 ? 3 : 61) {
      Appraisal appraisal = appraise(octets.flip(at, at % 8), collateral());
      boolean inCertificates = at > 1400;
      assertThat(appraisal.accepted() && !inCertificates).as("octet %d", at).isFalse();
    }
    Bytes bundle = collateral();
    for (int at = 0; at < bundle.size(); at += 997) {
      assertThat(appraise(octets, bundle.flip(at, at % 8)).outcomes()).isNotEmpty();
    }
  }

  private QuoteLayout quote() throws Rejected {
    return QuoteLayout.parse(data.read(QUOTE), QuoteLayout.TDX, Checks.unbroken());
  }

  private Bytes collateral() {
    return data.read("tdx/tdx-v4-uptodate.collateral.json");
  }

  private void accepted(Bytes quote, Bytes collateral) throws Rejected {
    Appraisal appraisal = appraise(quote, collateral);
    assertThat(appraisal.firstFailure()).isEmpty();
    assertThat(appraisal.accepted()).isTrue();
  }

  private Appraisal appraise(Bytes quote, Bytes collateral) throws Rejected {
    return stack.appraise(
        QuoteLayout.TDX,
        new AppraisalInput(
            quote,
            List.of(collateral),
            List.of(),
            TrustAnchors.parse(
                List.of(data.read("collateral/intel-sgx-rootca.pem")), Checks.unbroken()),
            AT,
            Optional.empty(),
            Optional.empty(),
            AppraisalPolicy.standard()));
  }
}
