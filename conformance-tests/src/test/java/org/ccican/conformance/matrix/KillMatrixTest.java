package org.ccican.conformance.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.harrel.jsonschema.Validator;
import dev.harrel.jsonschema.ValidatorFactory;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ccican.check.CheckCatalogue;
import org.ccican.check.CheckPoint;
import org.ccican.check.Fault;
import org.ccican.conformance.requirement.Requirements;
import org.ccican.conformance.suite.Equipment;
import org.ccican.conformance.verdict.Verdict;
import org.ccican.role.RoleId;
import org.ccican.wire.Bytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The instrument itself: what it tries, what it counts as noticed and what not. */
class KillMatrixTest {

  private static final String GUARD = "moc.grant.only-placed";
  private static final Equipment EQUIPMENT = Equipment.load();
  private static final FaultCases CASES =
      FaultCases.of(
          CheckCatalogue.load(),
          EQUIPMENT.requirements(),
          EQUIPMENT.features(),
          VectorTrial.load(EQUIPMENT.formats(), EQUIPMENT.crypto()));

  @TempDir Path folder;

  @Test
  void everyRoleAndEveryMannerHasFaults() {
    Set<String> roles = of(FaultCase::role);
    assertThat(roles)
        .containsExactlyInAnyOrderElementsOf(
            Stream.of(RoleId.values()).map(RoleId::id).collect(Collectors.toSet()));
    assertThat(of(FaultCase::manner))
        .containsExactlyInAnyOrder(
            "skipped",
            "always-accepted",
            "inverted",
            "always-refused",
            "off-by-one",
            "wrong-code",
            "wrong-order",
            "leaked-early");
    assertThat(CASES.all().stream().filter(each -> each.fault().isWritten()).count())
        .isGreaterThanOrEqualTo(250);
    assertThat(CASES.all()).extracting(FaultCase::id).doesNotHaveDuplicates();
  }

  @Test
  void tablesNameFaultsThatThereAre() {
    CheckCatalogue checks = CheckCatalogue.load();
    assertThat(Table.read(CheckCatalogue.class, "manners.tsv").keySet())
        .allMatch(name -> Fault.find(checks, name).isPresent());
    assertThat(Survivals.load().equivalents())
        .allSatisfy(
            (id, reason) -> {
              assertThat(CASES.find(id)).as(id).isPresent();
              assertThat(reason).as(id).isNotBlank();
            });
  }

  @Test
  void faultIsFoundByItsIdAndByNoOther() {
    CheckCatalogue checks = CheckCatalogue.load();
    for (FaultCase each : CASES.all()) {
      assertThat(Fault.find(checks, each.id())).contains(each.fault());
    }
    CheckPoint structural =
        checks.all().stream()
            .filter(each -> each.kind() == CheckPoint.Kind.STRUCTURAL)
            .findFirst()
            .orElseThrow();
    assertThat(Fault.find(checks, structural.name())).isEmpty();
    assertThat(Fault.find(checks, GUARD + "~")).isEmpty();
    assertThat(Fault.find(checks, GUARD + "~written")).isEmpty();
    assertThat(Fault.find(checks, "tam.token.reuse~inverted")).isEmpty();
    assertThatThrownBy(() -> Fault.written(structural))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void shardsTogetherAreTheWhole() {
    Set<String> ids = new TreeSet<>();
    int sum = 0;
    for (int index = 1; index <= 3; index++) {
      MatrixPlan part = plan(List.of(), new MatrixPlan.Shard(index, 3), false);
      part.select(CASES).forEach(each -> ids.add(each.id()));
      sum += part.select(CASES).size();
    }
    assertThat(sum).isEqualTo(ids.size());
    assertThat(ids).hasSize(plan(List.of(), MatrixPlan.Shard.WHOLE, false).select(CASES).size());
    assertThatThrownBy(() -> new MatrixPlan.Shard(3, 2))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void writesWhatItFoundByItsSchemaAndReadsItBack() throws Exception {
    KillMatrix matrix = run(EQUIPMENT, List.of(GUARD, GUARD + "~inverted"), false);

    assertThat(matrix.faults()).allMatch(each -> !each.killedBy().isEmpty());
    assertThat(matrix.faults().get(0).requirement()).isNotEmpty();
    MatrixFiles.write(matrix, EQUIPMENT.requirements(), "./ccican kill-matrix", folder);
    String json = Files.readString(folder.resolve(MatrixFiles.JSON));
    assertThat(schemaComplaints(json)).isEmpty();
    assertThat(MatrixFiles.read(folder.resolve(MatrixFiles.JSON))).isEqualTo(matrix);
    assertThat(Files.readString(folder.resolve(MatrixFiles.HTML)))
        .contains("2 of 2 faults noticed")
        .contains(GUARD)
        .doesNotContain("${");
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left).hasSize(2);
    }
  }

  @Test
  void pageShowsWhatIsWeakAndEscapesIt() {
    KillMatrix.Entry entry =
        new KillMatrix.Entry(
            "x.<script>",
            "x",
            "skipped",
            "written",
            "tam",
            List.of(),
            List.of(),
            List.of(),
            false,
            List.of(),
            Map.of(),
            false,
            "<b>why</b>",
            0,
            List.of());
    KillMatrix matrix =
        new KillMatrix(
            KillMatrix.SCHEMA,
            "test",
            "",
            "00",
            new KillMatrix.Controls(1, 1, List.of(), "canary", true),
            KillMatrix.Count.of(List.of(entry)),
            KillMatrix.Count.of(List.of()),
            List.of(entry),
            List.of("IDLE-01.1"));
    String page =
        org.ccican.conformance.report.HtmlPages.render(
            "kill-matrix.ftlh", MatrixPage.of(matrix, Requirements.load(), "again"));
    assertThat(page)
        .contains("0 of 1 faults noticed")
        .contains("&lt;b&gt;why&lt;/b&gt;")
        .contains("IDLE-01.1")
        .doesNotContain("x.<script>");
    assertThat(matrix.written().rate()).isZero();
  }

  @Test
  void aJudgeThatBreaksFailsTheControlAndNoFaultIsTried() throws Exception {
    Equipment broken =
        EQUIPMENT.judgedBy(
            EQUIPMENT
                .judges()
                .replacing(
                    "teep-signed",
                    (trace, expected, signatures) -> Verdict.failed("so", "this", "that")));
    assertThat(EQUIPMENT.judges().find("teep-signed")).isPresent();
    KillMatrix matrix = run(broken, List.of(GUARD), false);
    assertThat(matrix.controls().hold()).isFalse();
    assertThat(matrix.faults()).isEmpty();
  }

  @Test
  void aJudgeThatThrowsKillsNothing() throws Exception {
    Map<String, KillMatrix.Entry> before = entries(run(EQUIPMENT, List.of(GUARD), false));
    List<String> judges =
        before.get(GUARD).judges().values().stream().flatMap(List::stream).toList();
    assertThat(judges).hasSize(1);
    Equipment throwing =
        EQUIPMENT.judgedBy(
            EQUIPMENT
                .judges()
                .replacing(
                    judges.get(0),
                    (trace, expected, signatures) -> {
                      Verdict own =
                          EQUIPMENT
                              .judges()
                              .find(judges.get(0))
                              .orElseThrow()
                              .judge(trace, expected, signatures);
                      if (own.outcome() != org.ccican.conformance.verdict.Outcome.PASSED) {
                        throw new IllegalStateException("broken");
                      }
                      return own;
                    }));
    KillMatrix.Entry entry = entries(run(throwing, List.of(GUARD), false)).get(GUARD);
    assertThat(entry.killedBy()).isEmpty();
    assertThat(entry.reached()).isTrue();
  }

  private static List<?> schemaComplaints(String json) throws IOException {
    Validator validator = new ValidatorFactory().createValidator();
    try (InputStream in =
        KillMatrixTest.class.getResourceAsStream("/org/ccican/report/kill-matrix.schema.json")) {
      URI schema = validator.registerSchema(new String(in.readAllBytes(), StandardCharsets.UTF_8));
      return validator.validate(schema, json).getErrors();
    }
  }

  private KillMatrix run(Equipment equipment, List<String> faults, boolean all) throws Exception {
    return new Matrices(equipment, InstantSource.system())
        .of(plan(faults, MatrixPlan.Shard.WHOLE, all))
        .run(folder, new Silent());
  }

  private static Map<String, KillMatrix.Entry> entries(KillMatrix matrix) {
    return matrix.faults().stream().collect(Collectors.toMap(KillMatrix.Entry::id, each -> each));
  }

  private static MatrixPlan plan(List<String> faults, MatrixPlan.Shard shard, boolean all) {
    MatrixPlan plan = MatrixPlan.written("test", 2, Bytes.utf8("seed")).only(faults).part(shard);
    return all ? plan.withAll(Integer.MAX_VALUE) : plan;
  }

  private static Set<String> of(java.util.function.Function<FaultCase, String> part) {
    return CASES.all().stream().map(part).collect(Collectors.toCollection(TreeSet::new));
  }

  private record Silent() implements MatrixRun.Observer {

    @Override
    public void begins(int faults) {}

    @Override
    public void ended(KillMatrix.Entry entry) {}
  }
}
