package org.ccican.role;

import org.ccican.wire.Bytes;

/** What a Network User brings beside its application and data, and how it packs them. */
public interface UserPackages {

  /** The User Application (UA) that runs outside the TEE. */
  Bytes userApplication();

  /** The application as a Trusted Component: a signed SUIT envelope without anything personal. */
  Bytes application();
}
