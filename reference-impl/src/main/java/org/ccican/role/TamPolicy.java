package org.ccican.role;

import java.util.List;
import java.util.Optional;
import org.ccican.teep.Freshness;
import org.ccican.teep.TeepMessage;

/**
 * What a TAM asks at one of its URIs. A deployment chooses one way for its devices; this TAM has
 * one URI for each, told apart by the first part of the item.
 *
 * @param dataItems the bits of data-item-requested
 * @param challenged whether Evidence is asked for, with a challenge
 * @param freshness the mechanisms named; none are named where the nonce is the only one
 * @param suiteKnown whether Agents that come here are known to have P-256
 * @param returnsResult whether an Agent that needs nothing is given its Attestation Result
 */
record TamPolicy(
    String name,
    long dataItems,
    boolean challenged,
    Optional<List<Long>> freshness,
    boolean suiteKnown,
    boolean returnsResult) {

  /** Background check: a challenge, answered with Evidence. */
  static final TamPolicy BACKGROUND =
      new TamPolicy("", TeepMessage.QueryRequest.ATTESTATION, true, Optional.empty(), false, false);

  /** No attestation: a token, and everything else that can be asked for. */
  static final TamPolicy TOKEN =
      new TamPolicy(
          "token",
          TeepMessage.QueryRequest.TRUSTED_COMPONENTS
              | TeepMessage.QueryRequest.EXTENSIONS
              | TeepMessage.QueryRequest.SUIT_REPORTS,
          false,
          Optional.empty(),
          false,
          false);

  /** Passport: neither token nor challenge, answered with an Attestation Result that is recent. */
  static final TamPolicy PASSPORT =
      new TamPolicy(
          "passport",
          TeepMessage.QueryRequest.ATTESTATION | TeepMessage.QueryRequest.TRUSTED_COMPONENTS,
          false,
          Optional.of(List.of(Freshness.TIMESTAMP)),
          false,
          false);

  /** Background check of Agents whose cipher suite is known. */
  static final TamPolicy KNOWN =
      new TamPolicy(
          "known",
          TeepMessage.QueryRequest.ATTESTATION | TeepMessage.QueryRequest.TRUSTED_COMPONENTS,
          true,
          Optional.of(List.of(Freshness.NONCE)),
          true,
          true);

  private static final List<TamPolicy> NAMED = List.of(TOKEN, PASSPORT, KNOWN);

  /** The policy of an item, which is its name, a placement, or both with a slash between. */
  static TamPolicy of(String item) {
    String first = item.split("/", 2)[0];
    return NAMED.stream().filter(each -> each.name.equals(first)).findFirst().orElse(BACKGROUND);
  }

  /** The placement in an item; empty if there is none. */
  static String placement(String item) {
    if (of(item) == BACKGROUND) {
      return item;
    }
    String[] parts = item.split("/", 2);
    return parts.length > 1 ? parts[1] : "";
  }

  boolean attests() {
    return (dataItems & TeepMessage.QueryRequest.ATTESTATION) != 0;
  }
}
