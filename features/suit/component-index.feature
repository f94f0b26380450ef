@teep @suit @role-teep-agent
Feature: Components that commands are executed for

  Background:
    Given the SUT plays the teep-agent

  @req-SUIT-20 @level-must
  Rule: With several components a sequence begins by choosing

    @negative @parent-SUIT-28.1
    Scenario Outline: TEEP Agent refuses a manifest that <manifest>
      When the tam sends an Update whose manifest <manifest>
      Then the teep-agent refuses it with ERR_MANIFEST_PROCESSING_FAILED

      @id-SUIT-20.1
      Examples:
        | manifest                        |
        | chooses no component in install |

      @id-SUIT-20.2
      Examples:
        | manifest                                    |
        | chooses no component in its shared sequence |

  @req-SUIT-28 @level-must
  Rule: An index may be an integer

    @id-SUIT-28.1
    Scenario: TEEP Agent takes a manifest that installs two components by their indices
      When the tam sends an Update whose manifest installs two components by their indices
      Then the teep-agent answers with a Success
      And the teep-agent has content A as data
      And the teep-agent has content B as second

  @req-SUIT-29 @level-must
  Rule: An index may be an array

    @id-SUIT-29.1
    Scenario: TEEP Agent takes a manifest that installs three components by an array of indices
      When the tam sends an Update whose manifest installs three components by an array of indices
      Then the teep-agent answers with a Success
      And the teep-agent has content A as data
      And the teep-agent has content B as second
      And the teep-agent has content C as tc

  @req-SUIT-30 @level-must
  Rule: An index may be True

    @id-SUIT-30.1
    Scenario: TEEP Agent takes a manifest that installs two components at index True
      When the tam sends an Update whose manifest installs two components at index True
      Then the teep-agent answers with a Success
      And the teep-agent has content A as data
      And the teep-agent has content B as second

  @req-SUIT-31 @level-derived
  Rule: At index True each component has its own parameters

    @id-SUIT-31.1 @negative @parent-SUIT-30.1
    Scenario: TEEP Agent refuses a manifest that has a wrong digest for the second component at index True
      When the tam sends an Update whose manifest has a wrong digest for the second component at index True
      Then the teep-agent refuses it with ERR_MANIFEST_PROCESSING_FAILED and the SUIT reason condition-failed

  @req-SUIT-32 @level-derived
  Rule: Run-sequence runs once for each component

    @id-SUIT-32.1
    Scenario: TEEP Agent takes a manifest that runs one sequence for both components
      When the tam sends an Update whose manifest runs one sequence for both components
      Then the teep-agent answers with a Success
      And the teep-agent has content A as data
      And the teep-agent has content B as second

  @req-SUIT-33 @level-derived
  Rule: Try-each is run once for each component

    @id-SUIT-33.1
    Scenario: TEEP Agent takes a manifest that tries sequences for both components
      When the tam sends an Update whose manifest tries sequences for both components
      Then the teep-agent answers with a Success
      And the teep-agent has content A as data
      And the teep-agent has content B as second

  @req-SUIT-34 @level-derived
  Rule: An index is one of a component

    @negative @parent-SUIT-28.1
    Scenario Outline: TEEP Agent refuses a manifest that <manifest>
      When the tam sends an Update whose manifest <manifest>
      Then the teep-agent refuses it with ERR_MANIFEST_PROCESSING_FAILED

      @id-SUIT-34.1
      Examples:
        | manifest                   |
        | chooses component 2 of two |

      @id-SUIT-34.2
      Examples:
        | manifest             |
        | chooses component -1 |

      @id-SUIT-34.3
      Examples:
        | manifest                             |
        | chooses an empty array of components |

      @id-SUIT-34.4
      Examples:
        | manifest                |
        | chooses component False |

  @req-SUIT-89 @level-derived
  Rule: A parameter belongs to its component

    @id-SUIT-89.1 @negative @parent-SUIT-30.1
    Scenario: TEEP Agent refuses a manifest that has a digest for one of two components only
      When the tam sends an Update whose manifest has a digest for one of two components only
      Then the teep-agent refuses it with ERR_MANIFEST_PROCESSING_FAILED and the SUIT reason condition-failed
