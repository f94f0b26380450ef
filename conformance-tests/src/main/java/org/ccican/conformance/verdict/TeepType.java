package org.ccican.conformance.verdict;

/** The five TEEP messages (draft-ietf-teep-protocol-26 section 4). */
public enum TeepType {
  QUERY_REQUEST(5),
  QUERY_RESPONSE(2),
  UPDATE(2),
  SUCCESS(2),
  ERROR(3);

  private final int elements;

  /**
   * @param elements of the message's array, type and options included
   */
  TeepType(int elements) {
    this.elements = elements;
  }

  int elements() {
    return elements;
  }
}
