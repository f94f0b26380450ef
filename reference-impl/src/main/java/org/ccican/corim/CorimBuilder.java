package org.ccican.corim;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ccican.wire.Bytes;
import org.ccican.wire.Cbor;

/**
 * Writes CoRIMs of one CoMID with reference values and certificates of Attesting Environments, in
 * our own profile: an environment is a class of vendor and model, and each acceptable state is a
 * triple of its own (draft-ietf-rats-corim section 5.1.5).
 */
public final class CorimBuilder {

  /** The vendor of a class in our profile. */
  public static final String VENDOR = "ccican.org";

  /** The measured element that a launch measurement is of. */
  public static final String LAUNCH = "launch";

  /** The model of the class whose elements were installed after launch. */
  public static final String COMPONENTS = "components";

  private static final long SHA_256 = 1;
  private static final long SHA_384 = 7;
  private static final long SHA_512 = 8;

  private final String id;
  private final List<Cbor> references = new ArrayList<>();
  private final List<Cbor> certificates = new ArrayList<>();
  private Optional<Validity> validity = Optional.empty();

  /**
   * @param id of the manifest and of its one tag
   */
  public CorimBuilder(String id) {
    this.id = id;
  }

  /** A launch measurement that is acceptable for evidence of a format. */
  public CorimBuilder launch(String format, Bytes measurement) {
    return reference(format, LAUNCH, measurement);
  }

  /** A component that may be installed. */
  public CorimBuilder component(String name, Bytes digest) {
    return reference(COMPONENTS, name, digest);
  }

  /**
   * A certificate that leads to a key of an Attesting Environment.
   *
   * @param der as in label 562
   */
  public CorimBuilder certificate(String format, Bytes der) {
    certificates.add(Cbor.array(environment(format), Cbor.array(Cbor.tag(562, Cbor.octets(der)))));
    return this;
  }

  public CorimBuilder valid(Validity period) {
    validity = Optional.of(period);
    return this;
  }

  private CorimBuilder reference(String model, String element, Bytes digest) {
    Cbor digests = Cbor.array(Cbor.array(algorithms(digest).get(0), Cbor.octets(digest)));
    Cbor.Map measurement =
        Cbor.map()
            .put(0, Cbor.text(element))
            .put(1, Cbor.map().put(Measurement.DIGESTS, digests).build())
            .build();
    references.add(Cbor.array(environment(model), Cbor.array(measurement)));
    return this;
  }

  /** A class of our vendor. */
  public static Cbor.Map environment(String model) {
    Cbor.Map named = Cbor.map().put(1, Cbor.text(VENDOR)).put(2, Cbor.text(model)).build();
    return Cbor.map().put(0, named).build();
  }

  /**
   * What the algorithm of a digest is called, its number first. By the size: SHA-256, SHA-384 or
   * SHA-512; what is no such digest has a name of its own.
   */
  public static List<Cbor> algorithms(Bytes digest) {
    return switch (digest.size()) {
      case 32 -> List.of(Cbor.integer(SHA_256), Cbor.text("sha-256"));
      case 48 -> List.of(Cbor.integer(SHA_384), Cbor.text("sha-384"));
      case 64 -> List.of(Cbor.integer(SHA_512), Cbor.text("sha-512"));
      default -> List.of(Cbor.text("measurement"));
    };
  }

  /** The manifest in deterministic encoding, tag included. */
  public Bytes encode() {
    Cbor.MapBuilder triples = Cbor.map();
    if (!references.isEmpty()) {
      triples.put(0, Cbor.array(references));
    }
    if (!certificates.isEmpty()) {
      triples.put(3, Cbor.array(certificates));
    }
    Cbor.Map comid =
        Cbor.map().put(1, Cbor.map().put(0, Cbor.text(id)).build()).put(4, triples.build()).build();
    Cbor.Map corim =
        Cbor.map()
            .put(0, Cbor.text(id))
            .put(1, Cbor.array(Cbor.tag(506, Cbor.wrapped(comid))))
            .put(3, CorimProfile.CCICAN.toCbor())
            .put(4, validity.map(CorimBuilder::period))
            .build();
    return Cbor.tag(Corim.TAG, corim).encode();
  }

  private static Cbor period(Validity validity) {
    return Cbor.map()
        .put(0, validity.notBefore().map(begin -> Cbor.tag(1, Cbor.integer(begin))))
        .put(1, Cbor.tag(1, Cbor.integer(validity.notAfter())))
        .build();
  }
}
