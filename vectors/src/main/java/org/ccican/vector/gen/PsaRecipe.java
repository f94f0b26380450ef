package org.ccican.vector.gen;

import java.util.Map;
import java.util.function.Consumer;

/** What recipes of PSA tokens have in common: how a change becomes a vector. */
abstract class PsaRecipe {

  static final String BASE = "base.es256";

  final VectorFile<PlannedCase<PsaPlan>> file;
  private final PsaRules rules = new PsaRules();

  PsaRecipe(VectorFile<PlannedCase<PsaPlan>> file) {
    this.file = file;
  }

  abstract void add();

  Rule rule(String check, Why why) {
    return rules.rule(check, why);
  }

  void refused(
      String id, String check, Why why, String comment, Consumer<PsaPlan> change, String... flags) {
    refusedFrom(BASE, id, check, why, comment, change, flags);
  }

  void refusedFrom(
      String parent,
      String id,
      String check,
      Why why,
      String comment,
      Consumer<PsaPlan> change,
      String... flags) {
    file.refused(parent, id, rule(check, why), comment, scene -> scene.with(change), flags);
  }

  void acceptedFrom(
      String parent,
      String id,
      String check,
      String comment,
      Consumer<PsaPlan> change,
      String... flags) {
    file.accepted(
        parent, id, rule(check, Why.MALFORMED), comment, scene -> scene.with(change), flags);
  }

  void accepted(
      String id, String check, String comment, Consumer<PsaPlan> change, String... flags) {
    acceptedFrom(BASE, id, check, comment, change, flags);
  }

  /** One claim of the usual profile, encoded. */
  static Consumer<PsaPlan> claim(long key, byte[] value) {
    return plan -> plan.claims.put(key, value);
  }

  static Consumer<PsaPlan> without(long key) {
    return plan -> plan.claims.remove(key);
  }

  /** A member of the last component. */
  static Consumer<PsaPlan> member(long key, byte[] value) {
    return plan -> last(plan).put(key, value);
  }

  static Map<Long, byte[]> last(PsaPlan plan) {
    return plan.components.get(plan.components.size() - 1);
  }

  static byte[] octets(int size) {
    return PlainCbor.octets(PsaPlan.pattern("octets", size));
  }

  /** The input without its last octet, or with more at its end. */
  static byte[] resized(byte[] octets, int difference) {
    return java.util.Arrays.copyOf(octets, octets.length + difference);
  }

  static byte[] flipped(byte[] octets, int offset) {
    byte[] copy = octets.clone();
    copy[offset] ^= 1;
    return copy;
  }

  static byte[] tail(byte[] octets, int from) {
    return java.util.Arrays.copyOfRange(octets, from, octets.length);
  }
}
