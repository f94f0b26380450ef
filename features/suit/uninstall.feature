@teep @suit @role-teep-agent
Feature: Manifests that are no longer needed

  Background:
    Given the SUT plays the teep-agent

  @req-TDOM-08 @level-derived
  Rule: A root manifest has an identifier

    @id-TDOM-08.1
    Scenario: TEEP Agent takes an Update that unlinks it, after one that has an identifier and an uninstall sequence
      Given the teep-agent has taken an Update whose manifest has an identifier and an uninstall sequence
      When the tam sends an Update that unlinks it
      Then the teep-agent answers with a Success
      And the teep-agent has not installed data

  @req-TDOM-09 @level-derived
  Rule: A dependency's identifier is ignored

    @id-TDOM-09.1 @negative @parent-TDOM-08.1
    Scenario: TEEP Agent refuses an Update that unlinks the dependency by its identifier, after one that has a dependency with an identifier
      Given the teep-agent has taken an Update whose manifest has a dependency with an identifier
      When the tam sends an Update that unlinks the dependency by its identifier
      Then the teep-agent refuses it with ERR_MANIFEST_PROCESSING_FAILED, or follows the other reading of A20

  @req-TDOM-10 @level-derived
  Rule: A manifest's identifier is an array of byte strings

    @id-TDOM-10.1 @negative @parent-TDOM-08.1
    Scenario: TEEP Agent refuses a manifest that has a text for its own identifier
      When the tam sends an Update whose manifest has a text for its own identifier
      Then the teep-agent refuses it with ERR_MANIFEST_PROCESSING_FAILED

  @req-TDOM-53 @level-derived
  Rule: Uninstall is not severable

    @id-TDOM-53.1 @negative @parent-TDOM-08.1
    Scenario: TEEP Agent refuses a manifest that has a digest for uninstall
      When the tam sends an Update whose manifest has a digest for uninstall
      Then the teep-agent refuses it with ERR_MANIFEST_PROCESSING_FAILED

  @req-TDOM-44 @level-must
  Rule: Unlink is implemented

    @id-TDOM-44.1
    Scenario: TEEP Agent takes an Update that unlinks it, after one that has an identifier and an uninstall sequence
      Given the teep-agent has taken an Update whose manifest has an identifier and an uninstall sequence
      When the tam sends an Update that unlinks it
      Then the teep-agent answers with a Success
      And the teep-agent has not installed data

  @req-TDOM-45 @level-derived
  Rule: The uninstall sequence is executed

    @id-TDOM-45.1 @negative @parent-TDOM-44.1
    Scenario: TEEP Agent refuses an Update that unlinks it, after one that has an uninstall sequence that aborts
      Given the teep-agent has taken an Update whose manifest has an uninstall sequence that aborts
      When the tam sends an Update that unlinks it
      Then the teep-agent refuses it with ERR_MANIFEST_PROCESSING_FAILED and the SUIT reason condition-failed

  @req-TDOM-17 @level-must
  Rule: A shared component is counted

    @id-TDOM-17.1
    Scenario: TEEP Agent takes an Update that unlinks it, after one that shares a dependency
      Given the teep-agent has taken an Update whose manifest shares a dependency
      And the teep-agent has taken an Update whose manifest shares the same dependency
      When the tam sends an Update that unlinks it
      Then the teep-agent answers with a Success
      And the teep-agent has content B as second
      And the teep-agent has not installed data
      And the teep-agent has content A as tc

  @req-TDOM-48 @level-must
  Rule: References survive a restart

    @id-TDOM-48.1
    Scenario: TEEP Agent that is started again keeps a dependency to which another manifest refers
      Given the teep-agent has taken an Update whose manifest shares a dependency
      And the teep-agent has taken an Update whose manifest shares the same dependency
      And the teep-agent is started again
      When the tam sends an Update that unlinks it
      Then the teep-agent answers with a Success
      And the teep-agent has not installed data
      And the teep-agent has content A as tc

  @req-TDOM-49 @level-must
  Rule: One manifest takes one reference back

    @id-TDOM-49.1
    Scenario: TEEP Agent takes an Update that unlinks it, after one that shares a dependency and unlinks it twice
      Given the teep-agent has taken an Update whose manifest shares a dependency and unlinks it twice
      And the teep-agent has taken an Update whose manifest shares the same dependency
      When the tam sends an Update that unlinks it
      Then the teep-agent answers with a Success
      And the teep-agent has content B as second
      And the teep-agent has not installed data

  @req-TDOM-50 @level-derived
  Rule: The last reference takes the component away

    @id-TDOM-50.1
    Scenario: TEEP Agent takes an Update that unlinks both, after one that shares a dependency
      Given the teep-agent has taken an Update whose manifest shares a dependency
      And the teep-agent has taken an Update whose manifest shares the same dependency
      When the tam sends an Update that unlinks both
      Then the teep-agent answers with a Success
      And the teep-agent has not installed second
      And the teep-agent has not installed data
      And the teep-agent has not installed tc

  @req-TDOM-46 @level-must
  Rule: What a manifest refers to is not overwritten

    @id-TDOM-46.1 @negative @parent-SUIT-139.1
    Scenario: TEEP Agent refuses a manifest that fetches to a component of another manifest
      Given the teep-agent has taken an Update whose manifest has an identifier and an uninstall sequence
      When the tam sends an Update whose manifest fetches to a component of another manifest
      Then the teep-agent refuses it with ERR_MANIFEST_PROCESSING_FAILED

    @id-TDOM-46.2 @negative @parent-SUIT-132.1
    Scenario: TEEP Agent refuses a manifest that writes to a component of another manifest
      Given the teep-agent has taken an Update whose manifest has an identifier and an uninstall sequence
      When the tam sends an Update whose manifest writes to a component of another manifest
      Then the teep-agent refuses it with ERR_MANIFEST_PROCESSING_FAILED

    @id-TDOM-46.3 @negative @parent-SUIT-129.1
    Scenario: TEEP Agent refuses a manifest that copies to a component of another manifest
      Given the teep-agent has taken an Update whose manifest has an identifier and an uninstall sequence
      When the tam sends an Update whose manifest copies to a component of another manifest
      Then the teep-agent refuses it with ERR_MANIFEST_PROCESSING_FAILED

  @req-TDOM-47 @level-must
  Rule: What was uninstalled may be overwritten

    @id-TDOM-47.1
    Scenario: TEEP Agent takes an Update that unlinks it and installs another, after one that has an identifier and an uninstall sequence
      Given the teep-agent has taken an Update whose manifest has an identifier and an uninstall sequence
      When the tam sends an Update that unlinks it and installs another
      Then the teep-agent answers with a Success
      And the teep-agent has content B as data
