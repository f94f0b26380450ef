@teep
Feature: What a TAM decides from a QueryResponse

  @req-TEEP-81 @level-must @role-tam
  Rule: A Trusted Component has a component id

    @id-TEEP-81.1 @negative @parent-TEEP-242.1
    Scenario: TAM drops a QueryResponse with a component without component id in its list
      Given the SUT plays the tam
      When a teep-agent answers the tam's QueryRequest with a QueryResponse with a component without component id in its list
      Then the tam drops it and serves another session

  @req-TEEP-178 @level-derived @role-tam
  Rule: Trusted Components that are missing are told, or an Agent without any is served

    @id-TEEP-178.1
    Scenario: TAM answers a QueryResponse without the Trusted Components that it asked for
      Given the SUT plays the tam
      And the tam asks for no attestation of a teep-agent that it has met
      When a teep-agent answers the tam's QueryRequest with a QueryResponse
      Then the tam answers with an Update
      And the answer carries a manifest or says why it does not

  @req-TEEP-179 @level-derived @role-tam
  Rule: SUIT Reports that are missing are told, or an Agent without any is served

    @id-TEEP-179.1
    Scenario: TAM answers a QueryResponse without the SUIT Reports that it asked for
      Given the SUT plays the tam
      And the tam asks for no attestation of a teep-agent that it has met
      When a teep-agent answers the tam's QueryRequest with a QueryResponse
      Then the tam answers with an Update
      And the answer carries a manifest or says why it does not

  @req-TEEP-67 @level-must @role-tam
  Rule: A QueryResponse has the token of its QueryRequest

    @id-TEEP-67.1 @negative @parent-TEEP-178.1
    Scenario: TAM drops a QueryResponse without its token
      Given the SUT plays the tam
      And the tam asks for no attestation of a teep-agent that it has met
      When a teep-agent answers the tam's QueryRequest with a QueryResponse without its token
      Then the tam drops it

    @id-TEEP-67.2 @negative @parent-TEEP-178.1
    Scenario: TAM drops a QueryResponse with the token of its Update
      Given the SUT plays the tam
      And the tam asks for no attestation of a teep-agent that it has met
      When a teep-agent answers the tam's Update with a QueryResponse with the token of its Update
      Then the tam drops it

  @req-TEEP-70 @level-must @role-tam
  Rule: The selected version was offered

    @id-TEEP-70.1 @negative @parent-TEEP-71.2
    Scenario: TAM drops a QueryResponse with selected version 1
      Given the SUT plays the tam
      When a teep-agent answers the tam's QueryRequest with a QueryResponse with selected version 1
      Then the tam drops it and serves another session

  @req-TEEP-88 @level-derived @role-tam
  Rule: A sequence number that is asked for is the least that will do

    @id-TEEP-88.1
    Scenario: TAM sends a later manifest than the one that is asked for
      Given the SUT plays the tam
      When a teep-agent answers the tam's QueryRequest with a QueryResponse that asks for sequence number 1 at least
      Then the tam answers with an Update
      And the answer carries a manifest of sequence number 1 or more

    @id-TEEP-88.2
    Scenario: TAM sends no older manifest than the one that is asked for
      Given the SUT plays the tam
      When a teep-agent answers the tam's QueryRequest with a QueryResponse that asks for sequence number 4294967295 at least
      Then the tam sends no Update with a manifest

  @req-TEEP-106 @level-derived @role-tam
  Rule: The attestation payload of an Update is an Attestation Result

    @id-TEEP-106.1
    Scenario: TAM hands back what its Verifier signed
      Given the SUT plays the tam
      And the tam knows the cipher suite
      When a teep-agent answers the tam's QueryRequest with a QueryResponse that asks for nothing
      Then the tam answers with an Update
      And the answer carries a result of the verifier

  @req-TEEP-184 @level-derived @role-tam
  Rule: cnf names the key by the hash of a SUIT profile

    @id-TEEP-184.1
    Scenario: TAM takes a result that names the key by its hash
      Given the SUT plays the tam
      And the tam takes passports of a teep-agent that it has met
      When a teep-agent answers the tam's QueryRequest with a QueryResponse with an Attestation Result that names the key by its hash
      Then the tam answers with an Update
      And the answer carries a manifest

    @id-TEEP-184.2 @negative @parent-TEEP-184.1
    Scenario: TAM drops a result that names the key by a hash of no SUIT profile
      Given the SUT plays the tam
      And the tam takes passports of a teep-agent that it has met
      When a teep-agent answers the tam's QueryRequest with a QueryResponse with an Attestation Result that names the key by a hash of no SUIT profile
      Then the tam drops it and serves another passport

  @req-TEEP-185 @level-derived @role-tam
  Rule: After a failed attestation the Agent is told that attestation is required

    @id-TEEP-185.1 @negative @parent-TEEP-242.1
    Scenario: TAM tells an Agent that its attestation failed
      Given the SUT plays the tam
      When a teep-agent answers the tam's QueryRequest with a QueryResponse with evidence that was tampered with
      Then the tam answers with an Update
      And the answer has no manifest
      And the answer says that attestation is required
      And the answer says why in words

    @negative @parent-TEEP-242.5
    Scenario Outline: TAM tells an Agent that its attestation failed after <message>
      Given the SUT plays the tam
      When a teep-agent answers the tam's QueryRequest with <message>
      Then the tam answers with an Update
      And the answer has no manifest
      And the answer says that attestation is required
      And the answer says why in words

      @id-TEEP-185.2
      Examples:
        | message                                                             |
        | a QueryResponse with its Evidence in an EAT that another key signed |

      @id-TEEP-185.3
      Examples:
        | message                                                                                 |
        | a QueryResponse with its Evidence in an EAT by another key that also signed the message |

  @req-TEEP-187 @level-derived @role-tam
  Rule: Where nothing needs to change nothing is installed

    @id-TEEP-187.1
    Scenario: TAM installs nothing in an Agent that asks for nothing
      Given the SUT plays the tam
      When a teep-agent answers the tam's QueryRequest with a QueryResponse that asks for nothing
      Then the tam sends no Update with a manifest
