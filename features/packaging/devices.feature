@packaging @teep
Feature: Section 4, a confidential computing device is chosen for the packages

  @req-PACK-01 @level-step @role-application-owner
  Rule: The user asks the network for confidential computing resource

    Scenario Outline: Network User asks M/OC for a device for the packages of case <case>
      Given the SUT plays the application-owner
      When the application-owner brings the packages of case <case> for a confidential container on sev-snp
      Then the application-owner asks the moc for devices

      @id-PACK-01.1
      Examples:
        | case |
        | 1    |

      @id-PACK-01.2
      Examples:
        | case |
        | 2    |

      @id-PACK-01.3
      Examples:
        | case |
        | 3    |

      @id-PACK-01.4
      Examples:
        | case |
        | 4    |

      @id-PACK-01.5
      Examples:
        | case |
        | 5    |

  @req-PACK-02 @level-step @role-moc
  Rule: The device has instances of the type that is asked for

    Scenario Outline: M/OC takes a request for a confidential <instance> on sev-snp
      Given the SUT plays the moc
      When the application-owner brings the packages of case 2 for a confidential <instance> on sev-snp
      Then the moc asks the tam for placements

      @id-PACK-02.1
      Examples:
        | instance  |
        | container |

      @id-PACK-02.2
      Examples:
        | instance |
        | vm       |

    @negative @parent-PACK-02.1
    Scenario Outline: M/OC refuses a confidential <instance> on <hardware>
      Given the SUT plays the moc
      When the application-owner brings the packages of case 2 for a confidential <instance> on <hardware>
      Then the moc refuses the devices request as not-available
      And the moc does not ask the tam for placements

      @id-PACK-02.3
      Examples:
        | instance | hardware |
        | process  | sev-snp  |

      @id-PACK-02.4
      Examples:
        | instance | hardware |
        | process  | tdx      |

      @id-PACK-02.5
      Examples:
        | instance | hardware |
        | process  | cca      |

      @id-PACK-02.6
      Examples:
        | instance | hardware |
        | process  | csv      |

      @id-PACK-02.7
      Examples:
        | instance | hardware |
        | vm       | sgx      |

      @id-PACK-02.8
      Examples:
        | instance | hardware  |
        | vm       | trustzone |
