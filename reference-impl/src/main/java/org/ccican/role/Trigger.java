package org.ccican.role;

import org.ccican.cose.Crypto;
import org.ccican.message.ProvisioningMessage.Start;
import org.ccican.message.ProvisioningMessage.WakeUp;
import org.ccican.reject.Reason;
import org.ccican.reject.Rejected;
import org.ccican.wire.Bytes;

/**
 * What makes a role begin, for whoever speaks nothing but HTTP: an empty POST to {@code
 * triggers/CASE/APPLICATION-TYPE/HARDWARE-TYPE}, and for a Broker {@code /TAM-URI}, each
 * percent-encoded. The same case again is the same request again. The answer is text: where the
 * middleware answers.
 *
 * @param name of the case, chosen by whoever asks
 * @param tamUri empty where none is named
 */
record Trigger(String name, String applicationType, String hardwareType, String tamUri) {

  private static final int REQUEST_SIZE = 16;

  /**
   * @param item of the message, percent-decoded
   * @throws Rejected if there is too little of it
   */
  static Trigger parse(String item) throws Rejected {
    String[] words = item.split("/", 4);
    if (words.length < 3 || words[0].isEmpty() || words[1].isEmpty() || words[2].isEmpty()) {
      throw new Rejected(
          Reason.MISSING_FIELD,
          "http.trigger.shape",
          "triggers/CASE/APPLICATION-TYPE/HARDWARE-TYPE expected, found " + item);
    }
    return new Trigger(words[0], words[1], words[2], words.length > 3 ? words[3] : "");
  }

  /** The request of this case, 16 octets. */
  Bytes request() {
    return Crypto.sha256(Bytes.utf8(name)).slice(0, REQUEST_SIZE);
  }

  /**
   * @throws Rejected if it names no TAM
   */
  WakeUp wakeUp() throws Rejected {
    if (tamUri.isEmpty()) {
      throw new Rejected(Reason.MISSING_FIELD, "http.trigger.shape", "a TAM's URI is missing");
    }
    return new WakeUp(request(), tamUri, applicationType, hardwareType);
  }

  Start start() {
    return new Start(applicationType, hardwareType);
  }

  /** What whoever asked is told; nothing where there is no middleware. */
  static Turn answer(String middleware) {
    return middleware.isEmpty()
        ? Turn.nothing()
        : Turn.reply("text/plain", Bytes.utf8(middleware + "\n"));
  }
}
