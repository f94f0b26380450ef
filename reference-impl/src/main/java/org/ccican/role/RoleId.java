package org.ccican.role;

import java.util.Arrays;
import java.util.Optional;

/** The roles of the draft, in the spelling that tags, logs, recipes and reports share. */
public enum RoleId {
  APPLICATION_OWNER("application-owner"),
  MOC("moc"),
  TAM("tam"),
  MIDDLEWARE_REPOSITORY("middleware-repository"),
  TEEP_BROKER("teep-broker"),
  /**
   * The confidential computing platform: what the Broker triggers, and trusts as little as we do.
   */
  PLATFORM("platform"),
  TEEP_AGENT("teep-agent"),
  MIDDLEWARE("middleware"),
  ATTESTING_ENVIRONMENT("attesting-environment"),
  VERIFIER("verifier");

  private final String id;

  RoleId(String id) {
    this.id = id;
  }

  public String id() {
    return id;
  }

  public static Optional<RoleId> find(String id) {
    return Arrays.stream(values()).filter(role -> role.id.equals(id)).findFirst();
  }
}
