@teep
Feature: Attestation Results of the TEEP profile, as a Verifier gives them

  @req-TEEP-94 @level-should @role-verifier
  Rule: Results are EATs

    @id-TEEP-94.1
    Scenario: Verifier gives an EAT about an Agent
      Given the SUT plays the verifier
      When a teep-agent answers the tam's QueryRequest with a QueryResponse
      Then the verifier's result about the teep-agent is an EAT

    @id-TEEP-94.2
    Scenario: Verifier gives an EAT about a TAM
      Given the SUT plays the verifier
      When a teep-agent answers the tam's QueryRequest with an Error that asks for attestation
      Then the verifier's result about the tam is an EAT

  @req-TEEP-164 @level-derived @role-verifier
  Rule: Lengths are definite

    @id-TEEP-164.1
    Scenario: Verifier gives claims of definite lengths about an Agent
      Given the SUT plays the verifier
      When a teep-agent answers the tam's QueryRequest with a QueryResponse
      Then the verifier's result about the teep-agent is of definite lengths

    @id-TEEP-164.2
    Scenario: Verifier gives claims of definite lengths about a TAM
      Given the SUT plays the verifier
      When a teep-agent answers the tam's QueryRequest with an Error that asks for attestation
      Then the verifier's result about the tam is of definite lengths

    @id-TEEP-164.3 @negative @parent-TEEP-164.2
    Scenario: Verifier refuses a token of a TAM with a map of indefinite length
      Given the SUT plays the verifier
      When the verifier is asked to appraise a tam by a token with the flaw indefinite-length
      Then the verifier refuses the tam-appraisals request as not-deterministic

  @req-TEEP-165 @level-derived @role-verifier
  Rule: Serialization is preferred

    @id-TEEP-165.1
    Scenario: Verifier gives claims in preferred serialization about an Agent
      Given the SUT plays the verifier
      When a teep-agent answers the tam's QueryRequest with a QueryResponse
      Then the verifier's result about the teep-agent is in preferred serialization

    @id-TEEP-165.2
    Scenario: Verifier gives claims in preferred serialization about a TAM
      Given the SUT plays the verifier
      When a teep-agent answers the tam's QueryRequest with an Error that asks for attestation
      Then the verifier's result about the tam is in preferred serialization

    @id-TEEP-165.3 @negative @parent-TEEP-165.2
    Scenario: Verifier refuses a token of a TAM with a head that is too long
      Given the SUT plays the verifier
      When the verifier is asked to appraise a tam by a token with the flaw long-head
      Then the verifier refuses the tam-appraisals request as not-deterministic

  @req-TEEP-166 @level-derived @role-verifier
  Rule: There are no tags

    @id-TEEP-166.1
    Scenario: Verifier gives claims without tags about an Agent
      Given the SUT plays the verifier
      When a teep-agent answers the tam's QueryRequest with a QueryResponse
      Then the verifier's result about the teep-agent has no tags among its claims

    @id-TEEP-166.2
    Scenario: Verifier gives claims without tags about a TAM
      Given the SUT plays the verifier
      When a teep-agent answers the tam's QueryRequest with an Error that asks for attestation
      Then the verifier's result about the tam has no tags among its claims

    @id-TEEP-166.3 @negative @parent-TEEP-166.2
    Scenario: Verifier refuses a token of a TAM with a tag among its claims
      Given the SUT plays the verifier
      When the verifier is asked to appraise a tam by a token with the flaw tag
      Then the verifier refuses the tam-appraisals request as wrong-type

  @req-TEEP-167 @level-derived @role-verifier
  Rule: The profile has its URN

    @id-TEEP-167.1
    Scenario: Verifier names the profile about an Agent
      Given the SUT plays the verifier
      When a teep-agent answers the tam's QueryRequest with a QueryResponse
      Then the verifier's result about the teep-agent names the profile

    @id-TEEP-167.2
    Scenario: Verifier names the profile about a TAM
      Given the SUT plays the verifier
      When a teep-agent answers the tam's QueryRequest with an Error that asks for attestation
      Then the verifier's result about the tam names the profile

    @id-TEEP-167.3 @negative @parent-TEEP-167.2
    Scenario: Verifier refuses a token of a TAM with another profile
      Given the SUT plays the verifier
      When the verifier is asked to appraise a tam by a token with the flaw other-profile
      Then the verifier refuses the tam-appraisals request as unknown-format

  @req-TEEP-168 @level-derived @role-verifier
  Rule: Keys are named by their thumbprints

    @id-TEEP-168.1
    Scenario: Verifier names its key by the thumbprint about an Agent
      Given the SUT plays the verifier
      When a teep-agent answers the tam's QueryRequest with a QueryResponse
      Then the verifier's result about the teep-agent names its key by the thumbprint

    @id-TEEP-168.2
    Scenario: Verifier names its key by the thumbprint about a TAM
      Given the SUT plays the verifier
      When a teep-agent answers the tam's QueryRequest with an Error that asks for attestation
      Then the verifier's result about the tam names its key by the thumbprint

    @id-TEEP-168.3 @negative @parent-TEEP-168.2
    Scenario: Verifier refuses a token of a TAM with another kid
      Given the SUT plays the verifier
      When the verifier is asked to appraise a tam by a token with the flaw other-kid
      Then the verifier refuses the tam-appraisals request as binding-mismatch

  @req-TEEP-169 @level-derived @role-verifier
  Rule: A nonce is one byte string

    @id-TEEP-169.1
    Scenario: Verifier gives one nonce about an Agent
      Given the SUT plays the verifier
      When a teep-agent answers the tam's QueryRequest with a QueryResponse
      Then the verifier's result about the teep-agent has a nonce that is a single byte string

    @id-TEEP-169.2
    Scenario: Verifier gives one nonce about a TAM
      Given the SUT plays the verifier
      When a teep-agent answers the tam's QueryRequest with an Error that asks for attestation
      Then the verifier's result about the tam has a nonce that is a single byte string

    @id-TEEP-169.3 @negative @parent-TEEP-169.2
    Scenario: Verifier refuses a token of a TAM with a nonce in an array
      Given the SUT plays the verifier
      When the verifier is asked to appraise a tam by a token with the flaw listed-nonce
      Then the verifier refuses the tam-appraisals request as wrong-type

  @req-TEEP-171 @level-derived @role-verifier
  Rule: The required claims are there

    @id-TEEP-171.1
    Scenario: Verifier gives the required claims about an Agent
      Given the SUT plays the verifier
      When a teep-agent answers the tam's QueryRequest with a QueryResponse
      Then the verifier's result about the teep-agent has the required claims

    @id-TEEP-171.2
    Scenario: Verifier gives the required claims about a TAM
      Given the SUT plays the verifier
      When a teep-agent answers the tam's QueryRequest with an Error that asks for attestation
      Then the verifier's result about the tam has the required claims

    @id-TEEP-171.9 @negative @parent-TEEP-171.1
    Scenario: Verifier gives no claims about an Agent whose key its evidence does not name
      Given the SUT plays the verifier
      And the tam sets another key beside the evidence
      When a teep-agent answers the tam's QueryRequest with a QueryResponse
      Then the verifier refuses the appraisals request as binding-mismatch

    @id-TEEP-171.3 @negative @parent-TEEP-171.2
    Scenario: Verifier refuses a token of a TAM with no ueid
      Given the SUT plays the verifier
      When the verifier is asked to appraise a tam by a token with the flaw no-ueid
      Then the verifier refuses the tam-appraisals request as missing-field

    @id-TEEP-171.4 @negative @parent-TEEP-171.2
    Scenario: Verifier refuses a token of a TAM with no oemid
      Given the SUT plays the verifier
      When the verifier is asked to appraise a tam by a token with the flaw no-oemid
      Then the verifier refuses the tam-appraisals request as missing-field

    @id-TEEP-171.5 @negative @parent-TEEP-171.2
    Scenario: Verifier refuses a token of a TAM with no hwmodel
      Given the SUT plays the verifier
      When the verifier is asked to appraise a tam by a token with the flaw no-hwmodel
      Then the verifier refuses the tam-appraisals request as missing-field

    @id-TEEP-171.6 @negative @parent-TEEP-171.2
    Scenario: Verifier refuses a token of a TAM with no hwversion
      Given the SUT plays the verifier
      When the verifier is asked to appraise a tam by a token with the flaw no-hwversion
      Then the verifier refuses the tam-appraisals request as missing-field

    @id-TEEP-171.7 @negative @parent-TEEP-171.2
    Scenario: Verifier refuses a token of a TAM with no manifests
      Given the SUT plays the verifier
      When the verifier is asked to appraise a tam by a token with the flaw no-manifests
      Then the verifier refuses the tam-appraisals request as missing-field

    @id-TEEP-171.8 @negative @parent-TEEP-171.2
    Scenario: Verifier refuses a token of a TAM with no cnf
      Given the SUT plays the verifier
      When the verifier is asked to appraise a tam by a token with the flaw no-cnf
      Then the verifier refuses the tam-appraisals request as missing-field

  @req-TEEP-173 @level-derived @role-verifier
  Rule: A manifest is referred to as reports do it

    @id-TEEP-173.1
    Scenario: Verifier refers to what was installed by URI and digest
      Given the SUT plays the verifier
      When a teep-agent answers the tam's QueryRequest with a QueryResponse
      Then the verifier's result about the teep-agent has references to manifests

  @req-TEEP-146 @level-must @role-tam
  Rule: The TAM's attestation is for the challenge of the Error

    @id-TEEP-146.1
    Scenario: TAM is attested for the challenge that the Agent sent
      Given the SUT plays the tam
      When a teep-agent answers the tam's QueryRequest with an Error that asks for attestation
      Then the tam answers with a QueryRequest
      And the answer carries an EAT for the challenge, or follows the other reading of A24
