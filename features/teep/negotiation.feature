@teep
Feature: What TAM and Agent agree on, and what an Agent says when they do not

  @req-TEEP-145 @level-must @role-teep-agent
  Rule: No version in common is error 4, with the versions that there are

    @id-TEEP-145.1 @negative @parent-TEEP-57.1
    Scenario: TEEP Agent refuses a QueryRequest with version 1 alone
      Given the SUT plays the teep-agent
      When the tam sends a QueryRequest with version 1 alone
      Then the teep-agent refuses it with ERR_UNSUPPORTED_MSG_VERSION

    @id-TEEP-145.2 @negative @parent-TEEP-57.1
    Scenario: TEEP Agent says which versions it speaks
      Given the SUT plays the teep-agent
      When the tam sends a QueryRequest with version 1 alone
      Then the teep-agent refuses it with ERR_UNSUPPORTED_MSG_VERSION
      And the answer lists the supported versions

  @req-TEEP-143 @level-must @role-teep-agent
  Rule: No cipher suite in common is error 5, with the suites that there are

    @id-TEEP-143.1 @negative @parent-TEEP-205.1
    Scenario: TEEP Agent refuses a QueryRequest with unknown cipher suites alone
      Given the SUT plays the teep-agent
      When the tam sends a QueryRequest with unknown cipher suites alone
      Then the teep-agent refuses it with ERR_UNSUPPORTED_CIPHER_SUITES

    @id-TEEP-143.2 @negative @parent-TEEP-205.1
    Scenario: TEEP Agent says which cipher suites it has
      Given the SUT plays the teep-agent
      When the tam sends a QueryRequest with unknown cipher suites alone
      Then the teep-agent refuses it with ERR_UNSUPPORTED_CIPHER_SUITES
      And the answer lists the supported cipher suites

  @req-TEEP-144 @level-must @role-teep-agent
  Rule: No freshness mechanism in common is error 3, with the mechanisms that there are

    @id-TEEP-144.1 @negative @parent-TEEP-51.2
    Scenario: TEEP Agent refuses a QueryRequest for attestation with unknown freshness mechanisms alone
      Given the SUT plays the teep-agent
      When the tam sends a QueryRequest for attestation with unknown freshness mechanisms alone
      Then the teep-agent refuses it with ERR_UNSUPPORTED_FRESHNESS_MECHANISMS, or follows the other reading of A26

    @id-TEEP-144.2 @negative @parent-TEEP-51.2
    Scenario: TEEP Agent says which freshness mechanisms it has
      Given the SUT plays the teep-agent
      When the tam sends a QueryRequest for attestation with unknown freshness mechanisms alone
      Then the teep-agent refuses it with ERR_UNSUPPORTED_FRESHNESS_MECHANISMS, or follows the other reading of A26
      And the answer lists the supported freshness mechanisms, or follows the other reading of A26

    @id-TEEP-144.3 @negative @parent-TEEP-51.2
    Scenario: TEEP Agent with the nonce alone refuses timestamps alone
      Given the SUT plays the teep-agent
      And the teep-agent has the nonce for its only freshness mechanism
      When the tam sends a QueryRequest for attestation with freshness by timestamp alone
      Then the teep-agent refuses it with ERR_UNSUPPORTED_FRESHNESS_MECHANISMS, or follows the other reading of A26

  @req-TEEP-240 @level-may @role-teep-agent
  Rule: Other freshness mechanisms may be there

    @id-TEEP-240.1
    Scenario: TEEP Agent answers a QueryRequest for attestation with freshness by timestamp alone with a QueryResponse
      Given the SUT plays the teep-agent
      When the tam sends a QueryRequest for attestation with freshness by timestamp alone
      Then the teep-agent answers with a QueryResponse
      And the answer carries an attestation payload

  @req-TEEP-53 @level-must @role-teep-agent
  Rule: No freshness mechanisms without attestation

    @id-TEEP-53.1 @negative @parent-TEEP-205.1
    Scenario: TEEP Agent refuses a QueryRequest with freshness mechanisms
      Given the SUT plays the teep-agent
      When the tam sends a QueryRequest with freshness mechanisms
      Then the teep-agent refuses it with ERR_PERMANENT_ERROR

  @req-TEEP-218 @level-derived @role-teep-agent
  Rule: A suite is a list of operations

    @id-TEEP-218.1 @negative @parent-TEEP-205.1
    Scenario: TEEP Agent refuses a QueryRequest with a number for its cipher suites
      Given the SUT plays the teep-agent
      When the tam sends a QueryRequest with a number for its cipher suites
      Then the teep-agent refuses it with ERR_PERMANENT_ERROR

  @req-TEEP-134 @level-must @role-teep-agent
  Rule: An Error repeats the token of its QueryRequest

    @id-TEEP-134.1
    Scenario: TEEP Agent repeats the token of a QueryRequest that it cannot agree to
      Given the SUT plays the teep-agent
      When the tam sends a QueryRequest with version 1 alone
      Then the teep-agent answers with an Error
      And the answer repeats the token, or follows the other reading of A17

  @req-TEEP-222 @level-must @role-teep-agent
  Rule: Error 5 is in a suite that every TAM has

    @id-TEEP-222.1
    Scenario: TEEP Agent signs error 5 so that any TAM can verify it
      Given the SUT plays the teep-agent
      When the tam sends a QueryRequest with unknown cipher suites alone
      Then the teep-agent answers with an Error
      And the answer is signed with a suite that is mandatory for TAMs

  @req-TEEP-216 @level-must @role-teep-agent
  Rule: An Agent has one of the two suites

    @id-TEEP-216.1
    Scenario: TEEP Agent signs with one of the two suites
      Given the SUT plays the teep-agent
      When the tam sends a QueryRequest
      Then the teep-agent answers with a QueryResponse
      And the answer is signed with a suite that is mandatory for TAMs

  @req-TEEP-224 @level-must @role-teep-agent
  Rule: An Agent answers in the suite that it selected

    @id-TEEP-224.1
    Scenario: TEEP Agent signs with a suite that it was offered
      Given the SUT plays the teep-agent
      When the tam sends a QueryRequest
      Then the teep-agent answers with a QueryResponse
      And the answer is signed with a suite that was offered

  @req-TEEP-217 @level-derived
  Rule: COSE_Sign1 is supported

    @id-TEEP-217.1 @role-teep-agent
    Scenario: TEEP Agent answers with a COSE_Sign1
      Given the SUT plays the teep-agent
      When the tam sends a QueryRequest
      Then the teep-agent answers with a QueryResponse
      And the answer is a COSE_Sign1

    @id-TEEP-217.2 @role-tam
    Scenario: TAM answers with a COSE_Sign1
      Given the SUT plays the tam
      When a teep-agent answers the tam's QueryRequest with a QueryResponse
      Then the tam answers with an Update
      And the answer is a COSE_Sign1

  @req-TEEP-214 @level-derived @role-teep-agent
  Rule: One of several signatures will do

    @id-TEEP-214.1
    Scenario: TEEP Agent answers a QueryRequest signed for every suite with a QueryResponse
      Given the SUT plays the teep-agent
      When the tam sends a QueryRequest signed for every suite
      Then the teep-agent answers with a QueryResponse
      And the answer is a COSE_Sign1

    @id-TEEP-214.2 @negative @parent-TEEP-214.1
    Scenario: TEEP Agent refuses a QueryRequest signed for every suite by strangers
      Given the SUT plays the teep-agent
      When the tam sends a QueryRequest signed for every suite by strangers
      Then the teep-agent refuses it with ERR_PERMANENT_ERROR, or follows the other reading of A18

  @req-TEEP-215 @level-must @role-tam
  Rule: A TAM has both suites

    @id-TEEP-215.1
    Scenario: TAM offers both suites
      Given the SUT plays the tam
      When the tam is sent an empty request that accepts TEEP
      Then the tam answers with a QueryRequest
      And the answer lists both cipher suites

    @id-TEEP-215.2
    Scenario: TAM provisions an Agent with an Ed25519 key
      Given the SUT plays the tam
      And a teep-agent has an Ed25519 key
      When a teep-agent answers the tam's QueryRequest with a QueryResponse
      Then the tam sends an Update with a manifest

  @req-TEEP-223 @level-must @role-tam
  Rule: A TAM answers in the suite that the Agent selected

    @id-TEEP-223.1
    Scenario: TAM answers an Ed25519 key in Ed25519
      Given the SUT plays the tam
      And a teep-agent has an Ed25519 key
      When a teep-agent answers the tam's QueryRequest with a QueryResponse
      Then the tam sends an Update with a manifest
      And the answer is signed with the suite of what it answers

  @req-TEEP-234 @level-must @role-tam
  Rule: A TAM has all four SUIT COSE profiles

    @id-TEEP-234.1
    Scenario: TAM offers four SUIT COSE profiles
      Given the SUT plays the tam
      When the tam is sent an empty request that accepts TEEP
      Then the tam answers with a QueryRequest
      And the answer lists four SUIT profiles

  @req-TEEP-239 @level-must @role-tam
  Rule: A TAM has the nonce

    @id-TEEP-239.1
    Scenario: TAM offers the nonce or names nothing, which means it
      Given the SUT plays the tam
      When the tam is sent an empty request that accepts TEEP
      Then the tam answers with a QueryRequest
      And the answer lists the nonce among its freshness mechanisms or none

  @req-TEEP-58 @level-derived @role-tam
  Rule: A TAM offers version 0

    @id-TEEP-58.1
    Scenario: TAM offers version 0 or names nothing, which means it
      Given the SUT plays the tam
      When the tam is sent an empty request that accepts TEEP
      Then the tam answers with a QueryRequest
      And the answer lists version 0 or no versions

  @req-TEEP-83 @level-must @role-teep-agent
  Rule: Extensions are listed for those who ask

    @id-TEEP-83.1
    Scenario: TEEP Agent lists the extensions that it supports
      Given the SUT plays the teep-agent
      And the teep-agent supports extensions 7 and 9
      When the tam sends a QueryRequest that asks for extensions too
      Then the teep-agent answers with a QueryResponse
      And the answer lists its extensions
