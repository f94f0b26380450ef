package org.ccican.role;

import org.ccican.reject.Rejected;
import org.ccican.wire.Bytes;

/** What a Network User brings beside its application and data, and how it packs them. */
public interface UserPackages {

  /** The User Application (UA) that runs outside the TEE. */
  Bytes userApplication();

  /** The application as a Trusted Component: a signed SUIT envelope without anything personal. */
  Bytes application();

  /**
   * A package for one environment alone: a signed SUIT envelope that depends on the application and
   * whose payload is encrypted.
   *
   * @param bundle User Application and data
   * @param environment the key-agreement key of the environment, an encoded COSE_Key
   * @throws Rejected if the key is none
   */
  Bytes sealed(Bytes bundle, Bytes environment) throws Rejected;

  /** The same package that anybody can read: what a broken user sends. */
  Bytes open(Bytes bundle);
}
