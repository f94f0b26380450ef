package org.ccican.teep;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.ccican.check.Checks;
import org.ccican.reject.Reason;
import org.ccican.reject.Rejected;
import org.ccican.wire.Bytes;
import org.ccican.wire.Cbor;

/** What a message must keep so that it is taken, beyond the types of its parts. */
final class TeepRules {

  private static final long MOST_VERSION = 0xffff_ffffL;

  /** Label of suit-report. */
  private static final long SYSTEM_COMPONENT_ID = 0;

  private static final Pattern LANGUAGE = Pattern.compile("[a-zA-Z]{1,8}(-[a-zA-Z0-9]{1,8})*");
  private static final Pattern MEDIA_TYPE =
      Pattern.compile("[A-Za-z0-9][!#$&^_.+A-Za-z0-9-]*/[A-Za-z0-9][!#$&^_.+A-Za-z0-9-]* *(;.*)?");

  private final Checks checks;

  TeepRules(Checks checks) {
    this.checks = checks;
  }

  void checkOptions(TeepOptions options) throws Rejected {
    new TeepLimits(checks).check(options);
    // spec| teep-protocol-26 §4.2: a token has 8 to 64 octets
    Rejected.unless(
        checks,
        "teep.token.size",
        within(options.token().map(Bytes::size), 8, 64),
        Reason.OUT_OF_RANGE,
        () -> "a token of " + options.token().get().size() + " octets, 8 to 64 expected");
    // spec| teep-protocol-26 §4.2: a challenge has 8 to 512 octets
    Rejected.unless(
        checks,
        "teep.challenge.size",
        within(options.challenge().map(Bytes::size), 8, 512),
        Reason.OUT_OF_RANGE,
        () -> "a challenge of " + options.challenge().get().size() + " octets, 8 to 512 expected");
    // spec| teep-protocol-26 App. C: every list has an element
    Rejected.unless(
        checks,
        "teep.list.some",
        lists(options).noneMatch(List::isEmpty),
        Reason.MISSING_FIELD,
        () -> "an option that is an empty list");
    // spec| teep-protocol-26 App. C: versions and extensions are unsigned and of four octets
    Rejected.unless(
        checks,
        "teep.version.size",
        Stream.of(options.versions(), options.extList(), options.selectedVersion().map(List::of))
            .flatMap(Optional::stream)
            .flatMap(List::stream)
            .allMatch(each -> each >= 0 && each <= MOST_VERSION),
        Reason.OUT_OF_RANGE,
        () -> "a version or extension outside 0 to " + MOST_VERSION);
    checkTexts(options);
    for (RequestedComponent each : options.requestedTcList().orElse(List.of())) {
      // spec| teep-protocol-26 §4.3: have-binary goes with a sequence number
      Rejected.unless(
          checks,
          "teep.requested-tc.sequence",
          !each.haveBinary().orElse(false) || each.sequenceNumber().isPresent(),
          Reason.MISSING_FIELD,
          () -> "have-binary for " + each.id() + " without a sequence number");
    }
    // spec| suit-report §4: system-property-claims say of which component they are
    Rejected.unless(
        checks,
        "teep.tc-list.component",
        options.tcList().orElse(List.of()).stream().allMatch(TeepRules::namesComponent),
        Reason.MISSING_FIELD,
        () -> "an installed component without component id");
    if (options.errCode().isPresent()) {
      checkCode(options.errCode().get());
    }
  }

  void checkMessage(TeepMessage message) throws Rejected {
    if (message instanceof TeepMessage.QueryRequest request) {
      checkRequest(request);
    } else if (message instanceof TeepMessage.Error error) {
      checkCode(error.code());
      checkCompanion(error);
    }
  }

  private void checkTexts(TeepOptions options) throws Rejected {
    // spec| teep-protocol-26 §4.4 to 4.6: msg and err-msg have 1 to 128 octets
    Rejected.unless(
        checks,
        "teep.text.size",
        within(options.msg().map(TeepRules::size), 1, 128)
            && within(options.errMsg().map(TeepRules::size), 1, 128),
        Reason.OUT_OF_RANGE,
        () -> "a message text that is empty or longer than 128 octets");
    // spec| teep-protocol-26 §4.6: err-lang is a language tag of at most 35 octets
    Rejected.unless(
        checks,
        "teep.err-lang",
        options
            .errLang()
            .map(lang -> size(lang) <= 35 && LANGUAGE.matcher(lang).matches())
            .orElse(true),
        Reason.MALFORMED,
        () -> "err-lang of " + size(options.errLang().get()) + " octets is no language tag");
    // spec| teep-protocol-26 §4.3: attestation-payload-format is a media type
    Rejected.unless(
        checks,
        "teep.attestation.format",
        options
            .attestationPayloadFormat()
            .map(format -> MEDIA_TYPE.matcher(format).matches())
            .orElse(true),
        Reason.MALFORMED,
        () -> "attestation-payload-format is no media type");
  }

  private void checkRequest(TeepMessage.QueryRequest request) throws Rejected {
    new TeepLimits(checks).check(request);
    boolean attestation = request.asks(TeepMessage.QueryRequest.ATTESTATION);
    // spec| teep-protocol-26 §4.2: a token is there if and only if no attestation is asked for
    Rejected.unless(
        checks,
        "teep.token.attestation",
        request.options().token().isPresent() != attestation,
        Reason.POLICY_VIOLATED,
        () -> attestation ? "a token beside the attestation bit" : "no token");
    // reading: §4.2 speaks of a challenge where the bit is clear; its other rules and the working
    // group's list mean where it is set
    // spec| teep-protocol-26 §4.2: no challenge unless attestation is asked for
    Rejected.unless(
        checks,
        "teep.challenge.attestation",
        attestation || request.options().challenge().isEmpty(),
        Reason.POLICY_VIOLATED,
        () -> "a challenge without the attestation bit");
    // spec| teep-protocol-26 §4.2: no freshness mechanisms unless attestation is asked for
    Rejected.unless(
        checks,
        "teep.freshness.attestation",
        attestation || request.options().freshnessMechanisms().isEmpty(),
        Reason.POLICY_VIOLATED,
        () -> "freshness mechanisms without the attestation bit");
    // spec| teep-protocol-26 App. C: at least one suite of at least one operation, and one profile
    Rejected.unless(
        checks,
        "teep.suites.some",
        !request.cipherSuites().isEmpty()
            && request.cipherSuites().stream().noneMatch(suite -> suite.operations().isEmpty())
            && !request.suitProfiles().isEmpty(),
        Reason.MISSING_FIELD,
        () -> "no cipher suite, a suite without operation, or no SUIT profile");
  }

  private void checkCode(TeepErrorCode code) throws Rejected {
    // spec| teep-protocol-26 §4.6: 0 is never used; numbers that are not known are errors as well
    Rejected.unless(
        checks,
        "teep.error.code",
        !(code instanceof TeepErrorCode.Other other) || other.number() > 0,
        Reason.OUT_OF_RANGE,
        () -> "err-code 0 or below");
  }

  private void checkCompanion(TeepMessage.Error error) throws Rejected {
    TeepOptions options = error.options();
    boolean complete = !(error.code() instanceof TeepErrorCode.Known known) || has(known, options);
    // spec| teep-protocol-26 §4.6: what is not supported comes with what is
    Rejected.unless(
        checks,
        "teep.error.companion",
        complete,
        Reason.MISSING_FIELD,
        () -> error.code() + " without the list of what is supported");
  }

  private static boolean has(TeepErrorCode.Known code, TeepOptions options) {
    return switch (code) {
      case UNSUPPORTED_FRESHNESS_MECHANISMS -> options.freshnessMechanisms().isPresent();
      case UNSUPPORTED_MSG_VERSION -> options.versions().isPresent();
      case UNSUPPORTED_CIPHER_SUITES -> options.cipherSuites().isPresent();
      case UNSUPPORTED_SUIT_REPORT -> options.suitProfiles().isPresent();
      case PERMANENT_ERROR,
          UNSUPPORTED_EXTENSION,
          BAD_CERTIFICATE,
          ATTESTATION_REQUIRED,
          CERTIFICATE_EXPIRED,
          TEMPORARY_ERROR,
          MANIFEST_PROCESSING_FAILED ->
          true;
    };
  }

  private static Stream<List<?>> lists(TeepOptions options) {
    Stream<Optional<? extends List<?>>> all =
        Stream.of(
            options.versions(),
            options.cipherSuites(),
            options.suitProfiles(),
            options.freshnessMechanisms(),
            options.suitReports(),
            options.tcList(),
            options.requestedTcList(),
            options.unneededManifestList(),
            options.extList(),
            options.manifestList());
    return all.flatMap(Optional::stream);
  }

  private static boolean namesComponent(Cbor claims) {
    return claims instanceof Cbor.Map map && map.find(SYSTEM_COMPONENT_ID).isPresent();
  }

  private static boolean within(Optional<Integer> size, int least, int most) {
    return size.map(found -> found >= least && found <= most).orElse(true);
  }

  private static int size(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
