package org.ccican.conformance.specimen;

import static org.ccican.conformance.specimen.Encryption.A128CTR;
import static org.ccican.conformance.specimen.Encryption.A128GCM;
import static org.ccican.conformance.specimen.Manifests.A;
import static org.ccican.conformance.specimen.Manifests.B;
import static org.ccican.conformance.specimen.Manifests.bare;
import static org.ccican.conformance.specimen.Manifests.digest;
import static org.ccican.conformance.specimen.Manifests.identity;
import static org.ccican.conformance.specimen.Manifests.joined;
import static org.ccican.conformance.specimen.Manifests.match;
import static org.ccican.conformance.specimen.SuitNumbers.INSTALL;
import static org.ccican.conformance.specimen.SuitNumbers.VALIDATE;

import java.util.List;

/**
 * Encrypted payloads for which something else vouches than a digest beside them: the tag of an AEAD
 * cipher (suit-firmware-encryption section 7.2), or a dependent (trust-domains section 8.3).
 */
final class VouchedManifests {

  private static final String OPENS = "copies content that AES-GCM encrypted and has no digest";
  private static final String SETS = "sets the encryption info of its dependency";

  private VouchedManifests() {}

  static List<Specimen> list() {
    ManifestRows rows = new ManifestRows();
    opened(rows);
    overridden(rows);
    return rows.allNeeding(Specimen.Need.ENCRYPTION_KEY).list();
  }

  private static void opened(ManifestRows rows) {
    rows.good(OPENS, s -> opened(s, Encryption.by(A128GCM, s)))
        .bad(
            "copies content that was changed under AES-GCM",
            OPENS,
            s -> opened(s, Encryption.by(A128GCM, s).afterwards(each -> each.flip(0, 0))));
  }

  /** The ciphertext is fetched as second and decrypted to data; no digest is there at all. */
  private static Manifest opened(Situation situation, Encryption encryption) {
    Encryption.Sealed sealed = encryption.seal(A);
    return bare(situation)
        .components("data", "second")
        .shared(
            joined(
                List.of(Command.choose(0)),
                identity(situation),
                List.of(
                    Command.override(Parameter.source(1), sealed.parameter()),
                    Command.choose(1),
                    Command.override(Parameter.uri("#ciphertext")))))
        .section(INSTALL, Command.choose(1), Command.fetch(), Command.choose(0), Command.copy())
        .payload("#ciphertext", sealed.ciphertext());
  }

  private static void overridden(ManifestRows rows) {
    rows.good(SETS, s -> dependent(s, true))
        .bad("sets other encryption info for its dependency", SETS, s -> dependent(s, false));
  }

  /**
   * The dependency writes what it was not told the key of (trust-domains section 8.3).
   *
   * @param right whether its dependent sets the encryption info of that content
   */
  private static Manifest dependent(Situation situation, boolean right) {
    Encryption.Sealed sealed = Encryption.by(A128CTR, situation).seal(B);
    Encryption.Sealed other = Encryption.by(A128CTR, situation).seal(B);
    Manifest dependency =
        bare(situation)
            .components("second")
            .shared(joined(identity(situation), List.of(Command.override(digest(B)))))
            .section(
                INSTALL,
                Command.override(Parameter.content(sealed.ciphertext())),
                Command.write(),
                match())
            .section(VALIDATE, match());
    return Dependencies.root(situation, dependency)
        .components("manifest", "data", "second")
        .section(
            INSTALL,
            joined(
                List.of(Command.choose(2), Command.set((right ? sealed : other).parameter())),
                Dependencies.processed(),
                List.of(Dependencies.DATA),
                Manifests.fetched("#data")));
  }
}
