package org.ccican.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.ccican.cose.Crypto;
import org.ccican.format.Formats;
import org.ccican.format.intel.RealQuotes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every quote that a real processor made gets its verdict, through the command that users type. */
class IntelCasesTest {

  /** The vendor's names of verdicts with the words of its documents. */
  private static final Map<String, String> STATUS =
      Map.of(
          "OK", "UpToDate",
          "TCB_SW_HARDENING_NEEDED", "SWHardeningNeeded",
          "TCB_CONFIGURATION_AND_SW_HARDENING_NEEDED", "ConfigurationAndSWHardeningNeeded",
          "TCB_OUT_OF_DATE", "OutOfDate");

  /** Puts up with whatever the vendor's procedure does not look at. */
  private static final String LENIENT =
      "allow.debug = true\nallow.migration = true\n"
          + "one-of.tcb-status = UpToDate, SWHardeningNeeded, ConfigurationNeeded,"
          + " ConfigurationAndSWHardeningNeeded, OutOfDate, OutOfDateConfigurationNeeded\n";

  private final RealQuotes data = RealQuotes.open();
  private final Formats formats = new Formats(new Crypto());
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  @TempDir Path folder;

  @Test
  void judgesEveryEnclaveAsExpected() throws IOException {
    assertThat(judge("sgx")).isEqualTo(7);
  }

  @Test
  void judgesEveryTdAsExpected() throws IOException {
    assertThat(judge("tdx")).isEqualTo(11);
  }

  @Test
  void doesWithoutCollateralWhereThePolicySaysSo() throws IOException {
    String[] row =
        data.cases("sgx").stream()
            .filter(each -> each[0].contains("fortanix"))
            .findFirst()
            .orElseThrow();
    row[5] = "2023-06-01T00:00:00Z";
    Files.writeString(
        folder.resolve("policy"), "allow.debug = true\nallow.missing-collateral = true");
    JsonPath json = run(row, Optional.of(folder.resolve("policy")));
    assertThat(failure(json)).isNull();
    assertThat(json.getBoolean("accepted")).isTrue();
    assertThat(status(json, "intel.quote.signature")).isEqualTo("passed");
    assertThat(status(json, "intel.tcb.status")).isEqualTo("not-evaluated");
    Files.writeString(folder.resolve("policy"), "allow.debug = true");
    assertThat(failure(run(row, Optional.of(folder.resolve("policy")))))
        .isEqualTo("intel.collateral.present");
  }

  private int judge(String format) throws IOException {
    int judged = 0;
    for (String[] row : data.cases(format)) {
      String expected = row[6];
      if (row[5].isEmpty()) {
        withoutInstant(row);
      } else {
        byVendor(row, expected.replaceFirst("vendor procedure: ([A-Z_]+).*", "$1"));
      }
      judged++;
    }
    return judged;
  }

  private void byVendor(String[] row, String verdict) throws IOException {
    String name = row[0] + ": " + row[6];
    JsonPath strict = run(row, Optional.empty());
    String more = row[1].equals("tdx") ? "allow.sept-ve-enabled = true\n" : "";
    Files.writeString(folder.resolve("policy"), LENIENT + more + serviceTd(row));
    JsonPath lenient = run(row, Optional.of(folder.resolve("policy")));
    assertThat(status(strict, "intel.quote.signature")).as(name).isEqualTo("passed");
    if (verdict.equals("TCB_NOT_SUPPORTED")) {
      for (JsonPath each : java.util.List.of(strict, lenient)) {
        assertThat(failure(each)).as(name).isEqualTo("intel.tcb.level");
        assertThat(detail(each, "intel.tcb.level")).as(name).startsWith("not supported");
      }
      return;
    }
    assertThat(STATUS).as(name).containsKey(verdict);
    assertThat(failure(lenient)).as(name).isNull();
    assertThat(lenient.getBoolean("accepted")).as(name).isTrue();
    assertThat(detail(lenient, "intel.tcb.status")).as(name).startsWith(STATUS.get(verdict) + ": ");
    if (row[6].endsWith("debug: refuse")) {
      assertThat(failure(strict)).as(name).isEqualTo("sgx.attributes.debug");
    } else if (!verdict.equals("OK")) {
      assertThat(failure(strict)).as(name).isEqualTo("intel.tcb.status");
    } else {
      assertThat(failure(strict)).as(name).isNull();
      assertThat(strict.getBoolean("accepted")).as(name).isTrue();
    }
  }

  /** Rows without collateral hold at any instant of their certificates. */
  private void withoutInstant(String[] row) {
    row[5] = "2023-06-01T00:00:00Z";
    JsonPath json = run(row, Optional.empty());
    String expected =
        row[6].startsWith("quote signature and QE hash valid; cannot be chained")
            ? "intel.pck.present"
            : row[6].startsWith("MUST fail: quote signature invalid")
                ? "intel.quote.signature"
                : "sgx.attributes.debug";
    assertThat(failure(json)).as(row[0] + ": " + row[6]).isEqualTo(expected);
    if (!expected.equals("intel.pck.present")) {
      assertThat(status(json, "intel.qe-report.signature")).as(row[0]).isEqualTo("passed");
    }
  }

  /** A service TD that the relying party knows of. */
  private String serviceTd(String[] row) {
    String known =
        "fe137531a4f9ec8fcba90d1040f3e9ea86ec933ff99570b5d0ef6aa752d69abb"
            + "1d0ece885d22e8289345ab90ed084cea";
    return row[0].contains("v5-outofdate") ? "equal.mr-service-td = " + known : "";
  }

  private JsonPath run(String[] row, Optional<Path> policy) {
    out.reset();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    new Appraise(
            formats,
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8))
        .run(
            new Appraise.Request(
                row[1],
                row[5],
                data.path(row[3]),
                Optional.empty(),
                row[4].isEmpty() ? Optional.empty() : Optional.of(data.path(row[4])),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                policy,
                true,
                data.path(row[0])));
    assertThat(err.toString(StandardCharsets.UTF_8)).isEmpty();
    return JsonPath.from(out.toString(StandardCharsets.UTF_8));
  }

  private static String failure(JsonPath json) {
    return json.getString("checks.find { it.status == 'failed' }.check");
  }

  private static String status(JsonPath json, String check) {
    return json.getString("checks.find { it.check == '" + check + "' }.status");
  }

  private static String detail(JsonPath json, String check) {
    return json.getString("checks.find { it.check == '" + check + "' }.actual");
  }
}
