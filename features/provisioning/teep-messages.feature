@teep
Feature: TEEP messages between TAM and Agent

  @req-TEEP-01 @level-must
  Rule: A TEEP message is the payload of a signed COSE object

    @id-TEEP-01.1 @role-tam
    Scenario: TAM signs each message with its key
      Given the SUT plays the tam
      When the teep-broker opens a session for analytics on sev-snp
      Then each message of the tam is a COSE_Sign1 that its key verifies

    @id-TEEP-01.2 @role-teep-agent
    Scenario: TEEP Agent signs each message with its attested key
      Given the SUT plays the teep-agent
      When the teep-broker opens a session for analytics on sev-snp
      Then each message of the teep-agent is a COSE_Sign1 that its key verifies

  @req-TEEP-02 @level-must @role-teep-agent
  Rule: A message that fails validation is rejected

    @negative @parent-PROV-06.1
    Scenario Outline: TEEP Agent rejects a QueryRequest that <defect>
      Given the SUT plays the teep-agent
      And the QueryRequest <defect>
      When the teep-broker opens a session for analytics on sev-snp
      Then the teep-agent answers the altered message with an Error
      And the teep-agent reports no Success

      @id-TEEP-02.1
      Examples:
        | defect                          |
        | has octets behind it            |

      @id-TEEP-02.3
      Examples:
        | defect                          |
        | has an unknown type             |

      @id-TEEP-02.4
      Examples:
        | defect                          |
        | has a challenge of 7 octets     |

      @id-TEEP-02.5
      Examples:
        | defect                          |
        | has a challenge of 513 octets   |

      @id-TEEP-02.6
      Examples:
        | defect                          |
        | has a text for a challenge      |

    @id-TEEP-02.2 @negative @parent-TEEP-205.1
    Scenario: TEEP Agent rejects a QueryRequest with a header that it has to know
      Given the SUT plays the teep-agent
      When the tam sends a QueryRequest with a critical unknown header
      Then the teep-agent refuses it with ERR_PERMANENT_ERROR, or follows the other reading of A18

  @req-TEEP-03 @level-derived @role-tam
  Rule: The TAM drops an invalid message

    @negative @parent-ARCH-18.1
    Scenario Outline: TAM drops a QueryResponse that <defect>
      Given the SUT plays the tam
      And the QueryResponse <defect>
      When the teep-broker opens a session for analytics on sev-snp
      Then the tam sends no Update with a manifest

      @id-TEEP-03.1
      Examples:
        | defect                           |
        | has octets behind it             |

      @id-TEEP-03.2
      Examples:
        | defect                           |
        | is signed by another key         |

      @id-TEEP-03.3
      Examples:
        | defect                           |
        | has a critical unknown header    |

  @req-TEEP-04 @level-derived @role-teep-agent
  Rule: The Agent answers an invalid message with an Error

    @id-TEEP-04.1 @negative @parent-TEEP-205.1
    Scenario: TEEP Agent answers a message that cannot be read with an Error
      Given the SUT plays the teep-agent
      When the tam sends a QueryRequest cut short by an octet
      Then the teep-agent refuses it with ERR_PERMANENT_ERROR, or follows the other reading of A18

  @req-TEEP-05 @level-derived @role-tam
  Rule: A QueryRequest is an array of five

    @id-TEEP-05.1
    Scenario: TAM sends a well-formed QueryRequest
      Given the SUT plays the tam
      When the teep-broker opens a session for analytics on sev-snp
      Then every QueryRequest of the tam is valid
      And the answer follows a reading of A1

  @req-TEEP-06 @level-must @role-tam
  Rule: Token exactly without attestation

    @id-TEEP-06.1
    Scenario: TAM sends a token with what it asks for, or asks for attestation
      Given the SUT plays the tam
      When the teep-broker opens a session for analytics on sev-snp
      Then every QueryRequest has a token or asks for attestation, or the tam follows the other reading of A4
      And the answer follows a reading of A2
      And the answer follows a reading of A3

  @req-TEEP-08 @level-must @role-tam
  Rule: Tokens differ

    @id-TEEP-08.1
    Scenario: TAM sends another token while the first is not answered
      Given the SUT plays the tam
      When a teep-agent answers the tam's QueryRequest with a QueryResponse
      And the teep-agent opens another session with the tam
      And a teep-agent answers the tam's QueryRequest with a QueryResponse
      Then no token of the tam is sent twice, or it follows the other reading of A6

    @id-TEEP-08.2
    Scenario: TAM sends another token with each Update, or one that was answered
      Given the SUT plays the tam
      When the teep-broker opens a session for analytics on sev-snp
      And the teep-broker opens a session for analytics on sev-snp
      Then no token of the tam is sent twice, or it follows the other reading of A6

  @req-TEEP-09 @level-must @role-teep-agent
  Rule: A QueryResponse has the token of its request

    @id-TEEP-09.1
    Scenario: TEEP Agent sends no token when it got none
      Given the SUT plays the teep-agent
      When the teep-broker opens a session for analytics on sev-snp
      Then every QueryResponse has the token of its QueryRequest

  @req-TEEP-10 @level-must @role-teep-agent
  Rule: Attestation is answered

    @id-TEEP-10.1
    Scenario: TEEP Agent sends an attestation payload that answers the challenge
      Given the SUT plays the teep-agent
      When the teep-broker opens a session for analytics on sev-snp
      Then every QueryResponse has an attestation payload for its challenge

  @req-TEEP-12 @level-derived @role-tam
  Rule: An Update is an array of two with wrapped envelopes

    @id-TEEP-12.1
    Scenario: TAM sends a well-formed Update
      Given the SUT plays the tam
      When the teep-broker opens a session for analytics on sev-snp
      Then every Update of the tam is valid
      And the tam sends an Update with a manifest

  @req-TEEP-13 @level-must @role-teep-agent
  Rule: A Success has the token of its Update

    @id-TEEP-13.1
    Scenario: TEEP Agent repeats the token of the Update
      Given the SUT plays the teep-agent
      When the teep-broker opens a session for analytics on sev-snp
      Then every Success has the token of its Update

  @req-TEEP-14 @level-must @role-teep-agent
  Rule: An Error names a listed code and repeats the token

    @id-TEEP-14.1 @negative @parent-TEEP-13.1
    Scenario: TEEP Agent repeats the token of an Update that it cannot install
      Given the SUT plays the teep-agent
      And the manifest is signed by an unknown signer
      When the teep-broker opens a session for analytics on sev-snp
      Then every Error is valid and has the token of the message it answers

  @req-TEEP-15 @level-derived @role-teep-agent
  Rule: Success means installed

    @id-TEEP-15.1 @negative @parent-PROV-06.1
    Scenario: TEEP Agent reports an Error for a manifest that it did not install
      Given the SUT plays the teep-agent
      And the manifest has the digest of other content
      When the teep-broker opens a session for analytics on sev-snp
      Then the teep-agent answers the Update with error ERR_MANIFEST_PROCESSING_FAILED
      And the teep-agent reports no Success

  @req-TEEP-16 @level-should
  Rule: Unknown options are no failure

    @id-TEEP-16.1 @role-teep-agent
    Scenario: TEEP Agent answers a QueryRequest with an option that it does not know
      Given the SUT plays the teep-agent
      And the QueryRequest has an unknown option
      When the teep-broker opens a session for analytics on sev-snp
      Then the teep-agent reports Success for the Update

    @id-TEEP-16.2 @role-tam
    Scenario: TAM takes a QueryResponse with an option that it does not know
      Given the SUT plays the tam
      And the QueryResponse has an unknown option
      When the teep-broker opens a session for analytics on sev-snp
      Then the tam sends an Update with a manifest
