package org.ccican.conformance.driver;

import java.util.List;
import java.util.Optional;
import org.ccican.app.ReferenceImages;
import org.ccican.conformance.specimen.DeviceFacts;
import org.ccican.conformance.sut.Participants;
import org.ccican.conformance.sut.SutFacts;
import org.ccican.conformance.sut.SutRole;
import org.ccican.cose.CoseKey;
import org.ccican.program.Program;
import org.ccican.role.RoleId;
import org.ccican.wire.Bytes;

/**
 * What is known of the roles of one scenario: what the recipe says of those of the target that take
 * part, and what is so with the reference of all others.
 */
final class TargetFacts {

  private final RunContext run;
  private final Participants participants;

  TargetFacts(RunContext run, Participants participants) {
    this.run = run;
    this.participants = participants;
  }

  /** The hardware where a scenario names none: the target's, or the first that there is. */
  String usualHardware() {
    String first = run.formats().ids().get(0);
    Optional<List<String>> claimed = run.target().claims().formats();
    return participants
        .find(RoleId.ATTESTING_ENVIRONMENT)
        .flatMap(SutRole::format)
        .filter(run.formats().ids()::contains)
        .or(() -> claimed.filter(ids -> !ids.contains(first)).map(ids -> ids.get(0)))
        .orElse(first);
  }

  /** The type of a device of the target's, if its recipe says so. */
  Optional<String> hardwareType() {
    return device().flatMap(each -> each.facts().hardwareType());
  }

  /** What manifests say of the device; what a recipe does not say is not asked for. */
  DeviceFacts manifested() {
    DeviceFacts ours = DeviceFacts.ofReference();
    Optional<SutFacts> theirs = device().map(SutRole::facts);
    return new DeviceFacts(
        theirs.flatMap(SutFacts::vendorId).orElse(ours.vendorId()),
        theirs.flatMap(SutFacts::classId).orElse(ours.classId()),
        theirs.flatMap(SutFacts::deviceId).orElse(ours.deviceId()),
        device().flatMap(each -> each.encryptionKey(run.crypto())).orElse(ours.key()));
  }

  private Optional<SutRole> device() {
    return run.target().device().filter(any -> participants.plays(RoleId.TEEP_AGENT));
  }

  /** What the owner has computed. */
  Program application(Program usual) {
    return owner().flatMap(SutFacts::application).map(Program::new).orElse(usual);
  }

  /** What it has computed with. */
  Bytes data(Bytes usual) {
    return owner().flatMap(SutFacts::data).orElse(usual);
  }

  /** What the Network User runs outside the TEE. */
  Bytes userApplication() {
    return owner().flatMap(SutFacts::userApplication).orElse(ReferenceImages.USER_APPLICATION);
  }

  private Optional<SutFacts> owner() {
    return participants.find(RoleId.APPLICATION_OWNER).map(SutRole::facts);
  }

  /** SubjectPublicKeyInfo of the TAM that the scenario's Agents obey. */
  Bytes tamKey() {
    return participants
        .find(RoleId.TAM)
        .flatMap(SutRole::key)
        .orElseGet(() -> run.keys().tam().publicKey().toSpki());
  }

  /** The key that Agents encrypt to. */
  CoseKey tamEncryption() {
    return participants
        .find(RoleId.TAM)
        .flatMap(tam -> tam.encryptionKey(run.crypto()))
        .orElseGet(() -> run.keys().tamEncryption().publicKey());
  }

  /** The key of the Verifier whose results count. */
  CoseKey verifier() {
    return participants
        .find(RoleId.VERIFIER)
        .flatMap(role -> role.signingKey(run.crypto()))
        .orElseGet(() -> run.keys().verifier().publicKey());
  }
}
