@teep @suit @role-teep-agent
Feature: Staging and installation

  Background:
    Given the SUT plays the teep-agent

  @req-TDOM-54 @level-may
  Rule: A candidate may be verified

    @id-TDOM-54.1
    Scenario: TEEP Agent takes a manifest that verifies its candidate
      When the tam sends an Update whose manifest verifies its candidate
      Then the teep-agent answers with a Success
      And the teep-agent has content A as data

    @id-TDOM-54.2 @negative @parent-TDOM-54.1
    Scenario: TEEP Agent refuses a manifest that fails in candidate-verification
      When the tam sends an Update whose manifest fails in candidate-verification
      Then the teep-agent refuses it with ERR_MANIFEST_PROCESSING_FAILED and the SUIT reason condition-failed

  @req-TDOM-55 @level-derived
  Rule: Staging comes before installation

    @id-TDOM-55.1
    Scenario: TEEP Agent takes a manifest that goes from dependency-resolution to install
      When the tam sends an Update whose manifest goes from dependency-resolution to install
      Then the teep-agent answers with a Success
      And the teep-agent has content A as data
