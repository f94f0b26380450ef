@rats @format-sev-snp @role-verifier
Feature: What a Verifier makes of AMD SEV-SNP reports

  Every report here is emulated: a secure processor of our own signs AMD's real layout with test keys.

  Background:
    Given the SUT plays the verifier

  @req-SNP-01 @level-derived
  Rule: 1184 octets and a known version

    Scenario Outline: Verifier accepts a report of version <version>
      Given the attesting-environment signs reports of version <version>
      When the verifier is asked to appraise evidence with the flaw none
      Then the verifier accepts each appraisal

      @id-SNP-01.1
      Examples:
        | version |
        | 2       |

      @id-SNP-01.2
      Examples:
        | version |
        | 3       |

      @id-SNP-01.3
      Examples:
        | version |
        | 5       |

    @negative @parent-SNP-01.2
    Scenario Outline: Verifier refuses a report with the defect <defect>
      Given the attesting-environment has the defect <defect>
      When the verifier is asked to appraise evidence with the flaw none
      Then the verifier refuses an appraisal as <reason>

      @id-SNP-01.4
      Examples:
        | defect          | reason          |
        | truncated       | truncated       |

      @id-SNP-01.5
      Examples:
        | defect          | reason          |
        | trailing-octet  | trailing-octets |

      @id-SNP-01.6
      Examples:
        | defect          | reason          |
        | unknown-version | unknown-version |

  @req-SNP-02 @level-derived
  Rule: The signature covers the report

    @id-SNP-02.1 @negative @parent-SNP-01.2
    Scenario: Verifier refuses a report with the defect bad-signature
      Given the attesting-environment has the defect bad-signature
      When the verifier is asked to appraise evidence with the flaw none
      Then the verifier refuses an appraisal as invalid-signature

  @req-SNP-03 @level-derived
  Rule: The signature algorithm is ECDSA over P-384 with SHA-384

    @id-SNP-03.1 @negative @parent-SNP-01.2
    Scenario: Verifier refuses a report with the defect signature-algorithm
      Given the attesting-environment has the defect signature-algorithm
      When the verifier is asked to appraise evidence with the flaw none
      Then the verifier refuses an appraisal as unsupported-algorithm

  @req-SNP-04 @level-derived
  Rule: R and S are zero above their octets

    @id-SNP-04.1 @negative @parent-SNP-01.2
    Scenario: Verifier refuses a report with the defect signature-padding
      Given the attesting-environment has the defect signature-padding
      When the verifier is asked to appraise evidence with the flaw none
      Then the verifier refuses an appraisal as reserved-not-zero

  @req-SNP-05 @level-derived
  Rule: A high S is as good as a low one

    @id-SNP-05.1
    Scenario: Verifier accepts a signature whose S is the higher of two
      Given the attesting-environment signs reports of version high-s
      When the verifier is asked to appraise evidence with the flaw none
      Then the verifier accepts each appraisal

  @req-SNP-06 @level-derived
  Rule: Reserved octets and bits are zero

    @negative @parent-SNP-01.2
    Scenario Outline: Verifier refuses a report with the defect <defect>
      Given the attesting-environment has the defect <defect>
      When the verifier is asked to appraise evidence with the flaw none
      Then the verifier refuses an appraisal as <reason>

      @id-SNP-06.1
      Examples:
        | defect | reason |
        | reserved-field | reserved-not-zero |

      @id-SNP-06.2
      Examples:
        | defect | reason |
        | policy-reserved-bit | reserved-not-zero |

      @id-SNP-06.3
      Examples:
        | defect | reason |
        | key-info-reserved-bit | reserved-not-zero |

      @id-SNP-06.4
      Examples:
        | defect | reason |
        | tcb-reserved | reserved-not-zero |

  @req-SNP-07 @level-derived
  Rule: Bit 17 of the guest policy is one

    @id-SNP-07.1 @negative @parent-SNP-01.2
    Scenario: Verifier refuses a report with the defect policy-bit-17-clear
      Given the attesting-environment has the defect policy-bit-17-clear
      When the verifier is asked to appraise evidence with the flaw none
      Then the verifier refuses an appraisal as malformed

  @req-SNP-08 @level-derived
  Rule: No guest that may be debugged

    @id-SNP-08.1 @negative @parent-SNP-01.2
    Scenario: Verifier refuses a report with the defect debug-policy
      Given the attesting-environment has the defect debug-policy
      When the verifier is asked to appraise evidence with the flaw none
      Then the verifier refuses an appraisal as debug-enabled

  @req-SNP-09 @level-derived
  Rule: No guest that may be migrated

    @id-SNP-09.1 @negative @parent-SNP-01.2
    Scenario: Verifier refuses a report with the defect migration-policy
      Given the attesting-environment has the defect migration-policy
      When the verifier is asked to appraise evidence with the flaw none
      Then the verifier refuses an appraisal as policy-violated

  @req-SNP-10 @level-derived
  Rule: The firmware is new enough for the guest policy

    @id-SNP-10.1 @negative @parent-SNP-01.2
    Scenario: Verifier refuses a report with the defect abi-too-new
      Given the attesting-environment has the defect abi-too-new
      When the verifier is asked to appraise evidence with the flaw none
      Then the verifier refuses an appraisal as policy-violated

  @req-SNP-11 @level-derived
  Rule: The privilege level is one that the owner allows

    @id-SNP-11.1 @negative @parent-SNP-01.2
    Scenario: Verifier refuses a report with the defect wrong-vmpl
      Given the attesting-environment has the defect wrong-vmpl
      When the verifier is asked to appraise evidence with the flaw none
      Then the verifier refuses an appraisal as policy-violated

  @req-SNP-12 @level-derived
  Rule: A host asks for no report of a guest

    @id-SNP-12.1 @negative @parent-SNP-01.2
    Scenario: Verifier refuses a report with the defect host-requested
      Given the attesting-environment has the defect host-requested
      When the verifier is asked to appraise evidence with the flaw none
      Then the verifier refuses an appraisal as policy-violated

  @req-SNP-13 @level-derived
  Rule: The platform is in the state that the guest policy asks for

    @id-SNP-13.1 @negative @parent-SNP-01.2
    Scenario: Verifier refuses a report with the defect smt-not-allowed
      Given the attesting-environment has the defect smt-not-allowed
      When the verifier is asked to appraise evidence with the flaw none
      Then the verifier refuses an appraisal as policy-violated

  @req-SNP-17 @level-derived
  Rule: TCB versions are compared part by part

    @id-SNP-17.1 @negative @parent-SNP-01.2
    Scenario: Verifier refuses a report with the defect tcb-parts-mixed
      Given the attesting-environment has the defect tcb-parts-mixed
      When the verifier is asked to appraise evidence with the flaw none
      Then the verifier refuses an appraisal as rolled-back

  @req-SNP-19 @level-derived
  Rule: No TCB is above the current one

    @negative @parent-SNP-01.2
    Scenario Outline: Verifier refuses a report with the defect <defect>
      Given the attesting-environment has the defect <defect>
      When the verifier is asked to appraise evidence with the flaw none
      Then the verifier refuses an appraisal as <reason>

      @id-SNP-19.1
      Examples:
        | defect | reason |
        | tcb-reported-above-current | rolled-back |

      @id-SNP-19.2
      Examples:
        | defect | reason |
        | tcb-committed-above-current | rolled-back |

      @id-SNP-19.3
      Examples:
        | defect | reason |
        | tcb-launch-above-current | rolled-back |

  @req-SNP-20 @level-derived
  Rule: The measurement is the launch digest

    @id-SNP-20.1 @negative @parent-SNP-01.2
    Scenario: Verifier refuses a report with the defect wrong-measurement
      Given the attesting-environment has the defect wrong-measurement
      When the verifier is asked to appraise evidence with the flaw none
      Then the verifier refuses an appraisal as measurement-mismatch

  @req-SNP-21 @level-derived
  Rule: Who a guest is comes from an ID block

    @id-SNP-21.1
    Scenario: Verifier accepts a report of a guest whose owner signed an ID block
      Given the attesting-environment signs reports of version id-block
      When the verifier is asked to appraise evidence with the flaw none
      Then the verifier accepts each appraisal

    @id-SNP-21.2 @negative @parent-SNP-01.2
    Scenario: Verifier refuses a report with the defect family-without-id-block
      Given the attesting-environment has the defect family-without-id-block
      When the verifier is asked to appraise evidence with the flaw none
      Then the verifier refuses an appraisal as reserved-not-zero

    @id-SNP-21.3 @negative @parent-SNP-01.2
    Scenario: Verifier refuses a report with the defect author-without-id-block
      Given the attesting-environment has the defect author-without-id-block
      When the verifier is asked to appraise evidence with the flaw none
      Then the verifier refuses an appraisal as reserved-not-zero

  @req-SNP-22 @level-derived
  Rule: Without author key its digest is zero

    @id-SNP-22.1 @negative @parent-SNP-01.2
    Scenario: Verifier refuses a report with the defect author-key-absent
      Given the attesting-environment has the defect author-key-absent
      When the verifier is asked to appraise evidence with the flaw none
      Then the verifier refuses an appraisal as reserved-not-zero

    @id-SNP-22.2 @negative @parent-SNP-21.1
    Scenario: Verifier refuses a report with the defect author-key-absent
      Given the attesting-environment signs reports of version id-block
      And the attesting-environment has the defect author-key-absent
      When the verifier is asked to appraise evidence with the flaw none
      Then the verifier refuses an appraisal as reserved-not-zero

  @req-SNP-23 @level-derived
  Rule: Host data are compared in all octets

    @id-SNP-23.1
    Scenario: Verifier accepts a report with the host data that the owner wants to see
      Given the application-owner wants to see the host data of the guest
      When the verifier is asked to appraise evidence with the flaw none
      Then the verifier accepts each appraisal

    @negative @parent-SNP-23.1
    Scenario Outline: Verifier refuses a report where the owner wants to see <what>
      Given the application-owner wants to see <what>
      When the verifier is asked to appraise evidence with the flaw none
      Then the verifier refuses an appraisal as policy-violated

      @id-SNP-23.2
      Examples:
        | what                               |
        | host data with another first octet |

      @id-SNP-23.3
      Examples:
        | what                              |
        | host data with another last octet |

  @req-SNP-24 @level-derived
  Rule: Report data are compared in all octets

    @id-SNP-24.1 @negative @parent-SNP-01.2
    Scenario: Verifier refuses a report with the defect wrong-report-data
      Given the attesting-environment has the defect wrong-report-data
      When the verifier is asked to appraise evidence with the flaw none
      Then the verifier refuses an appraisal as binding-mismatch
