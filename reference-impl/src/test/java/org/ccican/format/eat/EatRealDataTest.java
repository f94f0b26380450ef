package org.ccican.format.eat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.ccican.appraisal.Appraisal;
import org.ccican.appraisal.AppraisalInput;
import org.ccican.appraisal.AppraisalPolicy;
import org.ccican.appraisal.CheckOutcome;
import org.ccican.check.Checks;
import org.ccican.reject.Rejected;
import org.ccican.wire.Bytes;
import org.junit.jupiter.api.Test;

/**
 * The examples that RFC 9711 publishes. Their keys are not published, some of them are claims
 * alone, and some break what the text says of claims that depend on others: each stops at that
 * rule, and what stands before it is right.
 */
class EatRealDataTest {

  private static final List<String> SWITCHES =
      List.of(
          EatReading.SECURE_CHANNEL,
          EatClaimRules.UNMET_DEPENDENCIES,
          EatReading.FOREIGN_SUBMODULES);

  /** For each example what must be allowed, one after the other, until it is accepted. */
  private static final Map<String, List<String>> ALLOWANCES =
      Map.ofEntries(
          // oemboot, and no oemid
          Map.entry(
              "payload-minimal.cbor", List.of("eat.secure-channel", "eat.dependency.oemboot")),
          // parts that others signed, with keys that nobody has
          Map.entry(
              "payload-submods.json",
              List.of("eat.secure-channel", "eat.key.known", "eat.key.known")),
          // hwversion, and no hwmodel
          Map.entry(
              "payload-valid_hw_block.cbor",
              List.of("eat.secure-channel", "eat.dependency.hwversion")),
          Map.entry(
              "payload-valid_hw_block2.cbor",
              List.of("eat.secure-channel", "eat.dependency.hwversion")),
          // oemboot of the submodule, and no oemid there
          Map.entry(
              "payload-valid_iot.cbor", List.of("eat.secure-channel", "eat.dependency.oemboot")),
          // hwversion of the submodule device, and no hwmodel there
          Map.entry(
              "payload-valid_submods.cbor",
              List.of("eat.secure-channel", "eat.dependency.hwversion")),
          Map.entry(
              "payload-valid_tee.cbor", List.of("eat.secure-channel", "eat.dependency.oemboot")),
          Map.entry("payload-graphics_ss.json", List.of("eat.secure-channel")),
          Map.entry("payload-main_token_claims.json", List.of("eat.secure-channel")),
          Map.entry("payload-valid_results.json", List.of("eat.secure-channel")));

  private final EatScene scene = new EatScene();

  @Test
  void readsEveryExampleInCborAndWritesTheSameOctets() throws IOException, Rejected {
    int read = 0;
    for (String name : names()) {
      Bytes octets = octets(name);
      if (name.endsWith(".cbor") && !name.contains("coswid")) {
        assertThat(EatToken.parse(octets, Checks.unbroken()).encode()).as(name).isEqualTo(octets);
        read++;
      }
    }
    assertThat(read).isEqualTo(9);
  }

  @Test
  void acceptsClaimsAloneWhereTheChannelProtectsThemAndTheTextIsRelaxed()
      throws IOException, Rejected {
    for (Map.Entry<String, List<String>> each : ALLOWANCES.entrySet()) {
      Bytes octets = octets(each.getKey());
      List<String> failures = new ArrayList<>();
      for (int allowed = 0; allowed <= SWITCHES.size(); allowed++) {
        Appraisal appraisal = appraise(octets, SWITCHES.subList(0, allowed));
        appraisal.firstFailure().map(CheckOutcome::check).ifPresent(failures::add);
      }
      assertThat(failures).as(each.getKey()).isEqualTo(each.getValue());
    }
  }

  /** Everything about them that needs no key is right. */
  @Test
  void refusesSignedExamplesForNothingButTheirKey() throws IOException, Rejected {
    for (String name : List.of("token-valid_cwt.cbor", "token-valid_deb.cbor")) {
      Appraisal appraisal = appraise(octets(name), List.of());
      assertThat(appraisal.firstFailure().orElseThrow().check())
          .as(name)
          .isEqualTo("eat.key.known");
    }
  }

  /** Two of its submodules have a name under 271, the label of swversion, where 270 is swname's. */
  @Test
  void refusesTheExampleThatTakesOneLabelForAnother() throws IOException {
    CheckOutcome failure =
        appraise(octets("payload-submods.cbor"), SWITCHES).firstFailure().orElseThrow();
    assertThat(failure.check()).isEqualTo("eat.swversion.shape");
    assertThat(failure.detail()).contains("Android App Foo");
  }

  /** The version stands there as a text; the grammar wants an array. */
  @Test
  void refusesTheExampleWhoseVersionIsNoArray() throws IOException {
    assertThat(
            appraise(octets("payload-simple.json"), SWITCHES).firstFailure().orElseThrow().check())
        .isEqualTo("eat.swversion.shape");
  }

  /**
   * The bundle in JSON is folded (RFC 8792) and so no JSON as it stands; unfolded, its digests are
   * not those of its claims-sets, which lack a comma each besides.
   */
  @Test
  void refusesTheBundleInJsonForItsDigests() throws IOException, Rejected {
    Bytes folded = octets("token-deb.json_f");
    assertThat(appraise(folded, SWITCHES).firstFailure().orElseThrow().check())
        .isEqualTo("json.syntax");
    Bytes text = Bytes.utf8(folded.toText().replace("\\\n", ""));
    assertThat(appraise(text, SWITCHES).firstFailure().orElseThrow().check())
        .isEqualTo("eat.bundle.digest");
    EatToken.Bundle bundle = (EatToken.Bundle) EatToken.parse(text, Checks.unbroken());
    assertThat(EatToken.parse(bundle.main(), Checks.unbroken()))
        .isInstanceOf(EatToken.Sealed.class);
    for (EatToken.Detached each : bundle.detached()) {
      assertThatThrownBy(() -> EatToken.claims(each.claims(), true, Checks.unbroken()))
          .isInstanceOfSatisfying(
              Rejected.class, refusal -> assertThat(refusal.check()).isEqualTo("json.syntax"));
    }
  }

  @Test
  void takesNoCoswidForAToken() throws IOException {
    for (String name : names()) {
      if (name.contains("coswid")) {
        assertThat(appraise(octets(name), SWITCHES).firstFailure().orElseThrow().check())
            .as(name)
            .isEqualTo("eat.container.tag");
      }
    }
  }

  @Test
  void judgesEveryExample() throws IOException {
    Set<String> judged = new TreeSet<>(ALLOWANCES.keySet());
    judged.addAll(
        List.of(
            "payload-simple.json",
            "payload-submods.cbor",
            "token-deb.json_f",
            "token-valid_cwt.cbor",
            "token-valid_deb.cbor"));
    assertThat(names().stream().filter(each -> !each.contains("coswid")))
        .containsExactlyElementsOf(judged);
  }

  private Appraisal appraise(Bytes octets, List<String> allowed) {
    AppraisalPolicy standard = AppraisalPolicy.standard();
    Map<String, Boolean> switches = new HashMap<>();
    allowed.forEach(each -> switches.put(each, true));
    AppraisalPolicy policy =
        new AppraisalPolicy(
            standard.allowDebug(),
            standard.allowUnknownVersions(),
            standard.allowMigration(),
            standard.allowProvisionalFirmware(),
            standard.privilegeLevels(),
            standard.minimum(),
            standard.equal(),
            standard.bitsSet(),
            standard.bitsClear(),
            switches,
            Map.of(),
            standard.notEvaluated());
    AppraisalInput input =
        new AppraisalInput(
            octets,
            List.of(),
            List.of(),
            scene.vendor().anchors(),
            EatScene.FROM,
            Optional.empty(),
            Optional.empty(),
            policy);
    return scene.appraise(input);
  }

  private static Path folder() {
    Path folder =
        Path.of(System.getProperty("ccican.shared", "../../shared")).resolve("realdata/eat");
    assumeTrue(Files.isDirectory(folder), "evidence made by others is not there: " + folder);
    return folder;
  }

  private static Set<String> names() throws IOException {
    try (Stream<Path> all = Files.list(folder())) {
      Set<String> names = new TreeSet<>();
      all.forEach(each -> names.add(each.getFileName().toString().replace("rfc9711-", "")));
      return names;
    }
  }

  private static Bytes octets(String name) throws IOException {
    return Bytes.of(Files.readAllBytes(folder().resolve("rfc9711-" + name)));
  }
}
