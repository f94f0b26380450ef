@rats @format-tdx @role-verifier
Feature: What a Verifier makes of quotes of Intel TDX

  Every quote here is emulated: a platform of our own signs Intel's real layout with test keys.

  Background:
    Given the SUT plays the verifier
    And the attesting-environment is tdx

  @req-TDX-01 @level-derived
  Rule: Known versions, and all octets that are announced

    Scenario Outline: Verifier accepts a quote of version <version>
      Given the attesting-environment signs reports of version <version>
      When the verifier is asked to appraise evidence with the flaw none
      Then the verifier accepts each appraisal

      @id-TDX-01.1
      Examples:
        | version |
        | 4       |

      @id-TDX-01.2
      Examples:
        | version |
        | 5       |

    @negative @parent-TDX-01.1
    Scenario Outline: Verifier refuses a quote with the defect <defect>
      Given the attesting-environment has the defect <defect>
      When the verifier is asked to appraise evidence with the flaw none
      Then the verifier refuses an appraisal as <reason>

      @id-TDX-01.3
      Examples:
        | defect    | reason    |
        | truncated | truncated |

      @id-TDX-01.4
      Examples:
        | defect          | reason          |
        | unknown-version | unknown-version |

  @req-TDX-02 @level-derived
  Rule: Key type, vendor, technology and body are those of the format

    @negative @parent-TDX-01.1
    Scenario Outline: Verifier refuses a quote with the defect <defect>
      Given the attesting-environment has the defect <defect>
      When the verifier is asked to appraise evidence with the flaw none
      Then the verifier refuses an appraisal as <reason>

      @id-TDX-02.1
      Examples:
        | defect   | reason         |
        | tee-type | unknown-format |

      @id-TDX-02.2
      Examples:
        | defect   | reason                |
        | key-type | unsupported-algorithm |

      @id-TDX-02.3
      Examples:
        | defect | reason         |
        | vendor | unknown-format |

    @id-TDX-02.4 @negative @parent-TDX-01.2
    Scenario: Verifier refuses a quote of version 5 with the defect body-size
      Given the attesting-environment signs reports of version 5
      And the attesting-environment has the defect body-size
      When the verifier is asked to appraise evidence with the flaw none
      Then the verifier refuses an appraisal as malformed

  @req-TDX-03 @level-derived
  Rule: Reserved octets and bits are zero

    @negative @parent-TDX-01.1
    Scenario Outline: Verifier refuses a quote with the defect <defect>
      Given the attesting-environment has the defect <defect>
      When the verifier is asked to appraise evidence with the flaw none
      Then the verifier refuses an appraisal as <reason>

      @id-TDX-03.1
      Examples:
        | defect          | reason            |
        | header-reserved | reserved-not-zero |

      @id-TDX-03.2
      Examples:
        | defect             | reason            |
        | qe-report-reserved | reserved-not-zero |

      @id-TDX-03.3
      Examples:
        | defect              | reason            |
        | attributes-reserved | reserved-not-zero |

  @req-TDX-04 @level-derived
  Rule: Lengths consume the signature data exactly

    @id-TDX-04.1 @negative @parent-TDX-01.1
    Scenario: Verifier refuses a quote with the defect trailing-octet
      Given the attesting-environment has the defect trailing-octet
      When the verifier is asked to appraise evidence with the flaw none
      Then the verifier refuses an appraisal as trailing-octets

  @req-TDX-05 @level-derived
  Rule: The certification data leads to the PCK certificate

    @negative @parent-TDX-01.1
    Scenario Outline: Verifier refuses a quote with the defect <defect>
      Given the attesting-environment has the defect <defect>
      When the verifier is asked to appraise evidence with the flaw none
      Then the verifier refuses an appraisal as <reason>

      @id-TDX-05.1
      Examples:
        | defect              | reason         |
        | certification-outer | unknown-format |

      @id-TDX-05.2
      Examples:
        | defect             | reason         |
        | certification-type | unknown-format |

      @id-TDX-05.3
      Examples:
        | defect      | reason              |
        | pck-missing | endorsement-missing |

  @req-TDX-15 @level-derived
  Rule: The platform's key signed the report of the quoting enclave

    @id-TDX-15.1 @negative @parent-TDX-01.1
    Scenario: Verifier refuses a quote with the defect qe-report-signature
      Given the attesting-environment has the defect qe-report-signature
      When the verifier is asked to appraise evidence with the flaw none
      Then the verifier refuses an appraisal as invalid-signature

  @req-TDX-16 @level-derived
  Rule: The quoting enclave vouches for the attestation key

    @id-TDX-16.1 @negative @parent-TDX-01.1
    Scenario: Verifier refuses a quote with the defect qe-report-data
      Given the attesting-environment has the defect qe-report-data
      When the verifier is asked to appraise evidence with the flaw none
      Then the verifier refuses an appraisal as binding-mismatch

  @req-TDX-17 @level-derived
  Rule: The quoting enclave is the one in its identity

    @negative @parent-TDX-01.1
    Scenario Outline: Verifier refuses a quote with the defect <defect>
      Given the attesting-environment has the defect <defect>
      When the verifier is asked to appraise evidence with the flaw none
      Then the verifier refuses an appraisal as <reason>

      @id-TDX-17.1
      Examples:
        | defect              | reason          |
        | qe-identity-version | unknown-version |

      @id-TDX-17.2
      Examples:
        | defect          | reason               |
        | qe-identity-tee | endorsement-mismatch |

      @id-TDX-17.3
      Examples:
        | defect         | reason               |
        | qe-misc-select | endorsement-mismatch |

      @id-TDX-17.4
      Examples:
        | defect   | reason               |
        | qe-debug | endorsement-mismatch |

      @id-TDX-17.5
      Examples:
        | defect    | reason               |
        | qe-signer | endorsement-mismatch |

      @id-TDX-17.6
      Examples:
        | defect     | reason               |
        | qe-product | endorsement-mismatch |

  @req-TDX-18 @level-derived
  Rule: The attestation key signed header and body

    @negative @parent-TDX-01.1
    Scenario Outline: Verifier refuses a quote with the defect <defect>
      Given the attesting-environment has the defect <defect>
      When the verifier is asked to appraise evidence with the flaw none
      Then the verifier refuses an appraisal as <reason>

      @id-TDX-18.1
      Examples:
        | defect          | reason      |
        | attestation-key | invalid-key |

      @id-TDX-18.2
      Examples:
        | defect        | reason            |
        | bad-signature | invalid-signature |

  @req-TDX-19 @level-derived
  Rule: r and s are in range

    @negative @parent-TDX-01.1
    Scenario Outline: Verifier refuses a quote with the defect <defect>
      Given the attesting-environment has the defect <defect>
      When the verifier is asked to appraise evidence with the flaw none
      Then the verifier refuses an appraisal as <reason>

      @id-TDX-19.1
      Examples:
        | defect | reason            |
        | r-zero | invalid-signature |

      @id-TDX-19.2
      Examples:
        | defect  | reason            |
        | s-order | invalid-signature |

  @req-TDX-23 @level-derived
  Rule: Nothing that may be debugged

    @id-TDX-23.1 @negative @parent-TDX-01.1
    Scenario: Verifier refuses a quote with the defect debug
      Given the attesting-environment has the defect debug
      When the verifier is asked to appraise evidence with the flaw none
      Then the verifier refuses an appraisal as debug-enabled

  @req-TDX-24 @level-derived
  Rule: The measurement is a reference value

    @id-TDX-24.1 @negative @parent-TDX-01.1
    Scenario: Verifier refuses a quote with the defect wrong-measurement
      Given the attesting-environment has the defect wrong-measurement
      When the verifier is asked to appraise evidence with the flaw none
      Then the verifier refuses an appraisal as measurement-mismatch

  @req-TDX-25 @level-derived
  Rule: The report data is what is expected

    @id-TDX-25.1 @negative @parent-TDX-01.1
    Scenario: Verifier refuses a quote with the defect wrong-report-data
      Given the attesting-environment has the defect wrong-report-data
      When the verifier is asked to appraise evidence with the flaw none
      Then the verifier refuses an appraisal as binding-mismatch

  @req-TDX-30 @level-derived
  Rule: The TDX module is Intel's

    @negative @parent-TDX-01.1
    Scenario Outline: Verifier refuses a quote with the defect <defect>
      Given the attesting-environment has the defect <defect>
      When the verifier is asked to appraise evidence with the flaw none
      Then the verifier refuses an appraisal as <reason>

      @id-TDX-30.1
      Examples:
        | defect         | reason               |
        | module-unknown | endorsement-mismatch |

      @id-TDX-30.2
      Examples:
        | defect        | reason               |
        | module-signer | endorsement-mismatch |

      @id-TDX-30.3
      Examples:
        | defect            | reason               |
        | module-attributes | endorsement-mismatch |

  @req-TDX-31 @level-derived
  Rule: The TDX module reaches a level of its identity

    @id-TDX-31.1 @negative @parent-TDX-01.1
    Scenario: Verifier refuses a quote with the defect module-unsupported
      Given the attesting-environment has the defect module-unsupported
      When the verifier is asked to appraise evidence with the flaw none
      Then the verifier refuses an appraisal as tcb-outdated

  @req-TDX-33 @level-derived
  Rule: Pages taken away raise no exception

    @id-TDX-33.1 @negative @parent-TDX-01.1
    Scenario: Verifier refuses a quote with the defect sept-ve
      Given the attesting-environment has the defect sept-ve
      When the verifier is asked to appraise evidence with the flaw none
      Then the verifier refuses an appraisal as policy-violated

  @req-TDX-34 @level-derived
  Rule: Neither migration nor a service TD

    @id-TDX-34.1 @negative @parent-TDX-01.1
    Scenario: Verifier refuses a quote with the defect migratable
      Given the attesting-environment has the defect migratable
      When the verifier is asked to appraise evidence with the flaw none
      Then the verifier refuses an appraisal as policy-violated

    @id-TDX-34.2 @negative @parent-TDX-01.2
    Scenario: Verifier refuses a quote of version 5 with the defect service-td
      Given the attesting-environment signs reports of version 5
      And the attesting-environment has the defect service-td
      When the verifier is asked to appraise evidence with the flaw none
      Then the verifier refuses an appraisal as policy-violated

  @req-TDX-35 @level-derived
  Rule: The registers are what the event log gives

    @id-TDX-35.1 @negative @parent-TDX-01.1
    Scenario: Verifier refuses a quote with the defect wrong-register
      Given the attesting-environment has the defect wrong-register
      When the verifier is asked to appraise evidence with the flaw none
      Then the verifier refuses an appraisal as measurement-mismatch

    @id-TDX-35.2 @negative @parent-TDX-01.1
    Scenario: Verifier refuses evidence with the flaw unextended-middleware
      When the verifier is asked to appraise evidence with the flaw unextended-middleware
      Then the verifier refuses an appraisal as measurement-mismatch
