package org.ccican.suit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.ccican.wire.Bytes;

/** Storage in a folder of its own, one file for each name. */
public final class FileSuitStorage implements SuitStorage {

  private final Path folder;
  private final Set<Path> unsynced = new LinkedHashSet<>();

  /**
   * @param folder made if it is not there; nobody else writes to it
   */
  public FileSuitStorage(Path folder) {
    this.folder = Objects.requireNonNull(folder);
    doing(() -> Files.createDirectories(folder));
  }

  @Override
  public Set<String> names() {
    try (Stream<Path> files = Files.list(folder)) {
      Set<String> names = new TreeSet<>();
      files.forEach(each -> names.add(each.getFileName().toString()));
      return names;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Optional<Bytes> read(String name) {
    Path file = folder.resolve(name);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      return Optional.of(Bytes.of(Files.readAllBytes(file)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void write(String name, Bytes octets) {
    Path file = folder.resolve(name);
    doing(() -> Files.write(file, octets.toArray()));
    unsynced.add(file);
  }

  @Override
  public void rename(String from, String to) {
    doing(
        () -> Files.move(folder.resolve(from), folder.resolve(to), StandardCopyOption.ATOMIC_MOVE));
  }

  @Override
  public void remove(String name) {
    doing(() -> Files.deleteIfExists(folder.resolve(name)));
  }

  /** Forces first the files and then the folder, which holds their names. */
  @Override
  public void sync() {
    for (Path file : unsynced) {
      if (Files.exists(file)) {
        force(file, StandardOpenOption.WRITE);
      }
    }
    unsynced.clear();
    force(folder, StandardOpenOption.READ);
  }

  private static void force(Path path, StandardOpenOption mode) {
    try (FileChannel channel = FileChannel.open(path, mode)) {
      channel.force(true);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private interface Doing {
    Object run() throws IOException;
  }

  private static void doing(Doing step) {
    try {
      step.run();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
