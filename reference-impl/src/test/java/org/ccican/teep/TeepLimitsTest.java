package org.ccican.teep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Collections;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.ccican.check.BrokenChecks;
import org.ccican.check.CheckCatalogue;
import org.ccican.check.Checks;
import org.ccican.reject.Reason;
import org.ccican.reject.Rejected;
import org.ccican.suit.SuitComponentId;
import org.ccican.wire.Bytes;
import org.ccican.wire.Cbor;
import org.ccican.wire.Cost;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Lists of a message, each taken at its limit and refused one past it. */
class TeepLimitsTest {

  private static final SuitComponentId ID = SuitComponentId.of("a");
  private static final SuitCoseProfile PROFILE = SuitCoseProfile.ESP256_ECDH_A128CTR;
  private static final TeepCipherSuite SUITE = TeepCipherSuite.SIGN1_ESP256;

  /** A message with so many of something. */
  private record Line(String what, String check, int most, IntFunction<TeepMessage> message) {

    @Override
    public String toString() {
      return what;
    }
  }

  static Stream<Line> lines() {
    return Stream.of(
        line("manifests", "teep.limit.manifests", 16, n -> options().manifestList(bytes(n))),
        line("reports", "teep.limit.list", 256, n -> options().suitReports(bytes(n))),
        line("versions", "teep.limit.list", 256, n -> options().versions(many(n, 0L))),
        line("suites", "teep.limit.list", 256, n -> options().cipherSuites(many(n, SUITE))),
        line("profiles", "teep.limit.list", 256, n -> options().suitProfiles(many(n, PROFILE))),
        line("mechanisms", "teep.limit.list", 256, n -> options().freshnessMechanisms(many(n, 1L))),
        line("components", "teep.limit.list", 256, n -> options().tcList(many(n, claims()))),
        line(
            "requested",
            "teep.limit.list",
            256,
            n -> options().requestedTcList(many(n, RequestedComponent.of(ID)))),
        line("unneeded", "teep.limit.list", 256, n -> options().unneededManifestList(many(n, ID))),
        line("extensions", "teep.limit.list", 256, n -> options().extList(many(n, 1L))),
        line("unknown options", "teep.limit.list", 256, TeepLimitsTest::unknown),
        line(
            "operations",
            "teep.limit.operations",
            8,
            n -> options().cipherSuites(List.of(suiteOf(n)))),
        new Line("offered suites", "teep.limit.offers", 256, n -> request(many(n, SUITE), 1)),
        new Line("offered profiles", "teep.limit.offers", 256, n -> request(List.of(SUITE), n)),
        new Line(
            "offered operations",
            "teep.limit.operations",
            8,
            n -> request(List.of(suiteOf(n)), 1)));
  }

  @ParameterizedTest
  @MethodSource("lines")
  void takesAsManyAsItsLimitAndNoMore(Line line) throws Rejected {
    for (WireRevision revision : List.of(WireRevision.TEEP_26, WireRevision.TEEP_LEGACY)) {
      TeepCodec codec = new TeepCodec(revision, Checks.unbroken());
      TeepMessage most = line.message().apply(line.most());
      TeepMessage more = line.message().apply(line.most() + 1);

      assertThat(codec.decode(codec.encode(most))).isEqualTo(most);
      Rejected refusal =
          catchThrowableOfType(Rejected.class, () -> codec.decode(codec.encode(more)));
      assertThat(refusal.check()).isEqualTo(line.check());
      assertThat(refusal.reason()).isEqualTo(Reason.LIMIT_EXCEEDED);
      BrokenChecks broken =
          new BrokenChecks(CheckCatalogue.load().find(line.check()).orElseThrow());
      assertThat(new TeepCodec(revision, broken).decode(codec.encode(more))).isEqualTo(more);
    }
  }

  /** The longest list that the decoder lets through costs no more than its items. */
  @ParameterizedTest
  @MethodSource("lines")
  void refusesTheLongestListsForABoundedPrice(Line line) {
    TeepCodec codec = new TeepCodec(WireRevision.TEEP_26, Checks.unbroken());
    Bytes octets = codec.encode(line.message().apply(6_000));
    Cost cost = new Cost();
    Rejected refusal =
        cost.of(() -> catchThrowableOfType(Rejected.class, () -> codec.decode(octets)));

    assertThat(refusal.reason()).isEqualTo(Reason.LIMIT_EXCEEDED);
    assertThat(cost.allocated()).isLessThan((1 << 20) + 400L * octets.size());
  }

  private static Line line(
      String what, String check, int most, IntFunction<TeepOptions.Builder> options) {
    return new Line(what, check, most, n -> new TeepMessage.Update(options.apply(n).build()));
  }

  private static TeepOptions.Builder unknown(int count) {
    TeepOptions.Builder options = options();
    for (int label = 0; label < count; label++) {
      options.unknown(Cbor.integer(1000 + label), Cbor.integer(0));
    }
    return options;
  }

  private static TeepMessage request(List<TeepCipherSuite> suites, int profiles) {
    return new TeepMessage.QueryRequest(
        options().token(Bytes.zero(8)).build(), suites, many(profiles, PROFILE), 2);
  }

  private static TeepCipherSuite suiteOf(int operations) {
    return new TeepCipherSuite(many(operations, SUITE.operations().get(0)));
  }

  private static Cbor claims() {
    return Cbor.map().put(0, ID.toCbor()).build();
  }

  private static List<Bytes> bytes(int count) {
    return many(count, Bytes.of(0xa0));
  }

  private static <T> List<T> many(int count, T each) {
    return Collections.nCopies(count, each);
  }

  private static TeepOptions.Builder options() {
    return TeepOptions.builder();
  }
}
