package org.ccican.vector.gen;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/** What a PCK certificate says of its platform, changeable before it is written. */
final class IntelPckExtension {

  static final String OID = "1.2.840.113741.1.13.1";

  /** Sixteen in a right certificate. */
  int[] components = {7, 6, 3, 3, 255, 255, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0};

  int pceSvn = 15;
  byte[] cpuSvn = IntelPlan.pattern("CPUSVN", 16);
  byte[] pceId = {0, 0};
  byte[] fmspc = {0x00, (byte) 0xc0, 0x6f, 0, 0, 0};
  int sgxType = 1;
  boolean platform = true;

  byte[] write() {
    List<byte[]> tcb = new ArrayList<>();
    for (int i = 0; i < components.length; i++) {
      tcb.add(pair("2." + (i + 1), Der.integer(components[i])));
    }
    tcb.add(pair("2.17", Der.integer(pceSvn)));
    tcb.add(pair("2.18", Der.octetString(cpuSvn)));
    List<byte[]> all = new ArrayList<>();
    all.add(pair("1", Der.octetString(IntelPlan.pattern("PPID", 16))));
    all.add(pair("2", Der.sequence(tcb.toArray(new byte[0][]))));
    all.add(pair("3", Der.octetString(pceId)));
    all.add(pair("4", Der.octetString(fmspc)));
    all.add(pair("5", enumerated(sgxType)));
    if (platform) {
      all.add(pair("6", Der.octetString(IntelPlan.pattern("platform instance", 16))));
      all.add(
          pair(
              "7",
              Der.sequence(
                  pair("7.1", Der.bool(true)),
                  pair("7.2", Der.bool(false)),
                  pair("7.3", Der.bool(true)))));
    }
    return Der.sequence(all.toArray(new byte[0][]));
  }

  private static byte[] pair(String member, byte[] value) {
    return Der.sequence(Der.oid(OID + "." + member), value);
  }

  private static byte[] enumerated(int value) {
    byte[] number = Der.integer(BigInteger.valueOf(value));
    number[0] = 10;
    return number;
  }
}
