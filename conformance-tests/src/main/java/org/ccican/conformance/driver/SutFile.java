package org.ccican.conformance.driver;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What a user says about a system under test, in YAML. The smallest file that works is {@code tam:
 * {url: "http://localhost:8080/tam", key: tam.pem}}; {@code sut.schema.json} beside the command
 * line describes every field.
 *
 * @param path the file
 * @param name what the report calls the system
 * @param targets the roles that it plays, at least one
 */
public record SutFile(
    Path path, Optional<String> name, Optional<String> description, List<SutFileTarget> targets) {

  /** The ids of the roles that there are to be played; the suite can drive the TAM so far. */
  public static final List<String> ROLES =
      List.of(
          "application-owner",
          "moc",
          "tam",
          "middleware-repository",
          "teep-broker",
          "platform",
          "teep-agent",
          "middleware",
          "attesting-environment",
          "verifier");

  public SutFile {
    Objects.requireNonNull(path);
    Objects.requireNonNull(name);
    Objects.requireNonNull(description);
    targets = List.copyOf(targets);
  }

  /**
   * Reads a file and the keys that it names, relative to its own folder.
   *
   * @throws SutFileException if it cannot be read, or says something that cannot be used
   */
  public static SutFile read(Path path) throws SutFileException {
    return SutFileReader.read(path);
  }

  public Optional<SutFileTarget> find(String role) {
    return targets.stream().filter(target -> target.role().equals(role)).findFirst();
  }
}
