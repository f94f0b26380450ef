package org.ccican.corim;

import java.util.Optional;
import org.ccican.reject.Reason;
import org.ccican.reject.Rejected;
import org.ccican.wire.Cbor;
import org.ccican.wire.Fields;

/**
 * What claims are about (draft-ietf-rats-corim section 5.1.4.1): a map of class, instance and
 * group, of which one at least is there.
 */
public record Environment(Cbor.Map map) {

  private static final int CLASS = 0;
  private static final int INSTANCE = 1;
  private static final int GROUP = 2;
  private static final int VENDOR = 1;
  private static final int MODEL = 2;

  static Environment parse(Cbor item, CorimRules rules) throws Rejected {
    Fields fields = some(item, rules);
    Optional<Cbor> kind = fields.find(CLASS);
    if (kind.isPresent()) {
      Fields named = some(kind.get(), rules);
      if (named.find(0).isPresent()) {
        CorimRules.classId(named.item(0));
      }
      named.findText(VENDOR);
      named.findText(MODEL);
      for (int label : new int[] {3, 4}) {
        if (named.find(label).isPresent()) {
          CorimRules.unsigned(named.item(label));
        }
      }
    }
    if (fields.find(INSTANCE).isPresent()) {
      rules.instance(fields.item(INSTANCE));
    }
    if (fields.find(GROUP).isPresent()) {
      rules.instance(fields.item(GROUP));
    }
    return new Environment(fields.map());
  }

  private static Fields some(Cbor item, CorimRules rules) throws Rejected {
    Fields fields = Fields.of(item, CorimRules.SHAPE);
    // spec| draft-ietf-rats-corim §5.1.4.1, §5.1.4.1.1: environment and class say something
    Rejected.unless(
        rules.checks(),
        "corim.environment.not-empty",
        !fields.map().entries().isEmpty(),
        Reason.MISSING_FIELD,
        () -> "an empty map at offset " + item.offset());
    return fields;
  }

  /** The class's text under 1. */
  public Optional<String> vendor() {
    return text(VENDOR);
  }

  /** The class's text under 2. */
  public Optional<String> model() {
    return text(MODEL);
  }

  /** The class's own identifier, with its tag. */
  public Optional<Cbor> classId() {
    return map.find(CLASS)
        .filter(Cbor.Map.class::isInstance)
        .flatMap(named -> ((Cbor.Map) named).find(0));
  }

  private Optional<String> text(long label) {
    return map.find(CLASS)
        .filter(Cbor.Map.class::isInstance)
        .flatMap(named -> ((Cbor.Map) named).find(label))
        .filter(Cbor.Text.class::isInstance)
        .map(found -> ((Cbor.Text) found).value());
  }
}
