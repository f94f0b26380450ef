package org.ccican.format.intel;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.ccican.check.Checks;
import org.ccican.reject.Reason;
import org.ccican.reject.Rejected;
import org.ccican.wire.Bytes;
import org.ccican.wire.Json;
import org.ccican.wire.JsonDecoder;
import org.ccican.wire.JsonFields;

/**
 * What Intel says of the firmware of a family of platforms (Intel PCS version 4, TCB info, versions
 * 2 and 3 of it).
 *
 * @param tee {@code SGX} or {@code TDX}; version 2 does not say and is SGX
 * @param evaluation number of the evaluation that the levels come from
 * @param module signer and attributes of TDX modules of major version 0
 * @param modules TDX modules by major version
 * @param levels the highest first
 */
public record TcbInfo(
    String tee,
    long version,
    Instant issued,
    Instant nextUpdate,
    Bytes fmspc,
    Bytes pceId,
    long tcbType,
    long evaluation,
    Optional<Module> module,
    List<ModuleIdentity> modules,
    List<TcbLevel<Needs>> levels) {

  static final String RULE = "intel.tcb-info.malformed";

  private static final int COMPONENTS = 16;

  /**
   * @param tdx 16 octets for TDX, none for SGX
   */
  public record Needs(Bytes sgx, long pceSvn, Bytes tdx) {}

  /** What a TDX module must be. */
  public record Module(Bytes signer, Bytes attributes, Bytes attributesMask) {}

  /**
   * @param id {@code TDX_} and the major version in two hex digits
   */
  public record ModuleIdentity(String id, Module module, List<TcbLevel<Long>> levels) {

    public ModuleIdentity {
      levels = List.copyOf(levels);
    }
  }

  public TcbInfo {
    modules = List.copyOf(modules);
    levels = List.copyOf(levels);
  }

  static TcbInfo parse(Bytes text, Checks checks) throws Rejected {
    JsonFields fields = JsonFields.of(JsonDecoder.decode(text, checks), RULE);
    long version = fields.number("version", 0xffff);
    // spec| Intel PCS §TCB info: versions 2 and 3 are defined
    Rejected.unless(
        checks,
        "intel.tcb-info.version",
        version == 2 || version == 3,
        Reason.UNKNOWN_VERSION,
        () -> "version 2 or 3 expected, found " + version);
    String tee = version == 2 ? "SGX" : fields.text("id");
    boolean tdx = tee.equals("TDX");
    List<ModuleIdentity> modules = new ArrayList<>();
    if (tdx && fields.find("tdxModuleIdentities").isPresent()) {
      for (Json each : fields.array("tdxModuleIdentities")) {
        JsonFields module = JsonFields.of(each, RULE);
        modules.add(
            new ModuleIdentity(module.text("id"), module(module), TcbLevel.versions(module, RULE)));
      }
    }
    return new TcbInfo(
        tee,
        version,
        fields.instant("issueDate"),
        fields.instant("nextUpdate"),
        fields.hex("fmspc", 6),
        fields.hex("pceId", 2),
        fields.number("tcbType", 0xffff),
        fields.number("tcbEvaluationDataNumber", Integer.MAX_VALUE),
        tdx
            ? Optional.of(module(JsonFields.of(fields.value("tdxModule"), RULE)))
            : Optional.empty(),
        modules,
        TcbLevel.all(fields, RULE, tcb -> needs(tcb, version, tdx)));
  }

  /** The identity of a module's major version. */
  public Optional<ModuleIdentity> moduleOf(int major) {
    String id = String.format(Locale.ROOT, "TDX_%02X", major);
    return modules.stream().filter(each -> each.id().equalsIgnoreCase(id)).findFirst();
  }

  private static Module module(JsonFields fields) throws Rejected {
    return new Module(
        fields.hex("mrsigner", 48), fields.hex("attributes", 8), fields.hex("attributesMask", 8));
  }

  private static Needs needs(JsonFields tcb, long version, boolean tdx) throws Rejected {
    return new Needs(
        version == 2 ? flat(tcb) : components(tcb, "sgxtcbcomponents"),
        tcb.number("pcesvn", 0xffff),
        tdx ? components(tcb, "tdxtcbcomponents") : Bytes.EMPTY);
  }

  private static Bytes flat(JsonFields tcb) throws Rejected {
    int[] octets = new int[COMPONENTS];
    for (int i = 0; i < COMPONENTS; i++) {
      String name = String.format(Locale.ROOT, "sgxtcbcomp%02dsvn", i + 1);
      octets[i] = (int) tcb.number(name, 0xff);
    }
    return Bytes.of(octets);
  }

  private static Bytes components(JsonFields tcb, String name) throws Rejected {
    List<Json> items = tcb.array(name);
    if (items.size() != COMPONENTS) {
      throw new Rejected(Reason.MALFORMED, RULE, items.size() + " members in " + name);
    }
    int[] octets = new int[COMPONENTS];
    for (int i = 0; i < COMPONENTS; i++) {
      octets[i] = (int) JsonFields.of(items.get(i), RULE).number("svn", 0xff);
    }
    return Bytes.of(octets);
  }
}
