@rats @format-sgx @role-verifier
Feature: What a Verifier makes of what Intel says of platforms with SGX

  Every quote here is emulated: a platform of our own signs Intel's real layout with test keys.

  Background:
    Given the SUT plays the verifier
    And the attesting-environment is sgx

  @req-SGX-06 @level-derived
  Rule: The chain leads to the pinned root

    @negative @parent-SGX-01.1
    Scenario Outline: Verifier refuses a quote with the defect <defect>
      Given the attesting-environment has the defect <defect>
      When the verifier is asked to appraise evidence with the flaw none
      Then the verifier refuses an appraisal as <reason>

      @id-SGX-06.1
      Examples:
        | defect     | reason         |
        | wrong-root | untrusted-root |

      @id-SGX-06.2
      Examples:
        | defect            | reason       |
        | authority-missing | broken-chain |

  @req-SGX-07 @level-derived
  Rule: Certificates are signed by their issuers and valid now

    @negative @parent-SGX-01.1
    Scenario Outline: Verifier refuses a quote with the defect <defect>
      Given the attesting-environment has the defect <defect>
      When the verifier is asked to appraise evidence with the flaw none
      Then the verifier refuses an appraisal as <reason>

      @id-SGX-07.1
      Examples:
        | defect        | reason            |
        | pck-signature | invalid-signature |

      @id-SGX-07.2
      Examples:
        | defect      | reason              |
        | pck-expired | certificate-expired |

      @id-SGX-07.3
      Examples:
        | defect            | reason                    |
        | pck-not-yet-valid | certificate-not-yet-valid |

  @req-SGX-08 @level-derived
  Rule: Names say what a certificate is for

    @negative @parent-SGX-01.1
    Scenario Outline: Verifier refuses a quote with the defect <defect>
      Given the attesting-environment has the defect <defect>
      When the verifier is asked to appraise evidence with the flaw none
      Then the verifier refuses an appraisal as <reason>

      @id-SGX-08.1
      Examples:
        | defect   | reason            |
        | pck-name | certificate-unfit |

      @id-SGX-08.2
      Examples:
        | defect         | reason            |
        | authority-name | certificate-unfit |

  @req-SGX-09 @level-derived
  Rule: The PCK certificate has Intel's extension

    @negative @parent-SGX-01.1
    Scenario Outline: Verifier refuses a quote with the defect <defect>
      Given the attesting-environment has the defect <defect>
      When the verifier is asked to appraise evidence with the flaw none
      Then the verifier refuses an appraisal as <reason>

      @id-SGX-09.1
      Examples:
        | defect        | reason        |
        | pck-extension | missing-field |

      @id-SGX-09.2
      Examples:
        | defect       | reason               |
        | pck-platform | endorsement-mismatch |

  @req-SGX-10 @level-derived
  Rule: Revocation lists are there, current, and name nobody of the chain

    @negative @parent-SGX-01.1
    Scenario Outline: Verifier refuses a quote with the defect <defect>
      Given the attesting-environment has the defect <defect>
      When the verifier is asked to appraise evidence with the flaw none
      Then the verifier refuses an appraisal as <reason>

      @id-SGX-10.1
      Examples:
        | defect      | reason              |
        | pck-revoked | certificate-revoked |

      @id-SGX-10.2
      Examples:
        | defect            | reason              |
        | authority-revoked | certificate-revoked |

      @id-SGX-10.3
      Examples:
        | defect    | reason           |
        | crl-stale | revocation-stale |

      @id-SGX-10.4
      Examples:
        | defect     | reason               |
        | crl-issuer | endorsement-mismatch |

      @id-SGX-10.5
      Examples:
        | defect        | reason            |
        | crl-signature | invalid-signature |

  @req-SGX-11 @level-derived
  Rule: Documents are signed as they came, octet by octet

    @negative @parent-SGX-01.1
    Scenario Outline: Verifier refuses a quote with the defect <defect>
      Given the attesting-environment has the defect <defect>
      When the verifier is asked to appraise evidence with the flaw none
      Then the verifier refuses an appraisal as <reason>

      @id-SGX-11.1
      Examples:
        | defect               | reason            |
        | tcb-info-reformatted | invalid-signature |

      @id-SGX-11.2
      Examples:
        | defect                  | reason            |
        | qe-identity-reformatted | invalid-signature |

  @req-SGX-12 @level-derived
  Rule: The documents' signer is certified by its name and not revoked

    @negative @parent-SGX-01.1
    Scenario Outline: Verifier refuses a quote with the defect <defect>
      Given the attesting-environment has the defect <defect>
      When the verifier is asked to appraise evidence with the flaw none
      Then the verifier refuses an appraisal as <reason>

      @id-SGX-12.1
      Examples:
        | defect      | reason            |
        | signer-name | certificate-unfit |

      @id-SGX-12.2
      Examples:
        | defect         | reason              |
        | signer-revoked | certificate-revoked |

  @req-SGX-13 @level-derived
  Rule: Documents are used from issue to next update

    @negative @parent-SGX-01.1
    Scenario Outline: Verifier refuses a quote with the defect <defect>
      Given the attesting-environment has the defect <defect>
      When the verifier is asked to appraise evidence with the flaw none
      Then the verifier refuses an appraisal as <reason>

      @id-SGX-13.1
      Examples:
        | defect         | reason  |
        | tcb-info-stale | expired |

      @id-SGX-13.2
      Examples:
        | defect          | reason  |
        | tcb-info-future | expired |

      @id-SGX-13.3
      Examples:
        | defect            | reason  |
        | qe-identity-stale | expired |

      @id-SGX-13.4
      Examples:
        | defect             | reason  |
        | qe-identity-future | expired |

  @req-SGX-14 @level-derived
  Rule: TCB info is about the quote's platform

    @negative @parent-SGX-01.1
    Scenario Outline: Verifier refuses a quote with the defect <defect>
      Given the attesting-environment has the defect <defect>
      When the verifier is asked to appraise evidence with the flaw none
      Then the verifier refuses an appraisal as <reason>

      @id-SGX-14.1
      Examples:
        | defect           | reason          |
        | tcb-info-version | unknown-version |

      @id-SGX-14.2
      Examples:
        | defect       | reason               |
        | tcb-info-tee | endorsement-mismatch |

      @id-SGX-14.3
      Examples:
        | defect        | reason         |
        | tcb-info-type | unknown-format |

      @id-SGX-14.4
      Examples:
        | defect         | reason               |
        | tcb-info-fmspc | endorsement-mismatch |

      @id-SGX-14.5
      Examples:
        | defect          | reason               |
        | tcb-info-pce-id | endorsement-mismatch |

  @req-SGX-20 @level-derived
  Rule: Platform and quoting enclave reach a level

    @negative @parent-SGX-01.1
    Scenario Outline: Verifier refuses a quote with the defect <defect>
      Given the attesting-environment has the defect <defect>
      When the verifier is asked to appraise evidence with the flaw none
      Then the verifier refuses an appraisal as <reason>

      @id-SGX-20.1
      Examples:
        | defect          | reason       |
        | tcb-unsupported | tcb-outdated |

      @id-SGX-20.2
      Examples:
        | defect         | reason       |
        | qe-unsupported | tcb-outdated |

  @req-SGX-21 @level-derived
  Rule: The statuses of all levels are taken together

    @negative @parent-SGX-01.1
    Scenario Outline: Verifier refuses a quote with the defect <defect>
      Given the attesting-environment has the defect <defect>
      When the verifier is asked to appraise evidence with the flaw none
      Then the verifier refuses an appraisal as <reason>

      @id-SGX-21.1
      Examples:
        | defect       | reason       |
        | tcb-outdated | tcb-outdated |

      @id-SGX-21.2
      Examples:
        | defect      | reason       |
        | tcb-revoked | tcb-outdated |

      @id-SGX-21.3
      Examples:
        | defect      | reason       |
        | qe-outdated | tcb-outdated |

  @req-SGX-28 @level-derived
  Rule: One bundle of collateral

    @negative @parent-SGX-01.1
    Scenario Outline: Verifier refuses a quote with the defect <defect>
      Given the attesting-environment has the defect <defect>
      When the verifier is asked to appraise evidence with the flaw none
      Then the verifier refuses an appraisal as <reason>

      @id-SGX-28.1
      Examples:
        | defect           | reason    |
        | collateral-twice | malformed |

      @id-SGX-28.2
      Examples:
        | defect             | reason              |
        | collateral-missing | endorsement-missing |
