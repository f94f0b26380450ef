package org.ccican.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.ccican.check.Checks;
import org.ccican.wire.Bytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AllowedHostsTest {

  private final AllowedHosts few =
      AllowedHosts.nobody().and("Files.Example").and("10.0.0.5").and("2001:DB8::1");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://files.example/a",
        "https://FILES.EXAMPLE:8443/a?b#c",
        "http://files.example./a",
        "HTTP://files.example",
        "http://10.0.0.5:81/",
        "http://[2001:db8::1]/",
        "http://[2001:0DB8:0:0:0:0:0:1]:9/",
        "http://[::ffff:10.0.0.5]/",
      })
  void letsThroughWhoIsMeantHoweverItIsWritten(String address) {
    assertThat(few.complaint(address)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://other.example/",
        "http://files.example.other.example/",
        "http://xfiles.example/",
        "http://example/",
        "http://files.example@other.example/",
        "http://other.example/@files.example",
        "http://other.example#files.example",
        "http://other.example?files.example",
        "http://user:password@files.example/",
        "http://@files.example/",
        "http://files.example../",
        "http://files.example%2eother.example/",
        "http://files%2eexample/",
        "http://files.example\\@other.example/",
        "http://files。example/",
        "http://10.0.0.6/",
        "http://10.0.0.05/",
        "http://10.5/",
        "http://167772165/",
        "http://0xa000005/",
        "http://0xa.0.0.5/",
        "http://012.0.0.5/",
        "http://10.0.0.5./",
        "http://10.0.0.5.other.example/",
        "http://[2001:db8::2]/",
        "http://[2001:db8::1%25eth0]/",
        "http://[::ffff:10.0.0.6]/",
        "http://0.0.0.0/",
        "http://[::]/",
        "http://localhost/",
        "http://127.0.0.1/",
        "http://[::1]/",
        "http://[::ffff:127.0.0.1]/",
        "file:///etc/passwd",
        "ftp://files.example/",
        "jar:http://files.example/a!/b",
        "//files.example/",
        "/files.example",
        "files.example",
        "http:files.example",
        "http:///files.example",
        "http://",
        "",
        " http://files.example/",
        "http://files.example/\r\nhost: other.example",
      })
  void keepsEverybodyElseOut(String address) {
    assertThat(few.complaint(address)).isPresent();
  }

  /** Nobody reads these as the machine at hand but some libraries. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://2130706433/",
        "http://017700000001/",
        "http://127.1/",
        "http://0x7f.1/",
        "http://127.0.0.01/",
        "http://0/",
        "http://0.0.0.0/",
        "http://[::]/",
        "http://localhost.other.example/",
        "http://10.0.0.5/",
      })
  void takesNothingButItsPlainNamesForThisMachine(String address) {
    assertThat(AllowedHosts.thisMachine().complaint(address)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.1:1/",
        "http://127.9.9.9/",
        "http://LocalHost./",
        "https://[::1]:2/",
        "http://[::ffff:127.0.0.1]/",
      })
  void knowsThisMachineByAllItsNames(String address) {
    assertThat(AllowedHosts.thisMachine().complaint(address)).isEmpty();
  }

  @Test
  void letsThroughPortsOfThisMachineAndOfNoOther() {
    AllowedHosts own = few.andPorts(port -> port == 7);

    assertThat(own.complaint("http://127.0.0.1:7/")).isEmpty();
    assertThat(own.complaint("http://127.0.0.1:8/")).hasValueSatisfying(why -> has(why, ":8"));
    assertThat(own.complaint("http://127.0.0.1/")).isPresent();
    assertThat(own.complaint("http://other.example:7/")).isPresent();
  }

  @Test
  void tellsWhoListensWithoutTheSecretsOfTheAddress() {
    List<String> told = new ArrayList<>();
    AllowedHosts hosts = few.telling(told::add);

    hosts.complaint("http://files.example/");
    hosts.complaint("http://other.example/?token=abcdef");
    hosts.complaint("http://me:abcdef@files.example/");
    hosts.complaint("ssh://me:abcdef@other.example/\u001b[2J");

    assertThat(told)
        .hasSize(3)
        .allSatisfy(why -> assertThat(why).doesNotContain("abcdef", "\u001b"))
        .anySatisfy(why -> has(why, "other.example may not be asked"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "*", "*.example", "a b", "a/b", "http://a", "a:80", "1.2.3", "[::1"})
  void takesNothingElseForAHost(String host) {
    assertThatThrownBy(() -> AllowedHosts.nobody().and(host))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /** Not even a connection is made. */
  @Test
  void standsInFrontOfWhateverACallerIsToAsk() throws IOException {
    try (ServerSocket nobody = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      nobody.setSoTimeout(1);
      HttpCaller caller =
          new HttpCaller(
              HttpCaller.client(), any -> "", Duration.ofSeconds(20), few, Checks.unbroken());
      HttpCaller.Posted posted =
          caller.send(
              "GET", "http://127.0.0.1:" + nobody.getLocalPort() + "/", Map.of(), Bytes.EMPTY);

      assertThat(posted.reply().status()).isZero();
      assertThat(posted.failure()).contains("may not be asked");
      assertThatThrownBy(nobody::accept).isInstanceOf(java.net.SocketTimeoutException.class);
    }
  }

  private static void has(String text, String part) {
    assertThat(text).contains(part);
  }
}
