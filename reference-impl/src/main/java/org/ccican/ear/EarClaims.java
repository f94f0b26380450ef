package org.ccican.ear;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ccican.reject.Rejected;
import org.ccican.wire.Bytes;
import org.ccican.wire.Cbor;

/**
 * A map of claims in either encoding, so that each rule of an EAR stands once. What is of another
 * type than asked for is refused as {@code ear.shape}.
 */
interface EarClaims {

  String SHAPE = "ear.shape";

  /** The same claims with the names of another dialect. */
  EarClaims in(EarProfile profile);

  Optional<String> text(EarLabel label) throws Rejected;

  /** A whole number; a floating-point one is refused. */
  Optional<Long> integer(EarLabel label) throws Rejected;

  Optional<Bytes> octets(EarLabel label) throws Rejected;

  /** Octets that JSON has in base64, with or without padding. */
  Optional<Bytes> nonce(EarLabel label) throws Rejected;

  Optional<TrustTier> tier(EarLabel label) throws Rejected;

  Optional<EarClaims> map(EarLabel label) throws Rejected;

  /** Whether something stands there that is no map. */
  boolean isOther(EarLabel label);

  /** Whether there is a claim at all, and if a name is given, of that name. */
  boolean isEmpty();

  boolean has(String name);

  /** A list of texts; in the dialect that was deployed a single one. */
  Optional<List<String>> texts(EarLabel label) throws Rejected;

  /** Maps by names, in their order. */
  Map<String, EarClaims> submods(EarLabel label) throws Rejected;

  /** Numbers by category; a label of no category is refused. */
  Optional<Map<TrustCategory, Long>> vector(EarLabel label) throws Rejected;

  /** What JSON lacks here: claims under none of our labels, as they came. */
  List<Cbor.Entry> unknown();
}
