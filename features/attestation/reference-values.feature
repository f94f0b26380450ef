@rats
Feature: Reference values are signed CoRIMs

  @req-CORIM-02 @level-must @role-verifier
  Rule: A CoRIM has an id and tags

    @id-CORIM-02.1
    Scenario: Verifier takes a CoRIM that its vendor has signed
      Given the SUT plays the verifier
      When the verifier is given reference values with the flaw none
      Then the verifier takes the reference values

    @id-CORIM-02.2 @negative @parent-CORIM-02.1
    Scenario: Verifier refuses a CoRIM without a tag
      Given the SUT plays the verifier
      When the verifier is given reference values with the flaw no-tags
      Then the verifier refuses the reference-values request as missing-field

    @id-CORIM-02.3 @negative @parent-CORIM-02.1
    Scenario: Verifier refuses a CoRIM numbered as in older drafts
      Given the SUT plays the verifier
      When the verifier is given reference values with the flaw older-tag
      Then the verifier refuses the reference-values request as unknown-version

  @req-CORIM-03 @level-must @role-verifier
  Rule: An unknown profile is refused

    @id-CORIM-03.1 @negative @parent-CORIM-02.1
    Scenario: Verifier refuses a CoRIM of an unknown profile
      Given the SUT plays the verifier
      When the verifier is given reference values with the flaw unknown-profile
      Then the verifier refuses the reference-values request as unknown-version

  @req-CORIM-04 @level-must @role-verifier
  Rule: A manifest has one signer

    @id-CORIM-04.1 @negative @parent-CORIM-02.1
    Scenario: Verifier refuses a CoRIM with two signers
      Given the SUT plays the verifier
      When the verifier is given reference values with the flaw two-signers
      Then the verifier refuses the reference-values request as duplicate-key

  @req-CORIM-05 @level-derived @role-verifier
  Rule: The protected header says what is signed by whom

    @id-CORIM-05.1 @negative @parent-CORIM-02.1
    Scenario: Verifier refuses a CoRIM without content type
      Given the SUT plays the verifier
      When the verifier is given reference values with the flaw no-content-type
      Then the verifier refuses the reference-values request as wrong-type

    @id-CORIM-05.2 @negative @parent-CORIM-02.1
    Scenario: Verifier refuses a CoRIM of another content type
      Given the SUT plays the verifier
      When the verifier is given reference values with the flaw other-content-type
      Then the verifier refuses the reference-values request as wrong-type

    @id-CORIM-05.3 @negative @parent-CORIM-02.1
    Scenario: Verifier refuses a CoRIM that names no signer
      Given the SUT plays the verifier
      When the verifier is given reference values with the flaw no-signer
      Then the verifier refuses the reference-values request as missing-field

  @req-CORIM-06 @level-must @role-verifier
  Rule: Both names of the signer are the same

    @id-CORIM-06.1 @negative @parent-CORIM-02.1
    Scenario: Verifier refuses a CoRIM with two names of its signer
      Given the SUT plays the verifier
      When the verifier is given reference values with the flaw other-signer
      Then the verifier refuses the reference-values request as malformed

  @req-CORIM-07 @level-must @role-verifier
  Rule: An authority has signed

    @id-CORIM-07.1 @negative @parent-CORIM-02.1
    Scenario: Verifier refuses a CoRIM signed with an unknown key
      Given the SUT plays the verifier
      When the verifier is given reference values with the flaw unknown-key
      Then the verifier refuses the reference-values request as invalid-signature

    @id-CORIM-07.2 @negative @parent-CORIM-02.1
    Scenario: Verifier refuses a CoRIM with one bit of its signature changed
      Given the SUT plays the verifier
      When the verifier is given reference values with the flaw one-bit
      Then the verifier refuses the reference-values request as invalid-signature

  @req-CORIM-08 @level-must @role-verifier
  Rule: Nobody vouches for an unsigned CoRIM

    @id-CORIM-08.1 @negative @parent-CORIM-02.1
    Scenario: Verifier refuses an unsigned CoRIM from whoever sends it
      Given the SUT plays the verifier
      When the verifier is given reference values with the flaw unsigned
      Then the verifier refuses the reference-values request as wrong-type

  @req-CORIM-11 @level-must @role-verifier
  Rule: A tag has an identifier of its own

    @id-CORIM-11.1 @negative @parent-CORIM-02.1
    Scenario: Verifier refuses a CoRIM with the same tag twice
      Given the SUT plays the verifier
      When the verifier is given reference values with the flaw tag-twice
      Then the verifier refuses the reference-values request as duplicate-key

  @req-CORIM-12 @level-must @role-verifier
  Rule: A revision has a greater version

    @id-CORIM-12.1 @negative @parent-CORIM-02.1
    Scenario: Verifier refuses a tag that it has in that version
      Given the SUT plays the verifier
      When the verifier is given reference values with the flaw known-tag
      Then the verifier refuses the reference-values request as rolled-back

  @req-CORIM-13 @level-must @role-verifier
  Rule: A CoMID has a triple

    @id-CORIM-13.1 @negative @parent-CORIM-02.1
    Scenario: Verifier refuses a CoMID without a triple
      Given the SUT plays the verifier
      When the verifier is given reference values with the flaw no-triples
      Then the verifier refuses the reference-values request as missing-field

  @req-CORIM-14 @level-must @role-verifier
  Rule: An environment is not empty

    @id-CORIM-14.1 @negative @parent-CORIM-02.1
    Scenario: Verifier refuses a triple about nothing
      Given the SUT plays the verifier
      When the verifier is given reference values with the flaw empty-environment
      Then the verifier refuses the reference-values request as missing-field

  @req-CORIM-15 @level-must @role-verifier
  Rule: A raw value is tagged

    @id-CORIM-15.1 @negative @parent-CORIM-02.1
    Scenario: Verifier refuses a raw value without a tag
      Given the SUT plays the verifier
      When the verifier is given reference values with the flaw bare-raw-value
      Then the verifier refuses the reference-values request as wrong-type

    @id-CORIM-15.2 @negative @parent-CORIM-02.1
    Scenario: Verifier refuses a mask that is too long
      Given the SUT plays the verifier
      When the verifier is given reference values with the flaw mask-too-long
      Then the verifier refuses the reference-values request as out-of-range

  @req-CORIM-17 @level-must @role-verifier
  Rule: A series measures the same

    @id-CORIM-17.1 @negative @parent-CORIM-02.1
    Scenario: Verifier refuses a series that measures not the same
      Given the SUT plays the verifier
      When the verifier is given reference values with the flaw mixed-series
      Then the verifier refuses the reference-values request as wrong-type

  @req-CORIM-20 @level-must @role-verifier
  Rule: Domains are in no circle

    @id-CORIM-20.1 @negative @parent-CORIM-02.1
    Scenario: Verifier refuses domains in a circle
      Given the SUT plays the verifier
      When the verifier is given reference values with the flaw circle
      Then the verifier refuses the reference-values request as malformed

  @req-CORIM-22 @level-derived @role-verifier
  Rule: A period has an end

    @id-CORIM-22.1 @negative @parent-CORIM-02.1
    Scenario: Verifier refuses a CoRIM that has expired
      Given the SUT plays the verifier
      When the verifier is given reference values with the flaw expired
      Then the verifier refuses the reference-values request as expired

    @id-CORIM-22.2 @negative @parent-CORIM-02.1
    Scenario: Verifier refuses a CoRIM whose period has no end
      Given the SUT plays the verifier
      When the verifier is given reference values with the flaw no-end
      Then the verifier refuses the reference-values request as missing-field

    @id-CORIM-22.3 @negative @parent-CORIM-02.1
    Scenario: Verifier refuses a CoRIM that ends before it begins
      Given the SUT plays the verifier
      When the verifier is given reference values with the flaw ends-before-it-begins
      Then the verifier refuses the reference-values request as out-of-range

  @req-CORIM-23 @level-must @role-verifier
  Rule: Digests are of different algorithms

    @id-CORIM-23.1 @negative @parent-CORIM-02.1
    Scenario: Verifier refuses two digests of one algorithm
      Given the SUT plays the verifier
      When the verifier is given reference values with the flaw digest-twice
      Then the verifier refuses the reference-values request as duplicate-key

    @id-CORIM-23.2 @negative @parent-CORIM-02.1
    Scenario: Verifier refuses a digest that is too short
      Given the SUT plays the verifier
      When the verifier is given reference values with the flaw short-digest
      Then the verifier refuses the reference-values request as out-of-range

  @req-CORIM-24 @level-must @role-verifier
  Rule: What is of no use is discarded

    @id-CORIM-24.1 @negative @parent-CORIM-02.1
    Scenario: Verifier refuses a CoRIM whose signature has expired
      Given the SUT plays the verifier
      When the verifier is given reference values with the flaw signature-expired
      Then the verifier refuses the reference-values request as expired

  @req-CORIM-25 @level-must @role-verifier
  Rule: What a triple refers to is there

    @id-CORIM-25.1
    Scenario: Verifier accepts middleware that a CoSWID of the manifest lists
      Given the SUT plays the verifier
      When the verifier is given a reference value for another middleware by a-coswid
      And the verifier is asked to appraise evidence with the flaw other-middleware
      Then the verifier accepts each appraisal

    @id-CORIM-25.2 @negative @parent-CORIM-25.1
    Scenario: Verifier refuses a CoRIM that refers to a CoSWID which is not there
      Given the SUT plays the verifier
      When the verifier is given a reference value for another middleware by a-coswid-that-is-missing
      Then the verifier refuses the reference-values request as not-available

  @req-CORIM-28 @level-must @role-verifier
  Rule: Nothing is taken in part

    @id-CORIM-28.1 @negative @parent-CORIM-02.1
    Scenario: Verifier keeps nothing of a CoRIM with an empty value
      Given the SUT plays the verifier
      When the verifier is given reference values with the flaw no-value
      Then the verifier refuses the reference-values request as missing-field

  @req-CORIM-29 @level-must @role-verifier
  Rule: Environments are compared by what the condition says

    @id-CORIM-29.1 @negative @parent-CORIM-31.1
    Scenario: Verifier refuses middleware of which another class has a value
      Given the SUT plays the verifier
      When the verifier is given a reference value for another middleware by another-class
      And the verifier is asked to appraise evidence with the flaw other-middleware
      Then the verifier refuses an appraisal as measurement-mismatch

    @id-CORIM-29.2 @negative @parent-CORIM-31.1
    Scenario: Verifier refuses middleware of which an instance alone has a value
      Given the SUT plays the verifier
      When the verifier is given a reference value for another middleware by an-instance
      And the verifier is asked to appraise evidence with the flaw other-middleware
      Then the verifier refuses an appraisal as measurement-mismatch

  @req-CORIM-31 @level-must @role-verifier
  Rule: Every part of a condition is satisfied

    @id-CORIM-31.1
    Scenario: Verifier accepts middleware of which a value was given
      Given the SUT plays the verifier
      When the verifier is given a reference value for another middleware by a-digest
      And the verifier is asked to appraise evidence with the flaw other-middleware
      Then the verifier accepts each appraisal

    @id-CORIM-31.2 @negative @parent-CORIM-31.1
    Scenario: Verifier refuses middleware that is to come with something else
      Given the SUT plays the verifier
      When the verifier is given a reference value for another middleware by a-second-element
      And the verifier is asked to appraise evidence with the flaw other-middleware
      Then the verifier refuses an appraisal as measurement-mismatch

    @id-CORIM-31.3 @negative @parent-CORIM-31.1
    Scenario: Verifier refuses middleware of which another element has a value
      Given the SUT plays the verifier
      When the verifier is given a reference value for another middleware by another-element
      And the verifier is asked to appraise evidence with the flaw other-middleware
      Then the verifier refuses an appraisal as measurement-mismatch

    @id-CORIM-31.4 @negative @parent-CORIM-31.1
    Scenario: Verifier refuses middleware of which an element without name has a value
      Given the SUT plays the verifier
      When the verifier is given a reference value for another middleware by no-element
      And the verifier is asked to appraise evidence with the flaw other-middleware
      Then the verifier refuses an appraisal as measurement-mismatch

    @id-CORIM-31.5 @negative @parent-CORIM-31.1
    Scenario: Verifier refuses middleware that is to have a security version
      Given the SUT plays the verifier
      When the verifier is given a reference value for another middleware by a-security-version
      And the verifier is asked to appraise evidence with the flaw other-middleware
      Then the verifier refuses an appraisal as measurement-mismatch

  @req-CORIM-33 @level-must @role-verifier
  Rule: Digests have an algorithm in common

    @id-CORIM-33.1
    Scenario: Verifier accepts middleware by one of two digests
      Given the SUT plays the verifier
      When the verifier is given a reference value for another middleware by two-digests
      And the verifier is asked to appraise evidence with the flaw other-middleware
      Then the verifier accepts each appraisal

    @id-CORIM-33.2
    Scenario: Verifier accepts middleware by a digest whose algorithm is named
      Given the SUT plays the verifier
      When the verifier is given a reference value for another middleware by a-named-algorithm
      And the verifier is asked to appraise evidence with the flaw other-middleware
      Then the verifier accepts each appraisal

    @id-CORIM-33.3 @negative @parent-CORIM-31.1
    Scenario: Verifier refuses middleware by a digest of another algorithm
      Given the SUT plays the verifier
      When the verifier is given a reference value for another middleware by another-algorithm
      And the verifier is asked to appraise evidence with the flaw other-middleware
      Then the verifier refuses an appraisal as measurement-mismatch

    @id-CORIM-33.4 @negative @parent-CORIM-31.1
    Scenario: Verifier refuses middleware by two digests of which one differs
      Given the SUT plays the verifier
      When the verifier is given a reference value for another middleware by a-second-digest-that-differs
      And the verifier is asked to appraise evidence with the flaw other-middleware
      Then the verifier refuses an appraisal as measurement-mismatch

  @req-CORIM-34 @level-must @role-verifier
  Rule: Raw values are compared under their mask

    @id-CORIM-34.1
    Scenario: Verifier accepts middleware by a raw value
      Given the SUT plays the verifier
      When the verifier is given a reference value for another middleware by a-raw-value
      And the verifier is asked to appraise evidence with the flaw other-middleware
      Then the verifier accepts each appraisal

    @id-CORIM-34.2
    Scenario: Verifier accepts middleware that differs where the mask has zeros
      Given the SUT plays the verifier
      When the verifier is given a reference value for another middleware by a-mask
      And the verifier is asked to appraise evidence with the flaw other-middleware
      Then the verifier accepts each appraisal

    @id-CORIM-34.3 @negative @parent-CORIM-31.1
    Scenario: Verifier refuses middleware that differs where the mask has ones
      Given the SUT plays the verifier
      When the verifier is given a reference value for another middleware by a-mask-that-differs
      And the verifier is asked to appraise evidence with the flaw other-middleware
      Then the verifier refuses an appraisal as measurement-mismatch

  @req-CORIM-37 @level-must @role-verifier
  Rule: What nobody can compare does not match

    @id-CORIM-37.1 @negative @parent-CORIM-31.1
    Scenario: Verifier refuses middleware by a value that nobody knows
      Given the SUT plays the verifier
      When the verifier is given a reference value for another middleware by a-value-that-nobody-knows
      And the verifier is asked to appraise evidence with the flaw other-middleware
      Then the verifier refuses an appraisal as measurement-mismatch

  @req-CORIM-36 @level-must @role-verifier
  Rule: A range runs forwards

    @id-CORIM-36.1 @negative @parent-CORIM-02.1
    Scenario: Verifier refuses a range that runs backwards
      Given the SUT plays the verifier
      When the verifier is given reference values with the flaw range-backwards
      Then the verifier refuses the reference-values request as out-of-range
