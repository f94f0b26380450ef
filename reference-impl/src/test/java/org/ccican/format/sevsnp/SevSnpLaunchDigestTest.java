package org.ccican.format.sevsnp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.ccican.cose.Crypto;
import org.ccican.reject.Rejected;
import org.ccican.wire.Bytes;
import org.junit.jupiter.api.Test;

class SevSnpLaunchDigestTest {

  private static final String TABLE = "measurement/snp/launch-digest-vectors.tsv";

  @Test
  void reproducesEveryPublishedDigest() throws Rejected {
    RealData data = RealData.open();
    List<String[]> rows = data.table(TABLE);
    assertThat(rows).hasSize(15);
    int errors = 0;
    for (String[] row : rows) {
      OvmfImage firmware = OvmfImage.parse(data.read("measurement/snp/" + row[0]));
      SevSnpLaunchPlan plan = plan(row);
      if (row[8].startsWith("ERROR")) {
        errors++;
        assertThatThrownBy(() -> plan.pages(firmware))
            .as(String.join(" ", row))
            .isInstanceOfSatisfying(
                Rejected.class,
                refusal -> assertThat(refusal.check()).isEqualTo("sev-snp.firmware.kernel-hashes"));
      } else {
        assertThat(SevSnpLaunchDigest.of(plan.pages(firmware)).toHex())
            .as(String.join(" ", row))
            .isEqualTo(row[8]);
      }
    }
    assertThat(errors).isEqualTo(1);
  }

  @Test
  void startsFromZerosAndHashesOnePageInfo() {
    SevSnpPage page = SevSnpPage.empty(SevSnpPage.Type.ZERO, 0x1000);
    Bytes info =
        Bytes.concat(
            Bytes.zero(96),
            Bytes.of(0x70, 0, 3, 0, 0, 0, 0, 0),
            Bytes.of(0, 0x10, 0, 0, 0, 0, 0, 0));
    assertThat(SevSnpLaunchDigest.of(List.of(page))).isEqualTo(Crypto.sha384(info));
    assertThat(SevSnpLaunchDigest.of(List.of())).isEqualTo(Bytes.zero(48));
  }

  @Test
  void changesWithOrderTypeAddressAndMeasuredContents() {
    SevSnpPage normal = SevSnpPage.empty(SevSnpPage.Type.NORMAL, 0x1000);
    SevSnpPage other = new SevSnpPage(SevSnpPage.Type.NORMAL, 0x1000, normal.contents().flip(7, 0));
    SevSnpPage moved = SevSnpPage.empty(SevSnpPage.Type.NORMAL, 0x2000);
    SevSnpPage secrets = SevSnpPage.empty(SevSnpPage.Type.SECRETS, 0x1000);
    assertThat(
            java.util.stream.Stream.of(
                    List.of(normal, moved),
                    List.of(moved, normal),
                    List.of(normal),
                    List.of(other),
                    List.of(moved),
                    List.of(secrets))
                .map(SevSnpLaunchDigest::of)
                .distinct())
        .hasSize(6);
    SevSnpPage filled =
        new SevSnpPage(SevSnpPage.Type.SECRETS, 0x1000, secrets.contents().flip(0, 0));
    assertThat(SevSnpLaunchDigest.of(List.of(filled)))
        .isEqualTo(SevSnpLaunchDigest.of(List.of(secrets)));
  }

  @Test
  void refusesFirmwareThatIsDamagedAndNothingElseHappens() {
    Bytes whole = EmulatedFirmware.image().octets();
    Random random = new Random(41);
    int refused = 0;
    for (int i = 0; i < 4000; i++) {
      Bytes damaged = whole;
      for (int flips = random.nextInt(3); flips >= 0; flips--) {
        int at = 4096 - 160 + random.nextInt(130);
        damaged =
            damaged.flip(
                random.nextInt(4) == 0 ? 0x800 + random.nextInt(52) : at, random.nextInt(8));
      }
      try {
        OvmfImage.parse(damaged);
      } catch (Rejected e) {
        assertThat(e.check()).isEqualTo("sev-snp.firmware.shape");
        refused++;
      }
    }
    assertThat(refused).isGreaterThan(1000);
  }

  @Test
  void refusesFirmwareThatIsNoWholePage() {
    for (int size : new int[] {0, 1, 32, 4095, 4097}) {
      assertThatThrownBy(() -> OvmfImage.parse(Bytes.zero(size))).isInstanceOf(Rejected.class);
    }
    assertThatThrownBy(() -> OvmfImage.parse(Bytes.zero(4096))).isInstanceOf(Rejected.class);
  }

  private static SevSnpLaunchPlan plan(String[] row) {
    Optional<SevSnpKernelHashes> kernel =
        row[4].equals("none")
            ? Optional.empty()
            : Optional.of(SevSnpKernelHashes.of(file(row[4]), file(row[5]), row[6]));
    return new SevSnpLaunchPlan(
        SevSnpLaunchPlan.Monitor.valueOf(row[1]),
        Integer.parseInt(row[2]),
        row[3].equals("n/a") ? 0 : Long.decode(row[3]),
        Long.decode(row[7]),
        kernel);
  }

  private static Bytes file(String name) {
    assertThat(name).isEqualTo("empty");
    return Bytes.EMPTY;
  }
}
