package org.ccican.conformance.matrix;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.ccican.conformance.report.HtmlPages;
import org.ccican.conformance.requirement.Requirements;

/** A matrix on disk: {@value #JSON} is the matrix, {@value #HTML} a view of it. */
public final class MatrixFiles {

  public static final String JSON = "kill-matrix.json";
  public static final String HTML = "kill-matrix.html";

  private MatrixFiles() {}

  /**
   * @param command that makes the same matrix again, for the page
   * @throws IOException if a file cannot be written
   */
  public static void write(
      KillMatrix matrix, Requirements requirements, String command, Path folder)
      throws IOException {
    Files.createDirectories(folder);
    Files.deleteIfExists(folder.resolve(HTML));
    Files.write(folder.resolve(JSON), mapper().writeValueAsBytes(matrix));
    Files.writeString(
        folder.resolve(HTML),
        HtmlPages.render("kill-matrix.ftlh", MatrixPage.of(matrix, requirements, command)));
  }

  /**
   * @throws IOException if there is no such file or it is no matrix
   */
  public static KillMatrix read(Path file) throws IOException {
    KillMatrix matrix = mapper().readValue(file.toFile(), KillMatrix.class);
    if (!KillMatrix.SCHEMA.equals(matrix.schema())) {
      throw new IOException(file + ": schema " + matrix.schema());
    }
    return matrix;
  }

  static JsonMapper mapper() {
    return JsonMapper.builder()
        .enable(SerializationFeature.INDENT_OUTPUT)
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .build();
  }
}
