@teep @suit @role-teep-agent
Feature: Encrypted payloads

  Background:
    Given the SUT plays the teep-agent

  @req-SENC-01 @level-must
  Rule: Encryption info is set in either way

    @id-SENC-01.1
    Scenario: TEEP Agent takes a manifest that sets its encryption info
      When the tam sends an Update whose manifest sets its encryption info
      Then the teep-agent answers with a Success
      And the teep-agent has content A as data

  @req-SENC-02 @level-derived
  Rule: Write decrypts

    @id-SENC-02.1
    Scenario: TEEP Agent takes a manifest that writes encrypted content
      When the tam sends an Update whose manifest writes encrypted content
      Then the teep-agent answers with a Success
      And the teep-agent has content A as data

  @req-SENC-03 @level-derived
  Rule: Copy decrypts

    @id-SENC-03.1
    Scenario: TEEP Agent takes a manifest that copies encrypted content
      When the tam sends an Update whose manifest copies encrypted content
      Then the teep-agent answers with a Success
      And the teep-agent has content A as data

  @req-SENC-04 @level-must
  Rule: What has no integrity has a digest

    @id-SENC-04.1 @negative @parent-SENC-03.1
    Scenario: TEEP Agent refuses a manifest that has neither integrity nor a digest for its payload
      When the tam sends an Update whose manifest has neither integrity nor a digest for its payload
      Then the teep-agent refuses it with ERR_MANIFEST_PROCESSING_FAILED

  @req-SENC-07 @level-derived
  Rule: A device finds its own recipient

    @id-SENC-07.1
    Scenario: TEEP Agent takes a manifest that encrypts for another device and for this one
      When the tam sends an Update whose manifest encrypts for another device and for this one
      Then the teep-agent answers with a Success
      And the teep-agent has content A as data

  @req-SENC-08 @level-derived
  Rule: A device needs a recipient of its own

    @id-SENC-08.1 @negative @parent-SENC-21.1
    Scenario: TEEP Agent refuses a manifest that encrypts for another device
      When the tam sends an Update whose manifest encrypts for another device
      Then the teep-agent refuses it with ERR_MANIFEST_PROCESSING_FAILED and the SUIT reason operation-failed

  @req-SENC-09 @level-derived
  Rule: Encryption info is tagged

    @id-SENC-09.1 @negative @parent-SENC-02.1
    Scenario: TEEP Agent refuses a manifest that has encryption info without a tag
      When the tam sends an Update whose manifest has encryption info without a tag
      Then the teep-agent refuses it with ERR_MANIFEST_PROCESSING_FAILED

    @id-SENC-09.2 @negative @parent-SENC-02.1
    Scenario: TEEP Agent refuses a manifest that has a ciphertext inside its encryption info
      When the tam sends an Update whose manifest has a ciphertext inside its encryption info
      Then the teep-agent refuses it with ERR_MANIFEST_PROCESSING_FAILED

  @req-SENC-10 @level-derived
  Rule: An ephemeral key is sent

    @id-SENC-10.1 @negative @parent-SENC-02.1
    Scenario: TEEP Agent refuses a manifest that has no ephemeral key
      When the tam sends an Update whose manifest has no ephemeral key
      Then the teep-agent refuses it with ERR_MANIFEST_PROCESSING_FAILED

  @req-SENC-11 @level-derived
  Rule: A content key is wrapped

    @id-SENC-11.1 @negative @parent-SENC-21.1
    Scenario: TEEP Agent refuses a manifest that wraps its content key with another key
      When the tam sends an Update whose manifest wraps its content key with another key
      Then the teep-agent refuses it with ERR_MANIFEST_PROCESSING_FAILED and the SUIT reason operation-failed

  @req-SENC-12 @level-must
  Rule: The derivation is bound to the algorithm

    @id-SENC-12.1 @negative @parent-SENC-21.1
    Scenario: TEEP Agent refuses a manifest that derives its key for another algorithm
      When the tam sends an Update whose manifest derives its key for another algorithm
      Then the teep-agent refuses it with ERR_MANIFEST_PROCESSING_FAILED and the SUIT reason operation-failed

  @req-SENC-13 @level-must
  Rule: The derivation is bound to the length

    @id-SENC-13.1 @negative @parent-SENC-21.1
    Scenario: TEEP Agent refuses a manifest that derives its key for 256 bits
      When the tam sends an Update whose manifest derives its key for 256 bits
      Then the teep-agent refuses it with ERR_MANIFEST_PROCESSING_FAILED and the SUIT reason operation-failed

  @req-SENC-14 @level-must
  Rule: The derivation is bound to the words

    @id-SENC-14.1 @negative @parent-SENC-21.1
    Scenario: TEEP Agent refuses a manifest that derives its key for other words
      When the tam sends an Update whose manifest derives its key for other words
      Then the teep-agent refuses it with ERR_MANIFEST_PROCESSING_FAILED and the SUIT reason operation-failed

  @req-SENC-15 @level-must
  Rule: The derivation is bound to the recipient's header

    @id-SENC-15.1 @negative @parent-SENC-21.1
    Scenario: TEEP Agent refuses a manifest that derives its key without the recipient's header
      When the tam sends an Update whose manifest derives its key without the recipient's header
      Then the teep-agent refuses it with ERR_MANIFEST_PROCESSING_FAILED and the SUIT reason operation-failed

  @req-SENC-16 @level-derived
  Rule: The derivation names nobody

    @id-SENC-16.1 @negative @parent-SENC-21.1
    Scenario: TEEP Agent refuses a manifest that derives its key for an identity
      When the tam sends an Update whose manifest derives its key for an identity
      Then the teep-agent refuses it with ERR_MANIFEST_PROCESSING_FAILED and the SUIT reason operation-failed

  @req-SENC-17 @level-must
  Rule: A salt is used

    @id-SENC-17.1
    Scenario: TEEP Agent takes a manifest that derives its key with a salt
      When the tam sends an Update whose manifest derives its key with a salt
      Then the teep-agent answers with a Success
      And the teep-agent has content A as data

  @req-SENC-18 @level-must
  Rule: There are no external additional data

    @id-SENC-18.1 @negative @parent-SENC-27.1
    Scenario: TEEP Agent refuses a manifest that has external additional data
      When the tam sends an Update whose manifest has external additional data
      Then the teep-agent refuses it with ERR_MANIFEST_PROCESSING_FAILED and the SUIT reason operation-failed

  @req-SENC-19 @level-derived
  Rule: The protected header is authenticated

    @id-SENC-19.1 @negative @parent-SENC-27.1
    Scenario: TEEP Agent refuses a manifest that has a protected header that was changed
      When the tam sends an Update whose manifest has a protected header that was changed
      Then the teep-agent refuses it with ERR_MANIFEST_PROCESSING_FAILED and the SUIT reason operation-failed

  @req-SENC-20 @level-must
  Rule: AES-CTR has no protected header

    @id-SENC-20.1 @negative @parent-SENC-21.1
    Scenario: TEEP Agent refuses a manifest that has a protected header for AES-CTR
      When the tam sends an Update whose manifest has a protected header for AES-CTR
      Then the teep-agent refuses it with ERR_MANIFEST_PROCESSING_FAILED

  @req-SENC-21 @level-must
  Rule: AES-CTR counts blocks

    @id-SENC-21.1
    Scenario: TEEP Agent takes a manifest that writes content that AES-CTR encrypted
      When the tam sends an Update whose manifest writes content that AES-CTR encrypted
      Then the teep-agent answers with a Success
      And the teep-agent has content A as data

    @id-SENC-21.2 @negative @parent-SENC-21.1
    Scenario: TEEP Agent refuses a manifest that starts its counter one later
      When the tam sends an Update whose manifest starts its counter one later
      Then the teep-agent refuses it with ERR_MANIFEST_PROCESSING_FAILED and the SUIT reason condition-failed

  @req-SENC-24 @level-derived
  Rule: The digest is of the plaintext

    @id-SENC-24.1 @negative @parent-SENC-02.1
    Scenario: TEEP Agent refuses a manifest that has the digest of its ciphertext
      When the tam sends an Update whose manifest has the digest of its ciphertext
      Then the teep-agent refuses it with ERR_MANIFEST_PROCESSING_FAILED and the SUIT reason condition-failed

  @req-SENC-25 @level-derived
  Rule: The digest of a ciphertext is compared where it is

    @id-SENC-25.1 @negative @parent-SENC-03.1
    Scenario: TEEP Agent refuses a manifest that has another ciphertext than it says
      When the tam sends an Update whose manifest has another ciphertext than it says
      Then the teep-agent refuses it with ERR_MANIFEST_PROCESSING_FAILED and the SUIT reason condition-failed

  @req-SENC-26 @level-derived
  Rule: An AEAD tag holds

    @negative @parent-SENC-27.1
    Scenario Outline: TEEP Agent refuses a manifest that <manifest>
      When the tam sends an Update whose manifest <manifest>
      Then the teep-agent refuses it with ERR_MANIFEST_PROCESSING_FAILED and the SUIT reason operation-failed

      @id-SENC-26.1
      Examples:
        | manifest                                   |
        | has content that was changed under AES-GCM |

      @id-SENC-26.2
      Examples:
        | manifest                                             |
        | has content that was changed under ChaCha20/Poly1305 |

  @req-SENC-27 @level-derived
  Rule: Content in a parameter needs no digest

    @id-SENC-27.1
    Scenario: TEEP Agent takes a manifest that writes encrypted content without a digest
      When the tam sends an Update whose manifest writes encrypted content without a digest
      Then the teep-agent answers with a Success
      And the teep-agent has content A as data

  @req-SENC-28 @level-derived
  Rule: What an AEAD cipher protects needs no digest

    @id-SENC-28.1
    Scenario: TEEP Agent takes a manifest that copies content that AES-GCM encrypted and has no digest
      When the tam sends an Update whose manifest copies content that AES-GCM encrypted and has no digest
      Then the teep-agent answers with a Success
      And the teep-agent has content A as data

    @id-SENC-28.2 @negative @parent-SENC-28.1
    Scenario: TEEP Agent refuses a manifest that copies content that was changed under AES-GCM
      When the tam sends an Update whose manifest copies content that was changed under AES-GCM
      Then the teep-agent refuses it with ERR_MANIFEST_PROCESSING_FAILED and the SUIT reason operation-failed
