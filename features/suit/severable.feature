@teep @suit @role-teep-agent
Feature: Severable elements of manifests

  Background:
    Given the SUT plays the teep-agent

  @req-SUIT-61 @level-should
  Rule: A severed sequence is taken from the envelope

    Scenario Outline: TEEP Agent takes a manifest that <manifest>
      When the tam sends an Update whose manifest <manifest>
      Then the teep-agent answers with a Success
      And the teep-agent has content A as data

      @id-SUIT-61.1
      Examples:
        | manifest                         |
        | has its install sequence severed |

      @id-SUIT-61.2
      Examples:
        | manifest                               |
        | has its payload-fetch sequence severed |

  @req-SUIT-62 @level-derived
  Rule: A severed sequence is the one that was signed

    @id-SUIT-62.1 @negative @parent-SUIT-61.1
    Scenario: TEEP Agent refuses a manifest that has another install sequence in its envelope than it says
      When the tam sends an Update whose manifest has another install sequence in its envelope than it says
      Then the teep-agent refuses it with ERR_MANIFEST_PROCESSING_FAILED

    @id-SUIT-62.2 @negative @parent-SUIT-61.2
    Scenario: TEEP Agent refuses a manifest that has another payload-fetch sequence in its envelope than it says
      When the tam sends an Update whose manifest has another payload-fetch sequence in its envelope than it says
      Then the teep-agent refuses it with ERR_MANIFEST_PROCESSING_FAILED

  @req-SUIT-63 @level-derived
  Rule: The head of a severed element is digested

    @id-SUIT-63.1 @negative @parent-SUIT-61.1
    Scenario: TEEP Agent refuses a manifest that has the digest of its install sequence without the head of the byte string
      When the tam sends an Update whose manifest has the digest of its install sequence without the head of the byte string
      Then the teep-agent refuses it with ERR_MANIFEST_PROCESSING_FAILED

  @req-SUIT-64 @level-derived
  Rule: A severed sequence is there

    @id-SUIT-64.1 @negative @parent-SUIT-61.1
    Scenario: TEEP Agent refuses a manifest that has its install sequence severed and gone
      When the tam sends an Update whose manifest has its install sequence severed and gone
      Then the teep-agent refuses it with ERR_MANIFEST_PROCESSING_FAILED

  @req-SUIT-65 @level-derived
  Rule: Not everything can be severed

    @negative @parent-SUIT-139.1
    Scenario Outline: TEEP Agent refuses a manifest that <manifest>
      When the tam sends an Update whose manifest <manifest>
      Then the teep-agent refuses it with ERR_MANIFEST_PROCESSING_FAILED

      @id-SUIT-65.1
      Examples:
        | manifest                  |
        | has a digest for validate |

      @id-SUIT-65.2
      Examples:
        | manifest              |
        | has a digest for load |

      @id-SUIT-65.3
      Examples:
        | manifest                |
        | has a digest for invoke |

      @id-SUIT-65.4
      Examples:
        | manifest                         |
        | has a digest for its common part |

  @req-TDOM-56 @level-derived
  Rule: Dependency-resolution can be severed

    @id-TDOM-56.1
    Scenario: TEEP Agent takes a manifest that has its dependency-resolution severed
      When the tam sends an Update whose manifest has its dependency-resolution severed
      Then the teep-agent answers with a Success
      And the teep-agent has content A as data
      And the teep-agent has content B as second

  @req-TDOM-57 @level-derived
  Rule: A severed dependency-resolution is the one that was signed

    @id-TDOM-57.1 @negative @parent-TDOM-56.1
    Scenario: TEEP Agent refuses a manifest that has another dependency-resolution in its envelope than it says
      When the tam sends an Update whose manifest has another dependency-resolution in its envelope than it says
      Then the teep-agent refuses it with ERR_MANIFEST_PROCESSING_FAILED
