package org.ccican.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.ccican.check.Checks;
import org.ccican.cose.CoseAlgorithm;
import org.ccican.cose.CoseCurve;
import org.ccican.cose.CoseSign;
import org.ccican.cose.CoseSign1;
import org.ccican.program.Programs;
import org.ccican.reject.Rejected;
import org.ccican.role.AgentOptions;
import org.ccican.teep.SuitCoseProfileId;
import org.ccican.teep.WireRevision;
import org.ccican.wire.Bytes;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The whole flow in each edition of TEEP and with each kind of Agent. */
class TeepFlowTest {

  private static final Bytes DATA = Bytes.hex("0a141e");

  static List<Stack.Teep> variants() {
    List<Stack.Teep> variants = new ArrayList<>();
    for (WireRevision revision : WireRevision.ALL) {
      for (CoseCurve curve : List.of(CoseCurve.P256, CoseCurve.ED25519)) {
        AgentOptions agent = AgentOptions.standard().withCurve(curve);
        variants.add(new Stack.Teep(revision, agent));
        variants.add(new Stack.Teep(revision, agent.attestingTam()));
        for (SuitCoseProfileId profile : SuitCoseProfileId.values()) {
          variants.add(
              new Stack.Teep(
                  revision, agent.protecting(true, AgentOptions.Protection.ENCRYPTED, profile)));
        }
      }
    }
    return variants;
  }

  @ParameterizedTest
  @MethodSource("variants")
  void provisionsAndComputesInTheSuiteOfTheAgent(Stack.Teep teep) throws IOException, Rejected {
    try (TestStack stack = new TestStack(Programs.sum(), DATA, Optional.empty(), false, teep)) {
      assertThat(stack.run("analytics", "sev-snp").status()).isEqualTo(200);

      Set<CoseAlgorithm> used = new TreeSet<>();
      for (TestStack.Seen seen : stack.seen()) {
        for (Bytes octets : List.of(seen.call().body(), seen.reply().body())) {
          if (seen.call().resource().equals("teep")
              && !octets.isEmpty()
              && !CoseSign.isTagged(octets)) {
            used.add(CoseSign1.parse(octets, Checks.unbroken()).algorithm(Checks.unbroken()));
          }
        }
      }
      assertThat(used).containsExactly(teep.revision().signature(teep.agent().curve()));
    }
  }
}
