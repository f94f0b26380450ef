package org.ccican.conformance.step;

import io.cucumber.java.ParameterType;
import org.ccican.conformance.tamper.Tampering;
import org.ccican.conformance.tamper.Tamperings;
import org.ccican.role.RoleId;

/** The words that steps share. */
public final class Words {

  @ParameterType(
      "application-owner|moc|tam|middleware-repository|teep-broker|platform|teep-agent|middleware|attesting-environment|verifier")
  public RoleId role(String id) {
    return RoleId.find(id).orElseThrow();
  }

  /** Subject and verb of a misbehaviour; what it is stands in {@link Tamperings}. */
  @ParameterType(
      "(?:QueryRequest|QueryResponse|manifest) (?:has|is) .+"
          + "|teep-broker (?:alters|drops|repeats|delivers|reorders|names) .+"
          + "|platform changes .+|tam (?:signs|believes) .+|verifier (?:signs|answers) .+"
          + "|middleware (?:answers with|deploys another) .+"
          + "|middleware-repository (?:changes|packs) .+")
  public Tampering tampering(String words) {
    return Tamperings.named(words);
  }

  @ParameterType("[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
  public String kebab(String word) {
    return word;
  }
}
