package org.ccican.conformance.sut;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
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

  private static final Set<String> TAM_PROGRAM =
      Set.of("key", "encryption-key", "revision", "clock", "timeouts", "limits");

  private static final Set<String> OWNER_PROGRAM =
      Set.of("application", "data", "user-application", "clock", "timeouts", "limits");

  /** Roles that a program stands for one by one. */
  private static final Set<RoleId> PROGRAMS =
      Set.of(RoleId.MOC, RoleId.MIDDLEWARE_REPOSITORY, RoleId.TEEP_BROKER, RoleId.PLATFORM);

  /** What belongs to every way to a device. */
  private static final Set<String> DEVICE =
      Set.of(
          "key",
          "encryption-key",
          "vendor-id",
          "class-id",
          "device-id",
          "hardware-type",
          "timeouts",
          "limits");

  private static final List<Way> ALL =
      List.of(
          new Way(
              "url",
              Way.Kind.URL,
              Set.of(RoleId.TAM),
              Set.of(
                  "key",
                  "encryption-key",
                  "headers",
                  "revision",
                  "uris",
                  "clock",
                  "timeouts",
                  "limits"),
              Set.of("key"),
              UrlTam::new),
          new Way(
              "url",
              Way.Kind.URL,
              Set.of(RoleId.VERIFIER),
              Set.of("key", "headers", "clock", "timeouts", "limits"),
              Set.of("key"),
              UrlRole::new),
          new Way(
              "veraison",
              Way.Kind.URL,
              Set.of(RoleId.VERIFIER),
              Set.of("key", "headers", "uris", "clock", "timeouts", "limits"),
              Set.of("key"),
              VeraisonVerifier::new),
          new Way(
              "command",
              Way.Kind.PROGRAM,
              Set.of(RoleId.VERIFIER),
              Set.of("timeouts", "limits"),
              Set.of(),
              ProgramVerifier::command),
          new Way(
              "adapter",
              Way.Kind.PROGRAM,
              Set.of(RoleId.VERIFIER),
              Set.of("key", "timeouts", "limits"),
              Set.of(),
              ProgramVerifier::adapter),
          new Way(
              "url",
              Way.Kind.URL,
              Set.of(RoleId.ATTESTING_ENVIRONMENT),
              Set.of("headers", "format", "trust", "timeouts", "limits"),
              Set.of(),
              ForeignAttester::url),
          new Way(
              "command",
              Way.Kind.PROGRAM,
              Set.of(RoleId.ATTESTING_ENVIRONMENT),
              Set.of("format", "trust", "timeouts", "limits"),
              Set.of(),
              ForeignAttester::command),
          new Way(
              "adapter",
              Way.Kind.PROGRAM,
              Set.of(RoleId.ATTESTING_ENVIRONMENT),
              Set.of("format", "trust", "timeouts", "limits"),
              Set.of(),
              ForeignAttester::adapter),
          new Way(
              "configfs-tsm",
              Way.Kind.FOLDER,
              Set.of(RoleId.ATTESTING_ENVIRONMENT),
              Set.of("format", "trust", "timeouts", "limits"),
              Set.of("format"),
              ForeignAttester::tsm),
          new Way(
              "url",
              Way.Kind.URL,
              Set.of(RoleId.MIDDLEWARE_REPOSITORY, RoleId.MOC, RoleId.TEEP_BROKER),
              Set.of("headers", "clock", "timeouts", "limits"),
              Set.of(),
              UrlRole::new),
          new Way(
              "url",
              Way.Kind.URL,
              Set.of(RoleId.MIDDLEWARE),
              Set.of("clock", "timeouts", "limits"),
              Set.of(),
              UrlMiddleware::new),
          new Way(
              "url",
              Way.Kind.URL,
              Set.of(RoleId.APPLICATION_OWNER),
              Set.of(
                  "application",
                  "data",
                  "user-application",
                  "headers",
                  "clock",
                  "timeouts",
                  "limits"),
              Set.of("application", "data"),
              UrlRole::new),
          new Way(
              "trigger",
              Way.Kind.TRIGGER,
              Set.of(RoleId.APPLICATION_OWNER),
              Set.of("application", "data", "headers", "clock", "timeouts", "limits"),
              Set.of("application", "data"),
              TriggeredRole::new),
          new Way(
              "trigger",
              Way.Kind.TRIGGER,
              Set.of(RoleId.TEEP_AGENT, RoleId.MIDDLEWARE),
              Stream.of(DEVICE, Set.of("headers", "clock"))
                  .flatMap(Set::stream)
                  .collect(Collectors.toSet()),
              Set.of(),
              Device::new),
          new Way(
              "trigger",
              Way.Kind.TRIGGER,
              Set.of(RoleId.TEEP_BROKER, RoleId.PLATFORM, RoleId.ATTESTING_ENVIRONMENT),
              Set.of("key", "headers", "clock", "timeouts", "limits"),
              Set.of(),
              Device::new),
          new Way(
              "trigger",
              Way.Kind.TRIGGER,
              Set.of(RoleId.MOC),
              Set.of("headers", "clock", "timeouts", "limits"),
              Set.of(),
              TriggeredRole::new),
          new Way(
              "adapter",
              Way.Kind.PROGRAM,
              Set.of(RoleId.TAM),
              TAM_PROGRAM,
              Set.of("key"),
              ProgramRole::adapter),
          new Way(
              "command",
              Way.Kind.PROGRAM,
              Set.of(RoleId.TAM),
              TAM_PROGRAM,
              Set.of("key"),
              ProgramRole::command),
          new Way(
              "adapter",
              Way.Kind.PROGRAM,
              PROGRAMS,
              Set.of("clock", "timeouts", "limits"),
              Set.of(),
              ProgramRole::adapter),
          new Way(
              "command",
              Way.Kind.PROGRAM,
              PROGRAMS,
              Set.of("clock", "timeouts", "limits"),
              Set.of(),
              ProgramRole::command),
          new Way(
              "adapter",
              Way.Kind.PROGRAM,
              Set.of(RoleId.TEEP_AGENT),
              DEVICE,
              Set.of(),
              ProgramDevice::adapter),
          new Way(
              "command",
              Way.Kind.PROGRAM,
              Set.of(RoleId.TEEP_AGENT),
              DEVICE,
              Set.of(),
              ProgramDevice::command),
          new Way(
              "adapter",
              Way.Kind.PROGRAM,
              Set.of(RoleId.APPLICATION_OWNER),
              OWNER_PROGRAM,
              Set.of("application", "data"),
              ProgramRole::adapter),
          new Way(
              "command",
              Way.Kind.PROGRAM,
              Set.of(RoleId.APPLICATION_OWNER),
              OWNER_PROGRAM,
              Set.of("application", "data"),
              ProgramRole::command),
          new Way(
              "adapter",
              Way.Kind.PROGRAM,
              Set.of(RoleId.MIDDLEWARE),
              Set.of("clock", "timeouts", "limits"),
              Set.of(),
              ProgramMiddleware::adapter),
          new Way(
              "command",
              Way.Kind.PROGRAM,
              Set.of(RoleId.MIDDLEWARE),
              Set.of("clock", "timeouts", "limits"),
              Set.of(),
              ProgramMiddleware::command));

  private Ways() {}

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
