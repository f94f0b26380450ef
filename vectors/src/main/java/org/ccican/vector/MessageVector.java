package org.ccican.vector;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One message, and what a conforming reader makes of it.
 *
 * @param id permanent
 * @param parent the accepted vector that this one differs from in one thing; a base has none
 * @param requirements identifiers in the registry of requirements
 * @param comment what was changed and why it matters
 * @param check the named check of the reference that refuses
 * @param form as what the message arrives, for instance {@code cmw-json}
 * @param notation how the generator writes the message, for people
 * @param keys the COSE_Keys that are trusted, and no others
 * @param attester whom an Attestation Result has to be about
 * @param expect verdict, and for a refusal phase and reason
 */
public record MessageVector(
    String id,
    Optional<String> parent,
    TestVector.Spec spec,
    List<String> requirements,
    String comment,
    Optional<String> check,
    String form,
    String notation,
    Octets input,
    List<NamedOctets> keys,
    Instant time,
    Optional<String> attester,
    TestVector.Expect expect) {

  public MessageVector {
    Objects.requireNonNull(id);
    Objects.requireNonNull(parent);
    Objects.requireNonNull(spec);
    requirements = List.copyOf(requirements);
    Objects.requireNonNull(comment);
    Objects.requireNonNull(check);
    Objects.requireNonNull(form);
    Objects.requireNonNull(notation);
    Objects.requireNonNull(input);
    keys = List.copyOf(keys);
    Objects.requireNonNull(time);
    Objects.requireNonNull(attester);
    Objects.requireNonNull(expect);
  }

  public boolean accepted() {
    return expect.verdict() == TestVector.Verdict.ACCEPTED;
  }
}
