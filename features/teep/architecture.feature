@teep
Feature: RFC 9397, as far as it shows in messages

  @req-TEA-12 @level-derived @role-teep-agent
  Rule: Only keys that the TEE was set up with count

    @id-TEA-12.1 @negative @parent-TEEP-98.1
    Scenario: TEEP Agent refuses an Update with a manifest signed by a stranger
      Given the SUT plays the teep-agent
      When the tam sends an Update with a manifest signed by a stranger
      Then the teep-agent refuses it with ERR_MANIFEST_PROCESSING_FAILED
