package org.ccican.format.tdx;

import java.util.Optional;
import org.ccican.check.Checks;
import org.ccican.format.intel.Documents;
import org.ccican.format.intel.IntelEndorsement;
import org.ccican.format.intel.IntelLevels;
import org.ccican.format.intel.IntelScene;
import org.ccican.format.intel.TcbInfo;
import org.ccican.format.intel.TcbLevel;
import org.ccican.reject.Reason;
import org.ccican.reject.Rejected;
import org.ccican.wire.Bytes;

/**
 * Whether the TDX module below a TD is one of Intel's (Intel QVL, steps 4.1.2.5.12 and 4.1.2.5.19).
 * Octet 1 of the versions is the module's major version: from 1 on a module has an identity of its
 * own, with levels by octet 0, and the platform's levels leave both octets aside.
 */
final class TdxModule {

  private static final int MINOR = 0;
  private static final int MAJOR = 1;

  private final TdReport report;
  private final IntelScene scene;
  private final Checks checks;

  TdxModule(TdReport report, IntelScene scene) {
    this.report = report;
    this.scene = scene;
    this.checks = scene.checks();
  }

  /** Checks who made the module. */
  void check(IntelEndorsement.Endorsed endorsed) throws Rejected {
    if (endorsed.documents().isEmpty()) {
      for (String name : TdxAppraiser.MODULE) {
        scene.run().notEvaluated(name, "no collateral");
      }
      return;
    }
    TcbInfo info = endorsed.documents().get().tcbInfo();
    Bytes versions = report.octets(TdField.TEE_TCB_SVN);
    Optional<TcbInfo.Module> module =
        versions.at(MAJOR) == 0
            ? info.module()
            : identity(info, versions).map(TcbInfo.ModuleIdentity::module);
    scene.run().passed("tdx.module.identity", "");
    if (module.isEmpty()) {
      scene.run().passed("tdx.module.signer", "");
      scene.run().passed("tdx.module.attributes", "");
      return;
    }
    Bytes signer = report.octets(TdField.MR_SIGNER_SEAM);
    // spec| Intel QVL §4.1.2.5.12.1: Intel signed the module
    Rejected.unless(
        checks,
        "tdx.module.signer",
        signer.equals(module.get().signer()),
        Reason.ENDORSEMENT_MISMATCH,
        () -> module.get().signer() + " expected in MR_SIGNER_SEAM, found " + signer);
    Bytes attributes = report.octets(TdField.SEAM_ATTRIBUTES);
    // spec| Intel QVL §4.1.2.5.12.2: its attributes are those of the document, and zero
    Rejected.unless(
        checks,
        "tdx.module.attributes",
        attributes.isZero() && attributes.equals(module.get().attributes()),
        Reason.ENDORSEMENT_MISMATCH,
        () -> "zeros expected in SEAM_ATTRIBUTES, found " + attributes);
  }

  /** The levels of the platform with one version of the module, taken together. */
  IntelLevels.Together levels(IntelLevels levels, Documents documents, TdField field)
      throws Rejected {
    Bytes versions = report.octets(field);
    int major = versions.at(MAJOR);
    Optional<TcbLevel<Long>> level = Optional.empty();
    if (major > 0) {
      Optional<TcbInfo.ModuleIdentity> identity = identity(documents.tcbInfo(), versions);
      level = identity.flatMap(each -> IntelLevels.reached(each, versions.at(MINOR)));
      boolean reached = level.isPresent() || identity.isEmpty();
      // spec| Intel QVL §4.1.2.5.19: the module reaches some level of its identity
      Rejected.unless(
          checks,
          "tdx.module.level",
          reached,
          Reason.TCB_OUTDATED,
          () -> "not supported: module " + major + "." + versions.at(MINOR));
    }
    scene.run().passed("tdx.module.level", major == 0 ? "a component of the platform" : "");
    return levels.check(versions, major > 0 ? 2 : 0, level);
  }

  private Optional<TcbInfo.ModuleIdentity> identity(TcbInfo info, Bytes versions) throws Rejected {
    Optional<TcbInfo.ModuleIdentity> identity = info.moduleOf(versions.at(MAJOR));
    // spec| Intel QVL §4.1.2.5.12: the document has an identity of the module's major version
    Rejected.unless(
        checks,
        "tdx.module.identity",
        identity.isPresent(),
        Reason.ENDORSEMENT_MISMATCH,
        () -> "no identity of a module of version " + versions.at(MAJOR));
    return identity;
  }
}
