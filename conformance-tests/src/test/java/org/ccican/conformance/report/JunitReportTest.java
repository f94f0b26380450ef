package org.ccican.conformance.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class JunitReportTest {

  static List<RunReport> runs() {
    return ReportFilesTest.runs();
  }

  @ParameterizedTest
  @MethodSource("runs")
  void countsWhatItHolds(RunReport run) throws Exception {
    Element root = parse(run);
    assertThat(root.getTagName()).isEqualTo("testsuites");
    counts(root);
    elements(root, "testsuite").forEach(JunitReportTest::counts);
    int own = run.complete() && !run.scenarios().isEmpty() ? 0 : 1;
    assertThat(elements(root, "testcase")).hasSize(run.scenarios().size() + own);
  }

  @Test
  void givesEachOutcomeItsElement() throws Exception {
    Element root = parse(SampleRuns.failed());
    assertThat(root.getAttribute("tests")).isEqualTo("11");
    assertThat(root.getAttribute("failures")).isEqualTo("2");
    assertThat(root.getAttribute("errors")).isEqualTo("2");
    assertThat(root.getAttribute("skipped")).isEqualTo("2");
    assertThat(child(root, "PROV-02.1")).isEmpty();
    assertThat(child(root, "PROV-02.2")).isEqualTo("failure");
    assertThat(child(root, "ATT-01.1")).isEqualTo("error");
    assertThat(child(root, "SEC-01.1")).isEqualTo("error");
    assertThat(child(root, "PROV-03.1")).isEqualTo("skipped");
    assertThat(child(root, "TEEP-03.1")).isEqualTo("skipped");
  }

  @Test
  void tellsAFailureInFull() throws Exception {
    Element root = parse(SampleRuns.failed());
    Element failed = testcase(root, "PROV-02.2");
    assertThat(failed.getAttribute("classname")).isEqualTo("PROV-02");
    assertThat(failed.getAttribute("name"))
        .isEqualTo("PROV-02.2 TAM refuses a response to a token it never issued");
    assertThat(failed.getAttribute("time")).isEqualTo("1.234");
    Element failure = elements(failed, "failure").get(0);
    assertThat(failure.getAttribute("message")).startsWith("failed: the token in the response was");
    assertThat(failure.getTextContent())
        .contains("expected: no Update follows the response\n")
        .contains("actual: an Update was sent, at message 14\n")
        .contains("repeat: ./ccican run --seed 5eed0001 --tags @req-PROV-02\n");
  }

  @Test
  void saysInAnErrorThatTheRunIsIncompleteOrEmpty() throws Exception {
    Element incomplete = elements(parse(SampleRuns.incomplete()), "error").get(0);
    assertThat(incomplete.getAttribute("message"))
        .isEqualTo(
            "the run is incomplete: "
                + "the TAM at the other end closed its port after 2 of 11 scenarios");
    Element empty = elements(parse(SampleRuns.empty()), "error").get(0);
    assertThat(empty.getAttribute("message")).isEqualTo("no scenario was run");
  }

  @Test
  void replacesWhatXmlForbids() throws Exception {
    Element failure = elements(parse(SampleRuns.hostile()), "failure").get(0);
    assertThat(failure.getAttribute("message"))
        .startsWith("failed: </script><img src=x onerror=alert(1)><!-- ]]> ${7*7}")
        .contains("⟨U+0000⟩⟨U+001B⟩[31m⟨U+0008⟩⟨U+FFFE⟩");
    assertThat(failure.getTextContent()).contains("⟨U+0000⟩").contains("x".repeat(10_000));
  }

  @Test
  void carriesTheClaimAndThatEvidenceIsEmulated() throws Exception {
    Element properties = elements(parse(SampleRuns.failed()), "properties").get(0);
    List<String> values = new ArrayList<>();
    elements(properties, "property").forEach(each -> values.add(each.getAttribute("value")));
    assertThat(values).contains("emulated", "5eed0001", SampleRuns.failed().summary().claimLine());
  }

  private static void counts(Element holder) {
    assertThat(holder.getAttribute("tests"))
        .isEqualTo(Integer.toString(elements(holder, "testcase").size()));
    assertThat(holder.getAttribute("failures"))
        .isEqualTo(Integer.toString(elements(holder, "failure").size()));
    assertThat(holder.getAttribute("errors"))
        .isEqualTo(Integer.toString(elements(holder, "error").size()));
    assertThat(holder.getAttribute("skipped"))
        .isEqualTo(Integer.toString(elements(holder, "skipped").size()));
    assertThat(holder.getAttribute("time")).matches("[0-9]+\\.[0-9]{3}");
  }

  private static Element parse(RunReport run) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
    factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    return factory
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(JunitReport.render(run)))
        .getDocumentElement();
  }

  private static Element testcase(Element root, String scenario) {
    return elements(root, "testcase").stream()
        .filter(each -> each.getAttribute("name").startsWith(scenario + " "))
        .findFirst()
        .orElseThrow();
  }

  private static String child(Element root, String scenario) {
    List<Element> children = elements(testcase(root, scenario), "*");
    return children.isEmpty() ? "" : children.get(0).getTagName();
  }

  private static List<Element> elements(Element holder, String name) {
    NodeList found = holder.getElementsByTagName(name);
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < found.getLength(); i++) {
      elements.add((Element) found.item(i));
    }
    return elements;
  }
}
