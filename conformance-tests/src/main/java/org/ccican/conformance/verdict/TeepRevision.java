package org.ccican.conformance.verdict;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The numbers of one edition of the protocol, as judges know them; the reference has a table of its
 * own. Draft 26 is what IANA registered, legacy what was spoken until draft 24.
 */
public enum TeepRevision {
  TEEP_26(
      "teep-26",
      List.of(1, 2, 3, 4, 5),
      List.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22),
      11,
      Set.of(-9L, -19L)),
  /** One type and one label were still reserved there, and one error code stood apart. */
  TEEP_LEGACY(
      "teep-legacy",
      List.of(1, 2, 3, 5, 6),
      List.of(1, 2, 3, 4, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23),
      17,
      Set.of(-7L, -8L, -9L, -19L));

  /** In the order of their numbers, which is the same in both; the last one is numbered apart. */
  private static final List<String> ERRORS =
      List.of(
          "ERR_PERMANENT_ERROR",
          "ERR_UNSUPPORTED_EXTENSION",
          "ERR_UNSUPPORTED_FRESHNESS_MECHANISMS",
          "ERR_UNSUPPORTED_MSG_VERSION",
          "ERR_UNSUPPORTED_CIPHER_SUITES",
          "ERR_BAD_CERTIFICATE",
          "ERR_ATTESTATION_REQUIRED",
          "ERR_UNSUPPORTED_SUIT_REPORT",
          "ERR_CERTIFICATE_EXPIRED",
          "ERR_TEMPORARY_ERROR");

  private static final String MANIFEST = "ERR_MANIFEST_PROCESSING_FAILED";

  private final String id;
  private final Map<TeepType, Integer> types = new EnumMap<>(TeepType.class);
  private final Map<TeepOption, Integer> labels = new EnumMap<>(TeepOption.class);
  private final int manifestProcessingFailed;
  private final Set<Long> algorithms;

  TeepRevision(
      String id,
      List<Integer> types,
      List<Integer> labels,
      int manifestProcessingFailed,
      Set<Long> algorithms) {
    this.id = id;
    for (TeepType type : TeepType.values()) {
      this.types.put(type, types.get(type.ordinal()));
    }
    for (TeepOption option : TeepOption.values()) {
      this.labels.put(option, labels.get(option.ordinal()));
    }
    this.manifestProcessingFailed = manifestProcessingFailed;
    this.algorithms = algorithms;
  }

  /** The name in settings, logs and reports. */
  public String id() {
    return id;
  }

  public static Optional<TeepRevision> find(String id) {
    for (TeepRevision revision : values()) {
      if (revision.id.equals(id)) {
        return Optional.of(revision);
      }
    }
    return Optional.empty();
  }

  int number(TeepType type) {
    return types.get(type);
  }

  int label(TeepOption option) {
    return labels.get(option);
  }

  Optional<TeepType> type(long number) {
    return types.entrySet().stream()
        .filter(each -> each.getValue() == number)
        .map(Map.Entry::getKey)
        .findFirst();
  }

  Optional<TeepOption> option(long label) {
    return labels.entrySet().stream()
        .filter(each -> each.getValue() == label)
        .map(Map.Entry::getKey)
        .findFirst();
  }

  /**
   * @param name of the registry, such as {@code ERR_PERMANENT_ERROR}
   * @throws IllegalArgumentException if there is no such code
   */
  long errorCode(String name) {
    if (name.equals(MANIFEST)) {
      return manifestProcessingFailed;
    }
    if (!ERRORS.contains(name)) {
      throw new IllegalArgumentException("no error code " + name);
    }
    return ERRORS.indexOf(name) + 1L;
  }

  boolean isErrorCode(long code) {
    return code >= 1 && code <= ERRORS.size() || code == manifestProcessingFailed;
  }

  /** The codes that are registered, in words. */
  String errorCodes() {
    return manifestProcessingFailed == ERRORS.size() + 1
        ? "from 1 to " + manifestProcessingFailed
        : "from 1 to " + ERRORS.size() + ", or " + manifestProcessingFailed;
  }

  /** The name of a code; its number where the registry has none. */
  String errorName(long code) {
    if (code == manifestProcessingFailed) {
      return MANIFEST;
    }
    return code >= 1 && code <= ERRORS.size()
        ? ERRORS.get((int) code - 1)
        : "the unknown error " + code;
  }

  /** The signature algorithms of the cipher suites, as COSE numbers. */
  Set<Long> algorithms() {
    return algorithms;
  }
}
