@teep @suit @role-teep-agent
Feature: SUIT Reports

  Background:
    Given the SUT plays the teep-agent

  @req-SREP-01 @level-must
  Rule: A report names the manifest's reference URI

    @id-SREP-01.1
    Scenario: TEEP Agent names the reference URI of the manifest in its report when it takes a manifest that has a reference URI
      When the tam sends an Update whose manifest has a reference URI
      Then the teep-agent answers with a Success
      And the answer names the reference URI of the manifest in its report

  @req-SREP-03 @level-must
  Rule: A report names the manifest's digest

    @id-SREP-03.1
    Scenario: TEEP Agent names the digest of the manifest in its report when it takes a manifest that installs data
      When the tam sends an Update whose manifest installs data
      Then the teep-agent answers with a Success
      And the answer names the digest of the manifest in its report
      And the answer follows a reading of A11

  @req-SREP-04 @level-derived
  Rule: A report has a reference, records and a result

    @id-SREP-04.1
    Scenario: TEEP Agent has a reference, records and a result in its report when it takes a manifest that installs data
      When the tam sends an Update whose manifest installs data
      Then the teep-agent answers with a Success
      And the answer has a reference, records and a result in its report

  @req-SREP-05 @level-derived
  Rule: A reference has a text and a digest

    @id-SREP-05.1
    Scenario: TEEP Agent has a text and a digest for the reference in its report when it takes a manifest that installs data
      When the tam sends an Update whose manifest installs data
      Then the teep-agent answers with a Success
      And the answer has a text and a digest for the reference in its report

  @req-SREP-06 @level-derived
  Rule: Nothing failed, nothing is recorded

    @id-SREP-06.1
    Scenario: TEEP Agent has no record in its report when it takes a manifest that installs data
      When the tam sends an Update whose manifest installs data
      Then the teep-agent answers with a Success
      And the answer has no record in its report

  @req-SREP-15 @level-derived
  Rule: The result of success is true

    @id-SREP-15.1
    Scenario: TEEP Agent says in its report that all went well when it takes a manifest that installs data
      When the tam sends an Update whose manifest installs data
      Then the teep-agent answers with a Success
      And the answer says in its report that all went well

  @req-SREP-07 @level-derived
  Rule: Records are arrays, claims are maps

    @id-SREP-07.1 @negative @parent-SREP-04.1
    Scenario: TEEP Agent has nothing but records and claims in its report when it refuses a manifest that aborts
      When the tam sends an Update whose manifest aborts
      Then the teep-agent refuses it with ERR_MANIFEST_PROCESSING_FAILED
      And the answer has nothing but records and claims in its report

  @req-SREP-08 @level-derived
  Rule: A record has five members

    @id-SREP-08.1 @negative @parent-SREP-04.1
    Scenario: TEEP Agent has records of five members in its report when it refuses a manifest that aborts
      When the tam sends an Update whose manifest aborts
      Then the teep-agent refuses it with ERR_MANIFEST_PROCESSING_FAILED
      And the answer has records of five members in its report

  @req-SREP-09 @level-derived
  Rule: The path of the root is empty

    @id-SREP-09.1 @negative @parent-SREP-04.1
    Scenario: TEEP Agent names the root manifest in its report when it refuses a manifest that aborts
      When the tam sends an Update whose manifest aborts
      Then the teep-agent refuses it with ERR_MANIFEST_PROCESSING_FAILED
      And the answer names the root manifest in its report

  @req-SREP-10 @level-derived
  Rule: A path leads to the dependency

    @id-SREP-10.1 @negative @parent-TDOM-20.1
    Scenario: TEEP Agent names the first dependency in its report when it refuses a manifest that has a dependency that aborts
      When the tam sends an Update whose manifest has a dependency that aborts
      Then the teep-agent refuses it with ERR_MANIFEST_PROCESSING_FAILED
      And the answer names the first dependency in its report

  @req-SREP-11 @level-derived
  Rule: A record names the section

    @id-SREP-11.1 @negative @parent-SREP-04.1
    Scenario: TEEP Agent names the install section in its report when it refuses a manifest that aborts
      When the tam sends an Update whose manifest aborts
      Then the teep-agent refuses it with ERR_MANIFEST_PROCESSING_FAILED
      And the answer names the install section in its report

    @id-SREP-11.2 @negative @parent-SREP-04.1
    Scenario: TEEP Agent names the validate section in its report when it refuses a manifest that fails in validate
      When the tam sends an Update whose manifest fails in validate
      Then the teep-agent refuses it with ERR_MANIFEST_PROCESSING_FAILED
      And the answer names the validate section in its report

    @id-SREP-11.3 @negative @parent-TDOM-54.1
    Scenario: TEEP Agent names the candidate-verification section in its report when it refuses a manifest that fails in candidate-verification
      When the tam sends an Update whose manifest fails in candidate-verification
      Then the teep-agent refuses it with ERR_MANIFEST_PROCESSING_FAILED
      And the answer names the candidate-verification section in its report

  @req-SREP-12 @level-derived
  Rule: A record names the offset of the command

    @id-SREP-12.1 @negative @parent-SREP-04.1
    Scenario: TEEP Agent names the offset of the abort in its report when it refuses a manifest that aborts
      When the tam sends an Update whose manifest aborts
      Then the teep-agent refuses it with ERR_MANIFEST_PROCESSING_FAILED
      And the answer names the offset of the abort in its report

  @req-SREP-13 @level-derived
  Rule: A record names the component

    @id-SREP-13.1 @negative @parent-SUIT-30.1
    Scenario: TEEP Agent names component 1 in its report when it refuses a manifest that has a wrong digest for the second component at index True
      When the tam sends an Update whose manifest has a wrong digest for the second component at index True
      Then the teep-agent refuses it with ERR_MANIFEST_PROCESSING_FAILED
      And the answer names component 1 in its report

  @req-SREP-14 @level-derived
  Rule: A record has what was measured

    @id-SREP-14.1 @negative @parent-SUIT-125.1
    Scenario: TEEP Agent names the digest that was found in its report when it refuses a manifest that overrides a right digest by a wrong one
      When the tam sends an Update whose manifest overrides a right digest by a wrong one
      Then the teep-agent refuses it with ERR_MANIFEST_PROCESSING_FAILED
      And the answer names the digest that was found in its report

  @req-SREP-16 @level-derived
  Rule: The result of a failure has code, record and reason

    @id-SREP-16.1 @negative @parent-SREP-04.1
    Scenario: TEEP Agent has a code, a record and a reason in its report when it refuses a manifest that aborts
      When the tam sends an Update whose manifest aborts
      Then the teep-agent refuses it with ERR_MANIFEST_PROCESSING_FAILED
      And the answer has a code, a record and a reason in its report

  @req-SREP-17 @level-derived
  Rule: The result points at what failed

    @id-SREP-17.1 @negative @parent-SREP-04.1
    Scenario: TEEP Agent names the offset of the fetch in its report when it refuses a manifest that fetches what is nowhere
      When the tam sends an Update whose manifest fetches what is nowhere
      Then the teep-agent refuses it with ERR_MANIFEST_PROCESSING_FAILED
      And the answer names the offset of the fetch in its report

  @req-SREP-30 @level-derived
  Rule: Claims name their component

    @id-SREP-30.1 @negative @parent-SREP-04.1
    Scenario: TEEP Agent names a component in every claim of its report when it refuses a manifest that aborts
      When the tam sends an Update whose manifest aborts
      Then the teep-agent refuses it with ERR_MANIFEST_PROCESSING_FAILED
      And the answer names a component in every claim of its report

  @req-SREP-37 @level-must
  Rule: A report travels in something authentic

    @id-SREP-37.1
    Scenario: TEEP Agent carries a SUIT Report when it takes a manifest that installs data
      When the tam sends an Update whose manifest installs data
      Then the teep-agent answers with a Success
      And the answer carries a SUIT Report

  @req-SREP-31 @level-derived
  Rule: What the processor lacks brings a capability report

    @negative @parent-SREP-04.1
    Scenario Outline: TEEP Agent refuses a manifest that <manifest>
      When the tam sends an Update whose manifest <manifest>
      Then the teep-agent refuses it with ERR_MANIFEST_PROCESSING_FAILED
      And the answer has a capability report

      @id-SREP-31.1
      Examples:
        | manifest               |
        | has an unknown command |

      @id-SREP-31.2
      Examples:
        | manifest                  |
        | sets an unknown parameter |

  @req-SREP-32 @level-must
  Rule: Capabilities of extensions are reported

    @id-SREP-32.1 @negative @parent-SREP-04.1
    Scenario: TEEP Agent lists the commands of trust domains among its capabilities when it refuses a manifest that has an unknown command
      When the tam sends an Update whose manifest has an unknown command
      Then the teep-agent refuses it with ERR_MANIFEST_PROCESSING_FAILED
      And the answer lists the commands of trust domains among its capabilities

  @req-SREP-33 @level-derived
  Rule: A capability report has four lists

    @id-SREP-33.1 @negative @parent-SREP-04.1
    Scenario: TEEP Agent lists components, commands, parameters and algorithms when it refuses a manifest that has an unknown command
      When the tam sends an Update whose manifest has an unknown command
      Then the teep-agent refuses it with ERR_MANIFEST_PROCESSING_FAILED
      And the answer lists components, commands, parameters and algorithms

  @req-SREP-38 @level-must
  Rule: A container of COSE is one that reports may have

    @id-SREP-38.1
    Scenario: TEEP Agent signs its report in a container that reports may have
      Given the teep-agent signs its SUIT Reports
      When the tam sends an Update whose manifest installs data
      Then the teep-agent answers with a Success
      And the answer carries SUIT Reports in containers that reports may have

  @req-SREP-39 @level-must
  Rule: A report has its container alone

    @id-SREP-39.1
    Scenario: TEEP Agent puts nothing but its report into a container
      Given the teep-agent signs its SUIT Reports
      When the tam sends an Update whose manifest installs data
      Then the teep-agent answers with a Success
      And the answer carries SUIT Reports that are all that their containers hold

  @req-SREP-40 @level-must
  Rule: A signed report keeps to a profile

    @id-SREP-40.1
    Scenario: TEEP Agent signs its report as a SUIT profile has it
      Given the teep-agent signs its SUIT Reports
      When the tam sends an Update whose manifest installs data
      Then the teep-agent answers with a Success
      And the answer carries SUIT Reports signed as SUIT profiles have it
