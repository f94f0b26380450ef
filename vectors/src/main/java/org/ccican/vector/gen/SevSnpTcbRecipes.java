package org.ccican.vector.gen;

import static org.ccican.vector.gen.SevSnpLayout.*;
import static org.ccican.vector.gen.SevSnpReportRecipes.GENOA;
import static org.ccican.vector.gen.SevSnpReportRecipes.TURIN;

import java.util.function.Consumer;

/**
 * TCB versions that do not fit the certificate or each other, part by part: whoever compares eight
 * octets as one number finds some of them in order.
 */
final class SevSnpTcbRecipes {

  private final VectorFile<SevSnpCase> file;
  private final SevSnpProduct genoa;
  private final SevSnpProduct turin;

  SevSnpTcbRecipes(VectorFile<SevSnpCase> file, SevSnpProduct genoa, SevSnpProduct turin) {
    this.file = file;
    this.genoa = genoa;
    this.turin = turin;
  }

  void add() {
    reportedTcb(GENOA, genoa);
    reportedTcb(TURIN, turin);
    tcbOrder(GENOA, genoa);
    tcbOrder(TURIN, turin);
    launch(GENOA, genoa);
    launch(TURIN, turin);
    provisional();
  }

  private void reportedTcb(String parent, SevSnpProduct product) {
    for (TcbPart part : product.parts()) {
      for (int difference : new int[] {-1, 1}) {
        resigned(
            parent,
            "tcb.reported-"
                + part.id()
                + (difference < 0 ? "-minus-1" : "-plus-1")
                + suffix(parent),
            difference < 0 ? SevSnpRules.TCB_BELOW : SevSnpRules.TCB_ABOVE,
            "The reported "
                + part.id().replace('-', ' ')
                + " level is one "
                + (difference < 0 ? "below" : "above")
                + " that of the chip's certificate: the key belongs to another TCB.",
            raw -> raw.add(REPORTED_TCB + product.offset(part), difference));
      }
    }
  }

  private void tcbOrder(String parent, SevSnpProduct product) {
    for (TcbPart part : product.parts()) {
      resigned(
          parent,
          "tcb.committed-" + part.id() + "-above-current" + suffix(parent),
          SevSnpRules.TCB_COMMITTED,
          "The committed "
              + part.id().replace('-', ' ')
              + " level is above the current one: older firmware runs than was committed to.",
          raw -> raw.add(COMMITTED_TCB + product.offset(part), 1));
    }
    resigned(
        parent,
        "tcb.committed-boot-loader-above-current-as-one-number-below" + suffix(parent),
        SevSnpRules.TCB_COMMITTED,
        "Committed boot loader one above, committed microcode one below the current one: compared"
            + " as one number of 64 bits, it looks lower.",
        raw ->
            raw.add(COMMITTED_TCB + product.offset(TcbPart.BOOT_LOADER), 1)
                .add(COMMITTED_TCB + product.offset(TcbPart.MICROCODE), -1));
    resigned(
        parent,
        "tcb.reported-above-current" + suffix(parent),
        SevSnpRules.TCB_REPORTED,
        "Current and committed SNP level are one below the reported one: firmware claims a level"
            + " that it has not.",
        raw -> {
          int octet = product.offset(TcbPart.SNP);
          int level = product.reported(TcbPart.SNP) - 1;
          raw.u8(CURRENT_TCB + octet, level)
              .u8(COMMITTED_TCB + octet, level)
              .u8(LAUNCH_TCB + octet, level);
        });
  }

  private void launch(String parent, SevSnpProduct product) {
    for (TcbPart part : product.parts()) {
      resigned(
          parent,
          "tcb.launch-" + part.id() + "-above-current" + suffix(parent),
          SevSnpRules.TCB_LAUNCH,
          "The guest was launched under a "
              + part.id().replace('-', ' ')
              + " level above the current one: firmware went back meanwhile.",
          raw -> raw.add(LAUNCH_TCB + product.offset(part), 2));
    }
  }

  private void provisional() {
    file.accepted(
        GENOA,
        "tcb.provisional",
        SevSnpRules.TCB_PROVISIONAL,
        "Committed microcode is below the current one: the host may still go back. Clouds run such"
            + " firmware, and the standard policy takes it.",
        scene -> scene.resigned(raw -> raw.add(COMMITTED_TCB + 7, -1)));
    file.refused(
        "tcb.provisional",
        "tcb.provisional-refused",
        SevSnpRules.TCB_PROVISIONAL,
        "The same report under a policy that wants committed firmware only.",
        scene -> scene.under("committed-only"));
  }

  private void resigned(String parent, String id, Rule rule, String comment, Consumer<Raw> change) {
    file.refused(parent, id, rule, comment, scene -> scene.resigned(change));
  }

  private static String suffix(String parent) {
    return parent.equals(TURIN) ? "-turin" : "";
  }
}
