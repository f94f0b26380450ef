package org.ccican.wire;

import org.ccican.check.Checks;
import org.ccican.reject.Reason;
import org.ccican.reject.Rejected;

/** What one decoding may still spend: each limit is asked before anything is taken for it. */
final class CborBudget {

  private final Checks checks;
  private final CborLimits limits;
  private final CborMeter meter;
  private int items;
  private long keys;

  CborBudget(Checks checks, CborLimits limits, CborMeter meter) {
    this.checks = checks;
    this.limits = limits;
    this.meter = meter;
  }

  /** The input as a whole, before its first octet is looked at. */
  void input(int size) throws Rejected {
    // spec| RFC 8949 §10: a decoder bounds what it takes from a stranger
    Rejected.unless(
        checks,
        "cbor.limit.octets",
        size <= limits.octets(),
        Reason.LIMIT_EXCEEDED,
        () -> size + " octets, at most " + limits.octets());
  }

  /** One item that is nested so deep. */
  void item(int depth, int offset) throws Rejected {
    // spec| RFC 8949 §10
    Rejected.unless(
        checks,
        "cbor.limit.depth",
        depth <= limits.depth(),
        Reason.LIMIT_EXCEEDED,
        () -> "nested deeper than " + limits.depth() + " at offset " + offset);
    items(1, offset);
    items++;
  }

  /** So many items that are announced and not yet there. */
  void items(long announced, int offset) throws Rejected {
    Rejected.unless(
        checks,
        "cbor.limit.items",
        announced <= limits.items() - items,
        Reason.LIMIT_EXCEEDED,
        () -> "more than " + limits.items() + " items at offset " + offset);
  }

  /** A chunk of a string, which is an item of its own. */
  void chunk(int offset) throws Rejected {
    items(1, offset);
    items++;
  }

  /** A string of so many octets, its earlier chunks included. */
  void string(long size, int offset) throws Rejected {
    // spec| RFC 8949 §10
    Rejected.unless(
        checks,
        "cbor.limit.string",
        size <= limits.string(),
        Reason.LIMIT_EXCEEDED,
        () -> "a string of more than " + limits.string() + " octets at offset " + offset);
  }

  /** A key of so many octets, before it is encoded for comparison. */
  void key(int size, int offset) throws Rejected {
    keys += size;
    // spec| RFC 8949 §10
    Rejected.unless(
        checks,
        "cbor.limit.keys",
        keys <= limits.keys(),
        Reason.LIMIT_EXCEEDED,
        () -> "more than " + limits.keys() + " octets of keys at offset " + offset);
    visit(size);
  }

  void visit(int octets) {
    meter.visited(octets);
  }
}
