package org.ccican.conformance.cli;

import java.util.List;
import java.util.Optional;
import org.ccican.conformance.sut.Way;
import org.ccican.conformance.sut.Ways;
import org.ccican.role.RoleId;

/** A recipe that is being written. */
final class RecipeDraft {

  private final StringBuilder text = new StringBuilder();
  private final StringBuilder claims = new StringBuilder();

  RecipeDraft(Optional<String> name) {
    name.ifPresent(given -> text.append("name: ").append(quoted(given)).append('\n'));
  }

  /**
   * @param value in YAML
   * @param key the file of the public key; the usual one if it is empty and the way needs one
   */
  void role(String role, String way, String value, Optional<String> key) {
    text.append(role).append(":\n  ").append(way).append(": ").append(value).append('\n');
    key.or(() -> needs("key", role, way) ? Optional.of(role + ".pem") : Optional.empty())
        .ifPresent(file -> text.append("  key: ").append(quoted(file)).append('\n'));
    for (String content : List.of("application", "data")) {
      if (needs(content, role, way)) {
        text.append("  ").append(content).append(": ").append(content).append(".bin\n");
      }
    }
    if (role.equals(RoleId.APPLICATION_OWNER.id())) {
      text.insert(0, "listen: 127.0.0.1:9000\n");
    }
  }

  /**
   * What the target says that it can do.
   *
   * @param kind a field of {@code claims}
   * @param names in any order, separated by commas
   */
  void claim(String kind, String names) {
    claims.append("  ").append(kind).append(": [").append(names.strip()).append("]\n");
  }

  /** The roles meet each other. */
  void together() {
    text.insert(0, "together: true\n");
  }

  String text() {
    return claims.isEmpty() ? text.toString() : text + "claims:\n" + claims;
  }

  private static boolean needs(String field, String role, String way) {
    return RoleId.find(role)
        .flatMap(id -> Ways.find(way, id))
        .map(Way::required)
        .filter(required -> required.contains(field))
        .isPresent();
  }

  /** A text as YAML has it between quotation marks. */
  static String quoted(String value) {
    StringBuilder quoted = new StringBuilder("\"");
    for (char each : value.toCharArray()) {
      if (each == '"' || each == '\\') {
        quoted.append('\\').append(each);
      } else if (Character.isISOControl(each)) {
        quoted.append(String.format("\\u%04x", (int) each));
      } else {
        quoted.append(each);
      }
    }
    return quoted.append('"').toString();
  }
}
