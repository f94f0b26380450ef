package org.ccican.format.intel;

import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ccican.cose.Crypto;
import org.ccican.cose.SigningKey;
import org.ccican.trust.CertificateTemplate;
import org.ccican.trust.EmulatedIssuer;
import org.ccican.trust.Pem;
import org.ccican.wire.Bytes;

/**
 * What the emulated Intel certifies and publishes about an emulated platform: its PCK certificate
 * with the way to the root, revocation lists, and signed documents.
 */
final class EmulatedEndorsement {

  private final PlatformOptions options;
  private final EmulatedIntel intel;
  private final SigningKey pck;

  EmulatedEndorsement(PlatformOptions options, EmulatedIntel intel, SigningKey pck) {
    this.options = options;
    this.intel = intel;
    this.pck = pck;
  }

  /** The certificates that the quoting enclave has, the platform's first. */
  List<Bytes> chain() {
    return options.has(QuoteDefect.AUTHORITY_MISSING)
        ? List.of(certificate())
        : List.of(certificate(), authority(), root());
  }

  Bytes cpuSvn() {
    return Crypto.sha256(components()).slice(0, 16);
  }

  private Bytes root() {
    return options.has(QuoteDefect.WRONG_ROOT) ? intel.otherRoot() : intel.root();
  }

  private Bytes authority() {
    CertificateTemplate template = intel.platformCa();
    return EmulatedIssuer.issue(template.withSubject(authorityName()), rootKey());
  }

  private SigningKey rootKey() {
    return intel.key(
        options.has(QuoteDefect.WRONG_ROOT)
            ? EmulatedIntel.Key.OTHER_ROOT
            : EmulatedIntel.Key.ROOT);
  }

  private String authorityName() {
    return options.has(QuoteDefect.AUTHORITY_NAME)
        ? "Intel SGX Attestation CA"
        : EmulatedIntel.PLATFORM_CA;
  }

  private Bytes certificate() {
    Instant from = options.endorsedFrom();
    Instant until = options.endorsedUntil();
    if (options.has(QuoteDefect.PCK_EXPIRED)) {
      from = from.minus(PlatformOptions.VALIDITY);
      until = options.endorsedFrom().minusSeconds(1);
    } else if (options.has(QuoteDefect.PCK_NOT_YET_VALID)) {
      from = until;
      until = until.plus(PlatformOptions.VALIDITY);
    }
    CertificateTemplate template =
        EmulatedIntel.pck(serial(), from, until, pck, extensions()).withIssuer(authorityName());
    if (options.has(QuoteDefect.PCK_NAME)) {
      template = template.withSubject(EmulatedIntel.SIGNER);
    }
    return EmulatedIssuer.issue(
        template,
        intel.key(
            options.has(QuoteDefect.PCK_SIGNATURE)
                ? EmulatedIntel.Key.OTHER_ROOT
                : EmulatedIntel.Key.PLATFORM_CA));
  }

  private Map<String, Bytes> extensions() {
    if (options.has(QuoteDefect.PCK_EXTENSION)) {
      return Map.of();
    }
    boolean silent = options.has(QuoteDefect.PCK_PLATFORM);
    PckExtension pckExtension =
        new PckExtension(
            name("emulated PPID").slice(0, 16),
            components(),
            EmulatedPlatform.PCE_SVN,
            cpuSvn(),
            EmulatedPlatform.PCE_ID,
            EmulatedPlatform.FMSPC,
            1,
            silent ? Optional.empty() : Optional.of(name("emulated instance").slice(0, 16)),
            silent ? Map.of() : Map.of(1, true, 2, false, 3, false));
    return Map.of(PckExtension.ID, pckExtension.encode());
  }

  private Bytes components() {
    return switch (options.defect().orElse(QuoteDefect.DEBUG)) {
      case TCB_UNSUPPORTED -> EmulatedPlatform.COMPONENTS.with(0, Bytes.of(1));
      case TCB_OUTDATED, TCB_REVOKED -> EmulatedPlatform.OLD_COMPONENTS;
      default -> EmulatedPlatform.COMPONENTS;
    };
  }

  private BigInteger serial() {
    return new BigInteger(1, name("emulated serial").slice(0, 19).toArray());
  }

  private Bytes name(String what) {
    return Crypto.sha256(Bytes.concat(Bytes.utf8(what), options.seed()));
  }

  /** The bundle of what is published about the platform. */
  Bytes collateral(EmulatedDocuments documents) {
    SigningKey signer = intel.key(EmulatedIntel.Key.SIGNER);
    Bytes info = documents.tcbInfo();
    Bytes identity = documents.qeIdentity();
    String signers = Pem.certificates(List.of(signerCertificate(), root()));
    List<Bytes> authorities =
        options.has(QuoteDefect.AUTHORITY_MISSING) ? List.of(root()) : List.of(authority(), root());
    StringBuilder text = new StringBuilder("{");
    member(text, "pck_crl_issuer_chain", Pem.certificates(authorities));
    member(text, "root_ca_crl", rootList().toHex());
    member(text, "pck_crl", pckList().toHex());
    member(text, "tcb_info_issuer_chain", signers);
    member(text, "tcb_info", documents.published(info, QuoteDefect.TCB_INFO_REFORMATTED).toText());
    member(text, "tcb_info_signature", signer.sign(info).toHex());
    member(text, "qe_identity_issuer_chain", signers);
    member(
        text,
        "qe_identity",
        documents.published(identity, QuoteDefect.QE_IDENTITY_REFORMATTED).toText());
    member(text, "qe_identity_signature", signer.sign(identity).toHex());
    text.setLength(text.length() - 1);
    return Bytes.utf8(text.append('}').toString());
  }

  private Bytes signerCertificate() {
    CertificateTemplate template = intel.signer();
    if (options.has(QuoteDefect.SIGNER_NAME)) {
      template = template.withSubject("Intel SGX Quote Signing");
    }
    return EmulatedIssuer.issue(template, rootKey());
  }

  private Bytes rootList() {
    Set<BigInteger> revoked =
        switch (options.defect().orElse(QuoteDefect.DEBUG)) {
          case AUTHORITY_REVOKED -> Set.of(EmulatedIntel.PLATFORM_CA_SERIAL);
          case SIGNER_REVOKED -> Set.of(EmulatedIntel.SIGNER_SERIAL);
          default -> Set.of();
        };
    return intel.list(
        EmulatedIntel.ROOT, options.endorsedFrom(), options.endorsedUntil(), revoked, rootKey());
  }

  private Bytes pckList() {
    boolean stale = options.has(QuoteDefect.CRL_STALE);
    return intel.list(
        options.has(QuoteDefect.CRL_ISSUER) ? EmulatedIntel.PROCESSOR_CA : authorityName(),
        stale ? options.endorsedFrom().minus(PlatformOptions.VALIDITY) : options.endorsedFrom(),
        stale ? options.endorsedFrom().minusSeconds(1) : options.endorsedUntil(),
        options.has(QuoteDefect.PCK_REVOKED) ? Set.of(serial()) : Set.of(),
        intel.key(
            options.has(QuoteDefect.CRL_SIGNATURE)
                ? EmulatedIntel.Key.SIGNER
                : EmulatedIntel.Key.PLATFORM_CA));
  }

  private static void member(StringBuilder text, String name, String value) {
    String escaped = value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    text.append('"').append(name).append("\":\"").append(escaped).append("\",");
  }
}
