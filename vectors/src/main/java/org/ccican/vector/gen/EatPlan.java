package org.ccican.vector.gen;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.ccican.vector.NamedOctets;
import org.ccican.vector.Octets;
import org.ccican.vector.TestVector;

/**
 * An Entity Attestation Token on its way to being written, with everything that its verdict depends
 * on: right at first, then changed in one place by a recipe.
 */
final class EatPlan implements Plan {

  static final byte[] EXPECTED_NONCE = EatOctets.pattern("nonce", 64);
  static final byte[] MEASUREMENT = EatOctets.pattern("measurement", 32);
  static final String ENTITY = "EAT entity";
  static final String COMPONENT = "EAT component";
  static final String STRANGER = "EAT stranger";
  private static final byte[] SECRET = EatOctets.pattern("secret", 32);

  static final int ES256 = -7;
  static final int ESP256 = -9;

  private final P256 curve = new P256();

  /** Claims by label, encoded; those of submodules by name. */
  final Map<Long, byte[]> claims = new TreeMap<>();

  final Map<String, byte[]> submodules = new TreeMap<>();
  final Map<Long, byte[]> header = new TreeMap<>();
  final Map<Long, byte[]> unprotected = new TreeMap<>();
  String signer = ENTITY;
  long tag = 18;

  /** What is done to encoded claims, to the signature and to the finished token. */
  UnaryOperator<byte[]> payload = UnaryOperator.identity();

  UnaryOperator<byte[]> signature = UnaryOperator.identity();
  UnaryOperator<byte[]> message = UnaryOperator.identity();

  /** What stands around the token. */
  UnaryOperator<byte[]> around = UnaryOperator.identity();

  /** A token in JSON: header and claims. */
  String jsonHeader = "";

  String jsonClaims = "";

  List<NamedOctets> anchors =
      List.of(named("key.entity", ENTITY), named("key.component", COMPONENT));
  Instant time = Instant.parse("2026-01-01T00:00:00Z");
  byte[] expectedNonce = EXPECTED_NONCE;
  String policy = "standard";

  /** Claims that no profile asks for, signed with ES256. */
  EatPlan() {
    claims.put(6L, PlainCbor.integer(1_760_000_000));
    claims.put(10L, PlainCbor.octets(EXPECTED_NONCE));
    claims.put(256L, PlainCbor.octets(Der.concat(new byte[] {1}, EatOctets.pattern("ueid", 16))));
    claims.put(258L, PlainCbor.octets(EatOctets.pattern("oemid", 16)));
    claims.put(259L, PlainCbor.octets(EatOctets.pattern("hwmodel", 8)));
    claims.put(260L, PlainCbor.array(PlainCbor.text("1.0")));
    claims.put(262L, new byte[] {(byte) 0xf5});
    claims.put(263L, PlainCbor.integer(2));
    claims.put(267L, PlainCbor.integer(7));
    claims.put(270L, PlainCbor.text("system"));
    claims.put(271L, PlainCbor.array(PlainCbor.text("1.0")));
    claims.put(273L, coswid(3, MEASUREMENT));
    header.put(1L, PlainCbor.integer(ES256));
    unprotected.put(4L, PlainCbor.octets(thumbprint(ENTITY)));
  }

  /** What TEEP's profile asks for. */
  void teep() {
    profile("urn:ietf:rfc:rfcXXXX");
    header.put(1L, PlainCbor.integer(ESP256));
    claims.put(8L, confirmation(thumbprint("EAT subject")));
    claims.put(
        272L,
        PlainCbor.array(
            PlainCbor.array(
                PlainCbor.integer(60), PlainCbor.octets(EatOctets.pattern("manifest", 24)))));
  }

  void profile(String name) {
    claims.put(265L, PlainCbor.text(name));
  }

  /** A JWT with the nonce and what is given. */
  void json(String header, String more) {
    jsonHeader = header;
    jsonClaims = "{\"eat_nonce\":\"" + base64(EXPECTED_NONCE) + "\"" + more + "}";
  }

  /** A bundle around the token, with a claims-set and its digest. */
  void bundle(byte[] set) {
    byte[] digest = TestKeys.digest("SHA-256", set);
    submodules.put("sensor", PlainCbor.array(PlainCbor.integer(-16), PlainCbor.octets(digest)));
    bundled(set);
  }

  void bundled(byte[] set) {
    around = token -> wrap(token, PlainCbor.text("sensor"), PlainCbor.octets(set));
  }

  static byte[] wrap(byte[] main, byte[]... sets) {
    byte[] map = Der.concat(PlainCbor.head(5, sets.length / 2), Der.concat(sets));
    return PlainCbor.tag(602, PlainCbor.array(PlainCbor.octets(main), map));
  }

  /** Claims of nobody under tag 601, and a policy that believes the channel. */
  void unsigned() {
    tag = 601;
  }

  /** A MAC with the secret that is shared. */
  void shared() {
    tag = 17;
    header.put(1L, PlainCbor.integer(5));
    unprotected.put(4L, PlainCbor.octets(EatOctets.pattern("secret's name", 8)));
    anchors = List.of(new NamedOctets("key.shared", Octets.of(sharedKey())));
  }

  /** A token of a part, with a key of its own. */
  byte[] component(Map<Long, byte[]> content) {
    EatPlan inner = new EatPlan();
    inner.claims.clear();
    inner.claims.putAll(content);
    inner.signer = COMPONENT;
    inner.unprotected.put(4L, PlainCbor.octets(inner.thumbprint(COMPONENT)));
    return inner.write();
  }

  byte[] confirmation(byte[] kid) {
    return Der.concat(
        PlainCbor.head(5, 2),
        PlainCbor.integer(1),
        coseKey("EAT subject", List.of()),
        PlainCbor.integer(3),
        PlainCbor.octets(kid));
  }

  /** One CoSWID over one file, of evidence (3) or of a payload (6). */
  static byte[] coswid(long member, byte[] digest) {
    Map<Long, byte[]> file = new TreeMap<>();
    file.put(24L, PlainCbor.text("system"));
    file.put(7L, PlainCbor.array(PlainCbor.integer(1), PlainCbor.octets(digest)));
    Map<Long, byte[]> tag = new TreeMap<>();
    tag.put(0L, PlainCbor.text("system-1"));
    tag.put(1L, PlainCbor.text("system"));
    tag.put(12L, PlainCbor.integer(0));
    tag.put(member, PlainCbor.map(Map.of(17L, PlainCbor.map(file))));
    return PlainCbor.array(
        PlainCbor.array(PlainCbor.integer(258), PlainCbor.octets(PlainCbor.map(tag))));
  }

  @Override
  public TestVector.Input input() {
    return new TestVector.Input(Octets.of(around.apply(write())), List.of(), List.of(), anchors);
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
    return new TestVector.Expected(Octets.of(expectedNonce), List.of(Octets.of(MEASUREMENT)));
  }

  /** The signature is what comes last. */
  @Override
  public int signedOctets(int size) {
    return Math.max(0, size - 2 * P256.NUMBER);
  }

  NamedOctets named(String name, String owner) {
    return new NamedOctets(name, Octets.of(coseKey(owner, List.of())));
  }

  /** The entity's key under a name of its own. */
  NamedOctets named(String name, byte[] kid) {
    return new NamedOctets(
        name, Octets.of(coseKey(ENTITY, List.of(PlainCbor.integer(2), PlainCbor.octets(kid)))));
  }

  byte[] thumbprint(String owner) {
    return TestKeys.digest("SHA-256", coseKey(owner, List.of()));
  }

  private byte[] coseKey(String owner, List<byte[]> more) {
    byte[] xy = curve.coordinates(curve.key(owner));
    List<byte[]> all = new ArrayList<>();
    all.add(PlainCbor.head(5, 4 + more.size() / 2));
    all.add(PlainCbor.integer(1));
    all.add(PlainCbor.integer(2));
    all.addAll(more);
    all.add(PlainCbor.integer(-1));
    all.add(PlainCbor.integer(1));
    all.add(PlainCbor.integer(-2));
    all.add(PlainCbor.octets(java.util.Arrays.copyOf(xy, P256.NUMBER)));
    all.add(PlainCbor.integer(-3));
    all.add(PlainCbor.octets(java.util.Arrays.copyOfRange(xy, P256.NUMBER, xy.length)));
    return Der.concat(all.toArray(new byte[0][]));
  }

  private static byte[] sharedKey() {
    return Der.concat(
        PlainCbor.head(5, 3),
        PlainCbor.integer(1),
        PlainCbor.integer(4),
        PlainCbor.integer(2),
        PlainCbor.octets(EatOctets.pattern("secret's name", 8)),
        PlainCbor.integer(-1),
        PlainCbor.octets(SECRET));
  }

  private byte[] write() {
    if (!jsonHeader.isEmpty()) {
      return message.apply(jwt());
    }
    Map<Long, byte[]> all = new TreeMap<>(claims);
    if (!submodules.isEmpty()) {
      List<byte[]> parts = new ArrayList<>(List.of(PlainCbor.head(5, submodules.size())));
      submodules.forEach(
          (name, value) -> {
            parts.add(PlainCbor.text(name));
            parts.add(value);
          });
      all.put(266L, Der.concat(parts.toArray(new byte[0][])));
    }
    byte[] content = payload.apply(PlainCbor.map(all));
    if (tag == 601) {
      return message.apply(PlainCbor.tag(tag, content));
    }
    byte[] head = header.isEmpty() ? new byte[0] : PlainCbor.map(header);
    byte[] covered =
        PlainCbor.array(
            PlainCbor.text(tag == 17 ? "MAC0" : "Signature1"),
            PlainCbor.octets(head),
            PlainCbor.octets(new byte[0]),
            PlainCbor.octets(content));
    byte[] seal = signature.apply(tag == 17 ? mac(covered) : sign(covered));
    return message.apply(
        PlainCbor.tag(
            tag,
            PlainCbor.array(
                PlainCbor.octets(head),
                PlainCbor.map(unprotected),
                PlainCbor.octets(content),
                PlainCbor.octets(seal))));
  }

  private byte[] jwt() {
    String covered =
        base64(jsonHeader.getBytes(StandardCharsets.UTF_8))
            + "."
            + base64(jsonClaims.getBytes(StandardCharsets.UTF_8));
    byte[] octets = covered.getBytes(StandardCharsets.UTF_8);
    byte[] seal = base64(signature.apply(sign(octets))).getBytes(StandardCharsets.UTF_8);
    return Der.concat(octets, new byte[] {'.'}, seal);
  }

  private byte[] sign(byte[] covered) {
    BigInteger key = curve.key(signer);
    return curve.sign(key, covered);
  }

  private static byte[] mac(byte[] covered) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(SECRET, "HmacSHA256"));
      return mac.doFinal(covered);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String base64(byte[] octets) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(octets);
  }
}
