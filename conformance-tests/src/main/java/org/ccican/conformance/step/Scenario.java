package org.ccican.conformance.step;

import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.ccican.conformance.trace.Stamp;
import org.ccican.conformance.trace.TraceEvent;

/**
 * What the tags of a scenario say of it.
 *
 * @param id permanent; from {@code @id-…}
 * @param requirement from {@code @req-…}
 * @param roles judged; from {@code @role-…}
 * @param level of the requirement; from {@code @level-…}
 * @param parent the accepted scenario from which a negative one departs; from {@code @parent-…},
 *     empty if there is none
 */
public record Scenario(
    String id,
    String name,
    String feature,
    int line,
    String requirement,
    List<String> roles,
    String level,
    boolean negative,
    String parent,
    List<String> tags) {

  public Scenario {
    roles = List.copyOf(roles);
    tags = List.copyOf(tags);
  }

  /** Where the features are, on the class path and in the names that are given to them there. */
  public static final String ROOT = "org/ccican/features/";

  /**
   * @param file of the feature; its name is what follows {@value #ROOT}
   * @param tags with their at signs, those of feature, rule, scenario and examples together
   * @throws IllegalArgumentException if a tag that every scenario has is missing or stands twice
   */
  public static Scenario of(String name, URI file, int line, Collection<String> tags) {
    String feature = file.toString().replaceFirst("^.*" + ROOT + "/*", "");
    String where = feature + ":" + line;
    return new Scenario(
        one("@id-", tags, where),
        name,
        feature,
        line,
        one("@req-", tags, where),
        all("@role-", tags),
        one("@level-", tags, where),
        tags.contains("@negative"),
        all("@parent-", tags).stream().findFirst().orElse(""),
        List.copyOf(tags));
  }

  /** The scenario as it begins in the log. */
  public TraceEvent.Scenario event(Stamp stamp) {
    return new TraceEvent.Scenario(
        stamp, name, feature, line, requirement, roles, level, negative, parent, tags);
  }

  private static String one(String prefix, Collection<String> tags, String where) {
    List<String> found = all(prefix, tags);
    if (found.size() != 1) {
      throw new IllegalArgumentException(
          where + ": one tag " + prefix + "… expected, found " + found);
    }
    return found.get(0);
  }

  private static List<String> all(String prefix, Collection<String> tags) {
    List<String> found = new ArrayList<>();
    for (String tag : tags) {
      if (tag.startsWith(prefix)) {
        found.add(tag.substring(prefix.length()));
      }
    }
    return found;
  }
}
