@teep @suit @role-teep-agent
Feature: Dependencies of manifests

  Background:
    Given the SUT plays the teep-agent

  @req-TDOM-20 @level-derived
  Rule: A dependency is processed section by section

    @id-TDOM-20.1
    Scenario: TEEP Agent takes a manifest that installs a dependency
      When the tam sends an Update whose manifest installs a dependency
      Then the teep-agent answers with a Success
      And the teep-agent has content A as data
      And the teep-agent has content B as second

  @req-TDOM-04 @level-must
  Rule: A dependency counts as a component

    @id-TDOM-04.1 @negative @parent-TDOM-20.1
    Scenario: TEEP Agent refuses a manifest that chooses no component beside a dependency
      When the tam sends an Update whose manifest chooses no component beside a dependency
      Then the teep-agent refuses it with ERR_MANIFEST_PROCESSING_FAILED

  @req-TDOM-12 @level-derived
  Rule: Dependencies are some of the components

    @id-TDOM-12.1 @negative @parent-SUIT-139.1
    Scenario: TEEP Agent refuses a manifest that has an empty map of dependencies
      When the tam sends an Update whose manifest has an empty map of dependencies
      Then the teep-agent refuses it with ERR_MANIFEST_PROCESSING_FAILED

    @id-TDOM-12.2 @negative @parent-TDOM-20.1
    Scenario: TEEP Agent refuses a manifest that names component 7 as a dependency
      When the tam sends an Update whose manifest names component 7 as a dependency
      Then the teep-agent refuses it with ERR_MANIFEST_PROCESSING_FAILED

  @req-TDOM-13 @level-derived
  Rule: A dependency is an envelope

    @id-TDOM-13.1 @negative @parent-TDOM-20.1
    Scenario: TEEP Agent refuses a manifest that has a dependency that is no envelope
      When the tam sends an Update whose manifest has a dependency that is no envelope
      Then the teep-agent refuses it with ERR_MANIFEST_PROCESSING_FAILED

  @req-TDOM-14 @level-must
  Rule: The digest of a dependency is that of its manifest

    @id-TDOM-14.1
    Scenario: TEEP Agent takes a manifest that compares its dependency with the digest of the dependency's manifest
      When the tam sends an Update whose manifest compares its dependency with the digest of the dependency's manifest
      Then the teep-agent answers with a Success
      And the teep-agent has content A as data
      And the teep-agent has content B as second

    @id-TDOM-14.2 @negative @parent-TDOM-14.1
    Scenario: TEEP Agent refuses a manifest that compares its dependency with the digest of the dependency's envelope
      When the tam sends an Update whose manifest compares its dependency with the digest of the dependency's envelope
      Then the teep-agent refuses it with ERR_MANIFEST_PROCESSING_FAILED and the SUIT reason condition-failed

  @req-TDOM-15 @level-derived
  Rule: A dependency may have other signatures

    @id-TDOM-15.1
    Scenario: TEEP Agent takes a manifest that has a dependency that a stranger signed as well
      When the tam sends an Update whose manifest has a dependency that a stranger signed as well
      Then the teep-agent answers with a Success
      And the teep-agent has content A as data
      And the teep-agent has content B as second

  @req-TDOM-58 @level-must
  Rule: An integrated dependency is found by its URI

    @id-TDOM-58.1 @negative @parent-TDOM-20.1
    Scenario: TEEP Agent refuses a manifest that has a dependency under another name than its URI
      When the tam sends an Update whose manifest has a dependency under another name than its URI
      Then the teep-agent refuses it with ERR_MANIFEST_PROCESSING_FAILED and the SUIT reason operation-failed

  @req-TDOM-28 @level-must
  Rule: The signature of a dependency is verified

    @id-TDOM-28.1 @negative @parent-TDOM-20.1
    Scenario: TEEP Agent refuses a manifest that has a dependency signed by a stranger
      When the tam sends an Update whose manifest has a dependency signed by a stranger
      Then the teep-agent refuses it with ERR_MANIFEST_PROCESSING_FAILED

  @req-TDOM-29 @level-must
  Rule: A dependency is the one that the dependent names

    @id-TDOM-29.1 @negative @parent-TDOM-20.1
    Scenario: TEEP Agent refuses a manifest that names its dependency by another digest
      When the tam sends an Update whose manifest names its dependency by another digest
      Then the teep-agent refuses it with ERR_MANIFEST_PROCESSING_FAILED

  @req-TDOM-30 @level-must
  Rule: A dependency is what its signer signed

    @id-TDOM-30.1 @negative @parent-TDOM-20.1
    Scenario: TEEP Agent refuses a manifest that has a dependency whose manifest is not the signed one
      When the tam sends an Update whose manifest has a dependency whose manifest is not the signed one
      Then the teep-agent refuses it with ERR_MANIFEST_PROCESSING_FAILED

  @req-TDOM-31 @level-must
  Rule: A failed check of a dependency is never soft

    @id-TDOM-31.1 @negative @parent-TDOM-20.1
    Scenario: TEEP Agent refuses a manifest that tries a dependency that fails its check
      When the tam sends an Update whose manifest tries a dependency that fails its check
      Then the teep-agent refuses it with ERR_MANIFEST_PROCESSING_FAILED

  @req-TDOM-33 @level-must
  Rule: Only a dependency is processed

    @id-TDOM-33.1 @negative @parent-TDOM-20.1
    Scenario: TEEP Agent refuses a manifest that processes a component that is no dependency
      When the tam sends an Update whose manifest processes a component that is no dependency
      Then the teep-agent refuses it with ERR_MANIFEST_PROCESSING_FAILED

  @req-TDOM-34 @level-must
  Rule: Only what was checked is processed

    @id-TDOM-34.1 @negative @parent-TDOM-20.1
    Scenario: TEEP Agent refuses a manifest that processes a dependency that was not checked
      When the tam sends an Update whose manifest processes a dependency that was not checked
      Then the teep-agent refuses it with ERR_MANIFEST_PROCESSING_FAILED, or follows the other reading of A12

  @req-TDOM-35 @level-must
  Rule: The shared sequence processes no dependency

    @id-TDOM-35.1 @negative @parent-TDOM-20.1
    Scenario: TEEP Agent refuses a manifest that processes a dependency in its shared sequence
      When the tam sends an Update whose manifest processes a dependency in its shared sequence
      Then the teep-agent refuses it with ERR_MANIFEST_PROCESSING_FAILED

  @req-TDOM-40 @level-must
  Rule: A check counts in its own manifest

    @id-TDOM-40.1 @negative @parent-TDOM-20.1
    Scenario: TEEP Agent refuses an Update whose second manifest relies on the check of the first
      Given the teep-agent processes no dependency that was not checked
      When the tam sends an Update whose second manifest relies on the check of the first
      Then the teep-agent refuses it with ERR_MANIFEST_PROCESSING_FAILED

  @req-TDOM-42 @level-must
  Rule: A check ends when the dependency is fetched again

    @id-TDOM-42.1 @negative @parent-TDOM-20.1
    Scenario: TEEP Agent refuses a manifest that fetches its dependency again after the check
      Given the teep-agent processes no dependency that was not checked
      When the tam sends an Update whose manifest fetches its dependency again after the check
      Then the teep-agent refuses it with ERR_MANIFEST_PROCESSING_FAILED

  @req-TDOM-05 @level-must
  Rule: A dependent has the sections of its dependency

    @id-TDOM-05.1 @negative @parent-TDOM-20.1
    Scenario: TEEP Agent refuses a manifest that lacks a section that its dependency has
      When the tam sends an Update whose manifest lacks a section that its dependency has
      Then the teep-agent refuses it with ERR_MANIFEST_PROCESSING_FAILED

  @req-TDOM-24 @level-must
  Rule: Dependencies are fetched before payloads

    @id-TDOM-24.1 @negative @parent-TDOM-20.1
    Scenario: TEEP Agent refuses a manifest that fetches its payload before its dependency
      When the tam sends an Update whose manifest fetches its payload before its dependency
      Then the teep-agent refuses it with ERR_MANIFEST_PROCESSING_FAILED

  @req-TDOM-63 @level-derived
  Rule: An encrypted dependency is decrypted as it is fetched

    @id-TDOM-63.1
    Scenario: TEEP Agent takes a manifest that has an encrypted dependency
      When the tam sends an Update whose manifest has an encrypted dependency
      Then the teep-agent answers with a Success
      And the teep-agent has content A as data
      And the teep-agent has content B as second

  @req-TDOM-06 @level-must
  Rule: Each section of a dependency is processed

    @id-TDOM-06.1 @negative @parent-TDOM-20.1
    Scenario: TEEP Agent refuses a manifest that never processes its dependency in validate
      When the tam sends an Update whose manifest never processes its dependency in validate
      Then the teep-agent refuses it with ERR_MANIFEST_PROCESSING_FAILED

  @req-TDOM-18 @level-derived
  Rule: A dependency's section comes before the dependent's next one

    @id-TDOM-18.1
    Scenario: TEEP Agent takes a manifest that copies in install what its dependency fetched before
      When the tam sends an Update whose manifest copies in install what its dependency fetched before
      Then the teep-agent answers with a Success
      And the teep-agent has content B as data
      And the teep-agent has content B as second

  @req-TDOM-19 @level-derived
  Rule: The shared sequence of a dependency is executed

    @id-TDOM-19.1 @negative @parent-TDOM-20.1
    Scenario: TEEP Agent refuses a manifest that has a dependency for another vendor
      When the tam sends an Update whose manifest has a dependency for another vendor
      Then the teep-agent refuses it with ERR_MANIFEST_PROCESSING_FAILED and the SUIT reason condition-failed

  @req-TDOM-21 @level-derived
  Rule: A section that a dependency lacks succeeds

    @id-TDOM-21.1
    Scenario: TEEP Agent takes a manifest that processes its dependency in a section that this one lacks
      When the tam sends an Update whose manifest processes its dependency in a section that this one lacks
      Then the teep-agent answers with a Success
      And the teep-agent has content A as data
      And the teep-agent has content B as second

  @req-TDOM-22 @level-derived
  Rule: What a dependency sets stays set

    @id-TDOM-22.1
    Scenario: TEEP Agent takes a manifest that fetches from a URI that its dependency has set
      When the tam sends an Update whose manifest fetches from a URI that its dependency has set
      Then the teep-agent answers with a Success
      And the teep-agent has content A as data

  @req-TDOM-27 @level-derived
  Rule: A dependent sets before its dependency

    @id-TDOM-27.1
    Scenario: TEEP Agent takes a manifest that sets a URI before its dependency does
      When the tam sends an Update whose manifest sets a URI before its dependency does
      Then the teep-agent answers with a Success
      And the teep-agent has content A as data
      And the teep-agent has content B as second

  @req-TDOM-32 @level-must
  Rule: A dependency can enforce a value

    @id-TDOM-32.1
    Scenario: TEEP Agent takes a manifest that sets a URI that its dependency overrides
      When the tam sends an Update whose manifest sets a URI that its dependency overrides
      Then the teep-agent answers with a Success
      And the teep-agent has content A as data
      And the teep-agent has content B as second

  @req-TDOM-36 @level-derived
  Rule: All dependencies are processed at index True

    @id-TDOM-36.1
    Scenario: TEEP Agent takes a manifest that processes two dependencies at index True
      When the tam sends an Update whose manifest processes two dependencies at index True
      Then the teep-agent answers with a Success
      And the teep-agent has content B as second
      And the teep-agent has content C as tc

  @req-TDOM-37 @level-derived
  Rule: What aborts a dependency aborts its dependent

    @id-TDOM-37.1 @negative @parent-TDOM-20.1
    Scenario: TEEP Agent refuses a manifest that has a dependency that aborts
      When the tam sends an Update whose manifest has a dependency that aborts
      Then the teep-agent refuses it with ERR_MANIFEST_PROCESSING_FAILED and the SUIT reason condition-failed

  @req-TDOM-38 @level-derived
  Rule: Is-dependency tells a dependency

    @id-TDOM-38.1
    Scenario: TEEP Agent takes a manifest that tests that its dependency is one
      When the tam sends an Update whose manifest tests that its dependency is one
      Then the teep-agent answers with a Success
      And the teep-agent has content A as data
      And the teep-agent has content B as second

    @id-TDOM-38.2 @negative @parent-TDOM-38.1
    Scenario: TEEP Agent refuses a manifest that tests that data is a dependency
      When the tam sends an Update whose manifest tests that data is a dependency
      Then the teep-agent refuses it with ERR_MANIFEST_PROCESSING_FAILED and the SUIT reason condition-failed

  @req-TDOM-62 @level-derived
  Rule: Is-dependency tells dependencies from payloads

    @id-TDOM-62.1
    Scenario: TEEP Agent takes a manifest that tells dependencies from payloads at index True
      When the tam sends an Update whose manifest tells dependencies from payloads at index True
      Then the teep-agent answers with a Success
      And the teep-agent has content A as data
      And the teep-agent has content B as second

  @req-TDOM-59 @level-derived
  Rule: A dependent may set the encryption info of its dependency

    @id-TDOM-59.1
    Scenario: TEEP Agent takes a manifest that sets the encryption info of its dependency
      When the tam sends an Update whose manifest sets the encryption info of its dependency
      Then the teep-agent answers with a Success
      And the teep-agent has content A as data
      And the teep-agent has content B as second

    @id-TDOM-59.2 @negative @parent-TDOM-59.1
    Scenario: TEEP Agent refuses a manifest that sets other encryption info for its dependency
      When the tam sends an Update whose manifest sets other encryption info for its dependency
      Then the teep-agent refuses it with ERR_MANIFEST_PROCESSING_FAILED and the SUIT reason condition-failed
