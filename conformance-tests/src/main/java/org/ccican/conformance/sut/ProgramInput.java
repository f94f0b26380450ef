package org.ccican.conformance.sut;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ccican.cose.VerificationKey;
import org.ccican.format.Formats;
import org.ccican.message.AttestationMessage.AppraisalRequest;
import org.ccican.reject.Rejected;
import org.ccican.role.RoleId;
import org.ccican.trust.TrustAnchors;
import org.ccican.wire.Bytes;

/**
 * An appraisal as programs are told of it: as the question {@code appraise} of the adapter's
 * protocol, and as files.
 */
record ProgramInput(AppraisalCase asked, Situation situation, Formats formats) {

  /** Certificates of the roots, and keys where hardware has no certificate. */
  private List<Bytes> anchors() {
    TrustAnchors anchors = situation.bench().anchors();
    List<Bytes> all = new ArrayList<>();
    anchors.anchors().forEach(each -> all.add(each.der()));
    anchors.others().forEach(each -> all.add(each.der()));
    for (VerificationKey each : anchors.keys()) {
      if (each instanceof VerificationKey.Public known) {
        all.add(known.key().toSpki());
      }
    }
    return all;
  }

  AdapterQuestion question() {
    AppraisalRequest request = asked.request();
    AdapterQuestion question =
        AdapterQuestion.run(situation.log().id(), RoleId.VERIFIER.id(), "appraise")
            .text("at", situation.clock().instant().toString())
            .octets("collection", request.evidence())
            .text("format", asked.mediaType())
            .octets("evidence", asked.evidence())
            .octets("report-data", reportData())
            .octets("endorsements", asked.endorsements())
            .octets("nonce", request.nonce())
            .texts("required", request.required())
            .octets("components", request.components())
            .octets("anchors", anchors())
            .octets("reference-values", situation.bench().referenceValues())
            .octets("reference-values-key", situation.bench().author().toSpki());
    if (request.channelKey().isPresent()) {
      question = question.octets("channel-key", request.channelKey().get());
    }
    return asked.find("register-log").isPresent()
        ? question.octets("register-log", asked.find("register-log").get())
        : question;
  }

  /** The same by names, each of which may stand in the arguments: {@code {evidence}}. */
  Map<String, Bytes> files() {
    Map<String, Bytes> files = new LinkedHashMap<>();
    files.put("evidence", asked.evidence());
    files.put("collection", asked.request().evidence());
    int number = 1;
    for (Bytes each : asked.endorsements()) {
      files.put("endorsement-" + number++, each);
    }
    asked.find("register-log").ifPresent(log -> files.put("register-log", log));
    number = 1;
    for (Bytes each : anchors()) {
      files.put("trust/anchor-" + number++ + ".der", each);
    }
    files.put("reference-values", situation.bench().referenceValues());
    files.put("reference-values-key", situation.bench().author().toSpki());
    files.put("report-data.hex", Bytes.utf8(reportData().toHex()));
    files.put("nonce.hex", Bytes.utf8(asked.request().nonce().toHex()));
    files.put(
        "format.txt", Bytes.utf8(AppraisalCase.format(asked.mediaType(), formats).orElse("")));
    return files;
  }

  private Bytes reportData() {
    try {
      return asked.expectedReportData();
    } catch (Rejected e) {
      throw new IllegalStateException("claims that were read before", e);
    }
  }
}
