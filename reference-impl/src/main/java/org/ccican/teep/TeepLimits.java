package org.ccican.teep;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.ccican.check.Checks;
import org.ccican.reject.Reason;
import org.ccican.reject.Rejected;

/** How much of a kind one message may hold, beyond what bounds its octets. */
final class TeepLimits {

  /** Manifests in one Update: each is a procedure of its own. */
  static final int MANIFESTS = 16;

  /** Elements of any other list. */
  static final int LISTED = 256;

  /** Operations of one cipher suite. */
  static final int OPERATIONS = 8;

  private final Checks checks;

  TeepLimits(Checks checks) {
    this.checks = checks;
  }

  void check(TeepOptions options) throws Rejected {
    // spec| RFC 8949 §10: a stranger's lists are bounded
    Rejected.unless(
        checks,
        "teep.limit.list",
        lists(options).allMatch(list -> list.size() <= LISTED),
        Reason.LIMIT_EXCEEDED,
        () -> "an option that lists more than " + LISTED);
    // spec| RFC 8949 §10: a stranger's manifests are bounded
    Rejected.unless(
        checks,
        "teep.limit.manifests",
        options.manifestList().map(List::size).orElse(0) <= MANIFESTS,
        Reason.LIMIT_EXCEEDED,
        () -> options.manifestList().get().size() + " manifests, at most " + MANIFESTS);
    check(options.cipherSuites().orElse(List.of()));
  }

  void check(TeepMessage.QueryRequest request) throws Rejected {
    // spec| RFC 8949 §10: a stranger's offers are bounded
    Rejected.unless(
        checks,
        "teep.limit.offers",
        request.cipherSuites().size() <= LISTED && request.suitProfiles().size() <= LISTED,
        Reason.LIMIT_EXCEEDED,
        () -> "more than " + LISTED + " cipher suites or SUIT profiles");
    check(request.cipherSuites());
  }

  private void check(List<TeepCipherSuite> suites) throws Rejected {
    // spec| RFC 8949 §10: a stranger's suites are bounded
    Rejected.unless(
        checks,
        "teep.limit.operations",
        suites.stream().allMatch(suite -> suite.operations().size() <= OPERATIONS),
        Reason.LIMIT_EXCEEDED,
        () -> "a cipher suite of more than " + OPERATIONS + " operations");
  }

  private static Stream<List<?>> lists(TeepOptions options) {
    Stream<Optional<? extends List<?>>> all =
        Stream.of(
            options.versions(),
            options.cipherSuites(),
            options.suitProfiles(),
            options.freshnessMechanisms(),
            options.suitReports(),
            options.tcList(),
            options.requestedTcList(),
            options.unneededManifestList(),
            options.extList());
    return Stream.concat(all.flatMap(Optional::stream), Stream.of(options.unknown()));
  }
}
