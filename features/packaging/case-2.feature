@packaging @teep
Feature: Section 4.2, UA and TA are one package, PD another

  @req-PACK-20 @level-step @role-moc
  Rule: The UA is deployed in the REE

    Scenario Outline: M/OC has the UA deployed before the TA of a <instance>
      Given the SUT plays the moc
      When the application-owner brings the packages of case 2 for a confidential <instance> on sev-snp
      Then the load sequence is user-application, application

      @id-PACK-20.1
      Examples:
        | instance  |
        | container |

      @id-PACK-20.2
      Examples:
        | instance |
        | vm       |

  @req-PACK-21 @level-step @role-tam
  Rule: The TAM deploys the TA in the TEE

    Scenario Outline: TAM deploys the TA of a <instance>
      Given the SUT plays the tam
      When the application-owner brings the packages of case 2 for a confidential <instance> on sev-snp
      Then the load sequence is tam-attestation, application, attestation
      And the teep-agent reports Success for the Update

      @id-PACK-21.1
      Examples:
        | instance  |
        | container |

      @id-PACK-21.2
      Examples:
        | instance |
        | vm       |

  @req-PACK-22 @level-step @role-application-owner
  Rule: The PD follow a positive attestation result

    Scenario Outline: Network User sends the PD to the TA of a <instance> after the attestation
      Given the SUT plays the application-owner
      When the application-owner brings the packages of case 2 for a confidential <instance> on sev-snp
      Then the load sequence is user-application, application, attestation, personal-data
      And the personal data reach nobody but the middleware

      @id-PACK-22.1
      Examples:
        | instance  |
        | container |

      @id-PACK-22.2
      Examples:
        | instance |
        | vm       |

    @negative @parent-PACK-22.1
    Scenario Outline: Network User withholds the personal data in case 2 when the appraisal for a <instance> is negative
      Given the SUT plays the application-owner
      And the verifier answers with a refusal
      When the application-owner brings the packages of case 2 for a confidential <instance> on sev-snp
      Then the application-owner sends no data

      @id-PACK-22.3
      Examples:
        | instance  |
        | container |

      @id-PACK-22.4
      Examples:
        | instance |
        | vm       |

    @id-PACK-22.5 @negative @parent-PACK-22.1
    Scenario: Network User withholds the personal data in case 2 when it is asked for it before the appraisal
      Given the SUT plays the application-owner
      And the middleware answers with a request for secrets
      When the application-owner brings the packages of case 2 for a confidential container on sev-snp
      Then the application-owner sends no data

    @id-PACK-22.6 @negative @parent-PACK-22.1
    Scenario: Network User withholds the personal data in case 2 when the evidence is for an earlier nonce
      Given the SUT plays the application-owner
      And the middleware answers with evidence for a stale nonce
      When the application-owner brings the packages of case 2 for a confidential container on sev-snp
      Then the application-owner sends no data
      And the verifier refuses an appraisal as stale-nonce

    @id-PACK-22.7 @negative @parent-PACK-22.1
    Scenario: Network User withholds the personal data in case 2 when the channel ends elsewhere
      Given the SUT plays the application-owner
      And somebody with a key of its own stands between application-owner and middleware
      When the application-owner brings the packages of case 2 for a confidential container on sev-snp
      Then the application-owner sends no data
      And the verifier refuses an appraisal as binding-mismatch

    @id-PACK-22.8 @negative @parent-PACK-22.1
    Scenario: Network User withholds the PD in case 2 when the TA is not in the TEE
      Given the SUT plays the application-owner
      And the teep-broker drops the Update
      When the application-owner brings the packages of case 2 for a confidential container on sev-snp
      Then the application-owner sends no data
