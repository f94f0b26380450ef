package org.ccican.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.ccican.check.BrokenChecks;
import org.ccican.check.CheckCatalogue;
import org.ccican.check.Checks;
import org.ccican.cose.CoseAlgorithm;
import org.ccican.cose.Crypto;
import org.ccican.cose.SigningKey;
import org.ccican.suit.MemorySuitStore;
import org.ccican.suit.SuitComponentId;
import org.ccican.suit.SuitDevice;
import org.ccican.suit.SuitOutcome;
import org.ccican.suit.SuitProcessor;
import org.ccican.wire.Bytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PackageAuthorTest {

  private static final SuitComponentId ID = SuitComponentId.of("middleware");
  private static final Bytes PAYLOAD = Bytes.utf8("image");

  private final Crypto crypto = new Crypto();
  private final SigningKey vendor =
      SigningKey.fromSeed(CoseAlgorithm.ESP256, Bytes.utf8("vendor"), crypto);

  @Test
  void writesWhatTheManifestBuilderDoes() {
    assertThat(new PackageAuthor(vendor, Checks.unbroken()).envelope(ID, PAYLOAD))
        .isEqualTo(ReferenceImages.manifest(PAYLOAD).build(vendor));
  }

  @ParameterizedTest
  @CsvSource({
    "order,true",
    "wrapper-first,true",
    "detached,false",
    "uuid,false",
    "override,true",
    "identity,false",
    "parameters,false",
    "payload-key,false"
  })
  void breaksOneDutyAtATime(String duty, boolean mayBeInstalled) {
    BrokenChecks broken =
        new BrokenChecks(CheckCatalogue.load().find("repository.manifest." + duty).orElseThrow());
    Bytes envelope = new PackageAuthor(vendor, broken).envelope(ID, PAYLOAD);

    assertThat(broken.reached()).isEqualTo(1);
    assertThat(envelope).isNotEqualTo(ReferenceImages.manifest(PAYLOAD).build(vendor));
    SuitDevice device =
        new SuitDevice(
            ReferenceImages.VENDOR_ID, ReferenceImages.CLASS_ID, List.of(vendor.publicKey()));
    SuitOutcome outcome =
        new SuitProcessor(Checks.unbroken(), crypto, device, new MemorySuitStore())
            .update(envelope);
    assertThat(outcome.refusal().isEmpty()).isIn(mayBeInstalled, false);
  }
}
