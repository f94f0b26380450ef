@rats @format-sev-snp @role-verifier
Feature: What a Verifier makes of the certificates of AMD SEV-SNP

  Every certificate here is emulated: a vendor of our own certifies keys of emulated chips and clouds, in AMD's form.

  Background:
    Given the SUT plays the verifier

  @req-SNP-14 @level-derived
  Rule: The signing key is of the kind of its certificate

    @id-SNP-14.1 @negative @parent-SNP-01.2
    Scenario: Verifier refuses a report with the defect signing-key-vlek
      Given the attesting-environment has the defect signing-key-vlek
      When the verifier is asked to appraise evidence with the flaw none
      Then the verifier refuses an appraisal as endorsement-mismatch

    @id-SNP-14.2 @negative @parent-SNP-39.1
    Scenario: Verifier refuses a report with the defect signing-key-vcek
      Given the attesting-environment signs reports of version vlek
      And the attesting-environment has the defect signing-key-vcek
      When the verifier is asked to appraise evidence with the flaw none
      Then the verifier refuses an appraisal as endorsement-mismatch

  @req-SNP-15 @level-derived
  Rule: The chip is the one of its certificate

    @id-SNP-15.1 @negative @parent-SNP-01.2
    Scenario: Verifier refuses a report with the defect unknown-chip
      Given the attesting-environment has the defect unknown-chip
      When the verifier is asked to appraise evidence with the flaw none
      Then the verifier refuses an appraisal as endorsement-mismatch

  @req-SNP-16 @level-derived
  Rule: The processor is of the product in its certificate

    @id-SNP-16.1 @negative @parent-SNP-01.2
    Scenario: Verifier refuses a report with the defect wrong-product
      Given the attesting-environment has the defect wrong-product
      When the verifier is asked to appraise evidence with the flaw none
      Then the verifier refuses an appraisal as endorsement-mismatch

  @req-SNP-18 @level-derived
  Rule: The reported TCB is the endorsed one

    @negative @parent-SNP-01.2
    Scenario Outline: Verifier refuses a report with the defect <defect>
      Given the attesting-environment has the defect <defect>
      When the verifier is asked to appraise evidence with the flaw none
      Then the verifier refuses an appraisal as <reason>

      @id-SNP-18.1
      Examples:
        | defect | reason |
        | tcb-below-endorsement | tcb-outdated |

      @id-SNP-18.2
      Examples:
        | defect | reason |
        | tcb-above-endorsement | endorsement-mismatch |

  @req-SNP-27 @level-derived
  Rule: The chain ends in the root that the owner holds

    @id-SNP-27.1 @negative @parent-SNP-01.2
    Scenario: Verifier refuses a report with the defect wrong-root
      Given the attesting-environment has the defect wrong-root
      When the verifier is asked to appraise evidence with the flaw none
      Then the verifier refuses an appraisal as untrusted-root

  @req-SNP-28 @level-derived
  Rule: The chain is signed with RSA-PSS

    @id-SNP-28.1 @negative @parent-SNP-01.2
    Scenario: Verifier refuses a report with the defect chain-pkcs1
      Given the attesting-environment has the defect chain-pkcs1
      When the verifier is asked to appraise evidence with the flaw none
      Then the verifier refuses an appraisal as unsupported-algorithm

    @id-SNP-28.2 @negative @parent-SNP-01.2
    Scenario: Verifier refuses a report with the defect chain-signature
      Given the attesting-environment has the defect chain-signature
      When the verifier is asked to appraise evidence with the flaw none
      Then the verifier refuses an appraisal as invalid-signature

  @req-SNP-29 @level-derived
  Rule: Each certificate stands in its place

    @id-SNP-29.1 @negative @parent-SNP-01.2
    Scenario: Verifier refuses a report with the defect chain-swapped
      Given the attesting-environment has the defect chain-swapped
      When the verifier is asked to appraise evidence with the flaw none
      Then the verifier refuses an appraisal as broken-chain

    @id-SNP-29.2 @negative @parent-SNP-39.1
    Scenario: Verifier refuses a report with the defect vlek-of-chip-authority
      Given the attesting-environment signs reports of version vlek
      And the attesting-environment has the defect vlek-of-chip-authority
      When the verifier is asked to appraise evidence with the flaw none
      Then the verifier refuses an appraisal as endorsement-mismatch

  @req-SNP-30 @level-derived
  Rule: Certificates are valid at the time of the appraisal

    @negative @parent-SNP-01.2
    Scenario Outline: Verifier refuses a report with the defect <defect>
      Given the attesting-environment has the defect <defect>
      When the verifier is asked to appraise evidence with the flaw none
      Then the verifier refuses an appraisal as <reason>

      @id-SNP-30.1
      Examples:
        | defect | reason |
        | vcek-expired | certificate-expired |

      @id-SNP-30.2
      Examples:
        | defect | reason |
        | vcek-not-yet-valid | certificate-not-yet-valid |

    @id-SNP-30.3 @negative @parent-SNP-39.1
    Scenario: Verifier refuses a report with the defect vlek-after-a-year
      Given the attesting-environment signs reports of version vlek
      And the attesting-environment has the defect vlek-after-a-year
      When the verifier is asked to appraise evidence with the flaw none
      Then the verifier refuses an appraisal as certificate-expired

  @req-SNP-31 @level-derived
  Rule: Nothing revoked counts, and no list that has run out

    @id-SNP-31.1 @negative @parent-SNP-40.1
    Scenario: Verifier refuses a report with the defect authority-revoked
      Given the attesting-environment signs reports of version certificate-table
      And the attesting-environment has the defect authority-revoked
      When the verifier is asked to appraise evidence with the flaw none
      Then the verifier refuses an appraisal as certificate-revoked

    @id-SNP-31.2 @negative @parent-SNP-40.1
    Scenario: Verifier refuses a report with the defect crl-stale
      Given the attesting-environment signs reports of version certificate-table
      And the attesting-environment has the defect crl-stale
      When the verifier is asked to appraise evidence with the flaw none
      Then the verifier refuses an appraisal as revocation-stale

    @id-SNP-31.3 @negative @parent-SNP-40.1
    Scenario: Verifier refuses a report with the defect crl-signature
      Given the attesting-environment signs reports of version certificate-table
      And the attesting-environment has the defect crl-signature
      When the verifier is asked to appraise evidence with the flaw none
      Then the verifier refuses an appraisal as invalid-signature

  @req-SNP-32 @level-derived
  Rule: A serial number of zero is accepted

    @id-SNP-32.1
    Scenario: Verifier accepts a VCEK with serial number 0
      Given the attesting-environment signs reports of version 3
      When the verifier is asked to appraise evidence with the flaw none
      Then the verifier accepts each appraisal

  @req-SNP-33 @level-derived
  Rule: A hardware id comes with and without a header

    @id-SNP-33.1
    Scenario: Verifier accepts a hardware id of 64 octets as they are
      Given the attesting-environment signs reports of version 3
      When the verifier is asked to appraise evidence with the flaw none
      Then the verifier accepts each appraisal

    @id-SNP-33.2
    Scenario: Verifier accepts a hardware id of 8 octets as they are
      Given the attesting-environment signs reports of version 5
      When the verifier is asked to appraise evidence with the flaw none
      Then the verifier accepts each appraisal

    @id-SNP-33.3
    Scenario: Verifier accepts a hardware id with a header
      Given the attesting-environment signs reports of version wrapped-chip-id
      When the verifier is asked to appraise evidence with the flaw none
      Then the verifier accepts each appraisal

  @req-SNP-34 @level-derived
  Rule: TCB parts from 128 on are read in full

    @id-SNP-34.1
    Scenario: Verifier accepts a microcode version of 219
      Given the attesting-environment signs reports of version 3
      When the verifier is asked to appraise evidence with the flaw none
      Then the verifier accepts each appraisal

    @id-SNP-34.2 @negative @parent-SNP-34.1
    Scenario: Verifier refuses a report with the defect tcb-low-bits
      Given the attesting-environment has the defect tcb-low-bits
      When the verifier is asked to appraise evidence with the flaw none
      Then the verifier refuses an appraisal as tcb-outdated

  @req-SNP-38 @level-derived
  Rule: Without certificates nothing is accepted

    @id-SNP-38.1 @negative @parent-SNP-01.2
    Scenario: Verifier refuses a report with the defect endorsement-missing
      Given the attesting-environment has the defect endorsement-missing
      When the verifier is asked to appraise evidence with the flaw none
      Then the verifier refuses an appraisal as endorsement-missing

  @req-SNP-39 @level-derived
  Rule: A cloud's key is of no chip

    @id-SNP-39.1
    Scenario: Verifier accepts a report signed with the key of a cloud
      Given the attesting-environment signs reports of version vlek
      When the verifier is asked to appraise evidence with the flaw none
      Then the verifier accepts each appraisal

    @id-SNP-39.2 @negative @parent-SNP-39.1
    Scenario: Verifier refuses a report with the defect vlek-names-chip
      Given the attesting-environment signs reports of version vlek
      And the attesting-environment has the defect vlek-names-chip
      When the verifier is asked to appraise evidence with the flaw none
      Then the verifier refuses an appraisal as certificate-unfit

    @id-SNP-39.3 @negative @parent-SNP-01.2
    Scenario: Verifier refuses a report with the defect vcek-names-cloud
      Given the attesting-environment has the defect vcek-names-cloud
      When the verifier is asked to appraise evidence with the flaw none
      Then the verifier refuses an appraisal as certificate-unfit

  @req-SNP-40 @level-derived
  Rule: Certificates come in a sound table of the host

    @id-SNP-40.1
    Scenario: Verifier accepts a report whose certificates come in a table
      Given the attesting-environment signs reports of version certificate-table
      When the verifier is asked to appraise evidence with the flaw none
      Then the verifier accepts each appraisal

    @negative @parent-SNP-40.1
    Scenario Outline: Verifier refuses a certificate table with the defect <defect>
      Given the attesting-environment signs reports of version certificate-table
      And the attesting-environment has the defect <defect>
      When the verifier is asked to appraise evidence with the flaw none
      Then the verifier refuses an appraisal as <reason>

      @id-SNP-40.2
      Examples:
        | defect | reason |
        | table-two | malformed |

      @id-SNP-40.3
      Examples:
        | defect | reason |
        | table-entries | limit-exceeded |

      @id-SNP-40.4
      Examples:
        | defect | reason |
        | table-twice | duplicate-key |

      @id-SNP-40.5
      Examples:
        | defect | reason |
        | table-empty | missing-field |

      @id-SNP-40.6
      Examples:
        | defect | reason |
        | table-offset | out-of-range |

      @id-SNP-40.7
      Examples:
        | defect | reason |
        | table-overlap | malformed |

      @id-SNP-40.8
      Examples:
        | defect | reason |
        | table-slack | reserved-not-zero |

      @id-SNP-40.9
      Examples:
        | defect | reason |
        | table-truncated | truncated |

      @id-SNP-40.10
      Examples:
        | defect | reason |
        | table-bounds | truncated |

      @id-SNP-40.11
      Examples:
        | defect | reason |
        | table-content | truncated |

      @id-SNP-40.12
      Examples:
        | defect | reason |
        | table-without-signer | endorsement-missing |
