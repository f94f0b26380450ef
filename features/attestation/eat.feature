@rats @format-eat @role-verifier
Feature: What a Verifier makes of Entity Attestation Tokens

  Every token here is emulated: an entity of our own signs claims of real profiles with test keys.

  Background:
    Given the SUT plays the verifier
    And the attesting-environment is eat

  @req-EAT-01 @level-must
  Rule: An EAT contains a claims-set

    @id-EAT-01.1
    Scenario: Verifier accepts a token of TEEP's profile
      When the verifier is asked to appraise evidence with the flaw none
      Then the verifier accepts each appraisal

    @negative @parent-EAT-01.1
    Scenario Outline: Verifier refuses a token with the defect <defect>
      Given the attesting-environment has the defect <defect>
      When the verifier is asked to appraise evidence with the flaw none
      Then the verifier refuses an appraisal as <reason>

      @id-EAT-01.2
      Examples:
        | defect | reason     |
        | no-map | wrong-type |

      @id-EAT-01.3
      Examples:
        | defect    | reason    |
        | truncated | truncated |

      @id-EAT-01.4
      Examples:
        | defect         | reason          |
        | trailing-octet | trailing-octets |

      @id-EAT-01.5
      Examples:
        | defect        | reason        |
        | duplicate-key | duplicate-key |

  @req-EAT-02 @level-must
  Rule: An EAT has authenticity and integrity protection

    @negative @parent-EAT-01.1
    Scenario Outline: Verifier refuses a token with the defect <defect>
      Given the attesting-environment has the defect <defect>
      When the verifier is asked to appraise evidence with the flaw none
      Then the verifier refuses an appraisal as <reason>

      @id-EAT-02.1
      Examples:
        | defect        | reason            |
        | bad-signature | invalid-signature |

      @id-EAT-02.2
      Examples:
        | defect | reason            |
        | r-zero | invalid-signature |

      @id-EAT-02.11
      Examples:
        | defect                 | reason            |
        | signature-out-of-range | invalid-signature |

      @id-EAT-02.3
      Examples:
        | defect     | reason         |
        | wrong-root | unknown-signer |

      @id-EAT-02.4
      Examples:
        | defect | reason         |
        | mac    | unknown-signer |

      @id-EAT-02.5
      Examples:
        | defect          | reason             |
        | alg-unprotected | algorithm-mismatch |

      @id-EAT-02.6
      Examples:
        | defect | reason        |
        | no-alg | missing-field |

      @id-EAT-02.7
      Examples:
        | defect      | reason                |
        | alg-unknown | unsupported-algorithm |

      @id-EAT-02.8
      Examples:
        | defect               | reason             |
        | alg-of-another-curve | algorithm-mismatch |

      @id-EAT-02.9
      Examples:
        | defect          | reason          |
        | critical-header | critical-header |

      @id-EAT-02.10
      Examples:
        | defect       | reason        |
        | header-twice | duplicate-key |

  @req-EAT-03 @level-must
  Rule: What kind of token it is shows in its tag, and a kind that is not defined is refused

    @negative @parent-EAT-01.1
    Scenario Outline: Verifier refuses a token with the defect <defect>
      Given the attesting-environment has the defect <defect>
      When the verifier is asked to appraise evidence with the flaw none
      Then the verifier refuses an appraisal as <reason>

      @id-EAT-03.1
      Examples:
        | defect      | reason         |
        | unknown-tag | unknown-format |

      @id-EAT-03.2
      Examples:
        | defect        | reason     |
        | cwt-tag-alone | wrong-type |

  @req-EAT-05 @level-must
  Rule: All claims have the encoding of the token, except where stated

    @negative @parent-EAT-01.1
    Scenario Outline: Verifier refuses a token with the defect <defect>
      Given the attesting-environment has the defect <defect>
      When the verifier is asked to appraise evidence with the flaw none
      Then the verifier refuses an appraisal as <reason>

      @id-EAT-05.1
      Examples:
        | defect        | reason     |
        | nonce-as-text | wrong-type |

      @id-EAT-05.2
      Examples:
        | defect               | reason     |
        | intended-use-as-text | wrong-type |

  @req-EAT-09 @level-must
  Rule: A nonce has at least 64 bits of entropy

    @id-EAT-09.1 @negative @parent-EAT-01.1
    Scenario: Verifier refuses a token with the defect nonce-too-short
      Given the attesting-environment has the defect nonce-too-short
      When the verifier is asked to appraise evidence with the flaw none
      Then the verifier refuses an appraisal as out-of-range

  @req-EAT-10 @level-must
  Rule: Receivers take nonces of the largest size, 64 octets, and no larger ones are sent

    @id-EAT-10.1 @negative @parent-EAT-01.1
    Scenario: Verifier refuses a token with the defect nonce-too-long
      Given the attesting-environment has the defect nonce-too-long
      When the verifier is asked to appraise evidence with the flaw none
      Then the verifier refuses an appraisal as out-of-range

  @req-EAT-11 @level-derived
  Rule: An array of nonces has two or more; one of them is the expected one

    @negative @parent-EAT-01.1
    Scenario Outline: Verifier refuses a token with the defect <defect>
      Given the attesting-environment has the defect <defect>
      When the verifier is asked to appraise evidence with the flaw none
      Then the verifier refuses an appraisal as <reason>

      @id-EAT-11.1
      Examples:
        | defect         | reason     |
        | nonce-in-array | wrong-type |

      @id-EAT-11.2
      Examples:
        | defect            | reason           |
        | wrong-report-data | binding-mismatch |

  @req-EAT-13 @level-should
  Rule: A UEID is no longer than 33 octets

    @id-EAT-13.1 @negative @parent-EAT-01.1
    Scenario: Verifier refuses a token with the defect ueid-too-long
      Given the attesting-environment has the defect ueid-too-long
      When the verifier is asked to appraise evidence with the flaw none
      Then the verifier refuses an appraisal as out-of-range

  @req-EAT-17 @level-must
  Rule: Receivers take UEIDs of up to 33 octets, and of 7 at least

    @id-EAT-17.1 @negative @parent-EAT-01.1
    Scenario: Verifier refuses a token with the defect ueid-too-short
      Given the attesting-environment has the defect ueid-too-short
      When the verifier is asked to appraise evidence with the flaw none
      Then the verifier refuses an appraisal as out-of-range

  @req-EAT-19 @level-must
  Rule: sueids is a map with a label, for a single identifier as well

    @id-EAT-19.1 @negative @parent-EAT-01.1
    Scenario: Verifier refuses a token with the defect sueids-bare
      Given the attesting-environment has the defect sueids-bare
      When the verifier is asked to appraise evidence with the flaw none
      Then the verifier refuses an appraisal as wrong-type

  @req-EAT-20 @level-must
  Rule: Receivers take all three forms of oemid

    @id-EAT-20.1 @negative @parent-EAT-01.1
    Scenario: Verifier refuses a token with the defect no-oemid
      Given the attesting-environment has the defect no-oemid
      When the verifier is asked to appraise evidence with the flaw none
      Then the verifier refuses an appraisal as missing-field

  @req-EAT-21 @level-must
  Rule: A random oemid has 16 octets

    @id-EAT-21.1 @negative @parent-EAT-01.1
    Scenario: Verifier refuses a token with the defect oemid-size
      Given the attesting-environment has the defect oemid-size
      When the verifier is asked to appraise evidence with the flaw none
      Then the verifier refuses an appraisal as wrong-type

  @req-EAT-23 @level-must
  Rule: An oemid that is an enterprise number is an unsigned integer

    @id-EAT-23.1 @negative @parent-EAT-01.1
    Scenario: Verifier refuses a token with the defect oemid-negative
      Given the attesting-environment has the defect oemid-negative
      When the verifier is asked to appraise evidence with the flaw none
      Then the verifier refuses an appraisal as wrong-type

  @req-EAT-24 @level-must
  Rule: hwmodel is only there beside oemid

    @id-EAT-24.1 @negative @parent-EAT-01.1
    Scenario: Verifier refuses a token with the defect submodule-hwmodel-alone
      Given the attesting-environment has the defect submodule-hwmodel-alone
      When the verifier is asked to appraise evidence with the flaw none
      Then the verifier refuses an appraisal as missing-field

  @req-EAT-25 @level-must
  Rule: hwmodel has 1 to 32 octets, which receivers take for opaque

    @id-EAT-25.1 @negative @parent-EAT-01.1
    Scenario: Verifier refuses a token with the defect hwmodel-too-long
      Given the attesting-environment has the defect hwmodel-too-long
      When the verifier is asked to appraise evidence with the flaw none
      Then the verifier refuses an appraisal as out-of-range

  @req-EAT-26 @level-must
  Rule: hwversion is only there beside hwmodel

    @negative @parent-EAT-01.1
    Scenario Outline: Verifier refuses a token with the defect <defect>
      Given the attesting-environment has the defect <defect>
      When the verifier is asked to appraise evidence with the flaw none
      Then the verifier refuses an appraisal as <reason>

      @id-EAT-26.1
      Examples:
        | defect                    | reason        |
        | submodule-hwversion-alone | missing-field |

      @id-EAT-26.2
      Examples:
        | defect         | reason     |
        | hwversion-bare | wrong-type |

  @req-EAT-27 @level-must
  Rule: swversion is only there beside swname

    @negative @parent-EAT-01.1
    Scenario Outline: Verifier refuses a token with the defect <defect>
      Given the attesting-environment has the defect <defect>
      When the verifier is asked to appraise evidence with the flaw none
      Then the verifier refuses an appraisal as <reason>

      @id-EAT-27.1
      Examples:
        | defect          | reason        |
        | swversion-alone | missing-field |

      @id-EAT-27.2
      Examples:
        | defect         | reason     |
        | swversion-bare | wrong-type |

      @id-EAT-27.3
      Examples:
        | defect           | reason     |
        | swname-as-octets | wrong-type |

  @req-EAT-28 @level-must
  Rule: oemboot is only there beside oemid

    @negative @parent-EAT-01.1
    Scenario Outline: Verifier refuses a token with the defect <defect>
      Given the attesting-environment has the defect <defect>
      When the verifier is asked to appraise evidence with the flaw none
      Then the verifier refuses an appraisal as <reason>

      @id-EAT-28.1
      Examples:
        | defect                  | reason        |
        | submodule-oemboot-alone | missing-field |

      @id-EAT-28.2
      Examples:
        | defect            | reason     |
        | oemboot-as-number | wrong-type |

  @req-EAT-29 @level-must
  Rule: That debugging is disabled is believed of the part alone that says so

    @negative @parent-EAT-01.1
    Scenario Outline: Verifier refuses a token with the defect <defect>
      Given the attesting-environment has the defect <defect>
      When the verifier is asked to appraise evidence with the flaw none
      Then the verifier refuses an appraisal as <reason>

      @id-EAT-29.1
      Examples:
        | defect          | reason        |
        | submodule-debug | debug-enabled |

      @id-EAT-29.2
      Examples:
        | defect | reason        |
        | debug  | debug-enabled |

      @id-EAT-29.3
      Examples:
        | defect          | reason       |
        | dbgstat-unknown | out-of-range |

  @req-EAT-30 @level-must
  Rule: The state that leaves debugging to the maker is only there beside oemid

    @id-EAT-30.1 @negative @parent-EAT-01.1
    Scenario: Verifier refuses a token with the defect submodule-dbgstat-alone
      Given the attesting-environment has the defect submodule-dbgstat-alone
      When the verifier is asked to appraise evidence with the flaw none
      Then the verifier refuses an appraisal as missing-field

  @req-EAT-31 @level-must
  Rule: location has latitude and longitude at least

    @id-EAT-31.1 @negative @parent-EAT-01.1
    Scenario: Verifier refuses a token with the defect location-without-longitude
      Given the attesting-environment has the defect location-without-longitude
      When the verifier is asked to appraise evidence with the flaw none
      Then the verifier refuses an appraisal as missing-field

  @req-EAT-34 @level-must
  Rule: A letter of approval is an array of registrar, platform and perhaps application

    @id-EAT-34.1 @negative @parent-EAT-01.1
    Scenario: Verifier refuses a token with the defect dloa-one-part
      Given the attesting-environment has the defect dloa-one-part
      When the verifier is asked to appraise evidence with the flaw none
      Then the verifier refuses an appraisal as wrong-type

  @req-EAT-35 @level-must
  Rule: manifests is an array of pairs of a content format and a manifest

    @id-EAT-35.1 @negative @parent-EAT-01.1
    Scenario: Verifier refuses a token with the defect manifest-bare
      Given the attesting-environment has the defect manifest-bare
      When the verifier is asked to appraise evidence with the flaw none
      Then the verifier refuses an appraisal as wrong-type

  @req-EAT-36 @level-must
  Rule: A CoSWID among manifests is one of a payload

    @id-EAT-36.1 @negative @parent-EAT-01.1
    Scenario: Verifier refuses a token with the defect evidence-as-manifest
      Given the attesting-environment has the defect evidence-as-manifest
      When the verifier is asked to appraise evidence with the flaw none
      Then the verifier refuses an appraisal as wrong-type

  @req-EAT-38 @level-must
  Rule: A CoSWID among measurements is one of evidence

    @negative @parent-EAT-01.1
    Scenario Outline: Verifier refuses a token with the defect <defect>
      Given the attesting-environment has the defect <defect>
      When the verifier is asked to appraise evidence with the flaw none
      Then the verifier refuses an appraisal as <reason>

      @id-EAT-38.1
      Examples:
        | defect                 | reason     |
        | payload-as-measurement | wrong-type |

      @id-EAT-38.2
      Examples:
        | defect           | reason     |
        | measurement-bare | wrong-type |

      @id-EAT-38.3
      Examples:
        | defect            | reason               |
        | wrong-measurement | measurement-mismatch |

  @req-EAT-39 @level-may
  Rule: Results of measurements may come from the Verifier or the entity

    @id-EAT-39.1 @negative @parent-EAT-01.1
    Scenario: Verifier refuses a token with the defect measurement-result-unknown
      Given the attesting-environment has the defect measurement-result-unknown
      When the verifier is asked to appraise evidence with the flaw none
      Then the verifier refuses an appraisal as wrong-type

  @req-EAT-40 @level-must
  Rule: Within CBOR a selector never holds a digest

    @id-EAT-40.1 @negative @parent-EAT-01.1
    Scenario: Verifier refuses a token with the defect selector-of-digest
      Given the attesting-environment has the defect selector-of-digest
      When the verifier is asked to appraise evidence with the flaw none
      Then the verifier refuses an appraisal as wrong-type

  @req-EAT-41 @level-must
  Rule: The second part of a selector is of the type that the first one names

    @negative @parent-EAT-01.1
    Scenario Outline: Verifier refuses a token with the defect <defect>
      Given the attesting-environment has the defect <defect>
      When the verifier is asked to appraise evidence with the flaw none
      Then the verifier refuses an appraisal as <reason>

      @id-EAT-41.1
      Examples:
        | defect           | reason         |
        | selector-unknown | unknown-format |

      @id-EAT-41.2
      Examples:
        | defect          | reason     |
        | nested-untagged | wrong-type |

  @req-EAT-42 @level-must
  Rule: The claims-set of a submodule has the encoding of what is around it

    @negative @parent-EAT-01.1
    Scenario Outline: Verifier refuses a token with the defect <defect>
      Given the attesting-environment has the defect <defect>
      When the verifier is asked to appraise evidence with the flaw none
      Then the verifier refuses an appraisal as <reason>

      @id-EAT-42.1
      Examples:
        | defect               | reason     |
        | submodule-of-no-kind | wrong-type |

      @id-EAT-42.2
      Examples:
        | defect        | reason     |
        | no-submodules | wrong-type |

  @req-EAT-43 @level-derived
  Rule: The digest of a detached claims-set is that of its encoding, by a hash of COSE

    @id-EAT-43.1 @negative @parent-EAT-48.1
    Scenario: Verifier refuses a bundle with the defect bundle-digest
      Given the attesting-environment signs reports of version bundle
      And the attesting-environment has the defect bundle-digest
      When the verifier is asked to appraise evidence with the flaw none
      Then the verifier refuses an appraisal as digest-mismatch

    @id-EAT-43.2 @negative @parent-EAT-01.1
    Scenario: Verifier refuses a token with the defect digest-algorithm
      Given the attesting-environment has the defect digest-algorithm
      When the verifier is asked to appraise evidence with the flaw none
      Then the verifier refuses an appraisal as unsupported-algorithm

  @req-EAT-44 @level-derived
  Rule: Nested tokens are verified on their own

    @negative @parent-EAT-01.1
    Scenario Outline: Verifier refuses a token with the defect <defect>
      Given the attesting-environment has the defect <defect>
      When the verifier is asked to appraise evidence with the flaw none
      Then the verifier refuses an appraisal as <reason>

      @id-EAT-44.1
      Examples:
        | defect               | reason            |
        | nested-bad-signature | invalid-signature |

      @id-EAT-44.2
      Examples:
        | defect             | reason         |
        | nested-unknown-key | unknown-signer |

      @id-EAT-44.3
      Examples:
        | defect          | reason         |
        | nested-too-deep | limit-exceeded |

  @req-EAT-45 @level-must
  Rule: iat is no floating-point number

    @negative @parent-EAT-01.1
    Scenario Outline: Verifier refuses a token with the defect <defect>
      Given the attesting-environment has the defect <defect>
      When the verifier is asked to appraise evidence with the flaw none
      Then the verifier refuses an appraisal as <reason>

      @id-EAT-45.1
      Examples:
        | defect            | reason  |
        | iat-in-the-future | expired |

      @id-EAT-45.2
      Examples:
        | defect  | reason  |
        | expired | expired |

      @id-EAT-45.3
      Examples:
        | defect        | reason  |
        | not-yet-valid | expired |

      @id-EAT-45.4
      Examples:
        | defect      | reason     |
        | exp-as-text | wrong-type |

      @id-EAT-45.5
      Examples:
        | defect        | reason     |
        | cti-as-number | wrong-type |

  @req-EAT-46 @level-must
  Rule: A recipient takes an iat in floating point for an error

    @id-EAT-46.1 @negative @parent-EAT-01.1
    Scenario: Verifier refuses a token with the defect iat-float
      Given the attesting-environment has the defect iat-float
      When the verifier is asked to appraise evidence with the flaw none
      Then the verifier refuses an appraisal as wrong-type

  @req-EAT-47 @level-derived
  Rule: The profile says which rules there are, and none is guessed

    @negative @parent-EAT-01.1
    Scenario Outline: Verifier refuses a token with the defect <defect>
      Given the attesting-environment has the defect <defect>
      When the verifier is asked to appraise evidence with the flaw none
      Then the verifier refuses an appraisal as <reason>

      @id-EAT-47.1
      Examples:
        | defect          | reason         |
        | unknown-profile | unknown-format |

      @id-EAT-47.2
      Examples:
        | defect            | reason     |
        | profile-as-number | wrong-type |

  @req-EAT-48 @level-must
  Rule: The token of a bundle has at least one digest of a detached claims-set

    @id-EAT-48.1
    Scenario: Verifier accepts a detached bundle
      Given the attesting-environment signs reports of version bundle
      When the verifier is asked to appraise evidence with the flaw none
      Then the verifier accepts each appraisal

    @negative @parent-EAT-48.1
    Scenario Outline: Verifier refuses a bundle with the defect <defect>
      Given the attesting-environment signs reports of version bundle
      And the attesting-environment has the defect <defect>
      When the verifier is asked to appraise evidence with the flaw none
      Then the verifier refuses an appraisal as <reason>

      @id-EAT-48.2
      Examples:
        | defect                | reason        |
        | bundle-without-digest | missing-field |

      @id-EAT-48.3
      Examples:
        | defect             | reason        |
        | bundle-set-missing | missing-field |

      @id-EAT-48.4
      Examples:
        | defect           | reason        |
        | bundle-set-extra | unknown-field |

      @id-EAT-48.5
      Examples:
        | defect       | reason     |
        | bundle-shape | wrong-type |

  @req-EAT-49 @level-must
  Rule: The token of a bundle is no bundle

    @id-EAT-49.1 @negative @parent-EAT-48.1
    Scenario: Verifier refuses a bundle with the defect bundle-in-bundle
      Given the attesting-environment signs reports of version bundle
      And the attesting-environment has the defect bundle-in-bundle
      When the verifier is asked to appraise evidence with the flaw none
      Then the verifier refuses an appraisal as wrong-type

  @req-EAT-50 @level-must
  Rule: The token of a bundle is authentic and unaltered

    @id-EAT-50.1 @negative @parent-EAT-48.1
    Scenario: Verifier refuses a bundle with the defect bundle-unsigned
      Given the attesting-environment signs reports of version bundle
      And the attesting-environment has the defect bundle-unsigned
      When the verifier is asked to appraise evidence with the flaw none
      Then the verifier refuses an appraisal as wrong-type

  @req-EAT-51 @level-must
  Rule: Detached claims-sets have the encoding of the bundle, in a byte string in CBOR

    @id-EAT-51.1 @negative @parent-EAT-48.1
    Scenario: Verifier refuses a bundle with the defect bundle-set-in-json
      Given the attesting-environment signs reports of version bundle
      And the attesting-environment has the defect bundle-set-in-json
      When the verifier is asked to appraise evidence with the flaw none
      Then the verifier refuses an appraisal as truncated

  @req-EAT-52 @level-must
  Rule: A full profile decides on decoding, verification and freshness

    @negative @parent-EAT-01.1
    Scenario Outline: Verifier refuses a token with the defect <defect>
      Given the attesting-environment has the defect <defect>
      When the verifier is asked to appraise evidence with the flaw none
      Then the verifier refuses an appraisal as <reason>

      @id-EAT-52.1
      Examples:
        | defect            | reason            |
        | indefinite-length | not-deterministic |

      @id-EAT-52.2
      Examples:
        | defect        | reason            |
        | non-preferred | not-deterministic |

      @id-EAT-52.3
      Examples:
        | defect        | reason     |
        | tag-in-claims | wrong-type |

      @id-EAT-52.4
      Examples:
        | defect            | reason                |
        | alg-of-no-profile | unsupported-algorithm |

      @id-EAT-52.5
      Examples:
        | defect     | reason     |
        | two-nonces | wrong-type |

  @req-EAT-53 @level-must
  Rule: eat_profile is not used for partial profiles

    @negative @parent-EAT-01.1
    Scenario Outline: Verifier refuses a token with the defect <defect>
      Given the attesting-environment has the defect <defect>
      When the verifier is asked to appraise evidence with the flaw none
      Then the verifier refuses an appraisal as <reason>

      @id-EAT-53.1
      Examples:
        | defect  | reason        |
        | no-ueid | missing-field |

      @id-EAT-53.2
      Examples:
        | defect     | reason        |
        | no-hwmodel | missing-field |

      @id-EAT-53.3
      Examples:
        | defect       | reason        |
        | no-hwversion | missing-field |

      @id-EAT-53.4
      Examples:
        | defect       | reason        |
        | no-manifests | missing-field |

      @id-EAT-53.5
      Examples:
        | defect | reason        |
        | no-cnf | missing-field |

  @req-EAT-54 @level-must
  Rule: In the profile for constrained devices lengths are definite

    @id-EAT-54.1
    Scenario: Verifier accepts a token of the profile for constrained devices
      Given the attesting-environment signs reports of version constrained
      When the verifier is asked to appraise evidence with the flaw none
      Then the verifier accepts each appraisal

  @req-EAT-55 @level-must
  Rule: In the profile for constrained devices serialization is preferred

    @id-EAT-55.1 @negative @parent-EAT-54.1
    Scenario: Verifier refuses a constrained token with the defect constrained-non-preferred
      Given the attesting-environment signs reports of version constrained
      And the attesting-environment has the defect constrained-non-preferred
      When the verifier is asked to appraise evidence with the flaw none
      Then the verifier refuses an appraisal as not-deterministic

  @req-EAT-58 @level-must
  Rule: Senders of the profile use ES256, ES384 or ES512

    @id-EAT-58.1 @negative @parent-EAT-54.1
    Scenario: Verifier refuses a constrained token with the defect constrained-eddsa
      Given the attesting-environment signs reports of version constrained
      And the attesting-environment has the defect constrained-eddsa
      When the verifier is asked to appraise evidence with the flaw none
      Then the verifier refuses an appraisal as unsupported-algorithm

  @req-EAT-59 @level-must
  Rule: The profile for constrained devices has no bundles

    @id-EAT-59.1 @negative @parent-EAT-54.1
    Scenario: Verifier refuses a constrained token with the defect constrained-bundle
      Given the attesting-environment signs reports of version constrained
      And the attesting-environment has the defect constrained-bundle
      When the verifier is asked to appraise evidence with the flaw none
      Then the verifier refuses an appraisal as policy-violated

  @req-EAT-60 @level-must
  Rule: A kid or the UEID names the key, and the kid comes first

    @id-EAT-60.1 @negative @parent-EAT-54.1
    Scenario: Verifier refuses a constrained token with the defect constrained-no-key-name
      Given the attesting-environment signs reports of version constrained
      And the attesting-environment has the defect constrained-no-key-name
      When the verifier is asked to appraise evidence with the flaw none
      Then the verifier refuses an appraisal as missing-field

    @negative @parent-EAT-01.1
    Scenario Outline: Verifier refuses a token with the defect <defect>
      Given the attesting-environment has the defect <defect>
      When the verifier is asked to appraise evidence with the flaw none
      Then the verifier refuses an appraisal as <reason>

      @id-EAT-60.2
      Examples:
        | defect | reason        |
        | no-kid | missing-field |

      @id-EAT-60.3
      Examples:
        | defect    | reason           |
        | wrong-kid | binding-mismatch |

      @id-EAT-60.4
      Examples:
        | defect             | reason           |
        | cnf-of-another-key | binding-mismatch |

  @req-EAT-61 @level-must
  Rule: Every token of the profile has a new nonce, a single one

    @negative @parent-EAT-54.1
    Scenario Outline: Verifier refuses a constrained token with the defect <defect>
      Given the attesting-environment signs reports of version constrained
      And the attesting-environment has the defect <defect>
      When the verifier is asked to appraise evidence with the flaw none
      Then the verifier refuses an appraisal as <reason>

      @id-EAT-61.1
      Examples:
        | defect               | reason        |
        | constrained-no-nonce | missing-field |

      @id-EAT-61.2
      Examples:
        | defect                 | reason        |
        | constrained-two-nonces | missing-field |

  @req-EAT-65 @level-must
  Rule: Every use of an EAT has something that shows that it is fresh

    @id-EAT-65.1 @negative @parent-EAT-01.1
    Scenario: Verifier refuses a token with the defect no-nonce
      Given the attesting-environment has the defect no-nonce
      When the verifier is asked to appraise evidence with the flaw none
      Then the verifier refuses an appraisal as missing-field

  @req-EAT-67 @level-must
  Rule: Claims that nobody signed come through a channel whose sender was authenticated

    @id-EAT-67.1 @negative @parent-EAT-01.1
    Scenario: Verifier refuses a token with the defect unsigned
      Given the attesting-environment has the defect unsigned
      When the verifier is asked to appraise evidence with the flaw none
      Then the verifier refuses an appraisal as unknown-signer

  @req-EAT-70 @level-derived
  Rule: The tag of unsigned claims says nothing of who vouches for them, inside a token either

    @id-EAT-70.1 @negative @parent-EAT-01.1
    Scenario: Verifier refuses a token with the defect nested-unsigned
      Given the attesting-environment has the defect nested-unsigned
      When the verifier is asked to appraise evidence with the flaw none
      Then the verifier refuses an appraisal as unknown-signer

  @req-EAT-72 @level-derived
  Rule: uptime and bootcount are unsigned integers, bootseed octets

    @negative @parent-EAT-01.1
    Scenario Outline: Verifier refuses a token with the defect <defect>
      Given the attesting-environment has the defect <defect>
      When the verifier is asked to appraise evidence with the flaw none
      Then the verifier refuses an appraisal as <reason>

      @id-EAT-72.1
      Examples:
        | defect          | reason     |
        | uptime-negative | wrong-type |

      @id-EAT-72.2
      Examples:
        | defect             | reason     |
        | bootcount-negative | wrong-type |

      @id-EAT-72.3
      Examples:
        | defect             | reason     |
        | bootseed-as-number | wrong-type |
