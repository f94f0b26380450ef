package org.ccican.appraisal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ccican.corim.CorimBuilder;
import org.ccican.corim.CorimTag;
import org.ccican.corim.Environment;
import org.ccican.corim.Measurement;
import org.ccican.corim.Triples;
import org.ccican.reject.Rejected;
import org.ccican.trust.Pem;
import org.ccican.wire.Bytes;
import org.ccican.wire.Cbor;

/**
 * What the tags of CoRIMs say about evidence of one format (draft-ietf-rats-corim sections 5.1.5
 * and 5.1.10): an environment is of a format if the model of its class has the format's id.
 *
 * @param format id of an evidence format
 */
public record CorimReferences(List<CorimTag.Comid> tags, String format) {

  private static final long PEM_CERTIFICATE = 555;
  private static final long DER_CERTIFICATE = 562;

  public CorimReferences {
    tags = List.copyOf(tags);
  }

  /** Acceptable launch measurements and components, which are none without a triple. */
  public ReferenceValues values() {
    Set<Bytes> measurements = new HashSet<>();
    Map<String, Set<Bytes>> components = new HashMap<>();
    for (CorimTag.Comid tag : tags) {
      for (Triples.Claims each : tag.triples().references()) {
        if (isOf(each.environment(), format)) {
          each.measurements().stream()
              .filter(m -> m.key().isEmpty() || m.name().equals(Optional.of(CorimBuilder.LAUNCH)))
              .map(Measurement::digests)
              .forEach(measurements::addAll);
        }
        if (isOf(each.environment(), CorimBuilder.COMPONENTS)) {
          for (Measurement one : each.measurements()) {
            one.name()
                .ifPresent(
                    name ->
                        components
                            .computeIfAbsent(name, none -> new HashSet<>())
                            .addAll(one.digests()));
          }
        }
      }
    }
    return new ReferenceValues(measurements, components);
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
        if (isOf(each.environment(), format)) {
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

  private static boolean isOf(Environment environment, String model) {
    return environment.model().equals(Optional.of(model));
  }
}
