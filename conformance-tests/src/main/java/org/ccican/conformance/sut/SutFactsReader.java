package org.ccican.conformance.sut;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.ccican.wire.Bytes;

/** Reads what a recipe tells of a role beyond how it is reached. */
final class SutFactsReader {

  private static final Pattern UUID =
      Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", Pattern.CASE_INSENSITIVE);

  private final SutFileFiles files;

  SutFactsReader(SutFileFiles files) {
    this.files = files;
  }

  SutFacts read(Map<String, SutFileField> fields) throws SutFileException {
    return new SutFacts(
        content(fields, "application"),
        content(fields, "data"),
        content(fields, "user-application"),
        uuid(fields, "vendor-id"),
        uuid(fields, "class-id"),
        uuid(fields, "device-id"),
        fields.containsKey("hardware-type")
            ? Optional.of(fields.get("hardware-type").text(100))
            : Optional.empty());
  }

  /** What is in a file. */
  private Optional<Bytes> content(Map<String, SutFileField> fields, String name)
      throws SutFileException {
    return fields.containsKey(name)
        ? Optional.of(files.content(fields.get(name)))
        : Optional.empty();
  }

  private static Optional<Bytes> uuid(Map<String, SutFileField> fields, String name)
      throws SutFileException {
    if (!fields.containsKey(name)) {
      return Optional.empty();
    }
    String text = fields.get(name).text(100);
    if (!UUID.matcher(text).matches()) {
      throw fields
          .get(name)
          .wrong("expected a UUID such as 01234567-89ab-5cde-8f01-23456789abcd, found " + text);
    }
    return Optional.of(Bytes.hex(text.replace("-", "").toLowerCase(Locale.ROOT)));
  }
}
