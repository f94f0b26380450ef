@teep
Feature: What only the TAM can read

  @req-TEEP-226 @level-should @role-teep-agent
  Rule: An EAT is encrypted to the TAM

    @id-TEEP-226.1
    Scenario: TEEP Agent encrypts its attestation payload
      Given the SUT plays the teep-agent
      And the teep-agent encrypts what it says of itself
      When the tam sends a QueryRequest for attestation
      Then the teep-agent answers with a QueryResponse
      And the answer carries an attestation payload that only the tam can read

  @req-TEEP-227 @level-should @role-teep-agent
  Rule: A SUIT Report is encrypted to the TAM

    @id-TEEP-227.1
    Scenario: TEEP Agent encrypts its SUIT Reports
      Given the SUT plays the teep-agent
      And the teep-agent encrypts what it says of itself
      When the tam sends an Update
      Then the teep-agent answers with a Success
      And the answer carries SUIT Reports that only the tam can read

  @req-TEEP-228 @level-must @role-teep-agent
  Rule: Ciphertexts are not detached

    @id-TEEP-228.1
    Scenario: TEEP Agent sends the ciphertext of its attestation payload inside
      Given the SUT plays the teep-agent
      And the teep-agent encrypts what it says of itself
      When the tam sends a QueryRequest for attestation
      Then the teep-agent answers with a QueryResponse
      And the answer carries nothing about itself that is not encrypted

    @id-TEEP-228.2
    Scenario: TEEP Agent sends the ciphertext of its SUIT Report inside
      Given the SUT plays the teep-agent
      And the teep-agent encrypts what it says of itself
      When the tam sends an Update
      Then the teep-agent answers with a Success
      And the answer carries nothing about itself that is not encrypted

  @req-TEEP-229 @level-must @role-tam
  Rule: Detached ciphertexts are refused

    @id-TEEP-229.1
    Scenario: TAM takes Evidence that is encrypted to it
      Given the SUT plays the tam
      And the tam has a key to which Agents encrypt
      When a teep-agent answers the tam's QueryRequest with a QueryResponse with its evidence encrypted
      Then the tam answers with an Update
      And the answer carries a manifest

    @id-TEEP-229.2 @negative @parent-TEEP-229.1
    Scenario: TAM drops Evidence whose ciphertext is detached
      Given the SUT plays the tam
      And the tam has a key to which Agents encrypt
      When a teep-agent answers the tam's QueryRequest with a QueryResponse with its evidence encrypted and detached
      Then the tam drops it

  @req-TEEP-230 @level-derived @role-teep-agent
  Rule: Keys are wrapped under a derived key

    @id-TEEP-230.1
    Scenario: TEEP Agent sends a content key that the TAM can unwrap, with what it opens
      Given the SUT plays the teep-agent
      And the teep-agent encrypts what it says of itself
      When the tam sends a QueryRequest for attestation
      Then the teep-agent answers with a QueryResponse
      And the answer carries an attestation payload that only the tam can read

  @req-TEEP-279 @level-derived @role-teep-agent
  Rule: Nothing that is encrypted links two messages

    @id-TEEP-279.1
    Scenario: TEEP Agent encrypts each SUIT Report with a key of its own
      Given the SUT plays the teep-agent
      And the teep-agent encrypts what it says of itself
      When the tam sends an Update whose manifests install data and second
      Then the teep-agent answers with a Success
      And no ephemeral key of the teep-agent comes twice

  @req-TEEP-231 @level-must @role-teep-agent
  Rule: Reports have a derivation of their own

    @id-TEEP-231.1
    Scenario: TEEP Agent derives the key of a SUIT Report for SUIT Reports
      Given the SUT plays the teep-agent
      And the teep-agent encrypts what it says of itself
      When the tam sends an Update
      Then the teep-agent answers with a Success
      And the answer carries SUIT Reports that only the tam can read

  @req-TEEP-232 @level-must @role-teep-agent
  Rule: EATs have a derivation of their own

    @id-TEEP-232.1
    Scenario: TEEP Agent derives the key of its attestation payload for EATs
      Given the SUT plays the teep-agent
      And the teep-agent encrypts what it says of itself
      When the tam sends a QueryRequest for attestation
      Then the teep-agent answers with a QueryResponse
      And the answer carries an attestation payload that only the tam can read

  @req-TEEP-233 @level-must @role-tam
  Rule: The derivation for another kind is refused

    @id-TEEP-233.1 @negative @parent-TEEP-229.1
    Scenario: TAM drops Evidence whose key was derived for SUIT Reports
      Given the SUT plays the tam
      And the tam has a key to which Agents encrypt
      When a teep-agent answers the tam's QueryRequest with a QueryResponse with its evidence encrypted by the key derivation of SUIT Reports
      Then the tam drops it

  @req-TEA-15 @level-derived
  Rule: Payloads are encrypted, messages are not

    @id-TEA-15.1 @role-teep-agent
    Scenario: TEEP Agent sends a message that can be read, with reports that cannot
      Given the SUT plays the teep-agent
      And the teep-agent encrypts what it says of itself
      When the tam sends an Update
      Then the teep-agent answers with a Success
      And the answer repeats the token
      And the answer carries nothing about itself that is not encrypted

  @req-TEA-34 @level-derived
  Rule: TEEP protects from end to end

    @id-TEA-34.1 @role-teep-agent
    Scenario: TEEP Agent signs its message and encrypts its attestation payload
      Given the SUT plays the teep-agent
      And the teep-agent encrypts what it says of itself
      When the tam sends a QueryRequest for attestation
      Then the teep-agent answers with a QueryResponse
      And the answer carries nothing about itself that is not encrypted
