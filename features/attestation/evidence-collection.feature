@ccican @rats
Feature: Section 5 step (2), evidence is collected

  @req-ATT-04 @level-step @role-middleware
  Rule: The environment has its middleware collect the evidence

    @id-ATT-04.1
    Scenario: Middleware collects evidence for each request
      Given the SUT plays the middleware
      When the application-owner asks for analytics on sev-snp
      Then the middleware asks the attesting-environment for evidence each time it is asked for attestation

  @req-ATT-05 @level-step @role-middleware
  Rule: The middleware asks the attesting environment

    Scenario Outline: Middleware has its claims bound by the attesting environment
      Given the SUT plays the middleware
      And the attesting-environment is <format>
      When the application-owner asks for analytics on <format>
      Then each evidence request of the middleware carries the digest of its claims

      @id-ATT-05.1 @format-sev-snp
      Examples:
        | format  |
        | sev-snp |

      @id-ATT-05.2 @format-sgx
      Examples:
        | format |
        | sgx    |

      @id-ATT-05.3 @format-tdx
      Examples:
        | format |
        | tdx    |

      @id-ATT-05.4 @format-psa
      Examples:
        | format |
        | psa    |

      @id-ATT-05.5 @format-eat
      Examples:
        | format |
        | eat    |

      @id-ATT-05.6 @format-cca
      Examples:
        | format |
        | cca    |

  @req-ATT-06 @level-step @role-attesting-environment @format-sev-snp
  Rule: The attesting environment generates evidence and returns it

    Scenario Outline: Attesting environment returns evidence that carries the request's octets
      Given the SUT plays the attesting-environment
      And the attesting-environment is <format>
      When the application-owner asks for analytics on <format>
      Then the evidence carries the report data of its request
      And the evidence verifies with the key of its endorsement

      @id-ATT-06.1 @format-sev-snp
      Examples:
        | format  |
        | sev-snp |

      @id-ATT-06.2 @format-sgx
      Examples:
        | format |
        | sgx    |

      @id-ATT-06.3 @format-tdx
      Examples:
        | format |
        | tdx    |

      @id-ATT-06.4 @format-psa
      Examples:
        | format |
        | psa    |

      @id-ATT-06.5 @format-cca
      Examples:
        | format |
        | cca    |

      @id-ATT-06.6 @format-eat
      Examples:
        | format |
        | eat    |

  @req-SNP-25 @level-derived @role-attesting-environment @format-sev-snp
  Rule: Report data are the 64 octets of the request as they are

    @id-SNP-25.1
    Scenario: Attesting environment copies all 64 octets
      Given the SUT plays the attesting-environment
      When the attesting-environment is asked for evidence with recognisable octets
      Then the evidence carries the report data of its request

  @req-ATT-09 @level-step @role-middleware
  Rule: The evidence goes to the owner

    Scenario Outline: Middleware sends the evidence to the application owner
      Given the SUT plays the middleware
      And the attesting-environment is <format>
      When the application-owner asks for analytics on <format>
      Then the middleware answers each attestation request with a collection of evidence
      And the evidence that the middleware returns is the attesting-environment's

      @id-ATT-09.1 @format-sev-snp
      Examples:
        | format  |
        | sev-snp |

      @id-ATT-09.2 @format-sgx
      Examples:
        | format |
        | sgx    |

      @id-ATT-09.3 @format-tdx
      Examples:
        | format |
        | tdx    |

      @id-ATT-09.4 @format-psa
      Examples:
        | format |
        | psa    |

      @id-ATT-09.5 @format-eat
      Examples:
        | format |
        | eat    |

      @id-ATT-09.6 @format-cca
      Examples:
        | format |
        | cca    |
