package org.ccican.vector.gen;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.bouncycastle.crypto.params.RSAPrivateCrtKeyParameters;
import org.ccican.vector.NamedOctets;
import org.ccican.vector.Octets;

/**
 * One line of processors with a certificate authority of its own and one chip: names, TCB layout,
 * identifications and certificates, all made up but for AMD's names and layouts.
 */
final class SevSnpProduct {

  static final Instant CA_NOT_BEFORE = Instant.parse("2022-01-01T00:00:00Z");
  static final Instant CA_NOT_AFTER = Instant.parse("2047-01-01T00:00:00Z");
  static final Instant VCEK_NOT_AFTER = Instant.parse("2032-06-01T00:00:00Z");
  static final Instant VLEK_NOT_AFTER = Instant.parse("2026-06-01T00:00:00Z");
  static final Instant CRL_FROM = Instant.parse("2025-11-01T00:00:00Z");
  static final Instant CRL_UNTIL = Instant.parse("2026-11-01T00:00:00Z");

  static final long ASK_SERIAL = 0x10001;

  private static final List<TcbPart> BEFORE_TURIN =
      List.of(TcbPart.BOOT_LOADER, TcbPart.TEE, TcbPart.SNP, TcbPart.MICROCODE);

  private final TestKeys keys;
  private final String name;
  private final String productName;
  private final int cpuid;
  private final Map<TcbPart, Integer> reported;

  private SevSnpProduct(
      TestKeys keys, String name, String productName, int cpuid, Map<TcbPart, Integer> reported) {
    this.keys = keys;
    this.name = name;
    this.productName = productName;
    this.cpuid = cpuid;
    this.reported = reported;
  }

  static SevSnpProduct milan(TestKeys keys) {
    return new SevSnpProduct(keys, "Milan", "Milan-B0", 0x190101, tcb(4, 1, 22, 0xd5));
  }

  static SevSnpProduct genoa(TestKeys keys) {
    return new SevSnpProduct(keys, "Genoa", "Genoa-B1", 0x191101, tcb(9, 1, 21, 0x48));
  }

  static SevSnpProduct turin(TestKeys keys) {
    Map<TcbPart, Integer> tcb =
        Map.of(
            TcbPart.FMC, 1,
            TcbPart.BOOT_LOADER, 3,
            TcbPart.TEE, 2,
            TcbPart.SNP, 4,
            TcbPart.MICROCODE, 0x51);
    return new SevSnpProduct(keys, "Turin", "Turin", 0x1a0201, tcb);
  }

  private static Map<TcbPart, Integer> tcb(int boot, int tee, int snp, int microcode) {
    return Map.of(
        TcbPart.BOOT_LOADER, boot,
        TcbPart.TEE, tee,
        TcbPart.SNP, snp,
        TcbPart.MICROCODE, microcode);
  }

  String name() {
    return name;
  }

  String id() {
    return name.toLowerCase(java.util.Locale.ROOT);
  }

  /** Family, model and stepping, an octet each, the family in the highest. */
  int cpuid() {
    return cpuid;
  }

  boolean turin() {
    return reported.containsKey(TcbPart.FMC);
  }

  /** The components, in the order of the certificate's extensions. */
  List<TcbPart> parts() {
    return turin() ? List.of(TcbPart.values()) : BEFORE_TURIN;
  }

  /** Where a component stands in the eight octets of a TCB version. */
  int offset(TcbPart part) {
    return switch (part) {
      case FMC -> 0;
      case BOOT_LOADER -> turin() ? 1 : 0;
      case TEE -> turin() ? 2 : 1;
      case SNP -> turin() ? 3 : 6;
      case MICROCODE -> 7;
    };
  }

  /** The octets of a TCB version that are reserved. */
  List<Integer> reservedTcbOctets() {
    return turin() ? List.of(4, 5, 6) : List.of(2, 3, 4, 5);
  }

  int reported(TcbPart part) {
    return reported.get(part);
  }

  /** 64 octets; on Turin 8 and then zeros. */
  byte[] chipId() {
    byte[] id = TestKeys.digest("SHA-512", text("chip id of " + name));
    return Raw.zero(64).put(0, turin() ? java.util.Arrays.copyOf(id, 8) : id).slice(0, 64);
  }

  BigInteger vcekKey() {
    return keys.p384("ccican test vectors, VCEK of " + name);
  }

  BigInteger vlekKey() {
    return keys.p384("ccican test vectors, VLEK of " + name);
  }

  /** A key that no authority of any product has. */
  RSAPrivateCrtKeyParameters otherKey() {
    return keys.rsa("other");
  }

  RSAPrivateCrtKeyParameters arkKey() {
    return keys.rsa("ark-" + id());
  }

  RSAPrivateCrtKeyParameters askKey() {
    return keys.rsa("ask-" + id());
  }

  RSAPrivateCrtKeyParameters asvkKey() {
    return keys.rsa("asvk-" + id());
  }

  String arkName() {
    return "ARK-" + name;
  }

  String askName() {
    return "SEV-" + name;
  }

  /** Names an object of this product in the file. */
  NamedOctets named(String object, Octets octets) {
    return new NamedOctets(id() + "." + object, octets);
  }

  NamedOctets ark() {
    return named("ark", arkWith(arkKey()).write());
  }

  CertificateWriter arkWith(RSAPrivateCrtKeyParameters key) {
    return new CertificateWriter()
        .serial(0x10000)
        .issuer(arkName(), key)
        .subject(arkName(), CertificateWriter.rsaPublicKey(key))
        .valid(CA_NOT_BEFORE, CA_NOT_AFTER)
        .keyUsage(true, true)
        .subjectKeyIdentifier(key)
        .basicConstraints(true, -1);
  }

  NamedOctets ask() {
    return named("ask", intermediate(askName(), ASK_SERIAL, askKey()).write());
  }

  NamedOctets asvk() {
    return named("asvk", intermediate("SEV-VLEK-" + name, 0x10101, asvkKey()).write());
  }

  /** An intermediate certificate with neither key usage nor basic constraints. */
  static CertificateWriter bareIntermediate(
      String subject,
      long serial,
      RSAPrivateCrtKeyParameters key,
      String issuer,
      RSAPrivateCrtKeyParameters issuerKey) {
    return new CertificateWriter()
        .serial(serial)
        .issuer(issuer, issuerKey)
        .subject(subject, CertificateWriter.rsaPublicKey(key))
        .valid(CA_NOT_BEFORE, CA_NOT_AFTER)
        .subjectKeyIdentifier(key)
        .authorityKeyIdentifier(issuerKey);
  }

  /** An intermediate certificate under the root. */
  CertificateWriter intermediate(String subject, long serial, RSAPrivateCrtKeyParameters key) {
    return fit(bareIntermediate(subject, serial, key, arkName(), arkKey()));
  }

  /** The ASK with its right key under another issuer. */
  CertificateWriter askUnder(String issuer, RSAPrivateCrtKeyParameters issuerKey) {
    return fit(bareIntermediate(askName(), ASK_SERIAL, askKey(), issuer, issuerKey));
  }

  /** May sign certificates of chips, and none of authorities. */
  static CertificateWriter fit(CertificateWriter bare) {
    return bare.basicConstraints(true, 0).keyUsage(true, false);
  }

  /** The right ASK, open for a change of name, validity or signature. */
  CertificateWriter askWriter() {
    return intermediate(askName(), ASK_SERIAL, askKey());
  }

  VekCertificate vcek() {
    VekCertificate vcek =
        new VekCertificate("SEV-VCEK", keys.publicPoint(vcekKey()), VCEK_NOT_AFTER)
            .issuer(askName(), askKey());
    levels(vcek, productName);
    byte[] chip = chipId();
    return vcek.with(VekCertificate.HWID, turin() ? java.util.Arrays.copyOf(chip, 8) : chip);
  }

  VekCertificate vlek() {
    VekCertificate vlek =
        new VekCertificate("SEV-VLEK", keys.publicPoint(vlekKey()), VLEK_NOT_AFTER)
            .issuer("SEV-VLEK-" + name, asvkKey());
    levels(vlek, name);
    return vlek.with(VekCertificate.CSP_ID, Der.ia5("ccican-test-cloud"));
  }

  /** A current revocation list that revokes something else. */
  CrlWriter crl() {
    return new CrlWriter(
        arkName(),
        arkKey(),
        arkKey(),
        CRL_FROM,
        CRL_UNTIL,
        List.of(0x20001L),
        List.of(),
        CaSignature.PSS_SHA384);
  }

  private void levels(VekCertificate certificate, String productText) {
    certificate.with(VekCertificate.STRUCT_VERSION, Der.integer(turin() ? 1 : 0));
    certificate.with(VekCertificate.PRODUCT_NAME, Der.ia5(productText));
    for (TcbPart part : parts()) {
      certificate.with(part, reported(part));
    }
    for (int arc = turin() ? 5 : 4; arc <= 7; arc++) {
      certificate.with(VekCertificate.SPL + arc, Der.integer(0));
    }
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
