package org.ccican.conformance.sut;

import java.util.Objects;
import java.util.Optional;
import org.ccican.wire.Bytes;

/**
 * What a recipe tells of a role that nobody could see from outside before it is judged by it.
 *
 * @param application what an Application Owner deploys
 * @param data what it entrusts to that, and to nobody else
 * @param userApplication what it brings as a Network User beside them
 */
public record SutFacts(
    Optional<Bytes> application, Optional<Bytes> data, Optional<Bytes> userApplication) {

  public SutFacts {
    Objects.requireNonNull(application);
    Objects.requireNonNull(data);
    Objects.requireNonNull(userApplication);
  }

  public static SutFacts none() {
    return new SutFacts(Optional.empty(), Optional.empty(), Optional.empty());
  }
}
