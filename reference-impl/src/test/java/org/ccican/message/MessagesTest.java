package org.ccican.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import co.nstant.in.cbor.CborDecoder;
import co.nstant.in.cbor.CborException;
import co.nstant.in.cbor.model.ByteString;
import co.nstant.in.cbor.model.DataItem;
import co.nstant.in.cbor.model.UnicodeString;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.ccican.check.Checks;
import org.ccican.message.AgentMessage.ComponentRelease;
import org.ccican.message.AgentMessage.ComponentRequest;
import org.ccican.message.AgentMessage.Contact;
import org.ccican.message.AttestationMessage.AppraisalRequest;
import org.ccican.message.AttestationMessage.AttestationRequest;
import org.ccican.message.AttestationMessage.Deployed;
import org.ccican.message.AttestationMessage.EvidenceAnswer;
import org.ccican.message.AttestationMessage.EvidenceRequest;
import org.ccican.message.AttestationMessage.SecretRequest;
import org.ccican.message.PackagingMessage.Begin;
import org.ccican.message.PackagingMessage.Bundle;
import org.ccican.message.PackagingMessage.DeviceRequest;
import org.ccican.message.PackagingMessage.Packages;
import org.ccican.message.ProvisioningMessage.CreateEnvironment;
import org.ccican.message.ProvisioningMessage.EnvironmentCreated;
import org.ccican.message.ProvisioningMessage.LaunchRequest;
import org.ccican.message.ProvisioningMessage.MiddlewarePackage;
import org.ccican.message.ProvisioningMessage.MiddlewareQuery;
import org.ccican.message.ProvisioningMessage.Placement;
import org.ccican.message.ProvisioningMessage.PlacementRequest;
import org.ccican.message.ProvisioningMessage.Provisioned;
import org.ccican.message.ProvisioningMessage.Refusal;
import org.ccican.message.ProvisioningMessage.ResourceGrant;
import org.ccican.message.ProvisioningMessage.ResourceRequest;
import org.ccican.message.ProvisioningMessage.Start;
import org.ccican.message.ProvisioningMessage.WakeUp;
import org.ccican.reject.Reason;
import org.ccican.reject.Rejected;
import org.ccican.wire.Bytes;
import org.ccican.wire.Cbor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class MessagesTest {

  private static final Checks CHECKS = Checks.unbroken();
  private static final Bytes ID = Bytes.hex("00112233445566778899aabbccddeeff");
  private static final Bytes OCTETS = Bytes.utf8("some octets");

  @FunctionalInterface
  private interface Parser {
    Object parse(Bytes octets, Checks checks) throws Rejected;
  }

  /** A message, its octets, and how it is read. */
  private record Sample(Object message, Bytes octets, Parser parser) {

    @Override
    public String toString() {
      return message.getClass().getSimpleName();
    }
  }

  static Stream<Sample> samples() {
    return Stream.of(
        of(new Start("analytics", "sev-snp"), Start::parse),
        of(new ResourceRequest(ID, "analytics", "sev-snp"), ResourceRequest::parse),
        of(new ResourceGrant(ID, "https://127.0.0.1:1/x"), ResourceGrant::parse),
        of(new PlacementRequest(ID, "imaging", "tdx"), PlacementRequest::parse),
        of(new Placement(ID, "http://127.0.0.1:1/teep/00", "some"), Placement::parse),
        of(new MiddlewareQuery("imaging", "\u00e4\ud83d\ude00"), MiddlewareQuery::parse),
        of(new MiddlewarePackage("name", "imaging", "cca", OCTETS), MiddlewarePackage::parse),
        of(new WakeUp(ID, "http://127.0.0.1:1/teep", "imaging", "cca"), WakeUp::parse),
        of(new Provisioned(ID, "https://127.0.0.1:1/x"), Provisioned::parse),
        of(new CreateEnvironment("sev-snp"), CreateEnvironment::parse),
        of(new LaunchRequest(OCTETS), LaunchRequest::parse),
        of(new EnvironmentCreated(ID, "http://a", "https://b"), EnvironmentCreated::parse),
        of(new ComponentRequest("analytics"), ComponentRequest::parse),
        of(new Begin(3, "vm", "sev-snp", true), Begin::parse),
        of(
            new DeviceRequest(ID, "vm", "imaging", "cca", Bytes.EMPTY, List.of(OCTETS)),
            DeviceRequest::parse),
        of(new Packages(List.of(OCTETS, Bytes.EMPTY)), Packages::parse),
        of(new Bundle(Bytes.EMPTY, OCTETS, OCTETS), Bundle::parse),
        of(new ComponentRequest("imaging", Optional.of("http://tam")), ComponentRequest::parse),
        of(new ComponentRelease("imaging", Optional.of("http://tam")), ComponentRelease::parse),
        of(new Contact("http://tam", Optional.of(OCTETS)), Contact::parse),
        of(new Contact("http://tam", Optional.empty()), Contact::parse),
        of(AppraisalRequest.teep(OCTETS, ID), AppraisalRequest::parse),
        of(new Refusal("stale-nonce", "verifier.nonce", "too late"), Refusal::parse),
        of(new AttestationRequest(OCTETS), AttestationRequest::parse),
        of(new EvidenceRequest(ID, Bytes.zero(64)), EvidenceRequest::parse),
        of(new EvidenceAnswer("a/b", OCTETS, List.of(ID, OCTETS)), EvidenceAnswer::parse),
        of(new EvidenceAnswer("a/b", Bytes.EMPTY, List.of()), EvidenceAnswer::parse),
        of(
            new EvidenceAnswer("a/b", OCTETS, List.of(), Optional.of(OCTETS)),
            EvidenceAnswer::parse),
        of(
            new AppraisalRequest(
                OCTETS, ID, Optional.of(ID), List.of("one", "two"), Map.of("one", ID)),
            AppraisalRequest::parse),
        of(
            new AppraisalRequest(OCTETS, ID, Optional.empty(), List.of(), Map.of()),
            AppraisalRequest::parse),
        of(new Deployed(ID, "middleware 1"), Deployed::parse),
        of(new SecretRequest("data"), SecretRequest::parse));
  }

  @Test
  void samplesEveryKindOfMessage() {
    assertThat(samples().<Class<?>>map(sample -> sample.message().getClass()))
        .contains(ProvisioningMessage.class.getPermittedSubclasses())
        .contains(AgentMessage.class.getPermittedSubclasses())
        .contains(AttestationMessage.class.getPermittedSubclasses());
  }

  @ParameterizedTest
  @MethodSource("samples")
  void readsWhatItWrote(Sample sample) throws Rejected {
    assertThat(sample.parser().parse(sample.octets(), CHECKS)).isEqualTo(sample.message());
  }

  @ParameterizedTest
  @MethodSource("samples")
  void refusesEveryTruncation(Sample sample) {
    for (int size = 0; size < sample.octets().size(); size++) {
      Bytes cut = sample.octets().slice(0, size);
      assertThat(catchThrowableOfType(Rejected.class, () -> sample.parser().parse(cut, CHECKS)))
          .as("the first %d octets", size)
          .isNotNull();
    }
  }

  @ParameterizedTest
  @MethodSource("samples")
  void readsOrRefusesWhateverFlips(Sample sample) throws Rejected {
    Random random = new Random(99);
    for (int bit = 0; bit < sample.octets().size() * 8; bit++) {
      Bytes flipped = sample.octets().flip(bit / 8, bit % 8);
      Object read = orRefused(sample.parser(), flipped);
      assertThat(read).as("bit %d", bit).isNotEqualTo(sample.message());
      orRefused(sample.parser(), flipped.flip(random.nextInt(flipped.size()), random.nextInt(8)));
    }
  }

  @ParameterizedTest
  @MethodSource("samples")
  void refusesWhatIsNoMap(Sample sample) {
    for (Cbor other : List.of(Cbor.array(), Cbor.text("x"), Cbor.nil(), Cbor.map().build())) {
      Rejected refusal =
          catchThrowableOfType(Rejected.class, () -> sample.parser().parse(other.encode(), CHECKS));
      assertThat(refusal.check()).isEqualTo("evidence.message.shape");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 65, 4_096})
  void refusesARequestIdOfAnOddSize(int size) {
    Bytes octets = new Provisioned(Bytes.zero(size), "m").encode();

    Rejected refusal =
        catchThrowableOfType(Rejected.class, () -> Provisioned.parse(octets, CHECKS));
    assertThat(refusal.reason()).isEqualTo(Reason.OUT_OF_RANGE);
  }

  @Test
  void writesWhatAnotherDecoderReads() throws CborException {
    Bytes octets = new ResourceRequest(ID, "analytics", "sev-snp").encode();

    List<DataItem> items = CborDecoder.decode(octets.toArray());
    assertThat(items).hasSize(1);
    co.nstant.in.cbor.model.Map map = (co.nstant.in.cbor.model.Map) items.get(0);
    assertThat(map.getKeys()).hasSize(3);
    assertThat(map.get(new UnicodeString("request"))).isEqualTo(new ByteString(ID.toArray()));
    assertThat(map.get(new UnicodeString("application-type")))
        .isEqualTo(new UnicodeString("analytics"));
    assertThat(map.get(new UnicodeString("hardware-type"))).isEqualTo(new UnicodeString("sev-snp"));
  }

  @Test
  void saysWhyAndByWhichCheckItRefuses() {
    Refusal refusal =
        Refusal.of(new Rejected(Reason.STALE_NONCE, "verifier.nonce", "expected 00, found 01"));

    assertThat(refusal.reason()).isEqualTo("stale-nonce");
    assertThat(refusal.check()).isEqualTo("verifier.nonce");
    assertThat(refusal.detail()).contains("expected 00, found 01");
  }

  private static Object orRefused(Parser parser, Bytes octets) throws Rejected {
    try {
      return parser.parse(octets, CHECKS);
    } catch (Rejected refused) {
      return refused;
    }
  }

  private static Sample of(ProvisioningMessage message, Parser parser) {
    return new Sample(message, message.encode(), parser);
  }

  private static Sample of(AgentMessage message, Parser parser) {
    return new Sample(message, message.encode(), parser);
  }

  private static Sample of(AttestationMessage message, Parser parser) {
    return new Sample(message, message.encode(), parser);
  }

  private static Sample of(PackagingMessage message, Parser parser) {
    return new Sample(message, message.encode(), parser);
  }
}
