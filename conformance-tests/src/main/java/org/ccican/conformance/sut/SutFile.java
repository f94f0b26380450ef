package org.ccican.conformance.sut;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.ccican.role.RoleId;
import org.ccican.transport.AllowedHosts;

/**
 * What a user says about a system under test, in YAML. The smallest file that works is {@code tam:
 * {url: "http://localhost:8080/tam", key: tam.pem}}; {@code sut.schema.json} beside the command
 * line describes every field.
 *
 * @param path the file
 * @param name what the report calls the system
 * @param roles that it plays, at least one, none twice
 * @param together whether its roles meet each other, and the suite stands between them
 * @param listen where our roles answer what it asks of its own accord
 * @param claims what it says that it can do
 * @param allowed further hosts that may be asked at an address which came in a message
 * @param baseline the file of its known failures
 */
public record SutFile(
    Path path,
    Optional<String> name,
    Optional<String> description,
    List<SutRole> roles,
    SutClaims claims,
    Optional<Path> baseline,
    boolean together,
    Optional<InetSocketAddress> listen,
    AllowedHosts allowed) {

  /** The ids of the roles that there are to be played. */
  public static final List<String> ROLES = Arrays.stream(RoleId.values()).map(RoleId::id).toList();

  public SutFile {
    Objects.requireNonNull(path);
    Objects.requireNonNull(name);
    Objects.requireNonNull(description);
    roles = List.copyOf(roles);
    Objects.requireNonNull(claims);
    Objects.requireNonNull(baseline);
  }

  /**
   * Reads a file and the keys that it names, relative to its own folder.
   *
   * @throws SutFileException if it cannot be read, or says something that cannot be used
   */
  public static SutFile read(Path path) throws SutFileException {
    return SutFileReader.read(path);
  }

  /** What stands between its roles in a run; nothing where each meets the reference only. */
  public Optional<String> between() {
    return together
        ? Optional.of(
            String.join(" | ", Parties.of(roles))
                + ": they meet each other, and the suite stands between them")
        : Optional.empty();
  }

  public Optional<SutRole> find(RoleId role) {
    return roles.stream().filter(each -> each.role() == role).findFirst();
  }
}
