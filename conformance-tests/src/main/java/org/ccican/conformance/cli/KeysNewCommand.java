package org.ccican.conformance.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.concurrent.Callable;
import org.ccican.conformance.sut.KeyForms;
import org.ccican.conformance.verdict.ExitCode;
import org.ccican.cose.CoseAlgorithm;
import org.ccican.cose.Crypto;
import org.ccican.cose.SigningKey;
import org.ccican.wire.Bytes;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ccican keys new}. */
@Command(
    name = "new",
    description = {
      "Makes a key pair for a target: NAME.private.pem (PKCS #8), which its owner alone may read,",
      "and the public key as NAME.pem, NAME.jwk and NAME.cose."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:it is made",
      "2:the folder cannot be written to, or there is such a key already",
      "64:the command line cannot be understood"
    })
final class KeysNewCommand implements Callable<Integer> {

  private static final int SEED = 64;

  /** The curves by the names that JWKs have for them. */
  enum Curve {
    P256("P-256", CoseAlgorithm.ESP256),
    P384("P-384", CoseAlgorithm.ESP384),
    ED25519("Ed25519", CoseAlgorithm.ED25519);

    private final String id;
    private final CoseAlgorithm algorithm;

    Curve(String id, CoseAlgorithm algorithm) {
      this.id = id;
      this.algorithm = algorithm;
    }

    @Override
    public String toString() {
      return id;
    }
  }

  @Spec private CommandSpec spec;

  @Option(names = "--out", required = true, paramLabel = "DIR", description = "Folder of the keys.")
  private Path out;

  @Option(
      names = "--name",
      paramLabel = "NAME",
      defaultValue = "tam",
      description = "What the files are called. Default: ${DEFAULT-VALUE}.")
  private String name;

  @Option(
      names = "--curve",
      paramLabel = "CURVE",
      defaultValue = "P-256",
      description = "${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
  private Curve curve;

  @Override
  public Integer call() throws CommandFailed {
    KeysImportCommand.named(name, spec);
    byte[] seed = new byte[SEED];
    new SecureRandom().nextBytes(seed);
    SigningKey key = SigningKey.fromSeed(curve.algorithm, Bytes.of(seed), new Crypto());
    Path secret = out.resolve(name + ".private.pem");
    KeyForms forms = new KeyForms(key.publicKey());
    try {
      Files.createDirectories(out);
      KeyFolder.writeSecret(secret, Bytes.of(key.toKeyPair().getPrivate().getEncoded()));
      KeyFolder.write(out, name, forms);
    } catch (FileAlreadyExistsException e) {
      throw new CommandFailed(
          ExitCode.CONFIGURATION, e.getFile() + ": is there already, and is not overwritten", e);
    } catch (IOException e) {
      throw FileTrouble.failed(out, "cannot be written", e);
    }
    PrintWriter text = spec.commandLine().getOut();
    KeysImportCommand.tell(out, name, forms, text);
    return ExitCode.PASSED.code();
  }
}
