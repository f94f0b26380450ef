package org.ccican.role;

import java.io.ByteArrayOutputStream;
import java.util.Base64;
import java.util.zip.DeflaterOutputStream;
import org.ccican.check.Checks;
import org.ccican.cose.Crypto;
import org.ccican.wire.Bytes;

/**
 * The number of an owner's request, 16 random octets, which M/OC, TAM and Broker see: the place
 * where an owner that is not discreet gives its data away, in one form or another.
 */
final class RequestNumber {

  private static final int SIZE = 16;
  private static final int CHUNK = 7;
  private static final int BEGIN_CHUNKS = 0x5F;
  private static final int CHUNK_HEAD = 0x40;
  private static final int END_CHUNKS = 0xFF;

  private RequestNumber() {}

  /**
   * @param data what must not be known
   */
  static Bytes of(Randomness randomness, Bytes data, Checks checks) {
    // spec| ccican-00 §5: nothing confidential leaves before the appraisal
    if (!checks.keeps("owner.request.discreet")) {
      return data;
    }
    // spec| ccican-00 §3(5): nor in hexadecimal
    if (!checks.keeps("owner.request.hex")) {
      return Bytes.utf8(data.toHex());
    }
    // spec| ccican-00 §3(5): nor in base64
    if (!checks.keeps("owner.request.base64")) {
      return Bytes.utf8(Base64.getEncoder().encodeToString(data.toArray()));
    }
    // spec| ccican-00 §3(5): nor in the other alphabet
    if (!checks.keeps("owner.request.base64url")) {
      return Bytes.utf8(Base64.getUrlEncoder().withoutPadding().encodeToString(data.toArray()));
    }
    // spec| ccican-00 §3(5): nor a part of it
    if (!checks.keeps("owner.request.truncated")) {
      return data.slice(0, data.size() / 2);
    }
    // spec| ccican-00 §3(5): nor a hash, by which whoever guesses it finds it confirmed
    if (!checks.keeps("owner.request.hashed")) {
      return Crypto.sha256(data);
    }
    // spec| ccican-00 §3(5): nor inside an item
    if (!checks.keeps("owner.request.chunked")) {
      return chunked(data);
    }
    // spec| ccican-00 §3(5): nor compressed
    if (!checks.keeps("owner.request.compressed")) {
      return compressed(Bytes.utf8(data.toHex()));
    }
    return randomness.next(SIZE);
  }

  /** A byte string of CBOR in chunks of 7 octets. */
  private static Bytes chunked(Bytes data) {
    Bytes chunks = Bytes.of(BEGIN_CHUNKS);
    for (int at = 0; at < data.size(); at += CHUNK) {
      Bytes chunk = data.slice(at, Math.min(at + CHUNK, data.size()));
      chunks = Bytes.concat(chunks, Bytes.of(CHUNK_HEAD | chunk.size()), chunk);
    }
    return Bytes.concat(chunks, Bytes.of(END_CHUNKS));
  }

  /** zlib. */
  private static Bytes compressed(Bytes octets) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (DeflaterOutputStream deflater = new DeflaterOutputStream(out)) {
      deflater.write(octets.toArray());
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return Bytes.of(out.toByteArray());
  }
}
