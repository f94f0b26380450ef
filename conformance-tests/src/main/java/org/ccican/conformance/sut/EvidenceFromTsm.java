package org.ccican.conformance.sut;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.ccican.conformance.trace.Blame;
import org.ccican.transport.HttpReply;
import org.ccican.wire.Bytes;

/**
 * Evidence from a Linux guest by configfs ({@code /sys/kernel/config/tsm/report}): an entry is made
 * for each request, the report data written into {@code inblob}, the report read from {@code
 * outblob} and the vendor's certificates from {@code auxblob}; {@code generation} counts what was
 * written, so that nobody else's report is taken; then the entry is removed.
 */
final class EvidenceFromTsm implements EvidenceSource {

  private static final Duration ROUND = Duration.ofMillis(20);
  private static final int LARGEST = 1 << 20;

  private final SutRole role;
  private final Path folder;
  private final EvidenceForm form;
  private final AtomicInteger entries = new AtomicInteger();

  EvidenceFromTsm(SutRole role, EvidenceForm form) {
    this.role = role;
    this.folder = ((Reach.Folder) role.reach()).path();
    this.form = form;
  }

  @Override
  public HttpReply attest(Bytes reportData, Situation situation) {
    Path entry =
        folder.resolve("ccican-" + ProcessHandle.current().pid() + "-" + entries.incrementAndGet());
    try {
      Files.createDirectory(entry);
      try {
        return reported(entry, reportData, situation);
      } finally {
        remove(entry);
      }
    } catch (IOException e) {
      return Outcomes.problem(
          situation.log(),
          Blame.CONFIGURATION,
          "attesting-environment.configfs-tsm: "
              + folder
              + ": "
              + e
              + "; write the folder of the tsm reports, and run as somebody who may use it");
    }
  }

  private HttpReply reported(Path entry, Bytes reportData, Situation situation) throws IOException {
    Files.write(entry.resolve("inblob"), reportData.toArray());
    Optional<Bytes> report = awaited(entry.resolve("outblob"));
    if (report.isEmpty()) {
      return Outcomes.problem(
          situation.log(), Blame.TIMEOUT, "no outblob in " + entry + " in time");
    }
    String generation = text(entry.resolve("generation"));
    if (!generation.equals("1")) {
      return Outcomes.problem(
          situation.log(),
          Blame.PREREQUISITE,
          "generation " + generation + " of " + entry + ": somebody else has used the entry");
    }
    String provider = text(entry.resolve("provider"));
    Optional<String> other = otherThanRecipe(provider);
    return other.isPresent()
        ? Outcomes.problem(situation.log(), Blame.CONFIGURATION, other.get())
        : form.answer(report.get(), "", certificates(entry.resolve("auxblob")), situation);
  }

  /** The provider is of other hardware than the recipe says. */
  private Optional<String> otherThanRecipe(String provider) {
    Optional<String> format =
        switch (provider) {
          case "sev_guest" -> Optional.of("sev-snp");
          case "tdx_guest" -> Optional.of("tdx");
          case "arm_cca_guest" -> Optional.of("cca");
          default -> Optional.empty();
        };
    return format
        .filter(id -> !role.format().equals(Optional.of(id)))
        .map(
            id ->
                "attesting-environment.format: the provider is "
                    + provider
                    + "; write format: "
                    + id);
  }

  /** The kernel has the report as soon as it is read; a folder that is mirrored, a little later. */
  private Optional<Bytes> awaited(Path file) throws IOException {
    long rounds = Math.max(1, role.limits().response().dividedBy(ROUND));
    while (rounds-- > 0) {
      Optional<Bytes> found = read(file);
      if (found.filter(octets -> !octets.isEmpty()).isPresent()) {
        return found;
      }
      new CompletableFuture<Void>()
          .completeOnTimeout(null, ROUND.toMillis(), TimeUnit.MILLISECONDS)
          .join();
    }
    return Optional.empty();
  }

  private List<Bytes> certificates(Path auxblob) throws IOException {
    return read(auxblob).map(TsmCertificates::of).orElse(List.of());
  }

  private static String text(Path file) throws IOException {
    return read(file).map(octets -> octets.toText().strip()).orElse("");
  }

  /** Attributes of configfs say a size of their own: what is there is read to its end. */
  private static Optional<Bytes> read(Path file) throws IOException {
    try (var in = Files.newInputStream(file)) {
      return Optional.of(Bytes.of(in.readNBytes(LARGEST)));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  /** In configfs a folder goes with its attributes; elsewhere they go first. */
  private static void remove(Path entry) throws IOException {
    try {
      Files.deleteIfExists(entry);
    } catch (DirectoryNotEmptyException e) {
      try (Stream<Path> files = Files.list(entry)) {
        for (Path each : files.toList()) {
          Files.deleteIfExists(each);
        }
      }
      Files.deleteIfExists(entry);
    }
  }

  @Override
  public Optional<String> look() {
    return form.look()
        .or(
            () ->
                Files.isDirectory(folder) && Files.isWritable(folder)
                    ? Optional.empty()
                    : Optional.of(
                        "attesting-environment.configfs-tsm: no folder "
                            + folder
                            + " that can be written to; mount configfs, load the guest's driver,"
                            + " and write /sys/kernel/config/tsm/report"));
  }
}
