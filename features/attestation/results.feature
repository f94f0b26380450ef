@rats
Feature: Attestation Results are EARs

  @req-EAR-01 @level-must
  Rule: The profile is that of EARs

    @id-EAR-01.1 @role-verifier
    Scenario: Verifier names the profile of EARs
      Given the SUT plays the verifier
      When the application-owner asks for analytics on sev-snp
      Then each EAR of the verifier names the profile of EARs

    @id-EAR-01.2 @role-application-owner @negative @parent-ATT-10.1
    Scenario: Application owner withholds its secrets when the result is of another profile
      Given the SUT plays the application-owner
      And the verifier answers with a result of another profile
      When the application-owner asks for analytics on sev-snp
      Then the application-owner sends neither application nor data

    @id-EAR-01.3 @role-application-owner @negative @parent-ATT-10.1
    Scenario: Application owner withholds its secrets when the result is in a dialect that was not agreed on
      Given the SUT plays the application-owner
      And the verifier answers with a result of the older dialect
      When the application-owner asks for analytics on sev-snp
      Then the application-owner sends neither application nor data

  @req-EAR-02 @level-must @role-verifier
  Rule: The overall status is no better than the worst

    @id-EAR-02.1
    Scenario: Verifier says no better of all than of the worst
      Given the SUT plays the verifier
      When the application-owner asks for analytics on sev-snp
      Then each EAR of the verifier is no better overall than the worst attester

    @id-EAR-02.2 @negative @parent-EAR-02.1
    Scenario: Verifier says no better of all than of an attester that it warns about
      Given the SUT plays the verifier
      When the verifier is asked to appraise evidence with the flaw other-middleware
      Then the verifier refuses an appraisal as measurement-mismatch
      And each EAR of the verifier is no better overall than the worst attester

  @req-EAR-03 @level-must @role-verifier
  Rule: A result says when it was issued

    @id-EAR-03.1
    Scenario: Verifier issues a result at a whole second
      Given the SUT plays the verifier
      When the application-owner asks for analytics on sev-snp
      Then each EAR of the verifier has a whole number as time of issue

  @req-EAR-04 @level-must @role-verifier
  Rule: A result expires at a whole second

    @id-EAR-04.1
    Scenario: Verifier lets a result expire at a whole second
      Given the SUT plays the verifier
      When the application-owner asks for analytics on sev-snp
      Then each EAR of the verifier has no expiry but a whole number

  @req-EAR-06 @level-must @role-application-owner
  Rule: A result is of no use after its expiry

    @id-EAR-06.1 @negative @parent-ATT-10.1
    Scenario: Application owner withholds its secrets when the result has expired
      Given the SUT plays the application-owner
      And the verifier answers with a result that has expired
      When the application-owner asks for analytics on sev-snp
      Then the application-owner sends neither application nor data

  @req-EAR-07 @level-must @role-verifier
  Rule: A result is about an attester

    @id-EAR-07.1
    Scenario: Verifier gives a result about an attester
      Given the SUT plays the verifier
      When the application-owner asks for analytics on sev-snp
      Then each EAR of the verifier is about an attester

  @req-EAR-08 @level-must @role-verifier
  Rule: A result says who appraised

    @id-EAR-08.1
    Scenario: Verifier says who it is
      Given the SUT plays the verifier
      When the application-owner asks for analytics on sev-snp
      Then each EAR of the verifier names developer and build of its verifier

  @req-EAR-10 @level-must @role-verifier
  Rule: A nonce has 8 to 64 octets

    @id-EAR-10.1
    Scenario: Verifier gives a nonce of the right size
      Given the SUT plays the verifier
      When the application-owner asks for analytics on sev-snp
      Then each EAR of the verifier has a nonce of 8 to 64 octets

  @req-EAR-11 @level-must
  Rule: An extension is a map

    @id-EAR-11.1 @role-verifier
    Scenario: Verifier extends its results by maps
      Given the SUT plays the verifier
      When the application-owner asks for analytics on sev-snp
      Then each EAR of the verifier has extensions that are maps alone

    @id-EAR-11.2 @role-application-owner @negative @parent-ATT-10.1
    Scenario: Application owner withholds its secrets when an extension is no map
      Given the SUT plays the application-owner
      And the verifier answers with a result with an extension that is no map
      When the application-owner asks for analytics on sev-snp
      Then the application-owner sends neither application nor data

    @id-EAR-11.3 @role-application-owner @negative @parent-ATT-10.1
    Scenario: Application owner withholds its secrets when the claims for TEEP are empty
      Given the SUT plays the application-owner
      And the verifier answers with a result with claims for TEEP that are empty
      When the application-owner asks for analytics on sev-snp
      Then the application-owner sends neither application nor data

    @id-EAR-11.4 @role-application-owner @negative @parent-ATT-10.1
    Scenario: Application owner withholds its secrets when an attested key is missing
      Given the SUT plays the application-owner
      And the verifier answers with a result with an attested key that is missing
      When the application-owner asks for analytics on sev-snp
      Then the application-owner sends neither application nor data

  @req-EAR-12 @level-must @role-verifier
  Rule: An appraisal has a status

    @id-EAR-12.1
    Scenario: Verifier gives each attester a status
      Given the SUT plays the verifier
      When the application-owner asks for analytics on sev-snp
      Then each EAR of the verifier has a status for each attester

  @req-EAR-13 @level-must
  Rule: The status is no better than the worst claim

    @id-EAR-13.1 @role-verifier
    Scenario: Verifier gives a status that the vector bears out
      Given the SUT plays the verifier
      When the application-owner asks for analytics on sev-snp
      Then each EAR of the verifier is no better than the worst claim about an attester

    @id-EAR-13.2 @role-verifier @negative @parent-EAR-13.1
    Scenario: Verifier affirms nobody whom it warns about
      Given the SUT plays the verifier
      When the verifier is asked to appraise evidence with the flaw other-middleware
      Then the verifier refuses an appraisal as measurement-mismatch
      And each EAR of the verifier is no better than the worst claim about an attester

    @id-EAR-13.3 @role-application-owner @negative @parent-ATT-10.1
    Scenario: Application owner withholds its secrets when the status is better than the vector
      Given the SUT plays the application-owner
      And the verifier answers with a result that is better than its vector
      When the application-owner asks for analytics on sev-snp
      Then the application-owner sends neither application nor data

  @req-EAR-14 @level-must
  Rule: The vector is there

    @id-EAR-14.1 @role-verifier
    Scenario: Verifier gives each attester a vector
      Given the SUT plays the verifier
      When the application-owner asks for analytics on sev-snp
      Then each EAR of the verifier has a vector for each attester

    @id-EAR-14.2 @role-application-owner @negative @parent-ATT-10.1
    Scenario: Application owner withholds its secrets when there is no vector
      Given the SUT plays the application-owner
      And the verifier answers with a result without a vector
      When the application-owner asks for analytics on sev-snp
      Then the application-owner sends neither application nor data

    @id-EAR-14.3 @role-application-owner @negative @parent-ATT-10.1
    Scenario: Application owner withholds its secrets when the vector is empty
      Given the SUT plays the application-owner
      And the verifier answers with a result with an empty vector
      When the application-owner asks for analytics on sev-snp
      Then the application-owner sends neither application nor data

  @req-EAR-15 @level-must
  Rule: A list of policies is not empty

    @id-EAR-15.1 @role-verifier
    Scenario: Verifier lists the policies that it applied
      Given the SUT plays the verifier
      When the application-owner asks for analytics on sev-snp
      Then each EAR of the verifier has no empty list of policies

    @id-EAR-15.2 @role-application-owner @negative @parent-ATT-10.1
    Scenario: Application owner withholds its secrets when the list of policies is empty
      Given the SUT plays the application-owner
      And the verifier answers with a result with an empty list of policies
      When the application-owner asks for analytics on sev-snp
      Then the application-owner sends neither application nor data

  @req-EAR-18 @level-must @role-application-owner
  Rule: Unknown claims are ignored

    @id-EAR-18.1
    Scenario: Application owner ignores a claim that it does not know
      Given the SUT plays the application-owner
      And the verifier answers with a result with an unknown claim
      When the application-owner asks for analytics on sev-snp
      Then the application-owner sends application and data, each after a positive appraisal

  @req-EAR-19 @level-derived @role-verifier
  Rule: The media type says that it is an EAR

    @id-EAR-19.1
    Scenario: Verifier says in the header of the token what it is
      Given the SUT plays the verifier
      When the application-owner asks for analytics on sev-snp
      Then each EAR of the verifier says in its protected header that it is an EAR

  @req-EAR-22 @level-must @role-verifier
  Rule: A result belongs to one appraisal

    @id-EAR-22.1
    Scenario: Verifier repeats the nonce that the environment answered
      Given the SUT plays the verifier
      When the application-owner asks for analytics on sev-snp
      Then each EAR of the verifier repeats the nonce of the request

  @req-EAR-25 @level-derived
  Rule: A claim has eight bits and a category

    @id-EAR-25.1 @role-verifier
    Scenario: Verifier gives claims of eight bits
      Given the SUT plays the verifier
      When the application-owner asks for analytics on sev-snp
      Then each EAR of the verifier has claims of 8 bits in each vector

    @id-EAR-25.2 @role-verifier
    Scenario: Verifier gives claims in known categories
      Given the SUT plays the verifier
      When the application-owner asks for analytics on sev-snp
      Then each EAR of the verifier has claims in known categories alone

    @id-EAR-25.3 @role-application-owner @negative @parent-ATT-10.1
    Scenario: Application owner withholds its secrets when a claim has more than eight bits
      Given the SUT plays the application-owner
      And the verifier answers with a result with a claim of 9 bits
      When the application-owner asks for analytics on sev-snp
      Then the application-owner sends neither application nor data

  @req-EAR-26 @level-should @role-application-owner
  Rule: A claim of 0 is none

    @id-EAR-26.1
    Scenario: Application owner takes a claim of nothing for none
      Given the SUT plays the application-owner
      And the verifier answers with a result with a claim of nothing
      When the application-owner asks for analytics on sev-snp
      Then the application-owner sends application and data, each after a positive appraisal

  @req-EAR-29 @level-may @role-application-owner
  Rule: An unknown value counts as its tier

    @id-EAR-29.1 @negative @parent-ATT-10.1
    Scenario: Application owner takes an unknown value for a warning
      Given the SUT plays the application-owner
      And the verifier answers with a result that affirms in spite of a warning
      When the application-owner asks for analytics on sev-snp
      Then the application-owner sends neither application nor data

  @req-EAR-30 @level-derived @role-verifier
  Rule: Failed validation is claimed as such

    @id-EAR-30.1 @negative @parent-EAR-14.1
    Scenario: Verifier claims in every category that validation failed
      Given the SUT plays the verifier
      When the verifier is asked to appraise evidence with the flaw unbound-claims
      Then the verifier refuses an appraisal as binding-mismatch
      And each EAR of the verifier claims in every category that validation failed

  @req-EAR-33 @level-derived @role-application-owner
  Rule: A result is of now

    @id-EAR-33.1 @negative @parent-ATT-10.1
    Scenario: Application owner withholds its secrets when the result is of the future
      Given the SUT plays the application-owner
      And the verifier answers with a result of the future
      When the application-owner asks for analytics on sev-snp
      Then the application-owner sends neither application nor data
