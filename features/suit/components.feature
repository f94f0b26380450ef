@teep @suit @role-teep-agent
Feature: Components that manifests name

  Background:
    Given the SUT plays the teep-agent

  @req-SUIT-14 @level-derived
  Rule: A component is one that the device has

    @id-SUIT-14.1 @negative @parent-SUIT-139.1
    Scenario: TEEP Agent refuses a manifest that is for a component that there is not
      When the tam sends an Update whose manifest is for a component that there is not
      Then the teep-agent refuses it with ERR_MANIFEST_PROCESSING_FAILED and the SUIT reason component-unsupported

  @req-SUIT-15 @level-must
  Rule: There are no more components than the device has

    @id-SUIT-15.2
    Scenario: TEEP Agent takes a manifest that lists two components
      When the tam sends an Update whose manifest lists two components
      Then the teep-agent answers with a Success

    @id-SUIT-15.1 @negative @parent-SUIT-15.2
    Scenario: TEEP Agent refuses a manifest that lists 128 components
      When the tam sends an Update whose manifest lists 128 components
      Then the teep-agent refuses it with ERR_MANIFEST_PROCESSING_FAILED

  @req-SUIT-16 @level-must
  Rule: Each component has its parameters

    @id-SUIT-16.1
    Scenario: TEEP Agent takes a manifest that installs three components with parameters of their own
      When the tam sends an Update whose manifest installs three components with parameters of their own
      Then the teep-agent answers with a Success
      And the teep-agent has content A as data
      And the teep-agent has content B as second
      And the teep-agent has content C as tc

  @req-SUIT-22 @level-must
  Rule: An update ends with an error or with what the manifest says

    @id-SUIT-22.1
    Scenario: TEEP Agent takes a manifest that installs content B as data
      Given the teep-agent has taken an Update whose manifest installs data
      When the tam sends an Update whose manifest installs content B as data
      Then the teep-agent answers with a Success
      And the teep-agent has content B as data

    @id-SUIT-22.2 @negative @parent-SUIT-22.1
    Scenario: TEEP Agent refuses a manifest that aborts after its fetch
      Given the teep-agent has taken an Update whose manifest installs data
      When the tam sends an Update whose manifest aborts after its fetch
      Then the teep-agent refuses it with ERR_MANIFEST_PROCESSING_FAILED and the SUIT reason condition-failed

  @req-SUIT-24 @level-must
  Rule: The same manifest gives the same state everywhere

    @id-SUIT-24.1
    Scenario: TEEP Agent has the components of another that took the same manifest
      Given another teep-agent has taken an Update whose manifest installs three components with parameters of their own
      When the tam sends an Update whose manifest installs three components with parameters of their own
      Then the teep-agent answers with a Success
      And both teep-agents have the same components

  @req-SUIT-25 @level-must
  Rule: A manifest can be applied again

    @id-SUIT-25.1
    Scenario: TEEP Agent takes a manifest that installs data
      Given the teep-agent has refused an Update whose manifest lacks its payload
      When the tam sends an Update whose manifest installs data
      Then the teep-agent answers with a Success
      And the teep-agent has content A as data

  @req-SUIT-75 @level-derived
  Rule: The list of components is not empty

    @id-SUIT-75.1 @negative @parent-SUIT-139.1
    Scenario: TEEP Agent refuses a manifest that lists no components
      When the tam sends an Update whose manifest lists no components
      Then the teep-agent refuses it with ERR_MANIFEST_PROCESSING_FAILED

  @req-SUIT-78 @level-derived
  Rule: A component identifier is an array of byte strings

    @negative @parent-SUIT-139.1
    Scenario Outline: TEEP Agent refuses a manifest that <manifest>
      When the tam sends an Update whose manifest <manifest>
      Then the teep-agent refuses it with ERR_MANIFEST_PROCESSING_FAILED

      @id-SUIT-78.1
      Examples:
        | manifest                   |
        | has a text for a component |

      @id-SUIT-78.2
      Examples:
        | manifest                          |
        | has a component with a text in it |
