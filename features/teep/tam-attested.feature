@teep
Feature: The TAM that an Agent has attested

  @req-TEEP-206 @level-derived @role-teep-agent
  Rule: Only the result of a trusted Verifier counts

    @id-TEEP-206.1
    Scenario: TEEP Agent answers a TAM whose result a Verifier signed
      Given the SUT plays the teep-agent
      And the teep-agent requires attestation of the tam
      When the tam sends a QueryRequest with the tam's Attestation Result
      Then the teep-agent answers with a QueryResponse
      And the answer repeats the token

    @id-TEEP-206.2 @negative @parent-TEEP-206.1
    Scenario: TEEP Agent refuses a TAM whose result no Verifier signed
      Given the SUT plays the teep-agent
      And the teep-agent requires attestation of the tam
      When the tam sends a QueryRequest with the tam's Attestation Result signed by no Verifier
      Then the teep-agent refuses it with ERR_ATTESTATION_REQUIRED

    @id-TEEP-206.3 @negative @parent-TEEP-206.1
    Scenario: TEEP Agent refuses an Attestation Result that comes as Evidence
      Given the SUT plays the teep-agent
      And the teep-agent requires attestation of the tam
      When the tam sends a QueryRequest with the tam's Attestation Result under the media type of Evidence
      Then the teep-agent refuses it with ERR_ATTESTATION_REQUIRED

  @req-TEEP-202 @level-derived @role-teep-agent
  Rule: Evidence of a TAM goes to a Verifier

    @id-TEEP-202.1
    Scenario: TEEP Agent answers a TAM whose Evidence a Verifier accepts
      Given the SUT plays the teep-agent
      And the teep-agent requires attestation of the tam
      When the tam sends a QueryRequest with the tam's Evidence
      Then the teep-agent answers with a QueryResponse
      And the answer repeats the token

    @negative @parent-TEEP-202.1
    Scenario Outline: TEEP Agent refuses <message>
      Given the SUT plays the teep-agent
      And the teep-agent requires attestation of the tam
      When the tam sends <message>
      Then the teep-agent refuses it with ERR_ATTESTATION_REQUIRED

      @id-TEEP-202.2
      Examples:
        | message                                                     |
        | a QueryRequest with the tam's Evidence signed by a stranger |

      @id-TEEP-202.3
      Examples:
        | message                                                      |
        | a QueryRequest with the tam's Evidence for another challenge |

  @req-TEEP-207 @level-derived @role-teep-agent
  Rule: The result is about the key that signs

    @id-TEEP-207.1 @negative @parent-TEEP-206.1
    Scenario: TEEP Agent refuses a TAM whose result is about another key
      Given the SUT plays the teep-agent
      And the teep-agent requires attestation of the tam
      When the tam sends a QueryRequest with the tam's Attestation Result about another key
      Then the teep-agent refuses it with ERR_ATTESTATION_REQUIRED

  @req-TEEP-200 @level-must @role-teep-agent
  Rule: Without attestation the TAM is told what is required

    @id-TEEP-200.1 @negative @parent-TEEP-206.1
    Scenario: TEEP Agent refuses a QueryRequest of a TAM that is not attested
      Given the SUT plays the teep-agent
      And the teep-agent requires attestation of the tam
      When the tam sends a QueryRequest
      Then the teep-agent refuses it with ERR_ATTESTATION_REQUIRED

    @id-TEEP-200.2 @negative @parent-TEEP-206.1
    Scenario: TEEP Agent says how a TAM is to be attested, and for which challenge
      Given the SUT plays the teep-agent
      And the teep-agent requires attestation of the tam
      When the tam sends a QueryRequest
      Then the teep-agent refuses it with ERR_ATTESTATION_REQUIRED
      And the answer lists the supported freshness mechanisms
      And the answer has a challenge

  @req-TEA-40 @level-derived @role-teep-agent
  Rule: A TAM may be required to be attested

    @id-TEA-40.1 @negative @parent-TEEP-206.1
    Scenario: TEEP Agent refuses a TAM whose result is for another challenge
      Given the SUT plays the teep-agent
      And the teep-agent requires attestation of the tam
      When the tam sends a QueryRequest with the tam's Attestation Result for another challenge
      Then the teep-agent refuses it with ERR_ATTESTATION_REQUIRED

  @req-TEEP-204 @level-must @role-teep-agent
  Rule: A report of another profile is told the profiles that there are

    @id-TEEP-204.1
    Scenario: TEEP Agent takes a SUIT Report of the TAM in its own profile
      Given the SUT plays the teep-agent
      When the tam sends a QueryRequest with a SUIT Report of the first profile
      Then the teep-agent answers with a QueryResponse
      And the answer repeats the token

    @id-TEEP-204.2 @negative @parent-TEEP-204.1
    Scenario: TEEP Agent refuses a SUIT Report of the TAM in another profile
      Given the SUT plays the teep-agent
      When the tam sends a QueryRequest with a SUIT Report of the second profile
      Then the teep-agent refuses it with ERR_UNSUPPORTED_SUIT_REPORT

    @id-TEEP-204.3 @negative @parent-TEEP-204.1
    Scenario: TEEP Agent says which profiles it has for SUIT Reports
      Given the SUT plays the teep-agent
      When the tam sends a QueryRequest with a SUIT Report of the second profile
      Then the teep-agent refuses it with ERR_UNSUPPORTED_SUIT_REPORT
      And the answer lists the supported SUIT profiles

  @req-TEEP-235 @level-must @role-teep-agent
  Rule: An Agent has one of the four profiles

    @id-TEEP-235.1
    Scenario: TEEP Agent names a profile that it has, in the form of the document
      Given the SUT plays the teep-agent
      When the tam sends a QueryRequest with a SUIT Report of the second profile
      Then the teep-agent answers with an Error
      And the answer is valid
      And the answer lists the supported SUIT profiles

  @req-TEEP-267 @level-must @role-teep-agent
  Rule: Evidence goes to a TAM that is known

    @id-TEEP-267.1
    Scenario: TEEP Agent gives its attestation payload to a TAM that it knows
      Given the SUT plays the teep-agent
      When the tam sends a QueryRequest for attestation
      Then the teep-agent answers with a QueryResponse
      And the answer carries an attestation payload

    @id-TEEP-267.2 @negative @parent-TEEP-267.1
    Scenario: TEEP Agent gives no attestation payload to a stranger
      Given the SUT plays the teep-agent
      When the tam sends a QueryRequest for attestation signed by a stranger
      Then the teep-agent refuses it with ERR_PERMANENT_ERROR, or follows the other reading of A18
      And the answer has no attestation payload, or follows the other reading of A18

  @req-TEEP-244 @level-derived @role-teep-agent
  Rule: A freshness mechanism is an integer

    @id-TEEP-244.1 @negative @parent-TEEP-51.2
    Scenario: TEEP Agent refuses a text for a freshness mechanism
      Given the SUT plays the teep-agent
      When the tam sends a QueryRequest for attestation with a text for a freshness mechanism
      Then the teep-agent refuses it with ERR_PERMANENT_ERROR
