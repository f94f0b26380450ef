package org.ccican.vector.gen;

import java.util.Map;
import java.util.function.Consumer;

/** What recipes of CCA tokens have in common: how a change becomes a vector. */
abstract class CcaRecipe {

  static final String BASE = "base.es384";
  static final String WITHOUT_LOG = "base.without-log";
  static final String CERTIFIED = "base.certified";
  static final String LEGACY = "base.legacy";

  private final VectorFile<PlannedCase<CcaPlan>> file;
  private final CcaRules rules = new CcaRules();

  CcaRecipe(VectorFile<PlannedCase<CcaPlan>> file) {
    this.file = file;
  }

  abstract void add();

  void refused(
      String id, String check, Why why, String comment, Consumer<CcaPlan> change, String... flags) {
    refusedFrom(BASE, id, check, why, comment, change, flags);
  }

  void refusedFrom(
      String parent,
      String id,
      String check,
      Why why,
      String comment,
      Consumer<CcaPlan> change,
      String... flags) {
    file.refused(parent, id, rules.rule(check, why), comment, scene -> scene.with(change), flags);
  }

  void accepted(String id, String check, String comment, Consumer<CcaPlan> change) {
    acceptedFrom(BASE, id, check, comment, change);
  }

  void acceptedFrom(
      String parent, String id, String check, String comment, Consumer<CcaPlan> change) {
    file.accepted(
        parent, id, rules.rule(check, Why.MALFORMED), comment, scene -> scene.with(change));
  }

  static Consumer<CcaPlan> platform(Consumer<CcaPart> change) {
    return plan -> change.accept(plan.platform);
  }

  static Consumer<CcaPlan> realm(Consumer<CcaPart> change) {
    return plan -> change.accept(plan.realm);
  }

  /** One claim of the platform, encoded. */
  static Consumer<CcaPlan> platformClaim(long key, byte[] value) {
    return plan -> plan.platform.claims.put(key, value);
  }

  static Consumer<CcaPlan> withoutPlatformClaim(long key) {
    return plan -> plan.platform.claims.remove(key);
  }

  /** One claim of the realm, encoded. */
  static Consumer<CcaPlan> realmClaim(long key, byte[] value) {
    return plan -> plan.realm.claims.put(key, value);
  }

  static Consumer<CcaPlan> withoutRealmClaim(long key) {
    return plan -> plan.realm.claims.remove(key);
  }

  /** A member of the last component. */
  static Consumer<CcaPlan> member(long key, byte[] value) {
    return plan -> last(plan).put(key, value);
  }

  static Map<Long, byte[]> last(CcaPlan plan) {
    return plan.components.get(plan.components.size() - 1);
  }

  static byte[] octets(int size) {
    return PlainCbor.octets(PsaPlan.pattern("octets", size));
  }
}
