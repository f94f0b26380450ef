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
import static org.ccican.conformance.specimen.Manifests.C;
import static org.ccican.conformance.specimen.Manifests.data;
import static org.ccican.conformance.specimen.Manifests.digest;
import static org.ccican.conformance.specimen.Manifests.fetched;
import static org.ccican.conformance.specimen.Manifests.identity;
import static org.ccican.conformance.specimen.Manifests.joined;
import static org.ccican.conformance.specimen.Manifests.match;
import static org.ccican.conformance.specimen.SuitNumbers.DEPENDENCY_RESOLUTION;
import static org.ccican.conformance.specimen.SuitNumbers.INSTALL;
import static org.ccican.conformance.specimen.SuitNumbers.PAYLOAD_FETCH;
import static org.ccican.conformance.specimen.SuitNumbers.VALIDATE;

import java.util.List;
import java.util.function.UnaryOperator;
import org.ccican.wire.Bytes;
import org.ccican.wire.Cbor;

/** What is done with dependencies, section by section (trust-domains sections 5.3 to 5.6, 7). */
final class DependencySectionManifests {

  private DependencySectionManifests() {}

  static List<Specimen> list() {
    ManifestRows rows = new ManifestRows();
    sections(rows);
    parameters(rows);
    return rows.list();
  }

  private static void sections(ManifestRows rows) {
    rows.good(
            "processes its dependency in a section that this one lacks",
            s ->
                root(s)
                    .section(
                        DEPENDENCY_RESOLUTION,
                        joined(resolved(), List.of(Command.processDependency()))))
        .good("copies in install what its dependency fetched before", s -> copying(s))
        .good(
            "processes two dependencies at index True",
            s ->
                Manifests.bare(s)
                    .components(id("manifest"), Cbor.array(octets("manifest"), octets("2")))
                    .dependency(0)
                    .dependency(1)
                    .shared(
                        joined(
                            List.of(DEPENDENCY),
                            identity(s),
                            List.of(
                                Dependencies.named(dependency(s).digest()),
                                Command.override(Parameter.uri(URI)),
                                Command.choose(1),
                                Dependencies.named(third(s).digest()),
                                Command.override(Parameter.uri("#third")))))
                    .section(
                        DEPENDENCY_RESOLUTION,
                        Command.chooseAll(),
                        Command.fetch(),
                        Command.dependencyIntegrity())
                    .section(INSTALL, joined(all()))
                    .section(VALIDATE, joined(all()))
                    .payload(URI, dependency(s).encode())
                    .payload("#third", third(s).encode()))
        .good(
            "tells dependencies from payloads at index True",
            s ->
                root(s)
                    .shared(
                        joined(
                            List.of(shared(s, dependency(s).digest())),
                            List.of(Command.override(Parameter.uri("#data")))))
                    .section(
                        INSTALL,
                        Command.chooseAll(),
                        Command.tryEach(
                            Command.sequence(
                                Command.isDependency(),
                                Command.dependencyIntegrity(),
                                Command.processDependency()),
                            Command.sequence(Command.fetch(), match()))))
        .good("has its dependency-resolution severed", s -> root(s).sever(DEPENDENCY_RESOLUTION))
        .bad(
            "has another dependency-resolution in its envelope than it says",
            "has its dependency-resolution severed",
            s ->
                root(s)
                    .sever(
                        DEPENDENCY_RESOLUTION,
                        UnaryOperator.identity(),
                        section ->
                            Command.sequence(
                                joined(resolved(), List.of(Command.dependencyIntegrity())))))
        .good(
            "goes from dependency-resolution to install",
            s ->
                data(s)
                    .section(DEPENDENCY_RESOLUTION, joined(Manifests.written(C)))
                    .section(PAYLOAD_FETCH, joined(checked(C), Manifests.written(B)))
                    .section(SuitNumbers.CANDIDATE_VERIFICATION, joined(checked(B)))
                    .section(INSTALL, joined(checked(B), fetched("#data"))))
        .good("verifies its candidate", s -> candidate(s, match()))
        .bad(
            "fails in candidate-verification",
            "verifies its candidate",
            s -> candidate(s, match(), Command.abort()));
  }

  private static Manifest candidate(Situation situation, Command... verification) {
    return data(situation)
        .section(PAYLOAD_FETCH, joined(fetched("#data")))
        .section(SuitNumbers.CANDIDATE_VERIFICATION, verification)
        .section(INSTALL, match());
  }

  private static List<Command> checked(Bytes content) {
    return List.of(Command.override(Parameter.content(content)), Command.checkContent());
  }

  private static List<Command> all() {
    return List.of(Command.chooseAll(), Command.dependencyIntegrity(), Command.processDependency());
  }

  /** Installs content C as tc. */
  private static Manifest third(Situation situation) {
    return Manifests.bare(situation)
        .components("tc")
        .shared(joined(identity(situation), List.of(Command.override(digest(C)))))
        .section(INSTALL, joined(fetched("#tc")))
        .section(VALIDATE, match())
        .payload("#tc", C);
  }

  /** The dependency fetches second in payload-fetch; the root copies it to data. */
  private static Manifest copying(Situation situation) {
    Manifest early =
        Manifests.bare(situation)
            .components("second")
            .shared(joined(identity(situation), List.of(Command.override(digest(B)))))
            .section(PAYLOAD_FETCH, joined(fetched("#second")))
            .payload("#second", B);
    return Manifests.bare(situation)
        .components("manifest", "data", "second")
        .dependency(0)
        .shared(
            joined(
                List.of(DEPENDENCY),
                identity(situation),
                List.of(
                    Dependencies.named(early.digest()),
                    DATA,
                    Command.override(digest(B), Parameter.source(2)))))
        .section(DEPENDENCY_RESOLUTION, joined(resolved()))
        .section(PAYLOAD_FETCH, joined(processed()))
        .section(INSTALL, DATA, Command.copy(), match())
        .section(VALIDATE, DATA, match())
        .payload(URI, early.encode());
  }

  private static void parameters(ManifestRows rows) {
    rows.good(
            "fetches from a URI that its dependency has set",
            s ->
                root(
                        s,
                        Manifests.bare(s)
                            .components("data")
                            .shared(
                                joined(
                                    identity(s),
                                    List.of(Command.override(Parameter.uri("#data"), digest(A)))))
                            .section(INSTALL, Command.deviceClass())
                            .section(VALIDATE, match()))
                    .section(INSTALL, joined(processed(), List.of(DATA, Command.fetch(), match()))))
        .good(
            "sets a URI before its dependency does",
            s -> setting(s, Parameter.uri("#second"), Command.set(Parameter.uri("#nowhere"))))
        .good(
            "sets a URI that its dependency overrides",
            s -> setting(s, Parameter.uri("#nowhere"), Command.override(Parameter.uri("#second"))));
  }

  /** The root sets a parameter of second, then the dependency does in its way. */
  private static Manifest setting(Situation situation, Parameter first, Command then) {
    Manifest dependency = dependency(situation).section(INSTALL, then, Command.fetch(), match());
    return root(situation, dependency)
        .components("manifest", "data", "second")
        .section(
            INSTALL,
            joined(
                List.of(Command.choose(2), Command.set(first)),
                processed(),
                List.of(DATA),
                fetched("#data")));
  }

  private static Cbor id(String name) {
    return Manifest.id(name);
  }

  private static Cbor octets(String segment) {
    return Cbor.octets(Bytes.utf8(segment));
  }
}
