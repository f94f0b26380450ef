package org.ccican.conformance.requirement;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class VectorIndexTest {

  @Test
  void collectsVectorsByTheRequirementsTheyName() throws IOException {
    String file =
        """
        {"vectors": [
          {"id": "a", "requirements": ["SNP-01", "SNP-02"]},
          {"id": "b", "requirements": ["SNP-01"]},
          {"id": "c", "requirements": []}]}
        """;

    VectorIndex index = VectorIndex.of(List.of(JsonMapper.builder().build().readTree(file)));

    assertThat(index.of("SNP-01")).containsExactly("a", "b");
    assertThat(index.of("SNP-02")).containsExactly("a");
    assertThat(index.of("SNP-03")).isEmpty();
  }

  @Test
  void vectorsNameNoRequirementThatIsNotThere() {
    Requirements requirements = Requirements.load();

    assertThat(VectorIndex.load().requirements())
        .allSatisfy(id -> assertThat(requirements.find(id)).as(id).isPresent());
  }
}
