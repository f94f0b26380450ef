package org.ccican.conformance.driver;

import java.util.Locale;
import org.ccican.check.Checks;
import org.ccican.cose.SigningKey;
import org.ccican.evidence.AgentToken;
import org.ccican.evidence.Cmw;
import org.ccican.evidence.CmwCollection;
import org.ccican.evidence.CmwType;
import org.ccican.reject.Rejected;
import org.ccican.wire.Bytes;

/** One thing wrong with an Agent's token around evidence that is right, or nothing. */
public enum AgentTokenFlaw {
  NONE,
  OTHER_NONCE;

  /**
   * @param id lower case with hyphens
   * @throws IllegalArgumentException if there is no such flaw
   */
  public static AgentTokenFlaw of(String id) {
    return valueOf(id.toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  /**
   * A record that holds the token.
   *
   * @param nonce the right one
   * @param agent whose key the hardware attests
   */
  Bytes around(Bytes collection, Bytes nonce, SigningKey agent) throws Rejected {
    AgentToken token =
        new AgentToken(
            this == OTHER_NONCE ? nonce.flip(0, 0) : nonce,
            agent.publicKey(),
            CmwCollection.parse(collection, Checks.unbroken()));
    return new Cmw.Record(
            new CmwType.MediaType(AgentToken.MEDIA_TYPE), token.sign(agent), Cmw.EVIDENCE)
        .encode();
  }
}
