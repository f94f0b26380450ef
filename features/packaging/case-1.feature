@packaging @teep
Feature: Section 4.1, UA, TA and PD are one package

  @req-PACK-10 @level-step @role-application-owner
  Rule: The package follows a positive attestation result

    Scenario Outline: Network User sends the package to the Agent of a <instance> after the attestation
      Given the SUT plays the application-owner
      When the application-owner brings the packages of case 1 for a confidential <instance> on sev-snp
      Then the load sequence is attestation, bundle
      And the personal data reach nobody but the middleware

      @id-PACK-10.1
      Examples:
        | instance  |
        | container |

      @id-PACK-10.2
      Examples:
        | instance |
        | vm       |

    @negative @parent-PACK-10.1
    Scenario Outline: Network User withholds its package in case 1 when the appraisal for a <instance> is negative
      Given the SUT plays the application-owner
      And the verifier answers with a refusal
      When the application-owner brings the packages of case 1 for a confidential <instance> on sev-snp
      Then the application-owner sends neither application nor data

      @id-PACK-10.3
      Examples:
        | instance  |
        | container |

      @id-PACK-10.4
      Examples:
        | instance |
        | vm       |

    @id-PACK-10.5 @negative @parent-PACK-10.1
    Scenario: Network User withholds its package in case 1 when it is asked for it before the appraisal
      Given the SUT plays the application-owner
      And the middleware answers with a request for secrets
      When the application-owner brings the packages of case 1 for a confidential container on sev-snp
      Then the application-owner sends neither application nor data

    @id-PACK-10.6 @negative @parent-PACK-10.1
    Scenario: Network User withholds its package in case 1 when the evidence is for an earlier nonce
      Given the SUT plays the application-owner
      And the middleware answers with evidence for a stale nonce
      When the application-owner brings the packages of case 1 for a confidential container on sev-snp
      Then the application-owner sends neither application nor data
      And the verifier refuses an appraisal as stale-nonce

    @id-PACK-10.7 @negative @parent-PACK-10.1
    Scenario: Network User withholds its package in case 1 when the channel ends elsewhere
      Given the SUT plays the application-owner
      And somebody with a key of its own stands between application-owner and middleware
      When the application-owner brings the packages of case 1 for a confidential container on sev-snp
      Then the application-owner sends neither application nor data
      And the verifier refuses an appraisal as binding-mismatch

  @req-PACK-11 @level-step @role-middleware
  Rule: TA and PD go into the TEE, then the UA into the REE

    Scenario Outline: TEEP Agent of a <instance> deploys what is in the package
      Given the SUT plays the middleware
      When the application-owner brings the packages of case 1 for a confidential <instance> on sev-snp
      Then the load sequence is attestation, bundle, user-application
      And the middleware answers the bundles with what the application makes of the personal data

      @id-PACK-11.1
      Examples:
        | instance  |
        | container |

      @id-PACK-11.2
      Examples:
        | instance |
        | vm       |
