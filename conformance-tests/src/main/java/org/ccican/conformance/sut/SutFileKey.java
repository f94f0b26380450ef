package org.ccican.conformance.sut;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ccican.check.Checks;
import org.ccican.cose.CoseKey;
import org.ccican.cose.Crypto;
import org.ccican.reject.Rejected;
import org.ccican.wire.Bytes;
import org.ccican.wire.Cbor;
import org.ccican.wire.CborDecoder;
import org.ccican.wire.CborProfile;

/**
 * A public key file: SubjectPublicKeyInfo in PEM, a JWK (RFC 7517), or a COSE_Key (RFC 9052 section
 * 7) in binary or in hex. Keys on P-256, P-384 and Ed25519 are read; whatever holds a private key
 * is refused. Messages of exceptions continue the name of the file.
 */
public final class SutFileKey {

  private static final Pattern PEM =
      Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----([A-Za-z0-9+/=\\s]*)-----END \\1-----");
  private static final Pattern HEX = Pattern.compile("(?:[0-9a-fA-F]{2}\\s*)+");

  private static final int LIMIT = 64 << 10;

  private static final long COSE_KTY = 1;
  private static final long COSE_CRV = -1;
  private static final long COSE_X = -2;
  private static final long COSE_Y = -3;
  private static final long COSE_D = -4;

  private SutFileKey() {}

  /**
   * The key of a file in any of the forms.
   *
   * @throws SutFileException if it cannot be read, or is no public key that can be used
   */
  public static CoseKey read(Path file) throws SutFileException {
    try {
      return CoseKey.ofSpki(parse(SutFileFiles.read(file, LIMIT)), new Crypto());
    } catch (NoSuchFileException e) {
      throw new SutFileException(file + ": no such file");
    } catch (IOException e) {
      throw new SutFileException(file + ": cannot be read");
    } catch (SutFileException e) {
      throw new SutFileException(file + " " + e.getMessage());
    } catch (Rejected e) {
      throw new SutFileException(file + " " + unusable(e).getMessage());
    }
  }

  /**
   * The key as SubjectPublicKeyInfo in DER.
   *
   * @throws SutFileException if the octets are no public key that can be used
   */
  static Bytes parse(Bytes file) throws SutFileException {
    String text = new String(file.toArray(), StandardCharsets.ISO_8859_1).strip();
    if (text.isEmpty()) {
      throw new SutFileException("is empty");
    }
    if (text.contains("-----BEGIN ")) {
      return pem(text);
    }
    if (text.startsWith("{")) {
      return jwk(text);
    }
    return HEX.matcher(text).matches()
        ? coseKey(Bytes.hex(text.replaceAll("\\s", "")))
        : coseKey(file);
  }

  private static Bytes pem(String text) throws SutFileException {
    if (text.contains("PRIVATE KEY-----")) {
      throw privateKey();
    }
    Matcher pem = PEM.matcher(text);
    if (!pem.find()) {
      throw new SutFileException("is no complete PEM block");
    }
    if (!pem.group(1).equals("PUBLIC KEY")) {
      throw new SutFileException(
          "holds a " + pem.group(1) + ", expected a PUBLIC KEY (SubjectPublicKeyInfo)");
    }
    Bytes der;
    try {
      der = Bytes.of(Base64.getMimeDecoder().decode(pem.group(2)));
    } catch (IllegalArgumentException e) {
      throw new SutFileException("is no valid Base64");
    }
    try {
      return CoseKey.ofSpki(der, new Crypto()).toSpki();
    } catch (Rejected e) {
      throw unusable(e);
    }
  }

  private static Bytes jwk(String text) throws SutFileException {
    JsonNode jwk;
    try {
      jwk =
          JsonMapper.builder()
              .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
              .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
              .build()
              .readTree(text);
    } catch (JsonProcessingException e) {
      throw new SutFileException(
          "is no valid JSON: " + e.getOriginalMessage().lines().findFirst().orElse(""));
    }
    if (jwk.has("d") || jwk.has("k")) {
      throw privateKey();
    }
    long[] curve =
        switch (jwk.path("kty").asText() + " " + jwk.path("crv").asText()) {
          case "EC P-256" -> new long[] {2, 1};
          case "EC P-384" -> new long[] {2, 2};
          case "OKP Ed25519" -> new long[] {1, 6};
          default ->
              throw new SutFileException(
                  "has kty "
                      + jwk.path("kty").asText()
                      + " and crv "
                      + jwk.path("crv").asText()
                      + ", expected a key on P-256, P-384 or Ed25519");
        };
    Cbor.MapBuilder key =
        Cbor.map()
            .put(COSE_KTY, Cbor.integer(curve[0]))
            .put(COSE_CRV, Cbor.integer(curve[1]))
            .put(COSE_X, Cbor.octets(base64(jwk, "x")));
    if (jwk.has("y")) {
      key.put(COSE_Y, Cbor.octets(base64(jwk, "y")));
    }
    return coseKey(key.build());
  }

  private static Bytes base64(JsonNode jwk, String member) throws SutFileException {
    try {
      return Bytes.of(Base64.getUrlDecoder().decode(jwk.path(member).asText()));
    } catch (IllegalArgumentException e) {
      throw new SutFileException("has no valid base64url in " + member);
    }
  }

  private static Bytes coseKey(Bytes octets) throws SutFileException {
    Cbor item;
    try {
      item = new CborDecoder(Checks.unbroken()).decode(octets, CborProfile.VALID);
    } catch (Rejected e) {
      throw new SutFileException("is neither PEM nor JWK nor COSE_Key");
    }
    if (!(item instanceof Cbor.Map key)) {
      throw new SutFileException("is neither PEM nor JWK nor COSE_Key");
    }
    return coseKey(key);
  }

  private static Bytes coseKey(Cbor.Map key) throws SutFileException {
    if (key.find(COSE_D).isPresent()) {
      throw privateKey();
    }
    try {
      return CoseKey.parse(key, new Crypto(), Checks.unbroken()).toSpki();
    } catch (Rejected e) {
      throw unusable(e);
    }
  }

  private static SutFileException privateKey() {
    return new SutFileException("holds a private key, expected the public one alone");
  }

  private static SutFileException unusable(Rejected e) {
    return new SutFileException("holds no key that can be used: " + e.getMessage());
  }
}
