@teep @http
Feature: TEEP over HTTP at the Broker

  @req-TOH-10 @level-must @role-teep-broker
  Rule: Redirects are not followed

    @id-TOH-10.1 @negative @parent-TOH-02.1
    Scenario: TEEP Broker does not go where the TAM redirects it
      Given the SUT plays the teep-broker
      And the tam redirects the teep-broker
      When the teep-broker opens a session for analytics on sev-snp
      Then the teep-broker sends the tam nothing after that

  @req-TOH-11 @level-derived @role-teep-broker
  Rule: Cookies are not used

    @id-TOH-11.1 @negative @parent-TOH-02.1
    Scenario: TEEP Broker sends no cookie back
      Given the SUT plays the teep-broker
      And the tam sets a cookie
      When the teep-broker opens a session for analytics on sev-snp
      Then every request of the teep-broker is without cookie

  @req-TOH-15 @level-derived @role-teep-broker
  Rule: POST only

    @id-TOH-15.1
    Scenario: TEEP Broker posts and does nothing else
      Given the SUT plays the teep-broker
      When the teep-broker opens a session for analytics on sev-snp
      Then every request of the teep-broker to the tam is a POST

  @req-TOH-22 @level-derived @role-teep-broker
  Rule: The empty POST says that it is empty

    @id-TOH-22.1
    Scenario: TEEP Broker says that its first request is empty
      Given the SUT plays the teep-broker
      When the teep-broker opens a session for analytics on sev-snp
      Then the first request of the teep-broker to the tam says that it is empty

  @req-TOH-26 @level-must @role-teep-broker
  Rule: The Agent's message is the body

    @id-TOH-26.1
    Scenario: TEEP Broker posts what the Agent gave it
      Given the SUT plays the teep-broker
      When the teep-broker opens a session for analytics on sev-snp
      Then the teep-broker posts each message of the teep-agent as it is

  @req-TOH-28 @level-must @role-teep-broker
  Rule: The TAM's message goes to the Agent

    @id-TOH-28.1
    Scenario: TEEP Broker gives the Agent what the TAM sent
      Given the SUT plays the teep-broker
      When the teep-broker opens a session for analytics on sev-snp
      Then the teep-broker hands on each message of the tam as it is

  @req-TOH-29 @level-must @role-teep-broker
  Rule: An Agent with nothing to say ends the session

    @id-TOH-29.1
    Scenario: TEEP Broker ends the session when the Agent has nothing to say
      Given the SUT plays the teep-broker
      And the teep-agent has nothing to say
      When the teep-broker opens a session for analytics on sev-snp
      Then the teep-broker sends the tam nothing after that
      And the teep-broker reports success to the moc

  @req-TOH-30 @level-must @role-teep-broker
  Rule: An empty body ends the session, whatever the status

    @id-TOH-30.1
    Scenario: TEEP Broker ends the session at an empty body of status 200
      Given the SUT plays the teep-broker
      And the tam ends the session with status 200
      When the teep-broker opens a session for analytics on sev-snp
      Then the teep-broker sends the tam nothing after that
      And the teep-broker reports success to the moc

  @req-TOH-33 @level-derived @role-teep-broker
  Rule: Without a message from the Agent the caller hears of failure

    @id-TOH-33.1 @negative @parent-TOH-29.1
    Scenario: TEEP Broker reports failure when the Agent breaks down
      Given the SUT plays the teep-broker
      And the teep-agent breaks down
      When the teep-broker opens a session for analytics on sev-snp
      Then the teep-broker reports failure to the moc
      And the teep-broker sends the tam nothing after that

  @req-TOH-34 @level-derived @role-teep-broker
  Rule: After an error status the Agent and the caller are told

    @id-TOH-34.1 @negative @parent-TOH-02.1
    Scenario: TEEP Broker tells the Agent of status 500
      Given the SUT plays the teep-broker
      And the tam answers with status 500
      When the teep-broker opens a session for analytics on sev-snp
      Then the teep-broker asks the teep-agent for process-errors

    @id-TOH-34.2 @negative @parent-TOH-02.1
    Scenario: TEEP Broker reports failure after status 400
      Given the SUT plays the teep-broker
      And the tam answers with status 400
      When the teep-broker opens a session for analytics on sev-snp
      Then the teep-broker reports failure to the moc

  @req-TOH-35 @level-derived @role-teep-broker
  Rule: Without any answer the Agent and the caller are told

    @id-TOH-35.1 @negative @parent-TOH-02.1
    Scenario: TEEP Broker tells the Agent that nobody answers
      Given the SUT plays the teep-broker
      When the teep-broker opens a session for analytics on sev-snp with a tam that nobody runs
      Then the teep-broker asks the teep-agent for process-errors

    @id-TOH-35.2 @negative @parent-TOH-02.1
    Scenario: TEEP Broker reports failure when nobody answers
      Given the SUT plays the teep-broker
      When the teep-broker opens a session for analytics on sev-snp with a tam that nobody runs
      Then the teep-broker reports failure to the moc

  @req-TOH-36 @level-derived @role-teep-broker
  Rule: After an error nothing more is sent

    @id-TOH-36.1 @negative @parent-TOH-02.1
    Scenario: TEEP Broker sends nothing after status 500
      Given the SUT plays the teep-broker
      And the tam answers with status 500
      When the teep-broker opens a session for analytics on sev-snp
      Then the teep-broker sends the tam nothing after that

  @req-TEA-03 @level-derived @role-teep-broker
  Rule: A Broker processes nothing

    @id-TEA-03.1
    Scenario: TEEP Broker relays in both directions
      Given the SUT plays the teep-broker
      When the teep-broker opens a session for analytics on sev-snp
      Then the teep-broker hands on every TEEP message unchanged

  @req-TEA-17 @level-derived @role-teep-broker
  Rule: An Error of the TEE goes to the TAM like any message

    @id-TEA-17.1 @negative @parent-TEA-03.1
    Scenario: TEEP Broker posts the Error of an Agent as it is
      Given the SUT plays the teep-broker
      And the QueryRequest has an unknown type
      When the teep-broker opens a session for analytics on sev-snp
      Then the teep-broker posts each message of the teep-agent as it is

  @req-TEA-23 @level-derived @role-teep-broker
  Rule: ProcessError tells the Agent

    @id-TEA-23.1 @negative @parent-TOH-02.1
    Scenario: TEEP Broker calls ProcessError when nobody answers
      Given the SUT plays the teep-broker
      When the teep-broker opens a session for analytics on sev-snp with a tam that nobody runs
      Then the teep-broker asks the teep-agent for process-errors

  @req-TEA-16 @level-derived @role-teep-broker
  Rule: Of several TEEs each gets what is for it

    @id-TEA-16.1
    Scenario: TEEP Broker serves one TEE after the other
      Given the SUT plays the teep-broker
      When the teep-broker opens a session for analytics in one TEE and for imaging in another on sev-snp
      Then the teep-broker brings each message of the tam to the TEE that it is for

    @id-TEA-16.2
    Scenario: TEEP Broker serves one TEE while the TAM has yet to answer another
      Given the SUT plays the teep-broker
      When the teep-broker opens a session for analytics in one TEE, and amidst it for imaging in another on sev-snp
      Then the teep-broker brings each message of the tam to the TEE that it is for

  @req-TOH-18 @level-must @role-teep-broker
  Rule: Over HTTPS the server is the TAM's

    @id-TOH-18.1
    Scenario: TEEP Broker speaks to the TAM over TLS
      Given the SUT plays the teep-broker
      When the teep-broker opens a session for analytics on sev-snp over TLS
      Then every request of the teep-broker to the tam is over TLS
      And the teep-agent reports Success for the Update

    @id-TOH-18.2 @negative @parent-TOH-18.1
    Scenario: TEEP Broker sends nothing to a server that is not the TAM's
      Given the SUT plays the teep-broker
      When the teep-broker opens a session for analytics on sev-snp over TLS, where another server answers
      Then the teep-broker sends the tam nothing
