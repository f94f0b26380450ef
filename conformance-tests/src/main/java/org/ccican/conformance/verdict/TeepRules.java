package org.ccican.conformance.verdict;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ccican.wire.Bytes;
import org.ccican.wire.Cbor;

/**
 * The rules of draft-ietf-teep-protocol-26 that one message can break on its own. What one reading
 * of an unclear text forbids and the other does not is told apart from them by {@link OpenRule}.
 */
final class TeepRules {

  private static final int EAT_PROFILE = 265;

  private final TeepView view;
  private final List<String> broken = new ArrayList<>();
  private final List<Open> open = new ArrayList<>();

  private TeepRules(TeepView view) {
    this.view = view;
  }

  /** A rule that holds by one reading of an unclear text, and is not kept. */
  record Open(OpenRule rule, String words) {}

  /**
   * What a message does not keep.
   *
   * @param broken rules that hold by every reading
   */
  record Deviations(List<String> broken, List<Open> open) {

    Deviations {
      broken = List.copyOf(broken);
      open = List.copyOf(open);
    }
  }

  static Deviations of(TeepView view) {
    TeepRules rules = new TeepRules(view);
    rules.elements();
    rules.options();
    rules.freshness();
    rules.payload();
    rules.companions();
    rules.reports();
    return new Deviations(rules.broken, rules.open);
  }

  private void elements() {
    List<Cbor> elements = view.elements();
    int expected = view.type().elements();
    // spec| TEEP-26 §4.2 to §4.6: as many elements as the message has
    if (elements.size() != expected) {
      broken.add(view.type() + ": " + expected + " elements expected, found " + elements.size());
    }
    if (view.type() == TeepType.QUERY_REQUEST) {
      element(2, TeepShape.CIPHER_SUITES, "supported-teep-cipher-suites");
      element(3, TeepShape.COSE_PROFILES, "supported-suit-cose-profiles");
      element(4, TeepShape.UINT, "data-item-requested");
      // spec| TEEP-26 §4.2: four bits are registered
      if (elements.size() > 4
          && elements.get(4) instanceof Cbor.Int bits
          && !bits.negative()
          && bits.argument() >>> 4 != 0) {
        broken.add(
            "data-item-requested: unassigned bits in "
                + bits.value()
                + " at offset "
                + bits.offset());
      }
    } else if (view.type() == TeepType.ERROR) {
      element(2, TeepShape.ERROR_CODE, "err-code");
    }
  }

  private void element(int index, TeepShape shape, String title) {
    if (index < view.elements().size()) {
      shape.check(view.elements().get(index), title, view.revision(), broken);
    }
  }

  private void options() {
    for (Cbor.Entry entry : view.options().entries()) {
      // spec| TEEP-26 §4: labels of options are unsigned integers
      if (!(entry.key() instanceof Cbor.Int label) || label.negative()) {
        broken.add("options: " + CborView.place(entry.key(), "an unsigned integer as label"));
        continue;
      }
      // spec| TEEP-26 §6: unknown labels are unknown options, which break nothing
      Optional<TeepOption> known =
          CborView.integer(label).flatMap(number -> view.revision().option(number));
      if (known.isPresent() && !known.get().belongsTo(view.type())) {
        broken.add(
            title(known.get()) + ": no option of " + view.type() + ", at offset " + label.offset());
      } else if (known.isPresent()) {
        List<String> wrong = new ArrayList<>();
        known.get().shape().check(entry.value(), title(known.get()), view.revision(), wrong);
        if (OpenRule.mayBeEmpty(known.get()) && isEmptyArray(entry.value())) {
          wrong.forEach(words -> open(OpenRule.EMPTY_LIST, words));
        } else {
          broken.addAll(wrong);
        }
      }
    }
  }

  private void freshness() {
    Optional<Long> bits = view.dataItemRequested();
    if (bits.isEmpty()) {
      return;
    }
    boolean attestation = view.asksFor(TeepView.ATTESTATION);
    // spec| TEEP-26 §4.2: a token if and only if attestation is not asked for
    if (attestation && has(TeepOption.TOKEN)) {
      open(
          has(TeepOption.CHALLENGE) ? OpenRule.TOKEN_WITH_ATTESTATION : OpenRule.TOKEN_AS_NONCE,
          title(TeepOption.TOKEN) + " together with the attestation bit");
    }
    if (!attestation && !has(TeepOption.TOKEN)) {
      open(OpenRule.NO_TOKEN, "neither " + title(TeepOption.TOKEN) + " nor the attestation bit");
    }
    // spec| TEEP-26 §4.2: challenge and freshness mechanisms only if attestation is asked for
    if (!attestation && has(TeepOption.CHALLENGE)) {
      open(
          OpenRule.CHALLENGE_WITHOUT_ATTESTATION,
          title(TeepOption.CHALLENGE) + " without the attestation bit");
    }
    if (!attestation && has(TeepOption.SUPPORTED_FRESHNESS_MECHANISMS)) {
      broken.add(title(TeepOption.SUPPORTED_FRESHNESS_MECHANISMS) + " without the attestation bit");
    }
  }

  private void payload() {
    Optional<Bytes> payload = view.attestationPayload();
    // spec| TEEP-26 §4.2 to §4.4: a payload that is no EAT of the TEEP profile says what it is
    if (payload.isPresent()
        && !has(TeepOption.ATTESTATION_PAYLOAD_FORMAT)
        && !mayBeTeepEat(payload.get())) {
      String words =
          title(TeepOption.ATTESTATION_PAYLOAD)
              + " without format is no EAT of the TEEP profile, at offset "
              + view.option(TeepOption.ATTESTATION_PAYLOAD).get().offset();
      if (payload.get().isEmpty()) {
        open(OpenRule.EMPTY_PAYLOAD, words);
      } else {
        broken.add(words);
      }
    }
  }

  /**
   * reading: the profile's RFC has no number yet, so every profile of an RFC is taken for it but
   * RFC 9711's own; a token that is not a COSE_Sign1 may be encrypted and is taken as it is.
   */
  private static boolean mayBeTeepEat(Bytes payload) {
    Optional<Cbor> item = CborView.read(payload).view();
    if (item.isPresent() && item.get() instanceof Cbor.Tag tag && tag.number() == 61) {
      return mayBeTeepEat(tag.content().span().raw());
    }
    if (item.isPresent() && item.get() instanceof Cbor.Tag tag && tag.number() != 18) {
      return List.of(16L, 17L, 96L, 97L, 98L).contains(tag.number());
    }
    return CoseView.read(payload)
        .view()
        .flatMap(CoseView::payload)
        .flatMap(claims -> CborView.read(claims).view())
        .flatMap(CborView::map)
        .flatMap(claims -> claims.find(EAT_PROFILE))
        .flatMap(CborView::text)
        .filter(profile -> profile.startsWith("urn:ietf:rfc:rfc"))
        .filter(profile -> !profile.equals("urn:ietf:rfc:rfc9711"))
        .isPresent();
  }

  private void companions() {
    if (view.type() != TeepType.ERROR) {
      return;
    }
    long code = view.errorCode().orElse(0L);
    // spec| TEEP-26 §4.6 and §7.2.1: what is not supported comes with what is
    companion(
        code, "ERR_UNSUPPORTED_FRESHNESS_MECHANISMS", TeepOption.SUPPORTED_FRESHNESS_MECHANISMS);
    companion(code, "ERR_UNSUPPORTED_MSG_VERSION", TeepOption.VERSIONS);
    companion(code, "ERR_UNSUPPORTED_CIPHER_SUITES", TeepOption.SUPPORTED_TEEP_CIPHER_SUITES);
    companion(code, "ERR_ATTESTATION_REQUIRED", TeepOption.SUPPORTED_FRESHNESS_MECHANISMS);
    companion(code, "ERR_UNSUPPORTED_SUIT_REPORT", TeepOption.SUPPORTED_SUIT_COSE_PROFILES);
  }

  private void companion(long code, String when, TeepOption needed) {
    if (code == view.revision().errorCode(when) && !has(needed)) {
      broken.add("err-code " + code + " without " + title(needed));
    }
  }

  private void reports() {
    List<Bytes> reports = view.suitReports();
    for (int i = 0; i < reports.size(); i++) {
      Optional<Cbor.Map> report = report(reports.get(i));
      String title = title(TeepOption.SUIT_REPORTS) + "[" + i + "]: ";
      if (report.filter(AnswerReadings::hasShapeOfTheExample).isPresent()) {
        // spec| suit-report §4: a report names the manifest under 99, with its nonce beside it
        open(OpenRule.REPORT_OF_THE_EXAMPLE, title + "no reference (99)");
      } else if (report.isPresent()
          && view.token().isPresent()
          // spec| TEEP-26 §4.3, §4.5, §4.6: an Agent's report has the token as its nonce
          && view.type() != TeepType.QUERY_REQUEST
          && !report.get().find(2).flatMap(CborView::octets).equals(view.token())) {
        broken.add(title + "its nonce (2) is not the token");
      }
    }
  }

  /** A plain report or the payload of a COSE_Sign1; encrypted ones cannot be looked into. */
  static Optional<Cbor.Map> report(Bytes octets) {
    Bytes plain = CoseView.read(octets).view().flatMap(CoseView::payload).orElse(octets);
    return CborView.read(plain).view().flatMap(CborView::map);
  }

  private void open(OpenRule rule, String words) {
    open.add(new Open(rule, words));
  }

  private static boolean isEmptyArray(Cbor item) {
    return item instanceof Cbor.Array array && array.items().isEmpty();
  }

  private String title(TeepOption option) {
    return option.title(view.revision());
  }

  private boolean has(TeepOption option) {
    return view.option(option).isPresent();
  }
}
