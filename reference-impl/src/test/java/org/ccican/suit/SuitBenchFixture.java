package org.ccican.suit;

import static org.ccican.suit.SuitFixture.CLASS;
import static org.ccican.suit.SuitFixture.CRYPTO;
import static org.ccican.suit.SuitFixture.SIGNER;
import static org.ccican.suit.SuitFixture.VENDOR;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.ccican.check.Checks;
import org.ccican.cose.AgreementKey;
import org.ccican.cose.CoseAlgorithm;
import org.ccican.cose.SigningKey;
import org.ccican.wire.Bytes;

/** A device with places and rights, and manifests of one and two components for it. */
final class SuitBenchFixture {

  static final SuitComponentId DATA = SuitComponentId.of("data");
  static final SuitComponentId SECOND = SuitComponentId.of("second");
  static final SuitComponentId DEPENDENCY = SuitComponentId.of("manifest", "dependency");
  static final SuitComponentId ROOT = SuitComponentId.of("manifest", "root");
  static final SuitComponentId OTHER_ROOT = SuitComponentId.of("manifest", "other");
  static final Bytes DEVICE = Bytes.hex("00112233445566778899aabbccddeeff");
  static final Bytes A = Bytes.utf8("content A");
  static final Bytes B = Bytes.utf8("content B, longer");
  static final SigningKey NARROW = SuitFixture.key(CoseAlgorithm.ED25519, "second signer");
  static final AgreementKey AGREEMENT = AgreementKey.fromSeed(Bytes.utf8("device"));

  final Map<String, Bytes> network = new LinkedHashMap<>();
  final List<String> asked = new ArrayList<>();
  final SuitStore store = new MemorySuitStore();

  SuitProcessor processor(Checks checks) {
    SuitDevice device =
        new SuitDevice(
            VENDOR,
            CLASS,
            Optional.of(DEVICE),
            List.of(
                SuitSigner.ofAll(SIGNER.publicKey()),
                new SuitSigner(NARROW.publicKey(), List.of(SECOND))),
            List.of(DATA, SECOND, SuitComponentId.of("manifest"), SuitComponentId.of("personal")),
            List.of(AGREEMENT));
    return new SuitProcessor(
        checks,
        CRYPTO,
        device,
        store,
        uri -> {
          asked.add(uri);
          return Optional.ofNullable(network.get(uri));
        });
  }

  Optional<Bytes> at(SuitComponentId id) {
    return store.find(id).map(InstalledComponent::payload);
  }

  /** Vendor, class, and what else is set for component 0. */
  static SuitScript identity(Consumer<SuitScript.Parameters> more) {
    return new SuitScript()
        .override(
            it -> {
              it.vendor(VENDOR).classIdentifier(CLASS);
              more.accept(it);
            })
        .vendor()
        .classIdentifier();
  }

  /** Content A for DATA, fetched at install and matched at validate. */
  static SuitEnvelopeBuilder data() {
    return new SuitEnvelopeBuilder()
        .components(DATA)
        .shared(identity(it -> it.image(A)))
        .install(usual())
        .validate(new SuitScript().imageMatch())
        .payload("#a", A)
        .payload("#b", B)
        .signedBy(SIGNER);
  }

  static SuitScript usual() {
    return new SuitScript().override(it -> it.uri("#a")).fetch().imageMatch();
  }

  /** The usual install sequence with more behind it. */
  static SuitEnvelopeBuilder behind(SuitScript more) {
    return data().install(usual().then(more));
  }

  /** Content A for DATA and B for SECOND. */
  static SuitEnvelopeBuilder both() {
    return new SuitEnvelopeBuilder()
        .components(DATA, SECOND)
        .shared(
            new SuitScript()
                .index(0)
                .then(identity(it -> it.image(A).uri("#a")))
                .index(1)
                .then(identity(it -> it.image(B).uri("#b"))))
        .install(new SuitScript().indexAll().fetch())
        .validate(new SuitScript().indexAll().imageMatch())
        .payload("#a", A)
        .payload("#b", B)
        .signedBy(SIGNER);
  }
}
