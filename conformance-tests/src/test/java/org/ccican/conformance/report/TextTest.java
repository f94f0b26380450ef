package org.ccican.conformance.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class TextTest {

  @Test
  void namesWhatCannotBeSeenOrWouldMoveOtherText() {
    assertThat(Text.visible("a\u0000b\u001b[2Jc\u202ed\u2066e\u200bf\ufeffg\u2028h\u007f\u0085"))
        .isEqualTo(
            "a⟨U+0000⟩b⟨U+001B⟩[2Jc⟨U+202E⟩d⟨U+2066⟩e⟨U+200B⟩f⟨U+FEFF⟩g⟨U+2028⟩h⟨U+007F⟩⟨U+0085⟩");
    assertThat(Text.visible("\uffff\ud83f\udffe")).isEqualTo("⟨U+FFFF⟩⟨U+1FFFE⟩");
  }

  @Test
  void leavesEveryScriptAndLineFeedsAlone() {
    String text = "tiếng Việt, 中文, العربية, 😀\nsecond line";
    assertThat(Text.visible(text)).isEqualTo(text);
    assertThat(Text.line("one\r\ntwo\tthree\nfour")).isEqualTo("one two three four");
  }

  @Test
  void boundsOnceAndForAll() {
    String once = Text.bounded("😀".repeat(20_000) + "\ud800");
    assertThat(once).hasSizeLessThanOrEqualTo(Text.LIMIT).endsWith(" characters more)");
    assertThat(Text.bounded(once)).isEqualTo(once);
    assertThat(new String(once.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
        .isEqualTo(once);
    assertThat(Text.bounded("a\udc00b")).isEqualTo("a\ufffdb");
  }

  @Test
  void cutsBetweenCharacters() {
    assertThat(Text.cut("ab😀cd", 3)).isEqualTo("ab… (4 characters more)");
    assertThat(Text.cut("ab😀cd", 4)).isEqualTo("ab😀… (2 characters more)");
    assertThat(Text.cut("abc", 3)).isEqualTo("abc");
  }
}
