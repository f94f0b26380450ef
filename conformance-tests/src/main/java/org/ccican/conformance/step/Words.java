package org.ccican.conformance.step;

import io.cucumber.java.ParameterType;
import org.ccican.conformance.driver.RunContext;
import org.ccican.conformance.specimen.Contents;
import org.ccican.conformance.specimen.Specimen;
import org.ccican.conformance.specimen.Specimens;
import org.ccican.conformance.tamper.Tampering;
import org.ccican.conformance.tamper.Tamperings;
import org.ccican.conformance.verdict.AnswerProperties;
import org.ccican.conformance.verdict.ManifestProperties;
import org.ccican.role.RoleId;

/** The words that steps share. */
public final class Words {

  private final RunContext run;

  public Words(RunContext run) {
    this.run = run;
  }

  @ParameterType(
      "application-owner|moc|tam|middleware-repository|teep-broker|platform|teep-agent|middleware|attesting-environment|verifier")
  public RoleId role(String id) {
    return RoleId.find(id).orElseThrow();
  }

  /** Subject and verb of a misbehaviour; what it is stands in {@link Tamperings}. */
  @ParameterType(
      "(?:QueryRequest|QueryResponse|manifest) (?:has|is) .+|teep-broker"
          + " (?:alters|drops|repeats|delivers|reorders|names) .+|application-owner asks with"
          + " .+|platform changes .+|tam (?:signs|believes|redirects|sets|answers with status|ends)"
          + " .+|verifier (?:signs|answers|breaks) .+|teep-agent (?:has nothing|has a message|names"
          + " the tam|breaks) .+|middleware (?:answers with|deploys another)"
          + " .+|middleware-repository (?:changes|packs) .+")
  public Tampering tampering(String words) {
    return Tamperings.named(words);
  }

  /** A message of the suite's own; what it is stands in {@link Specimens}. */
  @ParameterType(
      "an? (?!Update with a manifest$|QueryRequest before an Update$)"
          + "(?:QueryRequest|QueryResponse|Update|Success|Error)(?: .+)?")
  public Specimen specimen(String words) {
    return run.specimens().named(words);
  }

  @ParameterType("QueryRequest|QueryResponse|Update|Success|Error")
  public String teepType(String name) {
    return name;
  }

  /** An error code by the name of the TEEP registry. */
  @ParameterType("ERR_[A-Z_]+")
  public String errorCode(String name) {
    return name;
  }

  /** An id of the register of ambiguities. */
  @ParameterType("A[1-9][0-9]?")
  public String ambiguity(String id) {
    return id;
  }

  /** What can be said of an answer; what it means stands in {@link AnswerProperties}. */
  @ParameterType(
      "(?:has|repeats|lists|names|selects|asks|carries|says|is|verifies) (?:(?!, or follows).)+")
  public String property(String words) {
    return AnswerProperties.known(words);
  }

  /** What an author owes a manifest; what it means stands in {@link ManifestProperties}. */
  @ParameterType("(?:has|comes|sets|checks|identifies|matches) .+")
  public String manifestProperty(String words) {
    return ManifestProperties.known(words);
  }

  @ParameterType("content [A-C]")
  public Contents contents(String words) {
    return Contents.named(words);
  }

  @ParameterType("[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
  public String kebab(String word) {
    return word;
  }
}
