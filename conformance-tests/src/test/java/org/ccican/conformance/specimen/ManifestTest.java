package org.ccican.conformance.specimen;

import static org.assertj.core.api.Assertions.assertThat;

import org.ccican.check.Checks;
import org.ccican.conformance.verdict.Digests;
import org.ccican.conformance.verdict.SuitView;
import org.ccican.cose.CoseAlgorithm;
import org.ccican.cose.Crypto;
import org.ccican.cose.SigningKey;
import org.ccican.wire.Bytes;
import org.ccican.wire.Cbor;
import org.ccican.wire.CborDecoder;
import org.ccican.wire.CborProfile;
import org.junit.jupiter.api.Test;

class ManifestTest {

  private static final Bytes CONTENT = Contents.CONTENT_A.octets();

  private final SigningKey signer =
      SigningKey.fromSeed(CoseAlgorithm.ESP256, Bytes.utf8("a signer"), new Crypto());

  @Test
  void isReadAsItWasWritten() {
    SuitView view = SuitView.read(manifest().encode()).view().orElseThrow();

    assertThat(view.digestHolds()).isTrue();
    assertThat(view.version()).contains(1L);
    assertThat(view.payloadHolds()).isTrue();
    assertThat(view.imageDigest().orElseThrow().value()).isEqualTo(Digests.sha256(CONTENT));
  }

  @Test
  void digestsWhatIsChangedInside() {
    Manifest changed = manifest().sequence(77);

    assertThat(changed.digest().encode()).isNotEqualTo(manifest().digest().encode());
    assertThat(SuitView.read(changed.encode()).view().orElseThrow().digestHolds()).isTrue();
  }

  @Test
  void leavesTheDigestOfASectionThatMovesAway() throws Exception {
    Bytes envelope = manifest().sever(SuitNumbers.INSTALL).encode();

    SuitView view = SuitView.read(envelope).view().orElseThrow();
    assertThat(view.manifest().find(SuitNumbers.INSTALL).orElseThrow())
        .isInstanceOf(Cbor.Array.class);
    Cbor.Map whole =
        (Cbor.Map) new CborDecoder(Checks.unbroken()).decode(envelope, CborProfile.DETERMINISTIC);
    assertThat(whole.find(SuitNumbers.INSTALL).orElseThrow()).isInstanceOf(Cbor.Octets.class);
  }

  @Test
  void signsWhatIsToldNotToBeTheDigest() {
    SuitView view =
        SuitView.read(manifest().digestOver(octets -> Bytes.EMPTY).encode()).view().orElseThrow();

    assertThat(view.digestHolds()).isFalse();
  }

  private Manifest manifest() {
    return Manifest.signedBy(signer)
        .components("data")
        .shared(Command.override(Parameter.digest(CONTENT), Parameter.uri("#data")))
        .section(SuitNumbers.INSTALL, Command.fetch(), Command.imageMatch())
        .payload("#data", CONTENT);
  }
}
