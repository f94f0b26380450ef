package org.ccican.corim;

import java.util.List;
import java.util.Objects;
import org.ccican.wire.Bytes;

/** What a CoRIM is a collection of (draft-ietf-rats-corim section 4.1.2). */
public sealed interface CorimTag {

  /** Claims about a module (section 5), tag 506. */
  record Comid(TagIdentity identity, List<TagIdentity> linked, Triples triples)
      implements CorimTag {

    public Comid {
      Objects.requireNonNull(identity);
      linked = List.copyOf(linked);
      Objects.requireNonNull(triples);
    }
  }

  /** Which tags are to be active (section 6), tag 508. */
  record TagList(TagIdentity identity, List<TagIdentity> active, Validity validity)
      implements CorimTag {

    public TagList {
      active = List.copyOf(active);
    }
  }

  /**
   * A software identification tag (RFC 9393), tag 505, into which nobody here looks.
   *
   * @param octets of its map
   */
  record Coswid(Bytes octets) implements CorimTag {}
}
