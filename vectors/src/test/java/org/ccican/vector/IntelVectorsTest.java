package org.ccican.vector;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ccican.vector.TestVector.Part;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every vector of quotes but a base is an accepted one with one change, and the JDK alone confirms
 * that the quote's signature is right except where it is the defect.
 */
class IntelVectorsTest {

  private static final List<String> FORMATS = List.of("sgx", "tdx");
  private static final Set<String> SIGNATURE =
      Set.of("intel.quote.signature", "intel.quote.attestation-key");

  /** Quotes that have no signature where the layout puts it. */
  private static final Set<String> SHAPELESS =
      Set.of("intel.quote.truncated", "intel.quote.version", "intel.quote.body-type");

  static Stream<TestVector> all() {
    return FORMATS.stream().flatMap(format -> Vectors.load(format).all().stream());
  }

  static Stream<TestVector> children() {
    return all().filter(each -> each.parent().isPresent());
  }

  static Stream<TestVector> signed() {
    return all().filter(each -> !SHAPELESS.contains(each.check().orElse("")));
  }

  @Test
  void everyFlagIsUsedAndEveryIdentifierIsOfItsFormat() {
    for (String format : FORMATS) {
      Vectors file = Vectors.load(format);
      Set<String> used =
          file.all().stream().flatMap(each -> each.flags().stream()).collect(Collectors.toSet());
      assertThat(used).isEqualTo(file.flags().keySet());
      assertThat(file.all()).allMatch(each -> each.id().startsWith(format + "."));
      assertThat(file.all()).extracting(TestVector::id).doesNotHaveDuplicates();
    }
  }

  @ParameterizedTest
  @MethodSource("children")
  void onePartDiffersFromAnAcceptedParent(TestVector vector) {
    TestVector parent = parent(vector);
    assertThat(parent.accepted()).isTrue();
    List<Part> parts =
        Stream.of(Part.values())
            .filter(part -> !of(part, parent).equals(of(part, vector)))
            .toList();
    assertThat(parts).containsExactly(vector.change().orElseThrow().part());
  }

  @ParameterizedTest
  @MethodSource("children")
  void quoteDiffersWhereTheChangeSays(TestVector vector) {
    TestVector.Change change = vector.change().orElseThrow();
    byte[] from = parent(vector).input().report().toArray();
    byte[] to = vector.input().report().toArray();
    if (change.part() != Part.REPORT || from.length != to.length) {
      assertThat(change.octets()).isEmpty();
      return;
    }
    Set<Integer> stated =
        change.octets().stream()
            .flatMap(each -> IntStream.range(each.offset(), each.offset() + each.length()).boxed())
            .collect(Collectors.toSet());
    Set<Integer> found =
        IntStream.range(0, to.length)
            .filter(i -> from[i] != to[i])
            .boxed()
            .collect(Collectors.toSet());
    assertThat(found).isNotEmpty().containsAll(stated);
    assertThat(stated.equals(found)).isEqualTo(!change.signedAgain());
  }

  @ParameterizedTest
  @MethodSource("signed")
  void quoteIsSignedRightUnlessThatIsTheDefect(TestVector vector) throws GeneralSecurityException {
    String id = vector.id().substring(vector.id().indexOf('.') + 1);
    boolean defect = SIGNATURE.contains(vector.check().orElse("")) || id.startsWith("signature.r-");
    assertThat(signatureHolds(vector)).isEqualTo(!defect);
  }

  private static boolean signatureHolds(TestVector vector) throws GeneralSecurityException {
    byte[] quote = vector.input().report().toArray();
    ByteBuffer buffer = ByteBuffer.wrap(quote).order(ByteOrder.LITTLE_ENDIAN);
    int version = buffer.getShort(0);
    boolean sgx = vector.id().startsWith("sgx.");
    int body = sgx ? 384 : version == 5 ? 648 : 584;
    int end = 48 + (version == 5 ? 6 : 0) + body;
    byte[] signature = Arrays.copyOfRange(quote, end + 4, end + 68);
    BigInteger x = new BigInteger(1, Arrays.copyOfRange(quote, end + 68, end + 100));
    BigInteger y = new BigInteger(1, Arrays.copyOfRange(quote, end + 100, end + 132));
    AlgorithmParameters parameters = AlgorithmParameters.getInstance("EC");
    parameters.init(new ECGenParameterSpec("secp256r1"));
    ECParameterSpec curve = parameters.getParameterSpec(ECParameterSpec.class);
    if (!isPoint(x, y, curve)) {
      return false;
    }
    Signature verifier = Signature.getInstance("SHA256withECDSAinP1363Format");
    verifier.initVerify(
        KeyFactory.getInstance("EC").generatePublic(new ECPublicKeySpec(new ECPoint(x, y), curve)));
    verifier.update(quote, 0, end);
    try {
      return verifier.verify(signature);
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  private static boolean isPoint(BigInteger x, BigInteger y, ECParameterSpec curve) {
    BigInteger p = ((java.security.spec.ECFieldFp) curve.getCurve().getField()).getP();
    BigInteger right =
        x.pow(3).add(curve.getCurve().getA().multiply(x)).add(curve.getCurve().getB()).mod(p);
    return y.pow(2).mod(p).equals(right);
  }

  private static TestVector parent(TestVector vector) {
    String format = vector.id().substring(0, vector.id().indexOf('.'));
    return Vectors.load(format).find(vector.parent().orElseThrow()).orElseThrow();
  }

  private static Object of(Part part, TestVector vector) {
    TestVector.Input input = vector.input();
    return switch (part) {
      case REPORT -> input.report();
      case ENDORSEMENTS -> input.endorsements();
      case COLLATERAL -> input.collateral();
      case CRLS -> input.crls();
      case ANCHORS -> input.anchors();
      case EVENT_LOG -> input.eventLog();
      case TIME -> vector.time();
      case EXPECTED -> vector.expected();
      case POLICY -> vector.policy();
    };
  }
}
