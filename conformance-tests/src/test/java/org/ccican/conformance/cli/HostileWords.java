package org.ccican.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Words that do harm where they are shown as they are: markup, a terminal's orders, turned text.
 */
final class HostileWords {

  private static final String MARKUP = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)>";

  /** Of one octet for each character, as in a header of HTTP: ESC is not taken there. */
  static final String HEADER = MARKUP + "\u009b2J\u00ad../../escaped";

  static final String TEXT =
      MARKUP
          + "]]>&#27;\u001b]0;owned\u0007\u001b[2J\u009b31m\r\u0008"
          + "\u202e\u2066\u200b\ufeff../../../escaped";

  private static final List<String> NEVER =
      List.of(
          "\u001b", "\u009b", "\u0007", "\u0008", "\u202e", "\u2066", "\u200b", "\ufeff", "\u00ad");

  private HostileWords() {}

  /** Nothing of them is in what a terminal got, nor in what a browser will. */
  static void areHarmless(Commands.Ended ended, Path folder) throws IOException {
    // The one line feed and carriage return are the suite's own.
    assertThat(ended.out() + ended.err()).doesNotContain(NEVER).doesNotContain("\r");
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path each : files.filter(Files::isRegularFile).toList()) {
        String name = each.getFileName().toString();
        String text = new String(Files.readAllBytes(each), StandardCharsets.UTF_8);
        assertThat(name).doesNotContain("escaped");
        if (name.endsWith(".html")) {
          assertThat(text).doesNotContain("<script>alert", "<img src=x").doesNotContain(NEVER);
        }
        if (name.endsWith(".xml")) {
          assertThat(text).doesNotContain("<script>", "<img").doesNotContain(NEVER);
        }
      }
    }
    Path beside = folder.toAbsolutePath().getParent();
    try (Stream<Path> files = Files.walk(beside)) {
      assertThat(files.map(each -> each.getFileName().toString())).doesNotContain("escaped");
    }
  }
}
