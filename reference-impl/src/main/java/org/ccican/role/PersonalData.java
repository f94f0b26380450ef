package org.ccican.role;

import java.util.Optional;
import org.ccican.check.Checks;
import org.ccican.cose.AgreementKey;
import org.ccican.cose.CoseEncrypt;
import org.ccican.cose.CoseKey;
import org.ccican.cose.Crypto;
import org.ccican.message.PackagingMessage.Bundle;
import org.ccican.reject.Reason;
import org.ccican.reject.Rejected;
import org.ccican.wire.Bytes;

/**
 * What an environment can decrypt and nobody else (usecase-for-cc-in-network-10 section 4.5): a key
 * that was made inside, and the package that came for it.
 */
public final class PersonalData {

  private final AgreementKey key;
  private final Crypto crypto;
  private final Checks checks;
  private Optional<Bytes> brought = Optional.empty();

  public PersonalData(AgreementKey key, Crypto crypto, Checks checks) {
    this.key = key;
    this.crypto = crypto;
    this.checks = checks;
  }

  /** The key that users encrypt for. */
  CoseKey publicKey() {
    return key.publicKey();
  }

  /** Keeps a package as it came: a COSE_Encrypt. */
  synchronized void bring(Bytes sealed) {
    brought = Optional.of(sealed);
  }

  /**
   * The data of the package; what decrypts it runs inside.
   *
   * @throws Rejected if nothing was brought, or it is for another environment
   */
  synchronized Bytes open() throws Rejected {
    if (brought.isEmpty()) {
      throw new Rejected(
          Reason.WRONG_ORDER, "middleware.personal-data.first", "no personal data were brought");
    }
    CoseEncrypt sealed = CoseEncrypt.parse(brought.get(), checks);
    return Bundle.parse(sealed.decrypt(key, CoseEncrypt.PAYLOAD, crypto, checks), checks).data();
  }
}
