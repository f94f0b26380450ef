package org.ccican.conformance.verdict;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.ccican.conformance.verdict.AnswerProperties.Context;
import org.ccican.wire.Bytes;
import org.ccican.wire.Cbor;

/** What can be asked of what is around an answer, and of what is protected inside it. */
final class WrapperProperties {

  /** Algorithms of the suites that every TAM has, as one edition or another numbers them. */
  static final List<Set<Long>> MANDATORY = List.of(Set.of(-9L, -7L), Set.of(-19L, -8L));

  private WrapperProperties() {}

  /** How a message is wrapped. */
  static void add(Map<String, Predicate<Context>> rows) {
    rows.put("is a COSE_Sign1", each -> signatures(each).size() == 1);
    rows.put(
        "is signed with a suite that is mandatory for TAMs",
        each ->
            signatures(each).stream()
                .allMatch(id -> MANDATORY.get(0).contains(id) || MANDATORY.get(1).contains(id)));
    rows.put(
        "is signed with a suite that was offered",
        each ->
            signatures(each).stream()
                .allMatch(
                    id ->
                        each.request()
                            .filter(view -> view.signatureAlgorithms().contains(id))
                            .isPresent()));
    rows.put(
        "is signed with the suite of what it answers",
        each ->
            CoseView.readEach(each.exchange().request().body())
                .view()
                .map(views -> views.stream().flatMap(view -> view.algorithm().stream()).toList())
                .filter(signatures(each)::equals)
                .isPresent());
    rows.put(
        "carries nothing about itself that is not encrypted",
        each ->
            Stream.concat(
                    each.answer().attestationPayload().stream(),
                    each.answer().suitReports().stream())
                .allMatch(WrapperProperties::isSealed));
    rows.put(
        "lists a parameter beside the id of each component",
        each ->
            each.answer()
                .option(TeepOption.TC_LIST)
                .flatMap(CborView::items)
                .filter(all -> !all.isEmpty())
                .filter(
                    all ->
                        all.stream()
                            .allMatch(
                                item ->
                                    CborView.map(item)
                                        .filter(map -> map.find(0).isPresent())
                                        .filter(map -> map.entries().size() > 1)
                                        .isPresent()))
                .isPresent());
    rows.put("carries an EAT for the challenge", WrapperProperties::answersChallenge);
    rows.put(
        "carries no EAT but one for the token",
        each ->
            nonceOfEat(each).isEmpty()
                || nonceOfEat(each).equals(each.request().flatMap(TeepView::token)));
    rows.put(
        "carries Evidence that is an EAT for the challenge",
        each -> isEvidenceToken(each) && answersChallenge(each));
    rows.put(
        "repeats the token in each SUIT Report",
        each ->
            !each.answer().suitReports().isEmpty()
                && each.answer().suitReports().stream()
                    .allMatch(
                        report ->
                            nonce(report).isPresent()
                                && nonce(report).equals(each.request().flatMap(TeepView::token))));
    rows.put(
        "has no SUIT Report that the key of the message signed",
        each ->
            each.answer().suitReports().stream()
                .flatMap(report -> CoseView.read(report).view().stream())
                .noneMatch(
                    signed ->
                        signed.verifies(each.signatures(), each.expected().octets("key"))
                            || signed
                                .kid()
                                .filter(kid -> Optional.of(kid).equals(kid(each)))
                                .isPresent()));
    rows.put(
        "carries SUIT Reports signed with another key",
        each ->
            !each.answer().suitReports().isEmpty()
                && each.answer().suitReports().stream()
                    .allMatch(
                        report ->
                            CoseView.read(report)
                                .view()
                                .flatMap(CoseView::kid)
                                .filter(kid -> !Optional.of(kid).equals(kid(each)))
                                .isPresent()));
  }

  /** Whether claim 10 of the payload, a token, is the challenge: one byte string. */
  private static boolean answersChallenge(Context each) {
    return nonceOfEat(each).isPresent()
        && nonceOfEat(each).equals(each.request().flatMap(TeepView::challenge));
  }

  private static Optional<Bytes> nonceOfEat(Context each) {
    return each.answer()
        .attestationPayload()
        .flatMap(payload -> CoseView.read(payload).view())
        .flatMap(CoseView::payload)
        .flatMap(claims -> CborView.read(claims).view())
        .flatMap(CborView::map)
        .flatMap(claims -> claims.find(10))
        .flatMap(CborView::octets);
  }

  /** The media type of an EAT, with another profile than that of TEEP's Attestation Results. */
  private static boolean isEvidenceToken(Context each) {
    return each.answer()
        .attestationPayloadFormat()
        .map(MediaType::of)
        .filter(type -> type.essence().equals("application/eat+cwt"))
        .map(type -> type.parameters().getOrDefault("eat_profile", ""))
        .filter(profile -> !profile.equals(ProfileJudges.PROFILE))
        .isPresent();
  }

  private static Optional<Bytes> kid(Context each) {
    return each.exchange()
        .response()
        .flatMap(message -> CoseView.read(message.body()).view())
        .flatMap(CoseView::kid);
  }

  /** suit-report-nonce of a report that is not protected. */
  private static Optional<Bytes> nonce(Bytes report) {
    return Reading.of(() -> CborView.map(CborView.decode(report), "suit-report"))
        .view()
        .flatMap(map -> map.find(2))
        .flatMap(CborView::octets);
  }

  /** COSE_Encrypt with tag 96, a recipient, and its ciphertext inside. */
  private static boolean isSealed(Bytes octets) {
    return Reading.of(() -> CborView.decode(octets))
        .view()
        .filter(item -> item instanceof Cbor.Tag tag && tag.number() == 96)
        .flatMap(item -> CborView.items(((Cbor.Tag) item).content()))
        .filter(parts -> parts.size() == 4)
        .filter(parts -> CborView.octets(parts.get(2)).isPresent())
        .flatMap(parts -> CborView.items(parts.get(3)))
        .filter(recipients -> !recipients.isEmpty())
        .isPresent();
  }

  private static List<Long> signatures(Context each) {
    return each.exchange()
        .response()
        .flatMap(message -> CoseView.readEach(message.body()).view())
        .map(views -> views.stream().flatMap(view -> view.algorithm().stream()).toList())
        .orElse(List.of());
  }
}
