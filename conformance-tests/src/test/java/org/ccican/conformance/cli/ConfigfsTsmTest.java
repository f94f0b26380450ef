package org.ccican.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.ccican.cose.Crypto;
import org.ccican.evidence.LaunchedEnvironment;
import org.ccican.format.Formats;
import org.ccican.reject.Rejected;
import org.ccican.trust.Pem;
import org.ccican.wire.Bytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A guest that attests by configfs-tsm, in a folder where a thread does what the kernel would. */
class ConfigfsTsmTest {

  private static final String TAGS =
      "@id-ARCH-01.1 or @id-ARCH-01.2 or @id-ARCH-06.1 or @id-ARCH-14.1 or @req-SNP-25";

  @TempDir Path folder;

  private final Formats formats = new Formats(new Crypto());

  /** What the kernel gets wrong, if anything. */
  private enum Kernel {
    RIGHT,
    /** The same report for everybody. */
    STALE,
    /** Somebody else wrote into the entry. */
    RACED,
    /** One bit of the report is another. */
    SPOILED,
    /** No report. */
    SILENT,
    /** What a real processor gave, whatever it is asked. */
    REAL
  }

  @Test
  void passesOnAGuest() throws Exception {
    Commands.Ended ended = judged(Kernel.RIGHT, "");

    assertThat(ended.exit()).as(ended.out()).isZero();
    assertThat(outcomes().get("passed")).contains("ARCH-01.1", "ARCH-14.1", "SNP-25.1");
    assertThat(outcomes().get("inapplicable")).containsExactly("ARCH-01.2", "ARCH-06.1");
    assertThat(ended.out()).contains("evidence: emulated");
    try (Stream<Path> left = Files.list(folder.resolve("tsm"))) {
      assertThat(left).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "STALE,   failed,       SNP-25.1,  does not carry",
    "SPOILED, failed,       ARCH-14.1, does not verify",
    "RACED,   blocked,      ARCH-14.1, somebody else has used the entry",
    "SILENT,  inconclusive, ARCH-14.1, no outblob",
  })
  void saysWhatIsWrongWithAGuest(Kernel kernel, String outcome, String scenario, String words)
      throws Exception {
    Commands.Ended ended = judged(kernel, "");

    assertThat(ended.exit()).as(ended.out()).isNotZero();
    assertThat(outcomes().get(outcome)).as(ended.out()).contains(scenario);
    assertThat(Commands.report(folder.resolve("report")).toString()).contains(words);
  }

  @Test
  void holdsTheCertificatesAgainstTheRecipesRoots() throws Exception {
    roots("sev-snp");
    assertThat(judged(Kernel.RIGHT, "  trust: roots.pem\n").exit()).isZero();
    assertThat(outcomes().get("passed")).contains("ARCH-14.1");

    roots("tdx");
    assertThat(judged(Kernel.RIGHT, "  trust: roots.pem\n").exit()).isEqualTo(1);
    assertThat(outcomes().get("failed")).contains("ARCH-14.1");
    assertThat(Commands.report(folder.resolve("report")).toString()).contains("no trusted root");
  }

  /** It carries somebody else's octets, and is nobody's emulation. */
  @Test
  void saysWhatIsOfARealProcessor() throws Exception {
    assumeTrue(Files.isDirectory(real()), "there is no evidence of real processors here");
    Files.write(
        folder.resolve("roots.pem"),
        Files.readAllBytes(real().resolve("ca/genoa_ask_ark_asvk.pem")));

    Commands.Ended ended = judged(Kernel.REAL, "  trust: roots.pem\n");

    assertThat(outcomes().get("passed")).as(ended.out()).contains("ARCH-14.1");
    assertThat(outcomes().get("failed")).contains("SNP-25.1");
    assertThat(ended.out()).doesNotContain("emulated");
    assertThat(Commands.report(folder.resolve("report")).at("/target/emulated").booleanValue())
        .isFalse();
  }

  private static Path real() {
    return Path.of(System.getProperty("ccican.shared", "../../shared"), "realdata", "snp");
  }

  private void roots(String format) throws IOException {
    Files.writeString(
        folder.resolve("roots.pem"),
        Pem.certificates(
            formats.emulatedAnchors(format).orElseThrow().anchors().stream()
                .map(each -> each.der())
                .toList()));
  }

  private Commands.Ended judged(Kernel kernel, String more) throws Exception {
    Path tsm = Files.createDirectories(folder.resolve("tsm"));
    Files.writeString(
        folder.resolve("sut.yaml"),
        "attesting-environment:\n  configfs-tsm: tsm\n  format: sev-snp\n"
            + more
            + (kernel == Kernel.SILENT ? "  timeouts:\n    response: 500 ms\n" : ""));
    AtomicBoolean over = new AtomicBoolean();
    CompletableFuture<Void> mimic = CompletableFuture.runAsync(() -> mimic(tsm, kernel, over));
    try {
      return Commands.run(
          "run",
          "--sut",
          folder.resolve("sut.yaml").toString(),
          "--tags",
          TAGS,
          "--seed",
          "00",
          "--out",
          folder.resolve("report").toString());
    } finally {
      over.set(true);
      mimic.get(60, TimeUnit.SECONDS);
    }
  }

  /** Answers each entry with whose inblob is whole, the report last. */
  private void mimic(Path tsm, Kernel kernel, AtomicBoolean over) {
    try {
      LaunchedEnvironment guest =
          formats
              .emulator(
                  "sev-snp",
                  new Formats.Machine(
                      Bytes.of(7),
                      Instant.now().minus(Duration.ofDays(1)),
                      Optional.empty(),
                      Optional.empty()))
              .orElseThrow()
              .launch(Bytes.utf8("a guest"));
      Bytes first = guest.evidence(Bytes.zero(64));
      while (!over.get()) {
        try (Stream<Path> entries = Files.list(tsm)) {
          for (Path entry : entries.toList()) {
            answer(entry, kernel, guest, first);
          }
        }
        new CompletableFuture<Void>().completeOnTimeout(null, 5, TimeUnit.MILLISECONDS).join();
      }
    } catch (IOException | Rejected e) {
      throw new IllegalStateException(e);
    }
  }

  private static void answer(Path entry, Kernel kernel, LaunchedEnvironment guest, Bytes first)
      throws IOException, Rejected {
    Path asked = entry.resolve("inblob");
    if (kernel == Kernel.SILENT
        || Files.exists(entry.resolve("outblob"))
        || !Files.exists(asked)
        || Files.size(asked) != 64) {
      return;
    }
    boolean real = kernel == Kernel.REAL;
    Bytes report =
        real
            ? Bytes.of(Files.readAllBytes(real().resolve("v3-genoa-tsm.report.bin")))
            : guest.evidence(Bytes.of(Files.readAllBytes(asked)));
    List<Bytes> certificates =
        real
            ? List.of(
                Bytes.of(Files.readAllBytes(real().resolve("v3-genoa-tsm.vcek.der"))),
                Pem.blocks(
                        Bytes.of(Files.readAllBytes(real().resolve("ca/genoa_ask_ark_asvk.pem"))))
                    .get(0))
            : guest.endorsements();
    try {
      Files.write(entry.resolve("auxblob"), table(certificates).toArray());
      Files.writeString(entry.resolve("provider"), "sev_guest\n");
      Files.writeString(entry.resolve("generation"), kernel == Kernel.RACED ? "2\n" : "1\n");
      Path draft = entry.resolveSibling("..").resolve("draft");
      Files.write(
          draft,
          (kernel == Kernel.STALE ? first : kernel == Kernel.SPOILED ? report.flip(20, 0) : report)
              .toArray());
      Files.move(draft, entry.resolve("outblob"), StandardCopyOption.ATOMIC_MOVE);
    } catch (java.nio.file.NoSuchFileException e) {
      // The entry was removed meanwhile.
      return;
    }
  }

  /** VCEK and ASK in the table of the GHCB specification. */
  private static Bytes table(List<Bytes> certificates) {
    List<String> guids =
        List.of("8d75da6364e66445adc5f4b93be8accd", "79b3b74aacbbe44fa02f05aef327c782");
    int offset = 24 * 3;
    Bytes heads = Bytes.EMPTY;
    Bytes bodies = Bytes.EMPTY;
    for (int at = 0; at < guids.size(); at++) {
      Bytes der = certificates.get(at);
      heads =
          Bytes.concat(
              heads, Bytes.hex(guids.get(at)), little(offset + bodies.size()), little(der.size()));
      bodies = Bytes.concat(bodies, der);
    }
    return Bytes.concat(heads, Bytes.zero(24), bodies);
  }

  private static Bytes little(int value) {
    return Bytes.of(value & 255, value >> 8 & 255, value >> 16 & 255, value >> 24 & 255);
  }

  private Map<String, TreeSet<String>> outcomes() throws IOException {
    return Commands.byOutcome(Commands.report(folder.resolve("report")), "scenarios");
  }
}
