@teep @http
Feature: TEEP over HTTP between callers, Broker and Agent

  @req-TOH-19 @level-derived @role-teep-broker
  Rule: The Agent hears of a need first

    @id-TOH-19.1
    Scenario: TEEP Broker tells the Agent what is needed before it turns to the TAM
      Given the SUT plays the teep-broker
      When the teep-broker opens a session for analytics on sev-snp
      Then the teep-broker tells the teep-agent that analytics is needed before it asks the tam

  @req-TOH-21 @level-derived @role-teep-broker
  Rule: An Agent with nothing to do is success

    @id-TOH-21.1
    Scenario: TEEP Broker reports success and asks no TAM when the Agent has nothing to ask for
      Given the SUT plays the teep-broker
      And the teep-agent has nothing to ask for
      When the teep-broker opens a session for analytics on sev-snp
      Then the teep-broker reports success to the moc
      And the teep-broker does not ask the tam for teep

  @req-TOH-23 @level-derived @role-teep-broker
  Rule: The Agent's message begins the session

    @id-TOH-23.1
    Scenario: TEEP Broker begins with the Agent's message instead of an empty request
      Given the SUT plays the teep-broker
      And the teep-agent has a message to begin with
      When the teep-broker opens a session for analytics on sev-snp
      Then the first request of the teep-broker to the tam is the message of the teep-agent

  @req-TOH-24 @level-must @role-teep-broker
  Rule: The Agent's TAM URI goes before the caller's after UnrequestTA

    @id-TOH-24.1
    Scenario: TEEP Broker goes where the Agent says and not where the release says
      Given the SUT plays the teep-broker
      And the teep-agent names the tam of a release
      When the teep-broker is told that analytics on sev-snp is needed, and then that it is not
      Then the teep-broker goes where the teep-agent said

  @req-TOH-25 @level-derived @role-teep-broker
  Rule: The Agent hears what is needed no more

    @id-TOH-25.1
    Scenario: TEEP Broker tells the Agent what is needed no more and goes on as for a request
      Given the SUT plays the teep-broker
      And the teep-agent names the tam of a release
      When the teep-broker is told that analytics on sev-snp is needed, and then that it is not
      Then the teep-broker tells the teep-agent that analytics is needed no more
      And the teep-broker opens a session with the tam after that

  @req-TOH-27 @level-must @role-teep-broker
  Rule: The Agent's messages go to the TAM of their session

    @id-TOH-27.1
    Scenario: TEEP Broker posts the messages of one session to one URI
      Given the SUT plays the teep-broker
      And the teep-agent goes to the tam of its own accord
      When the teep-broker opens a session for analytics on sev-snp at another uri of the tam
      Then every request of the teep-broker to the tam goes to one uri

  @req-TOH-31 @level-must @role-teep-broker
  Rule: Changes of policy can be asked for

    @id-TOH-31.1
    Scenario: TEEP Broker asks the Agent for policy changes and opens the session that it wants
      Given the SUT plays the teep-broker
      And the teep-agent goes to the tam of its own accord
      When it is time for the teep-broker to check for policy changes
      Then the teep-broker asks the teep-agent for policy-checks
      And the teep-broker asks the tam for teep
