package org.ccican.format.intel;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.ccican.reject.Reason;
import org.ccican.reject.Rejected;
import org.ccican.trust.DerValue;
import org.ccican.trust.DerWriter;
import org.ccican.trust.VendorCertificate;
import org.ccican.wire.Bytes;

/**
 * What Intel says of a platform in a PCK certificate (Intel SGX PCK certificate and CRL profile,
 * section 1.3.5): a SEQUENCE of pairs under 1.2.840.113741.1.13.1.
 *
 * <pre>
 * .1     PPID                 OCTET STRING, 16
 * .2     TCB                  SEQUENCE of pairs
 * .2.n   component n, 1 to 16 INTEGER to 255
 * .2.17  PCESVN               INTEGER to 65535
 * .2.18  CPUSVN               OCTET STRING, 16
 * .3     PCEID                OCTET STRING, 2
 * .4     FMSPC                OCTET STRING, 6
 * .5     SGX type             ENUMERATED 0 to 2
 * .6     platform instance    OCTET STRING, 16; from the platform authority alone
 * .7     configuration        SEQUENCE of pairs with BOOLEANs; from the platform authority alone
 * </pre>
 *
 * @param components 16 octets, the levels by which the platform is judged
 * @param pceSvn security version of the provisioning enclave
 * @param pceId two octets as they stand
 * @param instance identity of a platform of several processors
 */
public record PckExtension(
    Bytes ppid,
    Bytes components,
    int pceSvn,
    Bytes cpuSvn,
    Bytes pceId,
    Bytes fmspc,
    int sgxType,
    Optional<Bytes> instance,
    Map<Integer, Boolean> configuration) {

  public static final String ID = "1.2.840.113741.1.13.1";

  static final String RULE = "intel.pck.extension";

  private static final int COMPONENTS = 16;
  private static final int PCE_SVN = 17;
  private static final int CPU_SVN = 18;

  public PckExtension {
    configuration = Map.copyOf(configuration);
  }

  /**
   * @throws Rejected if there is no such extension, or it lacks something, or has it twice
   */
  static PckExtension parse(VendorCertificate certificate) throws Rejected {
    Bytes der = certificate.extensions().getOrDefault(ID, Bytes.EMPTY);
    if (der.isEmpty()) {
      throw new Rejected(
          Reason.MISSING_FIELD, RULE, certificate.commonName() + " has no extension " + ID);
    }
    Map<Integer, DerValue> all = pairs(DerValue.parse(der, RULE), ID);
    Map<Integer, DerValue> tcb = pairs(member(all, 2), ID + ".2");
    int[] levels = new int[COMPONENTS];
    for (int i = 0; i < COMPONENTS; i++) {
      levels[i] = member(tcb, i + 1).integer(0xff);
    }
    Map<Integer, Boolean> configuration = new TreeMap<>();
    Optional<Bytes> instance = Optional.empty();
    if (all.containsKey(6) || all.containsKey(7)) {
      instance = Optional.of(member(all, 6).octets(16));
      for (Map.Entry<Integer, DerValue> each : pairs(member(all, 7), ID + ".7").entrySet()) {
        configuration.put(each.getKey(), each.getValue().bool());
      }
    }
    int known = instance.isPresent() ? 7 : 5;
    if (all.size() != known || tcb.size() != CPU_SVN) {
      throw new Rejected(
          Reason.UNKNOWN_FIELD, RULE, all.size() + " members, " + tcb.size() + " in the TCB");
    }
    return new PckExtension(
        member(all, 1).octets(16),
        Bytes.of(levels),
        member(tcb, PCE_SVN).integer(0xffff),
        member(tcb, CPU_SVN).octets(16),
        member(all, 3).octets(2),
        member(all, 4).octets(6),
        member(all, 5).enumerated(2),
        instance,
        configuration);
  }

  /** The content of the extension. */
  Bytes encode() {
    List<Bytes> tcb = new ArrayList<>();
    for (int i = 0; i < COMPONENTS; i++) {
      tcb.add(DerWriter.pair(ID + ".2." + (i + 1), DerWriter.integer(components.at(i))));
    }
    tcb.add(DerWriter.pair(ID + ".2." + PCE_SVN, DerWriter.integer(pceSvn)));
    tcb.add(DerWriter.pair(ID + ".2." + CPU_SVN, DerWriter.octets(cpuSvn)));
    List<Bytes> all = new ArrayList<>();
    all.add(DerWriter.pair(ID + ".1", DerWriter.octets(ppid)));
    all.add(DerWriter.pair(ID + ".2", DerWriter.sequence(tcb)));
    all.add(DerWriter.pair(ID + ".3", DerWriter.octets(pceId)));
    all.add(DerWriter.pair(ID + ".4", DerWriter.octets(fmspc)));
    all.add(DerWriter.pair(ID + ".5", DerWriter.enumerated(sgxType)));
    if (instance.isPresent()) {
      List<Bytes> settings = new ArrayList<>();
      new TreeMap<>(configuration)
          .forEach(
              (number, value) ->
                  settings.add(DerWriter.pair(ID + ".7." + number, DerWriter.bool(value))));
      all.add(DerWriter.pair(ID + ".6", DerWriter.octets(instance.get())));
      all.add(DerWriter.pair(ID + ".7", DerWriter.sequence(settings)));
    }
    return DerWriter.sequence(all);
  }

  private static DerValue member(Map<Integer, DerValue> pairs, int number) throws Rejected {
    DerValue value = pairs.get(number);
    if (value == null) {
      throw new Rejected(Reason.MISSING_FIELD, RULE, "no member " + number + " of " + ID);
    }
    return value;
  }

  /** Values by the last number of their identifiers. */
  private static Map<Integer, DerValue> pairs(DerValue sequence, String arc) throws Rejected {
    Map<Integer, DerValue> pairs = new LinkedHashMap<>();
    for (DerValue each : sequence.sequence()) {
      var pair = each.sequence();
      String id = pair.isEmpty() ? "" : pair.get(0).objectIdentifier();
      boolean known = id.matches(java.util.regex.Pattern.quote(arc) + "\\.[0-9]{1,4}");
      if (pair.size() != 2
          || !known
          || pairs.put(Integer.parseInt(id.substring(arc.length() + 1)), pair.get(1)) != null) {
        throw new Rejected(Reason.MALFORMED, RULE, "no pair, or a second one, at " + id);
      }
    }
    return pairs;
  }
}
