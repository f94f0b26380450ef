package org.ccican.format.arm;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.ccican.check.Checks;
import org.ccican.cose.CoseAlgorithm;
import org.ccican.cose.CoseEnvelope;
import org.ccican.cose.CoseMac0;
import org.ccican.cose.CoseSign1;
import org.ccican.cose.MacAlgorithm;
import org.ccican.cose.VerificationKey;
import org.ccican.reject.Reason;
import org.ccican.reject.Rejected;
import org.ccican.wire.Bytes;
import org.ccican.wire.Cbor;
import org.ccican.wire.CborDecoder;
import org.ccican.wire.CborLimits;
import org.ccican.wire.CborProfile;
import org.ccican.wire.Fields;

/**
 * A token of Arm's architectures as COSE carries it (RFC 9783 section 5.1.1): a COSE_Sign1 or a
 * COSE_Mac0 around a claims-set. Lengths are definite and keys distinct; heads may be longer than
 * needed and keys stand in any order, since devices need not prefer one encoding.
 *
 * @param form by the tag
 * @param claims what the payload holds, in the order of its octets
 */
public record ArmToken(Form form, CoseEnvelope envelope, Cbor.Map claims) {

  /** Everything on record of a token that was read, in order. */
  public static final List<String> CHECKS =
      List.of(
          "cbor.limit.octets",
          "cbor.limit.depth",
          "cbor.limit.items",
          "cbor.limit.string",
          "cbor.limit.keys",
          "cbor.truncated",
          "cbor.well-formed",
          "cbor.definite",
          "cbor.duplicate-key",
          "cbor.utf8",
          "cbor.shortest",
          "cbor.trailing",
          "arm.token.tag",
          "arm.token.shape",
          "cose.protected.shape",
          "cose.header.once",
          "cose.crit.shape",
          "cose.crit.protected",
          "cose.crit.some",
          "cose.crit.listed",
          "cose.crit.understood",
          "arm.token.claims");

  private static final String SHAPE = "arm.token.shape";

  /** 64 KiB and 16 levels; a token of a device with hundreds of components has less. */
  private static final CborLimits LIMITS = new CborLimits(1 << 16, 16, 1 << 13, 1 << 16, 1 << 14);

  /** How a token is authenticated. */
  public enum Form {
    /** With a signature. */
    SIGN1(CoseSign1.TAG),
    /** With a tag under a secret that the Verifier shares. */
    MAC0(CoseMac0.TAG);

    private final long tag;

    Form(long tag) {
      this.tag = tag;
    }
  }

  /**
   * The names under which a format checks who made a token.
   *
   * @param algorithm the algorithm is one that the format takes
   * @param key the algorithm goes with the key
   * @param authentic the signature or tag is right
   */
  public record Rules(String algorithm, String key, String authentic) {}

  public ArmToken {
    Objects.requireNonNull(form);
    Objects.requireNonNull(envelope);
    Objects.requireNonNull(claims);
  }

  /**
   * Reads a token and checks everything about its headers that needs no key.
   *
   * @param forms those that the format takes
   * @throws Rejected if it is no such token
   */
  public static ArmToken parse(Bytes octets, Set<Form> forms, Checks checks) throws Rejected {
    CborDecoder decoder = new CborDecoder(checks, LIMITS);
    Cbor item = decoder.decode(octets, CborProfile.DEFINITE);
    Optional<Form> named = form(item).filter(forms::contains);
    // spec| RFC 9783 §5.1.1: tag 18 says COSE_Sign1, tag 17 COSE_Mac0
    Rejected.unless(
        checks,
        "arm.token.tag",
        named.isPresent(),
        Reason.WRONG_TYPE,
        () -> "the tag of one of " + forms + " expected at offset 0");
    Cbor.Tag tagged =
        item instanceof Cbor.Tag tag ? tag : new Cbor.Tag(CoseSign1.TAG, item, item.span());
    CoseEnvelope envelope = CoseEnvelope.of(tagged, CborProfile.DEFINITE, SHAPE, checks);
    Cbor payload = decoder.decode(envelope.payload(), CborProfile.DEFINITE);
    Cbor.Map claims = Fields.of(payload, "arm.token.claims").map();
    return new ArmToken(named.orElse(Form.SIGN1), envelope, claims);
  }

  /**
   * The token written anew from its parts: what was read, octet by octet, if whoever wrote it kept
   * heads short; whatever the payload's encoding is, it stays.
   */
  public Bytes encode() {
    return envelope.encode();
  }

  /** Certificates that came in the token (RFC 9360 section 2, x5chain), the signer's first. */
  public List<Bytes> certificates(Checks checks) throws Rejected {
    Optional<Cbor> chain = envelope.header(33, checks);
    if (chain.isEmpty()) {
      return List.of();
    }
    return chain.get() instanceof Cbor.Octets one
        ? List.of(one.value())
        : Fields.octetsList(chain.get(), "arm.key.chain");
  }

  /** Whether a key is of the kind that authenticates a token of this form. */
  public boolean takes(VerificationKey key) {
    return form == Form.SIGN1
        ? key instanceof VerificationKey.Public
        : key instanceof VerificationKey.Shared;
  }

  /** Whether the key made the token, and nothing else is asked. */
  public boolean isBy(VerificationKey key) {
    Checks any = Checks.unbroken();
    try {
      return authentic(key, any);
    } catch (Rejected e) {
      return false;
    }
  }

  /**
   * Checks that the algorithm is one that the format takes.
   *
   * @throws Rejected if it is not, or none is named where it is authenticated
   */
  public void checkAlgorithm(
      Set<CoseAlgorithm> signatures, Set<MacAlgorithm> macs, Rules rules, Checks checks)
      throws Rejected {
    String name = algorithm(checks);
    List<String> taken = new ArrayList<>();
    (form == Form.SIGN1 ? signatures : macs).forEach(each -> taken.add(each.toString()));
    Rejected.unless(
        checks,
        rules.algorithm(),
        taken.contains(name),
        Reason.UNSUPPORTED_ALGORITHM,
        () -> name + " where one of " + taken.stream().sorted().toList() + " is expected");
  }

  /**
   * Checks who made the token.
   *
   * @param key of the kind that {@link #takes} wants
   * @throws Rejected if the algorithm is not taken, or not the key's, or the key did not make it
   */
  public void verify(
      VerificationKey key,
      Set<CoseAlgorithm> signatures,
      Set<MacAlgorithm> macs,
      Rules rules,
      Checks checks)
      throws Rejected {
    checkAlgorithm(signatures, macs, rules, checks);
    String name = algorithm(checks);
    Rejected.unless(
        checks,
        rules.key(),
        fits(key, checks),
        Reason.ALGORITHM_MISMATCH,
        () -> name + " with another kind of key");
    Rejected.unless(
        checks,
        rules.authentic(),
        authentic(key, checks),
        Reason.INVALID_SIGNATURE,
        () -> name + " over " + envelope.payload().size() + " octets does not verify");
  }

  /** The algorithm's name in the registry's spelling, with underscores. */
  private String algorithm(Checks checks) throws Rejected {
    return form == Form.SIGN1
        ? envelope.signatureAlgorithm(checks).toString()
        : envelope.macAlgorithm(checks).toString();
  }

  private boolean fits(VerificationKey key, Checks checks) throws Rejected {
    return !(key instanceof VerificationKey.Public found)
        || envelope.signatureAlgorithm(checks).fits(found.key().curve());
  }

  private boolean authentic(VerificationKey key, Checks checks) throws Rejected {
    if (form == Form.SIGN1 && key instanceof VerificationKey.Public found) {
      return found
          .key()
          .verify(
              envelope.signatureAlgorithm(checks), envelope.toBeSigned(), envelope.authenticator());
    }
    return key instanceof VerificationKey.Shared shared
        && shared
            .key()
            .verify(envelope.macAlgorithm(checks), envelope.toBeMaced(), envelope.authenticator());
  }

  private static Optional<Form> form(Cbor item) {
    for (Form each : Form.values()) {
      if (item instanceof Cbor.Tag tag && tag.number() == each.tag) {
        return Optional.of(each);
      }
    }
    return Optional.empty();
  }
}
