package org.ccican.conformance.specimen;

import static org.ccican.conformance.specimen.Manifests.A;
import static org.ccican.conformance.specimen.Manifests.data;
import static org.ccican.conformance.specimen.Manifests.fetched;
import static org.ccican.conformance.specimen.Manifests.joined;
import static org.ccican.conformance.specimen.Manifests.match;
import static org.ccican.conformance.specimen.SuitNumbers.COMMON;
import static org.ccican.conformance.specimen.SuitNumbers.INSTALL;
import static org.ccican.conformance.specimen.SuitNumbers.INVOKE;
import static org.ccican.conformance.specimen.SuitNumbers.LOAD;
import static org.ccican.conformance.specimen.SuitNumbers.PAYLOAD_FETCH;
import static org.ccican.conformance.specimen.SuitNumbers.TEXT;
import static org.ccican.conformance.specimen.SuitNumbers.VALIDATE;

import java.util.List;
import java.util.function.UnaryOperator;
import org.ccican.wire.Cbor;

/** Severable elements (suit-manifest sections 8.4.12 and 8.6). */
final class SeveredManifests {

  private static final String INSTALL_SEVERED = "has its install sequence severed";
  private static final String FETCH_SEVERED = "has its payload-fetch sequence severed";

  private SeveredManifests() {}

  static List<Specimen> list() {
    ManifestRows rows = new ManifestRows();
    rows.good(INSTALL_SEVERED, s -> data(s).sever(INSTALL))
        .good(FETCH_SEVERED, s -> early(s).sever(PAYLOAD_FETCH))
        .good(
            "has its text severed and gone",
            s -> data(s).element(TEXT, ElementManifests.text()).severAndDrop(TEXT))
        .bad(
            "has another install sequence in its envelope than it says",
            INSTALL_SEVERED,
            s -> data(s).sever(INSTALL, UnaryOperator.identity(), section -> longer()))
        .bad(
            "has another payload-fetch sequence in its envelope than it says",
            FETCH_SEVERED,
            s -> early(s).sever(PAYLOAD_FETCH, UnaryOperator.identity(), section -> longer()))
        .bad(
            "has the digest of its install sequence without the head of the byte string",
            INSTALL_SEVERED,
            s -> data(s).sever(INSTALL, EnvelopeManifests::content, UnaryOperator.identity()))
        .bad(
            "has its install sequence severed and gone",
            INSTALL_SEVERED,
            s -> early(s).severAndDrop(INSTALL))
        .bad("has a digest for validate", s -> data(s).element(VALIDATE, digest()))
        .bad("has a digest for load", s -> data(s).element(LOAD, digest()))
        .bad("has a digest for invoke", s -> data(s).element(INVOKE, digest()))
        .bad("has a digest for its common part", s -> data(s).element(COMMON, digest()));
    return rows.list();
  }

  /** Fetches in payload-fetch, and compares in install. */
  private static Manifest early(Situation situation) {
    return data(situation)
        .section(PAYLOAD_FETCH, joined(fetched("#data")))
        .section(INSTALL, match());
  }

  /** Does the same as the section that it stands for. */
  private static Cbor longer() {
    return Manifests.sequence(List.of(joined(fetched("#data"), List.of(match()))));
  }

  private static Cbor digest() {
    return Parameter.sha256(A);
  }
}
