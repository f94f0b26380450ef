package org.ccican.format.eat;

import java.util.List;
import java.util.Optional;
import org.ccican.appraisal.AppraisalInput;
import org.ccican.appraisal.OrderedChecks;
import org.ccican.cose.VerificationKey;
import org.ccican.reject.Reason;
import org.ccican.reject.Rejected;
import org.ccican.wire.Bytes;

/**
 * Finds the key of a token among those that the relying party pinned, and checks that it made the
 * token (RFC 9711 appendix F.1). A kid is the name under which a key was handed over, or the key's
 * thumbprint (RFC 9679); without one, the UEID is that name. A key without a name is meant by what
 * it made.
 */
final class EatTrust {

  /** The rules, in the order in which they are asked. */
  static final List<String> CHECKS =
      List.of(
          "cose.alg.protected",
          "cose.alg.present",
          "cose.alg.known",
          "eat.alg.allowed",
          "eat.key.known",
          "eat.alg.key",
          "eat.signature");

  private final AppraisalInput input;
  private final OrderedChecks run;

  EatTrust(AppraisalInput input, OrderedChecks run) {
    this.input = input;
    this.run = run;
  }

  /**
   * The key that made the token.
   *
   * @throws Rejected if the algorithm is not taken, nobody knows the key, or it did not make it
   */
  VerificationKey check(EatToken.Sealed token) throws Rejected {
    EatSeal seal = token.seal();
    EatSeal.Algorithm algorithm = seal.algorithm(run.checks());
    // spec| RFC 9711 §3: authenticity and integrity come from an algorithm that gives them
    Rejected.unless(
        run.checks(),
        "eat.alg.allowed",
        algorithm.mac().isPresent()
            || algorithm.signature().filter(EatSeal.SIGNATURES::contains).isPresent(),
        Reason.UNSUPPORTED_ALGORITHM,
        () -> algorithm.name() + " is none that is taken");
    Optional<VerificationKey> found = find(token, algorithm);
    VerificationKey key =
        found.orElseThrow(
            () ->
                new Rejected(
                    Reason.UNKNOWN_SIGNER, "eat.key.known", "none of the pinned keys is meant"));
    // spec| RFC 9864 §2: the algorithm goes with the kind of key and with its curve
    Rejected.unless(
        run.checks(),
        "eat.alg.key",
        algorithm.fits(key),
        Reason.ALGORITHM_MISMATCH,
        () -> algorithm.name() + " with another kind of key");
    // spec| RFC 9052 §4.4 and RFC 7515 §5.2: over what came, as it came
    Rejected.unless(
        run.checks(),
        "eat.signature",
        seal.isBy(key, algorithm),
        Reason.INVALID_SIGNATURE,
        () -> algorithm.name() + " over " + seal.payload().size() + " octets does not verify");
    return key;
  }

  /** Whether the token names one of the pinned keys, or was made by one. */
  boolean isKnown(EatToken.Sealed token) throws Rejected {
    return find(token, token.seal().algorithm(run.checks())).isPresent();
  }

  private Optional<VerificationKey> find(EatToken.Sealed token, EatSeal.Algorithm algorithm)
      throws Rejected {
    Optional<Bytes> kid = token.seal().kid(run.checks());
    Optional<Bytes> name = kid.or(() -> token.claims().octets(EatClaim.UEID));
    List<VerificationKey> keys = input.anchors().keys();
    Optional<VerificationKey> named =
        keys.stream()
            .filter(each -> name.isPresent() && goesBy(each, name.get(), kid.isPresent()))
            .findFirst();
    List<VerificationKey> nameless = keys.stream().filter(each -> each.name().isEmpty()).toList();
    return named.or(
        () -> nameless.stream().filter(each -> token.seal().isBy(each, algorithm)).findFirst());
  }

  private static boolean goesBy(VerificationKey key, Bytes name, boolean thumbprints) {
    boolean thumbprint =
        thumbprints
            && key instanceof VerificationKey.Public found
            && found.key().thumbprint().equals(name);
    return thumbprint || key.name().filter(name::equals).isPresent();
  }
}
