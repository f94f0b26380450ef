package org.ccican.teep;

import static java.util.Map.entry;
import static java.util.Map.ofEntries;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ccican.cose.CoseAlgorithm;
import org.ccican.cose.CoseCurve;

/**
 * The numbers of one edition of the protocol. Nothing else knows a number, so that an edition is a
 * table.
 *
 * @param id the name in settings and reports
 * @param signatures the algorithms of its two cipher suites, P-256 first
 * @param algorithms what is taken in a signature: those and, where older peers use them, others
 * @param suitProfiles the algorithms of SUIT Reports and EATs, in the order of the document
 */
public record WireRevision(
    String id,
    Map<TeepType, Long> types,
    Map<TeepLabel, Long> labels,
    Map<TeepErrorCode.Known, Long> errorCodes,
    List<CoseAlgorithm> signatures,
    Set<CoseAlgorithm> algorithms,
    List<SuitCoseProfile> suitProfiles) {

  /** Draft 26 and the IANA registries of March 2026. */
  public static final WireRevision TEEP_26 =
      new WireRevision(
          "teep-26",
          ofEntries(
              entry(TeepType.QUERY_REQUEST, 1L),
              entry(TeepType.QUERY_RESPONSE, 2L),
              entry(TeepType.UPDATE, 3L),
              entry(TeepType.SUCCESS, 4L),
              entry(TeepType.ERROR, 5L)),
          ofEntries(
              entry(TeepLabel.SUPPORTED_TEEP_CIPHER_SUITES, 1L),
              entry(TeepLabel.CHALLENGE, 2L),
              entry(TeepLabel.VERSIONS, 3L),
              entry(TeepLabel.SUPPORTED_SUIT_COSE_PROFILES, 4L),
              entry(TeepLabel.SELECTED_VERSION, 5L),
              entry(TeepLabel.ATTESTATION_PAYLOAD, 6L),
              entry(TeepLabel.TC_LIST, 7L),
              entry(TeepLabel.EXT_LIST, 8L),
              entry(TeepLabel.MANIFEST_LIST, 9L),
              entry(TeepLabel.MSG, 10L),
              entry(TeepLabel.ERR_MSG, 11L),
              entry(TeepLabel.ATTESTATION_PAYLOAD_FORMAT, 12L),
              entry(TeepLabel.REQUESTED_TC_LIST, 13L),
              entry(TeepLabel.UNNEEDED_MANIFEST_LIST, 14L),
              entry(TeepLabel.COMPONENT_ID, 15L),
              entry(TeepLabel.TC_MANIFEST_SEQUENCE_NUMBER, 16L),
              entry(TeepLabel.HAVE_BINARY, 17L),
              entry(TeepLabel.SUIT_REPORTS, 18L),
              entry(TeepLabel.TOKEN, 19L),
              entry(TeepLabel.SUPPORTED_FRESHNESS_MECHANISMS, 20L),
              entry(TeepLabel.ERR_LANG, 21L),
              entry(TeepLabel.ERR_CODE, 22L)),
          errors(11),
          List.of(CoseAlgorithm.ESP256, CoseAlgorithm.ED25519),
          Set.of(CoseAlgorithm.ESP256, CoseAlgorithm.ED25519),
          profiles(CoseAlgorithm.ESP256, CoseAlgorithm.ED25519));

  /** The drafts up to 24, which every implementation spoke that was published before 2026. */
  public static final WireRevision TEEP_LEGACY =
      new WireRevision(
          "teep-legacy",
          ofEntries(
              entry(TeepType.QUERY_REQUEST, 1L),
              entry(TeepType.QUERY_RESPONSE, 2L),
              entry(TeepType.UPDATE, 3L),
              entry(TeepType.SUCCESS, 5L),
              entry(TeepType.ERROR, 6L)),
          ofEntries(
              entry(TeepLabel.SUPPORTED_TEEP_CIPHER_SUITES, 1L),
              entry(TeepLabel.CHALLENGE, 2L),
              entry(TeepLabel.VERSIONS, 3L),
              entry(TeepLabel.SUPPORTED_SUIT_COSE_PROFILES, 4L),
              entry(TeepLabel.SELECTED_VERSION, 6L),
              entry(TeepLabel.ATTESTATION_PAYLOAD, 7L),
              entry(TeepLabel.TC_LIST, 8L),
              entry(TeepLabel.EXT_LIST, 9L),
              entry(TeepLabel.MANIFEST_LIST, 10L),
              entry(TeepLabel.MSG, 11L),
              entry(TeepLabel.ERR_MSG, 12L),
              entry(TeepLabel.ATTESTATION_PAYLOAD_FORMAT, 13L),
              entry(TeepLabel.REQUESTED_TC_LIST, 14L),
              entry(TeepLabel.UNNEEDED_MANIFEST_LIST, 15L),
              entry(TeepLabel.COMPONENT_ID, 16L),
              entry(TeepLabel.TC_MANIFEST_SEQUENCE_NUMBER, 17L),
              entry(TeepLabel.HAVE_BINARY, 18L),
              entry(TeepLabel.SUIT_REPORTS, 19L),
              entry(TeepLabel.TOKEN, 20L),
              entry(TeepLabel.SUPPORTED_FRESHNESS_MECHANISMS, 21L),
              entry(TeepLabel.ERR_LANG, 22L),
              entry(TeepLabel.ERR_CODE, 23L)),
          errors(17),
          List.of(CoseAlgorithm.ES256, CoseAlgorithm.EDDSA),
          Set.of(
              CoseAlgorithm.ES256,
              CoseAlgorithm.EDDSA,
              CoseAlgorithm.ESP256,
              CoseAlgorithm.ED25519),
          profiles(CoseAlgorithm.ES256, CoseAlgorithm.EDDSA));

  /** Every edition, the newest first. */
  public static final List<WireRevision> ALL = List.of(TEEP_26, TEEP_LEGACY);

  public WireRevision {
    types = Map.copyOf(types);
    labels = Map.copyOf(labels);
    errorCodes = Map.copyOf(errorCodes);
    signatures = List.copyOf(signatures);
    algorithms = Set.copyOf(algorithms);
    suitProfiles = List.copyOf(suitProfiles);
    if (types.size() != TeepType.values().length
        || labels.size() != TeepLabel.values().length
        || errorCodes.size() != TeepErrorCode.Known.values().length) {
      throw new IllegalArgumentException(id + " lacks a number");
    }
  }

  /** The edition of that name in settings. */
  public static Optional<WireRevision> find(String id) {
    return ALL.stream().filter(each -> each.id.equals(id)).findFirst();
  }

  /** The cipher suites that a TAM must have (section 8.1), P-256 first. */
  public List<TeepCipherSuite> cipherSuites() {
    return signatures.stream().map(TeepCipherSuite::sign1).toList();
  }

  /** The algorithms of a profile. */
  public SuitCoseProfile profile(SuitCoseProfileId id) {
    return suitProfiles.get(id.ordinal());
  }

  /** How the edition has keys of a curve sign. */
  public CoseAlgorithm signature(CoseCurve curve) {
    return signatures.stream()
        .filter(each -> each.fits(curve))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no cipher suite for " + curve));
  }

  public long number(TeepType type) {
    return types.get(type);
  }

  public long number(TeepLabel label) {
    return labels.get(label);
  }

  public long number(TeepErrorCode code) {
    return code instanceof TeepErrorCode.Other other ? other.number() : errorCodes.get(code);
  }

  public Optional<TeepType> type(long number) {
    return types.entrySet().stream()
        .filter(each -> each.getValue() == number)
        .map(Map.Entry::getKey)
        .findFirst();
  }

  public TeepErrorCode errorCode(long number) {
    return errorCodes.entrySet().stream()
        .filter(each -> each.getValue() == number)
        .<TeepErrorCode>map(Map.Entry::getKey)
        .findFirst()
        .orElse(new TeepErrorCode.Other(number));
  }

  private static List<SuitCoseProfile> profiles(CoseAlgorithm ecdsa, CoseAlgorithm eddsa) {
    return List.of(
        SuitCoseProfile.ESP256_ECDH_A128CTR.signedWith(ecdsa),
        SuitCoseProfile.ED25519_ECDH_A128CTR.signedWith(eddsa),
        SuitCoseProfile.ESP256_ECDH_A128GCM.signedWith(ecdsa),
        SuitCoseProfile.ED25519_ECDH_CHACHA_POLY.signedWith(eddsa));
  }

  private static Map<TeepErrorCode.Known, Long> errors(long manifestProcessingFailed) {
    return ofEntries(
        entry(TeepErrorCode.Known.PERMANENT_ERROR, 1L),
        entry(TeepErrorCode.Known.UNSUPPORTED_EXTENSION, 2L),
        entry(TeepErrorCode.Known.UNSUPPORTED_FRESHNESS_MECHANISMS, 3L),
        entry(TeepErrorCode.Known.UNSUPPORTED_MSG_VERSION, 4L),
        entry(TeepErrorCode.Known.UNSUPPORTED_CIPHER_SUITES, 5L),
        entry(TeepErrorCode.Known.BAD_CERTIFICATE, 6L),
        entry(TeepErrorCode.Known.ATTESTATION_REQUIRED, 7L),
        entry(TeepErrorCode.Known.UNSUPPORTED_SUIT_REPORT, 8L),
        entry(TeepErrorCode.Known.CERTIFICATE_EXPIRED, 9L),
        entry(TeepErrorCode.Known.TEMPORARY_ERROR, 10L),
        entry(TeepErrorCode.Known.MANIFEST_PROCESSING_FAILED, manifestProcessingFailed));
  }
}
