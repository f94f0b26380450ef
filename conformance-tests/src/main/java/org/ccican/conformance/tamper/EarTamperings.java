package org.ccican.conformance.tamper;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.ccican.check.Checks;
import org.ccican.conformance.trace.Direction;
import org.ccican.cose.CoseSign1;
import org.ccican.reject.Rejected;
import org.ccican.wire.Bytes;
import org.ccican.wire.Cbor;
import org.ccican.wire.CborDecoder;
import org.ccican.wire.CborProfile;
import org.ccican.wire.Fields;

/**
 * What a Verifier can get wrong in an EAR that it signs; only what goes to an Application Owner is
 * changed, in one claim.
 */
final class EarTamperings {

  private static final String SHAPE = "ear.shape";
  private static final String OWNER = "application-owner";
  private static final Tampering.Point FROM_VERIFIER =
      new Tampering.Point("verifier", "appraisals", Direction.RESPONSE);

  private static final long EXP = 4;
  private static final long IAT = 6;
  private static final long EAT_PROFILE = 265;
  private static final long SUBMODS = 266;
  private static final long VECTOR = 1001;
  private static final long POLICIES = 1003;
  private static final long TEEP = 65_000;
  private static final long KEY = -70_002;

  private static final long FAR = 4_000_000_000L;

  private EarTamperings() {}

  static List<Tampering> list() {
    return List.of(
        claims("answers with a result that has expired", map -> put(map, EXP, Cbor.integer(1))),
        claims(
            "answers with a result of the future",
            map -> put(put(map, EXP, later(1)), IAT, later(0))),
        claims(
            "answers with a result of another profile",
            map -> put(map, EAT_PROFILE, Cbor.text("tag:ietf.org,2026:rats/ear#02"))),
        claims("answers with a result of the older dialect", EarTamperings::older),
        each("answers with a result without a vector", one -> without(one, VECTOR)),
        each(
            "answers with a result with an empty vector",
            one -> put(one, VECTOR, Cbor.map().build())),
        each("answers with a result that is better than its vector", one -> claim(one, 2, 96)),
        each("answers with a result that affirms in spite of a warning", one -> claim(one, 1, 50)),
        each("answers with a result with a claim of 9 bits", one -> claim(one, 2, 128)),
        each(
            "answers with a result with an empty list of policies",
            one -> put(one, POLICIES, Cbor.array())),
        each(
            "answers with a result with an extension that is no map",
            one -> put(one, TEEP, Cbor.integer(1))),
        each(
            "answers with a result with claims for TEEP that are empty",
            one -> put(one, TEEP, Cbor.map().build())),
        each(
            "answers with a result with an attested key that is missing",
            one -> put(one, KEY, Cbor.map().build())),
        each(
            "answers with a result with an unknown claim",
            one -> put(one, -99_999, Cbor.integer(7))),
        each("answers with a result with a claim of nothing", one -> claim(one, 5, 0)));
  }

  private static Tampering each(String words, UnaryOperator<Cbor.Map> change) {
    return claims(words, map -> each(map, change));
  }

  private static Tampering claims(String words, UnaryOperator<Cbor.Map> change) {
    return new Tampering(
            "verifier " + words,
            FROM_VERIFIER,
            passing -> passing.from().equals(OWNER),
            passing -> new Delivery.Altered(changed(passing, change)))
        .signedAs("verifier");
  }

  private static Bytes changed(Passing passing, UnaryOperator<Cbor.Map> change) {
    Checks checks = Checks.unbroken();
    try {
      CoseSign1 signed = CoseSign1.parse(passing.body(), checks);
      Cbor claims =
          new CborDecoder(checks).decode(signed.payload().orElseThrow(), CborProfile.VALID);
      Cbor.Map header = without(signed.protectedMap(checks), CoseSign1.ALG);
      return CoseSign1.sign(
              passing.keys().verifier(),
              header,
              Cbor.map().build(),
              change.apply(Fields.of(claims, SHAPE).map()).encode())
          .encode();
    } catch (Rejected e) {
      return passing.body();
    }
  }

  /** The same in what was deployed before: another profile, and one policy in place of a list. */
  private static Cbor.Map older(Cbor.Map claims) {
    Cbor.Map named = put(claims, EAT_PROFILE, Cbor.text("tag:github.com,2023:veraison/ear"));
    return each(named, one -> put(one, POLICIES, Cbor.text("policy:one")));
  }

  private static Cbor.Map each(Cbor.Map claims, UnaryOperator<Cbor.Map> change) {
    List<Cbor.Entry> changed = new ArrayList<>();
    if (claims.find(SUBMODS).orElseThrow() instanceof Cbor.Map submods) {
      for (Cbor.Entry entry : submods.entries()) {
        if (entry.value() instanceof Cbor.Map one) {
          changed.add(new Cbor.Entry(entry.key(), change.apply(one)));
        }
      }
    }
    return put(claims, SUBMODS, Cbor.map(changed));
  }

  private static Cbor.Map claim(Cbor.Map appraisal, long category, long value) {
    return appraisal.find(VECTOR).orElseThrow() instanceof Cbor.Map vector
        ? put(appraisal, VECTOR, put(vector, category, Cbor.integer(value)))
        : appraisal;
  }

  private static Cbor later(long seconds) {
    return Cbor.integer(FAR + seconds);
  }

  private static Cbor.Map without(Cbor.Map map, long label) {
    return Cbor.map(
        map.entries().stream().filter(each -> !each.key().equals(Cbor.integer(label))).toList());
  }

  private static Cbor.Map put(Cbor.Map map, long label, Cbor value) {
    List<Cbor.Entry> entries = new ArrayList<>(without(map, label).entries());
    entries.add(new Cbor.Entry(Cbor.integer(label), value));
    return Cbor.map(entries);
  }
}
