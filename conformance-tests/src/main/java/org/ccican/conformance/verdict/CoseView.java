package org.ccican.conformance.verdict;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.ccican.reject.Reason;
import org.ccican.reject.Rejected;
import org.ccican.wire.Bytes;
import org.ccican.wire.Cbor;

/**
 * A COSE_Sign1 as it was seen (RFC 9052 section 4.2): [protected bstr, unprotected map, payload
 * bstr or nil, signature bstr], tagged 18 or bare; or one of the signatures of a COSE_Sign (section
 * 4.1): the same with [+ [protected bstr, unprotected map, signature bstr]] in the end, tag 98.
 * What is signed is built here from the octets as received, never from a re-encoding.
 *
 * @param tagged whether tag 18 stands before it
 * @param bodyHeader for one signature of several, the protected header of all
 * @param protectedHeader the content of the first byte string
 * @param protectedMap that content decoded; an empty string is an empty map
 * @param payload empty if detached
 */
public record CoseView(
    boolean tagged,
    Optional<Bytes> bodyHeader,
    Bytes protectedHeader,
    Cbor.Map protectedMap,
    Cbor.Map unprotectedMap,
    Optional<Bytes> payload,
    Bytes signature) {

  private static final String WHAT = "cose-sign1";
  private static final long ALG = 1;
  private static final long CRIT = 2;
  private static final long CONTENT_TYPE = 3;
  private static final long KID = 4;

  public CoseView {
    Objects.requireNonNull(bodyHeader);
    Objects.requireNonNull(protectedHeader);
    Objects.requireNonNull(protectedMap);
    Objects.requireNonNull(unprotectedMap);
    Objects.requireNonNull(payload);
    Objects.requireNonNull(signature);
  }

  public static Reading<CoseView> read(Bytes octets) {
    return Reading.of(() -> split(CborView.decode(octets)));
  }

  /** One view of a COSE_Sign1, or one for each signature of a COSE_Sign. */
  public static Reading<List<CoseView>> readEach(Bytes octets) {
    return Reading.of(
        () -> {
          Cbor item = CborView.decode(octets);
          return item instanceof Cbor.Tag tag && tag.number() == 98
              ? splitEach(tag.content())
              : List.of(split(item));
        });
  }

  private static List<CoseView> splitEach(Cbor body) throws Rejected {
    List<Cbor> parts = CborView.items(body, WHAT);
    if (parts.size() != 4) {
      throw CborView.wrong(WHAT, "an array of 4", body);
    }
    List<CoseView> views = new ArrayList<>();
    for (Cbor each : CborView.items(parts.get(3), WHAT)) {
      List<Cbor> signature = CborView.items(each, WHAT);
      if (signature.size() != 3) {
        throw CborView.wrong(WHAT, "an array of 3", each);
      }
      views.add(
          view(
              true,
              Optional.of(CborView.octets(parts.get(0), WHAT)),
              parts.get(2),
              signature.get(0),
              signature.get(1),
              signature.get(2)));
    }
    if (views.isEmpty()) {
      throw CborView.wrong(WHAT, "a signature", parts.get(3));
    }
    return views;
  }

  static CoseView split(Cbor item) throws Rejected {
    boolean tagged = item instanceof Cbor.Tag;
    Cbor body = item;
    if (item instanceof Cbor.Tag tag) {
      if (tag.number() != 18) {
        throw CborView.wrong(WHAT, "tag 18", item);
      }
      body = tag.content();
    }
    List<Cbor> parts = CborView.items(body, WHAT);
    if (parts.size() != 4) {
      throw CborView.wrong(WHAT, "an array of 4", body);
    }
    return view(tagged, Optional.empty(), parts.get(2), parts.get(0), parts.get(1), parts.get(3));
  }

  private static CoseView view(
      boolean tagged,
      Optional<Bytes> body,
      Cbor content,
      Cbor protectedItem,
      Cbor unprotected,
      Cbor signature)
      throws Rejected {
    Bytes header = CborView.octets(protectedItem, WHAT);
    Cbor.Map protectedMap = Cbor.unsorted(List.of());
    if (!header.isEmpty()) {
      try {
        protectedMap = CborView.map(CborView.decode(header), WHAT);
      } catch (Rejected e) {
        throw new Rejected(Reason.MALFORMED, WHAT, "protected header: " + e.getMessage());
      }
    }
    Optional<Bytes> payload =
        CborView.isNil(content) ? Optional.empty() : Optional.of(CborView.octets(content, WHAT));
    return new CoseView(
        tagged,
        body,
        header,
        protectedMap,
        CborView.map(unprotected, WHAT),
        payload,
        CborView.octets(signature, WHAT));
  }

  /** The algorithm of the protected header; one that is not protected does not count. */
  public Optional<Long> algorithm() {
    return protectedMap.find(ALG).flatMap(CborView::integer);
  }

  /** The key's id, from whichever header has one. */
  public Optional<Bytes> kid() {
    return protectedMap
        .find(KID)
        .or(() -> unprotectedMap.find(KID))
        .flatMap(item -> CborView.octets(item));
  }

  /** The payload's media type, if it is protected and a text. */
  public Optional<String> contentType() {
    return protectedMap.find(CONTENT_TYPE).flatMap(CborView::text);
  }

  /**
   * What is signed: ["Signature1", protected, external aad (empty), payload], or for one of several
   * ["Signature", protected of all, protected of its own, external aad (empty), payload].
   */
  public Bytes signatureInput(Bytes content) {
    if (bodyHeader.isPresent()) {
      return Cbor.array(
              Cbor.text("Signature"),
              Cbor.octets(bodyHeader.get()),
              Cbor.octets(protectedHeader),
              Cbor.octets(Bytes.EMPTY),
              Cbor.octets(content))
          .encode();
    }
    return Cbor.array(
            Cbor.text("Signature1"),
            Cbor.octets(protectedHeader),
            Cbor.octets(Bytes.EMPTY),
            Cbor.octets(content))
        .encode();
  }

  /** Whether the key made the signature over the payload that is there. */
  public boolean verifies(Verifier signatures, Bytes spki) {
    return payload.isPresent() && verifiesOver(payload.get(), signatures, spki);
  }

  /** Whether the payload is detached and the key made the signature over it. */
  public boolean verifiesDetached(Bytes content, Verifier signatures, Bytes spki) {
    return payload.isEmpty() && verifiesOver(content, signatures, spki);
  }

  /** Each rule of RFC 9052 that the headers break. */
  public List<String> deviations() {
    List<String> broken = new ArrayList<>();
    // spec| RFC 9052 §4.2: COSE_Sign1 is told from its siblings by its tag
    if (!tagged) {
      broken.add("tag 18 is missing");
    }
    // spec| RFC 9052 §3.1: alg is authenticated
    if (algorithm().isEmpty()) {
      broken.add("no integer alg in the protected header");
    }
    // spec| RFC 9052 §3: labels are unique across both headers
    for (Cbor.Entry entry : unprotectedMap.entries()) {
      if (protectedMap.find(entry.key()).isPresent()) {
        broken.add("label " + CborView.describe(entry.key()) + " stands in both headers");
      }
    }
    labels(protectedMap, "protected", broken);
    labels(unprotectedMap, "unprotected", broken);
    critical(broken);
    return List.copyOf(broken);
  }

  private boolean verifiesOver(Bytes content, Verifier signatures, Bytes spki) {
    return algorithm().isPresent()
        && signatures.verifies(algorithm().get(), spki, signatureInput(content), signature);
  }

  private static void labels(Cbor.Map header, String name, List<String> broken) {
    for (Cbor.Entry entry : header.entries()) {
      // spec| RFC 9052 §1.4: label = int / tstr
      if (!(entry.key() instanceof Cbor.Int) && !(entry.key() instanceof Cbor.Text)) {
        broken.add(name + " header: " + CborView.place(entry.key(), "an integer or a text"));
      }
    }
  }

  private void critical(List<String> broken) {
    // spec| RFC 9052 §3.1: crit is protected, not empty, and names labels that are there
    if (unprotectedMap.find(CRIT).isPresent()) {
      broken.add("crit in the unprotected header");
    }
    Optional<Cbor> crit = protectedMap.find(CRIT);
    if (crit.isEmpty()) {
      return;
    }
    List<Cbor> names = CborView.items(crit.get()).orElse(List.of());
    if (names.isEmpty()) {
      broken.add("crit: " + CborView.place(crit.get(), "an array that is not empty"));
    }
    for (Cbor name : names) {
      if (protectedMap.find(name).isEmpty()) {
        broken.add("crit names " + CborView.describe(name) + ", which is not protected");
      }
    }
  }
}
