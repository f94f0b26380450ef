package org.ccican.conformance.matrix;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.ccican.conformance.trace.RunTrace;
import org.ccican.conformance.trace.ScenarioTrace;
import org.ccican.conformance.trace.TraceEvent;
import org.ccican.conformance.verdict.CoseView;
import org.ccican.conformance.verdict.TeepOption;
import org.ccican.conformance.verdict.TeepRevision;
import org.ccican.conformance.verdict.TeepView;
import org.ccican.wire.Bytes;
import org.ccican.wire.Cbor;

/**
 * What could be observed in a scenario, as one SHA-256 in hex: two runs with the same seed in which
 * nothing differs for anybody outside have the same.
 *
 * <p>Everything that passed a connection counts, what went wrong and how the scenario ended. Left
 * out are times, the numbers of ports, what roles claim of themselves, the text that a TEEP message
 * has for people to read (err-msg, which no text binds to anything) and signatures, which follow
 * from what is signed.
 */
final class Observables {

  private static final String PORT = "(127\\.0\\.0\\.1|localhost):[0-9]+";

  private Observables() {}

  /** By scenario. */
  static Map<String, String> of(RunTrace trace) {
    Map<String, String> all = new TreeMap<>();
    trace.scenarios().forEach((id, each) -> all.put(id, of(each)));
    return all;
  }

  private static String of(ScenarioTrace scenario) {
    MessageDigest digest = sha256();
    for (TraceEvent event : scenario.events()) {
      words(event)
          .forEach(word -> digest.update((word + '\n').getBytes(StandardCharsets.ISO_8859_1)));
    }
    return Bytes.of(digest.digest()).toHex();
  }

  private static List<String> words(TraceEvent event) {
    if (event instanceof TraceEvent.Message message) {
      return List.of(
          message.from() + ' ' + message.to() + ' ' + message.exchange() + message.direction(),
          message.resource() + ' ' + message.status() + ' ' + message.mediaType(),
          portless(message.headers().toString()),
          message.tls().toString(),
          octets(message.body()),
          message.delivered().map(Observables::octets).toString(),
          message.tampering() + ' ' + message.origin());
    }
    if (event instanceof TraceEvent.Verdict verdict) {
      return List.of(verdict.outcome());
    }
    if (event instanceof TraceEvent.Problem problem) {
      return List.of(problem.blame() + " " + portless(problem.detail()));
    }
    return event instanceof TraceEvent.ScenarioEnd end ? List.of(end.status()) : List.of();
  }

  private static String octets(Bytes octets) {
    return teep(octets)
        .orElseGet(() -> portless(new String(octets.toArray(), StandardCharsets.ISO_8859_1)));
  }

  /** A TEEP message without signatures and err-msg; empty if the octets are none. */
  private static Optional<String> teep(Bytes octets) {
    Optional<List<CoseView>> signed = CoseView.readEach(octets).view();
    Optional<TeepView> message = TeepView.readSigned(octets, TeepRevision.TEEP_26).view();
    if (signed.isEmpty() || message.isEmpty()) {
      return Optional.empty();
    }
    StringBuilder text = new StringBuilder(message.get().type().toString());
    Optional<Cbor> forPeople = message.get().option(TeepOption.ERR_MSG);
    for (Cbor.Entry each : message.get().options().entries()) {
      boolean told = forPeople.isPresent() && each.value() == forPeople.get();
      text.append(each.key().encode().toHex());
      text.append(told ? "" : each.value().encode().toHex()).append(' ');
    }
    message.get().elements().stream().skip(2).forEach(each -> text.append(each.encode().toHex()));
    for (CoseView each : signed.get()) {
      text.append(each.bodyHeader()).append(each.protectedHeader().toHex());
      text.append(each.unprotectedMap().encode().toHex());
    }
    return Optional.of(text.toString());
  }

  private static String portless(String text) {
    return text.replaceAll(PORT, "$1");
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
