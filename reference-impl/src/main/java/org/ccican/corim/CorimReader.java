package org.ccican.corim;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ccican.check.Checks;
import org.ccican.reject.Reason;
import org.ccican.reject.Rejected;
import org.ccican.wire.Bytes;
import org.ccican.wire.Cbor;
import org.ccican.wire.CborDecoder;
import org.ccican.wire.CborProfile;
import org.ccican.wire.Fields;

/** Reads an unsigned CoRIM and the tags in it (draft-ietf-rats-corim sections 4.1, 5 and 6). */
public final class CorimReader {

  private static final long COSWID = 505;
  private static final long COMID = 506;
  private static final long TAG_LIST = 508;
  private static final long MANIFEST_SIGNER = 2;

  /** What drafts before the sixth called a CoRIM and a signed one. */
  private static final Set<Long> OLDER = Set.of(500L, 502L);

  private final CorimRules rules;

  public CorimReader(Checks checks) {
    this.rules = new CorimRules(checks);
  }

  /**
   * @throws Rejected if the octets are no unsigned CoRIM, or break a rule
   */
  public Corim read(Bytes octets) throws Rejected {
    Cbor item = decode(octets);
    long number = item instanceof Cbor.Tag tag ? tag.number() : -1;
    if (OLDER.contains(number)) {
      throw new Rejected(
          Reason.UNKNOWN_VERSION, "corim.version", "tag " + number + " of an older draft");
    }
    if (number != Corim.TAG) {
      throw new Rejected(
          Reason.WRONG_TYPE, CorimRules.SHAPE, "tag " + Corim.TAG + " expected at offset 0");
    }
    Fields fields = Fields.of(((Cbor.Tag) item).content(), CorimRules.SHAPE);
    CorimRules.textOrUuid(fields.item(0));
    List<CorimTag> tags = new ArrayList<>();
    for (Cbor each : rules.some(fields.item(1))) {
      tags.add(tag(each));
    }
    demandUnique(tags);
    Optional<Cbor> locators = fields.find(2);
    if (locators.isPresent()) {
      for (Cbor each : rules.some(locators.get())) {
        locator(each);
      }
    }
    entities(fields.find(5), true);
    Optional<Cbor> validity = fields.find(4);
    return new Corim(
        fields.map(),
        tags,
        profile(fields.find(3)),
        validity.isPresent() ? Optional.of(rules.validity(validity.get())) : Optional.empty());
  }

  /**
   * A CoMID by itself.
   *
   * @param octets of its map
   */
  public CorimTag.Comid readComid(Bytes octets) throws Rejected {
    Fields fields = Fields.of(decode(octets), CorimRules.SHAPE);
    fields.findText(0);
    TagIdentity identity = TagIdentity.parse(fields.item(1));
    entities(fields.find(2), false);
    List<TagIdentity> linked = new ArrayList<>();
    Optional<Cbor> links = fields.find(3);
    if (links.isPresent()) {
      for (Cbor each : rules.some(links.get())) {
        Fields link = Fields.of(each, CorimRules.SHAPE);
        long relation = link.integer(1);
        if (relation != 0 && relation != 1) {
          throw new Rejected(Reason.OUT_OF_RANGE, CorimRules.SHAPE, "relation " + relation);
        }
        linked.add(new TagIdentity(CorimRules.textOrUuid(link.item(0)), 0));
      }
    }
    return new CorimTag.Comid(identity, linked, new TriplesReader(rules).read(fields.item(4)));
  }

  /** As {@link #readComid}, for a list of tags. */
  public CorimTag.TagList readTagList(Bytes octets) throws Rejected {
    Fields fields = Fields.of(decode(octets), CorimRules.SHAPE);
    List<TagIdentity> active = new ArrayList<>();
    for (Cbor each : rules.some(fields.item(1))) {
      active.add(TagIdentity.parse(each));
    }
    return new CorimTag.TagList(
        TagIdentity.parse(fields.item(0)), active, rules.validity(fields.item(2)));
  }

  private Cbor decode(Bytes octets) throws Rejected {
    return new CborDecoder(rules.checks()).decode(octets, CborProfile.VALID);
  }

  private CorimTag tag(Cbor item) throws Rejected {
    if (!(item instanceof Cbor.Tag tag)) {
      throw CorimRules.wrong("a tagged byte string", item);
    }
    Bytes octets = Fields.octets(tag.content(), CorimRules.SHAPE);
    if (tag.number() == COMID) {
      return readComid(octets);
    }
    if (tag.number() == TAG_LIST) {
      return readTagList(octets);
    }
    if (tag.number() == COSWID) {
      return CorimTag.Coswid.parse(decode(octets), rules);
    }
    throw CorimRules.wrong("a CoMID, CoSWID or list of tags", item);
  }

  private void demandUnique(List<CorimTag> tags) throws Rejected {
    Set<Bytes> seen = new HashSet<>();
    for (CorimTag each : tags) {
      if (each instanceof CorimTag.Comid comid) {
        // spec| draft-ietf-rats-corim §5.1.1.1: a tag's identifier is its own
        Rejected.unless(
            rules.checks(),
            "corim.tag.unique",
            seen.add(comid.identity().id().encode()),
            Reason.DUPLICATE_KEY,
            () -> "two tags with one identifier");
      }
    }
  }

  private static Optional<Cbor> profile(Optional<Cbor> item) throws Rejected {
    if (item.isPresent() && CorimRules.isNoOid(item.get())) {
      CorimRules.uri(item.get());
    }
    return item;
  }

  private void locator(Cbor item) throws Rejected {
    Fields fields = Fields.of(item, CorimRules.SHAPE);
    Cbor href = fields.item(0);
    for (Cbor each : href instanceof Cbor.Array ? rules.some(href) : List.of(href)) {
      CorimRules.uri(each);
    }
    Optional<Cbor> thumbprint = fields.find(1);
    if (thumbprint.isPresent()) {
      List<Cbor> all = rules.some(thumbprint.get());
      for (Cbor each : all.get(0) instanceof Cbor.Array ? all : List.of(thumbprint.get())) {
        rules.digest(each);
      }
    }
  }

  private void entities(Optional<Cbor> item, boolean manifest) throws Rejected {
    if (item.isEmpty()) {
      return;
    }
    int signers = 0;
    for (Cbor each : rules.some(item.get())) {
      Fields entity = Fields.of(each, CorimRules.SHAPE);
      entity.text(0);
      if (entity.find(1).isPresent()) {
        CorimRules.uri(entity.item(1));
      }
      for (Cbor role : rules.some(entity.item(2))) {
        signers += Fields.integer(role, CorimRules.SHAPE) == MANIFEST_SIGNER ? 1 : 0;
      }
    }
    int found = signers;
    // spec| draft-ietf-rats-corim §4.1.5: no two entities are the signer of the manifest
    Rejected.unless(
        rules.checks(),
        "corim.entity.signer",
        !manifest || found < 2,
        Reason.DUPLICATE_KEY,
        () -> found + " signers");
  }
}
