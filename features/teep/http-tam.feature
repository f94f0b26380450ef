@teep @http
Feature: TEEP over HTTP at the TAM

  @req-TOH-40 @level-derived @role-tam
  Rule: An Accept that covers TEEP will do

    @id-TOH-40.1
    Scenario: TAM answers a request that accepts anything
      Given the SUT plays the tam
      When the tam is sent an empty request that accepts anything
      Then the tam answers with a QueryRequest

    @id-TOH-40.2
    Scenario: TAM answers a request that accepts any application
      Given the SUT plays the tam
      When the tam is sent an empty request that accepts any application
      Then the tam answers with a QueryRequest

  @req-TOH-39 @level-should @role-tam
  Rule: Who does not accept TEEP gets an error

    @id-TOH-39.1 @negative @parent-TOH-40.1
    Scenario: TAM refuses a request that accepts web pages only
      Given the SUT plays the tam
      When the tam is sent an empty request that accepts web pages
      Then the tam refuses the request with an error

    @id-TOH-39.2 @negative @parent-TOH-40.1
    Scenario: TAM refuses a request that says nothing of what it accepts
      Given the SUT plays the tam
      When the tam is sent an empty request that accepts nothing
      Then the tam refuses the request with an error

  @req-TOH-38 @level-derived @role-tam
  Rule: Media types have no case

    @id-TOH-38.1
    Scenario: TAM takes a message whose media type is in capitals
      Given the SUT plays the tam
      When a teep-agent posts a QueryResponse, with its media type in capitals
      Then the tam answers with an Update

  @req-TOH-37 @level-should @role-tam
  Rule: Without media type it is 415

    @id-TOH-37.1 @negative @parent-TOH-38.1
    Scenario: TAM refuses a message without media type
      Given the SUT plays the tam
      When a teep-agent posts a QueryResponse, without its media type
      Then the tam refuses the request with status 415

  @req-TOH-12 @level-derived @role-tam
  Rule: No cookie is set

    @id-TOH-12.1
    Scenario: TAM sets no cookie
      Given the SUT plays the tam
      When a teep-agent answers the tam's QueryRequest with a QueryResponse
      Then every response of the tam is without cookie

  @req-TOH-13 @level-should @role-tam
  Rule: Content loads nothing

    @id-TOH-13.1
    Scenario: TAM forbids its content to load anything
      Given the SUT plays the tam
      When the tam is sent an empty request that accepts TEEP
      Then the tam answers with a QueryRequest
      And the answer has a policy that loads nothing

  @req-TOH-14 @level-should @role-tam
  Rule: No referrer is sent

    @id-TOH-14.1
    Scenario: TAM asks that no referrer be sent
      Given the SUT plays the tam
      When the tam is sent an empty request that accepts TEEP
      Then the tam answers with a QueryRequest
      And the answer has a policy that sends no referrer

  @req-TOH-16 @level-derived @role-tam
  Rule: Any URI may be the TAM's

    @id-TOH-16.1
    Scenario: TAM answers at the URI of a placement
      Given the SUT plays the tam
      When the teep-broker opens a session for analytics, placed on sev-snp, on sev-snp
      Then the tam answers the empty request with a QueryRequest

  @req-TOH-41 @level-derived @role-tam
  Rule: A body begins no session

    @id-TOH-41.1 @negative @parent-TOH-40.1
    Scenario: TAM begins nothing for octets that are no TEEP message
      Given the SUT plays the tam
      When the tam is sent octets that are no TEEP message
      Then the tam sends no message for it
      And the answer follows a reading of A21

  @req-TOH-42 @level-derived @role-tam
  Rule: Each empty POST begins a session

    @id-TOH-42.1
    Scenario: TAM begins another session for each empty request
      Given the SUT plays the tam
      When the tam is sent an empty request that accepts TEEP
      And the tam is sent an empty request that accepts TEEP
      Then no two QueryRequests of the tam can be taken for one another

  @req-TOH-43 @level-derived @role-tam
  Rule: Nothing to say is 2xx without body

    @id-TOH-43.1
    Scenario: TAM takes a Success
      Given the SUT plays the tam
      When a teep-agent answers the tam's Update with a Success
      Then the tam sends nothing more

  @req-TOH-44 @level-derived @role-tam
  Rule: A message comes with 2xx and the TEEP media type

    @id-TOH-44.1
    Scenario: TAM sends its Update with the TEEP media type
      Given the SUT plays the tam
      When a teep-agent answers the tam's QueryRequest with a QueryResponse
      Then the tam answers with an Update
      And the answer has the media type of TEEP

  @req-TOH-45 @level-derived @role-tam
  Rule: No answer at all is 5xx

    @id-TOH-45.1 @negative @parent-TEEP-242.1
    Scenario: TAM says that it failed when its Verifier breaks down
      Given the SUT plays the tam
      And the verifier breaks down
      When a teep-agent answers the tam's QueryRequest with a QueryResponse
      Then the tam says that it failed

  @req-TOH-46 @level-derived @role-tam
  Rule: Message for message until the TAM has nothing more

    @id-TOH-46.1
    Scenario: TAM takes a Success with a message of 128 octets
      Given the SUT plays the tam
      When a teep-agent answers the tam's Update with a Success with a message of 128 octets
      Then the tam sends nothing more

  @req-TEEP-270 @level-derived @role-tam
  Rule: TEEP has its media type

    @id-TEEP-270.1
    Scenario: TAM calls its QueryRequest what it is
      Given the SUT plays the tam
      When the tam is sent an empty request that accepts TEEP
      Then the tam answers with a QueryRequest
      And the answer has the media type of TEEP
