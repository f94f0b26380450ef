package org.ccican.conformance.specimen;

import static org.ccican.conformance.specimen.Dependencies.DATA;
import static org.ccican.conformance.specimen.Dependencies.DEPENDENCY;
import static org.ccican.conformance.specimen.Dependencies.URI;
import static org.ccican.conformance.specimen.Dependencies.dependency;
import static org.ccican.conformance.specimen.Dependencies.processed;
import static org.ccican.conformance.specimen.Dependencies.resolved;
import static org.ccican.conformance.specimen.Dependencies.root;
import static org.ccican.conformance.specimen.Dependencies.shared;
import static org.ccican.conformance.specimen.Manifests.A;
import static org.ccican.conformance.specimen.Manifests.B;
import static org.ccican.conformance.specimen.Manifests.data;
import static org.ccican.conformance.specimen.Manifests.digest;
import static org.ccican.conformance.specimen.Manifests.fetched;
import static org.ccican.conformance.specimen.Manifests.joined;
import static org.ccican.conformance.specimen.Manifests.match;
import static org.ccican.conformance.specimen.SuitNumbers.DEPENDENCIES;
import static org.ccican.conformance.specimen.SuitNumbers.DEPENDENCY_RESOLUTION;
import static org.ccican.conformance.specimen.SuitNumbers.INSTALL;
import static org.ccican.conformance.specimen.SuitNumbers.PAYLOAD_FETCH;
import static org.ccican.conformance.specimen.SuitNumbers.VALIDATE;

import java.util.List;
import java.util.Optional;
import org.ccican.wire.Cbor;

/** Dependencies: how they are named, checked and processed (trust-domains section 5). */
final class DependencyManifests {

  private static final String BASE = "installs a dependency";

  private DependencyManifests() {}

  static List<Specimen> list() {
    ManifestRows rows = new ManifestRows();
    rows.good(BASE, Dependencies::root);
    naming(rows);
    checking(rows);
    processing(rows);
    return rows.list();
  }

  private static void naming(ManifestRows rows) {
    rows.bad(
            "chooses no component beside a dependency",
            BASE,
            s ->
                root(s)
                    .section(INSTALL, joined(tail(processed()), List.of(DATA), fetched("#data"))))
        .bad(
            "has an empty map of dependencies",
            s -> data(s).common(DEPENDENCIES, Cbor.map().build()))
        .bad("names component 7 as a dependency", BASE, s -> root(s).dependency(7))
        .bad("has a dependency that is no envelope", BASE, s -> root(s, dependency(s).digest(), A))
        .bad(
            "has a dependency under another name than its URI",
            BASE,
            s ->
                root(s)
                    .withoutPayloads()
                    .payload("#data", A)
                    .payload("#other", dependency(s).encode()))
        .good(
            "compares its dependency with the digest of the dependency's manifest",
            s -> comparing(s, dependency(s).digest()))
        .bad(
            "compares its dependency with the digest of the dependency's envelope",
            "compares its dependency with the digest of the dependency's manifest",
            s -> comparing(s, Parameter.sha256(dependency(s).encode())))
        .good("has an encrypted dependency", s -> sealed(s))
        .needing(Specimen.Need.ENCRYPTION_KEY)
        .bad(
            "fetches its payload before its dependency",
            BASE,
            s ->
                root(s)
                    .section(
                        DEPENDENCY_RESOLUTION, joined(List.of(DATA), fetched("#data"), resolved())))
        .good(
            "has a dependency that a stranger signed as well",
            s -> root(s, dependency(s).signers(s.keys().stranger(), s.keys().vendor())));
  }

  /** The dependency comes as ciphertext; the root says how to decrypt it (section 8.2). */
  private static Manifest sealed(Situation situation) {
    Manifest dependency = dependency(situation);
    Encryption.Sealed sealed =
        Encryption.by(Encryption.A128GCM, situation).seal(dependency.encode());
    return root(situation, dependency.digest(), sealed.ciphertext())
        .section(
            DEPENDENCY_RESOLUTION,
            DEPENDENCY,
            Command.override(Parameter.uri(URI), sealed.parameter()),
            Command.fetch(),
            Command.dependencyIntegrity());
  }

  private static List<Command> tail(List<Command> commands) {
    return commands.subList(1, commands.size());
  }

  /** As usual, and at the end of install the dependency's digest is compared with this one. */
  private static Manifest comparing(Situation situation, Cbor digest) {
    return root(situation)
        .section(
            INSTALL,
            joined(
                processed(),
                List.of(DATA),
                fetched("#data"),
                List.of(DEPENDENCY, Dependencies.named(digest), match())));
  }

  private static void checking(ManifestRows rows) {
    rows.bad(
            "has a dependency signed by a stranger",
            BASE,
            s -> root(s, dependency(s).signers(s.keys().stranger())))
        .bad(
            "names its dependency by another digest",
            BASE,
            s -> root(s, Parameter.sha256(A), dependency(s).encode()))
        .bad(
            "has a dependency whose manifest is not the signed one",
            BASE,
            s -> root(s, dependency(s).digestOver(octets -> octets.flip(octets.size() - 1, 0))))
        .bad(
            "tries a dependency that fails its check",
            BASE,
            s ->
                root(s, Parameter.sha256(A), dependency(s).encode())
                    .section(
                        DEPENDENCY_RESOLUTION,
                        DEPENDENCY,
                        Command.override(Parameter.uri(URI)),
                        Command.fetch(),
                        Command.tryEach(
                            Command.sequence(Command.dependencyIntegrity()),
                            Command.sequence(
                                Dependencies.named(dependency(s).digest()),
                                Command.dependencyIntegrity())))
                    .section(
                        INSTALL, joined(renamed(s), processed(), List.of(DATA), fetched("#data")))
                    .section(VALIDATE, joined(renamed(s), processed(), List.of(DATA, match()))))
        .bad(
            "fetches its dependency again after the check",
            BASE,
            s ->
                root(s)
                    .section(
                        INSTALL,
                        joined(
                            resolved(),
                            List.of(Command.fetch(), Command.processDependency(), DATA),
                            fetched("#data"))))
        .whole(
            "an Update whose second manifest relies on the check of the first",
            Optional.of(ManifestRows.WHOSE + BASE),
            s -> ParameterManifests.update(s, root(s), unchecked(s)));
  }

  private static List<Command> renamed(Situation situation) {
    return List.of(DEPENDENCY, Dependencies.named(dependency(situation).digest()));
  }

  /** Processes the dependency without a check of its own. */
  private static Manifest unchecked(Situation situation) {
    List<Command> processing = List.of(DEPENDENCY, Command.processDependency());
    return root(situation)
        .section(DEPENDENCY_RESOLUTION, joined(resolved().subList(0, 3)))
        .section(INSTALL, joined(processing, List.of(DATA), fetched("#data")))
        .section(VALIDATE, joined(processing, List.of(DATA, match())));
  }

  private static void processing(ManifestRows rows) {
    rows.bad("processes a dependency that was not checked", BASE, s -> unchecked(s))
        .bad(
            "processes a component that is no dependency",
            BASE,
            s ->
                root(s)
                    .section(
                        INSTALL,
                        joined(
                            processed(),
                            List.of(DATA),
                            fetched("#data"),
                            List.of(Command.processDependency()))))
        .bad(
            "processes a dependency in its shared sequence",
            BASE,
            s ->
                root(s)
                    .shared(
                        joined(
                            List.of(shared(s, dependency(s).digest())),
                            List.of(DEPENDENCY, Command.processDependency()))))
        .bad(
            "never processes its dependency in validate",
            BASE,
            s -> root(s).section(VALIDATE, DATA, match()))
        .bad(
            "lacks a section that its dependency has",
            BASE,
            s -> root(s, dependency(s).section(PAYLOAD_FETCH, Command.deviceClass())))
        .bad(
            "has a dependency that aborts",
            BASE,
            s ->
                root(
                    s,
                    dependency(s)
                        .section(INSTALL, joined(fetched("#second"), List.of(Command.abort())))))
        .bad(
            "has a dependency for another vendor",
            BASE,
            s ->
                root(
                    s,
                    dependency(s)
                        .shared(
                            Command.override(
                                Parameter.octets(
                                    SuitNumbers.VENDOR_ID, s.device().vendorId().flip(0, 0)),
                                Parameter.octets(SuitNumbers.CLASS_ID, s.device().classId()),
                                digest(B)),
                            Command.vendor(),
                            Command.deviceClass())))
        .good("tests that its dependency is one", s -> testing(s, DEPENDENCY))
        .bad(
            "tests that data is a dependency",
            "tests that its dependency is one",
            s -> testing(s, DATA));
  }

  private static Manifest testing(Situation situation, Command choice) {
    return root(situation)
        .section(
            INSTALL,
            joined(
                processed(),
                List.of(DATA),
                fetched("#data"),
                List.of(choice, Command.isDependency())));
  }
}
