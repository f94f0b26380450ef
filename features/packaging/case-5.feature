@packaging @teep
Feature: Section 4.5, UA and PD are one package, TA another

  @req-PACK-50 @level-step @role-tam
  Rule: The TA follows a positive attestation result

    Scenario Outline: TAM deploys the TA of a <instance> after the attestation
      Given the SUT plays the tam
      When the application-owner brings the packages of case 5 for a confidential <instance> on sev-snp
      Then the load sequence is tam-attestation, application
      And the middleware answers the results with what the application makes of the personal data

      @id-PACK-50.1
      Examples:
        | instance  |
        | container |

      @id-PACK-50.2
      Examples:
        | instance |
        | vm       |

    @id-PACK-50.3 @negative @parent-PACK-50.1
    Scenario: TAM deploys no TA in case 5 in hardware of another root
      Given the SUT plays the tam
      And the attesting-environment has the defect wrong-root
      When the application-owner brings the packages of case 5 for a confidential container on sev-snp
      Then the tam asks the verifier for appraisals
      And the tam sends no Update with a manifest

  @req-PACK-51 @level-step @role-application-owner
  Rule: The package of UA and PD is decrypted inside the TEE

    Scenario Outline: Network User has the PD decrypted by the TA of a <instance>
      Given the SUT plays the application-owner
      When the application-owner brings the packages of case 5 for a confidential <instance> on sev-snp
      Then the load sequence is attestation, application
      And no message shows the personal data
      And the middleware answers the results with what the application makes of the personal data

      @id-PACK-51.1
      Examples:
        | instance  |
        | container |

      @id-PACK-51.2
      Examples:
        | instance |
        | vm       |

    @negative @parent-PACK-51.1
    Scenario Outline: Network User brings nothing in case 5 when the appraisal for a <instance> is negative
      Given the SUT plays the application-owner
      And the verifier answers with a refusal
      When the application-owner brings the packages of case 5 for a confidential <instance> on sev-snp
      Then the application-owner brings neither application nor data

      @id-PACK-51.3
      Examples:
        | instance  |
        | container |

      @id-PACK-51.4
      Examples:
        | instance |
        | vm       |

    @id-PACK-51.5 @negative @parent-PACK-51.1
    Scenario: Network User brings nothing in case 5 when it is asked for it before the appraisal
      Given the SUT plays the application-owner
      And the middleware answers with a request for secrets
      When the application-owner brings the packages of case 5 for a confidential container on sev-snp
      Then the application-owner brings neither application nor data

    @id-PACK-51.6 @negative @parent-PACK-51.1
    Scenario: Network User brings nothing in case 5 when the channel ends elsewhere
      Given the SUT plays the application-owner
      And somebody with a key of its own stands between application-owner and middleware
      When the application-owner brings the packages of case 5 for a confidential container on sev-snp
      Then the application-owner brings neither application nor data
      And the verifier refuses an appraisal as binding-mismatch
