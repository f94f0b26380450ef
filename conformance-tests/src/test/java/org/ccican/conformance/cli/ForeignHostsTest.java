package org.ccican.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.ccican.conformance.sut.SutFile;
import org.ccican.conformance.sut.Target;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a target sends as an address is not asked unless the recipe allows its host. */
@Timeout(value = 300, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ForeignHostsTest {

  private static final String SCENARIO = "@id-PROV-01.3";

  @TempDir Path folder;

  /** An M/OC that grants middleware which is anywhere. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://files.invalid/middleware",
        "https://files.invalid./middleware",
        "http://127.0.0.1@files.invalid/middleware",
        "http://2130706433/middleware",
        "http://[::ffff:10.0.0.5]/middleware",
        "http://0.0.0.0:1/middleware"
      })
  void isSaidAndNotAsked(String address) throws IOException {
    String findings = findings(moc("echo " + address));

    assertThat(findings).contains("allow-hosts: ").doesNotContain("suite-error");
  }

  @Test
  void isAskedWhereTheRecipeAllowsIt() throws IOException {
    String recipe = moc("echo http://files.invalid/middleware");

    assertThat(findings(recipe + "allow-hosts: [FILES.invalid]\n")).doesNotContain("allow-hosts");
  }

  /** A server of the target's elsewhere says that the middleware is on the user's machine. */
  @Test
  void isNotThisMachineForATargetElsewhere() throws Exception {
    AtomicInteger connections = new AtomicInteger();
    try (ServerSocket secret = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      Thread accepting =
          new Thread(
              () -> {
                while (!secret.isClosed()) {
                  try {
                    secret.accept().close();
                    connections.incrementAndGet();
                  } catch (IOException e) {
                    return;
                  }
                }
              });
      accepting.setDaemon(true);
      accepting.start();
      String address = "http://127.0.0.1:" + secret.getLocalPort() + "/middleware";
      // A program is on this machine, and so is what it says.
      assertThat(findings(moc("echo " + address))).doesNotContain("allow-hosts");
      assertThat(connections.get()).isPositive();

      connections.set(0);
      Target elsewhere =
          Target.of(SutFile.read(recipe("moc: {url: 'http://moc.example:8080/moc'}\n")));
      assertThat(elsewhere.hosts().complaint(address)).isPresent();
      assertThat(elsewhere.hosts().complaint("http://MOC.example/other")).isEmpty();
      assertThat(connections.get()).isZero();
    }
  }

  private String findings(String recipe) throws IOException {
    Commands.Ended ended = Commands.judged(recipe(recipe), SCENARIO, folder);
    JsonNode report = Commands.report(folder);
    assertThat(report.path("scenarios").toString()).as(ended.out()).doesNotContain("\"passed\"");
    return report.toString() + ended.out();
  }

  private Path recipe(String text) throws IOException {
    return Files.writeString(folder.resolve("sut.yaml"), text);
  }

  private static String moc(String script) {
    return "moc: {trigger: {command: [sh, -c, '" + script + "']}, timeouts: {response: 2 s}}\n";
  }
}
