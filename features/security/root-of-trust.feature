@ccican @rats @format-sev-snp
Feature: Section 7, the CPU is the root of trust

  @req-SEC-01 @level-derived
  Rule: The CPU hardware is the root of trust

    @id-SEC-01.1 @role-verifier @negative @parent-ATT-08.1
    Scenario: Verifier refuses evidence whose chain ends in another root
      Given the SUT plays the verifier
      And the attesting-environment has the defect wrong-root
      When the application-owner asks for analytics on sev-snp
      Then the verifier refuses an appraisal as untrusted-root

    @id-SEC-01.2 @role-application-owner @negative @parent-ATT-10.1
    Scenario: Application owner withholds its secrets when the chain ends in another root
      Given the SUT plays the application-owner
      And the attesting-environment has the defect wrong-root
      When the application-owner asks for analytics on sev-snp
      Then the application-owner sends neither application nor data
      And the verifier refuses an appraisal as untrusted-root

    @id-SEC-01.3 @role-tam @negative @parent-ARCH-18.1
    Scenario: TAM sends no middleware to hardware of another root
      Given the SUT plays the tam
      And the attesting-environment has the defect wrong-root
      When the teep-broker opens a session for analytics on sev-snp
      Then the tam sends no Update with a manifest

  @req-SEC-02 @level-derived
  Rule: Certificate or signature identify the CPU

    @role-verifier @negative @parent-ATT-08.1
    Scenario Outline: Verifier refuses evidence of <which> chip
      Given the SUT plays the verifier
      And the attesting-environment has the defect <defect>
      When the application-owner asks for analytics on sev-snp
      Then the verifier refuses an appraisal as <reason>

      @id-SEC-02.1
      Examples:
        | which       | defect        | reason               |
        | an unknown  | unknown-chip  | endorsement-mismatch |

      @id-SEC-02.2
      Examples:
        | which       | defect        | reason               |
        | a forged    | bad-signature | invalid-signature    |

    @role-application-owner @negative @parent-ATT-10.1
    Scenario Outline: Application owner withholds its secrets from <which> chip
      Given the SUT plays the application-owner
      And the attesting-environment has the defect <defect>
      When the application-owner asks for analytics on sev-snp
      Then the application-owner sends neither application nor data
      And the verifier refuses an appraisal as <reason>

      @id-SEC-02.3
      Examples:
        | which      | defect       | reason               |
        | an unknown | unknown-chip | endorsement-mismatch |

      @id-SEC-02.4
      Examples:
        | which      | defect       | reason        |
        | a debugged | debug-policy | debug-enabled |
