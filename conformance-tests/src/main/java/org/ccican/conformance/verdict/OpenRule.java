package org.ccican.conformance.verdict;

import java.util.Set;

/**
 * The rules of one TEEP message that hold by one reading of an unclear text and not by the other: a
 * message that does not keep one deviates from the text as it stands, follows the other reading,
 * and fails nothing. Ids are those of {@code features/ambiguities.json}.
 */
enum OpenRule {
  CHALLENGE_WITHOUT_ATTESTATION("A2"),
  TOKEN_WITH_ATTESTATION("A3"),
  NO_TOKEN("A4"),
  /** As the second, in a request without challenge: the token may be a passport's nonce. */
  TOKEN_AS_NONCE("A3", "A5"),
  EMPTY_LIST("A7"),
  EMPTY_PAYLOAD("A8"),
  REPORT_OF_THE_EXAMPLE("A11");

  private static final Set<TeepOption> LISTS = Set.of(TeepOption.TC_LIST, TeepOption.EXT_LIST);

  private final Set<String> ambiguities;

  OpenRule(String... ambiguities) {
    this.ambiguities = Set.of(ambiguities);
  }

  /** Whose other reading does not have the rule. */
  Set<String> ambiguities() {
    return ambiguities;
  }

  /** The lists that have to be there where they are asked for. */
  static boolean mayBeEmpty(TeepOption option) {
    return LISTS.contains(option);
  }
}
