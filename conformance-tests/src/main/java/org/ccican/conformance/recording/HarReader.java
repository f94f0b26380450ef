package org.ccican.conformance.recording;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.ccican.conformance.trace.MessageDraft;
import org.ccican.wire.Bytes;

/**
 * HTTP Archives (HAR 1.2). Entries are told apart by their URLs; those of nobody whom the recipe
 * names are passed over. Binary bodies have to be in base64, as {@code encoding} says, in requests
 * too; a text without it stands for the octets of Latin-1. Entries with another {@code connection}
 * are of another session, and an empty POST to the TAM begins one.
 */
final class HarReader {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String FROM = "ccican-from";
  private static final String BASE64 = "base64";

  /** What a judge may ask for; everything else a header says stays where it is. */
  private static final Set<String> HEADERS =
      Set.of(
          "accept",
          "allow",
          "content-length",
          "content-type",
          "cookie",
          "location",
          "set-cookie",
          "x-content-type-options",
          "content-security-policy",
          "referrer-policy");

  private final Places places;
  private final Bounds bounds = new Bounds();
  private final AtomicInteger numbers = new AtomicInteger();
  private final Map<String, TeepSession> open = new LinkedHashMap<>();
  private final List<TeepSession> teep = new ArrayList<>();
  private final List<MessageDraft> others = new ArrayList<>();

  HarReader(Places places) {
    this.places = places;
  }

  Recording read(Path file) throws IOException, UnusableRecording {
    JsonNode entries;
    try {
      entries = JSON.readTree(Files.readAllBytes(file)).path("log").path("entries");
    } catch (JsonProcessingException e) {
      throw new UnusableRecording(file + ": is no JSON: " + e.getOriginalMessage(), e);
    }
    if (!entries.isArray()) {
      throw new UnusableRecording(
          file + ": is no event log of the suite and no HTTP Archive: log.entries is missing");
    }
    for (int at = 0; at < entries.size(); at++) {
      entry(entries.get(at), file + ": log.entries[" + at + "]");
    }
    List<Recording.Session> sessions = new ArrayList<>();
    teep.stream().filter(each -> !each.isEmpty()).forEach(each -> sessions.add(each.session()));
    if (!others.isEmpty()) {
      sessions.add(new Recording.Session("other exchanges", true, others));
    }
    if (sessions.isEmpty()) {
      throw new UnusableRecording(
          file + ": none of its " + entries.size() + " entries has a URL of the recipe");
    }
    return new Recording(sessions);
  }

  private void entry(JsonNode entry, String at) throws UnusableRecording {
    JsonNode request = entry.path("request");
    JsonNode response = entry.path("response");
    Optional<Places.Place> place = places.find(url(request, at));
    if (place.isEmpty()) {
      return;
    }
    Map<String, String> asked = headers(request, at + ".request.headers");
    Map<String, String> answered = headers(response, at + ".response.headers");
    Bytes body = body(request.path("postData"), at + ".request.postData");
    Bytes answer = body(response.path("content"), at + ".response.content");
    bounds.take(at, body);
    bounds.take(at, answer);
    int status = response.path("status").asInt(-1);
    if (status < 0 || status > 999) {
      throw new UnusableRecording(at + ".response.status: a number from 0 to 999 is expected");
    }
    Map<String, String> kept = kept(asked);
    kept.put(":method", request.path("method").asText("").toUpperCase(Locale.ROOT));
    String type = asked.getOrDefault("content-type", "");
    String answerType = answered.getOrDefault("content-type", "");
    if (place.get().resource().equals("teep") && place.get().role().equals("tam")) {
      session(entry, body, kept.get(":method"))
          .exchange(kept, type, body, status, kept(answered), answerType, answer);
      return;
    }
    int number = numbers.incrementAndGet();
    String from = asked.getOrDefault(FROM, Places.asker(place.get()));
    if (!from.matches("[a-z][a-z0-9-]*")) {
      throw new UnusableRecording(at + ".request.headers: " + FROM + ": no role id");
    }
    String to = place.get().role();
    String resource = place.get().resource();
    if (!place.get().item().isEmpty()) {
      kept.put(":item", place.get().item());
    }
    MessageDraft asks = MessageDraft.request(from, to, number, resource, body).mediaType(type);
    kept.forEach(asks::header);
    MessageDraft says =
        MessageDraft.response(to, from, number, resource, status, answer).mediaType(answerType);
    kept(answered).forEach(says::header);
    others.add(asks);
    others.add(says);
  }

  private TeepSession session(JsonNode entry, Bytes body, String method) {
    String connection = entry.path("connection").asText("");
    TeepSession known = open.get(connection);
    if (known == null || body.isEmpty() && method.equals("POST")) {
      known = new TeepSession("session " + (teep.size() + 1), true, numbers);
      open.put(connection, known);
      teep.add(known);
    }
    return known;
  }

  private static URI url(JsonNode request, String at) throws UnusableRecording {
    try {
      return URI.create(request.path("url").asText(""));
    } catch (IllegalArgumentException e) {
      throw new UnusableRecording(at + ".request.url: is no URL", e);
    }
  }

  /** The first of each name, in lower case. */
  private static Map<String, String> headers(JsonNode message, String at) throws UnusableRecording {
    Map<String, String> headers = new TreeMap<>();
    for (JsonNode header : message.path("headers")) {
      JsonNode name = header.path("name");
      JsonNode value = header.path("value");
      if (!name.isTextual() || !value.isTextual() || name.textValue().isEmpty()) {
        throw new UnusableRecording(at + ": a header without name or value");
      }
      headers.putIfAbsent(name.textValue().toLowerCase(Locale.ROOT), value.textValue());
    }
    return headers;
  }

  private static Map<String, String> kept(Map<String, String> headers) {
    Map<String, String> kept = new TreeMap<>(headers);
    kept.keySet().retainAll(HEADERS);
    return kept;
  }

  private static Bytes body(JsonNode content, String at) throws UnusableRecording {
    String text = content.path("text").asText("");
    if (text.isEmpty()) {
      return Bytes.EMPTY;
    }
    if (content.path("encoding").asText("").equals(BASE64)) {
      try {
        return Bytes.of(Base64.getDecoder().decode(text.replaceAll("\\s", "")));
      } catch (IllegalArgumentException e) {
        throw new UnusableRecording(at + ".text: is no base64", e);
      }
    }
    if (text.chars().anyMatch(each -> each > 0xff)) {
      throw new UnusableRecording(
          at + ".text: octets were lost when it was written as text; record it in base64");
    }
    return Bytes.of(text.getBytes(StandardCharsets.ISO_8859_1));
  }
}
