@packaging @teep
Feature: Sections 2.1 and 4, personal data are for the TEE alone

  @req-PACK-60 @level-derived @role-application-owner
  Rule: Nobody but the TEE reads the PD

    Scenario Outline: Network User shows its PD in case <case> to the TEE of a <instance> alone
      Given the SUT plays the application-owner
      When the application-owner brings the packages of case <case> for a confidential <instance> on sev-snp
      Then the personal data reach nobody but the middleware

      @id-PACK-60.1
      Examples:
        | case | instance  |
        | 1    | container |

      @id-PACK-60.2
      Examples:
        | case | instance |
        | 1    | vm       |

      @id-PACK-60.3
      Examples:
        | case | instance  |
        | 2    | container |

      @id-PACK-60.4
      Examples:
        | case | instance |
        | 2    | vm       |

      @id-PACK-60.5
      Examples:
        | case | instance  |
        | 3    | container |

      @id-PACK-60.6
      Examples:
        | case | instance |
        | 3    | vm       |

      @id-PACK-60.7
      Examples:
        | case | instance  |
        | 4    | container |

      @id-PACK-60.8
      Examples:
        | case | instance |
        | 4    | vm       |

    Scenario Outline: Network User shows its PD in case 5 to nobody, and yet the TA of a <instance> has it
      Given the SUT plays the application-owner
      When the application-owner brings the packages of case 5 for a confidential <instance> on sev-snp
      Then no message shows the personal data
      And the middleware answers the results with what the application makes of the personal data

      @id-PACK-60.9
      Examples:
        | instance  |
        | container |

      @id-PACK-60.10
      Examples:
        | instance |
        | vm       |

  @req-PACK-61 @level-derived @role-tam
  Rule: A package of the TAM holds no personal data

    @id-PACK-61.1
    Scenario: TAM places a package of its own without personal data
      Given the SUT plays the tam
      When the application-owner brings the packages of case 2 for a confidential container on sev-snp
      Then the tam sends an Update with a manifest
      And the teep-agent reports Success for the Update

    @id-PACK-61.2 @negative @parent-PACK-61.1
    Scenario: TAM refuses a package of its own with personal data
      Given the SUT plays the tam
      And the middleware-repository offers a package with personal data
      When the application-owner brings the packages of case 2 for a confidential container on sev-snp
      Then the tam refuses the placements request as policy-violated
      And the moc does not ask the teep-broker for wake-ups
