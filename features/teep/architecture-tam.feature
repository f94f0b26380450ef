@teep
Feature: What the architecture asks of TAMs

  @req-TEA-11 @level-derived
  Rule: Messages are signed by their sender

    @id-TEA-11.1 @role-tam
    Scenario: TAM signs what it sends
      Given the SUT plays the tam
      When the tam is sent an empty request that accepts TEEP
      Then the tam answers with a QueryRequest

    @id-TEA-11.2 @role-teep-agent
    Scenario: TEEP Agent signs what it sends
      Given the SUT plays the teep-agent
      When the tam sends an Update
      Then the teep-agent answers with a Success

  @req-TEA-14 @level-derived @role-tam
  Rule: Only a device that is trusted is managed

    @id-TEA-14.1 @negative @parent-TEEP-242.1
    Scenario: TAM does not manage a device that shows the evidence of another
      Given the SUT plays the tam
      When a teep-agent answers the tam's QueryRequest with a QueryResponse with the evidence of another Agent
      Then the tam drops it

  @req-TEA-24 @level-derived @role-tam
  Rule: Messages belong to a session that exists

    @id-TEA-24.1 @negative @parent-TEEP-242.1
    Scenario: TAM drops an answer to a session that it never had
      Given the SUT plays the tam
      When a teep-agent answers the tam's QueryRequest with a QueryResponse to a challenge that was never sent
      Then the tam drops it

  @req-TEA-37 @level-derived @role-tam
  Rule: What the REE repeats has no effect

    @id-TEA-37.1 @negative @parent-TEEP-242.1
    Scenario: TAM installs nothing twice
      Given the SUT plays the tam
      When a teep-agent answers the tam's QueryRequest with a QueryResponse
      And a teep-agent answers the tam's QueryRequest with a QueryResponse again
      Then the tam drops it and serves another session
