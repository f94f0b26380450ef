@teep @suit @role-teep-agent
Feature: Signers and algorithm profiles of manifests

  Background:
    Given the SUT plays the teep-agent

  @req-SUIT-140 @level-should
  Rule: A signer installs what it has a right to

    @id-SUIT-140.1
    Scenario: TEEP Agent takes a manifest that is signed by the personaliser for a component of its own
      When the tam sends an Update whose manifest is signed by the personaliser for a component of its own
      Then the teep-agent answers with a Success
      And the teep-agent has content A as second

    @id-SUIT-140.2 @negative @parent-SUIT-140.1
    Scenario: TEEP Agent refuses a manifest that is signed by the personaliser for a component of the vendor
      When the tam sends an Update whose manifest is signed by the personaliser for a component of the vendor
      Then the teep-agent refuses it with ERR_MANIFEST_PROCESSING_FAILED and the SUIT reason component-unauthorised

  @req-SREP-24 @level-derived
  Rule: A component that the signer may not reach

    @id-SREP-24.1 @negative @parent-SUIT-140.1
    Scenario: TEEP Agent refuses a manifest that is signed by the personaliser for a component of the vendor
      When the tam sends an Update whose manifest is signed by the personaliser for a component of the vendor
      Then the teep-agent refuses it with ERR_MANIFEST_PROCESSING_FAILED and the SUIT reason component-unauthorised

  @req-TDOM-60 @level-derived
  Rule: A dependency's signer has rights of its own

    @id-TDOM-60.1 @negative @parent-SUIT-140.1
    Scenario: TEEP Agent refuses a manifest that is signed by the personaliser and has a dependency for a component of the vendor
      When the tam sends an Update whose manifest is signed by the personaliser and has a dependency for a component of the vendor
      Then the teep-agent refuses it with ERR_MANIFEST_PROCESSING_FAILED

  @req-TDOM-61 @level-must
  Rule: A manifest is stored where its signer may write

    @id-TDOM-61.1 @negative @parent-SUIT-140.1
    Scenario: TEEP Agent refuses a manifest that is stored by the personaliser where it has no right
      When the tam sends an Update whose manifest is stored by the personaliser where it has no right
      Then the teep-agent refuses it with ERR_MANIFEST_PROCESSING_FAILED

  @req-SMTI-05 @level-derived
  Rule: ESP256 with AES-CTR

    @id-SMTI-05.1
    Scenario: TEEP Agent takes a manifest that is of ESP256 and AES-CTR
      When the tam sends an Update whose manifest is of ESP256 and AES-CTR
      Then the teep-agent answers with a Success
      And the teep-agent has content A as data

  @req-SMTI-06 @level-derived
  Rule: Ed25519 with AES-CTR

    @id-SMTI-06.1
    Scenario: TEEP Agent takes a manifest that is of Ed25519 and AES-CTR
      When the tam sends an Update whose manifest is of Ed25519 and AES-CTR
      Then the teep-agent answers with a Success
      And the teep-agent has content A as second

  @req-SMTI-07 @level-derived
  Rule: ESP256 with AES-GCM

    @id-SMTI-07.1
    Scenario: TEEP Agent takes a manifest that is of ESP256 and AES-GCM
      When the tam sends an Update whose manifest is of ESP256 and AES-GCM
      Then the teep-agent answers with a Success
      And the teep-agent has content A as data

  @req-SMTI-08 @level-derived
  Rule: Ed25519 with ChaCha20/Poly1305

    @id-SMTI-08.1
    Scenario: TEEP Agent takes a manifest that is of Ed25519 and ChaCha20/Poly1305
      When the tam sends an Update whose manifest is of Ed25519 and ChaCha20/Poly1305
      Then the teep-agent answers with a Success
      And the teep-agent has content A as second

  @req-SMTI-10 @level-derived
  Rule: Another signature algorithm

    @id-SMTI-10.1 @negative @parent-SUIT-139.1
    Scenario: TEEP Agent refuses a manifest that is signed by ES256
      When the tam sends an Update whose manifest is signed by ES256
      Then the teep-agent refuses it with ERR_MANIFEST_PROCESSING_FAILED and the SUIT reason alg-unsupported

  @req-SMTI-11 @level-derived
  Rule: Another content algorithm

    @id-SMTI-11.1 @negative @parent-SENC-21.1
    Scenario: TEEP Agent refuses a manifest that encrypts its content by an algorithm of no profile
      When the tam sends an Update whose manifest encrypts its content by an algorithm of no profile
      Then the teep-agent refuses it with ERR_MANIFEST_PROCESSING_FAILED and the SUIT reason alg-unsupported

  @req-SMTI-12 @level-derived
  Rule: Another way of distributing content keys

    @id-SMTI-12.1 @negative @parent-SENC-21.1
    Scenario: TEEP Agent refuses a manifest that distributes its content key by an algorithm of no profile
      When the tam sends an Update whose manifest distributes its content key by an algorithm of no profile
      Then the teep-agent refuses it with ERR_MANIFEST_PROCESSING_FAILED and the SUIT reason alg-unsupported

  @req-SMTI-13 @level-derived
  Rule: An algorithm is protected

    @id-SMTI-13.1 @negative @parent-SUIT-139.1
    Scenario: TEEP Agent refuses a manifest that has its algorithm in the unprotected header
      When the tam sends an Update whose manifest has its algorithm in the unprotected header
      Then the teep-agent refuses it with ERR_MANIFEST_PROCESSING_FAILED

  @req-SMTI-14 @level-should
  Rule: What is not supported is reported

    @id-SMTI-14.1 @negative @parent-SUIT-139.1
    Scenario: TEEP Agent carries a SUIT Report when it refuses a manifest that is signed by ES256
      When the tam sends an Update whose manifest is signed by ES256
      Then the teep-agent refuses it with ERR_MANIFEST_PROCESSING_FAILED
      And the answer carries a SUIT Report
