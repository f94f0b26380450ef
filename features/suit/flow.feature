@teep @suit @role-teep-agent
Feature: Sequences that are tried and run

  Background:
    Given the SUT plays the teep-agent

  @req-SUIT-122 @level-derived
  Rule: Try-each executes until one sequence succeeds

    Scenario Outline: TEEP Agent takes a manifest that <manifest>
      When the tam sends an Update whose manifest <manifest>
      Then the teep-agent answers with a Success
      And the teep-agent has content A as data

      @id-SUIT-122.1
      Examples:
        | manifest                         |
        | tries one sequence after another |

      @id-SUIT-122.2
      Examples:
        | manifest                                      |
        | tries a sequence that succeeds before another |

  @req-SUIT-123 @level-derived
  Rule: Try-each fails with the last of its sequences

    @id-SUIT-123.1 @negative @parent-SUIT-122.1
    Scenario: TEEP Agent refuses a manifest that tries two sequences that fail
      When the tam sends an Update whose manifest tries two sequences that fail
      Then the teep-agent refuses it with ERR_MANIFEST_PROCESSING_FAILED and the SUIT reason condition-failed

  @req-SUIT-124 @level-derived
  Rule: An empty sequence succeeds

    @id-SUIT-124.1
    Scenario: TEEP Agent takes a manifest that tries two sequences that fail before an empty one
      When the tam sends an Update whose manifest tries two sequences that fail before an empty one
      Then the teep-agent answers with a Success
      And the teep-agent has content A as data

  @req-SUIT-135 @level-derived
  Rule: Run-sequence executes its argument

    @id-SUIT-135.1
    Scenario: TEEP Agent takes a manifest that runs a sequence that fetches
      When the tam sends an Update whose manifest runs a sequence that fetches
      Then the teep-agent answers with a Success
      And the teep-agent has content A as data

    @id-SUIT-135.2 @negative @parent-SUIT-107.1
    Scenario: TEEP Agent refuses a manifest that runs a soft sequence whose fetch fails
      When the tam sends an Update whose manifest runs a soft sequence whose fetch fails
      Then the teep-agent refuses it with ERR_MANIFEST_PROCESSING_FAILED and the SUIT reason operation-failed

  @req-SUIT-105 @level-must
  Rule: Soft failure is set inside only

    @negative @parent-SUIT-139.1
    Scenario Outline: TEEP Agent refuses a manifest that <manifest>
      When the tam sends an Update whose manifest <manifest>
      Then the teep-agent refuses it with ERR_MANIFEST_PROCESSING_FAILED

      @id-SUIT-105.1
      Examples:
        | manifest                     |
        | sets soft failure in install |

      @id-SUIT-105.2
      Examples:
        | manifest                                 |
        | sets soft failure in its shared sequence |

  @req-SUIT-106 @level-derived
  Rule: In try-each failure can be made hard

    @id-SUIT-106.1 @negative @parent-SUIT-122.1
    Scenario: TEEP Agent refuses a manifest that tries a sequence whose failure is hard
      When the tam sends an Update whose manifest tries a sequence whose failure is hard
      Then the teep-agent refuses it with ERR_MANIFEST_PROCESSING_FAILED and the SUIT reason condition-failed

  @req-SUIT-107 @level-derived
  Rule: In run-sequence failure can be made soft

    @id-SUIT-107.1
    Scenario: TEEP Agent takes a manifest that runs a sequence that fails softly
      When the tam sends an Update whose manifest runs a sequence that fails softly
      Then the teep-agent answers with a Success
      And the teep-agent has content A as data

    @id-SUIT-107.2 @negative @parent-SUIT-107.1
    Scenario: TEEP Agent refuses a manifest that runs a sequence that fails
      When the tam sends an Update whose manifest runs a sequence that fails
      Then the teep-agent refuses it with ERR_MANIFEST_PROCESSING_FAILED and the SUIT reason condition-failed

  @req-SUIT-108 @level-derived
  Rule: Soft failure ends with its sequence

    @negative @parent-SUIT-107.1
    Scenario Outline: TEEP Agent refuses a manifest that <manifest>
      When the tam sends an Update whose manifest <manifest>
      Then the teep-agent refuses it with ERR_MANIFEST_PROCESSING_FAILED and the SUIT reason condition-failed

      @id-SUIT-108.1
      Examples:
        | manifest                                                |
        | runs a failing sequence and takes it to be soft outside |

      @id-SUIT-108.2
      Examples:
        | manifest                    |
        | fails after a soft sequence |
