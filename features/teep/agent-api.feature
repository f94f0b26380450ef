@teep
Feature: What the Broker asks the Agent beside messages

  @req-TOH-20 @level-must @role-teep-broker
  Rule: The Agent's TAM goes before the caller's

    @id-TOH-20.1
    Scenario: TEEP Broker goes where the Agent sends it
      Given the SUT plays the teep-broker
      And the teep-agent goes to the tam of its own accord
      When the teep-broker opens a session for analytics on sev-snp with a tam that nobody runs
      Then the first request of the teep-broker to the tam is empty and accepts TEEP

  @req-TOH-32 @level-derived @role-teep-broker
  Rule: Policy is checked until there is nothing

    @id-TOH-32.1
    Scenario: TEEP Broker repeats its policy check until the Agent has nothing
      Given the SUT plays the teep-broker
      And the teep-agent goes to the tam of its own accord
      When it is time for the teep-broker to check for policy changes
      Then the teep-broker asks for policy changes until the teep-agent has none
