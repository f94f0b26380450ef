@rats @format-cca @role-verifier
Feature: What a Verifier makes of Arm CCA tokens

  Every token here is emulated: a platform of our own signs the layouts of Arm's draft with test keys.

  Background:
    Given the SUT plays the verifier
    And the attesting-environment is cca

  @req-CCA-01 @level-derived
  Rule: A token is tag 399 around a platform part and a realm part

    @id-CCA-01.1
    Scenario: Verifier accepts a token
      When the verifier is asked to appraise evidence with the flaw none
      Then the verifier accepts each appraisal

    @negative @parent-CCA-01.1
    Scenario Outline: Verifier refuses a token with the defect <defect>
      Given the attesting-environment has the defect <defect>
      When the verifier is asked to appraise evidence with the flaw none
      Then the verifier refuses an appraisal as <reason>

      @id-CCA-01.2
      Examples:
        | defect      | reason     |
        | tag-missing | wrong-type |

      @id-CCA-01.3
      Examples:
        | defect           | reason        |
        | platform-missing | missing-field |

      @id-CCA-01.4
      Examples:
        | defect        | reason        |
        | realm-missing | missing-field |

      @id-CCA-01.5
      Examples:
        | defect    | reason    |
        | truncated | truncated |

      @id-CCA-01.6
      Examples:
        | defect         | reason          |
        | trailing-octet | trailing-octets |

  @req-CCA-02 @level-must
  Rule: The platform's nonce is present, of 32, 48 or 64 octets, and no array

    @negative @parent-CCA-01.1
    Scenario Outline: Verifier refuses a token with the defect <defect>
      Given the attesting-environment has the defect <defect>
      When the verifier is asked to appraise evidence with the flaw none
      Then the verifier refuses an appraisal as <reason>

      @id-CCA-02.1
      Examples:
        | defect        | reason        |
        | nonce-missing | missing-field |

      @id-CCA-02.2
      Examples:
        | defect     | reason     |
        | two-nonces | wrong-type |

      @id-CCA-02.3
      Examples:
        | defect     | reason    |
        | nonce-size | malformed |

  @req-CCA-03 @level-must
  Rule: The instance is named, in 33 octets of which the first is 1

    @negative @parent-CCA-01.1
    Scenario Outline: Verifier refuses a token with the defect <defect>
      Given the attesting-environment has the defect <defect>
      When the verifier is asked to appraise evidence with the flaw none
      Then the verifier refuses an appraisal as <reason>

      @id-CCA-03.1
      Examples:
        | defect              | reason        |
        | instance-id-missing | missing-field |

      @id-CCA-03.2
      Examples:
        | defect           | reason    |
        | instance-id-size | malformed |

      @id-CCA-03.3
      Examples:
        | defect           | reason    |
        | instance-id-type | malformed |

  @req-CCA-04 @level-must
  Rule: The implementation is named, in 32 octets

    @negative @parent-CCA-01.1
    Scenario Outline: Verifier refuses a token with the defect <defect>
      Given the attesting-environment has the defect <defect>
      When the verifier is asked to appraise evidence with the flaw none
      Then the verifier refuses an appraisal as <reason>

      @id-CCA-04.1
      Examples:
        | defect                    | reason        |
        | implementation-id-missing | missing-field |

      @id-CCA-04.2
      Examples:
        | defect                 | reason    |
        | implementation-id-size | malformed |

  @req-CCA-05 @level-must
  Rule: The platform names its profile

    @negative @parent-CCA-01.1
    Scenario Outline: Verifier refuses a token with the defect <defect>
      Given the attesting-environment has the defect <defect>
      When the verifier is asked to appraise evidence with the flaw none
      Then the verifier refuses an appraisal as <reason>

      @id-CCA-05.1
      Examples:
        | defect          | reason        |
        | profile-missing | missing-field |

  @req-CCA-06 @level-must
  Rule: The platform states its lifecycle, by a defined state

    @negative @parent-CCA-01.1
    Scenario Outline: Verifier refuses a token with the defect <defect>
      Given the attesting-environment has the defect <defect>
      When the verifier is asked to appraise evidence with the flaw none
      Then the verifier refuses an appraisal as <reason>

      @id-CCA-06.1
      Examples:
        | defect            | reason        |
        | lifecycle-missing | missing-field |

      @id-CCA-06.2
      Examples:
        | defect              | reason       |
        | lifecycle-undefined | out-of-range |

  @req-CCA-07 @level-derived
  Rule: Only a secured platform is believed, and one that is debugged only where a policy allows it

    @negative @parent-CCA-01.1
    Scenario Outline: Verifier refuses a token with the defect <defect>
      Given the attesting-environment has the defect <defect>
      When the verifier is asked to appraise evidence with the flaw none
      Then the verifier refuses an appraisal as <reason>

      @id-CCA-07.1
      Examples:
        | defect            | reason          |
        | lifecycle-unknown | policy-violated |

      @id-CCA-07.2
      Examples:
        | defect             | reason          |
        | lifecycle-assembly | policy-violated |

      @id-CCA-07.3
      Examples:
        | defect                 | reason          |
        | lifecycle-provisioning | policy-violated |

      @id-CCA-07.4
      Examples:
        | defect              | reason          |
        | lifecycle-rot-debug | policy-violated |

      @id-CCA-07.5
      Examples:
        | defect                   | reason          |
        | lifecycle-decommissioned | policy-violated |

      @id-CCA-07.6
      Examples:
        | defect | reason        |
        | debug  | debug-enabled |

  @req-CCA-08 @level-must
  Rule: The platform states its configuration

    @negative @parent-CCA-01.1
    Scenario Outline: Verifier refuses a token with the defect <defect>
      Given the attesting-environment has the defect <defect>
      When the verifier is asked to appraise evidence with the flaw none
      Then the verifier refuses an appraisal as <reason>

      @id-CCA-08.1
      Examples:
        | defect         | reason        |
        | config-missing | missing-field |

  @req-CCA-09 @level-must
  Rule: The platform lists its software components

    @negative @parent-CCA-01.1
    Scenario Outline: Verifier refuses a token with the defect <defect>
      Given the attesting-environment has the defect <defect>
      When the verifier is asked to appraise evidence with the flaw none
      Then the verifier refuses an appraisal as <reason>

      @id-CCA-09.1
      Examples:
        | defect             | reason        |
        | components-missing | missing-field |

      @id-CCA-09.2
      Examples:
        | defect           | reason        |
        | components-empty | missing-field |

  @req-CCA-10 @level-must
  Rule: Every software component has a measurement of 256 bits or more

    @negative @parent-CCA-01.1
    Scenario Outline: Verifier refuses a token with the defect <defect>
      Given the attesting-environment has the defect <defect>
      When the verifier is asked to appraise evidence with the flaw none
      Then the verifier refuses an appraisal as <reason>

      @id-CCA-10.1
      Examples:
        | defect              | reason        |
        | measurement-missing | missing-field |

      @id-CCA-10.2
      Examples:
        | defect            | reason    |
        | measurement-short | malformed |

  @req-CCA-11 @level-must
  Rule: Every software component has its signer

    @negative @parent-CCA-01.1
    Scenario Outline: Verifier refuses a token with the defect <defect>
      Given the attesting-environment has the defect <defect>
      When the verifier is asked to appraise evidence with the flaw none
      Then the verifier refuses an appraisal as <reason>

      @id-CCA-11.1
      Examples:
        | defect         | reason        |
        | signer-missing | missing-field |

      @id-CCA-11.2
      Examples:
        | defect       | reason    |
        | signer-short | malformed |

  @req-CCA-12 @level-may
  Rule: A platform may name a verification service

    Scenario Outline: Verifier accepts a token of the kind <version>
      Given the attesting-environment signs reports of version <version>
      When the verifier is asked to appraise evidence with the flaw none
      Then the verifier accepts each appraisal

      @id-CCA-12.1
      Examples:
        | version         |
        | without-service |

  @req-CCA-13 @level-must
  Rule: The platform names its hash algorithm

    @negative @parent-CCA-01.1
    Scenario Outline: Verifier refuses a token with the defect <defect>
      Given the attesting-environment has the defect <defect>
      When the verifier is asked to appraise evidence with the flaw none
      Then the verifier refuses an appraisal as <reason>

      @id-CCA-13.1
      Examples:
        | defect                | reason        |
        | platform-hash-missing | missing-field |

      @id-CCA-13.2
      Examples:
        | defect                | reason                |
        | platform-hash-unknown | unsupported-algorithm |

  @req-CCA-14 @level-must
  Rule: The realm's challenge is present, of 64 octets, and no array

    @negative @parent-CCA-01.1
    Scenario Outline: Verifier refuses a token with the defect <defect>
      Given the attesting-environment has the defect <defect>
      When the verifier is asked to appraise evidence with the flaw none
      Then the verifier refuses an appraisal as <reason>

      @id-CCA-14.1
      Examples:
        | defect            | reason        |
        | challenge-missing | missing-field |

      @id-CCA-14.2
      Examples:
        | defect         | reason     |
        | two-challenges | wrong-type |

      @id-CCA-14.3
      Examples:
        | defect          | reason    |
        | challenge-short | malformed |

      @id-CCA-14.4
      Examples:
        | defect         | reason    |
        | challenge-long | malformed |

  @req-CCA-15 @level-may
  Rule: A realm may name its profile, which is then the known one

    Scenario Outline: Verifier accepts a token of the kind <version>
      Given the attesting-environment signs reports of version <version>
      When the verifier is asked to appraise evidence with the flaw none
      Then the verifier accepts each appraisal

      @id-CCA-15.1
      Examples:
        | version       |
        | unnamed-realm |

    @negative @parent-CCA-01.1
    Scenario Outline: Verifier refuses a token with the defect <defect>
      Given the attesting-environment has the defect <defect>
      When the verifier is asked to appraise evidence with the flaw none
      Then the verifier refuses an appraisal as <reason>

      @id-CCA-15.2
      Examples:
        | defect                | reason          |
        | realm-profile-unknown | unknown-version |

  @req-CCA-16 @level-must
  Rule: The realm's personalization value is present, of 64 octets

    @negative @parent-CCA-01.1
    Scenario Outline: Verifier refuses a token with the defect <defect>
      Given the attesting-environment has the defect <defect>
      When the verifier is asked to appraise evidence with the flaw none
      Then the verifier refuses an appraisal as <reason>

      @id-CCA-16.1
      Examples:
        | defect      | reason        |
        | rpv-missing | missing-field |

      @id-CCA-16.2
      Examples:
        | defect   | reason    |
        | rpv-size | malformed |

  @req-CCA-17 @level-must
  Rule: The realm's initial measurement is present

    @negative @parent-CCA-01.1
    Scenario Outline: Verifier refuses a token with the defect <defect>
      Given the attesting-environment has the defect <defect>
      When the verifier is asked to appraise evidence with the flaw none
      Then the verifier refuses an appraisal as <reason>

      @id-CCA-17.1
      Examples:
        | defect      | reason        |
        | rim-missing | missing-field |

      @id-CCA-17.2
      Examples:
        | defect   | reason    |
        | rim-size | malformed |

  @req-CCA-18 @level-must
  Rule: The realm has four extensible measurements

    @negative @parent-CCA-01.1
    Scenario Outline: Verifier refuses a token with the defect <defect>
      Given the attesting-environment has the defect <defect>
      When the verifier is asked to appraise evidence with the flaw none
      Then the verifier refuses an appraisal as <reason>

      @id-CCA-18.1
      Examples:
        | defect      | reason        |
        | rem-missing | missing-field |

      @id-CCA-18.2
      Examples:
        | defect    | reason    |
        | rem-three | malformed |

      @id-CCA-18.3
      Examples:
        | defect   | reason    |
        | rem-five | malformed |

      @id-CCA-18.4
      Examples:
        | defect   | reason    |
        | rem-size | malformed |

  @req-CCA-19 @level-must
  Rule: The realm names the algorithm of its measurements

    @negative @parent-CCA-01.1
    Scenario Outline: Verifier refuses a token with the defect <defect>
      Given the attesting-environment has the defect <defect>
      When the verifier is asked to appraise evidence with the flaw none
      Then the verifier refuses an appraisal as <reason>

      @id-CCA-19.1
      Examples:
        | defect             | reason        |
        | realm-hash-missing | missing-field |

      @id-CCA-19.2
      Examples:
        | defect             | reason                |
        | realm-hash-unknown | unsupported-algorithm |

  @req-CCA-20 @level-must
  Rule: The realm's token has its key, a point of its curve

    @negative @parent-CCA-01.1
    Scenario Outline: Verifier refuses a token with the defect <defect>
      Given the attesting-environment has the defect <defect>
      When the verifier is asked to appraise evidence with the flaw none
      Then the verifier refuses an appraisal as <reason>

      @id-CCA-20.1
      Examples:
        | defect            | reason        |
        | realm-key-missing | missing-field |

      @id-CCA-20.2
      Examples:
        | defect          | reason      |
        | realm-key-shape | invalid-key |

      @id-CCA-20.3
      Examples:
        | defect          | reason      |
        | realm-key-point | invalid-key |

  @req-CCA-21 @level-must
  Rule: The realm names the algorithm of its key's hash

    @negative @parent-CCA-01.1
    Scenario Outline: Verifier refuses a token with the defect <defect>
      Given the attesting-environment has the defect <defect>
      When the verifier is asked to appraise evidence with the flaw none
      Then the verifier refuses an appraisal as <reason>

      @id-CCA-21.1
      Examples:
        | defect           | reason        |
        | rak-hash-missing | missing-field |

      @id-CCA-21.2
      Examples:
        | defect           | reason                |
        | rak-hash-unknown | unsupported-algorithm |

  @req-CCA-22 @level-must
  Rule: The platform's nonce is the hash of the realm's key, by the algorithm that the realm names

    @negative @parent-CCA-01.1
    Scenario Outline: Verifier refuses a token with the defect <defect>
      Given the attesting-environment has the defect <defect>
      When the verifier is asked to appraise evidence with the flaw none
      Then the verifier refuses an appraisal as <reason>

      @id-CCA-22.1
      Examples:
        | defect        | reason           |
        | binder-broken | binding-mismatch |

      @id-CCA-22.2
      Examples:
        | defect      | reason           |
        | binder-hash | binding-mismatch |

      @id-CCA-22.3
      Examples:
        | defect      | reason           |
        | rak-swapped | binding-mismatch |

      @id-CCA-22.4
      Examples:
        | defect      | reason           |
        | other-realm | binding-mismatch |

  @req-CCA-23 @level-must
  Rule: Tokens of another model have another profile

    @negative @parent-CCA-01.1
    Scenario Outline: Verifier refuses a token with the defect <defect>
      Given the attesting-environment has the defect <defect>
      When the verifier is asked to appraise evidence with the flaw none
      Then the verifier refuses an appraisal as <reason>

      @id-CCA-23.1
      Examples:
        | defect          | reason          |
        | unknown-profile | unknown-version |

  @req-CCA-24 @level-must
  Rule: Tokens are valid CBOR of definite lengths

    @negative @parent-CCA-01.1
    Scenario Outline: Verifier refuses a token with the defect <defect>
      Given the attesting-environment has the defect <defect>
      When the verifier is asked to appraise evidence with the flaw none
      Then the verifier refuses an appraisal as <reason>

      @id-CCA-24.1
      Examples:
        | defect            | reason            |
        | indefinite-length | not-deterministic |

      @id-CCA-24.2
      Examples:
        | defect          | reason        |
        | duplicate-claim | duplicate-key |

      @id-CCA-24.3
      Examples:
        | defect     | reason     |
        | claim-type | wrong-type |

      @id-CCA-24.4
      Examples:
        | defect           | reason     |
        | realm-claim-type | wrong-type |

  @req-CCA-25 @level-must
  Rule: A Verifier decodes whatever the encoding varies in

    Scenario Outline: Verifier accepts a token of the kind <version>
      Given the attesting-environment signs reports of version <version>
      When the verifier is asked to appraise evidence with the flaw none
      Then the verifier accepts each appraisal

      @id-CCA-25.1
      Examples:
        | version    |
        | long-heads |

  @req-CCA-26 @level-must
  Rule: Both parts are COSE_Sign1 under tag 18

    @negative @parent-CCA-01.1
    Scenario Outline: Verifier refuses a token with the defect <defect>
      Given the attesting-environment has the defect <defect>
      When the verifier is asked to appraise evidence with the flaw none
      Then the verifier refuses an appraisal as <reason>

      @id-CCA-26.1
      Examples:
        | defect            | reason     |
        | platform-untagged | wrong-type |

      @id-CCA-26.2
      Examples:
        | defect     | reason     |
        | realm-mac0 | wrong-type |

      @id-CCA-26.3
      Examples:
        | defect           | reason     |
        | detached-payload | wrong-type |

  @req-CCA-27 @level-must
  Rule: Detached bundles are not used

    @negative @parent-CCA-01.1
    Scenario Outline: Verifier refuses a token with the defect <defect>
      Given the attesting-environment has the defect <defect>
      When the verifier is asked to appraise evidence with the flaw none
      Then the verifier refuses an appraisal as <reason>

      @id-CCA-27.1
      Examples:
        | defect          | reason     |
        | detached-bundle | wrong-type |

  @req-CCA-28 @level-must
  Rule: A claim that is not known is no error

    Scenario Outline: Verifier accepts a token of the kind <version>
      Given the attesting-environment signs reports of version <version>
      When the verifier is asked to appraise evidence with the flaw none
      Then the verifier accepts each appraisal

      @id-CCA-28.1
      Examples:
        | version        |
        | unknown-claims |

  @req-CCA-29 @level-must
  Rule: A certified key in the token wants another profile

    @negative @parent-CCA-01.1
    Scenario Outline: Verifier refuses a token with the defect <defect>
      Given the attesting-environment has the defect <defect>
      When the verifier is asked to appraise evidence with the flaw none
      Then the verifier refuses an appraisal as <reason>

      @id-CCA-29.1
      Examples:
        | defect  | reason        |
        | x5chain | unknown-field |

  @req-CCA-30 @level-derived
  Rule: The platform's signature is verified with the endorsed key of its instance

    Scenario Outline: Verifier accepts a token of the kind <version>
      Given the attesting-environment signs reports of version <version>
      When the verifier is asked to appraise evidence with the flaw none
      Then the verifier accepts each appraisal

      @id-CCA-30.1
      Examples:
        | version         |
        | reference-es256 |

    @negative @parent-CCA-01.1
    Scenario Outline: Verifier refuses a token with the defect <defect>
      Given the attesting-environment has the defect <defect>
      When the verifier is asked to appraise evidence with the flaw none
      Then the verifier refuses an appraisal as <reason>

      @id-CCA-30.2
      Examples:
        | defect    | reason            |
        | wrong-key | invalid-signature |

      @id-CCA-30.3
      Examples:
        | defect        | reason            |
        | bad-signature | invalid-signature |

      @id-CCA-30.4
      Examples:
        | defect         | reason            |
        | zero-signature | invalid-signature |

      @id-CCA-30.5
      Examples:
        | defect                 | reason            |
        | signature-out-of-range | invalid-signature |

      @id-CCA-30.6
      Examples:
        | defect           | reason               |
        | unknown-instance | endorsement-mismatch |

      @id-CCA-30.7
      Examples:
        | defect              | reason         |
        | endorsement-missing | unknown-signer |

      @id-CCA-30.8
      Examples:
        | defect        | reason       |
        | chain-swapped | broken-chain |

      @id-CCA-30.9
      Examples:
        | defect            | reason       |
        | authority-missing | broken-chain |

      @id-CCA-30.10
      Examples:
        | defect     | reason         |
        | wrong-root | untrusted-root |

      @id-CCA-30.11
      Examples:
        | defect              | reason              |
        | certificate-expired | certificate-expired |

      @id-CCA-30.12
      Examples:
        | defect                    | reason                    |
        | certificate-not-yet-valid | certificate-not-yet-valid |

      @id-CCA-30.13
      Examples:
        | defect            | reason        |
        | algorithm-missing | missing-field |

      @id-CCA-30.14
      Examples:
        | defect                | reason             |
        | algorithm-unprotected | algorithm-mismatch |

      @id-CCA-30.15
      Examples:
        | defect            | reason                |
        | algorithm-unknown | unsupported-algorithm |

      @id-CCA-30.16
      Examples:
        | defect            | reason                |
        | algorithm-refused | unsupported-algorithm |

      @id-CCA-30.17
      Examples:
        | defect          | reason          |
        | critical-header | critical-header |

  @req-CCA-31 @level-derived
  Rule: The realm's signature is verified with the key that the platform vouches for

    @negative @parent-CCA-01.1
    Scenario Outline: Verifier refuses a token with the defect <defect>
      Given the attesting-environment has the defect <defect>
      When the verifier is asked to appraise evidence with the flaw none
      Then the verifier refuses an appraisal as <reason>

      @id-CCA-31.1
      Examples:
        | defect          | reason            |
        | realm-wrong-key | invalid-signature |

      @id-CCA-31.2
      Examples:
        | defect              | reason            |
        | realm-bad-signature | invalid-signature |

      @id-CCA-31.3
      Examples:
        | defect                  | reason                |
        | realm-algorithm-refused | unsupported-algorithm |

  @req-CCA-33 @level-derived
  Rule: The challenge is the one of the session

    @negative @parent-CCA-01.1
    Scenario Outline: Verifier refuses a token with the defect <defect>
      Given the attesting-environment has the defect <defect>
      When the verifier is asked to appraise evidence with the flaw none
      Then the verifier refuses an appraisal as <reason>

      @id-CCA-33.1
      Examples:
        | defect            | reason           |
        | wrong-report-data | binding-mismatch |

  @req-CCA-34 @level-derived
  Rule: The initial measurement is the one that the monitor computes from the realm's parameters, data, processors and memory

    @negative @parent-CCA-01.1
    Scenario Outline: Verifier refuses a token with the defect <defect>
      Given the attesting-environment has the defect <defect>
      When the verifier is asked to appraise evidence with the flaw none
      Then the verifier refuses an appraisal as <reason>

      @id-CCA-34.1
      Examples:
        | defect            | reason               |
        | wrong-measurement | measurement-mismatch |

  @req-CCA-35 @level-derived
  Rule: An extensible measurement is the hash of the one before and the value extended, and what is installed is extended

    @negative @parent-CCA-01.1
    Scenario Outline: Verifier refuses a token with the defect <defect>
      Given the attesting-environment has the defect <defect>
      When the verifier is asked to appraise evidence with the flaw none
      Then the verifier refuses an appraisal as <reason>

      @id-CCA-35.1
      Examples:
        | defect         | reason               |
        | wrong-register | measurement-mismatch |

    @id-CCA-35.2 @negative @parent-CCA-01.1
    Scenario: Verifier refuses evidence with the flaw unextended-middleware
      When the verifier is asked to appraise evidence with the flaw unextended-middleware
      Then the verifier refuses an appraisal as measurement-mismatch

  @req-CCA-38 @level-derived
  Rule: A stated policy of memory encryption is shared or private

    @negative @parent-CCA-01.1
    Scenario Outline: Verifier refuses a token with the defect <defect>
      Given the attesting-environment has the defect <defect>
      When the verifier is asked to appraise evidence with the flaw none
      Then the verifier refuses an appraisal as <reason>

      @id-CCA-38.1
      Examples:
        | defect             | reason       |
        | mec-policy-unknown | out-of-range |

  @req-CCA-39 @level-derived
  Rule: Tokens of firmware from before the draft, and realms of other hashes, are judged alike

    Scenario Outline: Verifier accepts a token of the kind <version>
      Given the attesting-environment signs reports of version <version>
      When the verifier is asked to appraise evidence with the flaw none
      Then the verifier accepts each appraisal

      @id-CCA-39.1
      Examples:
        | version |
        | legacy  |

      @id-CCA-39.2
      Examples:
        | version          |
        | reference-sha512 |
