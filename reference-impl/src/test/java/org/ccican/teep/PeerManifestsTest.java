package org.ccican.teep;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.ccican.check.Checks;
import org.ccican.cose.AgreementKey;
import org.ccican.cose.Crypto;
import org.ccican.suit.InstalledComponent;
import org.ccican.suit.MemorySuitStore;
import org.ccican.suit.SuitComponentId;
import org.ccican.suit.SuitDevice;
import org.ccican.suit.SuitOutcome;
import org.ccican.suit.SuitProcessor;
import org.ccican.suit.SuitSigner;
import org.ccican.wire.Bytes;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The manifests that others published, each processed twice: as they stand, and with exactly those
 * rules waived that they are known to break, until they are installed or nothing more can be had.
 */
class PeerManifestsTest {

  private static final String KEY = "teep-wasm-demo/tc-signer-esp256-pub.jwk";

  /** The receiver's key that suit-firmware-encryption and teep-protocol publish. */
  private static final String RECEIVER =
      "60fe6dd6d85d5740a5349b6f91267eeac5ba81b8cb53ee249e4b4eb102c476b3";

  private static final String FIRMWARE = "This is a real firmware image.";

  /** The shared sequence does not test vendor and class, which a processor should insist on. */
  private static final List<String> IDENTITY = List.of("suit.shared.vendor", "suit.shared.class");

  /** ES256, which no current profile has. */
  private static final String ES256 = "cose.alg.allowed";

  /** A digest and a size made up for the example. */
  private static final List<String> IMAGE = List.of("suit.image.digest", "suit.image.size");

  /** MAC of a key that is not published, or a signature that the common key did not make. */
  private static final String SIGNER = "suit.signer.known";

  private static final Map<String, String> MADE_UP =
      Map.of(
          "http://example.com/file.bin", "file",
          "http://example.com/file1.bin", "file 1",
          "http://example.com/file2.bin", "file 2",
          "http://example.com/very/long/path/to/file/file.bin", "long");

  /**
   * One manifest.
   *
   * @param strict the check that refuses it as it stands; "installed" if none does
   * @param waived rules that are let through the second time
   * @param outcome what is installed then, component=payload, or the check that still refuses it
   */
  private record Case(String file, String strict, List<String> waived, String outcome) {}

  private static List<Case> cases() {
    List<Case> all = new ArrayList<>();
    for (String folder : List.of("teep-26", "teep-legacy")) {
      String at = "teep-protocol/" + folder + "/suit_";
      all.add(installs(at + "integrated.hex.txt", "Hello, Secure World!"));
      all.add(installs(at + "uri.hex.txt", "Hello, Secure World!"));
      all.add(
          new Case(
              at + "personalization.hex.txt",
              "suit.dependency.checked",
              List.of("suit.dependency.checked"),
              "Hello, Secure World!|"
                  + "{\"name\":\"FOO Bar\",\"secret\":\"0123456789abfcdef0123456789abcd\"}"));
    }
    String manifest = "suit-manifest/example";
    all.add(new Case(manifest + "0.txt", ES256, List.of(ES256), "suit.payload.some"));
    all.add(new Case(manifest + "1.txt", ES256, with(IMAGE, ES256), "file"));
    all.add(new Case(manifest + "2.txt", ES256, with(IMAGE, ES256), "long"));
    all.add(new Case(manifest + "3.txt", ES256, with(IMAGE, ES256), "file 1"));
    all.add(new Case(manifest + "4.txt", ES256, with(IMAGE, ES256), "file|file"));
    all.add(new Case(manifest + "5.txt", ES256, with(IMAGE, ES256), "file 1|file 2"));
    String domains = "suit-trust-domains/example";
    all.add(new Case(domains + "0_dependent.hex", "suit.shared.vendor", IDENTITY, "hello world"));
    all.add(
        new Case(
            domains + "1_process.hex",
            "suit.shared.vendor",
            IDENTITY,
            "hello world| in multiple trust domains"));
    all.add(
        new Case(
            domains + "2_integrated.hex",
            "suit.shared.vendor",
            with(IDENTITY, "suit.dependency.checked"),
            "hello world| in multiple trust domains"));
    String libcsuit = "libcsuit/suit_manifest_exp";
    all.add(new Case(libcsuit + "0.suit", "suit.payload.some", List.of(), "suit.payload.some"));
    all.add(new Case(libcsuit + "1.suit", "suit.image.size", IMAGE, "file"));
    all.add(new Case(libcsuit + "2B.suit", "suit.image.size", IMAGE, "long"));
    all.add(new Case(libcsuit + "4.suit", "suit.image.digest", IMAGE, "file|file"));
    all.add(
        new Case(
            libcsuit + "D.suit",
            "suit.dependency.checked",
            List.of("suit.dependency.checked"),
            "Hello, Secure World!|"
                + "{\"name\":\"FOO Bar\",\"secret\":\"0123456789abfcdef0123456789abcd\"}"));
    all.add(installs(libcsuit + "I.suit", "Hello, Secure World!"));
    all.add(new Case(libcsuit + "EW.suit", "suit.shared.vendor", IDENTITY, FIRMWARE));
    all.add(
        new Case(
            libcsuit + "S2.suit",
            "suit.shared.vendor",
            IDENTITY,
            "hello world| in multiple trust domains"));
    all.add(new Case(libcsuit + "U0.suit", "suit.shared.vendor", IDENTITY, "suit.parameter.known"));
    all.add(
        new Case(libcsuit + "U1.suit", "suit.shared.vendor", IDENTITY, "suit.component.chosen"));
    all.add(new Case(libcsuit + "AF.suit", SIGNER, with(IDENTITY, SIGNER), "cose.recipient.known"));
    String encryption = "suit-firmware-encryption/suit-manifest-";
    for (String name : List.of("aes-kw", "aes-kw-content", "aes-kw-slot")) {
      all.add(
          new Case(
              encryption + name + ".hex.signed",
              SIGNER,
              with(IDENTITY, SIGNER),
              "cose.recipient.known"));
    }
    all.add(
        new Case(
            encryption + "es-ecdh-content.hex.signed", "suit.shared.vendor", IDENTITY, FIRMWARE));
    all.add(
        new Case(
            encryption + "es-ecdh-dependency.hex.signed",
            SIGNER,
            with(with(IDENTITY, SIGNER), "suit.dependency.sections"),
            FIRMWARE));
    return all;
  }

  private final Crypto crypto = new Crypto();

  @TestFactory
  Stream<DynamicTest> processesEachManifest() {
    PeerData data = PeerData.assumed();
    return cases().stream()
        .map(each -> DynamicTest.dynamicTest(each.file(), () -> judge(each, data)));
  }

  private void judge(Case each, PeerData data) throws Exception {
    Bytes envelope = envelope(each.file(), data);
    assertThat(outcome(envelope, data, Set.of())).isEqualTo(each.strict());
    assertThat(outcome(envelope, data, Set.copyOf(each.waived()))).isEqualTo(each.outcome());
  }

  private String outcome(Bytes envelope, PeerData data, Set<String> waived) throws Exception {
    Checks checks = (name, found) -> found || waived.contains(name);
    boolean firmware = envelope.contains(Bytes.hex("fa6b4a53d5ad5fdfbe9de663e4d41ffe"));
    SuitDevice device =
        new SuitDevice(
            Bytes.hex(
                firmware ? "fa6b4a53d5ad5fdfbe9de663e4d41ffe" : "c0ddd5f15243566087db4f5b0aa26c2f"),
            Bytes.hex(
                firmware ? "1492af1425695e48bf429b2d51f2ab45" : "db42f7093d8c55baa8c5265fc5820f4e"),
            Optional.empty(),
            List.of(SuitSigner.ofAll(data.jwk(KEY))),
            List.of(new SuitComponentId(List.of())),
            List.of(AgreementKey.ofPrivate(Bytes.hex(RECEIVER)).named(Bytes.utf8("kid-2"))));
    Map<String, Bytes> served = served(data);
    SuitProcessor processor =
        new SuitProcessor(
            checks,
            crypto,
            device,
            new MemorySuitStore(),
            uri -> Optional.ofNullable(served.get(uri)));
    SuitOutcome outcome = processor.update(envelope);
    if (outcome.refusal().isPresent()) {
      return outcome.refusal().get().check();
    }
    List<String> installed = new ArrayList<>();
    for (InstalledComponent component : outcome.installed()) {
      installed.add(component.payload().toText());
    }
    return waived.isEmpty()
        ? "installed " + String.join("|", installed)
        : String.join("|", installed);
  }

  private static Map<String, Bytes> served(PeerData data) throws Exception {
    Map<String, Bytes> served = new java.util.HashMap<>();
    MADE_UP.forEach((uri, text) -> served.put(uri, Bytes.utf8(text)));
    served.put(
        "http://example.com/dependent.suit", data.hex("suit-trust-domains/example0_dependent.hex"));
    served.put(
        "https://example.org/8d82573a-926d-4754-9353-32dc29997f74.suit",
        data.hex("teep-protocol/teep-26/suit_uri.hex.txt"));
    served.put(
        "https://example.org/8d82573a-926d-4754-9353-32dc29997f74.ta",
        Bytes.utf8("Hello, Secure World!"));
    served.put("coaps://example.com/encrypted-firmware", Bytes.utf8("x"));
    return served;
  }

  private static Case installs(String file, String payload) {
    return new Case(file, "installed " + payload, List.of("none"), payload);
  }

  private static List<String> with(List<String> some, String more) {
    List<String> all = new ArrayList<>(some);
    all.add(more);
    return all;
  }

  /** The envelope without its tag, as TEEP carries it; of several the longest. */
  private static Bytes envelope(String file, PeerData data) throws Exception {
    Bytes octets;
    if (file.endsWith(".suit")) {
      octets = data.octets(file);
    } else if (file.endsWith(".txt") && file.startsWith("suit-manifest")) {
      List<Bytes> blocks = data.fencedHex(file);
      octets = blocks.get(blocks.size() - 1);
    } else {
      octets = data.hex(file);
    }
    boolean tagged = octets.at(0) == 0xd8 && octets.at(1) == 0x6b;
    return tagged ? octets.slice(2, octets.size()) : octets;
  }
}
