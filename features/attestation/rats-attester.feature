@rats
Feature: What the architecture of remote attestation asks of Attesters

  @req-RATS-06 @level-derived
  Rule: A layer is measured from below

    @role-attesting-environment
    Scenario Outline: Attesting environment measures another Agent otherwise
      Given the SUT plays the attesting-environment
      And the attesting-environment is <format>
      When the application-owner asks for analytics on <format>
      And the platform changes the agent
      And the application-owner asks for analytics on <format>
      Then the two environments have different measurements

      @id-RATS-06.1 @format-sev-snp
      Examples:
        | format  |
        | sev-snp |

      @id-RATS-06.2 @format-sgx
      Examples:
        | format |
        | sgx    |

      @id-RATS-06.3 @format-tdx
      Examples:
        | format |
        | tdx    |

  @req-RATS-07 @level-derived
  Rule: What was measured stays measured

    @id-RATS-07.1 @role-teep-agent @format-tdx
    Scenario: TEEP Agent has each event of its log in a register
      Given the SUT plays the teep-agent
      And the attesting-environment is tdx
      When the application-owner asks for analytics on tdx
      Then the attested event log names the middleware of the Update
      And the verifier accepts each appraisal

  @req-RATS-11 @level-derived
  Rule: A passport is carried unopened

    @id-RATS-11.1 @role-teep-agent
    Scenario: TEEP Agent brings the result as the Verifier gave it
      Given the SUT plays the teep-agent
      When the tam sends a QueryRequest for attestation without its challenge
      Then the teep-agent brings each result as the verifier gave it

  @req-RATS-20 @level-derived
  Rule: Evidence stays between those whom it concerns

    @id-RATS-20.1 @role-middleware
    Scenario: Middleware gives Evidence over the secure connection alone
      Given the SUT plays the middleware
      When the application-owner asks for analytics on sev-snp
      Then the evidence of the middleware reaches application-owner and verifier alone

    @id-RATS-20.2 @role-middleware @negative @parent-RATS-20.1
    Scenario: Middleware gives no Evidence in the clear
      Given the SUT plays the middleware
      When the middleware is asked for attestation without TLS
      Then the evidence of the middleware reaches application-owner and verifier alone

  @req-RATS-47 @level-derived
  Rule: Evidence is of now

    @role-middleware
    Scenario Outline: Middleware has the application attested that was deployed since
      Given the SUT plays the middleware
      And the attesting-environment is <format>
      When the application-owner asks for analytics on <format>
      Then the attested event log names the application of the application-owner

      @id-RATS-47.1 @format-sev-snp
      Examples:
        | format  |
        | sev-snp |

      @id-RATS-47.2 @format-sgx
      Examples:
        | format |
        | sgx    |

      @id-RATS-47.3 @format-tdx
      Examples:
        | format |
        | tdx    |

      @id-RATS-47.4 @format-psa
      Examples:
        | format |
        | psa    |

      @id-RATS-47.5 @format-eat
      Examples:
        | format |
        | eat    |

      @id-RATS-47.6 @format-cca
      Examples:
        | format |
        | cca    |
