@packaging @teep
Feature: Section 4.3, TA and PD are packages of their own, with or without UA

  @req-PACK-30 @level-step @role-moc
  Rule: The UA is deployed in the REE

    Scenario Outline: M/OC has the UA deployed before the TA of a <instance>
      Given the SUT plays the moc
      When the application-owner brings the packages of case 3 for a confidential <instance> on sev-snp
      Then the load sequence is user-application, application

      @id-PACK-30.1
      Examples:
        | instance  |
        | container |

      @id-PACK-30.2
      Examples:
        | instance |
        | vm       |

  @req-PACK-31 @level-step @role-tam
  Rule: The TAM deploys the TA in the TEE

    Scenario Outline: TAM deploys the TA of a <instance>
      Given the SUT plays the tam
      When the application-owner brings the packages of case 3 for a confidential <instance> on sev-snp
      Then the load sequence is tam-attestation, application, attestation
      And the teep-agent reports Success for the Update

      @id-PACK-31.1
      Examples:
        | instance  |
        | container |

      @id-PACK-31.2
      Examples:
        | instance |
        | vm       |

    Scenario Outline: TAM deploys the TA of a <instance> that comes without UA
      Given the SUT plays the tam
      When the application-owner brings the packages of case 3, without user application, for a confidential <instance> on sev-snp
      Then the load sequence is tam-attestation, application, attestation
      And the teep-broker is brought no user application

      @id-PACK-31.3
      Examples:
        | instance  |
        | container |

      @id-PACK-31.4
      Examples:
        | instance |
        | vm       |

  @req-PACK-32 @level-step @role-application-owner
  Rule: The PD follow a positive attestation result

    Scenario Outline: Network User sends the PD to the TA of a <instance> after the attestation
      Given the SUT plays the application-owner
      When the application-owner brings the packages of case 3 for a confidential <instance> on sev-snp
      Then the load sequence is user-application, application, attestation, personal-data
      And the personal data reach nobody but the middleware

      @id-PACK-32.1
      Examples:
        | instance  |
        | container |

      @id-PACK-32.2
      Examples:
        | instance |
        | vm       |

    Scenario Outline: Network User without UA sends the PD to the TA of a <instance> after the attestation
      Given the SUT plays the application-owner
      When the application-owner brings the packages of case 3, without user application, for a confidential <instance> on sev-snp
      Then the load sequence is application, attestation, personal-data
      And the personal data reach nobody but the middleware

      @id-PACK-32.3
      Examples:
        | instance  |
        | container |

      @id-PACK-32.4
      Examples:
        | instance |
        | vm       |

    @negative @parent-PACK-32.1
    Scenario Outline: Network User withholds the personal data in case 3 when the appraisal for a <instance> is negative
      Given the SUT plays the application-owner
      And the verifier answers with a refusal
      When the application-owner brings the packages of case 3 for a confidential <instance> on sev-snp
      Then the application-owner sends no data

      @id-PACK-32.5
      Examples:
        | instance  |
        | container |

      @id-PACK-32.6
      Examples:
        | instance |
        | vm       |

    @id-PACK-32.7 @negative @parent-PACK-32.1
    Scenario: Network User withholds the personal data in case 3 when it is asked for it before the appraisal
      Given the SUT plays the application-owner
      And the middleware answers with a request for secrets
      When the application-owner brings the packages of case 3 for a confidential container on sev-snp
      Then the application-owner sends no data

    @id-PACK-32.8 @negative @parent-PACK-32.1
    Scenario: Network User withholds the personal data in case 3 when the evidence is for an earlier nonce
      Given the SUT plays the application-owner
      And the middleware answers with evidence for a stale nonce
      When the application-owner brings the packages of case 3 for a confidential container on sev-snp
      Then the application-owner sends no data
      And the verifier refuses an appraisal as stale-nonce

    @id-PACK-32.9 @negative @parent-PACK-32.1
    Scenario: Network User withholds the personal data in case 3 when the channel ends elsewhere
      Given the SUT plays the application-owner
      And somebody with a key of its own stands between application-owner and middleware
      When the application-owner brings the packages of case 3 for a confidential container on sev-snp
      Then the application-owner sends no data
      And the verifier refuses an appraisal as binding-mismatch

    @id-PACK-32.10 @negative @parent-PACK-32.1
    Scenario: Network User withholds the PD in case 3 when the TA is not in the TEE
      Given the SUT plays the application-owner
      And the teep-broker drops the Update
      When the application-owner brings the packages of case 3 for a confidential container on sev-snp
      Then the application-owner sends no data
