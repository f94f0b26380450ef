package org.ccican.conformance;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The arrows between packages, and what a judge may not touch. */
class ArchitectureTest {

  private static final String ROOT = "org.ccican.conformance";

  /** Each may import only those to its left. */
  private static final List<String> ORDER =
      List.of(
          "requirement",
          "trace",
          "tamper",
          "specimen",
          "sut",
          "driver",
          "verdict",
          "step",
          "recording",
          "report",
          "suite",
          "matrix",
          "cli");

  /** What the judge shares with the judged. */
  private static final String[] SHARED = {"org.ccican.wire", "org.ccican.reject"};

  private static final DescribedPredicate<JavaAccess<?>> IMPURE_CALL =
      DescribedPredicate.describe(
          "reads a clock, a random source, the environment or another thread",
          access -> {
            String owner = access.getTargetOwner().getName();
            String method = access.getName();
            return owner.startsWith("java.time.") && method.equals("now")
                || owner.equals("java.lang.Math") && method.equals("random")
                || owner.equals("java.lang.Thread")
                || owner.equals("java.lang.Runtime")
                || owner.equals("java.lang.System")
                    && !Set.of("arraycopy", "identityHashCode").contains(method);
          });

  private static final JavaClasses MAIN =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(ROOT);

  @ParameterizedTest
  @ValueSource(strings = {"trace", "verdict"})
  void rulesHaveClassesToLookAt(String name) {
    assertThat(MAIN.stream().filter(each -> each.getPackageName().equals(ROOT + "." + name)))
        .isNotEmpty();
  }

  @Test
  void everyClassStandsInAPackageOfTheOrder() {
    classes()
        .should()
        .resideInAnyPackage(ORDER.stream().map(ArchitectureTest::tree).toArray(String[]::new))
        .check(MAIN);
  }

  @Test
  void packagesImportOnlyLeftwards() {
    for (String name : ORDER) {
      leftwards(name).check(MAIN);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"trace", "verdict"})
  void judgesShareNothingElseWithTheJudged(String name) {
    noClasses()
        .that()
        .resideInAPackage(tree(name))
        .should()
        .dependOnClassesThat(
            JavaClass.Predicates.resideInAPackage("org.ccican..")
                .and(DescribedPredicate.not(JavaClass.Predicates.resideInAPackage(ROOT + "..")))
                .and(DescribedPredicate.not(JavaClass.Predicates.resideInAnyPackage(SHARED)))
                .and(DescribedPredicate.not(named("org.ccican.check.Checks"))))
        .orShould()
        .dependOnClassesThat()
        .resideInAnyPackage("org.bouncycastle..", "io.cucumber..")
        .check(MAIN);
  }

  @Test
  void judgesArePure() {
    pure().check(MAIN);
  }

  @ParameterizedTest
  @ValueSource(
      classes = {
        ReadsAClock.class,
        AsksASource.class,
        ReadsMilliseconds.class,
        Draws.class,
        ReadsAStream.class
      })
  void purityRuleFindsWhatItIsFor(Class<?> impure) {
    JavaClasses sample = new ClassFileImporter().importClasses(impure);
    assertThatThrownBy(() -> purity(tree("")).check(sample)).isInstanceOf(AssertionError.class);
  }

  @Test
  void orderRuleFindsAnArrowToTheRight() {
    assertThat(right("verdict"))
        .containsExactly("step", "recording", "report", "suite", "matrix", "cli");
    assertThat(right("cli")).isEmpty();
    assertThat(right("requirement")).hasSize(12);
  }

  private static ArchRule leftwards(String name) {
    return noClasses()
        .that()
        .resideInAPackage(tree(name))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(right(name).stream().map(ArchitectureTest::tree).toArray(String[]::new))
        .allowEmptyShould(true);
  }

  private static List<String> right(String name) {
    return ORDER.subList(ORDER.indexOf(name) + 1, ORDER.size());
  }

  private static ArchRule pure() {
    return purity(tree("verdict"));
  }

  private static ArchRule purity(String packages) {
    return noClasses()
        .that()
        .resideInAPackage(packages)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.net..", "java.nio.file..", "java.nio.channels..")
        .orShould()
        .dependOnClassesThat(
            JavaClass.Predicates.resideInAPackage("java.io..")
                // Octets in memory, which the JDK's certificate factory wants as a stream.
                .and(DescribedPredicate.not(named("java.io.ByteArrayInputStream"))))
        .orShould()
        .dependOnClassesThat()
        .areAssignableTo(Random.class)
        .orShould()
        .dependOnClassesThat(
            named(
                "java.time.Clock",
                "java.time.InstantSource",
                "java.util.random.RandomGenerator",
                "java.util.UUID",
                "java.lang.Process",
                "java.lang.ProcessBuilder",
                ROOT + ".trace.TraceLog",
                ROOT + ".trace.ScenarioLog",
                ROOT + ".trace.TraceReader"))
        .orShould()
        .callMethodWhere(IMPURE_CALL);
  }

  private static DescribedPredicate<JavaClass> named(String... names) {
    return DescribedPredicate.describe(
        "one of " + List.of(names), each -> List.of(names).contains(each.getName()));
  }

  private static String tree(String name) {
    return name.isEmpty() ? ROOT + ".." : ROOT + "." + name + "..";
  }

  /** What no judge may do. */
  static final class ReadsAClock {
    Instant instant() {
      return Instant.now();
    }
  }

  static final class AsksASource {
    Instant instant(InstantSource source) {
      return source.instant();
    }

    Clock clock() {
      return Clock.systemUTC();
    }
  }

  static final class ReadsMilliseconds {
    long milliseconds() {
      return System.currentTimeMillis();
    }
  }

  static final class Draws {
    int number(java.security.SecureRandom random) {
      return random.nextInt();
    }
  }

  static final class ReadsAStream {
    int octet(InputStream in) throws java.io.IOException {
      return in.read();
    }
  }
}
