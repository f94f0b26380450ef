package org.ccican.vector.gen;

import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.ccican.vector.NamedOctets;
import org.ccican.vector.Octets;
import org.ccican.vector.TestVector;

/**
 * One appraisal of a report with everything that decides it.
 *
 * @param signer the private number that the report is signed with
 * @param policy a name in the file's table of policies
 */
record SevSnpCase(
    TestKeys keys,
    SevSnpProduct product,
    BigInteger signer,
    TestVector.Input input,
    Instant time,
    TestVector.Expected expected,
    String policy)
    implements VectorCase {

  @Override
  public int signedOctets() {
    return SevSnpLayout.SIGNED;
  }

  /** The report with a change, signed afresh by the signer. */
  SevSnpCase resigned(Consumer<Raw> change) {
    return edited(
        raw -> {
          change.accept(raw);
          sign(keys, signer, raw);
        });
  }

  /** The report with a change and the signature it had. */
  SevSnpCase edited(Consumer<Raw> change) {
    Raw raw = Raw.of(input.report());
    change.accept(raw);
    return report(raw.octets());
  }

  /** The report with another signature. */
  SevSnpCase signature(P384Signature other) {
    return edited(raw -> raw.put(SevSnpLayout.R, other.littleEndian()));
  }

  /** The numbers of the signature as they stand, taken for right. */
  P384Signature signature() {
    Raw raw = Raw.of(input.report());
    return new P384Signature(number(raw, SevSnpLayout.R), number(raw, SevSnpLayout.S));
  }

  /** What the signature covers. */
  byte[] signed() {
    return Raw.of(input.report()).slice(0, SevSnpLayout.SIGNED);
  }

  SevSnpCase report(Octets report) {
    return with(new TestVector.Input(report, input.endorsements(), input.crls(), input.anchors()));
  }

  /** Another certificate in the place of the one named. */
  SevSnpCase replacing(String object, String suffix, Octets der) {
    NamedOctets other = product.named(object + "." + suffix, der);
    String old = product.id() + "." + object;
    return endorsed(
        input.endorsements().stream()
            .map(each -> each.name().equals(old) ? other : each)
            .toArray(NamedOctets[]::new));
  }

  SevSnpCase endorsed(NamedOctets... certificates) {
    return with(
        new TestVector.Input(input.report(), List.of(certificates), input.crls(), input.anchors()));
  }

  SevSnpCase revocation(NamedOctets... lists) {
    return with(
        new TestVector.Input(
            input.report(), input.endorsements(), List.of(lists), input.anchors()));
  }

  SevSnpCase anchored(NamedOctets... roots) {
    return with(
        new TestVector.Input(input.report(), input.endorsements(), input.crls(), List.of(roots)));
  }

  SevSnpCase at(Instant other) {
    return new SevSnpCase(keys, product, signer, input, other, expected, policy);
  }

  SevSnpCase expecting(TestVector.Expected other) {
    return new SevSnpCase(keys, product, signer, input, time, other, policy);
  }

  SevSnpCase under(String otherPolicy) {
    return new SevSnpCase(keys, product, signer, input, time, expected, otherPolicy);
  }

  static void sign(TestKeys keys, BigInteger signer, Raw report) {
    byte[] hash = TestKeys.sha384(report.slice(0, SevSnpLayout.SIGNED));
    report.put(SevSnpLayout.R, P384Signature.sign(keys, signer, hash).littleEndian());
  }

  private SevSnpCase with(TestVector.Input other) {
    return new SevSnpCase(keys, product, signer, other, time, expected, policy);
  }

  private static BigInteger number(Raw raw, int offset) {
    BigInteger number = BigInteger.ZERO;
    for (int i = 71; i >= 0; i--) {
      number = number.shiftLeft(8).or(BigInteger.valueOf(raw.at(offset + i)));
    }
    return number;
  }
}
