package org.ccican.corim;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.ccican.reject.Rejected;
import org.ccican.wire.Cbor;
import org.ccican.wire.Fields;

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
   * A software identification tag (RFC 9393), tag 505, as far as its payload gives reference
   * values.
   *
   * @param id a text, or the 16 octets of a UUID
   * @param files what the payload lists
   */
  record Coswid(Cbor id, List<SoftwareFile> files) implements CorimTag {

    private static final long PAYLOAD = 6;
    private static final long FILE = 17;

    public Coswid {
      Objects.requireNonNull(id);
      files = List.copyOf(files);
    }

    static Coswid parse(Cbor item, CorimRules rules) throws Rejected {
      Fields fields = Fields.of(item, CorimRules.SHAPE);
      List<SoftwareFile> files = new ArrayList<>();
      Optional<Cbor> payload = fields.find(PAYLOAD);
      if (payload.isPresent()) {
        Optional<Cbor> listed = Fields.of(payload.get(), CorimRules.SHAPE).find(FILE);
        if (listed.isPresent()) {
          // RFC 9393 section 2.2: one item, or an array of two or more
          Cbor all = listed.get();
          for (Cbor each : all instanceof Cbor.Array ? rules.some(all) : List.of(all)) {
            files.add(SoftwareFile.parse(each, rules));
          }
        }
      }
      return new Coswid(CorimRules.textOrUuid(fields.item(0)), files);
    }
  }

  /**
   * A file of a payload (RFC 9393 section 2.9.4).
   *
   * @param digest algorithm and octets, if it has them
   */
  record SoftwareFile(String name, Optional<Cbor> digest) {

    private static final long NAME = 24;
    private static final long HASH = 7;

    public SoftwareFile {
      Objects.requireNonNull(name);
      Objects.requireNonNull(digest);
    }

    static SoftwareFile parse(Cbor item, CorimRules rules) throws Rejected {
      Fields fields = Fields.of(item, CorimRules.SHAPE);
      Optional<Cbor> hash = fields.find(HASH);
      if (hash.isPresent()) {
        rules.digest(hash.get());
      }
      return new SoftwareFile(fields.text(NAME), hash);
    }

    /** The file as a measured element of its name. */
    Optional<Measurement> measurement() {
      return digest.map(
          hash ->
              new Measurement(
                  Optional.of(Cbor.text(name)),
                  Cbor.map().put(Measurement.DIGESTS, Cbor.array(hash)).build(),
                  List.of()));
    }
  }
}
