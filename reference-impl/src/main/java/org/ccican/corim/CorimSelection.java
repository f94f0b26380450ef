package org.ccican.corim;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ccican.check.Checks;
import org.ccican.cose.CoseKey;
import org.ccican.reject.Reason;
import org.ccican.reject.Rejected;
import org.ccican.wire.Bytes;
import org.ccican.wire.Cbor;

/**
 * The tags that a Verifier appraises with (draft-ietf-rats-corim sections 6 and 8.3.3): of CoRIMs
 * whose authority is known, whose profile is understood and which have not expired. One that is
 * refused leaves everything as it was.
 */
public final class CorimSelection {

  private final List<CoseKey> authorities;
  private final boolean listed;
  private final InstantSource clock;
  private final Checks checks;
  private final Map<Bytes, CorimTag.Comid> held = new HashMap<>();
  private final Map<Bytes, CorimTag.Coswid> software = new HashMap<>();
  private final List<CorimTag.TagList> lists = new ArrayList<>();

  /**
   * @param authorities the keys whose signature on a CoRIM counts
   * @param listed whether a tag is of no use before a list names it
   */
  public CorimSelection(
      List<CoseKey> authorities, boolean listed, InstantSource clock, Checks checks) {
    this.authorities = List.copyOf(authorities);
    this.listed = listed;
    this.clock = clock;
    this.checks = checks;
  }

  /**
   * Takes a signed CoRIM.
   *
   * @throws Rejected if it is nobody's who is known, or of no use
   */
  public void add(Bytes signed) throws Rejected {
    addAuthentic(
        CorimSigned.parse(signed, checks)
            .open(authorities, Optional.empty(), clock.instant(), checks));
  }

  /**
   * Takes an unsigned CoRIM for which whoever calls vouches (section 4.3).
   *
   * @throws Rejected if it is of no use
   */
  public void addAuthentic(Corim corim) throws Rejected {
    // spec| draft-ietf-rats-corim §8.3.3.1: what has expired is discarded
    Rejected.unless(
        checks,
        "corim.valid",
        corim.validity().map(period -> period.holdsAt(clock.instant())).orElse(true),
        Reason.EXPIRED,
        () -> "warranted for " + corim.validity().get());
    Optional<CorimProfile> profile = corim.profile().flatMap(CorimProfile::find);
    // spec| draft-ietf-rats-corim §4.1: a profile that is not understood spoils the whole CoRIM
    Rejected.unless(
        checks,
        "corim.profile.known",
        corim.profile().isEmpty() || profile.isPresent(),
        Reason.UNKNOWN_VERSION,
        () -> "a profile that is not understood");
    if (profile.isPresent()) {
      profile.get().demand(corim, new CorimRules(checks));
    }
    Map<Bytes, CorimTag.Coswid> programs = new HashMap<>(software);
    for (CorimTag each : corim.tags()) {
      if (each instanceof CorimTag.Coswid coswid) {
        programs.put(coswid.id().encode(), coswid);
      }
    }
    Map<Bytes, CorimTag.Comid> fresh = new HashMap<>();
    for (CorimTag.Comid each : corim.comids()) {
      Bytes id = each.identity().id().encode();
      CorimTag.Comid old = held.get(id);
      // spec| draft-ietf-rats-corim §5.1.1.2: a revised tag has a greater version
      Rejected.unless(
          checks,
          "corim.tag.version",
          old == null || old.identity().version() < each.identity().version(),
          Reason.ROLLED_BACK,
          () -> "version " + each.identity().version() + " of a tag that is here already");
      fresh.put(id, resolved(each, programs));
    }
    held.putAll(fresh);
    software.putAll(programs);
    for (CorimTag each : corim.tags()) {
      if (each instanceof CorimTag.TagList list) {
        lists.add(list);
      }
    }
  }

  /** The tag, with the files of the CoSWIDs that it refers to among its reference values. */
  private CorimTag.Comid resolved(CorimTag.Comid tag, Map<Bytes, CorimTag.Coswid> programs)
      throws Rejected {
    List<Triples.Claims> values = new ArrayList<>();
    for (Triples.Software each : tag.triples().software()) {
      for (Cbor id : each.ids()) {
        Optional<CorimTag.Coswid> found = Optional.ofNullable(programs.get(id.encode()));
        // spec| draft-ietf-rats-corim §8.3.3.3: what a triple refers to is here
        Rejected.unless(
            checks,
            "corim.coswid.resolved",
            found.isPresent(),
            Reason.NOT_AVAILABLE,
            () -> "a triple refers to a CoSWID that is not here");
        for (CorimTag.SoftwareFile file : found.map(CorimTag.Coswid::files).orElse(List.of())) {
          file.measurement()
              .ifPresent(one -> values.add(new Triples.Claims(each.environment(), List.of(one))));
        }
      }
    }
    return new CorimTag.Comid(tag.identity(), tag.linked(), tag.triples().with(values));
  }

  /**
   * The tags that count.
   *
   * @throws Rejected if a list names a tag that is not here
   */
  public List<CorimTag.Comid> active() throws Rejected {
    if (!listed) {
      return List.copyOf(held.values());
    }
    List<CorimTag.Comid> active = new ArrayList<>();
    for (CorimTag.TagList list : lists) {
      // spec| draft-ietf-rats-corim §6: a list that has expired activates nothing
      if (checks.holds("corim.list.valid", list.validity().holdsAt(clock.instant()))) {
        active.addAll(named(list));
      }
    }
    return List.copyOf(active);
  }

  private List<CorimTag.Comid> named(CorimTag.TagList list) throws Rejected {
    List<CorimTag.Comid> named = new ArrayList<>();
    for (TagIdentity each : list.active()) {
      Optional<CorimTag.Comid> found =
          Optional.ofNullable(held.get(each.id().encode()))
              .filter(tag -> tag.identity().version() == each.version());
      // spec| draft-ietf-rats-corim §6: all tags of a list are activated, or none
      Rejected.unless(
          checks,
          "corim.list.complete",
          found.isPresent(),
          Reason.NOT_AVAILABLE,
          () -> "a tag of the list in version " + each.version() + " is not here");
      found.ifPresent(named::add);
    }
    return named;
  }
}
