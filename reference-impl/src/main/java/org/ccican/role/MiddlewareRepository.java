package org.ccican.role;

import java.util.List;
import java.util.Set;
import org.ccican.check.Checks;
import org.ccican.message.ProvisioningMessage.MiddlewarePackage;
import org.ccican.message.ProvisioningMessage.MiddlewareQuery;
import org.ccican.reject.Reason;
import org.ccican.reject.Rejected;

/**
 * Middleware Repository (ccican-00 section 3(9)): packages by application type and hardware type.
 * Resource: {@code middleware}.
 */
public final class MiddlewareRepository implements Role {

  private final List<MiddlewarePackage> packages;
  private final Checks checks;

  public MiddlewareRepository(List<MiddlewarePackage> packages, Checks checks) {
    this.packages = List.copyOf(packages);
    this.checks = checks;
  }

  @Override
  public RoleId id() {
    return RoleId.MIDDLEWARE_REPOSITORY;
  }

  @Override
  public Set<String> resources() {
    return Set.of("middleware");
  }

  @Override
  public Turn receive(Message message) throws Rejected {
    MiddlewareQuery query = MiddlewareQuery.parse(message.body(), checks);
    for (MiddlewarePackage candidate : packages) {
      // spec| ccican-00 §3(9): access is by application type and hardware type
      boolean application =
          checks.holds(
              "repository.match.application",
              candidate.applicationType().equals(query.applicationType()));
      boolean hardware =
          checks.holds(
              "repository.match.hardware", candidate.hardwareType().equals(query.hardwareType()));
      if (application && hardware) {
        return Turn.reply(candidate.encode());
      }
    }
    throw new Rejected(
        Reason.NOT_AVAILABLE,
        "repository.no-match",
        "no middleware for " + query.applicationType() + " on " + query.hardwareType());
  }
}
