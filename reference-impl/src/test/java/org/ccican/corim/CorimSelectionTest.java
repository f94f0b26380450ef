package org.ccican.corim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.ccican.check.Checks;
import org.ccican.cose.CoseAlgorithm;
import org.ccican.cose.Crypto;
import org.ccican.cose.SigningKey;
import org.ccican.reject.Rejected;
import org.ccican.wire.Bytes;
import org.ccican.wire.Cbor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which tags of CoRIMs count: complete, current, authentic and in their newest version. */
class CorimSelectionTest {

  private static final Checks CHECKS = Checks.unbroken();
  private static final Instant NOW = Instant.ofEpochSecond(1_700_000_000);
  private static final SigningKey KEY =
      SigningKey.fromSeed(CoseAlgorithm.ESP256, Bytes.utf8("vendor"), new Crypto());
  private static final CorimReader READER = new CorimReader(CHECKS);

  @Test
  void activatesAllTagsOfAListOrNone() throws Rejected {
    CorimSelection selection = selection(true);
    selection.addAuthentic(corim("a", "00"));
    assertThat(selection.active()).isEmpty();
    selection.addAuthentic(list("a", NOW.getEpochSecond()));
    assertThat(selection.active()).hasSize(1);
    selection.addAuthentic(list("gone", NOW.getEpochSecond() - 1));
    assertThat(selection.active()).as("an expired list counts for nothing").hasSize(1);
    selection.addAuthentic(list("b", NOW.getEpochSecond()));
    assertThat(refusal(selection::active).check()).isEqualTo("corim.list.complete");
  }

  @Test
  void takesARevisedTagOnlyWithAGreaterVersion() throws Rejected {
    CorimSelection selection = selection(false);
    selection.addAuthentic(corim("a", "01"));
    assertThat(refusal(() -> selection.addAuthentic(corim("a", "01"))).check())
        .isEqualTo("corim.tag.version");
    selection.addAuthentic(corim("a", "02"));
    assertThat(selection.active()).extracting(tag -> tag.identity().version()).containsExactly(2L);
  }

  @Test
  void takesNothingThatHasExpiredOrThatNobodyVouchesFor() throws Rejected {
    Bytes expired =
        new CorimBuilder("a")
            .launch("sgx", Bytes.zero(32))
            .valid(new Validity(Optional.empty(), NOW.getEpochSecond() - 1))
            .encode();
    CorimSelection selection = selection(false);

    assertThat(refusal(() -> selection.addAuthentic(READER.read(expired))).check())
        .isEqualTo("corim.valid");
    assertThat(refusal(() -> selection.add(expired)).check()).isEqualTo("cose.sign1.tag");
    assertThat(selection.active()).isEmpty();
    selection.add(CorimSigned.sign(corim("a", "00"), "vendor", Optional.empty(), KEY));
    assertThat(selection.active()).hasSize(1);
  }

  /** RFC 9393: a payload with one file or several, of which those with a hash are values. */
  @ParameterizedTest
  @CsvSource({
    "a206a111a2 1818 6161 07 8201 5820%s 00 6173, 1",
    "a206a11182 a2 1818 6161 07 8201 5820%s a1 1818 6162 00 6173, 1",
    "a206a11182 a2 1818 6161 07 8201 5820%s a2 1818 6162 07 8201 5820%s 00 6173, 2",
    "a203a111a2 1818 6161 07 8201 5820%s 00 6173, 0",
    "a1 00 6173, 0"
  })
  void takesTheFilesOfCoswids(String coswid, int values) throws Rejected {
    Bytes software = Bytes.hex(coswid.replace(" ", "").replace("%s", "11".repeat(32)));
    Cbor environment = Cbor.map().put(0, Cbor.map().put(1, Cbor.text("ACME")).build()).build();
    Cbor triple = Cbor.array(environment, Cbor.array(Cbor.text("s")));
    Cbor comid =
        Cbor.map()
            .put(1, Cbor.map().put(0, Cbor.text("c")).build())
            .put(4, Cbor.map().put(6, Cbor.array(triple)).build())
            .build();
    Cbor tags =
        Cbor.array(Cbor.tag(506, Cbor.wrapped(comid)), Cbor.tag(505, Cbor.octets(software)));
    Cbor corim = Cbor.tag(501, Cbor.map().put(0, Cbor.text("m")).put(1, tags).build());
    CorimSelection selection = selection(false);
    selection.addAuthentic(READER.read(corim.encode()));

    assertThat(selection.active().get(0).triples().references()).hasSize(values);
  }

  static CorimSelection selection(boolean listed) {
    return new CorimSelection(List.of(KEY.publicKey()), listed, () -> NOW, CHECKS);
  }

  private static Corim corim(String id, String version) throws Rejected {
    String comid =
        "a2 01 a2 00 61"
            + hex(id)
            + "01"
            + version
            + "04 a1 00 81 82 a1 00 a1 01 6161 81 a1 01 a1"
            + "0b 6161";
    Bytes octets = Bytes.hex(comid.replace(" ", ""));
    Cbor.Map map =
        Cbor.map()
            .put(0, Cbor.text("m"))
            .put(1, Cbor.array(Cbor.tag(506, Cbor.octets(octets))))
            .build();
    return READER.read(Cbor.tag(501, map).encode());
  }

  private static Corim list(String id, long until) throws Rejected {
    Cbor.Map list =
        Cbor.map()
            .put(0, Cbor.map().put(0, Cbor.text("list")).build())
            .put(1, Cbor.array(Cbor.map().put(0, Cbor.text(id)).build()))
            .put(2, Cbor.map().put(1, Cbor.tag(1, Cbor.integer(until))).build())
            .build();
    Cbor.Map map =
        Cbor.map()
            .put(0, Cbor.text("m"))
            .put(1, Cbor.array(Cbor.tag(508, Cbor.wrapped(list))))
            .build();
    return READER.read(Cbor.tag(501, map).encode());
  }

  private static String hex(String id) {
    return Bytes.utf8(id).toHex();
  }

  private static Rejected refusal(ThrowingCallable call) {
    return catchThrowableOfType(Rejected.class, call);
  }
}
