package org.ccican.conformance.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.ccican.app.ReferenceKeys;
import org.ccican.conformance.verdict.ExitCode;
import org.ccican.cose.Crypto;
import org.ccican.format.Formats;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ccican keys export}. */
@Command(
    name = "export",
    description = {
      "Writes the public keys and roots of everything that the suite plays, for a target to trust.",
      "They are test keys, the same in every run: trust them nowhere else."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:they are written",
      "2:the folder cannot be written to",
      "64:the command line cannot be understood"
    })
final class KeysExportCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Option(names = "--out", required = true, paramLabel = "DIR", description = "Folder of the keys.")
  private Path out;

  @Override
  public Integer call() throws CommandFailed {
    if (Files.exists(out) && !Files.isDirectory(out)) {
      throw new CommandFailed(ExitCode.CONFIGURATION, out + ": is no folder");
    }
    try {
      write();
    } catch (IOException e) {
      throw FileTrouble.failed(out, "cannot be written", e);
    }
    PrintWriter text = spec.commandLine().getOut();
    text.println(out.resolve("README.txt"));
    text.flush();
    return ExitCode.PASSED.code();
  }

  private void write() throws IOException {
    Crypto crypto = new Crypto();
    ReferenceKeys keys = ReferenceKeys.fixed(crypto);
    KeyFolder folder = new KeyFolder(out);
    folder.key("tam", "the TAM signs its messages to Agents with it", keys.tam().publicKey());
    folder.key("tam-ed25519", "the same with EdDSA", keys.tamEd25519().publicKey());
    folder.key(
        "tam-encryption",
        "what only the TAM may read is encrypted to it",
        keys.tamEncryption().publicKey());
    folder.key("tam-attestation", "signs evidence of the TAM", keys.tamAttestation().publicKey());
    folder.key("agent", "an Agent that the TAM knows beforehand", keys.agent().publicKey());
    folder.key("agent-ed25519", "another one, with EdDSA", keys.agentEd25519().publicKey());
    folder.key(
        "vendor",
        "the middleware vendor, who is the Trusted Component Signer, signs SUIT manifests with it",
        keys.vendor().publicKey());
    folder.key(
        "verifier", "the Verifier signs results (EARs) with it", keys.verifier().publicKey());
    Formats formats = new Formats(crypto);
    for (String format : formats.ids()) {
      folder.roots(format, formats.emulatedAnchors(format).orElseThrow());
    }
    folder.end(
        List.of(
            "Public keys of the roles that the ccican suite plays against a target.",
            "Their private keys are published: trust them in tests and nowhere else."));
  }
}
