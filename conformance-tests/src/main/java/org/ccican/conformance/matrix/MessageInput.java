package org.ccican.conformance.matrix;

import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.ccican.check.Checks;
import org.ccican.corim.CorimMatch;
import org.ccican.corim.CorimReader;
import org.ccican.corim.CorimSelection;
import org.ccican.corim.CorimSigned;
import org.ccican.corim.CorimTag;
import org.ccican.corim.Triples;
import org.ccican.cose.Crypto;
import org.ccican.ear.Ear;
import org.ccican.ear.EarProfile;
import org.ccican.ear.EarReader;
import org.ccican.ear.EarToken;
import org.ccican.evidence.CmwJson;
import org.ccican.evidence.CmwReader;
import org.ccican.evidence.CmwSigned;
import org.ccican.reject.Reason;
import org.ccican.reject.Rejected;
import org.ccican.vector.MessageVector;
import org.ccican.vector.TestVector.Expect;
import org.ccican.vector.TestVector.Verdict;
import org.ccican.wire.Bytes;
import org.ccican.wire.CborDecoder;
import org.ccican.wire.CborProfile;
import org.ccican.wire.Fields;

/** A message vector as the reader of its form wants it. */
record MessageInput(MessageVector vector, Crypto crypto) {

  /** Seconds that a Verifier's clock may be ahead, as the file of results says. */
  private static final long SKEW = 60;

  /**
   * What the reader makes of it.
   *
   * @throws Rejected if the vector's keys cannot be read
   */
  Expect read(Checks checks) throws Rejected {
    return refusal(checks)
        .map(
            refusal ->
                new Expect(
                    Verdict.REFUSED,
                    Optional.of(refusal.reason().phase().name().toLowerCase(Locale.ROOT)),
                    Optional.of(refusal.reason().id())))
        .orElse(Expect.ACCEPTED);
  }

  /**
   * Why the reader refuses it, if it does.
   *
   * @throws Rejected if the vector's keys cannot be read
   */
  Optional<Rejected> refusal(Checks checks) throws Rejected {
    MessageKeys keys = MessageKeys.of(vector.keys(), crypto);
    try {
      read(keys, checks);
      return Optional.empty();
    } catch (Rejected refusal) {
      return Optional.of(refusal);
    }
  }

  private void read(MessageKeys keys, Checks checks) throws Rejected {
    Bytes input = Bytes.of(vector.input().toArray());
    boolean lists = vector.form().equals("corim-list");
    CorimSelection selection =
        new CorimSelection(keys.trusted(), lists, InstantSource.fixed(vector.time()), checks);
    switch (vector.form()) {
      case "cmw-cbor" -> new CmwReader(checks).read(input);
      case "cmw-json" -> new CmwJson(checks).read(input);
      case "cmw-cose" -> CmwSigned.open(input, keys.first(), checks);
      case "cmw-jws" -> CmwSigned.openJson(input, keys.first(), checks);
      case "ear-cbor" -> rely(new EarReader(checks).read(input), checks);
      case "ear-json" -> rely(new EarReader(checks).readJson(input), checks);
      case "ear-cwt", "ear-jwt" -> rely(EarToken.open(input, keys.first(), checks), checks);
      case "corim-cose" -> selection.add(input);
      case "corim", "corim-list" -> {
        selection.addAuthentic(new CorimReader(checks).read(input));
        demandSome(selection.active());
      }
      case "corim-revised" -> {
        for (Bytes each : parts(input)) {
          selection.addAuthentic(new CorimReader(checks).read(each));
        }
      }
      case "corim-hashed" ->
          CorimSigned.parse(parts(input).get(0), checks)
              .open(keys.trusted(), Optional.of(parts(input).get(1)), vector.time(), checks);
      case "corim-match" -> {
        selection.addAuthentic(new CorimReader(checks).read(input));
        demandMatch(selection.active(), checks);
      }
      default -> new DecoderInput(vector.form(), keys, crypto, checks).read(input);
    }
  }

  private void rely(Ear ear, Checks checks) throws Rejected {
    EarToken.demandCurrent(ear, EarProfile.CURRENT, vector.time(), SKEW, checks);
    EarToken.demandAbout(ear, vector.attester().orElseThrow(), checks);
  }

  /** What a Verifier appraises with holds something. */
  private static void demandSome(List<CorimTag.Comid> active) throws Rejected {
    if (active.isEmpty()) {
      throw new Rejected(Reason.EXPIRED, "corim.list.valid", "no tag counts");
    }
  }

  /** What is endorsed satisfies the reference values. */
  private static void demandMatch(List<CorimTag.Comid> tags, Checks checks) throws Rejected {
    CorimMatch match = new CorimMatch(checks);
    for (CorimTag.Comid tag : tags) {
      for (Triples.Claims condition : tag.triples().references()) {
        boolean satisfied =
            tag.triples().endorsements().stream()
                .anyMatch(
                    found ->
                        match.environment(condition.environment(), found.environment())
                            && match.measurements(condition.measurements(), found.measurements()));
        if (!satisfied) {
          throw new Rejected(
              Reason.MEASUREMENT_MISMATCH,
              "corim.match.elements",
              "a condition that does not hold");
        }
      }
    }
  }

  /** The byte strings of an array. */
  private static List<Bytes> parts(Bytes input) throws Rejected {
    return Fields.octetsList(
        new CborDecoder(Checks.unbroken()).decode(input, CborProfile.VALID), "corim.shape");
  }
}
