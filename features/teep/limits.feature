@teep
Feature: Limits, repetitions and suites of a session

  @req-TEEP-258 @level-should @role-teep-agent
  Rule: Manifests are limited

    @id-TEEP-258.1 @negative @parent-TEEP-98.1
    Scenario: TEEP Agent refuses an Update of a thousand manifests
      Given the SUT plays the teep-agent
      When the tam sends an Update with 1000 manifests
      Then the teep-agent refuses it with ERR_PERMANENT_ERROR

  @req-TEEP-249 @level-derived @role-tam
  Rule: A replayed conclusion starts nothing

    @id-TEEP-249.1 @negative @parent-TEEP-242.1
    Scenario: TAM starts nothing for a Success that comes again
      Given the SUT plays the tam
      When a teep-agent answers the tam's Update with a Success
      And a teep-agent answers the tam's Update with a Success again
      Then the tam drops it and serves another session

    @id-TEEP-249.2 @negative @parent-TEEP-242.1
    Scenario: TAM starts nothing for an Error that comes again
      Given the SUT plays the tam
      When a teep-agent answers the tam's Update with an Error
      And a teep-agent answers the tam's Update with an Error again
      Then the tam drops it and serves another session

  @req-TEEP-225 @level-must @role-tam
  Rule: An answer in another suite is dropped

    @id-TEEP-225.1 @negative @parent-TEEP-242.1
    Scenario: TAM drops a Success in another cipher suite than the one selected
      Given the SUT plays the tam
      When a teep-agent answers the tam's Update with a Success in another cipher suite
      Then the tam drops it

  @req-TEEP-278 @level-must @role-teep-agent
  Rule: An Update has one signature, of the selected suite

    @id-TEEP-278.1 @negative @parent-TEEP-98.1
    Scenario: TEEP Agent refuses an Update signed for every suite
      Given the SUT plays the teep-agent
      When the tam sends an Update signed for every suite
      Then the teep-agent refuses it with ERR_PERMANENT_ERROR

  @req-TEEP-213 @level-derived @role-tam
  Rule: An unknown Agent is asked in each suite

    @id-TEEP-213.1
    Scenario: TAM signs its first QueryRequest in each suite, or for the one that it expects
      Given the SUT plays the tam
      When the tam is sent an empty request that accepts TEEP
      Then the tam answers with a QueryRequest
      And the answer follows a reading of A19
