package org.ccican.conformance.matrix;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ccican.check.Checks;
import org.ccican.cose.AgreementKey;
import org.ccican.cose.CoseKey;
import org.ccican.cose.Crypto;
import org.ccican.reject.Rejected;
import org.ccican.vector.NamedOctets;
import org.ccican.wire.Bytes;
import org.ccican.wire.Cbor;
import org.ccican.wire.CborDecoder;
import org.ccican.wire.CborProfile;
import org.ccican.wire.Fields;

/**
 * The keys of a message vector.
 *
 * @param trusted those that verify
 * @param own those with their private number, by which the reader decrypts
 */
record MessageKeys(List<CoseKey> trusted, List<AgreementKey> own) {

  private static final String SHAPE = "cose.key.shape";
  private static final long KID = 2;
  private static final long PRIVATE = -4;

  MessageKeys {
    trusted = List.copyOf(trusted);
    own = List.copyOf(own);
  }

  /**
   * @throws Rejected if one of them is no key
   */
  static MessageKeys of(List<NamedOctets> keys, Crypto crypto) throws Rejected {
    List<CoseKey> trusted = new ArrayList<>();
    List<AgreementKey> own = new ArrayList<>();
    for (NamedOctets each : keys) {
      Bytes octets = Bytes.of(each.octets().toArray());
      Cbor item = new CborDecoder(Checks.unbroken()).decode(octets, CborProfile.VALID);
      Fields fields = Fields.of(item, SHAPE);
      Optional<Bytes> secret = fields.findOctets(PRIVATE);
      if (secret.isPresent()) {
        own.add(AgreementKey.ofPrivate(secret.get()).named(fields.octets(KID)));
      } else {
        trusted.add(CoseKey.parse(item, crypto, Checks.unbroken()));
      }
    }
    return new MessageKeys(trusted, own);
  }

  CoseKey first() {
    return trusted.get(0);
  }
}
