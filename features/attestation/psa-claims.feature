@rats @format-psa @role-verifier
Feature: What a Verifier makes of the claims of a PSA token

  Every token here is emulated: a device of our own signs the layout of RFC 9783 with test keys.

  Background:
    Given the SUT plays the verifier
    And the attesting-environment is psa

  @req-PSA-01 @level-must
  Rule: Size of the nonce

    @negative @parent-PSA-31.1
    Scenario Outline: Verifier refuses a token with the defect <defect>
      Given the attesting-environment has the defect <defect>
      When the verifier is asked to appraise evidence with the flaw none
      Then the verifier refuses an appraisal as <reason>

      @id-PSA-01.1
      Examples:
        | defect     | reason    |
        | nonce-size | malformed |

  @req-PSA-02 @level-must
  Rule: One nonce

    @negative @parent-PSA-31.1
    Scenario Outline: Verifier refuses a token with the defect <defect>
      Given the attesting-environment has the defect <defect>
      When the verifier is asked to appraise evidence with the flaw none
      Then the verifier refuses an appraisal as <reason>

      @id-PSA-02.1
      Examples:
        | defect     | reason     |
        | two-nonces | wrong-type |

  @req-PSA-03 @level-must
  Rule: A nonce

    @negative @parent-PSA-31.1
    Scenario Outline: Verifier refuses a token with the defect <defect>
      Given the attesting-environment has the defect <defect>
      When the verifier is asked to appraise evidence with the flaw none
      Then the verifier refuses an appraisal as <reason>

      @id-PSA-03.1
      Examples:
        | defect        | reason        |
        | nonce-missing | missing-field |

  @req-PSA-04 @level-must
  Rule: A caller

    @negative @parent-PSA-31.1
    Scenario Outline: Verifier refuses a token with the defect <defect>
      Given the attesting-environment has the defect <defect>
      When the verifier is asked to appraise evidence with the flaw none
      Then the verifier refuses an appraisal as <reason>

      @id-PSA-04.1
      Examples:
        | defect            | reason        |
        | client-id-missing | missing-field |

  @req-PSA-05 @level-derived
  Rule: Whose token it is

    @negative @parent-PSA-31.1
    Scenario Outline: Verifier refuses a token with the defect <defect>
      Given the attesting-environment has the defect <defect>
      When the verifier is asked to appraise evidence with the flaw none
      Then the verifier refuses an appraisal as <reason>

      @id-PSA-05.1
      Examples:
        | defect         | reason       |
        | client-id-zero | out-of-range |

      @id-PSA-05.2
      Examples:
        | defect            | reason          |
        | non-secure-caller | policy-violated |

  @req-PSA-06 @level-must
  Rule: Size of the instance

    @negative @parent-PSA-31.1
    Scenario Outline: Verifier refuses a token with the defect <defect>
      Given the attesting-environment has the defect <defect>
      When the verifier is asked to appraise evidence with the flaw none
      Then the verifier refuses an appraisal as <reason>

      @id-PSA-06.1
      Examples:
        | defect           | reason    |
        | instance-id-size | malformed |

  @req-PSA-07 @level-must
  Rule: Type of the instance

    @negative @parent-PSA-31.1
    Scenario Outline: Verifier refuses a token with the defect <defect>
      Given the attesting-environment has the defect <defect>
      When the verifier is asked to appraise evidence with the flaw none
      Then the verifier refuses an appraisal as <reason>

      @id-PSA-07.1
      Examples:
        | defect           | reason    |
        | instance-id-type | malformed |

  @req-PSA-08 @level-must
  Rule: An instance

    @negative @parent-PSA-31.1
    Scenario Outline: Verifier refuses a token with the defect <defect>
      Given the attesting-environment has the defect <defect>
      When the verifier is asked to appraise evidence with the flaw none
      Then the verifier refuses an appraisal as <reason>

      @id-PSA-08.1
      Examples:
        | defect              | reason        |
        | instance-id-missing | missing-field |

  @req-PSA-09 @level-must
  Rule: The implementation

    @negative @parent-PSA-31.1
    Scenario Outline: Verifier refuses a token with the defect <defect>
      Given the attesting-environment has the defect <defect>
      When the verifier is asked to appraise evidence with the flaw none
      Then the verifier refuses an appraisal as <reason>

      @id-PSA-09.1
      Examples:
        | defect                    | reason        |
        | implementation-id-missing | missing-field |

      @id-PSA-09.2
      Examples:
        | defect                 | reason    |
        | implementation-id-size | malformed |

  @req-PSA-10 @level-must
  Rule: Form of the certification reference

    @negative @parent-PSA-31.1
    Scenario Outline: Verifier refuses a token with the defect <defect>
      Given the attesting-environment has the defect <defect>
      When the verifier is asked to appraise evidence with the flaw none
      Then the verifier refuses an appraisal as <reason>

      @id-PSA-10.1
      Examples:
        | defect                  | reason    |
        | certification-reference | malformed |

  @req-PSA-12 @level-must
  Rule: Lifecycle states

    @negative @parent-PSA-31.1
    Scenario Outline: Verifier refuses a token with the defect <defect>
      Given the attesting-environment has the defect <defect>
      When the verifier is asked to appraise evidence with the flaw none
      Then the verifier refuses an appraisal as <reason>

      @id-PSA-12.1
      Examples:
        | defect            | reason        |
        | lifecycle-missing | missing-field |

      @id-PSA-12.2
      Examples:
        | defect              | reason       |
        | lifecycle-undefined | out-of-range |

  @req-PSA-13 @level-derived
  Rule: States that are believed

    @negative @parent-PSA-31.1
    Scenario Outline: Verifier refuses a token with the defect <defect>
      Given the attesting-environment has the defect <defect>
      When the verifier is asked to appraise evidence with the flaw none
      Then the verifier refuses an appraisal as <reason>

      @id-PSA-13.1
      Examples:
        | defect            | reason          |
        | lifecycle-unknown | policy-violated |

      @id-PSA-13.2
      Examples:
        | defect                 | reason          |
        | lifecycle-provisioning | policy-violated |

      @id-PSA-13.3
      Examples:
        | defect              | reason          |
        | lifecycle-rot-debug | policy-violated |

      @id-PSA-13.4
      Examples:
        | defect                   | reason          |
        | lifecycle-decommissioned | policy-violated |

      @id-PSA-13.5
      Examples:
        | defect | reason        |
        | debug  | debug-enabled |

  @req-PSA-14 @level-must
  Rule: Size of the boot seed

    @negative @parent-PSA-31.1
    Scenario Outline: Verifier refuses a token with the defect <defect>
      Given the attesting-environment has the defect <defect>
      When the verifier is asked to appraise evidence with the flaw none
      Then the verifier refuses an appraisal as <reason>

      @id-PSA-14.1
      Examples:
        | defect          | reason    |
        | boot-seed-short | malformed |

      @id-PSA-14.2
      Examples:
        | defect         | reason    |
        | boot-seed-long | malformed |

  @req-PSA-16 @level-must
  Rule: Software components

    @negative @parent-PSA-31.1
    Scenario Outline: Verifier refuses a token with the defect <defect>
      Given the attesting-environment has the defect <defect>
      When the verifier is asked to appraise evidence with the flaw none
      Then the verifier refuses an appraisal as <reason>

      @id-PSA-16.1
      Examples:
        | defect             | reason        |
        | components-missing | missing-field |

      @id-PSA-16.2
      Examples:
        | defect           | reason        |
        | components-empty | missing-field |

  @req-PSA-18 @level-must
  Rule: Measurements

    @negative @parent-PSA-31.1
    Scenario Outline: Verifier refuses a token with the defect <defect>
      Given the attesting-environment has the defect <defect>
      When the verifier is asked to appraise evidence with the flaw none
      Then the verifier refuses an appraisal as <reason>

      @id-PSA-18.1
      Examples:
        | defect              | reason        |
        | measurement-missing | missing-field |

      @id-PSA-18.2
      Examples:
        | defect            | reason    |
        | measurement-short | malformed |

  @req-PSA-19 @level-must
  Rule: Signers

    @negative @parent-PSA-31.1
    Scenario Outline: Verifier refuses a token with the defect <defect>
      Given the attesting-environment has the defect <defect>
      When the verifier is asked to appraise evidence with the flaw none
      Then the verifier refuses an appraisal as <reason>

      @id-PSA-19.1
      Examples:
        | defect         | reason        |
        | signer-missing | missing-field |

      @id-PSA-19.2
      Examples:
        | defect       | reason    |
        | signer-short | malformed |

  @req-PSA-21 @level-must
  Rule: A profile

    @negative @parent-PSA-31.1
    Scenario Outline: Verifier refuses a token with the defect <defect>
      Given the attesting-environment has the defect <defect>
      When the verifier is asked to appraise evidence with the flaw none
      Then the verifier refuses an appraisal as <reason>

      @id-PSA-21.1
      Examples:
        | defect          | reason        |
        | profile-missing | missing-field |

  @req-PSA-22 @level-must
  Rule: Derived profiles

    @negative @parent-PSA-31.1
    Scenario Outline: Verifier refuses a token with the defect <defect>
      Given the attesting-environment has the defect <defect>
      When the verifier is asked to appraise evidence with the flaw none
      Then the verifier refuses an appraisal as <reason>

      @id-PSA-22.1
      Examples:
        | defect          | reason          |
        | unknown-profile | unknown-version |

  @req-PSA-23 @level-should
  Rule: Earlier profiles

    Scenario Outline: Verifier accepts a token of the kind <version>
      Given the attesting-environment signs reports of version <version>
      When the verifier is asked to appraise evidence with the flaw none
      Then the verifier accepts each appraisal

      @id-PSA-23.1
      Examples:
        | version   |
        | arm-2-0-0 |

      @id-PSA-23.2
      Examples:
        | version |
        | legacy  |

      @id-PSA-23.3
      Examples:
        | version        |
        | legacy-hmac256 |

    @negative @parent-PSA-23.2
    Scenario Outline: Verifier refuses a token of the kind legacy with the defect <defect>
      Given the attesting-environment signs reports of version legacy
      And the attesting-environment has the defect <defect>
      When the verifier is asked to appraise evidence with the flaw none
      Then the verifier refuses an appraisal as <reason>

      @id-PSA-23.4
      Examples:
        | defect            | reason        |
        | boot-seed-missing | missing-field |

      @id-PSA-23.5
      Examples:
        | defect              | reason    |
        | components-and-none | malformed |

  @req-PSA-38 @level-derived
  Rule: Freshness

    @negative @parent-PSA-31.1
    Scenario Outline: Verifier refuses a token with the defect <defect>
      Given the attesting-environment has the defect <defect>
      When the verifier is asked to appraise evidence with the flaw none
      Then the verifier refuses an appraisal as <reason>

      @id-PSA-38.1
      Examples:
        | defect            | reason           |
        | wrong-report-data | binding-mismatch |

  @req-PSA-39 @level-derived
  Rule: Reference values

    Scenario Outline: Verifier accepts a token of the kind <version>
      Given the attesting-environment signs reports of version <version>
      When the verifier is asked to appraise evidence with the flaw none
      Then the verifier accepts each appraisal

      @id-PSA-39.1
      Examples:
        | version   |
        | trustzone |

    @negative @parent-PSA-31.1
    Scenario Outline: Verifier refuses a token with the defect <defect>
      Given the attesting-environment has the defect <defect>
      When the verifier is asked to appraise evidence with the flaw none
      Then the verifier refuses an appraisal as <reason>

      @id-PSA-39.2
      Examples:
        | defect            | reason               |
        | wrong-measurement | measurement-mismatch |
