@rats
Feature: What the architecture of remote attestation asks of Relying Parties

  @req-RATS-01 @level-derived
  Rule: A TAM looks before it installs

    @id-RATS-01.1 @role-tam
    Scenario: TAM has the environment appraised before it looks for middleware
      Given the SUT plays the tam
      When the teep-broker opens a session for analytics on sev-snp
      Then the tam asks the middleware-repository for middleware after it asked the verifier for appraisals

    @role-tam @negative
    Scenario Outline: TAM installs nothing where the measurement is wrong
      Given the SUT plays the tam
      And the attesting-environment is <format>
      And the attesting-environment has the defect wrong-measurement
      When the teep-broker opens a session for analytics on <format>
      Then the tam sends no Update with a manifest

      @id-RATS-01.2 @parent-RATS-01.1 @format-sev-snp
      Examples:
        | format  |
        | sev-snp |

      @id-RATS-01.3 @parent-RATS-01.1 @format-sgx
      Examples:
        | format |
        | sgx    |

      @id-RATS-01.4 @parent-RATS-01.1 @format-tdx
      Examples:
        | format |
        | tdx    |

      @id-RATS-01.5 @parent-RATS-01.1 @format-psa
      Examples:
        | format |
        | psa    |

      @id-RATS-01.6 @parent-RATS-01.1 @format-eat
      Examples:
        | format |
        | eat    |

      @id-RATS-01.7 @parent-RATS-01.1 @format-cca
      Examples:
        | format |
        | cca    |

  @req-RATS-03 @level-derived
  Rule: The Relying Party decides itself

    @id-RATS-03.1 @role-application-owner
    Scenario: Application owner entrusts itself to an environment whose result satisfies it
      Given the SUT plays the application-owner
      When the application-owner asks for analytics on sev-snp
      Then the application-owner sends application and data, each after a positive appraisal

    @id-RATS-03.2 @role-application-owner @negative @parent-RATS-03.1
    Scenario: Application owner withholds its secrets where the result warns
      Given the SUT plays the application-owner
      And the verifier answers with a result that affirms in spite of a warning
      When the application-owner asks for analytics on sev-snp
      Then the application-owner sends neither application nor data

  @req-RATS-14 @level-derived
  Rule: Each of three failures ends it

    @id-RATS-14.1 @role-application-owner @negative @parent-RATS-03.1
    Scenario: Application owner withholds its secrets when the Evidence does not pass
      Given the SUT plays the application-owner
      And the attesting-environment has the defect wrong-measurement
      When the application-owner asks for analytics on sev-snp
      Then the application-owner sends neither application nor data

    @id-RATS-14.2 @role-application-owner @negative @parent-RATS-03.1
    Scenario: Application owner withholds its secrets when the result does not pass
      Given the SUT plays the application-owner
      And the verifier answers with a refusal
      When the application-owner asks for analytics on sev-snp
      Then the application-owner sends neither application nor data

    @id-RATS-14.3 @role-application-owner @negative @parent-RATS-03.1
    Scenario: Application owner withholds its secrets when no Verifier answers
      Given the SUT plays the application-owner
      And the verifier breaks down for the application-owner
      When the application-owner asks for analytics on sev-snp
      Then the application-owner sends neither application nor data

  @req-RATS-15 @level-derived
  Rule: Evidence is forwarded unopened

    @role-application-owner
    Scenario Outline: Application owner forwards Evidence as it came
      Given the SUT plays the application-owner
      And the attesting-environment is <format>
      When the application-owner asks for analytics on <format>
      Then the application-owner hands the Evidence on to the verifier as it came

      @id-RATS-15.1 @format-sev-snp
      Examples:
        | format  |
        | sev-snp |

      @id-RATS-15.2 @format-sgx
      Examples:
        | format |
        | sgx    |

      @id-RATS-15.3 @format-tdx
      Examples:
        | format |
        | tdx    |

      @id-RATS-15.4 @format-psa
      Examples:
        | format |
        | psa    |

      @id-RATS-15.5 @format-eat
      Examples:
        | format |
        | eat    |

      @id-RATS-15.6 @format-cca
      Examples:
        | format |
        | cca    |

  @req-RATS-17 @level-derived
  Rule: The Verifier is one whose key is held

    @id-RATS-17.1 @role-tam
    Scenario: TAM installs middleware after a result of its Verifier
      Given the SUT plays the tam
      When the teep-broker opens a session for analytics on sev-snp
      Then the tam sends an Update with a manifest

    @id-RATS-17.2 @role-tam @negative @parent-RATS-17.1
    Scenario: TAM installs nothing after a result that another signed
      Given the SUT plays the tam
      And the verifier answers the tam with a result signed with an unknown key
      When the teep-broker opens a session for analytics on sev-snp
      Then the tam sends no Update with a manifest

  @req-RATS-34 @level-derived
  Rule: Nobody is believed without a word

    @id-RATS-34.1 @role-application-owner @negative @parent-RATS-03.1
    Scenario: Application owner withholds its secrets from an environment of which the result claims nothing
      Given the SUT plays the application-owner
      And the verifier answers with a result without a vector
      When the application-owner asks for analytics on sev-snp
      Then the application-owner sends neither application nor data

  @req-RATS-44 @level-derived
  Rule: A result answers one request

    @id-RATS-44.1 @role-application-owner @negative @parent-RATS-03.1
    Scenario: Application owner withholds its secrets when a result of another request is replayed
      Given the SUT plays the application-owner
      And the verifier answers for another nonce
      When the application-owner asks for analytics on sev-snp
      Then the application-owner sends neither application nor data
