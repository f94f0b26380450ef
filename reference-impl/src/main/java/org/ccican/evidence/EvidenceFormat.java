package org.ccican.evidence;

import java.util.Objects;

/**
 * A kind of evidence.
 *
 * @param id short and permanent, for instance {@code sev-snp}; used in files, flags and tags
 * @param mediaType names the evidence where messages carry it
 */
public record EvidenceFormat(String id, String mediaType) {

  public EvidenceFormat {
    Objects.requireNonNull(id);
    Objects.requireNonNull(mediaType);
  }
}
