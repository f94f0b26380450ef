package org.ccican.transport;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ccican.check.Checks;
import org.ccican.evidence.Cmw;
import org.ccican.evidence.CmwCollection;
import org.ccican.evidence.CmwReader;
import org.ccican.evidence.CmwType;
import org.ccican.reject.Rejected;
import org.ccican.wire.Bytes;

/**
 * Evidence as it is submitted to the Veraison API: under a media type of its own, or in a wrapper.
 * A record is unwrapped, and a collection taken as it is.
 *
 * @param types media types of the evidence that the Verifier knows
 */
record VeraisonEvidence(List<String> types) {

  /**
   * A CMW in either encoding: its own types, and those that Veraison took before there were any.
   */
  private static final List<String> WRAPPERS =
      List.of(
          "application/cmw",
          Cmw.CBOR,
          Cmw.JSON,
          "application/vnd.veraison.cmw",
          "application/vnd.veraison.cmw+cbor",
          "application/vnd.veraison.cmw+json");

  VeraisonEvidence {
    types = List.copyOf(types);
  }

  /** Every media type that may be submitted. */
  List<String> accepted() {
    List<String> all = new ArrayList<>(types);
    all.add(Cmw.CBOR);
    all.add(Cmw.JSON);
    return all;
  }

  /**
   * The collection that a Verifier takes, evidence under its own media type.
   *
   * @return empty if the type is not known
   * @throws Rejected if it is a wrapper that cannot be read
   */
  Optional<Bytes> collection(String mediaType, Bytes body, Checks checks) throws Rejected {
    if (!WRAPPERS.contains(VeraisonReplies.essence(mediaType))) {
      return known(mediaType).map(type -> wrapped(type, body));
    }
    Cmw cmw = new CmwReader(checks).readEither(body);
    if (cmw instanceof Cmw.Record record) {
      return record.type() instanceof CmwType.MediaType type
          ? known(type.text()).map(named -> wrapped(named, record.value()))
          : Optional.empty();
    }
    return cmw instanceof Cmw.Collection ? Optional.of(cmw.encode()) : Optional.empty();
  }

  /** The Verifier's own spelling of a type. */
  private Optional<String> known(String mediaType) {
    return types.stream().filter(each -> VeraisonReplies.same(each, mediaType)).findFirst();
  }

  private static Bytes wrapped(String type, Bytes value) {
    return new CmwCollection(
            Map.of("evidence", new CmwCollection.Item(type, value, CmwCollection.EVIDENCE)))
        .encode();
  }
}
