@rats
Feature: What the architecture of remote attestation asks of a Verifier

  @req-RATS-02 @level-derived
  Rule: Evidence is appraised with values, endorsements and a policy

    @role-verifier
    Scenario Outline: Verifier accepts Evidence that values, endorsements and policy bear out
      Given the SUT plays the verifier
      And the attesting-environment is <format>
      When the verifier is asked to appraise evidence with the flaw none
      Then the verifier accepts each appraisal

      @id-RATS-02.1 @format-sev-snp
      Examples:
        | format  |
        | sev-snp |

      @id-RATS-02.2 @format-sgx
      Examples:
        | format |
        | sgx    |

      @id-RATS-02.3 @format-tdx
      Examples:
        | format |
        | tdx    |

      @id-RATS-02.4 @format-psa
      Examples:
        | format |
        | psa    |

      @id-RATS-02.5 @format-eat
      Examples:
        | format |
        | eat    |

      @id-RATS-02.6 @format-cca
      Examples:
        | format |
        | cca    |

    @role-verifier @negative
    Scenario Outline: Verifier refuses Evidence that differs from the Reference Values
      Given the SUT plays the verifier
      And the attesting-environment is <format>
      And the attesting-environment has the defect wrong-measurement
      When the verifier is asked to appraise evidence with the flaw none
      Then the verifier refuses an appraisal as measurement-mismatch

      @id-RATS-02.7 @parent-RATS-02.1 @format-sev-snp
      Examples:
        | format  |
        | sev-snp |

      @id-RATS-02.8 @parent-RATS-02.2 @format-sgx
      Examples:
        | format |
        | sgx    |

      @id-RATS-02.9 @parent-RATS-02.3 @format-tdx
      Examples:
        | format |
        | tdx    |

      @id-RATS-02.10 @parent-RATS-02.4 @format-psa
      Examples:
        | format |
        | psa    |

      @id-RATS-02.11 @parent-RATS-02.5 @format-eat
      Examples:
        | format |
        | eat    |

      @id-RATS-02.12 @parent-RATS-02.6 @format-cca
      Examples:
        | format |
        | cca    |

    @role-verifier @negative
    Scenario Outline: Verifier refuses Evidence that its Endorsement does not fit
      Given the SUT plays the verifier
      And the attesting-environment is <format>
      And the attesting-environment has the defect <defect>
      When the verifier is asked to appraise evidence with the flaw none
      Then the verifier refuses an appraisal as <reason>

      @id-RATS-02.13 @parent-RATS-02.1 @format-sev-snp
      Examples:
        | format  | defect       | reason               |
        | sev-snp | unknown-chip | endorsement-mismatch |

      @id-RATS-02.14 @parent-RATS-02.2 @format-sgx
      Examples:
        | format | defect        | reason            |
        | sgx    | pck-signature | invalid-signature |

      @id-RATS-02.15 @parent-RATS-02.3 @format-tdx
      Examples:
        | format | defect        | reason            |
        | tdx    | pck-signature | invalid-signature |

    @role-verifier @negative
    Scenario Outline: Verifier refuses Evidence that its policy does not allow
      Given the SUT plays the verifier
      And the attesting-environment is <format>
      And the attesting-environment has the defect <defect>
      When the verifier is asked to appraise evidence with the flaw none
      Then the verifier refuses an appraisal as <reason>

      @id-RATS-02.16 @parent-RATS-02.1 @format-sev-snp
      Examples:
        | format  | defect       | reason        |
        | sev-snp | debug-policy | debug-enabled |

      @id-RATS-02.17 @parent-RATS-02.2 @format-sgx
      Examples:
        | format | defect | reason        |
        | sgx    | debug  | debug-enabled |

      @id-RATS-02.18 @parent-RATS-02.3 @format-tdx
      Examples:
        | format | defect | reason        |
        | tdx    | debug  | debug-enabled |

      @id-RATS-02.19 @parent-RATS-02.4 @format-psa
      Examples:
        | format | defect | reason        |
        | psa    | debug  | debug-enabled |

      @id-RATS-02.20 @parent-RATS-02.5 @format-eat
      Examples:
        | format | defect | reason        |
        | eat    | debug  | debug-enabled |

      @id-RATS-02.21 @parent-RATS-02.6 @format-cca
      Examples:
        | format | defect | reason        |
        | cca    | debug  | debug-enabled |

  @req-RATS-05 @level-derived
  Rule: The lower layer comes first

    @role-verifier @negative
    Scenario Outline: Verifier refuses an environment above a layer that is not to be trusted
      Given the SUT plays the verifier
      And the attesting-environment is <format>
      And the attesting-environment has the defect <defect>
      When the verifier is asked to appraise evidence with the flaw none
      Then the verifier refuses an appraisal as <reason>

      @id-RATS-05.1 @parent-RATS-02.2 @format-sgx
      Examples:
        | format | defect    | reason               |
        | sgx    | qe-signer | endorsement-mismatch |

      @id-RATS-05.2 @parent-RATS-02.3 @format-tdx
      Examples:
        | format | defect        | reason               |
        | tdx    | module-signer | endorsement-mismatch |

      @id-RATS-05.3 @parent-RATS-02.6 @format-cca
      Examples:
        | format | defect              | reason          |
        | cca    | lifecycle-rot-debug | policy-violated |

      @id-RATS-05.4 @parent-RATS-02.5 @format-eat
      Examples:
        | format | defect               | reason            |
        | eat    | nested-bad-signature | invalid-signature |

    @role-verifier @negative
    Scenario Outline: Verifier refuses a layer that the one below it does not vouch for
      Given the SUT plays the verifier
      And the attesting-environment is <format>
      And the attesting-environment has the defect <defect>
      When the verifier is asked to appraise evidence with the flaw none
      Then the verifier refuses an appraisal as <reason>

      @id-RATS-05.5 @parent-RATS-02.6 @format-cca
      Examples:
        | format | defect      | reason           |
        | cca    | rak-swapped | binding-mismatch |

      @id-RATS-05.6 @parent-RATS-02.2 @format-sgx
      Examples:
        | format | defect          | reason      |
        | sgx    | attestation-key | invalid-key |

  @req-RATS-27 @level-derived
  Rule: What software says is bound by hardware

    @role-verifier @negative
    Scenario Outline: Verifier refuses claims that the hardware did not bind
      Given the SUT plays the verifier
      And the attesting-environment is <format>
      When the verifier is asked to appraise evidence with the flaw unbound-claims
      Then the verifier refuses an appraisal as binding-mismatch

      @id-RATS-27.1 @parent-RATS-02.1 @format-sev-snp
      Examples:
        | format  |
        | sev-snp |

      @id-RATS-27.2 @parent-RATS-02.2 @format-sgx
      Examples:
        | format |
        | sgx    |

      @id-RATS-27.3 @parent-RATS-02.3 @format-tdx
      Examples:
        | format |
        | tdx    |

      @id-RATS-27.4 @parent-RATS-02.4 @format-psa
      Examples:
        | format |
        | psa    |

      @id-RATS-27.5 @parent-RATS-02.5 @format-eat
      Examples:
        | format |
        | eat    |

      @id-RATS-27.6 @parent-RATS-02.6 @format-cca
      Examples:
        | format |
        | cca    |

  @req-RATS-29 @level-derived
  Rule: Evidence that was changed on its way is refused

    @id-RATS-29.1 @role-verifier @negative @parent-RATS-02.1 @format-sev-snp
    Scenario: Verifier refuses Evidence with another event log
      Given the SUT plays the verifier
      When the verifier is asked to appraise evidence with the flaw other-log
      Then the verifier refuses an appraisal as digest-mismatch

    @role-verifier @negative
    Scenario Outline: Verifier refuses Evidence whose signed part was changed
      Given the SUT plays the verifier
      And the attesting-environment is <format>
      And the attesting-environment has the defect bad-signature
      When the verifier is asked to appraise evidence with the flaw none
      Then the verifier refuses an appraisal as invalid-signature

      @id-RATS-29.2 @parent-RATS-02.1 @format-sev-snp
      Examples:
        | format  |
        | sev-snp |

      @id-RATS-29.3 @parent-RATS-02.2 @format-sgx
      Examples:
        | format |
        | sgx    |

      @id-RATS-29.4 @parent-RATS-02.3 @format-tdx
      Examples:
        | format |
        | tdx    |

      @id-RATS-29.5 @parent-RATS-02.4 @format-psa
      Examples:
        | format |
        | psa    |

      @id-RATS-29.6 @parent-RATS-02.5 @format-eat
      Examples:
        | format |
        | eat    |

      @id-RATS-29.7 @parent-RATS-02.6 @format-cca
      Examples:
        | format |
        | cca    |

  @req-RATS-32 @level-derived
  Rule: Only what has a Reference Value is acceptable

    @id-RATS-32.1 @role-verifier
    Scenario: Verifier takes Reference Values of their provider
      Given the SUT plays the verifier
      When the verifier is given reference values with the flaw none
      Then the verifier takes the reference values

    @id-RATS-32.2 @role-verifier @negative @parent-RATS-02.1 @format-sev-snp
    Scenario: Verifier refuses an environment with middleware of which nobody gave a value
      Given the SUT plays the verifier
      When the verifier is asked to appraise evidence with the flaw other-middleware
      Then the verifier refuses an appraisal as measurement-mismatch

  @req-RATS-33 @level-derived
  Rule: A refusal is a result as well

    @id-RATS-33.1 @role-verifier @negative @parent-RATS-02.1 @format-sev-snp
    Scenario: Verifier signs that an environment does not comply
      Given the SUT plays the verifier
      And the attesting-environment has the defect wrong-measurement
      When the verifier is asked to appraise evidence with the flaw none
      Then the verifier refuses an appraisal as measurement-mismatch
      And each EAR of the verifier is about an attester

    @role-verifier @negative
    Scenario Outline: Verifier says that Evidence could not be authenticated
      Given the SUT plays the verifier
      And the attesting-environment is <format>
      And the attesting-environment has the defect bad-signature
      When the verifier is asked to appraise evidence with the flaw none
      Then the verifier refuses an appraisal as invalid-signature
      And each EAR of the verifier claims in every category that validation failed

      @id-RATS-33.2 @parent-RATS-02.1 @format-sev-snp
      Examples:
        | format  |
        | sev-snp |

      @id-RATS-33.3 @parent-RATS-02.2 @format-sgx
      Examples:
        | format |
        | sgx    |

      @id-RATS-33.4 @parent-RATS-02.3 @format-tdx
      Examples:
        | format |
        | tdx    |

      @id-RATS-33.5 @parent-RATS-02.4 @format-psa
      Examples:
        | format |
        | psa    |

      @id-RATS-33.6 @parent-RATS-02.5 @format-eat
      Examples:
        | format |
        | eat    |

      @id-RATS-33.7 @parent-RATS-02.6 @format-cca
      Examples:
        | format |
        | cca    |

  @req-RATS-36 @level-derived
  Rule: Results of all hardware are of one kind

    @role-verifier
    Scenario Outline: Verifier says what it found in terms of no vendor
      Given the SUT plays the verifier
      And the attesting-environment is <format>
      When the application-owner asks for analytics on <format>
      Then each EAR of the verifier has claims in known categories alone
      And each EAR of the verifier has a vector for each attester

      @id-RATS-36.1 @format-sev-snp
      Examples:
        | format  |
        | sev-snp |

      @id-RATS-36.2 @format-sgx
      Examples:
        | format |
        | sgx    |

      @id-RATS-36.3 @format-tdx
      Examples:
        | format |
        | tdx    |

      @id-RATS-36.4 @format-psa
      Examples:
        | format |
        | psa    |

      @id-RATS-36.5 @format-eat
      Examples:
        | format |
        | eat    |

      @id-RATS-36.6 @format-cca
      Examples:
        | format |
        | cca    |

  @req-RATS-37 @level-derived
  Rule: Claims are compared in four ways

    @id-RATS-37.1 @role-verifier @negative @parent-RATS-02.1 @format-sev-snp
    Scenario: Verifier refuses a version below the range
      Given the SUT plays the verifier
      And the attesting-environment has the defect tcb-below-endorsement
      When the verifier is asked to appraise evidence with the flaw none
      Then the verifier refuses an appraisal as tcb-outdated

    @id-RATS-37.2 @role-verifier @negative @parent-RATS-02.1 @format-sev-snp
    Scenario: Verifier refuses middleware that is in no set of values
      Given the SUT plays the verifier
      When the verifier is asked to appraise evidence with the flaw other-middleware
      Then the verifier refuses an appraisal as measurement-mismatch

    @id-RATS-37.3 @role-verifier @negative @parent-RATS-02.1 @format-sev-snp
    Scenario: Verifier refuses a claim that contradicts another
      Given the SUT plays the verifier
      And the attesting-environment has the defect tcb-committed-above-current
      When the verifier is asked to appraise evidence with the flaw none
      Then the verifier refuses an appraisal as rolled-back

  @req-RATS-59 @level-derived
  Rule: What comes with Evidence is no anchor

    @role-verifier @negative
    Scenario Outline: Verifier takes no root for an anchor that came with the Evidence
      Given the SUT plays the verifier
      And the attesting-environment is <format>
      And the attesting-environment has the defect wrong-root
      When the verifier is asked to appraise evidence with the flaw none
      Then the verifier refuses an appraisal as untrusted-root

      @id-RATS-59.1 @parent-RATS-02.1 @format-sev-snp
      Examples:
        | format  |
        | sev-snp |

      @id-RATS-59.2 @parent-RATS-02.2 @format-sgx
      Examples:
        | format |
        | sgx    |

      @id-RATS-59.3 @parent-RATS-02.3 @format-tdx
      Examples:
        | format |
        | tdx    |

  @req-RATS-61 @level-derived
  Rule: The whole path counts

    @role-verifier @negative
    Scenario Outline: Verifier refuses Evidence whose path has a certificate that does not count
      Given the SUT plays the verifier
      And the attesting-environment is <format>
      And the attesting-environment has the defect <defect>
      When the verifier is asked to appraise evidence with the flaw none
      Then the verifier refuses an appraisal as <reason>

      @id-RATS-61.1 @parent-RATS-02.1 @format-sev-snp
      Examples:
        | format  | defect       | reason              |
        | sev-snp | vcek-expired | certificate-expired |

      @id-RATS-61.2 @parent-RATS-02.2 @format-sgx
      Examples:
        | format | defect      | reason              |
        | sgx    | pck-revoked | certificate-revoked |

      @id-RATS-61.3 @parent-RATS-02.2 @format-sgx
      Examples:
        | format | defect            | reason              |
        | sgx    | authority-revoked | certificate-revoked |

      @id-RATS-61.4 @parent-RATS-02.3 @format-tdx
      Examples:
        | format | defect      | reason              |
        | tdx    | pck-revoked | certificate-revoked |

      @id-RATS-61.5 @parent-RATS-02.3 @format-tdx
      Examples:
        | format | defect            | reason       |
        | tdx    | authority-missing | broken-chain |
