package org.ccican.conformance.sut;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.ccican.check.Checks;
import org.ccican.cose.CoseAlgorithm;
import org.ccican.cose.CoseKey;
import org.ccican.cose.CoseSign;
import org.ccican.cose.CoseSign1;
import org.ccican.cose.Crypto;
import org.ccican.reject.Rejected;
import org.ccican.teep.WireRevision;
import org.ccican.transport.HttpReply;
import org.ccican.wire.Bytes;

/**
 * What the first message of a TAM says of the recipe.
 *
 * @param target the TAM
 * @param message octets, whatever they are
 */
record FirstMessage(SutRole target, Crypto crypto, Bytes message) {

  /** A success whose content is signed with COSE, whoever signed it. */
  static boolean isIn(HttpReply reply) {
    if (reply.status() < 200 || reply.status() >= 300 || reply.body().isEmpty()) {
      return false;
    }
    try {
      kids(reply.body(), Checks.unbroken());
      return true;
    } catch (Rejected e) {
      return false;
    }
  }

  /** Whether it verifies with the recipe's key. */
  Probe key() {
    return Probe.of("tam.key", verified(), wrongKey());
  }

  /** Whether it has the numbers of the recipe's edition. */
  Probe revision() {
    return Probe.of("tam.revision", spoken(), wrongRevision());
  }

  /** A message may have no number in it that differs between editions. */
  private String spoken() {
    String others =
        WireRevision.ALL.stream()
            .filter(other -> !other.equals(target.revision()))
            .filter(other -> TeepPeek.read(message, other).isPresent())
            .map(WireRevision::id)
            .collect(Collectors.joining(", "));
    return others.isEmpty()
        ? target.revision().id() + " is spoken"
        : target.revision().id()
            + " fits the first message, in which nothing tells it from "
            + others;
  }

  private String verified() {
    return target
        .signingKey(crypto)
        .filter(key -> verifies(message, key))
        .map(key -> "verifies the first message")
        .orElse("is not contradicted by what the TAM sends first; the scenarios will judge that");
  }

  /**
   * A first message that another key than the recipe's has signed. One that claims the recipe's key
   * and does not verify is the TAM's fault, as is what is no signed message at all.
   */
  private Optional<String> wrongKey() {
    Checks checks = Checks.unbroken();
    try {
      CoseKey key = target.signingKey(crypto).orElseThrow();
      List<Bytes> kids = kids(message, checks);
      if (kids.contains(key.thumbprint()) || verifies(message, key)) {
        return Optional.empty();
      }
      Optional<Bytes> kid = kids.stream().findFirst();
      return Optional.of(
          "tam.key: the TAM's first message does not verify with the recipe's key"
              + kid.map(named -> ", it names the key " + named).orElse("")
              + " (the recipe's has the thumbprint "
              + key.thumbprint()
              + "); write the file with the TAM's own public key");
    } catch (Rejected e) {
      // What the message itself is worth is for the scenarios to judge.
      return Optional.empty();
    }
  }

  /** A first message with the numbers of the other edition, and not with the recipe's. */
  private Optional<String> wrongRevision() {
    if (message.isEmpty() || TeepPeek.read(message, target.revision()).isPresent()) {
      return Optional.empty();
    }
    return WireRevision.ALL.stream()
        .filter(other -> TeepPeek.read(message, other).isPresent())
        .findFirst()
        .map(
            other ->
                "tam.revision: the TAM's first message has the numbers of "
                    + other.id()
                    + ", and not of "
                    + target.revision().id()
                    + "; write revision: "
                    + other.id());
  }

  /** The keys that a message names, which may have one signature or several. */
  private static List<Bytes> kids(Bytes message, Checks checks) throws Rejected {
    List<Bytes> kids = new ArrayList<>();
    if (CoseSign.isTagged(message)) {
      for (CoseSign.Signature each : CoseSign.parse(message, checks).signatures()) {
        each.kid(checks).ifPresent(kids::add);
      }
    } else {
      CoseSign1.parse(message, checks).kid(checks).ifPresent(kids::add);
    }
    return kids;
  }

  private static boolean verifies(Bytes message, CoseKey key) {
    Checks checks = Checks.unbroken();
    Set<CoseAlgorithm> any = Set.of(CoseAlgorithm.values());
    try {
      if (CoseSign.isTagged(message)) {
        CoseSign.parse(message, checks).verify(key, any, checks);
      } else {
        CoseSign1.parse(message, checks).verify(key, any, checks);
      }
      return true;
    } catch (Rejected e) {
      return false;
    }
  }
}
