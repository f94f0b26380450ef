@teep @suit @role-teep-agent
Feature: Conditions of manifests

  Background:
    Given the SUT plays the teep-agent

  @req-SUIT-26 @level-must
  Rule: A condition has no effect but its result

    @id-SUIT-26.1
    Scenario: TEEP Agent takes a manifest that tries conditions that fail before its fetch
      When the tam sends an Update whose manifest tries conditions that fail before its fetch
      Then the teep-agent answers with a Success
      And the teep-agent has content A as data

  @req-SUIT-111 @level-must
  Rule: A failed condition ends its sequence

    @id-SUIT-111.1
    Scenario: TEEP Agent takes a manifest that tries a sequence that fails before it writes
      When the tam sends an Update whose manifest tries a sequence that fails before it writes
      Then the teep-agent answers with a Success
      And the teep-agent has content A as data

  @req-SUIT-112 @level-must
  Rule: A condition without its parameter fails

    @negative @parent-SUIT-139.1
    Scenario Outline: TEEP Agent refuses a manifest that <manifest>
      When the tam sends an Update whose manifest <manifest>
      Then the teep-agent refuses it with ERR_MANIFEST_PROCESSING_FAILED and the SUIT reason condition-failed

      @id-SUIT-112.1
      Examples:
        | manifest                               |
        | has no vendor for its vendor condition |

      @id-SUIT-112.2
      Examples:
        | manifest                             |
        | has no class for its class condition |

      @id-SUIT-112.3
      Examples:
        | manifest                              |
        | has no digest for its image condition |

      @id-SUIT-112.4
      Examples:
        | manifest                                 |
        | has no content for its content condition |

      @id-SUIT-112.5
      Examples:
        | manifest                           |
        | has no slot for its slot condition |

      @id-SUIT-112.6
      Examples:
        | manifest                               |
        | has no device for its device condition |

  @req-SUIT-115 @level-must
  Rule: A manifest is for this device

    @id-SUIT-115.1
    Scenario: TEEP Agent takes a manifest that is for this device
      When the tam sends an Update whose manifest is for this device
      Then the teep-agent answers with a Success
      And the teep-agent has content A as data

    @id-SUIT-115.2 @negative @parent-SUIT-115.1
    Scenario: TEEP Agent refuses a manifest that is for another device
      When the tam sends an Update whose manifest is for another device
      Then the teep-agent refuses it with ERR_MANIFEST_PROCESSING_FAILED and the SUIT reason condition-failed

  @req-SUIT-118 @level-derived
  Rule: Check-content compares every octet

    @id-SUIT-118.1
    Scenario: TEEP Agent takes a manifest that checks content that is there
      When the tam sends an Update whose manifest checks content that is there
      Then the teep-agent answers with a Success
      And the teep-agent has content A as data

    @negative @parent-SUIT-118.1
    Scenario Outline: TEEP Agent refuses a manifest that <manifest>
      When the tam sends an Update whose manifest <manifest>
      Then the teep-agent refuses it with ERR_MANIFEST_PROCESSING_FAILED and the SUIT reason condition-failed

      @id-SUIT-118.2
      Examples:
        | manifest                                      |
        | checks content that differs in its last octet |

      @id-SUIT-118.3
      Examples:
        | manifest                       |
        | checks content that is shorter |

      @id-SUIT-118.4
      Examples:
        | manifest                      |
        | checks content that is longer |

  @req-SUIT-120 @level-derived
  Rule: A slot is the one that is named

    @id-SUIT-120.1
    Scenario: TEEP Agent takes a manifest that checks the slot of its component
      When the tam sends an Update whose manifest checks the slot of its component
      Then the teep-agent answers with a Success
      And the teep-agent has content A as data

    @id-SUIT-120.2 @negative @parent-SUIT-120.1
    Scenario: TEEP Agent refuses a manifest that checks another slot
      When the tam sends an Update whose manifest checks another slot
      Then the teep-agent refuses it with ERR_MANIFEST_PROCESSING_FAILED and the SUIT reason condition-failed

  @req-SUIT-121 @level-derived
  Rule: Abort fails

    @id-SUIT-121.1 @negative @parent-SUIT-139.1
    Scenario: TEEP Agent refuses a manifest that aborts
      When the tam sends an Update whose manifest aborts
      Then the teep-agent refuses it with ERR_MANIFEST_PROCESSING_FAILED and the SUIT reason condition-failed
