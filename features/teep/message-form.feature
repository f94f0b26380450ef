@teep
Feature: The form of messages, whichever they are

  @req-TEEP-18 @level-derived
  Rule: A message is an array that begins with type and options

    @negative @parent-TEEP-205.1 @role-teep-agent
    Scenario Outline: TEEP Agent refuses <message>
      Given the SUT plays the teep-agent
      When the tam sends <message>
      Then the teep-agent refuses it with ERR_PERMANENT_ERROR

      @id-TEEP-18.1
      Examples:
        | message                                   |
        | a QueryRequest with a map for its message |

      @id-TEEP-18.2
      Examples:
        | message                                      |
        | a QueryRequest with a message of no elements |

      @id-TEEP-18.3
      Examples:
        | message                                      |
        | a QueryRequest with an array for its options |

      @id-TEEP-18.4
      Examples:
        | message                                 |
        | a QueryRequest with a text for its type |

    @negative @parent-TEEP-242.1 @role-tam
    Scenario Outline: TAM drops <message>
      Given the SUT plays the tam
      When a teep-agent answers the tam's QueryRequest with <message>
      Then the tam drops it and serves another session

      @id-TEEP-18.5
      Examples:
        | message                                    |
        | a QueryResponse with a map for its message |

      @id-TEEP-18.6
      Examples:
        | message                                       |
        | a QueryResponse with a message of no elements |

  @req-TEEP-19 @level-derived
  Rule: Options are labelled with unsigned integers

    @negative @parent-TEEP-205.1 @role-teep-agent
    Scenario Outline: TEEP Agent refuses <message>
      Given the SUT plays the teep-agent
      When the tam sends <message>
      Then the teep-agent refuses it with ERR_PERMANENT_ERROR

      @id-TEEP-19.1
      Examples:
        | message                                |
        | a QueryRequest with a text for a label |

      @id-TEEP-19.2
      Examples:
        | message                              |
        | a QueryRequest with a negative label |

    @negative @parent-TEEP-242.1 @role-tam
    Scenario Outline: TAM drops <message>
      Given the SUT plays the tam
      When a teep-agent answers the tam's QueryRequest with <message>
      Then the tam drops it and serves another session

      @id-TEEP-19.3
      Examples:
        | message                                 |
        | a QueryResponse with a text for a label |

      @id-TEEP-19.4
      Examples:
        | message                               |
        | a QueryResponse with a negative label |

  @req-TEEP-20 @level-derived @role-teep-agent
  Rule: An Agent takes what TAMs send

    @negative @parent-TEEP-205.1
    Scenario Outline: TEEP Agent refuses <message>
      Given the SUT plays the teep-agent
      When the tam sends <message>
      Then the teep-agent refuses it with ERR_PERMANENT_ERROR

      @id-TEEP-20.1
      Examples:
        | message                      |
        | a QueryResponse from the TAM |

      @id-TEEP-20.2
      Examples:
        | message                |
        | a Success from the TAM |

      @id-TEEP-20.3
      Examples:
        | message               |
        | an Error from the TAM |

  @req-TEEP-21 @level-derived @role-tam
  Rule: A TAM takes what Agents send

    @negative @parent-TEEP-242.1
    Scenario Outline: TAM drops <message>
      Given the SUT plays the tam
      When a teep-agent answers the tam's QueryRequest with <message>
      Then the tam drops it and serves another session

      @id-TEEP-21.1
      Examples:
        | message                       |
        | a QueryRequest from the Agent |

      @id-TEEP-21.2
      Examples:
        | message                  |
        | an Update from the Agent |

  @req-TEEP-22 @level-derived
  Rule: Reserved types are not taken

    @negative @parent-TEEP-205.1 @role-teep-agent
    Scenario Outline: TEEP Agent refuses <message>
      Given the SUT plays the teep-agent
      When the tam sends <message>
      Then the teep-agent refuses it with ERR_PERMANENT_ERROR

      @id-TEEP-22.1
      Examples:
        | message                  |
        | a QueryRequest of type 0 |

      @id-TEEP-22.2
      Examples:
        | message                        |
        | a QueryRequest of unknown type |

    @negative @parent-TEEP-242.1 @role-tam
    Scenario Outline: TAM drops <message>
      Given the SUT plays the tam
      When a teep-agent answers the tam's QueryRequest with <message>
      Then the tam drops it and serves another session

      @id-TEEP-22.3
      Examples:
        | message                   |
        | a QueryResponse of type 0 |

      @id-TEEP-22.4
      Examples:
        | message                         |
        | a QueryResponse of unknown type |

  @req-TEEP-24 @level-must
  Rule: The COSE header is valid

    @negative @parent-TEEP-205.1 @role-teep-agent
    Scenario Outline: TEEP Agent refuses <message>
      Given the SUT plays the teep-agent
      When the tam sends <message>
      Then the teep-agent refuses it with ERR_PERMANENT_ERROR, or follows the other reading of A18

      @id-TEEP-24.1
      Examples:
        | message                                           |
        | a QueryRequest with its algorithm in both headers |

      @id-TEEP-24.2
      Examples:
        | message                                               |
        | a QueryRequest with an empty list of critical headers |

      @id-TEEP-24.3
      Examples:
        | message                                              |
        | a QueryRequest with its critical headers unprotected |

    @negative @parent-TEEP-242.1 @role-tam
    Scenario Outline: TAM drops <message>
      Given the SUT plays the tam
      When a teep-agent answers the tam's QueryRequest with <message>
      Then the tam drops it, or follows the other reading of A23

      @id-TEEP-24.4
      Examples:
        | message                                            |
        | a QueryResponse with its algorithm in both headers |

      @id-TEEP-24.5
      Examples:
        | message                                                |
        | a QueryResponse with an empty list of critical headers |

      @id-TEEP-24.6
      Examples:
        | message                                               |
        | a QueryResponse with its critical headers unprotected |

  @req-TEEP-25 @level-derived
  Rule: Step 1: valid CBOR with nothing behind it

    @negative @parent-TEEP-205.1 @role-teep-agent
    Scenario Outline: TEEP Agent refuses <message>
      Given the SUT plays the teep-agent
      When the tam sends <message>
      Then the teep-agent refuses it with ERR_PERMANENT_ERROR, or follows the other reading of A18

      @id-TEEP-25.1
      Examples:
        | message                              |
        | a QueryRequest cut short by an octet |

      @id-TEEP-25.2
      Examples:
        | message                           |
        | a QueryRequest replaced by a text |

    @role-teep-agent @negative @parent-TEEP-205.1
    Scenario Outline: TEEP Agent refuses <message>
      Given the SUT plays the teep-agent
      When the tam sends <message>
      Then the teep-agent refuses it with ERR_PERMANENT_ERROR

      @id-TEEP-25.3
      Examples:
        | message                                       |
        | a QueryRequest with octets behind its message |

      @id-TEEP-25.4
      Examples:
        | message                                   |
        | a QueryRequest with its message cut short |

      @id-TEEP-25.5
      Examples:
        | message                             |
        | a QueryRequest with its token twice |

    @negative @parent-TEEP-242.1 @role-tam
    Scenario Outline: TAM drops <message>
      Given the SUT plays the tam
      When a teep-agent answers the tam's QueryRequest with <message>
      Then the tam drops it

      @id-TEEP-25.6
      Examples:
        | message                               |
        | a QueryResponse cut short by an octet |

      @id-TEEP-25.7
      Examples:
        | message                            |
        | a QueryResponse replaced by a text |

    @negative @parent-TEEP-242.1 @role-tam
    Scenario Outline: TAM drops <message>
      Given the SUT plays the tam
      When a teep-agent answers the tam's QueryRequest with <message>
      Then the tam drops it and serves another session

      @id-TEEP-25.8
      Examples:
        | message                                        |
        | a QueryResponse with octets behind its message |

      @id-TEEP-25.9
      Examples:
        | message                                    |
        | a QueryResponse with its message cut short |

  @req-TEEP-26 @level-derived
  Rule: Step 2: a COSE_Sign1 or a COSE_Sign

    @negative @parent-TEEP-205.1 @role-teep-agent
    Scenario Outline: TEEP Agent refuses <message>
      Given the SUT plays the teep-agent
      When the tam sends <message>
      Then the teep-agent refuses it with ERR_PERMANENT_ERROR, or follows the other reading of A18

      @id-TEEP-26.1
      Examples:
        | message                               |
        | a QueryRequest under the tag of a MAC |

      @id-TEEP-26.2
      Examples:
        | message                            |
        | a QueryRequest of three COSE parts |

      @id-TEEP-26.3
      Examples:
        | message                                    |
        | a QueryRequest with a text for its payload |

    @negative @parent-TEEP-242.1 @role-tam
    Scenario Outline: TAM drops <message>
      Given the SUT plays the tam
      When a teep-agent answers the tam's QueryRequest with <message>
      Then the tam drops it

      @id-TEEP-26.4
      Examples:
        | message                                |
        | a QueryResponse under the tag of a MAC |

      @id-TEEP-26.5
      Examples:
        | message                             |
        | a QueryResponse of three COSE parts |

  @req-TEEP-27 @level-derived
  Rule: Step 3: nothing that is not understood

    @negative @parent-TEEP-205.1 @role-teep-agent
    Scenario Outline: TEEP Agent refuses <message>
      Given the SUT plays the teep-agent
      When the tam sends <message>
      Then the teep-agent refuses it with ERR_PERMANENT_ERROR, or follows the other reading of A18

      @id-TEEP-27.1
      Examples:
        | message                                       |
        | a QueryRequest with a critical unknown header |

      @id-TEEP-27.2
      Examples:
        | message                                        |
        | a QueryRequest that names an unknown algorithm |

      @id-TEEP-27.3
      Examples:
        | message                             |
        | a QueryRequest without an algorithm |

    @negative @parent-TEEP-242.1 @role-tam
    Scenario Outline: TAM drops <message>
      Given the SUT plays the tam
      When a teep-agent answers the tam's QueryRequest with <message>
      Then the tam drops it, or follows the other reading of A23

      @id-TEEP-27.4
      Examples:
        | message                                        |
        | a QueryResponse with a critical unknown header |

      @id-TEEP-27.5
      Examples:
        | message                                         |
        | a QueryResponse that names an unknown algorithm |

      @id-TEEP-27.6
      Examples:
        | message                              |
        | a QueryResponse without an algorithm |

    @id-TEEP-27.7 @role-teep-agent
    Scenario: TEEP Agent answers a QueryRequest with an unknown header with a QueryResponse
      Given the SUT plays the teep-agent
      When the tam sends a QueryRequest with an unknown header
      Then the teep-agent answers with a QueryResponse
      And the answer repeats the token

  @req-TEEP-28 @level-derived
  Rule: Step 4: the signature verifies

    @negative @role-teep-agent
    Scenario Outline: TEEP Agent refuses <message>
      Given the SUT plays the teep-agent
      When the tam sends <message>
      Then the teep-agent refuses it with ERR_PERMANENT_ERROR, or follows the other reading of A18

      @id-TEEP-28.1 @parent-TEEP-205.1
      Examples:
        | message                             |
        | a QueryRequest signed by a stranger |

      @id-TEEP-28.2 @parent-TEEP-205.1
      Examples:
        | message                                |
        | a QueryRequest with a broken signature |

      @id-TEEP-28.3 @parent-TEEP-205.1
      Examples:
        | message                                |
        | a QueryRequest with an empty signature |

      @id-TEEP-28.4 @parent-TEEP-98.1
      Examples:
        | message                        |
        | an Update signed by a stranger |

      @id-TEEP-28.5 @parent-TEEP-98.1
      Examples:
        | message                           |
        | an Update with a broken signature |

    @negative @parent-TEEP-242.1 @role-tam
    Scenario Outline: TAM drops <message>
      Given the SUT plays the tam
      When a teep-agent answers the tam's QueryRequest with <message>
      Then the tam drops it, or follows the other reading of A23

      @id-TEEP-28.6
      Examples:
        | message                              |
        | a QueryResponse signed by a stranger |

      @id-TEEP-28.7
      Examples:
        | message                                 |
        | a QueryResponse with a broken signature |

      @id-TEEP-28.8
      Examples:
        | message                                 |
        | a QueryResponse with an empty signature |

  @req-TEEP-29 @level-derived
  Rule: Step 4: the message is attached

    @id-TEEP-29.1 @role-teep-agent @negative @parent-TEEP-205.1
    Scenario: TEEP Agent refuses a QueryRequest with a detached payload
      Given the SUT plays the teep-agent
      When the tam sends a QueryRequest with a detached payload
      Then the teep-agent refuses it with ERR_PERMANENT_ERROR, or follows the other reading of A18

    @id-TEEP-29.2 @role-tam @negative @parent-TEEP-242.1
    Scenario: TAM drops a QueryResponse with a detached payload
      Given the SUT plays the tam
      When a teep-agent answers the tam's QueryRequest with a QueryResponse with a detached payload
      Then the tam drops it

  @req-TEEP-30 @level-derived
  Rule: Step 5: options have their types

    @negative @role-teep-agent
    Scenario Outline: TEEP Agent refuses <message>
      Given the SUT plays the teep-agent
      When the tam sends <message>
      Then the teep-agent refuses it with ERR_PERMANENT_ERROR

      @id-TEEP-30.1 @parent-TEEP-205.1
      Examples:
        | message                                  |
        | a QueryRequest with a text for its token |

      @id-TEEP-30.2 @parent-TEEP-205.1
      Examples:
        | message                                       |
        | a QueryRequest with a number for its versions |

      @id-TEEP-30.3 @parent-TEEP-98.1
      Examples:
        | message                              |
        | an Update with a text for a manifest |

      @id-TEEP-30.4 @parent-TEEP-205.2
      Examples:
        | message                                                      |
        | a QueryRequest for attestation with a text for its challenge |

    @id-TEEP-30.5 @role-tam @negative @parent-TEEP-242.1
    Scenario: TAM drops a QueryResponse with a text for its attestation payload
      Given the SUT plays the tam
      When a teep-agent answers the tam's QueryRequest with a QueryResponse with a text for its attestation payload
      Then the tam drops it and serves another session

  @req-TEEP-16 @level-should
  Rule: Unknown options are no failure

    @id-TEEP-16.3 @role-teep-agent
    Scenario: TEEP Agent answers a QueryRequest with an unknown option with a QueryResponse
      Given the SUT plays the teep-agent
      When the tam sends a QueryRequest with an unknown option
      Then the teep-agent answers with a QueryResponse
      And the answer repeats the token

    @id-TEEP-16.4 @role-teep-agent
    Scenario: TEEP Agent answers an Update with an unknown option with a Success
      Given the SUT plays the teep-agent
      When the tam sends an Update with an unknown option
      Then the teep-agent answers with a Success
      And the answer repeats the token

    @id-TEEP-16.5 @role-tam
    Scenario: TAM takes a QueryResponse with an unknown option
      Given the SUT plays the tam
      When a teep-agent answers the tam's QueryRequest with a QueryResponse with an unknown option
      Then the tam answers with an Update
      And the answer carries a manifest

  @req-TEEP-176 @level-derived @role-teep-agent
  Rule: Reserved labels are not sent

    @id-TEEP-176.1
    Scenario: TEEP Agent sends no reserved label
      Given the SUT plays the teep-agent
      When the tam sends a QueryRequest for attestation
      Then the teep-agent answers with a QueryResponse
      And the answer has no reserved label

  @req-TEEP-174 @level-derived
  Rule: Labels are the table's

    @id-TEEP-174.1 @role-teep-agent
    Scenario: TEEP Agent uses the labels of the table
      Given the SUT plays the teep-agent
      When the tam sends a QueryRequest for attestation
      Then the teep-agent answers with a QueryResponse
      And the answer is valid

    @id-TEEP-174.2 @role-tam
    Scenario: TAM uses the labels of the table
      Given the SUT plays the tam
      When a teep-agent answers the tam's QueryRequest with a QueryResponse
      Then the tam answers with an Update
      And the answer is valid
