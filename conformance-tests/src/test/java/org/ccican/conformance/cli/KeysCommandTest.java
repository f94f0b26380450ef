package org.ccican.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.ccican.conformance.sut.KeyForms;
import org.ccican.conformance.sut.SutFileKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeysCommandTest {

  @TempDir private Path folder;

  @Test
  void exportsEverythingThatATargetHasToTrustAndNothingElse() throws Exception {
    Path out = folder.resolve("trust");
    assertThat(Commands.run("keys", "export", "--out", out.toString()).exit()).isZero();
    JsonNode manifest =
        JsonMapper.builder().build().readTree(out.resolve("manifest.json").toFile());
    assertThat(manifest.path("keys")).hasSize(8);
    for (JsonNode key : manifest.path("keys")) {
      KeyForms pem = new KeyForms(SutFileKey.read(out.resolve(key.path("pem").textValue())));
      KeyForms jwk = new KeyForms(SutFileKey.read(out.resolve(key.path("jwk").textValue())));
      KeyForms cose = new KeyForms(SutFileKey.read(out.resolve(key.path("cose").textValue())));
      assertThat(List.of(jwk, cose)).containsOnly(pem);
      assertThat(key.path("coseThumbprint").textValue())
          .isEqualTo(sha256(Files.readAllBytes(out.resolve(key.path("cose").textValue()))));
    }
    assertThat(manifest.path("roots")).hasSize(6);
    for (JsonNode root : manifest.path("roots")) {
      assertThat(root.has("certificates") || !root.path("keys").isEmpty()).isTrue();
    }
    try (Stream<Path> files = Files.walk(out)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String text = Files.readString(file, StandardCharsets.ISO_8859_1);
        assertThat(text).doesNotContain("PRIVATE", "\"d\":", "\"k\":");
      }
    }
    assertThat(Files.readString(out.resolve("README.txt"))).contains("verifier.{pem,jwk,cose}");
  }

  @Test
  void rootsVouchForEmulatedEvidence() throws IOException {
    Path out = folder.resolve("trust");
    Commands.run("keys", "export", "--out", out.toString());
    assertThat(Files.readString(out.resolve("roots/sev-snp.pem"))).contains("BEGIN CERTIFICATE");
    assertThat(out.resolve("roots/eat-key-1.jwk")).exists();
  }

  @ParameterizedTest
  @CsvSource({
    "P-256, EC, SHA256withECDSA",
    "P-384, EC, SHA384withECDSA",
    "Ed25519, Ed25519, Ed25519"
  })
  void makesPairsThatBelongTogether(String curve, String kind, String algorithm) throws Exception {
    Commands.Ended made =
        Commands.run("keys", "new", "--out", folder.toString(), "--name", "a", "--curve", curve);
    assertThat(made.exit()).as(made.err()).isZero();
    Path secret = folder.resolve("a.private.pem");
    if (secret.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secret)))
          .isEqualTo("rw-------");
    }
    KeyFactory factory = KeyFactory.getInstance(kind);
    PrivateKey signer =
        factory.generatePrivate(new PKCS8EncodedKeySpec(pem(Files.readString(secret))));
    Signature signature = Signature.getInstance(algorithm);
    signature.initSign(signer);
    signature.update(new byte[] {1});
    byte[] signed = signature.sign();
    signature.initVerify(
        factory.generatePublic(
            new X509EncodedKeySpec(pem(Files.readString(folder.resolve("a.pem"))))));
    signature.update(new byte[] {1});
    assertThat(signature.verify(signed)).isTrue();
    assertThat(made.out()).doesNotContain("PRIVATE");
  }

  @Test
  void overwritesNoPrivateKeyAndMakesAnotherEachTime() throws IOException {
    assertThat(Commands.run("keys", "new", "--out", folder.toString()).exit()).isZero();
    String first = Files.readString(folder.resolve("tam.private.pem"));
    Commands.Ended again = Commands.run("keys", "new", "--out", folder.toString());
    assertThat(again.exit()).isEqualTo(2);
    assertThat(again.complaint()).contains("is there already, and is not overwritten");
    assertThat(Files.readString(folder.resolve("tam.private.pem"))).isEqualTo(first);
    Commands.run("keys", "new", "--out", folder.resolve("b").toString());
    assertThat(Files.readString(folder.resolve("b/tam.private.pem"))).isNotEqualTo(first);
  }

  @ParameterizedTest
  @ValueSource(strings = {"pem", "jwk", "cose"})
  void importsEachFormAndWritesAllOfThem(String form) throws IOException {
    Commands.run("keys", "new", "--out", folder.toString(), "--name", "own");
    Path in = folder.resolve("in");
    Commands.Ended ended =
        Commands.run(
            "keys", "import", folder.resolve("own." + form).toString(), "--out", in.toString());
    assertThat(ended.exit()).as(ended.err()).isZero();
    for (String each : List.of("pem", "jwk", "cose")) {
      assertThat(in.resolve("tam." + each)).hasSameBinaryContentAs(folder.resolve("own." + each));
    }
    assertThat(ended.out()).contains("key: " + in.resolve("tam.pem"));
  }

  @Test
  void importsNoPrivateKeyAndNoOtherName() {
    Commands.run("keys", "new", "--out", folder.toString());
    Commands.Ended secret =
        Commands.run(
            "keys",
            "import",
            folder.resolve("tam.private.pem").toString(),
            "--out",
            folder.resolve("in").toString());
    assertThat(secret.exit()).isEqualTo(2);
    assertThat(secret.complaint()).contains("holds a private key, expected the public one alone");
    assertThat(folder.resolve("in")).doesNotExist();
    assertThat(Commands.run("keys", "new", "--out", folder.toString(), "--name", "../x").exit())
        .isEqualTo(64);
  }

  private static byte[] pem(String text) {
    return Base64.getMimeDecoder().decode(text.replaceAll("-----[A-Z ]+-----", ""));
  }

  private static String sha256(byte[] octets) throws Exception {
    StringBuilder hex = new StringBuilder();
    for (byte each : MessageDigest.getInstance("SHA-256").digest(octets)) {
      hex.append(String.format("%02x", each));
    }
    return hex.toString();
  }
}
