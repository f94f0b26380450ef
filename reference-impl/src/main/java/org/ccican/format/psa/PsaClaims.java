package org.ccican.format.psa;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.ccican.cose.Crypto;
import org.ccican.format.arm.SoftwareComponent;
import org.ccican.reject.Rejected;
import org.ccican.wire.Bytes;
import org.ccican.wire.Cbor;
import org.ccican.wire.Fields;

/**
 * What a PSA token says (RFC 9783 section 4). Everything is optional here, so that claims-sets that
 * break the rules can be read and written; claims that are not known are passed over.
 *
 * @param profile by whose keys the claims were read; the first one where nothing else is known
 * @param named the profile claim; empty if there is none
 * @param nonces one as a rule; several, or one in an array, if somebody used the array notation
 * @param array whether the nonces stood in an array
 * @param client negative: a caller from the non-secure side; positive: from the secure one
 * @param instance 33 octets, the first of them 1
 * @param implementation 32 octets
 * @param lifecycle 16 bits, see {@link org.ccican.format.arm.ArmLifecycle}
 * @param seed 8 to 32 octets, in the first profile exactly 32
 * @param bare 1 where the first profile says that no software was measured
 * @param service where a verification service is
 */
public record PsaClaims(
    PsaProfile profile,
    Optional<String> named,
    List<Bytes> nonces,
    boolean array,
    Optional<Long> client,
    Optional<Bytes> instance,
    Optional<Bytes> implementation,
    Optional<Long> lifecycle,
    Optional<Bytes> seed,
    Optional<String> certification,
    Optional<List<SoftwareComponent>> components,
    Optional<Long> bare,
    Optional<String> service) {

  static final String TYPES = "psa.claims.types";

  public PsaClaims {
    Objects.requireNonNull(profile);
    Objects.requireNonNull(named);
    nonces = List.copyOf(nonces);
    Objects.requireNonNull(client);
    Objects.requireNonNull(instance);
    Objects.requireNonNull(implementation);
    Objects.requireNonNull(lifecycle);
    Objects.requireNonNull(seed);
    Objects.requireNonNull(certification);
    components = components.map(List::copyOf);
    Objects.requireNonNull(bare);
    Objects.requireNonNull(service);
  }

  /**
   * Reads the claims of the profile that the set names; of the first one where a set without name
   * has that one's keys, as it may.
   *
   * @throws Rejected if a claim has another type
   */
  public static PsaClaims parse(Cbor.Map map) throws Rejected {
    Fields fields = Fields.of(map, TYPES);
    Optional<String> named = fields.findText(PsaProfile.TFM.labels().profile());
    if (named.isEmpty()) {
      named = fields.findText(PsaProfile.LEGACY.labels().profile());
    }
    PsaProfile profile = profile(named, map);
    PsaProfile.Labels labels = profile.labels();
    Optional<Cbor> nonce = map.find(labels.nonce());
    boolean array = nonce.isPresent() && nonce.get() instanceof Cbor.Array;
    List<Bytes> nonces =
        array
            ? Fields.octetsList(nonce.get(), TYPES)
            : fields.findOctets(labels.nonce()).stream().toList();
    Optional<Cbor> components = map.find(labels.components());
    return new PsaClaims(
        profile,
        named,
        nonces,
        array,
        fields.findInteger(labels.client()),
        fields.findOctets(labels.instance()),
        fields.findOctets(labels.implementation()),
        fields.findInteger(labels.lifecycle()),
        fields.findOctets(labels.seed()),
        fields.findText(labels.certification()),
        components.isPresent()
            ? Optional.of(SoftwareComponent.list(components.get(), TYPES))
            : Optional.empty(),
        labels.bare().isPresent() ? fields.findInteger(labels.bare().get()) : Optional.empty(),
        fields.findText(labels.service()));
  }

  /**
   * The instance that a claims-set names, whatever else is wrong with it: 33 octets that begin with
   * 1, or nothing.
   */
  static Optional<Bytes> instance(Cbor.Map map) {
    return profile(Optional.empty(), map) == PsaProfile.LEGACY
        ? instance(map, PsaProfile.LEGACY)
        : instance(map, PsaProfile.TFM);
  }

  /** The claims with deterministic order and heads. */
  public Cbor.Map toCbor() {
    PsaProfile.Labels labels = profile.labels();
    Cbor.MapBuilder map =
        Cbor.map()
            .put(labels.profile(), named.map(Cbor::text))
            .put(labels.client(), client.map(Cbor::integer))
            .put(labels.instance(), instance.map(Cbor::octets))
            .put(labels.implementation(), implementation.map(Cbor::octets))
            .put(labels.lifecycle(), lifecycle.map(Cbor::integer))
            .put(labels.seed(), seed.map(Cbor::octets))
            .put(labels.certification(), certification.map(Cbor::text))
            .put(
                labels.components(),
                components.map(
                    all -> Cbor.array(all.stream().map(each -> (Cbor) each.toCbor()).toList())))
            .put(labels.service(), service.map(Cbor::text));
    labels.bare().ifPresent(label -> map.put(label, bare.map(Cbor::integer)));
    if (array) {
      map.put(labels.nonce(), Cbor.array(nonces.stream().map(Cbor::octets).toList()));
    } else {
      map.put(labels.nonce(), nonces.stream().findFirst().map(Cbor::octets));
    }
    return map.build();
  }

  /**
   * One value for all software: SHA-256 over the deterministic encoding of the components in their
   * order. A reference value of this kind says what must be there, which one of a single component
   * does not.
   */
  public static Bytes digest(List<SoftwareComponent> components) {
    return Crypto.sha256(
        Cbor.array(components.stream().map(each -> (Cbor) each.toCbor()).toList()).encode());
  }

  private static PsaProfile profile(Optional<String> named, Cbor.Map map) {
    Optional<PsaProfile> known = named.flatMap(PsaProfile::ofClaim);
    boolean legacy = PsaProfile.LEGACY.shows(map) && !PsaProfile.TFM.shows(map);
    return known.orElse(legacy ? PsaProfile.LEGACY : PsaProfile.TFM);
  }

  private static Optional<Bytes> instance(Cbor.Map map, PsaProfile profile) {
    return map.find(profile.labels().instance())
        .filter(Cbor.Octets.class::isInstance)
        .map(found -> ((Cbor.Octets) found).value())
        .filter(found -> found.size() == PsaForm.INSTANCE_SIZE && found.at(0) == 1);
  }
}
