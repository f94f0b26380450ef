package org.ccican.vector.gen;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The vectors of what an owner says of a guest that is to be launched. */
final class SnpLaunchRecipes {

  static final String COMMENT =
      "ID block and ID authentication information of a guest (AMD 56860 section 8.18), as the"
          + " firmware has them at the end of a launch: both in an array, then whether the author's"
          + " key counts, the measurement of what was loaded, and the guest policy that the launch"
          + " began with.";

  private static final String DIGEST = "h'" + "4a".repeat(48) + "'";
  private static final String BLOCK =
      "joined("
          + DIGEST
          + ", h'"
          + "fa".repeat(16)
          + "', h'"
          + "1a".repeat(16)
          + "', h'01000000', h'07000000', h'1f00030000000000')";
  private static final String SIGNED = "owner-signature(owner, block)";
  private static final String ENDORSED = "owner-signature(author, key)";
  private static final String AUTHOR = "owner-key(author)";
  private static final String OWNED =
      "let(block, "
          + BLOCK
          + ", let(key, owner-key(owner), [block, joined(h'01000000', h'01000000', zeros(56), "
          + SIGNED
          + ", key, zeros(60), "
          + ENDORSED
          + ", "
          + AUTHOR
          + ", zeros(892)), true, "
          + DIGEST
          + ", 196639]))";

  /** Accepted as well, in columns as {@link MessageFile#also} has them. */
  private static final String ALSO =
      """
      guest | author.none     | 8.18 | SNP-22 | No author, and nothing in its place.    | joined(h'01000000', h'01000000', zeros(56), $SIGNED, key, zeros(60), $ENDORSED, $AUTHOR, zeros(892)), true | joined(h'01000000', h'00000000', zeros(56), $SIGNED, key, zeros(2492)), false
      guest | author.ignored  | 8.18 | SNP-22 | An author that does not count, and who has signed nothing. | $ENDORSED, $AUTHOR, zeros(892)), true | zeros(512), $AUTHOR, zeros(892)), false
      """;

  /** In columns as {@link MessageFile#refusals} has them. */
  private static final String REFUSED =
      """
      guest | block.version        | sev-snp.launch.block-version     | UNKNOWN_VERSION       | 8.18 | SNP-21 | A version that nobody knows.                        | h'01000000', h'07000000' | h'02000000', h'07000000'
      guest | block.version-zero   | sev-snp.launch.block-version     | UNKNOWN_VERSION       | 8.18 | SNP-21 | No version.                                         | h'01000000', h'07000000' | h'00000000', h'07000000'
      guest | block.digest         | sev-snp.launch.block-measurement | MEASUREMENT_MISMATCH  | 8.18 | SNP-20 | Something else was loaded.                          | true, h'4a | true, h'4b
      guest | block.policy         | sev-snp.launch.block-policy      | POLICY_VIOLATED       | 8.18 | SNP-21 | The launch began with another policy.               | , 196639] | , 720927]
      guest | block.short          | sev-snp.launch.block-size        | TRUNCATED             | 8.18 | SNP-21 | An octet less of the block.                         | h'1f00030000000000') | h'1f000300000000')
      guest | block.long           | sev-snp.launch.block-size        | TRAILING_OCTETS       | 8.18 | SNP-21 | An octet more of the block.                         | h'1f00030000000000') | h'1f0003000000000000')
      guest | auth.short           | sev-snp.launch.auth-size         | TRUNCATED             | 8.18 | SNP-21 | An octet less behind the author's key.              | zeros(892) | zeros(891)
      guest | auth.long            | sev-snp.launch.auth-size         | TRAILING_OCTETS       | 8.18 | SNP-21 | An octet more behind the author's key.              | zeros(892) | zeros(893)
      guest | auth.reserved-front  | sev-snp.launch.auth-reserved     | RESERVED_NOT_ZERO     | 8.18 | SNP-06 | The first reserved octet is not zero.               | zeros(56) | h'01', zeros(55)
      guest | auth.reserved-middle | sev-snp.launch.auth-reserved     | RESERVED_NOT_ZERO     | 8.18 | SNP-06 | A reserved octet behind the ID key.                 | zeros(60) | zeros(59), h'80'
      guest | auth.reserved-end    | sev-snp.launch.auth-reserved     | RESERVED_NOT_ZERO     | 8.18 | SNP-06 | The last octet is not zero.                         | zeros(892) | zeros(891), h'01'
      guest | auth.algorithm       | sev-snp.launch.auth-algorithm    | UNSUPPORTED_ALGORITHM | 10.1 | SNP-21 | The ID key is of no known algorithm.                | joined(h'01000000', h'01 | joined(h'02000000', h'01
      guest | auth.author-algorithm | sev-snp.launch.auth-algorithm   | UNSUPPORTED_ALGORITHM | 10.1 | SNP-22 | The author's key is of none.                        | , h'01000000', zeros(56) | , h'00000000', zeros(56)
      guest | auth.curve           | sev-snp.launch.auth-curve        | INVALID_KEY           | 10.1 | SNP-22 | The author's key says that it is on another curve.  | $AUTHOR | flip(1028, $AUTHOR)
      guest | auth.point           | sev-snp.launch.auth-key          | INVALID_KEY           | 10.1 | SNP-22 | The author's key is no point of its curve.          | $AUTHOR | flip(1024, $AUTHOR)
      guest | auth.padding-key     | sev-snp.launch.auth-padding      | RESERVED_NOT_ZERO     | 10.2 | SNP-04 | Something behind the author's key.                  | $AUTHOR | flip(1, $AUTHOR)
      guest | auth.padding-r       | sev-snp.launch.auth-padding      | RESERVED_NOT_ZERO     | 10.2 | SNP-04 | Something above R.                                  | $SIGNED | flip(464, $SIGNED)
      guest | auth.padding-end     | sev-snp.launch.auth-padding      | RESERVED_NOT_ZERO     | 10.2 | SNP-04 | Something behind S.                                 | $ENDORSED | flip(1, $ENDORSED)
      guest | auth.signature       | sev-snp.launch.auth-signature    | INVALID_SIGNATURE     | 8.18 | SNP-21 | One bit of the signature over the block.            | $SIGNED | flip(512, $SIGNED)
      guest | auth.stranger        | sev-snp.launch.auth-signature    | INVALID_SIGNATURE     | 8.18 | SNP-21 | Another key has signed the block.                   | (owner, block) | (stranger, block)
      guest | auth.other-block     | sev-snp.launch.auth-signature    | INVALID_SIGNATURE     | 8.18 | SNP-21 | The owner has signed another block.                 | (owner, block) | (owner, key)
      guest | auth.author          | sev-snp.launch.auth-signature    | INVALID_SIGNATURE     | 8.18 | SNP-22 | The author has signed another key.                  | (author, key) | (author, block)
      """;

  private SnpLaunchRecipes() {}

  static MessageFile file() {
    MessageFile file =
        new MessageFile(
            "snp-launch",
            "AMD 56860",
            List.of(),
            Map.of("SIGNED", SIGNED, "ENDORSED", ENDORSED, "AUTHOR", AUTHOR));
    file.base(
        "base.guest",
        "8.18",
        "SNP-21",
        "A guest whose owner and whose author have signed.",
        new MessageFile.Scene(
            "sev-snp-id-block", OWNED, List.of(), MessageFile.NOON, Optional.empty()));
    file.also(ALSO);
    file.refusals(REFUSED);
    return file;
  }
}
