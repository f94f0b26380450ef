package org.ccican.suit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ccican.check.Checks;
import org.ccican.reject.Rejected;
import org.ccican.wire.Bytes;
import org.junit.jupiter.api.Test;

/** Whatever a stranger's manifests ask for, it ends, and not after too much. */
class SuitLimitsTest {

  private static final SuitComponentId LEAF = SuitComponentId.of("leaf");

  private final Map<String, Bytes> served = new HashMap<>();
  private final List<String> asked = new ArrayList<>();
  private long octets;

  @Test
  void takesAChainUpToTheLimit() {
    Link end = leaf();
    for (int depth = 1; depth <= 8; depth++) {
      end = dependent(depth, List.of(end));
    }
    assertThat(refusal(end, Set.of())).isEmpty();
    assertThat(refusal(dependent(9, List.of(end)), Set.of())).contains("suit.limit.dependencies");
    assertThat(asked).hasSize(8 + 9);
  }

  @Test
  void endsAChainWithoutEnd() {
    SuitFetcher endless =
        uri -> {
          int number = Integer.parseInt(uri.substring(uri.lastIndexOf('/') + 1));
          Bytes next = dependent(number, List.of(named(number + 1))).envelope();
          octets += next.size();
          return Optional.of(next);
        };

    // The digest cannot be right, so that the rule has to be broken for the chain to go on.
    assertThat(refusal(dependent(0, List.of(named(1))), Set.of("suit.dependency.digest"), endless))
        .contains("suit.limit.dependencies");
    assertThat(octets).isBetween(2_000L, 10_000L);
  }

  @Test
  void endsACircle() {
    Link circle = dependent(1, List.of(named(1)));
    served.put("https://vendor.example/1", circle.envelope());

    assertThat(refusal(circle, Set.of())).contains("suit.dependency.digest");
    assertThat(refusal(circle, Set.of("suit.dependency.digest")))
        .contains("suit.limit.dependencies");
    assertThat(asked).hasSizeLessThan(12);
  }

  @Test
  void endsATreeThatIsBroad() {
    List<Link> branches = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      List<Link> leaves = new ArrayList<>();
      for (int j = 0; j < 4; j++) {
        leaves.add(dependent(100 + 10 * i + j, List.of(leaf())));
      }
      branches.add(dependent(20 + i, leaves));
    }
    Link root = dependent(1, branches);

    assertThat(refusal(root, Set.of())).contains("suit.limit.manifests");
    assertThat(asked.size()).isLessThan(30);
    assertThat(refusal(root, Set.of("suit.limit.manifests"))).isEmpty();
  }

  @Test
  void fetchesNoMoreThanTheLimit() {
    Bytes large = Bytes.zero(8 << 20);
    SuitScript fetches =
        new SuitScript().index(0).override(it -> it.uri("https://vendor.example/x"));
    for (int i = 0; i < 20; i++) {
      fetches.fetch();
    }
    served.put("https://vendor.example/x", large);
    Bytes envelope =
        identified(new SuitEnvelopeBuilder().components(LEAF))
            .install(fetches)
            .signedBy(SuitFixture.SIGNER)
            .build();

    assertThat(refusal(new Link("", envelope, Optional.empty()), Set.of()))
        .contains("suit.limit.octets");
    assertThat(asked).hasSize(9);
  }

  /** A manifest that can be had at a URI, and the digest by which others depend on it. */
  private record Link(String name, Bytes envelope, Optional<SuitDigest> digest) {}

  private Link leaf() {
    return serve(
        "leaf",
        identified(new SuitEnvelopeBuilder().components(LEAF))
            .install(new SuitScript().override(it -> it.content(Bytes.of(1))).write()));
  }

  /** A dependency that is not made yet. */
  private static Link named(int number) {
    return new Link(String.valueOf(number), Bytes.EMPTY, Optional.empty());
  }

  private Link dependent(int number, List<Link> on) {
    SuitComponentId[] ids = new SuitComponentId[on.size() + 1];
    long[] indices = new long[on.size()];
    SuitScript shared = identity(new SuitScript().index(0));
    SuitScript resolution = new SuitScript();
    SuitScript install = new SuitScript();
    ids[0] = SuitComponentId.of("own", String.valueOf(number));
    for (int i = 0; i < on.size(); i++) {
      Link link = on.get(i);
      ids[i + 1] = SuitComponentId.of("manifest", link.name());
      indices[i] = i + 1;
      SuitDigest digest = link.digest().orElse(SuitDigest.sha256(Bytes.EMPTY));
      shared
          .index(i + 1)
          .override(it -> it.uri("https://vendor.example/" + link.name()).digest(digest));
      resolution.index(i + 1).fetch().dependencyIntegrity().processDependency();
      install.index(i + 1).processDependency();
    }
    return serve(
        String.valueOf(number),
        new SuitEnvelopeBuilder()
            .components(ids)
            .dependencies(indices)
            .shared(shared)
            .dependencyResolution(resolution)
            .install(install.index(0).override(it -> it.content(Bytes.of(2))).write()));
  }

  private Link serve(String name, SuitEnvelopeBuilder manifest) {
    Bytes envelope = manifest.signedBy(SuitFixture.SIGNER).build();
    served.putIfAbsent("https://vendor.example/" + name, envelope);
    return new Link(name, envelope, Optional.of(manifest.digest()));
  }

  private Optional<String> refusal(Link root, Set<String> waived) {
    return refusal(
        root,
        waived,
        uri -> {
          asked.add(uri);
          return Optional.ofNullable(served.get(uri));
        });
  }

  private static Optional<String> refusal(Link root, Set<String> waived, SuitFetcher fetcher) {
    Checks checks = (name, found) -> found || waived.contains(name);
    SuitDevice device =
        new SuitDevice(
            SuitFixture.VENDOR, SuitFixture.CLASS, List.of(SuitFixture.SIGNER.publicKey()));
    return new SuitProcessor(checks, SuitFixture.CRYPTO, device, new MemorySuitStore(), fetcher)
        .update(root.envelope())
        .refusal()
        .map(Rejected::check);
  }

  private static SuitEnvelopeBuilder identified(SuitEnvelopeBuilder manifest) {
    return manifest.shared(identity(new SuitScript().index(0)));
  }

  private static SuitScript identity(SuitScript sequence) {
    return sequence
        .override(it -> it.vendor(SuitFixture.VENDOR).classIdentifier(SuitFixture.CLASS))
        .vendor()
        .classIdentifier();
  }
}
