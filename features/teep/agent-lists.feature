@teep
Feature: Lists and reports of an Agent, and the TAMs that it obeys

  @req-TEEP-17 @level-may @role-teep-agent
  Rule: Several TAMs manage a device

    @id-TEEP-17.1
    Scenario: TEEP Agent tells another of its TAMs what the first one installed
      Given the SUT plays the teep-agent
      And the teep-agent has taken an Update
      When the tam sends a QueryRequest signed by another TAM of the device
      Then the teep-agent answers with a QueryResponse
      And the answer lists its components

    @id-TEEP-17.2
    Scenario: TEEP Agent installs what another of its TAMs sends
      Given the SUT plays the teep-agent
      When the tam sends an Update signed by another TAM of the device
      Then the teep-agent answers with a Success
      And the teep-agent has installed middleware

    @id-TEEP-17.3 @negative @parent-TEEP-17.1
    Scenario: TEEP Agent refuses a QueryRequest of a third TAM
      Given the SUT plays the teep-agent
      And the teep-agent has taken an Update
      When the tam sends a QueryRequest signed by a stranger
      Then the teep-agent refuses it with ERR_PERMANENT_ERROR, or follows the other reading of A18

    @id-TEEP-17.4 @negative @parent-TEEP-17.2
    Scenario: TEEP Agent refuses an Update of a third TAM
      Given the SUT plays the teep-agent
      When the tam sends an Update signed by a stranger
      Then the teep-agent refuses it with ERR_PERMANENT_ERROR, or follows the other reading of A18

  @req-TEEP-62 @level-derived @role-teep-agent
  Rule: SUIT Reports of the TAM are octets around a report

    @id-TEEP-62.1
    Scenario: TEEP Agent takes a SUIT Report of the TAM that is not protected
      Given the SUT plays the teep-agent
      When the tam sends a QueryRequest with a plain SUIT Report
      Then the teep-agent answers with a QueryResponse
      And the answer repeats the token

    @id-TEEP-62.2 @negative @parent-TEEP-62.1
    Scenario: TEEP Agent refuses octets of the TAM that hold no SUIT Report
      Given the SUT plays the teep-agent
      When the tam sends a QueryRequest with octets that hold no SUIT Report
      Then the teep-agent refuses it with ERR_UNSUPPORTED_SUIT_REPORT

    @id-TEEP-62.3 @negative @parent-TEEP-62.1
    Scenario: TEEP Agent refuses a text in the place of a SUIT Report
      Given the SUT plays the teep-agent
      When the tam sends a QueryRequest with a text for a SUIT Report
      Then the teep-agent refuses it with ERR_PERMANENT_ERROR

  @req-TEEP-73 @level-must @role-teep-agent
  Rule: What has no media type is an EAT

    @id-TEEP-73.1
    Scenario: TEEP Agent that is given no challenge sends its Attestation Result as an EAT
      Given the SUT plays the teep-agent
      When the tam sends a QueryRequest for attestation without its challenge
      Then the teep-agent answers with a QueryResponse
      And the answer carries an EAT without media type

    @id-TEEP-73.2
    Scenario: TEEP Agent names the media type of Evidence that is no EAT
      Given the SUT plays the teep-agent
      When the tam sends a QueryRequest for attestation
      Then the teep-agent answers with a QueryResponse
      And the answer names its format or is an EAT

  @req-TEEP-79 @level-derived @role-teep-agent
  Rule: What is installed is listed

    @id-TEEP-79.1
    Scenario: TEEP Agent lists the component that an Update brought
      Given the SUT plays the teep-agent
      And the teep-agent has taken an Update whose manifest has an identifier and an uninstall sequence
      When the tam sends a QueryRequest
      Then the teep-agent answers with a QueryResponse
      And the answer lists data among its components

    @id-TEEP-79.2
    Scenario: TEEP Agent does not list what was unlinked
      Given the SUT plays the teep-agent
      And the teep-agent has taken an Update whose manifest has an identifier and an uninstall sequence
      And the teep-agent has taken an Update that unlinks it
      When the tam sends a QueryRequest
      Then the teep-agent answers with a QueryResponse
      And the answer has no data among its components

  @req-TEEP-85 @level-derived @role-teep-agent
  Rule: What is requested and missing is asked for

    @id-TEEP-85.1
    Scenario: TEEP Agent asks for what an application asked it for
      Given the SUT plays the teep-agent
      And an application has asked the teep-agent for analytics
      When the tam sends a QueryRequest
      Then the teep-agent answers with a QueryResponse
      And the answer asks for one component

    @id-TEEP-85.2
    Scenario: TEEP Agent asks no more for what was installed
      Given the SUT plays the teep-agent
      And an application has asked the teep-agent for analytics
      And the teep-agent has taken an Update
      When the tam sends a QueryRequest
      Then the teep-agent answers with a QueryResponse
      And the answer repeats the token
      And the answer asks for no component

  @req-TEEP-91 @level-derived @role-teep-agent
  Rule: What nobody requests any more is named

    @id-TEEP-91.1
    Scenario: TEEP Agent names the manifest of what no application needs
      Given the SUT plays the teep-agent
      And the teep-agent has taken an Update with a manifest that has an identifier
      And no application needs analytics of the teep-agent any more
      When the tam sends a QueryRequest
      Then the teep-agent answers with a QueryResponse
      And the answer names the manifest of analytics as unneeded

    @id-TEEP-91.2
    Scenario: TEEP Agent names no manifest of what may still be needed
      Given the SUT plays the teep-agent
      And the teep-agent has taken an Update with a manifest that has an identifier
      When the tam sends a QueryRequest
      Then the teep-agent answers with a QueryResponse
      And the answer repeats the token
      And the answer names no manifest as unneeded

  @req-TEEP-102 @level-derived @role-teep-agent
  Rule: Each manifest of an Update is installed

    @id-TEEP-102.1
    Scenario: TEEP Agent installs both manifests of one Update
      Given the SUT plays the teep-agent
      When the tam sends an Update whose manifests install data and second
      Then the teep-agent answers with a Success
      And the teep-agent has installed data
      And the teep-agent has installed second

    @id-TEEP-102.2 @negative @parent-TEEP-102.1
    Scenario: TEEP Agent refuses two manifests of which the second is not kept
      Given the SUT plays the teep-agent
      When the tam sends an Update whose manifests install data and another second than they say
      Then the teep-agent refuses it with ERR_MANIFEST_PROCESSING_FAILED
      And the teep-agent has not installed data

  @req-TEEP-103 @level-may @role-teep-agent
  Rule: Unlinking runs the uninstall sequence

    @id-TEEP-103.1
    Scenario: TEEP Agent removes what the uninstall sequence unlinks
      Given the SUT plays the teep-agent
      And the teep-agent has taken an Update whose manifest has an identifier and an uninstall sequence
      When the tam sends an Update that unlinks it
      Then the teep-agent answers with a Success
      And the teep-agent has not installed data

    @id-TEEP-103.2 @negative @parent-TEEP-103.1
    Scenario: TEEP Agent comes to the abort of an uninstall sequence
      Given the SUT plays the teep-agent
      And the teep-agent has taken an Update whose manifest has an uninstall sequence that aborts
      When the tam sends an Update that unlinks it
      Then the teep-agent refuses it with ERR_MANIFEST_PROCESSING_FAILED and the SUIT reason condition-failed

  @req-TEEP-162 @level-derived @role-teep-agent
  Rule: Reports of a failure name manifest and reason

    @id-TEEP-162.1 @negative @parent-TEEP-98.1
    Scenario: TEEP Agent names the manifest that failed
      Given the SUT plays the teep-agent
      When the tam sends an Update with a manifest for another vendor
      Then the teep-agent refuses it with ERR_MANIFEST_PROCESSING_FAILED
      And the answer names the digest of the manifest in its report

    @id-TEEP-162.2 @negative @parent-TEEP-98.1
    Scenario: TEEP Agent says where a manifest failed
      Given the SUT plays the teep-agent
      When the tam sends an Update with a manifest for another vendor
      Then the teep-agent refuses it with ERR_MANIFEST_PROCESSING_FAILED
      And the answer has a code, a record and a reason in its report

    @id-TEEP-162.3 @negative @parent-TEEP-98.1
    Scenario: TEEP Agent says why a manifest failed
      Given the SUT plays the teep-agent
      When the tam sends an Update with a manifest for another vendor
      Then the teep-agent refuses it with ERR_MANIFEST_PROCESSING_FAILED and the SUIT reason condition-failed

  @req-TEEP-86 @level-must @role-teep-agent
  Rule: Who has the binary says which manifest it waits for

    @id-TEEP-86.1
    Scenario: TEEP Agent gives the sequence number of the manifest for a binary that is there
      Given the SUT plays the teep-agent
      And an application has asked the teep-agent for analytics, whose binary is there
      When the tam sends a QueryRequest
      Then the teep-agent answers with a QueryResponse
      And the answer names a sequence number beside each binary that it has
