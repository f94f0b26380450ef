package org.ccican.conformance.sut;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ccican.role.RoleId;
import org.ccican.transport.AllowedHosts;

/** Reads a SUT file field by field, as {@code sut.schema.json} has it. */
final class SutFileReader {

  private static final String OWNER = RoleId.APPLICATION_OWNER.id();

  private final Path path;
  private final SutFileFiles files;

  private SutFileReader(Path path) {
    this.path = path;
    this.files = new SutFileFiles(path);
  }

  static SutFile read(Path path) throws SutFileException {
    return new SutFileReader(path).read();
  }

  private SutFile read() throws SutFileException {
    Map<String, SutFileField> fields = new SutFileYaml(path.toString()).read(files.text()).fields();
    Optional<String> name = Optional.empty();
    Optional<String> description = Optional.empty();
    Optional<Path> baseline = Optional.empty();
    Optional<InetSocketAddress> listen = Optional.empty();
    SutClaims claims = SutClaims.none();
    AllowedHosts allowed = AllowedHosts.nobody();
    Optional<SutFileField> together = Optional.empty();
    List<SutRole> roles = new ArrayList<>();
    for (Map.Entry<String, SutFileField> each : fields.entrySet()) {
      SutFileField field = each.getValue();
      switch (each.getKey()) {
        case "name" -> name = Optional.of(field.text(200));
        case "claims" -> claims = new SutClaimsReader(field).read();
        case "description" -> description = Optional.of(field.text(2000));
        case "together" -> together = field.truth() ? Optional.of(field) : Optional.empty();
        case "listen" -> listen = Optional.of(listen(field));
        case "allow-hosts" -> allowed = hosts(field);
        case "baseline" -> baseline = Optional.of(files.named(field));
        default -> roles.add(role(each.getKey(), field));
      }
    }
    boolean asks =
        roles.stream()
            .anyMatch(each -> each.role().id().equals(OWNER) && !each.way().equals("adapter"));
    if (asks && listen.isEmpty()) {
      throw fields
          .get(OWNER)
          .wrongName(
              "asks our M/OC and our Verifier of its own accord, and listen is missing; write"
                  + " listen: 127.0.0.1:9000, and tell it that they are at"
                  + " http://127.0.0.1:9000/moc and http://127.0.0.1:9000/verifier");
    }
    if (roles.isEmpty()) {
      throw new SutFileException(
          path + ":1:1: no role; expected at least one, such as tam: {url: ..., key: ...}");
    }
    if (together.isPresent() && Parties.of(roles).size() < 2) {
      throw together
          .get()
          .wrongName("expected two roles that meet, found " + String.join(", ", Parties.of(roles)));
    }
    return new SutFile(
        path, name, description, roles, claims, baseline, together.isPresent(), listen, allowed);
  }

  private static AllowedHosts hosts(SutFileField field) throws SutFileException {
    AllowedHosts hosts = AllowedHosts.nobody();
    for (SutFileField each : field.items()) {
      String host = each.text(253);
      try {
        hosts = hosts.and(host);
      } catch (IllegalArgumentException e) {
        throw each.wrong(
            "expected the name or address of a host, such as files.example or 10.0.0.5, found "
                + host);
      }
    }
    return hosts;
  }

  /** Our roles are reached from this machine alone. */
  private static InetSocketAddress listen(SutFileField field) throws SutFileException {
    String text = field.text(100);
    if (!text.matches("(127\\.0\\.0\\.1|localhost):[1-9][0-9]{0,4}")) {
      throw field.wrong("expected 127.0.0.1 and a port, such as 127.0.0.1:9000, found " + text);
    }
    int port = Integer.parseInt(text.substring(text.indexOf(':') + 1));
    if (port > 0xffff) {
      throw field.wrong("has the port " + port + ", expected 1 to 65535");
    }
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
  }

  private SutRole role(String name, SutFileField field) throws SutFileException {
    RoleId role =
        RoleId.find(name)
            .orElseThrow(
                () ->
                    field.wrongName(
                        "unknown field; known here: name, description, claims, baseline, together,"
                            + " listen, allow-hosts, "
                            + String.join(", ", SutFile.ROLES)));
    return new SutRoleReader(role, field, files).read();
  }
}
