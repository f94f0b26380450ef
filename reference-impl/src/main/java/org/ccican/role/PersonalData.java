package org.ccican.role;

import java.util.Optional;
import org.ccican.check.Checks;
import org.ccican.cose.AgreementKey;
import org.ccican.message.PackagingMessage.Bundle;
import org.ccican.reject.Reason;
import org.ccican.reject.Rejected;
import org.ccican.wire.Bytes;

/**
 * What an environment can decrypt and nobody else (usecase-for-cc-in-network-10 section 4.5): the
 * device's key, and the package that came encrypted for it.
 */
public final class PersonalData {

  private final AgreementKey key;
  private final Checks checks;
  private Optional<Bytes> brought = Optional.empty();

  public PersonalData(AgreementKey key, Checks checks) {
    this.key = key;
    this.checks = checks;
  }

  /** Its public half is what users encrypt for. */
  AgreementKey key() {
    return key;
  }

  /** Keeps a package as the manifest processor has decrypted it. */
  synchronized void bring(Bytes bundle) {
    brought = Optional.of(bundle);
  }

  /**
   * The data of the package.
   *
   * @throws Rejected if nothing was brought
   */
  synchronized Bytes data() throws Rejected {
    if (brought.isEmpty()) {
      throw new Rejected(
          Reason.WRONG_ORDER, "middleware.personal-data.first", "no personal data were brought");
    }
    return Bundle.parse(brought.get(), checks).data();
  }
}
