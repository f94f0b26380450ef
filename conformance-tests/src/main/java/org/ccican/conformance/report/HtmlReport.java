package org.ccican.conformance.report;

/** A run as one page. */
final class HtmlReport {

  private HtmlReport() {}

  static String render(RunReport report) {
    return HtmlPages.render("report.ftlh", new PageMaker(report).page());
  }
}
