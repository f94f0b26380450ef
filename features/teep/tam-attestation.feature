@teep
Feature: The TAM that is asked to have itself attested

  @req-TEEP-191 @level-must @role-tam
  Rule: ERR_ATTESTATION_REQUIRED is answered with a QueryRequest that attests

    @id-TEEP-191.1
    Scenario: TAM takes an Error that asks for attestation
      Given the SUT plays the tam
      When a teep-agent answers the tam's QueryRequest with an Error that asks for attestation
      Then the tam answers with a QueryRequest
      And the answer carries an attestation payload
      And the answer follows a reading of A24

  @req-TEEP-59 @level-must @role-tam
  Rule: The payload has its media type unless it is an EAT of the profile

    @id-TEEP-59.1
    Scenario: TAM says what its attestation payload is
      Given the SUT plays the tam
      When a teep-agent answers the tam's QueryRequest with an Error that asks for attestation
      Then the tam answers with a QueryRequest
      And the answer carries an attestation payload
      And the answer names its format or is an EAT

  @req-TEEP-60 @level-must @role-tam
  Rule: A payload without media type is an EAT

    @id-TEEP-60.1
    Scenario: TAM sends a token of the profile, or says what else it is
      Given the SUT plays the tam
      When a teep-agent answers the tam's QueryRequest with an Error that asks for attestation
      Then the tam answers with a QueryRequest
      And the answer names its format or is an EAT
      And the answer carries an attestation payload

  @req-TEEP-61 @level-must @role-tam
  Rule: A report of the TAM is not signed with the key of the message

    @id-TEEP-61.1
    Scenario: TAM signs what it reports on itself with another key
      Given the SUT plays the tam
      When a teep-agent answers the tam's QueryRequest with an Error that asks for attestation
      And the tam reports on itself
      Then the tam answers with a QueryRequest
      And the answer has no SUIT Report that the key of the message signed

  @req-TEEP-132 @level-must @role-tam
  Rule: An Error has three elements

    @id-TEEP-132.1 @negative @parent-TEEP-191.1
    Scenario: TAM drops an Error that asks for attestation and has four elements
      Given the SUT plays the tam
      When a teep-agent answers the tam's QueryRequest with an Error that asks for attestation and has four elements
      Then the tam drops it

  @req-TEEP-136 @level-must @role-tam
  Rule: An err-msg has 1 to 128 octets

    @id-TEEP-136.1
    Scenario: TAM takes an Error that asks for attestation and has a message of 128 octets
      Given the SUT plays the tam
      When a teep-agent answers the tam's QueryRequest with an Error that asks for attestation and has a message of 128 octets
      Then the tam answers with a QueryRequest

    @negative @parent-TEEP-136.1
    Scenario Outline: TAM drops <message>
      Given the SUT plays the tam
      When a teep-agent answers the tam's QueryRequest with <message>
      Then the tam drops it

      @id-TEEP-136.2
      Examples:
        | message                                                            |
        | an Error that asks for attestation and has a message of 129 octets |

      @id-TEEP-136.3
      Examples:
        | message                                                     |
        | an Error that asks for attestation and has an empty message |

  @req-TEEP-138 @level-must @role-tam
  Rule: An err-lang has up to 35 characters

    @id-TEEP-138.1
    Scenario: TAM takes an Error that asks for attestation and has a language of 35 characters
      Given the SUT plays the tam
      When a teep-agent answers the tam's QueryRequest with an Error that asks for attestation and has a language of 35 characters
      Then the tam answers with a QueryRequest

    @id-TEEP-138.2 @negative @parent-TEEP-138.1
    Scenario: TAM drops an Error that asks for attestation and has a language of 36 characters
      Given the SUT plays the tam
      When a teep-agent answers the tam's QueryRequest with an Error that asks for attestation and has a language of 36 characters
      Then the tam drops it

  @req-TEEP-141 @level-may @role-tam
  Rule: An unknown language is no failure

    @id-TEEP-141.1
    Scenario: TAM takes an Error that asks for attestation and speaks a language that nobody speaks
      Given the SUT plays the tam
      When a teep-agent answers the tam's QueryRequest with an Error that asks for attestation and speaks a language that nobody speaks
      Then the tam answers with a QueryRequest

  @req-TEEP-142 @level-must @role-tam
  Rule: The code counts in any language

    @id-TEEP-142.1
    Scenario: TAM acts on the code of an Error in a language that nobody speaks
      Given the SUT plays the tam
      When a teep-agent answers the tam's QueryRequest with an Error that asks for attestation and speaks a language that nobody speaks
      Then the tam answers with a QueryRequest
      And the answer carries an attestation payload
