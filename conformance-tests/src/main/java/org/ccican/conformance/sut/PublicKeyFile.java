package org.ccican.conformance.sut;

import java.io.IOException;
import java.nio.file.Path;
import org.ccican.cose.CoseKey;
import org.ccican.cose.Crypto;
import org.ccican.reject.Rejected;

/** A public key in a file that no recipe names, in the forms that recipes take. */
public final class PublicKeyFile {

  private PublicKeyFile() {}

  /**
   * @throws SutFileException naming the file, if it holds no public key that can be used
   */
  public static CoseKey read(Path file, Crypto crypto) throws SutFileException {
    try {
      return CoseKey.ofSpki(
          SutFileKey.parse(SutFileFiles.read(file, SutFileFiles.KEY_LIMIT)), crypto);
    } catch (SutFileException e) {
      throw new SutFileException(file + " " + e.getMessage());
    } catch (IOException e) {
      throw new SutFileException(file + " cannot be read");
    } catch (Rejected e) {
      throw new SutFileException(file + " is no key that can be used: " + e.getMessage());
    }
  }
}
