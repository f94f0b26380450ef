@rats @format-sgx @role-verifier
Feature: What a Verifier makes of quotes of Intel SGX

  Every quote here is emulated: a platform of our own signs Intel's real layout with test keys.

  Background:
    Given the SUT plays the verifier
    And the attesting-environment is sgx

  @req-SGX-01 @level-derived
  Rule: Known versions, and all octets that are announced

    Scenario Outline: Verifier accepts a quote of version <version>
      Given the attesting-environment signs reports of version <version>
      When the verifier is asked to appraise evidence with the flaw none
      Then the verifier accepts each appraisal

      @id-SGX-01.1
      Examples:
        | version |
        | 3       |

      @id-SGX-01.2
      Examples:
        | version |
        | 4       |

      @id-SGX-01.3
      Examples:
        | version |
        | 5       |

    @negative @parent-SGX-01.1
    Scenario Outline: Verifier refuses a quote with the defect <defect>
      Given the attesting-environment has the defect <defect>
      When the verifier is asked to appraise evidence with the flaw none
      Then the verifier refuses an appraisal as <reason>

      @id-SGX-01.4
      Examples:
        | defect    | reason    |
        | truncated | truncated |

      @id-SGX-01.5
      Examples:
        | defect          | reason          |
        | unknown-version | unknown-version |

  @req-SGX-02 @level-derived
  Rule: Key type, vendor, technology and body are those of the format

    @negative @parent-SGX-01.1
    Scenario Outline: Verifier refuses a quote with the defect <defect>
      Given the attesting-environment has the defect <defect>
      When the verifier is asked to appraise evidence with the flaw none
      Then the verifier refuses an appraisal as <reason>

      @id-SGX-02.1
      Examples:
        | defect   | reason         |
        | tee-type | unknown-format |

      @id-SGX-02.2
      Examples:
        | defect   | reason                |
        | key-type | unsupported-algorithm |

      @id-SGX-02.3
      Examples:
        | defect | reason         |
        | vendor | unknown-format |

  @req-SGX-03 @level-derived
  Rule: Reserved octets and bits are zero

    @negative @parent-SGX-01.1
    Scenario Outline: Verifier refuses a quote with the defect <defect>
      Given the attesting-environment has the defect <defect>
      When the verifier is asked to appraise evidence with the flaw none
      Then the verifier refuses an appraisal as <reason>

      @id-SGX-03.1
      Examples:
        | defect             | reason            |
        | qe-report-reserved | reserved-not-zero |

      @id-SGX-03.2
      Examples:
        | defect          | reason            |
        | report-reserved | reserved-not-zero |

      @id-SGX-03.3
      Examples:
        | defect              | reason            |
        | attributes-reserved | reserved-not-zero |

  @req-SGX-04 @level-derived
  Rule: Lengths consume the signature data exactly

    @id-SGX-04.1 @negative @parent-SGX-01.1
    Scenario: Verifier refuses a quote with the defect trailing-octet
      Given the attesting-environment has the defect trailing-octet
      When the verifier is asked to appraise evidence with the flaw none
      Then the verifier refuses an appraisal as trailing-octets

  @req-SGX-05 @level-derived
  Rule: The certification data leads to the PCK certificate

    @negative @parent-SGX-01.1
    Scenario Outline: Verifier refuses a quote with the defect <defect>
      Given the attesting-environment has the defect <defect>
      When the verifier is asked to appraise evidence with the flaw none
      Then the verifier refuses an appraisal as <reason>

      @id-SGX-05.1
      Examples:
        | defect             | reason         |
        | certification-type | unknown-format |

      @id-SGX-05.2
      Examples:
        | defect      | reason              |
        | pck-missing | endorsement-missing |

  @req-SGX-15 @level-derived
  Rule: The platform's key signed the report of the quoting enclave

    @id-SGX-15.1 @negative @parent-SGX-01.1
    Scenario: Verifier refuses a quote with the defect qe-report-signature
      Given the attesting-environment has the defect qe-report-signature
      When the verifier is asked to appraise evidence with the flaw none
      Then the verifier refuses an appraisal as invalid-signature

  @req-SGX-16 @level-derived
  Rule: The quoting enclave vouches for the attestation key

    @id-SGX-16.1 @negative @parent-SGX-01.1
    Scenario: Verifier refuses a quote with the defect qe-report-data
      Given the attesting-environment has the defect qe-report-data
      When the verifier is asked to appraise evidence with the flaw none
      Then the verifier refuses an appraisal as binding-mismatch

  @req-SGX-17 @level-derived
  Rule: The quoting enclave is the one in its identity

    @negative @parent-SGX-01.1
    Scenario Outline: Verifier refuses a quote with the defect <defect>
      Given the attesting-environment has the defect <defect>
      When the verifier is asked to appraise evidence with the flaw none
      Then the verifier refuses an appraisal as <reason>

      @id-SGX-17.1
      Examples:
        | defect              | reason          |
        | qe-identity-version | unknown-version |

      @id-SGX-17.2
      Examples:
        | defect          | reason               |
        | qe-identity-tee | endorsement-mismatch |

      @id-SGX-17.3
      Examples:
        | defect         | reason               |
        | qe-misc-select | endorsement-mismatch |

      @id-SGX-17.4
      Examples:
        | defect   | reason               |
        | qe-debug | endorsement-mismatch |

      @id-SGX-17.5
      Examples:
        | defect    | reason               |
        | qe-signer | endorsement-mismatch |

      @id-SGX-17.6
      Examples:
        | defect     | reason               |
        | qe-product | endorsement-mismatch |

  @req-SGX-18 @level-derived
  Rule: The attestation key signed header and body

    @negative @parent-SGX-01.1
    Scenario Outline: Verifier refuses a quote with the defect <defect>
      Given the attesting-environment has the defect <defect>
      When the verifier is asked to appraise evidence with the flaw none
      Then the verifier refuses an appraisal as <reason>

      @id-SGX-18.1
      Examples:
        | defect          | reason      |
        | attestation-key | invalid-key |

      @id-SGX-18.2
      Examples:
        | defect        | reason            |
        | bad-signature | invalid-signature |

  @req-SGX-19 @level-derived
  Rule: r and s are in range

    @negative @parent-SGX-01.1
    Scenario Outline: Verifier refuses a quote with the defect <defect>
      Given the attesting-environment has the defect <defect>
      When the verifier is asked to appraise evidence with the flaw none
      Then the verifier refuses an appraisal as <reason>

      @id-SGX-19.1
      Examples:
        | defect | reason            |
        | r-zero | invalid-signature |

      @id-SGX-19.2
      Examples:
        | defect  | reason            |
        | s-order | invalid-signature |

  @req-SGX-23 @level-derived
  Rule: Nothing that may be debugged

    @id-SGX-23.1 @negative @parent-SGX-01.1
    Scenario: Verifier refuses a quote with the defect debug
      Given the attesting-environment has the defect debug
      When the verifier is asked to appraise evidence with the flaw none
      Then the verifier refuses an appraisal as debug-enabled

  @req-SGX-24 @level-derived
  Rule: The measurement is a reference value

    @id-SGX-24.1 @negative @parent-SGX-01.1
    Scenario: Verifier refuses a quote with the defect wrong-measurement
      Given the attesting-environment has the defect wrong-measurement
      When the verifier is asked to appraise evidence with the flaw none
      Then the verifier refuses an appraisal as measurement-mismatch

  @req-SGX-25 @level-derived
  Rule: The report data is what is expected

    @id-SGX-25.1 @negative @parent-SGX-01.1
    Scenario: Verifier refuses a quote with the defect wrong-report-data
      Given the attesting-environment has the defect wrong-report-data
      When the verifier is asked to appraise evidence with the flaw none
      Then the verifier refuses an appraisal as binding-mismatch

  @req-SGX-27 @level-derived
  Rule: The enclave is initialised

    @id-SGX-27.1 @negative @parent-SGX-01.1
    Scenario: Verifier refuses a quote with the defect not-initialised
      Given the attesting-environment has the defect not-initialised
      When the verifier is asked to appraise evidence with the flaw none
      Then the verifier refuses an appraisal as malformed
