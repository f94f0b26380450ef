@ccican @rats
Feature: Section 5 step (1), a secure connection and a request with a nonce

  @req-ATT-02 @level-step
  Rule: The owner opens a secure connection with the middleware

    @id-ATT-02.1 @role-application-owner
    Scenario: Application owner turns to the middleware over TLS 1.3 only
      Given the SUT plays the application-owner
      When the application-owner asks for analytics on sev-snp
      Then everything between application-owner and middleware goes over TLS 1.3

    @role-middleware
    Scenario Outline: Middleware shows the key that its evidence names
      Given the SUT plays the middleware
      And the attesting-environment is <format>
      When the application-owner asks for analytics on <format>
      Then the key of the secure connection is the one in the evidence

      @id-ATT-02.2 @format-sev-snp
      Examples:
        | format  |
        | sev-snp |

      @id-ATT-02.3 @format-sgx
      Examples:
        | format |
        | sgx    |

      @id-ATT-02.4 @format-tdx
      Examples:
        | format |
        | tdx    |

      @id-ATT-02.5 @format-psa
      Examples:
        | format |
        | psa    |

      @id-ATT-02.6 @format-eat
      Examples:
        | format |
        | eat    |

      @id-ATT-02.7 @format-cca
      Examples:
        | format |
        | cca    |

  @req-ATT-03 @level-step @role-application-owner
  Rule: The request has a nonce

    @id-ATT-03.1
    Scenario: Application owner sends a fresh nonce with each attestation request
      Given the SUT plays the application-owner
      When the application-owner asks for analytics on sev-snp
      And the application-owner asks for analytics on sev-snp
      Then every nonce of the application-owner has 8 to 64 octets and none comes twice

    @id-ATT-03.2
    Scenario: Application owner attests again with another nonce after it deployed its application
      Given the SUT plays the application-owner
      When the application-owner asks for analytics on sev-snp
      Then the application-owner attests again between application and data
      And every nonce of the application-owner has 8 to 64 octets and none comes twice

  @req-ATT-12 @level-derived
  Rule: Evidence answers the request it was made for

    @role-middleware
    Scenario Outline: Middleware binds its evidence to the nonce of the request
      Given the SUT plays the middleware
      And the attesting-environment is <format>
      When the application-owner asks for analytics on <format>
      Then each collection of evidence holds the nonce of its request
      And the claims of each collection are what its evidence binds

      @id-ATT-12.1 @format-sev-snp
      Examples:
        | format  |
        | sev-snp |

      @id-ATT-12.4 @format-sgx
      Examples:
        | format |
        | sgx    |

      @id-ATT-12.5 @format-tdx
      Examples:
        | format |
        | tdx    |

      @id-ATT-12.10 @format-psa
      Examples:
        | format |
        | psa    |

      @id-ATT-12.13 @format-eat
      Examples:
        | format |
        | eat    |

      @id-ATT-12.16 @format-cca
      Examples:
        | format |
        | cca    |

    @id-ATT-12.19 @role-middleware @negative @parent-ATT-12.1 @format-sev-snp
    Scenario: Middleware refuses a nonce that is shorter than nonces of EATs are
      Given the SUT plays the middleware
      And the attesting-environment is sev-snp
      And the application-owner asks with a nonce of 7 octets
      When the application-owner asks for analytics on sev-snp
      Then the middleware refuses the attestation request as out-of-range

    @role-application-owner @negative
    Scenario Outline: Application owner withholds its secrets when the evidence answers a stale nonce
      Given the SUT plays the application-owner
      And the attesting-environment is <format>
      And the middleware answers with evidence for a stale nonce
      When the application-owner asks for analytics on <format>
      Then the application-owner sends neither application nor data
      And the verifier refuses an appraisal as stale-nonce

      @id-ATT-12.2 @parent-ATT-10.1 @format-sev-snp
      Examples:
        | format  |
        | sev-snp |

      @id-ATT-12.6 @parent-ATT-10.5 @format-sgx
      Examples:
        | format |
        | sgx    |

      @id-ATT-12.7 @parent-ATT-10.6 @format-tdx
      Examples:
        | format |
        | tdx    |

      @id-ATT-12.11 @parent-ATT-10.9 @format-psa
      Examples:
        | format |
        | psa    |

      @id-ATT-12.14 @parent-ATT-10.11 @format-eat
      Examples:
        | format |
        | eat    |

      @id-ATT-12.17 @parent-ATT-10.13 @format-cca
      Examples:
        | format |
        | cca    |

    @role-verifier @negative
    Scenario Outline: Verifier refuses evidence for a stale nonce
      Given the SUT plays the verifier
      And the attesting-environment is <format>
      When the verifier is asked to appraise evidence with the flaw other-nonce
      Then the verifier refuses an appraisal as stale-nonce

      @id-ATT-12.3 @parent-ATT-08.4 @format-sev-snp
      Examples:
        | format  |
        | sev-snp |

      @id-ATT-12.8 @parent-ATT-08.25 @format-sgx
      Examples:
        | format |
        | sgx    |

      @id-ATT-12.9 @parent-ATT-08.26 @format-tdx
      Examples:
        | format |
        | tdx    |

      @id-ATT-12.12 @parent-ATT-08.38 @format-psa
      Examples:
        | format |
        | psa    |

      @id-ATT-12.15 @parent-ATT-08.48 @format-eat
      Examples:
        | format |
        | eat    |

      @id-ATT-12.18 @parent-ATT-08.58 @format-cca
      Examples:
        | format |
        | cca    |

    @id-ATT-12.20 @role-verifier @format-sev-snp
    Scenario: Verifier accepts evidence in a token that the attested teep-agent signed
      Given the SUT plays the verifier
      When the verifier is asked to appraise evidence in a teep-agent's token with the flaw none
      Then the verifier accepts each appraisal

    @id-ATT-12.21 @role-verifier @negative @parent-ATT-12.20 @format-sev-snp
    Scenario: Verifier refuses a token of a teep-agent for another nonce than its claims
      Given the SUT plays the verifier
      When the verifier is asked to appraise evidence in a teep-agent's token with the flaw other-nonce
      Then the verifier refuses an appraisal as stale-nonce
