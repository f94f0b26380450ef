@ccican @rats @format-sev-snp
Feature: Section 7, the CPU is the root of trust

  @req-SEC-01 @level-derived
  Rule: The CPU hardware is the root of trust

    @role-verifier @negative
    Scenario Outline: Verifier refuses evidence whose chain ends in another root
      Given the SUT plays the verifier
      And the attesting-environment is <format>
      And the attesting-environment has the defect wrong-root
      When the application-owner asks for analytics on <format>
      Then the verifier refuses an appraisal as untrusted-root

      @id-SEC-01.1 @parent-ATT-08.1 @format-sev-snp
      Examples:
        | format  |
        | sev-snp |

      @id-SEC-01.4 @parent-ATT-08.11 @format-sgx
      Examples:
        | format |
        | sgx    |

      @id-SEC-01.5 @parent-ATT-08.12 @format-tdx
      Examples:
        | format |
        | tdx    |

      @id-SEC-01.10 @parent-ATT-08.31 @format-psa
      Examples:
        | format |
        | psa    |

      @id-SEC-01.14 @parent-ATT-08.51 @format-cca
      Examples:
        | format |
        | cca    |

    @role-application-owner @negative
    Scenario Outline: Application owner withholds its secrets when the chain ends in another root
      Given the SUT plays the application-owner
      And the attesting-environment is <format>
      And the attesting-environment has the defect wrong-root
      When the application-owner asks for analytics on <format>
      Then the application-owner sends neither application nor data
      And the verifier refuses an appraisal as untrusted-root

      @id-SEC-01.2 @parent-ATT-10.1 @format-sev-snp
      Examples:
        | format  |
        | sev-snp |

      @id-SEC-01.6 @parent-ATT-10.5 @format-sgx
      Examples:
        | format |
        | sgx    |

      @id-SEC-01.7 @parent-ATT-10.6 @format-tdx
      Examples:
        | format |
        | tdx    |

      @id-SEC-01.11 @parent-ATT-10.9 @format-psa
      Examples:
        | format |
        | psa    |

      @id-SEC-01.15 @parent-ATT-10.13 @format-cca
      Examples:
        | format |
        | cca    |

    @role-tam @negative
    Scenario Outline: TAM sends no middleware to hardware of another root
      Given the SUT plays the tam
      And the attesting-environment is <format>
      And the attesting-environment has the defect wrong-root
      When the teep-broker opens a session for analytics on <format>
      Then the tam sends no Update with a manifest

      @id-SEC-01.3 @parent-ARCH-18.1 @format-sev-snp
      Examples:
        | format  |
        | sev-snp |

      @id-SEC-01.8 @parent-ARCH-18.2 @format-sgx
      Examples:
        | format |
        | sgx    |

      @id-SEC-01.9 @parent-ARCH-18.3 @format-tdx
      Examples:
        | format |
        | tdx    |

      @id-SEC-01.12 @parent-ARCH-18.4 @format-psa
      Examples:
        | format |
        | psa    |

      @id-SEC-01.13 @parent-ARCH-18.5 @format-eat
      Examples:
        | format |
        | eat    |

      @id-SEC-01.16 @parent-ARCH-18.6 @format-cca
      Examples:
        | format |
        | cca    |

  @req-SEC-02 @level-derived
  Rule: Certificate or signature identify the CPU

    @role-verifier @negative
    Scenario Outline: Verifier refuses evidence of <which> chip
      Given the SUT plays the verifier
      And the attesting-environment is <format>
      And the attesting-environment has the defect <defect>
      When the application-owner asks for analytics on <format>
      Then the verifier refuses an appraisal as <reason>

      @id-SEC-02.1 @parent-ATT-08.1 @format-sev-snp
      Examples:
        | format  | which      | defect       | reason               |
        | sev-snp | an unknown | unknown-chip | endorsement-mismatch |

      @id-SEC-02.2 @parent-ATT-08.1 @format-sev-snp
      Examples:
        | format  | which    | defect        | reason            |
        | sev-snp | a forged | bad-signature | invalid-signature |

      @id-SEC-02.5 @parent-ATT-08.11 @format-sgx
      Examples:
        | format | which    | defect        | reason            |
        | sgx    | a forged | bad-signature | invalid-signature |

      @id-SEC-02.6 @parent-ATT-08.12 @format-tdx
      Examples:
        | format | which    | defect        | reason            |
        | tdx    | a forged | bad-signature | invalid-signature |

      @id-SEC-02.9 @parent-ATT-08.31 @format-psa
      Examples:
        | format | which    | defect        | reason            |
        | psa    | a forged | bad-signature | invalid-signature |

      @id-SEC-02.11 @parent-ATT-08.41 @format-eat
      Examples:
        | format | which    | defect        | reason            |
        | eat    | a forged | bad-signature | invalid-signature |

      @id-SEC-02.13 @parent-ATT-08.51 @format-cca
      Examples:
        | format | which    | defect        | reason            |
        | cca    | a forged | bad-signature | invalid-signature |

    @role-application-owner @negative
    Scenario Outline: Application owner withholds its secrets from <which> chip
      Given the SUT plays the application-owner
      And the attesting-environment is <format>
      And the attesting-environment has the defect <defect>
      When the application-owner asks for analytics on <format>
      Then the application-owner sends neither application nor data
      And the verifier refuses an appraisal as <reason>

      @id-SEC-02.3 @parent-ATT-10.1 @format-sev-snp
      Examples:
        | format  | which      | defect       | reason               |
        | sev-snp | an unknown | unknown-chip | endorsement-mismatch |

      @id-SEC-02.4 @parent-ATT-10.1 @format-sev-snp
      Examples:
        | format  | which      | defect       | reason        |
        | sev-snp | a debugged | debug-policy | debug-enabled |

      @id-SEC-02.7 @parent-ATT-10.5 @format-sgx
      Examples:
        | format | which      | defect | reason        |
        | sgx    | a debugged | debug  | debug-enabled |

      @id-SEC-02.8 @parent-ATT-10.6 @format-tdx
      Examples:
        | format | which      | defect | reason        |
        | tdx    | a debugged | debug  | debug-enabled |

      @id-SEC-02.10 @parent-ATT-10.9 @format-psa
      Examples:
        | format | which      | defect | reason        |
        | psa    | a debugged | debug  | debug-enabled |

      @id-SEC-02.12 @parent-ATT-10.11 @format-eat
      Examples:
        | format | which      | defect | reason        |
        | eat    | a debugged | debug  | debug-enabled |

      @id-SEC-02.14 @parent-ATT-10.13 @format-cca
      Examples:
        | format | which      | defect | reason        |
        | cca    | a debugged | debug  | debug-enabled |
