package org.ccican.conformance.sut;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.ccican.wire.Bytes;

/**
 * The files that a SUT file is made of: itself, and those that it names, relative to its folder.
 */
record SutFileFiles(Path recipe) {

  private static final int FILE_LIMIT = 1 << 20;
  static final int KEY_LIMIT = 64 << 10;

  /** Octets of what an owner brings. */
  static final int CONTENT_LIMIT = 1 << 20;

  /** Fewer octets are found where nobody has put them. */
  static final int RECOGNISABLE = 16;

  /** A file or folder that must be there. */
  Path named(SutFileField field) throws SutFileException {
    String name = field.text(1000);
    Path file;
    try {
      file = recipe.toAbsolutePath().resolveSibling(name).normalize();
    } catch (InvalidPathException e) {
      throw field.wrong("is no file name");
    }
    if (!Files.exists(file)) {
      throw field.wrong("no such file " + name);
    }
    return file;
  }

  /** A public key, SubjectPublicKeyInfo in DER. */
  Bytes key(SutFileField field) throws SutFileException {
    Path file = named(field);
    String name = field.text(1000);
    try {
      return SutFileKey.parse(read(file, KEY_LIMIT));
    } catch (SutFileException e) {
      throw field.wrong(name + " " + e.getMessage());
    } catch (IOException e) {
      throw field.wrong(name + " cannot be read");
    }
  }

  /** The octets of a file: enough of them to be recognised, and no more than a message has. */
  Bytes content(SutFileField field) throws SutFileException {
    Path file = named(field);
    String name = field.text(1000);
    try {
      Bytes octets = read(file, CONTENT_LIMIT);
      if (octets.size() < RECOGNISABLE) {
        throw field.wrong(
            name + " has " + octets.size() + " octets, expected " + RECOGNISABLE + " or more");
      }
      return octets;
    } catch (IOException e) {
      throw field.wrong(name + " cannot be read");
    }
  }

  /** The recipe itself. */
  String text() throws SutFileException {
    try {
      String text =
          StandardCharsets.UTF_8
              .newDecoder()
              .decode(ByteBuffer.wrap(read(recipe, FILE_LIMIT).toArray()))
              .toString();
      return text.startsWith("\ufeff") ? text.substring(1) : text;
    } catch (NoSuchFileException e) {
      throw new SutFileException(recipe + ": no such file");
    } catch (CharacterCodingException e) {
      throw new SutFileException(recipe + ": is not UTF-8");
    } catch (SutFileException e) {
      throw new SutFileException(recipe + ": " + e.getMessage());
    } catch (IOException e) {
      throw new SutFileException(recipe + ": cannot be read");
    }
  }

  static Bytes read(Path file, int limit) throws SutFileException, IOException {
    if (Files.isDirectory(file)) {
      throw new SutFileException("is a folder");
    }
    try (InputStream in = Files.newInputStream(file)) {
      byte[] octets = in.readNBytes(limit + 1);
      if (octets.length > limit) {
        throw new SutFileException("is larger than " + (limit >> 10) + " KiB");
      }
      return Bytes.of(octets);
    }
  }
}
