package org.ccican.cose;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.ccican.wire.Bytes;

/**
 * Answers to questions that depend on nothing but octets, such as whether one certificate signed
 * another: a Verifier hears the same ones with each evidence of a machine. The oldest unused
 * answers are forgotten, so that whoever sends much cannot fill the memory. Failures are not kept.
 */
public final class Remembered {

  /** So many answers, and questions of so many octets altogether, are kept: 4 MiB. */
  private static final int MOST = 512;

  private static final long MOST_OCTETS = 4L << 20;

  private record Question(Class<?> whose, Class<?> kind, Bytes first, Bytes second) {

    long octets() {
      return (long) first.size() + second.size();
    }

    /** Of sizes and last octets, which tell well enough apart: signatures stand at the end. */
    @Override
    public int hashCode() {
      return Objects.hash(whose, kind, first.size(), second.size(), last(first), last(second));
    }

    private static Bytes last(Bytes octets) {
      return octets.slice(Math.max(0, octets.size() - 16), octets.size());
    }
  }

  /** Finds an answer. */
  @FunctionalInterface
  public interface Source<T, E extends Exception> {
    T find() throws E;
  }

  private final Map<Question, Object> answers = new LinkedHashMap<>(64, 0.75f, true);
  private long octets;

  /**
   * The answer to a question about octets.
   *
   * @param kind what is asked for; questions of different kinds are different
   */
  public <T, E extends Exception> T of(Class<T> kind, Bytes octets, Source<T, E> source) throws E {
    return of(kind, kind, octets, Bytes.EMPTY, source);
  }

  /**
   * The answer to a question about two strings of octets.
   *
   * @param whose questions of different classes are different
   */
  public <T, E extends Exception> T of(
      Class<?> whose, Class<T> kind, Bytes first, Bytes second, Source<T, E> source) throws E {
    Question asked = new Question(whose, kind, first, second);
    Object known = find(asked);
    if (known == null) {
      T found = source.find();
      keep(asked, found);
      return found;
    }
    return kind.cast(known);
  }

  private synchronized Object find(Question asked) {
    return answers.get(asked);
  }

  private synchronized void keep(Question asked, Object answer) {
    if (asked.octets() <= MOST_OCTETS && answers.put(asked, answer) == null) {
      octets += asked.octets();
    }
    var eldest = answers.keySet().iterator();
    while (answers.size() > MOST || octets > MOST_OCTETS) {
      octets -= eldest.next().octets();
      eldest.remove();
    }
  }
}
