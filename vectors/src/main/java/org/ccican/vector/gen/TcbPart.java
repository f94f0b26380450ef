package org.ccican.vector.gen;

/**
 * A component of a TCB version: one octet in the report, one INTEGER extension in the certificate
 * of the chip's key.
 */
enum TcbPart {
  FMC("fmc", 9),
  BOOT_LOADER("boot-loader", 1),
  TEE("tee", 2),
  SNP("snp", 3),
  MICROCODE("microcode", 8);

  private final String id;
  private final int arc;

  TcbPart(String id, int arc) {
    this.id = id;
    this.arc = arc;
  }

  String id() {
    return id;
  }

  /** The extension's object identifier (AMD 57230). */
  String oid() {
    return VekCertificate.SPL + arc;
  }
}
