package org.ccican.corim;

import java.util.Objects;
import org.ccican.reject.Rejected;
import org.ccican.wire.Cbor;
import org.ccican.wire.Fields;

/**
 * Which tag it is, and in which revision (draft-ietf-rats-corim section 5.1.1).
 *
 * @param id a text, or the 16 octets of a UUID
 * @param version 0 where none is given
 */
public record TagIdentity(Cbor id, long version) {

  public TagIdentity {
    Objects.requireNonNull(id);
  }

  static TagIdentity parse(Cbor item) throws Rejected {
    Fields fields = Fields.of(item, CorimRules.SHAPE);
    Cbor id = CorimRules.textOrUuid(fields.item(0));
    long version = 0;
    if (fields.find(1).isPresent()) {
      CorimRules.unsigned(fields.item(1));
      version = fields.integer(1);
    }
    return new TagIdentity(id, version);
  }
}
