package org.ccican.conformance.verdict;

import static org.ccican.conformance.verdict.TeepType.ERROR;
import static org.ccican.conformance.verdict.TeepType.QUERY_REQUEST;
import static org.ccican.conformance.verdict.TeepType.QUERY_RESPONSE;
import static org.ccican.conformance.verdict.TeepType.SUCCESS;
import static org.ccican.conformance.verdict.TeepType.UPDATE;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The labels of TEEP draft-26 (section 6): number, shape, and the messages they are options of. */
public enum TeepOption {
  SUPPORTED_TEEP_CIPHER_SUITES(1, TeepShape.CIPHER_SUITES, ERROR),
  CHALLENGE(2, TeepShape.octets(8, 512), QUERY_REQUEST, ERROR),
  VERSIONS(3, TeepShape.some(TeepShape.UINT32), QUERY_REQUEST, ERROR),
  SUPPORTED_SUIT_COSE_PROFILES(4, TeepShape.COSE_PROFILES, ERROR),
  SELECTED_VERSION(5, TeepShape.UINT32, QUERY_RESPONSE),
  ATTESTATION_PAYLOAD(
      6, TeepShape.octets(0, Integer.MAX_VALUE), QUERY_REQUEST, QUERY_RESPONSE, UPDATE),
  TC_LIST(7, TeepShape.some(TeepShape.PROPERTY_CLAIMS), QUERY_RESPONSE),
  EXT_LIST(8, TeepShape.some(TeepShape.UINT32), QUERY_RESPONSE),
  MANIFEST_LIST(9, TeepShape.some(TeepShape.ENVELOPE), UPDATE),
  MSG(10, TeepShape.text(1, 128), SUCCESS),
  ERR_MSG(11, TeepShape.text(1, 128), UPDATE, ERROR),
  ATTESTATION_PAYLOAD_FORMAT(12, TeepShape.MEDIA_TYPE, QUERY_REQUEST, QUERY_RESPONSE, UPDATE),
  REQUESTED_TC_LIST(13, TeepShape.some(TeepShape.REQUESTED_COMPONENT), QUERY_RESPONSE),
  UNNEEDED_MANIFEST_LIST(14, TeepShape.some(TeepShape.COMPONENT_ID), QUERY_RESPONSE, UPDATE),
  /** Inside {@link #REQUESTED_TC_LIST} only, as the two after it. */
  COMPONENT_ID(15, TeepShape.COMPONENT_ID),
  TC_MANIFEST_SEQUENCE_NUMBER(16, TeepShape.UINT),
  HAVE_BINARY(17, TeepShape.BOOL),
  SUIT_REPORTS(
      18, TeepShape.some(TeepShape.WRAPPED), QUERY_REQUEST, QUERY_RESPONSE, SUCCESS, ERROR),
  TOKEN(19, TeepShape.octets(8, 64), QUERY_REQUEST, QUERY_RESPONSE, UPDATE, SUCCESS, ERROR),
  SUPPORTED_FRESHNESS_MECHANISMS(20, TeepShape.some(TeepShape.INT), QUERY_REQUEST, ERROR),
  ERR_LANG(21, TeepShape.LANGUAGE, UPDATE, ERROR),
  ERR_CODE(22, TeepShape.ERROR_CODE, UPDATE);

  private final int label;
  private final TeepShape shape;
  private final List<TeepType> messages;

  TeepOption(int label, TeepShape shape, TeepType... messages) {
    this.label = label;
    this.shape = shape;
    this.messages = List.of(messages);
  }

  public int label() {
    return label;
  }

  /** Name of the draft with the number: {@code err-msg (11)}. */
  String title() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-') + " (" + label + ")";
  }

  TeepShape shape() {
    return shape;
  }

  boolean belongsTo(TeepType message) {
    return messages.contains(message);
  }

  static Optional<TeepOption> find(long label) {
    return Arrays.stream(values()).filter(option -> option.label == label).findFirst();
  }
}
