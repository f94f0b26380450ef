package org.ccican.conformance.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Scenarios as the page shows them, within allowances for the page as a whole: those asked for
 * first get their octets and long texts, later ones less, and the page says so.
 */
final class ScenarioViews {

  private static final Pattern NAMED = Pattern.compile("\\bmessage ([0-9]{1,6})\\b");
  private static final int LONG_TEXT = 2_000;
  private static final int SHORT_TEXT = 200;
  private static final int MESSAGES = 60;
  private static final int OCTETS_UNFOLDED = MessageLine.EXCERPT;
  private static final int OCTETS_FOLDED = 64;

  private final Function<String, Page.Link> requirementLink;
  private final Function<String, Page.Link> scenarioLink;
  private final Function<String, String> known;
  private int textLeft = 500_000;
  private int octetsLeft = 160_000;
  private boolean octetsOmitted;

  ScenarioViews(
      Function<String, Page.Link> requirementLink,
      Function<String, Page.Link> scenarioLink,
      Function<String, String> known) {
    this.requirementLink = requirementLink;
    this.scenarioLink = scenarioLink;
    this.known = known;
  }

  /** Whether octets were left out because the page would have become too long. */
  boolean octetsOmitted() {
    return octetsOmitted;
  }

  /**
   * @param open whether the scenario needs attention: shown unfolded, with more octets
   */
  Page.ScenarioView view(ScenarioResult scenario, boolean open) {
    List<MessageLine> shown =
        scenario.messages().subList(0, Math.min(MESSAGES, scenario.messages().size()));
    List<Page.MessageView> messages = new ArrayList<>();
    Set<Integer> named = open ? named(scenario.actual()) : Set.of();
    for (MessageLine message : shown) {
      messages.add(
          message(message, open ? OCTETS_UNFOLDED : OCTETS_FOLDED, named.contains(message.seq())));
    }
    return new Page.ScenarioView(
        PageMaker.label(scenario.id()),
        PageMaker.anchor(scenario.id()),
        text(scenario.name()),
        PageMaker.label(scenario.feature()),
        requirementLink.apply(scenario.requirement()),
        scenario.negative(),
        scenario.parent().isEmpty() ? List.of() : List.of(scenarioLink.apply(scenario.parent())),
        Page.Mark.of(scenario.outcome()),
        known.apply(scenario.id()),
        open,
        text(scenario.detail()),
        text(scenario.expected()),
        text(scenario.actual()),
        text(scenario.blame().words()),
        scenario.expectations().stream().map(this::expectation).toList(),
        List.copyOf(messages),
        scenario.messages().size() - shown.size());
  }

  /** A text within its own bound and that of the page. */
  String text(String text) {
    String cut = Text.cut(text, textLeft > 0 ? LONG_TEXT : SHORT_TEXT);
    textLeft -= cut.length();
    return Text.visible(cut);
  }

  private Page.ExpectationView expectation(ScenarioResult.Expectation expectation) {
    return new Page.ExpectationView(
        PageMaker.label(expectation.judge()),
        Page.Mark.of(expectation.outcome()),
        text(expectation.expected()),
        text(expectation.actual()),
        text(expectation.detail()));
  }

  private Page.MessageView message(MessageLine message, int limit, boolean named) {
    int wanted = Math.min(limit, message.excerpt().length() / 2);
    int octets = Math.min(wanted, octetsLeft);
    octetsLeft -= octets;
    octetsOmitted |= octets < wanted;
    return new Page.MessageView(
        message.seq(),
        PageMaker.label(message.from()),
        PageMaker.label(message.to()),
        message.direction() == MessageLine.Direction.RESPONSE,
        what(message),
        PageMaker.label(message.mediaType()),
        message.size(),
        message.origin().equals("suite"),
        named,
        note(message),
        message.changes().stream().map(ScenarioViews::change).toList(),
        HexDump.of(message.excerpt(), octets),
        message.size() - octets);
  }

  /** The numbers of the messages that a text names, as judges name them. */
  private static Set<Integer> named(String text) {
    return NAMED
        .matcher(Text.cut(text, LONG_TEXT))
        .results()
        .map(found -> Integer.valueOf(found.group(1)))
        .collect(Collectors.toSet());
  }

  private static String what(MessageLine message) {
    String status = message.status() == 0 ? "" : " " + message.status();
    return PageMaker.label(message.resource()) + status;
  }

  private static String note(MessageLine message) {
    String what =
        switch (message.delivery()) {
          case AS_SENT -> message.tampering().isEmpty() ? "" : "tampered with";
          case ALTERED -> "altered on the way";
          case DROPPED -> "dropped on the way";
        };
    return message.tampering().isEmpty() || what.isEmpty()
        ? what
        : what + ": " + PageMaker.label(message.tampering());
  }

  private static Page.ChangeView change(MessageLine.Change change) {
    return new Page.ChangeView(
        change.offset(),
        HexDump.inline(change.sent(), change.sentSize()),
        HexDump.inline(change.delivered(), change.deliveredSize()));
  }
}
