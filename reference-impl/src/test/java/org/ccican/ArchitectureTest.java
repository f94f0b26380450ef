package org.ccican;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnitAccess;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.ccican.check.Checks;
import org.junit.jupiter.api.Test;

/** Which package may see which, and what no class may do at all. */
class ArchitectureTest {

  /** Each may see those before it; those on one line may not see each other. */
  private static final List<List<String>> ORDER =
      List.of(
          List.of("check"),
          List.of("reject"),
          List.of("wire"),
          List.of("program"),
          List.of("cose"),
          List.of("ear"),
          List.of("trust", "eat", "suit", "corim"),
          List.of("teep"),
          List.of("evidence"),
          List.of("appraisal"),
          List.of("message"),
          List.of("format.intel", "format.arm"),
          List.of("format.*"),
          List.of("format"),
          List.of("inspect"),
          List.of("role"),
          List.of("transport"),
          List.of("app"));

  private static final String[] EDGES = {"org.ccican.transport..", "org.ccican.app.."};

  /** What asks the machine for time or chance, or waits. */
  private static final Set<String> OUTSIDE =
      Set.of(
          "java.lang.System.currentTimeMillis",
          "java.lang.System.nanoTime",
          "java.lang.Math.random",
          "java.lang.Thread.sleep",
          "java.time.Clock.systemUTC",
          "java.time.Clock.systemDefaultZone",
          "java.time.Clock.system",
          "java.time.InstantSource.system",
          "java.util.UUID.randomUUID",
          "java.security.SecureRandom.<init>",
          "java.security.SecureRandom.getInstanceStrong",
          "java.security.SecureRandom.getInstance",
          "java.util.random.RandomGenerator.getDefault",
          "java.util.random.RandomGenerator.of");

  private static final Set<String> MUTABLE =
      Set.of(
          "java.util.ArrayList",
          "java.util.LinkedList",
          "java.util.ArrayDeque",
          "java.util.HashMap",
          "java.util.LinkedHashMap",
          "java.util.TreeMap",
          "java.util.EnumMap",
          "java.util.HashSet",
          "java.util.LinkedHashSet",
          "java.util.TreeSet",
          "java.util.EnumSet",
          "java.util.BitSet",
          "java.lang.StringBuilder",
          "java.lang.ThreadLocal");

  private final JavaClasses classes =
      new ClassFileImporter()
          .importUrl(Checks.class.getProtectionDomain().getCodeSource().getLocation());

  @Test
  void seesOnlyPackagesToTheLeft() {
    Set<String> wrong = new TreeSet<>();
    for (JavaClass each : classes) {
      for (Dependency dependency : each.getDirectDependenciesFromSelf()) {
        JavaClass target = dependency.getTargetClass().getBaseComponentType();
        if (target.getPackageName().startsWith("org.ccican") && !maySee(each, target)) {
          wrong.add(dependency.getDescription());
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void keepsRolesApartFromFormats() {
    holds(
        noClasses()
            .that()
            .resideInAPackage("org.ccican.role..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.ccican.format.."));
  }

  @Test
  void keepsTheProviderInTwoPackages() {
    holds(
        noClasses()
            .that()
            .resideOutsideOfPackages("org.ccican.cose..", "org.ccican.trust..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.bouncycastle.."));
  }

  @Test
  void usesNoOtherCbor() {
    holds(
        noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                "co.nstant..",
                "com.upokecenter..",
                "com.authlete..",
                "com.fasterxml.jackson.dataformat.."));
  }

  @Test
  void keepsNoStaticState() {
    holds(fields().should(beUnchangeableIfStatic()));
  }

  @Test
  void asksNoClockAndNoChanceButAtTheEdges() {
    Set<String> wrong = new TreeSet<>();
    for (JavaClass each : classes.that(resideOutsideOfPackages(EDGES))) {
      for (JavaCodeUnitAccess<?> access : each.getCodeUnitAccessesFromSelf()) {
        CodeUnitAccessTarget target = access.getTarget();
        String called = target.getOwner().getName() + "." + target.getName();
        boolean ofTheClock =
            called.matches("java\\.time\\..*\\.now")
                && target.getRawParameterTypes().stream()
                    .noneMatch(type -> type.isEquivalentTo(Clock.class));
        if (ofTheClock || OUTSIDE.contains(called)) {
          wrong.add(access.getDescription());
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void takesChanceFromOutside() {
    holds(
        noClasses()
            .that()
            .resideOutsideOfPackages(EDGES)
            .should()
            .dependOnClassesThat()
            .haveNameMatching(
                "java\\.util\\.(Random|concurrent\\.ThreadLocalRandom|SplittableRandom)"));
  }

  @Test
  void noticesWhatStandsTooFarToTheRight() {
    assertThat(maySee("teep", "suit")).isTrue();
    assertThat(maySee("suit", "teep")).isFalse();
    assertThat(maySee("suit", "trust")).isFalse();
    assertThat(maySee("format", "format.sevsnp")).isTrue();
    assertThat(maySee("format.sevsnp", "format")).isFalse();
    assertThat(maySee("format.sevsnp", "format.sgx")).isFalse();
    assertThat(maySee("format.sgx", "format.intel")).isTrue();
    assertThat(maySee("format.intel", "format.sgx")).isFalse();
    assertThat(maySee("format.psa", "format.arm")).isTrue();
    assertThat(maySee("format.arm", "format.intel")).isFalse();
    assertThat(maySee("format.sevsnp.inner", "format.sevsnp")).isTrue();
    assertThat(maySee("elsewhere", "check")).isFalse();
  }

  private void holds(ArchRule rule) {
    rule.allowEmptyShould(true).check(classes);
  }

  private static boolean maySee(JavaClass from, JavaClass to) {
    return maySee(module(from), module(to));
  }

  private static String module(JavaClass javaClass) {
    return javaClass.getPackageName().replaceFirst("^org\\.ccican\\.?", "");
  }

  private static boolean maySee(String from, String to) {
    boolean same = unit(from).equals(unit(to));
    return rank(from) >= 0 && rank(to) >= 0 && (same || rank(from) > rank(to));
  }

  /** The package that the arrows are about: the first part, or two of them within formats. */
  private static String unit(String module) {
    String[] parts = module.split("\\.");
    return parts[0].equals("format") && parts.length > 1 ? "format." + parts[1] : parts[0];
  }

  private static int rank(String module) {
    String unit = unit(module);
    for (String group : List.of(unit, unit.startsWith("format.") ? "format.*" : unit)) {
      for (int rank = 0; rank < ORDER.size(); rank++) {
        if (ORDER.get(rank).contains(group)) {
          return rank;
        }
      }
    }
    return -1;
  }

  private static ArchCondition<JavaField> beUnchangeableIfStatic() {
    return new ArchCondition<>("be unchangeable if static") {
      @Override
      public void check(JavaField field, ConditionEvents events) {
        Set<JavaModifier> modifiers = field.getModifiers();
        boolean ours =
            modifiers.contains(JavaModifier.STATIC) && !modifiers.contains(JavaModifier.SYNTHETIC);
        JavaClass type = field.getRawType();
        boolean changeable =
            !modifiers.contains(JavaModifier.FINAL)
                || type.isArray()
                || MUTABLE.contains(type.getName())
                || type.getPackageName().startsWith("java.util.concurrent");
        if (ours && changeable) {
          events.add(SimpleConditionEvent.violated(field, field.getDescription()));
        }
      }
    };
  }
}
