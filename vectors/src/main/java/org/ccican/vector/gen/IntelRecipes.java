package org.ccican.vector.gen;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The vectors of Intel's quotes: the bases, then the changes of them, area by area. */
final class IntelRecipes {

  private IntelRecipes() {}

  static String comment(IntelFormat format) {
    return format.name()
        + " quotes, each with everything that its verdict depends on. Keys, platforms and"
        + " authorities are made up and published; no vector is of a real processor.";
  }

  /** What the flags of a file's vectors mean. */
  static Map<String, String> flags(VectorFile<PlannedCase<IntelPlan>> file) {
    Map<String, String> flags = new LinkedHashMap<>();
    flags.put(
        "strict-reserved",
        "Refused because octets or bits that the layout reserves are not zero. A target that"
            + " documents that it ignores them, as Intel's own library does, may accept.");
    flags.put(
        "strict-time",
        "Refused because something is not valid yet. Intel's own library looks at ends alone; a"
            + " target that documents the same may accept.");
    flags.put(
        "strict-form",
        "Refused because of the form of what nobody signs, such as a name that stands twice. A"
            + " target that documents that it takes it may accept.");
    flags.put(
        "demand",
        "The verdict rests on a demand in the policy. For a target that cannot be told to demand"
            + " it, the vector is inapplicable, which is not a pass.");
    Set<String> used =
        file.vectors().stream().flatMap(each -> each.flags().stream()).collect(Collectors.toSet());
    flags.keySet().retainAll(used);
    return flags;
  }

  static VectorFile<PlannedCase<IntelPlan>> file(IntelFormat format) {
    VectorFile<PlannedCase<IntelPlan>> file =
        new VectorFile<>(format.id(), IntelPolicies.all(format));
    for (IntelRecipe each :
        List.of(
            new IntelBaseRecipes(file, format),
            new IntelFormRecipes(file, format),
            new IntelChainRecipes(file, format),
            new IntelCrlRecipes(file, format),
            new IntelDocumentRecipes(file, format),
            new IntelEnclaveRecipes(file, format),
            new IntelLevelRecipes(file, format),
            new IntelModuleRecipes(file, format),
            new IntelClaimRecipes(file, format))) {
      each.add();
    }
    return file;
  }
}
