package org.ccican.role;

import java.nio.file.Path;
import java.util.List;
import java.util.function.IntConsumer;
import org.ccican.app.ReferenceImages;
import org.ccican.check.Checks;
import org.ccican.program.Programs;
import org.ccican.reject.Rejected;
import org.ccican.suit.DurableSuitStore;
import org.ccican.suit.FileSuitStorage;
import org.ccican.suit.SuitManifestBuilder;
import org.ccican.suit.SuitStore;
import org.ccican.teep.TeepCodec;
import org.ccican.teep.TeepMessage;
import org.ccican.teep.TeepSecurity;
import org.ccican.teep.WireRevision;
import org.ccican.wire.Bytes;

/**
 * A TEEP Agent whose store is a folder and that may be halted before any SUIT command. As a
 * program: {@code KilledAgent FOLDER VERSION MOMENT} gives it an Update of two manifests and halts
 * the process with status 9 at the moment of that number; it ends with 0 after a Success, with 1
 * after an Error.
 */
public final class KilledAgent {

  static final int HALTED = 9;

  private KilledAgent() {}

  /** See the class. */
  public static void main(String[] arguments) throws Rejected {
    int moment = Integer.parseInt(arguments[2]);
    TeepMessage answer =
        update(
            Path.of(arguments[0]),
            Integer.parseInt(arguments[1]),
            now -> {
              if (now == moment) {
                Runtime.getRuntime().halt(HALTED);
              }
            });
    Runtime.getRuntime().halt(answer instanceof TeepMessage.Success ? 0 : 1);
  }

  /**
   * Gives a new Agent, which has what is in the folder, an Update.
   *
   * @param version of both manifests, their sequence number
   * @param moments told the number of each moment before it is over, from 0
   */
  static TeepMessage update(Path folder, int version, IntConsumer moments) throws Rejected {
    int[] now = {0};
    Checks checks =
        (name, found) -> {
          if (name.equals("suit.limit.steps")) {
            moments.accept(now[0]++);
          }
          return found;
        };
    TeepAgent agent =
        new TeepAgent(
            Peers.environment(),
            WireRevision.TEEP_26,
            store(folder),
            Peers.CRYPTO,
            Peers.inside(),
            checks);
    TeepMessage update =
        TeepMessages.update(Bytes.zero(16), List.of(middleware(version), application(version)));
    Turn.Reply reply = Peers.reply(agent.receive(Peers.teep(Peers.signed(update, Peers.TAM))));
    Bytes opened =
        new TeepSecurity(WireRevision.TEEP_26)
            .open(reply.body(), List.of(Peers.AGENT.publicKey()), Peers.CHECKS)
            .message();
    return new TeepCodec(WireRevision.TEEP_26, Peers.CHECKS).decode(opened);
  }

  static SuitStore store(Path folder) {
    return new DurableSuitStore(new FileSuitStorage(folder));
  }

  static Bytes applicationPayload(int version) {
    return (version == 1 ? Programs.sum() : Programs.maximum()).code();
  }

  static Bytes middlewarePayload(int version) {
    MiddlewareImage image =
        ReferenceImages.middleware(version == 1 ? "analytics" : "imaging", "sev-snp");
    return ReferenceImages.packed(image.encode());
  }

  private static Bytes middleware(int version) {
    return ReferenceImages.manifest(middlewarePayload(version))
        .sequenceNumber(version)
        .build(Peers.VENDOR);
  }

  private static Bytes application(int version) {
    return new SuitManifestBuilder(
            TargetingEnvironment.TRUSTED_APPLICATION, applicationPayload(version))
        .sequenceNumber(version)
        .vendorId(ReferenceImages.VENDOR_ID)
        .classId(ReferenceImages.CLASS_ID)
        .build(Peers.VENDOR);
  }
}
