@teep @suit @role-teep-agent
Feature: Order of commands

  Background:
    Given the SUT plays the teep-agent

  @req-SUIT-35 @level-derived
  Rule: Commands take effect in their order

    @id-SUIT-35.1
    Scenario: TEEP Agent takes a manifest that writes content A and then content B
      When the tam sends an Update whose manifest writes content A and then content B
      Then the teep-agent answers with a Success
      And the teep-agent has content B as data

  @req-SUIT-37 @level-must
  Rule: Without strict order a sequence that is run begins by choosing

    @id-SUIT-37.1
    Scenario: TEEP Agent takes a manifest that runs a sequence without strict order
      When the tam sends an Update whose manifest runs a sequence without strict order
      Then the teep-agent answers with a Success
      And the teep-agent has content A as data
      And the teep-agent has content B as second

    @id-SUIT-37.2 @negative @parent-SUIT-37.1
    Scenario: TEEP Agent refuses a manifest that runs a sequence without choosing and without strict order
      When the tam sends an Update whose manifest runs a sequence without choosing and without strict order
      Then the teep-agent refuses it with ERR_MANIFEST_PROCESSING_FAILED

  @req-SUIT-38 @level-must
  Rule: Without strict order a sequence that is run chooses once

    @id-SUIT-38.1 @negative @parent-SUIT-37.1
    Scenario: TEEP Agent refuses a manifest that chooses again in a sequence without strict order
      When the tam sends an Update whose manifest chooses again in a sequence without strict order
      Then the teep-agent refuses it with ERR_MANIFEST_PROCESSING_FAILED

  @req-SUIT-36 @level-must
  Rule: Without strict order nothing is both written and read

    @id-SUIT-36.1 @negative @parent-SUIT-37.1
    Scenario: TEEP Agent refuses a manifest that reads what it writes without strict order
      When the tam sends an Update whose manifest reads what it writes without strict order
      Then the teep-agent refuses it with ERR_MANIFEST_PROCESSING_FAILED
