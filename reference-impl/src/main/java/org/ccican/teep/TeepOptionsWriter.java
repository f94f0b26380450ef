package org.ccican.teep;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.ccican.suit.SuitComponentId;
import org.ccican.wire.Cbor;

/** Writes options as a map under the labels of a revision. */
final class TeepOptionsWriter {

  private final WireRevision revision;

  TeepOptionsWriter(WireRevision revision) {
    this.revision = revision;
  }

  Cbor write(TeepOptions options) {
    Cbor.MapBuilder map = Cbor.map();
    put(map, TeepLabel.TOKEN, options.token().map(Cbor::octets));
    put(map, TeepLabel.CHALLENGE, options.challenge().map(Cbor::octets));
    put(map, TeepLabel.VERSIONS, list(options.versions(), Cbor::integer));
    put(map, TeepLabel.SELECTED_VERSION, options.selectedVersion().map(Cbor::integer));
    put(
        map,
        TeepLabel.SUPPORTED_TEEP_CIPHER_SUITES,
        options.cipherSuites().map(TeepOptionsWriter::suites));
    put(
        map,
        TeepLabel.SUPPORTED_SUIT_COSE_PROFILES,
        options.suitProfiles().map(TeepOptionsWriter::profiles));
    put(
        map,
        TeepLabel.SUPPORTED_FRESHNESS_MECHANISMS,
        list(options.freshnessMechanisms(), Cbor::integer));
    put(
        map,
        TeepLabel.ATTESTATION_PAYLOAD_FORMAT,
        options.attestationPayloadFormat().map(Cbor::text));
    put(map, TeepLabel.ATTESTATION_PAYLOAD, options.attestationPayload().map(Cbor::octets));
    put(map, TeepLabel.SUIT_REPORTS, list(options.suitReports(), Cbor::octets));
    put(map, TeepLabel.TC_LIST, options.tcList().map(Cbor::array));
    put(map, TeepLabel.REQUESTED_TC_LIST, list(options.requestedTcList(), this::requested));
    put(
        map,
        TeepLabel.UNNEEDED_MANIFEST_LIST,
        list(options.unneededManifestList(), SuitComponentId::toCbor));
    put(map, TeepLabel.EXT_LIST, list(options.extList(), Cbor::integer));
    put(map, TeepLabel.MANIFEST_LIST, list(options.manifestList(), Cbor::octets));
    put(map, TeepLabel.MSG, options.msg().map(Cbor::text));
    put(
        map,
        TeepLabel.ERR_CODE,
        options.errCode().map(code -> Cbor.integer(revision.number(code))));
    put(map, TeepLabel.ERR_MSG, options.errMsg().map(Cbor::text));
    put(map, TeepLabel.ERR_LANG, options.errLang().map(Cbor::text));
    options.unknown().forEach(entry -> map.put(entry.key(), entry.value()));
    return map.build();
  }

  static Cbor suites(List<TeepCipherSuite> suites) {
    return array(
        suites,
        suite ->
            array(
                suite.operations(),
                each -> Cbor.array(Cbor.integer(each.coseType()), Cbor.integer(each.algorithm()))));
  }

  static Cbor profiles(List<SuitCoseProfile> profiles) {
    return array(
        profiles,
        each ->
            Cbor.array(
                Cbor.integer(each.digest()),
                Cbor.integer(each.authentication()),
                Cbor.integer(each.keyExchange()),
                Cbor.integer(each.encryption())));
  }

  private Cbor requested(RequestedComponent component) {
    Cbor.MapBuilder map = Cbor.map();
    put(map, TeepLabel.COMPONENT_ID, Optional.of(component.id().toCbor()));
    put(map, TeepLabel.TC_MANIFEST_SEQUENCE_NUMBER, component.sequenceNumber().map(Cbor::integer));
    put(map, TeepLabel.HAVE_BINARY, component.haveBinary().map(Cbor::bool));
    return map.build();
  }

  private void put(Cbor.MapBuilder map, TeepLabel label, Optional<Cbor> value) {
    map.put(revision.number(label), value);
  }

  private static <T> Optional<Cbor> list(Optional<List<T>> values, Function<T, Cbor> item) {
    return values.map(all -> array(all, item));
  }

  private static <T> Cbor array(List<T> values, Function<T, Cbor> item) {
    return Cbor.array(values.stream().map(item).toList());
  }
}
