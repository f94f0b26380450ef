package org.ccican.conformance.report;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * A run as the JUnit XML that CI systems read: a suite for each feature, a test case for each
 * scenario under the id of its requirement. Failed is a failure, and so is refused otherwise, which
 * its type tells apart; suite error and inconclusive are errors; blocked, not applicable and not
 * run are skipped. So is a failure that is known, or in quarantine, for a build goes on with it;
 * its message says that it failed. A baseline that is out of date and a run that is incomplete or
 * measured too little have test cases of their own.
 */
final class JunitReport {

  private static final int ATTRIBUTE = 500;

  private final RunReport report;
  private final XMLStreamWriter xml;

  private JunitReport(RunReport report, XMLStreamWriter xml) {
    this.report = report;
    this.xml = xml;
  }

  static byte[] render(RunReport report) {
    ByteArrayOutputStream octets = new ByteArrayOutputStream();
    try {
      XMLStreamWriter xml =
          XMLOutputFactory.newDefaultFactory()
              .createXMLStreamWriter(octets, StandardCharsets.UTF_8.name());
      new JunitReport(report, xml).write();
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("junit.xml cannot be written", e);
    }
    return octets.toByteArray();
  }

  private void write() throws XMLStreamException {
    Map<String, List<ScenarioResult>> features = new LinkedHashMap<>();
    for (ScenarioResult scenario : report.scenarios()) {
      features.computeIfAbsent(scenario.feature(), name -> new ArrayList<>()).add(scenario);
    }
    Map<String, String> broken = broken();
    xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
    start(0, "testsuites");
    attribute("name", "ccican " + report.suiteVersion());
    counts(report.scenarios(), broken.size());
    if (!broken.isEmpty()) {
      brokenRun(broken);
    }
    for (Map.Entry<String, List<ScenarioResult>> feature : features.entrySet()) {
      start(1, "testsuite");
      attribute("name", feature.getKey());
      counts(feature.getValue(), 0);
      attribute("timestamp", timestamp());
      properties();
      for (ScenarioResult scenario : feature.getValue()) {
        testcase(scenario);
      }
      end(1);
    }
    end(0);
    xml.writeEndDocument();
  }

  /** What is wrong with the run as a whole, by what it should have been. */
  private Map<String, String> broken() {
    Map<String, String> broken = new LinkedHashMap<>();
    if (!report.complete() || report.scenarios().isEmpty()) {
      broken.put(
          "the run came to its end and measured something",
          report.complete()
              ? "no scenario was run"
              : "the run is incomplete: " + report.incompleteReason());
    }
    GateResult gate = report.gate();
    if (gate.checks() < gate.minChecks()) {
      broken.put(
          "the run measured enough",
          gate.checks() + " checks were judged, at least " + gate.minChecks() + " have to be");
    }
    List<GateNote> stale = gate.notes().stream().filter(note -> note.kind().stale()).toList();
    for (GateNote note : stale) {
      broken.put("the baseline is right about " + note.scenario(), note.line());
    }
    return broken;
  }

  private void brokenRun(Map<String, String> broken) throws XMLStreamException {
    start(1, "testsuite");
    attribute("name", "the run itself");
    counts(List.of(), broken.size());
    attribute("timestamp", timestamp());
    properties();
    for (Map.Entry<String, String> each : broken.entrySet()) {
      start(2, "testcase");
      attribute("classname", "run");
      attribute("name", each.getKey());
      attribute("time", seconds(0));
      start(3, "error");
      attribute("message", each.getValue());
      attribute("type", "run");
      end(3);
      end(2);
    }
    end(1);
  }

  private void properties() throws XMLStreamException {
    start(2, "properties");
    property("suiteVersion", report.suiteVersion());
    property("catalogue", report.catalogue());
    property("seed", report.seed());
    property("instant", report.instant().toString());
    property("target", report.target().description());
    property("evidence", report.target().emulated() ? "emulated" : "as the target sent it");
    property("result", report.summary().claimLine());
    end(2);
  }

  private void property(String name, String value) throws XMLStreamException {
    newLine(3);
    xml.writeEmptyElement("property");
    attribute("name", name);
    attribute("value", value);
  }

  private void testcase(ScenarioResult scenario) throws XMLStreamException {
    start(2, "testcase");
    attribute("classname", scenario.requirement());
    attribute("name", scenario.id() + " " + scenario.name());
    attribute("time", seconds(scenario.millis()));
    String element = element(scenario);
    if (!element.isEmpty()) {
      start(3, element);
      attribute("message", known(scenario) + scenario.outcome().words() + message(scenario));
      if (!element.equals("skipped")) {
        attribute("type", scenario.outcome().id());
      }
      xml.writeCharacters(Text.visible(body(scenario)));
      xml.writeEndElement();
    }
    end(2);
  }

  private String element(ScenarioResult scenario) {
    if (report.gate().excused().contains(scenario.id())) {
      return "skipped";
    }
    return switch (scenario.outcome()) {
      case PASSED -> "";
      case FAILED, REFUSED_OTHERWISE -> "failure";
      case SUITE_ERROR, INCONCLUSIVE -> "error";
      case BLOCKED, INAPPLICABLE, NOT_RUN -> "skipped";
    };
  }

  private String known(ScenarioResult scenario) {
    return report
        .gate()
        .find(scenario.id())
        .filter(note -> note.kind().excuses())
        .map(note -> note.kind().words() + " (" + note.reason() + "): ")
        .orElse("");
  }

  private static String message(ScenarioResult scenario) {
    return scenario.detail().isEmpty() ? "" : ": " + scenario.detail();
  }

  private String body(ScenarioResult scenario) {
    StringBuilder body = new StringBuilder();
    append(body, "expected: ", scenario.expected());
    append(body, "actual: ", scenario.actual());
    append(body, "detail: ", scenario.detail());
    append(body, "put down to ", scenario.blame().words());
    append(body, "repeat: ", report.reproduction().only(scenario.requirement()));
    return body.toString();
  }

  private static void append(StringBuilder body, String label, String text) {
    if (!text.isEmpty()) {
      body.append(label).append(text).append('\n');
    }
  }

  private void counts(List<ScenarioResult> scenarios, int broken) throws XMLStreamException {
    int failures = 0;
    int errors = broken;
    int skipped = 0;
    long millis = 0;
    for (ScenarioResult scenario : scenarios) {
      millis += scenario.millis();
      switch (element(scenario)) {
        case "failure" -> failures++;
        case "error" -> errors++;
        case "skipped" -> skipped++;
        default -> {}
      }
    }
    attribute("tests", Integer.toString(scenarios.size() + broken));
    attribute("failures", Integer.toString(failures));
    attribute("errors", Integer.toString(errors));
    attribute("skipped", Integer.toString(skipped));
    attribute("time", seconds(millis));
  }

  /** In UTC and without a zone, as the schemas that CI systems publish have it. */
  private String timestamp() {
    return report
        .started()
        .atOffset(ZoneOffset.UTC)
        .format(DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss", Locale.ROOT));
  }

  private static String seconds(long millis) {
    return String.format(Locale.ROOT, "%d.%03d", millis / 1000, millis % 1000);
  }

  private void start(int depth, String element) throws XMLStreamException {
    newLine(depth);
    xml.writeStartElement(element);
  }

  private void end(int depth) throws XMLStreamException {
    newLine(depth);
    xml.writeEndElement();
  }

  private void newLine(int depth) throws XMLStreamException {
    xml.writeCharacters("\n" + "  ".repeat(depth));
  }

  private void attribute(String name, String value) throws XMLStreamException {
    xml.writeAttribute(name, Text.cut(Text.line(value), ATTRIBUTE));
  }
}
