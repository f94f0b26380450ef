package org.ccican.vector.gen;

/**
 * What devices refuse before a command runs, in columns as {@link MessageFile#refusals} has them.
 */
final class SuitFormRefusals {

  /** Accepted as well. */
  private static final String ALSO =
      """
      install | text.passed-over    | 8.4.4            | SUIT-74 | A text that nobody reads.                      | {1: 1, 2: 5, 3: | {23: h'00', 1: 1, 2: 5, 3:
      install | signer.second       | 8.3              | SUIT-57 | The second of two signers is the trusted one.  | $BLOCK | <<18(detached(stranger, <<{1: -9}>>, {}, digest))>>, $BLOCK
      install | identifier.own      | trust-domains §5.2.1 | TDOM-08 | A manifest with a name of its own.         | {1: 1, 2: 5, 3: | {5: [h'7463', h'6d'], 1: 1, 2: 5, 3:
      install | custom.payload-name | 7.5              | SUIT-44 | A payload that nobody asks for.                | "#tc": | "#other": h'00', "#tc":
      """;

  /** Of envelopes. */
  private static final String ENVELOPES =
      """
      install | envelope.tagged        | suit.envelope.untagged        | WRONG_TYPE      | teep-protocol-26 §4.4 | TEEP-101 | An envelope under its tag inside a TEEP message.     | $ENVELOPE | 107($ENVELOPE)
      tagged  | envelope.no-tag        | suit.envelope.tagged          | WRONG_TYPE      | 8.2                   | SUIT-49  | An envelope without its tag outside of one.          | 107($ENVELOPE) | $ENVELOPE
      tagged  | envelope.other-tag     | suit.envelope.tagged          | WRONG_TYPE      | 8.2                   | SUIT-49  | An envelope under the tag of a manifest.             | 107( | 1070(
      install | envelope.array         | suit.envelope.map             | WRONG_TYPE      | 8.2                   | SUIT-49  | Labels and elements in an array.                     | $ENVELOPE | [2, <<[digest, $BLOCK]>>, 3, manifest, "#tc", h'7061796c6f6164']
      install | envelope.no-manifest   | suit.envelope.manifest        | MISSING_FIELD   | 8.2                   | SUIT-49  | No manifest.                                         | , 3: manifest |
      install | envelope.unwrapped     | suit.envelope.wrapped         | WRONG_TYPE      | 8.1                   | SUIT-47  | A manifest in no byte string.                        | 3: manifest | 3: inner
      install | envelope.text          | suit.envelope.payload         | WRONG_TYPE      | 7.5                   | SUIT-44  | A payload that is a text.                            | h'7061796c6f6164'} | "payload"}
      install | wrapper.none           | suit.authentication.wrapper   | MISSING_FIELD   | 8.2                   | SUIT-51  | No authentication wrapper.                           | 2: <<[digest, $BLOCK]>>,  |
      install | wrapper.empty          | suit.authentication.shape     | MISSING_FIELD   | 8.3                   | SUIT-51  | A wrapper without a digest.                          | <<[digest, $BLOCK]>> | <<[]>>
      install | wrapper.item           | suit.authentication.shape     | WRONG_TYPE      | 8.3                   | SUIT-51  | A digest in no byte string.                          | <<[digest, | <<[[-16, sha256(manifest)],
      install | wrapper.digest-alone   | suit.authentication.some      | UNKNOWN_SIGNER  | 8.3                   | SUIT-51  | Nobody has signed.                                   | , $BLOCK |
      install | wrapper.no-tag         | suit.authentication.tagged    | WRONG_TYPE      | 8.3                   | SUIT-55  | A signature without its tag.                         | 18(detached(signer, <<{1: -9}>>, {}, digest)) | detached(signer, <<{1: -9}>>, {}, digest)
      install | wrapper.encrypted      | suit.authentication.tagged    | WRONG_TYPE      | 8.3                   | SUIT-55  | The tag of something that is encrypted.              | 18(detached( | 16(detached(
      install | wrapper.nine           | suit.limit.signatures         | LIMIT_EXCEEDED  | RFC 8949 §10          | SUIT-57  | Nine signatures.                                     | $BLOCK | many(9, $BLOCK)
      install | digest.algorithm       | suit.digest.algorithm         | UNSUPPORTED_ALGORITHM | 10              | SUIT-52  | A digest of an algorithm that nobody knows.          | <<[-16, sha256(manifest)]>> | <<[-4711, sha256(manifest)]>>
      install | digest.shape           | suit.digest.shape             | MISSING_FIELD   | 10                    | SUIT-52  | A digest without its algorithm.                      | <<[-16, sha256(manifest)]>> | <<[sha256(manifest)]>>
      install | digest.other           | suit.digest.manifest          | DIGEST_MISMATCH | 8.3                   | SUIT-52  | The digest of another manifest.                      | sha256(manifest) | sha256(h'00')
      install | digest.without-head    | suit.digest.manifest          | DIGEST_MISMATCH | 8.3                   | SUIT-52  | The digest of what the byte string holds.            | sha256(manifest) | sha256(inner)
      install | signer.stranger        | suit.signer.known             | UNKNOWN_SIGNER  | 6.2                   | SUIT-57  | Signed by somebody who is not trusted.               | detached(signer | detached(stranger
      install | signer.flipped         | suit.signer.known             | UNKNOWN_SIGNER  | 6.2                   | SUIT-57  | One bit of the signature.                            | 18(detached(signer, <<{1: -9}>>, {}, digest)) | flip(1, 18(detached(signer, <<{1: -9}>>, {}, digest)))
      install | signer.inside          | cose.payload.detached         | MALFORMED       | 8.3                   | SUIT-53  | The digest inside the signature.                     | detached(signer | sign1(signer
      """;

  /** Of manifests. */
  private static final String MANIFESTS =
      """
      install | manifest.array         | suit.manifest.shape           | WRONG_TYPE      | 8.4                   | SUIT-69  | A manifest that is no map.                           | <<inner>> | <<[inner]>>
      install | manifest.unknown       | suit.manifest.known           | UNKNOWN_FIELD   | 6.1                   | SUIT-13  | An element that nobody knows.                        | {1: 1, 2: 5, 3: | {99: 0, 1: 1, 2: 5, 3:
      install | manifest.version       | suit.version                  | UNKNOWN_VERSION | 6.1                   | SUIT-07  | A version of the encoding that nobody knows.         | {1: 1, 2: 5, 3: | {1: 2, 2: 5, 3:
      install | manifest.no-version    | suit.manifest.complete        | MISSING_FIELD   | 8.4                   | SUIT-69  | No version.                                          | {1: 1, 2: 5, 3: | {2: 5, 3:
      install | manifest.no-sequence   | suit.manifest.complete        | MISSING_FIELD   | 8.4                   | SUIT-69  | No sequence number.                                  | {1: 1, 2: 5, 3: | {1: 1, 3:
      install | manifest.no-common     | suit.manifest.complete        | MISSING_FIELD   | 8.4                   | SUIT-69  | No common part.                                      | 3: <<$COMMON>>,  |
      install | manifest.reference     | suit.manifest.reference-uri   | WRONG_TYPE      | 8.4.3                 | SUIT-72  | A reference URI that is no text.                     | {1: 1, 2: 5, 3: | {4: h'00', 1: 1, 2: 5, 3:
      install | sequence.negative      | suit.sequence.unsigned        | OUT_OF_RANGE    | 8.4.2                 | SUIT-70  | A sequence number below zero.                        | {1: 1, 2: 5, 3: | {1: 1, 2: -5, 3:
      install | sequence.text          | suit.sequence.unsigned        | OUT_OF_RANGE    | 8.4.2                 | SUIT-70  | A sequence number in letters.                        | {1: 1, 2: 5, 3: | {1: 1, 2: "5", 3:
      install | section.unwrapped      | suit.section.wrapped          | WRONG_TYPE      | 8.1                   | SUIT-48  | A sequence in no byte string.                        | <<[$FETCH, 3, 15]>> | [$FETCH, 3, 15]
      install | severed.common         | suit.severed.allowed          | WRONG_TYPE      | 8.6                   | SUIT-65  | A digest in the place of the common part.            | 3: <<$COMMON>> | 3: [-16, sha256(<<$COMMON>>)]
      install | severed.validate       | suit.severed.allowed          | WRONG_TYPE      | 8.6                   | SUIT-65  | A digest in the place of what is always needed.      | {1: 1, 2: 5, 3: | {7: [-16, sha256(<<[3, 15]>>)], 1: 1, 2: 5, 3:
      severed | severed.other          | suit.severed.digest           | DIGEST_MISMATCH | 8.4.12                | SUIT-62  | Another sequence than the one that was signed.       | 16: early | 16: <<[20, {21: "#TC"}, 21, 2]>>
      severed | severed.missing        | suit.severed.present          | NOT_AVAILABLE   | 8.4.12                | SUIT-64  | A sequence that nobody brings.                       | , 16: early |
      install | common.unknown         | suit.common.known             | UNKNOWN_FIELD   | 6.1                   | SUIT-13  | An element of the common part that nobody knows.     | {2: [[h'7463']] | {99: 0, 2: [[h'7463']]
      install | common.array           | suit.common.shape             | WRONG_TYPE      | 8.4.5                 | SUIT-75  | A common part that is no map.                        | <<$COMMON>> | <<[$COMMON]>>
      install | components.none        | suit.components.some          | MISSING_FIELD   | 8.4.5                 | SUIT-75  | No component.                                        | 2: [[h'7463']] | 2: []
      install | components.seventeen   | suit.limit.components         | LIMIT_EXCEEDED  | 6.2                   | SUIT-15  | More components than there is room for.              | 2: [[h'7463']] | 2: [many(17, [h'7463'])]
      install | component.text         | suit.component.shape          | WRONG_TYPE      | 8.4.5.1               | SUIT-78  | An identifier in letters.                            | [[h'7463']] | [["tc"]]
      install | component.octets       | suit.component.shape          | WRONG_TYPE      | 8.4.5.1               | SUIT-78  | An identifier that is no array.                      | [[h'7463']] | [h'7463']
      install | component.elsewhere    | suit.component.supported      | NOT_AVAILABLE   | 6.1                   | SUIT-14  | A component that the device has not.                 | [[h'7463']] | [[h'6e6f']]
      install | component.others       | suit.component.authorised     | POLICY_VIOLATED | 9                     | SUIT-140 | A component that the signer may not install.         | [[h'7463']] | [[h'6f74686572']]
      install | identifier.others      | suit.manifest-id.authorised   | POLICY_VIOLATED | trust-domains §10     | TDOM-61  | A manifest in a place that is not open to its signer. | {1: 1, 2: 5, 3: | {5: [h'6f74686572'], 1: 1, 2: 5, 3:
      install | dependency.none        | suit.dependency.index         | MISSING_FIELD   | trust-domains §5.2.2  | TDOM-12  | An empty map of dependencies.                        | {2: [[h'7463']] | {1: {}, 2: [[h'7463']]
      install | dependency.index       | suit.dependency.index         | OUT_OF_RANGE    | trust-domains §5.2.2  | TDOM-12  | A dependency that is no component.                   | {2: [[h'7463']] | {1: {5: {}}, 2: [[h'7463']]
      install | shared.no-vendor       | suit.shared.vendor            | POLICY_VIOLATED | 6.2                   | SUIT-18  | Nobody asks for the vendor.                          | }, 1, 15, 2, 15 | }, 2, 15
      install | shared.no-class        | suit.shared.class             | POLICY_VIOLATED | 6.2                   | SUIT-18  | Nobody asks for the class.                           | }, 1, 15, 2, 15 | }, 1, 15
      install | shared.fetch           | suit.shared.commands          | POLICY_VIOLATED | 5.3.2                 | SUIT-77  | A fetch in the shared sequence.                      | 1, 15, 2, 15 | 1, 15, 2, 15, $FETCH
      install | shared.custom          | suit.shared.custom            | POLICY_VIOLATED | 6.2                   | SUIT-19  | A command of somebody's own in the shared sequence.  | 1, 15, 2, 15 | 1, 15, 2, 15, -300, 0
      install | shared.parameter       | suit.shared.custom-parameter  | POLICY_VIOLATED | 8.4.8.16              | SUIT-109 | A parameter of somebody's own in it.                 | $IMAGE | $IMAGE, -300: 0
      """;

  private SuitFormRefusals() {}

  static void add(MessageFile file) {
    file.also(ALSO);
    file.refusals(ENVELOPES);
    file.refusals(MANIFESTS);
  }
}
