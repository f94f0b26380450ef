package org.ccican.format.psa;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.ccican.format.arm.ArmLifecycle;
import org.ccican.format.arm.SoftwareComponent;
import org.ccican.wire.Bytes;

/** Makes one claim wrong, before it is signed. */
final class PsaSpoiler {

  private static final int SHORT_HASH = 20;

  private PsaSpoiler() {}

  static PsaClaims spoil(PsaClaims right, Optional<PsaDefect> defect) {
    if (defect.isEmpty()) {
      return right;
    }
    Bytes nonce = right.nonces().get(0);
    Bytes instance = right.instance().orElseThrow();
    Bytes implementation = right.implementation().orElseThrow();
    return switch (defect.get()) {
      case PROFILE_MISSING -> new Draft(right).named(Optional.empty());
      case UNKNOWN_PROFILE ->
          new Draft(right).named(Optional.of("tag:psacertified.org,2023:psa#aes-mac"));
      case NONCE_MISSING -> new Draft(right).nonces(List.of(), false);
      case TWO_NONCES -> new Draft(right).nonces(List.of(nonce, Bytes.zero(nonce.size())), true);
      case NONCE_SIZE -> new Draft(right).nonces(List.of(shorter(nonce)), false);
      case WRONG_REPORT_DATA ->
          new Draft(right).nonces(List.of(nonce.flip(nonce.size() - 1, 0)), false);
      case CLIENT_ID_MISSING -> new Draft(right).client(Optional.empty());
      case CLIENT_ID_ZERO -> new Draft(right).client(Optional.of(0L));
      case NON_SECURE_CALLER -> new Draft(right).client(Optional.of(-1L));
      case UNKNOWN_INSTANCE -> new Draft(right).instance(Optional.of(instance.flip(32, 0)));
      case INSTANCE_ID_MISSING -> new Draft(right).instance(Optional.empty());
      case INSTANCE_ID_SIZE -> new Draft(right).instance(Optional.of(shorter(instance)));
      case INSTANCE_ID_TYPE ->
          new Draft(right).instance(Optional.of(instance.with(0, Bytes.of(2))));
      case IMPLEMENTATION_ID_MISSING -> new Draft(right).implementation(Optional.empty());
      case IMPLEMENTATION_ID_SIZE ->
          new Draft(right).implementation(Optional.of(shorter(implementation)));
      case LIFECYCLE_MISSING -> new Draft(right).lifecycle(Optional.empty());
      case LIFECYCLE_UNDEFINED -> new Draft(right).lifecycle(Optional.of(0x7000L));
      case LIFECYCLE_UNKNOWN -> lifecycle(right, ArmLifecycle.UNKNOWN);
      case LIFECYCLE_PROVISIONING -> lifecycle(right, ArmLifecycle.ROT_PROVISIONING);
      case LIFECYCLE_ROT_DEBUG -> lifecycle(right, ArmLifecycle.RECOVERABLE_ROT_DEBUG);
      case LIFECYCLE_DECOMMISSIONED -> lifecycle(right, ArmLifecycle.DECOMMISSIONED);
      case DEBUG -> lifecycle(right, ArmLifecycle.NON_ROT_DEBUG);
      case BOOT_SEED_MISSING -> new Draft(right).seed(Optional.empty());
      case BOOT_SEED_SHORT ->
          new Draft(right)
              .seed(Optional.of(Bytes.zero(right.profile() == PsaProfile.LEGACY ? 31 : 7)));
      case BOOT_SEED_LONG -> new Draft(right).seed(Optional.of(Bytes.zero(33)));
      case CERTIFICATION_REFERENCE -> new Draft(right).certification("000000000000");
      case COMPONENTS_MISSING -> new Draft(right).components(Optional.empty());
      case COMPONENTS_EMPTY -> new Draft(right).components(Optional.of(List.of()));
      case COMPONENTS_AND_NONE -> new Draft(right).bare(1);
      case MEASUREMENT_MISSING -> last(right, each -> each.withMeasurement(Optional.empty()));
      case MEASUREMENT_SHORT -> last(right, each -> each.withMeasurement(cut(each.measurement())));
      case WRONG_MEASUREMENT ->
          last(
              right, each -> each.withMeasurement(each.measurement().map(hash -> hash.flip(0, 0))));
      case SIGNER_MISSING -> last(right, each -> each.withSigner(Optional.empty()));
      case SIGNER_SHORT -> last(right, each -> each.withSigner(cut(each.signer())));
      default -> right;
    };
  }

  private static PsaClaims lifecycle(PsaClaims right, ArmLifecycle state) {
    return new Draft(right).lifecycle(Optional.of((long) state.value(0)));
  }

  /** The last component is the agent. */
  private static PsaClaims last(PsaClaims right, UnaryOperator<SoftwareComponent> change) {
    List<SoftwareComponent> all = new ArrayList<>(right.components().orElseThrow());
    all.set(all.size() - 1, change.apply(all.get(all.size() - 1)));
    return new Draft(right).components(Optional.of(all));
  }

  private static Optional<Bytes> cut(Optional<Bytes> hash) {
    return hash.map(found -> found.slice(0, SHORT_HASH));
  }

  private static Bytes shorter(Bytes octets) {
    return octets.slice(0, octets.size() - 1);
  }

  /** Claims of which one is to be replaced. */
  private record Draft(PsaClaims right) {

    PsaClaims named(Optional<String> other) {
      return with(other, right.nonces(), right.array(), right.client(), right.instance());
    }

    PsaClaims nonces(List<Bytes> other, boolean array) {
      return with(right.named(), other, array, right.client(), right.instance());
    }

    PsaClaims client(Optional<Long> other) {
      return with(right.named(), right.nonces(), right.array(), other, right.instance());
    }

    PsaClaims instance(Optional<Bytes> other) {
      return with(right.named(), right.nonces(), right.array(), right.client(), other);
    }

    PsaClaims implementation(Optional<Bytes> other) {
      return state(other, right.lifecycle(), right.seed(), right.certification());
    }

    PsaClaims lifecycle(Optional<Long> other) {
      return state(right.implementation(), other, right.seed(), right.certification());
    }

    PsaClaims seed(Optional<Bytes> other) {
      return state(right.implementation(), right.lifecycle(), other, right.certification());
    }

    PsaClaims certification(String other) {
      return state(right.implementation(), right.lifecycle(), right.seed(), Optional.of(other));
    }

    PsaClaims components(Optional<List<SoftwareComponent>> other) {
      return software(other, right.bare());
    }

    PsaClaims bare(long other) {
      return software(right.components(), Optional.of(other));
    }

    private PsaClaims with(
        Optional<String> named,
        List<Bytes> nonces,
        boolean array,
        Optional<Long> client,
        Optional<Bytes> instance) {
      return new PsaClaims(
          right.profile(),
          named,
          nonces,
          array,
          client,
          instance,
          right.implementation(),
          right.lifecycle(),
          right.seed(),
          right.certification(),
          right.components(),
          right.bare(),
          right.service());
    }

    private PsaClaims state(
        Optional<Bytes> implementation,
        Optional<Long> lifecycle,
        Optional<Bytes> seed,
        Optional<String> certification) {
      return new PsaClaims(
          right.profile(),
          right.named(),
          right.nonces(),
          right.array(),
          right.client(),
          right.instance(),
          implementation,
          lifecycle,
          seed,
          certification,
          right.components(),
          right.bare(),
          right.service());
    }

    private PsaClaims software(Optional<List<SoftwareComponent>> components, Optional<Long> bare) {
      return new PsaClaims(
          right.profile(),
          right.named(),
          right.nonces(),
          right.array(),
          right.client(),
          right.instance(),
          right.implementation(),
          right.lifecycle(),
          right.seed(),
          right.certification(),
          components,
          bare,
          right.service());
    }
  }
}
