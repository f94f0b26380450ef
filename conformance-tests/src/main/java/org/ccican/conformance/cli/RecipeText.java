package org.ccican.conformance.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.ccican.conformance.sut.SutFacts;
import org.ccican.conformance.sut.SutFile;
import org.ccican.conformance.sut.SutRole;
import org.ccican.cose.CoseKey;
import org.ccican.cose.Crypto;
import org.ccican.role.RoleId;

/** A recipe in words; nothing in it that may be secret. */
final class RecipeText {

  private RecipeText() {}

  static List<String> lines(SutFile file) {
    List<String> lines = new ArrayList<>();
    lines.add(file.path() + file.name().map(name -> ": " + name).orElse(""));
    file.roles().forEach(role -> lines.addAll(lines(role)));
    file.between().ifPresent(words -> lines.add("together: " + words));
    file.claims().all().forEach(claim -> lines.add("claims " + claim));
    lines.add(
        "the reference plays: "
            + Arrays.stream(RoleId.values())
                .filter(role -> file.find(role).isEmpty())
                .map(RoleId::id)
                .collect(Collectors.joining(", ")));
    return lines;
  }

  private static List<String> lines(SutRole role) {
    List<String> lines = new ArrayList<>();
    Crypto crypto = new Crypto();
    lines.add(
        role.role().id() + ": the target's, by " + role.way() + " at " + role.reach().shown());
    role.signingKey(crypto).ifPresent(key -> lines.add("    signs with " + shown(key)));
    role.encryptionKey(crypto).ifPresent(key -> lines.add("    is encrypted to " + shown(key)));
    if (!role.headers().isEmpty()) {
      lines.add("    is sent the headers " + String.join(", ", role.headers().keySet()));
    }
    if (role.role() == RoleId.TAM) {
      lines.add("    speaks " + role.revision().id());
      lines.add(
          "    asks in other ways at: "
              + (role.uris().isEmpty() ? "nowhere" : String.join(", ", role.uris().keySet())));
    }
    lines.addAll(facts(role));
    role.format().ifPresent(format -> lines.add("    has evidence of the format " + format));
    lines.add("    its clock " + (role.clock().isPresent() ? "can" : "cannot") + " be moved");
    lines.add(
        "    has "
            + role.limits().connect().toMillis()
            + " ms to connect, "
            + role.limits().response().toMillis()
            + " ms and "
            + role.limits().size()
            + " octets for an answer");
    return lines;
  }

  /** What it is known by; nothing of what it keeps to itself. */
  private static List<String> facts(SutRole role) {
    List<String> lines = new ArrayList<>();
    SutFacts facts = role.facts();
    facts.vendorId().ifPresent(id -> lines.add("    has the vendor id " + id.toHex()));
    facts.classId().ifPresent(id -> lines.add("    has the class id " + id.toHex()));
    facts.deviceId().ifPresent(id -> lines.add("    has the device id " + id.toHex()));
    facts.hardwareType().ifPresent(type -> lines.add("    has hardware of the type " + type));
    facts
        .application()
        .ifPresent(octets -> lines.add("    brings " + octets.size() + " octets of application"));
    facts.data().ifPresent(octets -> lines.add("    brings " + octets.size() + " octets of data"));
    return lines;
  }

  /** The thumbprint of RFC 9679, which tells the same key in another form. */
  private static String shown(CoseKey key) {
    return "a key on " + key.curve() + ", thumbprint " + key.thumbprint().toHex();
  }
}
