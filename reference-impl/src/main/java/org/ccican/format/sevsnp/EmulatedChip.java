package org.ccican.format.sevsnp;

import org.ccican.cose.Crypto;
import org.ccican.wire.Bytes;

/**
 * One emulated processor of a line.
 *
 * @param family combined family of CPUID
 * @param model combined model of CPUID
 * @param tcb the firmware it runs, reports and has committed to
 */
record EmulatedChip(
    SevSnpProduct product, Bytes seed, int family, int model, int stepping, SevSnpTcb tcb) {

  static EmulatedChip of(SevSnpProduct product, Bytes seed) {
    return switch (product) {
      case MILAN ->
          new EmulatedChip(product, seed, 0x19, 0x01, 1, tcb(product, "04000000000018db"));
      case GENOA ->
          new EmulatedChip(product, seed, 0x19, 0x11, 1, tcb(product, "0a00000000001754"));
      case TURIN ->
          new EmulatedChip(product, seed, 0x1a, 0x02, 1, tcb(product, "0101010400000051"));
      case VENICE ->
          new EmulatedChip(product, seed, 0x1a, 0x50, 0, tcb(product, "0101010100000081"));
    };
  }

  /** As many octets as the line has. */
  Bytes id() {
    return Crypto.sha512(Bytes.concat(Bytes.utf8("emulated chip id"), seed))
        .slice(0, product.chipIdSize());
  }

  /** What the chip's key is made from. A real key depends on the firmware's versions as well. */
  Bytes keySeed() {
    return Bytes.concat(Bytes.utf8("emulated chip key"), id(), tcb.octets());
  }

  /** What a key is made from that all machines of the emulated cloud share. */
  Bytes cloudSeed() {
    return Bytes.concat(Bytes.utf8("emulated cloud key " + product), tcb.octets());
  }

  /** CPUID function 1, EAX: stepping, model, family 0xF, extended model, extended family. */
  long processorSignature() {
    return stepping
        | (model & 0xfL) << 4
        | 0xfL << 8
        | (model >> 4 & 0xfL) << 16
        | (family - 0xfL) << 20;
  }

  /** The same firmware with SNP one version older. */
  static SevSnpTcb older(SevSnpTcb tcb) {
    return tcb.with(SevSnpTcb.Part.SNP, tcb.version(SevSnpTcb.Part.SNP).orElseThrow() - 1);
  }

  private static SevSnpTcb tcb(SevSnpProduct product, String octets) {
    return new SevSnpTcb(product.layout(), Bytes.hex(octets));
  }
}
