package org.ccican.format.sevsnp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ccican.check.BrokenChecks;
import org.ccican.check.CheckCatalogue;
import org.ccican.check.Checks;
import org.ccican.cose.Crypto;
import org.ccican.evidence.LaunchedEnvironment;
import org.ccican.format.sevsnp.SevSnpIdAuth.Field;
import org.ccican.format.sevsnp.SevSnpIdentity.Claim;
import org.ccican.reject.Rejected;
import org.ccican.wire.Bytes;
import org.junit.jupiter.api.Test;

/** What the emulated firmware asks of an owner's ID block at launch. */
class SevSnpIdentityTest {

  private static final long POLICY = 0x3001f;
  private static final Bytes MEASUREMENT = Crypto.sha384(Bytes.utf8("launch"));

  private final Crypto crypto = new Crypto();
  private final EmulatedOwner owner = new EmulatedOwner(Bytes.utf8("seed"), crypto);
  private final SevSnpIdBlock block =
      new SevSnpIdBlock(
          MEASUREMENT, EmulatedOwner.FAMILY, EmulatedOwner.IMAGE, 1, EmulatedOwner.SVN, POLICY);
  private final SevSnpIdAuth auth = owner.auth(block);

  @Test
  void layoutsAreWrittenAsTheyWereRead() throws Rejected {
    Claim claim = owner.claim(MEASUREMENT, POLICY);
    assertThat(claim.block().size()).isEqualTo(96);
    assertThat(SevSnpIdBlock.parse(claim.block())).isEqualTo(block);
    assertThat(SevSnpIdBlock.parse(claim.block()).write()).isEqualTo(claim.block());
    assertThat(claim.auth().size()).isEqualTo(4096);
    assertThat(SevSnpIdAuth.parse(claim.auth()).write()).isEqualTo(claim.auth());
    int at = 0;
    for (Field field : Field.values()) {
      assertThat(field.offset()).as(field.name()).isEqualTo(at);
      at += field.size();
    }
    assertThat(at).isEqualTo(SevSnpIdAuth.SIZE);
  }

  @Test
  void digestsAreOverKeysInTheFormOfTheFirmware() throws Rejected {
    SevSnpIdentity identity = verify(owner.claim(MEASUREMENT, POLICY), Checks.unbroken());
    assertThat(identity.idKeyDigest()).isEqualTo(Crypto.sha384(auth.write().slice(0x240, 0x644)));
    assertThat(identity.authorKeyDigest())
        .contains(Crypto.sha384(auth.write().slice(0x880, 0xc84)));
    Claim alone = new Claim(block.write(), auth.write(), false);
    assertThat(verify(alone, Checks.unbroken()).authorKeyDigest()).isEmpty();
  }

  @Test
  void reportsShowWhatTheOwnerSigned() throws Rejected {
    EmulatedStack stack = new EmulatedStack();
    LaunchedEnvironment guest =
        stack
            .emulator(EmulatedStack.standard().with(SevSnpManner.ID_BLOCK))
            .launch(EmulatedStack.AGENT);
    SevSnpReport report =
        SevSnpReport.parse(guest.evidence(EmulatedStack.REPORT_DATA), Checks.unbroken());
    assertThat(report.octets(SevSnpField.FAMILY_ID)).isEqualTo(EmulatedOwner.FAMILY);
    assertThat(report.octets(SevSnpField.IMAGE_ID)).isEqualTo(EmulatedOwner.IMAGE);
    assertThat(report.number(SevSnpField.GUEST_SVN)).isEqualTo(EmulatedOwner.SVN);
    assertThat(report.hasAuthorKey()).isTrue();
    assertThat(report.octets(SevSnpField.ID_KEY_DIGEST).isZero()).isFalse();
    assertThat(report.octets(SevSnpField.AUTHOR_KEY_DIGEST).isZero()).isFalse();
  }

  @Test
  void everyRuleRefusesWhatBreaksItAloneAndNothingElseDoes() throws Rejected {
    for (Map.Entry<String, Claim> each : cases().entrySet()) {
      assertThatThrownBy(() -> verify(each.getValue(), Checks.unbroken()))
          .as(each.getKey())
          .isInstanceOfSatisfying(
              Rejected.class, refusal -> assertThat(refusal.check()).isEqualTo(each.getKey()));
      BrokenChecks broken =
          new BrokenChecks(CheckCatalogue.load().find(each.getKey()).orElseThrow());
      assertThat(verify(each.getValue(), broken).block().familyId())
          .as(each.getKey())
          .isEqualTo(EmulatedOwner.FAMILY);
      assertThat(broken.reached()).as(each.getKey()).isPositive();
    }
  }

  @Test
  void refusesOtherSizesAndKeysOffTheirCurve() {
    Claim right = owner.claim(MEASUREMENT, POLICY);
    refused(new Claim(right.block().slice(0, 95), right.auth(), true), "block-size");
    refused(new Claim(right.block().padRight(97), right.auth(), true), "block-size");
    refused(new Claim(right.block(), right.auth().slice(0, 4095), true), "auth-size");
    refused(new Claim(right.block(), right.auth().padRight(4097), true), "auth-size");
    refused(new Claim(right.block(), right.auth().flip(0x248, 0), true), "auth-key");
  }

  private void refused(Claim claim, String rule) {
    assertThatThrownBy(() -> verify(claim, Checks.unbroken()))
        .isInstanceOfSatisfying(
            Rejected.class,
            refusal -> assertThat(refusal.check()).isEqualTo("sev-snp.launch." + rule));
  }

  private Map<String, Claim> cases() {
    Map<String, Claim> cases = new LinkedHashMap<>();
    cases.put("sev-snp.launch.block-version", signed(MEASUREMENT, 2, POLICY));
    cases.put("sev-snp.launch.block-measurement", signed(Crypto.sha384(Bytes.EMPTY), 1, POLICY));
    cases.put("sev-snp.launch.block-policy", signed(MEASUREMENT, 1, POLICY ^ 1L << 19));
    cases.put("sev-snp.launch.auth-reserved", spoilt(Field.RESERVED_C84, 891));
    cases.put("sev-snp.launch.auth-algorithm", spoilt(Field.ID_KEY_ALGO, 1));
    cases.put("sev-snp.launch.auth-padding", spoilt(Field.ID_BLOCK_SIG, 48));
    cases.put("sev-snp.launch.auth-signature", spoilt(Field.ID_KEY_SIG, 0));
    SevSnpIdAuth other = auth.with(Field.AUTHOR_KEY, auth.octets(Field.AUTHOR_KEY).flip(0, 0));
    cases.put("sev-snp.launch.auth-curve", EmulatedOwner.claim(block, other));
    return cases;
  }

  private Claim signed(Bytes digest, long version, long policy) {
    SevSnpIdBlock other =
        new SevSnpIdBlock(
            digest, EmulatedOwner.FAMILY, EmulatedOwner.IMAGE, version, EmulatedOwner.SVN, policy);
    return EmulatedOwner.claim(other, owner.auth(other));
  }

  private Claim spoilt(Field field, int octet) {
    return EmulatedOwner.claim(block, auth.with(field, auth.octets(field).flip(octet, 0)));
  }

  private SevSnpIdentity verify(Claim claim, Checks checks) throws Rejected {
    return SevSnpIdentity.verify(claim, MEASUREMENT, POLICY, crypto, checks);
  }

  @Test
  void theCasesAreAllOfTheRules() {
    List<String> rules =
        CheckCatalogue.load().all().stream()
            .filter(each -> each.kind() == org.ccican.check.CheckPoint.Kind.GUARD)
            .map(org.ccican.check.CheckPoint::name)
            .filter(each -> each.startsWith("sev-snp.launch."))
            .toList();
    assertThat(cases().keySet()).containsExactlyInAnyOrderElementsOf(rules);
  }
}
