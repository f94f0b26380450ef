package org.ccican.vector.gen;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The vectors of manifests, each with its envelope. */
final class SuitRecipes {

  static final String COMMENT =
      "Envelopes of SUIT (suit-manifest-34, trust-domains-13) for a device on which nothing is"
          + " installed, of the vendor and class in the first vector and the device identifier"
          + " 00112233445566778899aabbccddeeff. Components begin with tc, lib or other; the one"
          + " trusted signer may install what begins with tc or lib. What is not known is refused.";

  static final String VENDOR = "h'c0ddd5f15243566087db4f5b0aa26c2f'";
  static final String CLASS = "h'db42f7093d8c55baa8c5265fc5820f4e'";
  private static final String IMAGE = "3: <<[-16, sha256(#7061796c6f6164#)]>>, 14: 7";
  private static final String IDENTITY = "20, {1: " + VENDOR + ", 2: " + CLASS + "}, 1, 15, 2, 15";
  private static final String COMMON =
      "{2: [[h'7463']], 4: <<[20, {" + IMAGE + "}, " + IDENTITY + "]>>}";
  private static final String FETCH = "20, {21: \"#tc\"}, 21, 2";
  private static final String BLOCK = "<<18(detached(signer, <<{1: -9}>>, {}, digest))>>";
  private static final String ENVELOPE =
      "{2: <<[digest, " + BLOCK + "]>>, 3: manifest, \"#tc\": h'7061796c6f6164'}";
  private static final String COPIES =
      "<<[12, 0, " + FETCH + ", 3, 15, 12, 1, 20, {22: 0}, 22, 2, 3, 15]>>";
  private static final String IV = "h'000102030405060708090a0b'";
  private static final String INFO =
      "<<96([<<{1: 1}>>, {5: "
          + IV
          + "}, null, [[<<{1: -29}>>, {4: h'686f6c646572', -1:"
          + " ephemeral}, wrapped(holder, <<{1: -29}>>)]]])>>";

  private SuitRecipes() {}

  static MessageFile file() {
    MessageFile file =
        new MessageFile(
            "suit",
            "suit-manifest",
            List.of(),
            Map.ofEntries(
                Map.entry("VENDOR", VENDOR),
                Map.entry("CLASS", CLASS),
                Map.entry("IMAGE", IMAGE),
                Map.entry("IDENTITY", IDENTITY),
                Map.entry("COMMON", COMMON),
                Map.entry("FETCH", FETCH),
                Map.entry("BLOCK", BLOCK),
                Map.entry("ENVELOPE", ENVELOPE),
                Map.entry("NESTED", nested(9))));
    base(
        file, "install", "6", "SUIT-01", "One component, fetched and compared.", installing(FETCH));
    base(file, "two", "6.5", "SUIT-20", "Two components, the second a copy.", two());
    base(
        file,
        "choice",
        "8.4.10.2",
        "SUIT-122",
        "The second of two ways.",
        installing("15, [<<[20, {5: 1}, 5, 15]>>, <<[" + FETCH + "]>>]"));
    base(
        file,
        "run",
        "8.4.10.8",
        "SUIT-135",
        "A sequence within the sequence.",
        installing("32, <<[" + FETCH + "]>>"));
    base(file, "severed", "8.4.12", "SUIT-61", "A sequence in the envelope.", severed());
    base(
        file,
        "sealed",
        "8.4.10.6",
        "SENC-02",
        "A component that is encrypted for the device.",
        installing(
            "20, {18: gcm(" + IV + ", <<{1: 1}>>, h'7061796c6f6164'), 19: " + INFO + "}, 18, 2"));
    base(
        file,
        "tagged",
        "8.2",
        "SUIT-49",
        "An envelope that stands alone.",
        "suit-tagged",
        signed(manifest(COMMON, FETCH), "107(" + ENVELOPE + ")"));
    SuitFormRefusals.add(file);
    SuitCommandRefusals.add(file);
    return file;
  }

  /** The usual manifest, with what comes before the comparison. */
  private static String installing(String commands) {
    return signed(manifest(COMMON, commands), ENVELOPE);
  }

  private static String manifest(String common, String commands) {
    return "{1: 1, 2: 5, 3: <<" + common + ">>, 20: <<[" + commands + ", 3, 15]>>}";
  }

  /** What follows from a manifest, which is bound as it is, in its byte string, and its digest. */
  private static String signed(String manifest, String envelope) {
    return "let(inner, "
        + manifest
        + ", let(manifest, <<inner>>, let(digest, <<[-16, sha256(manifest)]>>, "
        + envelope
        + ")))";
  }

  private static String two() {
    String shared = "12, true, " + IDENTITY + ", 20, {" + IMAGE + "}";
    String common = "{2: [[h'7463', h'01'], [h'7463', h'02']], 4: <<[" + shared + "]>>}";
    return signed("{1: 1, 2: 5, 3: <<" + common + ">>, 20: " + COPIES + "}", ENVELOPE);
  }

  private static String severed() {
    String manifest =
        "{1: 1, 2: 5, 3: <<"
            + COMMON
            + ">>, 16: [-16, sha256(early)], 20: <<["
            + FETCH
            + ", 3, 15]>>}";
    String envelope = ENVELOPE.replace("3: manifest", "3: manifest, 16: early");
    return "let(early, <<[" + FETCH + "]>>, " + signed(manifest, envelope) + ")";
  }

  /** A fetch so many sequences deep. */
  private static String nested(int depth) {
    String sequence = FETCH;
    for (int i = 0; i < depth; i++) {
      sequence = "32, <<[" + sequence + "]>>";
    }
    return sequence;
  }

  private static void base(
      MessageFile file,
      String name,
      String section,
      String requirement,
      String comment,
      String notation) {
    base(file, name, section, requirement, comment, "suit", notation);
  }

  private static void base(
      MessageFile file,
      String name,
      String section,
      String requirement,
      String comment,
      String form,
      String notation) {
    file.base(
        "base." + name,
        section,
        requirement,
        comment,
        new MessageFile.Scene(
            form, notation, List.of("signer", "holder"), MessageFile.NOON, Optional.empty()));
  }
}
