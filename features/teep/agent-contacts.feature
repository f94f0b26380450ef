@teep
Feature: What an Agent is asked beside TEEP messages

  @req-TEEP-193 @level-derived @role-teep-agent
  Rule: For what is not installed there is a TAM to go to

    @id-TEEP-193.1
    Scenario: TEEP Agent says where a component can be had
      Given the SUT plays the teep-agent
      When an application asks the teep-agent for analytics
      Then the teep-agent gives the URI that was supplied

  @req-TEEP-192 @level-derived @role-teep-agent
  Rule: For what is installed there is nothing to do

    @id-TEEP-192.1
    Scenario: TEEP Agent gives nothing for a component that it has
      Given the SUT plays the teep-agent
      And the teep-agent has taken an Update
      When an application asks the teep-agent for analytics
      Then the teep-agent gives nothing

  @req-TEA-05 @level-derived @role-teep-agent
  Rule: The Agent decides which TAM is turned to

    @id-TEA-05.1
    Scenario: TEEP Agent turns to its own TAM, whatever the caller names
      Given the SUT plays the teep-agent
      And the teep-agent has two TAMs of its own
      When an application asks the teep-agent for analytics
      Then the teep-agent gives the URI of its first TAM

  @req-TEA-19 @level-derived @role-teep-agent
  Rule: What an application depends on is asked for

    @id-TEA-19.1
    Scenario: TEEP Agent asks the TAM for what an application asked it for
      Given the SUT plays the teep-agent
      When an application asks the teep-agent for analytics
      And the tam sends a QueryRequest
      Then the teep-agent answers with a QueryResponse
      And the answer asks for a component

  @req-TEA-20 @level-derived @role-teep-agent
  Rule: What no application depends on is given up

    @id-TEA-20.1
    Scenario: TEEP Agent tells the TAM what an application needs no more
      Given the SUT plays the teep-agent
      And the teep-agent has taken an Update with a manifest that has an identifier
      When an application needs analytics of the teep-agent no more
      And the tam sends a QueryRequest
      Then the teep-agent answers with a QueryResponse
      And the answer lists manifests to unlink

  @req-TEEP-194 @level-may @role-teep-agent
  Rule: An Agent may begin where nothing has to be repeated

    @id-TEEP-194.1
    Scenario: TEEP Agent begins with a QueryResponse after a QueryRequest without token and challenge
      Given the SUT plays the teep-agent
      And the teep-agent begins of its own accord where it may
      And the tam has last sent a QueryRequest for attestation without its challenge
      When an application asks the teep-agent for analytics
      Then the teep-agent gives a QueryResponse to begin with

  @req-TEEP-195 @level-derived @role-teep-agent
  Rule: No Agent begins after a token or a challenge

    @id-TEEP-195.1
    Scenario: TEEP Agent begins with nothing after a QueryRequest with a token
      Given the SUT plays the teep-agent
      And the teep-agent begins of its own accord where it may
      And the tam has last sent a QueryRequest
      When an application asks the teep-agent for analytics
      Then the teep-agent gives no message to begin with

    @id-TEEP-195.2
    Scenario: TEEP Agent begins with nothing after a QueryRequest with a challenge
      Given the SUT plays the teep-agent
      And the teep-agent begins of its own accord where it may
      And the tam has last sent a QueryRequest for attestation
      When an application asks the teep-agent for analytics
      Then the teep-agent gives no message to begin with

  @req-TEEP-196 @level-derived @role-teep-agent
  Rule: No Agent begins after an error

    @id-TEEP-196.1
    Scenario: TEEP Agent begins with nothing after an error that was reported
      Given the SUT plays the teep-agent
      And the teep-agent begins of its own accord where it may
      And the tam has last sent a QueryRequest for attestation without its challenge
      And the teep-broker has reported an error to the teep-agent
      When an application asks the teep-agent for analytics
      Then the teep-agent gives no message to begin with

  @req-TEEP-198 @level-derived @role-teep-agent
  Rule: A policy check names one TAM after the other

    @id-TEEP-198.1
    Scenario: TEEP Agent names its second TAM after its first
      Given the SUT plays the teep-agent
      And the teep-agent has two TAMs of its own
      When the teep-broker hints at a policy check
      And the teep-broker hints at a policy check
      Then the teep-agent gives the URI of its second TAM

    @id-TEEP-198.2
    Scenario: TEEP Agent names no TAM after its last
      Given the SUT plays the teep-agent
      And the teep-agent has two TAMs of its own
      When the teep-broker hints at a policy check
      And the teep-broker hints at a policy check
      And the teep-broker hints at a policy check
      Then the teep-agent gives nothing

  @req-TEA-22 @level-derived @role-teep-agent
  Rule: A hint is enough

    @id-TEA-22.1
    Scenario: TEEP Agent contacts its TAM without a need of its own
      Given the SUT plays the teep-agent
      And the teep-agent has two TAMs of its own
      When the teep-broker hints at a policy check
      Then the teep-agent gives the URI of its first TAM

  @req-TEA-43 @level-derived @role-teep-agent
  Rule: Policy checks come again

    @id-TEA-43.1
    Scenario: TEEP Agent has a TAM to go to for what it has installed already
      Given the SUT plays the teep-agent
      And the teep-agent has two TAMs of its own
      And the teep-agent has taken an Update
      When the teep-broker hints at a policy check
      Then the teep-agent gives the URI of its first TAM

  @req-TEEP-199 @level-derived @role-teep-agent
  Rule: Errors are taken

    @id-TEEP-199.1
    Scenario: TEEP Agent takes it that a message could not be delivered
      Given the SUT plays the teep-agent
      When the teep-broker reports an error to the teep-agent
      Then the teep-agent gives nothing
