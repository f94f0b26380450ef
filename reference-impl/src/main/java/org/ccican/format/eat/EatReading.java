package org.ccican.format.eat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ccican.appraisal.AppraisalInput;
import org.ccican.appraisal.AppraisalPolicy;
import org.ccican.appraisal.OrderedChecks;
import org.ccican.check.Checks;
import org.ccican.cose.Crypto;
import org.ccican.cose.VerificationKey;
import org.ccican.format.eat.EatClaimRules.Vouched;
import org.ccican.format.eat.EatClaims.Submodule;
import org.ccican.reject.Reason;
import org.ccican.reject.Rejected;
import org.ccican.wire.Bytes;

/** One appraisal of one token, submodules and all. */
final class EatReading {

  /** What is asked about tokens inside the token, in order (RFC 9711 section 4.2.18.3). */
  static final List<String> NESTED =
      List.of(
          "eat.nested.depth",
          "eat.nested.tag",
          "eat.selector.shape",
          "eat.selector.type",
          "eat.nested.sealed",
          "eat.nested.known");

  /** What a policy may allow: claims that an authenticated channel protects (RFC 9781). */
  static final String SECURE_CHANNEL = "secure-channel";

  /** What a policy may allow: nested tokens whose key is not pinned, left to others. */
  static final String FOREIGN_SUBMODULES = "foreign-submods";

  /** Tokens inside tokens; as deep as that, and no deeper. */
  static final int DEPTH = 4;

  private final AppraisalInput input;
  private final AppraisalPolicy.Vocabulary vocabulary;
  private final Crypto crypto;
  private final OrderedChecks run;
  private final Checks checks;
  private final EatTrust trust;
  private final EatBundleRules bundles;
  private final List<Vouched> vouched = new ArrayList<>();

  EatReading(
      AppraisalInput input,
      AppraisalPolicy.Vocabulary vocabulary,
      Crypto crypto,
      OrderedChecks run) {
    this.input = input;
    this.vocabulary = vocabulary;
    this.crypto = crypto;
    this.run = run;
    this.checks = run.checks();
    this.trust = new EatTrust(input, run);
    this.bundles = new EatBundleRules(checks);
  }

  void judge() throws Rejected {
    EatToken token = EatToken.parse(input.evidence(), checks);
    done(EatToken.CHECKS);
    run.passed("eat.container.shape", title(token));
    boolean bundled = token instanceof EatToken.Bundle;
    EatToken main = token instanceof EatToken.Bundle bundle ? bundles.main(bundle) : token;
    EatClaims claims = claims(main);
    List<Vouched> detached = new ArrayList<>();
    EatGrammar grammar = new EatGrammar(checks);
    grammar.check(claims, "");
    if (token instanceof EatToken.Bundle bundle) {
      detached.addAll(bundles.detached(bundle, claims, ""));
      for (Vouched each : detached) {
        grammar.check(each.claims(), each.where());
      }
    }
    done(EatGrammar.CHECKS);
    done(EatBundleRules.CHECKS);
    Optional<VerificationKey> key = key(main);
    done(EatTrust.CHECKS);
    collect(claims, "", 0);
    for (Vouched each : detached) {
      collect(each.claims(), each.where(), 0);
    }
    done(NESTED);
    new EatProfileRules(input.policy(), crypto, run).check(main, claims, key, bundled);
    done(EatProfileRules.CHECKS);
    new EatClaimRules(input, vocabulary, run).check(vouched);
    done(EatClaimRules.CHECKS);
  }

  private Optional<VerificationKey> key(EatToken main) throws Rejected {
    if (main instanceof EatToken.Sealed sealed) {
      run.passed("eat.secure-channel", "the token protects itself");
      return Optional.of(trust.check(sealed));
    }
    // spec| RFC 9781 §4: claims alone come through a channel whose sender was authenticated
    Rejected.unless(
        checks,
        "eat.secure-channel",
        input.policy().allows(SECURE_CHANNEL, vocabulary),
        Reason.UNKNOWN_SIGNER,
        () -> "nobody signed the claims, and no channel vouches for them");
    run.passed("eat.secure-channel", "the policy says that a channel protects the claims");
    return Optional.empty();
  }

  /** Notes a set that is vouched for, and everything that it vouches for. */
  private void collect(EatClaims claims, String where, int depth) throws Rejected {
    vouched.add(new Vouched(where, claims));
    for (Submodule each : claims.submodules()) {
      String path = where + "/" + each.name();
      if (each instanceof Submodule.Claims inside) {
        collect(inside.claims(), path, depth);
      } else if (each instanceof Submodule.Nested nested) {
        // spec| RFC 9711 §4.2.18: a token inside shows its kind by its tag
        Rejected.unless(
            checks,
            "eat.nested.tag",
            claims.json() || !nested.token().isEmpty() && nested.token().at(0) >> 5 == 6,
            Reason.WRONG_TYPE,
            () -> "a tag expected at the start of " + path);
        nested(nested.token(), path, depth + 1);
      } else if (each instanceof Submodule.Selector selector) {
        nested(EatSelector.parse(selector.text(), checks).octets(checks), path, depth + 1);
      }
    }
  }

  private void nested(Bytes octets, String path, int depth) throws Rejected {
    // spec| RFC 9711 §4.2.18: tokens nest as deep as they like, and receivers have limits
    Rejected.unless(
        checks,
        "eat.nested.depth",
        depth <= DEPTH,
        Reason.LIMIT_EXCEEDED,
        () -> "more than " + DEPTH + " tokens inside one another at " + path);
    EatToken token = EatToken.parse(octets, checks);
    EatToken main = token instanceof EatToken.Bundle bundle ? bundles.main(bundle) : token;
    // spec| RFC 9781 §4: claims of nobody are no token, whoever signed what is around them
    Rejected.unless(
        checks,
        "eat.nested.sealed",
        main instanceof EatToken.Sealed,
        Reason.UNKNOWN_SIGNER,
        () -> "nobody signed " + path);
    if (main instanceof EatToken.Sealed sealed
        && input.policy().allows(FOREIGN_SUBMODULES, vocabulary)
        && !trust.isKnown(sealed)) {
      run.notEvaluated("eat.nested.known", "left to others: " + path);
      return;
    }
    if (main instanceof EatToken.Sealed sealed) {
      trust.check(sealed);
    }
    EatGrammar grammar = new EatGrammar(checks);
    grammar.check(claims(main), path);
    if (depth > DEPTH) {
      return;
    }
    collect(claims(main), path, depth);
    if (token instanceof EatToken.Bundle bundle) {
      for (Vouched each : bundles.detached(bundle, claims(main), path)) {
        grammar.check(each.claims(), each.where());
        collect(each.claims(), each.where(), depth);
      }
    }
  }

  private static EatClaims claims(EatToken token) throws Rejected {
    if (token instanceof EatToken.Sealed sealed) {
      return sealed.claims();
    }
    if (token instanceof EatToken.Bare bare) {
      return bare.claims();
    }
    throw new Rejected(Reason.WRONG_TYPE, "eat.container.shape", "a bundle inside a bundle");
  }

  private static String title(EatToken token) {
    if (token instanceof EatToken.Sealed sealed) {
      return sealed.seal() instanceof EatSeal.Jws ? "JWT" : "CWT";
    }
    return token instanceof EatToken.Bundle ? "detached bundle" : "claims-set alone";
  }

  /** What was not asked because nothing of the kind is there holds as well. */
  private void done(List<String> stage) {
    stage.forEach(each -> run.passed(each, ""));
  }
}
