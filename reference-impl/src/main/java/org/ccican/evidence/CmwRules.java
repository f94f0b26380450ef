package org.ccican.evidence;

import java.util.List;
import java.util.Optional;
import org.ccican.check.Checks;
import org.ccican.reject.Reason;
import org.ccican.reject.Rejected;

/** The rules of a CMW that do not depend on its encoding (draft-ietf-rats-msg-wrap section 3). */
final class CmwRules {

  static final String SHAPE = "cmw.shape";

  /** Collections inside collections; section 3.3 lets a reader set a limit. */
  static final int DEPTH = 8;

  private static final long LARGEST_INDICATOR = 0xffff_ffffL;
  private static final long KNOWN = 0x1f;
  private static final String ABSOLUTE_URI = "[A-Za-z][A-Za-z0-9+.-]*+:[!$-;=?-Z_a-z~\\[\\]%]+";
  private static final String OID = "[0-2](?:\\.(?:0|[1-9][0-9]*+))++";

  private final Checks checks;

  CmwRules(Checks checks) {
    this.checks = checks;
  }

  /** The indicator of a record that has one. */
  long indicator(long bits) throws Rejected {
    // spec| draft-ietf-rats-msg-wrap §3.1: an indicator is from 1 to 2^32 - 1
    Rejected.unless(
        checks,
        "cmw.indicator.range",
        bits > 0 && bits <= LARGEST_INDICATOR,
        Reason.OUT_OF_RANGE,
        () -> "indicator " + bits);
    // spec| draft-ietf-rats-msg-wrap §3.1: five bits are registered, 1 to 31 is what is acceptable
    Rejected.unless(
        checks,
        "cmw.indicator.known",
        bits >>> 32 != 0 || bits <= KNOWN,
        Reason.OUT_OF_RANGE,
        () -> "indicator " + bits + " has bits that mean nothing");
    return bits;
  }

  CmwType mediaType(String text) throws Rejected {
    CmwType.MediaType type = new CmwType.MediaType(text);
    // spec| draft-ietf-rats-msg-wrap §3.1: a text as type is a Content-Type of RFC 9193
    Rejected.unless(
        checks,
        "cmw.type.media",
        type.isOne(),
        Reason.MALFORMED,
        () -> "no media type of " + text.length() + " characters");
    return type;
  }

  CmwType contentFormat(long number) throws Rejected {
    // spec| RFC 7252 §12.3: a Content-Format has 16 bits
    Rejected.unless(
        checks,
        "cmw.type.content-format",
        number >= 0 && number <= 0xffff,
        Reason.OUT_OF_RANGE,
        () -> "content format " + number);
    return new CmwType.ContentFormat((int) number);
  }

  CmwType.ContentFormat tagged(long tag) throws Rejected {
    CmwType.ContentFormat format = CmwType.ContentFormat.ofTag(tag);
    // spec| draft-ietf-rats-msg-wrap §3.2: a tag is one that TN() gives
    Rejected.unless(
        checks,
        "cmw.tag.range",
        format.number() >= 0,
        Reason.OUT_OF_RANGE,
        () -> "tag " + Long.toUnsignedString(tag) + " is none of a content format");
    return format;
  }

  void depth(int depth) throws Rejected {
    // spec| draft-ietf-rats-msg-wrap §3.3: a reader may limit how deep collections nest
    Rejected.unless(
        checks,
        "cmw.limit.depth",
        depth <= DEPTH,
        Reason.LIMIT_EXCEEDED,
        () -> "more than " + DEPTH + " collections inside each other");
  }

  Cmw.Collection collection(Optional<String> type, List<Cmw.Item> items) throws Rejected {
    // spec| draft-ietf-rats-msg-wrap §3.3: a collection has an entry beside its type
    Rejected.unless(
        checks,
        "cmw.collection.not-empty",
        !items.isEmpty(),
        Reason.MISSING_FIELD,
        () -> "a collection without an entry");
    // spec| draft-ietf-rats-msg-wrap §3.3: a collection's type is an absolute URI or an OID
    Rejected.unless(
        checks,
        "cmw.collection.type",
        type.isEmpty() || type.get().matches(ABSOLUTE_URI) || type.get().matches(OID),
        Reason.MALFORMED,
        () -> "a type of " + type.get().length() + " characters that is not absolute");
    return new Cmw.Collection(type, items);
  }
}
