package org.ccican.conformance.verdict;

import static org.ccican.conformance.verdict.TeepType.ERROR;
import static org.ccican.conformance.verdict.TeepType.QUERY_REQUEST;
import static org.ccican.conformance.verdict.TeepType.QUERY_RESPONSE;
import static org.ccican.conformance.verdict.TeepType.SUCCESS;
import static org.ccican.conformance.verdict.TeepType.UPDATE;

import java.util.List;
import java.util.Locale;

/** The labels of TEEP (section 6): shape, and the messages they are options of. */
public enum TeepOption {
  SUPPORTED_TEEP_CIPHER_SUITES(TeepShape.CIPHER_SUITES, ERROR),
  CHALLENGE(TeepShape.octets(8, 512), QUERY_REQUEST, ERROR),
  VERSIONS(TeepShape.some(TeepShape.UINT32), QUERY_REQUEST, ERROR),
  SUPPORTED_SUIT_COSE_PROFILES(TeepShape.COSE_PROFILES, ERROR),
  SELECTED_VERSION(TeepShape.UINT32, QUERY_RESPONSE),
  ATTESTATION_PAYLOAD(
      TeepShape.octets(0, Integer.MAX_VALUE), QUERY_REQUEST, QUERY_RESPONSE, UPDATE),
  TC_LIST(TeepShape.some(TeepShape.PROPERTY_CLAIMS), QUERY_RESPONSE),
  EXT_LIST(TeepShape.some(TeepShape.UINT32), QUERY_RESPONSE),
  MANIFEST_LIST(TeepShape.some(TeepShape.ENVELOPE), UPDATE),
  MSG(TeepShape.text(1, 128), SUCCESS),
  ERR_MSG(TeepShape.text(1, 128), UPDATE, ERROR),
  ATTESTATION_PAYLOAD_FORMAT(TeepShape.MEDIA_TYPE, QUERY_REQUEST, QUERY_RESPONSE, UPDATE),
  REQUESTED_TC_LIST(TeepShape.some(TeepShape.REQUESTED_COMPONENT), QUERY_RESPONSE),
  UNNEEDED_MANIFEST_LIST(TeepShape.some(TeepShape.COMPONENT_ID), QUERY_RESPONSE, UPDATE),
  /** Inside {@link #REQUESTED_TC_LIST} only, as the two after it. */
  COMPONENT_ID(TeepShape.COMPONENT_ID),
  TC_MANIFEST_SEQUENCE_NUMBER(TeepShape.UINT),
  HAVE_BINARY(TeepShape.BOOL),
  SUIT_REPORTS(TeepShape.some(TeepShape.WRAPPED), QUERY_REQUEST, QUERY_RESPONSE, SUCCESS, ERROR),
  TOKEN(TeepShape.octets(8, 64), QUERY_REQUEST, QUERY_RESPONSE, UPDATE, SUCCESS, ERROR),
  SUPPORTED_FRESHNESS_MECHANISMS(TeepShape.some(TeepShape.INT), QUERY_REQUEST, ERROR),
  ERR_LANG(TeepShape.LANGUAGE, UPDATE, ERROR),
  ERR_CODE(TeepShape.ERROR_CODE, UPDATE);

  private final TeepShape shape;
  private final List<TeepType> messages;

  TeepOption(TeepShape shape, TeepType... messages) {
    this.shape = shape;
    this.messages = List.of(messages);
  }

  /** Name of the draft with the number: {@code err-msg (11)}. */
  String title(TeepRevision revision) {
    return name().toLowerCase(Locale.ROOT).replace('_', '-') + " (" + revision.label(this) + ")";
  }

  TeepShape shape() {
    return shape;
  }

  boolean belongsTo(TeepType message) {
    return messages.contains(message);
  }
}
