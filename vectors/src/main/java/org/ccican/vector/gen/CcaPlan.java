package org.ccican.vector.gen;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.ccican.vector.NamedOctets;
import org.ccican.vector.Octets;
import org.ccican.vector.TestVector;
import org.ccican.vector.gen.DeviceKeys.Curve;

/**
 * A CCA token on its way to being written, with everything that its verdict depends on: right at
 * first, then changed in one place by a recipe.
 */
final class CcaPlan implements Plan {

  /** The platform's nonce and the realm's challenge. */
  static final long NONCE = 10;

  static final long INSTANCE = 256;

  /** Of the platform or of the realm. */
  static final long PROFILE = 265;

  static final long LIFECYCLE = 2395;
  static final long IMPLEMENTATION = 2396;
  static final long COMPONENTS = 2399;
  static final long SERVICE = 2400;
  static final long CONFIGURATION = 2401;
  static final long PLATFORM_HASH = 2402;
  static final long PERSONALIZATION = 44_235;
  static final long REALM_HASH = 44_236;
  static final long KEY = 44_237;
  static final long INITIAL = 44_238;
  static final long EXTENSIBLE = 44_239;
  static final long KEY_HASH = 44_240;
  static final long ENCRYPTION = 44_241;

  static final long TAG = 399;
  static final long PLATFORM_PART = 44_234;
  static final long REALM_PART = 44_241;

  static final String PLATFORM_OWNER = PsaPlan.OWNER;
  static final String REALM_OWNER = "realm";
  static final byte[] CHALLENGE = PsaPlan.pattern("challenge", 64);
  static final byte[] CONFIGURED = {(byte) 0xcf, (byte) 0xcf, (byte) 0xcf, (byte) 0xcf};

  /** Stands for a claim's value that depends on the rest; recognized by identity. */
  private static final byte[] LATER = {};

  /** Octets that software extended into a register, 0 to 3. */
  record Event(int register, byte[] data) {}

  final CcaPart platform = new CcaPart(Curve.P384, PLATFORM_OWNER);
  final CcaPart realm = new CcaPart(Curve.P384, REALM_OWNER);
  final List<Map<Long, byte[]>> components = new ArrayList<>();

  /** The realm's key as a COSE_Key, its octets, and those that the platform vouches for. */
  Map<Long, byte[]> key = realmKey(Curve.P384, REALM_OWNER);

  UnaryOperator<byte[]> spelling = UnaryOperator.identity();
  UnaryOperator<byte[]> vouched = UnaryOperator.identity();

  /** Algorithms of the hash of that key and of the realm's measurements. */
  String keyDigest = "SHA-256";

  String digest = "SHA-256";

  UnaryOperator<List<byte[]>> registers = UnaryOperator.identity();

  /** What the log says; the registers are always those of the right events. */
  List<Event> logged = events();

  UnaryOperator<byte[]> log = UnaryOperator.identity();
  String logName = "log.two-events";
  boolean withLog = true;

  /** What is done to the map's entries and to the whole token. */
  UnaryOperator<Map<Long, byte[]>> collection = UnaryOperator.identity();

  UnaryOperator<byte[]> token = UnaryOperator.identity();

  final PsaChain chain = new PsaChain();
  boolean certified;
  List<NamedOctets> anchors = List.of(named(Curve.P384));
  Instant time = Instant.parse("2026-01-01T00:00:00Z");
  byte[] expectedChallenge = CHALLENGE;
  String expectedInitial = "initial";
  String policy = "standard";

  CcaPlan() {
    platform.claims.put(NONCE, LATER);
    platform.claims.put(INSTANCE, PlainCbor.octets(PsaPlan.instance(Curve.P384)));
    platform.claims.put(PROFILE, PlainCbor.text("tag:arm.com,2023:cca_platform#1.0.0"));
    platform.claims.put(LIFECYCLE, PlainCbor.integer(0x3003));
    platform.claims.put(IMPLEMENTATION, PlainCbor.octets(PsaPlan.pattern("implementation", 32)));
    platform.claims.put(COMPONENTS, LATER);
    platform.claims.put(SERVICE, PlainCbor.text("https://verifier.example/"));
    platform.claims.put(CONFIGURATION, PlainCbor.octets(CONFIGURED));
    platform.claims.put(PLATFORM_HASH, PlainCbor.text("sha-256"));
    components.add(component("BL", "boot loader"));
    components.add(component("BL31", "root world"));
    components.add(component("RMM", "realm world"));
    realm.claims.put(NONCE, PlainCbor.octets(CHALLENGE));
    realm.claims.put(PROFILE, PlainCbor.text("tag:arm.com,2023:realm#1.0.0"));
    realm.claims.put(PERSONALIZATION, PlainCbor.octets(PsaPlan.pattern("personal", 64)));
    realm.claims.put(REALM_HASH, PlainCbor.text("sha-256"));
    realm.claims.put(KEY, LATER);
    realm.claims.put(INITIAL, PlainCbor.octets(PsaPlan.pattern("initial", 32)));
    realm.claims.put(EXTENSIBLE, LATER);
    realm.claims.put(KEY_HASH, PlainCbor.text("sha-256"));
  }

  static List<Event> events() {
    return List.of(
        new Event(0, PsaPlan.pattern("early event", 20)),
        new Event(3, PsaPlan.pattern("late event", 40)));
  }

  /** The platform's key, pinned for its instance. */
  static NamedOctets named(Curve curve) {
    return new NamedOctets(
        "key." + curve.name().toLowerCase(Locale.ROOT),
        Octets.of(DeviceKeys.coseKey(curve, PLATFORM_OWNER, PsaPlan.instance(curve))));
  }

  /** A COSE_Key by its labels. */
  static Map<Long, byte[]> realmKey(Curve curve, String owner) {
    byte[] point = DeviceKeys.point(curve, owner);
    Map<Long, byte[]> key = new LinkedHashMap<>();
    key.put(1L, PlainCbor.integer(2));
    key.put(-1L, PlainCbor.integer(curve.id));
    key.put(-2L, PlainCbor.octets(Arrays.copyOfRange(point, 1, 1 + curve.size)));
    key.put(-3L, PlainCbor.octets(Arrays.copyOfRange(point, 1 + curve.size, point.length)));
    return key;
  }

  /** Another key pair of the platform. */
  void platformKeyed(Curve curve) {
    platform.keyed(curve);
    platform.claims.put(INSTANCE, PlainCbor.octets(PsaPlan.instance(curve)));
    anchors = List.of(named(curve));
  }

  /** Another key pair of the realm. */
  void realmKeyed(Curve curve) {
    realm.keyed(curve);
    key = realmKey(curve, REALM_OWNER);
  }

  /** Another hash for measurements of the realm. */
  void measured(int bits) {
    digest = "SHA-" + bits;
    realm.claims.put(REALM_HASH, PlainCbor.text("sha-" + bits));
    realm.claims.put(INITIAL, PlainCbor.octets(PsaPlan.pattern("initial", bits / 8)));
  }

  /** Another hash for the realm's key. */
  void keyHashed(int bits) {
    keyDigest = "SHA-" + bits;
    realm.claims.put(KEY_HASH, PlainCbor.text("sha-" + bits));
  }

  /** As firmware from before the draft: no profile of the realm, and its key is a point. */
  void legacy() {
    platform.claims.put(PROFILE, PlainCbor.text("http://arm.com/CCA-SSD/1.0.0"));
    realm.claims.remove(PROFILE);
    spelling = octets -> DeviceKeys.point(Curve.P384, REALM_OWNER);
  }

  /** The platform's key is certified instead of pinned. */
  void certified() {
    platformKeyed(Curve.P256);
    certified = true;
  }

  @Override
  public TestVector.Input input() {
    return new TestVector.Input(
        Octets.of(write()),
        certified ? chain.certificates() : List.of(),
        List.of(),
        certified ? chain.lists() : List.of(),
        certified ? chain.roots() : anchors,
        withLog ? Optional.of(new NamedOctets(logName, Octets.of(log()))) : Optional.empty());
  }

  /** The realm's initial measurement. */
  List<Octets> references() {
    return List.of(Octets.of(PsaPlan.pattern(expectedInitial, digestSize())));
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
    return new TestVector.Expected(Octets.of(expectedChallenge), references());
  }

  /** All but the realm's signature; the platform's stands among them. */
  @Override
  public int signedOctets(int size) {
    return size - realm.signatureSize();
  }

  /** Where both signatures are in a token of the usual layout. */
  @Override
  public List<TestVector.Stretch> signatures(int size) {
    int end = 7 + PlainCbor.octets(platform()).length;
    return List.of(
        new TestVector.Stretch(end - platform.signatureSize(), platform.signatureSize()),
        new TestVector.Stretch(size - realm.signatureSize(), realm.signatureSize()));
  }

  private int digestSize() {
    return TestKeys.digest(digest, new byte[0]).length;
  }

  private byte[] write() {
    Map<Long, byte[]> both = new LinkedHashMap<>();
    both.put(PLATFORM_PART, PlainCbor.octets(platform()));
    Map<Long, byte[]> claims = new LinkedHashMap<>(realm.claims);
    settle(claims, KEY, PlainCbor.octets(spelt()));
    List<byte[]> four = new ArrayList<>();
    registers.apply(registers()).forEach(each -> four.add(PlainCbor.octets(each)));
    settle(claims, EXTENSIBLE, PlainCbor.array(four));
    both.put(REALM_PART, PlainCbor.octets(realm.write(claims)));
    return token.apply(PlainCbor.tag(TAG, PlainCbor.map(collection.apply(both))));
  }

  private byte[] platform() {
    Map<Long, byte[]> claims = new LinkedHashMap<>(platform.claims);
    settle(claims, NONCE, PlainCbor.octets(TestKeys.digest(keyDigest, vouched.apply(spelt()))));
    settle(claims, COMPONENTS, PlainCbor.array(components.stream().map(PlainCbor::map).toList()));
    return platform.write(claims);
  }

  private byte[] spelt() {
    return spelling.apply(PlainCbor.map(key));
  }

  private static void settle(Map<Long, byte[]> claims, long label, byte[] value) {
    if (claims.get(label) == LATER) {
      claims.put(label, value);
    }
  }

  /** The hash of the old value and of the event's hash, one after the other. */
  private List<byte[]> registers() {
    List<byte[]> all = new ArrayList<>(Collections.nCopies(4, new byte[digestSize()]));
    for (Event each : events()) {
      byte[] both = Der.concat(all.get(each.register()), TestKeys.digest(digest, each.data()));
      all.set(each.register(), TestKeys.digest(digest, both));
    }
    return all;
  }

  private byte[] log() {
    List<byte[]> all = new ArrayList<>();
    for (Event each : logged) {
      all.add(PlainCbor.array(PlainCbor.integer(each.register()), PlainCbor.octets(each.data())));
    }
    return log.apply(PlainCbor.array(all));
  }

  private static Map<Long, byte[]> component(String type, String name) {
    Map<Long, byte[]> component = new LinkedHashMap<>();
    component.put(1L, PlainCbor.text(type));
    component.put(2L, PlainCbor.octets(PsaPlan.pattern(name, 32)));
    component.put(4L, PlainCbor.text("2.12.0"));
    component.put(5L, PlainCbor.octets(PsaPlan.pattern("signer", 32)));
    component.put(6L, PlainCbor.text("sha-256"));
    return component;
  }
}
