package org.ccican.format.cca;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.ccican.format.arm.SoftwareComponent;
import org.ccican.reject.Rejected;
import org.ccican.wire.Bytes;
import org.ccican.wire.Cbor;
import org.ccican.wire.Fields;

/**
 * What the platform's token says (draft-ffm-rats-cca-token sections 4.3 to 4.7). Everything is
 * optional here, so that claims-sets that break the rules can be read and written; claims that are
 * not known are passed over.
 *
 * @param nonces one as a rule: the hash of the realm's key
 * @param array whether the nonces stood in an array
 * @param instance 33 octets, the first of them 1
 * @param implementation 32 octets
 * @param lifecycle 16 bits, see {@link org.ccican.format.arm.ArmLifecycle}
 * @param configuration any octets
 * @param service where a verification service is
 * @param hash the platform's hash algorithm, by its name
 */
public record CcaPlatformClaims(
    Optional<String> profile,
    List<Bytes> nonces,
    boolean array,
    Optional<Bytes> instance,
    Optional<Bytes> implementation,
    Optional<Long> lifecycle,
    Optional<Bytes> configuration,
    Optional<List<SoftwareComponent>> components,
    Optional<String> service,
    Optional<String> hash) {

  static final String TYPES = "cca.platform.types";

  static final String PROFILE_2023 = "tag:arm.com,2023:cca_platform#1.0.0";

  /** What firmware from before the draft names. */
  static final String PROFILE_LEGACY = "http://arm.com/CCA-SSD/1.0.0";

  static final long NONCE = 10;
  static final long INSTANCE = 256;
  static final long PROFILE = 265;
  static final long LIFECYCLE = 2395;
  static final long IMPLEMENTATION = 2396;
  static final long COMPONENTS = 2399;
  static final long SERVICE = 2400;
  static final long CONFIGURATION = 2401;
  static final long HASH = 2402;

  public CcaPlatformClaims {
    Objects.requireNonNull(profile);
    nonces = List.copyOf(nonces);
    Objects.requireNonNull(instance);
    Objects.requireNonNull(implementation);
    Objects.requireNonNull(lifecycle);
    Objects.requireNonNull(configuration);
    components = components.map(List::copyOf);
    Objects.requireNonNull(service);
    Objects.requireNonNull(hash);
  }

  /**
   * Reads the claims.
   *
   * @throws Rejected if one has another type
   */
  public static CcaPlatformClaims parse(Cbor.Map map) throws Rejected {
    Fields fields = Fields.of(map, TYPES);
    boolean array = map.find(NONCE).filter(Cbor.Array.class::isInstance).isPresent();
    Optional<Cbor> components = map.find(COMPONENTS);
    return new CcaPlatformClaims(
        fields.findText(PROFILE),
        array
            ? Fields.octetsList(fields.item(NONCE), TYPES)
            : fields.findOctets(NONCE).stream().toList(),
        array,
        fields.findOctets(INSTANCE),
        fields.findOctets(IMPLEMENTATION),
        fields.findInteger(LIFECYCLE),
        fields.findOctets(CONFIGURATION),
        components.isPresent()
            ? Optional.of(SoftwareComponent.list(components.get(), TYPES))
            : Optional.empty(),
        fields.findText(SERVICE),
        fields.findText(HASH));
  }

  /** The claims with deterministic order and heads. */
  public Cbor.Map toCbor() {
    List<Cbor> all = nonces.stream().map(Cbor::octets).toList();
    return Cbor.map()
        .put(PROFILE, profile.map(Cbor::text))
        .put(NONCE, array ? Optional.of(Cbor.array(all)) : all.stream().findFirst())
        .put(INSTANCE, instance.map(Cbor::octets))
        .put(IMPLEMENTATION, implementation.map(Cbor::octets))
        .put(LIFECYCLE, lifecycle.map(Cbor::integer))
        .put(CONFIGURATION, configuration.map(Cbor::octets))
        .put(
            COMPONENTS,
            components.map(
                list -> Cbor.array(list.stream().map(each -> (Cbor) each.toCbor()).toList())))
        .put(SERVICE, service.map(Cbor::text))
        .put(HASH, hash.map(Cbor::text))
        .build();
  }

  /**
   * The instance that a claims-set names, whatever else is wrong with it: 33 octets that begin with
   * 1, or nothing.
   */
  static Optional<Bytes> instance(Cbor.Map map) {
    return map.find(INSTANCE)
        .filter(Cbor.Octets.class::isInstance)
        .map(found -> ((Cbor.Octets) found).value())
        .filter(found -> found.size() == CcaPlatformForm.INSTANCE_SIZE && found.at(0) == 1);
  }
}
