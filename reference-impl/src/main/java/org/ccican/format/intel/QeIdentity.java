package org.ccican.format.intel;

import java.time.Instant;
import java.util.List;
import org.ccican.check.Checks;
import org.ccican.reject.Reason;
import org.ccican.reject.Rejected;
import org.ccican.wire.Bytes;
import org.ccican.wire.JsonDecoder;
import org.ccican.wire.JsonFields;

/**
 * What Intel says of its quoting enclaves (Intel PCS version 4, QE identity, version 2 of it).
 *
 * @param id {@code QE} for SGX, {@code TD_QE} for TDX
 * @param miscSelect as the report has it: four octets, the first the least significant
 * @param attributes 16 octets as the report has them, flags and XFRM
 * @param levels the highest first
 */
public record QeIdentity(
    String id,
    Instant issued,
    Instant nextUpdate,
    long evaluation,
    Bytes miscSelect,
    Bytes miscSelectMask,
    Bytes attributes,
    Bytes attributesMask,
    Bytes signer,
    long product,
    List<TcbLevel<Long>> levels) {

  static final String RULE = "intel.qe-identity.malformed";

  public QeIdentity {
    levels = List.copyOf(levels);
  }

  static QeIdentity parse(Bytes text, Checks checks) throws Rejected {
    JsonFields fields = JsonFields.of(JsonDecoder.decode(text, checks), RULE);
    long version = fields.number("version", 0xffff);
    // spec| Intel PCS §QE identity: version 2 is defined
    Rejected.unless(
        checks,
        "intel.qe-identity.version",
        version == 2,
        Reason.UNKNOWN_VERSION,
        () -> "version 2 expected, found " + version);
    return new QeIdentity(
        fields.text("id"),
        fields.instant("issueDate"),
        fields.instant("nextUpdate"),
        fields.number("tcbEvaluationDataNumber", Integer.MAX_VALUE),
        reversed(fields.hex("miscselect", 4)),
        reversed(fields.hex("miscselectMask", 4)),
        fields.hex("attributes", 16),
        fields.hex("attributesMask", 16),
        fields.hex("mrsigner", 32),
        fields.number("isvprodid", 0xffff),
        TcbLevel.versions(fields, RULE));
  }

  /** The text has the number's most significant octet first. */
  private static Bytes reversed(Bytes four) {
    return Bytes.of(four.at(3), four.at(2), four.at(1), four.at(0));
  }
}
