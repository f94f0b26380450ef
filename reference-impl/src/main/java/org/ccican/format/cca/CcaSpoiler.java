package org.ccican.format.cca;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.ccican.cose.CoseKey;
import org.ccican.format.arm.ArmLifecycle;
import org.ccican.format.arm.SoftwareComponent;
import org.ccican.wire.Bytes;
import org.ccican.wire.Cbor;

/** Makes one claim wrong, before it is signed. */
final class CcaSpoiler {

  private static final int SHORT_HASH = 20;
  private static final Cbor SHA_1 = Cbor.text("sha-1");

  private CcaSpoiler() {}

  /** What the realm says instead. */
  static Cbor.Map realm(Cbor.Map right, CcaDefect defect, CoseKey key) {
    return switch (defect) {
      case REALM_CLAIM_TYPE -> put(right, CcaRealmClaims.CHALLENGE, Cbor.text("challenge"));
      case REALM_KEY_MISSING -> without(right, CcaRealmClaims.KEY);
      case REALM_KEY_POINT ->
          put(
              right,
              CcaRealmClaims.KEY,
              Cbor.octets(octets(right, CcaRealmClaims.KEY).flip(keyEnd(right), 0)));
      case REALM_KEY_SHAPE -> shorter(right, CcaRealmClaims.KEY);
      case RAK_HASH_MISSING -> without(right, CcaRealmClaims.KEY_HASH);
      case RAK_HASH_UNKNOWN -> put(right, CcaRealmClaims.KEY_HASH, SHA_1);
      case BINDER_HASH -> put(right, CcaRealmClaims.KEY_HASH, Cbor.text(CcaHash.SHA_512.id()));
      case RAK_SWAPPED -> put(right, CcaRealmClaims.KEY, Cbor.octets(spelt(right, key)));
      case REALM_PROFILE_UNKNOWN ->
          put(right, CcaRealmClaims.PROFILE, Cbor.text("tag:example.org,2023:realm#2.0.0"));
      case CHALLENGE_MISSING -> without(right, CcaRealmClaims.CHALLENGE);
      case TWO_CHALLENGES -> doubled(right, CcaRealmClaims.CHALLENGE);
      case CHALLENGE_SHORT -> shorter(right, CcaRealmClaims.CHALLENGE);
      case CHALLENGE_LONG ->
          put(
              right,
              CcaRealmClaims.CHALLENGE,
              Cbor.octets(Bytes.concat(octets(right, CcaRealmClaims.CHALLENGE), Bytes.of(0))));
      case RPV_MISSING -> without(right, CcaRealmClaims.PERSONALIZATION);
      case RPV_SIZE -> shorter(right, CcaRealmClaims.PERSONALIZATION);
      case REALM_HASH_MISSING -> without(right, CcaRealmClaims.HASH);
      case REALM_HASH_UNKNOWN -> put(right, CcaRealmClaims.HASH, SHA_1);
      case RIM_MISSING -> without(right, CcaRealmClaims.INITIAL);
      case RIM_SIZE -> shorter(right, CcaRealmClaims.INITIAL);
      case REM_MISSING -> without(right, CcaRealmClaims.EXTENSIBLE);
      case REM_THREE -> registers(right, all -> all.subList(0, 3));
      case REM_FIVE ->
          registers(
              right,
              all -> {
                List<Cbor> more = new ArrayList<>(all);
                more.add(all.get(0));
                return more;
              });
      case REM_SIZE ->
          registers(
              right,
              all -> {
                List<Cbor> other = new ArrayList<>(all);
                other.set(3, Cbor.octets(Bytes.zero(SHORT_HASH)));
                return other;
              });
      case WRONG_REGISTER ->
          registers(
              right,
              all -> {
                List<Cbor> other = new ArrayList<>(all);
                other.set(3, Cbor.octets(((Cbor.Octets) all.get(3)).value().flip(0, 0)));
                return other;
              });
      case MEC_POLICY_UNKNOWN -> put(right, CcaRealmClaims.ENCRYPTION, Cbor.text("public"));
      case WRONG_MEASUREMENT -> flipped(right, CcaRealmClaims.INITIAL);
      case WRONG_REPORT_DATA -> flipped(right, CcaRealmClaims.CHALLENGE);
      default -> right;
    };
  }

  /** What the platform says instead. */
  static Cbor.Map platform(Cbor.Map right, CcaDefect defect) {
    return switch (defect) {
      case UNKNOWN_INSTANCE -> flipped(right, CcaPlatformClaims.INSTANCE);
      case CLAIM_TYPE -> put(right, CcaPlatformClaims.LIFECYCLE, Cbor.text("secured"));
      case PROFILE_MISSING -> without(right, CcaPlatformClaims.PROFILE);
      case UNKNOWN_PROFILE ->
          put(right, CcaPlatformClaims.PROFILE, Cbor.text("tag:example.org,2023:certified#1.0.0"));
      case NONCE_MISSING -> without(right, CcaPlatformClaims.NONCE);
      case TWO_NONCES -> doubled(right, CcaPlatformClaims.NONCE);
      case NONCE_SIZE -> shorter(right, CcaPlatformClaims.NONCE);
      case BINDER_BROKEN -> flipped(right, CcaPlatformClaims.NONCE);
      case INSTANCE_ID_MISSING -> without(right, CcaPlatformClaims.INSTANCE);
      case INSTANCE_ID_SIZE -> shorter(right, CcaPlatformClaims.INSTANCE);
      case INSTANCE_ID_TYPE ->
          put(
              right,
              CcaPlatformClaims.INSTANCE,
              Cbor.octets(octets(right, CcaPlatformClaims.INSTANCE).with(0, Bytes.of(2))));
      case IMPLEMENTATION_ID_MISSING -> without(right, CcaPlatformClaims.IMPLEMENTATION);
      case IMPLEMENTATION_ID_SIZE -> shorter(right, CcaPlatformClaims.IMPLEMENTATION);
      case LIFECYCLE_MISSING -> without(right, CcaPlatformClaims.LIFECYCLE);
      case LIFECYCLE_UNDEFINED -> put(right, CcaPlatformClaims.LIFECYCLE, Cbor.integer(0x7000));
      case LIFECYCLE_UNKNOWN -> lifecycle(right, ArmLifecycle.UNKNOWN);
      case LIFECYCLE_ASSEMBLY -> lifecycle(right, ArmLifecycle.ASSEMBLY_AND_TEST);
      case LIFECYCLE_PROVISIONING -> lifecycle(right, ArmLifecycle.ROT_PROVISIONING);
      case LIFECYCLE_ROT_DEBUG -> lifecycle(right, ArmLifecycle.RECOVERABLE_ROT_DEBUG);
      case LIFECYCLE_DECOMMISSIONED -> lifecycle(right, ArmLifecycle.DECOMMISSIONED);
      case DEBUG -> lifecycle(right, ArmLifecycle.NON_ROT_DEBUG);
      case CONFIG_MISSING -> without(right, CcaPlatformClaims.CONFIGURATION);
      case COMPONENTS_MISSING -> without(right, CcaPlatformClaims.COMPONENTS);
      case COMPONENTS_EMPTY -> put(right, CcaPlatformClaims.COMPONENTS, Cbor.array(List.of()));
      case MEASUREMENT_MISSING -> last(right, each -> each.withMeasurement(Optional.empty()));
      case MEASUREMENT_SHORT ->
          last(right, each -> each.withMeasurement(Optional.of(Bytes.zero(SHORT_HASH))));
      case SIGNER_MISSING -> last(right, each -> each.withSigner(Optional.empty()));
      case SIGNER_SHORT ->
          last(right, each -> each.withSigner(Optional.of(Bytes.zero(SHORT_HASH))));
      case PLATFORM_HASH_MISSING -> without(right, CcaPlatformClaims.HASH);
      case PLATFORM_HASH_UNKNOWN -> put(right, CcaPlatformClaims.HASH, SHA_1);
      default -> right;
    };
  }

  /** The realm's key as its claims spell keys. */
  static Bytes spelt(Cbor.Map realm, CoseKey key) {
    boolean point = octets(realm, CcaRealmClaims.KEY).at(0) == 4;
    return point ? key.point() : key.toCbor().encode();
  }

  /** The map with one value replaced or put. */
  static Cbor.Map put(Cbor.Map map, long label, Cbor value) {
    List<Cbor.Entry> entries = new ArrayList<>(without(map, label).entries());
    entries.add(new Cbor.Entry(Cbor.integer(label), value));
    return Cbor.map(entries);
  }

  private static Cbor.Map without(Cbor.Map map, long label) {
    return Cbor.map(
        map.entries().stream().filter(each -> !each.key().equals(Cbor.integer(label))).toList());
  }

  private static Bytes octets(Cbor.Map map, long label) {
    return map.find(label)
        .filter(Cbor.Octets.class::isInstance)
        .map(found -> ((Cbor.Octets) found).value())
        .orElseThrow();
  }

  /** The last octet of y: its last octet in either spelling. */
  private static int keyEnd(Cbor.Map map) {
    return octets(map, CcaRealmClaims.KEY).size() - 1;
  }

  private static Cbor.Map shorter(Cbor.Map map, long label) {
    Bytes right = octets(map, label);
    return put(map, label, Cbor.octets(right.slice(0, right.size() - 1)));
  }

  private static Cbor.Map flipped(Cbor.Map map, long label) {
    Bytes right = octets(map, label);
    return put(map, label, Cbor.octets(right.flip(right.size() - 1, 0)));
  }

  private static Cbor.Map doubled(Cbor.Map map, long label) {
    Bytes right = octets(map, label);
    return put(map, label, Cbor.array(Cbor.octets(right), Cbor.octets(right)));
  }

  private static Cbor.Map lifecycle(Cbor.Map map, ArmLifecycle state) {
    return put(map, CcaPlatformClaims.LIFECYCLE, Cbor.integer(state.value(0)));
  }

  private static Cbor.Map registers(Cbor.Map map, UnaryOperator<List<Cbor>> change) {
    Cbor.Array right = (Cbor.Array) map.find(CcaRealmClaims.EXTENSIBLE).orElseThrow();
    return put(map, CcaRealmClaims.EXTENSIBLE, Cbor.array(change.apply(right.items())));
  }

  private static Cbor.Map last(Cbor.Map map, UnaryOperator<SoftwareComponent> change) {
    Cbor.Array right = (Cbor.Array) map.find(CcaPlatformClaims.COMPONENTS).orElseThrow();
    List<Cbor> all = new ArrayList<>(right.items());
    all.set(all.size() - 1, change.apply(CcaEmulator.MONITOR).toCbor());
    return put(map, CcaPlatformClaims.COMPONENTS, Cbor.array(all));
  }
}
