package org.ccican.vector.gen;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.ccican.vector.NamedOctets;
import org.ccican.vector.Octets;
import org.ccican.vector.TestVector;
import org.ccican.vector.gen.DeviceKeys.Curve;

/**
 * A PSA token on its way to being written, with everything that its verdict depends on: right at
 * first, then changed in one place by a recipe.
 */
final class PsaPlan implements Plan {

  static final long NONCE = 10;
  static final long INSTANCE = 256;
  static final long PROFILE = 265;
  static final long SEED = 268;
  static final long CLIENT = 2394;
  static final long LIFECYCLE = 2395;
  static final long IMPLEMENTATION = 2396;
  static final long CERTIFICATION = 2398;
  static final long COMPONENTS = 2399;
  static final long SERVICE = 2400;

  /** What the first profile has instead. */
  static final Map<Long, Long> LEGACY =
      Map.of(
          NONCE, -75_008L,
          INSTANCE, -75_009L,
          PROFILE, -75_000L,
          SEED, -75_004L,
          CLIENT, -75_001L,
          LIFECYCLE, -75_002L,
          IMPLEMENTATION, -75_003L,
          CERTIFICATION, -75_005L,
          COMPONENTS, -75_006L,
          SERVICE, -75_010L);

  static final String OWNER = "one";
  static final byte[] EXPECTED_NONCE = pattern("nonce", 64);

  /** Signature or, for a shared secret, tag. */
  boolean shared;

  Curve curve = Curve.P256;
  String signer = OWNER;
  long tag = 18;
  String context = "Signature1";

  /** Claims by key, encoded. */
  final Map<Long, byte[]> claims = new LinkedHashMap<>();

  final List<Map<Long, byte[]>> components = new ArrayList<>();

  final Map<Long, byte[]> header = new LinkedHashMap<>();
  final Map<Long, byte[]> unprotected = new LinkedHashMap<>();

  /** What is done to encoded claims, protected header, signature, message parts and message. */
  UnaryOperator<byte[]> payload = UnaryOperator.identity();

  UnaryOperator<byte[]> protectedHeader = UnaryOperator.identity();
  UnaryOperator<byte[]> signature = UnaryOperator.identity();
  UnaryOperator<List<byte[]>> parts = UnaryOperator.identity();
  UnaryOperator<byte[]> message = UnaryOperator.identity();

  final PsaChain chain = new PsaChain();
  boolean certified;
  boolean inside;

  /** Names in the file: the anchors, or the suffix of what is special about them. */
  List<NamedOctets> anchors = List.of();

  Instant time = Instant.parse("2026-01-01T00:00:00Z");
  byte[] expectedNonce = EXPECTED_NONCE;
  String policy = "standard";

  /** Whether reference values are of single components. */
  boolean singly;

  PsaPlan() {
    claims.put(PROFILE, PlainCbor.text("tag:psacertified.org,2023:psa#tfm"));
    claims.put(NONCE, PlainCbor.octets(EXPECTED_NONCE));
    claims.put(CLIENT, PlainCbor.integer(0x7fffffff));
    claims.put(INSTANCE, PlainCbor.octets(instance(Curve.P256)));
    claims.put(IMPLEMENTATION, PlainCbor.octets(pattern("implementation", 32)));
    claims.put(LIFECYCLE, PlainCbor.integer(0x3000));
    claims.put(SEED, PlainCbor.octets(pattern("boot", 32)));
    claims.put(CERTIFICATION, PlainCbor.text("1234567890123-12345"));
    claims.put(SERVICE, PlainCbor.text("https://verifier.example/"));
    components.add(component("BL", "boot loader"));
    components.add(component("PRoT", "partition manager"));
    components.add(component("ARoT", "application"));
    header.put(1L, PlainCbor.integer(Curve.P256.algorithm));
    anchors = List.of(named(Curve.P256));
  }

  /** The instance that the owner's key makes: 1, then SHA-256 of the point. */
  static byte[] instance(Curve curve) {
    return Der.concat(new byte[] {1}, TestKeys.digest("SHA-256", DeviceKeys.point(curve, OWNER)));
  }

  /** 1, then SHA-256 twice over the secret. */
  static byte[] sharedInstance() {
    byte[] once = TestKeys.digest("SHA-256", DeviceKeys.secret(OWNER));
    return Der.concat(new byte[] {1}, TestKeys.digest("SHA-256", once));
  }

  /** The owner's key, pinned for its instance. */
  static NamedOctets named(Curve curve) {
    return new NamedOctets(
        "key." + curve.name().toLowerCase(java.util.Locale.ROOT),
        Octets.of(DeviceKeys.coseKey(curve, OWNER, instance(curve))));
  }

  static NamedOctets secret() {
    return new NamedOctets("key.shared", Octets.of(DeviceKeys.sharedKey(OWNER, sharedInstance())));
  }

  /** Another key pair with its algorithm. */
  void keyed(Curve other) {
    curve = other;
    header.put(1L, PlainCbor.integer(other.algorithm));
    claims.put(INSTANCE, PlainCbor.octets(instance(other)));
    anchors = List.of(named(other));
  }

  /** A shared secret and HMAC with the hash that goes with the curve. */
  void shared(Curve strength) {
    curve = strength;
    shared = true;
    tag = 17;
    context = "MAC0";
    header.put(1L, PlainCbor.integer(5 + strength.ordinal()));
    claims.put(INSTANCE, PlainCbor.octets(sharedInstance()));
    anchors = List.of(secret());
  }

  /** The claims under the keys of the first profile. */
  void legacy() {
    Map<Long, byte[]> old = new LinkedHashMap<>(claims);
    claims.clear();
    old.forEach((key, value) -> claims.put(LEGACY.get(key), value));
    claims.put(LEGACY.get(PROFILE), PlainCbor.text("PSA_IOT_PROFILE_1"));
  }

  /** The key is certified instead of pinned. */
  void certified(boolean inToken) {
    certified = true;
    inside = inToken;
  }

  @Override
  public TestVector.Input input() {
    List<NamedOctets> certificates = certified && !inside ? chain.certificates() : List.of();
    List<NamedOctets> lists = certified ? chain.lists() : List.of();
    List<NamedOctets> trusted = certified ? chain.roots() : anchors;
    return new TestVector.Input(Octets.of(write()), certificates, lists, trusted);
  }

  /**
   * Reference values: SHA-256 over the components in their order, deterministically encoded, or
   * those of each.
   */
  List<Octets> references() {
    if (singly) {
      return List.of(
          Octets.of(pattern("boot loader", 32)),
          Octets.of(pattern("partition manager", 32)),
          Octets.of(pattern("application", 32)));
    }
    List<byte[]> all = new ArrayList<>();
    new PsaPlan().components.forEach(each -> all.add(PlainCbor.map(each)));
    return List.of(Octets.of(TestKeys.digest("SHA-256", PlainCbor.array(all))));
  }

  @Override
  public Instant time() {
    return time;
  }

  @Override
  public String policy() {
    return policy;
  }

  @Override
  public TestVector.Expected expected() {
    return new TestVector.Expected(Octets.of(expectedNonce), references());
  }

  /** All but the signature at the end. */
  @Override
  public int signedOctets(int size) {
    return size - signatureSize();
  }

  int signatureSize() {
    return shared ? curve.digest().getDigestSize() : 2 * curve.size;
  }

  private byte[] write() {
    if (inside) {
      List<byte[]> ders = new ArrayList<>();
      chain.certificates().forEach(each -> ders.add(PlainCbor.octets(each.octets().toArray())));
      unprotected.putIfAbsent(33L, PlainCbor.array(ders));
    }
    Map<Long, byte[]> all = new LinkedHashMap<>(claims);
    long key = all.containsKey(LEGACY.get(NONCE)) ? LEGACY.get(COMPONENTS) : COMPONENTS;
    if (!components.isEmpty()) {
      List<byte[]> list = new ArrayList<>();
      components.forEach(each -> list.add(PlainCbor.map(each)));
      all.putIfAbsent(key, PlainCbor.array(list));
    }
    byte[] content = payload.apply(PlainCbor.map(all));
    byte[] head = protectedHeader.apply(header.isEmpty() ? new byte[0] : PlainCbor.map(header));
    byte[] over =
        PlainCbor.array(
            PlainCbor.text(context),
            PlainCbor.octets(head),
            PlainCbor.octets(new byte[0]),
            PlainCbor.octets(content));
    byte[] made =
        shared ? DeviceKeys.mac(curve, signer, over) : DeviceKeys.sign(curve, signer, over);
    List<byte[]> four =
        parts.apply(
            List.of(
                PlainCbor.octets(head),
                PlainCbor.map(unprotected),
                PlainCbor.octets(content),
                PlainCbor.octets(signature.apply(made))));
    return message.apply(PlainCbor.tag(tag, PlainCbor.array(four)));
  }

  private static Map<Long, byte[]> component(String type, String name) {
    Map<Long, byte[]> component = new LinkedHashMap<>();
    component.put(1L, PlainCbor.text(type));
    component.put(2L, PlainCbor.octets(pattern(name, 32)));
    component.put(4L, PlainCbor.text("1.0.0"));
    component.put(5L, PlainCbor.octets(pattern("signer", 32)));
    component.put(6L, PlainCbor.text("sha-256"));
    return component;
  }

  /** SHA-512 of a name, as much of it as is wanted. */
  static byte[] pattern(String name, int size) {
    byte[] all = TestKeys.digest("SHA-512", name.getBytes(StandardCharsets.UTF_8));
    return java.util.Arrays.copyOf(all, size);
  }
}
