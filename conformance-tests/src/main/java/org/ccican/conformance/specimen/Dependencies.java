package org.ccican.conformance.specimen;

import static org.ccican.conformance.specimen.Manifests.A;
import static org.ccican.conformance.specimen.Manifests.B;
import static org.ccican.conformance.specimen.Manifests.bare;
import static org.ccican.conformance.specimen.Manifests.digest;
import static org.ccican.conformance.specimen.Manifests.digestAndSize;
import static org.ccican.conformance.specimen.Manifests.fetched;
import static org.ccican.conformance.specimen.Manifests.identity;
import static org.ccican.conformance.specimen.Manifests.joined;
import static org.ccican.conformance.specimen.Manifests.match;
import static org.ccican.conformance.specimen.SuitNumbers.DEPENDENCY_RESOLUTION;
import static org.ccican.conformance.specimen.SuitNumbers.IMAGE_DIGEST;
import static org.ccican.conformance.specimen.SuitNumbers.INSTALL;
import static org.ccican.conformance.specimen.SuitNumbers.VALIDATE;

import java.util.List;
import org.ccican.wire.Bytes;
import org.ccican.wire.Cbor;

/**
 * Two manifests, one of which depends on the other (trust-domains section 8.1): the root installs
 * content A as data, its dependency content B as second.
 */
final class Dependencies {

  /** Component 0 of the root is the envelope of the dependency, component 1 is data. */
  static final Command DEPENDENCY = Command.choose(0);

  static final Command DATA = Command.choose(1);

  static final String URI = "#dependency";

  private Dependencies() {}

  /** The dependency: fetches content B as second out of its own envelope. */
  static Manifest dependency(Situation situation) {
    return bare(situation)
        .components("second")
        .shared(joined(identity(situation), List.of(Command.override(digestAndSize(B)))))
        .section(INSTALL, joined(fetched("#second")))
        .section(VALIDATE, match())
        .payload("#second", B);
  }

  /** The root of a dependency that keeps every rule. */
  static Manifest root(Situation situation) {
    return root(situation, dependency(situation));
  }

  static Manifest root(Situation situation, Manifest dependency) {
    return root(situation, dependency.digest(), dependency.encode());
  }

  /**
   * A root by itself.
   *
   * @param digest by which it names its dependency
   * @param envelope what it fetches as its dependency
   */
  static Manifest root(Situation situation, Cbor digest, Bytes envelope) {
    return bare(situation)
        .components("manifest", "data")
        .dependency(0)
        .shared(shared(situation, digest))
        .section(DEPENDENCY_RESOLUTION, joined(resolved()))
        .section(INSTALL, joined(processed(), List.of(DATA), fetched("#data")))
        .section(VALIDATE, joined(processed(), List.of(DATA, match())))
        .payload("#data", A)
        .payload(URI, envelope);
  }

  static Command[] shared(Situation situation, Cbor digest) {
    return joined(
        List.of(DEPENDENCY),
        identity(situation),
        List.of(named(digest), DATA, Command.override(digest(A))));
  }

  /** The digest of a dependency. */
  static Command named(Cbor digest) {
    return Command.override(Parameter.of(IMAGE_DIGEST, Cbor.wrapped(digest)));
  }

  /** Fetches the dependency and checks it. */
  static List<Command> resolved() {
    return List.of(
        DEPENDENCY,
        Command.override(Parameter.uri(URI)),
        Command.fetch(),
        Command.dependencyIntegrity());
  }

  /** Checks the dependency and processes it. */
  static List<Command> processed() {
    return List.of(DEPENDENCY, Command.dependencyIntegrity(), Command.processDependency());
  }
}
