@teep
Feature: Evidence and results between TAM and Verifier

  @req-TEA-25 @level-derived @role-tam
  Rule: Evidence is not touched

    @id-TEA-25.1
    Scenario: TAM hands Evidence to the Verifier as an Agent sent it
      Given the SUT plays the tam
      When a teep-agent answers the tam's QueryRequest with a QueryResponse
      Then the verifier gets the Evidence as it was sent

    @id-TEA-25.2
    Scenario: TAM hands Evidence of a format that it does not know to the Verifier
      Given the SUT plays the tam
      And the tam knows the cipher suite of a teep-agent that it has met
      When a teep-agent answers the tam's QueryRequest with a QueryResponse with an unknown format of its attestation payload
      Then the tam answers with an Update
      And the verifier gets the Evidence as it was sent

  @req-TEEP-273 @level-derived @role-tam
  Rule: The format of Evidence is a media type

    @id-TEEP-273.1 @negative @parent-TEA-25.2
    Scenario: TAM drops a QueryResponse with a word for the format of its attestation payload
      Given the SUT plays the tam
      And the tam knows the cipher suite of a teep-agent that it has met
      When a teep-agent answers the tam's QueryRequest with a QueryResponse with a word for the format of its attestation payload
      Then the tam drops it and serves another session

  @req-TEA-26 @level-derived @role-verifier
  Rule: A result tells the device

    @id-TEA-26.1
    Scenario: Verifier says which device its result is about
      Given the SUT plays the verifier
      When the teep-broker opens a session for analytics on sev-snp
      Then the verifier's result says which device it is about

  @req-TEA-27 @level-derived @role-verifier
  Rule: A result tells the kind of TEE

    @id-TEA-27.1
    Scenario: Verifier says of which model, maker and version a device is
      Given the SUT plays the verifier
      When the teep-broker opens a session for analytics on sev-snp
      Then the verifier's result says of which model, maker and version the device is

  @req-TEA-28 @level-derived @role-verifier
  Rule: A result is fresh

    @id-TEA-28.1
    Scenario: Verifier signs a result with the nonce that it answers and the time
      Given the SUT plays the verifier
      When the teep-broker opens a session for analytics on sev-snp
      Then the verifier's result has the nonce and the time
