@teep @suit @role-middleware-repository
Feature: Manifests that the middleware repository holds

  Background:
    Given the SUT plays the middleware-repository

  @req-SUIT-41 @level-must
  Rule: Parameters are set before they are needed

    @id-SUIT-41.1
    Scenario: Middleware repository holds a manifest that sets parameters before they are needed
      When the teep-broker opens a session for analytics on sev-snp
      Then every manifest of the middleware-repository sets parameters before they are needed

  @req-SUIT-42 @level-must
  Rule: Digests are set by override-parameters

    @id-SUIT-42.1
    Scenario: Middleware repository holds a manifest that sets digests by override-parameters
      When the teep-broker opens a session for analytics on sev-snp
      Then every manifest of the middleware-repository sets digests by override-parameters

  @req-SUIT-43 @level-must
  Rule: A payload has a text for its name

    @id-SUIT-43.1
    Scenario: Middleware repository holds a manifest that has texts for the names of its payloads
      When the teep-broker opens a session for analytics on sev-snp
      Then every manifest of the middleware-repository has texts for the names of its payloads

  @req-SUIT-46 @level-must
  Rule: Maps are in deterministic order

    @id-SUIT-46.1
    Scenario: Middleware repository holds a manifest that has its maps in order
      When the teep-broker opens a session for analytics on sev-snp
      Then every manifest of the middleware-repository has its maps in order

  @req-SUIT-58 @level-must
  Rule: The wrapper comes first

    @id-SUIT-58.1
    Scenario: Middleware repository holds a manifest that comes after its authentication wrapper
      When the teep-broker opens a session for analytics on sev-snp
      Then every manifest of the middleware-repository comes after its authentication wrapper

  @req-SUIT-67 @level-should
  Rule: What is shorter than its digest is not severed

    @id-SUIT-67.1
    Scenario: Middleware repository holds a manifest that has nothing severed that is shorter than its digest
      When the teep-broker opens a session for analytics on sev-snp
      Then every manifest of the middleware-repository has nothing severed that is shorter than its digest

  @req-SUIT-68 @level-should
  Rule: Text is severable

    @id-SUIT-68.1
    Scenario: Middleware repository holds a manifest that has its text severed
      When the teep-broker opens a session for analytics on sev-snp
      And a manifest of the middleware-repository has text
      Then every manifest of the middleware-repository has its text severed

  @req-SUIT-73 @level-must
  Rule: Text is about the components of the manifest

    @id-SUIT-73.1
    Scenario: Middleware repository holds a manifest that has texts of no other components than its own
      When the teep-broker opens a session for analytics on sev-snp
      And a manifest of the middleware-repository has text
      Then every manifest of the middleware-repository has texts of no other components than its own

  @req-SUIT-92 @level-must
  Rule: Vendor and class are UUIDs

    @id-SUIT-92.1
    Scenario: Middleware repository holds a manifest that identifies vendor and class by UUIDs of version 3, 4 or 5
      When the teep-broker opens a session for analytics on sev-snp
      Then every manifest of the middleware-repository identifies vendor and class by UUIDs of version 3, 4 or 5

  @req-SUIT-146 @level-must
  Rule: A manifest matches the grammar

    @id-SUIT-146.1
    Scenario: Middleware repository holds a manifest that matches the grammar
      When the teep-broker opens a session for analytics on sev-snp
      Then every manifest of the middleware-repository matches the grammar

  @req-SUIT-147 @level-should
  Rule: The shared sequence checks vendor and class

    @id-SUIT-147.1
    Scenario: Middleware repository holds a manifest that checks vendor and class in its shared sequence
      When the teep-broker opens a session for analytics on sev-snp
      Then every manifest of the middleware-repository checks vendor and class in its shared sequence
