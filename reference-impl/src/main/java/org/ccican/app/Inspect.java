package org.ccican.app;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Optional;
import org.ccican.inspect.Inspector;
import org.ccican.inspect.Inspector.Inspection;
import org.ccican.inspect.Note;
import org.ccican.wire.Bytes;

/** Prints what a file is and what stands where in it. */
public final class Inspect {

  public static final int RECOGNISED = 0;
  public static final int UNUSABLE = 2;

  private static final int LARGEST = 1 << 20;

  private final PrintStream out;
  private final PrintStream err;

  public Inspect(PrintStream out, PrintStream err) {
    this.out = out;
    this.err = err;
  }

  /**
   * @return {@link #RECOGNISED} or, after one line on the error stream, {@link #UNUSABLE}
   */
  public int run(Path file, boolean json) {
    try {
      Bytes octets = InputFiles.read(file, LARGEST);
      Optional<Inspection> found = new Inspector().inspect(octets);
      if (found.isEmpty()) {
        throw new Unusable(file + ": of no kind that is known here");
      }
      out.print(json ? json(found.get()) : lines(found.get(), octets.size()));
      out.flush();
      return RECOGNISED;
    } catch (Unusable e) {
      err.println("inspect: " + printable(String.valueOf(e.getMessage())));
      err.flush();
      return UNUSABLE;
    }
  }

  private static String lines(Inspection inspection, int size) {
    StringBuilder lines = new StringBuilder();
    lines.append(inspection.title()).append(" (").append(inspection.kind()).append("), ");
    lines.append(size).append(" octets; nothing in it was verified\n");
    lines.append("offset   octets  field\n");
    inspection.notes().forEach(note -> add(note, 0, lines));
    return lines.toString();
  }

  private static void add(Note note, int depth, StringBuilder lines) {
    StringBuilder line = new StringBuilder();
    line.append(String.format("0x%05x %7d  ", note.offset(), note.size()));
    line.append("  ".repeat(depth)).append(printable(note.field()));
    if (!note.value().isEmpty()) {
      line.append(" = ").append(printable(note.value()));
    }
    if (!note.meaning().isEmpty()) {
      line.append("  -- ").append(note.meaning());
    }
    if (!note.rule().isEmpty()) {
      line.append("  [").append(note.rule()).append(']');
    }
    lines.append(line).append('\n');
    note.parts().forEach(part -> add(part, depth + 1, lines));
  }

  private static String json(Inspection inspection) {
    LinkedHashMap<String, String> members = new LinkedHashMap<>();
    members.put("kind", JsonWriter.text(inspection.kind()));
    members.put("title", JsonWriter.text(inspection.title()));
    members.put(
        "fields", JsonWriter.array(inspection.notes().stream().map(Inspect::json).toList()));
    return JsonWriter.object(members, "\n  ") + "\n";
  }

  private static String json(Note note) {
    LinkedHashMap<String, String> members = new LinkedHashMap<>();
    members.put("offset", Integer.toString(note.offset()));
    members.put("octets", Integer.toString(note.size()));
    members.put("field", JsonWriter.text(note.field()));
    members.put("value", JsonWriter.text(note.value()));
    members.put("meaning", JsonWriter.text(note.meaning()));
    members.put("rule", JsonWriter.text(note.rule()));
    if (!note.parts().isEmpty()) {
      members.put("fields", JsonWriter.array(note.parts().stream().map(Inspect::json).toList()));
    }
    return JsonWriter.object(members, " ");
  }

  /** A file's words never reach the terminal as they are. */
  private static String printable(String text) {
    StringBuilder shown = new StringBuilder();
    text.codePoints()
        .forEach(
            each -> shown.append(each < 0x20 || each == 0x7f ? "." : Character.toString(each)));
    return shown.toString();
  }
}
