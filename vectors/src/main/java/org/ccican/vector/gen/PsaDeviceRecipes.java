package org.ccican.vector.gen;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.ccican.vector.gen.DeviceKeys.Curve;

/**
 * What claims say of the device: caller, identities, state, software (RFC 9783 sections 4.1.2 to
 * 4.4).
 */
final class PsaDeviceRecipes extends PsaRecipe {

  private static final String CERTIFIED = "base.certified";

  PsaDeviceRecipes(VectorFile<PlannedCase<PsaPlan>> file) {
    super(file);
  }

  @Override
  void add() {
    caller();
    identities();
    state();
    certification();
    components();
  }

  private void caller() {
    refused(
        "client.missing",
        "psa.client-id.present",
        Why.MISSING_FIELD,
        "No caller.",
        without(PsaPlan.CLIENT));
    refused(
        "client.zero",
        "psa.client-id.range",
        Why.OUT_OF_RANGE,
        "The caller is 0, which is on neither side.",
        claim(PsaPlan.CLIENT, PlainCbor.integer(0)));
    refused(
        "client.large",
        "psa.client-id.range",
        Why.OUT_OF_RANGE,
        "2^32 + 1, which is 1 for those who drop the upper bits.",
        claim(PsaPlan.CLIENT, PlainCbor.head(0, (1L << 32) + 1, 8)));
  }

  private void identities() {
    byte[] instance = PsaPlan.instance(Curve.P256);
    refusedFrom(
        CERTIFIED,
        "instance.missing",
        "psa.instance-id.present",
        Why.MISSING_FIELD,
        "No instance; the certified key would do without.",
        without(PsaPlan.INSTANCE));
    refusedFrom(
        CERTIFIED,
        "instance.short",
        "psa.instance-id.size",
        Why.MALFORMED,
        "32 octets.",
        claim(PsaPlan.INSTANCE, PlainCbor.octets(Arrays.copyOf(instance, 32))));
    refusedFrom(
        CERTIFIED,
        "instance.long",
        "psa.instance-id.size",
        Why.MALFORMED,
        "34 octets.",
        claim(PsaPlan.INSTANCE, PlainCbor.octets(Arrays.copyOf(instance, 34))));
    byte[] imei = instance.clone();
    imei[0] = 2;
    refusedFrom(
        CERTIFIED,
        "instance.type",
        "psa.instance-id.type",
        Why.MALFORMED,
        "The first octet says that another kind of name follows.",
        claim(PsaPlan.INSTANCE, PlainCbor.octets(imei)));
    refused(
        "implementation.missing",
        "psa.implementation-id.present",
        Why.MISSING_FIELD,
        "No implementation.",
        without(PsaPlan.IMPLEMENTATION));
    refused(
        "implementation.short",
        "psa.implementation-id.size",
        Why.MALFORMED,
        "31 octets.",
        claim(PsaPlan.IMPLEMENTATION, octets(31)));
    refused(
        "implementation.long",
        "psa.implementation-id.size",
        Why.MALFORMED,
        "33 octets.",
        claim(PsaPlan.IMPLEMENTATION, octets(33)));
  }

  private void state() {
    refused(
        "lifecycle.missing",
        "psa.lifecycle.present",
        Why.MISSING_FIELD,
        "No lifecycle.",
        without(PsaPlan.LIFECYCLE));
    refused(
        "lifecycle.undefined",
        "psa.lifecycle.range",
        Why.OUT_OF_RANGE,
        "State 0x70, which nobody defined.",
        claim(PsaPlan.LIFECYCLE, PlainCbor.integer(0x7000)));
    refused(
        "lifecycle.above",
        "psa.lifecycle.range",
        Why.OUT_OF_RANGE,
        "0x13000: the lower 16 bits say secured.",
        claim(PsaPlan.LIFECYCLE, PlainCbor.integer(0x13000)));
    accepted(
        "lifecycle.minor",
        "psa.lifecycle.range",
        "Secured, and the lower octet is the implementation's.",
        claim(PsaPlan.LIFECYCLE, PlainCbor.integer(0x30ff)));
    refused(
        "seed.short",
        "psa.boot-seed.size",
        Why.MALFORMED,
        "7 octets of boot seed.",
        claim(PsaPlan.SEED, octets(7)));
    refused(
        "seed.long",
        "psa.boot-seed.size",
        Why.MALFORMED,
        "33 octets of boot seed.",
        claim(PsaPlan.SEED, octets(33)));
    accepted(
        "seed.least",
        "psa.boot-seed.size",
        "8 octets of boot seed.",
        claim(PsaPlan.SEED, octets(8)));
    accepted("seed.none", "psa.boot-seed.present#optional", "No boot seed.", without(PsaPlan.SEED));
  }

  private void certification() {
    refused(
        "certification.ean13",
        "psa.certification-reference.form",
        Why.MALFORMED,
        "An EAN-13 alone, as the first profile had it.",
        claim(PsaPlan.CERTIFICATION, PlainCbor.text("1234567890123")));
    refused(
        "certification.twelve",
        "psa.certification-reference.form",
        Why.MALFORMED,
        "Twelve digits before the dash.",
        claim(PsaPlan.CERTIFICATION, PlainCbor.text("123456789012-12345")));
    refused(
        "certification.line",
        "psa.certification-reference.form",
        Why.MALFORMED,
        "A line feed follows the right form.",
        claim(PsaPlan.CERTIFICATION, PlainCbor.text("1234567890123-12345\n")));
    accepted(
        "certification.none",
        "psa.certification-reference.form#optional",
        "No certification reference.",
        without(PsaPlan.CERTIFICATION));
  }

  private void components() {
    refused(
        "components.missing",
        "psa.components.present",
        Why.MISSING_FIELD,
        "No software components.",
        plan -> plan.components.clear());
    refused(
        "components.empty",
        "psa.components.present",
        Why.MISSING_FIELD,
        "An empty list of software components.",
        claim(PsaPlan.COMPONENTS, PlainCbor.array()));
    refused(
        "components.no-measurement",
        "psa.components.measurement",
        Why.MISSING_FIELD,
        "The last component was not measured.",
        plan -> last(plan).remove(2L));
    refused(
        "components.sha1",
        "psa.components.measurement-size",
        Why.MALFORMED,
        "The last measurement has the 20 octets of SHA-1.",
        member(2, octets(20)));
    refusedFrom(
        "base.each-component",
        "components.no-signer",
        "psa.components.signer",
        Why.MISSING_FIELD,
        "The last component has no signer.",
        plan -> last(plan).remove(5L));
    refusedFrom(
        "base.each-component",
        "components.short-signer",
        "psa.components.signer-size",
        Why.MALFORMED,
        "The last signer has 31 octets.",
        member(5, octets(31)));
    acceptedFrom(
        "base.each-component",
        "components.bare-minimum",
        "psa.components.measurement#type",
        "Measurements and signers alone; type, version and hash name are not wanted.",
        plan ->
            plan.components.forEach(
                each -> {
                  Map<Long, byte[]> least = new LinkedHashMap<>();
                  least.put(2L, each.get(2L));
                  least.put(5L, each.get(5L));
                  each.clear();
                  each.putAll(least);
                }));
  }
}
