package org.ccican.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.ccican.check.BrokenChecks;
import org.ccican.check.CheckCatalogue;
import org.ccican.check.Checks;
import org.ccican.cose.CoseAlgorithm;
import org.ccican.cose.Crypto;
import org.ccican.cose.SigningKey;
import org.ccican.reject.Rejected;
import org.ccican.suit.MemorySuitStore;
import org.ccican.suit.SuitComponentId;
import org.ccican.suit.SuitDevice;
import org.ccican.suit.SuitDigest;
import org.ccican.suit.SuitLabels;
import org.ccican.suit.SuitOutcome;
import org.ccican.suit.SuitProcessor;
import org.ccican.wire.Bytes;
import org.ccican.wire.Cbor;
import org.ccican.wire.CborDecoder;
import org.ccican.wire.CborProfile;
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
  void addsNothingButATextToWhatTheManifestBuilderWrites() throws Rejected {
    Bytes envelope = new PackageAuthor(vendor, Checks.unbroken()).envelope(ID, PAYLOAD);
    Cbor.Map plain = map(ReferenceImages.manifest(PAYLOAD).build(vendor));

    assertThat(manifest(map(envelope)).entries())
        .containsAll(manifest(plain).entries())
        .hasSize(manifest(plain).entries().size() + 1);
    assertThat(map(envelope).find(SuitLabels.TEXT)).isPresent();
    assertThat(manifest(map(envelope)).find(SuitLabels.TEXT))
        .contains(
            SuitDigest.sha256(map(envelope).find(SuitLabels.TEXT).orElseThrow().encode()).toCbor());
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
    "payload-key,false",
    "grammar,false",
    "text-severed,true",
    "text-component,true",
    "severed-size,true"
  })
  void breaksOneDutyAtATime(String duty, boolean isInstalled) {
    BrokenChecks broken =
        new BrokenChecks(CheckCatalogue.load().find("repository.manifest." + duty).orElseThrow());
    Bytes envelope = new PackageAuthor(vendor, broken).envelope(ID, PAYLOAD);

    assertThat(broken.reached()).isEqualTo(1);
    assertThat(envelope)
        .isNotEqualTo(new PackageAuthor(vendor, Checks.unbroken()).envelope(ID, PAYLOAD));
    SuitDevice device =
        new SuitDevice(
            ReferenceImages.VENDOR_ID, ReferenceImages.CLASS_ID, List.of(vendor.publicKey()));
    SuitOutcome outcome =
        new SuitProcessor(Checks.unbroken(), crypto, device, new MemorySuitStore())
            .update(envelope);
    assertThat(outcome.refusal().isEmpty()).isEqualTo(isInstalled);
  }

  private static Cbor.Map map(Bytes envelope) throws Rejected {
    return (Cbor.Map) new CborDecoder(Checks.unbroken()).decode(envelope, CborProfile.VALID);
  }

  private static Cbor.Map manifest(Cbor.Map envelope) throws Rejected {
    return map(((Cbor.Octets) envelope.find(SuitLabels.MANIFEST).orElseThrow()).value());
  }
}
