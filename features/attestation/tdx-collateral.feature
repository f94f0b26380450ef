@rats @format-tdx @role-verifier
Feature: What a Verifier makes of what Intel says of platforms with TDX

  Every quote here is emulated: a platform of our own signs Intel's real layout with test keys.

  Background:
    Given the SUT plays the verifier
    And the attesting-environment is tdx

  @req-TDX-06 @level-derived
  Rule: The chain leads to the pinned root

    @negative @parent-TDX-01.1
    Scenario Outline: Verifier refuses a quote with the defect <defect>
      Given the attesting-environment has the defect <defect>
      When the verifier is asked to appraise evidence with the flaw none
      Then the verifier refuses an appraisal as <reason>

      @id-TDX-06.1
      Examples:
        | defect     | reason         |
        | wrong-root | untrusted-root |

      @id-TDX-06.2
      Examples:
        | defect            | reason       |
        | authority-missing | broken-chain |

  @req-TDX-07 @level-derived
  Rule: Certificates are signed by their issuers and valid now

    @negative @parent-TDX-01.1
    Scenario Outline: Verifier refuses a quote with the defect <defect>
      Given the attesting-environment has the defect <defect>
      When the verifier is asked to appraise evidence with the flaw none
      Then the verifier refuses an appraisal as <reason>

      @id-TDX-07.1
      Examples:
        | defect        | reason            |
        | pck-signature | invalid-signature |

      @id-TDX-07.2
      Examples:
        | defect      | reason              |
        | pck-expired | certificate-expired |

      @id-TDX-07.3
      Examples:
        | defect            | reason                    |
        | pck-not-yet-valid | certificate-not-yet-valid |

  @req-TDX-08 @level-derived
  Rule: Names say what a certificate is for

    @negative @parent-TDX-01.1
    Scenario Outline: Verifier refuses a quote with the defect <defect>
      Given the attesting-environment has the defect <defect>
      When the verifier is asked to appraise evidence with the flaw none
      Then the verifier refuses an appraisal as <reason>

      @id-TDX-08.1
      Examples:
        | defect   | reason            |
        | pck-name | certificate-unfit |

      @id-TDX-08.2
      Examples:
        | defect         | reason            |
        | authority-name | certificate-unfit |

  @req-TDX-09 @level-derived
  Rule: The PCK certificate has Intel's extension

    @negative @parent-TDX-01.1
    Scenario Outline: Verifier refuses a quote with the defect <defect>
      Given the attesting-environment has the defect <defect>
      When the verifier is asked to appraise evidence with the flaw none
      Then the verifier refuses an appraisal as <reason>

      @id-TDX-09.1
      Examples:
        | defect        | reason        |
        | pck-extension | missing-field |

      @id-TDX-09.2
      Examples:
        | defect       | reason               |
        | pck-platform | endorsement-mismatch |

  @req-TDX-10 @level-derived
  Rule: Revocation lists are there, current, and name nobody of the chain

    @negative @parent-TDX-01.1
    Scenario Outline: Verifier refuses a quote with the defect <defect>
      Given the attesting-environment has the defect <defect>
      When the verifier is asked to appraise evidence with the flaw none
      Then the verifier refuses an appraisal as <reason>

      @id-TDX-10.1
      Examples:
        | defect      | reason              |
        | pck-revoked | certificate-revoked |

      @id-TDX-10.2
      Examples:
        | defect            | reason              |
        | authority-revoked | certificate-revoked |

      @id-TDX-10.3
      Examples:
        | defect    | reason           |
        | crl-stale | revocation-stale |

      @id-TDX-10.4
      Examples:
        | defect     | reason               |
        | crl-issuer | endorsement-mismatch |

      @id-TDX-10.5
      Examples:
        | defect        | reason            |
        | crl-signature | invalid-signature |

  @req-TDX-11 @level-derived
  Rule: Documents are signed as they came, octet by octet

    @negative @parent-TDX-01.1
    Scenario Outline: Verifier refuses a quote with the defect <defect>
      Given the attesting-environment has the defect <defect>
      When the verifier is asked to appraise evidence with the flaw none
      Then the verifier refuses an appraisal as <reason>

      @id-TDX-11.1
      Examples:
        | defect               | reason            |
        | tcb-info-reformatted | invalid-signature |

      @id-TDX-11.2
      Examples:
        | defect                  | reason            |
        | qe-identity-reformatted | invalid-signature |

  @req-TDX-12 @level-derived
  Rule: The documents' signer is certified by its name and not revoked

    @negative @parent-TDX-01.1
    Scenario Outline: Verifier refuses a quote with the defect <defect>
      Given the attesting-environment has the defect <defect>
      When the verifier is asked to appraise evidence with the flaw none
      Then the verifier refuses an appraisal as <reason>

      @id-TDX-12.1
      Examples:
        | defect      | reason            |
        | signer-name | certificate-unfit |

      @id-TDX-12.2
      Examples:
        | defect         | reason              |
        | signer-revoked | certificate-revoked |

  @req-TDX-13 @level-derived
  Rule: Documents are used from issue to next update

    @negative @parent-TDX-01.1
    Scenario Outline: Verifier refuses a quote with the defect <defect>
      Given the attesting-environment has the defect <defect>
      When the verifier is asked to appraise evidence with the flaw none
      Then the verifier refuses an appraisal as <reason>

      @id-TDX-13.1
      Examples:
        | defect         | reason  |
        | tcb-info-stale | expired |

      @id-TDX-13.2
      Examples:
        | defect          | reason  |
        | tcb-info-future | expired |

      @id-TDX-13.3
      Examples:
        | defect            | reason  |
        | qe-identity-stale | expired |

      @id-TDX-13.4
      Examples:
        | defect             | reason  |
        | qe-identity-future | expired |

  @req-TDX-14 @level-derived
  Rule: TCB info is about the quote's platform

    @negative @parent-TDX-01.1
    Scenario Outline: Verifier refuses a quote with the defect <defect>
      Given the attesting-environment has the defect <defect>
      When the verifier is asked to appraise evidence with the flaw none
      Then the verifier refuses an appraisal as <reason>

      @id-TDX-14.1
      Examples:
        | defect           | reason          |
        | tcb-info-version | unknown-version |

      @id-TDX-14.2
      Examples:
        | defect       | reason               |
        | tcb-info-tee | endorsement-mismatch |

      @id-TDX-14.3
      Examples:
        | defect        | reason         |
        | tcb-info-type | unknown-format |

      @id-TDX-14.4
      Examples:
        | defect         | reason               |
        | tcb-info-fmspc | endorsement-mismatch |

      @id-TDX-14.5
      Examples:
        | defect          | reason               |
        | tcb-info-pce-id | endorsement-mismatch |

  @req-TDX-20 @level-derived
  Rule: Platform and quoting enclave reach a level

    @negative @parent-TDX-01.1
    Scenario Outline: Verifier refuses a quote with the defect <defect>
      Given the attesting-environment has the defect <defect>
      When the verifier is asked to appraise evidence with the flaw none
      Then the verifier refuses an appraisal as <reason>

      @id-TDX-20.1
      Examples:
        | defect          | reason       |
        | tcb-unsupported | tcb-outdated |

      @id-TDX-20.2
      Examples:
        | defect         | reason       |
        | qe-unsupported | tcb-outdated |

  @req-TDX-21 @level-derived
  Rule: The statuses of all levels are taken together

    @negative @parent-TDX-01.1
    Scenario Outline: Verifier refuses a quote with the defect <defect>
      Given the attesting-environment has the defect <defect>
      When the verifier is asked to appraise evidence with the flaw none
      Then the verifier refuses an appraisal as <reason>

      @id-TDX-21.1
      Examples:
        | defect       | reason       |
        | tcb-outdated | tcb-outdated |

      @id-TDX-21.2
      Examples:
        | defect      | reason       |
        | tcb-revoked | tcb-outdated |

      @id-TDX-21.3
      Examples:
        | defect      | reason       |
        | qe-outdated | tcb-outdated |

      @id-TDX-21.4
      Examples:
        | defect          | reason       |
        | module-outdated | tcb-outdated |

  @req-TDX-28 @level-derived
  Rule: One bundle of collateral

    @negative @parent-TDX-01.1
    Scenario Outline: Verifier refuses a quote with the defect <defect>
      Given the attesting-environment has the defect <defect>
      When the verifier is asked to appraise evidence with the flaw none
      Then the verifier refuses an appraisal as <reason>

      @id-TDX-28.1
      Examples:
        | defect           | reason    |
        | collateral-twice | malformed |

      @id-TDX-28.2
      Examples:
        | defect             | reason              |
        | collateral-missing | endorsement-missing |
