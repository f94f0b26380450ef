@ccican @rats
Feature: Section 5 steps (3) and (4), evidence is appraised

  @req-ATT-08 @level-step
  Rule: The evidence is appraised against reference values

    @id-ATT-08.1 @role-verifier @format-sev-snp
    Scenario: Verifier accepts evidence that fits the reference values
      Given the SUT plays the verifier
      When the application-owner asks for analytics on sev-snp
      Then the verifier accepts each appraisal

    @role-verifier @format-sev-snp @negative @parent-ATT-08.1
    Scenario Outline: Verifier refuses an environment when the <what>
      Given the SUT plays the verifier
      And the tam believes every environment
      And the <what>
      When the application-owner asks for analytics on sev-snp
      Then the verifier refuses an appraisal as <reason>

      @id-ATT-08.2
      Examples:
        | what                                          | reason               |
        | platform changes the agent                    | measurement-mismatch |

      @id-ATT-08.3
      Examples:
        | what                                          | reason               |
        | middleware-repository changes the middleware  | measurement-mismatch |

    @role-verifier @format-sev-snp @negative @parent-ATT-08.4
    Scenario Outline: Verifier refuses evidence with the flaw <flaw>
      Given the SUT plays the verifier
      When the verifier is asked to appraise evidence with the flaw <flaw>
      Then the verifier refuses an appraisal as <reason>

      @id-ATT-08.7
      Examples:
        | flaw             | reason               |
        | no-middleware    | measurement-mismatch |

      @id-ATT-08.8
      Examples:
        | flaw             | reason               |
        | other-middleware | measurement-mismatch |

      @id-ATT-08.9
      Examples:
        | flaw             | reason               |
        | other-log        | digest-mismatch      |

      @id-ATT-08.10
      Examples:
        | flaw             | reason               |
        | unbound-claims   | binding-mismatch     |

    @id-ATT-08.4 @role-verifier @format-sev-snp
    Scenario: Verifier accepts evidence without a flaw
      Given the SUT plays the verifier
      When the verifier is asked to appraise evidence with the flaw none
      Then the verifier accepts each appraisal

    @role-application-owner @negative @parent-ATT-10.1
    Scenario Outline: Application owner withholds its secrets when the <what>
      Given the SUT plays the application-owner
      And the tam believes every environment
      And the <what>
      When the application-owner asks for analytics on sev-snp
      Then the application-owner sends neither application nor data
      And the verifier refuses an appraisal as measurement-mismatch

      @id-ATT-08.5
      Examples:
        | what                                          |
        | platform changes the agent                    |

      @id-ATT-08.6
      Examples:
        | what                                          |
        | middleware-repository changes the middleware  |
