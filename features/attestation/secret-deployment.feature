@ccican @rats
Feature: Section 5 step (4), application and data follow the appraisal

  @req-ATT-01 @level-step @role-application-owner
  Rule: Secrets follow a successful appraisal

    Scenario Outline: Application owner sends its secrets after a positive appraisal
      Given the SUT plays the application-owner
      And the attesting-environment is <format>
      When the application-owner asks for analytics on <format>
      Then the application-owner sends application and data, each after a positive appraisal

      @id-ATT-01.1 @format-sev-snp
      Examples:
        | format  |
        | sev-snp |

      @id-ATT-01.3 @format-sgx
      Examples:
        | format |
        | sgx    |

      @id-ATT-01.4 @format-tdx
      Examples:
        | format |
        | tdx    |

      @id-ATT-01.5 @format-psa
      Examples:
        | format |
        | psa    |

      @id-ATT-01.6 @format-eat
      Examples:
        | format |
        | eat    |

      @id-ATT-01.7 @format-cca
      Examples:
        | format |
        | cca    |

    @id-ATT-01.2 @negative @parent-ATT-01.1
    Scenario: Application owner withholds its secrets when it is asked for them before the appraisal
      Given the SUT plays the application-owner
      And the middleware answers with a request for secrets
      When the application-owner asks for analytics on sev-snp
      Then the application-owner sends neither application nor data

  @req-ATT-10 @level-step @role-application-owner
  Rule: The application follows the appraisal

    Scenario Outline: Application owner sends its application to an environment that it has appraised
      Given the SUT plays the application-owner
      And the attesting-environment is <format>
      When the application-owner asks for analytics on <format>
      Then the application-owner sends application and data, each after a positive appraisal

      @id-ATT-10.1 @format-sev-snp
      Examples:
        | format  |
        | sev-snp |

      @id-ATT-10.5 @format-sgx
      Examples:
        | format |
        | sgx    |

      @id-ATT-10.6 @format-tdx
      Examples:
        | format |
        | tdx    |

      @id-ATT-10.9 @format-psa
      Examples:
        | format |
        | psa    |

      @id-ATT-10.11 @format-eat
      Examples:
        | format |
        | eat    |

      @id-ATT-10.13 @format-cca
      Examples:
        | format |
        | cca    |

    @negative
    Scenario Outline: Application owner withholds its secrets when the appraisal is negative
      Given the SUT plays the application-owner
      And the attesting-environment is <format>
      And the verifier answers with a refusal
      When the application-owner asks for analytics on <format>
      Then the application-owner sends neither application nor data

      @id-ATT-10.2 @parent-ATT-10.1 @format-sev-snp
      Examples:
        | format  |
        | sev-snp |

      @id-ATT-10.7 @parent-ATT-10.5 @format-sgx
      Examples:
        | format |
        | sgx    |

      @id-ATT-10.8 @parent-ATT-10.6 @format-tdx
      Examples:
        | format |
        | tdx    |

      @id-ATT-10.10 @parent-ATT-10.9 @format-psa
      Examples:
        | format |
        | psa    |

      @id-ATT-10.12 @parent-ATT-10.11 @format-eat
      Examples:
        | format |
        | eat    |

      @id-ATT-10.14 @parent-ATT-10.13 @format-cca
      Examples:
        | format |
        | cca    |

    @id-ATT-10.3 @negative @parent-ATT-10.1
    Scenario: Application owner withholds its secrets when the result is not the Verifier's
      Given the SUT plays the application-owner
      And the verifier signs with an unknown key
      When the application-owner asks for analytics on sev-snp
      Then the application-owner sends neither application nor data

    @id-ATT-10.4 @negative @parent-ATT-10.1
    Scenario: Application owner withholds its secrets when the result is for another nonce
      Given the SUT plays the application-owner
      And the verifier answers for another nonce
      When the application-owner asks for analytics on sev-snp
      Then the application-owner sends neither application nor data

  @req-ATT-11 @level-step @role-application-owner
  Rule: The data follow the appraisal

    Scenario Outline: Application owner sends its data once its application is attested
      Given the SUT plays the application-owner
      And the attesting-environment is <format>
      When the application-owner asks for analytics on <format>
      Then the application-owner attests again between application and data

      @id-ATT-11.1 @format-sev-snp
      Examples:
        | format  |
        | sev-snp |

      @id-ATT-11.3 @format-sgx
      Examples:
        | format |
        | sgx    |

      @id-ATT-11.4 @format-tdx
      Examples:
        | format |
        | tdx    |

      @id-ATT-11.7 @format-psa
      Examples:
        | format |
        | psa    |

      @id-ATT-11.9 @format-eat
      Examples:
        | format |
        | eat    |

      @id-ATT-11.11 @format-cca
      Examples:
        | format |
        | cca    |

    @negative
    Scenario Outline: Application owner withholds its data when another application was deployed
      Given the SUT plays the application-owner
      And the attesting-environment is <format>
      And the middleware deploys another application
      And the middleware answers with the digest of the right application
      When the application-owner asks for analytics on <format>
      Then the application-owner sends no data

      @id-ATT-11.2 @parent-ATT-11.1 @format-sev-snp
      Examples:
        | format  |
        | sev-snp |

      @id-ATT-11.5 @parent-ATT-11.3 @format-sgx
      Examples:
        | format |
        | sgx    |

      @id-ATT-11.6 @parent-ATT-11.4 @format-tdx
      Examples:
        | format |
        | tdx    |

      @id-ATT-11.8 @parent-ATT-11.7 @format-psa
      Examples:
        | format |
        | psa    |

      @id-ATT-11.10 @parent-ATT-11.9 @format-eat
      Examples:
        | format |
        | eat    |

      @id-ATT-11.12 @parent-ATT-11.11 @format-cca
      Examples:
        | format |
        | cca    |
