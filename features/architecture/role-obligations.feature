@ccican
Feature: What section 3 of the draft makes each role do

  @req-ARCH-01 @level-must
  Rule: The hardware isolates an environment and attests it

    @role-attesting-environment
    Scenario Outline: Attesting environment signs evidence for an environment that it launched
      Given the SUT plays the attesting-environment
      And the attesting-environment is <format>
      When the application-owner asks for analytics on <format>
      Then the attesting-environment launches an environment and gives evidence for it

      @id-ARCH-01.1 @format-sev-snp
      Examples:
        | format  |
        | sev-snp |

      @id-ARCH-01.3 @format-sgx
      Examples:
        | format |
        | sgx    |

      @id-ARCH-01.4 @format-tdx
      Examples:
        | format |
        | tdx    |

      @id-ARCH-01.5 @format-psa
      Examples:
        | format |
        | psa    |

      @id-ARCH-01.6 @format-eat
      Examples:
        | format |
        | eat    |

      @id-ARCH-01.7 @format-cca
      Examples:
        | format |
        | cca    |

    @id-ARCH-01.2 @role-attesting-environment @negative @parent-ARCH-01.1
    Scenario: Attesting environment refuses evidence for an environment that it never launched
      Given the SUT plays the attesting-environment
      When the attesting-environment is asked for evidence of an unknown environment
      Then the attesting-environment refuses the evidence request as not-available

  @req-ARCH-05 @level-derived
  Rule: The targeting environment is what the owner attests

    @id-ARCH-05.1 @role-application-owner
    Scenario: Application owner has the environment that it was given attested
      Given the SUT plays the application-owner
      When the application-owner asks for analytics on sev-snp
      Then the application-owner asks the middleware for attestation
      And the application-owner asks the verifier for appraisals after it asked the middleware for attestation

  @req-ARCH-06 @level-derived
  Rule: Agent, middleware and application are inside, and evidence covers each

    @role-attesting-environment
    Scenario Outline: Attesting environment measures the TEEP Agent that was loaded
      Given the SUT plays the attesting-environment
      And the attesting-environment is <format>
      When the application-owner asks for analytics on <format>
      And the platform changes the agent
      And the application-owner asks for analytics on <format>
      Then the two environments have different measurements

      @id-ARCH-06.1 @format-sev-snp
      Examples:
        | format  |
        | sev-snp |

      @id-ARCH-06.4 @format-sgx
      Examples:
        | format |
        | sgx    |

      @id-ARCH-06.5 @format-tdx
      Examples:
        | format |
        | tdx    |

      @id-ARCH-06.17 @format-psa
      Examples:
        | format |
        | psa    |

      @id-ARCH-06.18 @format-cca
      Examples:
        | format |
        | cca    |

      @id-ARCH-06.19 @format-eat
      Examples:
        | format |
        | eat    |

    @role-teep-agent
    Scenario Outline: TEEP Agent logs the middleware that it installed
      Given the SUT plays the teep-agent
      And the attesting-environment is <format>
      When the application-owner asks for analytics on <format>
      Then the attested event log names the middleware of the Update

      @id-ARCH-06.2 @format-sev-snp
      Examples:
        | format  |
        | sev-snp |

      @id-ARCH-06.6 @format-sgx
      Examples:
        | format |
        | sgx    |

      @id-ARCH-06.7 @format-tdx
      Examples:
        | format |
        | tdx    |

      @id-ARCH-06.10 @format-psa
      Examples:
        | format |
        | psa    |

      @id-ARCH-06.13 @format-eat
      Examples:
        | format |
        | eat    |

      @id-ARCH-06.15 @format-cca
      Examples:
        | format |
        | cca    |

    @role-middleware
    Scenario Outline: Middleware logs the application that it was given
      Given the SUT plays the middleware
      And the attesting-environment is <format>
      When the application-owner asks for analytics on <format>
      Then the attested event log names the application of the application-owner

      @id-ARCH-06.3 @format-sev-snp
      Examples:
        | format  |
        | sev-snp |

      @id-ARCH-06.8 @format-sgx
      Examples:
        | format |
        | sgx    |

      @id-ARCH-06.9 @format-tdx
      Examples:
        | format |
        | tdx    |

      @id-ARCH-06.11 @format-psa
      Examples:
        | format |
        | psa    |

      @id-ARCH-06.14 @format-eat
      Examples:
        | format |
        | eat    |

      @id-ARCH-06.16 @format-cca
      Examples:
        | format |
        | cca    |

    @role-teep-agent
    Scenario Outline: TEEP Agent extends a register with the middleware that it installed
      Given the SUT plays the teep-agent
      And the attesting-environment is <format>
      When the application-owner asks for analytics on <format>
      And the application-owner asks for imaging on <format>
      Then the two environments have different registers

      @id-ARCH-06.12 @format-tdx
      Examples:
        | format |
        | tdx    |

      @id-ARCH-06.20 @format-cca
      Examples:
        | format |
        | cca    |

  @req-ARCH-07 @level-derived
  Rule: The owner's application runs in the environment

    @role-middleware
    Scenario Outline: Middleware runs the application that it was given
      Given the SUT plays the middleware
      And the application-owner brings the <application> application
      When the application-owner asks for analytics on sev-snp
      Then the middleware returns the result of the <application> application

      @id-ARCH-07.1
      Examples:
        | application |
        | sum         |

      @id-ARCH-07.2
      Examples:
        | application |
        | maximum     |

  @req-ARCH-08 @level-derived
  Rule: Middleware makes attestation possible

    @id-ARCH-08.1 @role-middleware
    Scenario: Middleware answers an attestation request with evidence
      Given the SUT plays the middleware
      When the application-owner asks for analytics on sev-snp
      Then the middleware answers each attestation request with a collection of evidence

  @req-ARCH-10 @level-derived
  Rule: The Agent provisions middleware

    @id-ARCH-10.1 @role-teep-agent
    Scenario: TEEP Agent provisions middleware that then answers
      Given the SUT plays the teep-agent
      When the application-owner asks for analytics on sev-snp
      Then the teep-agent reports Success for the Update
      And the middleware that answers is the one of the Update

  @req-ARCH-12 @level-derived
  Rule: The Broker only carries

    @id-ARCH-12.1 @role-teep-broker
    Scenario: TEEP Broker hands on every TEEP message as it is
      Given the SUT plays the teep-broker
      When the application-owner asks for analytics on sev-snp
      Then the teep-broker hands on every TEEP message unchanged

  @req-ARCH-13 @level-derived
  Rule: The Broker needs nothing confidential

    @id-ARCH-13.1 @role-application-owner
    Scenario: Application owner lets nothing confidential reach the network
      Given the SUT plays the application-owner
      When the application-owner asks for analytics on sev-snp
      Then no secret of the application-owner reaches anybody but the middleware

  @req-ARCH-14 @level-derived
  Rule: Evidence comes from hardware

    @role-attesting-environment
    Scenario Outline: Attesting environment signs with the key that its endorsement names
      Given the SUT plays the attesting-environment
      And the attesting-environment is <format>
      When the application-owner asks for analytics on <format>
      Then the evidence verifies with the key of its endorsement

      @id-ARCH-14.1 @format-sev-snp
      Examples:
        | format  |
        | sev-snp |

      @id-ARCH-14.2 @format-sgx
      Examples:
        | format |
        | sgx    |

      @id-ARCH-14.3 @format-tdx
      Examples:
        | format |
        | tdx    |

      @id-ARCH-14.4 @format-psa
      Examples:
        | format |
        | psa    |

      @id-ARCH-14.5 @format-cca
      Examples:
        | format |
        | cca    |

      @id-ARCH-14.6 @format-eat
      Examples:
        | format |
        | eat    |

  @req-ARCH-16 @level-derived
  Rule: The attesting environment collects the evidence

    @role-middleware
    Scenario Outline: Middleware hands on the evidence that the attesting environment gave
      Given the SUT plays the middleware
      And the attesting-environment is <format>
      When the application-owner asks for analytics on <format>
      Then the evidence that the middleware returns is the attesting-environment's

      @id-ARCH-16.1 @format-sev-snp
      Examples:
        | format  |
        | sev-snp |

      @id-ARCH-16.2 @format-sgx
      Examples:
        | format |
        | sgx    |

      @id-ARCH-16.3 @format-tdx
      Examples:
        | format |
        | tdx    |

      @id-ARCH-16.4 @format-psa
      Examples:
        | format |
        | psa    |

      @id-ARCH-16.5 @format-eat
      Examples:
        | format |
        | eat    |

      @id-ARCH-16.6 @format-cca
      Examples:
        | format |
        | cca    |

  @req-ARCH-17 @level-derived
  Rule: M/OC orchestrates

    @id-ARCH-17.1 @role-moc
    Scenario: M/OC has the TAM choose before it wakes the Broker
      Given the SUT plays the moc
      When the application-owner asks for analytics on sev-snp
      Then the moc asks the teep-broker for wake-ups after it asked the tam for placements

  @req-ARCH-18 @level-derived
  Rule: The TAM provisions the middleware that an application needs

    @role-tam
    Scenario Outline: TAM sends middleware to an environment that it has appraised
      Given the SUT plays the tam
      And the attesting-environment is <format>
      When the teep-broker opens a session for analytics on <format>
      Then the tam sends an Update with a manifest

      @id-ARCH-18.1 @format-sev-snp
      Examples:
        | format  |
        | sev-snp |

      @id-ARCH-18.2 @format-sgx
      Examples:
        | format |
        | sgx    |

      @id-ARCH-18.3 @format-tdx
      Examples:
        | format |
        | tdx    |

      @id-ARCH-18.4 @format-psa
      Examples:
        | format |
        | psa    |

      @id-ARCH-18.5 @format-eat
      Examples:
        | format |
        | eat    |

      @id-ARCH-18.6 @format-cca
      Examples:
        | format |
        | cca    |

  @req-ARCH-19 @level-derived
  Rule: The repository keeps a variety of packages

    @id-ARCH-19.1 @role-middleware-repository
    Scenario: Middleware repository gives different packages for different application types
      Given the SUT plays the middleware-repository
      When the middleware-repository is asked for analytics on sev-snp
      And the middleware-repository is asked for imaging on sev-snp
      Then the middleware-repository gives two different packages

  @req-ARCH-20 @level-derived @role-middleware-repository
  Rule: Packages are found by application type and hardware type

    @id-ARCH-20.1
    Scenario: Middleware repository gives the package of both types
      Given the SUT plays the middleware-repository
      When the middleware-repository is asked for imaging on sev-snp
      Then the middleware-repository gives a package for imaging on sev-snp

    @id-ARCH-20.2 @negative @parent-ARCH-20.1
    Scenario: Middleware repository refuses an application type that it has nothing for
      Given the SUT plays the middleware-repository
      When the middleware-repository is asked for gaming on sev-snp
      Then the middleware-repository refuses the middleware request as not-available

    @id-ARCH-20.3 @negative @parent-ARCH-20.1
    Scenario: Middleware repository refuses a hardware type that it has nothing for
      Given the SUT plays the middleware-repository
      When the middleware-repository is asked for imaging on cca
      Then the middleware-repository refuses the middleware request as not-available
