package org.ccican.conformance.sut;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.ccican.role.RoleId;

/**
 * The ways in which roles of a target are reached. A way that stands here can be read from a recipe
 * and driven; one that does not is refused by the recipe's reader. To add one: a class that
 * implements {@link Connection}, a row here, and a fragment in {@code sut.schema.json}.
 */
public final class Ways {

  /** The ids that recipes may use, whether or not there is a row for them yet. */
  static final List<String> IDS =
      List.of("url", "veraison", "command", "adapter", "trigger", "configfs-tsm");

  /** What a recipe may say of any role, however it is reached. */
  private static final Set<String> ALWAYS = Set.of("timeouts", "limits");

  private static final List<Way> SINGLE =
      List.of(
          way(
              "url",
              Way.Kind.URL,
              Set.of(RoleId.TAM),
              Set.of("key", "encryption-key", "headers", "revision", "uris", "clock"),
              Set.of("key"),
              UrlTam::new),
          way(
              "url",
              Way.Kind.URL,
              Set.of(RoleId.VERIFIER),
              Set.of("key", "headers", "clock"),
              Set.of("key"),
              UrlRole::new),
          way(
              "veraison",
              Way.Kind.URL,
              Set.of(RoleId.VERIFIER),
              Set.of("key", "headers", "uris", "clock"),
              Set.of("key"),
              VeraisonVerifier::new),
          way(
              "command",
              Way.Kind.PROGRAM,
              Set.of(RoleId.VERIFIER),
              Set.of(),
              Set.of(),
              ProgramVerifier::command),
          way(
              "adapter",
              Way.Kind.PROGRAM,
              Set.of(RoleId.VERIFIER),
              Set.of("key"),
              Set.of(),
              ProgramVerifier::adapter),
          way(
              "url",
              Way.Kind.URL,
              Set.of(RoleId.ATTESTING_ENVIRONMENT),
              Set.of("headers", "format", "trust"),
              Set.of(),
              ForeignAttester::url),
          way(
              "configfs-tsm",
              Way.Kind.FOLDER,
              Set.of(RoleId.ATTESTING_ENVIRONMENT),
              Set.of("format", "trust"),
              Set.of("format"),
              ForeignAttester::tsm),
          way(
              "url",
              Way.Kind.URL,
              Set.of(RoleId.MIDDLEWARE_REPOSITORY, RoleId.MOC, RoleId.TEEP_BROKER),
              Set.of("headers", "clock"),
              Set.of(),
              UrlRole::new),
          way(
              "url",
              Way.Kind.URL,
              Set.of(RoleId.MIDDLEWARE),
              Set.of("clock"),
              Set.of(),
              UrlMiddleware::new),
          way(
              "url",
              Way.Kind.URL,
              Set.of(RoleId.APPLICATION_OWNER),
              Set.of("application", "data", "user-application", "headers", "clock"),
              Set.of("application", "data"),
              UrlRole::new),
          way(
              "trigger",
              Way.Kind.TRIGGER,
              Set.of(RoleId.APPLICATION_OWNER),
              Set.of("application", "data", "headers", "clock"),
              Set.of("application", "data"),
              TriggeredRole::new),
          way(
              "trigger",
              Way.Kind.TRIGGER,
              Set.of(RoleId.MOC),
              Set.of("headers", "clock"),
              Set.of(),
              TriggeredRole::new),
          way(
              "trigger",
              Way.Kind.TRIGGER,
              Set.of(RoleId.TEEP_BROKER, RoleId.PLATFORM, RoleId.ATTESTING_ENVIRONMENT),
              Set.of("key", "headers", "clock"),
              Set.of(),
              Device::new),
          way(
              "trigger",
              Way.Kind.TRIGGER,
              Set.of(RoleId.TEEP_AGENT, RoleId.MIDDLEWARE),
              Set.of(
                  "key",
                  "encryption-key",
                  "vendor-id",
                  "class-id",
                  "device-id",
                  "hardware-type",
                  "headers",
                  "clock"),
              Set.of(),
              Device::new));

  private static final List<Way> ALL =
      Stream.concat(
              SINGLE.stream(),
              Stream.of(
                      programs(
                          Set.of(RoleId.TAM),
                          Set.of("key", "encryption-key", "revision", "clock"),
                          Set.of("key"),
                          ProgramRole::adapter,
                          ProgramRole::command),
                      programs(
                          Set.of(
                              RoleId.MOC,
                              RoleId.MIDDLEWARE_REPOSITORY,
                              RoleId.TEEP_BROKER,
                              RoleId.PLATFORM),
                          Set.of("clock"),
                          Set.of(),
                          ProgramRole::adapter,
                          ProgramRole::command),
                      programs(
                          Set.of(RoleId.TEEP_AGENT),
                          Set.of(
                              "key",
                              "encryption-key",
                              "vendor-id",
                              "class-id",
                              "device-id",
                              "hardware-type"),
                          Set.of(),
                          ProgramDevice::adapter,
                          ProgramDevice::command),
                      programs(
                          Set.of(RoleId.APPLICATION_OWNER),
                          Set.of("application", "data", "user-application", "clock"),
                          Set.of("application", "data"),
                          ProgramRole::adapter,
                          ProgramRole::command),
                      programs(
                          Set.of(RoleId.MIDDLEWARE),
                          Set.of("clock"),
                          Set.of(),
                          ProgramMiddleware::adapter,
                          ProgramMiddleware::command),
                      programs(
                          Set.of(RoleId.ATTESTING_ENVIRONMENT),
                          Set.of("format", "trust"),
                          Set.of(),
                          ForeignAttester::adapter,
                          ForeignAttester::command))
                  .flatMap(List::stream))
          .toList();

  private Ways() {}

  private static Way way(
      String id,
      Way.Kind kind,
      Set<RoleId> roles,
      Set<String> fields,
      Set<String> required,
      Way.Opener opener) {
    Set<String> all = new HashSet<>(ALWAYS);
    all.addAll(fields);
    return new Way(id, kind, roles, all, required, opener);
  }

  /** The two ways to a program: one that stays for the run, and one that is run for each case. */
  private static List<Way> programs(
      Set<RoleId> roles,
      Set<String> fields,
      Set<String> required,
      Way.Opener adapter,
      Way.Opener command) {
    return List.of(
        way("adapter", Way.Kind.PROGRAM, roles, fields, required, adapter),
        way("command", Way.Kind.PROGRAM, roles, fields, required, command));
  }

  public static List<Way> all() {
    return ALL;
  }

  /** The ways to one role. */
  public static List<Way> to(RoleId role) {
    return ALL.stream().filter(way -> way.roles().contains(role)).toList();
  }

  public static Optional<Way> find(String id, RoleId role) {
    return to(role).stream().filter(way -> way.id().equals(id)).findFirst();
  }
}
