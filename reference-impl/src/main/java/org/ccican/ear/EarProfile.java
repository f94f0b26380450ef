package org.ccican.ear;

import java.util.Optional;

/** The two dialects of EAR that are met. */
public enum EarProfile {
  CURRENT("tag:ietf.org,2026:rats/ear#03"),
  /** What Verifiers wrote before: other names in JSON, and one policy in place of a list. */
  DEPLOYED("tag:github.com,2023:veraison/ear");

  private final String uri;

  EarProfile(String uri) {
    this.uri = uri;
  }

  public String uri() {
    return uri;
  }

  static Optional<EarProfile> find(String uri) {
    for (EarProfile each : values()) {
      if (each.uri.equals(uri)) {
        return Optional.of(each);
      }
    }
    return Optional.empty();
  }
}
