package org.ccican.vector.gen;

import static org.ccican.vector.gen.SevSnpLayout.*;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.bouncycastle.math.ec.ECPoint;
import org.ccican.vector.NamedOctets;
import org.ccican.vector.Octets;
import org.ccican.vector.TestVector;

/**
 * The appraisals that are right in every respect. Each TCB component of a report leaves room above
 * and below, so that a change of one breaks one rule only: reported, then launch one above, then
 * current and committed two above.
 */
final class SevSnpBases {

  static final Instant TIME = Instant.parse("2025-12-01T12:00:00Z");

  private static final long POLICY_BITS = 1L << 17 | 1L << 16;
  private static final int ABI_MINOR = 31;

  private final TestKeys keys = new TestKeys();
  private final SevSnpProduct milan = SevSnpProduct.milan(keys);
  private final SevSnpProduct genoa = SevSnpProduct.genoa(keys);
  private final SevSnpProduct turin = SevSnpProduct.turin(keys);

  TestKeys keys() {
    return keys;
  }

  SevSnpProduct milan() {
    return milan;
  }

  SevSnpProduct turin() {
    return turin;
  }

  SevSnpProduct genoa() {
    return genoa;
  }

  SevSnpCase v2Milan() {
    return vcek(milan, 2);
  }

  SevSnpCase v3Milan() {
    return vcek(milan, 3);
  }

  SevSnpCase v3Genoa() {
    return vcek(genoa, 3);
  }

  SevSnpCase v5Turin() {
    return vcek(turin, 5);
  }

  /** Signed with a key of the cloud provider's in the place of the chip's. */
  SevSnpCase v3GenoaVlek() {
    SevSnpCase chip = v3Genoa();
    SevSnpCase cloud =
        new SevSnpCase(
            keys, genoa, genoa.vlekKey(), chip.input(), TIME, chip.expected(), chip.policy());
    return cloud
        .endorsed(genoa.named("vlek", genoa.vlek().write()), genoa.asvk())
        .resigned(raw -> raw.u8(KEY_INFO, 1 | 1 << 2).fill(CHIP_ID, 64, 0));
  }

  /**
   * With numbers r and s so small that r+n and s+n still fit 48 octets. The key is computed from
   * the signature, and nobody can sign with it.
   */
  SevSnpCase v3GenoaSmallNumbers() {
    SevSnpCase base = v3Genoa();
    BigInteger r = P384Signature.abscissaFrom(keys, BigInteger.valueOf(1000));
    P384Signature small = new P384Signature(r, BigInteger.valueOf(7));
    ECPoint key = small.publicKey(keys, TestKeys.sha384(base.signed()));
    return base.signature(small).replacing("vcek", "small-numbers", genoa.vcek().key(key).write());
  }

  SevSnpCase v3GenoaCrl() {
    return v3Genoa().revocation(genoa.named("crl", genoa.crl().write()));
  }

  /** Asked for by a paravisor's guest, and expected to be. */
  SevSnpCase v3GenoaVmpl1() {
    return v3Genoa().resigned(raw -> raw.u32(VMPL, 1)).under("vmpl-1");
  }

  SevSnpCase v3GenoaDebug() {
    return v3Genoa().resigned(raw -> raw.flip(POLICY + 2, 3)).under("debug-allowed");
  }

  SevSnpCase v3GenoaMigration() {
    return v3Genoa()
        .resigned(
            raw -> raw.flip(POLICY + 2, 2).put(REPORT_ID_MA, pattern("report id of the agent", 32)))
        .under("migration-allowed");
  }

  /** 64 octets, as a hash over a nonce and keys would be. */
  static byte[] reportData() {
    return TestKeys.digest("SHA-512", text("report data"));
  }

  private SevSnpCase vcek(SevSnpProduct product, int version) {
    NamedOctets vcek = product.named("vcek", product.vcek().write());
    List<Octets> measurements =
        List.of(
            Octets.of(pattern("measurement", 48)),
            Octets.of(pattern("measurement of another release", 48)));
    TestVector.Input input =
        new TestVector.Input(
            report(product, version),
            List.of(vcek, product.ask()),
            List.of(),
            List.of(product.ark()));
    return new SevSnpCase(
        keys,
        product,
        product.vcekKey(),
        input,
        TIME,
        new TestVector.Expected(Octets.of(reportData()), measurements),
        "standard");
  }

  private Octets report(SevSnpProduct product, int version) {
    Raw raw =
        Raw.zero(SIZE)
            .u32(VERSION, version)
            .u32(GUEST_SVN, 7)
            .u64(POLICY, POLICY_BITS | ABI_MINOR)
            .put(FAMILY_ID, pattern("family id", 16))
            .put(IMAGE_ID, pattern("image id", 16))
            .u32(VMPL, 0)
            .u32(SIGNATURE_ALGO, 1)
            .u64(PLATFORM_INFO, version == 2 ? 0x05 : 0x25)
            .u32(KEY_INFO, 1)
            .put(REPORT_DATA, reportData())
            .put(MEASUREMENT, pattern("measurement", 48))
            .put(HOST_DATA, pattern("host data", 32))
            .put(ID_KEY_DIGEST, pattern("ID key", 48))
            .put(AUTHOR_KEY_DIGEST, pattern("author key", 48))
            .put(REPORT_ID, pattern("report id", 32))
            .fill(REPORT_ID_MA, 32, 0xff)
            .put(CHIP_ID, product.chipId())
            .put(CURRENT_VERSION, new byte[] {29, 55, 1, 0})
            .put(COMMITTED_VERSION, new byte[] {29, 55, 1, 0});
    for (TcbPart part : product.parts()) {
      int octet = product.offset(part);
      raw.u8(REPORTED_TCB + octet, product.reported(part))
          .u8(LAUNCH_TCB + octet, product.reported(part) + 1)
          .u8(CURRENT_TCB + octet, product.reported(part) + 2)
          .u8(COMMITTED_TCB + octet, product.reported(part) + 2);
    }
    if (version >= 3) {
      raw.u8(CPUID, product.cpuid() >> 16)
          .u8(CPUID + 1, product.cpuid() >> 8)
          .u8(CPUID + 2, product.cpuid());
    }
    if (version >= 5) {
      raw.u64(LAUNCH_MITIGATIONS, 0x3f).u64(CURRENT_MITIGATIONS, 0x3f);
    }
    if (version == 2) {
      raw.u32(KEY_INFO, 0).fill(AUTHOR_KEY_DIGEST, 48, 0);
    }
    SevSnpCase.sign(keys, product.vcekKey(), raw);
    return raw.octets();
  }

  private static byte[] pattern(String name, int size) {
    return Arrays.copyOf(TestKeys.digest("SHA-512", text(name)), size);
  }

  private static byte[] text(String text) {
    return ("ccican test vectors, " + text).getBytes(StandardCharsets.UTF_8);
  }
}
