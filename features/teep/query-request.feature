@teep
Feature: QueryRequests that the suite sends in the place of a TAM

  @req-TEEP-66 @level-must @role-teep-agent
  Rule: A QueryResponse repeats the token at both ends of its size

    Scenario Outline: TEEP Agent repeats a token of <size> octets
      Given the SUT plays the teep-agent
      When the tam sends a QueryRequest with a token of <size> octets
      Then the teep-agent answers with a QueryResponse
      And the answer repeats the token

      @id-TEEP-66.1
      Examples:
        | size |
        | 8    |

      @id-TEEP-66.2
      Examples:
        | size |
        | 64   |

  @req-TEEP-33 @level-must @role-teep-agent
  Rule: A token of another size is rejected

    @negative
    Scenario Outline: TEEP Agent rejects a token of <size> octets
      Given the SUT plays the teep-agent
      When the tam sends a QueryRequest with a token of <size> octets
      Then the teep-agent refuses it with ERR_PERMANENT_ERROR

      @id-TEEP-33.1 @parent-TEEP-66.1
      Examples:
        | size |
        | 7    |

      @id-TEEP-33.2 @parent-TEEP-66.2
      Examples:
        | size |
        | 65   |

  @req-TEEP-242 @level-must @role-tam
  Rule: Evidence answers a challenge of the TAM's own

    @id-TEEP-242.1
    Scenario: TAM takes Evidence for the challenge of its QueryRequest
      Given the SUT plays the tam
      When a teep-agent answers the tam's QueryRequest with a QueryResponse
      Then the tam answers with an Update
      And the answer carries a manifest

    @id-TEEP-242.2 @negative @parent-TEEP-242.1
    Scenario: TAM drops Evidence for a challenge that was answered before
      Given the SUT plays the tam
      When a teep-agent answers the tam's QueryRequest with a QueryResponse
      And a teep-agent answers the tam's QueryRequest with a QueryResponse
      Then the tam drops it and serves another session
