package org.ccican.suit;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntConsumer;
import org.ccican.check.Checks;
import org.ccican.cose.CoseAlgorithm;
import org.ccican.cose.Crypto;
import org.ccican.cose.SigningKey;
import org.ccican.wire.Bytes;

/**
 * A device that is updated from one version to the next and may be killed before any command and
 * before any change of its storage. As a program: {@code KilledUpdate FOLDER VERSION MOMENT}
 * updates what is in the folder and halts the process with status 9 at the moment of that number;
 * it ends with 0 if the update is over before, and with 1 if it is refused.
 */
public final class KilledUpdate {

  static final SuitComponentId ROOT = SuitComponentId.of("root");
  static final SuitComponentId SHARED = SuitComponentId.of("shared");
  static final List<SuitComponentId> COMPONENTS =
      List.of(SuitComponentId.of("a"), SuitComponentId.of("b"), SuitComponentId.of("c"));

  private static final Crypto CRYPTO = new Crypto();
  private static final SigningKey SIGNER =
      SigningKey.fromSeed(CoseAlgorithm.ESP256, Bytes.utf8("vendor"), CRYPTO);
  private static final Bytes VENDOR = Bytes.hex("c0ddd5f15243566087db4f5b0aa26c2f");
  private static final Bytes CLASS = Bytes.hex("db42f7093d8c55baa8c5265fc5820f4e");

  private static final Bytes FIRST = envelope(1);
  private static final Bytes SECOND = envelope(2);

  private KilledUpdate() {}

  /** See the class. */
  public static void main(String[] arguments) {
    int moment = Integer.parseInt(arguments[2]);
    boolean done =
        update(
            new FileSuitStorage(Path.of(arguments[0])),
            Integer.parseInt(arguments[1]),
            now -> {
              if (now == moment) {
                Runtime.getRuntime().halt(9);
              }
            });
    Runtime.getRuntime().halt(done ? 0 : 1);
  }

  /**
   * Updates what the storage holds.
   *
   * @param moments told the number of each moment before it is over, from 0
   * @return whether the update was accepted
   */
  static boolean update(SuitStorage storage, int version, IntConsumer moments) {
    int[] now = {0};
    Runnable moment = () -> moments.accept(now[0]++);
    Checks checks =
        (name, found) -> {
          if (name.equals("suit.limit.steps")) {
            moment.run();
          }
          return found;
        };
    return processor(checks, new DurableSuitStore(new Watched(storage, moment)), version)
        .update(version == 1 ? FIRST : SECOND)
        .refusal()
        .isEmpty();
  }

  /** What components and manifests hold, and who refers to what. */
  static String describe(SuitStorage storage) {
    SuitState state = new DurableSuitStore(storage).state();
    StringBuilder text = new StringBuilder();
    state
        .components()
        .forEach(
            each -> text.append(each.id()).append('=').append(each.payload().toText()).append(' '));
    return text + " " + state.manifests().keySet() + " " + state.references() + state.sequences();
  }

  static boolean uninstall(SuitStorage storage) {
    return processor(Checks.unbroken(), new DurableSuitStore(storage), 0)
        .uninstall(ROOT)
        .refusal()
        .isEmpty();
  }

  private static SuitProcessor processor(Checks checks, SuitStore store, int version) {
    SuitDevice device = new SuitDevice(VENDOR, CLASS, List.of(SIGNER.publicKey()));
    Map<String, Bytes> served = Map.of("https://vendor.example/b", payload("b", version));
    return new SuitProcessor(
        checks, CRYPTO, device, store, uri -> Optional.ofNullable(served.get(uri)));
  }

  private static Bytes envelope(int version) {
    SuitScript identity = new SuitScript().override(it -> it.vendor(VENDOR).classIdentifier(CLASS));
    SuitEnvelopeBuilder dependency =
        new SuitEnvelopeBuilder()
            .sequenceNumber(version)
            .components(COMPONENTS.get(2))
            .shared(new SuitScript().then(identity).vendor().classIdentifier())
            .install(new SuitScript().override(it -> it.content(payload("c", version))).write())
            .uninstall(new SuitScript().unlink())
            .signedBy(SIGNER);
    return new SuitEnvelopeBuilder()
        .sequenceNumber(version)
        .manifestComponentId(ROOT)
        .components(COMPONENTS.get(0), COMPONENTS.get(1), SHARED)
        .dependencies(2)
        .shared(
            new SuitScript()
                .indices(0, 1)
                .then(identity)
                .vendor()
                .classIdentifier()
                .index(0)
                .override(it -> it.uri("#a").image(payload("a", version)))
                .index(1)
                .override(it -> it.uri("https://vendor.example/b").image(payload("b", version)))
                .index(2)
                .override(it -> it.uri("#shared").digest(dependency.digest())))
        .dependencyResolution(new SuitScript().index(2).fetch().dependencyIntegrity())
        .payloadFetch(new SuitScript().indices(0, 1).fetch().imageMatch())
        .install(new SuitScript().index(2).processDependency())
        .validate(new SuitScript().indices(0, 1).imageMatch())
        .uninstall(new SuitScript().index(2).unlink().indices(0, 1).unlink())
        .payload("#a", payload("a", version))
        .payload("#shared", dependency.build())
        .signedBy(SIGNER)
        .build();
  }

  private static Bytes payload(String name, int version) {
    return Bytes.utf8(name + " of version " + version);
  }

  /** Storage that says when something is about to change. */
  private record Watched(SuitStorage storage, Runnable moment) implements SuitStorage {

    @Override
    public java.util.Set<String> names() {
      return storage.names();
    }

    @Override
    public Optional<Bytes> read(String name) {
      return storage.read(name);
    }

    @Override
    public void write(String name, Bytes octets) {
      moment.run();
      storage.write(name, octets);
    }

    @Override
    public void rename(String from, String to) {
      moment.run();
      storage.rename(from, to);
    }

    @Override
    public void remove(String name) {
      moment.run();
      storage.remove(name);
    }

    @Override
    public void sync() {
      moment.run();
      storage.sync();
    }
  }
}
