package org.ccican.appraisal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ccican.check.Checks;
import org.ccican.cose.CoseAlgorithm;
import org.ccican.cose.CoseKey;
import org.ccican.cose.CoseSign1;
import org.ccican.reject.Reason;
import org.ccican.reject.Rejected;
import org.ccican.wire.Bytes;
import org.ccican.wire.Cbor;
import org.ccican.wire.CborDecoder;
import org.ccican.wire.CborProfile;
import org.ccican.wire.Fields;

/**
 * A Verifier's conclusion in the manner of an EAR (draft-ietf-rats-ear): the claims-set of a CWT
 * with one submodule, named after the evidence format. The trustworthiness vector is left out.
 *
 * @param nonce the one in the request, label 10
 * @param at seconds since the epoch, label 6
 * @param format id of the evidence format
 * @param accepted status 2 (affirming) or 96 (contraindicated), label 1000
 * @param reason the first failure's reason, private label -70101
 * @param check the first failure's check, private label -70102
 */
public record AttestationResult(
    Bytes nonce,
    Instant at,
    String format,
    boolean accepted,
    Optional<Reason> reason,
    Optional<String> check) {

  public static final String PROFILE = "tag:ietf.org,2026:rats/ear#03";

  private static final String SHAPE = "verifier.result.shape";
  private static final int AFFIRMING = 2;
  private static final int CONTRAINDICATED = 96;
  private static final int IAT = 6;
  private static final int NONCE = 10;
  private static final int EAT_PROFILE = 265;
  private static final int SUBMODS = 266;
  private static final int STATUS = 1000;
  private static final int REASON = -70_101;
  private static final int CHECK = -70_102;

  /**
   * The result inside a COSE_Sign1 with ESP256, if the Verifier signed it (RFC 9334 section 7.2).
   *
   * @throws Rejected if it is another's, or no result
   */
  public static AttestationResult open(Bytes signed, CoseKey verifier, Checks checks)
      throws Rejected {
    Bytes claims =
        CoseSign1.parse(signed, checks).verify(verifier, Set.of(CoseAlgorithm.ESP256), checks);
    return parse(claims, checks);
  }

  /**
   * @throws Rejected if this is no result with exactly one submodule
   */
  public static AttestationResult parse(Bytes octets, Checks checks) throws Rejected {
    Fields claims =
        Fields.of(new CborDecoder(checks).decode(octets, CborProfile.DETERMINISTIC), SHAPE);
    List<Cbor.Entry> submods = Fields.of(claims.item(SUBMODS), SHAPE).map().entries();
    if (submods.size() != 1) {
      throw new Rejected(Reason.WRONG_TYPE, SHAPE, submods.size() + " submodules, 1 expected");
    }
    Fields submod = Fields.of(submods.get(0).value(), SHAPE);
    Optional<String> reason = submod.findText(REASON);
    List<Reason> known = new ArrayList<>();
    for (Reason each : Reason.values()) {
      if (reason.isPresent() && each.id().equals(reason.get())) {
        known.add(each);
      }
    }
    return new AttestationResult(
        claims.octets(NONCE),
        Instant.ofEpochSecond(claims.integer(IAT)),
        Fields.text(submods.get(0).key(), SHAPE),
        submod.integer(STATUS) == AFFIRMING,
        known.stream().findFirst(),
        submod.findText(CHECK));
  }

  public Bytes encode() {
    Cbor.Map submod =
        Cbor.map()
            .put(STATUS, Cbor.integer(accepted ? AFFIRMING : CONTRAINDICATED))
            .put(REASON, reason.map(present -> Cbor.text(present.id())))
            .put(CHECK, check.map(Cbor::text))
            .build();
    return Cbor.map()
        .put(EAT_PROFILE, Cbor.text(PROFILE))
        .put(IAT, Cbor.integer(at.getEpochSecond()))
        .put(NONCE, Cbor.octets(nonce))
        .put(SUBMODS, Cbor.map().put(format, submod).build())
        .build()
        .encode();
  }
}
