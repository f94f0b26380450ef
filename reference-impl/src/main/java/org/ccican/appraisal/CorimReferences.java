package org.ccican.appraisal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ccican.corim.CorimBuilder;
import org.ccican.corim.CorimMatch;
import org.ccican.corim.CorimTag;
import org.ccican.corim.Environment;
import org.ccican.corim.Measurement;
import org.ccican.corim.Triples;
import org.ccican.evidence.EventLog;
import org.ccican.reject.Rejected;
import org.ccican.trust.Pem;
import org.ccican.wire.Bytes;
import org.ccican.wire.Cbor;

/**
 * What the tags of CoRIMs say about evidence of one format (draft-ietf-rats-corim sections 5.1.5
 * and 5.1.10). Evidence is of the class that {@link CorimBuilder} has for its format, and of no
 * instance; it holds one element, its launch measurement. What was installed later are the elements
 * of a class of their own.
 *
 * @param format id of an evidence format
 * @param match how conditions are compared with what was found
 */
public record CorimReferences(List<CorimTag.Comid> tags, String format, CorimMatch match) {

  private static final long BYTES = 560;
  private static final long PEM_CERTIFICATE = 555;
  private static final long DER_CERTIFICATE = 562;

  public CorimReferences {
    tags = List.copyOf(tags);
  }

  /**
   * The launch measurements that reference triples mention and that satisfy one of them whole;
   * {@link #isLaunch} knows those as well that are not mentioned in full.
   */
  public Set<Bytes> measurements() {
    Set<Bytes> acceptable = new HashSet<>();
    for (Triples.Claims triple : triples()) {
      for (Measurement one : triple.measurements()) {
        mentioned(one).stream().filter(each -> isLaunch(each, triple)).forEach(acceptable::add);
      }
    }
    return acceptable;
  }

  /** Whether a launch measurement satisfies a reference triple, beside nothing else. */
  public boolean isLaunch(Bytes measurement) {
    return triples().stream().anyMatch(triple -> isLaunch(measurement, triple));
  }

  private boolean isLaunch(Bytes measurement, Triples.Claims triple) {
    List<Measurement> found =
        List.of(
            entry(Optional.of(Cbor.text(CorimBuilder.LAUNCH)), measurement),
            entry(Optional.empty(), measurement));
    return match.environment(triple.environment(), environment(format))
        && match.measurements(triple.measurements(), found);
  }

  /**
   * Whether what was installed is what a reference triple wants installed.
   *
   * @param one of the events
   * @param all of them: a triple may want several
   */
  public boolean isKnown(EventLog.Event one, List<EventLog.Event> all) {
    Measurement installed = entry(one);
    List<Measurement> found = all.stream().map(CorimReferences::entry).toList();
    for (Triples.Claims triple : triples()) {
      if (match.environment(triple.environment(), environment(CorimBuilder.COMPONENTS))
          && match.measurements(triple.measurements(), found)
          && triple.measurements().stream().anyMatch(each -> match.measurement(each, installed))) {
        return true;
      }
    }
    return false;
  }

  private List<Triples.Claims> triples() {
    return tags.stream().flatMap(tag -> tag.triples().references().stream()).toList();
  }

  /** Digests, and a raw value that is whole. */
  private static List<Bytes> mentioned(Measurement measurement) {
    List<Bytes> all = new ArrayList<>(measurement.digests());
    measurement.rawValue().ifPresent(all::add);
    return all;
  }

  private static Measurement entry(EventLog.Event event) {
    return entry(Optional.of(Cbor.text(event.component())), event.digest());
  }

  /** What evidence says of an element: its digest under both names of the algorithm, and raw. */
  private static Measurement entry(Optional<Cbor> element, Bytes digest) {
    List<Cbor> digests =
        CorimBuilder.algorithms(digest).stream()
            .map(algorithm -> Cbor.array(algorithm, Cbor.octets(digest)))
            .toList();
    Cbor.Map values =
        Cbor.map().put(2, Cbor.array(digests)).put(4, Cbor.tag(BYTES, Cbor.octets(digest))).build();
    return new Measurement(element, values, List.of());
  }

  private static Environment environment(String model) {
    return new Environment(CorimBuilder.environment(model));
  }

  /**
   * Certificates that lead to the keys of Attesting Environments, in DER; none is an anchor.
   *
   * @throws Rejected if what claims to be a certificate in PEM is none
   */
  public List<Bytes> endorsements() throws Rejected {
    List<Bytes> certificates = new ArrayList<>();
    for (CorimTag.Comid tag : tags) {
      for (Triples.Keys each : tag.triples().attestKeys()) {
        if (match.environment(each.environment(), environment(format))) {
          for (Cbor key : each.keys()) {
            certificates.addAll(certificates(key));
          }
        }
      }
    }
    return certificates;
  }

  private static List<Bytes> certificates(Cbor key) throws Rejected {
    if (key instanceof Cbor.Tag tag) {
      if (tag.number() == DER_CERTIFICATE && tag.content() instanceof Cbor.Octets der) {
        return List.of(der.value());
      }
      if (tag.number() == PEM_CERTIFICATE && tag.content() instanceof Cbor.Text text) {
        return Pem.blocks(Bytes.utf8(text.value()));
      }
    }
    return List.of();
  }
}
