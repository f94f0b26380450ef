package org.ccican.teep;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ccican.check.Checks;
import org.ccican.reject.Reason;
import org.ccican.reject.Rejected;
import org.ccican.suit.SuitComponentId;
import org.ccican.wire.Bytes;
import org.ccican.wire.Cbor;
import org.ccican.wire.Fields;

/** Reads options: types are demanded, everything else is left to {@link TeepRules}. */
final class TeepOptionsReader {

  private static final String TYPE = "teep.option.type";

  private final WireRevision revision;
  private final Checks checks;

  TeepOptionsReader(WireRevision revision, Checks checks) {
    this.revision = revision;
    this.checks = checks;
  }

  TeepOptions read(Cbor item) throws Rejected {
    Fields fields = Fields.of(item, TYPE);
    Optional<Long> errCode = fields.findInteger(number(TeepLabel.ERR_CODE));
    Optional<Cbor> suites = fields.find(number(TeepLabel.SUPPORTED_TEEP_CIPHER_SUITES));
    Optional<Cbor> profiles = fields.find(number(TeepLabel.SUPPORTED_SUIT_COSE_PROFILES));
    return new TeepOptions(
        fields.findOctets(number(TeepLabel.TOKEN)),
        fields.findOctets(number(TeepLabel.CHALLENGE)),
        list(fields, TeepLabel.VERSIONS, TeepOptionsReader::integer),
        fields.findInteger(number(TeepLabel.SELECTED_VERSION)),
        suites.isPresent() ? Optional.of(suites(suites.get())) : Optional.empty(),
        profiles.isPresent() ? Optional.of(profiles(profiles.get())) : Optional.empty(),
        list(fields, TeepLabel.SUPPORTED_FRESHNESS_MECHANISMS, TeepOptionsReader::integer),
        fields.findText(number(TeepLabel.ATTESTATION_PAYLOAD_FORMAT)),
        fields.findOctets(number(TeepLabel.ATTESTATION_PAYLOAD)),
        list(fields, TeepLabel.SUIT_REPORTS, TeepOptionsReader::octets),
        list(fields, TeepLabel.TC_LIST, TeepOptionsReader::claims),
        list(fields, TeepLabel.REQUESTED_TC_LIST, this::requested),
        list(fields, TeepLabel.UNNEEDED_MANIFEST_LIST, TeepOptionsReader::component),
        list(fields, TeepLabel.EXT_LIST, TeepOptionsReader::integer),
        list(fields, TeepLabel.MANIFEST_LIST, TeepOptionsReader::octets),
        fields.findText(number(TeepLabel.MSG)),
        errCode.map(revision::errorCode),
        fields.findText(number(TeepLabel.ERR_MSG)),
        fields.findText(number(TeepLabel.ERR_LANG)),
        unknown(fields.map()));
  }

  static List<TeepCipherSuite> suites(Cbor item) throws Rejected {
    List<TeepCipherSuite> suites = new ArrayList<>();
    for (Cbor suite : Fields.array(item, TYPE)) {
      List<TeepCipherSuite.Operation> operations = new ArrayList<>();
      for (Cbor operation : Fields.array(suite, TYPE)) {
        List<Long> pair = integers(operation, 2);
        operations.add(new TeepCipherSuite.Operation(pair.get(0), pair.get(1)));
      }
      suites.add(new TeepCipherSuite(operations));
    }
    return suites;
  }

  static List<SuitCoseProfile> profiles(Cbor item) throws Rejected {
    List<SuitCoseProfile> profiles = new ArrayList<>();
    for (Cbor profile : Fields.array(item, TYPE)) {
      List<Long> ids = integers(profile, 4);
      profiles.add(new SuitCoseProfile(ids.get(0), ids.get(1), ids.get(2), ids.get(3)));
    }
    return profiles;
  }

  private List<Cbor.Entry> unknown(Cbor.Map map) throws Rejected {
    Set<Cbor> known = new HashSet<>();
    for (TeepLabel label : TeepLabel.values()) {
      known.add(Cbor.integer(number(label)));
    }
    List<Cbor.Entry> unknown = new ArrayList<>();
    for (Cbor.Entry entry : map.entries()) {
      // spec| teep-protocol-26 App. C: labels of options are unsigned integers
      Rejected.unless(
          checks,
          "teep.option.label",
          entry.key() instanceof Cbor.Int label && !label.negative(),
          Reason.WRONG_TYPE,
          () -> "unsigned label expected at offset " + entry.key().offset());
      // spec| teep-protocol-26 §6: an option of an unknown label is optional, not an error
      if (!known.contains(entry.key())) {
        unknown.add(entry);
      }
    }
    return unknown;
  }

  private RequestedComponent requested(Cbor item) throws Rejected {
    Fields fields = Fields.of(item, TYPE);
    return new RequestedComponent(
        component(fields.item(number(TeepLabel.COMPONENT_ID))),
        fields.findInteger(number(TeepLabel.TC_MANIFEST_SEQUENCE_NUMBER)),
        fields.findBool(number(TeepLabel.HAVE_BINARY)));
  }

  private long number(TeepLabel label) {
    return revision.number(label);
  }

  private <T> Optional<List<T>> list(Fields fields, TeepLabel label, Reader<T> reader)
      throws Rejected {
    Optional<List<Cbor>> items = fields.findArray(number(label));
    if (items.isEmpty()) {
      return Optional.empty();
    }
    List<T> values = new ArrayList<>();
    for (Cbor item : items.get()) {
      values.add(reader.read(item));
    }
    return Optional.of(values);
  }

  private static List<Long> integers(Cbor item, int size) throws Rejected {
    List<Cbor> parts = Fields.array(item, TYPE);
    if (parts.size() != size) {
      throw new Rejected(
          Reason.WRONG_TYPE,
          TYPE,
          size + " integers expected at offset " + item.offset() + ", found " + parts.size());
    }
    List<Long> values = new ArrayList<>();
    for (Cbor part : parts) {
      values.add(integer(part));
    }
    return values;
  }

  private static Long integer(Cbor item) throws Rejected {
    return Fields.integer(item, TYPE);
  }

  private static Bytes octets(Cbor item) throws Rejected {
    return Fields.octets(item, TYPE);
  }

  private static Cbor claims(Cbor item) throws Rejected {
    return Fields.of(item, TYPE).map();
  }

  private static SuitComponentId component(Cbor item) throws Rejected {
    return SuitComponentId.parse(item, TYPE);
  }

  private interface Reader<T> {
    T read(Cbor item) throws Rejected;
  }
}
