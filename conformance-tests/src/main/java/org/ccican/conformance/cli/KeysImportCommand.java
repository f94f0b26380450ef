package org.ccican.conformance.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.ccican.conformance.sut.KeyForms;
import org.ccican.conformance.sut.SutFileException;
import org.ccican.conformance.sut.SutFileKey;
import org.ccican.conformance.verdict.ExitCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ccican keys import}. */
@Command(
    name = "import",
    description = {
      "Reads a public key of the target's, in PEM, as JWK or as COSE_Key, and writes all three.",
      "A private key is refused."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:it is written",
      "2:the file is not there, is no public key, or the folder cannot be written to",
      "64:the command line cannot be understood"
    })
final class KeysImportCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "The key.")
  private Path file;

  @Option(names = "--out", required = true, paramLabel = "DIR", description = "Folder of the keys.")
  private Path out;

  @Option(
      names = "--name",
      paramLabel = "NAME",
      defaultValue = "tam",
      description = "What the files are called. Default: ${DEFAULT-VALUE}.")
  private String name;

  @Override
  public Integer call() throws CommandFailed {
    named(name, spec);
    KeyForms forms;
    try {
      forms = new KeyForms(SutFileKey.read(file));
    } catch (SutFileException e) {
      throw new CommandFailed(ExitCode.CONFIGURATION, e.getMessage(), e);
    }
    try {
      Files.createDirectories(out);
      KeyFolder.write(out, name, forms);
    } catch (IOException e) {
      throw FileTrouble.failed(out, "cannot be written", e);
    }
    tell(out, name, forms, spec.commandLine().getOut());
    return ExitCode.PASSED.code();
  }

  static void named(String name, CommandSpec spec) {
    if (!name.matches("[A-Za-z0-9][A-Za-z0-9_-]{0,63}")) {
      throw new ParameterException(
          spec.commandLine(),
          "Invalid value for option '--name': expected letters, digits, - and _ alone");
    }
  }

  /** The names of a key, and the line of the recipe that says which it is. */
  static void tell(Path folder, String name, KeyForms forms, PrintWriter out) {
    out.println("COSE_Key thumbprint (RFC 9679): " + forms.coseThumbprint().toHex());
    out.println("JWK thumbprint (RFC 7638):      " + KeyForms.base64(forms.jwkThumbprint()));
    out.println("in the recipe:                  key: " + folder.resolve(name + ".pem"));
    out.flush();
  }
}
