package org.ccican.conformance.recording;

import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Which role listens where, by the recipe. */
public final class Places {

  /** Who asks a role for what, where a request does not say so itself. */
  private static final Map<String, String> ASKERS =
      Map.of(
          "tam/placements", "moc",
          "tam/packages", "moc",
          "tam", "teep-broker",
          "moc", "application-owner",
          "teep-broker", "moc",
          "teep-agent", "teep-broker",
          "platform", "teep-broker",
          "attesting-environment/launches", "platform",
          "attesting-environment", "middleware",
          "middleware", "application-owner");

  private static final Map<String, String> MORE_ASKERS =
      Map.of("middleware-repository", "tam", "verifier", "application-owner");

  /**
   * @param teep whether the URI is that of TEEP itself, and not the base of resources
   */
  private record Known(String role, URI uri, boolean teep) {}

  /**
   * What a URL addresses.
   *
   * @param item which one of the resource, or empty
   */
  record Place(String role, String resource, String item) {}

  private final List<Known> known = new ArrayList<>();

  /** A role's URI: of TEEP over HTTP for the TAM, of the base of its resources for others. */
  public Places with(String role, URI uri) {
    known.add(new Known(role, uri, role.equals("tam")));
    known.sort(Comparator.comparingInt(each -> -path(each.uri()).length()));
    return this;
  }

  /** What is addressed; empty for a URL of nobody whom the recipe names. */
  Optional<Place> find(URI url) {
    for (Known each : known) {
      if (same(each.uri(), url)) {
        String base = path(each.uri());
        String rest = path(url);
        if (each.teep() && rest.equals(base)) {
          return Optional.of(new Place(each.role(), "teep", ""));
        }
        if (rest.startsWith(base + "/")) {
          String[] parts = rest.substring(base.length() + 1).split("/", 2);
          return Optional.of(
              each.teep()
                  ? new Place(each.role(), "teep", rest.substring(base.length() + 1))
                  : new Place(each.role(), parts[0], parts.length > 1 ? parts[1] : ""));
        }
      }
    }
    return Optional.empty();
  }

  /** The role that asks there. */
  static String asker(Place place) {
    return Optional.ofNullable(ASKERS.get(place.role() + "/" + place.resource()))
        .or(() -> Optional.ofNullable(ASKERS.get(place.role())))
        .orElseGet(() -> MORE_ASKERS.getOrDefault(place.role(), "application-owner"));
  }

  private static boolean same(URI a, URI b) {
    return lower(a.getScheme()).equals(lower(b.getScheme()))
        && lower(a.getHost()).equals(lower(b.getHost()))
        && port(a) == port(b);
  }

  private static int port(URI uri) {
    return uri.getPort() >= 0 ? uri.getPort() : lower(uri.getScheme()).equals("https") ? 443 : 80;
  }

  private static String path(URI uri) {
    String path = uri.getRawPath() == null ? "" : uri.getRawPath();
    return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
  }

  private static String lower(String text) {
    return text == null ? "" : text.toLowerCase(Locale.ROOT);
  }
}
