package org.ccican.vector.gen;

import java.util.function.Consumer;

/** What recipes of quotes have in common: bases by name, and how a change becomes a vector. */
abstract class IntelRecipe {

  final VectorFile<PlannedCase<IntelPlan>> file;
  final IntelFormat format;
  private final IntelRules rules;

  IntelRecipe(VectorFile<PlannedCase<IntelPlan>> file, IntelFormat format) {
    this.file = file;
    this.format = format;
    this.rules = new IntelRules(format);
  }

  abstract void add();

  /** The base that most vectors depart from: version 3 of SGX, version 4 of TDX. */
  String base() {
    return format == IntelFormat.SGX ? "base.v3" : "base.v4";
  }

  /** A check that each of both has of its own. */
  String own(String rule) {
    return format.id() + "." + rule;
  }

  Rule rule(String check, Why why) {
    return rules.rule(check, why);
  }

  void refused(
      String id,
      String check,
      Why why,
      String comment,
      Consumer<IntelPlan> change,
      String... flags) {
    refusedFrom(base(), id, check, why, comment, change, flags);
  }

  void refusedFrom(
      String parent,
      String id,
      String check,
      Why why,
      String comment,
      Consumer<IntelPlan> change,
      String... flags) {
    file.refused(parent, id, rule(check, why), comment, scene -> scene.with(change), flags);
  }

  /** A change of the collateral; the bundle has the identifier in its name. */
  void published(
      String id,
      String check,
      Why why,
      String comment,
      Consumer<IntelPlan> change,
      String... flags) {
    publishedFrom(base(), id, check, why, comment, change, flags);
  }

  void publishedFrom(
      String parent,
      String id,
      String check,
      Why why,
      String comment,
      Consumer<IntelPlan> change,
      String... flags) {
    refusedFrom(parent, id, check, why, comment, renaming(id, change), flags);
  }

  void accepted(
      String id, String check, String comment, Consumer<IntelPlan> change, String... flags) {
    acceptedFrom(base(), id, check, comment, change, flags);
  }

  void acceptedFrom(
      String parent,
      String id,
      String check,
      String comment,
      Consumer<IntelPlan> change,
      String... flags) {
    file.accepted(
        parent, id, rule(check, Why.MALFORMED), comment, scene -> scene.with(change), flags);
  }

  void acceptedPublished(
      String id, String check, String comment, Consumer<IntelPlan> change, String... flags) {
    accepted(id, check, comment, renaming(id, change), flags);
  }

  static Consumer<IntelPlan> renaming(String id, Consumer<IntelPlan> change) {
    return plan -> {
      plan.bundles = java.util.List.of("." + id);
      change.accept(plan);
    };
  }
}
