@packaging @teep
Feature: Section 4, the TEEP Agent is attested for the TAM

  @req-PACK-03 @level-step @role-tam
  Rule: Case 1: the TAM has the evidence of the Agent appraised

    Scenario Outline: TAM has the Agent of a <instance> appraised in case 1
      Given the SUT plays the tam
      When the application-owner brings the packages of case 1 for a confidential <instance> on sev-snp
      Then the tam asks the verifier for appraisals
      And the middleware answers the bundles with what the application makes of the personal data

      @id-PACK-03.1
      Examples:
        | instance  |
        | container |

      @id-PACK-03.2
      Examples:
        | instance |
        | vm       |

    @id-PACK-03.3 @negative @parent-PACK-03.1
    Scenario: TAM deploys nothing in case 1 when its Verifier refuses the evidence
      Given the SUT plays the tam
      And the platform changes the agent
      When the application-owner brings the packages of case 1 for a confidential container on sev-snp
      Then the tam asks the verifier for appraisals
      And the tam sends no Update with a manifest

  @req-PACK-04 @level-step @role-tam
  Rule: Case 2: the TAM has the evidence of the Agent appraised

    Scenario Outline: TAM has the Agent of a <instance> appraised in case 2
      Given the SUT plays the tam
      When the application-owner brings the packages of case 2 for a confidential <instance> on sev-snp
      Then the tam asks the verifier for appraisals
      And the middleware answers the data with what the application makes of the personal data

      @id-PACK-04.1
      Examples:
        | instance  |
        | container |

      @id-PACK-04.2
      Examples:
        | instance |
        | vm       |

    @id-PACK-04.3 @negative @parent-PACK-04.1
    Scenario: TAM deploys nothing in case 2 when its Verifier refuses the evidence
      Given the SUT plays the tam
      And the platform changes the agent
      When the application-owner brings the packages of case 2 for a confidential container on sev-snp
      Then the tam asks the verifier for appraisals
      And the tam sends no Update with a manifest

  @req-PACK-05 @level-step @role-tam
  Rule: Case 3: the TAM has the evidence of the Agent appraised

    Scenario Outline: TAM has the Agent of a <instance> appraised in case 3
      Given the SUT plays the tam
      When the application-owner brings the packages of case 3 for a confidential <instance> on sev-snp
      Then the tam asks the verifier for appraisals
      And the middleware answers the data with what the application makes of the personal data

      @id-PACK-05.1
      Examples:
        | instance  |
        | container |

      @id-PACK-05.2
      Examples:
        | instance |
        | vm       |

    @id-PACK-05.3 @negative @parent-PACK-05.1
    Scenario: TAM deploys nothing in case 3 when its Verifier refuses the evidence
      Given the SUT plays the tam
      And the platform changes the agent
      When the application-owner brings the packages of case 3 for a confidential container on sev-snp
      Then the tam asks the verifier for appraisals
      And the tam sends no Update with a manifest

  @req-PACK-06 @level-step @role-tam
  Rule: Case 4: the TAM has the evidence of the Agent appraised

    Scenario Outline: TAM has the Agent of a <instance> appraised in case 4
      Given the SUT plays the tam
      When the application-owner brings the packages of case 4 for a confidential <instance> on sev-snp
      Then the tam asks the verifier for appraisals
      And the middleware answers the bundles with what the application makes of the personal data

      @id-PACK-06.1
      Examples:
        | instance  |
        | container |

      @id-PACK-06.2
      Examples:
        | instance |
        | vm       |

    @id-PACK-06.3 @negative @parent-PACK-06.1
    Scenario: TAM deploys nothing in case 4 when its Verifier refuses the evidence
      Given the SUT plays the tam
      And the platform changes the agent
      When the application-owner brings the packages of case 4 for a confidential container on sev-snp
      Then the tam asks the verifier for appraisals
      And the tam sends no Update with a manifest

  @req-PACK-07 @level-step @role-tam
  Rule: Case 5: the TAM has the evidence of the Agent appraised

    Scenario Outline: TAM has the Agent of a <instance> appraised in case 5
      Given the SUT plays the tam
      When the application-owner brings the packages of case 5 for a confidential <instance> on sev-snp
      Then the tam asks the verifier for appraisals
      And the middleware answers the results with what the application makes of the personal data

      @id-PACK-07.1
      Examples:
        | instance  |
        | container |

      @id-PACK-07.2
      Examples:
        | instance |
        | vm       |

    @id-PACK-07.3 @negative @parent-PACK-07.1
    Scenario: TAM deploys nothing in case 5 when its Verifier refuses the evidence
      Given the SUT plays the tam
      And the platform changes the agent
      When the application-owner brings the packages of case 5 for a confidential container on sev-snp
      Then the tam asks the verifier for appraisals
      And the tam sends no Update with a manifest
