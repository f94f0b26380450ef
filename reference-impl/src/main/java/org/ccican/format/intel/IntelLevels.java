package org.ccican.format.intel;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.ccican.check.Checks;
import org.ccican.reject.Reason;
import org.ccican.reject.Rejected;
import org.ccican.wire.Bytes;

/**
 * What Intel says of the firmware that made a quote (Intel QVL, steps 4.1.2.5.18 to 20): the level
 * of the platform, that of the quoting enclave, that of a TDX module, and what follows from all.
 */
public final class IntelLevels {

  /**
   * The levels taken together.
   *
   * @param date the earliest of the levels' dates
   * @param advisories of all levels
   */
  public record Together(TcbStatus status, Instant date, Set<String> advisories, String shown) {

    public Together {
      advisories = Set.copyOf(advisories);
    }
  }

  private final PckExtension pck;
  private final Documents documents;
  private final IntelScene scene;
  private final Checks checks;

  public IntelLevels(PckExtension pck, Documents documents, IntelScene scene) {
    this.pck = pck;
    this.documents = documents;
    this.scene = scene;
    this.checks = scene.checks();
  }

  /**
   * @param tee versions that the TD's report states; none for SGX
   * @param from the first of them that counts: a module with an identity of its own is judged by it
   * @param module the module's level, where it is judged by itself
   */
  public Together check(Bytes tee, int from, Optional<TcbLevel<Long>> module) throws Rejected {
    Optional<TcbLevel<TcbInfo.Needs>> platform =
        documents.tcbInfo().levels().stream()
            .filter(each -> reaches(each.needs(), tee, from))
            .findFirst();
    // spec| Intel QVL §4.1.2.5.18: a level counts if every component reaches it; there must be one
    Rejected.unless(
        checks,
        "intel.tcb.level",
        platform.isPresent(),
        Reason.TCB_OUTDATED,
        () ->
            "not supported: components "
                + pck.components()
                + ", PCE "
                + pck.pceSvn()
                + (tee.isEmpty() ? "" : ", TDX " + tee)
                + " reach no level");
    TcbStatus start = platform.map(TcbLevel::status).orElse(TcbStatus.UP_TO_DATE);
    StringBuilder shown = new StringBuilder("platform " + start);
    List<TcbLevel<?>> all = new ArrayList<>();
    platform.ifPresent(all::add);
    List<TcbStatus> components = new ArrayList<>();
    for (Optional<TcbLevel<Long>> each : List.of(module, quotingEnclave())) {
      each.ifPresent(
          level -> {
            all.add(level);
            components.add(level.status());
            shown
                .append(each == module ? ", module " : ", quoting enclave ")
                .append(level.status());
          });
    }
    Set<String> advisories = new TreeSet<>();
    all.forEach(level -> advisories.addAll(level.advisories()));
    Instant date =
        all.stream()
            .<Instant>map(TcbLevel::date)
            .min(Instant::compareTo)
            .orElse(documents.tcbInfo().issued());
    TcbStatus status = start.converge(components);
    scene.run().passed("intel.tcb.level", shown.toString());
    return new Together(status, date, advisories, shown.toString());
  }

  private Optional<TcbLevel<Long>> quotingEnclave() throws Rejected {
    long version = scene.quote().signature().qeReport().number(EnclaveField.ISV_SVN);
    Optional<TcbLevel<Long>> level = TcbLevel.reached(documents.qeIdentity().levels(), version);
    // spec| Intel QVL §4.1.2.9.9: the quoting enclave reaches some level
    Rejected.unless(
        checks,
        "intel.qe-identity.level",
        level.isPresent(),
        Reason.TCB_OUTDATED,
        () -> "not supported: quoting enclave of version " + version);
    return level;
  }

  private boolean reaches(TcbInfo.Needs needs, Bytes tee, int from) {
    return notBelow(pck.components(), needs.sgx(), 0)
        && pck.pceSvn() >= needs.pceSvn()
        && (tee.isEmpty() || notBelow(tee, needs.tdx(), from));
  }

  private static boolean notBelow(Bytes found, Bytes needed, int from) {
    for (int i = from; i < needed.size(); i++) {
      if (found.at(i) < needed.at(i)) {
        return false;
      }
    }
    return true;
  }

  /** The first level of a module that a version reaches. */
  public static Optional<TcbLevel<Long>> reached(TcbInfo.ModuleIdentity module, long version) {
    return TcbLevel.reached(module.levels(), version);
  }
}
