package org.ccican.format.intel;

import java.time.Instant;
import java.util.Locale;
import org.ccican.wire.Bytes;

/**
 * What the emulated Intel says of an emulated platform: texts as Intel's service writes them,
 * without a blank, and signatures over exactly these octets.
 */
final class EmulatedDocuments {

  /** The date of what is up to date, and of what is not. */
  private static final String NEW = "2025-05-14T00:00:00Z";

  private static final String OLD = "2023-08-09T00:00:00Z";

  private final PlatformOptions options;
  private final EmulatedPlatform platform;

  EmulatedDocuments(PlatformOptions options, EmulatedPlatform platform) {
    this.options = options;
    this.platform = platform;
  }

  Bytes tcbInfo() {
    boolean tdx = platform.isTdx() != options.has(QuoteDefect.TCB_INFO_TEE);
    String zeros = "0".repeat(96);
    String module =
        String.format(
            "\"mrsigner\":\"%s\",\"attributes\":\"%s\",\"attributesMask\":\"%s\"",
            zeros, "0".repeat(16), "F".repeat(16));
    String modules =
        String.format(
            "\"tdxModule\":{%s},\"tdxModuleIdentities\":[{\"id\":\"TDX_%02X\",%s,\"tcbLevels\":[%s,%s]}],",
            module,
            EmulatedPlatform.MODULE_MAJOR + (options.has(QuoteDefect.MODULE_UNKNOWN) ? 1 : 0),
            module,
            level("{\"isvsvn\":" + EmulatedPlatform.MODULE_MINOR + "}", NEW, "UpToDate"),
            level("{\"isvsvn\":2}", OLD, "OutOfDate"));
    String outdated = options.has(QuoteDefect.TCB_REVOKED) ? "Revoked" : "OutOfDate";
    return Bytes.utf8(
        String.format(
            Locale.ROOT,
            "{\"id\":\"%s\",\"version\":%d,%s,\"fmspc\":\"%s\",\"pceId\":\"%s\",\"tcbType\":%d,"
                + "\"tcbEvaluationDataNumber\":19,%s\"tcbLevels\":[%s,%s]}",
            tdx ? "TDX" : "SGX",
            options.has(QuoteDefect.TCB_INFO_VERSION) ? 4 : 3,
            dates(QuoteDefect.TCB_INFO_STALE, QuoteDefect.TCB_INFO_FUTURE),
            options.has(QuoteDefect.TCB_INFO_FMSPC) ? "00606A000000" : hex(EmulatedPlatform.FMSPC),
            options.has(QuoteDefect.TCB_INFO_PCE_ID) ? "0100" : hex(EmulatedPlatform.PCE_ID),
            options.has(QuoteDefect.TCB_INFO_TYPE) ? 1 : 0,
            tdx ? modules : "",
            level(needs(EmulatedPlatform.COMPONENTS, tdx), NEW, "UpToDate"),
            level(needs(EmulatedPlatform.OLD_COMPONENTS, tdx), OLD, outdated)));
  }

  Bytes qeIdentity() {
    boolean tdx = platform.isTdx() != options.has(QuoteDefect.QE_IDENTITY_TEE);
    return Bytes.utf8(
        String.format(
            Locale.ROOT,
            "{\"id\":\"%s\",\"version\":%d,%s,\"tcbEvaluationDataNumber\":19,"
                + "\"miscselect\":\"00000000\",\"miscselectMask\":\"FFFFFFFF\",\"attributes\":\"11%s\","
                + "\"attributesMask\":\"FBFFFFFFFFFFFFFF%s\",\"mrsigner\":\"%s\",\"isvprodid\":%d,"
                + "\"tcbLevels\":[%s,%s]}",
            tdx ? "TD_QE" : "QE",
            options.has(QuoteDefect.QE_IDENTITY_VERSION) ? 3 : 2,
            dates(QuoteDefect.QE_IDENTITY_STALE, QuoteDefect.QE_IDENTITY_FUTURE),
            "0".repeat(30),
            "0".repeat(16),
            hex(EmulatedPlatform.QE_SIGNER),
            platform.isTdx() ? 2 : 1,
            level("{\"isvsvn\":" + EmulatedPlatform.QE_SVN + "}", NEW, "UpToDate"),
            level("{\"isvsvn\":4}", OLD, "OutOfDate")));
  }

  /** A text as it is published, which for a defect is not the one that was signed. */
  Bytes published(Bytes signed, QuoteDefect reformatted) {
    return options.has(reformatted)
        ? Bytes.concat(Bytes.utf8("{ "), signed.slice(1, signed.size()))
        : signed;
  }

  private String dates(QuoteDefect stale, QuoteDefect future) {
    Instant from = options.endorsedFrom();
    Instant until = options.endorsedUntil();
    if (options.has(stale)) {
      from = from.minus(PlatformOptions.VALIDITY);
      until = options.endorsedFrom().minusSeconds(1);
    } else if (options.has(future)) {
      from = until;
      until = until.plus(PlatformOptions.VALIDITY);
    }
    return String.format("\"issueDate\":\"%s\",\"nextUpdate\":\"%s\"", from, until);
  }

  private static String needs(Bytes components, boolean tdx) {
    String tdxComponents = ",\"tdxtcbcomponents\":" + components(EmulatedPlatform.TDX_COMPONENTS);
    return "{\"sgxtcbcomponents\":"
        + components(components)
        + ",\"pcesvn\":"
        + EmulatedPlatform.PCE_SVN
        + (tdx ? tdxComponents : "")
        + "}";
  }

  private static String components(Bytes components) {
    StringBuilder text = new StringBuilder("[");
    for (int i = 0; i < components.size(); i++) {
      text.append(i > 0 ? "," : "").append("{\"svn\":").append(components.at(i)).append('}');
    }
    return text.append(']').toString();
  }

  private static String level(String tcb, String date, String status) {
    return String.format(
        "{\"tcb\":%s,\"tcbDate\":\"%s\",\"tcbStatus\":\"%s\"%s}",
        tcb,
        date,
        status,
        status.equals("UpToDate") ? "" : ",\"advisoryIDs\":[\"EMULATED-SA-00001\"]");
  }

  private static String hex(Bytes octets) {
    return octets.toHex().toUpperCase(Locale.ROOT);
  }
}
