package org.ccican.format.eat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.ccican.wire.Bytes;
import org.ccican.wire.Cbor;

/** Changes claims of an emulated token, one at a time. */
record EatEdit(Cbor.Map claims) {

  EatEdit put(EatClaim claim, Cbor value) {
    List<Cbor.Entry> entries = new ArrayList<>(without(claim).claims().entries());
    entries.add(new Cbor.Entry(Cbor.integer(claim.label()), value));
    return new EatEdit(Cbor.map(entries));
  }

  EatEdit without(EatClaim claim) {
    List<Cbor.Entry> entries = new ArrayList<>(claims.entries());
    entries.removeIf(each -> each.key().equals(Cbor.integer(claim.label())));
    return new EatEdit(Cbor.map(entries));
  }

  /** Another submodule under a name. */
  EatEdit submodule(String name, Cbor value) {
    Cbor.Map all = (Cbor.Map) claims.find(EatClaim.SUBMODS.label()).orElse(Cbor.map().build());
    List<Cbor.Entry> entries = new ArrayList<>(all.entries());
    entries.removeIf(each -> each.key().equals(Cbor.text(name)));
    entries.add(new Cbor.Entry(Cbor.text(name), value));
    return put(EatClaim.SUBMODS, Cbor.map(entries));
  }

  /** A change of the claims-set of a submodule. */
  EatEdit within(String name, UnaryOperator<EatEdit> change) {
    Cbor.Map all = (Cbor.Map) claims.find(EatClaim.SUBMODS.label()).orElseThrow();
    Cbor.Map inside = (Cbor.Map) all.find(name).orElseThrow();
    return submodule(name, change.apply(new EatEdit(inside)).claims());
  }

  /** The value of manifests or measurements with one CoSWID. */
  static Cbor coswid(long member, Bytes digest) {
    Cbor.Map coswid = EatMeasurements.coswid(member, "emulated-agent", "agent", "1", digest);
    return Cbor.array(Cbor.array(Cbor.integer(EatStateGrammar.COSWID), Cbor.wrapped(coswid)));
  }
}
