@teep
Feature: What an Update removes

  @req-TEEP-208 @level-derived @role-teep-agent
  Rule: Manifests that are not needed are unlinked

    @id-TEEP-208.1
    Scenario: TEEP Agent removes what came with an unneeded manifest
      Given the SUT plays the teep-agent
      And the teep-agent has taken an Update whose manifest has an identifier and an uninstall sequence
      When the tam sends an Update that unlinks it
      Then the teep-agent answers with a Success
      And the teep-agent has not installed data

  @req-TEEP-209 @level-derived @role-teep-agent
  Rule: What cannot be unlinked is an Error

    @id-TEEP-209.1 @negative @parent-TEEP-208.1
    Scenario: TEEP Agent refuses to unlink a manifest whose uninstall sequence aborts
      Given the SUT plays the teep-agent
      And the teep-agent has taken an Update whose manifest has an uninstall sequence that aborts
      When the tam sends an Update that unlinks it
      Then the teep-agent refuses it with ERR_MANIFEST_PROCESSING_FAILED
      And the teep-agent has data as before

  @req-TEEP-210 @level-derived @role-teep-agent
  Rule: Unlinking comes before installing

    @id-TEEP-210.1
    Scenario: TEEP Agent installs in the place of what it has unlinked
      Given the SUT plays the teep-agent
      And the teep-agent has taken an Update whose manifest has an identifier and an uninstall sequence
      When the tam sends an Update that unlinks it and installs another
      Then the teep-agent answers with a Success
      And the teep-agent has content B as data

    @id-TEEP-210.2 @negative @parent-TEEP-98.1
    Scenario: TEEP Agent installs nothing where unlinking fails
      Given the SUT plays the teep-agent
      When the tam sends an Update and calls a manifest unneeded that is not there
      Then the teep-agent refuses it with ERR_MANIFEST_PROCESSING_FAILED

  @req-TEEP-212 @level-derived @role-teep-agent
  Rule: Success and Error follow the whole procedure

    @id-TEEP-212.1
    Scenario: TEEP Agent reports Success after a manifest and its dependency
      Given the SUT plays the teep-agent
      When the tam sends an Update whose manifest installs a dependency
      Then the teep-agent answers with a Success
      And the answer repeats the token
      And the teep-agent has installed second

    @id-TEEP-212.2 @negative @parent-TEEP-212.1
    Scenario: TEEP Agent reports an Error where the dependency of a good manifest fails
      Given the SUT plays the teep-agent
      When the tam sends an Update whose manifest has a dependency that aborts
      Then the teep-agent refuses it with ERR_MANIFEST_PROCESSING_FAILED

  @req-TEA-42 @level-derived @role-tam
  Rule: What was trusted before can be removed

    @id-TEA-42.1
    Scenario: TAM has a manifest unlinked that an Agent does not need
      Given the SUT plays the tam
      When a teep-agent answers the tam's QueryRequest with a QueryResponse that calls a manifest unneeded
      Then the tam answers with an Update
      And the answer lists manifests to unlink
