package org.ccican.conformance.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.ccican.app.Appraise;
import org.ccican.conformance.verdict.ExitCode;
import org.ccican.wire.Bytes;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ccican appraise}. */
@Command(
    name = "appraise",
    description = {
      "Appraises one piece of evidence and lists every check with its outcome.",
      "What nothing was given for (a nonce, a revocation list) is shown as not evaluated."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:accepted",
      "1:refused",
      "2:a file is not there or cannot be used",
      "64:the command line cannot be understood"
    })
final class AppraiseCommand implements Callable<Integer> {

  private final Services.Appraise service;

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "The evidence, in binary.")
  private Path evidence;

  @Option(
      names = "--format",
      required = true,
      paramLabel = "ID",
      description = "Format of the evidence, such as sev-snp.")
  private String format;

  @Option(
      names = "--at",
      required = true,
      paramLabel = "INSTANT",
      converter = Converters.At.class,
      description = "Time of the appraisal, such as 2026-01-31T12:00:00Z.")
  private Instant at;

  @Option(
      names = "--trust",
      required = true,
      paramLabel = "FILE|DIR",
      description = "Trust anchors and nothing else, in PEM or DER.")
  private Path trust;

  @Option(
      names = "--endorsement",
      paramLabel = "FILE",
      description = {
        "Certificate of the key that signed, in PEM or DER; others may follow in it.",
        "For sev-snp also the certificate table of a host."
      })
  private Optional<Path> endorsement = Optional.empty();

  @Option(
      names = "--collateral",
      paramLabel = "FILE",
      description = "What some vendors publish beside certificates.")
  private Optional<Path> collateral = Optional.empty();

  @Option(
      names = "--chain",
      paramLabel = "FILE",
      description = "Certificates between endorsement and anchor.")
  private Optional<Path> chain = Optional.empty();

  @Option(names = "--crl", paramLabel = "FILE", description = "Revocation list, in PEM or DER.")
  private Optional<Path> crl = Optional.empty();

  @Option(
      names = "--event-log",
      paramLabel = "FILE",
      description = "Log of what was measured after launch.")
  private Optional<Path> eventLog = Optional.empty();

  @ArgGroup private Freshness freshness = new Freshness();

  @Option(
      names = "--policy",
      paramLabel = "FILE",
      description = "What to demand beyond the default, or to put up with.")
  private Optional<Path> policy = Optional.empty();

  @Option(
      names = "--corim",
      paramLabel = "FILE",
      description = "Reference values and endorsements: a CoRIM, signed or not.")
  private Optional<Path> corim = Optional.empty();

  @Option(
      names = "--corim-key",
      paramLabel = "FILE",
      description = "Public keys, in PEM or DER, of which one has to have signed the CoRIM.")
  private Optional<Path> corimKey = Optional.empty();

  @Option(names = "--json", description = "Prints JSON.")
  private boolean json;

  /** One of the two ways to say what the evidence must carry. */
  static final class Freshness {

    @Option(
        names = "--nonce",
        paramLabel = "HEX",
        converter = Converters.Hex.class,
        description = "What the report data must begin with; zeros must follow.")
    private Optional<Bytes> nonce = Optional.empty();

    @Option(
        names = "--report-data",
        paramLabel = "HEX",
        converter = Converters.Hex.class,
        description = "The report data, all octets of them.")
    private Optional<Bytes> reportData = Optional.empty();
  }

  AppraiseCommand(Services.Appraise service) {
    this.service = Objects.requireNonNull(service);
  }

  @Override
  public Integer call() throws CommandFailed {
    for (Path file : List.of(evidence, trust)) {
      if (!Files.exists(file)) {
        throw new CommandFailed(ExitCode.CONFIGURATION, file + ": no such file");
      }
    }
    return service.appraise(
        new Appraise.Request(
            format,
            at.toString(),
            trust,
            endorsement,
            collateral,
            chain,
            crl,
            eventLog,
            freshness.nonce.map(Bytes::toHex),
            freshness.reportData.map(Bytes::toHex),
            policy,
            corim,
            corimKey,
            json,
            evidence));
  }
}
