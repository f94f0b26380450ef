package org.ccican.conformance.sut;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What must not be shown of a text that a program of the target's wrote: whatever stands in its
 * arguments or in variables of its environment that are named like secrets.
 */
final class Redaction {

  /** Stands where a secret stood. */
  static final String HIDDEN = "[hidden]";

  private static final Pattern NAMES =
      Pattern.compile("(?i).*(token|secret|passw|key|credential|auth|cookie).*");

  /** {@code --name=value} and {@code Name: scheme value}: the value, and its last word. */
  private static final Pattern NAMED = Pattern.compile("[A-Za-z0-9-]+[:=] *(.*?([^ ]*))");

  /** Anything shorter stands in ordinary text as well. */
  private static final int SHORTEST = 6;

  private final List<String> secrets;

  private Redaction(List<String> secrets) {
    this.secrets =
        secrets.stream().sorted(Comparator.comparingInt(String::length).reversed()).toList();
  }

  /**
   * @param arguments what follows the program's name
   * @param environment the program's
   */
  static Redaction of(List<String> arguments, Map<String, String> environment) {
    List<String> secrets = new ArrayList<>();
    for (String argument : arguments) {
      secrets.add(argument);
      Matcher named = NAMED.matcher(argument);
      if (named.matches()) {
        secrets.add(named.group(1));
        secrets.add(named.group(2));
      }
    }
    environment.forEach(
        (name, value) -> {
          if (NAMES.matcher(name).matches()) {
            secrets.add(value);
          }
        });
    secrets.removeIf(each -> each.length() < SHORTEST);
    return new Redaction(secrets);
  }

  /** The text without secrets, on one line, of printable characters. */
  String shown(String text) {
    String shown = text;
    for (String secret : secrets) {
      shown = shown.replace(secret, HIDDEN);
    }
    StringBuilder printable = new StringBuilder();
    shown
        .codePoints()
        .map(each -> Character.isISOControl(each) ? ' ' : each)
        .filter(each -> Character.getType(each) != Character.FORMAT)
        .forEach(printable::appendCodePoint);
    return printable.toString().strip();
  }
}
