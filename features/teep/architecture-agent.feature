@teep
Feature: What the architecture asks of Agents

  @req-TEA-02 @level-derived @role-teep-agent
  Rule: Only a known TAM is obeyed

    @id-TEA-02.1 @negative @parent-TEEP-98.1
    Scenario: TEEP Agent obeys no stranger
      Given the SUT plays the teep-agent
      When the tam sends an Update signed by a stranger
      Then the teep-agent refuses it with ERR_PERMANENT_ERROR, or follows the other reading of A18
      And the teep-agent has not installed middleware

  @req-TEA-31 @level-derived @role-teep-agent
  Rule: The signature comes first

    @id-TEA-31.1 @negative @parent-TEEP-98.1
    Scenario: TEEP Agent does nothing for a signature that does not verify
      Given the SUT plays the teep-agent
      When the tam sends an Update with a broken signature
      Then the teep-agent refuses it with ERR_PERMANENT_ERROR
      And the teep-agent has not installed middleware

  @req-TEA-35 @level-derived @role-teep-agent
  Rule: The REE installs nothing

    @id-TEA-35.1 @negative @parent-TEEP-98.1
    Scenario: TEEP Agent refuses an Update that the REE made with the Agent's own signature
      Given the SUT plays the teep-agent
      When the tam sends an Update from the Agent
      Then the teep-agent refuses it with ERR_PERMANENT_ERROR
      And the teep-agent has not installed middleware

  @req-TEA-36 @level-derived @role-teep-agent
  Rule: A repeated installation is declined

    @id-TEA-36.1 @negative @parent-TEEP-98.1
    Scenario: TEEP Agent declines an installation that a newer one has followed
      Given the SUT plays the teep-agent
      And the teep-agent has taken an Update with a newer manifest
      When the tam sends an Update
      Then the teep-agent refuses it with ERR_MANIFEST_PROCESSING_FAILED

  @req-TEA-04 @level-derived @role-teep-agent
  Rule: What is installed can be told

    @id-TEA-04.1
    Scenario: TEEP Agent lists what it has installed
      Given the SUT plays the teep-agent
      And the teep-agent has taken an Update
      When the tam sends a QueryRequest
      Then the teep-agent answers with a QueryResponse
      And the answer lists its components

  @req-TEA-06 @level-derived @role-teep-agent
  Rule: What no signer signed is not installed

    @id-TEA-06.1 @negative @parent-TEEP-98.1
    Scenario: TEEP Agent does not install a component signed by a stranger
      Given the SUT plays the teep-agent
      When the tam sends an Update with a manifest signed by a stranger
      Then the teep-agent refuses it with ERR_MANIFEST_PROCESSING_FAILED
      And the teep-agent has not installed middleware

  @req-TEA-07 @level-derived @role-teep-agent
  Rule: Dependencies are installed first

    @id-TEA-07.1 @negative @parent-TEEP-212.1
    Scenario: TEEP Agent installs nothing whose dependency fails
      Given the SUT plays the teep-agent
      When the tam sends an Update whose manifest has a dependency that aborts
      Then the teep-agent refuses it with ERR_MANIFEST_PROCESSING_FAILED
      And the teep-agent has not installed data

  @req-TEA-08 @level-derived @role-teep-agent
  Rule: Encrypted data is decrypted inside

    @id-TEA-08.1
    Scenario: TEEP Agent decrypts what was encrypted to its device
      Given the SUT plays the teep-agent
      When the tam sends an Update whose manifest writes encrypted content
      Then the teep-agent answers with a Success
      And the teep-agent has content A as data

  @req-TEA-09 @level-derived @role-teep-agent
  Rule: Data that was changed is refused

    @id-TEA-09.1 @negative @parent-TEA-08.1
    Scenario: TEEP Agent refuses encrypted data that was changed
      Given the SUT plays the teep-agent
      When the tam sends an Update whose manifest has content that was changed under AES-GCM
      Then the teep-agent refuses it with ERR_MANIFEST_PROCESSING_FAILED
      And the teep-agent has not installed data

  @req-TEA-32 @level-derived @role-teep-agent
  Rule: Components are for this device

    @id-TEA-32.1 @negative @parent-TEEP-98.1
    Scenario: TEEP Agent refuses a component for another class of devices
      Given the SUT plays the teep-agent
      When the tam sends an Update with a manifest for another device class
      Then the teep-agent refuses it with ERR_MANIFEST_PROCESSING_FAILED
      And the teep-agent has not installed middleware

  @req-TEA-29 @level-derived @role-teep-agent
  Rule: Evidence is fresh

    @id-TEA-29.1
    Scenario: TEEP Agent gives Evidence for the challenge of the TAM
      Given the SUT plays the teep-agent
      When the tam sends a QueryRequest for attestation
      Then the teep-agent answers with a QueryResponse
      And the answer carries Evidence for the challenge

  @req-TEA-30 @level-derived @role-teep-agent
  Rule: The technology is named

    @id-TEA-30.1
    Scenario: TEEP Agent says of which technology its attestation is
      Given the SUT plays the teep-agent
      When the tam sends a QueryRequest for attestation
      Then the teep-agent answers with a QueryResponse
      And the answer names its format or is an EAT

  @req-TEA-21 @level-derived @role-teep-agent
  Rule: A message from the network is taken

    @id-TEA-21.1
    Scenario: TEEP Agent processes a message that was brought to it
      Given the SUT plays the teep-agent
      When the tam sends a QueryRequest
      Then the teep-agent answers with a QueryResponse
      And the answer repeats the token
