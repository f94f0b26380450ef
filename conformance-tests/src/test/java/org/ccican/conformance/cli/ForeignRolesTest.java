package org.ccican.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.ccican.app.Serve;
import org.ccican.check.Checks;
import org.ccican.role.RoleId;
import org.ccican.wire.Bytes;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Roles of the reference elsewhere, reached at a URL by the small HTTP interface. */
class ForeignRolesTest {

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(
      value = RoleId.class,
      names = {"VERIFIER", "MIDDLEWARE_REPOSITORY"})
  void passesAtItsUrl(RoleId role) throws IOException {
    Commands.Ended ended = judged(role, Checks.unbroken(), "@role-" + role.id());

    JsonNode report = Commands.report(folder);
    Map<String, TreeSet<String>> outcomes = Commands.byOutcome(report, "scenarios");
    assertThat(ended.exit()).as(ended.out()).isZero();
    assertThat(outcomes.keySet()).isSubsetOf("passed", "inapplicable");
    assertThat(outcomes.get("passed")).isNotEmpty();
  }

  private Commands.Ended judged(RoleId role, Checks checks, String tags) throws IOException {
    try (Serve serve = new Serve(List.of(role), 0, Bytes.of(0), InstantSource.system(), checks)) {
      Serve.Served served = serve.served().get(0);
      StringBuilder recipe = new StringBuilder(role.id() + ":\n  url: " + served.url() + "\n");
      if (served.key().isPresent()) {
        Files.writeString(
            folder.resolve("key.pem"),
            "-----BEGIN PUBLIC KEY-----\n"
                + Base64.getMimeEncoder()
                    .encodeToString(served.key().get().publicKey().toSpki().toArray())
                + "\n-----END PUBLIC KEY-----\n");
        recipe.append("  key: key.pem\n");
      }
      Files.writeString(folder.resolve("sut.yaml"), recipe.toString());
      return Commands.run(
          "run",
          "--sut",
          folder.resolve("sut.yaml").toString(),
          "--tags",
          tags,
          "--seed",
          "00",
          "--out",
          folder.toString());
    }
  }
}
