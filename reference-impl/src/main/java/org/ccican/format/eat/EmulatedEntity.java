package org.ccican.format.eat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.ccican.cose.Crypto;
import org.ccican.eat.TeepEat;
import org.ccican.evidence.LaunchedEnvironment;
import org.ccican.reject.Reason;
import org.ccican.reject.Rejected;
import org.ccican.wire.Bytes;
import org.ccican.wire.Cbor;

/** An entity after launch, and the claims that it makes about itself. */
final class EmulatedEntity implements LaunchedEnvironment {

  private static final Duration LIFE = Duration.ofDays(7 * 365);

  /** Debugging has been disabled since the entity booted. */
  private static final long DISABLED_SINCE_BOOT = 2;

  private final List<Bytes> pages;
  private final Bytes measurement;
  private final EatOptions options;
  private final EmulatedEatVendor vendor;

  EmulatedEntity(
      List<Bytes> pages, Bytes measurement, EatOptions options, EmulatedEatVendor vendor) {
    this.pages = List.copyOf(pages);
    this.measurement = measurement;
    this.options = options;
    this.vendor = vendor;
  }

  @Override
  public Bytes measurement() {
    return measurement;
  }

  @Override
  public Bytes agentImage() {
    return Bytes.concat(pages.subList(1, pages.size()));
  }

  /** Keys are pinned as they are: no certificate comes with a token. */
  @Override
  public List<Bytes> endorsements() {
    return List.of();
  }

  @Override
  public Bytes evidence(Bytes reportData) throws Rejected {
    if (reportData.size() != 64) {
      throw new Rejected(
          Reason.MALFORMED, "eat.request.nonce", "64 octets expected, found " + reportData.size());
    }
    EatSigner signer = new EatSigner(options, vendor);
    return switch (options.variant()) {
      case "constrained" -> signer.constrained(constrained(reportData));
      case "bundle" -> signer.bundle(teep(reportData));
      default -> signer.token(new EatClaimDefects(options, vendor).apply(teep(reportData)));
    };
  }

  private Cbor.Map teep(Bytes nonce) {
    TeepEat usual =
        new TeepEat(
            Optional.of(nonce),
            Optional.of(options.from()),
            Optional.of(ueid()),
            Optional.of(Crypto.sha256(Bytes.utf8("emulated EAT vendor")).slice(0, 16)),
            Optional.of(Bytes.utf8("emulated entity")),
            Optional.of("1.0"),
            Optional.of(List.of(new TeepEat.Manifest(TeepEat.Manifest.CBOR, reference()))),
            Optional.of(TeepEat.Confirmation.of(vendor.confirmed(options.seed()).publicKey())),
            Optional.empty());
    EatEdit edit = new EatEdit(usual.toCbor());
    Cbor.Map firmware =
        new EatEdit(Cbor.map().build())
            .put(EatClaim.DBGSTAT, Cbor.integer(DISABLED_SINCE_BOOT))
            .put(EatClaim.SWNAME, Cbor.text("emulated firmware"))
            .put(EatClaim.SWVERSION, Cbor.array(Cbor.text("1")))
            .claims();
    Cbor.Map submodules =
        Cbor.map()
            .put("firmware", firmware)
            .put("secure-element", Cbor.octets(component(nonce)))
            .build();
    return edit.put(EatClaim.EXP, Cbor.integer(options.from().plus(LIFE).getEpochSecond()))
        .put(EatClaim.OEMBOOT, Cbor.bool(true))
        .put(EatClaim.DBGSTAT, Cbor.integer(DISABLED_SINCE_BOOT))
        .put(EatClaim.BOOTCOUNT, Cbor.integer(7))
        .put(EatClaim.MEASUREMENTS, EatEdit.coswid(EatStateGrammar.COSWID_EVIDENCE, measurement))
        .put(EatClaim.SUBMODS, submodules)
        .claims();
  }

  private Cbor.Map constrained(Bytes nonce) {
    return new EatEdit(Cbor.map().build())
        .put(EatClaim.NONCE, Cbor.octets(nonce))
        .put(EatClaim.IAT, Cbor.integer(options.from().getEpochSecond()))
        .put(EatClaim.UEID, Cbor.octets(ueid()))
        .put(EatClaim.DBGSTAT, Cbor.integer(DISABLED_SINCE_BOOT))
        .put(EatClaim.EAT_PROFILE, Cbor.text(EatProfile.CONSTRAINED.id()))
        .put(EatClaim.MEASUREMENTS, EatEdit.coswid(EatStateGrammar.COSWID_EVIDENCE, measurement))
        .claims();
  }

  /** A token of a part with a key of its own. */
  private Bytes component(Bytes nonce) {
    return EatSigner.sign(
        vendor.component(),
        new EatEdit(Cbor.map().build())
            .put(EatClaim.NONCE, Cbor.octets(nonce))
            .put(EatClaim.DBGSTAT, Cbor.integer(DISABLED_SINCE_BOOT))
            .put(EatClaim.SWNAME, Cbor.text("emulated secure element"))
            .claims()
            .encode());
  }

  /** Type 1, random, and 16 octets (RFC 9711 section 4.2.1.1). */
  private Bytes ueid() {
    Bytes random = Crypto.sha256(Bytes.concat(Bytes.utf8("emulated EAT ueid"), options.seed()));
    return Bytes.concat(Bytes.of(1), random.slice(0, 16));
  }

  /** A SUIT_Reference: where the agent's manifest is, and its digest. */
  private Bytes reference() {
    return Cbor.array(
            Cbor.text("https://emulated.example/agent.suit"),
            Cbor.wrapped(Cbor.array(Cbor.integer(-16), Cbor.octets(measurement))))
        .encode();
  }
}
