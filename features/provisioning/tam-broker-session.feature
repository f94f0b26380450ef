@ccican @teep
Feature: Section 4 step (2), TAM and Broker connect and carry TEEP

  @req-PROV-03 @level-step
  Rule: TAM and Broker connect to transfer provisioning information

    @id-PROV-03.1 @role-teep-broker
    Scenario: TEEP Broker opens a session with the TAM
      Given the SUT plays the teep-broker
      When the application-owner asks for analytics on sev-snp
      Then the teep-broker asks the tam for teep

    @id-PROV-03.2 @role-tam
    Scenario: TAM answers the session with provisioning information
      Given the SUT plays the tam
      When the teep-broker opens a session for analytics on sev-snp
      Then the tam sends a QueryRequest before an Update

  @req-PROV-09 @level-step
  Rule: Provisioning is secure against whoever carries it

    @role-teep-agent @negative @parent-PROV-07.1
    Scenario Outline: TEEP Agent refuses a message when the carrier <what>
      Given the SUT plays the teep-agent
      And the teep-broker <what>
      When the teep-broker opens a session for analytics on sev-snp
      Then the teep-agent answers the altered message with an Error, or follows the other reading of A18
      And the teep-agent reports no Success

      @id-PROV-09.1
      Examples:
        | what                          |
        | alters the QueryRequest       |

      @id-PROV-09.2
      Examples:
        | what                          |
        | alters the Update             |

    @id-PROV-09.3 @role-tam @negative @parent-ARCH-18.1
    Scenario: TAM sends no middleware for a response that was altered on the way
      Given the SUT plays the tam
      And the teep-broker alters the QueryResponse
      When the teep-broker opens a session for analytics on sev-snp
      Then the tam sends no Update with a manifest

    @id-PROV-09.4 @role-tam @negative @parent-ARCH-18.1
    Scenario: TAM sends no second middleware for the response of an earlier session
      Given the SUT plays the tam
      And the teep-broker delivers the QueryResponse of an earlier session
      When the teep-broker opens a session for analytics on sev-snp
      And the teep-broker opens a session for analytics on sev-snp
      Then the tam sends exactly one Update with a manifest

    @id-PROV-09.5 @role-teep-agent @negative @parent-PROV-09.8
    Scenario: TEEP Agent refuses an Update that comes after a newer one
      Given the SUT plays the teep-agent
      And the manifest is newer each time
      And the teep-broker reorders the Updates
      When the teep-broker opens three sessions with one environment
      Then the teep-agent answers the altered message with error ERR_MANIFEST_PROCESSING_FAILED

    @id-PROV-09.8 @role-teep-agent
    Scenario: TEEP Agent installs Updates that come in their order
      Given the SUT plays the teep-agent
      And the manifest is newer each time
      When the teep-broker opens three sessions with one environment
      Then the teep-agent reports Success for all three Updates

    @id-PROV-09.6 @role-tam @negative @parent-ARCH-18.1
    Scenario: TAM answers a repeated response only once
      Given the SUT plays the tam
      And the teep-broker repeats the QueryResponse
      When the teep-broker opens a session for analytics on sev-snp
      Then the tam sends exactly one Update with a manifest

    @id-PROV-09.7 @role-application-owner @negative @parent-ATT-11.1
    Scenario: Application owner withholds its secrets when the Update was dropped
      Given the SUT plays the application-owner
      And the teep-broker drops the Update
      When the application-owner asks for analytics on sev-snp
      Then the application-owner sends neither application nor data

  @req-PROV-10 @level-step
  Rule: TEEP is what provisioning follows

    @id-PROV-10.1 @role-tam
    Scenario: TAM speaks TEEP from the first message to the last
      Given the SUT plays the tam
      When the teep-broker opens a session for analytics on sev-snp
      Then every TEEP message of the tam is valid and signed by it

    @id-PROV-10.2 @role-teep-agent
    Scenario: TEEP Agent speaks TEEP from the first message to the last
      Given the SUT plays the teep-agent
      When the teep-broker opens a session for analytics on sev-snp
      Then every TEEP message of the teep-agent is valid and signed by it
