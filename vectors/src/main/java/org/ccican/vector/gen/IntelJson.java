package org.ccican.vector.gen;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import org.ccican.vector.Octets;

/** Intel's documents as objects, written without a blank. */
final class IntelJson {

  static final String QE_SIGNER =
      Octets.of(IntelPlan.pattern("signer of quoting enclaves", 32)).hex();

  private static final String NEW = "2025-05-14T00:00:00Z";
  private static final String OLD = "2023-08-09T00:00:00Z";
  private static final String ZERO_48 = "00".repeat(48);

  private IntelJson() {}

  static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  static String text(ObjectNode node) {
    try {
      return new JsonMapper().writeValueAsString(node);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  static ObjectNode tcbInfo(IntelFormat format) {
    boolean tdx = format == IntelFormat.TDX;
    ObjectNode node = object().put("id", format.name()).put("version", 3);
    dates(node);
    node.put("fmspc", "00C06F000000").put("pceId", "0000").put("tcbType", 0);
    node.put("tcbEvaluationDataNumber", 19);
    if (tdx) {
      module(node.putObject("tdxModule"));
      ArrayNode modules = node.putArray("tdxModuleIdentities");
      for (int major : new int[] {3, 1}) {
        ObjectNode module = modules.addObject().put("id", "TDX_0" + major);
        module(module);
        ArrayNode levels = module.putArray("tcbLevels");
        version(levels, 5, "UpToDate", NEW);
        version(levels, 2, "OutOfDate", OLD);
      }
    }
    ArrayNode levels = node.putArray("tcbLevels");
    level(levels, tdx, 7, 13, "UpToDate", NEW);
    level(levels, tdx, 5, 13, "OutOfDate", OLD);
    level(levels, tdx, 5, 5, "Revoked", OLD);
    return node;
  }

  /** The document in the flat form of its version 2, which SGX had. */
  static void flatten(ObjectNode info) {
    info.remove("id");
    info.put("version", 2);
    for (var level : info.withArray("tcbLevels")) {
      ObjectNode tcb = (ObjectNode) level.get("tcb");
      ArrayNode components = (ArrayNode) tcb.remove("sgxtcbcomponents");
      for (int i = 0; i < components.size(); i++) {
        tcb.put(
            String.format(Locale.ROOT, "sgxtcbcomp%02dsvn", i + 1),
            components.get(i).get("svn").intValue());
      }
    }
  }

  static ObjectNode qeIdentity(IntelFormat format) {
    boolean tdx = format == IntelFormat.TDX;
    ObjectNode node = object().put("id", tdx ? "TD_QE" : "QE").put("version", 2);
    dates(node);
    node.put("tcbEvaluationDataNumber", 19)
        .put("miscselect", "00000000")
        .put("miscselectMask", "FFFFFFFF")
        .put("attributes", "11" + "00".repeat(15))
        .put("attributesMask", "FBFFFFFFFFFFFFFF" + "00".repeat(8))
        .put("mrsigner", QE_SIGNER.toUpperCase(Locale.ROOT))
        .put("isvprodid", tdx ? 2 : 1);
    ArrayNode levels = node.putArray("tcbLevels");
    version(levels, 8, "UpToDate", NEW);
    version(levels, 4, "OutOfDate", OLD);
    return node;
  }

  private static void dates(ObjectNode node) {
    node.put("issueDate", "2025-11-20T00:00:00Z").put("nextUpdate", "2025-12-20T00:00:00Z");
  }

  private static void module(ObjectNode node) {
    node.put("mrsigner", ZERO_48)
        .put("attributes", "00".repeat(8))
        .put("attributesMask", "FF".repeat(8));
  }

  private static void version(ArrayNode levels, int version, String status, String date) {
    ObjectNode level = levels.addObject();
    level.putObject("tcb").put("isvsvn", version);
    level.put("tcbDate", date).put("tcbStatus", status);
  }

  private static void level(
      ArrayNode levels, boolean tdx, int first, int pceSvn, String status, String date) {
    ObjectNode level = levels.addObject();
    ObjectNode tcb = level.putObject("tcb");
    components(tcb.putArray("sgxtcbcomponents"), first, 6, 3, 3, 255, 255, 0);
    tcb.put("pcesvn", pceSvn);
    if (tdx) {
      components(tcb.putArray("tdxtcbcomponents"), 5, 0, 3, 0, 0, 0, 0);
    }
    level.put("tcbDate", date).put("tcbStatus", status);
    if (!status.equals("UpToDate")) {
      level.putArray("advisoryIDs").add("INTEL-SA-99999");
    }
  }

  private static void components(ArrayNode array, int... levels) {
    for (int i = 0; i < 16; i++) {
      array.addObject().put("svn", i < levels.length ? levels[i] : 0);
    }
  }
}
