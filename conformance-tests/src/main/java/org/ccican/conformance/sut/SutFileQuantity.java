package org.ccican.conformance.sut;

import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A whole number with its unit, as SUT files write times and sizes: {@code 500 ms}. */
record SutFileQuantity(long number, String unit) {

  private static final Pattern QUANTITY = Pattern.compile("([1-9][0-9]{0,8}) ?([A-Za-z]{1,3})");
  private static final String TIME =
      "expected a time with unit from 1 ms to 10 min, such as 500 ms, 10 s or 2 min";
  private static final String SIZE =
      "expected a size with unit from 1 B to 16 MiB, such as 64 KiB or 1 MiB";
  private static final int LARGEST = 16 << 20;

  static Duration duration(Map<String, SutFileField> fields, String name, Duration otherwise)
      throws SutFileException {
    if (!fields.containsKey(name)) {
      return otherwise;
    }
    SutFileField field = fields.get(name);
    SutFileQuantity quantity = parse(field, TIME);
    Duration duration =
        switch (quantity.unit) {
          case "ms" -> Duration.ofMillis(quantity.number);
          case "s" -> Duration.ofSeconds(quantity.number);
          case "min" -> Duration.ofMinutes(quantity.number);
          default -> throw field.wrong(TIME);
        };
    if (duration.compareTo(Duration.ofMinutes(10)) > 0) {
      throw field.wrong(TIME);
    }
    return duration;
  }

  /** A number of octets. */
  static int size(Map<String, SutFileField> fields, String name, int otherwise)
      throws SutFileException {
    if (!fields.containsKey(name)) {
      return otherwise;
    }
    SutFileField field = fields.get(name);
    SutFileQuantity quantity = parse(field, SIZE);
    long size =
        switch (quantity.unit) {
          case "B" -> quantity.number;
          case "KiB" -> quantity.number << 10;
          case "MiB" -> quantity.number << 20;
          default -> throw field.wrong(SIZE);
        };
    if (size > LARGEST) {
      throw field.wrong(SIZE);
    }
    return (int) size;
  }

  private static SutFileQuantity parse(SutFileField field, String expected)
      throws SutFileException {
    if (!field.isText()) {
      throw field.wrong(expected);
    }
    Matcher matcher = QUANTITY.matcher(field.text(100));
    if (!matcher.matches()) {
      throw field.wrong(expected);
    }
    return new SutFileQuantity(Long.parseLong(matcher.group(1)), matcher.group(2));
  }
}
