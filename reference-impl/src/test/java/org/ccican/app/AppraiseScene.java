package org.ccican.app;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.ccican.cose.Crypto;
import org.ccican.evidence.LaunchedEnvironment;
import org.ccican.format.Formats;
import org.ccican.format.sevsnp.SevSnpProduct;
import org.ccican.reject.Rejected;
import org.ccican.wire.Bytes;

/** A folder with emulated evidence, right and wrong, and a command to appraise it. */
final class AppraiseScene {

  private static final Instant FROM = Instant.parse("2026-01-01T00:00:00Z");

  private final Formats formats = new Formats(new Crypto());
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final Path folder;
  private final Bytes reportData;
  private final Bytes measurement;

  AppraiseScene(Path folder, Bytes reportData) throws IOException, Rejected {
    this.folder = folder;
    this.reportData = reportData;
    write("anchor.der", formats.emulatedAmd().root(SevSnpProduct.MILAN));
    this.measurement = evidence("", Optional.empty());
    evidence("debug-", Optional.of("debug-policy"));
  }

  Formats formats() {
    return formats;
  }

  /** Of the guest whose evidence is right. */
  Bytes measurement() {
    return measurement;
  }

  String output() {
    return out.toString(StandardCharsets.UTF_8);
  }

  String errors() {
    return err.toString(StandardCharsets.UTF_8);
  }

  LaunchedEnvironment guest(Optional<String> variant, Optional<String> defect) throws Rejected {
    return formats
        .emulator("sev-snp", new Formats.Machine(Bytes.utf8("machine"), FROM, variant, defect))
        .orElseThrow()
        .launch(Bytes.utf8("agent"));
  }

  void write(String name, Bytes octets) throws IOException {
    Files.write(folder.resolve(name), octets.toArray());
  }

  void policy(String text) throws IOException {
    Files.writeString(folder.resolve("policy.properties"), text);
  }

  int run(TypedRequest request) {
    out.reset();
    err.reset();
    return new Appraise(
            formats,
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8))
        .run(request.build());
  }

  List<String> lines() {
    return out.toString(StandardCharsets.UTF_8).lines().toList();
  }

  TypedRequest request() {
    return new TypedRequest(folder);
  }

  private Bytes evidence(String prefix, Optional<String> defect) throws IOException, Rejected {
    LaunchedEnvironment guest = guest(Optional.empty(), defect);
    write(prefix + "report.bin", guest.evidence(reportData));
    write(prefix + "vcek.der", guest.endorsements().get(0));
    write(prefix + "authority.der", guest.endorsements().get(1));
    return guest.measurement();
  }
}
