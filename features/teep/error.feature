@teep
Feature: Errors that an Agent sends

  @req-TEEP-131 @level-derived @role-teep-agent
  Rule: An Error is an array of three

    @id-TEEP-131.1
    Scenario: TEEP Agent sends an Error of three elements
      Given the SUT plays the teep-agent
      When the tam sends a QueryRequest of six elements
      Then the teep-agent answers with an Error
      And the answer is valid

  @req-TEEP-133 @level-must @role-teep-agent
  Rule: An Error for a message without token has none

    @id-TEEP-133.1
    Scenario: TEEP Agent sends no token when it found none
      Given the SUT plays the teep-agent
      When the tam sends a QueryRequest replaced by a text
      Then the teep-agent answers with an Error
      And the answer has no token

  @req-TEEP-135 @level-must @role-teep-agent
  Rule: An err-msg has 1 to 128 octets

    @id-TEEP-135.1
    Scenario: TEEP Agent says little in an Error
      Given the SUT plays the teep-agent
      When the tam sends a QueryRequest of type 0
      Then the teep-agent answers with an Error
      And the answer has a short text or none

  @req-TEEP-137 @level-derived @role-teep-agent
  Rule: An err-lang is a language tag

    @id-TEEP-137.1
    Scenario: TEEP Agent names a language as it is named or none
      Given the SUT plays the teep-agent
      When the tam sends a QueryRequest of type 0
      Then the teep-agent answers with an Error
      And the answer is valid

  @req-TEEP-152 @level-should @role-teep-agent
  Rule: Error 1 says why

    @id-TEEP-152.1
    Scenario: TEEP Agent says what is wrong with a QueryRequest
      Given the SUT plays the teep-agent
      When the tam sends a QueryRequest with no cipher suites in its list
      Then the teep-agent answers with an Error
      And the answer says why in words
