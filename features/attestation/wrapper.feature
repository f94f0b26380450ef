@rats
Feature: Evidence in a conceptual message wrapper

  @req-CMW-01 @level-must @role-verifier
  Rule: A record is type, value and perhaps an indicator

    @id-CMW-01.1
    Scenario: Verifier accepts evidence in a collection of records
      Given the SUT plays the verifier
      When the verifier is asked to appraise evidence in a wrapper with the flaw none
      Then the verifier accepts each appraisal

    @id-CMW-01.2
    Scenario: Verifier accepts a collection with a record without an indicator
      Given the SUT plays the verifier
      When the verifier is asked to appraise evidence in a wrapper with the flaw no-indicator
      Then the verifier accepts each appraisal

    @id-CMW-01.3 @negative @parent-CMW-01.1
    Scenario: Verifier refuses a collection with a record whose value is a text
      Given the SUT plays the verifier
      When the verifier is asked to appraise evidence in a wrapper with the flaw text-value
      Then the verifier refuses an appraisal as wrong-type

    @id-CMW-01.4 @negative @parent-CMW-01.1
    Scenario: Verifier refuses a collection with a record of four parts
      Given the SUT plays the verifier
      When the verifier is asked to appraise evidence in a wrapper with the flaw four-parts
      Then the verifier refuses an appraisal as wrong-type

  @req-CMW-03 @level-must @role-verifier
  Rule: An indicator has 1 to 32 bits

    @id-CMW-03.1 @negative @parent-CMW-01.1
    Scenario: Verifier refuses a record with the indicator zero
      Given the SUT plays the verifier
      When the verifier is asked to appraise evidence in a wrapper with the flaw indicator-zero
      Then the verifier refuses an appraisal as out-of-range

    @id-CMW-03.2 @negative @parent-CMW-01.1
    Scenario: Verifier refuses a record with an indicator of five octets
      Given the SUT plays the verifier
      When the verifier is asked to appraise evidence in a wrapper with the flaw indicator-of-5-octets
      Then the verifier refuses an appraisal as out-of-range

  @req-CMW-04 @level-derived @role-verifier
  Rule: An indicator has registered bits alone

    @id-CMW-04.1 @negative @parent-CMW-01.1
    Scenario: Verifier refuses a record with an indicator that nobody has registered
      Given the SUT plays the verifier
      When the verifier is asked to appraise evidence in a wrapper with the flaw unknown-indicator
      Then the verifier refuses an appraisal as out-of-range

  @req-CMW-05 @level-derived @role-verifier
  Rule: A type is a media type or a content format

    @id-CMW-05.1 @negative @parent-CMW-01.1
    Scenario: Verifier refuses a record whose type is no media type
      Given the SUT plays the verifier
      When the verifier is asked to appraise evidence in a wrapper with the flaw no-media-type
      Then the verifier refuses an appraisal as malformed

    @id-CMW-05.2 @negative @parent-CMW-01.1
    Scenario: Verifier refuses a record whose content format has more than 16 bits
      Given the SUT plays the verifier
      When the verifier is asked to appraise evidence in a wrapper with the flaw large-content-format
      Then the verifier refuses an appraisal as out-of-range

  @req-CMW-06 @level-derived @role-verifier
  Rule: A tag belongs to a content format

    @id-CMW-06.1 @negative @parent-CMW-01.1
    Scenario: Verifier refuses a tag that belongs to no content format
      Given the SUT plays the verifier
      When the verifier is asked to appraise evidence in a wrapper with the flaw foreign-tag
      Then the verifier refuses an appraisal as out-of-range

  @req-CMW-07 @level-must @role-verifier
  Rule: A collection has an entry

    @id-CMW-07.1 @negative @parent-CMW-01.1
    Scenario: Verifier refuses a collection with an empty collection in it
      Given the SUT plays the verifier
      When the verifier is asked to appraise evidence in a wrapper with the flaw empty-collection
      Then the verifier refuses an appraisal as missing-field

  @req-CMW-08 @level-must @role-verifier
  Rule: The reserved label holds a type

    @id-CMW-08.1 @negative @parent-CMW-01.1
    Scenario: Verifier refuses a record under the label of the type
      Given the SUT plays the verifier
      When the verifier is asked to appraise evidence in a wrapper with the flaw record-as-type
      Then the verifier refuses an appraisal as wrong-type

  @req-CMW-09 @level-must @role-verifier
  Rule: A type is absolute

    @id-CMW-09.1
    Scenario: Verifier accepts a collection of a type
      Given the SUT plays the verifier
      When the verifier is asked to appraise evidence in a wrapper with the flaw absolute-type
      Then the verifier accepts each appraisal

    @id-CMW-09.2 @negative @parent-CMW-01.1
    Scenario: Verifier refuses a collection whose type is a relative reference
      Given the SUT plays the verifier
      When the verifier is asked to appraise evidence in a wrapper with the flaw relative-type
      Then the verifier refuses an appraisal as malformed

  @req-CMW-10 @level-may @role-verifier
  Rule: Nesting has a limit

    @id-CMW-10.1 @negative @parent-CMW-01.1
    Scenario: Verifier refuses collections that nest too deep
      Given the SUT plays the verifier
      When the verifier is asked to appraise evidence in a wrapper with the flaw deep
      Then the verifier refuses an appraisal as limit-exceeded

  @req-CMW-12 @level-derived @role-verifier
  Rule: A label stands once

    @id-CMW-12.1 @negative @parent-CMW-01.1
    Scenario: Verifier refuses a collection with the same label twice
      Given the SUT plays the verifier
      When the verifier is asked to appraise evidence in a wrapper with the flaw label-twice
      Then the verifier refuses an appraisal as duplicate-key

  @req-CMW-19 @level-must @role-verifier
  Rule: The parts of a collection belong together

    @id-CMW-19.1 @negative @parent-CMW-01.1
    Scenario: Verifier refuses a collection whose parts do not belong together
      Given the SUT plays the verifier
      When the verifier is asked to appraise evidence with the flaw unbound-claims
      Then the verifier refuses an appraisal as binding-mismatch
      And each EAR of the verifier is about an attester

  @req-CMW-20 @level-derived @role-tam
  Rule: Evidence keeps its media type

    @id-CMW-20.1
    Scenario: TAM wraps Evidence that it cannot read under the media type of the message
      Given the SUT plays the tam
      And the tam knows the cipher suite of a teep-agent that it has met
      When a teep-agent answers the tam's QueryRequest with a QueryResponse with an unknown format of its attestation payload
      Then the verifier gets the Evidence as it was sent

  @req-CMW-21 @level-derived @role-verifier
  Rule: A type that nobody knows is refused

    @id-CMW-21.1 @negative @parent-CMW-01.1
    Scenario: Verifier refuses evidence of a type that nobody can know
      Given the SUT plays the verifier
      When the verifier is asked to appraise evidence in a wrapper with the flaw unknown-type
      Then the verifier refuses an appraisal as unknown-format
