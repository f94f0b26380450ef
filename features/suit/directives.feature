@teep @suit @role-teep-agent
Feature: Directives of manifests

  Background:
    Given the SUT plays the teep-agent

  @req-SUIT-27 @level-must
  Rule: A directive that fails aborts

    @id-SUIT-27.1 @negative @parent-SUIT-122.1
    Scenario: TEEP Agent refuses a manifest that tries a fetch that fails
      When the tam sends an Update whose manifest tries a fetch that fails
      Then the teep-agent refuses it with ERR_MANIFEST_PROCESSING_FAILED and the SUIT reason operation-failed

  @req-SUIT-126 @level-derived
  Rule: Fetch takes what the URI names

    @id-SUIT-126.1
    Scenario: TEEP Agent takes a manifest that fetches two payloads by their URIs
      When the tam sends an Update whose manifest fetches two payloads by their URIs
      Then the teep-agent answers with a Success
      And the teep-agent has content A as data
      And the teep-agent has content B as second

  @req-SUIT-127 @level-derived
  Rule: A fetch of nothing fails

    @negative @parent-SUIT-139.1
    Scenario Outline: TEEP Agent refuses a manifest that <manifest>
      When the tam sends an Update whose manifest <manifest>
      Then the teep-agent refuses it with ERR_MANIFEST_PROCESSING_FAILED and the SUIT reason operation-failed

      @id-SUIT-127.1
      Examples:
        | manifest                |
        | fetches what is nowhere |

      @id-SUIT-127.2
      Examples:
        | manifest              |
        | fetches without a URI |

  @req-SUIT-129 @level-derived
  Rule: Copy takes the source's octets

    @id-SUIT-129.1
    Scenario: TEEP Agent takes a manifest that copies from another component
      When the tam sends an Update whose manifest copies from another component
      Then the teep-agent answers with a Success
      And the teep-agent has content A as data
      And the teep-agent has content A as second

  @req-SUIT-130 @level-derived
  Rule: A copy of nothing fails

    @negative @parent-SUIT-129.1
    Scenario Outline: TEEP Agent refuses a manifest that <manifest>
      When the tam sends an Update whose manifest <manifest>
      Then the teep-agent refuses it with ERR_MANIFEST_PROCESSING_FAILED and the SUIT reason operation-failed

      @id-SUIT-130.1
      Examples:
        | manifest                |
        | copies without a source |

      @id-SUIT-130.2
      Examples:
        | manifest                       |
        | copies from an empty component |

    @id-SUIT-130.3 @negative @parent-SUIT-129.1
    Scenario: TEEP Agent refuses a manifest that copies from a component that is not listed
      When the tam sends an Update whose manifest copies from a component that is not listed
      Then the teep-agent refuses it with ERR_MANIFEST_PROCESSING_FAILED

  @req-SUIT-132 @level-derived
  Rule: Write stores the content

    @id-SUIT-132.1
    Scenario: TEEP Agent takes a manifest that writes content
      When the tam sends an Update whose manifest writes content
      Then the teep-agent answers with a Success
      And the teep-agent has content B as data

  @req-SUIT-133 @level-derived
  Rule: A write of nothing fails

    @id-SUIT-133.1 @negative @parent-SUIT-132.1
    Scenario: TEEP Agent refuses a manifest that writes without content
      When the tam sends an Update whose manifest writes without content
      Then the teep-agent refuses it with ERR_MANIFEST_PROCESSING_FAILED and the SUIT reason operation-failed

  @req-SUIT-136 @level-derived
  Rule: Swap exchanges

    @id-SUIT-136.1
    Scenario: TEEP Agent takes a manifest that swaps two components
      When the tam sends an Update whose manifest swaps two components
      Then the teep-agent answers with a Success
      And the teep-agent has content B as data
      And the teep-agent has content A as second

  @req-SUIT-137 @level-derived
  Rule: A swap with nothing fails

    @negative @parent-SUIT-136.1
    Scenario Outline: TEEP Agent refuses a manifest that <manifest>
      When the tam sends an Update whose manifest <manifest>
      Then the teep-agent refuses it with ERR_MANIFEST_PROCESSING_FAILED and the SUIT reason operation-failed

      @id-SUIT-137.1
      Examples:
        | manifest                      |
        | swaps with an empty component |

      @id-SUIT-137.2
      Examples:
        | manifest               |
        | swaps without a source |

  @req-SUIT-145 @level-derived
  Rule: What is fetched is compared

    @id-SUIT-145.1 @negative @parent-SUIT-139.1
    Scenario: TEEP Agent refuses a manifest that compares its payload with no digest
      When the tam sends an Update whose manifest compares its payload with no digest
      Then the teep-agent refuses it with ERR_MANIFEST_PROCESSING_FAILED
