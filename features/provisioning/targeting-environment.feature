@ccican
Feature: Section 4 step (3), the environment is created and middleware unpacked in it

  @req-PROV-04 @level-step
  Rule: The Broker has the platform create an environment with a TEEP Agent

    @id-PROV-04.1 @role-teep-broker
    Scenario: TEEP Broker asks the platform for an environment
      Given the SUT plays the teep-broker
      When the application-owner asks for analytics on sev-snp
      Then the teep-broker asks the platform for environments

    @role-platform
    Scenario Outline: Platform launches an environment that holds the TEEP Agent
      Given the SUT plays the platform
      And the attesting-environment is <format>
      When the application-owner asks for analytics on <format>
      Then the platform launches the TEEP Agent that the network trusts

      @id-PROV-04.2 @format-sev-snp
      Examples:
        | format  |
        | sev-snp |

      @id-PROV-04.4 @format-sgx
      Examples:
        | format |
        | sgx    |

      @id-PROV-04.5 @format-tdx
      Examples:
        | format |
        | tdx    |

      @id-PROV-04.6 @format-psa
      Examples:
        | format |
        | psa    |

      @id-PROV-04.7 @format-eat
      Examples:
        | format |
        | eat    |

      @id-PROV-04.8 @format-cca
      Examples:
        | format |
        | cca    |

    @id-PROV-04.3 @role-platform @negative @parent-PROV-04.2
    Scenario: Platform refuses a hardware type that it does not have
      Given the SUT plays the platform
      When the platform is asked for an environment on cca
      Then the platform refuses the environments request as not-available

  @req-PROV-05 @level-step @role-teep-broker
  Rule: Then the Broker connects to the TEEP Agent

    @id-PROV-05.1
    Scenario: TEEP Broker turns to the TEEP Agent once the environment exists
      Given the SUT plays the teep-broker
      When the application-owner asks for analytics on sev-snp
      Then the teep-broker asks the teep-agent for component-requests after it asked the platform for environments

  @req-PROV-06 @level-step @role-teep-agent
  Rule: The TEEP Agent receives the provisioning information

    Scenario Outline: TEEP Agent takes an Update of a TAM that it trusts
      Given the SUT plays the teep-agent
      And the attesting-environment is <format>
      When the teep-broker opens a session for analytics on <format>
      Then the teep-agent reports Success for the Update

      @id-PROV-06.1 @format-sev-snp
      Examples:
        | format  |
        | sev-snp |

      @id-PROV-06.3 @format-sgx
      Examples:
        | format |
        | sgx    |

      @id-PROV-06.4 @format-tdx
      Examples:
        | format |
        | tdx    |

      @id-PROV-06.5 @format-psa
      Examples:
        | format |
        | psa    |

      @id-PROV-06.6 @format-eat
      Examples:
        | format |
        | eat    |

      @id-PROV-06.7 @format-cca
      Examples:
        | format |
        | cca    |

    @id-PROV-06.2 @negative @parent-PROV-06.1
    Scenario: TEEP Agent refuses a TAM that it does not know
      Given the SUT plays the teep-agent
      And the tam signs with an unknown key
      When the teep-broker opens a session for analytics on sev-snp
      Then the teep-agent answers the altered message with an Error, or follows the other reading of A18
      And the teep-agent reports no Success

  @req-PROV-07 @level-step @role-teep-agent
  Rule: The TEEP Agent unpacks the provisioning information as middleware

    Scenario Outline: TEEP Agent unpacks the package of the Update
      Given the SUT plays the teep-agent
      And the attesting-environment is <format>
      When the application-owner asks for analytics on <format>
      Then the middleware that answers is the one of the Update

      @id-PROV-07.1 @format-sev-snp
      Examples:
        | format  |
        | sev-snp |

      @id-PROV-07.3 @format-sgx
      Examples:
        | format |
        | sgx    |

      @id-PROV-07.4 @format-tdx
      Examples:
        | format |
        | tdx    |

      @id-PROV-07.5 @format-psa
      Examples:
        | format |
        | psa    |

      @id-PROV-07.6 @format-eat
      Examples:
        | format |
        | eat    |

      @id-PROV-07.7 @format-cca
      Examples:
        | format |
        | cca    |

    @id-PROV-07.2 @negative @parent-PROV-07.1
    Scenario: TEEP Agent refuses a package that does not unpack to middleware
      Given the SUT plays the teep-agent
      And the middleware-repository packs something that is no middleware
      When the teep-broker opens a session for analytics on sev-snp
      Then the teep-agent answers the Update with error ERR_MANIFEST_PROCESSING_FAILED
      And the teep-agent reports no Success
