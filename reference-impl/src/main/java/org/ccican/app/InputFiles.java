package org.ccican.app;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.ccican.appraisal.Appraiser;
import org.ccican.check.Checks;
import org.ccican.reject.Rejected;
import org.ccican.trust.Pem;
import org.ccican.trust.TrustAnchors;
import org.ccican.wire.Bytes;

/** Reads what a user names, never more of it than can be of use. */
final class InputFiles {

  private static final int MOST_FILES = 64;
  private static final List<String> CERTIFICATES = List.of(".pem", ".der", ".crt", ".cer", ".jwk");

  private InputFiles() {}

  /**
   * A whole file.
   *
   * @param most octets that it may have; a larger one is refused by its size, unread
   */
  static Bytes read(Path file, int most) throws Unusable {
    try {
      if (Files.isDirectory(file)) {
        throw new Unusable(file + ": is a folder");
      }
      if (Files.isRegularFile(file) && Files.size(file) > most) {
        throw new Unusable(file + ": has " + Files.size(file) + " octets, at most " + most);
      }
      try (InputStream in = Files.newInputStream(file)) {
        byte[] octets = in.readNBytes(most + 1);
        if (octets.length > most) {
          throw new Unusable(file + ": has more than " + most + " octets");
        }
        return Bytes.of(octets);
      }
    } catch (NoSuchFileException e) {
      throw new Unusable(file + ": no such file");
    } catch (AccessDeniedException e) {
      throw new Unusable(file + ": may not be read");
    } catch (IOException e) {
      throw new Unusable(file + ": cannot be read: " + e.getMessage());
    }
  }

  /** Certificates or lists in PEM, any number, or one in DER. */
  static List<Bytes> blocks(Path file, int most) throws Unusable {
    Bytes octets = read(file, most);
    try {
      return Pem.blocks(octets);
    } catch (Rejected e) {
      throw new Unusable(file + ": " + e.getMessage());
    }
  }

  /** Endorsements in a form that the format knows. */
  static List<Bytes> endorsements(Path file, int most, Appraiser appraiser) throws Unusable {
    try {
      return appraiser.endorsements(read(file, most));
    } catch (Rejected e) {
      throw new Unusable(file + ": " + e.getMessage());
    }
  }

  /** Anchors from a file, or from a folder's files with the endings of certificates and keys. */
  static TrustAnchors anchors(Path path, int most, Appraiser appraiser) throws Unusable {
    List<Bytes> files = new ArrayList<>();
    for (Path file : Files.isDirectory(path) ? certificates(path) : List.of(path)) {
      files.add(read(file, most));
    }
    try {
      return appraiser.anchors(files, Checks.unbroken());
    } catch (Rejected e) {
      throw new Unusable(path + ": " + e.getMessage());
    }
  }

  private static List<Path> certificates(Path folder) throws Unusable {
    try (Stream<Path> all = Files.list(folder)) {
      List<Path> files =
          all.filter(InputFiles::isCertificate).sorted().limit(MOST_FILES + 1L).toList();
      if (files.isEmpty()) {
        throw new Unusable(folder + ": no file ends with " + String.join(", ", CERTIFICATES));
      }
      if (files.size() > MOST_FILES) {
        throw new Unusable(folder + ": more than " + MOST_FILES + " files");
      }
      return files;
    } catch (IOException e) {
      throw new Unusable(folder + ": cannot be read: " + e.getMessage());
    }
  }

  private static boolean isCertificate(Path file) {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    return CERTIFICATES.stream().anyMatch(name::endsWith);
  }
}
