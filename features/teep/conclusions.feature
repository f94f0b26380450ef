@teep
Feature: Successes and Errors that a TAM takes or drops

  @req-TEEP-122 @level-must @role-tam
  Rule: A Success has two elements

    @id-TEEP-122.1 @negative @parent-TOH-43.1
    Scenario: TAM drops a Success of three elements
      Given the SUT plays the tam
      When a teep-agent answers the tam's Update with a Success of three elements
      Then the tam drops it

    @id-TEEP-122.2 @negative @parent-TOH-43.1
    Scenario: TAM drops a Success of one element
      Given the SUT plays the tam
      When a teep-agent answers the tam's Update with a Success of one element
      Then the tam drops it

  @req-TEEP-124 @level-must @role-tam
  Rule: A Success has the token of its Update

    @id-TEEP-124.1 @negative @parent-TOH-43.1
    Scenario: TAM drops a Success without its token
      Given the SUT plays the tam
      When a teep-agent answers the tam's Update with a Success without its token
      Then the tam drops it

  @req-TEEP-125 @level-must @role-tam
  Rule: A Success has no other token

    @id-TEEP-125.1 @negative @parent-TOH-43.1
    Scenario: TAM drops a Success with a token that it never sent
      Given the SUT plays the tam
      When a teep-agent answers the tam's Update with a Success with a token that was never sent
      Then the tam drops it

    @id-TEEP-125.2 @negative @parent-TOH-43.1
    Scenario: TAM drops a Success with the token of its QueryRequest
      Given the SUT plays the tam
      And the tam asks for no attestation of a teep-agent that it has met
      When a teep-agent answers the tam's QueryRequest with a Success
      Then the tam drops it

  @req-TEEP-276 @level-must @role-tam
  Rule: A SUIT Report of a Success that is signed has a key of its own

    @id-TEEP-276.1 @negative @parent-TEEP-189.1
    Scenario: TAM drops a Success with a SUIT Report signed with the key of the message
      Given the SUT plays the tam
      When a teep-agent answers the tam's Update with a Success with a SUIT Report signed with the key of the message
      Then the tam drops it

  @req-TEEP-277 @level-must @role-tam
  Rule: An Error about what is not supported lists what is

    @id-TEEP-277.1
    Scenario: TAM takes an Error about freshness mechanisms
      Given the SUT plays the tam
      When a teep-agent answers the tam's Update with an Error about its freshness mechanisms
      Then the tam sends nothing more

    @id-TEEP-277.2 @negative @parent-TEEP-277.1
    Scenario: TAM drops an Error without the freshness mechanisms of the Agent
      Given the SUT plays the tam
      When a teep-agent answers the tam's Update with an Error that keeps its freshness mechanisms to itself
      Then the tam drops it

    @id-TEEP-277.3
    Scenario: TAM takes an Error about cipher suites
      Given the SUT plays the tam
      When a teep-agent answers the tam's Update with an Error about its cipher suites
      Then the tam sends nothing more

    @id-TEEP-277.4 @negative @parent-TEEP-277.3
    Scenario: TAM drops an Error without the cipher suites of the Agent
      Given the SUT plays the tam
      When a teep-agent answers the tam's Update with an Error that keeps its cipher suites to itself
      Then the tam drops it

  @req-TEEP-127 @level-must @role-tam
  Rule: A msg has 1 to 128 octets

    @id-TEEP-127.1
    Scenario: TAM takes a Success with a message of 128 octets
      Given the SUT plays the tam
      When a teep-agent answers the tam's Update with a Success with a message of 128 octets
      Then the tam sends nothing more

    @id-TEEP-127.2 @negative @parent-TEEP-127.1
    Scenario: TAM drops a Success with a message of 129 octets
      Given the SUT plays the tam
      When a teep-agent answers the tam's Update with a Success with a message of 129 octets
      Then the tam drops it

    @id-TEEP-127.3 @negative @parent-TEEP-127.1
    Scenario: TAM drops a Success with an empty message
      Given the SUT plays the tam
      When a teep-agent answers the tam's Update with a Success with an empty message
      Then the tam drops it

  @req-TEEP-189 @level-derived @role-tam
  Rule: A SUIT Report of a Success is for its Update

    @id-TEEP-189.1
    Scenario: TAM takes a Success with a SUIT Report for its Update
      Given the SUT plays the tam
      When a teep-agent answers the tam's Update with a Success with a SUIT Report for its Update
      Then the tam sends nothing more

    @id-TEEP-189.2 @negative @parent-TEEP-189.1
    Scenario: TAM drops a Success with a SUIT Report for another Update
      Given the SUT plays the tam
      When a teep-agent answers the tam's Update with a Success with a SUIT Report for another Update
      Then the tam drops it

  @req-TEEP-190 @level-derived @role-tam
  Rule: A SUIT Report of an Error is for its Update

    @id-TEEP-190.1
    Scenario: TAM takes an Error with a SUIT Report for its Update
      Given the SUT plays the tam
      When a teep-agent answers the tam's Update with an Error with a SUIT Report for its Update
      Then the tam sends nothing more

    @id-TEEP-190.2 @negative @parent-TEEP-190.1
    Scenario: TAM drops an Error with a SUIT Report for another Update
      Given the SUT plays the tam
      When a teep-agent answers the tam's Update with an Error with a SUIT Report for another Update
      Then the tam drops it

  @req-TEEP-151 @level-should @role-tam
  Rule: An unknown code is an unknown error

    @id-TEEP-151.1
    Scenario: TAM takes an Error with an unknown code
      Given the SUT plays the tam
      When a teep-agent answers the tam's Update with an Error with an unknown code
      Then the tam sends nothing more, or follows the other reading of A14

  @req-TEEP-149 @level-must @role-tam
  Rule: Code 0 is not used

    @id-TEEP-149.1 @negative @parent-TEEP-151.1
    Scenario: TAM drops an Error with code 0
      Given the SUT plays the tam
      When a teep-agent answers the tam's Update with an Error with code 0
      Then the tam drops it

  @req-TEEP-155 @level-may @role-tam
  Rule: An Agent that found a fault is not given up

    @id-TEEP-155.1
    Scenario: TAM serves an Agent some time after its permanent Error
      Given the SUT plays the tam
      When a teep-agent answers the tam's QueryRequest with an Error that is permanent
      And 100 hours pass
      And the teep-agent opens another session with the tam
      And a teep-agent answers the tam's QueryRequest with a QueryResponse
      Then the tam answers with an Update
      And the answer carries a manifest

  @req-TEEP-157 @level-may @role-tam
  Rule: An Agent with other freshness mechanisms is asked again

    @id-TEEP-157.1
    Scenario: TAM serves an Agent after its Error about freshness mechanisms
      Given the SUT plays the tam
      When a teep-agent answers the tam's QueryRequest with an Error about its freshness mechanisms
      And the teep-agent opens another session with the tam
      And a teep-agent answers the tam's QueryRequest with a QueryResponse
      Then the tam answers with an Update
      And the answer carries a manifest

  @req-TEEP-159 @level-may @role-tam
  Rule: An Agent with other cipher suites is asked again

    @id-TEEP-159.1
    Scenario: TAM serves an Agent after its Error about cipher suites
      Given the SUT plays the tam
      When a teep-agent answers the tam's QueryRequest with an Error about its cipher suites
      And the teep-agent opens another session with the tam
      And a teep-agent answers the tam's QueryRequest with a QueryResponse
      Then the tam answers with an Update
      And the answer carries a manifest
