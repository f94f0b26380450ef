package org.ccican.conformance.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.ccican.wire.Bytes;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every file that others published, row by row of the list that came with it, as the judges see it.
 * A row without an outcome here fails, and so does an outcome without a row.
 */
class PeerManifestTest {

  private static final String ROOT = "peerdata/";
  private static final String SIGNER = ROOT + "teep-wasm-demo/tc-signer-esp256-pub.jwk";

  /** Among what the manifest says of the row, so that both agree on what is wrong with it. */
  private static final String ACCEPTED = "accepted";

  private static final String TOKEN_RULE = "breaks the token rule";
  private static final String NO_FORMAT = "no format";
  private static final String OLD_SECTION = "uses section key 9";

  /**
   * What becomes of the files that match.
   *
   * @param files a regular expression over the names in the list
   * @param listed what the list says of them, in part
   * @param judged looks at one file
   */
  private record Row(String files, String listed, Look judged) {}

  @FunctionalInterface
  private interface Look {
    void at(String file);
  }

  private record Entry(String file, String expected) {}

  private static List<Row> rows() {
    List<Row> rows = new ArrayList<>();
    for (TeepRevision revision : TeepRevision.values()) {
      String at = "teep-protocol/" + revision.id() + "/";
      String says = revision.id() + " numbering";
      rows.add(new Row(at + "eat_diagnostic\\.txt", "labels manifests 273", notation("273")));
      rows.add(
          new Row(
              at + "query_request\\.hex\\.txt",
              TOKEN_RULE,
              teep(revision, TeepType.QUERY_REQUEST, "token")));
      rows.add(
          new Row(
              at + "query_response\\.hex\\.txt",
              NO_FORMAT,
              teep(revision, TeepType.QUERY_RESPONSE, "attestation-payload")));
      rows.add(
          new Row(at + "update\\.hex\\.txt", OLD_SECTION, teep(revision, TeepType.UPDATE, "")));
      rows.add(
          new Row(at + "teep_success\\.hex\\.txt", ACCEPTED, teep(revision, TeepType.SUCCESS, "")));
      rows.add(
          new Row(at + "teep_error\\.hex\\.txt", ACCEPTED, teep(revision, TeepType.ERROR, "")));
      rows.add(
          new Row(
              at + "suit_(integrated|uri|personalization)\\.hex\\.txt",
              says,
              file -> suit(Shared.hex(ROOT + file), true)));
      rows.add(new Row(at + "\\w+\\.diag\\.txt", says, notation("/")));
    }
    rows.add(
        new Row(
            "suit-manifest/example[0-5]\\.txt",
            "digest and ES256 signature verify",
            PeerManifestTest::workingGroup));
    rows.add(
        new Row(
            "suit-trust-domains/\\w+\\.hex",
            "ESP256 signature verify",
            file -> suit(Shared.hex(ROOT + file), true)));
    rows.add(new Row("suit-trust-domains/\\w+\\.diag", "digest", notation("<<")));
    rows.add(
        new Row(
            "suit-firmware-encryption/suit-manifest-(aes-kw(-content|-slot)?|es-ecdh-dependency)"
                + "\\.hex\\.signed",
            "three manifests are Mac0; es-ecdh-dependency's signature does not verify",
            file -> suit(Shared.hex(ROOT + file), false)));
    rows.add(
        new Row(
            "suit-firmware-encryption/suit-manifest-es-ecdh-content\\.hex\\.signed",
            "ES-DH payloads decrypt",
            file -> suit(Shared.hex(ROOT + file), true)));
    rows.add(
        new Row(
            "suit-firmware-encryption/suit-encryption-info-[a-z-]+\\.hex",
            "ES-DH payloads decrypt",
            file ->
                assertThat(CborView.read(Shared.hex(ROOT + file)).view().get().encode())
                    .isEqualTo(Shared.hex(ROOT + file))));
    rows.add(
        new Row(
            "suit-firmware-encryption/encrypted-payload-[a-z-]+\\.hex",
            "ES-DH payloads decrypt",
            file -> assertThat(Shared.hex(ROOT + file).size()).isPositive()));
    rows.add(new Row("suit-firmware-encryption/.*\\.diag(\\.signed)?", "payloads", notation("/")));
    rows.add(
        new Row(
            "libcsuit/suit_manifest_exp(0|1|2B|4|D|EW|I|S2|U0|U1)\\.suit",
            "digest verifies; ESP256 signature verifies",
            file -> suit(Shared.octets(ROOT + file), true)));
    rows.add(
        new Row(
            "libcsuit/suit_manifest_expAF\\.suit",
            "and three Mac0",
            file -> suit(Shared.octets(ROOT + file), false)));
    rows.add(new Row("libcsuit/suit_manifest_exp\\w+\\.diag", "digest verifies", notation("<<")));
    rows.add(
        new Row(
            "libcsuit/trust_anchor_secp256r1_pub\\.pem",
            "public key of the examples",
            file ->
                assertThat(pem(Shared.octets(ROOT + file).toText()))
                    .isEqualTo(Shared.spki(SIGNER))));
    rows.add(
        new Row(
            "teep-wasm-demo/[a-z0-9-]+\\.jwk",
            "public key",
            file -> assertThat(Shared.spki(ROOT + file).size()).isEqualTo(91)));
    rows.add(
        new Row(
            "teep-wasm-demo/eat_evidence\\.attester\\.es256\\.cose",
            "ESP256 verifies",
            file -> signed(file, "attester-es256")));
    rows.add(demo("query_request\\.tam\\.esp256", "tam-esp256", TeepType.QUERY_REQUEST, ""));
    rows.add(
        demo(
            "query_response_eat\\.agent\\.esp256",
            "agent-esp256",
            TeepType.QUERY_RESPONSE,
            "attestation-payload"));
    rows.add(demo("update0\\.tam\\.esp256", "tam-esp256", TeepType.UPDATE, ""));
    return rows;
  }

  @TestFactory
  Stream<DynamicTest> judgesEachRowAsTheListDoes() {
    return entries().stream()
        .map(
            entry ->
                DynamicTest.dynamicTest(
                    entry.file(),
                    () -> {
                      List<Row> matching = matching(entry);
                      assertThat(matching).as("outcomes of " + entry.file()).hasSize(1);
                      assertThat(entry.expected()).contains(matching.get(0).listed());
                      matching.get(0).judged().at(entry.file());
                    }));
  }

  @Test
  void hasNoOutcomeForWhatIsNotThere() {
    List<Entry> entries = entries();

    assertThat(entries).hasSizeGreaterThan(90);
    assertThat(rows())
        .allSatisfy(
            row ->
                assertThat(entries)
                    .as(row.files())
                    .anyMatch(entry -> entry.file().matches(row.files())));
  }

  private static List<Row> matching(Entry entry) {
    return rows().stream().filter(row -> entry.file().matches(row.files())).toList();
  }

  private static List<Entry> entries() {
    return Shared.octets(ROOT + "manifest.tsv")
        .toText()
        .lines()
        .skip(1)
        .map(line -> line.split("\t"))
        .map(cells -> new Entry(cells[0], cells[6]))
        .toList();
  }

  /** Text that stands beside octets, or alone where nobody encoded it. */
  private static Look notation(String word) {
    return file -> {
      Bytes text = Shared.octets(ROOT + file);
      assertThat(text.toText()).contains(word);
      assertThat(Bytes.of(text.toText().getBytes(StandardCharsets.UTF_8))).isEqualTo(text);
    };
  }

  /**
   * @param broken the option with which it breaks its one rule; empty if it breaks none
   */
  private static Look teep(TeepRevision revision, TeepType type, String broken) {
    return file -> {
      Bytes octets = Shared.hex(ROOT + file);
      judge(TeepView.read(octets, revision), type, broken);
      for (TeepRevision other : TeepRevision.values()) {
        if (other != revision) {
          Reading<TeepView> misread = TeepView.read(octets, other);
          assertThat(misread.view().map(TeepView::deviations).orElse(List.of("unreadable")))
              .as(file + " by the numbers of " + other.id())
              .isNotEmpty();
        }
      }
    };
  }

  private static Row demo(String file, String key, TeepType type, String broken) {
    return new Row(
        "teep-wasm-demo/" + file + "\\.cose",
        "teep-26 numbering, ESP256 verifies",
        name -> {
          signed(name, key);
          judge(
              TeepView.readSigned(Shared.octets(ROOT + name), TeepRevision.TEEP_26), type, broken);
        });
  }

  private static void judge(Reading<TeepView> read, TeepType type, String broken) {
    TeepView message = read.view().get();
    assertThat(message.type()).isEqualTo(type);
    if (broken.isEmpty()) {
      assertThat(message.deviations()).isEmpty();
    } else {
      assertThat(message.deviations()).singleElement().asString().startsWith(broken);
    }
    for (Bytes manifest : message.manifests()) {
      suit(manifest, true);
    }
  }

  private static void signed(String file, String signer) {
    CoseView cose = CoseView.read(Shared.octets(ROOT + file)).view().get();
    for (String name :
        List.of("tam-esp256", "agent-esp256", "tc-signer-esp256", "attester-es256")) {
      assertThat(
              cose.verifies(
                  TestKey.SIGNATURES, Shared.spki(ROOT + "teep-wasm-demo/" + name + "-pub.jwk")))
          .as(file + " with the key " + name)
          .isEqualTo(name.equals(signer));
    }
  }

  private static void suit(Bytes octets, boolean signed) {
    SuitView envelope = SuitView.read(octets).view().get();
    assertThat(envelope.digestHolds()).isTrue();
    assertThat(envelope.signedBy(TestKey.SIGNATURES, Shared.spki(SIGNER))).isEqualTo(signed);
  }

  /** Several envelopes in hex between fences; each that is signed is the common key's. */
  private static void workingGroup(String file) {
    int signed = 0;
    for (String block : Shared.octets(ROOT + file).toText().split("~~~")) {
      String digits = block.replaceAll("\\s", "");
      if (digits.matches("[0-9a-f]{100,}")) {
        Optional<SuitView> envelope = SuitView.read(Bytes.hex(digits)).view();
        signed +=
            envelope
                    .filter(view -> view.signedBy(TestKey.SIGNATURES, Shared.spki(SIGNER)))
                    .filter(SuitView::digestHolds)
                    .isPresent()
                ? 1
                : 0;
      }
    }
    assertThat(signed).isPositive();
  }

  private static Bytes pem(String text) {
    return Bytes.of(Base64.getDecoder().decode(text.replaceAll("-----[A-Z ]+-----|\\s", "")));
  }
}
