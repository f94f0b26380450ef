package org.ccican.role;

import java.util.Optional;
import org.ccican.check.Checks;
import org.ccican.message.ProvisioningMessage.Refusal;
import org.ccican.reject.Reason;
import org.ccican.reject.Rejected;
import org.ccican.wire.Bytes;

/**
 * What came back from a role that was asked.
 *
 * @param status as in HTTP; 0 if there was no answer at all
 * @param channel the TLS channel it came over
 */
public record Answer(int status, String mediaType, Bytes body, Optional<Channel> channel) {

  /**
   * A TLS channel as its client saw it.
   *
   * @param protocol for instance {@code TLSv1.3}
   * @param peerKey SHA-256 of the server's SubjectPublicKeyInfo
   */
  public record Channel(String protocol, Bytes peerKey) {}

  public boolean isSuccess() {
    return status >= 200 && status < 300;
  }

  /** Whether there was no answer, or one that blames the one who gave it. */
  public boolean isFailure() {
    return status == 0 || status >= 500;
  }

  /**
   * The body of a success.
   *
   * @throws Rejected with the reason the other side gave, or that it gave none
   */
  public Bytes demandSuccess(String asked) throws Rejected {
    if (isSuccess()) {
      return body;
    }
    Reason reason = Reason.NOT_AVAILABLE;
    String detail = asked + " answered " + status;
    if (mediaType.equals(Message.CCICAN)) {
      Refusal refusal = Refusal.parse(body, Checks.unbroken());
      detail = asked + " refused: " + refusal.detail();
      for (Reason each : Reason.values()) {
        reason = each.id().equals(refusal.reason()) ? each : reason;
      }
    }
    throw new Rejected(reason, "evidence.answer.refused", detail);
  }
}
