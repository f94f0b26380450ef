package org.ccican.conformance.matrix;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.ccican.check.Checks;
import org.ccican.corim.CorimReader;
import org.ccican.corim.CorimSelection;
import org.ccican.cose.CoseKey;
import org.ccican.cose.Crypto;
import org.ccican.ear.Ear;
import org.ccican.ear.EarProfile;
import org.ccican.ear.EarReader;
import org.ccican.ear.EarToken;
import org.ccican.evidence.CmwJson;
import org.ccican.evidence.CmwReader;
import org.ccican.evidence.CmwSigned;
import org.ccican.reject.Rejected;
import org.ccican.vector.MessageVector;
import org.ccican.vector.NamedOctets;
import org.ccican.vector.Octets;
import org.ccican.vector.TestVector.Expect;
import org.ccican.vector.TestVector.Verdict;
import org.ccican.wire.Bytes;
import org.ccican.wire.CborDecoder;
import org.ccican.wire.CborProfile;

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
    List<CoseKey> keys = keys();
    try {
      read(keys, checks);
      return Expect.ACCEPTED;
    } catch (Rejected refusal) {
      return new Expect(
          Verdict.REFUSED,
          Optional.of(refusal.reason().phase().name().toLowerCase(Locale.ROOT)),
          Optional.of(refusal.reason().id()));
    }
  }

  private List<CoseKey> keys() throws Rejected {
    List<CoseKey> keys = new ArrayList<>();
    for (NamedOctets each : vector.keys()) {
      keys.add(
          CoseKey.parse(
              new CborDecoder(Checks.unbroken()).decode(octets(each.octets()), CborProfile.VALID),
              crypto,
              Checks.unbroken()));
    }
    return keys;
  }

  private void read(List<CoseKey> keys, Checks checks) throws Rejected {
    Bytes input = octets(vector.input());
    boolean lists = vector.form().equals("corim-list");
    CorimSelection selection =
        new CorimSelection(keys, lists, InstantSource.fixed(vector.time()), checks);
    switch (vector.form()) {
      case "cmw-cbor" -> new CmwReader(checks).read(input);
      case "cmw-json" -> new CmwJson(checks).read(input);
      case "cmw-cose" -> CmwSigned.open(input, keys.get(0), checks);
      case "cmw-jws" -> CmwSigned.openJson(input, keys.get(0), checks);
      case "ear-cbor" -> rely(new EarReader(checks).read(input), checks);
      case "ear-json" -> rely(new EarReader(checks).readJson(input), checks);
      case "ear-cwt", "ear-jwt" -> rely(EarToken.open(input, keys.get(0), checks), checks);
      case "corim-cose" -> selection.add(input);
      case "corim", "corim-list" -> {
        selection.addAuthentic(new CorimReader(checks).read(input));
        selection.active();
      }
      default -> throw new IllegalStateException("form " + vector.form());
    }
  }

  private void rely(Ear ear, Checks checks) throws Rejected {
    EarToken.demandCurrent(ear, EarProfile.CURRENT, vector.time(), SKEW, checks);
    EarToken.demandAbout(ear, vector.attester().orElseThrow(), checks);
  }

  private static Bytes octets(Octets octets) {
    return Bytes.of(octets.toArray());
  }
}
