package org.ccican.conformance.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.ccican.conformance.sut.Way;
import org.ccican.conformance.sut.Ways;
import org.ccican.conformance.verdict.ExitCode;
import org.ccican.role.RoleId;

/** Asks a person what a recipe has to say. */
final class RecipeQuestions {

  /** So often is a question asked again that got no usable answer. */
  private static final int PATIENCE = 5;

  private static final String USUAL = "the usual";

  private final Terminal terminal;
  private final PrintWriter out;

  RecipeQuestions(Terminal terminal, PrintWriter out) {
    this.terminal = terminal;
    this.out = out;
  }

  void ask(RecipeDraft draft) throws CommandFailed {
    String known =
        Arrays.stream(RoleId.values())
            .filter(role -> !Ways.to(role).isEmpty())
            .map(RoleId::id)
            .collect(Collectors.joining(", "));
    RoleId role =
        choose(
            "Which role does your system play? (" + known + ")",
            RoleId.TAM.id(),
            text -> RoleId.find(text).filter(id -> !Ways.to(id).isEmpty()));
    Way way = way(role);
    String place = place(way);
    Optional<String> key =
        way.required().contains("key")
            ? Optional.of(
                choose("In which file is its public key?", role.id() + ".pem", Optional::of))
            : Optional.empty();
    draft.role(role.id(), way.id(), place, key);
    if (Set.of(RoleId.TAM, RoleId.VERIFIER).contains(role)) {
      claim("formats", "Which formats of evidence does it know? (names with commas)", draft);
    }
    if (role == RoleId.TAM) {
      claim("cipher-suites", "Which cipher suites? (esp256, ed25519)", draft);
    }
  }

  /** Where nothing is said nothing is claimed, and what is usual is asked for. */
  private void claim(String kind, String question, RecipeDraft draft) throws CommandFailed {
    String names = choose(question, USUAL, Optional::of);
    if (!names.equals(USUAL)) {
      draft.claim(kind, names);
    }
  }

  private Way way(RoleId role) throws CommandFailed {
    List<Way> ways = Ways.to(role);
    String ids = ways.stream().map(Way::id).collect(Collectors.joining(", "));
    return choose(
        "How is it reached? (" + ids + ")", ways.get(0).id(), text -> Ways.find(text, role));
  }

  private String place(Way way) throws CommandFailed {
    return switch (way.kind()) {
      case URL ->
          RecipeDraft.quoted(choose("At which URL?", "http://127.0.0.1:8080/", Optional::of));
      case PROGRAM -> "[" + words(choose("By which program?", "./adapter", Optional::of)) + "]";
      case FOLDER -> RecipeDraft.quoted(choose("In which folder?", ".", Optional::of));
      case TRIGGER ->
          "{command: ["
              + words(choose("By which program does it begin?", "./trigger", Optional::of))
              + "]}";
    };
  }

  private static String words(String line) {
    return Arrays.stream(line.split(" +"))
        .map(RecipeDraft::quoted)
        .collect(Collectors.joining(", "));
  }

  private <T> T choose(String question, String usual, Reading<T> reading) throws CommandFailed {
    for (int time = 0; time < PATIENCE; time++) {
      out.print(question + " [" + usual + "] ");
      out.flush();
      String line = line();
      Optional<T> read = reading.read(line.isBlank() ? usual : line.strip());
      if (read.isPresent()) {
        return read.get();
      }
      out.println("That is none of them.");
    }
    throw new CommandFailed(ExitCode.CONFIGURATION, "no answer that can be used");
  }

  private String line() throws CommandFailed {
    try {
      return Optional.ofNullable(terminal.in().readLine())
          .orElseThrow(
              () ->
                  new CommandFailed(
                      ExitCode.CONFIGURATION, "the input ended before the questions did"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @FunctionalInterface
  private interface Reading<T> {
    Optional<T> read(String text);
  }
}
