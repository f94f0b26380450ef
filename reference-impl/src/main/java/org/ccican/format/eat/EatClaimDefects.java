package org.ccican.format.eat;

import java.util.Map;
import java.util.Optional;
import org.ccican.wire.Bytes;
import org.ccican.wire.Cbor;
import org.ccican.wire.Span;

/** Defects in what an emulated token says. */
final class EatClaimDefects {

  private static final String FIRMWARE = "firmware";
  private static final String ELEMENT = "secure-element";
  private static final long HOUR = 3600;

  /** Claims that a defect leaves out. */
  private static final Map<EatDefect, EatClaim> MISSING =
      Map.of(
          EatDefect.NO_NONCE, EatClaim.NONCE,
          EatDefect.NO_UEID, EatClaim.UEID,
          EatDefect.NO_OEMID, EatClaim.OEMID,
          EatDefect.NO_HWMODEL, EatClaim.HWMODEL,
          EatDefect.NO_HWVERSION, EatClaim.HWVERSION,
          EatDefect.NO_MANIFESTS, EatClaim.MANIFESTS,
          EatDefect.NO_CNF, EatClaim.CNF);

  private final EatOptions options;
  private final EmulatedEatVendor vendor;

  EatClaimDefects(EatOptions options, EmulatedEatVendor vendor) {
    this.options = options;
    this.vendor = vendor;
  }

  /** The claims with the defect, if it is one of claims. */
  Cbor.Map apply(Cbor.Map right) {
    EatEdit edit = new EatEdit(right);
    Optional<EatClaim> missing = options.defect().map(MISSING::get);
    if (missing.isPresent()) {
      return edit.without(missing.get()).claims();
    }
    EatDefect defect = options.defect().orElse(EatDefect.TRUNCATED);
    return submodules(defect, state(defect, token(defect, identity(defect, nonce(defect, edit)))))
        .claims();
  }

  private static EatEdit nonce(EatDefect defect, EatEdit edit) {
    Bytes nonce = ((Cbor.Octets) edit.claims().find(10).orElseThrow()).value();
    return switch (defect) {
      case WRONG_REPORT_DATA ->
          edit.put(EatClaim.NONCE, Cbor.octets(nonce.flip(nonce.size() - 1, 7)));
      case TWO_NONCES ->
          edit.put(EatClaim.NONCE, Cbor.array(Cbor.octets(nonce), Cbor.octets(nonce.flip(0, 0))));
      case NONCE_IN_ARRAY -> edit.put(EatClaim.NONCE, Cbor.array(Cbor.octets(nonce)));
      case NONCE_TOO_SHORT -> edit.put(EatClaim.NONCE, Cbor.octets(nonce.slice(0, 7)));
      case NONCE_TOO_LONG ->
          edit.put(EatClaim.NONCE, Cbor.octets(Bytes.concat(nonce, Bytes.of(0))));
      case NONCE_AS_TEXT -> edit.put(EatClaim.NONCE, Cbor.text(nonce.slice(0, 16).toHex()));
      default -> edit;
    };
  }

  private EatEdit identity(EatDefect defect, EatEdit edit) {
    return switch (defect) {
      case UEID_TOO_SHORT -> edit.put(EatClaim.UEID, octets(6));
      case UEID_TOO_LONG -> edit.put(EatClaim.UEID, octets(34));
      case SUEIDS_BARE -> edit.put(EatClaim.SUEIDS, octets(17));
      case OEMID_SIZE -> edit.put(EatClaim.OEMID, octets(15));
      case OEMID_NEGATIVE -> edit.put(EatClaim.OEMID, Cbor.integer(-1));
      case HWMODEL_TOO_LONG -> edit.put(EatClaim.HWMODEL, octets(33));
      case HWVERSION_BARE -> edit.put(EatClaim.HWVERSION, Cbor.text("1.0"));
      case SWNAME_AS_OCTETS -> edit.put(EatClaim.SWNAME, octets(8));
      case SWVERSION_BARE ->
          edit.put(EatClaim.SWNAME, Cbor.text("agent")).put(EatClaim.SWVERSION, Cbor.text("1.0"));
      case SWVERSION_ALONE -> edit.put(EatClaim.SWVERSION, Cbor.array(Cbor.text("1.0")));
      case CNF_OF_ANOTHER_KEY -> edit.put(EatClaim.CNF, otherConfirmation());
      default -> edit;
    };
  }

  private EatEdit token(EatDefect defect, EatEdit edit) {
    long from = options.from().getEpochSecond();
    return switch (defect) {
      case UNKNOWN_PROFILE ->
          edit.put(EatClaim.EAT_PROFILE, Cbor.text("tag:emulated.example,2026:unknown"));
      case PROFILE_AS_NUMBER -> edit.put(EatClaim.EAT_PROFILE, Cbor.integer(9711));
      case IAT_FLOAT ->
          edit.put(
              EatClaim.IAT, new Cbor.Real(8, Double.doubleToRawLongBits(from + 0.5), Span.NONE));
      case IAT_IN_THE_FUTURE -> edit.put(EatClaim.IAT, Cbor.integer(from + 20L * 365 * 24 * HOUR));
      case EXPIRED -> edit.put(EatClaim.EXP, Cbor.integer(from));
      case EXP_AS_TEXT -> edit.put(EatClaim.EXP, Cbor.text("never"));
      case NOT_YET_VALID -> edit.put(EatClaim.NBF, Cbor.integer(from + 20L * 365 * 24 * HOUR));
      case CTI_AS_NUMBER -> edit.put(EatClaim.CTI, Cbor.integer(1));
      case INTENDED_USE_AS_TEXT -> edit.put(EatClaim.INTUSE, Cbor.text("generic"));
      default -> edit;
    };
  }

  private static EatEdit state(EatDefect defect, EatEdit edit) {
    Bytes digest = Bytes.zero(32);
    return switch (defect) {
      case UPTIME_NEGATIVE -> edit.put(EatClaim.UPTIME, Cbor.integer(-1));
      case BOOTCOUNT_NEGATIVE -> edit.put(EatClaim.BOOTCOUNT, Cbor.integer(-1));
      case BOOTSEED_AS_NUMBER -> edit.put(EatClaim.BOOTSEED, Cbor.integer(1));
      case OEMBOOT_AS_NUMBER -> edit.put(EatClaim.OEMBOOT, Cbor.integer(1));
      case DEBUG -> edit.put(EatClaim.DBGSTAT, Cbor.integer(0));
      case DBGSTAT_UNKNOWN -> edit.put(EatClaim.DBGSTAT, Cbor.integer(5));
      case LOCATION_WITHOUT_LONGITUDE ->
          edit.put(EatClaim.LOCATION, Cbor.map().put(1, Cbor.integer(48)).build());
      case DLOA_ONE_PART ->
          edit.put(
              EatClaim.DLOAS, Cbor.array(Cbor.array(Cbor.text("https://emulated.example/dloa"))));
      case MANIFEST_BARE -> edit.put(EatClaim.MANIFESTS, Cbor.array(octets(8)));
      case EVIDENCE_AS_MANIFEST ->
          edit.put(EatClaim.MANIFESTS, EatEdit.coswid(EatStateGrammar.COSWID_EVIDENCE, digest));
      case MEASUREMENT_BARE -> edit.put(EatClaim.MEASUREMENTS, Cbor.array(octets(8)));
      case PAYLOAD_AS_MEASUREMENT ->
          edit.put(EatClaim.MEASUREMENTS, EatEdit.coswid(EatStateGrammar.COSWID_PAYLOAD, digest));
      case MEASUREMENT_RESULT_UNKNOWN ->
          edit.put(
              EatClaim.MEASRES,
              Cbor.array(
                  Cbor.array(
                      Cbor.text("all"),
                      Cbor.array(Cbor.array(Cbor.text("agent"), Cbor.integer(5))))));
      case WRONG_MEASUREMENT -> edit.put(EatClaim.MEASUREMENTS, otherMeasurement(edit));
      default -> edit;
    };
  }

  private EatEdit submodules(EatDefect defect, EatEdit edit) {
    return switch (defect) {
      case SUBMODULE_HWVERSION_ALONE ->
          edit.within(FIRMWARE, in -> in.put(EatClaim.HWVERSION, Cbor.array(Cbor.text("1.0"))));
      case SUBMODULE_HWMODEL_ALONE ->
          edit.within(FIRMWARE, in -> in.put(EatClaim.HWMODEL, octets(4)));
      case SUBMODULE_OEMBOOT_ALONE ->
          edit.within(FIRMWARE, in -> in.put(EatClaim.OEMBOOT, Cbor.bool(true)));
      case SUBMODULE_DBGSTAT_ALONE ->
          edit.within(FIRMWARE, in -> in.put(EatClaim.DBGSTAT, Cbor.integer(3)));
      case SUBMODULE_DEBUG ->
          edit.within(FIRMWARE, in -> in.put(EatClaim.DBGSTAT, Cbor.integer(0)));
      case NO_SUBMODULES -> edit.put(EatClaim.SUBMODS, Cbor.map().build());
      case SUBMODULE_OF_NO_KIND -> edit.submodule(FIRMWARE, Cbor.integer(1));
      case DIGEST_ALGORITHM -> edit.submodule("sensor", Cbor.array(Cbor.integer(-14), octets(20)));
      case SELECTOR_OF_DIGEST ->
          edit.submodule("sensor", Cbor.text("[\"DIGEST\",[\"SHA-256\",\"AAAA\"]]"));
      case SELECTOR_UNKNOWN -> edit.submodule("sensor", Cbor.text("[\"SAML\",\"AAAA\"]"));
      default -> nested(defect, edit);
    };
  }

  private EatEdit nested(EatDefect defect, EatEdit edit) {
    Bytes token = element(edit.claims());
    return switch (defect) {
      case NESTED_BAD_SIGNATURE ->
          edit.submodule(ELEMENT, Cbor.octets(token.flip(token.size() - 1, 0)));
      case NESTED_UNKNOWN_KEY ->
          edit.submodule(
              ELEMENT, Cbor.octets(EatSigner.sign(vendor.stranger(), component().encode())));
      // the tag of COSE_Sign1 is one octet
      case NESTED_UNTAGGED -> edit.submodule(ELEMENT, Cbor.octets(token.slice(1, token.size())));
      case NESTED_UNSIGNED ->
          edit.submodule(ELEMENT, Cbor.octets(Cbor.tag(EatToken.UCCS_TAG, component()).encode()));
      case NESTED_TOO_DEEP -> edit.submodule(ELEMENT, Cbor.octets(deep(EatReading.DEPTH, token)));
      default -> edit;
    };
  }

  /** A token inside so many others. */
  private Bytes deep(int levels, Bytes token) {
    Bytes outer = token;
    for (int i = 0; i < levels; i++) {
      Cbor.Map around = new EatEdit(component()).submodule("inner", Cbor.octets(outer)).claims();
      outer = EatSigner.sign(vendor.component(), around.encode());
    }
    return outer;
  }

  private static Bytes element(Cbor.Map claims) {
    Cbor.Map all = (Cbor.Map) claims.find(EatClaim.SUBMODS.label()).orElse(Cbor.map().build());
    return all.find(ELEMENT).map(each -> ((Cbor.Octets) each).value()).orElse(Bytes.EMPTY);
  }

  private static Cbor.Map component() {
    return new EatEdit(Cbor.map().build()).put(EatClaim.DBGSTAT, Cbor.integer(2)).claims();
  }

  private Cbor otherConfirmation() {
    return Cbor.map()
        .put(1, vendor.confirmed(options.seed()).publicKey().toCbor())
        .put(3, Cbor.octets(vendor.stranger().publicKey().thumbprint()))
        .build();
  }

  private static Cbor otherMeasurement(EatEdit edit) {
    Bytes right = EatMeasurements.digests(new EatClaims(edit.claims(), false)).get(0);
    return EatEdit.coswid(EatStateGrammar.COSWID_EVIDENCE, right.flip(0, 0));
  }

  private static Cbor octets(int size) {
    return Cbor.octets(Bytes.zero(size).flip(0, 0));
  }
}
