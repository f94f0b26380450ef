package org.ccican.conformance.specimen;

import static org.ccican.conformance.specimen.Changes.element;
import static org.ccican.conformance.specimen.Changes.fewerElements;
import static org.ccican.conformance.specimen.Changes.moreElements;
import static org.ccican.conformance.specimen.Changes.option;
import static org.ccican.conformance.specimen.Changes.type;
import static org.ccican.conformance.specimen.Changes.without;
import static org.ccican.conformance.specimen.CoseChanges.signedBy;
import static org.ccican.conformance.specimen.Value.number;
import static org.ccican.conformance.specimen.Value.numbers;
import static org.ccican.conformance.specimen.Value.octets;
import static org.ccican.conformance.specimen.Value.text;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.ccican.check.Checks;
import org.ccican.cose.ContentAlgorithm;
import org.ccican.cose.CoseEncrypt;
import org.ccican.evidence.CmwCollection;
import org.ccican.reject.Rejected;
import org.ccican.suit.SuitComponentId;
import org.ccican.teep.RequestedComponent;
import org.ccican.teep.TeepLabel;
import org.ccican.teep.TeepMessage;
import org.ccican.teep.TeepOptions;
import org.ccican.wire.Bytes;
import org.ccican.wire.Cbor;

/** QueryResponses in the place of an Agent. */
final class QueryResponseSpecimens {

  private static final long UNKNOWN = 4_711;

  private QueryResponseSpecimens() {}

  /** Evidence that only the TAM can read. */
  private static Family sealed(Family family) {
    return family
        .variant(
            "with its evidence encrypted", sealed(CoseEncrypt.EAT, CoseEncrypt.Sealed::attached))
        .with("and detached", sealed(CoseEncrypt.EAT, CoseEncrypt.Sealed::message))
        .with(
            "by the key derivation of SUIT Reports",
            sealed(CoseEncrypt.REPORT, CoseEncrypt.Sealed::attached));
  }

  private static Change sealed(String context, Function<CoseEncrypt.Sealed, CoseEncrypt> carried) {
    return option(
        TeepLabel.ATTESTATION_PAYLOAD,
        situation ->
            Cbor.octets(
                carried
                    .apply(
                        CoseEncrypt.encrypt(
                            ContentAlgorithm.A128GCM,
                            List.of(situation.tamEncryption()),
                            context,
                            situation.evidence(situation.challenge()),
                            situation.random(32)))
                    .encode()));
  }

  static List<Specimen> list() {
    Family family =
        CoseSpecimens.on(Family.of("a QueryResponse", QueryResponseSpecimens::response))
            .with(
                "to a challenge that was never sent",
                option(
                    TeepLabel.ATTESTATION_PAYLOAD,
                    situation -> Cbor.octets(situation.evidence(situation.random(32)))))
            .with(
                "with evidence that was tampered with",
                option(
                    TeepLabel.ATTESTATION_PAYLOAD,
                    situation -> Cbor.octets(tampered(situation.evidence(situation.challenge())))))
            .whole(
                "without its token",
                situation -> without(TeepLabel.TOKEN).of(response(situation), situation).encode())
            .with(
                "with the evidence of another Agent",
                option(
                    TeepLabel.ATTESTATION_PAYLOAD,
                    situation ->
                        Cbor.octets(situation.otherAgent().evidence(situation.challenge()))))
            .with("without an attestation payload", without(TeepLabel.ATTESTATION_PAYLOAD))
            .with(
                "with an empty attestation payload",
                option(TeepLabel.ATTESTATION_PAYLOAD, Value.fixed(Cbor.octets(Bytes.EMPTY))))
            .with(
                "with a text for its attestation payload",
                option(TeepLabel.ATTESTATION_PAYLOAD, text("evidence")))
            .with(
                "without the format of its attestation payload",
                without(TeepLabel.ATTESTATION_PAYLOAD_FORMAT))
            .with(
                "with an unknown format of its attestation payload",
                option(TeepLabel.ATTESTATION_PAYLOAD_FORMAT, text("application/x-unknown")))
            .with(
                "with a word for the format of its attestation payload",
                option(TeepLabel.ATTESTATION_PAYLOAD_FORMAT, text("evidence")))
            .with("with the token of its Update", option(TeepLabel.TOKEN, updated()))
            .with("that asks for nothing", without(TeepLabel.REQUESTED_TC_LIST))
            .with(
                "that no longer needs a manifest",
                option(
                    TeepLabel.UNNEEDED_MANIFEST_LIST,
                    Value.list(Value.fixed(Cbor.array(Cbor.octets(Bytes.utf8("old manifest")))))))
            .with("with a SUIT Report for another request", Reports.strayed())
            .with("with a SUIT Report for its request", Reports.answering())
            .with("with a token that was never sent", option(TeepLabel.TOKEN, octets(16)))
            .with("with an unknown option", option(UNKNOWN, text("whatever")))
            .with("with a text for a label", option(text("label"), number(1)))
            .with(
                "that calls a manifest unneeded",
                option(
                    TeepLabel.UNNEEDED_MANIFEST_LIST, Value.list(Value.list(octets(8), octets(8)))))
            .with("of unknown type", element(0, Value.unassigned(24, 200)))
            .with("of three elements", moreElements(number(0)))
            .with("of one element", fewerElements())
            .with("of type 0", type(0))
            .with("with a negative label", option(-1, number(1)))
            .with("from the TAM", signedBy(Signer.TAM))
            .whole("again", Situation::latest)
            .with(
                "with selected version 4294967296",
                option(TeepLabel.SELECTED_VERSION, number(4_294_967_296L)))
            .with("with extension 4294967295", option(TeepLabel.EXT_LIST, numbers(4_294_967_295L)))
            .with("with extension 4294967296", option(TeepLabel.EXT_LIST, numbers(4_294_967_296L)))
            .with(
                "with no components in its list of unneeded ones",
                option(TeepLabel.UNNEEDED_MANIFEST_LIST, numbers()))
            .with(
                "that has the binary and no sequence number",
                requested(
                    (info, numbers) ->
                        info.put(numbers.of(TeepLabel.HAVE_BINARY), Cbor.bool(true))))
            .beside(
                "that has the binary and no sequence number",
                "that has the binary and a sequence number",
                requested(
                    (info, numbers) ->
                        info.put(numbers.of(TeepLabel.TC_MANIFEST_SEQUENCE_NUMBER), Cbor.integer(1))
                            .put(numbers.of(TeepLabel.HAVE_BINARY), Cbor.bool(true))))
            .with("that asks for sequence number 1 at least", atLeast(1))
            .with("that asks for sequence number 4294967295 at least", atLeast(4_294_967_295L))
            .with(
                "that asks for a component without component id",
                option(TeepLabel.REQUESTED_TC_LIST, Value.list(Value.emptyMap())))
            .with(
                "with a component without component id in its list",
                option(TeepLabel.TC_LIST, Value.list(Value.emptyMap())))
            .with("with selected version 0", option(TeepLabel.SELECTED_VERSION, number(0)))
            .with("with selected version 1", option(TeepLabel.SELECTED_VERSION, number(1)))
            .with(
                "with no components in its list of requests",
                option(TeepLabel.REQUESTED_TC_LIST, numbers()))
            .with("with no components in its list", option(TeepLabel.TC_LIST, numbers()))
            .with("with no extensions in its list", option(TeepLabel.EXT_LIST, numbers()))
            .with("with no SUIT Reports in its list", option(TeepLabel.SUIT_REPORTS, numbers()));
    Family passport =
        PassportSpecimens.on(
            family.variant("with an Attestation Result", PassportSpecimens.result()));
    Family token =
        TokenSpecimens.on(family.variant("with its Evidence in an EAT", TokenSpecimens.good()));
    return Stream.of(family, passport, token, sealed(family))
        .flatMap(each -> each.list().stream())
        .toList();
  }

  /** The hardware's evidence of a collection has another octet in what is signed. */
  private static Bytes tampered(Bytes collection) {
    try {
      Map<String, CmwCollection.Item> items =
          new LinkedHashMap<>(CmwCollection.parse(collection, Checks.unbroken()).items());
      items.computeIfPresent(
          "evidence",
          (label, item) ->
              new CmwCollection.Item(
                  item.mediaType(),
                  item.value().flip(item.value().size() / 4, 0),
                  item.indicator()));
      return new CmwCollection(items).encode();
    } catch (Rejected e) {
      throw new IllegalStateException("evidence of the suite's own is no collection", e);
    }
  }

  /** The token of the latest Update, and a strange one where none came. */
  private static Value updated() {
    return situation ->
        Cbor.octets(
            situation
                .received(TeepMessage.Update.class)
                .flatMap(update -> update.options().token())
                .orElse(situation.random(16)));
  }

  /** Asks for the usual component in this or a later edition. */
  private static Change atLeast(long number) {
    return requested(
        (info, numbers) ->
            info.put(numbers.of(TeepLabel.TC_MANIFEST_SEQUENCE_NUMBER), Cbor.integer(number)));
  }

  /** Asks for the usual component, and says more of it. */
  private static Change requested(More more) {
    return option(
        TeepLabel.REQUESTED_TC_LIST,
        situation -> {
          Numbers numbers = label -> situation.revision().number(label);
          Cbor.MapBuilder info =
              Cbor.map()
                  .put(
                      numbers.of(TeepLabel.COMPONENT_ID),
                      Cbor.array(
                          Cbor.octets(Bytes.utf8("middleware")),
                          Cbor.octets(Bytes.utf8("analytics"))));
          return Cbor.array(more.about(info, numbers).build());
        });
  }

  /** What is said of a component beside its id. */
  @FunctionalInterface
  private interface More {
    Cbor.MapBuilder about(Cbor.MapBuilder info, Numbers numbers);
  }

  /** The numbers of the revision. */
  @FunctionalInterface
  private interface Numbers {
    long of(TeepLabel label);
  }

  /** Repeats the token, if there was one; answers the challenge, if there was one. */
  private static Draft response(Situation situation) {
    TeepOptions.Builder options =
        TeepOptions.builder()
            .token(situation.queryToken())
            .requestedTcList(
                List.of(RequestedComponent.of(SuitComponentId.of("middleware", "analytics"))));
    if (!situation.challenge().isEmpty()) {
      options
          .attestationPayloadFormat(CmwCollection.MEDIA_TYPE)
          .attestationPayload(situation.evidence(situation.challenge()));
    }
    return Draft.of(
        new TeepMessage.QueryResponse(options.build()), situation.keys().agent(), situation);
  }
}
