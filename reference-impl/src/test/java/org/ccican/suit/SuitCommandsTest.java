package org.ccican.suit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ccican.suit.SuitBenchFixture.A;
import static org.ccican.suit.SuitBenchFixture.B;
import static org.ccican.suit.SuitBenchFixture.DATA;
import static org.ccican.suit.SuitBenchFixture.DEVICE;
import static org.ccican.suit.SuitBenchFixture.SECOND;
import static org.ccican.suit.SuitBenchFixture.behind;
import static org.ccican.suit.SuitBenchFixture.both;
import static org.ccican.suit.SuitBenchFixture.data;
import static org.ccican.suit.SuitBenchFixture.identity;
import static org.ccican.suit.SuitBenchFixture.usual;

import java.util.List;
import java.util.Optional;
import org.ccican.check.BrokenChecks;
import org.ccican.check.CheckCatalogue;
import org.ccican.check.CheckPoint;
import org.ccican.check.Checks;
import org.ccican.wire.Cbor;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Commands, one manifest for each rule; every rule is also broken, and that must show. */
class SuitCommandsTest {

  private final CheckCatalogue catalogue = CheckCatalogue.load();
  private final SuitBenchFixture fixture = new SuitBenchFixture();

  /** A manifest that breaks one rule, or that needs one duty done. */
  private record Case(String check, SuitReason reason, SuitEnvelopeBuilder manifest) {

    @Override
    public String toString() {
      return check;
    }
  }

  static List<Case> refused() {
    SuitScript hard = new SuitScript().override(it -> it.softFailure(false)).abort();
    SuitScript soft = new SuitScript().override(it -> it.softFailure(true));
    SuitScript nothing = new SuitScript().override(it -> it.uri("#nowhere")).fetch();
    return List.of(
        new Case("suit.abort", SuitReason.CONDITION_FAILED, behind(new SuitScript().abort())),
        new Case(
            "suit.slot",
            SuitReason.CONDITION_FAILED,
            behind(new SuitScript().override(it -> it.slot(1)).componentSlot())),
        new Case(
            "suit.content",
            SuitReason.CONDITION_FAILED,
            behind(new SuitScript().override(it -> it.content(A.flip(8, 0))).checkContent())),
        new Case(
            "suit.device-id",
            SuitReason.CONDITION_FAILED,
            behind(new SuitScript().override(it -> it.device(DEVICE.flip(0, 0))).device())),
        new Case(
            "suit.dependency.is",
            SuitReason.CONDITION_FAILED,
            behind(new SuitScript().isDependency())),
        new Case(
            "suit.parameter.set",
            SuitReason.CONDITION_FAILED,
            behind(new SuitScript().checkContent())),
        new Case(
            "suit.image.compared",
            SuitReason.OPERATION_FAILED,
            data()
                .install(new SuitScript().override(it -> it.uri("#a")).fetch())
                .validate(new SuitScript().vendor())),
        new Case(
            "suit.condition.ends",
            SuitReason.CONDITION_FAILED,
            behind(new SuitScript().abort().vendor())),
        new Case(
            "suit.try-each.some",
            SuitReason.CONDITION_FAILED,
            behind(new SuitScript().tryEach(new SuitScript().abort(), new SuitScript().abort()))),
        new Case(
            "suit.soft-failure.hard",
            SuitReason.CONDITION_FAILED,
            behind(new SuitScript().tryEach(hard, new SuitScript().vendor()))),
        new Case(
            "suit.soft-failure.place",
            SuitReason.OPERATION_FAILED,
            behind(new SuitScript().override(it -> it.softFailure(true)))),
        new Case(
            "suit.soft-failure.default",
            SuitReason.CONDITION_FAILED,
            behind(new SuitScript().run(new SuitScript().abort()))),
        new Case(
            "suit.soft-failure.scope",
            SuitReason.CONDITION_FAILED,
            behind(
                new SuitScript().run(soft.then(new SuitScript().run(new SuitScript().abort()))))),
        new Case(
            "suit.directive.failed",
            SuitReason.OPERATION_FAILED,
            behind(new SuitScript().tryEach(nothing, new SuitScript().vendor()))),
        new Case(
            "suit.directive.parameter",
            SuitReason.OPERATION_FAILED,
            behind(new SuitScript().write())),
        new Case(
            "suit.command.argument",
            SuitReason.CBOR_PARSE,
            behind(new SuitScript().command(32, new SuitScript().vendor().toCbor()))),
        new Case(
            "suit.command.argument",
            SuitReason.CBOR_PARSE,
            behind(new SuitScript().tryEach(new SuitScript().vendor()))),
        new Case(
            "suit.command.argument",
            SuitReason.CBOR_PARSE,
            behind(new SuitScript().command(20, Cbor.map().build()))),
        new Case(
            "suit.shared.commands",
            SuitReason.COMMAND_UNSUPPORTED,
            data().shared(identity(it -> it.image(A).uri("#a")).fetch())),
        new Case(
            "suit.shared.custom",
            SuitReason.COMMAND_UNSUPPORTED,
            data().shared(identity(it -> it.image(A)).command(-257))),
        new Case(
            "suit.shared.custom-parameter",
            SuitReason.PARAMETER_UNSUPPORTED,
            data().shared(identity(it -> it.image(A).put(-257, Cbor.integer(1))))),
        new Case(
            "suit.component.supported",
            SuitReason.COMPONENT_UNSUPPORTED,
            data().components(SuitComponentId.of("nowhere"))),
        new Case(
            "suit.component.shape",
            SuitReason.CBOR_PARSE,
            data().common(2, Cbor.array(Cbor.array(Cbor.text("data"))))),
        new Case(
            "suit.manifest.complete", SuitReason.CBOR_PARSE, data().without(SuitLabels.VERSION)),
        new Case(
            "suit.sequence.unsigned",
            SuitReason.CBOR_PARSE,
            data().element(SuitLabels.SEQUENCE_NUMBER, Cbor.text("1"))),
        new Case(
            "suit.manifest.reference-uri",
            SuitReason.CBOR_PARSE,
            data().element(SuitLabels.REFERENCE_URI, Cbor.octets(A))),
        new Case(
            "suit.section.wrapped",
            SuitReason.CBOR_PARSE,
            data().element(SuitLabels.INSTALL, usual().toCbor())),
        new Case(
            "suit.envelope.payload",
            SuitReason.CBOR_PARSE,
            data().integrated(Cbor.text("#a"), Cbor.text(A.toText()))),
        new Case(
            "suit.severed.allowed",
            SuitReason.CBOR_PARSE,
            data().load(new SuitScript().vendor()).sever(SuitLabels.LOAD)),
        new Case(
            "suit.order.index",
            SuitReason.OPERATION_FAILED,
            both()
                .install(
                    new SuitScript()
                        .indexAll()
                        .fetch()
                        .override(it -> it.strictOrder(false))
                        .run(new SuitScript().index(0).imageMatch()))),
        new Case(
            "suit.order.begins",
            SuitReason.OPERATION_FAILED,
            both()
                .install(
                    new SuitScript()
                        .indexAll()
                        .fetch()
                        .index(0)
                        .override(it -> it.strictOrder(false))
                        .run(new SuitScript().imageMatch()))),
        new Case(
            "suit.order.source",
            SuitReason.OPERATION_FAILED,
            both()
                .install(
                    new SuitScript()
                        .indexAll()
                        .override(it -> it.strictOrder(false))
                        .fetch()
                        .index(0)
                        .override(it -> it.source(0))
                        .copy())));
  }

  static List<Case> done() {
    return List.of(
        new Case("suit.fetch", SuitReason.OK, data()),
        new Case("suit.section.install", SuitReason.OK, data()),
        new Case("suit.section.update-only", SuitReason.OK, data().load(new SuitScript().abort())),
        new Case("suit.severed.taken", SuitReason.OK, data().sever(SuitLabels.INSTALL)),
        new Case(
            "suit.text.passed-over",
            SuitReason.OK,
            data().element(SuitLabels.TEXT, Cbor.wrapped(Cbor.map().build()))),
        new Case(
            "suit.section.payload-fetch",
            SuitReason.OK,
            data().payloadFetch(usual()).install(new SuitScript().imageMatch())),
        new Case(
            "suit.shared.run",
            SuitReason.OK,
            data().install(usual().override(it -> it.digest(SuitDigest.sha256(B))))),
        new Case(
            "suit.write",
            SuitReason.OK,
            data().install(new SuitScript().override(it -> it.content(A)).write())),
        new Case("suit.run-sequence", SuitReason.OK, data().install(new SuitScript().run(usual()))),
        new Case(
            "suit.try-each.next",
            SuitReason.OK,
            data().install(new SuitScript().tryEach(new SuitScript().abort(), usual()))),
        new Case(
            "suit.try-each.first",
            SuitReason.OK,
            behind(
                new SuitScript()
                    .tryEach(
                        new SuitScript().vendor(),
                        new SuitScript().override(it -> it.digest(SuitDigest.sha256(B))))
                    .imageMatch())),
        new Case(
            "suit.try-each.nil",
            SuitReason.OK,
            behind(
                new SuitScript()
                    .tryEachOrNothing(new SuitScript().abort(), new SuitScript().abort()))),
        new Case(
            "suit.soft-failure.soft",
            SuitReason.OK,
            behind(
                new SuitScript()
                    .run(new SuitScript().override(it -> it.softFailure(true)).abort()))),
        new Case(
            "suit.parameter.override",
            SuitReason.OK,
            data().install(new SuitScript().override(it -> it.uri("#b")).then(usual()))),
        new Case(
            "suit.parameter.set-if-unset",
            SuitReason.OK,
            behind(new SuitScript().set(it -> it.digest(SuitDigest.sha256(B))).imageMatch())));
  }

  static List<Case> doneForTwo() {
    return List.of(
        new Case("suit.index.all", SuitReason.OK, both()),
        new Case("suit.parameter.scope", SuitReason.OK, both()),
        new Case(
            "suit.index.integer",
            SuitReason.OK,
            both().install(new SuitScript().index(0).fetch().index(1).fetch())),
        new Case(
            "suit.index.array",
            SuitReason.OK,
            both().install(new SuitScript().indices(0, 1).fetch())),
        new Case(
            "suit.index.each",
            SuitReason.OK,
            both().install(new SuitScript().indexAll().run(new SuitScript().fetch()))),
        new Case(
            "suit.index.each",
            SuitReason.OK,
            both()
                .install(
                    new SuitScript()
                        .indexAll()
                        .tryEach(new SuitScript().fetch(), new SuitScript().abort()))),
        new Case(
            "suit.copy",
            SuitReason.OK,
            both()
                .install(
                    new SuitScript()
                        .index(0)
                        .override(it -> it.uri("#b"))
                        .fetch()
                        .index(1)
                        .override(it -> it.source(0))
                        .copy()
                        .index(0)
                        .override(it -> it.uri("#a"))
                        .fetch())),
        new Case(
            "suit.swap",
            SuitReason.OK,
            both()
                .install(
                    new SuitScript()
                        .index(0)
                        .override(it -> it.uri("#b").source(1))
                        .fetch()
                        .index(1)
                        .override(it -> it.uri("#a"))
                        .fetch()
                        .index(0)
                        .swap())));
  }

  @ParameterizedTest
  @MethodSource("refused")
  void refuses(Case each) {
    SuitOutcome outcome = fixture.processor(Checks.unbroken()).update(each.manifest().build());

    assertThat(outcome.refusal().orElseThrow().check()).isEqualTo(said(each.check()));
    assertThat(outcome.report().failure().orElseThrow().reason()).isEqualTo(each.reason().id());
    assertThat(fixture.store.state()).isEqualTo(SuitState.empty());
    assertThat(kind(each)).isEqualTo(CheckPoint.Kind.GUARD);
  }

  @ParameterizedTest
  @MethodSource("refused")
  void takesItWhenTheOneCheckIsBroken(Case each) {
    BrokenChecks broken = broken(each);
    fixture.processor(Checks.unbroken()).update(data().build());

    assertThat(fixture.processor(broken).update(each.manifest().build()).refusal()).isEmpty();
    assertThat(broken.reached()).isPositive();
  }

  @ParameterizedTest
  @MethodSource("done")
  void installsOne(Case each) {
    SuitOutcome outcome = fixture.processor(Checks.unbroken()).update(each.manifest().build());

    assertThat(outcome.refusal()).isEmpty();
    assertThat(outcome.report().failure()).isEmpty();
    assertThat(fixture.at(DATA)).contains(A);
  }

  @ParameterizedTest
  @MethodSource("doneForTwo")
  void installsTwo(Case each) {
    SuitOutcome outcome = fixture.processor(Checks.unbroken()).update(each.manifest().build());

    assertThat(outcome.refusal()).isEmpty();
    assertThat(fixture.at(DATA)).contains(A);
    assertThat(fixture.at(SECOND)).contains(B);
  }

  @ParameterizedTest
  @MethodSource({"done", "doneForTwo"})
  void failsWhenTheOneDutyIsNotDone(Case each) {
    BrokenChecks broken = broken(each);

    boolean taken = fixture.processor(broken).update(each.manifest().build()).refusal().isEmpty();

    assertThat(taken && fixture.at(DATA).equals(Optional.of(A))).isFalse();
    assertThat(broken.reached()).isPositive();
    assertThat(kind(each)).isEqualTo(CheckPoint.Kind.DUTY);
  }

  /** What a refusal names where the rule is about what follows from a failure. */
  private static String said(String check) {
    return switch (check) {
      case "suit.condition.ends",
          "suit.soft-failure.hard",
          "suit.soft-failure.default",
          "suit.soft-failure.scope" ->
          "suit.abort";
      case "suit.directive.failed" -> "suit.payload.available";
      default -> check;
    };
  }

  private BrokenChecks broken(Case each) {
    return new BrokenChecks(catalogue.find(each.check()).orElseThrow());
  }

  private CheckPoint.Kind kind(Case each) {
    Optional<CheckPoint> found = catalogue.find(each.check());
    assertThat(found).as(each.check()).isPresent();
    return found.get().kind();
  }
}
