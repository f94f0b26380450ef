package org.ccican.corim;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.ccican.wire.Bytes;
import org.ccican.wire.Cbor;

/**
 * A concise reference integrity manifest (draft-ietf-rats-corim section 4.1), read by {@link
 * CorimReader}.
 *
 * @param map as it came, so that it is written again as it was
 * @param profile a URI or an OID, each with its tag
 */
public record Corim(
    Cbor.Map map, List<CorimTag> tags, Optional<Cbor> profile, Optional<Validity> validity) {

  public static final String UNSIGNED = "application/rim+cbor";
  public static final String SIGNED = "application/rim+cose";

  /** The tag of an unsigned CoRIM. */
  public static final long TAG = 501;

  public Corim {
    Objects.requireNonNull(map);
    tags = List.copyOf(tags);
    Objects.requireNonNull(profile);
    Objects.requireNonNull(validity);
  }

  public Bytes encode() {
    return Cbor.tag(TAG, map).encode();
  }

  /** The modules' tags. */
  public List<CorimTag.Comid> comids() {
    return tags.stream()
        .filter(CorimTag.Comid.class::isInstance)
        .map(CorimTag.Comid.class::cast)
        .toList();
  }
}
