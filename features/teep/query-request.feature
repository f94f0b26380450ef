@teep
Feature: QueryRequests that an Agent takes or refuses

  @req-TEEP-205 @level-derived @role-teep-agent
  Rule: A QueryRequest that was understood is answered

    @id-TEEP-205.1
    Scenario: TEEP Agent answers a QueryRequest with a QueryResponse
      Given the SUT plays the teep-agent
      When the tam sends a QueryRequest
      Then the teep-agent answers with a QueryResponse

    @id-TEEP-205.2
    Scenario: TEEP Agent answers a QueryRequest for attestation with a QueryResponse
      Given the SUT plays the teep-agent
      When the tam sends a QueryRequest for attestation
      Then the teep-agent answers with a QueryResponse

  @req-TEEP-66 @level-must @role-teep-agent
  Rule: A QueryResponse repeats the token at both ends of its size

    @id-TEEP-66.1
    Scenario: TEEP Agent answers a QueryRequest with a token of 8 octets with a QueryResponse
      Given the SUT plays the teep-agent
      When the tam sends a QueryRequest with a token of 8 octets
      Then the teep-agent answers with a QueryResponse
      And the answer repeats the token

    @id-TEEP-66.2
    Scenario: TEEP Agent answers a QueryRequest with a token of 64 octets with a QueryResponse
      Given the SUT plays the teep-agent
      When the tam sends a QueryRequest with a token of 64 octets
      Then the teep-agent answers with a QueryResponse
      And the answer repeats the token

  @req-TEEP-33 @level-must @role-teep-agent
  Rule: A token has 8 to 64 octets

    @negative
    Scenario Outline: TEEP Agent refuses <message>
      Given the SUT plays the teep-agent
      When the tam sends <message>
      Then the teep-agent refuses it with ERR_PERMANENT_ERROR

      @id-TEEP-33.1 @parent-TEEP-66.1
      Examples:
        | message                                 |
        | a QueryRequest with a token of 7 octets |

      @id-TEEP-33.2 @parent-TEEP-66.2
      Examples:
        | message                                  |
        | a QueryRequest with a token of 65 octets |

      @id-TEEP-33.3 @parent-TEEP-98.1
      Examples:
        | message                            |
        | an Update with a token of 7 octets |

      @id-TEEP-33.4 @parent-TEEP-98.1
      Examples:
        | message                             |
        | an Update with a token of 65 octets |

    @id-TEEP-33.5
    Scenario: TEEP Agent answers an Update with a token of 8 octets with a Success
      Given the SUT plays the teep-agent
      When the tam sends an Update with a token of 8 octets
      Then the teep-agent answers with a Success
      And the answer repeats the token

    @id-TEEP-33.6
    Scenario: TEEP Agent answers an Update with a token of 64 octets with a Success
      Given the SUT plays the teep-agent
      When the tam sends an Update with a token of 64 octets
      Then the teep-agent answers with a Success
      And the answer repeats the token

  @req-TEEP-35 @level-must @role-teep-agent
  Rule: A challenge has 8 to 512 octets

    @id-TEEP-35.1
    Scenario: TEEP Agent answers a QueryRequest for attestation with a challenge of 8 octets with a QueryResponse
      Given the SUT plays the teep-agent
      When the tam sends a QueryRequest for attestation with a challenge of 8 octets
      Then the teep-agent answers with a QueryResponse
      And the answer carries Evidence for the challenge

    @id-TEEP-35.2
    Scenario: TEEP Agent answers a QueryRequest for attestation with a challenge of 512 octets with a QueryResponse
      Given the SUT plays the teep-agent
      When the tam sends a QueryRequest for attestation with a challenge of 512 octets
      Then the teep-agent answers with a QueryResponse
      And the answer carries Evidence for the challenge

    @negative
    Scenario Outline: TEEP Agent refuses <message>
      Given the SUT plays the teep-agent
      When the tam sends <message>
      Then the teep-agent refuses it with ERR_PERMANENT_ERROR

      @id-TEEP-35.3 @parent-TEEP-35.1
      Examples:
        | message                                                     |
        | a QueryRequest for attestation with a challenge of 7 octets |

      @id-TEEP-35.4 @parent-TEEP-35.2
      Examples:
        | message                                                       |
        | a QueryRequest for attestation with a challenge of 513 octets |

  @req-TEEP-31 @level-must @role-teep-agent
  Rule: A QueryRequest has five elements

    @negative @parent-TEEP-205.1
    Scenario Outline: TEEP Agent refuses <message>
      Given the SUT plays the teep-agent
      When the tam sends <message>
      Then the teep-agent refuses it with ERR_PERMANENT_ERROR

      @id-TEEP-31.1
      Examples:
        | message                         |
        | a QueryRequest of four elements |

      @id-TEEP-31.2
      Examples:
        | message                        |
        | a QueryRequest of six elements |

  @req-TEEP-36 @level-must @role-teep-agent
  Rule: Some version is offered, or none is named

    @id-TEEP-36.1 @negative @parent-TEEP-57.1
    Scenario: TEEP Agent refuses a QueryRequest with no versions in its list
      Given the SUT plays the teep-agent
      When the tam sends a QueryRequest with no versions in its list
      Then the teep-agent refuses it with ERR_PERMANENT_ERROR

  @req-TEEP-37 @level-must @role-teep-agent
  Rule: Some freshness mechanism is offered, or none is named

    @id-TEEP-37.1 @negative @parent-TEEP-51.2
    Scenario: TEEP Agent refuses a QueryRequest for attestation with no freshness mechanisms in its list
      Given the SUT plays the teep-agent
      When the tam sends a QueryRequest for attestation with no freshness mechanisms in its list
      Then the teep-agent refuses it with ERR_PERMANENT_ERROR

  @req-TEEP-38 @level-must @role-teep-agent
  Rule: SUIT Reports of the TAM are not an empty list

    @id-TEEP-38.1 @negative @parent-TEEP-205.1
    Scenario: TEEP Agent refuses a QueryRequest with no SUIT Reports in its list
      Given the SUT plays the teep-agent
      When the tam sends a QueryRequest with no SUIT Reports in its list
      Then the teep-agent refuses it with ERR_PERMANENT_ERROR

  @req-TEEP-39 @level-must @role-teep-agent
  Rule: Some cipher suite is offered

    @negative @parent-TEEP-205.1
    Scenario Outline: TEEP Agent refuses <message>
      Given the SUT plays the teep-agent
      When the tam sends <message>
      Then the teep-agent refuses it with ERR_PERMANENT_ERROR

      @id-TEEP-39.1
      Examples:
        | message                                          |
        | a QueryRequest with no cipher suites in its list |

      @id-TEEP-39.2
      Examples:
        | message                                             |
        | a QueryRequest with a cipher suite of no operations |

  @req-TEEP-40 @level-must @role-teep-agent
  Rule: Some SUIT COSE profile is offered

    @id-TEEP-40.1 @negative @parent-TEEP-205.1
    Scenario: TEEP Agent refuses a QueryRequest with no SUIT profiles in its list
      Given the SUT plays the teep-agent
      When the tam sends a QueryRequest with no SUIT profiles in its list
      Then the teep-agent refuses it with ERR_PERMANENT_ERROR

  @req-TEEP-41 @level-must @role-teep-agent
  Rule: A version fits into four octets

    @id-TEEP-41.1
    Scenario: TEEP Agent answers a QueryRequest with versions 0 and 4294967295 with a QueryResponse
      Given the SUT plays the teep-agent
      When the tam sends a QueryRequest with versions 0 and 4294967295
      Then the teep-agent answers with a QueryResponse
      And the answer repeats the token
      And the answer selects version 0

    @negative @parent-TEEP-41.1
    Scenario Outline: TEEP Agent refuses <message>
      Given the SUT plays the teep-agent
      When the tam sends <message>
      Then the teep-agent refuses it with ERR_PERMANENT_ERROR

      @id-TEEP-41.2
      Examples:
        | message                                       |
        | a QueryRequest with versions 0 and 4294967296 |

      @id-TEEP-41.3
      Examples:
        | message                               |
        | a QueryRequest with versions 0 and -1 |

  @req-TEEP-43 @level-must @role-teep-agent
  Rule: What is asked for is an unsigned integer

    @negative @parent-TEEP-205.1
    Scenario Outline: TEEP Agent refuses <message>
      Given the SUT plays the teep-agent
      When the tam sends <message>
      Then the teep-agent refuses it with ERR_PERMANENT_ERROR

      @id-TEEP-43.1
      Examples:
        | message                                    |
        | a QueryRequest with a negative set of bits |

      @id-TEEP-43.2
      Examples:
        | message                                 |
        | a QueryRequest with a text for its bits |

  @req-TEEP-44 @level-derived @role-teep-agent
  Rule: Bits that are not assigned

    @id-TEEP-44.1
    Scenario: TEEP Agent answers a QueryRequest with a reserved bit, or refuses it
      Given the SUT plays the teep-agent
      When the tam sends a QueryRequest with a reserved bit
      Then the answer is valid
      And the answer follows a reading of A27

  @req-TEEP-45 @level-must @role-teep-agent
  Rule: No token beside the attestation bit

    @id-TEEP-45.1 @negative @parent-TEEP-205.2
    Scenario: TEEP Agent refuses a QueryRequest for attestation with a token
      Given the SUT plays the teep-agent
      When the tam sends a QueryRequest for attestation with a token
      Then the teep-agent refuses it with ERR_PERMANENT_ERROR, or follows the other reading of A3

  @req-TEEP-243 @level-must @role-teep-agent
  Rule: The nonce of a passport is the token

    @id-TEEP-243.1
    Scenario: TEEP Agent refuses a token in place of the challenge, or has its result answer it
      Given the SUT plays the teep-agent
      When the tam sends a QueryRequest for attestation with a token in place of its challenge
      Then the teep-agent refuses it with ERR_PERMANENT_ERROR, or follows the other reading of A5
      And the answer carries no EAT but one for the token

  @req-TEEP-46 @level-must @role-teep-agent
  Rule: A token without the attestation bit

    @negative @parent-TEEP-205.1
    Scenario Outline: TEEP Agent refuses <message>
      Given the SUT plays the teep-agent
      When the tam sends <message>
      Then the teep-agent refuses it with ERR_PERMANENT_ERROR, or follows the other reading of A4

      @id-TEEP-46.1
      Examples:
        | message                          |
        | a QueryRequest without its token |

      @id-TEEP-46.2
      Examples:
        | message                                               |
        | a QueryRequest that asks for nothing and has no token |

  @req-TEEP-54 @level-must @role-teep-agent
  Rule: No challenge without the attestation bit

    @id-TEEP-54.1 @negative @parent-TEEP-205.1
    Scenario: TEEP Agent refuses a QueryRequest with a challenge
      Given the SUT plays the teep-agent
      When the tam sends a QueryRequest with a challenge
      Then the teep-agent refuses it with ERR_PERMANENT_ERROR, or follows the other reading of A2

  @req-TEEP-51 @level-derived @role-teep-agent
  Rule: Without freshness mechanisms the nonce is meant

    @id-TEEP-51.1
    Scenario: TEEP Agent answers a QueryRequest for attestation with a QueryResponse
      Given the SUT plays the teep-agent
      When the tam sends a QueryRequest for attestation
      Then the teep-agent answers with a QueryResponse
      And the answer carries Evidence for the challenge

    @id-TEEP-51.2
    Scenario: TEEP Agent answers a QueryRequest for attestation with freshness by nonce with a QueryResponse
      Given the SUT plays the teep-agent
      When the tam sends a QueryRequest for attestation with freshness by nonce
      Then the teep-agent answers with a QueryResponse
      And the answer carries Evidence for the challenge

  @req-TEEP-57 @level-derived @role-teep-agent
  Rule: Version 0 is this protocol, and the one that is meant if none is named

    @id-TEEP-57.1
    Scenario: TEEP Agent answers a QueryRequest with version 0 with a QueryResponse
      Given the SUT plays the teep-agent
      When the tam sends a QueryRequest with version 0
      Then the teep-agent answers with a QueryResponse
      And the answer repeats the token
      And the answer selects version 0

    @id-TEEP-57.2
    Scenario: TEEP Agent answers a QueryRequest without versions in version 0
      Given the SUT plays the teep-agent
      When the tam sends a QueryRequest
      Then the teep-agent answers with a QueryResponse
      And the answer repeats the token
      And the answer selects version 0

  @req-TEEP-69 @level-derived @role-teep-agent
  Rule: The version that is selected was offered

    @id-TEEP-69.1
    Scenario: TEEP Agent answers a QueryRequest with versions 0 and 1 with a QueryResponse
      Given the SUT plays the teep-agent
      When the tam sends a QueryRequest with versions 0 and 1
      Then the teep-agent answers with a QueryResponse
      And the answer repeats the token
      And the answer selects version 0

  @req-TEEP-63 @level-derived @role-teep-agent
  Rule: A QueryResponse is an array of two

    @id-TEEP-63.1
    Scenario: TEEP Agent answers a QueryRequest that asks for nothing with a QueryResponse
      Given the SUT plays the teep-agent
      When the tam sends a QueryRequest that asks for nothing
      Then the teep-agent answers with a QueryResponse
      And the answer is valid

  @req-TEEP-65 @level-must @role-teep-agent
  Rule: A QueryResponse to a request without token has none

    @id-TEEP-65.1
    Scenario: TEEP Agent answers a QueryRequest for attestation with a QueryResponse
      Given the SUT plays the teep-agent
      When the tam sends a QueryRequest for attestation
      Then the teep-agent answers with a QueryResponse
      And the answer has no token

  @req-TEEP-74 @level-derived @role-teep-agent
  Rule: Attestation is given to those who ask for it

    @id-TEEP-74.1
    Scenario: TEEP Agent answers a QueryRequest with a QueryResponse
      Given the SUT plays the teep-agent
      When the tam sends a QueryRequest
      Then the teep-agent answers with a QueryResponse
      And the answer has no attestation payload
      And the answer repeats the token
      And the answer follows a reading of A7

  @req-TEEP-72 @level-must @role-teep-agent
  Rule: A payload that is no EAT of the profile has its media type

    @id-TEEP-72.1
    Scenario: TEEP Agent answers a QueryRequest for attestation with a QueryResponse
      Given the SUT plays the teep-agent
      When the tam sends a QueryRequest for attestation
      Then the teep-agent answers with a QueryResponse
      And the answer carries an attestation payload
      And the answer names its format or is an EAT
      And the answer follows a reading of A8
      And the answer follows a reading of A1

  @req-TEEP-201 @level-derived @role-teep-agent
  Rule: An Agent that does not require attestation answers without

    @id-TEEP-201.1
    Scenario: TEEP Agent answers a TAM that is not attested
      Given the SUT plays the teep-agent
      When the tam sends a QueryRequest
      Then the teep-agent answers with a QueryResponse
      And the answer has no challenge

  @req-TEEP-238 @level-must @role-teep-agent
  Rule: An Agent supports the nonce

    @id-TEEP-238.1
    Scenario: TEEP Agent answers a QueryRequest for attestation with freshness by nonce with a QueryResponse
      Given the SUT plays the teep-agent
      When the tam sends a QueryRequest for attestation with freshness by nonce
      Then the teep-agent answers with a QueryResponse
      And the answer carries Evidence for the challenge

  @req-TEEP-56 @level-must @role-teep-agent
  Rule: Evidence that is an EAT has the challenge for its nonce

    @id-TEEP-56.1
    Scenario: TEEP Agent copies the challenge into the nonce of its Evidence
      Given the SUT plays the teep-agent
      And the teep-agent gives its Evidence as an EAT
      When the tam sends a QueryRequest for attestation
      Then the teep-agent answers with a QueryResponse
      And the answer carries Evidence that is an EAT for the challenge

    @id-TEEP-56.2
    Scenario: TEEP Agent copies a challenge of 512 octets into the nonce of its Evidence
      Given the SUT plays the teep-agent
      And the teep-agent gives its Evidence as an EAT
      When the tam sends a QueryRequest for attestation with a challenge of 512 octets
      Then the teep-agent answers with a QueryResponse
      And the answer carries Evidence that is an EAT for the challenge

    @id-TEEP-56.3
    Scenario: TEEP Agent copies the second of two challenges into the nonce of its second Evidence
      Given the SUT plays the teep-agent
      And the teep-agent gives its Evidence as an EAT
      And the teep-agent has taken a QueryRequest for attestation
      When the tam sends a QueryRequest for attestation
      Then the teep-agent answers with a QueryResponse
      And the answer carries Evidence that is an EAT for the challenge

  @req-TEEP-241 @level-must @role-teep-agent
  Rule: Evidence holds the challenge of the QueryRequest at hand

    @id-TEEP-241.1
    Scenario: TEEP Agent answers the second of two challenges with Evidence for the second
      Given the SUT plays the teep-agent
      And the teep-agent has taken a QueryRequest for attestation
      When the tam sends a QueryRequest for attestation
      Then the teep-agent answers with a QueryResponse
      And the answer carries Evidence for the challenge

  @req-TEEP-247 @level-derived @role-teep-agent
  Rule: A replayed QueryRequest changes nothing

    @id-TEEP-247.1
    Scenario: TEEP Agent answers a QueryRequest again and has its components as before
      Given the SUT plays the teep-agent
      And the teep-agent has taken a QueryRequest
      When the tam sends a QueryRequest again
      Then the teep-agent answers with a QueryResponse
      And the answer repeats the token
      And the teep-agent has middleware as before
