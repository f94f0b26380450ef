@teep
Feature: What an Agent lists and reports

  @req-TEEP-78 @level-must @role-teep-agent
  Rule: Components are listed for those who ask

    @id-TEEP-78.1
    Scenario: TEEP Agent lists what an Update brought
      Given the SUT plays the teep-agent
      And the teep-agent has taken an Update
      When the tam sends a QueryRequest
      Then the teep-agent answers with a QueryResponse
      And the answer lists its components

  @req-TEEP-80 @level-derived @role-teep-agent
  Rule: A listed component has a parameter beside its id

    @id-TEEP-80.1
    Scenario: TEEP Agent says more of a component than its id
      Given the SUT plays the teep-agent
      And the teep-agent has taken an Update
      When the tam sends a QueryRequest
      Then the teep-agent answers with a QueryResponse
      And the answer lists a parameter beside the id of each component

  @req-TEEP-76 @level-derived @role-teep-agent
  Rule: SUIT Reports are sent to those who ask

    @id-TEEP-76.1
    Scenario: TEEP Agent reports on what it has installed
      Given the SUT plays the teep-agent
      And the teep-agent has taken an Update
      When the tam sends a QueryRequest that asks for SUIT Reports too
      Then the teep-agent answers with a QueryResponse
      And the answer carries a SUIT Report

  @req-TEEP-75 @level-must @role-teep-agent
  Rule: Reports of a QueryResponse have the token for their nonce

    @id-TEEP-75.1
    Scenario: TEEP Agent reports for the QueryRequest at hand
      Given the SUT plays the teep-agent
      And the teep-agent has taken an Update
      When the tam sends a QueryRequest that asks for SUIT Reports too
      Then the teep-agent answers with a QueryResponse
      And the answer repeats the token in each SUIT Report

  @req-TEEP-77 @level-derived @role-teep-agent
  Rule: Reports can be read

    @id-TEEP-77.1
    Scenario: TEEP Agent sends reports that can be read
      Given the SUT plays the teep-agent
      And the teep-agent has taken an Update
      When the tam sends a QueryRequest that asks for SUIT Reports too
      Then the teep-agent answers with a QueryResponse
      And the answer repeats the token in each SUIT Report

  @req-TEEP-128 @level-must @role-teep-agent
  Rule: Reports of a Success have the token for their nonce

    @id-TEEP-128.1
    Scenario: TEEP Agent reports Success for the Update at hand
      Given the SUT plays the teep-agent
      When the tam sends an Update
      Then the teep-agent answers with a Success
      And the answer repeats the token in each SUIT Report

  @req-TEEP-148 @level-must @role-teep-agent
  Rule: Reports of an Error have the token for their nonce

    @id-TEEP-148.1
    Scenario: TEEP Agent reports failure for the Update at hand
      Given the SUT plays the teep-agent
      When the tam sends an Update with a manifest of version 2
      Then the teep-agent answers with an Error
      And the answer repeats the token in each SUIT Report

  @req-TEEP-129 @level-must @role-teep-agent
  Rule: Reports of a Success are signed with another key

    @id-TEEP-129.1
    Scenario: TEEP Agent signs its report of a Success with another key
      Given the SUT plays the teep-agent
      And the teep-agent signs its SUIT Reports
      When the tam sends an Update
      Then the teep-agent answers with a Success
      And the answer carries SUIT Reports signed with another key

  @req-TEEP-147 @level-must @role-teep-agent
  Rule: Reports of an Error are signed with another key

    @id-TEEP-147.1
    Scenario: TEEP Agent signs its report of an Error with another key
      Given the SUT plays the teep-agent
      And the teep-agent signs its SUIT Reports
      When the tam sends an Update with a manifest of version 2
      Then the teep-agent answers with an Error
      And the answer carries SUIT Reports signed with another key

  @req-TEEP-93 @level-derived @role-tam
  Rule: What is no longer needed may be unlinked

    @id-TEEP-93.1
    Scenario: TAM takes a QueryResponse that no longer needs a manifest
      Given the SUT plays the tam
      When a teep-agent answers the tam's QueryRequest with a QueryResponse that no longer needs a manifest
      Then the tam answers with an Update
      And the answer names the manifests that are no longer needed
