package org.ccican.conformance.sut;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.harrel.jsonschema.ValidatorFactory;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import org.ccican.wire.Bytes;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Recipes and keys for the tests of what reads them. */
final class SutSamples {

  static final String SMALLEST = "tam: {url: \"http://localhost:8080/tam\", key: tam.pem}\n";

  static final String WHOLE =
      """
      name: example TAM
      description: >-
        What we run in the laboratory,
        second floor.
      together: false
      tam:
        url: https://user:pass%20word@tam.example/teep?token=secret
        key: keys/tam.jwk
        encryption-key: tam.pem
        headers:
          X-Api-Key: hidden
        revision: teep-legacy
        uris: {token: "http://tam.example/token"}
        clock: http://tam.example/clock
        timeouts:
          connect: 500ms
          response: 2 min
        limits:
          response: 64 KiB
      """;

  private SutSamples() {}

  /** A key pair on P-256. */
  static KeyPair keyPair() throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"));
    return generator.generateKeyPair();
  }

  /** A recipe, with nothing beside it. */
  static Path write(Path folder, String yaml) throws IOException {
    return Files.writeString(folder.resolve("sut.yaml"), yaml);
  }

  /** Whether the published schema takes a recipe. */
  static boolean matchesSchema(String yaml) throws IOException {
    Object tree = new Load(LoadSettings.builder().build()).loadFromString(yaml);
    try (InputStream in = SutFile.class.getResourceAsStream("../sut.schema.json")) {
      String schema = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      String json = JsonMapper.builder().build().writeValueAsString(tree);
      return new ValidatorFactory().validate(schema, json).isValid();
    }
  }

  static String jwk(KeyPair pair, String more) {
    ECPublicKey key = (ECPublicKey) pair.getPublic();
    Base64.Encoder base64 = Base64.getUrlEncoder().withoutPadding();
    return "{\"kty\": \"EC\", \"crv\": \"P-256\", \"kid\": \"1\", \"x\": \"%s\", \"y\": \"%s\"%s}"
        .formatted(
            base64.encodeToString(coordinate(key.getW().getAffineX()).toArray()),
            base64.encodeToString(coordinate(key.getW().getAffineY()).toArray()),
            more);
  }

  static Bytes coordinate(BigInteger value) {
    byte[] octets = value.toByteArray();
    Bytes all = Bytes.concat(Bytes.zero(32), Bytes.of(octets));
    return all.slice(all.size() - 32, all.size());
  }

  static String pem(String label, byte[] der) {
    return "-----BEGIN %s-----\n%s\n-----END %s-----\n"
        .formatted(label, Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der), label);
  }
}
