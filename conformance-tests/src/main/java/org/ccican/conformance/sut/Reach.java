package org.ccican.conformance.sut;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Where a role of the target is found, as its recipe says it. */
public sealed interface Reach {

  /** For reports and messages, without what may be secret in it. */
  String shown();

  /**
   * A server.
   *
   * @param url without the credentials that the recipe may have there; the query is kept, and may
   *     be secret
   * @param credentials {@code user:password} as the URL had them, percent-decoded
   */
  record Http(URI url, Optional<String> credentials) implements Reach {

    public Http {
      Objects.requireNonNull(url);
      Objects.requireNonNull(credentials);
    }

    @Override
    public String shown() {
      return shown(url);
    }

    /** Any URL without its query and credentials. */
    static String shown(URI url) {
      String port = url.getPort() < 0 ? "" : ":" + url.getPort();
      String query = url.getRawQuery() == null ? "" : "?...";
      return url.getScheme() + "://" + url.getHost() + port + url.getRawPath() + query;
    }
  }

  /**
   * A program of this machine.
   *
   * @param words its name, relative to the recipe's folder if it has a separator in it, and its
   *     arguments, which may be secret
   * @param folder of the recipe, where it is run
   */
  record Program(List<String> words, Path folder) implements Reach {

    public Program {
      words = List.copyOf(words);
      Objects.requireNonNull(folder);
    }

    /** The words with the program's name as it is found from anywhere. */
    List<String> command() {
      List<String> found = new ArrayList<>(words);
      if (words.get(0).contains("/")) {
        found.set(0, folder.resolve(words.get(0)).toString());
      }
      return found;
    }

    @Override
    public String shown() {
      return words.get(0) + (words.size() > 1 ? " ..." : "");
    }
  }

  /** A folder of this machine. */
  record Folder(Path path) implements Reach {

    public Folder {
      Objects.requireNonNull(path);
    }

    @Override
    public String shown() {
      return path.toString();
    }
  }

  /** Something that makes the role begin of its own accord: a program or a server. */
  record Trigger(Reach by) implements Reach {

    public Trigger {
      Objects.requireNonNull(by);
    }

    @Override
    public String shown() {
      return by.shown().replace("%7B", "{").replace("%7D", "}");
    }
  }
}
