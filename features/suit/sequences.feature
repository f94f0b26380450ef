@teep @suit @role-teep-agent
Feature: Command sequences of manifests

  Background:
    Given the SUT plays the teep-agent

  @req-SUIT-79 @level-must
  Rule: Validate is executed

    @id-SUIT-79.1 @negative @parent-SUIT-139.1
    Scenario: TEEP Agent refuses a manifest that fails in validate
      When the tam sends an Update whose manifest fails in validate
      Then the teep-agent refuses it with ERR_MANIFEST_PROCESSING_FAILED and the SUIT reason condition-failed

  @req-SUIT-80 @level-may
  Rule: Payload-fetch may fetch

    @id-SUIT-80.1
    Scenario: TEEP Agent takes a manifest that fetches in payload-fetch
      When the tam sends an Update whose manifest fetches in payload-fetch
      Then the teep-agent answers with a Success
      And the teep-agent has content A as data

  @req-SUIT-81 @level-may
  Rule: Install may install

    @id-SUIT-81.1
    Scenario: TEEP Agent takes a manifest that copies in install what it fetched before
      When the tam sends an Update whose manifest copies in install what it fetched before
      Then the teep-agent answers with a Success
      And the teep-agent has content A as data
      And the teep-agent has content A as second

  @req-SUIT-82 @level-derived
  Rule: Payload-fetch comes before install, and install before validate

    @id-SUIT-82.1
    Scenario: TEEP Agent takes a manifest that writes in payload-fetch, again in install, and validates the latter
      When the tam sends an Update whose manifest writes in payload-fetch, again in install, and validates the latter
      Then the teep-agent answers with a Success
      And the teep-agent has content B as data

  @req-SUIT-83 @level-derived
  Rule: Load and invoke are left alone

    Scenario Outline: TEEP Agent takes a manifest that <manifest>
      When the tam sends an Update whose manifest <manifest>
      Then the teep-agent answers with a Success
      And the teep-agent has content A as data

      @id-SUIT-83.1
      Examples:
        | manifest       |
        | aborts in load |

      @id-SUIT-83.2
      Examples:
        | manifest         |
        | aborts in invoke |

  @req-SUIT-84 @level-derived
  Rule: A sequence is an array of commands and arguments

    @id-SUIT-84.1 @negative @parent-SUIT-80.1
    Scenario: TEEP Agent refuses a manifest that has an empty install sequence
      When the tam sends an Update whose manifest has an empty install sequence
      Then the teep-agent refuses it with ERR_MANIFEST_PROCESSING_FAILED

    @negative @parent-SUIT-139.1
    Scenario Outline: TEEP Agent refuses a manifest that <manifest>
      When the tam sends an Update whose manifest <manifest>
      Then the teep-agent refuses it with ERR_MANIFEST_PROCESSING_FAILED

      @id-SUIT-84.2
      Examples:
        | manifest                          |
        | has a command without an argument |

      @id-SUIT-84.3
      Examples:
        | manifest                 |
        | has a text for a command |

    @id-SUIT-84.4 @negative @parent-SUIT-80.1
    Scenario: TEEP Agent refuses a manifest that has an install sequence that is a map
      When the tam sends an Update whose manifest has an install sequence that is a map
      Then the teep-agent refuses it with ERR_MANIFEST_PROCESSING_FAILED

  @req-SUIT-85 @level-derived
  Rule: A reporting policy has four bits

    @id-SUIT-85.1
    Scenario: TEEP Agent takes a manifest that reports nothing
      When the tam sends an Update whose manifest reports nothing
      Then the teep-agent answers with a Success
      And the teep-agent has content A as data

    @negative @parent-SUIT-85.1
    Scenario Outline: TEEP Agent refuses a manifest that <manifest>
      When the tam sends an Update whose manifest <manifest>
      Then the teep-agent refuses it with ERR_MANIFEST_PROCESSING_FAILED

      @id-SUIT-85.2
      Examples:
        | manifest                          |
        | has a text for a reporting policy |

      @id-SUIT-85.3
      Examples:
        | manifest                |
        | has reporting policy 16 |

  @req-SUIT-86 @level-derived
  Rule: An argument block has the type of its directive

    @negative @parent-SUIT-139.1
    Scenario Outline: TEEP Agent refuses a manifest that <manifest>
      When the tam sends an Update whose manifest <manifest>
      Then the teep-agent refuses it with ERR_MANIFEST_PROCESSING_FAILED

      @id-SUIT-86.1
      Examples:
        | manifest                |
        | overrides no parameters |

      @id-SUIT-86.2
      Examples:
        | manifest                |
        | overrides with an array |

      @id-SUIT-86.3
      Examples:
        | manifest                          |
        | runs a sequence in no byte string |

      @id-SUIT-86.4
      Examples:
        | manifest                |
        | tries only one sequence |

  @req-SUIT-113 @level-must
  Rule: A command is one that is known

    @negative @parent-SUIT-139.1
    Scenario Outline: TEEP Agent refuses a manifest that <manifest>
      When the tam sends an Update whose manifest <manifest>
      Then the teep-agent refuses it with ERR_MANIFEST_PROCESSING_FAILED and the SUIT reason command-unsupported

      @id-SUIT-113.1
      Examples:
        | manifest               |
        | has an unknown command |

      @id-SUIT-113.2
      Examples:
        | manifest                      |
        | has an unknown custom command |
