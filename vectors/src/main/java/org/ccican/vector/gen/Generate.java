package org.ccican.vector.gen;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Rewrites the data directory; without a change of the recipes, with the octets it had. */
public final class Generate {

  private Generate() {}

  /**
   * @param arguments the data directory, {@code vectors/data} in a checkout
   */
  public static void main(String[] arguments) throws IOException {
    if (arguments.length != 1 || !Files.isDirectory(Path.of(arguments[0]))) {
      throw new IllegalArgumentException("the data directory is the one argument");
    }
    for (Map.Entry<String, String> each : files().entrySet()) {
      Path file = Path.of(arguments[0]).resolve(each.getKey());
      Files.writeString(file, each.getValue(), StandardCharsets.UTF_8);
    }
  }

  /** Every data file's name and its text. */
  static Map<String, String> files() {
    Map<String, String> files = new LinkedHashMap<>();
    VectorFile<SevSnpCase> snp = SevSnpRecipes.file();
    put(files, "sev-snp", SevSnpRecipes.COMMENT, snp, SevSnpRecipes.flags());
    for (IntelFormat format : IntelFormat.values()) {
      VectorFile<PlannedCase<IntelPlan>> quotes = IntelRecipes.file(format);
      put(files, format.id(), IntelRecipes.comment(format), quotes, IntelRecipes.flags(quotes));
    }
    put(files, "psa", PsaRecipes.COMMENT, PsaRecipes.file(), PsaRecipes.flags());
    put(files, "cca", CcaRecipes.COMMENT, CcaRecipes.file(), CcaRecipes.flags());
    put(files, "eat", EatRecipes.COMMENT, EatRecipes.file(), EatRecipes.flags());
    files.put("cmw.json", MessageWriter.write(CmwRecipes.COMMENT, CmwRecipes.file()));
    files.put("ear.json", MessageWriter.write(EarRecipes.COMMENT, EarRecipes.file()));
    files.put("corim.json", MessageWriter.write(CorimRecipes.COMMENT, CorimRecipes.file()));
    files.put("cbor.json", MessageWriter.write(CborRecipes.COMMENT, CborRecipes.file()));
    files.put("json.json", MessageWriter.write(JsonRecipes.COMMENT, JsonRecipes.file()));
    files.put("cose.json", MessageWriter.write(CoseRecipes.COMMENT, CoseRecipes.file()));
    files.put("teep.json", MessageWriter.write(TeepRecipes.COMMENT, TeepRecipes.file()));
    files.put("suit.json", MessageWriter.write(SuitRecipes.COMMENT, SuitRecipes.file()));
    files.put(
        "snp-launch.json", MessageWriter.write(SnpLaunchRecipes.COMMENT, SnpLaunchRecipes.file()));
    return files;
  }

  private static void put(
      Map<String, String> files,
      String format,
      String comment,
      VectorFile<?> file,
      Map<String, String> flags) {
    files.put(
        format + ".json",
        VectorWriter.write(format, comment, file.policies(), flags, file.vectors()));
  }
}
