package org.ccican.teep;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ccican.cose.CoseCurve;
import org.ccican.cose.CoseKey;
import org.ccican.cose.Crypto;
import org.ccican.reject.Rejected;
import org.ccican.wire.Bytes;

/** Messages that others made, which lie beside the project or not at all. */
public final class PeerData {

  /** One row of the list of files. */
  public record Entry(String file, int size, Bytes sha256) {}

  private final Path folder;

  private PeerData(Path folder) {
    this.folder = folder;
  }

  /** The folder, or an assumption that fails with a word about it. */
  public static PeerData assumed() {
    Path folder = Path.of(System.getProperty("ccican.shared", "../shared"), "peerdata");
    assumeTrue(Files.isDirectory(folder), () -> "no messages of others in " + folder);
    return new PeerData(folder);
  }

  public List<Entry> entries() throws IOException {
    List<Entry> entries = new ArrayList<>();
    for (String line :
        Files.readAllLines(folder.resolve("manifest.tsv")).stream().skip(1).toList()) {
      String[] cells = line.split("\t");
      entries.add(new Entry(cells[0], Integer.parseInt(cells[1]), Bytes.hex(cells[2])));
    }
    return entries;
  }

  public Bytes octets(String file) throws IOException {
    return Bytes.of(Files.readAllBytes(folder.resolve(file)));
  }

  /** Hex over many lines, each of which may end with a comment. */
  public Bytes hex(String file) throws IOException {
    return digits(text(file));
  }

  /** Every block of hex between fences, in the order of the text. */
  public List<Bytes> fencedHex(String file) throws IOException {
    List<Bytes> blocks = new ArrayList<>();
    Matcher fences = Pattern.compile("~~~\\s*\\n([0-9a-f\\s]+)~~~").matcher(text(file));
    while (fences.find()) {
      blocks.add(digits(fences.group(1)));
    }
    return blocks;
  }

  public CoseKey jwk(String file) throws IOException {
    String text = text(file);
    return new CoseKey(CoseCurve.P256, member(text, "x"), member(text, "y"));
  }

  /** The member of a JSON object that holds base64 of either alphabet. */
  Bytes base64(String file, String name) throws IOException {
    return member(text(file), name);
  }

  CoseKey pem(String file, Crypto crypto) throws IOException, Rejected {
    String body = text(file).replaceAll("-----[A-Z ]+-----|\\s", "");
    return CoseKey.ofSpki(Bytes.of(Base64.getDecoder().decode(body)), crypto);
  }

  private String text(String file) throws IOException {
    return Files.readString(folder.resolve(file), StandardCharsets.UTF_8);
  }

  private static Bytes member(String json, String name) {
    Matcher found = Pattern.compile("\"" + name + "\":\\s*\"([^\"]+)\"").matcher(json);
    if (!found.find()) {
      throw new IllegalArgumentException("no member " + name);
    }
    String base64 = found.group(1).replace('+', '-').replace('/', '_').replace("=", "");
    return Bytes.of(Base64.getUrlDecoder().decode(base64));
  }

  private static Bytes digits(String text) {
    return Bytes.hex(
        text.replaceAll("#.*", "").replaceAll("\\s", "").toLowerCase(java.util.Locale.ROOT));
  }
}
