@teep @suit @role-teep-agent
Feature: Authentication of manifests

  Background:
    Given the SUT plays the teep-agent

  @req-SUIT-51 @level-derived
  Rule: A manifest is authenticated

    @id-SUIT-51.1 @negative @parent-SUIT-139.1
    Scenario: TEEP Agent refuses a manifest that has no authentication block
      When the tam sends an Update whose manifest has no authentication block
      Then the teep-agent refuses it with ERR_MANIFEST_PROCESSING_FAILED and the SUIT reason unauthorised

    @id-SUIT-51.2 @negative @parent-SUIT-139.1
    Scenario: TEEP Agent refuses a manifest that has no authentication wrapper
      When the tam sends an Update whose manifest has no authentication wrapper
      Then the teep-agent refuses it with ERR_MANIFEST_PROCESSING_FAILED

  @req-SUIT-52 @level-derived
  Rule: The head of the byte string is digested

    @id-SUIT-52.1 @negative @parent-SUIT-139.1
    Scenario: TEEP Agent refuses a manifest that has a digest without the head of its byte string
      When the tam sends an Update whose manifest has a digest without the head of its byte string
      Then the teep-agent refuses it with ERR_MANIFEST_PROCESSING_FAILED

  @req-SUIT-53 @level-derived
  Rule: The digest is detached from its signature

    @id-SUIT-53.1 @negative @parent-SUIT-139.1
    Scenario: TEEP Agent refuses a manifest that has its digest attached to the signature
      When the tam sends an Update whose manifest has its digest attached to the signature
      Then the teep-agent refuses it with ERR_MANIFEST_PROCESSING_FAILED

  @req-SUIT-54 @level-derived
  Rule: The whole digest is signed

    @id-SUIT-54.1 @negative @parent-SUIT-139.1
    Scenario: TEEP Agent refuses a manifest that is signed over its hash alone
      When the tam sends an Update whose manifest is signed over its hash alone
      Then the teep-agent refuses it with ERR_MANIFEST_PROCESSING_FAILED and the SUIT reason unauthorised

  @req-SUIT-55 @level-derived
  Rule: An authentication block is tagged

    @id-SUIT-55.1 @negative @parent-SUIT-139.1
    Scenario: TEEP Agent refuses a manifest that has an authentication block without a tag
      When the tam sends an Update whose manifest has an authentication block without a tag
      Then the teep-agent refuses it with ERR_MANIFEST_PROCESSING_FAILED

  @req-SUIT-56 @level-derived
  Rule: An authentication block is a signature or a MAC

    @id-SUIT-56.1 @negative @parent-SUIT-139.1
    Scenario: TEEP Agent refuses a manifest that has an authentication block that is a COSE_Encrypt0
      When the tam sends an Update whose manifest has an authentication block that is a COSE_Encrypt0
      Then the teep-agent refuses it with ERR_MANIFEST_PROCESSING_FAILED

  @req-SUIT-57 @level-must
  Rule: Several signers sign one digest

    Scenario Outline: TEEP Agent takes a manifest that <manifest>
      When the tam sends an Update whose manifest <manifest>
      Then the teep-agent answers with a Success
      And the teep-agent has content A as data

      @id-SUIT-57.1
      Examples:
        | manifest                                        |
        | is signed by a stranger and by a trusted signer |

      @id-SUIT-57.2
      Examples:
        | manifest                                        |
        | is signed by a trusted signer and by a stranger |

    @id-SUIT-57.3 @negative @parent-SUIT-57.1
    Scenario: TEEP Agent refuses a manifest that is signed by two strangers
      When the tam sends an Update whose manifest is signed by two strangers
      Then the teep-agent refuses it with ERR_MANIFEST_PROCESSING_FAILED and the SUIT reason unauthorised
