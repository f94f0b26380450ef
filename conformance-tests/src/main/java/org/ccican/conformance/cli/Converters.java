package org.ccican.conformance.cli;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.Optional;
import org.ccican.check.CheckCatalogue;
import org.ccican.check.CheckPoint;
import org.ccican.conformance.suite.Shard;
import org.ccican.conformance.sut.SutFile;
import org.ccican.role.RoleId;
import org.ccican.teep.WireRevision;
import org.ccican.wire.Bytes;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** What single words on the command line mean. */
final class Converters {

  private Converters() {}

  /** Octets in hex, at least one. */
  static final class Hex implements ITypeConverter<Bytes> {

    @Override
    public Bytes convert(String value) {
      if (value.length() > 128 || !value.matches("(?:[0-9a-fA-F]{2})+")) {
        throw new TypeConversionException("expected 1 to 64 octets in hex");
      }
      return Bytes.hex(value);
    }
  }

  /** An instant as ISO 8601 has it. */
  static final class At implements ITypeConverter<Instant> {

    @Override
    public Instant convert(String value) {
      try {
        return Instant.parse(value);
      } catch (DateTimeParseException e) {
        throw new TypeConversionException("expected an instant such as 2026-01-31T12:00:00Z");
      }
    }
  }

  /** One part of a run, such as 2/5. */
  static final class Part implements ITypeConverter<Shard> {

    @Override
    public Shard convert(String value) {
      return Shard.find(value)
          .orElseThrow(
              () ->
                  new TypeConversionException(
                      "expected a part and how many there are, such as 2/5, at most "
                          + Shard.MOST));
    }
  }

  /** A role of the draft. */
  static final class Role implements ITypeConverter<RoleId> {

    @Override
    public RoleId convert(String value) {
      return RoleId.find(value)
          .orElseThrow(
              () ->
                  new TypeConversionException(
                      "expected one of " + String.join(", ", SutFile.ROLES)));
    }
  }

  /** An edition of TEEP. */
  static final class Revision implements ITypeConverter<WireRevision> {

    @Override
    public WireRevision convert(String value) {
      return WireRevision.find(value)
          .orElseThrow(() -> new TypeConversionException("expected teep-26 or teep-legacy"));
    }
  }

  /** The name of a check that can be broken, or of one and a manner in which it can. */
  static final class Fault implements ITypeConverter<String> {

    @Override
    public String convert(String value) {
      CheckCatalogue checks = CheckCatalogue.load();
      if (org.ccican.check.Fault.find(checks, value).isPresent()) {
        return value;
      }
      if (checks.find(value).isEmpty()) {
        throw new TypeConversionException(
            "no check of this name"
                + nearest(checks, value).map(name -> "; the nearest is " + name).orElse(""));
      }
      throw new TypeConversionException("this check cannot be broken");
    }

    private static Optional<String> nearest(CheckCatalogue checks, String value) {
      return checks.all().stream()
          .filter(check -> check.kind() != CheckPoint.Kind.STRUCTURAL)
          .map(CheckPoint::name)
          .max(
              Comparator.<String>comparingInt(name -> likeness(name, value))
                  .thenComparing(Comparator.reverseOrder()))
          .filter(name -> likeness(name, value) > 2);
    }

    /** The length of the longest common subsequence, less what is left of both. */
    private static int likeness(String a, String b) {
      int[][] common = new int[a.length() + 1][b.length() + 1];
      for (int i = 1; i <= a.length(); i++) {
        for (int j = 1; j <= b.length(); j++) {
          common[i][j] =
              a.charAt(i - 1) == b.charAt(j - 1)
                  ? common[i - 1][j - 1] + 1
                  : Math.max(common[i - 1][j], common[i][j - 1]);
        }
      }
      int longest = common[a.length()][b.length()];
      return 3 * longest - a.length() - b.length();
    }
  }
}
