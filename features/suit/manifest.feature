@teep @suit @role-teep-agent
Feature: Elements of manifests

  Background:
    Given the SUT plays the teep-agent

  @req-SUIT-07 @level-must
  Rule: Version 1 is the only version

    @negative @parent-SUIT-139.1
    Scenario Outline: TEEP Agent refuses a manifest that <manifest>
      When the tam sends an Update whose manifest <manifest>
      Then the teep-agent refuses it with ERR_MANIFEST_PROCESSING_FAILED

      @id-SUIT-07.1
      Examples:
        | manifest      |
        | has version 2 |

      @id-SUIT-07.2
      Examples:
        | manifest      |
        | has version 0 |

  @req-SUIT-48 @level-derived
  Rule: A sequence stands in a byte string

    @id-SUIT-48.1 @negative @parent-SUIT-139.1
    Scenario: TEEP Agent refuses a manifest that has an install sequence in no byte string
      When the tam sends an Update whose manifest has an install sequence in no byte string
      Then the teep-agent refuses it with ERR_MANIFEST_PROCESSING_FAILED

  @req-SUIT-69 @level-derived
  Rule: Version, sequence number and common part are there

    @negative @parent-SUIT-139.1
    Scenario Outline: TEEP Agent refuses a manifest that <manifest>
      When the tam sends an Update whose manifest <manifest>
      Then the teep-agent refuses it with ERR_MANIFEST_PROCESSING_FAILED

      @id-SUIT-69.1
      Examples:
        | manifest       |
        | has no version |

      @id-SUIT-69.2
      Examples:
        | manifest               |
        | has no sequence number |

      @id-SUIT-69.3
      Examples:
        | manifest           |
        | has no common part |

  @req-SUIT-70 @level-derived
  Rule: A sequence number is an unsigned integer

    @negative @parent-SUIT-139.1
    Scenario Outline: TEEP Agent refuses a manifest that <manifest>
      When the tam sends an Update whose manifest <manifest>
      Then the teep-agent refuses it with ERR_MANIFEST_PROCESSING_FAILED

      @id-SUIT-70.1
      Examples:
        | manifest                       |
        | has a negative sequence number |

      @id-SUIT-70.2
      Examples:
        | manifest                         |
        | has a text for a sequence number |

  @req-SUIT-71 @level-may
  Rule: A time may be the sequence number

    @id-SUIT-71.1
    Scenario: TEEP Agent takes a manifest that has a time for a sequence number
      When the tam sends an Update whose manifest has a time for a sequence number
      Then the teep-agent answers with a Success
      And the teep-agent has content A as data

    @id-SUIT-71.2 @negative @parent-SUIT-71.1
    Scenario: TEEP Agent refuses a manifest that is a second older than that
      Given the teep-agent has taken an Update whose manifest has a time for a sequence number
      When the tam sends an Update whose manifest is a second older than that
      Then the teep-agent refuses it with ERR_MANIFEST_PROCESSING_FAILED

  @req-SUIT-72 @level-derived
  Rule: A reference URI is a text

    @id-SUIT-72.1
    Scenario: TEEP Agent takes a manifest that has a reference URI
      When the tam sends an Update whose manifest has a reference URI
      Then the teep-agent answers with a Success
      And the teep-agent has content A as data

    @id-SUIT-72.2 @negative @parent-SUIT-72.1
    Scenario: TEEP Agent refuses a manifest that has octets for a reference URI
      When the tam sends an Update whose manifest has octets for a reference URI
      Then the teep-agent refuses it with ERR_MANIFEST_PROCESSING_FAILED

  @req-SUIT-74 @level-may
  Rule: Text does not hinder

    Scenario Outline: TEEP Agent takes a manifest that <manifest>
      When the tam sends an Update whose manifest <manifest>
      Then the teep-agent answers with a Success
      And the teep-agent has content A as data

      @id-SUIT-74.1
      Examples:
        | manifest              |
        | has a text in English |

      @id-SUIT-74.2
      Examples:
        | manifest                      |
        | has its text severed and gone |

  @req-SUIT-141 @level-must
  Rule: SHA-256 is implemented

    @id-SUIT-141.1
    Scenario: TEEP Agent takes a manifest that installs a payload of 100000 octets
      When the tam sends an Update whose manifest installs a payload of 100000 octets
      Then the teep-agent answers with a Success
      And the teep-agent has installed data

  @req-SUIT-143 @level-derived
  Rule: A digest has an algorithm and octets

    @negative @parent-SUIT-139.1
    Scenario Outline: TEEP Agent refuses a manifest that <manifest>
      When the tam sends an Update whose manifest <manifest>
      Then the teep-agent refuses it with ERR_MANIFEST_PROCESSING_FAILED

      @id-SUIT-143.1
      Examples:
        | manifest                    |
        | has a digest of one element |

      @id-SUIT-143.2
      Examples:
        | manifest                    |
        | has a digest that is a text |

  @req-SUIT-144 @level-derived
  Rule: The algorithm of a digest is known

    @id-SUIT-144.1 @negative @parent-SUIT-139.1
    Scenario: TEEP Agent refuses a manifest that has a digest of an unknown algorithm
      When the tam sends an Update whose manifest has a digest of an unknown algorithm
      Then the teep-agent refuses it with ERR_MANIFEST_PROCESSING_FAILED and the SUIT reason alg-unsupported

  @req-SUIT-96 @level-derived
  Rule: An image digest stands in a byte string

    @id-SUIT-96.1 @negative @parent-SUIT-139.1
    Scenario: TEEP Agent refuses a manifest that has an image digest in no byte string
      When the tam sends an Update whose manifest has an image digest in no byte string
      Then the teep-agent refuses it with ERR_MANIFEST_PROCESSING_FAILED
