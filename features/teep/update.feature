@teep
Feature: Updates that an Agent carries out or refuses

  @req-TEEP-98 @level-derived @role-teep-agent
  Rule: An Update is answered with Success or Error

    @id-TEEP-98.1
    Scenario: TEEP Agent answers an Update with a Success
      Given the SUT plays the teep-agent
      When the tam sends an Update
      Then the teep-agent answers with a Success

    @id-TEEP-98.2 @negative @parent-TEEP-98.1
    Scenario: TEEP Agent refuses an Update with a manifest signed by a stranger
      Given the SUT plays the teep-agent
      When the tam sends an Update with a manifest signed by a stranger
      Then the teep-agent refuses it with ERR_MANIFEST_PROCESSING_FAILED

    @id-TEEP-98.3
    Scenario: TEEP Agent answers an Update that has nothing to install
      Given the SUT plays the teep-agent
      When the tam sends an Update without a manifest
      Then the teep-agent answers with a Success, or follows the other reading of A15

  @req-TEEP-97 @level-must @role-teep-agent
  Rule: An Update has two elements

    @negative @parent-TEEP-98.1
    Scenario Outline: TEEP Agent refuses <message>
      Given the SUT plays the teep-agent
      When the tam sends <message>
      Then the teep-agent refuses it with ERR_PERMANENT_ERROR

      @id-TEEP-97.1
      Examples:
        | message                     |
        | an Update of three elements |

      @id-TEEP-97.2
      Examples:
        | message                  |
        | an Update of one element |

  @req-TEEP-99 @level-must @role-teep-agent
  Rule: Manifests are not an empty list

    @id-TEEP-99.1 @negative @parent-TEEP-98.1
    Scenario: TEEP Agent refuses an Update with no manifests in its list
      Given the SUT plays the teep-agent
      When the tam sends an Update with no manifests in its list
      Then the teep-agent refuses it with ERR_PERMANENT_ERROR

  @req-TEEP-100 @level-must @role-teep-agent
  Rule: Unneeded manifests are not an empty list

    @id-TEEP-100.1 @negative @parent-TEEP-98.1
    Scenario: TEEP Agent refuses an Update with no components in its list of unneeded ones
      Given the SUT plays the teep-agent
      When the tam sends an Update with no components in its list of unneeded ones
      Then the teep-agent refuses it with ERR_PERMANENT_ERROR

  @req-TEEP-111 @level-must @role-teep-agent
  Rule: An err-msg has 1 to 128 octets

    @id-TEEP-111.1
    Scenario: TEEP Agent answers an Update with an error message of 128 octets with a Success
      Given the SUT plays the teep-agent
      When the tam sends an Update with an error message of 128 octets
      Then the teep-agent answers with a Success
      And the answer repeats the token

    @negative @parent-TEEP-111.1
    Scenario Outline: TEEP Agent refuses <message>
      Given the SUT plays the teep-agent
      When the tam sends <message>
      Then the teep-agent refuses it with ERR_PERMANENT_ERROR

      @id-TEEP-111.2
      Examples:
        | message                                       |
        | an Update with an error message of 129 octets |

      @id-TEEP-111.3
      Examples:
        | message                               |
        | an Update with an empty error message |

      @id-TEEP-111.4
      Examples:
        | message                                                     |
        | an Update with an error message of 65 letters of two octets |

  @req-TEEP-112 @level-must @role-teep-agent
  Rule: An err-lang has 1 to 35 characters

    @id-TEEP-112.1
    Scenario: TEEP Agent answers an Update with an error language of 35 characters with a Success
      Given the SUT plays the teep-agent
      When the tam sends an Update with an error language of 35 characters
      Then the teep-agent answers with a Success
      And the answer repeats the token

    @negative @parent-TEEP-112.1
    Scenario Outline: TEEP Agent refuses <message>
      Given the SUT plays the teep-agent
      When the tam sends <message>
      Then the teep-agent refuses it with ERR_PERMANENT_ERROR

      @id-TEEP-112.2
      Examples:
        | message                                           |
        | an Update with an error language of 36 characters |

      @id-TEEP-112.3
      Examples:
        | message                                |
        | an Update with an empty error language |

  @req-TEEP-115 @level-may @role-teep-agent
  Rule: An unknown language is no failure

    @id-TEEP-115.1
    Scenario: TEEP Agent answers an Update with an error in a language that nobody speaks with a Success
      Given the SUT plays the teep-agent
      When the tam sends an Update with an error in a language that nobody speaks
      Then the teep-agent answers with a Success
      And the answer repeats the token

  @req-TEEP-109 @level-must @role-teep-agent
  Rule: Code 0 is not used

    @id-TEEP-109.1 @negative @parent-TEEP-98.1
    Scenario: TEEP Agent refuses an Update with error code 0
      Given the SUT plays the teep-agent
      When the tam sends an Update with error code 0
      Then the teep-agent refuses it with ERR_PERMANENT_ERROR

  @req-TEEP-123 @level-must @role-teep-agent
  Rule: A Success for an Update without token has none

    @id-TEEP-123.1
    Scenario: TEEP Agent answers an Update without a token with a Success
      Given the SUT plays the teep-agent
      When the tam sends an Update without a token
      Then the teep-agent answers with a Success
      And the answer has no token

  @req-TEEP-121 @level-derived @role-teep-agent
  Rule: A Success is an array of two

    @id-TEEP-121.1
    Scenario: TEEP Agent sends a Success of two elements
      Given the SUT plays the teep-agent
      When the tam sends an Update
      Then the teep-agent answers with a Success
      And the answer is valid

  @req-TEEP-126 @level-must @role-teep-agent
  Rule: A msg has 1 to 128 octets

    @id-TEEP-126.1
    Scenario: TEEP Agent says little in a Success
      Given the SUT plays the teep-agent
      When the tam sends an Update
      Then the teep-agent answers with a Success
      And the answer has a short text or none

  @req-TEEP-117 @level-derived @role-teep-agent
  Rule: The TAM's signature is checked whatever the manifests say

    @id-TEEP-117.1 @negative @parent-TEEP-98.1
    Scenario: TEEP Agent refuses an Update signed by the signer of its manifest
      Given the SUT plays the teep-agent
      When the tam sends an Update signed by the signer of its manifest
      Then the teep-agent refuses it with ERR_PERMANENT_ERROR

  @req-TEEP-118 @level-derived @role-teep-agent
  Rule: The signer's signature is checked besides

    @negative @parent-TEEP-98.1
    Scenario Outline: TEEP Agent refuses <message>
      Given the SUT plays the teep-agent
      When the tam sends <message>
      Then the teep-agent refuses it with ERR_MANIFEST_PROCESSING_FAILED

      @id-TEEP-118.1
      Examples:
        | message                                     |
        | an Update with a manifest signed by the TAM |

      @id-TEEP-118.2
      Examples:
        | message                             |
        | an Update with an unsigned manifest |

  @req-TEEP-101 @level-derived @role-teep-agent
  Rule: Manifests come untagged

    @id-TEEP-101.1 @negative @parent-TEEP-98.1
    Scenario: TEEP Agent refuses an Update with a tagged manifest
      Given the SUT plays the teep-agent
      When the tam sends an Update with a tagged manifest
      Then the teep-agent refuses it with ERR_MANIFEST_PROCESSING_FAILED

  @req-TEEP-161 @level-derived @role-teep-agent
  Rule: Manifests that cannot be processed are error 11

    @id-TEEP-161.1 @negative @parent-TEEP-98.1
    Scenario: TEEP Agent refuses an Update with a manifest of version 2
      Given the SUT plays the teep-agent
      When the tam sends an Update with a manifest of version 2
      Then the teep-agent refuses it with ERR_MANIFEST_PROCESSING_FAILED

  @req-TEEP-119 @level-derived @role-teep-agent
  Rule: A component inside its manifest is installed

    @id-TEEP-119.1
    Scenario: TEEP Agent installs the component of the Update
      Given the SUT plays the teep-agent
      When the tam sends an Update
      Then the teep-agent answers with a Success
      And the teep-agent has installed middleware

    @id-TEEP-119.2
    Scenario: TEEP Agent installs nothing by what means invoke
      Given the SUT plays the teep-agent
      When the tam sends an Update whose manifest installs data by what means invoke
      Then the answer is valid
      And the teep-agent has data as before, or follows the other reading of A9

  @req-TEEP-120 @level-derived @role-teep-agent
  Rule: A component that a URI names is installed

    @id-TEEP-120.1
    Scenario: TEEP Agent installs a component from its URI
      Given the SUT plays the teep-agent
      When the tam sends an Update whose manifest fetches data from its URI
      Then the teep-agent answers with a Success
      And the teep-agent has content A as data

    @negative @parent-TEEP-120.1
    Scenario Outline: TEEP Agent refuses <message>
      Given the SUT plays the teep-agent
      When the tam sends <message>
      Then the teep-agent refuses it with ERR_MANIFEST_PROCESSING_FAILED

      @id-TEEP-120.2
      Examples:
        | message                                                            |
        | an Update whose manifest fetches data from a URI where nothing is |

      @id-TEEP-120.3
      Examples:
        | message                                                                  |
        | an Update whose manifest fetches data from a URI where other content is |

  @req-TEEP-211 @level-derived @role-teep-agent
  Rule: One manifest that fails is no Success

    @id-TEEP-211.1 @negative @parent-TEEP-98.1
    Scenario: TEEP Agent reports an Error for an Update of which one manifest failed
      Given the SUT plays the teep-agent
      When the tam sends an Update with a good manifest and one of a stranger
      Then the teep-agent answers with an Error

  @req-TEEP-246 @level-derived @role-teep-agent
  Rule: A replayed Update installs nothing older

    @id-TEEP-246.1 @negative @parent-TEEP-98.1
    Scenario: TEEP Agent refuses an older Update after a newer one
      Given the SUT plays the teep-agent
      And the teep-agent has taken an Update with a newer manifest
      When the tam sends an Update with an older manifest
      Then the teep-agent refuses it with ERR_MANIFEST_PROCESSING_FAILED
