package org.ccican.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ccican.app.Serve;
import org.ccican.app.Stack;
import org.ccican.check.BrokenChecks;
import org.ccican.check.CheckCatalogue;
import org.ccican.check.Checks;
import org.ccican.role.RoleId;
import org.ccican.transport.Endpoint;
import org.ccican.wire.Bytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A whole stack of one target, part by part in servers of their own; the suite between all. */
@Timeout(value = 300, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ForeignStackTest {

  private static final List<RoleId> DEVICE =
      List.of(RoleId.TEEP_BROKER, RoleId.TEEP_AGENT, RoleId.PLATFORM, RoleId.ATTESTING_ENVIRONMENT);

  @TempDir Path folder;

  @Test
  void passesFromOwnerToDevice() throws IOException {
    assertThat(
            judged(
                RoleId.VERIFIER,
                "",
                "@req-PROV-01 or @req-ARCH-17 or @req-ARCH-18 or @id-ATT-11.1 or @id-PROV-05.1"
                    + " or (@role-middleware-repository and not @negative)",
                0))
        .containsOnlyKeys("passed", "inapplicable")
        .satisfies(
            each ->
                assertThat(each.get("passed"))
                    .contains("PROV-01.1", "PROV-01.2", "ARCH-17.1", "ARCH-18.1"))
        // what passes through an attested channel passes nobody
        .satisfies(each -> assertThat(each.get("inapplicable")).contains("ATT-11.1"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "MOC                   | moc.placement.first | @id-ARCH-17.1 | moc",
        "TAM                   | tam.message.signed  | @id-TEEP-01.1 | tam",
      })
  void blamesThePartThatIsBroken(RoleId broken, String fault, String tags, String role)
      throws IOException {
    assertThat(judged(broken, fault, tags, 1))
        .containsKey("failed")
        .doesNotContainKeys("suite-error", "inconclusive");
    for (JsonNode each : Commands.report(folder).path("scenarios")) {
      if (each.path("outcome").textValue().equals("failed")) {
        assertThat(each.path("blame").path("role").textValue())
            .as(each.path("id") + ": " + each.path("blame"))
            .isEqualTo(role);
      }
    }
  }

  private Map<String, TreeSet<String>> judged(RoleId broken, String fault, String tags, int exit)
      throws IOException {
    String base = "http://127.0.0.1:" + free();
    List<Serve> parts = new ArrayList<>();
    try {
      parts.add(
          part(List.of(RoleId.APPLICATION_OWNER), "MOC TEEP_BROKER VERIFIER", base, broken, fault));
      parts.add(part(List.of(RoleId.MOC), "TAM TEEP_BROKER", base, broken, fault));
      parts.add(part(List.of(RoleId.TAM), "MIDDLEWARE_REPOSITORY", base, broken, fault));
      parts.add(part(List.of(RoleId.MIDDLEWARE_REPOSITORY), "", base, broken, fault));
      parts.add(part(DEVICE, "", base, broken, fault));
      recipe(base, parts);
      Commands.Ended ended = Commands.judged(folder.resolve("sut.yaml"), tags, folder);
      assertThat(ended.exit()).as(ended.out() + ended.err()).isEqualTo(exit);
      return Commands.byOutcome(Commands.report(folder), "scenarios");
    } finally {
      parts.forEach(Serve::close);
    }
  }

  private void recipe(String base, List<Serve> parts) throws IOException {
    List<Serve.Served> all = parts.stream().flatMap(each -> each.served().stream()).toList();
    Serve.Served tam = all.stream().filter(each -> each.role() == RoleId.TAM).findFirst().get();
    Path recipe =
        Commands.recipe(folder, tam.url(), tam.key().orElseThrow().publicKey().toSpki(), "");
    Files.write(folder.resolve("application.bin"), parts.get(0).plan().application().toArray());
    Files.write(folder.resolve("data.bin"), parts.get(0).plan().data().toArray());
    Serve.Served broker = parts.get(4).served().get(0);
    String others =
        Stream.concat(
                DEVICE.stream()
                    .map(
                        role ->
                            role.id()
                                + ": {trigger: {url: '"
                                + broker.trigger().get()
                                + (role == RoleId.TEEP_AGENT
                                    ? "'}, " + ServedRecipe.device() + "}"
                                    : "'}}")),
                parts.subList(0, 4).stream()
                    .map(each -> each.served().get(0))
                    .filter(each -> each.role() != RoleId.TAM)
                    .map(
                        each ->
                            each.role().id()
                                + ": {url: '"
                                + each.url()
                                + (each.role() == RoleId.APPLICATION_OWNER
                                    ? "', application: application.bin, data: data.bin}"
                                    : "'}")))
            .collect(Collectors.joining("\n"));
    Files.writeString(
        recipe,
        Files.readString(recipe)
            + "together: true\nlisten: "
            + base.substring("http://".length())
            + "\n"
            + others
            + "\n");
  }

  private static Serve part(
      List<RoleId> roles, String peers, String base, RoleId broken, String fault)
      throws IOException {
    Map<RoleId, Serve.Peer> known =
        Stream.of(peers.split(" "))
            .filter(each -> !each.isEmpty())
            .map(RoleId::valueOf)
            .collect(
                Collectors.toMap(
                    each -> each,
                    each -> new Serve.Peer(base + "/" + each.id(), Optional.empty())));
    Checks checks =
        roles.contains(broken)
            ? new BrokenChecks(CheckCatalogue.load().find(fault).orElseThrow())
            : Checks.unbroken();
    return new Serve(
        roles,
        0,
        Bytes.of(0),
        InstantSource.system(),
        checks,
        Stack.Teep.standard(),
        Endpoint.Interceptor.none(),
        known);
  }

  /** A port that nobody has at the moment. */
  private static int free() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
