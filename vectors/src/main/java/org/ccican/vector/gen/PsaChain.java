package org.ccican.vector.gen;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.ccican.vector.NamedOctets;
import org.ccican.vector.Octets;
import org.ccican.vector.gen.DeviceKeys.Curve;

/**
 * The certificates of a made-up manufacturer and its revocation lists: root, authority, device.
 * Recipes change one of them, which then has a name of its own in the file.
 */
final class PsaChain {

  private static final String ROOT = "Device root CA";
  private static final String AUTHORITY = "Device CA";

  private final P256 curve = new P256();
  private final Map<String, Consumer<IntelCertificate>> certificates = new LinkedHashMap<>();
  private final Map<String, Consumer<IntelCrl>> crls = new LinkedHashMap<>();

  /** What is special, at the end of the name of what was changed. */
  String suffix = "";

  /** Which certificates come with the token, in which order. */
  UnaryOperator<List<NamedOctets>> order = UnaryOperator.identity();

  boolean revocation;

  /** Changes a certificate: {@code root}, {@code authority} or {@code device}. */
  void change(String name, String special, Consumer<IntelCertificate> change) {
    certificates.put(name, change);
    suffix = "." + special;
  }

  /** Changes a list: {@code root-crl} or {@code authority-crl}. */
  void changeList(String name, String special, Consumer<IntelCrl> change) {
    crls.put(name, change);
    suffix = "." + special;
  }

  List<NamedOctets> certificates() {
    IntelCertificate device =
        certificate(
            0x3001, AUTHORITY, "authority", "Device", DeviceKeys.point(Curve.P256, PsaPlan.OWNER));
    device.usage = new int[] {0};
    IntelCertificate authority =
        certificate(0x2001, ROOT, "root", AUTHORITY, curve.point(key("authority"))).authority(0);
    List<NamedOctets> all = new ArrayList<>();
    all.add(write("device", device));
    all.add(write("authority", authority));
    return order.apply(List.copyOf(all));
  }

  List<NamedOctets> roots() {
    return List.of(
        write(
            "root",
            certificate(0x1001, ROOT, "root", ROOT, curve.point(key("root"))).authority(1)));
  }

  List<NamedOctets> lists() {
    return revocation
        ? List.of(write("root-crl", ROOT, "root"), write("authority-crl", AUTHORITY, "authority"))
        : List.of();
  }

  BigInteger key(String name) {
    return curve.key("manufacturer, " + name);
  }

  private IntelCertificate certificate(
      long serial, String issuer, String signer, String subject, byte[] point) {
    IntelCertificate certificate =
        new IntelCertificate(serial, issuer, key(signer), subject, point);
    certificate.names = PsaChain::name;
    return certificate;
  }

  private NamedOctets write(String name, IntelCertificate certificate) {
    boolean changed = certificates.containsKey(name);
    certificates.getOrDefault(name, same -> {}).accept(certificate);
    return new NamedOctets(
        "maker." + name + (changed ? suffix : ""), Octets.of(certificate.write(curve)));
  }

  private NamedOctets write(String name, String issuer, String signer) {
    IntelCrl list = new IntelCrl(issuer, key(signer));
    list.names = PsaChain::name;
    list.until = java.time.Instant.parse("2026-06-01T00:00:00Z");
    boolean changed = crls.containsKey(name);
    crls.getOrDefault(name, same -> {}).accept(list);
    return new NamedOctets("maker." + name + (changed ? suffix : ""), Octets.of(list.write(curve)));
  }

  private static byte[] name(String commonName) {
    return Der.sequence(
        IntelCertificate.attribute("2.5.4.10", Der.utf8("Made-up devices")),
        IntelCertificate.attribute("2.5.4.3", Der.utf8(commonName)));
  }
}
