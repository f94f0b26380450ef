@teep @suit @role-teep-agent
Feature: Envelopes of manifests

  Background:
    Given the SUT plays the teep-agent

  @req-SUIT-139 @level-must
  Rule: What an updater must implement is enough

    @id-SUIT-139.1
    Scenario: TEEP Agent takes a manifest that installs data
      When the tam sends an Update whose manifest installs data
      Then the teep-agent answers with a Success
      And the teep-agent has content A as data

  @req-SUIT-44 @level-derived
  Rule: An integrated payload is a byte string

    @id-SUIT-44.1 @negative @parent-SUIT-139.1
    Scenario: TEEP Agent refuses a manifest that has a payload that is a text
      When the tam sends an Update whose manifest has a payload that is a text
      Then the teep-agent refuses it with ERR_MANIFEST_PROCESSING_FAILED

  @req-SUIT-45 @level-may
  Rule: An integrated payload has a URI of any kind

    Scenario Outline: TEEP Agent takes a manifest that <manifest>
      When the tam sends an Update whose manifest <manifest>
      Then the teep-agent answers with a Success
      And the teep-agent has content A as data

      @id-SUIT-45.1
      Examples:
        | manifest                        |
        | names its payload by a fragment |

      @id-SUIT-45.2
      Examples:
        | manifest                         |
        | names its payload by a whole URI |

  @req-SUIT-47 @level-derived
  Rule: The manifest stands in a byte string

    @id-SUIT-47.1 @negative @parent-SUIT-139.1
    Scenario: TEEP Agent refuses a manifest that is in no byte string
      When the tam sends an Update whose manifest is in no byte string
      Then the teep-agent refuses it with ERR_MANIFEST_PROCESSING_FAILED

  @req-SUIT-49 @level-derived
  Rule: The envelope is a map

    @id-SUIT-49.1 @negative @parent-SUIT-139.1
    Scenario: TEEP Agent refuses a manifest that is in an envelope that is an array
      When the tam sends an Update whose manifest is in an envelope that is an array
      Then the teep-agent refuses it with ERR_MANIFEST_PROCESSING_FAILED

  @req-SUIT-50 @level-derived
  Rule: The envelope has a manifest

    @id-SUIT-50.1 @negative @parent-SUIT-139.1
    Scenario: TEEP Agent refuses a manifest that is missing from its envelope
      When the tam sends an Update whose manifest is missing from its envelope
      Then the teep-agent refuses it with ERR_MANIFEST_PROCESSING_FAILED
