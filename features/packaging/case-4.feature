@packaging @teep
Feature: Section 4.4, TA and PD are one package, with or without UA

  @req-PACK-40 @level-step @role-application-owner
  Rule: The user deploys the UA in the REE

    Scenario Outline: Network User deploys the UA before the attestation of a <instance>
      Given the SUT plays the application-owner
      When the application-owner brings the packages of case 4 for a confidential <instance> on sev-snp
      Then the load sequence is user-application, attestation, bundle

      @id-PACK-40.1
      Examples:
        | instance  |
        | container |

      @id-PACK-40.2
      Examples:
        | instance |
        | vm       |

  @req-PACK-41 @level-step @role-application-owner
  Rule: TA and PD follow a positive attestation result

    Scenario Outline: Network User sends TA and PD to the Agent of a <instance> after the attestation
      Given the SUT plays the application-owner
      When the application-owner brings the packages of case 4 for a confidential <instance> on sev-snp
      Then the load sequence is user-application, attestation, bundle
      And the personal data reach nobody but the middleware

      @id-PACK-41.1
      Examples:
        | instance  |
        | container |

      @id-PACK-41.2
      Examples:
        | instance |
        | vm       |

    Scenario Outline: Network User without UA sends TA and PD to the Agent of a <instance> after the attestation
      Given the SUT plays the application-owner
      When the application-owner brings the packages of case 4, without user application, for a confidential <instance> on sev-snp
      Then the load sequence is attestation, bundle
      And the middleware answers the bundles with what the application makes of the personal data

      @id-PACK-41.3
      Examples:
        | instance  |
        | container |

      @id-PACK-41.4
      Examples:
        | instance |
        | vm       |

    @negative @parent-PACK-41.1
    Scenario Outline: Network User withholds its package in case 4 when the appraisal for a <instance> is negative
      Given the SUT plays the application-owner
      And the verifier answers with a refusal
      When the application-owner brings the packages of case 4 for a confidential <instance> on sev-snp
      Then the application-owner sends neither application nor data

      @id-PACK-41.5
      Examples:
        | instance  |
        | container |

      @id-PACK-41.6
      Examples:
        | instance |
        | vm       |

    @id-PACK-41.7 @negative @parent-PACK-41.1
    Scenario: Network User withholds its package in case 4 when it is asked for it before the appraisal
      Given the SUT plays the application-owner
      And the middleware answers with a request for secrets
      When the application-owner brings the packages of case 4 for a confidential container on sev-snp
      Then the application-owner sends neither application nor data

    @id-PACK-41.8 @negative @parent-PACK-41.1
    Scenario: Network User withholds its package in case 4 when the evidence is for an earlier nonce
      Given the SUT plays the application-owner
      And the middleware answers with evidence for a stale nonce
      When the application-owner brings the packages of case 4 for a confidential container on sev-snp
      Then the application-owner sends neither application nor data
      And the verifier refuses an appraisal as stale-nonce

    @id-PACK-41.9 @negative @parent-PACK-41.1
    Scenario: Network User withholds its package in case 4 when the channel ends elsewhere
      Given the SUT plays the application-owner
      And somebody with a key of its own stands between application-owner and middleware
      When the application-owner brings the packages of case 4 for a confidential container on sev-snp
      Then the application-owner sends neither application nor data
      And the verifier refuses an appraisal as binding-mismatch
