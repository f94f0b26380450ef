@rats @format-psa @role-verifier
Feature: Who made a PSA token, and how it is encoded

  Every token here is emulated: a device of our own signs the layout of RFC 9783 with test keys.

  Background:
    Given the SUT plays the verifier
    And the attesting-environment is psa

  @req-PSA-31 @level-must
  Rule: Six algorithms and no other

    Scenario Outline: Verifier accepts a token of the kind <version>
      Given the attesting-environment signs reports of version <version>
      When the verifier is asked to appraise evidence with the flaw none
      Then the verifier accepts each appraisal

      @id-PSA-31.1
      Examples:
        | version |
        | tfm     |

      @id-PSA-31.2
      Examples:
        | version   |
        | tfm-es384 |

      @id-PSA-31.3
      Examples:
        | version   |
        | tfm-es512 |

      @id-PSA-31.4
      Examples:
        | version     |
        | tfm-hmac256 |

      @id-PSA-31.5
      Examples:
        | version     |
        | tfm-hmac384 |

      @id-PSA-31.6
      Examples:
        | version     |
        | tfm-hmac512 |

    @negative @parent-PSA-31.1
    Scenario Outline: Verifier refuses a token with the defect <defect>
      Given the attesting-environment has the defect <defect>
      When the verifier is asked to appraise evidence with the flaw none
      Then the verifier refuses an appraisal as <reason>

      @id-PSA-31.7
      Examples:
        | defect            | reason        |
        | algorithm-missing | missing-field |

      @id-PSA-31.8
      Examples:
        | defect            | reason                |
        | algorithm-unknown | unsupported-algorithm |

      @id-PSA-31.9
      Examples:
        | defect            | reason                |
        | algorithm-refused | unsupported-algorithm |

  @req-PSA-24 @level-must
  Rule: Valid CBOR

    @negative @parent-PSA-31.1
    Scenario Outline: Verifier refuses a token with the defect <defect>
      Given the attesting-environment has the defect <defect>
      When the verifier is asked to appraise evidence with the flaw none
      Then the verifier refuses an appraisal as <reason>

      @id-PSA-24.1
      Examples:
        | defect    | reason    |
        | truncated | truncated |

      @id-PSA-24.2
      Examples:
        | defect         | reason          |
        | trailing-octet | trailing-octets |

      @id-PSA-24.3
      Examples:
        | defect          | reason        |
        | duplicate-claim | duplicate-key |

      @id-PSA-24.4
      Examples:
        | defect      | reason    |
        | broken-text | malformed |

      @id-PSA-24.5
      Examples:
        | defect       | reason     |
        | claims-array | wrong-type |

      @id-PSA-24.6
      Examples:
        | defect     | reason     |
        | claim-type | wrong-type |

  @req-PSA-25 @level-must
  Rule: Heads may be longer than needed

    Scenario Outline: Verifier accepts a token of the kind <version>
      Given the attesting-environment signs reports of version <version>
      When the verifier is asked to appraise evidence with the flaw none
      Then the verifier accepts each appraisal

      @id-PSA-25.1
      Examples:
        | version       |
        | tfm-long-head |

  @req-PSA-26 @level-must
  Rule: Definite lengths

    @negative @parent-PSA-31.1
    Scenario Outline: Verifier refuses a token with the defect <defect>
      Given the attesting-environment has the defect <defect>
      When the verifier is asked to appraise evidence with the flaw none
      Then the verifier refuses an appraisal as <reason>

      @id-PSA-26.1
      Examples:
        | defect            | reason            |
        | indefinite-length | not-deterministic |

  @req-PSA-27 @level-must
  Rule: A tagged COSE_Sign1

    @negative @parent-PSA-31.1
    Scenario Outline: Verifier refuses a token with the defect <defect>
      Given the attesting-environment has the defect <defect>
      When the verifier is asked to appraise evidence with the flaw none
      Then the verifier refuses an appraisal as <reason>

      @id-PSA-27.1
      Examples:
        | defect  | reason     |
        | cwt-tag | wrong-type |

      @id-PSA-27.2
      Examples:
        | defect           | reason     |
        | detached-payload | wrong-type |

      @id-PSA-27.3
      Examples:
        | defect       | reason        |
        | header-twice | duplicate-key |

      @id-PSA-27.4
      Examples:
        | defect          | reason          |
        | critical-header | critical-header |

      @id-PSA-27.5
      Examples:
        | defect                | reason             |
        | algorithm-unprotected | algorithm-mismatch |

  @req-PSA-28 @level-must
  Rule: A tagged COSE_Mac0

    @negative @parent-PSA-31.4
    Scenario Outline: Verifier refuses a token of the kind tfm-hmac256 with the defect <defect>
      Given the attesting-environment signs reports of version tfm-hmac256
      And the attesting-environment has the defect <defect>
      When the verifier is asked to appraise evidence with the flaw none
      Then the verifier refuses an appraisal as <reason>

      @id-PSA-28.1
      Examples:
        | defect        | reason            |
        | bad-signature | invalid-signature |

      @id-PSA-28.2
      Examples:
        | defect    | reason            |
        | wrong-key | invalid-signature |

      @id-PSA-28.3
      Examples:
        | defect           | reason         |
        | unknown-instance | unknown-signer |

  @req-PSA-33 @level-must
  Rule: The key of the instance

    @negative @parent-PSA-31.1
    Scenario Outline: Verifier refuses a token with the defect <defect>
      Given the attesting-environment has the defect <defect>
      When the verifier is asked to appraise evidence with the flaw none
      Then the verifier refuses an appraisal as <reason>

      @id-PSA-33.1
      Examples:
        | defect           | reason               |
        | unknown-instance | endorsement-mismatch |

      @id-PSA-33.2
      Examples:
        | defect              | reason         |
        | endorsement-missing | unknown-signer |

  @req-PSA-34 @level-must
  Rule: Certified keys

    Scenario Outline: Verifier accepts a token of the kind <version>
      Given the attesting-environment signs reports of version <version>
      When the verifier is asked to appraise evidence with the flaw none
      Then the verifier accepts each appraisal

      @id-PSA-34.1
      Examples:
        | version     |
        | tfm-x5chain |

    @negative @parent-PSA-31.1
    Scenario Outline: Verifier refuses a token with the defect <defect>
      Given the attesting-environment has the defect <defect>
      When the verifier is asked to appraise evidence with the flaw none
      Then the verifier refuses an appraisal as <reason>

      @id-PSA-34.2
      Examples:
        | defect        | reason       |
        | chain-swapped | broken-chain |

      @id-PSA-34.3
      Examples:
        | defect            | reason       |
        | authority-missing | broken-chain |

      @id-PSA-34.4
      Examples:
        | defect     | reason         |
        | wrong-root | untrusted-root |

      @id-PSA-34.5
      Examples:
        | defect              | reason              |
        | certificate-expired | certificate-expired |

      @id-PSA-34.6
      Examples:
        | defect                    | reason                    |
        | certificate-not-yet-valid | certificate-not-yet-valid |

  @req-PSA-35 @level-derived
  Rule: Signature before claims

    @negative @parent-PSA-31.1
    Scenario Outline: Verifier refuses a token with the defect <defect>
      Given the attesting-environment has the defect <defect>
      When the verifier is asked to appraise evidence with the flaw none
      Then the verifier refuses an appraisal as <reason>

      @id-PSA-35.1
      Examples:
        | defect        | reason            |
        | bad-signature | invalid-signature |

      @id-PSA-35.2
      Examples:
        | defect    | reason            |
        | wrong-key | invalid-signature |

      @id-PSA-35.3
      Examples:
        | defect         | reason            |
        | zero-signature | invalid-signature |

      @id-PSA-35.4
      Examples:
        | defect                 | reason            |
        | signature-out-of-range | invalid-signature |
