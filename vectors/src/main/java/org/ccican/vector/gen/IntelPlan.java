package org.ccican.vector.gen;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.ccican.vector.NamedOctets;
import org.ccican.vector.Octets;
import org.ccican.vector.TestVector;

/**
 * Everything about one appraisal of a quote before anything is signed. A recipe changes one place,
 * and whatever that place does not spoil is signed and published anew.
 */
final class IntelPlan implements Plan {

  static final Instant TIME = Instant.parse("2025-12-01T12:00:00Z");
  static final String ROOT = "Intel SGX Root CA";
  static final String AUTHORITY = "Intel SGX PCK Platform CA";
  static final String SIGNER = "Intel SGX TCB Signing";
  static final String PCK = "Intel SGX PCK Certificate";

  final IntelFormat format;
  final P256 curve = new P256();
  final int version;
  final BigInteger attestationKey = curve.key("attestation key");
  final BigInteger pckKey = curve.key("PCK");

  final Raw header;
  final Raw body;
  final Raw qeReport;
  byte[] authentication = pattern("authentication data", 32);
  byte[] keyInQuote = curve.coordinates(attestationKey);

  /** Signs header and body; the descriptor of version 5 is in what it is given. */
  UnaryOperator<byte[]> quoteSignature = UnaryOperator.identity();

  UnaryOperator<byte[]> qeSignature = UnaryOperator.identity();
  boolean vouches = true;
  boolean signsDescriptor = true;

  int outerType = 6;
  int certificationType = 5;
  Optional<byte[]> certificationData = Optional.empty();
  List<String> chain = List.of("pck", "authority", "root");
  String chainTail = "\0";
  int bodyType;
  int bodySizeError;

  /** Changes of the finished quote. */
  UnaryOperator<byte[]> finish = UnaryOperator.identity();

  final IntelCertificate root =
      new IntelCertificate(1, ROOT, curve.key("root"), ROOT, curve.point(curve.key("root")))
          .authority(1);
  final IntelCertificate authority =
      new IntelCertificate(
              0x1001, ROOT, curve.key("root"), AUTHORITY, curve.point(curve.key("authority")))
          .authority(0);
  final IntelCertificate signer =
      new IntelCertificate(
              0x1002, ROOT, curve.key("root"), SIGNER, curve.point(curve.key("signer")))
          .end();
  final IntelCertificate pck =
      new IntelCertificate(
              0x2001, AUTHORITY, curve.key("authority"), PCK, curve.point(curve.key("PCK")))
          .end();
  final IntelPckExtension extension = new IntelPckExtension();
  boolean withExtension = true;

  final IntelCrl rootCrl = new IntelCrl(ROOT, curve.key("root"));
  final IntelCrl pckCrl = new IntelCrl(AUTHORITY, curve.key("authority"));
  final ObjectNode tcbInfo;
  final ObjectNode qeIdentity;
  BigInteger tcbInfoKey = curve.key("signer");
  BigInteger qeIdentityKey = curve.key("signer");
  UnaryOperator<String> tcbInfoPublished = UnaryOperator.identity();
  UnaryOperator<String> qeIdentityPublished = UnaryOperator.identity();
  List<String> signers = List.of("signer", "root");
  List<String> crlIssuers = List.of("authority", "root");
  Consumer<ObjectNode> bundle = node -> {};
  UnaryOperator<String> bundleText = UnaryOperator.identity();

  /** Suffixes of the names of the bundles that arrive; the first one is the right one's. */
  List<String> bundles = List.of("");

  List<String> endorsements = List.of();
  List<String> anchors = List.of("root");
  IntelCertificate otherRoot =
      new IntelCertificate(
              1, ROOT, curve.key("other root"), ROOT, curve.point(curve.key("other root")))
          .authority(1);
  Optional<byte[]> eventLog = Optional.empty();
  String eventLogName = "event-log";
  Instant time = TIME;
  byte[] reportData = TestKeys.digest("SHA-512", text("report data"));
  byte[] measurement;
  String policy = "standard";

  IntelPlan(IntelFormat format, int version) {
    this.format = format;
    this.version = version;
    this.header = IntelBodies.header(format, version);
    this.bodyType = format == IntelFormat.SGX ? 1 : version == 5 ? 3 : 2;
    this.body = IntelBodies.body(this);
    this.qeReport = IntelBodies.quotingEnclave(format);
    this.tcbInfo = IntelJson.tcbInfo(format);
    this.qeIdentity = IntelJson.qeIdentity(format);
    this.measurement = IntelBodies.measurement(this);
    if (format == IntelFormat.TDX) {
      eventLog = Optional.of(IntelBodies.eventLog());
    }
  }

  @Override
  public TestVector.Input input() {
    if (withExtension) {
      pck.extensions.put(IntelPckExtension.OID, extension.write());
    }
    Map<String, byte[]> certificates = certificates();
    List<NamedOctets> collateral = new ArrayList<>();
    for (String suffix : bundles) {
      collateral.add(named("collateral" + suffix, bundle(certificates)));
    }
    return new TestVector.Input(
        Octets.of(quote(certificates)),
        endorsements.stream().map(each -> named(each, certificates.get(each))).toList(),
        collateral,
        List.of(),
        anchors.stream().map(each -> named(each, certificates.get(each))).toList(),
        eventLog.map(log -> named(eventLogName, log)));
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
    return new TestVector.Expected(Octets.of(reportData), List.of(Octets.of(measurement)));
  }

  /** How many octets the attestation key signs. */
  @Override
  public int signedOctets(int size) {
    return header.size() + (version == 5 ? 6 : 0) + body.size();
  }

  private NamedOctets named(String name, byte[] octets) {
    return new NamedOctets(format.id() + "." + name, Octets.of(octets));
  }

  private Map<String, byte[]> certificates() {
    Map<String, byte[]> certificates = new LinkedHashMap<>();
    certificates.put("root", root.write(curve));
    certificates.put("root.other-key", otherRoot.write(curve));
    certificates.put("authority", authority.write(curve));
    certificates.put("signer", signer.write(curve));
    certificates.put("pck", pck.write(curve));
    root.pathLength = 0;
    certificates.put("root.no-authority-below", root.write(curve));
    root.pathLength = 1;
    return certificates;
  }

  private byte[] quote(Map<String, byte[]> certificates) {
    byte[] descriptor =
        version < 5
            ? new byte[0]
            : Raw.zero(6).u8(0, bodyType).u32(2, body.size() + bodySizeError).slice(0, 6);
    byte[] head = header.slice(0, header.size());
    byte[] about = body.slice(0, body.size());
    byte[] signed = Der.concat(head, descriptor, about);
    if (vouches) {
      qeReport.put(320, TestKeys.digest("SHA-256", keyInQuote, authentication)).fill(352, 32, 0);
    }
    byte[] report = qeReport.slice(0, qeReport.size());
    byte[] rest =
        Der.concat(
            report,
            qeSignature.apply(curve.sign(pckKey, report)),
            little(authentication.length, 2),
            authentication,
            certification(certificates));
    byte[] signature =
        quoteSignature.apply(
            curve.sign(attestationKey, signsDescriptor ? signed : Der.concat(head, about)));
    byte[] data =
        version < 4
            ? Der.concat(signature, keyInQuote, rest)
            : Der.concat(signature, keyInQuote, little(outerType, 2), little(rest.length, 4), rest);
    return finish.apply(Der.concat(signed, little(data.length, 4), data));
  }

  private byte[] certification(Map<String, byte[]> certificates) {
    byte[] data =
        certificationData.orElseGet(
            () -> (pem(chain, certificates) + chainTail).getBytes(StandardCharsets.UTF_8));
    return Der.concat(little(certificationType, 2), little(data.length, 4), data);
  }

  private byte[] bundle(Map<String, byte[]> certificates) {
    String info = IntelJson.text(tcbInfo);
    String identity = IntelJson.text(qeIdentity);
    ObjectNode node = IntelJson.object();
    node.put("pck_crl_issuer_chain", pem(crlIssuers, certificates));
    node.put("root_ca_crl", Octets.of(rootCrl.write(curve)).hex());
    node.put("pck_crl", Octets.of(pckCrl.write(curve)).hex());
    node.put("tcb_info_issuer_chain", pem(signers, certificates));
    node.put("tcb_info", tcbInfoPublished.apply(info));
    node.put("tcb_info_signature", Octets.of(curve.sign(tcbInfoKey, utf8(info))).hex());
    node.put("qe_identity_issuer_chain", pem(signers, certificates));
    node.put("qe_identity", qeIdentityPublished.apply(identity));
    node.put("qe_identity_signature", Octets.of(curve.sign(qeIdentityKey, utf8(identity))).hex());
    bundle.accept(node);
    return utf8(bundleText.apply(IntelJson.text(node)));
  }

  static String pem(List<String> names, Map<String, byte[]> certificates) {
    StringBuilder text = new StringBuilder();
    for (String name : names) {
      text.append("-----BEGIN CERTIFICATE-----\n")
          .append(
              Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(certificates.get(name)))
          .append("\n-----END CERTIFICATE-----\n");
    }
    return text.toString();
  }

  static byte[] little(long value, int size) {
    byte[] octets = new byte[size];
    for (int i = 0; i < size; i++) {
      octets[i] = (byte) (value >>> 8 * i);
    }
    return octets;
  }

  static byte[] pattern(String name, int size) {
    return Arrays.copyOf(TestKeys.digest("SHA-512", text(name)), size);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] text(String text) {
    return utf8("ccican test vectors, " + text);
  }
}
