@teep @http
Feature: TEEP over HTTP between Broker and TAM

  @req-TOH-01 @level-derived @role-tam
  Rule: An empty POST makes the TAM begin

    @id-TOH-01.1
    Scenario: TAM answers an empty POST with a QueryRequest
      Given the SUT plays the tam
      When the teep-broker opens a session for analytics on sev-snp
      Then the tam answers the empty request with a QueryRequest
      And the answer follows a reading of A19
      And the answer follows a reading of A22

  @req-TOH-02 @level-derived @role-teep-broker
  Rule: The client begins with an empty POST

    @id-TOH-02.1
    Scenario: TEEP Broker begins with an empty request that accepts TEEP
      Given the SUT plays the teep-broker
      When the application-owner asks for analytics on sev-snp
      Then the first request of the teep-broker to the tam is empty and accepts TEEP

  @req-TOH-03 @level-must @role-teep-broker
  Rule: The Agent's messages go with their media type

    @id-TOH-03.1
    Scenario: TEEP Broker posts the Agent's messages with the TEEP media type
      Given the SUT plays the teep-broker
      When the application-owner asks for analytics on sev-snp
      Then each message that the teep-broker posts to the tam has the TEEP media type and accepts it

  @req-TOH-04 @level-must @role-teep-broker
  Rule: A response without body ends the session

    @id-TOH-04.1
    Scenario: TEEP Broker ends the session when the TAM has nothing more
      Given the SUT plays the teep-broker
      When the application-owner asks for analytics on sev-snp
      Then the teep-broker hands on every body of the tam and nothing after the empty one

  @req-TOH-05 @level-should @role-tam
  Rule: Nothing to say is 204

    @id-TOH-05.1
    Scenario: TAM ends the session with 204
      Given the SUT plays the tam
      When the teep-broker opens a session for analytics on sev-snp
      Then the tam answers the Success with status 204

  @req-TOH-06 @level-should @role-tam
  Rule: Another media type is 415

    @id-TOH-06.1 @negative @parent-TOH-01.1
    Scenario: TAM answers a body of another media type with 415
      Given the SUT plays the tam
      And the teep-broker names another media type for the QueryResponse
      When the teep-broker opens a session for analytics on sev-snp
      Then the tam answers the altered message with status 415
      And the tam sends no Update with a manifest

  @req-TOH-07 @level-should @role-tam
  Rule: Content is not sniffed

    @id-TOH-07.1
    Scenario: TAM forbids guessing at its content
      Given the SUT plays the tam
      When the teep-broker opens a session for analytics on sev-snp
      Then each response of the tam with content has the TEEP media type and forbids sniffing

  @req-TOH-08 @level-derived @role-tam
  Rule: POST only

    @id-TOH-08.1 @negative @parent-TOH-01.1
    Scenario: TAM answers a GET with no QueryRequest
      Given the SUT plays the tam
      When the tam is sent a GET
      Then the tam refuses the method
