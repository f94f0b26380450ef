package org.ccican.conformance.recording;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.ccican.wire.Bytes;

/**
 * A folder of TEEP messages, one file each: {@code 01-tam.cbor}, {@code 02-teep-agent.cbor} and so
 * on, in the order of their numbers, in binary, or in hex with the ending {@code .hex}. Folders in
 * it are sessions of their own. Nothing is known of the HTTP around them.
 */
final class MessageFolder {

  private static final Pattern NAME =
      Pattern.compile("([0-9]{1,9})-(tam|teep-agent)\\.(cbor|cose|bin|hex)");
  private static final Map<String, String> POSTED = Map.of(":method", "POST");

  private final Bounds bounds = new Bounds();
  private final AtomicInteger numbers = new AtomicInteger();

  /** A message and who sent it. */
  private record Sent(long number, String role, Bytes octets, Path file) {}

  Recording read(Path folder) throws IOException, UnusableRecording {
    List<Recording.Session> sessions = new ArrayList<>();
    List<Path> folders = new ArrayList<>();
    folders.add(folder);
    try (Stream<Path> inner = Files.list(folder)) {
      inner.filter(Files::isDirectory).sorted().forEach(folders::add);
    }
    for (Path each : folders) {
      List<Sent> messages = messages(each);
      if (!messages.isEmpty()) {
        sessions.add(session(each.getFileName().toString(), messages));
      }
    }
    if (sessions.isEmpty()) {
      throw new UnusableRecording(
          folder + ": no message file; their names are as 01-tam.cbor and 02-teep-agent.cbor");
    }
    return new Recording(sessions);
  }

  private List<Sent> messages(Path folder) throws IOException, UnusableRecording {
    List<Path> files;
    try (Stream<Path> inner = Files.list(folder)) {
      files = inner.filter(file -> !Files.isDirectory(file)).sorted().toList();
    }
    List<Sent> messages = new ArrayList<>();
    for (Path file : files) {
      Matcher name = NAME.matcher(file.getFileName().toString());
      if (name.matches()) {
        Bytes octets = octets(file, name.group(3).equals("hex"));
        bounds.take(file.toString(), octets);
        messages.add(new Sent(Long.parseLong(name.group(1)), name.group(2), octets, file));
      }
    }
    messages.sort((a, b) -> Long.compare(a.number(), b.number()));
    return messages;
  }

  private static Bytes octets(Path file, boolean hex) throws IOException, UnusableRecording {
    int most = hex ? 4 * Bounds.OCTETS : Bounds.OCTETS;
    try (InputStream in = Files.newInputStream(file)) {
      byte[] read = in.readNBytes(most + 1);
      if (read.length > most) {
        throw new UnusableRecording(file + ": more than " + most + " octets");
      }
      return hex
          ? Bytes.hex(new String(read, StandardCharsets.US_ASCII).replaceAll("\\s", ""))
          : Bytes.of(read);
    } catch (IllegalArgumentException e) {
      throw new UnusableRecording(file + ": is no hex: " + e.getMessage(), e);
    }
  }

  private Recording.Session session(String name, List<Sent> messages) throws UnusableRecording {
    TeepSession session = new TeepSession(name, false, numbers);
    Bytes posted = Bytes.EMPTY;
    String due = "tam";
    long last = -1;
    for (Sent message : messages) {
      if (message.number() == last) {
        throw new UnusableRecording(message.file() + ": the number stands twice");
      }
      if (!message.role().equals(due)) {
        throw new UnusableRecording(
            message.file() + ": a message of the " + due + " was due; the first is the tam's");
      }
      last = message.number();
      if (due.equals("tam")) {
        exchange(session, posted, 200, message.octets());
        due = "teep-agent";
      } else {
        posted = message.octets();
        due = "tam";
      }
    }
    if (due.equals("tam") && !posted.isEmpty()) {
      exchange(session, posted, 204, Bytes.EMPTY);
    }
    return session.session();
  }

  private static void exchange(TeepSession session, Bytes posted, int status, Bytes answer) {
    session.exchange(POSTED, "", posted, status, Map.of(), "", answer);
  }
}
