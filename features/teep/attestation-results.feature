@teep
Feature: Attestation Results that an Agent brings to the TAM

  @req-TEEP-182 @level-derived @role-tam
  Rule: Only a trusted Verifier's result is accepted

    @id-TEEP-182.1
    Scenario: TAM accepts a result of its Verifier
      Given the SUT plays the tam
      And the tam takes passports
      When a teep-agent answers the tam's QueryRequest with a QueryResponse with an Attestation Result
      Then the tam answers with an Update
      And the answer carries a manifest

    @id-TEEP-182.2 @negative @parent-TEEP-182.1
    Scenario: TAM drops a result that no Verifier signed
      Given the SUT plays the tam
      And the tam takes passports
      When a teep-agent answers the tam's QueryRequest with a QueryResponse with an Attestation Result signed by no Verifier
      Then the tam drops it and serves another passport

  @req-TEEP-183 @level-derived @role-tam
  Rule: The result confirms the key of the message

    @id-TEEP-183.1 @negative @parent-TEEP-182.1
    Scenario: TAM drops a result about another key
      Given the SUT plays the tam
      And the tam takes passports
      When a teep-agent answers the tam's QueryRequest with a QueryResponse with an Attestation Result about another key
      Then the tam drops it and serves another passport, or follows the other reading of A25

  @req-TEEP-181 @level-derived @role-tam
  Rule: The media type tells results from Evidence

    @id-TEEP-181.1
    Scenario: TAM has Evidence appraised
      Given the SUT plays the tam
      When a teep-agent answers the tam's QueryRequest with a QueryResponse
      Then the tam asks the verifier for appraisals

    @id-TEEP-181.2
    Scenario: TAM takes a payload without media type for a result
      Given the SUT plays the tam
      And the tam takes passports
      When a teep-agent answers the tam's QueryRequest with a QueryResponse with an Attestation Result
      Then the tam answers with an Update
      And the tam does not ask the verifier for appraisals

  @req-TEEP-170 @level-derived @role-tam
  Rule: Every required claim is there

    @id-TEEP-170.1 @negative @parent-TEEP-182.1
    Scenario: TAM drops a result without ueid
      Given the SUT plays the tam
      And the tam takes passports
      When a teep-agent answers the tam's QueryRequest with a QueryResponse with an Attestation Result without the claim ueid
      Then the tam drops it and serves another passport

    @id-TEEP-170.2 @negative @parent-TEEP-182.1
    Scenario: TAM drops a result without oemid
      Given the SUT plays the tam
      And the tam takes passports
      When a teep-agent answers the tam's QueryRequest with a QueryResponse with an Attestation Result without the claim oemid
      Then the tam drops it and serves another passport

    @id-TEEP-170.3 @negative @parent-TEEP-182.1
    Scenario: TAM drops a result without hwmodel
      Given the SUT plays the tam
      And the tam takes passports
      When a teep-agent answers the tam's QueryRequest with a QueryResponse with an Attestation Result without the claim hwmodel
      Then the tam drops it and serves another passport

    @id-TEEP-170.4 @negative @parent-TEEP-182.1
    Scenario: TAM drops a result without hwversion
      Given the SUT plays the tam
      And the tam takes passports
      When a teep-agent answers the tam's QueryRequest with a QueryResponse with an Attestation Result without the claim hwversion
      Then the tam drops it and serves another passport

    @id-TEEP-170.5 @negative @parent-TEEP-182.1
    Scenario: TAM drops a result without manifests
      Given the SUT plays the tam
      And the tam takes passports
      When a teep-agent answers the tam's QueryRequest with a QueryResponse with an Attestation Result without the claim manifests
      Then the tam drops it and serves another passport

    @id-TEEP-170.7 @negative @parent-TEEP-182.1
    Scenario: TAM drops a result with its manifests where the example has them
      Given the SUT plays the tam
      And the tam takes passports
      When a teep-agent answers the tam's QueryRequest with a QueryResponse with an Attestation Result with its manifests where the example has them
      Then the tam drops it and serves another passport, or follows the other reading of A10

    @id-TEEP-170.6 @negative @parent-TEEP-182.1
    Scenario: TAM drops a result without cnf
      Given the SUT plays the tam
      And the tam takes passports
      When a teep-agent answers the tam's QueryRequest with a QueryResponse with an Attestation Result without the claim cnf
      Then the tam drops it and serves another passport

  @req-TEEP-274 @level-derived @role-tam
  Rule: A result that answers no challenge is recent

    @id-TEEP-274.1 @negative @parent-TEEP-182.1
    Scenario: TAM drops a result that is a year old
      Given the SUT plays the tam
      And the tam takes passports
      When a teep-agent answers the tam's QueryRequest with a QueryResponse with an Attestation Result that is a year old
      Then the tam drops it and serves another passport

  @req-TEEP-275 @level-derived @role-tam
  Rule: A result for a challenge is for that of the QueryRequest

    @id-TEEP-275.1 @negative @parent-TEEP-242.1
    Scenario: TAM installs nothing after a result for another challenge
      Given the SUT plays the tam
      And the verifier answers the tam for another nonce
      When a teep-agent answers the tam's QueryRequest with a QueryResponse
      Then the tam sends no Update with a manifest

  @req-TEEP-104 @level-must @role-tam
  Rule: A result in an Update has its media type unless it is an EAT of the profile

    @id-TEEP-104.1
    Scenario: TAM hands back the result of an Agent that needs nothing
      Given the SUT plays the tam
      And the tam knows the cipher suite
      When a teep-agent answers the tam's QueryRequest with a QueryResponse that asks for nothing
      Then the tam answers with an Update
      And the answer carries an attestation payload
      And the answer names its format or is an EAT
      And the answer follows a reading of A10

  @req-TEEP-105 @level-must @role-tam
  Rule: Without media type it is an EAT

    @id-TEEP-105.1
    Scenario: TAM hands back a signed token
      Given the SUT plays the tam
      And the tam knows the cipher suite
      When a teep-agent answers the tam's QueryRequest with a QueryResponse that asks for nothing
      Then the tam answers with an Update
      And the answer carries an attestation payload
      And the answer names its format or is an EAT

  @req-TEEP-188 @level-may @role-tam
  Rule: An Update may bring nothing but the result

    @id-TEEP-188.1
    Scenario: TAM sends an Update without manifest to an Agent that needs nothing
      Given the SUT plays the tam
      And the tam knows the cipher suite
      When a teep-agent answers the tam's QueryRequest with a QueryResponse that asks for nothing
      Then the tam answers with an Update
      And the answer has no manifest
      And the answer carries an attestation payload
