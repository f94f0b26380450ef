@teep
Feature: QueryResponses that a TAM takes or drops

  @req-TEEP-242 @level-must @role-tam
  Rule: Evidence answers a challenge of the TAM's own

    @id-TEEP-242.1
    Scenario: TAM takes Evidence for the challenge of its QueryRequest
      Given the SUT plays the tam
      When a teep-agent answers the tam's QueryRequest with a QueryResponse
      Then the tam answers with an Update
      And the answer carries a manifest

    @id-TEEP-242.2 @negative @parent-TEEP-242.1
    Scenario: TAM drops Evidence for a challenge that was answered before
      Given the SUT plays the tam
      When a teep-agent answers the tam's QueryRequest with a QueryResponse
      And a teep-agent answers the tam's QueryRequest with a QueryResponse
      Then the tam drops it and serves another session

    @negative @parent-TEEP-242.1
    Scenario Outline: TAM drops <message>
      Given the SUT plays the tam
      When a teep-agent answers the tam's QueryRequest with <message>
      Then the tam drops it

      @id-TEEP-242.3
      Examples:
        | message                                            |
        | a QueryResponse to a challenge that was never sent |

      @id-TEEP-242.4
      Examples:
        | message                                            |
        | a QueryResponse with the evidence of another Agent |

    @id-TEEP-242.5
    Scenario: TAM takes Evidence in an EAT whose nonce is the challenge of its QueryRequest
      Given the SUT plays the tam
      When a teep-agent answers the tam's QueryRequest with a QueryResponse with its Evidence in an EAT
      Then the tam answers with an Update
      And the answer carries a manifest

    @id-TEEP-242.6 @negative @parent-TEEP-242.5
    Scenario: TAM drops Evidence in an EAT for a challenge that was never sent
      Given the SUT plays the tam
      When a teep-agent answers the tam's QueryRequest with a QueryResponse with its Evidence in an EAT for a challenge that was never sent
      Then the tam drops it and serves another session

    @negative @parent-TEEP-242.5
    Scenario Outline: TAM installs nothing after <message>
      Given the SUT plays the tam
      When a teep-agent answers the tam's QueryRequest with <message>
      Then the tam sends no Update with a manifest

      @id-TEEP-242.7
      Examples:
        | message                                                                          |
        | a QueryResponse with its Evidence in an EAT for the challenge of another session |

      @id-TEEP-242.8
      Examples:
        | message                                                                                          |
        | a QueryResponse with its Evidence in an EAT around Evidence for the challenge of another session |

  @req-TEEP-64 @level-must @role-tam
  Rule: A QueryResponse has two elements

    @negative @parent-TEEP-242.1
    Scenario Outline: TAM drops <message>
      Given the SUT plays the tam
      When a teep-agent answers the tam's QueryRequest with <message>
      Then the tam drops it and serves another session

      @id-TEEP-64.1
      Examples:
        | message                           |
        | a QueryResponse of three elements |

      @id-TEEP-64.2
      Examples:
        | message                        |
        | a QueryResponse of one element |

  @req-TEEP-90 @level-must @role-tam
  Rule: A list of requests is not empty

    @id-TEEP-90.1 @negative @parent-TEEP-104.1
    Scenario: TAM drops a QueryResponse with no components in its list of requests
      Given the SUT plays the tam
      And the tam knows the cipher suite
      When a teep-agent answers the tam's QueryRequest with a QueryResponse with no components in its list of requests
      Then the tam drops it

  @req-TEEP-71 @level-must @role-tam
  Rule: A selected version fits into four octets

    @id-TEEP-71.1 @negative @parent-TEEP-242.1
    Scenario: TAM drops a QueryResponse with selected version 4294967296
      Given the SUT plays the tam
      When a teep-agent answers the tam's QueryRequest with a QueryResponse with selected version 4294967296
      Then the tam drops it and serves another session

    @id-TEEP-71.2
    Scenario: TAM takes a QueryResponse with selected version 0
      Given the SUT plays the tam
      When a teep-agent answers the tam's QueryRequest with a QueryResponse with selected version 0
      Then the tam answers with an Update
      And the answer carries a manifest

  @req-TEEP-82 @level-must @role-tam
  Rule: Trusted Components are not an empty list

    @id-TEEP-82.1 @negative @parent-TEEP-242.1
    Scenario: TAM drops a QueryResponse with no components in its list
      Given the SUT plays the tam
      When a teep-agent answers the tam's QueryRequest with a QueryResponse with no components in its list
      Then the tam drops it and serves another session, or follows the other reading of A7

  @req-TEEP-84 @level-must @role-tam
  Rule: An extension fits into four octets

    @negative @parent-TEEP-242.1
    Scenario Outline: TAM drops <message>
      Given the SUT plays the tam
      When a teep-agent answers the tam's QueryRequest with <message>
      Then the tam drops it and serves another session

      @id-TEEP-84.1
      Examples:
        | message                                   |
        | a QueryResponse with extension 4294967296 |

      @id-TEEP-84.3
      Examples:
        | message                                        |
        | a QueryResponse with no extensions in its list |

    @id-TEEP-84.2
    Scenario: TAM takes a QueryResponse with extension 4294967295
      Given the SUT plays the tam
      When a teep-agent answers the tam's QueryRequest with a QueryResponse with extension 4294967295
      Then the tam answers with an Update
      And the answer carries a manifest

  @req-TEEP-87 @level-must @role-tam
  Rule: have-binary goes with a sequence number

    @id-TEEP-87.1 @negative @parent-TEEP-242.1
    Scenario: TAM drops a QueryResponse that has the binary and no sequence number
      Given the SUT plays the tam
      When a teep-agent answers the tam's QueryRequest with a QueryResponse that has the binary and no sequence number
      Then the tam drops it and serves another session

    @id-TEEP-87.2
    Scenario: TAM takes a QueryResponse that has the binary and a sequence number
      Given the SUT plays the tam
      When a teep-agent answers the tam's QueryRequest with a QueryResponse that has the binary and a sequence number
      Then the tam answers with an Update
      And the answer carries a manifest

  @req-TEEP-89 @level-must @role-tam
  Rule: A requested component has a component id

    @id-TEEP-89.1 @negative @parent-TEEP-242.1
    Scenario: TAM drops a QueryResponse that asks for a component without component id
      Given the SUT plays the tam
      When a teep-agent answers the tam's QueryRequest with a QueryResponse that asks for a component without component id
      Then the tam drops it and serves another session

  @req-TEEP-92 @level-must @role-tam
  Rule: Unneeded manifests are not an empty list

    @id-TEEP-92.1 @negative @parent-TEEP-242.1
    Scenario: TAM drops a QueryResponse with no components in its list of unneeded ones
      Given the SUT plays the tam
      When a teep-agent answers the tam's QueryRequest with a QueryResponse with no components in its list of unneeded ones
      Then the tam drops it and serves another session

  @req-TEEP-130 @level-must @role-tam
  Rule: SUIT Reports are not an empty list

    @id-TEEP-130.1 @negative @parent-TEEP-242.1
    Scenario: TAM drops a QueryResponse with no SUIT Reports in its list
      Given the SUT plays the tam
      When a teep-agent answers the tam's QueryRequest with a QueryResponse with no SUIT Reports in its list
      Then the tam drops it and serves another session

  @req-TEEP-186 @level-derived @role-tam
  Rule: What has to be installed comes in an Update

    @id-TEEP-186.1
    Scenario: TAM sends the manifest of what the Agent asks for
      Given the SUT plays the tam
      When a teep-agent answers the tam's QueryRequest with a QueryResponse
      Then the tam answers with an Update
      And the answer carries a manifest
      And the answer follows a reading of A9

  @req-TEEP-248 @level-derived @role-tam
  Rule: A replayed QueryResponse starts nothing

    @id-TEEP-248.1 @negative @parent-TEEP-242.1
    Scenario: TAM sends nothing for a QueryResponse that it has had
      Given the SUT plays the tam
      When a teep-agent answers the tam's QueryRequest with a QueryResponse
      And a teep-agent answers the tam's QueryRequest with a QueryResponse again
      Then the tam drops it and serves another session

    @id-TEEP-248.2 @negative @parent-TEEP-182.1
    Scenario: TAM sends nothing for a passport that it has had
      Given the SUT plays the tam
      And the tam takes passports
      When a teep-agent answers the tam's QueryRequest with a QueryResponse with an Attestation Result
      And a teep-agent answers the tam's QueryRequest with a QueryResponse again
      Then the tam sends exactly one Update with a manifest

  @req-TEEP-50 @level-must @role-tam
  Rule: Requests that nobody answers are discarded

    @id-TEEP-50.1 @negative @parent-TEEP-242.1
    Scenario: TAM drops a QueryResponse that comes long after its QueryRequest
      Given the SUT plays the tam
      And a teep-agent has a session with the tam
      When 1000 hours pass
      And a teep-agent answers the tam's QueryRequest with a QueryResponse
      Then the tam drops it and serves another session

    @id-TEEP-50.2
    Scenario: TAM takes a QueryResponse that comes an hour after its QueryRequest
      Given the SUT plays the tam
      And a teep-agent has a session with the tam
      When 1 hours pass
      And a teep-agent answers the tam's QueryRequest with a QueryResponse
      Then the tam answers with an Update
