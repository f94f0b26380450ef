package org.ccican.teep;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.ccican.check.Checks;
import org.ccican.reject.Reason;
import org.ccican.reject.Rejected;
import org.ccican.wire.Bytes;
import org.ccican.wire.Cbor;
import org.ccican.wire.CborDecoder;
import org.ccican.wire.CborProfile;
import org.ccican.wire.Fields;

/**
 * Messages as octets and back (teep-protocol sections 4 and 6): an array of type, options and, for
 * two of the five, more. Whatever a record says is written; only what keeps the rules is read.
 */
public final class TeepCodec {

  private static final String SHAPE = "teep.shape";

  private final WireRevision revision;
  private final Checks checks;

  public TeepCodec(WireRevision revision, Checks checks) {
    this.revision = Objects.requireNonNull(revision);
    this.checks = Objects.requireNonNull(checks);
  }

  /** The deterministic encoding of a message, right or wrong. */
  public Bytes encode(TeepMessage message) {
    Cbor type = Cbor.integer(revision.number(message.type()));
    Cbor options = new TeepOptionsWriter(revision).write(message.options());
    if (message instanceof TeepMessage.QueryRequest request) {
      return Cbor.array(
              type,
              options,
              TeepOptionsWriter.suites(request.cipherSuites()),
              TeepOptionsWriter.profiles(request.suitProfiles()),
              Cbor.integer(request.dataItems()))
          .encode();
    }
    if (message instanceof TeepMessage.Error error) {
      return Cbor.array(type, options, Cbor.integer(revision.number(error.code()))).encode();
    }
    return Cbor.array(type, options).encode();
  }

  /**
   * @throws Rejected if the octets are no message, or one that breaks a rule
   */
  public TeepMessage decode(Bytes octets) throws Rejected {
    // reading: §4.1.2 (5) calls the message a map; its CDDL and every example make it an array
    List<Cbor> parts =
        Fields.array(new CborDecoder(checks).decode(octets, CborProfile.VALID), SHAPE);
    if (parts.size() < 2) {
      throw new Rejected(Reason.MISSING_FIELD, SHAPE, "type and options expected");
    }
    long number = Fields.integer(parts.get(0), SHAPE);
    Optional<TeepType> type = revision.type(number);
    if (type.isEmpty()) {
      throw new Rejected(Reason.UNKNOWN_MESSAGE, "teep.type", "message type " + number);
    }
    TeepOptions options = new TeepOptionsReader(revision, checks).read(parts.get(1));
    TeepRules rules = new TeepRules(checks);
    rules.checkOptions(options);
    TeepMessage message =
        switch (type.get()) {
          case QUERY_REQUEST -> queryRequest(options, parts);
          case QUERY_RESPONSE -> new TeepMessage.QueryResponse(sized(options, parts, 2));
          case UPDATE -> new TeepMessage.Update(sized(options, parts, 2));
          case SUCCESS -> new TeepMessage.Success(sized(options, parts, 2));
          case ERROR -> error(options, parts);
        };
    rules.checkMessage(message);
    return message;
  }

  /** The token of a message that may be wrong otherwise, so that an Error can repeat it. */
  public Optional<Bytes> token(Bytes octets) {
    try {
      Cbor item = new CborDecoder(Checks.unbroken()).decode(octets, CborProfile.VALID);
      return item instanceof Cbor.Array parts
              && parts.items().size() > 1
              && parts.items().get(1) instanceof Cbor.Map options
          ? options
              .find(revision.number(TeepLabel.TOKEN))
              .filter(Cbor.Octets.class::isInstance)
              .map(token -> ((Cbor.Octets) token).value())
              .filter(token -> token.size() >= 8 && token.size() <= 64)
          : Optional.empty();
    } catch (Rejected rejected) {
      return Optional.empty();
    }
  }

  private TeepMessage queryRequest(TeepOptions options, List<Cbor> parts) throws Rejected {
    sized(options, parts, 5);
    long dataItems = Fields.integer(parts.get(4), SHAPE);
    if (dataItems < 0) {
      throw new Rejected(
          Reason.OUT_OF_RANGE,
          SHAPE,
          "data-item-requested " + dataItems + " at offset " + parts.get(4).offset());
    }
    return new TeepMessage.QueryRequest(
        options,
        TeepOptionsReader.suites(parts.get(2)),
        TeepOptionsReader.profiles(parts.get(3)),
        dataItems);
  }

  private TeepMessage error(TeepOptions options, List<Cbor> parts) throws Rejected {
    sized(options, parts, 3);
    return new TeepMessage.Error(options, revision.errorCode(Fields.integer(parts.get(2), SHAPE)));
  }

  private TeepOptions sized(TeepOptions options, List<Cbor> parts, int size) throws Rejected {
    if (parts.size() < size) {
      throw new Rejected(
          Reason.MISSING_FIELD, SHAPE, size + " elements expected, found " + parts.size());
    }
    // spec| teep-protocol-26 App. C: each message has its number of elements
    Rejected.unless(
        checks,
        "teep.elements",
        parts.size() == size,
        Reason.UNKNOWN_FIELD,
        () -> size + " elements expected, found " + parts.size());
    return options;
  }
}
