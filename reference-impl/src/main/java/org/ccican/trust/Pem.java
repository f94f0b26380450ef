package org.ccican.trust;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.ccican.reject.Reason;
import org.ccican.reject.Rejected;
import org.ccican.wire.Bytes;

/**
 * Text blocks around DER (RFC 7468). Text between blocks is ignored, as vendors put comments there.
 */
public final class Pem {

  private static final String BEGIN = "-----BEGIN ";
  private static final String DASHES = "-----";

  private Pem() {}

  /**
   * The contents of all blocks, in order; input without any block is taken for DER and returned as
   * it is.
   *
   * @throws Rejected if a block does not end or does not hold base64
   */
  public static List<Bytes> blocks(Bytes octets) throws Rejected {
    String text = new String(octets.toArray(), StandardCharsets.ISO_8859_1);
    if (!text.contains(BEGIN)) {
      return List.of(octets);
    }
    List<Bytes> blocks = new ArrayList<>();
    int at = text.indexOf(BEGIN);
    while (at >= 0) {
      int labelEnd = text.indexOf(DASHES, at + BEGIN.length());
      String label = labelEnd < 0 ? "" : text.substring(at + BEGIN.length(), labelEnd);
      int body = labelEnd + DASHES.length();
      int end = labelEnd < 0 ? -1 : text.indexOf("-----END " + label + DASHES, body);
      if (end < 0) {
        throw new Rejected(Reason.TRUNCATED, "cert.pem", "block at offset " + at + " has no end");
      }
      blocks.add(base64(text.substring(body, end), at));
      at = text.indexOf(BEGIN, end);
    }
    return blocks;
  }

  /** Certificates as text blocks, one after the other. */
  public static String certificates(List<Bytes> ders) {
    StringBuilder text = new StringBuilder();
    for (Bytes der : ders) {
      text.append(BEGIN)
          .append("CERTIFICATE-----\n")
          .append(Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der.toArray()))
          .append("\n-----END CERTIFICATE-----\n");
    }
    return text.toString();
  }

  private static Bytes base64(String body, int at) throws Rejected {
    try {
      return Bytes.of(Base64.getDecoder().decode(body.replaceAll("\\s", "")));
    } catch (IllegalArgumentException e) {
      throw new Rejected(Reason.MALFORMED, "cert.pem", "block at offset " + at + " is no base64");
    }
  }
}
