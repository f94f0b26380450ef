package org.ccican.conformance.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.ccican.conformance.sut.KeyForms;
import org.ccican.cose.CoseKey;
import org.ccican.cose.VerificationKey;
import org.ccican.trust.TrustAnchors;
import org.ccican.trust.VendorCertificate;
import org.ccican.wire.Bytes;

/**
 * A folder of public keys, each as {@code NAME.pem}, {@code NAME.jwk} and {@code NAME.cose}, with a
 * {@code manifest.json} for programs and a {@code README.txt} for people.
 */
final class KeyFolder {

  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private final Path folder;
  private final List<String> lines = new ArrayList<>();
  private final ObjectNode manifest = JSON.createObjectNode();
  private final ArrayNode keys;
  private final ArrayNode roots;

  /** The folder is made if it is not there. */
  KeyFolder(Path folder) throws IOException {
    this.folder = Objects.requireNonNull(folder);
    Files.createDirectories(folder);
    manifest.put("schema", "ccican-keys/1");
    keys = manifest.putArray("keys");
    roots = manifest.putArray("roots");
  }

  /**
   * Writes a key in its three forms.
   *
   * @param use what it is for, in a few words
   */
  void key(String name, String use, CoseKey key) throws IOException {
    KeyForms forms = new KeyForms(key);
    write(folder, name, forms);
    ObjectNode entry = keys.addObject();
    entry.put("name", name).put("use", use).put("curve", forms.curve());
    entry.put("pem", name + ".pem").put("jwk", name + ".jwk").put("cose", name + ".cose");
    entry.put("coseThumbprint", forms.coseThumbprint().toHex());
    entry.put("coseThumbprintUri", forms.coseThumbprintUri());
    entry.put("jwkThumbprint", KeyForms.base64(forms.jwkThumbprint()));
    lines.add(name + ".{pem,jwk,cose}: " + use);
    lines.add("  COSE_Key thumbprint (RFC 9679): " + forms.coseThumbprint().toHex());
    lines.add("  JWK thumbprint (RFC 7638):      " + KeyForms.base64(forms.jwkThumbprint()));
  }

  /** Writes what vouches for the emulated machines of a format: certificates, and raw keys. */
  void roots(String format, TrustAnchors anchors) throws IOException {
    Path below = Files.createDirectories(folder.resolve("roots"));
    ObjectNode entry = roots.addObject();
    entry.put("format", format);
    StringBuilder pem = new StringBuilder();
    for (VendorCertificate each : anchors.anchors()) {
      pem.append(KeyForms.pem("CERTIFICATE", each.der()));
    }
    if (!pem.isEmpty()) {
      Files.writeString(below.resolve(format + ".pem"), pem);
      entry.put("certificates", "roots/" + format + ".pem");
      lines.add("roots/" + format + ".pem: roots of the emulated vendor");
    }
    ArrayNode raw = entry.putArray("keys");
    int count = 0;
    for (VerificationKey each : anchors.keys()) {
      if (each instanceof VerificationKey.Public open) { // a shared secret is nobody else's
        String name = format + "-key-" + ++count;
        write(below, name, new KeyForms(open.key()));
        raw.add("roots/" + name + ".jwk");
      }
    }
    if (count > 0) {
      lines.add("roots/" + format + "-key-*.{pem,jwk,cose}: keys of the emulated devices");
    }
  }

  /**
   * Writes {@code manifest.json} and {@code README.txt}.
   *
   * @param about the first lines for people
   */
  void end(List<String> about) throws IOException {
    List<String> text = new ArrayList<>(about);
    text.add("");
    text.add("Each key in three forms: .pem is SubjectPublicKeyInfo, .jwk a JSON Web Key,");
    text.add(
        ".cose a COSE_Key in binary. All are public; manifest.json says the same to programs.");
    text.add("");
    text.addAll(lines);
    Files.write(folder.resolve("README.txt"), text);
    Files.write(folder.resolve("manifest.json"), JSON.writeValueAsBytes(manifest));
  }

  /** The three files of one key. */
  static void write(Path folder, String name, KeyForms forms) throws IOException {
    Files.writeString(folder.resolve(name + ".pem"), forms.pem());
    Files.writeString(folder.resolve(name + ".jwk"), forms.jwk());
    Files.write(folder.resolve(name + ".cose"), forms.cose().toArray());
  }

  /**
   * Writes what nobody else may read, to a file that is not there yet; where files have owners only
   * this one may read it, from its first octet on.
   */
  static void writeSecret(Path file, Bytes pkcs8) throws IOException {
    boolean owners = file.getFileSystem().supportedFileAttributeViews().contains("posix");
    FileAttribute<?>[] attributes =
        owners
            ? new FileAttribute<?>[] {
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
            }
            : new FileAttribute<?>[0];
    Files.createFile(file, attributes);
    Files.write(
        file,
        KeyForms.pem("PRIVATE KEY", pkcs8).getBytes(StandardCharsets.US_ASCII),
        StandardOpenOption.WRITE);
  }
}
