package org.ccican.conformance.recording;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.ccican.conformance.trace.MalformedTrace;
import org.ccican.conformance.trace.TraceReader;

/**
 * Reads traffic that was captured elsewhere, whatever holds it: an event log of the suite, an HTTP
 * Archive (HAR 1.2), or a folder of message files, see {@link MessageFolder}.
 */
public final class RecordingReader {

  /** Octets of a file; a HAR holds much that nobody asks for. */
  static final long FILE = 64L << 20;

  private static final int HEAD = 256;

  private final Places places;

  public RecordingReader(Places places) {
    this.places = places;
  }

  /**
   * @param what a file or a folder
   * @throws UnusableRecording if it is none of the kinds, too large, or broken, naming the place
   */
  public Recording read(Path what) throws UnusableRecording {
    try {
      if (Files.isDirectory(what)) {
        return new MessageFolder().read(what);
      }
      if (!Files.isRegularFile(what)) {
        throw new UnusableRecording(what + ": no such file or folder");
      }
      if (Files.size(what) > FILE) {
        throw new UnusableRecording(
            what + ": " + Files.size(what) + " octets, at most " + FILE + " are read");
      }
      return isLog(what) ? log(what) : new HarReader(places).read(what);
    } catch (IOException e) {
      throw new UnusableRecording(what + ": cannot be read: " + e.getMessage(), e);
    }
  }

  private static boolean isLog(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      String head = new String(in.readNBytes(HEAD), StandardCharsets.UTF_8);
      return head.startsWith("{\"schema\":\"ccican-trace/");
    }
  }

  private static Recording log(Path file) throws IOException, UnusableRecording {
    try {
      return LoggedSessions.of(new TraceReader().read(file));
    } catch (MalformedTrace e) {
      throw new UnusableRecording(file + ": " + e.getMessage(), e);
    }
  }
}
