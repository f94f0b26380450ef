package org.ccican.conformance.verdict;

import java.util.List;
import java.util.Optional;
import org.ccican.wire.Bytes;
import org.ccican.wire.Cbor;

/** The shape of an option's value: reports what is wrong with an item under a title. */
@FunctionalInterface
interface TeepShape {

  void check(Cbor item, String title, TeepRevision revision, List<String> broken);

  TeepShape BOOL = plain("a boolean", CborView::isBool);
  TeepShape INT = plain("an integer", item -> item instanceof Cbor.Int);
  TeepShape UINT =
      plain("an unsigned integer", item -> item instanceof Cbor.Int n && !n.negative());
  // spec| TEEP-26 §4.2: versions and extensions are unsigned integers of at most 4 octets
  TeepShape UINT32 =
      plain(
          "an unsigned integer of at most 4 octets",
          item -> item instanceof Cbor.Int n && !n.negative() && n.argument() >>> 32 == 0);
  // spec| TEEP-26 §4.6: some are registered; 0 is never used
  TeepShape ERROR_CODE =
      (item, title, revision, broken) -> {
        if (CborView.integer(item).filter(revision::isErrorCode).isEmpty()) {
          broken.add(title + ": " + CborView.place(item, "an error code " + revision.errorCodes()));
        }
      };
  TeepShape MEDIA_TYPE =
      plain(
          "a media type",
          item -> CborView.text(item).filter(t -> MediaType.of(t).isReadable()).isPresent());
  // spec| TEEP-26 §4.4 and RFC 5646 §2.1: 1 to 35 octets, subtags of letters and digits
  TeepShape LANGUAGE =
      plain(
          "a language tag of 1 to 35 octets",
          item ->
              CborView.text(item)
                  .filter(t -> t.length() <= 35)
                  .filter(t -> t.matches("[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*"))
                  .isPresent());
  TeepShape COMPONENT_ID =
      plain("an array of byte strings", item -> SuitView.segments(item).isPresent());
  // spec| TEEP-26 §8.1: a suite is one or more of [COSE tag, algorithm]
  TeepShape CIPHER_SUITES =
      some(
          some(
              plain(
                  "[COSE tag, algorithm]",
                  item ->
                      integers(item, 2)
                          && CborView.items(item).get().get(0) instanceof Cbor.Int n
                          && !n.negative())));
  // spec| TEEP-26 §8.2: [digest, authentication, key exchange, encryption]
  TeepShape COSE_PROFILES = some(plain("an array of 4 algorithms", item -> integers(item, 4)));
  TeepShape WRAPPED =
      plain(
          "a byte string with CBOR inside",
          item -> CborView.octets(item).flatMap(o -> CborView.read(o).view()).isPresent());

  // spec| TEEP-26 §4.4: SUIT envelopes without their tag, wrapped
  TeepShape ENVELOPE =
      (item, title, revision, broken) -> {
        Optional<Bytes> octets = CborView.octets(item);
        if (octets.isEmpty()) {
          broken.add(title + ": " + CborView.place(item, "a byte string"));
          return;
        }
        Reading<SuitView> envelope = SuitView.read(octets.get());
        if (envelope.view().isEmpty()) {
          broken.add(
              title + ": no SUIT envelope at offset " + item.offset() + ": " + envelope.detail());
        } else if (envelope.view().get().tagged()) {
          broken.add(title + ": the SUIT envelope at offset " + item.offset() + " is tagged");
        }
      };

  // spec| TEEP-26 §4.3: {0: component id, and one or more SUIT parameters}
  TeepShape PROPERTY_CLAIMS =
      (item, title, revision, broken) -> {
        Optional<Cbor.Map> map = CborView.map(item);
        if (map.isEmpty() || map.get().find(0).isEmpty() || map.get().entries().size() < 2) {
          broken.add(title + ": " + CborView.place(item, "a map with 0 and a parameter"));
          return;
        }
        COMPONENT_ID.check(map.get().find(0).get(), title + ".0", revision, broken);
      };

  // spec| TEEP-26 §4.3: {component-id, ? tc-manifest-sequence-number, ? have-binary}
  TeepShape REQUESTED_COMPONENT =
      (item, title, revision, broken) -> {
        Optional<Cbor.Map> map = CborView.map(item);
        int id = revision.label(TeepOption.COMPONENT_ID);
        int manifest = revision.label(TeepOption.TC_MANIFEST_SEQUENCE_NUMBER);
        int have = revision.label(TeepOption.HAVE_BINARY);
        if (map.isEmpty() || map.get().find(id).isEmpty()) {
          broken.add(title + ": " + CborView.place(item, "a map with component-id (" + id + ")"));
          return;
        }
        COMPONENT_ID.check(map.get().find(id).get(), title + "." + id, revision, broken);
        Optional<Cbor> sequence = map.get().find(manifest);
        Optional<Cbor> binary = map.get().find(have);
        sequence.ifPresent(number -> UINT.check(number, title + "." + manifest, revision, broken));
        binary.ifPresent(flag -> BOOL.check(flag, title + "." + have, revision, broken));
        // spec| TEEP-26 §4.3: who has the binary says of which manifest
        if (binary.equals(Optional.of(Cbor.bool(true))) && sequence.isEmpty()) {
          broken.add(
              title
                  + ": have-binary without tc-manifest-sequence-number at offset "
                  + item.offset());
        }
      };

  static TeepShape octets(int least, int most) {
    String expected = most == Integer.MAX_VALUE ? "octets" : least + " to " + most + " octets";
    return plain(
        expected,
        item ->
            CborView.octets(item)
                .filter(octets -> octets.size() >= least && octets.size() <= most)
                .isPresent());
  }

  /** Counted in octets of UTF-8. */
  static TeepShape text(int least, int most) {
    return plain(
        "a text of " + least + " to " + most + " octets",
        item ->
            CborView.text(item)
                .map(text -> Bytes.utf8(text).size())
                .filter(size -> size >= least && size <= most)
                .isPresent());
  }

  /** An array that is not empty, all of one shape. */
  static TeepShape some(TeepShape each) {
    return (item, title, revision, broken) -> {
      List<Cbor> items = CborView.items(item).orElse(List.of());
      if (items.isEmpty()) {
        broken.add(title + ": " + CborView.place(item, "an array that is not empty"));
      }
      for (int i = 0; i < items.size(); i++) {
        each.check(items.get(i), title + "[" + i + "]", revision, broken);
      }
    };
  }

  private static TeepShape plain(String expected, java.util.function.Predicate<Cbor> holds) {
    return (item, title, revision, broken) -> {
      if (!holds.test(item)) {
        broken.add(title + ": " + CborView.place(item, expected));
      }
    };
  }

  private static boolean integers(Cbor item, int count) {
    List<Cbor> items = CborView.items(item).orElse(List.of());
    return items.size() == count && items.stream().allMatch(Cbor.Int.class::isInstance);
  }
}
