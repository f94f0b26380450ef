@teep @suit @role-teep-agent
Feature: Shared sequences of manifests

  Background:
    Given the SUT plays the teep-agent

  @req-SUIT-18 @level-should
  Rule: The shared sequence tests vendor and class

    @negative @parent-SUIT-139.1
    Scenario Outline: TEEP Agent refuses a manifest that <manifest>
      When the tam sends an Update whose manifest <manifest>
      Then the teep-agent refuses it with ERR_MANIFEST_PROCESSING_FAILED

      @id-SUIT-18.1
      Examples:
        | manifest                                       |
        | has no vendor condition in its shared sequence |

      @id-SUIT-18.2
      Examples:
        | manifest                                      |
        | has no class condition in its shared sequence |

  @req-SUIT-19 @level-derived
  Rule: The shared sequence has no custom command

    @id-SUIT-19.1 @negative @parent-SUIT-139.1
    Scenario: TEEP Agent refuses a manifest that has a custom command in its shared sequence
      When the tam sends an Update whose manifest has a custom command in its shared sequence
      Then the teep-agent refuses it with ERR_MANIFEST_PROCESSING_FAILED

  @req-SUIT-76 @level-should
  Rule: The shared sequence comes before each other one

    @id-SUIT-76.1
    Scenario: TEEP Agent takes a manifest that needs its shared sequence again before validate
      When the tam sends an Update whose manifest needs its shared sequence again before validate
      Then the teep-agent answers with a Success
      And the teep-agent has content A as data

  @req-SUIT-77 @level-must
  Rule: The shared sequence has no other effect than parameters

    @negative @parent-SUIT-139.1
    Scenario Outline: TEEP Agent refuses a manifest that <manifest>
      When the tam sends an Update whose manifest <manifest>
      Then the teep-agent refuses it with ERR_MANIFEST_PROCESSING_FAILED

      @id-SUIT-77.1
      Examples:
        | manifest                       |
        | fetches in its shared sequence |

      @id-SUIT-77.2
      Examples:
        | manifest                      |
        | writes in its shared sequence |

      @id-SUIT-77.3
      Examples:
        | manifest                      |
        | copies in its shared sequence |

      @id-SUIT-77.4
      Examples:
        | manifest                     |
        | swaps in its shared sequence |

      @id-SUIT-77.5
      Examples:
        | manifest                       |
        | invokes in its shared sequence |

  @req-SUIT-109 @level-must
  Rule: The shared sequence has no custom parameter

    @id-SUIT-109.1 @negative @parent-SUIT-139.1
    Scenario: TEEP Agent refuses a manifest that has a custom parameter in its shared sequence
      When the tam sends an Update whose manifest has a custom parameter in its shared sequence
      Then the teep-agent refuses it with ERR_MANIFEST_PROCESSING_FAILED
