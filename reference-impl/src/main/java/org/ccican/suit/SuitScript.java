package org.ccican.suit;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.ccican.wire.Bytes;
import org.ccican.wire.Cbor;

/**
 * A SUIT_Command_Sequence in the making: each method appends one command with its argument, right
 * or wrong.
 */
public final class SuitScript {

  /** Report whatever happens, with everything that was measured. */
  public static final long REPORT_ALWAYS = 15;

  private final List<Cbor> items = new ArrayList<>();
  private long policy = REPORT_ALWAYS;

  /** The reporting policy of the commands that follow. */
  public SuitScript policy(long bits) {
    policy = bits;
    return this;
  }

  /** Any command with any argument. */
  public SuitScript command(long code, Cbor argument) {
    items.add(Cbor.integer(code));
    items.add(argument);
    return this;
  }

  /** A command whose argument is the reporting policy. */
  public SuitScript command(long code) {
    return command(code, Cbor.integer(policy));
  }

  /** One item, be it a command, an argument or neither. */
  public SuitScript item(Cbor item) {
    items.add(item);
    return this;
  }

  public SuitScript then(SuitScript more) {
    items.addAll(more.items);
    return this;
  }

  public SuitScript index(long component) {
    return command(SuitLabels.SET_COMPONENT_INDEX, Cbor.integer(component));
  }

  public SuitScript indices(long... components) {
    List<Cbor> all = new ArrayList<>();
    for (long component : components) {
      all.add(Cbor.integer(component));
    }
    return command(SuitLabels.SET_COMPONENT_INDEX, Cbor.array(all));
  }

  public SuitScript indexAll() {
    return command(SuitLabels.SET_COMPONENT_INDEX, Cbor.bool(true));
  }

  public SuitScript override(Consumer<Parameters> parameters) {
    return command(SuitLabels.OVERRIDE_PARAMETERS, collected(parameters));
  }

  /** The directive of trust-domains that leaves alone what is set. */
  public SuitScript set(Consumer<Parameters> parameters) {
    return command(SuitLabels.SET_PARAMETERS, collected(parameters));
  }

  public SuitScript vendor() {
    return command(SuitLabels.VENDOR_IDENTIFIER);
  }

  public SuitScript classIdentifier() {
    return command(SuitLabels.CLASS_IDENTIFIER);
  }

  public SuitScript device() {
    return command(SuitLabels.DEVICE_IDENTIFIER);
  }

  public SuitScript imageMatch() {
    return command(SuitLabels.IMAGE_MATCH);
  }

  public SuitScript componentSlot() {
    return command(SuitLabels.COMPONENT_SLOT);
  }

  public SuitScript checkContent() {
    return command(SuitLabels.CHECK_CONTENT);
  }

  public SuitScript dependencyIntegrity() {
    return command(SuitLabels.DEPENDENCY_INTEGRITY);
  }

  public SuitScript isDependency() {
    return command(SuitLabels.IS_DEPENDENCY);
  }

  public SuitScript abort() {
    return command(SuitLabels.ABORT);
  }

  public SuitScript processDependency() {
    return command(SuitLabels.PROCESS_DEPENDENCY);
  }

  public SuitScript write() {
    return command(SuitLabels.WRITE);
  }

  public SuitScript fetch() {
    return command(SuitLabels.FETCH);
  }

  public SuitScript copy() {
    return command(SuitLabels.COPY);
  }

  public SuitScript invoke() {
    return command(SuitLabels.INVOKE_COMPONENT);
  }

  public SuitScript swap() {
    return command(SuitLabels.SWAP);
  }

  public SuitScript unlink() {
    return command(SuitLabels.UNLINK);
  }

  public SuitScript run(SuitScript sequence) {
    return command(SuitLabels.RUN_SEQUENCE, Cbor.wrapped(sequence.toCbor()));
  }

  public SuitScript tryEach(SuitScript... sequences) {
    return command(SuitLabels.TRY_EACH, Cbor.array(alternatives(sequences)));
  }

  /** As {@link #tryEach}, with nil at the end: if nothing succeeds, it goes on. */
  public SuitScript tryEachOrNothing(SuitScript... sequences) {
    List<Cbor> all = alternatives(sequences);
    all.add(Cbor.nil());
    return command(SuitLabels.TRY_EACH, Cbor.array(all));
  }

  /** The array of commands and arguments. */
  public Cbor toCbor() {
    return Cbor.array(items);
  }

  private static List<Cbor> alternatives(SuitScript... sequences) {
    List<Cbor> all = new ArrayList<>();
    for (SuitScript sequence : sequences) {
      all.add(Cbor.wrapped(sequence.toCbor()));
    }
    return all;
  }

  private static Cbor collected(Consumer<Parameters> parameters) {
    Parameters collected = new Parameters();
    parameters.accept(collected);
    return collected.map.build();
  }

  /** A SUIT_Parameters map in the making. */
  public static final class Parameters {

    private final Cbor.MapBuilder map = Cbor.map();

    private Parameters() {}

    /** Any parameter with any value. */
    public Parameters put(long label, Cbor value) {
      map.put(label, value);
      return this;
    }

    public Parameters vendor(Bytes uuid) {
      return put(SuitLabels.VENDOR_ID, Cbor.octets(uuid));
    }

    public Parameters classIdentifier(Bytes uuid) {
      return put(SuitLabels.CLASS_ID, Cbor.octets(uuid));
    }

    public Parameters device(Bytes uuid) {
      return put(SuitLabels.DEVICE_ID, Cbor.octets(uuid));
    }

    public Parameters digest(SuitDigest digest) {
      return put(SuitLabels.IMAGE_DIGEST, Cbor.wrapped(digest.toCbor()));
    }

    public Parameters size(long octets) {
      return put(SuitLabels.IMAGE_SIZE, Cbor.integer(octets));
    }

    /** Digest and size of a payload. */
    public Parameters image(Bytes payload) {
      return digest(SuitDigest.sha256(payload)).size(payload.size());
    }

    public Parameters slot(long number) {
      return put(SuitLabels.SLOT, Cbor.integer(number));
    }

    public Parameters strictOrder(boolean on) {
      return put(SuitLabels.STRICT_ORDER, Cbor.bool(on));
    }

    public Parameters softFailure(boolean on) {
      return put(SuitLabels.SOFT_FAILURE, Cbor.bool(on));
    }

    public Parameters content(Bytes octets) {
      return put(SuitLabels.CONTENT, Cbor.octets(octets));
    }

    /**
     * @param encrypt an encoded COSE_Encrypt with its tag
     */
    public Parameters encryptionInfo(Bytes encrypt) {
      return put(SuitLabels.ENCRYPTION_INFO, Cbor.octets(encrypt));
    }

    public Parameters uri(String uri) {
      return put(SuitLabels.URI, Cbor.text(uri));
    }

    public Parameters source(long component) {
      return put(SuitLabels.SOURCE_COMPONENT, Cbor.integer(component));
    }

    public Parameters invokeArguments(Bytes octets) {
      return put(SuitLabels.INVOKE_ARGUMENTS, Cbor.octets(octets));
    }
  }
}
