package org.ccican.conformance.verdict;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.ccican.conformance.trace.TraceEvent.Message;
import org.ccican.wire.Bytes;

/** Whether a message shows something that it should not, in whatever form. */
final class Taint {

  /** Algorithms of COSE: SHA-256, SHA-384, SHA-512. */
  private static final List<Long> HASHES = List.of(-16L, -43L, -44L);

  /** So much of a hash gives away what it is of. */
  private static final int HASH_PART = 16;

  /** A form in which something can be recognised. */
  private record Form(String name, Bytes octets) {}

  private final List<Form> forms;

  /** What was looked through already: the same headers and bodies come again and again. */
  private final Map<Bytes, Optional<String>> searched = new ConcurrentHashMap<>();

  private Taint(List<Form> forms) {
    this.forms = List.copyOf(forms);
  }

  /** The secret, either half of it, and its hashes or the beginnings of these. */
  static Taint of(Bytes secret) {
    return of(List.of(secret));
  }

  /** The same of any of several secrets. */
  static Taint of(List<Bytes> secrets) {
    List<Form> forms = new ArrayList<>();
    for (Bytes secret : secrets) {
      forms.addAll(parts(secret));
      for (long hash : HASHES) {
        forms.add(new Form("hashed", Digests.of(hash, secret).orElseThrow().slice(0, HASH_PART)));
      }
    }
    return new Taint(forms);
  }

  /** The secret and either half of it: what is measured may be known by its hash. */
  static Taint ofMeasured(Bytes secret) {
    return new Taint(parts(secret));
  }

  private static List<Form> parts(Bytes secret) {
    if (secret.size() < Layers.LEAST) {
      throw new IllegalArgumentException("what is that short cannot be recognised");
    }
    List<Form> forms = new ArrayList<>();
    forms.add(new Form("whole", secret));
    int half = Math.max(Layers.LEAST, secret.size() / 2);
    if (half < secret.size()) {
      forms.add(new Form("beginning", secret.slice(0, half)));
      forms.add(new Form("end", secret.slice(secret.size() - half, secret.size())));
    }
    return forms;
  }

  /** How it shows in octets, in a few words; empty if it does not. */
  Optional<String> in(Bytes octets) {
    return searched.computeIfAbsent(octets, this::search);
  }

  private Optional<String> search(Bytes octets) {
    for (Map.Entry<Bytes, String> layer : Layers.of(octets).entrySet()) {
      for (Form form : forms) {
        if (layer.getKey().contains(form.octets())) {
          return Optional.of(
              form.name() + (layer.getValue().isEmpty() ? "" : ", " + layer.getValue()));
        }
      }
    }
    return Optional.empty();
  }

  /** The same of everything in a message: resource, headers, body as sent and as passed on. */
  Optional<String> in(Message message) {
    List<Bytes> all = new ArrayList<>(List.of(message.body()));
    message.delivered().filter(octets -> !octets.equals(message.body())).ifPresent(all::add);
    all.add(Bytes.utf8(message.resource()));
    message.headers().values().forEach(value -> all.add(Bytes.utf8(value)));
    return all.stream().flatMap(octets -> in(octets).stream()).findFirst();
  }
}
