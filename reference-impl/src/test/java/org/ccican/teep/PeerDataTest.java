package org.ccican.teep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.ccican.check.Checks;
import org.ccican.cose.AgreementKey;
import org.ccican.cose.CoseAlgorithm;
import org.ccican.cose.CoseEncrypt;
import org.ccican.cose.CoseKey;
import org.ccican.cose.CoseSign1;
import org.ccican.cose.Crypto;
import org.ccican.eat.TeepEat;
import org.ccican.eat.TeepEatReader;
import org.ccican.reject.Rejected;
import org.ccican.suit.InstalledComponent;
import org.ccican.suit.MemorySuitStore;
import org.ccican.suit.SuitDevice;
import org.ccican.suit.SuitEnvelope;
import org.ccican.suit.SuitManifest;
import org.ccican.suit.SuitOutcome;
import org.ccican.suit.SuitProcessor;
import org.ccican.wire.Bytes;
import org.ccican.wire.Cbor;
import org.ccican.wire.CborDecoder;
import org.ccican.wire.CborProfile;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.function.Executable;

/** What others made, file by file: each must be taken, or refused for the reason it was listed. */
class PeerDataTest {

  private static final String KEY = "teep-wasm-demo/tc-signer-esp256-pub.jwk";

  /** The receiver's key that suit-firmware-encryption publishes for its examples. */
  private static final String RECEIVER =
      "60fe6dd6d85d5740a5349b6f91267eeac5ba81b8cb53ee249e4b4eb102c476b3";

  private static final Set<CoseAlgorithm> ES256 = Set.of(CoseAlgorithm.ES256);
  private static final String NOTATION = "diagnostic notation of the octets in the file beside it";

  private final Crypto crypto = new Crypto();
  private final Checks checks = Checks.unbroken();
  private final Map<String, Executable> tests = new LinkedHashMap<>();
  private final Map<String, String> left = new LinkedHashMap<>();

  @TestFactory
  Stream<DynamicTest> judgesEachFileAsTheListDoes() throws Exception {
    cover(PeerData.assumed());
    return tests.entrySet().stream()
        .map(each -> DynamicTest.dynamicTest(each.getKey(), each.getValue()));
  }

  @Test
  void coversEveryFileOfTheList() throws Exception {
    PeerData data = PeerData.assumed();
    cover(data);
    Set<String> listed = new TreeSet<>();
    for (PeerData.Entry entry : data.entries()) {
      listed.add(entry.file());
      Bytes octets = data.octets(entry.file());
      assertThat(octets.size()).as(entry.file()).isEqualTo(entry.size());
      assertThat(Crypto.sha256(octets)).as(entry.file()).isEqualTo(entry.sha256());
    }
    Set<String> covered = new TreeSet<>(tests.keySet());
    covered.addAll(left.keySet());

    assertThat(covered).isEqualTo(listed);
    assertThat(tests.keySet()).doesNotContainAnyElementsOf(left.keySet());
    assertThat(left.values()).allMatch(NOTATION::equals);
  }

  private void cover(PeerData data) throws Exception {
    teepMessages(data, "teep-26", WireRevision.TEEP_26);
    teepMessages(data, "teep-legacy", WireRevision.TEEP_LEGACY);
    for (String folder : List.of("teep-26", "teep-legacy")) {
      teepManifests(data, "teep-protocol/" + folder + "/");
    }
    workingGroupManifests(data);
    libcsuit(data);
    encryption(data);
    wasmDemo(data);
    for (PeerData.Entry entry : data.entries()) {
      if (entry.file().endsWith("/eat_diagnostic.txt")) {
        attestationToken(data, entry.file());
      } else if (entry.file().matches(".*\\.diag(\\.txt|\\.signed)?")) {
        left.put(entry.file(), NOTATION);
      }
    }
  }

  private void teepMessages(PeerData data, String folder, WireRevision revision) {
    String at = "teep-protocol/" + folder + "/";
    TeepCodec codec = new TeepCodec(revision, checks);
    tests.put(
        at + "query_request.hex.txt",
        () ->
            assertThat(refusal(() -> codec.decode(data.hex(at + "query_request.hex.txt"))))
                .isEqualTo("teep.token.attestation"));
    for (String name : List.of("query_response", "teep_success", "teep_error", "update")) {
      String file = at + name + ".hex.txt";
      tests.put(
          file,
          () -> {
            Bytes octets = data.hex(file);
            TeepMessage message = codec.decode(octets);
            assertThat(codec.decode(codec.encode(message))).isEqualTo(message);
            assertThat(codec.encode(message).size()).isEqualTo(octets.size());
            assertThat(codec.encode(message).equals(octets)).isEqualTo(isDeterministic(octets));
            if (message instanceof TeepMessage.Update update) {
              Bytes manifest = update.options().manifestList().orElseThrow().get(0);
              assertThat(signer(SuitEnvelope.parse(manifest, checks), data, ES256))
                  .isEqualTo(data.jwk(KEY));
              assertThat(refusal(() -> install(manifest, data))).isEqualTo("cose.alg.allowed");
            }
          });
    }
  }

  /**
   * Claims of a token, never signed. They deviate twice, as the list says of the first: RFC 9711
   * labels manifests 272, and has the body of each in a byte string.
   */
  private void attestationToken(PeerData data, String file) {
    tests.put(
        file,
        () -> {
          Cbor.Map claims = (Cbor.Map) DiagnosticNotation.read(data.octets(file).toText());
          TeepEatReader reader = new TeepEatReader(crypto, checks);
          assertThat(refusal(() -> reader.read(claims.encode()))).isEqualTo("eat.manifests");

          Cbor.Array manifest =
              (Cbor.Array) ((Cbor.Array) claims.find(273).orElseThrow()).items().get(0);
          assertThat(refusal(() -> reader.read(with272(claims, manifest)))).isEqualTo("eat.shape");

          Cbor format = manifest.items().get(0);
          Cbor wrapped = Cbor.octets(manifest.items().get(1).encode());
          TeepEat token = reader.read(with272(claims, Cbor.array(format, wrapped)));
          assertThat(token.nonce()).contains(Bytes.hex("948f8860d13a463e8e"));
          assertThat(token.ueid().orElseThrow().size()).isEqualTo(16);
          assertThat(token.hwversion()).contains("1.3.4");
          assertThat(token.manifests().orElseThrow().get(0).contentFormat())
              .isEqualTo(TeepEat.Manifest.CBOR);
          assertThat(token.confirmation().orElseThrow().kid().orElseThrow())
              .isEqualTo(Crypto.sha256(Bytes.utf8("abc")));
        });
  }

  private static Bytes with272(Cbor.Map claims, Cbor manifest) {
    return Cbor.map(
            claims.entries().stream()
                .map(
                    each ->
                        each.key().equals(Cbor.integer(273))
                            ? new Cbor.Entry(Cbor.integer(272), Cbor.array(manifest))
                            : each)
                .toList())
        .encode();
  }

  private void teepManifests(PeerData data, String at) {
    tests.put(
        at + "suit_integrated.hex.txt",
        () -> {
          InstalledComponent installed = install(data.hex(at + "suit_integrated.hex.txt"), data);
          assertThat(installed.payload()).isEqualTo(Bytes.utf8("Hello, Secure World!"));
          assertThat(installed.sequenceNumber()).isEqualTo(3);
          assertThat(installed.manifestId().orElseThrow().segments()).hasSize(4);
        });
    refusesToInstall(data, at + "suit_uri.hex.txt", "suit.payload.available");
    refusesToInstall(data, at + "suit_personalization.hex.txt", "suit.payload.available");
  }

  private void refusesToInstall(PeerData data, String file, String check) {
    tests.put(
        file,
        () -> {
          SuitEnvelope envelope = SuitEnvelope.parse(data.hex(file), checks);
          assertThat(signer(envelope, data, SuitProcessor.ALGORITHMS)).isEqualTo(data.jwk(KEY));
          assertThat(refusal(() -> install(data.hex(file), data))).isEqualTo(check);
        });
  }

  private void workingGroupManifests(PeerData data) {
    for (int number = 0; number <= 5; number++) {
      String file = "suit-manifest/example" + number + ".txt";
      int components = number < 3 ? 1 : number == 5 ? 2 : number == 4 ? 3 : 1;
      tests.put(
          file,
          () -> {
            int signed = 0;
            for (Bytes octets : data.fencedHex(file)) {
              SuitEnvelope envelope = SuitEnvelope.parseTagged(octets, checks);
              if (envelope.authentications().isEmpty()) {
                continue;
              }
              assertThat(signer(envelope, data, ES256)).isEqualTo(data.jwk(KEY));
              assertThat(SuitManifest.parse(envelope, checks).components()).hasSize(components);
              signed++;
            }
            assertThat(signed).isPositive();
          });
    }
    for (String name : List.of("example0_dependent", "example1_process", "example2_integrated")) {
      String file = "suit-trust-domains/" + name + ".hex";
      verifies(data, file, () -> data.hex(file));
    }
  }

  private void libcsuit(PeerData data) {
    String pem = "libcsuit/trust_anchor_secp256r1_pub.pem";
    tests.put(pem, () -> assertThat(data.pem(pem, crypto)).isEqualTo(data.jwk(KEY)));
    for (String name : List.of("0", "1", "2B", "4", "EW", "S2", "U0", "U1")) {
      String file = "libcsuit/suit_manifest_exp" + name + ".suit";
      verifies(data, file, () -> data.octets(file));
    }
    for (String name : List.of("D", "I")) {
      String file = "libcsuit/suit_manifest_exp" + name + ".suit";
      tests.put(
          file,
          () -> {
            SuitEnvelope envelope = SuitEnvelope.parse(data.octets(file), checks);
            assertThat(signer(envelope, data, SuitProcessor.ALGORITHMS)).isEqualTo(data.jwk(KEY));
          });
    }
    String bare = "libcsuit/suit_manifest_expAF.suit";
    hasNoSignatureOfOurs(data, bare, () -> data.octets(bare));
  }

  private void encryption(PeerData data) {
    String at = "suit-firmware-encryption/";
    for (String name : List.of("aes-kw", "aes-kw-content", "aes-kw-slot", "es-ecdh-dependency")) {
      String file = at + "suit-manifest-" + name + ".hex.signed";
      hasNoSignatureOfOurs(data, file, () -> data.hex(file));
    }
    String content = at + "suit-manifest-es-ecdh-content.hex.signed";
    verifies(data, content, () -> data.hex(content));
    for (String name : List.of("es-ecdh-aes-ctr", "es-ecdh-aes-gcm")) {
      decrypts(data, at + "encrypted-payload-" + name + ".hex", at, name, "");
    }
    for (String name : List.of("aes-kw-aes-ctr", "aes-kw-aes-gcm")) {
      // A key that both sides hold beforehand, which no profile of TEEP has.
      decrypts(data, at + "encrypted-payload-" + name + ".hex", at, name, "cose.recipient.known");
    }
  }

  /** A payload and its encryption info, judged together. */
  private void decrypts(PeerData data, String payload, String at, String name, String refusal) {
    String info = at + "suit-encryption-info-" + name + ".hex";
    AgreementKey key = AgreementKey.ofPrivate(Bytes.hex(RECEIVER)).named(Bytes.utf8("kid-2"));
    Executable judged =
        () -> {
          CoseEncrypt message = CoseEncrypt.parse(data.hex(info), checks);
          Bytes octets = data.hex(payload);
          Step step =
              () -> message.decryptDetached(octets, key, CoseEncrypt.PAYLOAD, crypto, checks);
          if (refusal.isEmpty()) {
            assertThat(message.decryptDetached(octets, key, CoseEncrypt.PAYLOAD, crypto, checks))
                .isEqualTo(Bytes.utf8("This is a real firmware image."));
          } else {
            assertThat(refusal(step)).isEqualTo(refusal);
          }
        };
    tests.put(payload, judged);
    tests.put(info, judged);
  }

  private void wasmDemo(PeerData data) {
    String at = "teep-wasm-demo/";
    for (String name : List.of("agent-esp256", "tam-esp256", "tc-signer-esp256")) {
      String file = at + name + "-pub.jwk";
      tests.put(
          file,
          () -> {
            CoseKey key = data.jwk(file);
            assertThat(CoseKey.ofSpki(key.toSpki(), crypto)).isEqualTo(key);
            assertThat(key.thumbprint()).isEqualTo(data.base64(file, "kid"));
          });
    }
    String attester = at + "attester-es256-pub.jwk";
    String evidence = at + "eat_evidence.attester.es256.cose";
    tests.put(
        attester,
        () ->
            assertThat(CoseKey.ofSpki(data.jwk(attester).toSpki(), crypto))
                .isEqualTo(data.jwk(attester)));
    tests.put(
        evidence,
        () ->
            assertThat(
                    CoseSign1.parse(data.octets(evidence), checks)
                        .verify(data.jwk(attester), ES256, checks)
                        .isEmpty())
                .isFalse());
    speaks(data, at + "query_request.tam.esp256.cose", at + "tam-esp256-pub.jwk");
    speaks(data, at + "query_response_eat.agent.esp256.cose", at + "agent-esp256-pub.jwk");
    speaks(data, at + "update0.tam.esp256.cose", at + "tam-esp256-pub.jwk");
  }

  /** A signed message of draft 26 that is opened, read and written again octet by octet. */
  private void speaks(PeerData data, String file, String key) {
    tests.put(
        file,
        () -> {
          TeepCodec codec = new TeepCodec(WireRevision.TEEP_26, checks);
          Bytes sent = data.octets(file);
          Bytes octets = new TeepSecurity(WireRevision.TEEP_26).open(sent, data.jwk(key), checks);
          TeepMessage message = codec.decode(octets);
          assertThat(codec.encode(message)).isEqualTo(octets);
          assertThat(CoseSign1.parse(sent, checks).encode()).isEqualTo(sent);
          for (Bytes manifest : message.options().manifestList().orElse(List.of())) {
            SuitEnvelope envelope = SuitEnvelope.parse(manifest, checks);
            assertThat(signer(envelope, data, SuitProcessor.ALGORITHMS)).isEqualTo(data.jwk(KEY));
          }
        });
  }

  private void verifies(PeerData data, String file, Source source) {
    tests.put(
        file,
        () -> {
          SuitEnvelope envelope = SuitEnvelope.parseTagged(source.octets(), checks);
          assertThat(signer(envelope, data, SuitProcessor.ALGORITHMS)).isEqualTo(data.jwk(KEY));
        });
  }

  /** A Mac0 alone, or a signature of a key that nobody published; the digest is right. */
  private void hasNoSignatureOfOurs(PeerData data, String file, Source source) {
    tests.put(
        file,
        () -> {
          SuitEnvelope envelope = SuitEnvelope.parseTagged(source.octets(), checks);
          assertThat(refusal(() -> signer(envelope, data, SuitProcessor.ALGORITHMS)))
              .isEqualTo("suit.signer.known");
        });
  }

  private boolean isDeterministic(Bytes octets) {
    try {
      new CborDecoder(checks).decode(octets, CborProfile.DETERMINISTIC);
      return true;
    } catch (Rejected e) {
      return false;
    }
  }

  private CoseKey signer(SuitEnvelope envelope, PeerData data, Set<CoseAlgorithm> allowed)
      throws Exception {
    CoseKey stranger = data.jwk("teep-wasm-demo/agent-esp256-pub.jwk");
    return envelope.authenticate(List.of(stranger, data.jwk(KEY)), allowed, checks).orElseThrow();
  }

  private InstalledComponent install(Bytes envelope, PeerData data) throws Exception {
    SuitDevice device =
        new SuitDevice(
            Bytes.hex("c0ddd5f15243566087db4f5b0aa26c2f"),
            Bytes.hex("db42f7093d8c55baa8c5265fc5820f4e"),
            List.of(data.jwk(KEY)));
    SuitOutcome outcome =
        new SuitProcessor(checks, crypto, device, new MemorySuitStore()).update(envelope);
    if (outcome.refusal().isPresent()) {
      throw outcome.refusal().get();
    }
    return outcome.installed().get(0);
  }

  private interface Source {
    Bytes octets() throws Exception;
  }

  private interface Step {
    void run() throws Exception;
  }

  private static String refusal(Step step) {
    Rejected refusal = catchThrowableOfType(Rejected.class, step::run);
    assertThat(refusal).isNotNull();
    return refusal.check();
  }
}
