package org.ccican.junit;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.ccican.check.Checks;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The class that a user writes, for a TAM that conforms: every test of it has to be green. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReferenceTamConformanceTest extends ConformanceSuite {

  private ServedTam tam;
  private Path recipe;

  @BeforeAll
  void start(@TempDir Path folder) throws IOException {
    tam = new ServedTam(Checks.unbroken());
    recipe = tam.recipe(folder);
  }

  @AfterAll
  void stop() {
    tam.close();
  }

  @Override
  protected Path recipe() {
    return recipe;
  }

  @Override
  protected Path report() {
    return recipe.resolveSibling("report");
  }

  @Override
  protected List<String> options() {
    return List.of("--tags", "@req-TEEP-03 or @req-TEEP-08 or @req-TOH-08");
  }
}
