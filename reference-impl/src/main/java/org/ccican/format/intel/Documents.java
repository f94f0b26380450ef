package org.ccican.format.intel;

/** What Intel says of a platform and of its quoting enclave, signed and of now. */
public record Documents(TcbInfo tcbInfo, QeIdentity qeIdentity) {}
