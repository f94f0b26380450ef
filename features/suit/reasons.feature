@teep @suit @role-teep-agent
Feature: Reasons of a failure in SUIT Reports

  Background:
    Given the SUT plays the teep-agent

  @req-SREP-18 @level-derived
  Rule: What cannot be parsed

    @id-SREP-18.1 @negative @parent-SUIT-139.1
    Scenario: TEEP Agent refuses a manifest that has octets for a common part that are no CBOR
      When the tam sends an Update whose manifest has octets for a common part that are no CBOR
      Then the teep-agent refuses it with ERR_MANIFEST_PROCESSING_FAILED and the SUIT reason cbor-parse

  @req-SREP-19 @level-derived
  Rule: A COSE structure that is not supported

    @id-SREP-19.1 @negative @parent-SUIT-139.1
    Scenario: TEEP Agent refuses a manifest that has an authentication block that is a COSE_Encrypt0
      When the tam sends an Update whose manifest has an authentication block that is a COSE_Encrypt0
      Then the teep-agent refuses it with ERR_MANIFEST_PROCESSING_FAILED and the SUIT reason cose-unsupported

  @req-SREP-20 @level-derived
  Rule: An algorithm that is not supported

    @id-SREP-20.1 @negative @parent-SUIT-139.1
    Scenario: TEEP Agent refuses a manifest that has a digest of an unknown algorithm
      When the tam sends an Update whose manifest has a digest of an unknown algorithm
      Then the teep-agent refuses it with ERR_MANIFEST_PROCESSING_FAILED and the SUIT reason alg-unsupported

  @req-SREP-21 @level-derived
  Rule: A signature that fails

    @id-SREP-21.1 @negative @parent-SUIT-139.1
    Scenario: TEEP Agent refuses a manifest that is signed over its hash alone
      When the tam sends an Update whose manifest is signed over its hash alone
      Then the teep-agent refuses it with ERR_MANIFEST_PROCESSING_FAILED and the SUIT reason unauthorised

  @req-SREP-22 @level-derived
  Rule: A command that is not supported

    @id-SREP-22.1 @negative @parent-SUIT-139.1
    Scenario: TEEP Agent refuses a manifest that has an unknown command
      When the tam sends an Update whose manifest has an unknown command
      Then the teep-agent refuses it with ERR_MANIFEST_PROCESSING_FAILED and the SUIT reason command-unsupported

  @req-SREP-23 @level-derived
  Rule: A component that does not exist

    @id-SREP-23.1 @negative @parent-SUIT-139.1
    Scenario: TEEP Agent refuses a manifest that is for a component that there is not
      When the tam sends an Update whose manifest is for a component that there is not
      Then the teep-agent refuses it with ERR_MANIFEST_PROCESSING_FAILED and the SUIT reason component-unsupported

  @req-SREP-25 @level-derived
  Rule: A parameter that does not exist

    @id-SREP-25.1 @negative @parent-SUIT-139.1
    Scenario: TEEP Agent refuses a manifest that sets an unknown parameter
      When the tam sends an Update whose manifest sets an unknown parameter
      Then the teep-agent refuses it with ERR_MANIFEST_PROCESSING_FAILED and the SUIT reason parameter-unsupported

  @req-SREP-27 @level-derived
  Rule: A condition that failed

    @id-SREP-27.1 @negative @parent-SUIT-120.1
    Scenario: TEEP Agent refuses a manifest that checks another slot
      When the tam sends an Update whose manifest checks another slot
      Then the teep-agent refuses it with ERR_MANIFEST_PROCESSING_FAILED and the SUIT reason condition-failed

  @req-SREP-28 @level-derived
  Rule: A command that failed

    @id-SREP-28.1 @negative @parent-SUIT-129.1
    Scenario: TEEP Agent refuses a manifest that copies from an empty component
      When the tam sends an Update whose manifest copies from an empty component
      Then the teep-agent refuses it with ERR_MANIFEST_PROCESSING_FAILED and the SUIT reason operation-failed
