package org.ccican.role;

import java.util.ArrayList;
import java.util.List;
import org.ccican.appraisal.AttestationResult;
import org.ccican.check.Checks;
import org.ccican.cose.CoseSign1;
import org.ccican.cose.Jws;
import org.ccican.cose.SigningKey;
import org.ccican.ear.Ear;
import org.ccican.ear.EarJson;
import org.ccican.wire.Bytes;
import org.ccican.wire.Cbor;
import org.ccican.wire.Span;

/** A Verifier's results as EARs (draft-ietf-rats-ear), one rule of which a Verifier may break. */
final class VerifierResults {

  private static final long EXP = 4;
  private static final long IAT = 6;
  private static final long NONCE = 10;
  private static final long PROFILE = 265;
  private static final long SUBMODS = 266;
  private static final long STATUS = 1000;
  private static final long VECTOR = 1001;
  private static final long POLICY_IDS = 1003;
  private static final long VERIFIER_ID = 1004;
  private static final long EXTENSION = -70_101;

  private final SigningKey key;
  private final Checks checks;

  VerifierResults(SigningKey key, Checks checks) {
    this.key = key;
    this.checks = checks;
  }

  Bytes token(AttestationResult result) {
    Bytes claims = claims(result.toEar()).encode();
    // spec| RFC 9334 §7.2: the result is authentic
    if (!checks.keeps("verifier.result.signed")) {
      return claims;
    }
    // spec| draft-ietf-rats-ear §5: a CWT that is an EAR says so
    Cbor.Map type =
        checks.keeps("verifier.result.type")
            ? Cbor.map().put(CoseSign1.CONTENT_TYPE, Cbor.text(Ear.CWT)).build()
            : Cbor.map().build();
    return CoseSign1.sign(key, type, Cbor.map().build(), claims).encode();
  }

  /** The same in JSON, which is what the Veraison API gives back. */
  Bytes jwt(AttestationResult result) {
    Bytes claims = EarJson.encode(claims(result.toEar()));
    // spec| RFC 9334 §7.2: the result is authentic
    return checks.keeps("verifier.result.signed") ? Jws.sign(key, "JWT", claims) : claims;
  }

  private Cbor.Map claims(Ear ear) {
    List<Cbor.Entry> claims = new ArrayList<>(ear.toCbor().entries());
    // spec| draft-ietf-rats-ear §3: eat_profile is the URI of this profile
    if (!checks.keeps("verifier.result.profile")) {
      put(claims, PROFILE, Cbor.text("tag:example.com,2026:ear"));
    }
    // spec| draft-ietf-rats-ear §3: iat is a whole number
    if (!checks.keeps("verifier.result.issued")) {
      put(claims, IAT, real(ear.issuedAt()));
    }
    // spec| draft-ietf-rats-ear §3: exp is a whole number
    if (!checks.keeps("verifier.result.expires")) {
      put(claims, EXP, real(ear.expires().orElse(ear.issuedAt())));
    }
    // spec| draft-ietf-rats-ear §3: ear_verifier_id says who appraised
    if (!checks.keeps("verifier.result.identity")) {
      claims.removeIf(each -> is(each, VERIFIER_ID));
    }
    // spec| draft-ietf-rats-ear §3: there is an appraisal
    if (!checks.keeps("verifier.result.submods")) {
      put(claims, SUBMODS, Cbor.map().build());
    }
    // spec| draft-ietf-rats-ear §3: eat_nonce is the one of the request
    if (!checks.keeps("verifier.result.nonce")) {
      claims.removeIf(each -> is(each, NONCE));
    }
    // spec| draft-ietf-rats-ear §3: the overall status is no better than that of the worst attester
    if (!checks.keeps("verifier.result.overall")) {
      put(claims, STATUS, Cbor.integer(2));
    }
    claims.replaceAll(each -> is(each, SUBMODS) ? new Cbor.Entry(each.key(), each(each)) : each);
    return Cbor.map(claims);
  }

  /** The appraisals, each with what a Verifier may get wrong. */
  private Cbor each(Cbor.Entry submods) {
    List<Cbor.Entry> all = new ArrayList<>();
    if (submods.value() instanceof Cbor.Map map) {
      for (Cbor.Entry each : map.entries()) {
        if (each.value() instanceof Cbor.Map appraisal) {
          all.add(new Cbor.Entry(each.key(), appraisal(appraisal)));
        }
      }
    }
    return Cbor.map(all);
  }

  private Cbor.Map appraisal(Cbor.Map appraisal) {
    List<Cbor.Entry> claims = new ArrayList<>(appraisal.entries());
    // spec| draft-ietf-rats-ear §3.1: ear_status is there
    if (!checks.keeps("verifier.result.status")) {
      claims.removeIf(each -> is(each, STATUS));
    }
    // spec| draft-ietf-rats-ear §3.1: the vector is there, since nobody asked to drop it
    if (!checks.keeps("verifier.result.vector")) {
      claims.removeIf(each -> is(each, VECTOR));
    }
    // spec| draft-ietf-rats-ear §3.1: the status is no better than the worst claim of the vector
    if (!checks.keeps("verifier.result.worst")) {
      put(claims, STATUS, Cbor.integer(2));
    }
    // spec| draft-ietf-rats-ar4si §2.3.4: 99 where cryptographic validation of the evidence failed
    if (!checks.keeps("verifier.result.crypto")) {
      put(claims, VECTOR, Cbor.map().put(4, Cbor.integer(96)).build());
    }
    // spec| draft-ietf-rats-ar4si §2.3.2: a claim has 8 bits
    if (!checks.keeps("verifier.result.range")) {
      put(claims, VECTOR, Cbor.map().put(4, Cbor.integer(258)).build());
    }
    // spec| draft-ietf-rats-ar4si §2.3.4: and is about one of eight categories
    if (!checks.keeps("verifier.result.category")) {
      put(claims, VECTOR, Cbor.map().put(8, Cbor.integer(2)).build());
    }
    // spec| draft-ietf-rats-ear §3.1: an extension is a map
    if (!checks.keeps("verifier.result.extension")) {
      put(claims, EXTENSION, Cbor.text("refusal"));
    }
    // spec| draft-ietf-rats-ear §3.1: a list of policies is not empty
    if (!checks.keeps("verifier.result.policies")) {
      put(claims, POLICY_IDS, Cbor.array());
    }
    return Cbor.map(claims);
  }

  /** Seconds as eight octets of floating point. */
  private static Cbor real(long seconds) {
    return new Cbor.Real(8, Double.doubleToLongBits(seconds), Span.NONE);
  }

  private static void put(List<Cbor.Entry> claims, long label, Cbor value) {
    claims.removeIf(each -> is(each, label));
    claims.add(new Cbor.Entry(Cbor.integer(label), value));
  }

  private static boolean is(Cbor.Entry entry, long label) {
    return entry.key().equals(Cbor.integer(label));
  }
}
