@teep
Feature: Tokens and challenges of the TAM, each for one answer and in time

  @req-TEEP-07 @level-must @role-tam
  Rule: No challenge without attestation

    @id-TEEP-07.1
    Scenario: TAM sends a challenge with a request for attestation only
      Given the SUT plays the tam
      When the tam is sent an empty request that accepts TEEP
      Then the tam answers with a QueryRequest
      And the answer has a challenge only if it asks for attestation, or follows the other reading of A2

    @id-TEEP-07.2
    Scenario: TAM that asks for no attestation sends no challenge
      Given the SUT plays the tam
      And the tam asks for no attestation
      When the tam is sent an empty request that accepts TEEP
      Then the tam answers with a QueryRequest
      And the answer has a challenge only if it asks for attestation, or follows the other reading of A2

  @req-TEEP-34 @level-derived @role-tam
  Rule: A challenge has 8 to 512 octets

    @id-TEEP-34.1
    Scenario: TAM sends a challenge of a size that is allowed
      Given the SUT plays the tam
      When the tam is sent an empty request that accepts TEEP
      Then the tam answers with a QueryRequest
      And the answer has no challenge but one of 8 to 512 octets

  @req-TEEP-42 @level-derived @role-tam
  Rule: Nothing is asked for that is not defined

    @id-TEEP-42.1
    Scenario: TAM asks for what is defined
      Given the SUT plays the tam
      When the tam is sent an empty request that accepts TEEP
      Then the tam answers with a QueryRequest
      And the answer asks for nothing that is not defined

  @req-TEEP-32 @level-derived @role-tam
  Rule: A token has 8 to 64 octets

    @id-TEEP-32.1
    Scenario: TAM sends a token of a size that is allowed
      Given the SUT plays the tam
      And the tam asks for no attestation
      When the tam is sent an empty request that accepts TEEP
      Then the tam answers with a QueryRequest
      And the answer has a token of 8 to 64 octets, or follows the other reading of A4

  @req-TEEP-52 @level-must @role-tam
  Rule: No freshness mechanisms without attestation

    @id-TEEP-52.1
    Scenario: TAM names no freshness mechanisms where it asks for no attestation
      Given the SUT plays the tam
      And the tam asks for no attestation
      When the tam is sent an empty request that accepts TEEP
      Then the tam answers with a QueryRequest
      And the answer has no freshness mechanisms

  @req-TEEP-55 @level-must @role-tam
  Rule: No challenge in the passport model

    @id-TEEP-55.1
    Scenario: TAM that takes passports sends no challenge
      Given the SUT plays the tam
      And the tam takes passports
      When the tam is sent an empty request that accepts TEEP
      Then the tam answers with a QueryRequest
      And the answer has no challenge
      And the answer follows a reading of A5

  @req-TEEP-240 @level-may @role-tam
  Rule: Other freshness mechanisms may be asked for

    @id-TEEP-240.2
    Scenario: TAM that takes passports asks for timestamps
      Given the SUT plays the tam
      And the tam takes passports
      When the tam is sent an empty request that accepts TEEP
      Then the tam answers with a QueryRequest
      And the answer lists timestamps among its freshness mechanisms

  @req-TEEP-221 @level-may @role-tam
  Rule: A known suite may be used at once

    @id-TEEP-221.1
    Scenario: TAM that knows the suite signs its QueryRequest once
      Given the SUT plays the tam
      And the tam knows the cipher suite
      When the tam is sent an empty request that accepts TEEP
      Then the tam answers with a QueryRequest
      And the answer is a COSE_Sign1

  @req-TEEP-49 @level-must @role-tam
  Rule: A token that has expired is ignored

    @id-TEEP-49.1 @negative @parent-TEEP-11.1
    Scenario: TAM drops a QueryResponse whose token has expired
      Given the SUT plays the tam
      And the tam asks for no attestation of a teep-agent that it has met
      When 1000 hours pass
      And a teep-agent answers the tam's QueryRequest with a QueryResponse
      Then the tam drops it and serves another session

  @req-TEEP-68 @level-must @role-tam
  Rule: A token that was never sent is no answer

    @id-TEEP-68.1 @negative @parent-TEEP-11.1
    Scenario: TAM drops a token that it never sent
      Given the SUT plays the tam
      And the tam asks for no attestation of a teep-agent that it has met
      When a teep-agent answers the tam's QueryRequest with a QueryResponse with a token that was never sent
      Then the tam drops it

    @id-TEEP-68.2 @negative @parent-TEEP-242.1
    Scenario: TAM drops a QueryResponse with a token that was never sent
      Given the SUT plays the tam
      When a teep-agent answers the tam's QueryRequest with a QueryResponse with a token that was never sent
      Then the tam drops it and serves another session

  @req-TEEP-177 @level-must @role-tam
  Rule: Attestation that is missing is answered with an Update that says so

    @id-TEEP-177.1
    Scenario: TAM tells an Agent that its attestation payload is missing
      Given the SUT plays the tam
      And the tam knows the cipher suite of a teep-agent that it has met
      When a teep-agent answers the tam's QueryRequest with a QueryResponse without an attestation payload
      Then the tam answers with an Update
      And the answer has no manifest
      And the answer says why in words
      And the answer follows a reading of A16

    @id-TEEP-177.2 @negative @parent-TEEP-242.1
    Scenario: TAM installs nothing for an Agent whose attestation payload is empty
      Given the SUT plays the tam
      When a teep-agent answers the tam's QueryRequest with a QueryResponse with an empty attestation payload
      Then the tam drops it and serves another session, or follows the other reading of A8

  @req-TEEP-180 @level-derived @role-tam
  Rule: A SUIT Report with another nonce is answered with an Update that says so

    @id-TEEP-180.1
    Scenario: TAM takes a SUIT Report for its request
      Given the SUT plays the tam
      And the tam asks for no attestation of a teep-agent that it has met
      When a teep-agent answers the tam's QueryRequest with a QueryResponse with a SUIT Report for its request
      Then the tam answers with an Update
      And the answer carries a manifest

    @id-TEEP-180.2 @negative @parent-TEEP-180.1
    Scenario: TAM tells an Agent that its SUIT Report is for another request
      Given the SUT plays the tam
      And the tam asks for no attestation of a teep-agent that it has met
      When a teep-agent answers the tam's QueryRequest with a QueryResponse with a SUIT Report for another request
      Then the tam answers with an Update
      And the answer has no manifest
      And the answer says why in words

  @req-TEEP-107 @level-derived @role-tam
  Rule: The err-code of an Update is a listed one

    @id-TEEP-107.1 @negative @parent-TEEP-180.1
    Scenario: TAM names a listed code in its Update
      Given the SUT plays the tam
      And the tam asks for no attestation of a teep-agent that it has met
      When a teep-agent answers the tam's QueryRequest with a QueryResponse with a SUIT Report for another request
      Then the tam answers with an Update
      And the answer names a listed error code

  @req-TEEP-108 @level-must @role-tam
  Rule: The err-code of an Update is not 0

    @id-TEEP-108.1 @negative @parent-TEEP-180.1
    Scenario: TAM does not use code 0
      Given the SUT plays the tam
      And the tam asks for no attestation of a teep-agent that it has met
      When a teep-agent answers the tam's QueryRequest with a QueryResponse with a SUIT Report for another request
      Then the tam answers with an Update
      And the answer names a listed error code
      And the answer is valid

  @req-TEEP-110 @level-must @role-tam
  Rule: The err-msg of an Update has 1 to 128 octets

    @id-TEEP-110.1 @negative @parent-TEEP-180.1
    Scenario: TAM says little in an Update
      Given the SUT plays the tam
      And the tam asks for no attestation of a teep-agent that it has met
      When a teep-agent answers the tam's QueryRequest with a QueryResponse with a SUIT Report for another request
      Then the tam answers with an Update
      And the answer says why in words
      And the answer has a short text or none
