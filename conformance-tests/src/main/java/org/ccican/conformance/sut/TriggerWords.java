package org.ccican.conformance.sut;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a trigger says: the words in braces of its arguments or of its URL, where each is
 * percent-encoded, and the variables of its environment.
 *
 * @param scenario id; the value of {@value Connection#CASE} and of its variable
 * @param name of the case: one name for one Agent, so that what happens under another is another's
 * @param tamUri where the TAM is; empty where none is named
 */
record TriggerWords(
    String scenario, String name, String tamUri, String applicationType, String hardwareType) {

  private Map<String, String> words() {
    Map<String, String> words = new LinkedHashMap<>();
    words.put("case", name);
    words.put("tam-uri", tamUri);
    words.put("application-type", applicationType);
    words.put("hardware-type", hardwareType);
    return words;
  }

  List<String> in(List<String> command) {
    return command.stream().map(this::in).toList();
  }

  private String in(String argument) {
    String filled = argument;
    for (Map.Entry<String, String> word : words().entrySet()) {
      filled = filled.replace("{" + word.getKey() + "}", word.getValue());
    }
    return filled;
  }

  /** A recipe's URL, in which braces are percent-encoded. */
  URI in(URI url) {
    String filled = url.toString();
    for (Map.Entry<String, String> word : words().entrySet()) {
      String encoded =
          URLEncoder.encode(word.getValue(), StandardCharsets.UTF_8).replace("+", "%20");
      filled = filled.replace("%7B" + word.getKey() + "%7D", encoded);
    }
    return URI.create(filled);
  }

  Map<String, String> environment() {
    Map<String, String> variables = new HashMap<>();
    words()
        .forEach(
            (name, value) ->
                variables.put("CCICAN_" + name.replace('-', '_').toUpperCase(Locale.ROOT), value));
    variables.put(CommandCase.CASE, scenario);
    variables.put("CCICAN_AGENT", name);
    return variables;
  }
}
