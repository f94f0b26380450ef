package org.ccican.format.cca;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.ccican.reject.Rejected;
import org.ccican.wire.Bytes;
import org.ccican.wire.Cbor;
import org.ccican.wire.Fields;

/**
 * What the realm's token says (draft-ffm-rats-cca-token section 4.8). Everything is optional here,
 * so that claims-sets that break the rules can be read and written; claims that are not known are
 * passed over.
 *
 * @param profile absent in tokens of firmware from before the draft
 * @param challenges one as a rule, of 64 octets
 * @param array whether the challenges stood in an array
 * @param personalization 64 octets that the host chose for the realm
 * @param initial the realm's initial measurement, RIM
 * @param extensible the realm's four extensible measurements, REM
 * @param hash the algorithm of measurements, by its name
 * @param key the realm's attestation key, RAK: an encoded COSE_Key, before the draft a point
 * @param keyHash the algorithm of the hash of the key that the platform vouches for
 * @param encryption how memory is encrypted: {@code shared} or {@code private}
 */
public record CcaRealmClaims(
    Optional<String> profile,
    List<Bytes> challenges,
    boolean array,
    Optional<Bytes> personalization,
    Optional<Bytes> initial,
    Optional<List<Bytes>> extensible,
    Optional<String> hash,
    Optional<Bytes> key,
    Optional<String> keyHash,
    Optional<String> encryption) {

  static final String TYPES = "cca.realm.types";

  static final String PROFILE_2023 = "tag:arm.com,2023:realm#1.0.0";

  static final long CHALLENGE = 10;
  static final long PROFILE = 265;
  static final long PERSONALIZATION = 44_235;
  static final long HASH = 44_236;
  static final long KEY = 44_237;
  static final long INITIAL = 44_238;
  static final long EXTENSIBLE = 44_239;
  static final long KEY_HASH = 44_240;
  static final long ENCRYPTION = 44_241;

  public CcaRealmClaims {
    Objects.requireNonNull(profile);
    challenges = List.copyOf(challenges);
    Objects.requireNonNull(personalization);
    Objects.requireNonNull(initial);
    extensible = extensible.map(List::copyOf);
    Objects.requireNonNull(hash);
    Objects.requireNonNull(key);
    Objects.requireNonNull(keyHash);
    Objects.requireNonNull(encryption);
  }

  /**
   * Reads the claims.
   *
   * @throws Rejected if one has another type
   */
  public static CcaRealmClaims parse(Cbor.Map map) throws Rejected {
    Fields fields = Fields.of(map, TYPES);
    boolean array = map.find(CHALLENGE).filter(Cbor.Array.class::isInstance).isPresent();
    Optional<Cbor> extensible = map.find(EXTENSIBLE);
    return new CcaRealmClaims(
        fields.findText(PROFILE),
        array
            ? Fields.octetsList(fields.item(CHALLENGE), TYPES)
            : fields.findOctets(CHALLENGE).stream().toList(),
        array,
        fields.findOctets(PERSONALIZATION),
        fields.findOctets(INITIAL),
        extensible.isPresent()
            ? Optional.of(Fields.octetsList(extensible.get(), TYPES))
            : Optional.empty(),
        fields.findText(HASH),
        fields.findOctets(KEY),
        fields.findText(KEY_HASH),
        fields.findText(ENCRYPTION));
  }

  /** The claims with deterministic order and heads. */
  public Cbor.Map toCbor() {
    List<Cbor> all = challenges.stream().map(Cbor::octets).toList();
    return Cbor.map()
        .put(PROFILE, profile.map(Cbor::text))
        .put(CHALLENGE, array ? Optional.of(Cbor.array(all)) : all.stream().findFirst())
        .put(PERSONALIZATION, personalization.map(Cbor::octets))
        .put(INITIAL, initial.map(Cbor::octets))
        .put(
            EXTENSIBLE,
            extensible.map(list -> Cbor.array(list.stream().map(Cbor::octets).toList())))
        .put(HASH, hash.map(Cbor::text))
        .put(KEY, key.map(Cbor::octets))
        .put(KEY_HASH, keyHash.map(Cbor::text))
        .put(ENCRYPTION, encryption.map(Cbor::text))
        .build();
  }
}
