@ccican @rats
Feature: Section 5 steps (3) and (4), evidence is appraised

  @req-ATT-08 @level-step
  Rule: The evidence is appraised against reference values

    @role-verifier
    Scenario Outline: Verifier accepts evidence that fits the reference values
      Given the SUT plays the verifier
      And the attesting-environment is <format>
      When the application-owner asks for analytics on <format>
      Then the verifier accepts each appraisal

      @id-ATT-08.1 @format-sev-snp
      Examples:
        | format  |
        | sev-snp |

      @id-ATT-08.11 @format-sgx
      Examples:
        | format |
        | sgx    |

      @id-ATT-08.12 @format-tdx
      Examples:
        | format |
        | tdx    |

      @id-ATT-08.31 @format-psa
      Examples:
        | format |
        | psa    |

      @id-ATT-08.41 @format-eat
      Examples:
        | format |
        | eat    |

      @id-ATT-08.51 @format-cca
      Examples:
        | format |
        | cca    |

    @role-verifier @negative
    Scenario Outline: Verifier refuses an environment when the <what>
      Given the SUT plays the verifier
      And the attesting-environment is <format>
      And the tam believes every environment
      And the <what>
      When the application-owner asks for analytics on <format>
      Then the verifier refuses an appraisal as <reason>

      @id-ATT-08.2 @parent-ATT-08.1 @format-sev-snp
      Examples:
        | format  | what                       | reason               |
        | sev-snp | platform changes the agent | measurement-mismatch |

      @id-ATT-08.3 @parent-ATT-08.1 @format-sev-snp
      Examples:
        | format  | what                                         | reason               |
        | sev-snp | middleware-repository changes the middleware | measurement-mismatch |

      @id-ATT-08.13 @parent-ATT-08.11 @format-sgx
      Examples:
        | format | what                       | reason               |
        | sgx    | platform changes the agent | measurement-mismatch |

      @id-ATT-08.14 @parent-ATT-08.11 @format-sgx
      Examples:
        | format | what                                         | reason               |
        | sgx    | middleware-repository changes the middleware | measurement-mismatch |

      @id-ATT-08.15 @parent-ATT-08.12 @format-tdx
      Examples:
        | format | what                       | reason               |
        | tdx    | platform changes the agent | measurement-mismatch |

      @id-ATT-08.16 @parent-ATT-08.12 @format-tdx
      Examples:
        | format | what                                         | reason               |
        | tdx    | middleware-repository changes the middleware | measurement-mismatch |

      @id-ATT-08.32 @parent-ATT-08.31 @format-psa
      Examples:
        | format | what                       | reason               |
        | psa    | platform changes the agent | measurement-mismatch |

      @id-ATT-08.33 @parent-ATT-08.31 @format-psa
      Examples:
        | format | what                                         | reason               |
        | psa    | middleware-repository changes the middleware | measurement-mismatch |

      @id-ATT-08.42 @parent-ATT-08.41 @format-eat
      Examples:
        | format | what                       | reason               |
        | eat    | platform changes the agent | measurement-mismatch |

      @id-ATT-08.43 @parent-ATT-08.41 @format-eat
      Examples:
        | format | what                                         | reason               |
        | eat    | middleware-repository changes the middleware | measurement-mismatch |

      @id-ATT-08.52 @parent-ATT-08.51 @format-cca
      Examples:
        | format | what                       | reason               |
        | cca    | platform changes the agent | measurement-mismatch |

      @id-ATT-08.53 @parent-ATT-08.51 @format-cca
      Examples:
        | format | what                                         | reason               |
        | cca    | middleware-repository changes the middleware | measurement-mismatch |

    @role-verifier @negative
    Scenario Outline: Verifier refuses evidence with the flaw <flaw>
      Given the SUT plays the verifier
      And the attesting-environment is <format>
      When the verifier is asked to appraise evidence with the flaw <flaw>
      Then the verifier refuses an appraisal as <reason>

      @id-ATT-08.7 @parent-ATT-08.4 @format-sev-snp
      Examples:
        | format  | flaw          | reason               |
        | sev-snp | no-middleware | measurement-mismatch |

      @id-ATT-08.8 @parent-ATT-08.4 @format-sev-snp
      Examples:
        | format  | flaw             | reason               |
        | sev-snp | other-middleware | measurement-mismatch |

      @id-ATT-08.9 @parent-ATT-08.4 @format-sev-snp
      Examples:
        | format  | flaw      | reason          |
        | sev-snp | other-log | digest-mismatch |

      @id-ATT-08.10 @parent-ATT-08.4 @format-sev-snp
      Examples:
        | format  | flaw           | reason           |
        | sev-snp | unbound-claims | binding-mismatch |

      @id-ATT-08.17 @parent-ATT-08.25 @format-sgx
      Examples:
        | format | flaw          | reason               |
        | sgx    | no-middleware | measurement-mismatch |

      @id-ATT-08.18 @parent-ATT-08.25 @format-sgx
      Examples:
        | format | flaw             | reason               |
        | sgx    | other-middleware | measurement-mismatch |

      @id-ATT-08.19 @parent-ATT-08.25 @format-sgx
      Examples:
        | format | flaw      | reason          |
        | sgx    | other-log | digest-mismatch |

      @id-ATT-08.20 @parent-ATT-08.25 @format-sgx
      Examples:
        | format | flaw           | reason           |
        | sgx    | unbound-claims | binding-mismatch |

      @id-ATT-08.21 @parent-ATT-08.26 @format-tdx
      Examples:
        | format | flaw          | reason               |
        | tdx    | no-middleware | measurement-mismatch |

      @id-ATT-08.22 @parent-ATT-08.26 @format-tdx
      Examples:
        | format | flaw             | reason               |
        | tdx    | other-middleware | measurement-mismatch |

      @id-ATT-08.23 @parent-ATT-08.26 @format-tdx
      Examples:
        | format | flaw      | reason          |
        | tdx    | other-log | digest-mismatch |

      @id-ATT-08.24 @parent-ATT-08.26 @format-tdx
      Examples:
        | format | flaw           | reason           |
        | tdx    | unbound-claims | binding-mismatch |

      @id-ATT-08.34 @parent-ATT-08.38 @format-psa
      Examples:
        | format | flaw          | reason               |
        | psa    | no-middleware | measurement-mismatch |

      @id-ATT-08.35 @parent-ATT-08.38 @format-psa
      Examples:
        | format | flaw             | reason               |
        | psa    | other-middleware | measurement-mismatch |

      @id-ATT-08.36 @parent-ATT-08.38 @format-psa
      Examples:
        | format | flaw      | reason          |
        | psa    | other-log | digest-mismatch |

      @id-ATT-08.37 @parent-ATT-08.38 @format-psa
      Examples:
        | format | flaw           | reason           |
        | psa    | unbound-claims | binding-mismatch |

      @id-ATT-08.44 @parent-ATT-08.48 @format-eat
      Examples:
        | format | flaw          | reason               |
        | eat    | no-middleware | measurement-mismatch |

      @id-ATT-08.45 @parent-ATT-08.48 @format-eat
      Examples:
        | format | flaw             | reason               |
        | eat    | other-middleware | measurement-mismatch |

      @id-ATT-08.46 @parent-ATT-08.48 @format-eat
      Examples:
        | format | flaw      | reason          |
        | eat    | other-log | digest-mismatch |

      @id-ATT-08.47 @parent-ATT-08.48 @format-eat
      Examples:
        | format | flaw           | reason           |
        | eat    | unbound-claims | binding-mismatch |

      @id-ATT-08.54 @parent-ATT-08.58 @format-cca
      Examples:
        | format | flaw          | reason               |
        | cca    | no-middleware | measurement-mismatch |

      @id-ATT-08.55 @parent-ATT-08.58 @format-cca
      Examples:
        | format | flaw             | reason               |
        | cca    | other-middleware | measurement-mismatch |

      @id-ATT-08.56 @parent-ATT-08.58 @format-cca
      Examples:
        | format | flaw      | reason          |
        | cca    | other-log | digest-mismatch |

      @id-ATT-08.57 @parent-ATT-08.58 @format-cca
      Examples:
        | format | flaw           | reason           |
        | cca    | unbound-claims | binding-mismatch |

    @role-verifier
    Scenario Outline: Verifier accepts evidence without a flaw
      Given the SUT plays the verifier
      And the attesting-environment is <format>
      When the verifier is asked to appraise evidence with the flaw none
      Then the verifier accepts each appraisal

      @id-ATT-08.4 @format-sev-snp
      Examples:
        | format  |
        | sev-snp |

      @id-ATT-08.25 @format-sgx
      Examples:
        | format |
        | sgx    |

      @id-ATT-08.26 @format-tdx
      Examples:
        | format |
        | tdx    |

      @id-ATT-08.38 @format-psa
      Examples:
        | format |
        | psa    |

      @id-ATT-08.48 @format-eat
      Examples:
        | format |
        | eat    |

      @id-ATT-08.58 @format-cca
      Examples:
        | format |
        | cca    |

    @role-application-owner @negative
    Scenario Outline: Application owner withholds its secrets when the <what>
      Given the SUT plays the application-owner
      And the attesting-environment is <format>
      And the tam believes every environment
      And the <what>
      When the application-owner asks for analytics on <format>
      Then the application-owner sends neither application nor data
      And the verifier refuses an appraisal as measurement-mismatch

      @id-ATT-08.5 @parent-ATT-10.1 @format-sev-snp
      Examples:
        | format  | what                       |
        | sev-snp | platform changes the agent |

      @id-ATT-08.6 @parent-ATT-10.1 @format-sev-snp
      Examples:
        | format  | what                                         |
        | sev-snp | middleware-repository changes the middleware |

      @id-ATT-08.27 @parent-ATT-10.5 @format-sgx
      Examples:
        | format | what                       |
        | sgx    | platform changes the agent |

      @id-ATT-08.28 @parent-ATT-10.5 @format-sgx
      Examples:
        | format | what                                         |
        | sgx    | middleware-repository changes the middleware |

      @id-ATT-08.29 @parent-ATT-10.6 @format-tdx
      Examples:
        | format | what                       |
        | tdx    | platform changes the agent |

      @id-ATT-08.30 @parent-ATT-10.6 @format-tdx
      Examples:
        | format | what                                         |
        | tdx    | middleware-repository changes the middleware |

      @id-ATT-08.39 @parent-ATT-10.9 @format-psa
      Examples:
        | format | what                       |
        | psa    | platform changes the agent |

      @id-ATT-08.40 @parent-ATT-10.9 @format-psa
      Examples:
        | format | what                                         |
        | psa    | middleware-repository changes the middleware |

      @id-ATT-08.49 @parent-ATT-10.11 @format-eat
      Examples:
        | format | what                       |
        | eat    | platform changes the agent |

      @id-ATT-08.50 @parent-ATT-10.11 @format-eat
      Examples:
        | format | what                                         |
        | eat    | middleware-repository changes the middleware |

      @id-ATT-08.59 @parent-ATT-10.13 @format-cca
      Examples:
        | format | what                       |
        | cca    | platform changes the agent |

      @id-ATT-08.60 @parent-ATT-10.13 @format-cca
      Examples:
        | format | what                                         |
        | cca    | middleware-repository changes the middleware |
