@teep @suit @role-teep-agent
Feature: SUIT manifests that an Agent installs or refuses

  Background:
    Given the SUT plays the teep-agent

  @req-SUIT-01 @level-must
  Rule: The signature comes before anything is parsed

    @id-SUIT-01.1 @negative @parent-PROV-06.1
    Scenario: TEEP Agent refuses a manifest whose signature fails
      Given the manifest has a signature that fails
      When the teep-broker opens a session for analytics on sev-snp
      Then the teep-agent answers the Update with error ERR_MANIFEST_PROCESSING_FAILED
      And the teep-agent reports no Success

  @req-SUIT-02 @level-derived
  Rule: Only a trusted signer's manifest is installed

    @id-SUIT-02.1 @negative @parent-PROV-06.1
    Scenario: TEEP Agent refuses a manifest of an unknown signer
      Given the manifest is signed by an unknown signer
      When the teep-broker opens a session for analytics on sev-snp
      Then the teep-agent answers the Update with error ERR_MANIFEST_PROCESSING_FAILED
      And the teep-agent reports no Success

  @req-SUIT-03 @level-must
  Rule: The wrapper holds the digest of its manifest

    @id-SUIT-03.1 @negative @parent-PROV-06.1
    Scenario: TEEP Agent refuses a manifest that is not the authenticated one
      Given the manifest is not the one that was signed
      When the teep-broker opens a session for analytics on sev-snp
      Then the teep-agent answers the Update with error ERR_MANIFEST_PROCESSING_FAILED
      And the teep-agent reports no Success

  @req-SUIT-04 @level-must
  Rule: No rollback

    @id-SUIT-04.1 @negative @parent-SUIT-04.2
    Scenario: TEEP Agent refuses a manifest older than the installed one
      Given the manifest is older than the installed one
      When the teep-broker opens two sessions with one environment
      Then the teep-agent answers the second Update with error ERR_MANIFEST_PROCESSING_FAILED

    @id-SUIT-04.2
    Scenario: TEEP Agent installs a manifest of the same sequence number again
      When the teep-broker opens two sessions with one environment
      Then the teep-agent reports Success for both Updates

  @req-SUIT-05 @level-must
  Rule: The manifest is for this device

    @negative @parent-PROV-06.1
    Scenario Outline: TEEP Agent refuses a manifest that <for whom>
      Given the manifest <for whom>
      When the teep-broker opens a session for analytics on sev-snp
      Then the teep-agent answers the Update with error ERR_MANIFEST_PROCESSING_FAILED
      And the teep-agent reports no Success

      @id-SUIT-05.1
      Examples:
        | for whom                   |
        | is for another vendor      |

      @id-SUIT-05.2
      Examples:
        | for whom                   |
        | is for another class       |

  @req-SUIT-06 @level-must
  Rule: Content has the digest of the manifest

    @id-SUIT-06.1 @negative @parent-PROV-06.1
    Scenario: TEEP Agent refuses content of another digest
      Given the manifest has the digest of other content
      When the teep-broker opens a session for analytics on sev-snp
      Then the teep-agent answers the Update with error ERR_MANIFEST_PROCESSING_FAILED
      And the teep-agent reports no Success
