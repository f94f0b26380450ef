package org.ccican.teep;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * The four profiles of SUIT Reports and EATs that a TAM must have (teep-protocol section 8.2); the
 * algorithms of each are in {@link WireRevision}.
 */
public enum SuitCoseProfileId {
  P256_A128CTR,
  ED25519_A128CTR,
  P256_A128GCM,
  ED25519_CHACHA_POLY;

  /** The name in settings: {@code p256-a128ctr} and so on. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static Optional<SuitCoseProfileId> find(String id) {
    return Arrays.stream(values()).filter(each -> each.id().equals(id)).findFirst();
  }
}
