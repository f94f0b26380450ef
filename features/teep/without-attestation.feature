@teep
Feature: Sessions of a TAM that asks without attestation

  @req-TEEP-11 @level-must @role-tam
  Rule: A token is answered once

    @id-TEEP-11.1
    Scenario: TAM takes the first QueryResponse with its token
      Given the SUT plays the tam
      And the tam asks without attestation
      When a teep-agent answers the tam's QueryRequest with a QueryResponse
      Then the tam answers with an Update
      And the answer carries a manifest

    @id-TEEP-11.2 @negative @parent-TEEP-11.1
    Scenario: TAM drops the second QueryResponse with a token
      Given the SUT plays the tam
      And the tam asks without attestation
      When a teep-agent answers the tam's QueryRequest with a QueryResponse
      And a teep-agent answers the tam's QueryRequest with a QueryResponse
      Then the tam drops it and serves another session
