package org.ccican.vector.gen;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The vectors of Attestation Results. */
final class EarRecipes {

  static final String COMMENT =
      "Attestation Results (draft-ietf-rats-ear), in CBOR and in JSON, as claims and signed. They"
          + " are for a Relying Party that has agreed on the profile of the draft, wants a result"
          + " about the attester named, and lets clocks be 60 seconds apart.";

  private static final String CLAIMS =
      "{265: \"tag:ietf.org,2026:rats/ear#03\", 6: 1780315140, 4: 1780318800, 1000: 2, "
          + "1004: {0: \"https://verifier.example\", 1: \"build 7\"}, "
          + "266: {\"cpu\": {1000: 2, 1001: {1: 2, 2: 3}, 1003: [\"policy:strict\"]}}, "
          + "10: h'00010203040506070809'}";

  private static final String JSON =
      "{\"eat_profile\":\"tag:ietf.org,2026:rats/ear#03\",\"iat\":1780315140,\"exp\":1780318800,"
          + "\"ear_status\":\"affirming\",\"ear_verifier_id\":{\"developer\":"
          + "\"https://verifier.example\",\"build\":\"build 7\"},\"submods\":{\"cpu\":{"
          + "\"ear_status\":\"affirming\",\"ear_trustworthiness_vector\":{\"configuration\":2,"
          + "\"executables\":3},\"ear_appraisal_policy_ids\":[\"policy:strict\"]}},"
          + "\"eat_nonce\":\"AAECAwQFBgcICQ\"}";

  private static final String PROTECTED = "<<{1: -7, 16: \"application/eat+cwt; eat_profile=x\"}>>";

  private static final String CWT = "18(sign1(signer, " + PROTECTED + ", {}, <<" + CLAIMS + ">>))";

  /** Accepted as well, in columns as {@link MessageFile#also} has them. */
  private static final String ALSO =
      """
      claims | status.absent            | 3            | 2  | No overall status.                                                 | 1000: 2, 1004 | 1004
      claims | status.none-overall      | 3            | 2  | Nothing is said overall, which asks for no more trust.             | 1000: 2, 1004 | 1000: 0, 1004
      claims | status.worse-overall     | 3            | 2  | Worse overall than the one attester.                               | 1000: 2, 1004 | 1000: 96, 1004
      claims | exp.absent               | 3            | 4  | No expiry.                                                         | 4: 1780318800,  |
      claims | nonce.eight              | 3            | 10 | The shortest nonce.                                                | h'00010203040506070809' | h'0001020304050607'
      claims | nonce.absent             | 3            | 10 | No nonce.                                                          | , 10: h'00010203040506070809' |
      claims | vector.private     | AR4SI §2.3.2 | 25 | A private claim that affirms.                                           | 1: 2, 2: 3 | 1: -32, 2: 3
      claims | vector.zero              | AR4SI §2.3.2 | 26 | A claim of nothing.                                                | 1: 2, 2: 3 | 1: 2, 2: 0
      claims | unknown.claim            | 4            | 18 | A claim that nobody knows.                                         | 1000: 2, 1004 | 1000: 2, -99999: [1], 1004
      claims | unknown.in-appraisal     | 4            | 18 | One about the attester.                                            | 1003: ["policy:strict"] | 1003: ["policy:strict"], -99999: 1
      claims | submods.second           | 3            | 7  | A result about two attesters.                                      | 266: { | 266: {"gpu": {1000: 2},
      claims | iat.within-skew          | AR4SI §2.4   | 33 | Issued a minute ahead of here.                                     | 1780315140 | 1780315260
      json   | json.nonce-padded        | 3            | 10 | A nonce with padding.                                              | AAECAwQFBgcICQ | AAECAwQFBgcICQ==
      """;

  private final MessageFile file =
      new MessageFile(
          "ear",
          "draft-ietf-rats-ear",
          List.of("ear-json", "ear-jwt"),
          Map.of("CLAIMS", CLAIMS, "CWT", CWT));

  private EarRecipes() {}

  static MessageFile file() {
    EarRecipes recipes = new EarRecipes();
    recipes.bases();
    recipes.file.also(ALSO);
    EarRefusals.add(recipes.file);
    return recipes.file;
  }

  private void bases() {
    base("claims", "A claims-set in CBOR.", "ear-cbor", CLAIMS);
    base(
        "no-policies",
        "No list of policies.",
        "ear-cbor",
        CLAIMS.replace(", 1003: [\"policy:strict\"]", ""));
    base("json", "The same in JSON.", "ear-json", JSON);
    base("cwt", "Signed, as a CWT.", "ear-cwt", CWT);
    base(
        "jwt",
        "Signed, as a JWT.",
        "ear-jwt",
        "jws signer\n{\"alg\":\"ES256\",\"typ\":\"eat+jwt\"}\n" + JSON);
  }

  private void base(String id, String comment, String form, String notation) {
    boolean signed = form.equals("ear-cwt") || form.equals("ear-jwt");
    file.base(
        "base." + id,
        "3",
        1,
        comment,
        new MessageFile.Scene(
            form,
            notation,
            signed ? List.of("signer") : List.of(),
            MessageFile.NOON,
            Optional.of("cpu")));
  }
}
