package org.ccican.appraisal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.ccican.check.CheckCatalogue;
import org.ccican.check.CheckPoint;
import org.ccican.reject.SpecRef;

/**
 * The checks of a format in the order in which they are made, looked up once for all appraisals.
 */
public final class CheckOrder {

  /** A check's place in the order, and the rule behind it. */
  record Place(int index, String name, SpecRef spec) {}

  private final List<Place> places = new ArrayList<>();
  private final Map<String, Place> byName = new HashMap<>();

  /**
   * @param names of all checks of the format
   * @throws IllegalArgumentException if one is not in the catalogue, or there twice
   */
  public CheckOrder(List<String> names, CheckCatalogue catalogue) {
    for (String name : names) {
      CheckPoint point =
          catalogue.find(name).orElseThrow(() -> new IllegalArgumentException("no check " + name));
      Place place = new Place(places.size(), name, spec(point));
      places.add(place);
      if (byName.put(name, place) != null) {
        throw new IllegalArgumentException("check " + name + " twice");
      }
    }
  }

  /** The names, in order. */
  public Stream<String> names() {
    return places.stream().map(Place::name);
  }

  int size() {
    return places.size();
  }

  List<Place> places() {
    return places;
  }

  Place place(String name) {
    Place place = byName.get(name);
    if (place == null) {
      throw new IllegalStateException("check " + name + " is missing in the order of the format");
    }
    return place;
  }

  private static SpecRef spec(CheckPoint point) {
    String[] parts = point.spec().split(" §", 2);
    return new SpecRef(parts[0], parts.length == 2 ? parts[1] : "");
  }
}
