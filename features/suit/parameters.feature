@teep @suit @role-teep-agent
Feature: Parameters of manifests

  Background:
    Given the SUT plays the teep-agent

  @req-SUIT-12 @level-derived
  Rule: Each manifest starts without parameters

    @id-SUIT-12.1
    Scenario: TEEP Agent takes an Update with two manifests
      When the tam sends an Update with two manifests
      Then the teep-agent answers with a Success
      And the teep-agent has content A as data

    @id-SUIT-12.2 @negative @parent-SUIT-12.1
    Scenario: TEEP Agent refuses an Update whose second manifest relies on parameters of the first
      When the tam sends an Update whose second manifest relies on parameters of the first
      Then the teep-agent refuses it with ERR_MANIFEST_PROCESSING_FAILED and the SUIT reason condition-failed

  @req-SUIT-13 @level-derived
  Rule: A parameter is one that is known

    @id-SUIT-13.1 @negative @parent-SUIT-139.1
    Scenario: TEEP Agent refuses a manifest that sets an unknown parameter
      When the tam sends an Update whose manifest sets an unknown parameter
      Then the teep-agent refuses it with ERR_MANIFEST_PROCESSING_FAILED and the SUIT reason parameter-unsupported

  @req-SUIT-93 @level-derived
  Rule: A vendor is a UUID or an enterprise number

    @id-SUIT-93.1 @negative @parent-SUIT-139.1
    Scenario: TEEP Agent refuses a manifest that has a text for a vendor
      When the tam sends an Update whose manifest has a text for a vendor
      Then the teep-agent refuses it with ERR_MANIFEST_PROCESSING_FAILED

    @id-SUIT-93.2 @negative @parent-SUIT-139.1
    Scenario: TEEP Agent refuses a manifest that has another vendor's enterprise number
      When the tam sends an Update whose manifest has another vendor's enterprise number
      Then the teep-agent refuses it with ERR_MANIFEST_PROCESSING_FAILED and the SUIT reason condition-failed

  @req-SUIT-94 @level-derived
  Rule: A class has 16 octets

    @negative @parent-SUIT-139.1
    Scenario Outline: TEEP Agent refuses a manifest that <manifest>
      When the tam sends an Update whose manifest <manifest>
      Then the teep-agent refuses it with ERR_MANIFEST_PROCESSING_FAILED

      @id-SUIT-94.1
      Examples:
        | manifest                 |
        | has a class of 15 octets |

      @id-SUIT-94.2
      Examples:
        | manifest                 |
        | has a class of 17 octets |

  @req-SUIT-95 @level-derived
  Rule: A device has 16 octets

    @id-SUIT-95.1 @negative @parent-SUIT-139.1
    Scenario: TEEP Agent refuses a manifest that has a device of 15 octets
      When the tam sends an Update whose manifest has a device of 15 octets
      Then the teep-agent refuses it with ERR_MANIFEST_PROCESSING_FAILED

  @req-SUIT-97 @level-derived
  Rule: A payload has the size that the manifest says

    @negative @parent-SUIT-139.1
    Scenario Outline: TEEP Agent refuses a manifest that <manifest>
      When the tam sends an Update whose manifest <manifest>
      Then the teep-agent refuses it with ERR_MANIFEST_PROCESSING_FAILED and the SUIT reason condition-failed

      @id-SUIT-97.1
      Examples:
        | manifest                                 |
        | says one octet more than the payload has |

      @id-SUIT-97.2
      Examples:
        | manifest                                 |
        | says one octet less than the payload has |

  @req-SUIT-98 @level-must
  Rule: A slot is an unsigned integer

    @id-SUIT-98.1 @negative @parent-SUIT-139.1
    Scenario: TEEP Agent refuses a manifest that has a negative slot
      When the tam sends an Update whose manifest has a negative slot
      Then the teep-agent refuses it with ERR_MANIFEST_PROCESSING_FAILED

  @req-SUIT-99 @level-derived
  Rule: Content is a byte string

    @id-SUIT-99.1 @negative @parent-SUIT-139.1
    Scenario: TEEP Agent refuses a manifest that has a text for content
      When the tam sends an Update whose manifest has a text for content
      Then the teep-agent refuses it with ERR_MANIFEST_PROCESSING_FAILED

  @req-SUIT-100 @level-derived
  Rule: A URI is a text

    @id-SUIT-100.1 @negative @parent-SUIT-139.1
    Scenario: TEEP Agent refuses a manifest that has octets for a URI
      When the tam sends an Update whose manifest has octets for a URI
      Then the teep-agent refuses it with ERR_MANIFEST_PROCESSING_FAILED

  @req-SUIT-101 @level-derived
  Rule: A source component is an unsigned integer

    @id-SUIT-101.1 @negative @parent-SUIT-139.1
    Scenario: TEEP Agent refuses a manifest that has a negative source component
      When the tam sends an Update whose manifest has a negative source component
      Then the teep-agent refuses it with ERR_MANIFEST_PROCESSING_FAILED

  @req-SUIT-102 @level-must
  Rule: Arguments of an invocation are octets

    @id-SUIT-102.1 @negative @parent-SUIT-139.1
    Scenario: TEEP Agent refuses a manifest that has a text for the arguments of an invocation
      When the tam sends an Update whose manifest has a text for the arguments of an invocation
      Then the teep-agent refuses it with ERR_MANIFEST_PROCESSING_FAILED

  @req-SUIT-103 @level-derived
  Rule: Arguments of a fetch are octets

    @id-SUIT-103.1 @negative @parent-SUIT-139.1
    Scenario: TEEP Agent refuses a manifest that has a text for the arguments of a fetch
      When the tam sends an Update whose manifest has a text for the arguments of a fetch
      Then the teep-agent refuses it with ERR_MANIFEST_PROCESSING_FAILED

  @req-SUIT-125 @level-derived
  Rule: Override-parameters replaces

    @id-SUIT-125.1
    Scenario: TEEP Agent takes a manifest that overrides a wrong digest
      When the tam sends an Update whose manifest overrides a wrong digest
      Then the teep-agent answers with a Success
      And the teep-agent has content A as data

    @id-SUIT-125.2 @negative @parent-SUIT-125.1
    Scenario: TEEP Agent refuses a manifest that overrides a right digest by a wrong one
      When the tam sends an Update whose manifest overrides a right digest by a wrong one
      Then the teep-agent refuses it with ERR_MANIFEST_PROCESSING_FAILED and the SUIT reason condition-failed

  @req-TDOM-26 @level-derived
  Rule: Set-parameters leaves what is set

    @id-TDOM-26.1
    Scenario: TEEP Agent takes a manifest that sets what is set already
      When the tam sends an Update whose manifest sets what is set already
      Then the teep-agent answers with a Success
      And the teep-agent has content A as data

    @id-TDOM-26.2 @negative @parent-TDOM-26.1
    Scenario: TEEP Agent refuses a manifest that sets a right digest after a wrong one
      When the tam sends an Update whose manifest sets a right digest after a wrong one
      Then the teep-agent refuses it with ERR_MANIFEST_PROCESSING_FAILED and the SUIT reason condition-failed
