package org.ccican.conformance.specimen;

import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Every message that the suite can send by itself, by the words of the features. */
public final class Specimens {

  private final Map<String, Specimen> byWords = new TreeMap<>();

  public Specimens() {
    for (List<Specimen> family :
        List.of(
            QueryRequestSpecimens.list(),
            TamResultSpecimens.list(),
            UpdateSpecimens.list(),
            ManifestSpecimens.list(),
            EnvelopeManifests.list(),
            ElementManifests.list(),
            SequenceManifests.list(),
            IndexManifests.list(),
            ParameterManifests.list(),
            ConditionManifests.list(),
            DirectiveManifests.list(),
            FlowManifests.list(),
            SeveredManifests.list(),
            DependencyManifests.list(),
            DependencySectionManifests.list(),
            UninstallManifests.list(),
            SeveralManifests.list(),
            EncryptedManifests.list(),
            VouchedManifests.list(),
            SignerManifests.list(),
            QueryResponseSpecimens.list(),
            SuccessSpecimens.list(),
            ErrorSpecimens.list())) {
      for (Specimen specimen : family) {
        if (byWords.put(specimen.words(), specimen) != null) {
          throw new IllegalStateException("two specimens are called " + specimen.words());
        }
      }
    }
  }

  /**
   * @throws IllegalArgumentException if no specimen has these words
   */
  public Specimen named(String words) {
    Specimen specimen = byWords.get(words);
    if (specimen == null) {
      throw new IllegalArgumentException("no specimen \"" + words + "\"");
    }
    return specimen;
  }

  public SortedSet<String> words() {
    return new TreeSet<>(byWords.keySet());
  }

  public List<Specimen> all() {
    return List.copyOf(byWords.values());
  }
}
