@ccican @rats
Feature: Section 7, the connection between owner and application is protected

  @req-SEC-03 @level-derived
  Rule: A security protocol protects the connection

    @id-SEC-03.1 @role-middleware
    Scenario: Middleware speaks TLS 1.3
      Given the SUT plays the middleware
      When the application-owner asks for analytics on sev-snp
      Then everything between application-owner and middleware goes over TLS 1.3

    @id-SEC-03.2 @role-middleware @negative @parent-SEC-03.1
    Scenario: Middleware does not answer in the clear
      Given the SUT plays the middleware
      When the middleware is asked for attestation without TLS
      Then the middleware answers nothing in the clear

    @role-application-owner @negative
    Scenario Outline: Application owner withholds its secrets when somebody stands in the connection
      Given the SUT plays the application-owner
      And the attesting-environment is <format>
      And somebody with a key of its own stands between application-owner and middleware
      When the application-owner asks for analytics on <format>
      Then the application-owner sends neither application nor data
      And the verifier refuses an appraisal as binding-mismatch

      @id-SEC-03.3 @parent-ATT-10.1 @format-sev-snp
      Examples:
        | format  |
        | sev-snp |

      @id-SEC-03.6 @parent-ATT-10.5 @format-sgx
      Examples:
        | format |
        | sgx    |

      @id-SEC-03.7 @parent-ATT-10.6 @format-tdx
      Examples:
        | format |
        | tdx    |

      @id-SEC-03.10 @parent-ATT-10.9 @format-psa
      Examples:
        | format |
        | psa    |

      @id-SEC-03.12 @parent-ATT-10.11 @format-eat
      Examples:
        | format |
        | eat    |

      @id-SEC-03.14 @parent-ATT-10.13 @format-cca
      Examples:
        | format |
        | cca    |

    @role-verifier @negative
    Scenario Outline: Verifier refuses evidence for another connection
      Given the SUT plays the verifier
      And the attesting-environment is <format>
      When the verifier is asked to appraise evidence with the flaw other-channel
      Then the verifier refuses an appraisal as binding-mismatch

      @id-SEC-03.4 @parent-ATT-08.4 @format-sev-snp
      Examples:
        | format  |
        | sev-snp |

      @id-SEC-03.8 @parent-ATT-08.25 @format-sgx
      Examples:
        | format |
        | sgx    |

      @id-SEC-03.9 @parent-ATT-08.26 @format-tdx
      Examples:
        | format |
        | tdx    |

      @id-SEC-03.11 @parent-ATT-08.38 @format-psa
      Examples:
        | format |
        | psa    |

      @id-SEC-03.13 @parent-ATT-08.48 @format-eat
      Examples:
        | format |
        | eat    |

      @id-SEC-03.15 @parent-ATT-08.58 @format-cca
      Examples:
        | format |
        | cca    |

    @id-SEC-03.5 @role-application-owner @negative @parent-ATT-10.1
    Scenario: Application owner withholds its secrets when somebody takes over the connection after the attestation
      Given the SUT plays the application-owner
      And somebody with a key of its own takes over the connection after the attestation
      When the application-owner asks for analytics on sev-snp
      Then the application-owner sends neither application nor data
