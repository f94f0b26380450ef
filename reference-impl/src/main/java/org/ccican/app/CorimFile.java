package org.ccican.app;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ccican.appraisal.CorimReferences;
import org.ccican.check.Checks;
import org.ccican.corim.CorimMatch;
import org.ccican.corim.CorimReader;
import org.ccican.corim.CorimSelection;
import org.ccican.cose.CoseKey;
import org.ccican.cose.CoseSign1;
import org.ccican.cose.Crypto;
import org.ccican.reject.Rejected;
import org.ccican.wire.Bytes;

/**
 * A CoRIM on the command line. Whoever names an unsigned one vouches for it; a signed one has to be
 * signed by a key that is named beside it, and neither may have expired.
 */
final class CorimFile {

  private CorimFile() {}

  static CorimReferences read(Path file, Optional<Path> keys, String format, Instant at, int most)
      throws Unusable {
    Bytes octets = InputFiles.read(file, most);
    Checks checks = Checks.unbroken();
    CorimSelection selection =
        new CorimSelection(
            keys.isPresent() ? keys(keys.get(), most) : List.of(), false, () -> at, checks);
    try {
      if (isSigned(octets)) {
        selection.add(octets);
      } else {
        selection.addAuthentic(new CorimReader(checks).read(octets));
      }
      return new CorimReferences(selection.active(), format, new CorimMatch(checks));
    } catch (Rejected e) {
      throw new Unusable(file + ": " + e.getMessage());
    }
  }

  private static boolean isSigned(Bytes octets) {
    return !octets.isEmpty() && octets.at(0) == (0xc0 | CoseSign1.TAG);
  }

  private static List<CoseKey> keys(Path file, int most) throws Unusable {
    List<CoseKey> keys = new ArrayList<>();
    Crypto crypto = new Crypto();
    for (Bytes each : InputFiles.blocks(file, most)) {
      try {
        keys.add(CoseKey.ofSpki(each, crypto));
      } catch (Rejected e) {
        throw new Unusable(file + ": " + e.getMessage());
      }
    }
    return keys;
  }
}
