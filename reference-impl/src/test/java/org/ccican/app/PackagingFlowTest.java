package org.ccican.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ccican.check.Checks;
import org.ccican.cose.Crypto;
import org.ccican.message.ProvisioningMessage.MiddlewarePackage;
import org.ccican.message.ProvisioningMessage.Refusal;
import org.ccican.program.Programs;
import org.ccican.reject.Rejected;
import org.ccican.role.Answer;
import org.ccican.role.RoleId;
import org.ccican.wire.Bytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The packaging cases of the successor draft, over real connections. */
class PackagingFlowTest {

  private static final Bytes DATA = Bytes.utf8("what nobody else shall see");
  private static final Bytes RESULT = Bytes.hex("09b9");

  @ParameterizedTest
  @CsvSource({
    "1, true,  att TA+PD+UA UA>REE",
    "2, true,  UA>REE TA att PD",
    "3, true,  UA>REE TA att PD",
    "3, false, TA att PD",
    "4, true,  UA>REE att TA+PD",
    "4, false, att TA+PD",
    "5, false, att TA results"
  })
  void loadsInTheOrderOfItsCase(long packaging, boolean user, String order) throws IOException {
    for (String instance : List.of("container", "vm")) {
      try (TestStack stack = new TestStack(Programs.sum(), DATA)) {
        Answer answer = stack.pack(packaging, instance, user);

        assertThat(answer.status()).as(answer.body().toText() + stack.words()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(RESULT);
        assertThat(steps(stack)).isEqualTo(order);
        assertThat(stack.seen())
            .filteredOn(seen -> seen.call().to() != RoleId.MIDDLEWARE)
            .noneMatch(seen -> seen.call().body().contains(DATA));
      }
    }
  }

  @Test
  void hasNoConfidentialProcessOnSevSnp() throws IOException, Rejected {
    try (TestStack stack = new TestStack(Programs.sum(), DATA)) {
      Answer answer = stack.pack(1, "process", true);

      assertThat(answer.status()).isEqualTo(422);
      assertThat(Refusal.parse(answer.body(), Checks.unbroken()).detail())
          .contains("no confidential process on sev-snp");
    }
  }

  @Test
  void deploysNoPackageOfTheTamsOwnThatIsPersonal() throws IOException, Rejected {
    Optional<MiddlewarePackage> personal =
        Optional.of(
            ReferenceImages.personalPackage(
                "analytics", "sev-snp", DATA, ReferenceKeys.fixed(new Crypto()).vendor()));
    try (TestStack stack = new TestStack(Programs.sum(), DATA, personal, false)) {
      Answer answer = stack.pack(2, "vm", true);

      assertThat(Refusal.parse(answer.body(), Checks.unbroken()).detail())
          .contains("tam.packages.impersonal");
      assertThat(stack.words()).noneMatch(words -> words.contains("teep-agent"));
    }
  }

  /** What came where, in its order; of several attestations the last that the user asked for. */
  private static String steps(TestStack stack) {
    Bytes application = Programs.sum().code();
    List<String> steps = new ArrayList<>();
    for (TestStack.Seen seen : stack.seen()) {
      String resource = seen.call().resource();
      Bytes body = seen.call().body();
      boolean user = body.contains(ReferenceImages.USER_APPLICATION);
      if (resource.equals("user-applications")) {
        steps.add("UA>REE");
      } else if (resource.equals("teep") && seen.call().to() == RoleId.TEEP_AGENT) {
        steps.addAll(body.contains(application) ? List.of("TA") : List.of());
      } else if (resource.equals("appraisals")
          && seen.call().from().equals(Optional.of(RoleId.APPLICATION_OWNER))) {
        steps.add("att");
      } else if (resource.equals("bundles")) {
        steps.add(user ? "TA+PD+UA" : "TA+PD");
      } else if (resource.equals("results")) {
        steps.add(resource);
      } else if (resource.equals("data")) {
        steps.add("PD");
      }
    }
    return String.join(" ", steps);
  }
}
