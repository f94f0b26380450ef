package org.ccican.conformance.verdict;

import java.util.Optional;

/** The five TEEP messages (draft-ietf-teep-protocol-26 section 4). */
public enum TeepType {
  QUERY_REQUEST(1, 5),
  QUERY_RESPONSE(2, 2),
  UPDATE(3, 2),
  SUCCESS(4, 2),
  ERROR(5, 3);

  private final int number;
  private final int elements;

  /**
   * @param number first element of the message
   * @param elements of the message's array, type and options included
   */
  TeepType(int number, int elements) {
    this.number = number;
    this.elements = elements;
  }

  public int number() {
    return number;
  }

  int elements() {
    return elements;
  }

  static Optional<TeepType> find(long number) {
    for (TeepType type : values()) {
      if (type.number == number) {
        return Optional.of(type);
      }
    }
    return Optional.empty();
  }
}
